"""Reads what the calendar shows: the board of a day, the boards of several, and how full each day is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from merchant_desk.appointments.line_rows import LINE, LIVE, board_line, known
from merchant_desk.appointments.model import BoardLine, BoardPlace, Column, DayBoard, DayLoad, DayMark
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.money import split
from merchant_desk.core.spans import Span, merge
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    import sqlite3

    from merchant_desk.db.records import Reader
    from merchant_desk.shop.model import OpeningSpan

_ONE_DAY = dt.timedelta(days=1)
# The hours of a board whose shop has told none.
_OPENS, _CLOSES = "10:00", "21:00"


def board(r: Reader, day: dt.date) -> DayBoard:
    """Everything on one day: columns in the shop's own order, lines by time, also cancelled ones."""
    return boards(r, day, 1)[0]


def boards(r: Reader, first: dt.date, count: int) -> tuple[DayBoard, ...]:
    """The boards of `count` days from `first` on, read together."""
    days = [first + dt.timedelta(days=number) for number in range(count)]
    since, until = _midnight(days[0]), _midnight(days[-1] + _ONE_DAY)
    rows = r.all(
        # A line is at most a day long: whatever still runs after midnight began the day before.
        LINE + "WHERE line.start >= :before AND line.start < :until AND line.end > :since"
        " ORDER BY line.start, line.end, line.id",
        before=wall(since - _ONE_DAY),
        since=wall(since),
        until=wall(until),
    )
    on = [(day, row) for row in rows for day in _days_of(row, days)]
    lines: dict[dt.date, list[BoardLine]] = defaultdict(list)
    for (day, row), what_is_known in zip(on, known(r, on), strict=True):
        lines[day].append(board_line(row, what_is_known, row["service"]))
    opening = shop_store.opening(r)
    columns = _columns(r, days, lines)
    return tuple(
        DayBoard(day, columns[day], tuple(lines[day]), *_hours(opening, day.weekday())) for day in days
    )


def places(r: Reader) -> tuple[BoardPlace, ...]:
    """The rooms and chairs in the shop's own order, those given up last."""
    rows = r.all(
        "SELECT id, name, kind, capacity, colour, archived_at FROM place"
        " ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, kind, seq, id"
    )
    return tuple(
        BoardPlace(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            capacity=row["capacity"],
            colour=row["colour"],
            archived=row["archived_at"] is not None,
        )
        for row in rows
    )


def loads(r: Reader, first: dt.date, count: int) -> tuple[DayLoad, ...]:
    """How full each of `count` days from `first` on is.

    Busy minutes are the team's, with what is needed before and after; two customers squeezed into one
    time take it once. Cancelled and missed ones take none.
    """
    days = [first + dt.timedelta(days=number) for number in range(count)]
    since, until = _midnight(days[0]), _midnight(days[-1] + _ONE_DAY)
    rows = r.all(
        "SELECT line.appointment_id, line.worker_id, line.start, line.busy_from, line.busy_to"
        " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
        f" WHERE line.start >= :before AND line.start < :until AND line.busy_to > :since AND {LIVE}",
        before=wall(since - _ONE_DAY),
        since=wall(since),
        until=wall(until),
    )
    busy: dict[str, list[Span]] = defaultdict(list)
    booked: dict[dt.date, set[str]] = defaultdict(set)
    for row in rows:
        busy[row["worker_id"]].append(Span(parse_wall(row["busy_from"]), parse_wall(row["busy_to"])))
        booked[parse_wall(row["start"]).date()].add(row["appointment_id"])
    taken = _minutes_by_day(merge(spans) for spans in busy.values())
    there = _minutes_by_day(team_store.working_spans(r, days[0], days[-1]).values())
    marked = marks(r, days[0], days[-1])
    return tuple(
        DayLoad(day, len(booked[day]), taken[day], there[day], marked.get(day, DayMark())) for day in days
    )


def marks(r: Reader, first: dt.date, last: dt.date) -> dict[dt.date, DayMark]:
    """What is special about the days from `first` to `last`, both included; ordinary days are left out."""
    closed = {one.day: one.name for one in shop_store.closed_days(r) if first <= one.day <= last}
    holidays = {one.day: one for one in shop_store.holidays(r, first, last)}
    return {day: DayMark(holidays.get(day), closed.get(day)) for day in sorted({*closed, *holidays})}


