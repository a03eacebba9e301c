"""A closed day takes no money of any kind, whichever room wants to write it; the day after takes it all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer import store
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.prepaid.keeping import PrepaidActs
from merchant_desk.prepaid.model import CardDraft, Correction, OpeningDraft
from merchant_desk.sales.model import PaymentDraft
from merchant_desk.sales.refunds import whole_refund
from merchant_desk.sales.vouchers.model import VoucherDraft
from merchant_desk.sales.write import take_back
from tests.sales.counter import GEL, OIL, Counter, open_counter

# Everything that holds money or what stands for money.
MONEY = ("sale", "sale_line", "payment", "card_entry", "commission_entry", "drawer_entry", "voucher")


class Closed:
    """A shop on the evening of a closed day: a sale of every kind in it, one owed, one put aside."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.drawer = DrawerActs(counter.file)
        self.prepaid = PrepaidActs(counter.file)
        self.gel = counter.sell(counter.service(), paid=(PaymentDraft("cash", GEL),))
        counter.sell(counter.gold())
        (self.card,) = counter.cards()
        self.by_card = counter.sell(
            counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=self.card.id),)
        )
        sales = counter.shop.sales
        self.owed = sales.owe(counter.draft(counter.service(), paid=(PaymentDraft("cash", 50_00),)))
        self.held = sales.hold(counter.draft(counter.service(), paid=()))
        self.entry = self.drawer.pay_out(10_00, "棉片")
        expected = store.day(counter.file, counter.clock.today()).expected["cash"]
        self.drawer.close_day(CloseDraft(counter.clock.today(), {"cash": expected}, kept=expected))

    @property
    def file(self) -> ShopFile:
        return self.counter.file

    def finish(self, sale_id: str, paid: int) -> str:
        """Pay an open sale's rest."""
        draft = self.counter.draft(self.counter.service(), paid=(PaymentDraft("cash", paid),), id=sale_id)
        return self.counter.shop.sales.check_out(draft)

    def refund(self) -> str:
        return self.counter.shop.sales.refund(whole_refund(self.counter.sale(self.gel), "不满意"))

    def take_back(self) -> str | None:
        with self.file.act("take_back") as act:
            return take_back(act, self.gel, "写错了")

    def with_voucher(self) -> str:
        voucher = VoucherDraft("douyin", "123456789012", GEL, pays_out=180_00)
        return self.counter.sell(
            self.counter.service(), paid=(PaymentDraft("voucher", GEL, voucher=voucher),)
        )

    def by_balance(self) -> str:
        return self.counter.sell(
            self.counter.service(), paid=(PaymentDraft("stored_value", GEL, card_id=self.card.id),)
        )

    def opened(self) -> str:
        card, customer = CardDraft("balance", "旧卡"), self.counter.shop.customer
        sold_on = dt.date(2026, 1, 5)
        return self.prepaid.open_card(OpeningDraft(card, customer, 100_00, 80_00, sold_on))

    def owe(self) -> str:
        counter = self.counter
        return counter.shop.sales.owe(counter.draft(counter.service(), paid=()))

    def hold(self) -> str:
        counter = self.counter
        return counter.shop.sales.hold(counter.draft(counter.service(), paid=()))


WRITES: dict[str, Callable[[Closed], object]] = {
    "a sale": lambda one: one.counter.sell(one.counter.service()),
    "a product": lambda one: one.counter.sell(one.counter.oil()),
    "a tip": lambda one: one.counter.sell(one.counter.service(), one.counter.tip(20_00)),
    "a balance card": lambda one: one.counter.sell(one.counter.gold()),
    "a pass": lambda one: one.counter.sell(one.counter.ten()),
    "a voucher": Closed.with_voucher,
    "paid by a card": Closed.by_balance,
    "owed": Closed.owe,
    "put aside": Closed.hold,
    "the rest of what is owed": lambda one: one.finish(one.owed, GEL - 50_00),
    "what was put aside": lambda one: one.finish(one.held, GEL),
    "a refund": Closed.refund,
    "a card of before": Closed.opened,
    "a card corrected": lambda one: one.prepaid.correct(one.card.id, Correction("x", principal=-1_00)),
    "a float": lambda one: one.drawer.set_float(1_00),
    "money in": lambda one: one.drawer.pay_in(1_00, "x"),
    "money out": lambda one: one.drawer.pay_out(1_00, "x"),
}
# What changes what is written already. On a later day these are refused as well: a refund is the way.
CHANGES: dict[str, Callable[[Closed], object]] = {
    "void": lambda one: one.counter.shop.sales.void(one.gel, "写错了"),
    "void of what a card paid": lambda one: one.counter.shop.sales.void(one.by_card, "写错了"),
    "void of what is owed": lambda one: one.counter.shop.sales.void(one.owed, "不来了"),
    "strike": lambda one: one.drawer.strike(one.entry),
}


