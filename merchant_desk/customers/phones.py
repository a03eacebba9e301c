"""Telephone numbers in every form people type them, and one form to keep.

The library of the world's numbering plans is loaded for the first number that needs it, which at a
Chinese counter may be never.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.core.errors import DeskError

HOME_REGION = "CN"

_EXTENSION = re.compile(
    r"(?:\(|\s)*(?:转|轉|分机|分機|内线|內線|ext\.?|#|x)[:.]?\s*(\d{1,6})\)?$", re.IGNORECASE
)
_DASHED_EXTENSION = re.compile(r"(0.*\d{7,8})\s*[-‐‑‒–—―−]\s*(\d{1,5})")
_BETWEEN = re.compile(r"[\s\-‐‑‒–—―−./()·]+")
_MASKED = re.compile(r"[*•●×＊]|x{2,}", re.IGNORECASE)
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
_KEPT_CHINESE_MOBILE = re.compile(r"\+86(1[3-9]\d)(\d{4})(\d{4})")
_TAIL = 4


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is kept (E.164, an extension behind an x), as typed, and its last four digits."""

    e164: str
    typed: str
    tail: str


def read_phone(text: str, region: str = HOME_REGION) -> Phone | None:
    """The number that was typed, or None for nothing; one without +country belongs to `region` (ISO 3166).

    Any mobile number that China's plan allows and any length that is possible elsewhere is taken:
    new ranges open faster than tables learn of them. Raises DeskError "masked_phone" for
    138****8000, "bad_phone" for what is no number or lacks its area code (facts: phone).
    """
    typed = " ".join(_visible(text).split())
    if not typed:
        return None
    plain = unicodedata.normalize("NFKC", typed)
    if _MASKED.search(plain):
        raise DeskError("masked_phone", phone=typed)
    found = _EXTENSION.search(plain)
    if found:
        e164, extension = _kept(plain[: found.start()], region), found[1]
    else:
        e164, extension = _kept(plain, region), ""
        dashed = _DASHED_EXTENSION.fullmatch(plain)
        if e164 is None and dashed:
            e164, extension = _kept(dashed[1], region), dashed[2]
    if e164 is None:
        raise DeskError("bad_phone", phone=typed)
    return Phone(e164 + (f"x{extension}" if extension else ""), typed, e164[-_TAIL:])


def shown(e164: str, region: str = HOME_REGION) -> str:
    """A kept number for people: '138 1234 5678', '021 8765 4321 x12', from abroad '+1 415-555-0000'."""
    mobile = _KEPT_CHINESE_MOBILE.fullmatch(e164)
    if mobile and region == HOME_REGION:
        return " ".join(mobile.groups())
    import phonenumbers

    kept, _, extension = e164.partition("x")
    try:
        number = phonenumbers.parse(kept, None)
    except phonenumbers.NumberParseException:
        return e164
    home = phonenumbers.country_code_for_region(region) == number.country_code
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style) + (f" x{extension}" if extension else "")


def search_words(e164: str) -> tuple[str, ...]:
    """The digits by which a kept number is found: as dialled at home, and with its country before it."""
    if not e164:
        return ()
    mobile = _KEPT_CHINESE_MOBILE.fullmatch(e164)
    if mobile:
        return ("".join(mobile.groups()),)
    kept = e164.partition("x")[0]
    abroad = kept.removeprefix("+")
    import phonenumbers

    try:
        number = phonenumbers.parse(kept, None)
    except phonenumbers.NumberParseException:
        return (abroad,)
    dialled = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return tuple(dict.fromkeys(("".join(char for char in dialled if char.isdigit()), abroad)))


def typed_digits(text: str, region: str = HOME_REGION) -> str:
    """The digits of a text that can only be (part of) a number, without the home country's code; else ''."""
    plain = unicodedata.normalize("NFKC", _visible(text)).strip()
    number = _BETWEEN.sub("", plain)
    if not number.isascii() or not re.fullmatch(r"\+?\d{2,}", number):
        return ""
    if number.startswith(("+", "00")):
        import phonenumbers

        country = str(phonenumbers.country_code_for_region(region))
        return number.removeprefix("+").removeprefix("00").removeprefix(country)
    return number


@functools.cache
def region_of(zone: str) -> str:
    """The country (ISO 3166) that a time zone lies in; China's where the zone names none."""
    if zone == DEFAULT_ZONE:
        return HOME_REGION
    from importlib.resources import files

    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        columns = line.split("\t")
        if len(columns) > 2 and columns[2] == zone:
            return columns[0]
    return HOME_REGION


def _visible(text: str) -> str:
    """Without the direction marks that phones and chat programs put around a copied number."""
    return "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Cc"})


def _kept(plain: str, region: str) -> str | None:
    number = _BETWEEN.sub("", plain)
    if not number.isascii() or not re.fullmatch(r"\+?\d+", number):
        return None
    return _chinese_mobile(number, region) or _e164(number, region)


def _chinese_mobile(number: str, region: str) -> str | None:
    """The quick way for what nearly every number at a Chinese counter is."""
    for prefix in ("+86", "0086", "86", "") if region == HOME_REGION else ("+86", "0086"):
        if number.startswith(prefix) and _CHINESE_MOBILE.fullmatch(number[len(prefix) :]):
            return "+86" + number[len(prefix) :]
    return None


def _e164(number: str, region: str) -> str | None:
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if parsed.country_code == phonenumbers.country_code_for_region(HOME_REGION):
        # China's lengths alone would let a local number without its area code pass.
        good = phonenumbers.is_valid_number(parsed)
    else:
        reason = phonenumbers.is_possible_number_with_reason(parsed)
        good = reason == phonenumbers.ValidationResult.IS_POSSIBLE
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) if good else None
