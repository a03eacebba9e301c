"""Whatever is done at the counter, in any order: the books add up, and two windows never disagree."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import store
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import (
    RefundDraft,
    RefundLine,
    left_of,
    left_to_refund,
    way_back,
    whole_refund,
)
from tests.sales.counter import GEL, Counter, a_counter, check_books, voucher
from tests.sales.shop import open_shop_with

VERBS = (
    *("sell", "sell", "sell", "hold", "owe", "pay_open", "refund", "refund_line", "void"),
    *("undo", "redo", "close_day", "next_day"),
)


class Wild:
    """Does what is drawn at a counter; what the counter refuses must leave nothing behind."""

    def __init__(self, counter: Counter, data: st.DataObject) -> None:
        self.counter = counter
        self.draw = data.draw
        self.codes = 0
        self.set_up = counter.file.value("SELECT max(seq) FROM act")

    def step(self, verb: str) -> None:
        before = self.counter.file.value("SELECT count(*) FROM change")
        try:
            getattr(self, verb)()
        except DeskError as error:
            if error.code not in REFUSED:
                raise
            after = self.counter.file.value("SELECT count(*) FROM change")
            assert after == before, "what is refused leaves nothing behind"

    def sell(self) -> None:
        self.counter.shop.sales.check_out(self.whole(self._lines()))

    def hold(self) -> None:
        self.counter.shop.sales.hold(self.counter.draft(*self._lines(), paid=()))

    def owe(self) -> None:
        lines = tuple(line for line in self._lines() if line.kind != "card") or (self.counter.service(),)
        draft = self.whole(lines)
        self.counter.shop.sales.owe(dataclasses.replace(draft, payments=draft.payments[:1]))

    def pay_open(self) -> None:
        for row in store.open_sales(self.counter.file)[:1]:
            again = store.reopened(self.counter.file, row.id)
            assert again is not None
            pay = (PaymentDraft("wechat", row.left),) if row.left else ()
            self.counter.shop.sales.check_out(dataclasses.replace(again.draft, payments=pay))

    def refund(self) -> None:
        sale_id = self._paid()
        if sale_id is not None:
            self.counter.shop.sales.refund(whole_refund(self.counter.sale(sale_id), "unhappy"))

    def refund_line(self) -> None:
        sale_id = self._paid()
        if sale_id is None:
            return
        sale = self.counter.sale(sale_id)
        line = self.draw(st.sampled_from(sale.lines))
        amount = self.draw(st.integers(0, max(0, left_of(line))))
        back = (RefundLine(line.id, amount, restock=self.draw(st.booleans())),)
        ways = way_back(sale, min(amount, left_to_refund(sale)), back)
        self.counter.shop.sales.refund(RefundDraft(sale.id, back, ways, "unhappy"))

    def void(self) -> None:
        rows = self.counter.file.all("SELECT id FROM sale ORDER BY id")
        if rows:
            self.counter.shop.sales.void(self.draw(st.sampled_from(rows))["id"], "wrong")

    def undo(self) -> None:
        last = history.last(self.counter.file)
        if last is not None and last.seq > self.set_up:
            history.undo(self.counter.file)

    def redo(self) -> None:
        history.redo(self.counter.file)

    def close_day(self) -> None:
        with contextlib.suppress(DeskError):
            if not self.counter.file.value(
                "SELECT 1 FROM day_close WHERE day = :day", day=self.counter.clock.today().isoformat()
            ):
                self.counter.close_day()

    def next_day(self) -> None:
        self.counter.next_day()

    def _paid(self) -> str | None:
        rows = self.counter.file.all("SELECT id FROM sale WHERE status = 'paid' ORDER BY id")
        return str(self.draw(st.sampled_from(rows))["id"]) if rows else None

    def _lines(self) -> tuple[SaleLineDraft, ...]:
        counter = self.counter
        price = self.draw(st.integers(1, 300_00))
        off = self.draw(st.integers(0, price))
        shares = ((counter.shop.worker, 2), (counter.other, 1)) if self.draw(st.booleans()) else ()
        offered = [
            counter.service(price, discount=off, shares=shares, requested=bool(off % 2)),
            counter.oil(self.draw(st.integers(1, 3))),
            counter.tip(10_00),
            counter.gold(self.draw(st.integers(1, 900_00))),
            counter.ten(self.draw(st.integers(1, 900_00))),
        ]
        return tuple(self.draw(st.lists(st.sampled_from(offered), min_size=1, max_size=3)))

    def whole(self, lines: tuple[SaleLineDraft, ...]) -> SaleDraft:
        """A draft paid in full, by a drawn mix of ways."""
        counter = self.counter
        left = sum(line.amount for line in lines)
        payments = []
        for card in counter.cards():
            if card.usable and card.kind == "balance" and left and self.draw(st.booleans()):
                amount = self.draw(st.integers(1, min(left, card.left)))
                payments.append(PaymentDraft("stored_value", amount, card_id=card.id))
                left -= amount
            elif card.usable and card.kind == "pass" and self.draw(st.booleans()):
                unit = next(one for one in card.counters if one.left)
                if unit.worth(1) <= left:
                    worth = unit.worth(1)
                    payments.append(PaymentDraft("pass", worth, card_id=card.id, counter_id=unit.id, units=1))
                    left -= worth
        if left and self.draw(st.booleans()):
            self.codes += 1
            paid = self.draw(st.integers(1, min(left, GEL)))
            payments.append(voucher(str(self.codes), paid))
            left -= paid
        cash = self.draw(st.integers(0, left))
        payments += [
            PaymentDraft(way, some) for way, some in (("cash", cash), ("wechat", left - cash)) if some
        ]
        return counter.draft(*lines, paid=tuple(payments))


# What a wild hand at the counter may hear.
REFUSED = {
    *("already_void", "card_short", "card_closed", "day_closed", "nothing_to_redo", "nothing_to_undo"),
    *("undo_stands_on", "undo_is_kept", "sale_has_refund", "refund_too_much", "nothing_to_refund"),
    *("payments_do_not_add_up", "whole_units_only", "cannot_undo", "bad_amount", "not_refundable"),
    *("card_taken_back", "already_refunded"),
}


@settings(max_examples=25)
@given(st.data())
def test_whatever_is_done_the_books_add_up(data: st.DataObject) -> None:
    with a_counter() as counter:
        wild = Wild(counter, data)
        for verb in data.draw(st.lists(st.sampled_from(VERBS), min_size=4, max_size=16)):
            wild.step(verb)
            check_books(counter.file)


@settings(max_examples=25)
@given(st.data())
def test_all_of_a_sale_given_back_in_any_pieces_is_nothing(data: st.DataObject) -> None:
    with a_counter() as counter:
        shares = ((counter.shop.worker, 2), (counter.other, 1))
        price = data.draw(st.integers(1, 500_00))
        counter.sell(counter.gold(300_00))
        before = counter.earned()
        lines = (counter.service(price, shares=shares), counter.oil(3), counter.tip(7))
        sold = counter.shop.sales.check_out(Wild(counter, data).whole(lines))
        for _ in range(data.draw(st.integers(0, 4))):
            piece(counter, sold, data)
            check_books(counter.file)
        if left_to_refund(counter.sale(sold)):
            counter.shop.sales.refund(whole_refund(counter.sale(sold), "the rest"))
        check_books(counter.file)
        assert left_to_refund(counter.sale(sold)) == 0
        assert counter.file.value("SELECT sum(takings) FROM sale WHERE status = 'paid'") == 300_00
        assert counter.cards()[0].left == 400_00
        assert counter.earned() == before


def piece(counter: Counter, sold: str, data: st.DataObject) -> None:
    sale = counter.sale(sold)
    line = data.draw(st.sampled_from(sale.lines))
    amount = data.draw(st.integers(0, left_of(line)))
    if amount:
        back = (RefundLine(line.id, amount),)
        counter.shop.sales.refund(RefundDraft(sold, back, way_back(sale, amount, back), "piece by piece"))


SELL = """
import sys
from pathlib import Path
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.db.open import open_shop
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
import datetime as dt
file = open_shop(Path(sys.argv[1]), FixedClock(dt.datetime(2026, 8, 20, 14, 0)), Changes())
acts = SaleActs(file)
for turn in range(30):
    draft = SaleDraft((SaleLineDraft("Gel", 100),), (PaymentDraft("cash", 100),))
    (acts.hold if turn % 3 == 2 else acts.check_out)(draft)
"""


def test_two_windows_give_each_number_once_and_leave_none_out(desk_file: ShopFile) -> None:
    open_shop_with(desk_file)
    root = Path(__file__).resolve().parents[2]
    windows = [
        subprocess.Popen(
            [sys.executable, "-c", SELL, str(desk_file.path)], cwd=root, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for window in windows:
        _, said = window.communicate()
        assert window.returncode == 0, said
    numbers = [row["number"] for row in desk_file.all("SELECT number FROM sale ORDER BY number")]
    assert numbers == [f"20260820-{count:04d}" for count in range(1, 61)]
    assert store.takings(desk_file, dt.date(2026, 8, 20)) == 40 * 100
    check_books(desk_file)
