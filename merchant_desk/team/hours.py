"""Works out who is at work when, from the rows of weeks, breaks, dates and time off. Pure, and quick.

The search for a free time asks for sixty days of everybody at each touch of the booking sheet: whatever is
the same on every Tuesday is worked out once.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from merchant_desk.core.spans import Span, subtract

# From and to, in minutes after midnight.
Piece = tuple[int, int]

_AFTER = [dt.timedelta(minutes=minutes) for minutes in range(24 * 60 + 1)]


class Day(NamedTuple):
    """A date with what is asked of it for every worker: its weekday, its ISO text, its first moment."""

    date: dt.date
    weekday: int
    text: str
    midnight: dt.datetime


class Shift(NamedTuple):
    """A weekly shift in minutes of the day; ISO dates from which and up to which it holds."""

    start: int
    end: int
    valid_from: str
    valid_to: str


class Rota:
    """The rows that say who works when, by worker; `exceptions` by worker and ISO date, [] for a day off."""

    def __init__(self, closed: Collection[str] = frozenset()) -> None:
        self.closed = closed
        self.shifts: dict[tuple[str, int], list[Shift]] = defaultdict(list)
        self.breaks: dict[tuple[str, int], list[Piece]] = defaultdict(list)
        self.exceptions: dict[tuple[str, str], list[Piece]] = {}
        self.away: dict[str, list[Span]] = {}
        self._known: dict[tuple[object, ...], list[Piece]] = {}

    def planned(self, worker_id: str, days: Iterable[Day]) -> list[Span]:
        """The hours of these days, merged, without regard to time off and closing; days in their order."""
        spans: list[Span] = []
        for day in days:
            midnight = day.midnight
            for start, end in self.pieces(worker_id, day):
                begins = midnight + _AFTER[start]
                if spans and spans[-1].end == begins:
                    begins = spans.pop().start
                spans.append(Span(begins, midnight + _AFTER[end]))
        return spans

    def working(self, worker_id: str, days: Sequence[Day]) -> list[Span]:
        """When the worker is there, merged: planned hours of the days that are not closed, less time off."""
        open_days = [day for day in days if day.text not in self.closed] if self.closed else days
        planned = self.planned(worker_id, open_days)
        away = self.away.get(worker_id)
        return subtract(planned, away) if away else planned

    def pieces(self, worker_id: str, day: Day) -> list[Piece]:
        """A day's hours in minutes, its breaks taken out, without regard to time off and closing."""
        own = self.exceptions.get((worker_id, day.text)) if self.exceptions else None
        if own is not None:
            return cut(own, self.breaks.get((worker_id, day.weekday), ()))
        shifts = [
            (start, end)
            for start, end, since, until in self.shifts.get((worker_id, day.weekday), ())
            if since <= day.text <= until
        ]
        if not shifts:
            return []
        key = (worker_id, day.weekday, *shifts)
        pieces = self._known.get(key)
        if pieces is None:
            pieces = self._known[key] = cut(shifts, self.breaks.get((worker_id, day.weekday), ()))
        return pieces


def each_day(first: dt.date, last: dt.date) -> list[Day]:
    """Every day from `first` to `last`, both included."""
    midnight = dt.datetime.combine(first, dt.time())
    days = [first + dt.timedelta(days=count) for count in range((last - first).days + 1)]
    return [
        Day(day, day.weekday(), day.isoformat(), midnight + dt.timedelta(days=count))
        for count, day in enumerate(days)
    ]


def cut(hours: Iterable[Piece], gaps: Iterable[Piece]) -> list[Piece]:
    """What is left of `hours` outside `gaps`, sorted, without overlaps or touching neighbours."""
    left: list[Piece] = []
    for start, end in sorted(hours):
        if left and start <= left[-1][1]:
            left[-1] = (left[-1][0], max(left[-1][1], end))
        else:
            left.append((start, end))
    for gap_start, gap_end in gaps:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, gap_start)), (max(start, gap_end), end))
            if part[0] < part[1]
        ]
    return left


def minutes_of(time: str) -> int:
    """'HH:MM' in minutes after midnight."""
    return int(time[:2]) * 60 + int(time[3:])


def time_of(minutes: int) -> str:
    """Minutes after midnight as 'HH:MM'; 1440 is '24:00'."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
