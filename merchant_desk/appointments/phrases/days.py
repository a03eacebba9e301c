"""Dates as they are spoken of: what a month and a day mean seen from today, and what must be asked."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

_LONG_AGO = 183
_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class DayWord:
    """What a word says of the day: `date` where it is known, else a question's `code` and its `offers`.

    `said` is the code of a remark on how it was taken, `other` the date it could be as well. `weekday` is
    that of a bare "Friday", which a date beside it may make certain. `month` and `day` are as they were
    written, where such a day does not exist.
    """

    date: dt.date | None = None
    code: str = ""
    offers: tuple[dt.date, ...] = ()
    said: str = ""
    other: dt.date | None = None
    weekday: int | None = None
    year: int = 0
    month: int = 0
    day: int = 0


def known(date: dt.date, today: dt.date) -> DayWord:
    """A date without any doubt, unless it has gone: then the same weekday to come is offered."""
    if date >= today:
        return DayWord(date)
    ahead = (date.weekday() - today.weekday()) % 7 or 7
    return DayWord(code="past_day", offers=(today + ahead * _DAY,), other=date)


def asked(code: str, *offers: dt.date | None) -> DayWord:
    """A word that has to be asked about."""
    return DayWord(code=code, offers=tuple(offer for offer in offers if offer is not None))


def again(first: DayWord) -> DayWord:
    """A day that comes again and again: its first ones are offered."""
    return asked("repeats", first.date, *first.offers)


def named(dates: Sequence[dt.date]) -> DayWord:
    """A day that goes by a name: the dates it lies on are offered where somebody knows them."""
    return asked("vague_day" if dates else "unknown_day", *dates)


def month_day(today: dt.date, year: int | None, month: int, day: int) -> DayWord:
    """A day of a month, in the year that is meant: the next one, but what has just gone is asked about."""
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (year is not None and year > LAST_YEAR):
        return DayWord(code="no_such_day", year=year or 0, month=month, day=day)
    if year is None:
        return _next_such(today, month, day)
    if year < 1:
        return DayWord(code="no_such_day", year=year, month=month, day=day)
    if day > calendar.monthrange(year, month)[1]:
        return _no_such(today, year, month, day)
    date = dt.date(year, month, day)
    if date < today:
        again = _next_such(today, month, day)
        return DayWord(code="past_day", offers=tuple(filter(None, [again.date, *again.offers])), other=date)
    return DayWord(date)


def fixed(today: dt.date, month: int, day: int) -> DayWord:
    """A festival of a fixed date: its next one."""
    this = dt.date(today.year, month, day)
    return DayWord(this if this >= today else dt.date(today.year + 1, month, day))


def day_of_month(today: dt.date, day: int, month: dt.date | None = None) -> DayWord:
    """The 8th of this month, or of the next where it has gone; of the month that `month` lies in if given."""
    first = (month or today).replace(day=1)
    if not 1 <= day <= 31:
        return DayWord(code="no_such_day", year=first.year, month=first.month, day=day)
    if day > calendar.monthrange(first.year, first.month)[1]:
        return _no_such(today, first.year, first.month, day)
    date = first.replace(day=day)
    if date >= today:
        return DayWord(date)
    if month is not None:
        return DayWord(code="past_day", offers=tuple(filter(None, [_in_next_month(date, day)])), other=date)
    later = _in_next_month(date, day)
    if later is None:
        following = months_on(first, 1)
        return _no_such(today, following.year, following.month, day)
    return DayWord(later, said="next_month")


def slashed(today: dt.date, first: int, second: int, year: int | None, month_first: bool) -> DayWord | None:
    """What 3/8 is: month first where the shop writes so or only that is a date; else both ways are asked.

    None where it is no date in any reading.
    """
    month_day_ok, day_month_ok = _may_be(first, second), _may_be(second, first)
    if month_day_ok and (month_first or not day_month_ok or first == second):
        return month_day(today, year, first, second)
    if day_month_ok and not month_day_ok:
        return month_day(today, year, second, first)
    if not month_day_ok:
        return None
    ways = (month_day(today, year, first, second), month_day(today, year, second, first))
    dates = [date for way in ways for date in (way.date, *way.offers) if date is not None]
    return asked("day_month", *dict.fromkeys(dates))


def weekday(today: dt.date, wanted: int) -> DayWord:
    """A bare weekday: the coming one; on that very day both that and next week's are offered."""
    ahead = (wanted - today.weekday()) % 7
    if ahead == 0:
        return DayWord(code="which_week", offers=(today, today + 7 * _DAY), weekday=wanted)
    return DayWord(today + ahead * _DAY, weekday=wanted)


