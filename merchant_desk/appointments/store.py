"""Reads appointments: the board of a day, one whole appointment, what is next, and who holds a time."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence

from merchant_desk.appointments.model import (
    Appointment,
    AppointmentLine,
    BoardLine,
    Clash,
    Column,
    DayBoard,
    Offer,
)
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.db.records import Reader
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.model import OpeningSpan
from merchant_desk.sources import store as source_store
from merchant_desk.sources.model import Touch, VisitTouches
from merchant_desk.team import store as team_store

_LINE = (
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
_LIVE = "appointment.status NOT IN ('cancelled', 'no_show')"
_ONE_DAY = dt.timedelta(days=1)
# The hours of a board whose shop has told none.
_OPENS, _CLOSES = "10:00", "21:00"


def board(r: Reader, day: dt.date) -> DayBoard:
    """Everything on one day: columns in the shop's own order, lines by time, also cancelled ones."""
    midnight = dt.datetime.combine(day, dt.time())
    rows = r.all(
        # A line is at most a day long: whatever still runs after midnight began the day before.
        _LINE + "WHERE line.start >= :before AND line.start < :next AND line.end > :midnight"
        " ORDER BY line.start, line.end, line.id",
        before=wall(midnight - _ONE_DAY),
        midnight=wall(midnight),
        next=wall(midnight + _ONE_DAY),
    )
    lines = _board_lines(r, day, rows)
    opens, closes = _hours(shop_store.opening(r), day.weekday())
    return DayBoard(day, _columns(r, day, lines), lines, opens, closes)


def week(r: Reader, monday: dt.date) -> tuple[DayBoard, ...]:
    """The boards of the seven days from `monday` on."""
    return tuple(board(r, monday + dt.timedelta(days=count)) for count in range(7))


