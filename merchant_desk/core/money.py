"""Money in integer minor units: reading what was typed, writing it out, and splitting without loss."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from merchant_desk.core.errors import DeskError

if TYPE_CHECKING:
    from fractions import Fraction

Cents = Literal["auto", "always", "never"]

_SIGNS = {"CNY": "¥", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "SGD": "S$"}
_NO_MINOR = frozenset({"JPY", "KRW", "VND"})
_LARGEST = 10**12
_MARKS = re.compile(r"(?:CNY|RMB|HK\$|NT\$|S\$|[¥￥$€£元])", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?")


def digits(currency: str) -> int:
    """How many decimal digits the currency has: 2, or 0 for yen and its like (ISO 4217)."""
    return 0 if currency in _NO_MINOR else 2


def parse_money(text: str, currency: str = "CNY") -> int:
    """Minor units of an amount as people type it: '¥1,234.50', '１２８', '-20', '98 元'.

    Raises DeskError "bad_amount" for anything else, for more decimals than the currency
    has, and for amounts beyond ten thousand million.
    """
    from decimal import Decimal

    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("，", ",")
    plain = _MARKS.sub("", "".join(plain.split()))
    if not re.search(r"\d", plain) or not _NUMBER.fullmatch(plain):
        raise DeskError("bad_amount", text=text)
    value = Decimal(plain.replace(",", "")) * (10 ** digits(currency))
    if value != value.to_integral_value() or abs(value) > _LARGEST:
        raise DeskError("bad_amount", text=text)
    return int(value)


def format_money(minor: int, currency: str = "CNY", cents: Cents = "auto") -> str:
    """An amount for people to read: '¥1,234.50'; a minus is '−¥20'.

    "auto" drops decimals that are all zero, "never" rounds them away (half away from zero).
    """
    places = digits(currency)
    unit = 10**places
    whole, rest = divmod(abs(minor), unit)
    if cents == "never" and places:
        whole, rest = whole + (2 * rest >= unit), 0
    show = places > 0 and (cents == "always" or (cents == "auto" and rest > 0))
    number = f"{whole:,}.{rest:0{places}d}" if show else f"{whole:,}"
    minus = "−" if minor < 0 and (whole or rest) else ""
    return f"{minus}{_SIGNS.get(currency, currency + ' ')}{number}"


def split(value: int, shares: Sequence[float | Fraction]) -> list[int]:
    """`value` in integers after `shares`, losing nothing: the parts sum to `value`.

    Largest remainder; ties go to the earlier share. A negative value gives the mirror image
    of its positive. Raises ValueError when there is no share, one is negative, or all are zero.
    """
    from fractions import Fraction

    exact = [Fraction(share) for share in shares]
    whole = sum(exact, Fraction(0))
    if not exact or min(exact) < 0 or whole == 0:
        raise ValueError("shares must be non-negative and sum to more than zero")
    size = abs(value)
    ideal = [size * share / whole for share in exact]
    parts = [int(part) for part in ideal]
    left = size - sum(parts)
    for index in sorted(range(len(parts)), key=lambda at: (parts[at] - ideal[at], at))[:left]:
        parts[index] += 1
    return [-part for part in parts] if value < 0 else parts
