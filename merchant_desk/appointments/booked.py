"""What is booked in hours that a worker is about to give up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.spans import Span, merge, overlap
from merchant_desk.db.records import Reader


class Booked(NamedTuple):
    """An appointment that is still to be kept: its time with this worker, and what is done then."""

    appointment_id: str
    customer: str
    services: str
    start: dt.datetime
    end: dt.datetime


def booked_within(r: Reader, worker_id: str, spans: Iterable[Span]) -> list[Booked]:
    """The worker's appointments that reach into `spans`, earliest first, each once.

    Those that are over, cancelled or missed are no trouble to anybody. What is needed before and after
    counts: the worker is busy then.
    """
    wanted = merge(spans)
    if not wanted:
        return []
    found: dict[str, list[Booked]] = {}
    for row in r.all(
        "SELECT line.appointment_id, customer.name AS customer, service.name AS service,"
        " line.start, line.end, line.busy_from, line.busy_to"
        " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN customer ON customer.id = appointment.customer_id"
        " JOIN service ON service.id = line.service_id"
        # A busy span is at most a day long.
        " WHERE line.worker_id = :worker AND line.busy_from >= :before AND line.busy_from < :until"
        " AND line.busy_to > :since"
        " AND appointment.status IN ('booked', 'confirmed', 'arrived') ORDER BY line.start, line.id",
        worker=worker_id,
        before=wall(wanted[0].start - dt.timedelta(days=1)),
        since=wall(wanted[0].start),
        until=wall(wanted[-1].end),
    ):
        busy = Span(parse_wall(row["busy_from"]), parse_wall(row["busy_to"]))
        if any(overlap(busy, span) for span in wanted):
            one = Booked(
                row["appointment_id"],
                row["customer"],
                row["service"],
                parse_wall(row["start"]),
                parse_wall(row["end"]),
            )
            found.setdefault(one.appointment_id, []).append(one)
    return [
        each[0]._replace(services=" + ".join(one.services for one in each), end=each[-1].end)
        for each in found.values()
    ]
