"""Which appointment a date of a calendar file is, and where its lines go when the calendar moves it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from merchant_desk.appointments import rules, store
from merchant_desk.appointments.busy import Busy, kept
from merchant_desk.appointments.model import Appointment
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db.records import Reader
from merchant_desk.exchange.calendar_dates import PlannedDate

DOMAIN = "merchant-desk"
# Says in each event of ours which appointment it is, also where its UID is another calendar's.
MARK = "x-merchant-desk-id"
_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_WALL = len("2026-08-20T14:00")
_OURS = re.compile(rf"({_ID})(?:\.({_ID})(?:\.(\d{{1,3}}))?)?@{DOMAIN}")


@dataclass(frozen=True, slots=True)
class Known:
    """An appointment that a date stands for; `ours` when the event was written by this desk.

    `lines` are those that the event is about: of a worker's own calendar only the worker's, none where a
    called off part of a visit is not the worker's any more.
    """

    appointment: Appointment
    ours: bool
    lines: Sequence[Busy]


class KnownDate(NamedTuple):
    """A date of a calendar's series: `at` (wall time) is when the calendar has it.

    `in_place` says that the rule of its series here, if it is in one, has it then too.
    """

    appointment_id: str
    at: str
    series_id: str | None
    in_place: bool


def uid_of(appointment_id: str, worker_id: str = "", part: int = 1) -> str:
    """The UID of an appointment in the shop's calendar, or of a worker's part of it in the worker's."""
    worker = f".{worker_id}" if worker_id else ""
    return f"{appointment_id}{worker}{f'.{part}' if part > 1 else ''}@{DOMAIN}"


def key_of(uid: str, at: dt.datetime | None) -> str:
    """What an appointment keeps as its `uid`: of a series with when the calendar has the date."""
    return uid if at is None else f"{uid}/{wall(at)}"


def dates_of(r: Reader, uid: str) -> list[KnownDate]:
    """What came as dates of the series of that UID."""
    # Between them lies what begins with the UID and "/".
    rows = r.all(
        "SELECT id, uid, series_id, series_at FROM appointment"
        " WHERE uid > :since AND uid < :until ORDER BY uid",
        since=f"{uid}/",
        until=f"{uid}0",
    )
    told = [(row, row["uid"][len(uid) + 1 :]) for row in rows]
    return [
        KnownDate(row["id"], at, row["series_id"], row["series_at"] == at)
        for row, at in told
        if len(at) == _WALL
    ]


def find_known(r: Reader, date: PlannedDate) -> Known | None:
    """The appointment that a date stands for, or None."""
    ours = _OURS.fullmatch(date.event.uid)
    if ours is not None:
        found = store.appointment(r, ours[1])
        if found is not None:
            lines = _part(found, ours[2], int(ours[3] or 1))
            # A worker's part that somebody else does now is called off, and there is nothing to call off.
            return Known(found, ours=True, lines=lines) if lines or date.event.cancelled else None
    if date.event.mark:
        found = store.appointment(r, date.event.mark)
        if found is not None:
            return Known(found, ours=True, lines=[kept(line) for line in found.lines])
    appointment_id = _by_uid(r, date.event.uid, date.series_at)
    if appointment_id is None and date.run is not None and date.series_at == date.run.start:
        # It was a single date when it came first, and is the first of many now.
        appointment_id = _by_uid(r, date.event.uid, None)
    if appointment_id is None and date.series_at is None:
        appointment_id = _by_uid(r, date.event.uid, date.start)
    found = store.appointment(r, appointment_id) if appointment_id else None
    if found is None:
        return None
    return Known(found, ours=False, lines=[kept(line) for line in found.lines])


def moved(r: Reader, known: Known, start: dt.datetime, end: dt.datetime) -> Sequence[Busy] | None:
    """All lines of the appointment once what the event is about runs from `start` to `end` (naive shop time).

    None where it does already. The last line takes what is longer or shorter. Raises DeskError
    "part_of_visit" where a worker's part alone would move, "no_minutes" where nothing of the last line
    would be left, "bad_minutes".
    """
    first, last = known.lines[0].span.start, max(line.span.end for line in known.lines)
    if (first, last) == (start, end):
        return None
    lines = rules.kept_lines(r, known.appointment)
    if len(known.lines) < len(lines):
        raise DeskError("part_of_visit", customer=known.appointment.customer)
    by = start - first
    shifted = [line.shifted(by, line.worker_id, squeezed=line.squeezed) for line in lines]
    longer = Span(start, end).minutes - Span(first, last).minutes
    if longer:
        at = max(range(len(shifted)), key=lambda place: shifted[place].span.end)
        minutes = shifted[at].span.minutes + longer
        if minutes < 1:
            raise DeskError("no_minutes", minutes=minutes)
        shifted[at] = shifted[at].lasting(minutes)
    return shifted


def parts(lines: Sequence[Busy], worker_id: str) -> list[list[Busy]]:
    """A worker's lines of a visit in runs without a gap, each one event of the worker's calendar."""
    runs: list[list[Busy]] = []
    for line in lines:
        if line.worker_id != worker_id:
            continue
        if runs and runs[-1][-1].span.end == line.span.start:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _by_uid(r: Reader, uid: str, at: dt.datetime | None) -> str | None:
    found: str | None = r.value("SELECT id FROM appointment WHERE uid = :uid", uid=key_of(uid, at))
    return found


def _part(found: Appointment, worker_id: str | None, part: int) -> Sequence[Busy]:
    lines = [kept(line) for line in found.lines]
    if worker_id is None:
        return lines
    runs = parts(lines, worker_id)
    return runs[part - 1] if 0 < part <= len(runs) else ()
