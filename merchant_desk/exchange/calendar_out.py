"""Appointments as an iCalendar file that Apple, Google and Outlook calendars open.

Times are local with a TZID and the zone's definition, not UTC: a calendar then shows what the shop says,
also when a zone's law changes. Every date of a series is an event of its own with a UID of its own: dates
that were moved or left out need no exceptions, which each program reads in its own way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from merchant_desk import __version__
from merchant_desk.appointments.former import former_parts
from merchant_desk.appointments.model import OFF
from merchant_desk.appointments.period import PeriodLine, period_lines
from merchant_desk.core.errors import DeskError
from merchant_desk.core.files import write_whole
from merchant_desk.db.records import Reader
from merchant_desk.exchange.calendar_known import MARK, uid_of
from merchant_desk.exchange.calendar_zones import vtimezone
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """Which appointments: those that begin from `first` to `last`, of one worker or (None) of the shop.

    Without `names` the file says nothing of customers: no name, no address, no note.
    """

    first: dt.date
    last: dt.date
    worker_id: str | None = None
    names: bool = True


@dataclass(frozen=True, slots=True)
class WrittenCalendar:
    """A calendar file's bytes, and how many events are in it; `cancelled` of them are called off."""

    data: bytes
    events: int
    cancelled: int


def calendar(r: Reader, wish: CalendarWish, now: dt.datetime) -> WrittenCalendar:
    """The file of a period; `now` is UTC. Raises DeskError "bad_period" (facts: start, end).

    What is called off or was missed is in it as CANCELLED, so that calendars which have it let it go; so is
    in a worker's what others do now. The shop's calendar has one event per appointment; a worker's has the
    worker's part of each.
    """
    if wish.last < wish.first:
        raise DeskError("bad_period", start=wish.first, end=wish.last)
    zone = shop_store.zone(r)
    written = Calendar()
    written.add("prodid", f"-//Merchant Desk//{__version__}//EN")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", _name(r, wish))
    written.add("x-wr-timezone", zone)
    written.add_component(vtimezone(zone, wish.first, wish.last))
    visits = _visits(period_lines(r, wish.first, wish.last, wish.worker_id), by_worker=wish.worker_id)
    if wish.worker_id is not None:
        visits += _taken_away(r, wish.worker_id, wish)
    tz = ZoneInfo(zone)
    for uid, lines in visits:
        written.add_component(_event(uid, lines, wish, tz, now))
    cancelled = sum(lines[0].status in OFF for _, lines in visits)
    return WrittenCalendar(written.to_ical(), len(visits), cancelled)


def save_calendar(path: Path, written: WrittenCalendar) -> None:
    """Write the file whole or not at all. Raises DeskError "cannot_write" (fact `file`), "disk_full"."""
    write_whole(path, written.data)


def _name(r: Reader, wish: CalendarWish) -> str:
    shop = shop_store.shop(r)
    worker = team_store.worker(r, wish.worker_id) if wish.worker_id else None
    return " · ".join(name for name in (shop.name if shop else "", worker.name if worker else "") if name)


def _visits(lines: Sequence[PeriodLine], by_worker: str | None) -> list[tuple[str, list[PeriodLine]]]:
    """The lines of each event, with its UID, by time.

    What came with a UID keeps it. A date of an imported series cannot: its UID stands for all of them.
    """
    whole: dict[str, list[PeriodLine]] = {}
    for line in lines:
        whole.setdefault(line.appointment_id, []).append(line)
    if by_worker is None:
        return [
            (mine[0].uid if mine[0].uid and not mine[0].in_series else uid_of(appointment_id), mine)
            for appointment_id, mine in whole.items()
        ]
    found: list[tuple[str, list[PeriodLine]]] = []
    for appointment_id, mine in whole.items():
        runs: list[list[PeriodLine]] = []
        for line in mine:
            if runs and runs[-1][-1].end == line.start:
                runs[-1].append(line)
            else:
                runs.append([line])
        found += [(uid_of(appointment_id, by_worker, part), run) for part, run in enumerate(runs, start=1)]
    return found


def _taken_away(r: Reader, worker_id: str, wish: CalendarWish) -> list[tuple[str, list[PeriodLine]]]:
    """What the worker's calendar may still have though somebody else does it now, with its UID."""
    gone = former_parts(r, worker_id, wish.first, wish.last)
    return [(uid_of(one.lines[0].appointment_id, worker_id, one.part), list(one.lines)) for one in gone]


def _event(
    uid: str, lines: Sequence[PeriodLine], wish: CalendarWish, tz: dt.tzinfo, now: dt.datetime
) -> Event:
    first = lines[0]
    event = Event()
    event.add("uid", uid)
    event.add(MARK, first.appointment_id)
    event.add("dtstamp", now)
    changed = max(line.changed_ms for line in lines) // 1000
    event.add("last-modified", dt.datetime.fromtimestamp(changed, dt.UTC))
    event.add("sequence", first.sequence)
    event.add("dtstart", first.start.replace(tzinfo=tz))
    event.add("dtend", max(line.end for line in lines).replace(tzinfo=tz))
    event.add("summary", _summary(lines, wish))
    event.add("status", _status(first.status))
    event.add("transp", "TRANSPARENT" if first.status in OFF else "OPAQUE")
    place = " · ".join(dict.fromkeys(line.place for line in lines if line.place))
    location = (first.address if wish.names else "") or place
    if location:
        event.add("location", location)
    described = _described(lines, wish)
    if described:
        event.add("description", described)
    return event


def _summary(lines: Sequence[PeriodLine], wish: CalendarWish) -> str:
    """Whom, what, and in the shop's calendar by whom; read back, it says the same."""
    customer = lines[0].customer if wish.names else ""
    services = " + ".join(line.service for line in lines)
    workers = dict.fromkeys(line.worker for line in lines) if wish.worker_id is None else ()
    return " · ".join(part for part in (customer, services, *workers) if part)


def _status(status: str) -> str:
    """Booked is not confirmed yet; a missed visit's time belongs to others, as a cancelled one's does."""
    if status in OFF:
        return "CANCELLED"
    return "TENTATIVE" if status == "booked" else "CONFIRMED"


def _described(lines: Sequence[PeriodLine], wish: CalendarWish) -> str:
    """Who does what when, where it is more than one thing, and the note."""
    told = []
    if len(lines) > 1:
        for line in lines:
            worker = line.worker if wish.worker_id is None else ""
            parts = (f"{line.start:%H:%M}-{line.end:%H:%M}", line.service, worker, line.place)
            told.append(" · ".join(part for part in parts if part))
    if wish.names and lines[0].note:
        told.append(lines[0].note)
    return "\n".join(told)
