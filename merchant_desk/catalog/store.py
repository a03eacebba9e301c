"""Reads the services, their categories, and who does what."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from merchant_desk.catalog.model import Category, Service
from merchant_desk.db.records import Reader

_SERVICE = (
    "SELECT service.id, service.name, service.category_id, coalesce(category.name, '') AS category,"
    " service.minutes, service.before_minutes, service.after_minutes, service.price, service.material_cost,"
    " service.at_home, service.archived_at"
    " FROM service LEFT JOIN category ON category.id = service.category_id "
)
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
    )
