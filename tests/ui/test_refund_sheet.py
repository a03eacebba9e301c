"""Giving money back on its sheet: everything, by line, the way it came and another one."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.ui.refund_rows import BackRow
from merchant_desk.sales.ui.refund_sheet import RefundSheet
from merchant_desk.sales.ui.sale_sheet import SaleSheet
from merchant_desk.sales.vouchers.model import VoucherDraft
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.stock import store as stock_store
from merchant_desk.stock.model import ProductDraft
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def sale(counter: Counter) -> str:
    """Gel 100 and two oils of 30, paid 100 by WeChat and 60 in cash."""
    worker = counter.workers[0].id
    lines = (
        SaleLineDraft("Gel", 100_00, worker_id=worker),
        SaleLineDraft("Oil", 30_00, kind="free", quantity=2),
    )
    payments = (PaymentDraft("wechat", 100_00), PaymentDraft("cash", 60_00))
    return counter.desk.sales.check_out(SaleDraft(lines, payments, customer_id=counter.customer()))


class Refund:
    """The sheet on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame, sale_id: str) -> None:
        self.notices: list[Notice] = []
        frame.notice_wanted.connect(self.notices.append)
        self.sheet = RefundSheet(frame, sale_id)
        self.closed: list[bool] = []
        self.sheet.closed.connect(lambda: self.closed.append(True))
        show(qtbot, self.sheet)
        self.hand = Hand()

    def row(self, title: str) -> BackRow:
        return next(row for row in self.sheet.rows if row.line.title == title)

    def ways(self) -> list[tuple[str, int]]:
        return [(row.payment.method, row.payment.amount) for row in self.sheet.ways]


@pytest.fixture
def refund(qtbot: QtBot, page_frame: Frame, sale: str) -> Refund:
    return Refund(qtbot, page_frame, sale)


def sold_card(counter: Counter) -> tuple[str, str]:
    """The ids of a card of 500 and of whose it is."""
    customer = counter.customer()
    line = SaleLineDraft("Card", 500_00, kind="card", card=CardDraft("balance", "Card"))
    counter.desk.sales.check_out(SaleDraft((line,), (PaymentDraft("cash", 500_00),), customer_id=customer))
    return str(counter.value("SELECT id FROM card")), customer


def written(counter: Counter, sale: str) -> list[tuple[str, int]]:
    rows = counter.desk.file.all(
        "SELECT payment.method, payment.amount FROM payment JOIN sale ON sale.id = payment.sale_id"
        " WHERE sale.refund_of = :id AND sale.status = 'paid' ORDER BY sale.number, payment.seq",
        id=sale,
    )
    return [(row["method"], row["amount"]) for row in rows]


def test_everything_goes_back_as_it_came_with_a_reason_alone(
    refund: Refund, counter: Counter, sale: str
) -> None:
    assert refund.sheet.total.text() == "¥160.00"
    assert refund.ways() == [("wechat", 100_00), ("cash", 60_00)]
    assert focused() is refund.sheet.reason
    refund.hand.type("unhappy")
    refund.hand.confirm()
    assert refund.hand.count == 2
    assert written(counter, sale) == [("wechat", -100_00), ("cash", -60_00)]
    assert refund.closed == [True]
    notice = refund.notices[-1]
    assert notice.text == "¥160 given back · WeChat, Cash"
    assert notice.undo is not None
    notice.undo()
    assert written(counter, sale) == []


def test_a_reason_is_asked_for_at_its_field(refund: Refund, counter: Counter, sale: str) -> None:
    refund.hand.confirm()
    assert refund.sheet._reason_field.error.isVisible()
    assert focused() is refund.sheet.reason
    assert written(counter, sale) == []
    refund.hand.type("unhappy")
    refund.hand.confirm()
    assert written(counter, sale) != []


def test_a_line_goes_back_alone(refund: Refund, counter: Counter, sale: str) -> None:
    refund.hand.click(refund.row("Gel").chosen)
    assert refund.sheet.total.text() == "¥60.00"
    assert sum(amount for _, amount in refund.ways()) == 60_00
    refund.row("Oil").pieces.setValue(1)
    assert refund.sheet.total.text() == "¥30.00"
    refund.hand.type("one is broken", refund.sheet.reason)
    refund.hand.confirm()
    line = counter.row(
        "SELECT title, quantity, amount FROM sale_line WHERE refund_of_line IS NOT NULL",
    )
    assert line == {"title": "Oil", "quantity": -1, "amount": -30_00}
    assert sum(amount for _, amount in written(counter, sale)) == -30_00


