"""Reads the services, their categories, and who does what."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict

from merchant_desk.catalog.model import Category, Place, Service, Terms
from merchant_desk.core.clock import wall
from merchant_desk.db.records import Reader

_SERVICE = (
    "SELECT service.id, service.name, service.category_id, coalesce(category.name, '') AS category,"
    " service.minutes, service.before_minutes, service.after_minutes, service.price, service.material_cost,"
    " service.at_home, service.place_kind, service.add_on, service.archived_at"
    " FROM service LEFT JOIN category ON category.id = service.category_id "
)
_PLACE = "SELECT id, name, kind, capacity, colour, archived_at FROM place "
# Services without a category come last, as the list shows them under no heading.
_ORDER = (
    "CASE WHEN service.category_id IS NULL THEN 1 ELSE 0 END, category.seq, category.id,"
    " service.seq, service.id"
)


def services(r: Reader, archived: bool = False) -> list[Service]:
    """The services by category, in the shop's own order; with `archived` also those no longer sold, last."""
    if archived:
        first = "CASE WHEN service.archived_at IS NULL THEN 0 ELSE 1 END, "
        return [_service(row) for row in r.all(_SERVICE + "ORDER BY " + first + _ORDER)]
    return [_service(row) for row in r.all(_SERVICE + "WHERE service.archived_at IS NULL ORDER BY " + _ORDER)]


def service(r: Reader, service_id: str) -> Service | None:
    """One service, archived or not."""
    row = r.one(_SERVICE + "WHERE service.id = :id", id=service_id)
    return None if row is None else _service(row)


def categories(r: Reader) -> list[Category]:
    """The categories that hold a service still sold, in the shop's own order."""
    rows = r.all(
        "SELECT id, name FROM category WHERE archived_at IS NULL AND EXISTS"
        " (SELECT 1 FROM service WHERE service.category_id = category.id AND service.archived_at IS NULL)"
        " ORDER BY seq, id"
    )
    return [Category(row["id"], row["name"]) for row in rows]


def workers_of(r: Reader) -> dict[str, frozenset[str]]:
    """Service id -> ids of the workers who do it; a service that is missing here is done by everybody.

    Workers who left are still named, so that a service only they did is done by nobody.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for row in r.all("SELECT service_id, worker_id FROM worker_service"):
        named[row["service_id"]].add(row["worker_id"])
    return {service_id: frozenset(worker_ids) for service_id, worker_ids in named.items()}


def own_terms(r: Reader) -> dict[tuple[str, str], Terms]:
    """(worker id, service id) -> that worker's own price or minutes, where they have any."""
    rows = r.all(
        "SELECT worker_id, service_id, price, minutes FROM worker_service"
        " WHERE price IS NOT NULL OR minutes IS NOT NULL"
    )
    return {(row["worker_id"], row["service_id"]): Terms(row["price"], row["minutes"]) for row in rows}


def places(r: Reader, archived: bool = False) -> list[Place]:
    """The rooms and chairs by kind, in the shop's own order; with `archived` also those given up, last."""
    first = "CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, kind, seq, id"
    if archived:
        return [_place(row) for row in r.all(_PLACE + "ORDER BY " + first)]
    return [_place(row) for row in r.all(_PLACE + "WHERE archived_at IS NULL ORDER BY " + first)]


def place(r: Reader, place_id: str) -> Place | None:
    """One room or chair, given up or not."""
    row = r.one(_PLACE + "WHERE id = :id", id=place_id)
    return None if row is None else _place(row)


def booked_ahead(r: Reader, place_id: str, now: dt.datetime) -> int:
    """How many services are booked in that place from now on, those going on included."""
    count: int = r.value(
        "SELECT count(*) FROM appointment_line JOIN appointment"
        " ON appointment.id = appointment_line.appointment_id"
        " WHERE appointment_line.place_id = :place AND appointment_line.busy_to > :now"
        " AND appointment.status NOT IN ('cancelled', 'no_show')",
        place=place_id,
        now=wall(now),
    )
    return count


def _service(row: sqlite3.Row) -> Service:
    return Service(
        id=row["id"],
        name=row["name"],
        category_id=row["category_id"],
        category=row["category"],
        minutes=row["minutes"],
        before=row["before_minutes"],
        after=row["after_minutes"],
        price=row["price"],
        material_cost=row["material_cost"],
        at_home=bool(row["at_home"]),
        archived=row["archived_at"] is not None,
        place_kind=row["place_kind"],
        add_on=bool(row["add_on"]),
    )


def _place(row: sqlite3.Row) -> Place:
    return Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        capacity=row["capacity"],
        colour=row["colour"],
        archived=row["archived_at"] is not None,
    )
