"""Sales that are put aside or owed, and paid later."""

from __future__ import annotations

import dataclasses
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import store
from merchant_desk.sales.model import PaymentDraft, Reopened
from tests.sales.counter import GEL, NOW, OIL, Counter, check_books, open_counter, voucher


@pytest.fixture
def counter(desk_file: ShopFile, clock: FixedClock) -> Counter:
    clock.set(NOW)
    return open_counter(desk_file, clock)


def refused(counter: Counter, code: str, act: object, *args: object) -> DeskError:
    before = counter.file.value("SELECT count(*) FROM act")
    with pytest.raises(DeskError) as caught:
        act(*args)  # type: ignore[operator]
    assert caught.value.code == code
    assert counter.file.value("SELECT count(*) FROM act") == before
    return caught.value


def opened(counter: Counter, sale_id: str) -> Reopened:
    found = store.reopened(counter.file, sale_id)
    assert found is not None
    return found


def test_a_held_sale_is_listed_and_opened_as_it_was(counter: Counter) -> None:
    split = ((counter.shop.worker, 2), (counter.other, 1))
    lines = (
        counter.service(discount=8_00, shares=split, requested=True, price_reason="rain"),
        counter.oil(2),
        counter.tip(5_00),
        counter.ten(),
    )
    draft = counter.draft(*lines, note="by the window")
    held = counter.shop.sales.hold(draft)
    (row,) = store.open_sales(counter.file)
    assert (row.id, row.held, row.customer) == (held, True, "李悦")
    assert row.total == row.left == draft.total
    assert row.what == "Gel + Oil + Tip + Ten"
    again = opened(counter, held)
    kept = [line.discount for line in again.draft.lines]
    assert kept == [8_00, 0, 0, 0]
    assert [
        (one.kind, one.amount, one.shares, one.requested, one.price_reason) for one in again.draft.lines
    ] == [(one.kind, one.amount, one.shares, one.requested, one.price_reason) for one in lines]
    assert (again.draft.note, again.draft.customer_id) == ("by the window", counter.shop.customer)
    assert again.paid == ()
    assert (counter.cards(), counter.stock()) == ([], 50)
    check_books(counter.file)


def test_a_held_sale_leaves_its_appointment_alone(counter: Counter) -> None:
    booked = counter.shop.book(NOW)
    held = counter.shop.sales.hold(counter.draft(counter.service(), appointment_id=booked))
    assert counter.shop.status(booked) == "booked"
    error = refused(
        counter,
        "sale_is_open",
        counter.shop.sales.check_out,
        counter.draft(counter.service(), appointment_id=booked),
    )
    assert error.facts["number"] == counter.sale(held).number
    counter.shop.sales.void(held, "left")
    assert counter.shop.status(booked) == "booked"
    counter.sell(counter.service(), appointment_id=booked)


def test_holding_again_replaces_the_lines(counter: Counter) -> None:
    draft = counter.draft(counter.service(), counter.ten(), id=new_id())
    held = counter.shop.sales.hold(draft)
    number = counter.sale(held).number
    assert counter.shop.sales.hold(counter.draft(counter.oil(), id=held)) == held
    assert [line.title for line in counter.sale(held).lines] == ["Oil"]
    history.undo(counter.file)
    assert [line.title for line in counter.sale(held).lines] == ["Gel", "Ten"]
    history.redo(counter.file)
    assert [line.title for line in counter.sale(held).lines] == ["Oil"]
    assert counter.sale(held).number == number
    check_books(counter.file)


def test_a_held_sale_counts_when_it_is_paid(counter: Counter) -> None:
    held = counter.shop.sales.hold(counter.draft(counter.service(), counter.ten(), counter.oil()))
    number = counter.sale(held).number
    waiting = counter.sale(held).lines[1].card_id
    counter.next_day()
    assert store.takings(counter.file, NOW.date()) == 0
    draft = opened(counter, held).draft
    assert counter.sell(*draft.lines, id=held) == held
    sale = counter.sale(held)
    assert (sale.number, sale.status, sale.held) == (number, "paid", False)
    assert (sale.sold_at, sale.opened_at) == (NOW + dt.timedelta(days=1), NOW)
    assert store.takings(counter.file, counter.clock.today()) == draft.total
    assert store.open_sales(counter.file) == []
    assert store.reopened(counter.file, held) is None
    (card,) = counter.cards()
    assert (card.id, card.units, card.sold_on) == (waiting, 11, counter.clock.today())
    assert counter.stock() == 49
    assert counter.shop.sales.check_out(draft) == held, "it is paid once"
    check_books(counter.file)


