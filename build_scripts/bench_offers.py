"""The next free time: 60 days of twelve full diaries, searched to the last day, against SQL and one loop."""

from __future__ import annotations

import datetime as dt
import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

from build_scripts.bench_tools import Measure, by_turns
from merchant_desk.appointments import offers
from merchant_desk.catalog.model import PlaceDraft, ServiceDraft
from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.open import connect
from merchant_desk.desk import Desk, open_desk
from merchant_desk.team import store as team_store

_WORKERS = 12
_DAYS = 60
_MINUTES, _STEP, _LIMIT = 105, 15, 6
_FLOOR_IS = "the same answer by one SQL query and one loop over minutes"
_OPENS, _CLOSES = 10 * 60, 21 * 60


def next_free(path: Path, moment: dt.datetime, repeats: int) -> list[Measure]:
    """Milliseconds to the next free time of twelve workers whose diaries are full up to the last of 60 days.

    Makes the shop's file at `path`; `moment` is its present. Once for a service that needs nobody but a
    worker, once for two that need a chair as well.
    """
    desk = open_desk(path, FixedClock(moment))
    gel, seated = _furnish(desk, moment)

    def asked(*services: str) -> list[tuple[str, str]]:
        wanted = offers.wishes(desk.file, services)
        found = offers.offers(desk.file, moment, wanted, days=_DAYS + 1, step=_STEP, limit=_LIMIT, now=moment)
        return [(wall(one.start), one.worker_id) for one in found]

    with closing(connect(path)) as conn:
        conn.row_factory = None
        measures = [
            Measure(
                f"next free, {_WORKERS} workers, full for {_DAYS} days",
                *by_turns(lambda: asked(gel), lambda: _by_hand(conn, moment, _MINUTES), repeats),
                "ms",
                _FLOOR_IS,
            ),
            Measure(
                "next free, two services in a row that need a chair",
                *by_turns(lambda: asked(seated, seated), lambda: _by_hand(conn, moment, 120), repeats),
                "ms",
                f"{_FLOOR_IS}, which knows nothing of chairs and of two workers",
            ),
        ]
    desk.file.close()
    return measures


def _furnish(desk: Desk, moment: dt.datetime) -> tuple[str, str]:
    """The team, its services, and appointments that leave gaps for nothing on all but the last day."""
    desk.set_up("Bench", "hair", "en", [f"W{number}" for number in range(_WORKERS)])
    team = [worker.id for worker in team_store.workers(desk.file)]
    gel = desk.catalog.add_service(ServiceDraft("Gel", minutes=_MINUTES))
    seated = desk.catalog.add_service(ServiceDraft("Seated", minutes=60))
    chairs = [desk.catalog.add_place(PlaceDraft(f"Chair {number}", "chair")) for number in range(_WORKERS)]
    with desk.file.act("needs a chair") as act:
        act.update("service", seated, place_kind="chair")
    customer = desk.customers.add(CustomerDraft("Ana"))
    lengths, gaps = itertools.cycle((45, 60, 50, 75, 60)), itertools.cycle((0, 10, 0, 20, 0, 0, 10))
    today = dt.datetime.combine(moment.date(), dt.time())
    with desk.file.bulk("fill") as act:
        for number in range(_DAYS * _WORKERS):
            day, who = divmod(number, _WORKERS)
            start = today + dt.timedelta(days=day, minutes=_OPENS)
            while start < today + dt.timedelta(days=day, minutes=_CLOSES - 75):
                end = start + dt.timedelta(minutes=next(lengths))
                made = act.insert("appointment", {"customer_id": customer})
                times = {"start": start, "end": end, "busy_from": start, "busy_to": end}
                row = {name: wall(at) for name, at in times.items()}
                row |= {"worker_id": team[who], "place_id": chairs[who], "service_id": gel}
                act.insert("appointment_line", {"appointment_id": made, "seq": 0, **row})
                start = end + dt.timedelta(minutes=next(gaps))
    return gel, seated


def _by_hand(conn: sqlite3.Connection, moment: dt.datetime, minutes: int) -> list[tuple[str, str]]:
    """(start, worker) of the first few starts, for a team that works from open to close every day."""
    busy: dict[tuple[str, str], list[tuple[int, int]]] = {}
    rows = conn.execute(
        "SELECT worker_id, busy_from, busy_to FROM appointment_line line JOIN appointment"
        " ON appointment.id = line.appointment_id WHERE line.start >= ? AND line.start < ?"
        " AND status NOT IN ('cancelled', 'no_show') ORDER BY worker_id, busy_from",
        (str(moment.date()), str(moment.date() + dt.timedelta(days=_DAYS + 1))),
    )
    for who, since, until in rows:
        pair = int(since[11:13]) * 60 + int(since[14:]), int(until[11:13]) * 60 + int(until[14:])
        busy.setdefault((since[:10], who), []).append(pair)
    team = [row[0] for row in conn.execute("SELECT id FROM worker ORDER BY seq, id")]
    now = moment.hour * 60 + moment.minute
    told: list[tuple[str, str]] = []
    for count in range(_DAYS + 1):
        day = str(moment.date() + dt.timedelta(days=count))
        found = []
        for rank, who in enumerate(team):
            free = _OPENS
            for since, until in [*busy.get((day, who), []), (_CLOSES, _CLOSES)]:
                starts = range(free, since - minutes + 1, _STEP)
                found += [(start, rank) for start in starts if count or start >= now]
                free = until
        told += [(f"{day}T{start // 60:02}:{start % 60:02}", team[rank]) for start, rank in sorted(found)]
        if len(told) >= _LIMIT:
            break
    return told[:_LIMIT]
