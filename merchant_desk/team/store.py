"""Reads the workers and works out who is on shift when."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from merchant_desk.core.clock import parse_day, parse_wall, wall
from merchant_desk.core.spans import Span, overlap, subtract
from merchant_desk.db.records import Reader
from merchant_desk.team.hours import Rota, Shift, each_day, minutes_of, time_of
from merchant_desk.team.model import (
    Away,
    DateHours,
    DayHours,
    TimeOff,
    WeekPlan,
    WeekSpan,
    Worker,
)
from merchant_desk.team.repeats import times

_WORKER = "SELECT id, name, colour, role, archived_at FROM worker "
_ONE_DAY = dt.timedelta(days=1)

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


def plans(r: Reader, worker_id: str, since: dt.date) -> list[WeekPlan]:
    """The weekly plans that hold on `since` and after it, one after the other without gaps.

    A stretch without any shifts is a plan without spans.
    """
    rows = r.all(
        "SELECT weekday, start, end, valid_from, valid_to FROM shift WHERE worker_id = :worker"
        " ORDER BY weekday, start",
        worker=worker_id,
    )
    begins = {dt.date.min} | {parse_day(row["valid_from"]) for row in rows}
    begins |= {
        parse_day(row["valid_to"]) + _ONE_DAY for row in rows if row["valid_to"] < dt.date.max.isoformat()
    }
    found: list[WeekPlan] = []
    for first in sorted(begins, reverse=True):
        last = found[-1].first - _ONE_DAY if found else dt.date.max
        spans = tuple(
            WeekSpan(row["weekday"], row["start"], row["end"])
            for row in rows
            if row["valid_from"] <= first.isoformat() <= row["valid_to"]
        )
        if found and found[-1].spans == spans:
            found[-1] = WeekPlan(first, found[-1].last, spans)
        elif last >= since:
            found.append(WeekPlan(first, last, spans))
        else:
            break
    return found[::-1]


def breaks(r: Reader, worker_id: str) -> list[WeekSpan]:
    """The weekly breaks, by weekday and time."""
    rows = r.all(
        "SELECT weekday, start, end FROM shift_break WHERE worker_id = :worker ORDER BY weekday, start",
        worker=worker_id,
    )
    return [WeekSpan(row["weekday"], row["start"], row["end"]) for row in rows]


def dates(r: Reader, worker_id: str, from_day: dt.date) -> list[DateHours]:
    """The dates from `from_day` on whose hours differ from the week, by date."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in r.all(
        "SELECT day, start, end FROM shift_exception WHERE worker_id = :worker AND day >= :day"
        " ORDER BY day, start",
        worker=worker_id,
        day=from_day.isoformat(),
    ):
        hours = found.setdefault(row["day"], [])
        if row["start"] is not None:
            hours.append((row["start"], row["end"]))
    return [DateHours(parse_day(day), tuple(hours)) for day, hours in found.items()]


def hours_on(r: Reader, worker_id: str, day: dt.date, usual: bool = False) -> tuple[tuple[str, str], ...]:
    """The hours planned for a date, its breaks taken out, without regard to time off and closing.

    With `usual` those of the week, also where the date has hours of its own.
    """
    (one,), rows = each_day(day, day), rota(r, day, day)
    if usual:
        rows.exceptions.clear()
    return tuple((time_of(start), time_of(end)) for start, end in rows.pieces(worker_id, one))


def time_off(r: Reader, worker_id: str, from_day: dt.date, to_day: dt.date) -> list[TimeOff]:
    """The time off that touches any day from `from_day` to `to_day`, both included.

    What comes again is one note, with its first time. Sorted by the first time inside these days.
    """
    first: dict[str, Away] = {}
    for one in away(r, from_day, to_day, worker_id).get(worker_id, ()):
        first.setdefault(one.off.id, one)
    return [one.off for one in first.values()]


def away(
    r: Reader, from_day: dt.date, to_day: dt.date, worker_id: str | None = None
) -> dict[str, list[Away]]:
    """Worker id -> each time off from `from_day` to `to_day`, both included, earliest first.

    What comes again is there once for each time. With `worker_id` that worker's alone.
    """
    since, until = _midnight(from_day), _after(to_day)
    found: dict[str, list[Away]] = defaultdict(list)
    for off in _notes(r, since, until, worker_id):
        found[off.worker_id] += [Away(span, off) for span in times(off, since, until)]
    return {key: sorted(each, key=lambda one: one.span) for key, each in found.items()}


