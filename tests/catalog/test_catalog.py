"""The list of services: made, changed, put away and taken up again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from merchant_desk.catalog import store
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import Service, ServiceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.team.acts import TeamActs

FRENCH = ServiceDraft(
    "法式美甲", "手部", minutes=75, before=5, after=10, price=198_00, material_cost=18_00, at_home=True
)


@pytest.fixture
def acts(desk_file: ShopFile) -> CatalogActs:
    return CatalogActs(desk_file)


def test_a_service_is_offered(desk_file: ShopFile, acts: CatalogActs) -> None:
    made = acts.add_service(FRENCH)
    (category,) = store.categories(desk_file)
    expected = Service(made, "法式美甲", category.id, "手部", 75, 5, 10, 198_00, 18_00, True, False)
    assert store.services(desk_file) == [expected]
    assert store.service(desk_file, made) == expected
    assert store.service(desk_file, "none") is None
    assert category.name == "手部"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "no_name"),
        ({"name": ""}, "no_name"),
        ({"minutes": 0}, "no_minutes"),
        ({"minutes": -5}, "no_minutes"),
        ({"minutes": 1441}, "bad_minutes"),
        ({"before": -1}, "bad_minutes"),
        ({"after": 481}, "bad_minutes"),
        ({"minutes": 1430}, "bad_minutes"),
        ({"price": -1}, "bad_amount"),
        ({"material_cost": -1}, "bad_amount"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    desk_file: ShopFile, acts: CatalogActs, change: dict[str, Any], code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.add_service(replace(FRENCH, **change))
    assert store.services(desk_file) == []
    assert desk_file.value("SELECT count(*) FROM category") == 0
    made = acts.add_service(FRENCH)
    with pytest.raises(DeskError, match=code):
        acts.edit_service(made, replace(FRENCH, **change))
    assert [service.name for service in store.services(desk_file)] == ["法式美甲"]


def test_a_free_service_and_the_longest_are_fine(desk_file: ShopFile, acts: CatalogActs) -> None:
    acts.add_service(ServiceDraft("咨询", minutes=1, price=0))
    acts.add_service(ServiceDraft("寄养", minutes=1440, price=1))
    assert [service.minutes for service in store.services(desk_file)] == [1, 1440]


def test_two_live_services_never_have_one_name(desk_file: ShopFile, acts: CatalogActs) -> None:
    first = acts.add_service(ServiceDraft("Gel Fill"))
    with pytest.raises(DeskError, match="name_taken") as refusal:
        acts.add_service(ServiceDraft("  gel  FILL "))
    assert refusal.value.facts == {"name": "Gel Fill", "id": first}
    second = acts.add_service(ServiceDraft("Gel"))
    with pytest.raises(DeskError, match="name_taken"):
        acts.edit_service(second, ServiceDraft("GEL FILL"))
    acts.edit_service(first, ServiceDraft("GEL FILL"))
    acts.archive_service(first)
    acts.edit_service(second, ServiceDraft("Gel fill"))
    with pytest.raises(DeskError, match="name_taken"):
        acts.restore_service(first)


def test_archiving_and_restoring(desk_file: ShopFile, acts: CatalogActs) -> None:
    made = acts.add_service(FRENCH)
    acts.archive_service(made)
    assert store.services(desk_file) == []
    assert store.categories(desk_file) == []
    assert [service.archived for service in store.services(desk_file, archived=True)] == [True]
    acts.restore_service(made)
    assert [service.id for service in store.services(desk_file)] == [made]
    with pytest.raises(DeskError, match="gone"):
        acts.archive_service("none")
    with pytest.raises(DeskError, match="gone"):
        acts.edit_service("none", FRENCH)


def test_categories_are_found_by_name_and_order_the_list(desk_file: ShopFile, acts: CatalogActs) -> None:
    for name, category in [("A", "Hands"), ("B", "Feet"), ("C", " hands "), ("D", ""), ("E", "FEET")]:
        acts.add_service(ServiceDraft(name, category))
    assert [category.name for category in store.categories(desk_file)] == ["Hands", "Feet"]
    assert [(s.name, s.category) for s in store.services(desk_file)] == [
        ("A", "Hands"),
        ("C", "Hands"),
        ("B", "Feet"),
        ("E", "Feet"),
        ("D", ""),
    ]
    feet = [service.id for service in store.services(desk_file) if service.category == "Feet"]
    for one in feet:
        acts.edit_service(one, ServiceDraft(one[-12:], "Hands"))
    assert [category.name for category in store.categories(desk_file)] == ["Hands"]


def test_who_does_what(desk_file: ShopFile, acts: CatalogActs) -> None:
    team = TeamActs(desk_file)
    momo, lin = team.add_worker("Momo"), team.add_worker("Lin")
    lashes = acts.add_service(ServiceDraft("美睫", worker_ids=(momo, lin)))
    acts.add_service(ServiceDraft("美甲"))
    assert store.workers_of(desk_file) == {lashes: frozenset({momo, lin})}
    with desk_file.act("own_price") as act:
        row = act.value("SELECT id FROM worker_service WHERE worker_id = :id", id=lin)
        act.update("worker_service", row, price=88_00)
    acts.edit_service(lashes, ServiceDraft("美睫", worker_ids=(lin, lin)))
    assert store.workers_of(desk_file) == {lashes: frozenset({lin})}
    assert desk_file.value("SELECT price FROM worker_service WHERE id = :id", id=row) == 88_00
    team.archive_worker(lin)
    assert store.workers_of(desk_file) == {lashes: frozenset({lin})}
    acts.edit_service(lashes, ServiceDraft("美睫"))
    assert store.workers_of(desk_file) == {}
    with pytest.raises(DeskError, match="in_use"):
        acts.edit_service(lashes, ServiceDraft("美睫", worker_ids=("nobody",)))


def test_an_edit_is_one_undo(desk_file: ShopFile, acts: CatalogActs) -> None:
    made = acts.add_service(FRENCH)
    before = store.service(desk_file, made)
    momo = TeamActs(desk_file).add_worker("Momo")
    acts.edit_service(made, ServiceDraft("猫眼", "脚部", worker_ids=(momo,)))
    assert store.workers_of(desk_file) == {made: frozenset({momo})}
    history.undo(desk_file)
    assert store.service(desk_file, made) == before
    assert store.workers_of(desk_file) == {}
    assert [category.name for category in store.categories(desk_file)] == ["手部"]


def test_typed_text_stays_what_it_is(desk_file: ShopFile, acts: CatalogActs) -> None:
    acts.add_service(ServiceDraft("<b>x</b>'; --", "<i>y</i>"))
    (service,) = store.services(desk_file)
    assert (service.name, service.category) == ("<b>x</b>'; --", "<i>y</i>")


def test_an_add_on_is_marked_and_unmarked(desk_file: ShopFile, acts: CatalogActs) -> None:
    made = acts.add_service(replace(FRENCH, add_on=True))
    found = store.service(desk_file, made)
    assert found is not None
    assert found.add_on
    acts.edit_service(made, FRENCH)
    assert [service.add_on for service in store.services(desk_file)] == [False]
    history.undo(desk_file)
    assert [service.add_on for service in store.services(desk_file)] == [True]
