"""The drawer: its equation, its entries, closing a day, and what a closed day refuses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer import store
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.drawer.model import CloseDraft, MethodCount, OpenSales
from merchant_desk.drawer.pieces import pieces
from tests.conftest import NOW
from tests.drawer.till import owe, pay, void

TODAY = NOW.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def acts(desk_file: ShopFile) -> DrawerActs:
    return DrawerActs(desk_file)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as error:
        act()
    return error.value


def test_a_day_without_anything(desk_file: ShopFile) -> None:
    found = store.day(desk_file, TODAY)
    assert (found.float, found.sales, found.takings, found.expected) == (0, 0, 0, {"cash": 0})
    assert found.close is None


def test_the_drawer_adds_up(desk_file: ShopFile, acts: DrawerActs) -> None:
    acts.set_float(300_00)
    pay(desk_file, [("cash", 198_00)])
    pay(desk_file, [("cash", 50_00), ("wechat", 148_00)], tip=20_00)
    pay(desk_file, [("cash", 1_00)], NOW - dt.timedelta(days=1))
    acts.pay_in(100_00, "换零钱")
    acts.pay_out(36_50, "买棉片")
    found = store.day(desk_file, TODAY)
    assert found.expected == {"cash": 300_00 + 248_00 + 100_00 - 36_50, "wechat": 148_00}
    assert (found.sales, found.takings, found.tips) == (2, 376_00, 20_00)
    assert [(one.method, one.payments, one.amount) for one in found.sums] == [
        ("cash", 2, 248_00),
        ("wechat", 1, 148_00),
    ]


def test_refunds_go_out_and_void_sales_do_not_count(desk_file: ShopFile) -> None:
    gone = pay(desk_file, [("cash", 198_00)])
    sold = pay(desk_file, [("cash", 100_00)])
    void(desk_file, gone)
    line = desk_file.value("SELECT id FROM sale_line WHERE sale_id = :id", id=sold)
    with desk_file.act("refund") as act:
        row = {"number": "20260820-0003", "sold_at": "2026-08-20T14:00", "day": "2026-08-20"}
        amounts = {"status": "open", "total": -40_00, "takings": -40_00, "refund_of": sold}
        back = act.insert("sale", {**row, **amounts})
        given = {"unit_price": 40_00, "list_price": 40_00, "quantity": -1, "amount": -40_00}
        act.insert("sale_line", {"sale_id": back, "seq": 1, "title": "Gel", "refund_of_line": line, **given})
        paid = {"sale_id": back, "seq": 1, "at": "2026-08-20T14:00", "method": "cash", "amount": -40_00}
        act.insert("payment", paid)
        act.update("sale", back, status="paid")
    found = store.day(desk_file, TODAY)
    assert found.expected == {"cash": 60_00}
    assert (found.sales, found.refunds, found.takings) == (1, 1, 60_00)


def test_what_was_paid_on_an_open_sale_lies_in_the_drawer(desk_file: ShopFile) -> None:
    owe(desk_file, 200_00, [("cash", 80_00)])
    pay(desk_file, [], held=True)
    found = store.day(desk_file, TODAY)
    assert found.expected["cash"] == 80_00
    assert (found.sales, found.takings) == (0, 0)
    assert found.open_sales == OpenSales(held=1, owed=1)


def test_the_float_said_last_counts(desk_file: ShopFile, acts: DrawerActs) -> None:
    acts.set_float(300_00)
    acts.set_float(250_00, who="Lin")
    found = store.day(desk_file, TODAY)
    assert (found.float, found.float_said, found.expected["cash"]) == (250_00, True, 250_00)
    assert [(one.kind, one.amount, one.who) for one in found.entries] == [("float", 250_00, "Lin")]
    assert desk_file.value("SELECT count(*) FROM drawer_entry") == 2, "nothing is erased"
    history.undo(desk_file)
    assert store.day(desk_file, TODAY).float == 300_00
    history.redo(desk_file)
    assert store.day(desk_file, TODAY).float == 250_00


def test_what_the_last_close_kept_is_the_float(
    desk_file: ShopFile, acts: DrawerActs, clock: FixedClock
) -> None:
    pay(desk_file, [("cash", 198_00)])
    acts.close_day(CloseDraft(TODAY, {"cash": 198_00}, kept=150_00))
    clock.set(NOW + dt.timedelta(days=2))
    found = store.day(desk_file, clock.today())
    assert (found.float, found.float_said) == (150_00, False)
    acts.set_float(100_00)
    assert store.day(desk_file, clock.today()).float == 100_00
    assert store.day(desk_file, TODAY).float == 0, "the closed day keeps its own"


def test_an_entry_is_struck_and_stays_in_the_file(desk_file: ShopFile, acts: DrawerActs) -> None:
    wrong = acts.pay_out(500_00, "打错了")
    acts.strike(wrong)
    assert store.day(desk_file, TODAY).expected == {"cash": 0}
    assert desk_file.value("SELECT voided FROM drawer_entry") == 1
    assert refused(lambda: acts.strike(wrong)).code == "gone"
    history.undo(desk_file)
    assert store.day(desk_file, TODAY).expected == {"cash": -500_00}
    history.undo(desk_file)
    assert store.day(desk_file, TODAY).entries == ()


@pytest.mark.parametrize(
    ("amount", "reason", "which", "code"),
    [
        (0, "x", None, "bad_amount"),
        (-1, "x", None, "bad_amount"),
        (1, " ", None, "no_reason"),
        (1, "x", TOMORROW, "future_day"),
    ],
)
def test_what_cannot_go_in_or_out(
    desk_file: ShopFile, acts: DrawerActs, amount: int, reason: str, which: dt.date | None, code: str
) -> None:
    for act in (acts.pay_in, acts.pay_out):
        assert refused(lambda act=act: act(amount, reason, which)).code == code  # type: ignore[misc]
    assert desk_file.value("SELECT count(*) FROM drawer_entry") == 0


def test_a_float_below_nothing_and_of_tomorrow_is_refused(acts: DrawerActs) -> None:
    assert refused(lambda: acts.set_float(-1)).code == "bad_amount"
    assert refused(lambda: acts.set_float(1, TOMORROW)).code == "future_day"
    assert acts.set_float(0)


def test_what_was_forgotten_yesterday_is_written_for_yesterday(desk_file: ShopFile, acts: DrawerActs) -> None:
    acts.set_float(200_00, YESTERDAY)
    acts.pay_out(30_00, "外卖", YESTERDAY)
    assert store.day(desk_file, YESTERDAY).expected == {"cash": 170_00}
    assert store.day(desk_file, TODAY).expected == {"cash": 0}


# ---- closing


def closed(file: ShopFile, acts: DrawerActs) -> str:
    """A day of every kind of money, closed with 3 yuan missing."""
    acts.set_float(300_00)
    pay(file, [("cash", 198_00), ("wechat", 100_00)])
    pay(file, [("alipay", 60_00)])
    pieces_there = {100_00: 4, 50_00: 1, 20_00: 2, 1_00: 5}
    draft = CloseDraft(
        TODAY, {"wechat": 100_00}, pieces_there, {"cash": " 找错零 "}, kept=300_00, note=" 下雨 ", who="Lin"
    )
    return acts.close_day(draft)


def test_a_day_is_counted_and_closed(desk_file: ShopFile, acts: DrawerActs) -> None:
    close_id = closed(desk_file, acts)
    close = store.close_of(desk_file, TODAY)
    assert close is not None
    assert close.id == close_id
    assert close.counts == (
        MethodCount("cash", 498_00, 495_00, "找错零"),
        MethodCount("wechat", 100_00, 100_00),
        MethodCount("alipay", 60_00, 60_00),
    )
    assert close.pieces == ((100_00, 4), (50_00, 1), (20_00, 2), (1_00, 5))
    assert (close.float, close.kept, close.cash, close.handed_over) == (300_00, 300_00, 495_00, 195_00)
    assert (close.closed_at, close.who, close.note) == (NOW, "Lin", "下雨")
    assert store.close_of(desk_file, TODAY) is not None
    assert store.close_of(desk_file, YESTERDAY) is None
    assert store.day(desk_file, TODAY).expected["cash"] == 498_00


def test_closing_is_undone_and_done_again(desk_file: ShopFile, acts: DrawerActs) -> None:
    closed(desk_file, acts)
    close = store.close_of(desk_file, TODAY)
    history.undo(desk_file)
    assert store.close_of(desk_file, TODAY) is None
    assert desk_file.value("SELECT count(*) FROM day_count") == 0
    pay(desk_file, [("cash", 1_00)])
    history.undo(desk_file)
    closed_again = acts.close_day(CloseDraft(TODAY, {"cash": 498_00}))
    history.undo(desk_file)
    history.redo(desk_file)
    found = store.close_of(desk_file, TODAY)
    assert found is not None
    assert close is not None
    assert found.id == closed_again != close.id


def test_a_day_is_closed_once(desk_file: ShopFile, acts: DrawerActs) -> None:
    closed(desk_file, acts)
    error = refused(lambda: acts.close_day(CloseDraft(TODAY, {"cash": 498_00})))
    assert (error.code, error.facts) == ("already_closed", {"day": TODAY, "closed_at": NOW})
    assert desk_file.value("SELECT count(*) FROM day_close") == 1


def test_tomorrow_is_not_closed_today(acts: DrawerActs) -> None:
    assert refused(lambda: acts.close_day(CloseDraft(TOMORROW, {"cash": 0}))).code == "future_day"


def test_yesterday_is_closed_after_midnight(desk_file: ShopFile, acts: DrawerActs, clock: FixedClock) -> None:
    pay(desk_file, [("cash", 10_00)])
    clock.set(dt.datetime.combine(TOMORROW, dt.time(0, 20)))
    pay(desk_file, [("cash", 5_00)])
    acts.close_day(CloseDraft(TODAY, {"cash": 10_00}, kept=10_00))
    assert store.day(desk_file, TOMORROW).expected == {"cash": 15_00}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "no_count"),
        ({"counted": {"cash": -1}}, "negative_count"),
        ({"pieces": {100_00: -1}}, "bad_count"),
        ({"pieces": {0: 3}}, "bad_count"),
        ({"pieces": {100_00: 6901234567892}}, "bad_count"),
        ({"counted": {"cash": 100_00}, "pieces": {50_00: 1}}, "pieces_do_not_add_up"),
        ({"counted": {"cash": 99_00}}, "difference_unexplained"),
        ({"counted": {"cash": 99_00}, "reasons": {"cash": "  "}}, "difference_unexplained"),
        ({"counted": {"cash": 100_00, "wechat": 49_00}}, "difference_unexplained"),
        ({"counted": {"cash": 100_00, "alipay": 1}}, "difference_unexplained"),
        ({"counted": {"cash": 100_00}, "kept": 100_01}, "kept_too_much"),
        ({"counted": {"cash": 100_00}, "kept": -1}, "kept_too_much"),
        ({"counted": {"cash": 100_00}, "seen": {"cash": 100_00}}, "day_changed"),
        ({"counted": {"cash": 100_00}, "seen": {"cash": 90_00, "wechat": 50_00}}, "day_changed"),
    ],
)
def test_a_count_that_cannot_be_is_refused(
    desk_file: ShopFile, acts: DrawerActs, fields: dict[str, Any], code: str
) -> None:
    pay(desk_file, [("cash", 100_00), ("wechat", 50_00)])
    assert refused(lambda: acts.close_day(CloseDraft(TODAY, **fields))).code == code
    assert store.close_of(desk_file, TODAY) is None, "nothing is half-written"


def test_what_the_sheet_showed_still_holds(desk_file: ShopFile, acts: DrawerActs) -> None:
    pay(desk_file, [("cash", 100_00), ("wechat", 50_00)])
    seen = {"cash": 100_00, "wechat": 50_00, "alipay": 0}
    assert acts.close_day(CloseDraft(TODAY, {"cash": 100_00}, seen=seen))


def test_open_sales_do_not_keep_a_day_open(desk_file: ShopFile, acts: DrawerActs, clock: FixedClock) -> None:
    owed = owe(desk_file, 200_00, [("cash", 80_00)])
    pay(desk_file, [], held=True)
    acts.close_day(CloseDraft(TODAY, {"cash": 80_00}))
    clock.set(NOW + dt.timedelta(days=1))
    moment = clock.now().isoformat(timespec="minutes")
    with desk_file.act("check_out") as act:
        paid = {"sale_id": owed, "seq": 9, "at": moment, "method": "cash", "amount": 120_00}
        act.insert("payment", paid)
        act.update("sale", owed, sold_at=moment, day=moment[:10], status="paid")
    found = store.day(desk_file, TOMORROW)
    assert (found.expected["cash"], found.takings) == (120_00, 200_00)
    assert store.day(desk_file, TODAY).expected["cash"] == 80_00, "the closed day stays as it was counted"


# ---- the clock


def test_a_clock_set_back_is_asked_about(desk_file: ShopFile, acts: DrawerActs, clock: FixedClock) -> None:
    pay(desk_file, [("cash", 10_00)])
    clock.set(NOW - dt.timedelta(minutes=5))
    assert acts.set_float(0), "so little is nothing"
    clock.set(NOW - dt.timedelta(hours=2))
    wanted: list[Callable[[], object]] = [
        lambda: acts.close_day(CloseDraft(TODAY, {"cash": 10_00})),
        lambda: acts.pay_in(1, "x"),
        lambda: acts.pay_out(1, "x"),
        lambda: acts.set_float(1),
    ]
    for act in wanted:
        error = refused(act)
        assert (error.code, error.facts) == ("clock_set_back", {"now": clock.now(), "last": NOW})
    assert acts.pay_in(1, "x", clock_is_right=True)
    assert acts.close_day(CloseDraft(TODAY, {"cash": 10_01}, clock_is_right=True))


def test_a_clock_a_day_behind_a_close_is_asked_about(
    desk_file: ShopFile, acts: DrawerActs, clock: FixedClock
) -> None:
    acts.close_day(CloseDraft(TODAY, {}))
    clock.set(NOW - dt.timedelta(days=1))
    assert refused(lambda: acts.close_day(CloseDraft(YESTERDAY, {}))).code == "clock_set_back"


# ---- opened again


def test_today_is_opened_again_and_yesterday_is_not(
    desk_file: ShopFile, acts: DrawerActs, clock: FixedClock
) -> None:
    assert refused(lambda: acts.reopen_day(TODAY)).code == "not_closed"
    closed(desk_file, acts)
    acts.reopen_day(TODAY)
    assert store.close_of(desk_file, TODAY) is None
    pay(desk_file, [("cash", 2_00)])
    acts.close_day(CloseDraft(TODAY, {"cash": 500_00}))
    clock.set(NOW + dt.timedelta(days=1))
    assert refused(lambda: acts.reopen_day(TODAY)).code == "day_is_past"
    history.undo(desk_file)
    assert store.close_of(desk_file, TODAY) is None, "undo opens it as long as nothing was done since"


def test_reopening_is_undone_with_all_that_was_counted(desk_file: ShopFile, acts: DrawerActs) -> None:
    closed(desk_file, acts)
    close = store.close_of(desk_file, TODAY)
    acts.reopen_day(TODAY)
    history.undo(desk_file)
    assert store.close_of(desk_file, TODAY) == close


# ---- several days


def test_days_that_were_forgotten_are_named(desk_file: ShopFile, acts: DrawerActs, clock: FixedClock) -> None:
    pay(desk_file, [("cash", 1_00)], NOW - dt.timedelta(days=9))
    assert store.day(desk_file, TODAY).unclosed == (), "a shop that never closed a day forgot none"
    acts.close_day(CloseDraft(TODAY - dt.timedelta(days=5), {}, kept=0))
    pay(desk_file, [("wechat", 1_00)], NOW - dt.timedelta(days=3))
    void(desk_file, pay(desk_file, [("wechat", 1_00)], NOW - dt.timedelta(days=2)))
    acts.pay_in(5, "x", YESTERDAY)
    pay(desk_file, [("cash", 1_00)])
    assert store.day(desk_file, TODAY).unclosed == (TODAY - dt.timedelta(days=3), YESTERDAY)


@pytest.mark.parametrize("currency", ["CNY", "USD", "EUR", "JPY", "HKD", "VND"])
def test_pieces_fall_and_are_each_there_once(currency: str) -> None:
    found = list(pieces(currency))
    assert found == sorted(set(found), reverse=True)
    assert found[-1] > 0
    assert pieces("XXX") == ()
