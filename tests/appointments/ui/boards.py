"""Boards for tests, written in hours: line("x", "ana", 10, 11.5) is ten to half past eleven."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.appointments.board.spread import Kind, Spread, opened
from merchant_desk.appointments.model import BoardLine, BoardPlace, Column, DayBoard
from merchant_desk.core.spans import Span

DAY = dt.date(2025, 8, 20)


def at(hour: float, day: dt.date = DAY) -> dt.datetime:
    """A time of DAY."""
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour)


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
    place: str = "",
    day: dt.date = DAY,
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
        start=at(start, day),
        end=at(end, day),
        busy_from=at(start - before, day),
        busy_to=at(end + after, day),
        status=status,
        squeezed=False,
        source="",
        note="",
        first_visit=False,
        place_id=place or None,
        place=place.title(),
    )


def day_board(
    *lines: BoardLine,
    workers: Sequence[str] = ("ana", "ben"),
    shift: tuple[float, float] = (10, 20),
    day: dt.date = DAY,
) -> DayBoard:
    """A day on which everybody works the same shift, which is also when the shop is open."""
    spans = (Span(at(shift[0], day), at(shift[1], day)),)
    columns = tuple(Column(worker, worker.title(), "#5B7DB1", spans, 0, 0) for worker in workers)
    mine = tuple(one for one in lines if at(0, day) <= one.start < at(24, day))
    return DayBoard(day, columns, mine, at(shift[0]).time(), at(shift[1]).time())


def board(
    *lines: BoardLine, workers: Sequence[str] = ("ana", "ben"), shift: tuple[float, float] = (10, 20)
) -> Spread:
    """The same, with a column for each worker."""
    return opened("day", [day_board(*lines, workers=workers, shift=shift)])


PLACES = (
    BoardPlace("red", "Red", "chair", 1, ""),
    BoardPlace("blue", "Blue", "chair", 2, ""),
    BoardPlace("spa", "Spa", "room", 1, ""),
)


def rooms(*lines: BoardLine) -> Spread:
    """The same, with a column for each of PLACES."""
    return opened("day", [day_board(*lines)], ("place", ""), PLACES)


MONDAY = dt.date(2025, 8, 18)


def week(*lines: BoardLine, by: tuple[Kind, str] = ("team", "")) -> Spread:
    """Seven such days from MONDAY on; DAY is its Wednesday."""
    days = [MONDAY + dt.timedelta(days=number) for number in range(7)]
    return opened("week", [day_board(*lines, day=day) for day in days], by, PLACES, name=by[1].title())
