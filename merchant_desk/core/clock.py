"""Time as the shop lives it: naive wall time in the shop's one zone; UTC only for machine events."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol
from zoneinfo import ZoneInfo

from merchant_desk.core.errors import DeskError

DEFAULT_ZONE = "Asia/Shanghai"


class Clock(Protocol):
    """Where the desk reads the time; tests hold one that stands still."""

    def now(self) -> dt.datetime:
        """Naive wall time in the shop's zone, to the second."""

    def today(self) -> dt.date:
        """The shop's date."""

    def epoch_ms(self) -> int:
        """Machine time: UTC epoch milliseconds."""

    def move_to(self, zone: str) -> None:
        """Show the wall time of another IANA zone from now on."""


class SystemClock:
    """The PC's clock, read in the shop's zone."""

    def __init__(self, zone: str = DEFAULT_ZONE) -> None:
        self._zone = ZoneInfo(zone)

    def now(self) -> dt.datetime:
        """Naive wall time in the shop's zone, to the second."""
        return dt.datetime.now(self._zone).replace(tzinfo=None, microsecond=0)

    def today(self) -> dt.date:
        """The shop's date."""
        return self.now().date()

    def epoch_ms(self) -> int:
        """Machine time: UTC epoch milliseconds."""
        return time.time_ns() // 1_000_000

    def move_to(self, zone: str) -> None:
        """Show the wall time of another IANA zone from now on."""
        self._zone = ZoneInfo(zone)


class FixedClock:
    """A clock that shows what it is told: `at` is naive wall time in `zone`."""

    def __init__(self, at: dt.datetime, zone: str = DEFAULT_ZONE) -> None:
        self._at = at
        self._zone = ZoneInfo(zone)

    def set(self, at: dt.datetime) -> None:
        """Show another time from now on."""
        self._at = at

    def now(self) -> dt.datetime:
        """The time it was told."""
        return self._at

    def today(self) -> dt.date:
        """The date it was told."""
        return self._at.date()

    def epoch_ms(self) -> int:
        """The told time as UTC epoch milliseconds."""
        return int(self._at.replace(tzinfo=self._zone).timestamp() * 1000)

    def move_to(self, zone: str) -> None:
        """Read the told wall time as one of another zone."""
        self._zone = ZoneInfo(zone)


def wall(at: dt.datetime) -> str:
    """Naive wall time as the file keeps it, '2026-03-01T14:30'; seconds are dropped."""
    return at.isoformat(timespec="minutes")[:16]


def parse_wall(text: str) -> dt.datetime:
    """The naive wall time of '2026-03-01T14:30' (a blank may stand for the T).

    Raises DeskError "bad_time".
    """
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise DeskError("bad_time", text=text) from error
    return at.replace(tzinfo=None, second=0, microsecond=0)


def parse_day(text: str) -> dt.date:
    """The date of '2026-03-01'. Raises DeskError "bad_day"."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise DeskError("bad_day", text=text) from error


def last_of_month(day: dt.date) -> dt.date:
    """The last day of that day's month."""
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def real_wall(at: dt.datetime, zone: str) -> dt.datetime:
    """The wall time itself, or the first one that exists where a clock change skips it."""
    tz = ZoneInfo(zone)
    back = at.replace(tzinfo=tz).astimezone(dt.UTC).astimezone(tz).replace(tzinfo=None)
    if back == at:
        return at
    # PEP 495: inside a gap fold=0 reads the offset before it, so the way back lands behind the gap by
    # as much as `at` lies inside it; the gap's end is where the day's offset changes.
    low, high = at - dt.timedelta(days=1), back
    before = low.replace(tzinfo=tz).utcoffset()
    while high - low > dt.timedelta(minutes=1):
        middle = low + ((high - low) / 2) // dt.timedelta(minutes=1) * dt.timedelta(minutes=1)
        exists = middle.replace(tzinfo=tz).astimezone(dt.UTC).astimezone(tz).replace(tzinfo=None) == middle
        if exists and middle.replace(tzinfo=tz).utcoffset() == before:
            low = middle
        else:
            high = middle
    jump = (back.replace(tzinfo=tz).utcoffset() or dt.timedelta()) - (before or dt.timedelta())
    return low + dt.timedelta(minutes=1) + jump if jump > dt.timedelta() else back
