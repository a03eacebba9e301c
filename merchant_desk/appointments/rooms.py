"""Which room or chair a service is done in: one of the kind it needs, with room for one more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from merchant_desk.appointments.availability import clear, full_spans
from merchant_desk.appointments.busy import Busy
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import Place
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap
from merchant_desk.db.records import Reader, in_list

_ONE_DAY = dt.timedelta(days=1)


def possible(r: Reader, line: Busy) -> tuple[str, ...] | None:
    """The places a line may be in, the one it has first; None where it needs none."""
    if line.place_id is not None and not line.any_place:
        return (line.place_id,)
    service = catalog_store.service(r, line.service_id)
    if not line.any_place or service is None or not service.place_kind:
        return None
    kind = [place.id for place in catalog_store.places(r) if place.kind == service.place_kind]
    return tuple(sorted(kind, key=lambda place_id: place_id != line.place_id))


def seated(r: Reader, lines: Sequence[Busy], own: str | None) -> list[Busy]:
    """The lines with the places that the same services of the appointment `own` have now."""
    if own is None or not any(line.any_place for line in lines):
        return list(lines)
    rows = r.all(
        "SELECT service_id, place_id FROM appointment_line WHERE appointment_id = :own ORDER BY seq DESC",
        own=own,
    )
    there = {row["service_id"]: row["place_id"] for row in rows}
    return [line.at_place(there.get(line.service_id)) if line.any_place else line for line in lines]


def sent_to(r: Reader, lines: Sequence[Busy], place_id: str | None) -> list[Busy]:
    """The lines with those in a place of that place's kind, or that need one, sent just there.

    Raises DeskError "gone".
    """
    if place_id is None:
        return list(lines)
    wanted = catalog_store.place(r, place_id)
    if wanted is None:
        raise DeskError("gone", table="place", id=place_id)
    kinds = {place.id: place.kind for place in catalog_store.places(r, archived=True)}
    needs = {service.id: service.place_kind for service in catalog_store.services(r, archived=True)}
    return [
        line.at_place(place_id, asked=True)
        if (kinds.get(line.place_id or "") or needs.get(line.service_id)) == wanted.kind
        else line
        for line in lines
    ]


def chosen(r: Reader, lines: Sequence[Busy], own: str | None = None) -> list[Busy]:
    """The lines with a place for each that needs one and was not asked for in a certain one.

    Taken is the place it has, then that of the line before, then the first with room; where none has any,
    the first: whoever checks it then finds it full. What `own` (the appointment itself) holds is room.
    """
    wanted = [possible(r, line) for line in lines]
    if not any(line.any_place and places for line, places in zip(lines, wanted, strict=True)):
        # Nothing to choose; what needs no place any more gives it up only with its own change.
        return [
            line.at_place(None) if line.any_place and places == () else line
            for line, places in zip(lines, wanted, strict=True)
        ]
    there = {place.id: place for place in catalog_store.places(r)}
    held = _held(r, lines, {one for places in wanted for one in places or ()}, own)
    found: list[Busy] = []
    for line, places in zip(lines, wanted, strict=True):
        if not line.any_place or places is None:
            found.append(line)
            continue
        before = found[-1].place_id if found else None
        order = sorted(places, key=lambda one: (one != line.place_id, one != before))
        mine = [other for other in found if overlap(other.span, line.span)]
        fitting = (one for one in order if _has_room(there[one], line, held.get(one, []), mine))
        found.append(line.at_place(next(fitting, order[0] if order else None)))
    return found


def check(r: Reader, lines: Sequence[Busy]) -> None:
    """Refuse places that were given up, and more lines of one visit at once than a place takes.

    Raises DeskError "gone", "place_archived" (facts: place), "place_full" (place, capacity).
    """
    for line in lines:
        if line.place_id is None:
            continue
        place = catalog_store.place(r, line.place_id)
        if place is None:
            raise DeskError("gone", table="place", id=line.place_id)
        if place.archived and not line.any_place:
            raise DeskError("place_archived", place=place.name)
        beside = [other for other in lines if other is not line and other.place_id == place.id]
        if not line.squeezed and not _has_room(place, line, [], beside):
            raise DeskError("place_full", place=place.name, kind=place.kind, capacity=place.capacity)


def _has_room(place: Place, line: Busy, held: Sequence[Span], mine: Sequence[Busy]) -> bool:
    """Whether one more fits; other lines of the same visit count while their customer is there."""
    own = [other.span for other in mine if other.place_id == place.id]
    if not clear(line.busy, full_spans(held, place.capacity)):
        return False
    return not own or clear(line.span, full_spans([*held, *own], place.capacity))


def _held(
    r: Reader, lines: Sequence[Busy], place_ids: Collection[str], own: str | None
) -> dict[str, list[Span]]:
    names, params = in_list("place", sorted(place_ids))
    begin = min(line.busy.start for line in lines)
    rows = r.all(
        "SELECT line.place_id, line.busy_from, line.busy_to FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        f" WHERE line.place_id IN {names} AND line.busy_from >= :since AND line.busy_from < :until"
        " AND line.busy_to > :begin AND line.appointment_id <> :own"
        " AND appointment.status NOT IN ('cancelled', 'no_show')",
        # A busy span is at most a day long: the index is asked for what begins then, the row for the rest.
        since=wall(begin - _ONE_DAY),
        begin=wall(begin),
        until=wall(max(line.busy.end for line in lines)),
        own=own or "",
        **params,
    )
    held: dict[str, list[Span]] = {}
    for row in rows:
        span = Span(parse_wall(row["busy_from"]), parse_wall(row["busy_to"]))
        held.setdefault(row["place_id"], []).append(span)
    return held
