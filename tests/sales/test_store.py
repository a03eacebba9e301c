"""The books, read."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import store
from merchant_desk.sales.books import store as book
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.model import PaymentDraft, SaleLineDraft
from tests.sales.shop import Shop, open_shop_with

NOW = dt.datetime(2026, 8, 20, 14, 0)
TODAY = NOW.date()


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    return open_shop_with(desk_file)


@pytest.fixture
def books(shop: Shop, clock: FixedClock) -> Shop:
    """Four sales on three days, the third one void."""
    other = CustomerActs(shop.file).add(CustomerDraft("100%_Ana!", phone="13900001111"))
    for days, price, customer, title in (
        (-40, 100_00, shop.customer, "Gel"),
        (-3, 50_00, other, "Care"),
        (-3, 70_00, None, "Lash"),
        (0, 30_00, shop.customer, "Gel"),
    ):
        clock.set(NOW + dt.timedelta(days=days))
        sale_id = shop.sales.check_out(
            shop.draft(
                customer_id=customer,
                lines=(SaleLineDraft(title, price, service_id=shop.service, worker_id=shop.worker),),
                payments=(PaymentDraft("cash", price - 10_00), PaymentDraft("alipay", 10_00)),
            )
        )
        if title == "Lash":
            shop.sales.void(sale_id, "wrong")
    return shop


def prices(shop: Shop, text: str = "", limit: int = 500, **asked: Any) -> list[int]:
    return [row.sale.total // 100 for row in book.rows(shop.file, BookFilter(text, **asked), limit)]


def test_the_newest_sale_stands_first_and_void_ones_stand_there(books: Shop) -> None:
    assert prices(books) == [30, 70, 50, 100]
    assert [row.sale.status for row in book.rows(books.file, BookFilter())] == [
        "paid",
        "void",
        "paid",
        "paid",
    ]


def test_a_row_says_who_what_and_how(books: Shop) -> None:
    row = book.rows(books.file, BookFilter())[0].sale
    assert (row.customer, row.services, row.workers, row.methods) == (
        "李悦",
        "Gel",
        "Momo",
        ("cash", "alipay"),
    )
    assert (row.number, row.sold_at, row.source_kind) == ("20260820-0001", NOW, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("李悦", [30, 100]),
        ("liyue", [30, 100]),
        ("ly", [30, 100]),
        ("6621", [30, 100]),
        ("20260817", [70, 50]),
        ("care", [50]),
        ("ＣＡＲＥ", [50]),
        ("momo", [30, 70, 50, 100]),
        ("100%", [50]),
        ("%", [50]),
        ("_", [50]),
        ("!", [50]),
        ("'; DROP", []),
    ],
)
def test_the_search_takes_every_text_as_text(books: Shop, text: str, found: list[int]) -> None:
    assert prices(books, text) == found


def test_a_period_has_both_its_days(books: Shop) -> None:
    assert prices(books, from_day=TODAY - dt.timedelta(days=3), to_day=TODAY) == [30, 70, 50]
    assert prices(books, to_day=TODAY - dt.timedelta(days=3)) == [70, 50, 100]
    assert prices(books, from_day=TODAY) == [30]


@pytest.mark.parametrize("text", ["", "gel", "lash", "nothing"])
def test_sums_count_what_the_list_would_show(books: Shop, text: str) -> None:
    rows = [row.sale for row in book.rows(books.file, BookFilter(text))]
    paid = [row.total for row in rows if row.status == "paid"]
    sums = book.sums(books.file, BookFilter(text))
    assert (sums.sales, sums.total, sums.void) == (len(paid), sum(paid), len(rows) - len(paid))


def test_sums_count_beyond_the_list(books: Shop) -> None:
    assert prices(books, limit=1) == [30]
    assert book.sums(books.file, BookFilter()).sales == 3


def test_a_day_is_counted_without_void_sales(books: Shop) -> None:
    assert store.takings(books.file, TODAY - dt.timedelta(days=3)) == 50_00


def test_visits_are_days(books: Shop) -> None:
    assert store.visits(books.file, books.customer) == 2
    assert store.visits(books.file, books.customer, before=TODAY) == 1
    books.sales.check_out(books.draft(customer_id=books.customer))
    assert store.visits(books.file, books.customer) == 2


def test_what_is_sold_most(books: Shop) -> None:
    assert store.often_sold(books.file, TODAY - dt.timedelta(days=50)) == {books.service: 3}
    assert store.often_sold(books.file, TODAY) == {books.service: 1}


def test_a_sale_that_is_not_there(shop: Shop) -> None:
    assert store.sale(shop.file, "nothing") is None


def test_a_sale_of_a_closed_day_is_closed(shop: Shop) -> None:
    sale = shop.sales.check_out(shop.draft(10_00))
    today = shop.file.clock.today().isoformat()
    assert not store.is_closed(shop.file, sale)
    with shop.file.act("close_day") as act:
        act.insert("day_close", {"day": today, "closed_at": f"{today}T20:00"})
    assert store.is_closed(shop.file, sale)
