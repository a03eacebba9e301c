"""From a component of a calendar file to an event: its times, its words, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from icalendar import vDuration

from merchant_desk.appointments.model import LONGEST_BUSY
from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.calendar_lines import Block, Property
from merchant_desk.exchange.calendar_zones import Zones
from merchant_desk.exchange.landing import digest

_WHEN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z?))?", re.IGNORECASE)
_LONGEST_TITLE = 300
_LONGEST_TEXT = 2000
_LONGEST_UID = 500
_MOST_SEQUENCE = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as the file has it: naive, to the minute, on the clock of `zone`; None is the shop's own."""

    at: dt.datetime
    zone: dt.tzinfo | None
    all_day: bool = False

    def on(self, clock: dt.tzinfo) -> dt.datetime:
        """The naive time on another zone's clock, to the minute."""
        if self.zone is None:
            return self.at
        there = self.at.replace(tzinfo=self.zone).astimezone(clock)
        return there.replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One VEVENT: the number of its first line, its own words, and its times as the file has them.

    `recurrence` is which date of its series it stands in for. `rule` is the RRULE's text; `left_out` and
    `added` are EXDATE and RDATE. `people` are the names and numbers of who takes part, `mark` is our own
    id of the appointment where this desk wrote the event.
    """

    number: int
    uid: str
    start: Moment
    minutes: int
    summary: str
    description: str
    location: str
    people: tuple[str, ...]
    cancelled: bool
    sequence: int
    rule: str = ""
    left_out: tuple[Moment, ...] = ()
    added: tuple[Moment, ...] = ()
    recurrence: Moment | None = None
    mark: str = ""

    @property
    def title(self) -> str:
        """What to call it in a sentence."""
        return self.summary or self.description.partition("\n")[0]


@dataclass(frozen=True, slots=True)
class BadEvent:
    """An event that cannot be used: the number of its first line, why, and what it says."""

    number: int
    code: str
    facts: dict[str, object]
    summary: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What a calendar says of itself: its name, and whether all in it is called off (METHOD:CANCEL)."""

    name: str
    cancels: bool


def read_calendar(
    found: Iterator[Block], clock: dt.tzinfo
) -> Iterator[CalendarEvent | BadEvent | CalendarFacts]:
    """The events of a file's blocks, one by one, and at last what the calendar says of itself.

    `clock` is the shop's zone. Zones are known when the first event needs one: files define them
    before, and one that does not is read by the zone's name alone.
    """
    own: dict[str, str] = {}
    zones = Zones(own)
    for block in found:
        if block.kind == "VTIMEZONE":
            _learn(own, block)
        elif block.kind == "VEVENT":
            yield _event(block, zones, clock)
        else:
            name = block.words("X-WR-CALNAME") or block.words("NAME")
            yield CalendarFacts(name, block.words("METHOD").upper() == "CANCEL")


def _learn(own: dict[str, str], block: Block) -> None:
    found = re.search(r"^TZID(?:;[^:]*)?:(.*)$", block.text, re.IGNORECASE | re.MULTILINE)
    if found and block.whole and len(own) < 500:
        own.setdefault(found[1].strip(), block.text)


def _event(block: Block, zones: Zones, clock: dt.tzinfo) -> CalendarEvent | BadEvent:
    summary = _short(block.words("SUMMARY"), _LONGEST_TITLE)
    start = block.first("DTSTART")
    when = start.value.strip() if start else ""
    facts: dict[str, object] = {"title": summary}
    if not block.whole:
        return BadEvent(block.number, "cut_off", facts, summary, when)
    try:
        if start is None:
            raise DeskError("no_start", **facts)
        return _read(block, summary, _moment(start, zones), zones, clock)
    except DeskError as error:
        return BadEvent(block.number, error.code, {**facts, **error.facts}, summary, when)


