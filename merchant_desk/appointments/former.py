"""What a worker was to do and does not any more, from the acts' own history: a calendar may still have it."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from merchant_desk.appointments.period import PeriodLine
from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader, in_list

_State = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class FormerPart:
    """The `part`-th run of a worker's lines in an appointment, from one on, as it was last.

    Its lines say "cancelled": for that worker it is.
    """

    part: int
    lines: tuple[PeriodLine, ...]


def former_parts(r: Reader, worker_id: str, first: dt.date, last: dt.date) -> list[FormerPart]:
    """What was taken from the worker by giving it to another or leaving it out, by time.

    Those that last began on a day from `first` to `last`, both included. Of appointments that are not there
    any more there is nothing.
    """
    found = []
    services = {row["id"]: row["name"] for row in r.all("SELECT id, name FROM service")}
    for appointment_id, gone in _touched(r, worker_id).items():
        rows = r.all(
            "SELECT id, worker_id, service_id, start, end FROM appointment_line WHERE appointment_id = :id",
            id=appointment_id,
        )
        now: _State = {row["id"]: dict(row) for row in rows}
        for part, run in _lost(r, now, gone, worker_id).items():
            start = parse_wall(str(run[0]["start"]))
            if first <= start.date() <= last:
                found.append(FormerPart(part, _lines(r, appointment_id, worker_id, run, services)))
    return sorted(found, key=lambda one: (one.lines[0].start, one.lines[0].appointment_id, one.part))


def _touched(r: Reader, worker_id: str) -> dict[str, list[str]]:
    """The appointments in which a line was taken from the worker, each with its lines that were left out."""
    rows = r.all(
        "SELECT change.row_id, change.before, change.after, line.appointment_id FROM change"
        " LEFT JOIN appointment_line line ON line.id = change.row_id"
        " WHERE change.table_name = 'appointment_line' AND change.before LIKE :worker",
        worker=f'%"worker_id":"{worker_id}"%',
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["appointment_id"] is not None:
            found[row["appointment_id"]] += []
        elif row["after"] is None:
            found[json.loads(row["before"])["appointment_id"]].append(row["row_id"])
    there, params = in_list("id", list(found) or [""])
    kept = {row["id"] for row in r.all(f"SELECT id FROM appointment WHERE id IN {there}", **params)}
    return {appointment_id: gone for appointment_id, gone in found.items() if appointment_id in kept}


def _lost(r: Reader, now: _State, gone: Iterable[str], worker_id: str) -> dict[int, list[dict[str, object]]]:
    """The runs that the worker had and has not, by their number, each as it was last."""
    names, params = in_list("row", [*now, *gone])
    changes = r.all(
        "SELECT change.act_id, change.row_id, change.before FROM change JOIN act ON act.id = change.act_id"
        f" WHERE change.table_name = 'appointment_line' AND change.row_id IN {names}"
        " ORDER BY act.seq DESC, change.seq DESC",
        **params,
    )
    state = {row_id: dict(columns) for row_id, columns in now.items()}
    had = len(_runs(state, worker_id))
    lost: dict[int, list[dict[str, object]]] = {}
    for _, of_act in groupby(changes, key=lambda row: row["act_id"]):
        for row in of_act:
            if row["before"] is None:
                state.pop(row["row_id"], None)
            else:
                state[row["row_id"]] = {**state.get(row["row_id"], {}), **json.loads(row["before"])}
        for part, run in enumerate(_runs(state, worker_id), start=1):
            if part > had:
                lost.setdefault(part, [dict(columns) for columns in run])
    return lost


def _runs(state: _State, worker_id: str) -> list[list[dict[str, object]]]:
    """The worker's lines by time, in runs without a gap."""
    mine = sorted(
        (one for one in state.values() if one["worker_id"] == worker_id), key=lambda one: str(one["start"])
    )
    runs: list[list[dict[str, object]]] = []
    for one in mine:
        if runs and runs[-1][-1]["end"] == one["start"]:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _lines(
    r: Reader,
    appointment_id: str,
    worker_id: str,
    run: Iterable[Mapping[str, object]],
    services: Mapping[str, str],
) -> tuple[PeriodLine, ...]:
    row = r.one(
        "SELECT customer.name AS customer, customer.phone_tail, appointment.address, appointment.series_at,"
        " appointment.sequence, appointment.updated_at, worker.name AS worker,"
        " (SELECT max(updated_at) FROM appointment_line WHERE appointment_id = appointment.id) AS lines_at"
        " FROM appointment JOIN customer ON customer.id = appointment.customer_id"
        " JOIN worker ON worker.id = :worker WHERE appointment.id = :id",
        id=appointment_id,
        worker=worker_id,
    )
    if row is None:
        return ()
    return tuple(
        PeriodLine(
            appointment_id=appointment_id,
            line_id=str(one["id"]),
            customer=row["customer"],
            phone_tail=row["phone_tail"],
            service=services[str(one["service_id"])],
            worker_id=worker_id,
            worker=row["worker"],
            place="",
            start=parse_wall(str(one["start"])),
            end=parse_wall(str(one["end"])),
            status="cancelled",
            squeezed=False,
            note="",
            address=row["address"],
            uid="",
            in_series=row["series_at"] is not None,
            sequence=row["sequence"],
            changed_ms=max(row["updated_at"], row["lines_at"]),
        )
        for one in run
    )