def of_week(today: dt.date, weeks: int, wanted: int) -> DayWord:
    """A weekday of this week (0), of the next (1), the last (-1), ...; weeks begin on Monday."""
    return known(monday(today) + (7 * weeks + wanted) * _DAY, today)


def monday(today: dt.date) -> dt.date:
    """The first day of the week that `today` lies in."""
    return today - today.weekday() * _DAY


def from_now(today: dt.date, count: int, unit: str) -> DayWord:
    """So many days, weeks or months from today; "bad" ones beyond any diary are asked about."""
    days = count * {"day": 1, "week": 7, "month": 31}[unit]
    if days > 366 * 20:
        return asked("unknown_day")
    return DayWord(months_on(today, count) if unit == "month" else today + days * _DAY)


def vague_week(today: dt.date, weeks: int) -> DayWord:
    """A week without a day: its days that are still to come."""
    first = monday(today) + 7 * weeks * _DAY
    return asked("vague_day", *(day for day in _days(first, 7) if day >= today))


def weekend(today: dt.date, weeks: int = 0) -> DayWord:
    """Saturday or Sunday of this week or a later one."""
    first = monday(today) + (7 * weeks + 5) * _DAY
    return asked("vague_day", *(day for day in _days(first, 2) if day >= today))


def soon(today: dt.date, since: int = 1, count: int = 3) -> DayWord:
    """One of these days: some from `since` days on are offered."""
    return asked("vague_day", *_days(today + since * _DAY, count))


def part_of_month(today: dt.date, part: str, months: int = 0) -> DayWord:
    """The start, middle or end of a month: a day of it is offered."""
    first = months_on(today.replace(day=1), months)
    day = {"start": 1, "middle": 15, "end": calendar.monthrange(first.year, first.month)[1]}[part]
    date = first.replace(day=day)
    return asked("vague_day", date if date >= today else None)


def months_on(date: dt.date, count: int) -> dt.date:
    """The same day `count` months later, or the last one of a shorter month."""
    months = date.year * 12 + date.month - 1 + count
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(date.day, last))


def _next_such(today: dt.date, month: int, day: int) -> DayWord:
    last_this_year = calendar.monthrange(today.year, month)[1]
    if day <= last_this_year:
        date = dt.date(today.year, month, day)
        if date >= today:
            return DayWord(date)
        if (today - date).days <= _LONG_AGO:
            next_year = calendar.monthrange(today.year + 1, month)[1]
            again = dt.date(today.year + 1, month, day) if day <= next_year else None
            return DayWord(code="past_day", offers=tuple(filter(None, [again])), other=date)
    elif dt.date(today.year, month, last_this_year) >= today:
        return _no_such(today, today.year, month, day)
    if day <= calendar.monthrange(today.year + 1, month)[1]:
        return DayWord(dt.date(today.year + 1, month, day), said="next_year")
    return _no_such(today, today.year + 1, month, day)


def _no_such(today: dt.date, year: int, month: int, day: int) -> DayWord:
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    near = tuple(date for date in (last, last + _DAY) if date >= today)
    return DayWord(code="no_such_day", offers=near, year=year, month=month, day=day)


def _in_next_month(date: dt.date, day: int) -> dt.date | None:
    later = months_on(date, 1)
    return later if later.day == day else None


def _may_be(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _days(first: dt.date, count: int) -> list[dt.date]:
    return [first + ahead * _DAY for ahead in range(count)]
