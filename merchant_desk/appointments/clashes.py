"""Who holds a worker's time, or a room or chair, where somebody else wants it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from merchant_desk.appointments.availability import full_spans
from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.model import Clash
from merchant_desk.catalog.model import Place
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.spans import Span, overlap
from merchant_desk.db.records import Reader

if TYPE_CHECKING:
    import sqlite3

_ONE_DAY = dt.timedelta(days=1)
_HOLDERS = (
    "SELECT line.id AS line_id, line.appointment_id, customer.name AS customer, service.name AS service,"
    " line.worker_id, worker.name AS worker, line.start, line.end, line.busy_from, line.busy_to"
    " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
    " JOIN customer ON customer.id = appointment.customer_id"
    " JOIN service ON service.id = line.service_id JOIN worker ON worker.id = line.worker_id "
)
# A busy span is at most a day long: what reaches into the time began the day before.
_IN_TIME = (
    "AND line.busy_from < :to AND line.busy_from >= :since AND line.busy_to > :from"
    " AND line.appointment_id <> :own AND appointment.status NOT IN ('cancelled', 'no_show')"
    " ORDER BY line.busy_from, line.id"
)


def worker_clash(
    r: Reader,
    worker_id: str,
    busy: Span,
    own: str | None = None,
    passed: Mapping[str, dt.datetime] | None = None,
) -> Clash | None:
    """The earliest line that holds some of the worker's time in `busy`, or None.

    Lines of the appointment `own` hold nothing. `passed` are lines (by id) that hold it only up to a time.
    """
    until = passed or {}
    for row in r.all(_HOLDERS + "WHERE line.worker_id = :who " + _IN_TIME, **_when(busy, own), who=worker_id):
        if until.get(row["line_id"], busy.end) > busy.start:
            return _clash(row)
    return None


def place_clash(
    r: Reader, place: Place, line: Busy, own: str | None = None, beside: Sequence[Span] = ()
) -> Clash | None:
    """The earliest line of others that takes the last of the place's room while `line` is there, or None.

    `beside` are when the customer is in it for other lines of the same visit, the appointment `own`.
    """
    when = _when(line.busy, own)
    rows = r.all(_HOLDERS + "WHERE line.place_id = :where " + _IN_TIME, **when, where=place.id)
    holders = [_clash(row) for row in rows]
    held = [Span(one.busy_from, one.busy_to) for one in holders]
    full = [span for span in full_spans(held, place.capacity) if overlap(span, line.busy)]
    full += [span for span in full_spans([*held, *beside], place.capacity) if overlap(span, line.span)]
    found = (
        one for one, span in zip(holders, held, strict=True) if any(overlap(span, each) for each in full)
    )
    return next(found, None)


def _when(busy: Span, own: str | None) -> dict[str, str]:
    since = wall(busy.start - _ONE_DAY)
    return {"from": wall(busy.start), "to": wall(busy.end), "since": since, "own": own or ""}


def _clash(row: sqlite3.Row) -> Clash:
    return Clash(
        appointment_id=row["appointment_id"],
        customer=row["customer"],
        service=row["service"],
        worker_id=row["worker_id"],
        worker=row["worker"],
        start=parse_wall(row["start"]),
        end=parse_wall(row["end"]),
        busy_from=parse_wall(row["busy_from"]),
        busy_to=parse_wall(row["busy_to"]),
    )
