"""Finds the next free times for a visit, over the team's shifts and everything that is booked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from merchant_desk.appointments import home_ways
from merchant_desk.appointments.availability import Diary, Wish, free_spans, full_spans, visit_starts
from merchant_desk.appointments.model import Offer
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import minutes_for
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.db.records import Reader, in_list
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    import sqlite3

# So many days are read first: most answers lie within them.
_STRETCH = 7
_ONE_DAY = dt.timedelta(days=1)


class Bounds(NamedTuple):
    """What a shop's rules let be offered: starts from `earliest` on and before `until`, naive shop time."""

    earliest: dt.datetime
    until: dt.datetime


def bounds(r: Reader, now: dt.datetime) -> Bounds:
    """From the shop's minimum notice on, up to the last day of its horizon."""
    rules = shop_store.booking_rules(r)
    last = now.date() + dt.timedelta(days=rules.horizon)
    return Bounds(now + dt.timedelta(minutes=rules.notice), _midnight(last) + _ONE_DAY)


def wishes(r: Reader, service_ids: Sequence[str], worker_id: str | None = None) -> list[Wish]:
    """The services as availability counts them, each with who does it; with `worker_id` only that one.

    Raises DeskError "gone" for a service that is not there.
    """
    able, terms = catalog_store.workers_of(r), catalog_store.own_terms(r)
    team = [worker.id for worker in team_store.workers(r)]
    places = catalog_store.places(r)
    found = []
    for service_id in service_ids:
        service = catalog_store.service(r, service_id)
        if service is None:
            raise DeskError("gone", table="service", id=service_id)
        doers = able.get(service_id, frozenset(team))
        workers = tuple(one for one in team if one in doers and worker_id in (None, one))
        own = {one: minutes_for(service, one, terms) for one in workers if (one, service_id) in terms}
        kind = service.place_kind
        where = tuple(place.id for place in places if place.kind == kind) if kind else None
        found.append(Wish(service.minutes, service.before, service.after, workers, own, where))
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
    now: dt.datetime | None = None,
) -> list[Offer]:
    """When a visit of `wanted`, one after another, could begin: earliest first, from `not_before` on.

    Looks at `days` days, offers a start every `step` minutes, stops at `limit`. With `travel` minutes of way
    it is a home visit. The time that `except_appointment` holds counts as free. With `now` the shop's
    minimum notice and horizon bound what is offered. Empty where nobody is free, or nobody does it.
    """
    if not wanted or not all(wish.workers for wish in wanted):
        return []
    first = not_before.date()
    until = _midnight(first) + dt.timedelta(days=days)
    if now is not None:
        earliest, last = bounds(r, now)
        not_before, until = max(not_before, earliest), min(until, last)
    names = {worker.id: worker.name for worker in team_store.workers(r)}
    found: list[Offer] = []
    # The first days alone, and where they are full all of them: reading them twice costs little, and every
    # start is looked at in the free span that it lies in.
    for end in _stretches(_midnight(not_before.date()), until):
        diary = read_diary(r, wanted, not_before.date(), end.date(), except_appointment, travel=travel)
        found = []
        for visit in visit_starts(wanted, diary, step, not_before, travel, end):
            worker_id = visit.workers[0]
            found.append(Offer(worker_id, names[worker_id], visit.start, visit.workers, visit.places))
            if len(found) == limit:
                return found
    return found


def read_diary(
    r: Reader,
    wanted: Sequence[Wish],
    day: dt.date,
    to_day: dt.date,
    except_appointment: str | None = None,
    *,
    travel: int = 0,
) -> Diary:
    """What is free from `day` to `to_day`, both included, for whom and where `wanted` may be done.

    The day before is looked at too, so that a shift over midnight begins where it begins.
    """
    team = {worker_id for wish in wanted for worker_id in wish.workers}
    places = set() if travel else {place_id for wish in wanted for place_id in wish.places or ()}
    shifts = team_store.working_spans(r, day - _ONE_DAY, to_day)
    since, until = _midnight(day) - _ONE_DAY, _midnight(to_day) + _ONE_DAY
    away = home_ways.trips(r, team, since, until, except_appointment) if travel else []
    done = {trip.line_id: trip.done for trip in away}
    busy: dict[str, list[Span]] = {who: [] for who in team}
    coming: dict[str, list[Span]] = {who: [] for who in team}
    held: dict[str, list[Span]] = {place_id: [] for place_id in places}
    for who, where, line_id, start, end in _lines(r, team, bool(places), since, until, except_appointment):
        span = Span(_at(start), _at(end))
        if who in team:
            busy[who].append(span)
            if away:
                coming[who].append(Span(span.start, min(span.end, done.get(line_id, span.end))))
        if where in places:
            held[where].append(span)
    free = {who: free_spans(shifts.get(who, ()), busy[who]) for who in team}
    if away:
        free_coming = {who: free_spans(shifts.get(who, ()), coming[who]) for who in team}
        leaving = {who: frozenset(trip.leaves for trip in away if trip.worker_id == who) for who in team}
        return Diary(free, {}, free_coming, leaving)
    capacity = (
        {place.id: place.capacity for place in catalog_store.places(r, archived=True)} if places else {}
    )
    return Diary(free, {one: full_spans(spans, capacity[one]) for one, spans in held.items()})


def _lines(
    r: Reader,
    worker_ids: Collection[str],
    all_places: bool,
    since: dt.datetime,
    until: dt.datetime,
    own: str | None,
) -> list[sqlite3.Row]:
    """Worker, place, id, busy from and to of the lines that reach into the time.

    Those of the workers, or of everybody where rooms and chairs matter too: one read for both.
    """
    names, params = in_list("worker", sorted(worker_ids))
    whose = "line.start >= :since AND line.start < :until" if all_places else f"line.worker_id IN {names}"
    # A busy span is at most a day long: whatever reaches into the time begins the day before.
    reaches = "line.busy_from < :end AND line.busy_from >= :since"
    return r.all(
        "SELECT line.worker_id, line.place_id, line.id, line.busy_from, line.busy_to"
        " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
        f" WHERE {whose} AND {reaches} AND line.appointment_id <> :own"
        " AND appointment.status NOT IN ('cancelled', 'no_show')",
        since=wall(since - _ONE_DAY),
        end=wall(until),
        own=own or "",
        **({"until": wall(until + _ONE_DAY)} if all_places else params),
    )


def _stretches(first: dt.datetime, until: dt.datetime) -> Iterator[dt.datetime]:
    """Where to look up to: a few days, then to the end."""
    soon = first + dt.timedelta(days=_STRETCH)
    if soon < until:
        yield soon
    if first < until:
        yield until


# The same few quarters of an hour are read thousands of times.
_at = lru_cache(maxsize=1 << 14)(parse_wall)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
