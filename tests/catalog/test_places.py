"""Rooms and chairs: taken into use, changed, given up; and the services that need them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from merchant_desk.catalog import store
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import Place, PlaceDraft, ServiceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile

CHAIR = PlaceDraft("1 号美甲位", "美甲位", 2, "#7A9E87")


@pytest.fixture
def acts(desk_file: ShopFile) -> CatalogActs:
    return CatalogActs(desk_file)


def test_a_place_is_taken_into_use_and_changed(desk_file: ShopFile, acts: CatalogActs) -> None:
    made = acts.add_place(replace(CHAIR, name="  1 号美甲位 "))
    expected = Place(made, "1 号美甲位", "美甲位", 2, "#7A9E87", archived=False)
    assert store.places(desk_file) == [expected]
    assert store.place(desk_file, made) == expected
    acts.edit_place(made, PlaceDraft("A", "房间", 1))
    assert store.place(desk_file, made) == Place(made, "A", "房间", 1, "", archived=False)
    history.undo(desk_file)
    assert store.place(desk_file, made) == expected


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "no_name"),
        ({"kind": "\u3000"}, "no_kind"),
        ({"capacity": 0}, "bad_capacity"),
        ({"capacity": -3}, "bad_capacity"),
        ({"capacity": 100}, "bad_capacity"),
    ],
)
def test_what_cannot_be_is_refused(
    desk_file: ShopFile, acts: CatalogActs, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.add_place(replace(CHAIR, **change))
    assert store.places(desk_file) == []
    made = acts.add_place(CHAIR)
    with pytest.raises(DeskError, match=code):
        acts.edit_place(made, replace(CHAIR, **change))
    assert store.place(desk_file, made) == Place(made, CHAIR.name, CHAIR.kind, 2, CHAIR.colour, False)
    with pytest.raises(DeskError, match="gone"):
        acts.edit_place("none", CHAIR)


def test_two_places_in_use_never_have_one_name(desk_file: ShopFile, acts: CatalogActs) -> None:
    first = acts.add_place(PlaceDraft("Room A", "room"))
    with pytest.raises(DeskError, match="name_taken") as refusal:
        acts.add_place(PlaceDraft(" ROOM  a", "chair"))
    assert refusal.value.facts == {"name": "Room A", "id": first}
    acts.archive_place(first)
    second = acts.add_place(PlaceDraft("room a", "room"))
    with pytest.raises(DeskError, match="name_taken"):
        acts.restore_place(first)
    acts.edit_place(second, PlaceDraft("Room B", "room"))
    acts.restore_place(first)
    assert {one.name for one in store.places(desk_file)} == {"Room A", "Room B"}


def test_one_kind_is_written_in_one_way(desk_file: ShopFile, acts: CatalogActs) -> None:
    first = acts.add_place(PlaceDraft("A", "Treatment Room"))
    acts.add_place(PlaceDraft("B", " treatment  room "))
    assert {one.kind for one in store.places(desk_file)} == {"Treatment Room"}
    service = acts.add_service(ServiceDraft("美睫", place_kind="TREATMENT ROOM"))
    found = store.service(desk_file, service)
    assert found is not None
    assert found.place_kind == "Treatment Room"
    acts.archive_place(next(one.id for one in store.places(desk_file) if one.name == "B"))
    history.undo(desk_file)
    acts.edit_place(first, PlaceDraft("A", "treatment room"))
    assert {one.kind for one in store.places(desk_file)} == {"Treatment Room"}


def kinds(file: ShopFile) -> dict[str, str]:
    return {one.name: one.place_kind for one in store.services(file)}


def test_the_place_says_which_services_need_its_kind(desk_file: ShopFile, acts: CatalogActs) -> None:
    ids = {name: acts.add_service(ServiceDraft(name)) for name in ("美甲", "美睫", "咨询")}
    acts.add_service(ServiceDraft("足疗", place_kind="沙发"))
    made = acts.add_place(replace(CHAIR, service_ids=(ids["美甲"], ids["美睫"])))
    assert kinds(desk_file) == {"美甲": "美甲位", "美睫": "美甲位", "咨询": "", "足疗": "沙发"}
    acts.edit_place(made, replace(CHAIR, service_ids=(ids["美睫"], ids["咨询"])))
    assert kinds(desk_file) == {"美甲": "", "美睫": "美甲位", "咨询": "美甲位", "足疗": "沙发"}
    history.undo(desk_file)
    assert kinds(desk_file) == {"美甲": "美甲位", "美睫": "美甲位", "咨询": "", "足疗": "沙发"}
    acts.edit_place(made, replace(CHAIR, name="别名"))
    assert kinds(desk_file)["美甲"] == "美甲位"


def test_services_follow_the_last_place_to_a_new_name_of_its_kind(
    desk_file: ShopFile, acts: CatalogActs
) -> None:
    nails = acts.add_service(ServiceDraft("美甲", place_kind="美甲位"))
    acts.add_service(ServiceDraft("卸甲", place_kind="美甲位"))
    acts.add_service(ServiceDraft("咨询"))
    first = acts.add_place(CHAIR)
    second = acts.add_place(PlaceDraft("2 号", "美甲位"))
    acts.edit_place(first, replace(CHAIR, kind="座位"))
    assert kinds(desk_file) == {"美甲": "美甲位", "卸甲": "美甲位", "咨询": ""}
    acts.edit_place(second, PlaceDraft("2 号", "台"))
    assert kinds(desk_file) == {"美甲": "台", "卸甲": "台", "咨询": ""}
    acts.edit_place(second, PlaceDraft("2 号", "椅", service_ids=(nails,)))
    assert kinds(desk_file) == {"美甲": "椅", "卸甲": "", "咨询": ""}


def _book(
    file: ShopFile, place_id: str, service_id: str, start: str, end: str, status: str = "booked"
) -> None:
    with file.act("book") as act:
        worker = act.insert("worker", {"name": "小雨"})
        customer = act.insert("customer", {"name": "王女士"})
        visit = act.insert("appointment", {"customer_id": customer, "status": status})
        line = {
            "seq": 0,
            "appointment_id": visit,
            "service_id": service_id,
            "worker_id": worker,
            "place_id": place_id,
        }
        times = {"start": start, "end": end, "busy_from": start, "busy_to": end}
        act.insert("appointment_line", {**line, **times})


def test_giving_a_place_up_says_how_many_stay_there(desk_file: ShopFile, acts: CatalogActs) -> None:
    place = acts.add_place(CHAIR)
    service = acts.add_service(ServiceDraft("美甲", place_kind="美甲位"))
    now = desk_file.clock.now()
    for hours, status in (
        (-26, "booked"),
        (-1, "arrived"),
        (30, "booked"),
        (54, "cancelled"),
        (56, "no_show"),
    ):
        start, end = now + dt.timedelta(hours=hours), now + dt.timedelta(hours=hours + 2)
        _book(desk_file, place, service, start.isoformat()[:16], end.isoformat()[:16], status)
    assert acts.archive_place(place) == 2
    assert store.places(desk_file) == []
    assert [one.archived for one in store.places(desk_file, archived=True)] == [True]
    assert desk_file.value("SELECT count(*) FROM appointment_line WHERE place_id = :id", id=place) == 5
    acts.restore_place(place)
    assert [one.id for one in store.places(desk_file)] == [place]
    with pytest.raises(DeskError, match="gone"):
        acts.archive_place("none")
