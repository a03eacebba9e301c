"""A worker's week and time off in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language
from merchant_desk.team.model import TimeOff, WeekSpan


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


def away_words(off: TimeOff, today: dt.date) -> str:
    """From when to when: whole days by their dates, else with times."""
    last = off.end - dt.timedelta(days=1) if off.end.time() == dt.time() else off.end
    whole = off.start.time() == dt.time() and off.end.time() == dt.time()
    first_day = language.near_day(off.start.date(), today)
    last_day = language.near_day(last.date(), today)
    if whole:
        return first_day if off.start.date() == last.date() else f"{first_day} – {last_day}"
    if off.start.date() == off.end.date():
        return f"{first_day} {language.span_text(off.start, off.end)}"
    return f"{first_day} {language.time_text(off.start)} – {last_day} {language.time_text(off.end)}"


def _hours(spans: Iterable[WeekSpan]) -> str:
    return language.joined([f"{span.start}–{span.end}" for span in spans])


def _days(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return QCoreApplication.translate("team_words", "Every day")
    if first == last:
        return language.weekday_name(first, short=True)
    return f"{language.weekday_name(first, short=True)}–{language.weekday_name(last, short=True)}"