def _days_of(row: sqlite3.Row, days: Sequence[dt.date]) -> Iterable[dt.date]:
    """The days that a line is on: the one it begins on, and the next where it goes on over midnight."""
    start = parse_wall(row["start"]).date()
    at = (start - days[0]).days
    if at >= 0:
        yield days[at]
    over = at + 1
    if over < len(days) and row["end"] > wall(_midnight(days[over])):
        yield days[over]


def _columns(
    r: Reader, days: Sequence[dt.date], lines: Mapping[dt.date, Sequence[BoardLine]]
) -> dict[dt.date, tuple[Column, ...]]:
    """For each day who works then or has a card on it; one who left keeps the column of old cards."""
    spans = _spans_by_day(team_store.working_spans(r, days[0], days[-1]))
    sold = _sold(r, days)
    workers = team_store.workers(r, archived=True)
    columns: dict[dt.date, tuple[Column, ...]] = {}
    for day in days:
        busy = {line.worker_id for line in lines.get(day, ())}
        made = []
        for worker in workers:
            there = tuple(spans.get((worker.id, day), ()))
            if there or worker.id in busy:
                count, takings = sold.get((worker.id, day.isoformat()), (0, 0))
                made.append(Column(worker.id, worker.name, worker.colour, there, count, takings))
        columns[day] = tuple(made)
    return columns


def _sold(r: Reader, days: Sequence[dt.date]) -> dict[tuple[str, str], tuple[int, int]]:
    """In how many sales each worker had a hand on each day, and their part of these in minor units."""
    rows = r.all(
        "SELECT line.id, line.amount, sale.day, sale.id AS sale_id, sale.refund_of,"
        " coalesce(part.worker_id, line.worker_id) AS worker_id, part.share"
        " FROM sale JOIN sale_line line ON line.sale_id = sale.id"
        " LEFT JOIN sale_share part ON part.sale_line_id = line.id"
        " WHERE sale.day BETWEEN :first AND :last AND sale.status = 'paid'"
        " AND line.kind NOT IN ('tip', 'card') AND coalesce(part.worker_id, line.worker_id) IS NOT NULL"
        " ORDER BY line.id, part.id",
        first=days[0].isoformat(),
        last=days[-1].isoformat(),
    )
    shared: dict[str, list[sqlite3.Row]] = defaultdict(list)
    sales: dict[tuple[str, str], set[str]] = defaultdict(set)
    takings: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        key = row["worker_id"], row["day"]
        if row["refund_of"] is None:
            sales[key].add(row["sale_id"])
        if row["share"] is None:
            takings[key] += row["amount"]
        else:
            shared[row["id"]].append(row)
    for parts in shared.values():
        of_each = split(parts[0]["amount"], [part["share"] for part in parts])
        for part, amount in zip(parts, of_each, strict=True):
            takings[part["worker_id"], part["day"]] += amount
    return {key: (len(sales[key]), amount) for key, amount in takings.items()}


def _spans_by_day(working: Mapping[str, Iterable[Span]]) -> dict[tuple[str, dt.date], list[Span]]:
    found: dict[tuple[str, dt.date], list[Span]] = defaultdict(list)
    for worker_id, spans in working.items():
        for span in spans:
            for part in _cut(span):
                found[worker_id, part.start.date()].append(part)
    return found


def _minutes_by_day(everybody: Iterable[Iterable[Span]]) -> dict[dt.date, int]:
    minutes: dict[dt.date, int] = defaultdict(int)
    for spans in everybody:
        for span in spans:
            for part in _cut(span):
                minutes[part.start.date()] += part.minutes
    return minutes


def _cut(span: Span) -> Iterable[Span]:
    """The span in pieces that end at midnight."""
    start = span.start
    while start < span.end:
        end = min(span.end, _midnight(start.date() + _ONE_DAY))
        yield Span(start, end)
        start = end


def _hours(opening: Sequence[OpeningSpan], weekday: int) -> tuple[dt.time, dt.time]:
    """From the first opening to the last closing of the weekday; of the whole week where it is closed."""
    mine = [span for span in opening if span.weekday == weekday] or opening
    start = min((span.start for span in mine), default=_OPENS)
    end = max((span.end for span in mine), default=_CLOSES)
    return dt.time.fromisoformat(start), dt.time.fromisoformat("00:00" if end == "24:00" else end)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