def test_an_owed_sale_keeps_what_was_paid(counter: Counter) -> None:
    booked = counter.shop.book(NOW)
    part = (PaymentDraft("cash", 100_00, given=100_00), voucher("1234 5678", 20_00))
    owed = counter.shop.sales.owe(
        counter.draft(counter.service(), counter.oil(), paid=part, appointment_id=booked, channel_id="scan")
    )
    assert counter.shop.status(booked) == "done"
    again = opened(counter, owed)
    assert [(one.method, one.amount, one.at) for one in again.paid] == [
        ("cash", 100_00, NOW),
        ("voucher", 20_00, NOW),
    ]
    (row,) = store.open_sales(counter.file)
    assert (row.held, row.left) == (False, GEL + OIL - 120_00)
    refused(counter, "already_owed", counter.shop.sales.hold, again.draft)
    refused(
        counter, "payments_do_not_add_up", counter.shop.sales.check_out, counter.draft(counter.oil(), id=owed)
    )
    counter.next_day()
    rest = counter.draft(*again.draft.lines, paid=(PaymentDraft("wechat", row.left),), id=owed)
    counter.shop.sales.check_out(rest)
    sale = counter.sale(owed)
    assert sale.takings == sale.total == GEL + OIL
    assert [one.at for one in sale.payments] == [NOW, NOW, counter.clock.now()]
    assert counter.file.value("SELECT count(*) FROM touch") == 1
    check_books(counter.file)


def test_paying_a_part_more_stays_owed(counter: Counter) -> None:
    owed = counter.shop.sales.owe(counter.draft(counter.service(), paid=()))
    counter.next_day()
    more = counter.draft(counter.service(), paid=(PaymentDraft("cash", 98_00),), id=owed)
    counter.shop.sales.owe(more)
    assert [row.left for row in store.open_sales(counter.file)] == [100_00]
    too_much = counter.draft(counter.service(), paid=(PaymentDraft("cash", 100_01),), id=owed)
    assert refused(counter, "paid_too_much", counter.shop.sales.owe, too_much).facts["paid"] == 198_01


def test_a_card_is_not_owed(counter: Counter) -> None:
    refused(counter, "card_needs_payment", counter.shop.sales.owe, counter.draft(counter.gold(), paid=()))


def test_a_card_pays_a_part_of_what_is_owed_and_gets_it_back_with_a_void(counter: Counter) -> None:
    counter.sell(counter.gold())
    (card,) = counter.cards()
    pay = (PaymentDraft("stored_value", 98_00, card_id=card.id),)
    owed = counter.shop.sales.owe(counter.draft(counter.service(), paid=pay))
    assert counter.cards()[0].left == 1002_00
    counter.shop.sales.void(owed, "never came")
    assert counter.cards()[0].left == 1100_00
    check_books(counter.file)
    history.undo(counter.file)
    assert counter.cards()[0].left == 1002_00
    check_books(counter.file)


def test_undoing_the_payment_of_an_open_sale_voids_it(counter: Counter) -> None:
    pay = (PaymentDraft("cash", 98_00),)
    owed = counter.shop.sales.owe(counter.draft(counter.service(), paid=pay))
    rest = counter.draft(
        counter.service(), counter.oil(), paid=(PaymentDraft("cash", GEL + OIL - 98_00),), id=owed
    )
    counter.shop.sales.check_out(rest)
    assert counter.stock() == 49
    history.undo(counter.file)
    sale = counter.sale(owed)
    assert (sale.status, len(sale.lines), len(sale.payments)) == ("void", 2, 2)
    assert counter.stock() == 50
    check_books(counter.file)
    history.redo(counter.file)
    assert counter.sale(owed).status == "paid"
    assert counter.stock() == 49
    check_books(counter.file)


