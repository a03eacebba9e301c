"""Times of day in both languages: 下午三点半, 15:30, half past 4, 4-5:30pm; and parts of the day alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

_NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour and a minute as they were said; `sure` where no half of the day has to be guessed."""

    hour: int
    minute: int = 0
    sure: bool = False

    def times(self) -> tuple[dt.time, ...]:
        """What it may mean: one time, or the one of the morning and the one of the afternoon."""
        if self.sure or self.hour > _NOON or self.hour == 0:
            return (dt.time(self.hour, self.minute),)
        early, late = self.hour % _NOON, self.hour % _NOON + _NOON
        return (dt.time(early, self.minute), dt.time(late, self.minute))

    @property
    def real(self) -> bool:
        """Whether any clock shows it."""
        return 0 <= self.hour < 24 and 0 <= self.minute < 60


@dataclass(frozen=True, slots=True)
class TimeWord:
    """What a word says of the time: from `start`, up to `end` for a span.

    `code` is the question where it has to be asked about, `period` the part of the day it names (one of
    PARTS), `said` a remark.
    """

    start: Clock | None = None
    end: Clock | None = None
    code: str = ""
    period: str = ""
    said: str = ""

    def within(self, period: str) -> TimeWord:
        """The same, said of a part of the day."""
        if self.start is None or self.start.sure:
            return self
        start = clock(self.start.hour, self.start.minute, period)
        if start is None:
            return TimeWord(code="bad_time")
        end = self.end
        if end is not None and not end.sure:
            later = [one for one in end.times() if one > dt.time(start.hour, start.minute)]
            end = (
                Clock(later[0].hour, later[0].minute, True) if later else clock(end.hour, end.minute, period)
            )
        return replace(self, start=start, end=end, period="")


# The hours that a part of the day stands for.
PARTS: dict[str, tuple[int, int]] = {
    "dawn": (0, 6),
    "morning": (6, 12),
    "noon": (11, 14),
    "afternoon": (12, 18),
    "evening": (17, 23),
}


def clock(hour: int, minute: int, period: str) -> Clock | None:
    """An hour of a part of the day ("" for none said); None where it is not one, such as 13 in the morning.

    A `Clock` that no clock shows (25:00) is given back as it is.
    """
    said = Clock(hour, minute, bool(period))
    if not said.real or hour > _NOON or hour == 0 or not period:
        return None if said.real and period == "morning" and hour > _NOON else said
    if period in {"dawn", "morning"}:
        at = hour % _NOON if period == "dawn" else hour
    elif period == "noon":
        at = hour if hour >= 10 else hour + _NOON
    elif period == "afternoon":
        at = hour % _NOON + _NOON
    else:
        if hour == _NOON or hour < 5:
            return None  # after midnight: of which of the two days?
        at = hour + _NOON
    return Clock(at, minute, True)


def word(hour: int, minute: int, period: str = "", sure: bool = False) -> TimeWord:
    """What an hour and a minute say, with the question where no clock shows them."""
    at = clock(hour, minute, period)
    if at is None or not at.real:
        return TimeWord(code="bad_time")
    return TimeWord(replace(at, sure=at.sure or sure))


def span(start: TimeWord, end: TimeWord) -> TimeWord:
    """From one time to another; what only one of them says holds for both."""
    if start.start is None or end.start is None:
        return TimeWord(code="bad_time")
    first, last = start.start, end.start
    if not last.sure and first.sure:
        later = [one for one in last.times() if one > dt.time(first.hour, first.minute)]
        if later:
            last = Clock(later[0].hour, later[0].minute, True)
    elif last.sure and not first.sure:
        earlier = [one for one in first.times() if one < dt.time(last.hour, last.minute)]
        if earlier:
            first = Clock(earlier[-1].hour, earlier[-1].minute, True)
    return TimeWord(first, last)
