"""Whose chair is free when: one day of the team as bit masks, a bit for every quarter of an hour."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

OPENS: Final = 9  # o'clock: where a day's first bit stands
CLOSES: Final = 21
SLOT_MINUTES: Final = 15
_SLOTS: Final = (CLOSES - OPENS) * 60 // SLOT_MINUTES


def slot_of(at: dt.time) -> int:
    """Which quarter of the day that time falls into; may lie outside the day."""
    return ((at.hour - OPENS) * 60 + at.minute) // SLOT_MINUTES


def slots_for(minutes: int) -> int:
    """How many quarters cover that many minutes."""
    return -(-minutes // SLOT_MINUTES)


def span_mask(start: dt.time, end: dt.time) -> int:
    """The bits of the quarters from `start` to `end`."""
    low, high = max(slot_of(start), 0), min(slot_of(end), _SLOTS)
    return ((1 << max(high, 0)) - 1) & ~((1 << low) - 1)


def _starts(free: int, length: int) -> int:
    """The bits at which `length` free quarters in a row begin."""
    covered = 1
    while covered < length and free:
        step = min(covered, length - covered)
        free &= free >> step
        covered += step
    return free


class DayChairs:
    """The free quarters of every worker on one day."""

    __slots__ = ("_free", "day")

    def __init__(self, day: dt.date, free: Sequence[int]) -> None:
        self.day = day
        self._free = list(free)

    def free_slots(self) -> int:
        """How many quarters of an hour the whole team has left."""
        return sum(mask.bit_count() for mask in self._free)

    def nearest(self, worker: int, length: int, wanted: int) -> int | None:
        """The start nearest to `wanted` at which `length` quarters are free, or None."""
        starts = _starts(self._free[worker], length)
        if not starts:
            return None
        later = starts >> wanted
        after = wanted + (later & -later).bit_length() - 1 if later else None
        before = (starts & ((1 << wanted) - 1)).bit_length() - 1
        if before < 0:
            return after
        if after is None:
            return before
        return before if wanted - before < after - wanted else after

    def take(self, worker: int, start: int, length: int) -> None:
        """Those quarters are busy now."""
        self._free[worker] &= ~(((1 << length) - 1) << start)

    def close(self, worker: int) -> None:
        """That worker takes nobody any more."""
        self._free[worker] = 0

    def take_span(self, worker: int, start: dt.datetime, end: dt.datetime) -> None:
        """The quarters that a span of this day touches are busy now."""
        first = slot_of(start.time())
        last = slots_for((end.hour - OPENS) * 60 + end.minute)
        self.take(worker, max(first, 0), max(last - max(first, 0), 0))

    def time(self, slot: int) -> dt.datetime:
        """The wall time at which that quarter begins."""
        return dt.datetime(self.day.year, self.day.month, self.day.day, OPENS) + dt.timedelta(
            minutes=slot * SLOT_MINUTES
        )
