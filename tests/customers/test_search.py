"""Search while typing: by name, pinyin, initials, number, and in a useful order."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.customers import store
from merchant_desk.customers.acts import CustomerActs, customer_columns
from merchant_desk.customers.model import CustomerDraft, CustomerRow
from merchant_desk.customers.phones import read_phone
from merchant_desk.db.shop_file import ShopFile
from tests.conftest import NOW
from tests.customers.till import sell, void


@pytest.fixture
def acts(desk_file: ShopFile) -> CustomerActs:
    return CustomerActs(desk_file)


def names(file: ShopFile, typed: str) -> list[str]:
    return [row.name for row in store.search(file, typed)]


@pytest.mark.parametrize(
    "typed",
    [
        "王小雨",
        "王",
        "小雨",
        "wangxiaoyu",
        "WangXiaoYu",
        "wang xiao yu",
        "xiaoyu",
        "wxy",
        "WXY",
        "5678",
        "138",
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "+86 138 1234 5678",
        "+8613812345678",
        "0086 138",
        "１３８",
        "wx_rain",
        "王 5678",
        "5678 wang",
        " 王\u3000",
        "\u202d13812345678",
    ],
)
def test_one_customer_however_typed(desk_file: ShopFile, acts: CustomerActs, typed: str) -> None:
    acts.add(CustomerDraft("王小雨", "13812345678", "wx_rain"))
    acts.add(CustomerDraft("李悦", "13900001111"))
    assert names(desk_file, typed) == ["王小雨"]


@pytest.mark.parametrize("typed", ["王5678x", "wangxiaoyu 9999", "zzz", "99999999", "x" * 60_000])
def test_who_is_not_there_is_not_found(desk_file: ShopFile, acts: CustomerActs, typed: str) -> None:
    acts.add(CustomerDraft("王小雨", "13812345678"))
    assert names(desk_file, typed) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("%", ["100%"]), ("_", ["a_b"]), ("\\", ["c\\d"]), ("0%", ["100%"]), ("a_", ["a_b"]), ("'", ["O'Neil"])],
)
def test_signs_are_text(desk_file: ShopFile, acts: CustomerActs, typed: str, found: list[str]) -> None:
    for name in ("100%", "a_b", "axb", "c\\d", "O'Neil", "王静"):
        acts.add(CustomerDraft(name))
    assert names(desk_file, typed) == found


def test_exact_before_start_before_initials_before_inside(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name in ("Ana", "Jo Ana", "Ananda", "Alma Noor", "Dana"):
        acts.add(CustomerDraft(name))
    assert names(desk_file, "ana") == ["Ana", "Ananda", "Jo Ana", "Dana"]
    assert names(desk_file, "an") == ["Ananda", "Ana", "Alma Noor", "Jo Ana", "Dana"]


def test_pinyin_that_starts_so_before_initials_before_inside(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name in ("安静", "艾娜", "陈安静"):
        acts.add(CustomerDraft(name))
    assert names(desk_file, "an") == ["安静", "艾娜", "陈安静"]


def test_whole_initials_before_their_beginning(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name in ("张静", "张静怡"):
        acts.add(CustomerDraft(name))
    assert names(desk_file, "zj") == ["张静", "张静怡"]


def test_a_surname_is_not_drowned_by_given_names(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name in ("李静", "王李", "李"):
        acts.add(CustomerDraft(name))
    assert names(desk_file, "李") == ["李", "李静", "王李"]


def test_a_tail_before_digits_elsewhere(desk_file: ShopFile, acts: CustomerActs) -> None:
    for name, phone in [("A", "13856780001"), ("B", "13900005678"), ("C", "15678000002")]:
        acts.add(CustomerDraft(name, phone))
    assert names(desk_file, "5678")[0] == "B"
    assert set(names(desk_file, "5678")) == {"A", "B", "C"}


def test_a_landline_is_found_with_its_zero(desk_file: ShopFile, acts: CustomerActs) -> None:
    acts.add(CustomerDraft("物业", "021-87654321转12"))
    for typed in ("021", "0218765", "021-8765 4321", "87654321", "4321", "+86 21 8765"):
        assert names(desk_file, typed) == ["物业"], typed


def test_among_equals_the_one_seen_last(desk_file: ShopFile, acts: CustomerActs) -> None:
    first, second, third = (acts.add(CustomerDraft(name)) for name in ("王一", "王二", "王三"))
    sell(desk_file, second, NOW - dt.timedelta(days=2), 100)
    sell(desk_file, first, NOW - dt.timedelta(days=30), 100)
    assert [row.id for row in store.search(desk_file, "王")] == [second, first, third]
    sell(desk_file, first, NOW, 100)
    assert [row.id for row in store.search(desk_file, "王")] == [first, second, third]
    assert [row.id for row in store.search(desk_file, "王", limit=1)] == [first]


def test_nothing_typed_gives_who_was_here_last(
    desk_file: ShopFile, acts: CustomerActs, clock: FixedClock
) -> None:
    clock.set(NOW - dt.timedelta(days=10))
    old, older, lapsed = (acts.add(CustomerDraft(name)) for name in ("old", "older", "lapsed"))
    sell(desk_file, older, NOW - dt.timedelta(days=5), 100)
    sell(desk_file, old, NOW - dt.timedelta(days=3), 100)
    clock.set(NOW - dt.timedelta(days=1))
    new = acts.add(CustomerDraft("new"))
    for typed in ("", "  ", "\u200b"):
        assert [row.id for row in store.search(desk_file, typed)] == [new, old, older, lapsed]
    assert [row.id for row in store.search(desk_file, "", limit=2)] == [new, old]


def test_nothing_typed_in_an_empty_shop(desk_file: ShopFile) -> None:
    assert store.search(desk_file, "") == []


def test_the_limit_holds(desk_file: ShopFile) -> None:
    with desk_file.bulk("many") as act:
        act.insert_many(
            "customer",
            [customer_columns(CustomerDraft(f"王{at}"), read_phone(f"138{at:08d}")) for at in range(120)],
        )
    assert len(store.search(desk_file, "王")) == 50
    assert len(store.search(desk_file, "wang", limit=7)) == 7
    assert len(store.search(desk_file, "1380", limit=7)) == 7


def test_a_row_counts_visits_and_what_was_paid(desk_file: ShopFile, acts: CustomerActs) -> None:
    made = acts.add(CustomerDraft("王静", "138 1234 5678", note="怕疼"))
    assert store.search(desk_file, "王静") == [
        CustomerRow(made, "王静", "138 1234 5678", "5678", "怕疼", 0, None, 0)
    ]
    first = sell(desk_file, made, NOW - dt.timedelta(days=40), 100_00)
    sell(desk_file, made, NOW - dt.timedelta(days=40), 20_00)
    sell(desk_file, made, NOW - dt.timedelta(days=3), 50_00)
    sell(desk_file, made, NOW - dt.timedelta(days=1), -100_00, refund_of=first)
    void(desk_file, sell(desk_file, made, NOW, 999_00))
    expected = CustomerRow(made, "王静", "138 1234 5678", "5678", "怕疼", 2, dt.date(2026, 8, 17), 70_00)
    assert store.search(desk_file, "王静") == [expected]
    assert store.search(desk_file, "") == [expected]
    assert store.search(desk_file, "13812345678") == [expected]


def test_a_whole_number_and_names_use_indexes(desk_file: ShopFile) -> None:
    """What keeps a keystroke quick: no walk through all customers or sales where an index answers."""
    asked: list[str] = []

    class Spy:
        def all(self, sql: str, /, **params: object) -> list[object]:
            asked.extend(row["detail"] for row in desk_file.all(f"EXPLAIN QUERY PLAN {sql}", **params))
            return list(desk_file.all(sql, **params))

        def one(self, sql: str, /, **params: object) -> object:
            return desk_file.one(sql, **params)

        def value(self, sql: str, /, **params: object) -> object:
            return desk_file.value(sql, **params)

    CustomerActs(desk_file).add(CustomerDraft("王静", "13812345678"))
    store.search(Spy(), "13812345678")  # type: ignore[arg-type]
    assert any("customer_any_phone" in step for step in asked)
    assert not [step for step in asked if step.startswith("SCAN")]
    asked.clear()
    store.search(Spy(), "王")  # type: ignore[arg-type]
    assert [step for step in asked if "sale" in step]
    assert not [step for step in asked if step.startswith("SCAN sale") and "INDEX" not in step]
    assert not [step for step in asked if "customer_merged_into" in step]
