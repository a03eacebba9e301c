"""The code of a group-buy voucher as it is typed, pasted or scanned (pure)."""

from __future__ import annotations

import re
import unicodedata

from merchant_desk.core.errors import DeskError

_GAPS = re.compile(r"[\s\-‐-―−·.,_\u200b-\u200f\u2060\ufeff'`\"]+")
_LEAD = re.compile(r"^.*[:：]")
_HIDDEN = re.compile(r"[*•●×…]|xxx", re.IGNORECASE)
# What a spreadsheet makes of a long number: 1.09822E+13.
_LOST = re.compile(r"[+-]?\d+(?:\.\d+)?[eE]\+?\d{1,3}")
_MASK = "*"
_CODE = re.compile(r"[0-9A-Za-z]{1,64}")

# Vouchers of these platforms are redeemed in one system and settled in one file.
_FAMILIES = (("meituan", "dianping"),)


def clean_code(typed: str) -> str:
    """The code as text: full-width forms made plain, blanks and hyphens dropped, leading zeros kept.

    Raises DeskError "no_code", and with fact `text`: "code_lost_digits" (scientific notation), "code_masked"
    (digits are hidden), "bad_code" (anything else that is no code, a web address for one).
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    if not plain:
        raise DeskError("no_code")
    if _LOST.fullmatch(plain):
        raise DeskError("code_lost_digits", text=plain)
    if "//" not in plain:
        # "券码: 1098 2210 4471", copied with its label.
        plain = _LEAD.sub("", plain)
    if _HIDDEN.search(plain):
        raise DeskError("code_masked", text=plain)
    code = _GAPS.sub("", plain)
    if not _CODE.fullmatch(code):
        raise DeskError("bad_code" if code else "no_code", text=plain)
    return code


def grouped(code: str) -> str:
    """A code as it is read aloud: digits in fours ("1098 2210 4471"), anything else as it is."""
    if not code.isdigit() or len(code) < 8:
        return code
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def is_hidden(code: str) -> bool:
    """Whether a platform's file does not show the whole code."""
    return _MASK in code


def fits(hidden: str, code: str) -> bool:
    """Whether a code whose middle the platform hides ("1723********") may be this one."""
    if _MASK in code:
        return False
    masked = next(part for part in hidden.split("/") if _MASK in part)
    start, end = masked[: masked.index(_MASK)], masked[masked.rindex(_MASK) + 1 :]
    return len(code) >= len(start) + len(end) and code.startswith(start) and code.endswith(end)


def family(platform: str) -> tuple[str, ...]:
    """The platforms among which one code is one voucher, `platform` first."""
    for group in _FAMILIES:
        if platform in group:
            return (platform, *(one for one in group if one != platform))
    return (platform,)
