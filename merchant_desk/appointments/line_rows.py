"""The rows of appointments as every read asks for them, and what becomes of a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from merchant_desk.appointments.model import AppointmentLine, BoardLine
from merchant_desk.core.clock import parse_wall
from merchant_desk.sources import store as source_store

if TYPE_CHECKING:
    import sqlite3

    from merchant_desk.db.records import Reader
    from merchant_desk.sources.model import Touch, VisitTouches

LINE = (
    "SELECT line.id AS line_id, line.appointment_id, appointment.customer_id, customer.name AS customer,"
    " line.service_id, service.name AS service, line.worker_id, worker.name AS worker, line.place_id,"
    " line.start, line.end, line.busy_from, line.busy_to, line.squeezed, appointment.status,"
    " appointment.note, customer.note AS customer_note, appointment.address, appointment.series_id,"
    " coalesce(place.name, '') AS place"
    " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
    " JOIN customer ON customer.id = appointment.customer_id"
    " JOIN service ON service.id = line.service_id JOIN worker ON worker.id = line.worker_id"
    " LEFT JOIN place ON place.id = line.place_id "
)
LIVE = "appointment.status NOT IN ('cancelled', 'no_show')"

Known = tuple["Touch | None", "VisitTouches"]


def known(r: Reader, rows: Sequence[tuple[dt.date, sqlite3.Row]]) -> list[Known]:
    """What brings the customer of each row on its day: what was said for that very appointment, else
    the visit's.
    """
    visits = source_store.touches_of_visits(r, ((day, row["customer_id"]) for day, row in rows))
    missing = [row["appointment_id"] for day, row in rows if visits[day, row["customer_id"]].touch is None]
    said = source_store.touches_said_for(r, missing)
    found: list[Known] = []
    for day, row in rows:
        visit = visits[day, row["customer_id"]]
        found.append((visit.touch or said.get(row["appointment_id"]), visit))
    return found


def board_line(row: sqlite3.Row, known: Known, service: str) -> BoardLine:
    """One card of the board; `service` is what it names."""
    touch, visit = known
    return BoardLine(
        line_id=row["line_id"],
        appointment_id=row["appointment_id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        service_id=row["service_id"],
        service=service,
        worker_id=row["worker_id"],
        worker=row["worker"],
        start=parse_wall(row["start"]),
        end=parse_wall(row["end"]),
        busy_from=parse_wall(row["busy_from"]),
        busy_to=parse_wall(row["busy_to"]),
        status=row["status"],
        squeezed=bool(row["squeezed"]),
        source=touch.kind if touch else visit.kind,
        note=" · ".join(note for note in (row["note"], row["customer_note"]) if note),
        first_visit=not visit.returning,
        place_id=row["place_id"],
        place=row["place"],
        address=row["address"],
        repeats=row["series_id"] is not None,
    )


def line(row: sqlite3.Row) -> AppointmentLine:
    """One line of an appointment."""
    return AppointmentLine(
        id=row["line_id"],
        service_id=row["service_id"],
        service=row["service"],
        worker_id=row["worker_id"],
        worker=row["worker"],
        place_id=row["place_id"],
        start=parse_wall(row["start"]),
        end=parse_wall(row["end"]),
        busy_from=parse_wall(row["busy_from"]),
        busy_to=parse_wall(row["busy_to"]),
        squeezed=bool(row["squeezed"]),
        place=row["place"],
    )
