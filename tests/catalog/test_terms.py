"""A worker's own price and minutes: from the service's side and from the worker's."""

from __future__ import annotations

from typing import Any

import pytest

from merchant_desk.catalog import store
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import NO_TERMS, ServiceDraft, Terms, minutes_for, price_for
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.team.acts import TeamActs


@pytest.fixture
def acts(desk_file: ShopFile) -> CatalogActs:
    return CatalogActs(desk_file)


@pytest.fixture
def workers(desk_file: ShopFile) -> tuple[str, str, str]:
    team = TeamActs(desk_file)
    left = team.add_worker("走了")
    team.archive_worker(left)
    return team.add_worker("小雨"), team.add_worker("阿琳"), left


def test_what_holds_for_a_worker(
    desk_file: ShopFile, acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    terms = {rain: Terms(298_00, None), lin: Terms(None, 50)}
    nails = acts.add_service(
        ServiceDraft("法式", minutes=75, price=198_00, worker_ids=(rain, lin), terms=terms)
    )
    service, own = store.service(desk_file, nails), store.own_terms(desk_file)
    assert service is not None
    assert [price_for(service, who, own) for who in (rain, lin, None)] == [298_00, 198_00, 198_00]
    assert [minutes_for(service, who, own) for who in (rain, lin, None)] == [75, 50, 75]
    # Nothing at all and nothing said are not the same.
    acts.edit_service(
        nails, ServiceDraft("法式", price=198_00, worker_ids=(rain, lin), terms={rain: Terms(0, 1)})
    )
    assert store.own_terms(desk_file) == {(rain, nails): Terms(0, 1)}
    assert price_for(service, rain, store.own_terms(desk_file)) == 0
    history.undo(desk_file)
    assert store.own_terms(desk_file) == own


def test_a_draft_without_terms_leaves_them_alone(
    desk_file: ShopFile, acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    nails = acts.add_service(ServiceDraft("法式", worker_ids=(rain, lin), terms={rain: Terms(1, 2)}))
    acts.edit_service(nails, ServiceDraft("法式", price=5, worker_ids=(rain, lin)))
    assert store.own_terms(desk_file) == {(rain, nails): Terms(1, 2)}
    acts.edit_service(nails, ServiceDraft("法式", price=5, worker_ids=(rain, lin), terms={}))
    assert store.own_terms(desk_file) == {}
    assert store.workers_of(desk_file)[nails] == {rain, lin}


def test_the_first_terms_name_everybody_who_is_here(
    desk_file: ShopFile, acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    nails = acts.add_service(ServiceDraft("法式", terms={rain: NO_TERMS}))
    assert store.workers_of(desk_file) == {}
    acts.edit_service(nails, ServiceDraft("法式", terms={rain: Terms(None, 45)}))
    assert store.workers_of(desk_file) == {nails: {rain, lin}}
    assert store.own_terms(desk_file) == {(rain, nails): Terms(None, 45)}


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms(None, 0), "no_minutes"),
        (Terms(None, 1431), "bad_minutes"),
        (Terms(-1, None), "bad_amount"),
    ],
)
def test_terms_that_cannot_be(
    desk_file: ShopFile,
    acts: CatalogActs,
    workers: tuple[str, str, str],
    terms: Terms,
    code: str,
) -> None:
    rain = workers[0]
    with pytest.raises(DeskError, match=code) as refusal:
        acts.add_service(ServiceDraft("法式", after=10, terms={rain: terms}))
    assert refusal.value.facts["worker_id"] == rain
    nails = acts.add_service(ServiceDraft("法式", after=10))
    with pytest.raises(DeskError, match=code) as refusal:
        acts.set_terms(rain, {nails: terms})
    assert refusal.value.facts["service_id"] == nails
    assert store.workers_of(desk_file) == {}


def test_terms_of_somebody_who_does_not_do_it_are_a_fault(
    acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    with pytest.raises(ValueError, match="does not do it"):
        acts.add_service(ServiceDraft("法式", worker_ids=(lin,), terms={rain: Terms(1, 1)}))


def test_what_a_worker_does_is_set_at_once(
    desk_file: ShopFile, acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    everybodys = acts.add_service(ServiceDraft("卸甲"))
    dearer = acts.add_service(ServiceDraft("法式"))
    refused = acts.add_service(ServiceDraft("美睫"))
    lins = acts.add_service(ServiceDraft("猫眼", worker_ids=(lin,)))
    both = acts.add_service(ServiceDraft("手护", worker_ids=(rain, lin), terms={rain: Terms(9, 9)}))
    old = acts.add_service(ServiceDraft("旧款", worker_ids=(rain,)))
    acts.archive_service(old)
    acts.set_terms(rain, {everybodys: NO_TERMS, dearer: Terms(300_00, None), lins: Terms(None, 40)})
    assert store.workers_of(desk_file) == {
        dearer: {rain, lin},
        refused: {lin},
        lins: {rain, lin},
        both: {lin},
        old: {rain},
    }
    assert store.own_terms(desk_file) == {(rain, dearer): Terms(300_00, None), (rain, lins): Terms(None, 40)}
    history.undo(desk_file)
    assert store.workers_of(desk_file) == {lins: {lin}, both: {rain, lin}, old: {rain}}
    assert store.own_terms(desk_file) == {(rain, both): Terms(9, 9)}


def test_doing_as_before_changes_nothing(
    desk_file: ShopFile, acts: CatalogActs, workers: tuple[str, str, str]
) -> None:
    rain, lin, _ = workers
    free = acts.add_service(ServiceDraft("卸甲"))
    own = acts.add_service(ServiceDraft("法式", worker_ids=(rain, lin), terms={rain: Terms(9, 9)}))
    rows = desk_file.value("SELECT count(*) FROM change")
    acts.set_terms(rain, {free: NO_TERMS, own: Terms(9, 9)})
    assert desk_file.value("SELECT count(*) FROM change") == rows


@pytest.mark.parametrize("named", [True, False])
def test_a_service_is_never_left_to_nobody_or_to_everybody_by_mistake(
    desk_file: ShopFile, acts: CatalogActs, named: bool
) -> None:
    only = TeamActs(desk_file).add_worker("小雨")
    draft: dict[str, Any] = {"worker_ids": (only,)} if named else {}
    nails = acts.add_service(ServiceDraft("法式", **draft))
    before = store.workers_of(desk_file)
    with pytest.raises(DeskError, match="last_doer") as refusal:
        acts.set_terms(only, {})
    assert refusal.value.facts == {"worker": "小雨", "service": "法式", "service_id": nails}
    assert store.workers_of(desk_file) == before
    with pytest.raises(DeskError, match="gone"):
        acts.set_terms("nobody", {})