def test_an_amount_is_typed_and_never_above_what_is_left(refund: Refund, counter: Counter, sale: str) -> None:
    refund.hand.click(refund.row("Oil").chosen)
    refund.hand.type("250", refund.row("Gel").amount)
    refund.hand.type("unhappy", refund.sheet.reason)
    refund.hand.confirm()
    assert "¥100" in refund.sheet._lines_field.error.text()
    assert written(counter, sale) == []
    assert refund.sheet.reason.text() == "unhappy"
    refund.hand.type("25.50", refund.row("Gel").amount)
    refund.hand.confirm()
    assert sum(amount for _, amount in written(counter, sale)) == -25_50


def test_nothing_chosen_is_refused(refund: Refund, counter: Counter, sale: str) -> None:
    for row in refund.sheet.rows:
        refund.hand.click(row.chosen)
    refund.hand.type("unhappy", refund.sheet.reason)
    refund.hand.confirm()
    assert refund.sheet._lines_field.error.isVisible()
    assert written(counter, sale) == []


def test_another_way_needs_its_own_reason(refund: Refund, counter: Counter, sale: str) -> None:
    assert not refund.sheet.other_reason.isVisible()
    way = refund.sheet.ways[0].way
    way.setFocus()
    way.choose("cash")
    way.activated.emit(way.currentIndex())
    assert refund.sheet.other_reason.isVisible()
    refund.hand.type("unhappy", refund.sheet.reason)
    refund.hand.confirm()
    assert refund.sheet._other_field.error.isVisible()
    refund.hand.type("account closed", refund.sheet.other_reason)
    refund.hand.confirm()
    assert written(counter, sale) == [("cash", -60_00), ("cash", -100_00)]
    reasons = counter.desk.file.all("SELECT reason FROM payment WHERE amount < 0 ORDER BY seq")
    assert [row["reason"] for row in reasons] == ["", "account closed"]


def test_the_choice_of_a_way_outlives_another_amount(refund: Refund) -> None:
    way = refund.sheet.ways[0].way
    way.choose("cash")
    way.activated.emit(way.currentIndex())
    refund.hand.click(refund.row("Oil").chosen)
    assert refund.sheet.ways[0].other() == "cash"


def test_twice_confirmed_is_one_refund(refund: Refund, counter: Counter, sale: str) -> None:
    refund.hand.type("unhappy")
    draft = refund.sheet._draft()
    assert draft is not None
    refund.hand.confirm()
    counter.desk.sales.refund(draft)
    assert counter.value("SELECT count(*) FROM sale WHERE refund_of = :id", id=sale) == 1


def test_the_rest_is_offered_the_second_time(
    qtbot: QtBot, page_frame: Frame, refund: Refund, sale: str
) -> None:
    refund.hand.click(refund.row("Gel").chosen)
    refund.hand.type("first", refund.sheet.reason)
    refund.hand.confirm()
    again = Refund(qtbot, page_frame, sale)
    assert [row.line.title for row in again.sheet.rows] == ["Gel"]
    assert again.sheet.total.text() == "¥100.00"


