"""What a visit's lines must hold before they are written: who can do them, on shift, and nobody else's time.

The database refuses double bookings by itself, last of all; here the refusal gets its names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.appointments import home_ways, rooms
from merchant_desk.appointments.availability import Step, Wish, fits, placed
from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.clashes import place_clash, worker_clash
from merchant_desk.appointments.model import Appointment, AppointmentDraft, Clash
from merchant_desk.appointments.offers import offers
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.clock import real_wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap
from merchant_desk.db.records import Reader
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store
from merchant_desk.team.model import Worker

# What lies further away than that was mistyped.
LONGEST_PAST = dt.timedelta(days=2 * 366)
LONGEST_AHEAD = dt.timedelta(days=10 * 366)


def existing(r: Reader, at: dt.datetime) -> dt.datetime:
    """The wall time itself, to the minute, or the first one after it that exists in the shop's zone."""
    return real_wall(at.replace(second=0, microsecond=0), shop_store.zone(r))


def check_day(start: dt.datetime, now: dt.datetime) -> None:
    """Raise DeskError "long_past" or "far_ahead" (facts: start, day) for a time nobody can mean."""
    if start < now - LONGEST_PAST:
        raise DeskError("long_past", start=start, day=start.date())
    if start > now + LONGEST_AHEAD:
        raise DeskError("far_ahead", start=start, day=start.date())


def laid_out(r: Reader, draft: AppointmentDraft, own: str | None = None) -> list[Busy]:
    """A checked draft's lines by time, with what each needs before and after, and where it is done.

    A line without a place gets one with room of the kind that its service needs, in preference the one it
    has; `own` is the appointment that the draft changes. A home visit is in no place.
    """
    first = draft.lines[0].start
    moved = existing(r, first) - first
    starts = [existing(r, line.start + moved) for line in draft.lines]
    spans = [
        Span(start, start + dt.timedelta(minutes=line.minutes))
        for start, line in zip(starts, draft.lines, strict=True)
    ]
    steps = [Step(line.minutes, line.before, line.after, line.worker_id) for line in draft.lines]
    at_home = bool(draft.travel_minutes or draft.address.strip())
    lines = [
        Busy(
            service_id=line.service_id,
            worker_id=line.worker_id,
            place_id=None if at_home else line.place_id,
            span=at.span,
            busy=at.busy,
            squeezed=draft.squeeze,
            travel=draft.travel_minutes,
            any_place=line.place_id is None and not at_home,
        )
        for line, at in zip(draft.lines, placed(spans, steps, draft.travel_minutes), strict=True)
    ]
    lines.sort(key=lambda line: line.span.start)
    return settled(r, rooms.seated(r, lines, own), own)


def kept_lines(r: Reader, known: Appointment) -> list[Busy]:
    """An appointment's lines as they stand, free to be moved: with the whole way back of a home visit.

    What is moved goes through `settled` afterwards.
    """
    at_home = bool(known.travel_minutes or known.address)
    lines = [
        Busy(
            line.service_id,
            line.worker_id,
            line.place_id,
            Span(line.start, line.end),
            Span(line.busy_from, line.busy_to),
            line.squeezed,
            known.travel_minutes,
            any_place=not at_home,
        )
        for line in known.lines
    ]
    if not known.travel_minutes:
        return lines
    since, until = known.lines[0].busy_from, max(line.busy_to for line in known.lines)
    workers = {line.worker_id for line in lines}
    own = [trip for trip in home_ways.trips(r, workers, since, until) if trip.appointment_id == known.id]
    whole = {trip.line_id: trip.home for trip in own}
    return [
        line.until(whole.get(old.id, line.busy.end)) for line, old in zip(lines, known.lines, strict=True)
    ]


def settled(r: Reader, lines: Sequence[Busy], own: str | None = None) -> list[Busy]:
    """Lines as they can be written at their times: in places with room, ways back as long as they are."""
    found = rooms.chosen(r, lines, own)
    if not any(line.travel for line in found):
        return found
    workers = {line.worker_id for line in found}
    since, until = min(line.busy.start for line in found), max(line.busy.end for line in found)
    others = home_ways.trips(r, workers, since, until, own)
    last = {line.worker_id: at for at, line in enumerate(found)}
    return [
        line.until(home_ways.cut_short(line.busy, line.done, others, line.worker_id).end)
        if line.travel and last[line.worker_id] == at
        else line
        for at, line in enumerate(found)
    ]


def check_lines(r: Reader, lines: Sequence[Busy]) -> None:
    """Refuse services that are not sold any more, and what `check_workers` refuses."""
    for line in lines:
        service = catalog_store.service(r, line.service_id)
        if service is None:
            raise DeskError("gone", table="service", id=line.service_id)
        if service.archived:
            raise DeskError("service_archived", service=service.name)
    check_workers(r, lines)