@pytest.fixture
def closed(desk_file: ShopFile, clock: FixedClock) -> Closed:
    return Closed(open_counter(desk_file, clock))


def money(file: ShopFile) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of money, as it stands."""
    return {table: [tuple(row) for row in file.all(f"SELECT * FROM {table} ORDER BY id")] for table in MONEY}


@pytest.mark.parametrize("what", [*WRITES, *CHANGES])
def test_a_closed_day_refuses_it_and_nothing_is_half_written(closed: Closed, what: str) -> None:
    before, day = money(closed.file), store.day(closed.file, closed.counter.clock.today())
    with pytest.raises(DeskError) as refused:
        {**WRITES, **CHANGES}[what](closed)
    assert refused.value.code == "day_closed"
    assert money(closed.file) == before
    assert store.day(closed.file, closed.counter.clock.today()) == day


@pytest.mark.parametrize("what", WRITES)
def test_the_next_day_takes_it_and_the_closed_one_stays_as_it_was_counted(closed: Closed, what: str) -> None:
    day = closed.counter.clock.today()
    before = store.day(closed.file, day)
    closed.counter.next_day()
    WRITES[what](closed)
    after = store.day(closed.file, day)
    assert (after.expected, after.close, after.takings) == (before.expected, before.close, before.takings)


@pytest.mark.parametrize("what", CHANGES)
def test_the_next_day_still_refuses_to_change_the_closed_one(closed: Closed, what: str) -> None:
    closed.counter.next_day()
    before = money(closed.file)
    with pytest.raises(DeskError) as refused:
        CHANGES[what](closed)
    assert refused.value.code == "day_closed"
    assert money(closed.file) == before


def test_what_is_to_be_put_right_is_given_back_today_and_points_back(closed: Closed) -> None:
    day = closed.counter.clock.today()
    before = store.day(closed.file, day)
    closed.counter.next_day()
    refund = closed.take_back()
    row = closed.file.one("SELECT day, refund_of, total FROM sale WHERE id = :id", id=refund)
    assert row is not None
    assert tuple(row) == (closed.counter.clock.today().isoformat(), closed.gel, -GEL)
    assert store.day(closed.file, day).takings == before.takings
    today = store.day(closed.file, closed.counter.clock.today())
    assert today.float == before.expected["cash"]
    assert today.expected["cash"] == before.expected["cash"] - GEL


def test_a_sale_written_down_for_the_closed_day_is_one_of_today(closed: Closed) -> None:
    day = closed.counter.clock.today()
    late = dt.datetime.combine(day, dt.time(18, 0))
    with pytest.raises(DeskError) as refused:
        closed.counter.sell(closed.counter.oil(), sold_at=late)
    assert refused.value.code == "day_closed"
    closed.counter.next_day()
    with pytest.raises(DeskError):
        closed.counter.sell(closed.counter.oil(), sold_at=late)
    closed.counter.sell(closed.counter.oil(), of_day=day)
    assert store.day(closed.file, closed.counter.clock.today()).takings == OIL


@pytest.mark.parametrize("table", ["day_close", "day_count", "payment"])
def test_the_file_itself_refuses_to_change_what_was_counted(closed: Closed, table: str) -> None:
    row = closed.file.value(f"SELECT id FROM {table} ORDER BY id LIMIT 1")
    column: dict[str, dict[str, object]] = {
        "day_close": {"kept": 1},
        "day_count": {"counted": 1, "reason": "x"},
        "payment": {"amount": 1},
    }
    with pytest.raises(DeskError), closed.file.act("tamper") as act:
        act.update(table, row, **column[table])


def test_an_open_day_before_a_closed_one_still_takes_money(closed: Closed) -> None:
    yesterday = closed.counter.clock.now() - dt.timedelta(days=1)
    closed.counter.sell(closed.counter.service(), sold_at=yesterday)
    assert store.day(closed.file, yesterday.date()).takings == GEL


def test_undoing_the_close_opens_the_day_to_all_of_it(closed: Closed) -> None:
    closed.drawer.reopen_day(closed.counter.clock.today())
    for write in WRITES.values():
        write(closed)
    for change in (CHANGES["void of what a card paid"], CHANGES["strike"]):
        change(closed)
