"""Finds the next free times for a visit, over the team's shifts and everything that is booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from merchant_desk.appointments.availability import Wish, free_spans, visit_starts
from merchant_desk.appointments.model import Offer
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db.records import Reader, in_list
from merchant_desk.team import store as team_store

# So many days are read at a time: most answers lie within the first few.
_STRETCH = 7
_ONE_DAY = dt.timedelta(days=1)


def wishes(r: Reader, service_ids: Sequence[str], worker_id: str | None = None) -> list[Wish]:
    """The services as availability counts them, each with who does it; with `worker_id` only that one.

    Raises DeskError "gone" for a service that is not there.
    """
    able = catalog_store.workers_of(r)
    team = [worker.id for worker in team_store.workers(r)]
    found = []
    for service_id in service_ids:
        service = catalog_store.service(r, service_id)
        if service is None:
            raise DeskError("gone", table="service", id=service_id)
        doers = able.get(service_id, frozenset(team))
        workers = tuple(one for one in team if one in doers and worker_id in (None, one))
        found.append(Wish(service.minutes, service.before, service.after, workers))
    return found


def offers(
    r: Reader,
    not_before: dt.datetime,
    wanted: Sequence[Wish],
    *,
    days: int = 14,
    step: int = 15,
    limit: int = 6,
    travel: int = 0,
    except_appointment: str | None = None,
) -> list[Offer]:
    """When a visit of `wanted`, one after another, could begin: earliest first, from `not_before` on.

    Looks at `days` days, offers a start every `step` minutes, stops at `limit`. The time that
    `except_appointment` holds counts as free. Empty where nobody is free, or nobody does it.
    """
    if not wanted or not all(wish.workers for wish in wanted):
        return []
    names = {worker.id: worker.name for worker in team_store.workers(r)}
    team = {worker_id for wish in wanted for worker_id in wish.workers}
    found: list[Offer] = []
    for first, last in _stretches(not_before.date(), days):
        shifts = team_store.working_spans(r, first, last)
        busy = busy_spans(r, team, first, last, except_appointment)
        free = {one: free_spans(shifts.get(one, ()), busy.get(one, ())) for one in team}
        for start, workers in visit_starts(wanted, free, step, not_before, travel):
            found.append(Offer(workers[0], names[workers[0]], start, workers))
            if len(found) == limit:
                return found
    return found


def busy_spans(
    r: Reader,
    worker_ids: Iterable[str],
    day: dt.date,
    to_day: dt.date,
    except_appointment: str | None = None,
) -> dict[str, list[Span]]:
    """Worker id -> spans that appointments hold on any day from `day` to `to_day`, both included."""
    names, params = in_list("worker", sorted(set(worker_ids)))
    midnight = dt.datetime.combine(day, dt.time())
    rows = r.all(
        "SELECT line.worker_id, line.busy_from, line.busy_to FROM appointment_line line"
        f" JOIN appointment ON appointment.id = line.appointment_id WHERE line.worker_id IN {names}"
        # A busy span is at most a day long: whatever reaches into the first day began the day before.
        " AND line.busy_from >= :since AND line.busy_from < :until AND line.appointment_id <> :own"
        " AND appointment.status NOT IN ('cancelled', 'no_show')",
        since=wall(midnight - _ONE_DAY),
        until=wall(dt.datetime.combine(to_day, dt.time()) + _ONE_DAY),
        own=except_appointment or "",
        **params,
    )
    busy: dict[str, list[Span]] = {}
    for row in rows:
        span = Span(parse_wall(row["busy_from"]), parse_wall(row["busy_to"]))
        busy.setdefault(row["worker_id"], []).append(span)
    return busy


def _stretches(day: dt.date, days: int) -> Iterator[tuple[dt.date, dt.date]]:
    for begin in range(0, days, _STRETCH):
        end = min(begin + _STRETCH, days) - 1
        yield day + dt.timedelta(days=begin), day + dt.timedelta(days=end)
