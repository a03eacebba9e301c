"""From an iCalendar text to its components, line by line: one broken event spoils no other.

Only the lines an appointment is made of are read; alarms, pictures and tasks are passed over. The library
reads each line; the whole file is never in its hands, which would take minutes for a large one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from icalendar.parser import Contentline

# Longer lines hold pictures and web pages; of a text only its beginning is kept.
_LONGEST_LINE = 1 << 16
_DEEPEST = 20
_WANTED = frozenset(
    {
        *("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE"),
        *("RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER", "CONTACT"),
        *("METHOD", "X-WR-CALNAME", "NAME", "X-MERCHANT-DESK-ID"),
    }
)
_MANY = 200
# Nothing quoted or escaped: nearly every line. The library takes ten times as long for it.
_PLAIN = re.compile(r'[A-Za-z0-9-]+((?:;[A-Za-z0-9-]+=[^"\\,;:%^\x00-\x1f\x7f]+)*):([^\\]*)')


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a component: its parameters by upper-case name, and its value with the escapes resolved."""

    params: Mapping[str, str]
    value: str


@dataclass(frozen=True, slots=True)
class Block:
    """An event or a time zone: the number of its first line, and whether its end was there.

    An event has `properties` by upper-case name; a time zone its own lines as they stand in `text`.
    """

    kind: str
    number: int
    whole: bool
    properties: Mapping[str, Sequence[Property]]
    text: str = ""

    def first(self, name: str) -> Property | None:
        """The first line of this name, or None."""
        found = self.properties.get(name)
        return found[0] if found else None

    def words(self, name: str) -> str:
        """The value of the first line of this name without blanks around it, or ""."""
        found = self.first(name)
        return found.value.strip() if found else ""


def blocks(text: str) -> Iterator[Block]:
    """The events and time zones of a text in their order, and at last "VCALENDAR" with its own lines.

    What is nested in them belongs to nobody. Where an end is missing the block says so and ends where the
    next one begins.
    """
    calendar: dict[str, list[Property]] = {}
    outer: list[str] = []
    kind, started, depth = "", 0, 0
    own: dict[str, list[Property]] = {}
    zone: list[str] = []
    for number, line in _unfolded(text):
        name, _, rest = line.partition(":")
        name, rest = name.strip().upper(), rest.strip().upper()
        if name == "BEGIN" and rest in {"VEVENT", "VTIMEZONE", "VCALENDAR"}:
            if kind:
                yield Block(kind, started, False, own, "\r\n".join(zone))
            kind, started, depth = ("" if rest == "VCALENDAR" else rest), number, 0
            own, zone = {}, [line]
            outer.clear()
        elif not kind:
            _step_outside(outer, calendar, name, rest, line)
        elif name == "END" and rest == kind:
            yield Block(kind, started, True, own, "\r\n".join((*zone, line)))
            kind = ""
        elif kind == "VTIMEZONE":
            zone.append(line)
        elif name == "BEGIN":
            depth = min(depth + 1, _DEEPEST)
        elif name == "END":
            depth = max(depth - 1, 0)
        elif depth == 0:
            _keep(own, line)
    if kind:
        yield Block(kind, started, False, own, "\r\n".join(zone))
    yield Block("VCALENDAR", 1, True, calendar)


def _step_outside(
    outer: list[str], calendar: dict[str, list[Property]], name: str, rest: str, line: str
) -> None:
    """A line of the calendar itself, or of a component that holds no appointments (tasks, free and busy)."""
    if name == "BEGIN":
        if len(outer) < _DEEPEST:
            outer.append(rest)
    elif name == "END":
        if outer and outer[-1] == rest:
            outer.pop()
    elif not outer:
        _keep(calendar, line)


def _keep(own: dict[str, list[Property]], line: str) -> None:
    """Add a line that is wanted; a malformed one is left out, and what needs it will miss it."""
    name = line.partition(":")[0].partition(";")[0].strip().upper()
    if name not in _WANTED or len(own.setdefault(name, [])) >= _MANY:
        return
    plain = _PLAIN.fullmatch(line)
    if plain is not None:
        pairs = (part.partition("=") for part in plain[1].split(";")[1:])
        own[name].append(Property({key.upper(): each for key, _, each in pairs}, plain[2]))
        return
    try:
        _, params, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return
    named = {key.upper(): each if isinstance(each, str) else ",".join(each) for key, each in params.items()}
    own[name].append(Property(named, value))


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The content lines with the number each begins on; overlong ones cut, empty ones left out."""
    parts: list[str] = []
    length, started = 0, 1
    for number, raw in enumerate(io.StringIO(text, newline=None), start=1):
        piece = raw.rstrip("\n")
        if piece[:1] in {" ", "\t"} and parts:
            piece = piece[1:]
        else:
            if parts:
                yield started, "".join(parts)
            parts, length, started = [], 0, number
            if not piece.strip():
                continue
        room = _LONGEST_LINE - length
        if room > 0:
            parts.append(piece[:room])
            length += len(piece)
    if parts:
        yield started, "".join(parts)
