"""What the owner does to the list of services."""

from __future__ import annotations

from collections.abc import Iterable

from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.catalog.store import service
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name


class CatalogActs:
    """The acts on services."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_service(self, draft: ServiceDraft) -> str:
        """Offer a new service and give its id; a category not yet known is made with it.

        Raises DeskError "no_name", "name_taken" (facts: name), "no_minutes", "bad_minutes", "bad_amount".
        """
        with self._file.act("add_service", subject=draft.name.strip()) as act:
            return insert_service(act, draft)

    def edit_service(self, service_id: str, draft: ServiceDraft) -> None:
        """Make the service what the draft says; appointments already made keep their times.

        Raises DeskError "gone" and what `add_service` raises.
        """
        with self._file.act("edit_service", subject=self._name(service_id)) as act:
            act.update("service", service_id, **_columns(act, draft, except_id=service_id))
            _write_workers(act, service_id, draft.worker_ids)

    def archive_service(self, service_id: str) -> None:
        """Stop offering a service; what is booked and sold keeps it. Raises DeskError "gone"."""
        with self._file.act("archive_service", subject=self._name(service_id)) as act:
            act.update("service", service_id, archived_at=act.now_ms)

    def restore_service(self, service_id: str) -> None:
        """Offer a service again. Raises DeskError "gone", "name_taken"."""
        name = self._name(service_id)
        with self._file.act("restore_service", subject=name) as act:
            _refuse_taken(act, name, except_id=service_id)
            act.update("service", service_id, archived_at=None)

    def _name(self, service_id: str) -> str:
        found = service(self._file, service_id)
        if found is None:
            raise DeskError("gone", table="service", id=service_id)
        return found.name


def insert_service(act: Act, draft: ServiceDraft) -> str:
    """Write a new service inside an open act and give the id; see `CatalogActs.add_service`."""
    last = act.value("SELECT coalesce(max(seq), 0) FROM service")
    service_id = act.insert("service", {**_columns(act, draft, except_id=""), "seq": last + 1})
    _write_workers(act, service_id, draft.worker_ids)
    return service_id


def _columns(act: Act, draft: ServiceDraft, *, except_id: str) -> dict[str, object]:
    name = read_name(draft.name)
    draft.check()
    _refuse_taken(act, name, except_id)
    return {
        "name": name,
        "category_id": _category(act, draft.category),
        "minutes": draft.minutes,
        "before_minutes": draft.before,
        "after_minutes": draft.after,
        "price": draft.price,
        "material_cost": draft.material_cost,
        "at_home": int(draft.at_home),
    }


def _refuse_taken(r: Reader, name: str, except_id: str) -> None:
    for row in r.all("SELECT id, name FROM service WHERE archived_at IS NULL AND id <> :own", own=except_id):
        if fold(row["name"]) == fold(name):
            raise DeskError("name_taken", name=row["name"], id=row["id"])


def _category(act: Act, typed: str) -> str | None:
    """The id of the category of that name, made where there is none; None when nothing was typed."""
    if not typed.strip():
        return None
    name = read_name(typed)
    for row in act.all("SELECT id, name FROM category WHERE archived_at IS NULL"):
        if fold(row["name"]) == fold(name):
            return str(row["id"])
    last = act.value("SELECT coalesce(max(seq), 0) FROM category")
    return act.insert("category", {"name": name, "seq": last + 1})


def _write_workers(act: Act, service_id: str, worker_ids: Iterable[str]) -> None:
    """Make these the ones who do it; rows that stay keep the worker's own price and minutes."""
    missing = set(worker_ids)
    rows = act.all("SELECT id, worker_id FROM worker_service WHERE service_id = :service", service=service_id)
    for row in rows:
        if row["worker_id"] in missing:
            missing.remove(row["worker_id"])
        else:
            act.delete("worker_service", row["id"])
    for worker_id in sorted(missing):
        act.insert("worker_service", {"worker_id": worker_id, "service_id": service_id})
