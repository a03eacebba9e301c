"""A discount as it is said at the till: so much off, a percentage, or "make it 200" (pure)."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Literal

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import parse_money

Way = Literal["off", "percent", "make_it"]
WAYS: tuple[Way, ...] = ("off", "percent", "make_it")

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)%?")
# 八折: the customer pays eight tenths; 88折 is 88 of a hundred.
_TENTHS = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)折")
_SPOKEN = str.maketrans("一二三四五六七八九点", "123456789.")
_HALF = {"对折", "半折", "半价"}


def read_discount(way: Way, text: str, total: int, currency: str = "CNY") -> int:
    """How many minor units come off `total` for what was typed; an empty text is nothing off.

    "off" reads an amount, "percent" a percentage from 0 to 100, "make_it" what is left to pay. A
    Chinese 折 ("8.5折" and 八五折 pay 85 %) is understood in every way. Half a minor unit is rounded up.
    Raises DeskError "bad_amount" for anything else, and "discount_too_much" (amount) for what is more than
    the total, or would add to it.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not plain:
        return 0
    share = _share(way, plain)
    if share is not None:
        exact = total * share
        discount = int(exact + Fraction(1, 2))
    else:
        amount = parse_money(plain, currency)
        discount = total - amount if way == "make_it" else amount
    if not 0 <= discount <= total:
        raise DeskError("discount_too_much", amount=total)
    return discount


def _share(way: Way, plain: str) -> Fraction | None:
    """The part of the total that comes off, None where an amount was meant."""
    if plain in _HALF:
        return Fraction(1, 2)
    tenths = _TENTHS.fullmatch(plain.translate(_SPOKEN))
    if tenths:
        said = Fraction(tenths[1])
        return 1 - (said / 10 if said <= 10 else said / 100)
    if way != "percent" and not plain.endswith("%"):
        return None
    percent = _PERCENT.fullmatch(plain)
    if percent is None or Fraction(percent[1]) > 100:
        raise DeskError("bad_amount", text=plain)
    off = Fraction(percent[1]) / 100
    return 1 - off if way == "make_it" else off
