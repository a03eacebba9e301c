"""A worker, and the spans that make up a working week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Role = Literal["owner", "manager", "worker"]

# Told apart from each other, and from the colours that sources have everywhere.
WORKER_COLOURS: tuple[str, ...] = (
    "#5B7DB1",
    "#8E6BBF",
    "#4E9A8F",
    "#B0728C",
    "#7A8B4F",
    "#A07A52",
    "#5F8FA8",
    "#9A6F6F",
    "#6C7A9C",
    "#84796B",
)


@dataclass(frozen=True, slots=True)
class Worker:
    """One who works here; an archived one takes no new bookings."""

    id: str
    name: str
    colour: str
    role: Role
    archived: bool


@dataclass(frozen=True, slots=True, order=True)
class WeekSpan:
    """From `start` to `end`, 'HH:MM', on a weekday (0 is Monday); '24:00' is the end of the day."""

    weekday: int
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class TimeOff:
    """Away from `start` up to `end`, naive shop time; with an RFC 5545 `rule` again and again."""

    id: str
    worker_id: str
    start: dt.datetime
    end: dt.datetime
    reason: str
    rule: str = ""


def next_colour(taken: Collection[str]) -> str:
    """The first colour nobody has; when all are taken, they are given out again in turn."""
    free = [colour for colour in WORKER_COLOURS if colour not in taken]
    return free[0] if free else WORKER_COLOURS[len(taken) % len(WORKER_COLOURS)]
