"""Writes weekly plans and breaks into the file: which rows end, which begin, and which stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from merchant_desk.db.records import Act
from merchant_desk.shop.model import read_week
from merchant_desk.team.hours import cut, minutes_of, time_of
from merchant_desk.team.model import ALWAYS, FOREVER, WeekSpan

Spell = tuple[int, str, str]

_ONE_DAY = dt.timedelta(days=1)


def read_plan(spans: Iterable[WeekSpan]) -> list[Spell]:
    """Weekly spans as the file keeps them; raises what `shop.model.read_week` raises."""
    return read_week((span.weekday, span.start, span.end) for span in spans)


def insert_week(act: Act, worker_id: str, plan: list[Spell]) -> None:
    """Write the first weekly plan of a worker."""
    _insert(act, "shift", plan, worker_id=worker_id, valid_from=_text(ALWAYS), valid_to=_text(FOREVER))


def write_week(act: Act, worker_id: str, plan: Iterable[Spell], since: dt.date, until: dt.date) -> None:
    """Make this the plan from `since` to `until`, both included; before and after it the others hold.

    Rows that say the same for all these days stay as they are.
    """
    missing = set(plan)
    for row in act.all(
        "SELECT id, weekday, start, end, valid_from, valid_to FROM shift"
        " WHERE worker_id = :worker AND valid_to >= :since AND valid_from <= :until",
        worker=worker_id,
        since=_text(since),
        until=_text(until),
    ):
        span = (row["weekday"], row["start"], row["end"])
        earlier, later = row["valid_from"] < _text(since), row["valid_to"] > _text(until)
        if span in missing and row["valid_from"] <= _text(since) and row["valid_to"] >= _text(until):
            missing.remove(span)
            continue
        if earlier:
            act.update("shift", row["id"], valid_to=_text(since - _ONE_DAY))
        if later and earlier:
            ends = {"valid_from": _text(until + _ONE_DAY), "valid_to": row["valid_to"]}
            _insert(act, "shift", [span], worker_id=worker_id, **ends)
        elif later:
            act.update("shift", row["id"], valid_from=_text(until + _ONE_DAY))
        elif not earlier:
            act.delete("shift", row["id"])
    _insert(act, "shift", missing, worker_id=worker_id, valid_from=_text(since), valid_to=_text(until))


def write_breaks(act: Act, worker_id: str, pauses: Iterable[Spell]) -> None:
    """Make these the breaks of every week."""
    missing = set(pauses)
    for row in act.all(
        "SELECT id, weekday, start, end FROM shift_break WHERE worker_id = :worker", worker=worker_id
    ):
        span = (row["weekday"], row["start"], row["end"])
        if span in missing:
            missing.remove(span)
        else:
            act.delete("shift_break", row["id"])
    _insert(act, "shift_break", missing, worker_id=worker_id)


def fold_breaks(act: Act, worker_id: str, plan: list[Spell], pauses: Collection[Spell]) -> list[Spell]:
    """The plan with those of its breaks cut out that do not hold in every week; see `TeamActs.set_week`.

    A break of every week that is not among `pauses` becomes a gap in all that was planned so far, so that
    every other day keeps it.
    """
    standing = {
        (row["weekday"], row["start"], row["end"])
        for row in act.all(
            "SELECT weekday, start, end FROM shift_break WHERE worker_id = :worker", worker=worker_id
        )
    }
    lost = standing - set(pauses)
    if lost:
        _cut_shifts(act, worker_id, lost)
        _cut_dates(act, worker_id, lost)
        write_breaks(act, worker_id, standing - lost)
    own = set(pauses) - standing
    return [
        (weekday, *piece)
        for weekday in range(7)
        for piece in _without([one[1:] for one in plan if one[0] == weekday], weekday, own)
    ]


def _cut_shifts(act: Act, worker_id: str, lost: Collection[Spell]) -> None:
    for row in act.all(
        "SELECT id, weekday, start, end, valid_from, valid_to FROM shift WHERE worker_id = :worker",
        worker=worker_id,
    ):
        kept = _without([(row["start"], row["end"])], row["weekday"], lost)
        if kept == [(row["start"], row["end"])]:
            continue
        act.delete("shift", row["id"])
        holds = {"valid_from": row["valid_from"], "valid_to": row["valid_to"]}
        _insert(act, "shift", [(row["weekday"], *one) for one in kept], worker_id=worker_id, **holds)


def _cut_dates(act: Act, worker_id: str, lost: Collection[Spell]) -> None:
    days: dict[str, list[tuple[str, str]]] = {}
    for row in act.all(
        "SELECT day, start, end FROM shift_exception WHERE worker_id = :worker AND start IS NOT NULL"
        " ORDER BY start",
        worker=worker_id,
    ):
        days.setdefault(row["day"], []).append((row["start"], row["end"]))
    for day, hours in days.items():
        write_date(act, worker_id, day, _without(hours, dt.date.fromisoformat(day).weekday(), lost))


def write_date(act: Act, worker_id: str, day: str, hours: Iterable[tuple[str, str]] | None) -> None:
    """Make these the hours of a date, none for a day off; None gives the date back to the week."""
    wanted: set[tuple[str | None, str | None]] = set()
    if hours is not None:
        wanted |= set(hours) or {(None, None)}
    for row in act.all(
        "SELECT id, start, end FROM shift_exception WHERE worker_id = :worker AND day = :day",
        worker=worker_id,
        day=day,
    ):
        if (row["start"], row["end"]) in wanted:
            wanted.remove((row["start"], row["end"]))
        else:
            act.delete("shift_exception", row["id"])
    for start, end in sorted(wanted, key=lambda one: one[0] or ""):
        act.insert("shift_exception", {"worker_id": worker_id, "day": day, "start": start, "end": end})


def _without(
    hours: Iterable[tuple[str, str]], weekday: int, gaps: Collection[Spell]
) -> list[tuple[str, str]]:
    """Hours of a weekday without its gaps."""
    pieces = cut(
        [(minutes_of(start), minutes_of(end)) for start, end in hours],
        [(minutes_of(start), minutes_of(end)) for day, start, end in gaps if day == weekday],
    )
    return [(time_of(start), time_of(end)) for start, end in pieces]


def _insert(act: Act, table: str, spans: Iterable[Spell], **columns: object) -> None:
    for weekday, start, end in sorted(spans):
        act.insert(table, {"weekday": weekday, "start": start, "end": end, **columns})


def _text(day: dt.date) -> str:
    return day.isoformat()
