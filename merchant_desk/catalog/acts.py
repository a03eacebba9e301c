"""What the owner does to the list of services, who does them on which terms, and the rooms and chairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from merchant_desk.catalog.model import NO_TERMS, Place, PlaceDraft, Service, ServiceDraft, Terms
from merchant_desk.catalog.store import booked_ahead, place, places, service, services, workers_of
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name


class CatalogActs:
    """The acts on services and on places."""

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
            _write_workers(act, service_id, draft.worker_ids, draft.terms)

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

    def set_terms(self, worker_id: str, does: Mapping[str, Terms]) -> None:
        """Make these the services on sale that the worker does, each with their own price and minutes.

        A service that everybody does stays so while the worker does it without terms of their own. Otherwise
        it is now done by name: by all who are on the team (but the worker, where they do not do it), and who
        joins later has to be named. Raises DeskError "gone", "last_doer" (facts: worker, service) where
        nobody would be left, and what `Terms.check` raises with the fact `service_id`.
        """
        with self._file.act("set_terms", subject=self._worker(worker_id)) as act:
            write_terms(act, worker_id, does)

    def add_place(self, draft: PlaceDraft) -> str:
        """Take a room or chair into use and give its id.

        Raises DeskError "no_name", "name_taken" (facts: name), "no_kind", "bad_capacity".
        """
        with self._file.act("add_place", subject=draft.name.strip()) as act:
            last = act.value("SELECT coalesce(max(seq), 0) FROM place")
            columns = _place_columns(act, draft, except_id="")
            place_id = act.insert("place", {**columns, "seq": last + 1})
            _need(act, draft.service_ids, str(columns["kind"]), before="")
            return place_id

    def edit_place(self, place_id: str, draft: PlaceDraft) -> None:
        """Make the place what the draft says; what is booked there stays, beyond a smaller capacity as well.

        Raises DeskError "gone" and what `add_place` raises.
        """
        known = self._place(place_id)
        with self._file.act("edit_place", subject=known.name) as act:
            columns = _place_columns(act, draft, except_id=place_id)
            act.update("place", place_id, **columns)
            _need(act, draft.service_ids, str(columns["kind"]), before=known.kind)

    def archive_place(self, place_id: str) -> int:
        """Give a place up: no new booking gets it. Gives how many coming ones it has; they stay there.

        Raises DeskError "gone".
        """
        with self._file.act("archive_place", subject=self._place(place_id).name) as act:
            act.update("place", place_id, archived_at=act.now_ms)
            return booked_ahead(act, place_id, self._file.clock.now())

    def restore_place(self, place_id: str) -> None:
        """Take a place into use again. Raises DeskError "gone", "name_taken"."""
        name = self._place(place_id).name
        with self._file.act("restore_place", subject=name) as act:
            _refuse_place_taken(act, name, except_id=place_id)
            act.update("place", place_id, archived_at=None)

    def _name(self, service_id: str) -> str:
        found = service(self._file, service_id)
        if found is None:
            raise DeskError("gone", table="service", id=service_id)
        return found.name

    def _place(self, place_id: str) -> Place:
        found = place(self._file, place_id)
        if found is None:
            raise DeskError("gone", table="place", id=place_id)
        return found

    def _worker(self, worker_id: str) -> str:
        name: str | None = self._file.value("SELECT name FROM worker WHERE id = :id", id=worker_id)
        if name is None:
            raise DeskError("gone", table="worker", id=worker_id)
        return name


def insert_service(act: Act, draft: ServiceDraft) -> str:
    """Write a new service inside an open act and give the id; see `CatalogActs.add_service`."""
    last = act.value("SELECT coalesce(max(seq), 0) FROM service")
    service_id = act.insert("service", {**_columns(act, draft, except_id=""), "seq": last + 1})
    _write_workers(act, service_id, draft.worker_ids, draft.terms)
    return service_id


def write_terms(act: Act, worker_id: str, does: Mapping[str, Terms]) -> None:
    """Write what a worker does inside an open act; see `CatalogActs.set_terms`."""
    named = workers_of(act)
    here = _team(act)
    for one in services(act):
        terms = does.get(one.id)
        if terms is not None:
            _check_terms(one, terms)
        if one.id not in named:
            if terms == NO_TERMS:
                continue
            others = here - {worker_id}
            if terms is None and not others:
                _refuse_last(act, worker_id, one)
            for other in sorted(others):
                act.insert("worker_service", {"worker_id": other, "service_id": one.id})
            if terms is not None:
                _write_own(act, one.id, worker_id, terms)
        elif terms is not None:
            _write_own(act, one.id, worker_id, terms)
        elif worker_id in named[one.id]:
            if named[one.id] == {worker_id}:
                # Without a name it would be everybody's.
                _refuse_last(act, worker_id, one)
            act.delete("worker_service", _row_of(act, one.id, worker_id))


def _check_terms(one: Service, terms: Terms) -> None:
    try:
        terms.check(one.before + one.after)
    except DeskError as error:
        raise DeskError(error.code, **error.facts, service_id=one.id) from error


def _refuse_last(act: Act, worker_id: str, one: Service) -> None:
    name = act.value("SELECT name FROM worker WHERE id = :id", id=worker_id)
    raise DeskError("last_doer", worker=name, service=one.name, service_id=one.id)


def _team(r: Reader) -> set[str]:
    return {str(row["id"]) for row in r.all("SELECT id FROM worker WHERE archived_at IS NULL")}


def _row_of(r: Reader, service_id: str, worker_id: str) -> str:
    found = r.value(
        "SELECT id FROM worker_service WHERE service_id = :service AND worker_id = :worker",
        service=service_id,
        worker=worker_id,
    )
    return str(found or "")


def _write_own(act: Act, service_id: str, worker_id: str, terms: Terms) -> None:
    """Name a worker for a service, with what is their own."""
    row_id = _row_of(act, service_id, worker_id)
    if row_id:
        act.update("worker_service", row_id, price=terms.price, minutes=terms.minutes)
    else:
        row = {"worker_id": worker_id, "service_id": service_id}
        act.insert("worker_service", {**row, "price": terms.price, "minutes": terms.minutes})


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
        "place_kind": _kind(act, draft.place_kind) if draft.place_kind.strip() else "",
        "add_on": int(draft.add_on),
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


def _write_workers(
    act: Act, service_id: str, worker_ids: Iterable[str], terms: Mapping[str, Terms] | None
) -> None:
    """Make these the ones who do it; rows that stay keep the worker's own terms while none are given.

    Terms of one where nobody is named name all who are on the team: see `CatalogActs.set_terms`.
    """
    named = set(worker_ids)
    own = {} if terms is None else {key: value for key, value in terms.items() if value != NO_TERMS}
    if own and not named:
        named = _team(act)
    if not own.keys() <= named:
        raise ValueError("own terms of somebody who does not do it")
    rows = act.all("SELECT id, worker_id FROM worker_service WHERE service_id = :service", service=service_id)
    for row in rows:
        if row["worker_id"] not in named:
            act.delete("worker_service", row["id"])
        elif terms is not None:
            mine = own.get(row["worker_id"], NO_TERMS)
            act.update("worker_service", row["id"], price=mine.price, minutes=mine.minutes)
    for worker_id in sorted(named - {row["worker_id"] for row in rows}):
        mine = own.get(worker_id, NO_TERMS)
        row_of = {"worker_id": worker_id, "service_id": service_id}
        act.insert("worker_service", {**row_of, "price": mine.price, "minutes": mine.minutes})


# ---- places


def _place_columns(act: Act, draft: PlaceDraft, *, except_id: str) -> dict[str, object]:
    name = read_name(draft.name)
    draft.check()
    _refuse_place_taken(act, name, except_id)
    kind = _kind(act, draft.kind, except_id)
    return {"name": name, "kind": kind, "capacity": draft.capacity, "colour": draft.colour}


def _refuse_place_taken(r: Reader, name: str, except_id: str) -> None:
    for one in places(r):
        if one.id != except_id and fold(one.name) == fold(name):
            raise DeskError("name_taken", name=one.name, id=one.id)


def _kind(r: Reader, typed: str, except_id: str = "") -> str:
    """The kind as it is written already, else as it is typed: kinds are compared letter by letter."""
    name = read_name(typed)
    written = [one.kind for one in places(r, archived=True) if one.id != except_id]
    return next((kind for kind in written if fold(kind) == fold(name)), name)


def _need(act: Act, service_ids: Iterable[str] | None, kind: str, before: str) -> None:
    """Make these services the ones that need `kind`.

    Where the place was the last one of the kind it had `before`, no service is left needing that: with
    None for the services they go along, as the kind was only renamed.
    """
    orphaned = bool(before) and all(one.kind != before for one in places(act))
    chosen = None if service_ids is None else set(service_ids)
    for one in services(act):
        lost = orphaned and one.place_kind == before
        if one.id in chosen if chosen is not None else lost:
            act.update("service", one.id, place_kind=kind)
        elif chosen is not None and (lost or one.place_kind == kind):
            act.update("service", one.id, place_kind="")