@pytest.mark.parametrize("verb", ["hold", "owe"])
def test_undoing_what_was_left_open_voids_it_and_redo_opens_it(counter: Counter, verb: str) -> None:
    draft = counter.draft(counter.service(), paid=(PaymentDraft("cash", 1_00),))
    made = getattr(counter.shop.sales, verb)(draft)
    history.undo(counter.file)
    assert counter.sale(made).status == "void"
    assert store.open_sales(counter.file) == []
    history.redo(counter.file)
    assert [row.id for row in store.open_sales(counter.file)] == [made]
    check_books(counter.file)


def test_a_sale_that_is_gone_meanwhile_is_not_gone_on_with(counter: Counter) -> None:
    gone = counter.shop.sales.hold(counter.draft(counter.service()))
    counter.shop.sales.void(gone, "left")
    paid = counter.shop.sales.hold(counter.draft(counter.service()))
    counter.sell(counter.service(), id=paid)
    for held in (gone, paid):
        draft = counter.draft(counter.oil(), id=held)
        for verb in (counter.shop.sales.hold, counter.shop.sales.owe, counter.shop.sales.check_out):
            assert refused(counter, "sale_not_open", verb, draft).facts["number"] == counter.sale(held).number


HOLD = """
import os, sys
from pathlib import Path
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.db.open import open_shop
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import SaleDraft, SaleLineDraft
file = open_shop(Path(sys.argv[1]), SystemClock(), Changes())
print(SaleActs(file).hold(SaleDraft((SaleLineDraft("Gel", 19800),), ())), flush=True)
os._exit(9)
"""


def test_a_held_sale_outlives_the_program(counter: Counter) -> None:
    path, root = str(counter.file.path), Path(__file__).resolve().parents[2]
    died = subprocess.run(
        [sys.executable, "-c", HOLD, path], capture_output=True, text=True, cwd=root, check=False
    )
    assert died.returncode == 9
    assert [row.id for row in store.open_sales(counter.file)] == [died.stdout.strip()]


def test_what_waits_longest_comes_first(counter: Counter) -> None:
    shop = counter.shop
    owed = shop.sales.owe(shop.draft(40_00, payments=(PaymentDraft("cash", 15_00),)))
    counter.clock.set(NOW + dt.timedelta(hours=1))
    held = shop.sales.hold(shop.draft(30_00, payments=()))
    rows = store.open_sales(counter.file)
    assert [(row.id, row.held, row.total, row.left) for row in rows] == [
        (owed, False, 40_00, 25_00),
        (held, True, 30_00, 30_00),
    ]
    assert [row.opened_at for row in rows] == [NOW, NOW + dt.timedelta(hours=1)]


def test_undoing_the_payment_of_an_owed_sale_frees_the_voucher_that_paid_before(counter: Counter) -> None:
    def state() -> str:
        return str(counter.file.value("SELECT state FROM voucher"))

    owed = counter.shop.sales.owe(counter.draft(counter.service(), paid=(voucher("1234"),)))
    pay = (PaymentDraft("cash", GEL - 99_00),)
    counter.shop.sales.check_out(dataclasses.replace(opened(counter, owed).draft, payments=pay))
    history.undo(counter.file)
    assert (counter.sale(owed).status, state()) == ("void", "reversed")
    check_books(counter.file)
    history.redo(counter.file)
    assert (counter.sale(owed).status, state()) == ("paid", "redeemed")
    check_books(counter.file)


def test_what_a_card_paid_and_did_not_after_all_stays_on_it(counter: Counter) -> None:
    counter.sell(counter.gold())
    (card,) = counter.cards()
    owed = counter.shop.sales.owe(counter.draft(counter.service(), paid=()))
    part = (PaymentDraft("stored_value", 50_00, card_id=card.id),)
    counter.shop.sales.owe(dataclasses.replace(opened(counter, owed).draft, payments=part))
    history.undo(counter.file)
    rest = (PaymentDraft("stored_value", GEL, card_id=card.id),)
    counter.shop.sales.check_out(dataclasses.replace(opened(counter, owed).draft, payments=rest))
    for turn in (history.undo, history.redo):
        turn(counter.file)
        check_books(counter.file)
    assert counter.cards()[0].left == 1100_00 - GEL
    counter.shop.sales.void(owed, "wrong")
    assert counter.cards()[0].left == 1100_00
    history.undo(counter.file)
    assert counter.cards()[0].left == 1100_00 - GEL
    check_books(counter.file)
