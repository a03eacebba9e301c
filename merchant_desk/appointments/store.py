"""Reads appointments: one whole appointment, and what is next. The boards of days are in board/store.py."""

from __future__ import annotations

import datetime as dt
import sqlite3

from merchant_desk.appointments.line_rows import LINE, board_line, known, line
from merchant_desk.appointments.model import Appointment, BoardLine
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.db.records import Reader

_ONE_DAY = dt.timedelta(days=1)


def next_up(r: Reader, now: dt.datetime, limit: int = 6) -> list[BoardLine]:
    """Today's appointments that are still to come, earliest first, each as one line.

    Who is late stays until the time is over. The services of a visit are named together; the worker
    is the first service's.
    """
    day = now.date()
    rows = r.all(
        LINE + "WHERE line.start >= :day AND line.start < :next AND line.end > :now"
        " AND appointment.status IN ('booked', 'confirmed') ORDER BY line.start, line.id",
        day=day.isoformat(),
        next=(day + _ONE_DAY).isoformat(),
        now=wall(now),
    )
    first: dict[str, sqlite3.Row] = {}
    services: dict[str, list[str]] = {}
    for row in rows:
        first.setdefault(row["appointment_id"], row)
        services.setdefault(row["appointment_id"], []).append(row["service"])
    shown = list(first.values())[:limit]
    on = [(day, row) for row in shown]
    return [
        board_line(row, what_is_known, " + ".join(services[row["appointment_id"]]))
        for row, what_is_known in zip(shown, known(r, on), strict=True)
    ]


def appointment(r: Reader, appointment_id: str) -> Appointment | None:
    """One appointment with its lines by time, or None."""
    row = r.one(
        "SELECT appointment.*, customer.name AS customer, customer.note AS customer_note,"
        " (SELECT max(sale.id) FROM sale WHERE sale.appointment_id = appointment.id AND sale.status = 'paid')"
        " AS sale_id"
        " FROM appointment JOIN customer ON customer.id = appointment.customer_id WHERE appointment.id = :id",
        id=appointment_id,
    )
    if row is None:
        return None
    rows = r.all(LINE + "WHERE line.appointment_id = :id ORDER BY line.start, line.seq", id=appointment_id)
    if not rows:
        return None
    touch, visit = known(r, [(parse_wall(rows[0]["start"]).date(), rows[0])])[0]
    return Appointment(
        id=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        status=row["status"],
        lines=tuple(line(row) for row in rows),
        note=row["note"],
        customer_note=row["customer_note"],
        address=row["address"],
        travel_minutes=row["travel_minutes"],
        deposit=row["deposit"],
        cancelled_by=row["cancelled_by"],
        cancelled_at=parse_wall(row["cancelled_at"]) if row["cancelled_at"] else None,
        cancel_reason=row["cancel_reason"],
        sale_id=row["sale_id"],
        source=touch.kind if touch else visit.kind,
        content_id=touch.content_id if touch else None,
        channel_id=touch.channel_id if touch else None,
        evidence=touch.evidence if touch else "",
        source_title=touch.source.title if touch else "",
        first_visit=not visit.returning,
        series_id=row["series_id"],
        series_at=parse_wall(row["series_at"]) if row["series_at"] else None,
        late_cancel=bool(row["late_cancel"]),
        reminded_at=parse_wall(row["reminded_at"]) if row["reminded_at"] else None,
        sequence=row["sequence"],
    )
