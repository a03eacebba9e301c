"""The ways to and from home visits: who goes from one straight to the next does not come back in between.

A home visit holds its worker for the way there, the visit, and the way back. Where the next one is a home
visit too, its way there begins where the first one is done: the way back is cut short there. So it is
kept in the lines' busy spans, which the database guards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.spans import Span
from merchant_desk.db.records import Act, Reader, in_list

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trip:
    """One worker's time at one home visit, in naive shop time.

    Leaves at `leaves`, is `done` with the last line `line_id`, and busy until `back`; the whole way back
    would take until `home`.
    """

    appointment_id: str
    worker_id: str
    line_id: str
    leaves: dt.datetime
    done: dt.datetime
    back: dt.datetime
    home: dt.datetime


def trips(
    r: Reader, worker_ids: Collection[str], since: dt.datetime, until: dt.datetime, own: str | None = None
) -> list[Trip]:
    """The home visits of these workers that begin or end between the two, without the appointment `own`."""
    names, params = in_list("worker", sorted(set(worker_ids)))
    rows = r.all(
        "SELECT line.id, line.appointment_id, line.worker_id, line.end, line.busy_from, line.busy_to,"
        " appointment.travel_minutes, service.after_minutes FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN service ON service.id = line.service_id"
        f" WHERE line.worker_id IN {names} AND line.busy_from >= :since AND line.busy_from < :until"
        " AND appointment.travel_minutes > 0 AND appointment.status NOT IN ('cancelled', 'no_show')"
        " AND line.appointment_id <> :own ORDER BY line.start, line.seq",
        since=wall(since - _ONE_DAY),
        until=wall(until),
        own=own or "",
        **params,
    )
    found: dict[tuple[str, str], Trip] = {}
    for row in rows:
        key = (row["appointment_id"], row["worker_id"])
        back = parse_wall(row["busy_to"])
        done = min(parse_wall(row["end"]) + dt.timedelta(minutes=row["after_minutes"]), back)
        found[key] = Trip(
            *key,
            line_id=row["id"],
            leaves=found[key].leaves if key in found else parse_wall(row["busy_from"]),
            done=done,
            back=back,
            home=max(done + dt.timedelta(minutes=row["travel_minutes"]), back),
        )
    return list(found.values())


def cut_short(busy: Span, done: dt.datetime, others: Iterable[Trip], worker_id: str) -> Span:
    """`busy` up to where its worker sets out for the next of the `others`, if that is on the way back."""
    ways_on = [trip.leaves for trip in others if trip.worker_id == worker_id and trip.leaves >= done]
    return Span(busy.start, min([busy.end, *ways_on]))


def passed(r: Reader, worker_id: str, leaves: dt.datetime, own: str | None) -> dict[str, dt.datetime]:
    """Line id -> when it is done, for ways back that are in nobody's way who then leaves for a home visit."""
    near = trips(r, [worker_id], leaves - _ONE_DAY, leaves, own)
    return {trip.line_id: trip.done for trip in near if trip.done <= leaves < trip.back}


def make_way(act: Act, worker_id: str, leaves: dt.datetime, own: str | None) -> None:
    """Cut short the ways back that end when the worker leaves for a home visit."""
    for line_id in passed(act, worker_id, leaves, own):
        act.update("appointment_line", line_id, busy_to=wall(leaves))


def mend(act: Act, worker_ids: Collection[str], spans: Sequence[Span]) -> None:
    """Let ways back that were cut short around these spans be as long again as what follows allows."""
    if not spans or not worker_ids:
        return
    since, until = min(span.start for span in spans), max(span.end for span in spans)
    near = trips(act, worker_ids, since - _ONE_DAY, until + _ONE_DAY)
    for trip in near:
        if trip.back == trip.home:
            continue
        # What was squeezed in over it keeps it from growing: the database would refuse it as a clash.
        follows = act.value(
            "SELECT min(line.busy_from) FROM appointment_line line"
            " JOIN appointment ON appointment.id = line.appointment_id"
            " WHERE line.worker_id = :worker AND line.busy_from >= :since AND line.busy_to > :leaves"
            " AND line.appointment_id <> :own AND appointment.status NOT IN ('cancelled', 'no_show')",
            worker=trip.worker_id,
            since=wall(trip.leaves - _ONE_DAY),
            leaves=wall(trip.leaves),
            own=trip.appointment_id,
        )
        until = min(trip.home, max(parse_wall(follows), trip.back)) if follows else trip.home
        if until != trip.back:
            act.update("appointment_line", trip.line_id, busy_to=wall(until))