def test_the_rounding_goes_with_the_whole_only(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    lines = (
        SaleLineDraft("Gel", 100_30),
        SaleLineDraft("Oil", 20_00, kind="free"),
        SaleLineDraft("", -30, kind="rounding"),
    )
    sale = counter.desk.sales.check_out(SaleDraft(lines, (PaymentDraft("cash", 120_00),)))
    refund = Refund(qtbot, page_frame, sale)
    assert refund.sheet.total.text() == "¥120.00"
    assert refund.sheet._rounding.isVisible()
    refund.hand.click(refund.row("Oil").chosen)
    assert refund.sheet.total.text() == "¥100.30"
    assert not refund.sheet._rounding.isVisible()
    refund.hand.click(refund.row("Oil").chosen)
    refund.hand.type("all", refund.sheet.reason)
    refund.hand.confirm()
    assert written(counter, sale) == [("cash", -120_00)]


def test_a_product_goes_back_on_the_shelf_or_not(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    oil = counter.desk.stock.add_product(ProductDraft("Oil", 30_00))
    line = SaleLineDraft("Oil", 30_00, kind="product", product_id=oil)
    stock = []
    for keeps in (False, True):
        sale = counter.desk.sales.check_out(SaleDraft((line,), (PaymentDraft("cash", 30_00),)))
        refund = Refund(qtbot, page_frame, sale)
        if keeps:
            refund.hand.click(refund.row("Oil").restock)
        refund.hand.type("broken", refund.sheet.reason)
        refund.hand.confirm()
        stock.append(stock_store.stock_of(counter.desk.file, oil))
    assert stock == [0, -1]


def test_what_a_card_paid_goes_back_on_it(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    card_id, customer = sold_card(counter)
    paid = (PaymentDraft("stored_value", 80_00, card_id=card_id),)
    refund = Refund(qtbot, page_frame, counter.sell(80_00, customer_id=customer, payments=paid))
    assert refund.ways() == [("stored_value", 80_00)]
    refund.hand.type("unhappy")
    refund.hand.confirm()
    left = counter.value("SELECT sum(principal) FROM card_entry WHERE voided = 0")
    assert left == 500_00


def test_a_card_that_was_used_is_worth_what_is_left(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    card_id, customer = sold_card(counter)
    paid = (PaymentDraft("stored_value", 80_00, card_id=card_id),)
    counter.sell(80_00, customer_id=customer, payments=paid)
    sale = str(counter.value("SELECT sale_id FROM card_entry WHERE kind = 'sold'"))
    refund = Refund(qtbot, page_frame, sale)
    assert refund.sheet.total.text() == "¥420.00"
    assert "paid ¥500, used ¥80 at the stated price" in texts(refund.sheet)
    refund.hand.type("moving away")
    refund.hand.confirm()
    assert written(counter, sale) == [("cash", -420_00)]
    assert counter.value("SELECT state FROM card WHERE id = :id", id=card_id) == "closed"
    sheet = SaleSheet(page_frame, sale)
    show(qtbot, sheet)
    assert not sheet.refund.isVisible()


def test_a_voucher_goes_back_whole_and_its_platform_is_named(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    voucher = VoucherDraft("douyin", "109822104471", list_price=198_00, customer_paid=129_00, pays_out=121_00)
    paid = (PaymentDraft("voucher", 129_00, voucher=voucher),)
    line = SaleLineDraft("Gel", 198_00, discount=69_00)
    sale = counter.desk.sales.check_out(SaleDraft((line,), paid))
    refund = Refund(qtbot, page_frame, sale)
    assert refund.sheet._remark.isVisible()
    assert refund.sheet.ways[0].way.currentText() == "Douyin Group-buy voucher 1098 2210 4471"
    refund.hand.type("unhappy")
    refund.hand.confirm()
    assert written(counter, sale) == [("voucher", -129_00)]


def test_leaving_asks_only_where_something_was_changed(refund: Refund) -> None:
    assert not refund.sheet.dirty()
    refund.hand.click(refund.row("Oil").chosen)
    assert refund.sheet.dirty()


def test_what_was_typed_is_plain(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    refund = Refund(qtbot, page_frame, counter.sell(title=MARKUP, customer_id=counter.customer(MARKUP)))
    assert_plain(refund.sheet)


# ---------------------------------------------------------------- on the sale's own sheet


def test_a_sale_and_its_refund_name_each_other(
    qtbot: QtBot, page_frame: Frame, refund: Refund, counter: Counter, sale: str
) -> None:
    refund.hand.click(refund.row("Gel").chosen)
    refund.hand.type("broken", refund.sheet.reason)
    refund.hand.confirm()
    opened: list[object] = []
    page_frame.sheet_wanted.connect(opened.append)
    sheet = SaleSheet(page_frame, sale)
    show(qtbot, sheet)
    assert "¥60 was given back" in texts(sheet)
    assert not sheet.void.isVisible()
    assert sheet.refund.isVisible()
    back = str(counter.value("SELECT id FROM sale WHERE refund_of = :id", id=sale))
    button = next(b for b in sheet.findChildren(type(sheet.void)) if b.text().startswith("Refund 2025"))
    Hand().click(button)
    (other,) = opened
    assert isinstance(other, SaleSheet)
    assert other._sale_id == back
    show(qtbot, other)
    shown = texts(other)
    assert "This is a refund" in shown
    assert "broken" in shown
    assert other.void.isVisible()
    assert not other.refund.isVisible()
    assert not other.invoice.isVisible()


def test_what_is_given_back_whole_is_not_offered_again(
    qtbot: QtBot, page_frame: Frame, refund: Refund, sale: str
) -> None:
    refund.hand.type("broken", refund.sheet.reason)
    refund.hand.confirm()
    sheet = SaleSheet(page_frame, sale)
    show(qtbot, sheet)
    assert not sheet.refund.isVisible()
    assert sheet.receipt.isVisible()


def test_a_clock_that_went_back_is_asked_about(
    refund: Refund, counter: Counter, sale: str, clock: FixedClock
) -> None:
    early = clock.now() - dt.timedelta(hours=2)
    clock.set(early)
    refund.hand.type("unhappy")
    refund.hand.confirm()
    assert (refund.closed, written(counter, sale)) == ([], [])
    refund.hand.click(refund.sheet.clock_right)
    assert refund.closed == [True]
    assert written(counter, sale) == [("wechat", -100_00), ("cash", -60_00)]
    assert counter.value("SELECT sold_at FROM sale WHERE refund_of IS NOT NULL") == f"{early:%Y-%m-%dT%H:%M}"