def check_workers(r: Reader, lines: Sequence[Busy]) -> None:
    """Refuse workers who left or do not do that service, and one worker at two customers' sides at once.

    Also rooms and chairs that were given up.
    """
    able = catalog_store.workers_of(r)
    for at, line in enumerate(lines):
        worker = _worker(r, line.worker_id)
        if worker.archived:
            raise DeskError("worker_left", worker=worker.name)
        doers = able.get(line.service_id)
        if doers is not None and worker.id not in doers:
            raise DeskError("not_their_service", worker=worker.name, service=_service_name(r, line))
        for other in lines[:at]:
            if other.worker_id == line.worker_id and overlap(other.span, line.span):
                start, end = other.span
                facts = {
                    "worker": worker.name,
                    "service": _service_name(r, other),
                    "start": start,
                    "end": end,
                }
                raise DeskError("same_visit_clash", **facts)
    rooms.check(r, lines)


def misfit(r: Reader, lines: Sequence[Busy], own: str | None = None) -> DeskError | None:
    """The refusal of lines off their worker's shift, in somebody else's time or beyond a place's room.

    `own` is the appointment's id. Quick enough for many dates and within an act: it leaves `next_free` out.
    """
    if not lines:
        return None
    first = min(line.busy.start for line in lines).date()
    last = max(line.busy.end for line in lines).date()
    shifts = team_store.working_spans(r, first, last)
    for line in lines:
        if not fits(line.busy, shifts.get(line.worker_id, ())):
            start, end = line.span
            return DeskError("off_shift", worker=_worker(r, line.worker_id).name, start=start, end=end)
    return held(r, lines, own)


def held(r: Reader, lines: Sequence[Busy], own: str | None = None) -> DeskError | None:
    """The refusal "clash", "place_full" or "no_place" for the first line whose time or place is taken."""
    met: set[str] = set()
    for line in lines:
        passed = None
        if line.travel and line.worker_id not in met:
            passed = home_ways.passed(r, line.worker_id, line.busy.start, own)
        met.add(line.worker_id)
        found = worker_clash(r, line.worker_id, line.busy, own, passed)
        if found is not None:
            return DeskError("clash", **_who_holds(found), **_only_around(found, line))
    return _place_held(r, lines, own)


def _place_held(r: Reader, lines: Sequence[Busy], own: str | None) -> DeskError | None:
    for line in lines:
        service = catalog_store.service(r, line.service_id)
        if line.place_id is None:
            if line.any_place and service is not None and service.place_kind:
                return DeskError("no_place", service=service.name, kind=service.place_kind)
            continue
        place = catalog_store.place(r, line.place_id)
        if place is None:
            continue
        beside = [one.span for one in lines if one is not line and one.place_id == place.id]
        found = place_clash(r, place, line, own, beside)
        if found is not None:
            told = {"place": place.name, "kind": place.kind, "capacity": place.capacity}
            return DeskError("place_full", **told, **_who_holds(found), **_only_around(found, line))
    return None


def _who_holds(found: Clash) -> dict[str, object]:
    return {
        "worker": found.worker,
        "customer": found.customer,
        "service": found.service,
        "start": found.start,
        "end": found.end,
        "busy_from": found.busy_from,
        "busy_to": found.busy_to,
        "appointment_id": found.appointment_id,
    }


def _only_around(found: Clash, line: Busy) -> dict[str, object]:
    """Where only what comes before or after the services meets: which, and until or from when."""
    if found.end <= line.span.start:
        if found.busy_to > line.span.start:
            return {"busy_until": found.busy_to}
        if found.busy_to > found.end:
            return {"busy_until": found.busy_to, "needs_from": line.busy.start}
        return {"needs_from": line.busy.start}
    if line.span.end <= found.start:
        if found.busy_from < line.span.end:
            return {"busy_since": found.busy_from}
        if found.busy_from < found.start:
            return {"busy_since": found.busy_from, "needs_until": line.busy.end}
        return {"needs_until": line.busy.end}
    return {}


def next_free(
    r: Reader, lines: Sequence[Busy], own: str | None = None, now: dt.datetime | None = None
) -> dt.datetime | None:
    """When the same visit with the same workers fits next, from the time it was asked for; or None."""
    rules = shop_store.booking_rules(r)
    found = offers(
        r,
        lines[0].span.start,
        _wishes(r, lines),
        step=rules.step,
        limit=1,
        travel=lines[0].travel,
        except_appointment=own,
        now=now,
    )
    return found[0].start if found else None


def _wishes(r: Reader, lines: Sequence[Busy]) -> list[Wish]:
    last = {line.worker_id: at for at, line in enumerate(lines)}
    wanted = []
    met: set[str] = set()
    for at, line in enumerate(lines):
        there = line.travel if line.worker_id not in met else 0
        back = line.travel if last[line.worker_id] == at else 0
        met.add(line.worker_id)
        wanted.append(
            Wish(
                minutes=line.span.minutes,
                before=max(Span(line.busy.start, line.span.start).minutes - there, 0),
                after=max(Span(line.span.end, line.busy.end).minutes - back, 0),
                workers=(line.worker_id,),
                places=rooms.possible(r, line),
            )
        )
    return wanted


def _worker(r: Reader, worker_id: str) -> Worker:
    found = team_store.worker(r, worker_id)
    if found is None:
        raise DeskError("gone", table="worker", id=worker_id)
    return found


def _service_name(r: Reader, line: Busy) -> str:
    found = catalog_store.service(r, line.service_id)
    return found.name if found else ""
