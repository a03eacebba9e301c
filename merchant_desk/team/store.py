"""Reads the workers and works out who is on shift when."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict

from merchant_desk.core.clock import parse_day, parse_wall, wall
from merchant_desk.core.spans import Span, merge, subtract
from merchant_desk.db.records import Reader
from merchant_desk.shop.model import at_time
from merchant_desk.team.model import TimeOff, WeekSpan, Worker

_WORKER = "SELECT id, name, colour, role, archived_at FROM worker "

Spans = dict[str, list[Span]]


def workers(r: Reader, archived: bool = False) -> list[Worker]:
    """The workers in the shop's own order; with `archived` also those who left, after the others."""
    if archived:
        rows = r.all(_WORKER + "ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, seq, id")
    else:
        rows = r.all(_WORKER + "WHERE archived_at IS NULL ORDER BY seq, id")
    return [_worker(row) for row in rows]


def worker(r: Reader, worker_id: str) -> Worker | None:
    """One worker, archived or not."""
    row = r.one(_WORKER + "WHERE id = :id", id=worker_id)
    return None if row is None else _worker(row)


def week(r: Reader, worker_id: str, on: dt.date) -> list[WeekSpan]:
    """The weekly plan that holds on that date, by weekday and time."""
    rows = r.all(
        "SELECT weekday, start, end FROM shift WHERE worker_id = :worker"
        " AND valid_from <= :on AND valid_to >= :on ORDER BY weekday, start",
        worker=worker_id,
        on=on.isoformat(),
    )
    return [WeekSpan(row["weekday"], row["start"], row["end"]) for row in rows]


def breaks(r: Reader, worker_id: str) -> list[WeekSpan]:
    """The weekly breaks, by weekday and time."""
    rows = r.all(
        "SELECT weekday, start, end FROM shift_break WHERE worker_id = :worker ORDER BY weekday, start",
        worker=worker_id,
    )
    return [WeekSpan(row["weekday"], row["start"], row["end"]) for row in rows]


def time_off(r: Reader, worker_id: str, from_day: dt.date, to_day: dt.date) -> list[TimeOff]:
    """The time off that touches any day from `from_day` to `to_day`, both included, earliest first."""
    rows = r.all(
        "SELECT id, worker_id, start, end, reason FROM time_off"
        " WHERE worker_id = :worker AND start < :until AND end > :since ORDER BY start",
        worker=worker_id,
        since=_midnight(from_day),
        until=_midnight(to_day + dt.timedelta(days=1)),
    )
    return [
        TimeOff(row["id"], row["worker_id"], parse_wall(row["start"]), parse_wall(row["end"]), row["reason"])
        for row in rows
    ]


def working_spans(r: Reader, day: dt.date, to_day: dt.date | None = None) -> Spans:
    """When each worker who has not left works, from `day` to `to_day` (both included; one day if None).

    Worker id -> merged spans of naive shop time, empty for who is off. A date's exception stands in
    for the weekday's shift; breaks, time off and the shop's closed days are taken out.
    """
    last = to_day or day
    open_spans = _planned(r, day, last)
    away = _away(r, day, last)
    names = [row["id"] for row in r.all("SELECT id FROM worker WHERE archived_at IS NULL ORDER BY seq, id")]
    return {name: subtract(open_spans.get(name, []), away.get(name, [])) for name in names}


def _planned(r: Reader, day: dt.date, last: dt.date) -> Spans:
    """Shifts, or the exceptions that replace them, on the days the shop is not closed."""
    days = {"a": day.isoformat(), "b": last.isoformat()}
    closed = {row["day"] for row in r.all("SELECT day FROM closed_day WHERE day BETWEEN :a AND :b", **days)}
    open_days = [one for one in _each_day(day, last) if one.isoformat() not in closed]
    exceptions: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
    for row in r.all(
        "SELECT worker_id, day, start, end FROM shift_exception WHERE day BETWEEN :a AND :b", **days
    ):
        exceptions[row["worker_id"], row["day"]].append(row)
    planned: Spans = defaultdict(list)
    for (worker_id, text), rows in exceptions.items():
        if text not in closed:
            planned[worker_id] += [_span(parse_day(text), row) for row in rows if row["start"] is not None]
    for row in r.all(
        "SELECT worker_id, weekday, start, end, valid_from, valid_to FROM shift"
        " WHERE valid_from <= :b AND valid_to >= :a",
        **days,
    ):
        planned[row["worker_id"]] += [
            _span(one, row)
            for one in open_days
            if one.weekday() == row["weekday"]
            and row["valid_from"] <= one.isoformat() <= row["valid_to"]
            and (row["worker_id"], one.isoformat()) not in exceptions
        ]
    return {worker_id: merge(spans) for worker_id, spans in planned.items()}


def _away(r: Reader, day: dt.date, last: dt.date) -> Spans:
    """Breaks and time off."""
    away: Spans = defaultdict(list)
    for row in r.all("SELECT worker_id, weekday, start, end FROM shift_break"):
        away[row["worker_id"]] += [
            _span(one, row) for one in _each_day(day, last) if one.weekday() == row["weekday"]
        ]
    for row in r.all(
        "SELECT worker_id, start, end FROM time_off WHERE start < :until AND end > :since",
        since=_midnight(day),
        until=_midnight(last + dt.timedelta(days=1)),
    ):
        away[row["worker_id"]].append(Span(parse_wall(row["start"]), parse_wall(row["end"])))
    return away


def _span(day: dt.date, row: sqlite3.Row) -> Span:
    return Span(at_time(day, row["start"]), at_time(day, row["end"]))


def _each_day(day: dt.date, last: dt.date) -> list[dt.date]:
    return [day + dt.timedelta(days=count) for count in range((last - day).days + 1)]


def _midnight(day: dt.date) -> str:
    return wall(dt.datetime.combine(day, dt.time()))


def _worker(row: sqlite3.Row) -> Worker:
    return Worker(row["id"], row["name"], row["colour"], row["role"], row["archived_at"] is not None)
