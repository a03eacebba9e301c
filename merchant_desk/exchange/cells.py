"""From a cell to a value: counts, money, shares, times and ids as platforms and spreadsheets write them.

Every reader gives None for a cell that says nothing ("", "-", "无") and raises ValueError for one
that cannot be read.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import DEFAULT_ZONE

Cell = str | int | float | bool | dt.date | dt.time | dt.timedelta | None
Kind = Literal["text", "id", "count", "money", "share", "seconds", "when", "word"]

_NOTHING = frozenset({"", "-", "--", "---", "—", "——", "/", "\\", "无", "暂无", "null", "none", "n/a", "nan"})
_SCALE = {"千": 3, "k": 3, "万": 4, "w": 4, "亿": 8, "m": 6}
_MONEY_MARKS = re.compile(r"(?:CNY|RMB|HK\$|NT\$|[¥￥$€£元])", re.IGNORECASE)
_LOST_DIGITS = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+?\d{2,}")
# Spreadsheets keep 15 digits of a number.
_MOST_DIGITS = 10**15
_EXCEL_ZERO = dt.datetime(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_WHEN = re.compile(
    r"(\d{4})\s*[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})\s*日?"
    r"(?:[\sT]*(上午|下午|AM|PM)?\s*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*(?:[:分]\s*(?:(\d{1,2})(?:\.\d+)?\s*秒?)?)?)?"
    r"\s*(AM|PM)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_LENGTH = re.compile(
    r"(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|m))?\s*(?:(\d+(?:\.\d+)?)\s*(?:秒|s))?",
    re.IGNORECASE,
)


class LostDigitsError(ValueError):
    """An id went through a spreadsheet as a number and came out shorter than it was."""


def text(cell: Cell) -> str | None:
    """The words of a cell without blanks and tabs around them; a whole number has no '.0'."""
    if isinstance(cell, str):
        words = cell.strip(" \t\r\n\u3000\ufeff\u200b")
        if words.startswith('="') and words.endswith('"'):
            words = words[2:-1].strip()
        return words or None
    if cell is None:
        return None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ", timespec="seconds")
    return str(cell)


def ident(cell: Cell) -> str | None:
    """An id as text, leading zeros and all 19 digits kept.

    Raises LostDigitsError for scientific notation and for numbers longer than a spreadsheet keeps.
    """
    if isinstance(cell, int | float) and (abs(cell) >= _MOST_DIGITS or cell != int(cell)):
        raise LostDigitsError(str(cell))
    words = text(cell)
    if words is None or words.lower() in _NOTHING:
        return None
    if _LOST_DIGITS.fullmatch(words):
        raise LostDigitsError(words)
    return words.removeprefix("'").removeprefix("`")


def count(cell: Cell) -> int | None:
    """A number of things: 12, '1,234', '1.2万' 12000, '3.4w' 34000, '1.2亿' 120000000, '10万+' 100000."""
    found = _number(cell)
    return None if found is None else int(found.to_integral_value(ROUND_HALF_UP))


def money(cell: Cell) -> int | None:
    """Minor units of an amount in a currency of two decimals: 5.98, '¥1,234.00', '-20', '(20.00)'."""
    found = _number(cell)
    return None if found is None else int((found * 100).to_integral_value(ROUND_HALF_UP))


def share(cell: Cell) -> float | None:
    """A part of one: '32.5%' and 0.325 alike."""
    if isinstance(cell, str) and cell.strip().endswith(("%", "％")):
        found = _number(cell.strip()[:-1])
        return None if found is None else float(found / 100)
    found = _number(cell)
    return None if found is None else float(found)


def seconds(cell: Cell) -> float | None:
    """A length of time in seconds: '6秒', '1分30秒', '01:30', '0:01:30', 90."""
    if isinstance(cell, dt.timedelta):
        return cell.total_seconds()
    if isinstance(cell, dt.time):
        return float(cell.hour * 3600 + cell.minute * 60 + cell.second)
    words = _plain(cell)
    if words is None:
        return None
    if ":" in words:
        total = 0.0
        for part in words.split(":"):
            total = total * 60 + float(part)
        return total
    match = _LENGTH.fullmatch(words)
    if match and any(match.groups()):
        hours, minutes, rest = match.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(rest or 0)
    found = _number(cell)
    return None if found is None else float(found)


def when(cell: Cell, zone: str = DEFAULT_ZONE) -> dt.datetime | None:
    """A moment as naive shop time, from a date cell, a spreadsheet's serial number or written words.

    What names no zone is shop time; '…Z' and '…+08:00' are brought into `zone`.
    """
    if isinstance(cell, dt.datetime):
        return cell
    if isinstance(cell, dt.date):
        return dt.datetime(cell.year, cell.month, cell.day)
    if isinstance(cell, int | float):
        return _serial(float(cell))
    words = _plain(cell)
    if words is None:
        return None
    return _iso(words, zone) or _written(words)


def _iso(words: str, zone: str) -> dt.datetime | None:
    if len(words) < 10 or words[4] != "-":
        return None
    try:
        at = dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) if at.tzinfo else at


def _written(words: str) -> dt.datetime:
    match = _COMPACT.fullmatch(words)
    if match:
        return dt.datetime(*(int(part) for part in match.groups("0")))  # type: ignore[arg-type]
    match = _WHEN.fullmatch(words)
    if not match:
        return _serial(float(words))
    year, month, day, half, hour, minute, second, half_behind = match.groups()
    clock = int(hour or 0)
    mark = (half or half_behind or "").upper()
    if mark in {"下午", "PM"} and clock < 12:
        clock += 12
    elif mark in {"上午", "AM"} and clock == 12:
        clock = 0
    return dt.datetime(int(year), int(month), int(day), clock, int(minute or 0), int(second or 0))


def _serial(days: float) -> dt.datetime:
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        raise ValueError(f"no date: {days}")
    return _EXCEL_ZERO + dt.timedelta(seconds=round(days * 86_400))


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # repr: the digits that were typed, not the nearest binary fraction.
        return Decimal(repr(cell))
    words = _plain(cell)
    if words is None:
        return None
    plain = _MONEY_MARKS.sub("", words.replace(",", "").replace(" ", "")).replace("−", "-").rstrip("+")
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1]
    power = _SCALE.get(plain[-1:].lower(), 0)
    try:
        found = Decimal(plain[:-1] if power else plain).scaleb(power)
    except InvalidOperation as error:
        raise ValueError(f"no number: {words}") from error
    if not found.is_finite():
        raise ValueError(f"no number: {words}")
    return found


def _plain(cell: Cell) -> str | None:
    """The words of a cell with full-width forms made plain, None where they say nothing."""
    words = text(cell)
    if words is None or words.lower() in _NOTHING:
        return None
    return words if words.isascii() else unicodedata.normalize("NFKC", words)


READERS: dict[Kind, Callable[[Cell], object]] = {
    "text": text,
    "id": ident,
    "count": count,
    "money": money,
    "share": share,
    "seconds": seconds,
    "when": when,
    "word": text,
}
