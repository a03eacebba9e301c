"""A worker's week, dates and time off in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language
from merchant_desk.team.model import ALWAYS, FOREVER
from merchant_desk.team.repeats import bare_rule

if TYPE_CHECKING:
    from merchant_desk.core.spans import Span
    from merchant_desk.team.model import DateHours, TimeOff, WeekPlan, WeekSpan

_MIDNIGHT = dt.time()
_ONE_DAY = dt.timedelta(days=1)


def week_lines(spans: Sequence[WeekSpan]) -> list[tuple[str, str]]:
    """Runs of days with the same hours: [("Mon–Fri", "10:00–21:00"), ("Sun", "12:00–18:00")]."""
    by_day = {day: _hours(span for span in spans if span.weekday == day) for day in range(7)}
    lines: list[tuple[str, str]] = []
    day = 0
    while day < 7:
        last = day
        while last < 6 and by_day[last + 1] == by_day[day]:
            last += 1
        if by_day[day]:
            lines.append((_days(day, last), by_day[day]))
        day = last + 1
    return lines


def plan_days(plan: WeekPlan, today: dt.date) -> str:
    """From when to when a weekly plan holds: "from today on", "1 Sep – 30 Sep"."""
    last = language.near_day(plan.last, today) if plan.last != FOREVER else ""
    if plan.first == ALWAYS or plan.first <= today:
        if not last:
            return QCoreApplication.translate("team_words", "Now and for good")
        return QCoreApplication.translate("team_words", "Now, until {day}").format(day=last)
    first = language.near_day(plan.first, today)
    if not last:
        return QCoreApplication.translate("team_words", "From {day} on").format(day=first)
    return first if plan.first == plan.last else f"{first} – {last}"


def away_words(span: Span, today: dt.date) -> str:
    """From when to when: whole days by their dates, else with times."""
    first_day, first = language.near_day(span.start.date(), today), span.start
    if _whole_days(span.start, span.end):
        last_day = span.end.date() - _ONE_DAY
        return (
            first_day if first.date() == last_day else f"{first_day} – {language.near_day(last_day, today)}"
        )
    if first.date() == span.end.date() or (span.end.time() == _MIDNIGHT and span.end - first < _ONE_DAY):
        return f"{first_day} {hours_words(first, span.end)}"
    last = f"{language.near_day(span.end.date(), today)} {language.time_text(span.end)}"
    return f"{first_day} {language.time_text(first)} – {last}"


def again_words(off: TimeOff, today: dt.date) -> str:
    """What comes again: "Every week on Tuesday 14:00–18:00, until 30 Sep"."""
    from merchant_desk.core.recurrence import read_rule
    from merchant_desk.shell.repeat_words import pattern_words, sentence_case

    rule = bare_rule(off.rule)
    said = sentence_case(pattern_words(rule, off.start))
    if not _whole_days(off.start, off.end):
        said = f"{said} {hours_words(off.start, off.end)}"
    elif off.end - off.start > _ONE_DAY:
        length = QCoreApplication.translate("team_words", "{number} days")
        said = f"{said} ({length.format(number=(off.end - off.start).days)})"
    last = read_rule(rule).until
    if last is not None:
        until = QCoreApplication.translate("team_words", "until {day}")
        said = f"{said}, {until.format(day=language.near_day(last.date(), today))}"
    return said


def date_words(date: DateHours, today: dt.date) -> tuple[str, str]:
    """A date and its hours: ("tomorrow", "10:00–14:00"), ("24 Aug", "off")."""
    hours = language.joined([f"{start}–{end}" for start, end in date.hours])
    off = QCoreApplication.translate("team_words", "off")
    weekday = language.weekday_name(date.day.weekday(), short=True)
    return f"{language.near_day(date.day, today)} {weekday}", hours or off


def hours_words(start: dt.datetime, end: dt.datetime) -> str:
    """'14:00–18:00'; midnight as an end is the end of the day."""
    last = "24:00" if end.time() == _MIDNIGHT else language.time_text(end)
    return f"{language.time_text(start)}–{last}"


def _whole_days(start: dt.datetime, end: dt.datetime) -> bool:
    return start.time() == _MIDNIGHT and end.time() == _MIDNIGHT


def _hours(spans: Iterable[WeekSpan]) -> str:
    return language.joined([f"{span.start}–{span.end}" for span in spans])


def _days(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return QCoreApplication.translate("team_words", "Every day")
    if first == last:
        return language.weekday_name(first, short=True)
    return f"{language.weekday_name(first, short=True)}–{language.weekday_name(last, short=True)}"