def _read(block: Block, summary: str, start: Moment, zones: Zones, clock: dt.tzinfo) -> CalendarEvent:
    standing_in = block.first("RECURRENCE-ID")
    cancelled = block.words("STATUS").upper() == "CANCELLED"
    # What is called off needs no length of its own.
    minutes = _minutes(block, start, zones, clock) if not cancelled else 1
    uid = block.words("UID") or "none-" + digest(f"{start.at.isoformat()}/{summary}")
    people = [_person(one) for name in ("ATTENDEE", "CONTACT") for one in block.properties.get(name, ())]
    return CalendarEvent(
        number=block.number,
        uid=uid if len(uid) <= _LONGEST_UID else digest(uid),
        start=start,
        minutes=minutes,
        summary=summary,
        description=_short(block.words("DESCRIPTION"), _LONGEST_TEXT),
        location=_short(block.words("LOCATION"), _LONGEST_TITLE),
        people=tuple(person for person in people if person),
        cancelled=cancelled,
        sequence=_sequence(block.words("SEQUENCE")),
        rule="" if standing_in else _rule(block),
        left_out=tuple(_moments(block, "EXDATE", zones)),
        added=tuple(_moments(block, "RDATE", zones)),
        recurrence=_moment(standing_in, zones) if standing_in else None,
        mark=block.words("X-MERCHANT-DESK-ID"),
    )


def _rule(block: Block) -> str:
    """The RRULE's text; two of them, or an EXRULE, which no program writes any more, are too much."""
    if len(block.properties.get("RRULE", ())) > 1 or block.properties.get("EXRULE"):
        raise DeskError("bad_rule", text="EXRULE")
    return block.words("RRULE")


def _moments(block: Block, name: str, zones: Zones) -> Iterator[Moment]:
    for line in block.properties.get(name, ()):
        for part in line.value.split(","):
            # A period's start is its date; its own length is the event's.
            yield _moment(Property(line.params, part.partition("/")[0]), zones)


def _moment(line: Property, zones: Zones) -> Moment:
    found = _WHEN.fullmatch(line.value.strip())
    if found is None:
        raise DeskError("bad_moment", text=_short(line.value, 40))
    year, month, day, hour, minute, utc = found.groups()
    try:
        at = dt.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError as error:
        raise DeskError("bad_moment", text=line.value) from error
    if hour is None:
        return Moment(at, None, all_day=True)
    if utc:
        return Moment(at, dt.UTC)
    tzid = line.params.get("TZID", "")
    if not tzid:
        return Moment(at, None)
    zone = zones.zone(tzid)
    if zone is None:
        raise DeskError("unknown_zone", zone=_short(tzid, 80))
    return Moment(at, zone)


def _minutes(block: Block, start: Moment, zones: Zones, clock: dt.tzinfo) -> int:
    """How long it takes. Raises DeskError "all_day", "no_length", "too_long"."""
    if start.all_day:
        raise DeskError("all_day", day=start.at.date())
    end, length = block.first("DTEND"), block.first("DURATION")
    if end is not None:
        until = _moment(end, zones)
        try:
            minutes = _apart(start, until, clock) // dt.timedelta(minutes=1)
        except OverflowError as error:
            raise DeskError("out_of_range", day=start.at.date()) from error
    elif length is not None:
        minutes = _duration(length.value) // dt.timedelta(minutes=1)
    else:
        minutes = 0
    if minutes < 1:
        raise DeskError("no_length", start=start.at)
    if minutes > LONGEST_BUSY:
        raise DeskError("too_long", minutes=minutes)
    return minutes


def _apart(start: Moment, end: Moment, clock: dt.tzinfo) -> dt.timedelta:
    """From the one to the other; on one clock it is what that clock shows, also where it is changed."""
    if start.zone == end.zone:
        return end.at - start.at
    return _instant(end, clock) - _instant(start, clock)


def _instant(moment: Moment, clock: dt.tzinfo) -> dt.datetime:
    return moment.at.replace(tzinfo=moment.zone or clock).astimezone(dt.UTC)


def _duration(text: str) -> dt.timedelta:
    try:
        length: dt.timedelta = vDuration.from_ical(text.strip())  # type: ignore[no-untyped-call]
        return length
    except (ValueError, OverflowError) as error:
        raise DeskError("bad_moment", text=_short(text, 40)) from error


def _person(line: Property) -> str:
    """Who takes part: the name, and the number where it is a telephone link; addresses say nobody's name."""
    number = line.value.strip()
    number = number[4:] if number.lower().startswith("tel:") else ""
    name = line.params.get("CN", "").strip()
    if "@" in name or name.lower().startswith("mailto:"):
        name = ""
    return f"{name} {number}".strip()


def _sequence(text: str) -> int:
    return min(int(text), _MOST_SEQUENCE) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _short(text: str, most: int) -> str:
    """The text without what cannot be printed, not longer than `most`."""
    plain = "".join(char for char in text[: most * 2] if char >= " " or char == "\n")
    return plain.strip()[:most]
