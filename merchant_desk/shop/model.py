"""What the desk knows about the shop, and how a day's opening spans and typed names are read."""

# Annotations stand for themselves here: as text, NamedTuple would compile each of them at the start.

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from merchant_desk.core.errors import DeskError

TRADES: tuple[str, ...] = (
    "nails_lashes",
    "hair",
    "beauty_massage",
    "fitness",
    "pet_care",
    "housekeeping",
    "home_repair",
    "private_dining",
)

STEPS = (5, 10, 15, 20, 30, 60)

# What a reminder may name in braces, as in {name}.
REMINDER_FIELDS = ("name", "day", "time", "service", "worker", "shop", "address")
LONGEST_REMINDER = 1000
LONGEST_NOTICE = 30 * 24 * 60
FURTHEST = 730
MOST_LATE_HOURS = 30 * 24
LONGEST_ALERT = 4 * 60

_UNPRINTED = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)])
_INVISIBLE = frozenset({"Cf", "Mn", "Zs"})
_BRACES = re.compile(r"[{｛]([^{}｛｝\n]*)[}｝]")
_TIME = re.compile(r"(\d{1,2}):([0-5]\d)")


class Shop(NamedTuple):
    """The shop's own facts: ISO 4217 currency, IANA zone, and the minutes between offered start times."""

    name: str
    trade: str
    currency: str
    zone: str
    step_minutes: int


class BookingRules(NamedTuple):
    """How the shop gives its time away.

    Free times are offered every `step` minutes, from `notice` minutes from now on, up to `horizon` days
    ahead. Calling off less than `late_hours` before the time is late. `alert` minutes before an appointment
    the desk says so (0: never). `reminder` is the message for the day before, "" for the usual one.
    """

    step: int = 15
    notice: int = 0
    horizon: int = 60
    late_hours: int = 24
    alert: int = 10
    reminder: str = ""

    def check(self) -> None:
        """Raise DeskError "unknown_field" (facts: field, fields) for a reminder that names what is not known.

        ValueError for a number or length that no screen offers.
        """
        bounds = (
            (self.notice, 0, LONGEST_NOTICE),
            (self.horizon, 1, FURTHEST),
            (self.late_hours, 0, MOST_LATE_HOURS),
            (self.alert, 0, LONGEST_ALERT),
            (len(self.reminder), 0, LONGEST_REMINDER),
        )
        if self.step not in STEPS or any(not least <= value <= most for value, least, most in bounds):
            raise ValueError(f"no such booking rules: {self}")
        unknown = unknown_fields(self.reminder)
        if unknown:
            fields = [f"{{{name}}}" for name in REMINDER_FIELDS]
            raise DeskError("unknown_field", field=unknown[0], fields=fields)


class OpeningSpan(NamedTuple):
    """Open from `start` to `end`, 'HH:MM', on a weekday (0 is Monday); '24:00' is the end of the day."""

    weekday: int
    start: str
    end: str


class ClosedDay(NamedTuple):
    """A date on which the shop stays closed, and what the owner calls it."""

    id: str
    day: dt.date
    name: str


def unknown_fields(text: str) -> list[str]:
    """What stands in braces in a reminder and is none of REMINDER_FIELDS, as typed, each once.

    Also "{ name }" and full-width braces: those are sent as they stand.
    """
    known = {f"{{{name}}}" for name in REMINDER_FIELDS}
    return list(dict.fromkeys(found[0] for found in _BRACES.finditer(text) if found[0] not in known))


DEFAULT_OPENING: tuple[OpeningSpan, ...] = tuple(
    OpeningSpan(weekday, "10:00", "21:00") for weekday in range(7)
)


def read_name(text: str) -> str:
    """A name as the shop keeps it: one line, no blanks around it, nothing invisible at its ends.

    Everything else stays as typed, whatever its script. Raises DeskError "no_name".
    """
    name = " ".join(" ".join(text.split()).translate(_UNPRINTED).split())
    if all(unicodedata.category(char) in _INVISIBLE for char in name):
        raise DeskError("no_name")
    return name


def read_time(text: str) -> str:
    """A time of day as the file keeps it, 'HH:MM' up to '24:00'; '9：30' is '09:30'.

    Raises DeskError "bad_time".
    """
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found or (at := f"{int(found[1]):02}:{found[2]}") > "24:00":
        raise DeskError("bad_time", text=text)
    return at


def read_week(spans: Iterable[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Weekly (weekday, start, end) spans as the file keeps them: sorted, with overlaps made one.

    Raises DeskError "bad_time", "end_before_start" for a span without length, and "over_midnight"
    for one that ends before it starts: a night is two spans, one on each day.
    """
    tidy: list[tuple[int, str, str]] = []
    read = ((weekday, read_time(start), read_time(end)) for weekday, start, end in spans)
    for weekday, start, end in sorted(read):
        if end == start:
            raise DeskError("end_before_start", weekday=weekday, start=start, end=end)
        if end < start:
            raise DeskError("over_midnight", weekday=weekday, start=start, end=end)
        if tidy and tidy[-1][0] == weekday and start <= tidy[-1][2]:
            _, first, last = tidy.pop()
            tidy.append((weekday, first, max(last, end)))
        else:
            tidy.append((weekday, start, end))
    return tidy


def at_time(day: dt.date, time: str) -> dt.datetime:
    """The naive moment of 'HH:MM' on that day; '24:00' is the next day's first."""
    hours, minutes = time.split(":")
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=int(hours), minutes=int(minutes))