def next_up(r: Reader, now: dt.datetime, limit: int = 6) -> list[BoardLine]:
    """Today's appointments that are still to come, earliest first, each as one line.

    Who is late stays until the time is over. The services of a visit are named together; the worker
    is the first service's.
    """
    day = now.date()
    rows = r.all(
        _LINE + "WHERE line.start >= :day AND line.start < :next AND line.end > :now"
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
    return [
        _board_line(row, known, " + ".join(services[row["appointment_id"]]))
        for row, known in zip(shown, _known(r, day, shown), strict=True)
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
    rows = r.all(_LINE + "WHERE line.appointment_id = :id ORDER BY line.start, line.seq", id=appointment_id)
    if not rows:
        return None
    touch, visit = _known(r, parse_wall(rows[0]["start"]).date(), rows[:1])[0]
    return Appointment(
        id=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        status=row["status"],
        lines=tuple(_line(line) for line in rows),
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


def clash(
    r: Reader,
    worker_id: str,
    busy_from: dt.datetime,
    busy_to: dt.datetime,
    except_appointment: str | None = None,
) -> Clash | None:
    """The earliest line that holds some of the worker's time in [busy_from, busy_to), or None."""
    row = r.one(
        _LINE + f"WHERE line.worker_id = :worker AND {_LIVE} AND line.busy_from < :to"
        " AND line.busy_from >= :since AND line.busy_to > :from AND line.appointment_id <> :own"
        " ORDER BY line.busy_from, line.id LIMIT 1",
        worker=worker_id,
        since=wall(busy_from - _ONE_DAY),
        to=wall(busy_to),
        own=except_appointment or "",
        **{"from": wall(busy_from)},
    )
    if row is None:
        return None
    line = _line(row)
    return Clash(
        appointment_id=row["appointment_id"],
        customer=row["customer"],
        service=line.service,
        worker_id=line.worker_id,
        worker=line.worker,
        start=line.start,
        end=line.end,
        busy_from=line.busy_from,
        busy_to=line.busy_to,
    )


def next_free(
    r: Reader,
    now: dt.datetime,
    service_ids: Sequence[str],
    worker_id: str | None = None,
    days: int = 14,
    step: int = 15,
    limit: int = 6,
    travel: int = 0,
) -> list[Offer]:
    """The next times at which a visit of these services, one after another, could begin.

    Earliest first, not before `now` (naive shop time), within `days` from today on, every `step`
    minutes. With `worker_id` that worker does all of it, otherwise whoever does the service, one
    worker for all where possible. Empty where nobody is free or nobody does it. Raises DeskError
    "gone" for a service that is not there.
    """
    # Imported at the first question for a free time: the day board at the start asks none.
    from merchant_desk.appointments import offers

    wanted = offers.wishes(r, service_ids, worker_id)
    return offers.offers(r, now, wanted, days=days, step=step, limit=limit, travel=travel)


Known = tuple[Touch | None, VisitTouches]


def _known(r: Reader, day: dt.date, rows: list[sqlite3.Row]) -> list[Known]:
    """For each line what brings its customer: what was said for that very appointment, else the visit's."""
    visits = source_store.visit_touches(r, day, (row["customer_id"] for row in rows))
    missing = [row["appointment_id"] for row in rows if visits[row["customer_id"]].touch is None]
    said = source_store.touches_said_for(r, missing)
    found: list[Known] = []
    for row in rows:
        visit = visits[row["customer_id"]]
        found.append((visit.touch or said.get(row["appointment_id"]), visit))
    return found


def _board_lines(r: Reader, day: dt.date, rows: list[sqlite3.Row]) -> tuple[BoardLine, ...]:
    return tuple(
        _board_line(row, known, row["service"]) for row, known in zip(rows, _known(r, day, rows), strict=True)
    )


def _board_line(row: sqlite3.Row, known: Known, service: str) -> BoardLine:
    touch, visit = known
    line = _line(row)
    return BoardLine(
        line_id=line.id,
        appointment_id=row["appointment_id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        service_id=line.service_id,
        service=service,
        worker_id=line.worker_id,
        worker=line.worker,
        start=line.start,
        end=line.end,
        busy_from=line.busy_from,
        busy_to=line.busy_to,
        status=row["status"],
        squeezed=line.squeezed,
        source=touch.kind if touch else visit.kind,
        note=" · ".join(note for note in (row["note"], row["customer_note"]) if note),
        first_visit=not visit.returning,
        place_id=line.place_id,
        place=line.place,
        address=row["address"],
        repeats=row["series_id"] is not None,
    )


def _line(row: sqlite3.Row) -> AppointmentLine:
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


def _columns(r: Reader, day: dt.date, lines: Iterable[BoardLine]) -> tuple[Column, ...]:
    """Who works that day or has a card on it; one who left keeps the column of old cards."""
    spans = team_store.working_spans(r, day)
    shown = {line.worker_id for line in lines} | {worker_id for worker_id, there in spans.items() if there}
    sold = {
        row["worker_id"]: row
        for row in r.all(
            "SELECT line.worker_id, sum(line.amount) AS takings,"
            " count(DISTINCT CASE WHEN sale.refund_of IS NULL THEN sale.id END) AS sales"
            " FROM sale JOIN sale_line line ON line.sale_id = sale.id"
            " WHERE sale.day = :day AND sale.status = 'paid' AND line.worker_id IS NOT NULL"
            " GROUP BY line.worker_id",
            day=day.isoformat(),
        )
    }
    return tuple(
        Column(
            worker_id=worker.id,
            worker=worker.name,
            colour=worker.colour,
            spans=tuple(spans.get(worker.id, ())),
            count=sold[worker.id]["sales"] if worker.id in sold else 0,
            takings=sold[worker.id]["takings"] if worker.id in sold else 0,
        )
        for worker in team_store.workers(r, archived=True)
        if worker.id in shown
    )


def _hours(opening: list[OpeningSpan], weekday: int) -> tuple[dt.time, dt.time]:
    """From the first opening to the last closing of the weekday; of the whole week where it is closed."""
    mine = [span for span in opening if span.weekday == weekday] or opening
    start = min((span.start for span in mine), default=_OPENS)
    end = max((span.end for span in mine), default=_CLOSES)
    return dt.time.fromisoformat(start), dt.time.fromisoformat("00:00" if end == "24:00" else end)