def note(r: Reader, time_off_id: str) -> TimeOff | None:
    """One note of time off, or None."""
    row = r.one("SELECT id, worker_id, start, end, reason, rule FROM time_off WHERE id = :id", id=time_off_id)
    return None if row is None else _time_off(row)


def working_spans(r: Reader, day: dt.date, to_day: dt.date | None = None) -> Spans:
    """When each worker who has not left works, from `day` to `to_day` (both included; one day if None).

    Worker id -> merged spans of naive shop time, empty for who is off. A date's exception stands in
    for the weekday's shift; breaks, time off and the shop's closed days are taken out.
    """
    last = to_day or day
    rows, days = rota(r, day, last), each_day(day, last)
    names = [row["id"] for row in r.all("SELECT id FROM worker WHERE archived_at IS NULL ORDER BY seq, id")]
    return {name: rows.working(name, days) for name in names}


def day_hours(r: Reader, day: dt.date, to_day: dt.date) -> dict[str, tuple[DayHours, ...]]:
    """Each worker's days from `day` to `to_day`, both included, and why hours are missing there.

    Also of those who left. Time off is only named where it takes planned hours away.
    """
    rows, absences = rota(r, day, to_day), away(r, day, to_day)
    found: dict[str, tuple[DayHours, ...]] = {}
    for name in (row["id"] for row in r.all("SELECT id FROM worker")):
        made = []
        for one in each_day(day, to_day):
            planned = rows.planned(name, [one])
            gone = tuple(
                each for each in absences.get(name, ()) if any(overlap(each.span, span) for span in planned)
            )
            closed = one.text in rows.closed
            spans = [] if closed else subtract(planned, [each.span for each in gone])
            differs = (name, one.text) in rows.exceptions
            made.append(DayHours(one.date, tuple(spans), tuple(planned), gone, differs, closed))
        found[name] = tuple(made)
    return found


def rota(r: Reader, day: dt.date, last: dt.date) -> Rota:
    """The rows that say who works from `day` to `last`, both included."""
    days = {"a": day.isoformat(), "b": last.isoformat()}
    closed = r.all("SELECT day FROM closed_day WHERE day BETWEEN :a AND :b", **days)
    made = Rota(frozenset(row["day"] for row in closed))
    for row in r.all(
        "SELECT worker_id, weekday, start, end, valid_from, valid_to FROM shift"
        " WHERE valid_from <= :b AND valid_to >= :a",
        **days,
    ):
        shift = Shift(minutes_of(row["start"]), minutes_of(row["end"]), row["valid_from"], row["valid_to"])
        made.shifts[row["worker_id"], row["weekday"]].append(shift)
    for row in r.all("SELECT worker_id, weekday, start, end FROM shift_break"):
        made.breaks[row["worker_id"], row["weekday"]].append(
            (minutes_of(row["start"]), minutes_of(row["end"]))
        )
    for row in r.all(
        "SELECT worker_id, day, start, end FROM shift_exception WHERE day BETWEEN :a AND :b", **days
    ):
        pieces = made.exceptions.setdefault((row["worker_id"], row["day"]), [])
        if row["start"] is not None:
            pieces.append((minutes_of(row["start"]), minutes_of(row["end"])))
    made.away = {
        worker_id: [one.span for one in each] for worker_id, each in away(r, day, last).items() if each
    }
    return made


def _notes(r: Reader, since: dt.datetime, until: dt.datetime, worker_id: str | None) -> Iterable[TimeOff]:
    """The notes of time off that may reach into since..until: what comes again is only known by its rule."""
    rows = r.all(
        "SELECT id, worker_id, start, end, reason, rule FROM time_off"
        " WHERE start < :until AND (end > :since OR rule <> '')"
        + (" AND worker_id = :worker" if worker_id is not None else ""),
        since=wall(since),
        until=wall(until),
        worker=worker_id,
    )
    return [_time_off(row) for row in rows]


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _after(day: dt.date) -> dt.datetime:
    """The midnight that ends the day; there is none after the last day there is."""
    return dt.datetime.max if day == dt.date.max else _midnight(day + _ONE_DAY)


def _time_off(row: sqlite3.Row) -> TimeOff:
    return TimeOff(
        id=row["id"],
        worker_id=row["worker_id"],
        start=parse_wall(row["start"]),
        end=parse_wall(row["end"]),
        reason=row["reason"],
        rule=row["rule"],
    )


def _worker(row: sqlite3.Row) -> Worker:
    return Worker(row["id"], row["name"], row["colour"], row["role"], row["archived_at"] is not None)
