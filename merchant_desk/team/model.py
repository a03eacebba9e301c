"""A worker, the spans that make up a working week, and what differs from it."""

# Annotations stand for themselves here: as text, NamedTuple would compile each of them at the start.

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span

Role = Literal["owner", "manager", "worker"]

ALWAYS = dt.date.min
FOREVER = dt.date.max
# Nobody notes anything outside these: a date there has a wrong digit in its year.
FIRST_DAY = dt.date(2000, 1, 1)
LAST_DAY = dt.date(2099, 12, 31)

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


class Worker(NamedTuple):
    """One who works here; an archived one takes no new bookings."""

    id: str
    name: str
    colour: str
    role: Role
    archived: bool


class WeekSpan(NamedTuple):
    """From `start` to `end`, 'HH:MM', on a weekday (0 is Monday); '24:00' is the end of the day."""

    weekday: int
    start: str
    end: str


class WeekPlan(NamedTuple):
    """The weekly shifts that hold from `first` to `last`, both included.

    `first` is ALWAYS where no other plan was before, `last` FOREVER where none comes after.
    """

    first: dt.date
    last: dt.date
    spans: tuple[WeekSpan, ...]


class WorkerChange(NamedTuple):
    """What somebody types of a worker; None stays as it is, for a new one as it usually is.

    The week and its breaks hold from `first` (today when None) up to and with `last` (for good when None),
    in the place of the plan that began on `instead_of`.
    """

    name: str | None = None
    role: Role | None = None
    colour: str | None = None
    week: Sequence[WeekSpan] | None = None
    breaks: Sequence[WeekSpan] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    instead_of: dt.date | None = None


class DateHours(NamedTuple):
    """A date that differs from the week: its ('HH:MM', 'HH:MM') hours, none where it is off."""

    day: dt.date
    hours: tuple[tuple[str, str], ...]


class TimeOff(NamedTuple):
    """Away from `start` up to `end`, naive shop time.

    With a `rule` again and again, each time as long: RFC 5545 without DTSTART, on a second line EXDATE with
    the occurrences that were taken back.
    """

    id: str
    worker_id: str
    start: dt.datetime
    end: dt.datetime
    reason: str
    rule: str = ""


class Away(NamedTuple):
    """One time that a worker is away: of `off`, from `span.start` to `span.end`."""

    span: Span
    off: TimeOff


class DayHours(NamedTuple):
    """One worker's day: at work in `spans`, which are the planned hours less what is `away`.

    `planned` are the hours without regard to time off and closing, breaks taken out. `differs` says that
    the date has hours of its own, `closed` that the shop is.
    """

    day: dt.date
    spans: tuple[Span, ...]
    planned: tuple[Span, ...]
    away: tuple[Away, ...]
    differs: bool
    closed: bool


def check_day(day: dt.date) -> None:
    """Raise DeskError "far_day" (facts: day) for one that can only be a slip of the hand."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DeskError("far_day", day=day)


def next_colour(taken: Collection[str]) -> str:
    """The first colour nobody has; when all are taken, they are given out again in turn."""
    free = [colour for colour in WORKER_COLOURS if colour not in taken]
    return free[0] if free else WORKER_COLOURS[len(taken) % len(WORKER_COLOURS)]
