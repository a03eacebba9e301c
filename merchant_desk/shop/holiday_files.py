"""A year's holidays out of a file: JSON as holiday-cn publishes it, a table (CSV), or a calendar (.ics)."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from merchant_desk.core.errors import DeskError
from merchant_desk.shop.holidays import Holiday

LARGEST = 2_000_000
_MOST_DAYS = 60  # no single holiday is longer; a calendar's rows are
_TRUE = frozenset(
    {"1", "true", "yes", "y", "works", "work", "workday", "是", "班", "上班", "补班", "调休上班"}
)
_FALSE = frozenset({"", "0", "false", "no", "n", "off", "holiday", "否", "休", "休息", "放假", "假期", "假"})
_HEADS = {
    "day": "day",
    "date": "day",
    "日期": "day",
    "name": "name",
    "holiday": "name",
    "名称": "name",
    "节日": "name",
    "works": "works",
    "workday": "works",
    "上班": "works",
    "调休": "works",
    "类型": "works",
}
_SEPARATORS = ("\t", ";", ",")
_DAY = re.compile(r"(\d{4})(?:[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?|(\d{2})(\d{2}))")
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\(.)")
_WORKS = re.compile(r"班|work", re.IGNORECASE)
# What calendars write behind a holiday's name, or in brackets before it, to say which kind of day it is.
_MARK = r"(?:放假|补班|上班|假期|休息|班|休|(?:make-?up )?work(?:ing)? ?day)"
_MARKS = re.compile(rf"^[(（\[【]{_MARK}[)）\]】]\s*|[\s(（\[【·|:：-]*{_MARK}[)）\]】]*$", re.IGNORECASE)


def read_years(data: bytes, file: str) -> dict[int, list[Holiday]]:
    """The holidays in a file by the year of their notice, each by date; `file` is its name.

    Raises DeskError "too_large", "not_holidays" (facts: file), "bad_holiday" (facts: file, line, text)
    and "no_holidays_yet" (facts: file, perhaps year).
    """
    if len(data) > LARGEST:
        raise DeskError("too_large", file=file)
    text = _text(data, file)
    start = text.lstrip()[:20].upper()
    if start.startswith(("{", "[")):
        years = _from_json(text, file)
    elif start.startswith("BEGIN:VCALENDAR"):
        years = _by_year(_from_calendar(text, file))
    else:
        years = _by_year(_from_table(text, file))
    if not any(years.values()):
        raise DeskError("no_holidays_yet", file=file, year=next(iter(years), None))
    return {year: sorted(days) for year, days in sorted(years.items()) if days}


def _text(data: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DeskError("not_holidays", file=file)


def _by_year(days: Sequence[Holiday]) -> dict[int, list[Holiday]]:
    years: dict[int, list[Holiday]] = defaultdict(list)
    for one in days:
        years[one.day.year].append(one)
    return dict(years)


def _day(text: str) -> dt.date:
    """The date of '2027-02-06', '2027/2/6', '2027年2月6日' or '20270206'. Raises ValueError."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return dt.date(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5]))


# ---- JSON


def _from_json(text: str, file: str) -> dict[int, list[Holiday]]:
    try:
        kept: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DeskError("not_holidays", file=file) from error
    rows = kept.get("days") if isinstance(kept, dict) else None
    if not isinstance(rows, list):
        raise DeskError("not_holidays", file=file)
    days = [_from_entry(row, number, file) for number, row in enumerate(rows, 1)]
    year = kept.get("year")
    if isinstance(year, int) and dt.MINYEAR <= year <= dt.MAXYEAR:
        # The year of the notice: its first days may lie in the December before.
        return {year: days}
    return _by_year(days)


def _from_entry(row: object, number: int, file: str) -> Holiday:
    if isinstance(row, Mapping):
        name, day, off = row.get("name"), row.get("date"), row.get("isOffDay")
        if isinstance(name, str) and name.strip() and isinstance(day, str) and isinstance(off, bool):
            try:
                return Holiday(_day(day), name.strip(), not off)
            except ValueError:
                pass
    raise DeskError("bad_holiday", file=file, line=number, text=_short(json.dumps(row, ensure_ascii=False)))


# ---- a table


def _from_table(text: str, file: str) -> list[Holiday]:
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    separator = next((mark for mark in _SEPARATORS if mark in first), ",")
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error as error:
        raise DeskError("not_holidays", file=file) from error
    order: dict[str, int] = {}
    days: list[Holiday] = []
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if not order:
            heads = {_HEADS[cell.lower()]: at for at, cell in enumerate(cells) if cell.lower() in _HEADS}
            order = heads if {"day", "name"} <= heads.keys() else {"day": 0, "name": 1, "works": 2}
            if order is heads:
                continue
        days.append(_from_row(cells, order, number, file, known=bool(days)))
    return days


def _from_row(
    cells: Sequence[str], order: Mapping[str, int], number: int, file: str, *, known: bool
) -> Holiday:
    told = {key: cells[at] if at < len(cells) else "" for key, at in order.items()}
    works = told.get("works", "").lower()
    try:
        day = _day(told["day"])
    except ValueError as error:
        if not known:  # not even the first row has a date: this is some other file
            raise DeskError("not_holidays", file=file) from error
        day = None
    if day is None or not told["name"] or works not in _TRUE | _FALSE:
        raise DeskError("bad_holiday", file=file, line=number, text=_short(", ".join(cells)))
    return Holiday(day, told["name"], works in _TRUE)


# ---- a calendar


def _from_calendar(text: str, file: str) -> list[Holiday]:
    """The whole days in a calendar. Only what a list of holidays uses of RFC 5545 is read here."""
    days: dict[dt.date, Holiday] = {}
    event: dict[str, str] | None = None
    number = 0
    for line in _FOLD.sub("", text).splitlines():
        head, _, value = line.partition(":")
        name = head.partition(";")[0].strip().upper()
        if line.strip().upper() == "BEGIN:VEVENT":
            event, number = {}, number + 1
        elif line.strip().upper() == "END:VEVENT" and event is not None:
            for one in _from_event(event, number, file):
                days[one.day] = one
            event = None
        elif event is not None:
            event.setdefault(name, value.strip())
    if event is not None:  # cut off in the middle
        raise DeskError("not_holidays", file=file)
    return list(days.values())


def _from_event(event: Mapping[str, str], number: int, file: str) -> list[Holiday]:
    """Its days; none for an event of some hours, which is no holiday."""
    name = _ESCAPED.sub(
        lambda found: found[1] if found[1] in "\\;," else " ", event.get("SUMMARY", "")
    ).strip()
    start, end = event.get("DTSTART", ""), event.get("DTEND", "")
    if "T" in start:
        return []
    bare = _MARKS.sub("", name).strip() or name
    try:
        first = _day(start)
        count = (_day(end) - first).days if end else 1
    except ValueError as error:
        raise DeskError("bad_holiday", file=file, line=number, text=_short(name)) from error
    if not bare or not 1 <= count <= _MOST_DAYS:
        raise DeskError("bad_holiday", file=file, line=number, text=_short(name))
    works = any(_WORKS.search(mark[0]) for mark in _MARKS.finditer(name))
    return [Holiday(first + dt.timedelta(days=day), bare, works) for day in range(count)]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
