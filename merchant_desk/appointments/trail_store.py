"""Reads what has happened to one appointment, from the acts' own history."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import in_list
from merchant_desk.shop import store as shop_store

if TYPE_CHECKING:
    import sqlite3

    from merchant_desk.db.records import Reader


@dataclass(frozen=True, slots=True)
class Happening:
    """One act on an appointment: when (naive shop time), its verb, and who did it ("" where nobody said).

    `kind` is "do", "undo" or "redo"; `undone` says that it was taken back since. Where it moved the visit,
    `before` and `after` are its starts.
    """

    at: dt.datetime
    kind: str
    verb: str
    who: str
    undone: bool
    before: dt.datetime | None = None
    after: dt.datetime | None = None


def trail(r: Reader, appointment_id: str) -> list[Happening]:
    """Everything that was done about the appointment and its lines, oldest first."""
    ids = [appointment_id]
    ids += [
        row["id"]
        for row in r.all(
            "SELECT id FROM appointment_line WHERE appointment_id = :id ORDER BY seq", id=appointment_id
        )
    ]
    names, params = in_list("row", ids)
    rows = r.all(
        "SELECT act.id, act.kind, act.verb, act.at, act.who, act.undone_by, change.table_name, change.row_id,"
        " change.before, change.after FROM change JOIN act ON act.id = change.act_id"
        f" WHERE change.row_id IN {names} AND change.table_name IN ('appointment', 'appointment_line')"
        " ORDER BY act.seq, change.seq",
        **params,
    )
    zone = ZoneInfo(shop_store.zone(r))
    acts: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        acts.setdefault(row["id"], []).append(row)
    return [_happening(changes, ids, zone) for changes in acts.values()]


def _happening(changes: list[sqlite3.Row], ids: list[str], zone: ZoneInfo) -> Happening:
    act = changes[0]
    before, after = _moved(changes, ids)
    return Happening(
        at=dt.datetime.fromtimestamp(act["at"] / 1000, zone).replace(tzinfo=None, microsecond=0),
        kind=act["kind"],
        verb=act["verb"],
        who=act["who"],
        undone=act["undone_by"] is not None,
        before=before,
        after=after,
    )


def _moved(changes: list[sqlite3.Row], ids: list[str]) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The starts of the first line that an act gave another one."""
    moves = {}
    for row in changes:
        if row["before"] is not None and row["after"] is not None:
            old, new = json.loads(row["before"]), json.loads(row["after"])
            if "start" in old and "start" in new:
                moves[row["row_id"]] = (parse_wall(old["start"]), parse_wall(new["start"]))
    first = next((moves[one] for one in ids if one in moves), None)
    return first if first is not None else (None, None)
