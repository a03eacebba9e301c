"""Every appointment of a period, line by line: what goes on paper and into calendar files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """One line with what its appointment says; times are naive shop time.

    `phone_tail` is the last digits of the customer's number, `uid` the iCalendar UID it came with or "",
    `series_at` whether it is one date of a series, `changed_ms` UTC epoch milliseconds of its last change.
    """

    appointment_id: str
    line_id: str
    customer: str
    phone_tail: str
    service: str
    worker_id: str
    worker: str
    place: str
    start: dt.datetime
    end: dt.datetime
    status: str
    squeezed: bool
    note: str
    address: str
    uid: str
    in_series: bool
    sequence: int
    changed_ms: int


def period_lines(
    r: Reader, first: dt.date, last: dt.date, worker_id: str | None = None, *, live: bool = False
) -> list[PeriodLine]:
    """The lines that begin on a day from `first` to `last` (both included), by time.

    With `worker_id` only that worker's; with `live` without those that were cancelled or missed.
    """
    sql = (
        "SELECT line.id AS line_id, line.appointment_id, customer.name AS customer, customer.phone_tail,"
        " service.name AS service, line.worker_id, worker.name AS worker, coalesce(place.name, '') AS place,"
        " line.start, line.end, line.squeezed, line.updated_at AS line_changed, appointment.status,"
        " appointment.note, appointment.address, coalesce(appointment.uid, '') AS uid,"
        " appointment.series_at, appointment.sequence, appointment.updated_at AS changed"
        " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN customer ON customer.id = appointment.customer_id"
        " JOIN service ON service.id = line.service_id JOIN worker ON worker.id = line.worker_id"
        " LEFT JOIN place ON place.id = line.place_id"
        " WHERE line.start >= :first AND line.start < :next"
    )
    params = {"first": first.isoformat(), "next": (last + _ONE_DAY).isoformat()}
    if worker_id is not None:
        sql += " AND line.worker_id = :worker"
        params["worker"] = worker_id
    if live:
        sql += " AND appointment.status NOT IN ('cancelled', 'no_show')"
    rows = r.all(sql + " ORDER BY line.start, line.appointment_id, line.seq", **params)
    return [
        PeriodLine(
            appointment_id=row["appointment_id"],
            line_id=row["line_id"],
            customer=row["customer"],
            phone_tail=row["phone_tail"],
            service=row["service"],
            worker_id=row["worker_id"],
            worker=row["worker"],
            place=row["place"],
            start=parse_wall(row["start"]),
            end=parse_wall(row["end"]),
            status=row["status"],
            squeezed=bool(row["squeezed"]),
            note=row["note"],
            address=row["address"],
            uid=row["uid"],
            in_series=row["series_at"] is not None,
            sequence=row["sequence"],
            changed_ms=max(row["changed"], row["line_changed"]),
        )
        for row in rows
    ]
