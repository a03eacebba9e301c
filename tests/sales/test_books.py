"""The books: what a question finds, what it comes to, and what is still open."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.books import store
from merchant_desk.sales.books.model import BookFilter, sums_of
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.one_sale import sale as read_sale
from merchant_desk.sales.refunds import whole_refund
from merchant_desk.sales.write import write_sales
from tests.sales.shop import Shop, open_shop_with

ALL = BookFilter()


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    return open_shop_with(desk_file)


@pytest.fixture
def day(clock: FixedClock) -> dt.date:
    return clock.today()


def numbers(file: ShopFile, asked: BookFilter) -> list[str]:
    return [row.sale.number[-4:] for row in store.rows(file, asked)]


def sell(shop: Shop, *lines: SaleLineDraft, method: str = "wechat", customer: str | None = None) -> str:
    total = sum(line.amount for line in lines)
    return shop.sales.check_out(SaleDraft(lines, (PaymentDraft(method, total),), customer_id=customer))


def give_back(shop: Shop, sale_id: str) -> str:
    sale = read_sale(shop.file, sale_id)
    assert sale is not None
    return shop.sales.refund(whole_refund(sale, "broken"))


# ---------------------------------------------------------------- which sales


def test_each_state_finds_its_own(shop: Shop) -> None:
    first = sell(shop, SaleLineDraft("Gel", 10_00))
    second = sell(shop, SaleLineDraft("Care", 20_00))
    give_back(shop, first)
    shop.sales.void(second, "wrong")
    shop.sales.hold(shop.draft(30_00, payments=()))
    shop.sales.owe(shop.draft(40_00, payments=(PaymentDraft("cash", 15_00),)))
    assert numbers(shop.file, BookFilter(state="paid")) == ["0001"]
    assert numbers(shop.file, BookFilter(state="refund")) == ["0003"]
    assert numbers(shop.file, BookFilter(state="void")) == ["0002"]
    assert numbers(shop.file, BookFilter(state="open")) == ["0005", "0004"]
    assert len(numbers(shop.file, ALL)) == 5


def test_a_row_knows_what_became_of_it(shop: Shop) -> None:
    sale = sell(shop, SaleLineDraft("Gel", 10_00))
    give_back(shop, sale)
    shop.sales.owe(shop.draft(40_00, payments=(PaymentDraft("cash", 15_00),)))
    owed, back, first = store.rows(shop.file, ALL)
    assert (first.state, first.refunded, first.due) == ("paid", 10_00, 0)
    assert (back.state, back.refund_of, back.sale.total) == ("refund", first.sale.number, -10_00)
    assert (owed.state, owed.held, owed.paid, owed.due) == ("open", False, 15_00, 25_00)


def test_lines_narrow_it(shop: Shop) -> None:
    sell(shop, SaleLineDraft("Gel", 10_00, service_id=shop.service, worker_id=shop.worker))
    sell(shop, SaleLineDraft("Care", 20_00), SaleLineDraft("Tip", 5_00, kind="tip", worker_id=shop.worker))
    sell(shop, SaleLineDraft("Care", 30_00), method="cash")
    assert numbers(shop.file, BookFilter(service_id=shop.service)) == ["0001"]
    assert numbers(shop.file, BookFilter(worker_id=shop.worker)) == ["0002", "0001"]
    assert numbers(shop.file, BookFilter(kind="tip")) == ["0002"]
    assert numbers(shop.file, BookFilter(method="cash")) == ["0003"]
    assert numbers(shop.file, BookFilter(kind="service", worker_id=shop.worker)) == ["0001"]
    assert store.sums(shop.file, BookFilter(worker_id=shop.worker)).lines == 15_00
    assert store.sums(shop.file, ALL).lines is None


def test_one_who_shared_a_line_did_it(shop: Shop) -> None:
    from merchant_desk.team.acts import TeamActs

    other = TeamActs(shop.file).add_worker("Yu")
    sell(shop, SaleLineDraft("Gel", 10_00, shares=((shop.worker, 1), (other, 1))))
    assert numbers(shop.file, BookFilter(worker_id=other)) == ["0001"]


def test_only_these_sales(shop: Shop) -> None:
    first, _second = sell(shop, SaleLineDraft("Gel", 1_00)), sell(shop, SaleLineDraft("Gel", 2_00))
    assert numbers(shop.file, BookFilter(sale_ids=(first,))) == ["0001"]
    assert store.sums(shop.file, BookFilter(sale_ids=(first,))).total == 1_00
    assert numbers(shop.file, BookFilter(sale_ids=())) == []
    assert store.sums(shop.file, BookFilter(sale_ids=())).total == 0


def test_a_percent_sign_finds_itself_only(shop: Shop) -> None:
    sell(shop, SaleLineDraft("Gel", 1_00))
    sell(shop, SaleLineDraft("50% Gel", 1_00))
    assert numbers(shop.file, BookFilter(text="%")) == ["0002"]


# ---------------------------------------------------------------- what they come to


def test_the_sums_are_those_of_the_rows(shop: Shop) -> None:
    sale = sell(shop, SaleLineDraft("Gel", 10_00), SaleLineDraft("Tip", 2_00, kind="tip"))
    give_back(shop, sale)
    shop.sales.void(sell(shop, SaleLineDraft("Care", 20_00)), "wrong")
    shop.sales.owe(shop.draft(40_00, payments=(PaymentDraft("cash", 15_00),)))
    sell(shop, SaleLineDraft("Gel", 7_00), SaleLineDraft("Tip", 1_00, kind="tip"))
    sums = store.sums(shop.file, ALL)
    assert (sums.sales, sums.refunds, sums.open, sums.void) == (2, 1, 1, 1)
    assert (sums.total, sums.takings, sums.earned, sums.owed) == (8_00, 7_00, 7_00, 25_00)
    assert sums_of(store.rows(shop.file, ALL)) == sums


def test_cash_and_earned_come_together_over_a_cards_life(shop: Shop, clock: FixedClock) -> None:
    """A card of 100 is takings when it is sold and earned when it is used."""
    card = CardDraft("balance", "Card of 100", bonus=20_00)
    sell(shop, SaleLineDraft("Card", 100_00, kind="card", card=card), customer=shop.customer)
    card_id = str(shop.file.value("SELECT id FROM card"))
    sold = store.sums(shop.file, ALL)
    assert (sold.takings, sold.earned) == (100_00, 0)
    clock.set(clock.now() + dt.timedelta(days=1))
    shop.sales.check_out(
        SaleDraft(
            (SaleLineDraft("Gel", 120_00),),
            (PaymentDraft("stored_value", 120_00, card_id=card_id),),
            customer_id=shop.customer,
        )
    )
    today = clock.today()
    used = store.sums(shop.file, BookFilter(from_day=today, to_day=today))
    assert (used.total, used.takings, used.earned) == (120_00, 0, 100_00)
    both = store.sums(shop.file, ALL)
    assert both.takings == both.earned == 100_00
    assert sums_of(store.rows(shop.file, ALL)) == both


def test_what_is_put_aside_is_in_no_sum(shop: Shop) -> None:
    shop.sales.hold(shop.draft(30_00, payments=()))
    sums = store.sums(shop.file, ALL)
    assert (sums.total, sums.takings, sums.owed) == (0, 0, 30_00)


# ---------------------------------------------------------------- payments


def test_payments_by_way_and_time(shop: Shop, clock: FixedClock, day: dt.date) -> None:
    sale = sell(shop, SaleLineDraft("Gel", 10_00), customer=shop.customer)
    sell(shop, SaleLineDraft("Care", 5_00), method="cash")
    shop.sales.void(sell(shop, SaleLineDraft("Care", 9_00), method="cash"), "wrong")
    clock.set(clock.now() + dt.timedelta(days=1))
    give_back(shop, sale)
    found = store.payments(shop.file, ALL)
    assert [(row.method, row.amount, row.status, row.refund) for row in found] == [
        ("wechat", -10_00, "paid", True),
        ("cash", 9_00, "void", False),
        ("cash", 5_00, "paid", False),
        ("wechat", 10_00, "paid", False),
    ]
    by_method = {one.method: (one.payments, one.amount) for one in store.payment_sums(shop.file, ALL)}
    assert by_method == {"cash": (1, 5_00), "wechat": (2, 0)}
    assert [row.amount for row in store.payments(shop.file, BookFilter(way="out"))] == [-10_00]
    assert len(store.payments(shop.file, BookFilter(from_day=day, to_day=day))) == 3
    assert [row.customer for row in store.payments(shop.file, BookFilter(text="liyue"))] == ["李悦", "李悦"]
    assert len(store.payments(shop.file, BookFilter(method="cash", way="in"))) == 2


def test_a_payment_of_an_owed_sale_stands_on_its_own_day(shop: Shop, clock: FixedClock, day: dt.date) -> None:
    draft = replace(shop.draft(40_00, payments=(PaymentDraft("cash", 15_00),)), id=None)
    sale = shop.sales.owe(draft)
    clock.set(clock.now() + dt.timedelta(days=2))
    rest = replace(draft, id=sale, payments=(PaymentDraft("wechat", 25_00),))
    assert shop.sales.check_out(rest) == sale
    assert [row.amount for row in store.payments(shop.file, BookFilter(from_day=day, to_day=day))] == [15_00]
    assert numbers(shop.file, BookFilter(from_day=day, to_day=day)) == []
    assert numbers(shop.file, BookFilter(from_day=clock.today(), to_day=clock.today())) == ["0001"]


def test_more_sales_than_one_statement_takes_names(shop: Shop) -> None:
    at = shop.file.clock.now()
    with shop.file.act("import") as act:
        write_sales(act, [(shop.draft(id=f"sale-{n}"), at) for n in range(1_100)])
    # Other builds of SQLite take fewer names than this one.
    shop.file.conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
    rows = store.rows(shop.file, ALL, limit=2_000)
    assert [row.sale.number[-4:] for row in rows] == [f"{n:04}" for n in range(1_100, 0, -1)]
    assert {(row.sale.services, row.sale.methods) for row in rows} == {("Gel", ("wechat",))}
