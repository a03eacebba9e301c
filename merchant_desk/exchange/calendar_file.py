"""A calendar file as one more table of the import: every date of it is a row, read when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.calendar_dates import PlannedDate, Refused, dates
from merchant_desk.exchange.calendar_events import BadEvent, CalendarEvent, CalendarFacts, read_calendar
from merchant_desk.exchange.calendar_lines import blocks
from merchant_desk.exchange.cells import Cell, text
from merchant_desk.exchange.encoding import decode
from merchant_desk.exchange.formats import CALENDAR, Format
from merchant_desk.exchange.reader import Row
from merchant_desk.exchange.recognise import BadCell, Record

_START = b"BEGIN:VCALENDAR"
_EVENT = b"BEGIN:VEVENT"
_SUFFIXES = frozenset({".ics", ".ical", ".ifb", ".vcs"})
_MARKS = b"\xef\xbb\xbf\xff\xfe\xfe\xff"
_LARGEST = 64 << 20
# More than a busy shop books in years: what claims more is no calendar of a shop.
MOST_EVENTS = 100_000
_COLUMNS = ("DTSTART", "SUMMARY", "DESCRIPTION")


def is_calendar(path: Path, data: bytes) -> bool:
    """Whether bytes are a calendar file's, whatever its name and encoding; an .ics may have lost its head."""
    start = data[:256].replace(b"\x00", b"").lstrip(_MARKS + b" \t\r\n").upper()
    if start.startswith(_START):
        return True
    return path.suffix.lower() in _SUFFIXES and _EVENT in data.replace(b"\x00", b"").upper()


@dataclass(slots=True)
class CalendarTable:
    """The dates of one calendar file. `today` is the shop's date; `name` is known once the rows were read."""

    file: str
    text: str
    length: int
    today: dt.date
    name: str = ""
    format: Format = CALENDAR

    @classmethod
    def of(cls, file: str, data: bytes, today: dt.date) -> CalendarTable:
        """The table of a file's bytes.

        Raises DeskError "empty_file", "too_large", "broken_text" (fact `file`).
        """
        if len(data) > _LARGEST:
            raise DeskError("too_large", file=file)
        # Bytes of zero in a text of single bytes are what a broken disk or sync leaves behind.
        plain = data.replace(b"\x00", b"") if _START in data[:256].upper() else data
        try:
            words = decode(plain)
        except DeskError as error:
            raise DeskError(error.code, **{"file": file, **error.facts}) from error
        events = words.upper().count(_EVENT.decode())
        if events == 0:
            raise DeskError("empty_file", file=file)
        if events > MOST_EVENTS:
            raise DeskError("too_large", file=file)
        # Once read, once written.
        return cls(file, words, 2 * events, today)

    def records(self, zone: str, step: Callable[[], None] = lambda: None) -> Iterator[Record]:
        """Every date as a record with the value "date"; `step` hears of each event that was read."""
        clock = ZoneInfo(zone)
        events: list[CalendarEvent] = []
        bad: list[BadEvent] = []
        for found in read_calendar(blocks(self.text), clock):
            if isinstance(found, CalendarFacts):
                self.name = found.name
                if found.cancels:
                    events = [replace(event, cancelled=True) for event in events]
                continue
            step()
            if isinstance(found, BadEvent):
                bad.append(found)
            else:
                events.append(found)
        self.text = ""
        for broken in bad:
            row: Row = (broken.when, broken.summary)
            yield Record(broken.number, {}, row, BadCell(broken.code, broken.facts))
        for date in dates(events, clock, self.today):
            event = date.event
            start = date.start if isinstance(date, PlannedDate) else event.start.at
            row = (start.isoformat(" ", "minutes"), event.summary, event.description)
            if isinstance(date, Refused):
                yield Record(event.number, {}, row, BadCell(date.code, date.facts))
            else:
                yield Record(event.number, {"date": date}, row)

    def raw(self, row: Row) -> Mapping[str, str]:
        """A date as the file has it: property -> text."""
        told: dict[str, Cell] = dict(zip(_COLUMNS, row, strict=False))
        return {name: words for name, cell in told.items() if (words := text(cell))}
