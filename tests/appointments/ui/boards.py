"""Day boards for tests, written in hours: line("x", "ana", 10, 11.5) is ten to half past eleven."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.appointments.model import BoardLine, Column, DayBoard
from merchant_desk.core.spans import Span

DAY = dt.date(2025, 8, 20)


def at(hour: float) -> dt.datetime:
    """A time of DAY."""
    return dt.datetime.combine(DAY, dt.time()) + dt.timedelta(hours=hour)


def line(
    appointment: str,
    worker: str,
    start: float,
    end: float,
    status: str = "booked",
    *,
    before: float = 0,
    after: float = 0,
    part: int = 0,
) -> BoardLine:
    """One line of a visit; `before` and `after` are hours the worker is busy around it."""
    return BoardLine(
        line_id=f"{appointment}-{part}",
        appointment_id=appointment,
        customer_id=f"customer-{appointment}",
        customer=appointment.title(),
        service_id="french",
        service="French",
        worker_id=worker,
        worker=worker.title(),
        start=at(start),
        end=at(end),
        busy_from=at(start - before),
        busy_to=at(end + after),
        status=status,
        squeezed=False,
        source="",
        note="",
        first_visit=False,
    )


def board(
    *lines: BoardLine, workers: Sequence[str] = ("ana", "ben"), shift: tuple[float, float] = (10, 20)
) -> DayBoard:
    """A day on which everybody works the same shift, which is also when the shop is open."""
    spans = (Span(at(shift[0]), at(shift[1])),)
    columns = tuple(Column(worker, worker.title(), "#5B7DB1", spans, 0, 0) for worker in workers)
    return DayBoard(DAY, columns, lines, at(shift[0]).time(), at(shift[1]).time())
