"""A customer's record: made, changed, never twice under one number by accident, put away."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import Consent, Customer, CustomerDraft
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import ShopActs

LI = CustomerDraft("李悦", "138 1234 5678", note="对胶水过敏")


@pytest.fixture
def acts(desk_file: ShopFile) -> CustomerActs:
    return CustomerActs(desk_file)


def test_a_customer_is_noted(desk_file: ShopFile, acts: CustomerActs) -> None:
    friend = acts.add(CustomerDraft("Ana"))
    made = acts.add(
        CustomerDraft(
            "  李 悦 ",
            "１３８-1234-5678",
            " wx_li ",
            "female",
            "1990年2月3日",
            " 南京路 1 号 ",
            " 怕疼 ",
            friend,
        )
    )
    assert store.customer(desk_file, made) == Customer(
        id=made,
        name="李 悦",
        phone="+8613812345678",
        phone_typed="１３８-1234-5678",
        wechat="wx_li",
        gender="female",
        birthday="1990-02-03",
        address="南京路 1 号",
        note="怕疼",
        blocked=False,
        consent=None,
        referred_by=friend,
        archived=False,
    )
    assert desk_file.value("SELECT phone_tail FROM customer WHERE id = :id", id=made) == "5678"
    assert store.count(desk_file) == 2
    assert store.customer(desk_file, "none") is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": ""}, "no_name"),
        ({"name": " \u3000"}, "no_name"),
        ({"phone": "12345"}, "bad_phone"),
        ({"phone": "138****8000"}, "masked_phone"),
        ({"birthday": "1990-02-30"}, "bad_birthday"),
        ({"birthday": "2026-08-21"}, "bad_birthday"),
        ({"gender": "?"}, "rule_broken"),
        ({"referred_by": "nobody"}, "in_use"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    desk_file: ShopFile, acts: CustomerActs, change: dict[str, str], code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        acts.add(replace(LI, **change))
    assert store.count(desk_file) == 0
    made = acts.add(LI)
    before = store.customer(desk_file, made)
    with pytest.raises(DeskError, match=code):
        acts.edit(made, replace(LI, **change))
    assert store.customer(desk_file, made) == before


@pytest.mark.parametrize(
    "name", ["<b>x</b><img src=x>", "O'Neil; DROP TABLE", "김민수", "100%", "😀", "أحمد"]
)
def test_names_of_any_script_stay_what_they_are(desk_file: ShopFile, acts: CustomerActs, name: str) -> None:
    made = acts.add(CustomerDraft(name, note="<i>note</i>"))
    found = store.customer(desk_file, made)
    assert found is not None
    assert (found.name, found.note) == (name, "<i>note</i>")
    assert [row.name for row in store.search(desk_file, name)] == [name]


def test_a_number_that_another_has_names_the_other(desk_file: ShopFile, acts: CustomerActs) -> None:
    first = acts.add(LI)
    with pytest.raises(DeskError, match="phone_taken") as refusal:
        acts.add(CustomerDraft("王静", "+86 13812345678"))
    assert refusal.value.facts == {"name": "李悦", "id": first, "phone": "138 1234 5678"}
    assert store.count(desk_file) == 1


def test_a_number_may_be_shared_when_said_so(desk_file: ShopFile, acts: CustomerActs) -> None:
    mother = acts.add(LI)
    assert desk_file.value("SELECT phone_shared FROM customer WHERE id = :id", id=mother) == 0
    daughter = acts.add(CustomerDraft("李小悦", "13812345678"), same_phone_ok=True)
    assert desk_file.value("SELECT phone_shared FROM customer WHERE id = :id", id=daughter) == 1
    assert {row.name for row in store.search(desk_file, "13812345678")} == {"李悦", "李小悦"}
    found = store.by_phone(desk_file, "+8613812345678")
    assert found is not None
    assert found.id == mother
    with pytest.raises(DeskError, match="phone_taken"):
        acts.add(CustomerDraft("王静", "13812345678"))
    acts.edit(daughter, CustomerDraft("李小悦", "138-1234-5678", note="女儿"))
    acts.edit(mother, replace(LI, note="妈妈"))
    acts.archive(mother)
    found = store.by_phone(desk_file, "+8613812345678")
    assert found is not None
    assert found.id == daughter
    with pytest.raises(DeskError, match="phone_taken") as refusal:
        acts.add(CustomerDraft("王静", "13812345678"))
    assert refusal.value.facts["name"] == "李小悦"


def test_a_changed_number_is_checked_and_its_own_is_not(desk_file: ShopFile, acts: CustomerActs) -> None:
    acts.add(LI)
    wang = acts.add(CustomerDraft("王静", "13900001111"))
    acts.edit(wang, CustomerDraft("王静", "139-0000-1111"))
    with pytest.raises(DeskError, match="phone_taken") as refusal:
        acts.edit(wang, CustomerDraft("王静", "13812345678"))
    assert refusal.value.facts["name"] == "李悦"
    acts.edit(wang, CustomerDraft("王静", "13812345678"), same_phone_ok=True)
    acts.edit(wang, CustomerDraft("王静"))
    found = store.customer(desk_file, wang)
    assert found is not None
    assert (found.phone, found.phone_typed) == ("", "")
    acts.edit(wang, CustomerDraft("王静", "13900001111"))
    with pytest.raises(DeskError, match="phone_taken"):
        acts.add(CustomerDraft("周婷", "13900001111"))


def test_many_customers_may_have_no_number(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name in ("A", "B", "C"):
        acts.add(CustomerDraft(name))
    assert store.count(desk_file) == 3
    assert store.by_phone(desk_file, "") is None


def test_an_edit_is_found_under_its_new_name_only(desk_file: ShopFile, acts: CustomerActs) -> None:
    made = acts.add(LI)
    acts.edit(made, CustomerDraft("单小雨", "13900001111", "wx_dan"))
    for typed in ("单", "shanxiaoyu", "sxy", "1111", "wx_dan"):
        assert [row.id for row in store.search(desk_file, typed)] == [made], typed
    for typed in ("李", "liyue", "5678"):
        assert store.search(desk_file, typed) == [], typed
    history.undo(desk_file)
    assert [row.id for row in store.search(desk_file, "liyue")] == [made]


def test_nobody_refers_to_themselves(acts: CustomerActs) -> None:
    made = acts.add(LI)
    with pytest.raises(DeskError, match="refers_to_self"):
        acts.edit(made, replace(LI, referred_by=made))


def test_consent(desk_file: ShopFile, acts: CustomerActs, clock: FixedClock) -> None:
    made = acts.add(LI)
    clock.set(dt.datetime(2026, 8, 21, 9, 30, 20))
    acts.record_consent(made, " 短信提醒 ", "小雨")
    found = store.customer(desk_file, made)
    assert found is not None
    assert found.consent == Consent("短信提醒", dt.datetime(2026, 8, 21, 9, 30), "小雨")
    acts.withdraw_consent(made)
    found = store.customer(desk_file, made)
    assert found is not None
    assert found.consent is None
    history.undo(desk_file)
    found = store.customer(desk_file, made)
    assert found is not None
    assert found.consent == Consent("短信提醒", dt.datetime(2026, 8, 21, 9, 30), "小雨")


def test_a_record_put_away_is_out_of_sight_and_its_number_free(
    desk_file: ShopFile, acts: CustomerActs
) -> None:
    made = acts.add(LI)
    acts.archive(made)
    assert store.count(desk_file) == 0
    for typed in ("", "李", "5678", "13812345678"):
        assert store.search(desk_file, typed) == [], typed
    assert store.by_phone(desk_file, "+8613812345678") is None
    found = store.customer(desk_file, made)
    assert found is not None
    assert found.archived
    acts.add(CustomerDraft("王静", "13812345678"))


@pytest.mark.parametrize("verb", ["edit", "record_consent", "withdraw_consent", "archive"])
def test_who_is_not_there_is_gone(acts: CustomerActs, verb: str) -> None:
    more = {"edit": (LI,), "record_consent": ("sms", "")}.get(verb, ())
    with pytest.raises(DeskError, match="gone"):
        getattr(acts, verb)("nobody", *more)


def test_the_shops_zone_says_whose_numbers_are_local(desk_file: ShopFile, acts: CustomerActs) -> None:
    ShopActs(desk_file).set_up("Ana's", "hair", "USD", "America/New_York")
    made = acts.add(CustomerDraft("Zoë", "(415) 555-0000"))
    found = store.customer(desk_file, made)
    assert found is not None
    assert found.phone == "+14155550000"
    for typed in ("415-555", "4155550000", "+1 415 555 0000", "0000", "zoe"):
        assert [row.id for row in store.search(desk_file, typed)] == [made], typed
    with pytest.raises(DeskError, match="phone_taken") as refusal:
        acts.add(CustomerDraft("Bo", "+14155550000"))
    assert refusal.value.facts["phone"] == "(415) 555-0000"


def test_the_acts_name_who_they_are_about(desk_file: ShopFile, acts: CustomerActs) -> None:
    made = acts.add(LI)
    acts.edit(made, replace(LI, name="李月"))
    acts.archive(made)
    rows = desk_file.all("SELECT verb, subject FROM act ORDER BY seq")
    assert [tuple(row) for row in rows] == [
        ("add_customer", "李悦"),
        ("edit_customer", "李月"),
        ("archive_customer", "李月"),
    ]
