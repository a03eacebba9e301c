"""One sale whole: what it shows, and voiding it with a reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.prepaid.ui.card_sheet import CardSheet
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.ui.sale_sheet import SaleSheet
from merchant_desk.shell.frame import Frame, Notice
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
NOW = dt.datetime(2025, 8, 20, 14, 24)


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def sold(counter: Counter, clock: FixedClock) -> dict[str, str]:
    """Five sales by name: today's two, one six days old, one of July, and a void one of today."""
    customer = counter.customer()
    video = counter.content("三分钟法式", days_ago=60)
    ids = {}
    for name, days, price, more in (
        ("july", 40, 300_00, {"customer_id": customer}),
        ("week", 6, 200_00, {"title": "Care", "channel_id": "passing_by"}),
        ("today", 0, 100_00, {"customer_id": customer, "content_id": video, "evidence": "code"}),
        ("gift", 0, 20_00, {"payments": (PaymentDraft("cash", 15_00), PaymentDraft("card", 5_00))}),
        ("void", 0, 70_00, {"title": "Lash"}),
    ):
        clock.set(NOW - dt.timedelta(days=days))
        ids[name] = counter.sell(price, **more)
    counter.desk.sales.void(ids["void"], "wrong price")
    return ids


class Opened:
    """A sale's sheet on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame, sale_id: str) -> None:
        self.notices: list[Notice] = []
        self.went: list[tuple[str, Any]] = []
        frame.notice_wanted.connect(self.notices.append)
        frame.place_wanted.connect(lambda place, where: self.went.append((place, where)))
        self.sheet = SaleSheet(frame, sale_id)
        show(qtbot, self.sheet)
        self.hand = Hand()

    def texts(self) -> set[str]:
        return set(texts(self.sheet))


def test_a_sale_shows_everything(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    assert {
        "Sale 20250820-0001",
        "today 14:24",
        "李悦",
        "138****6621",
        "Gel",
        "小雨",
        "¥100.00",
        "WeChat",
        "Short video “三分钟法式”",
        "Code word · today 14:24",
    } <= opened.texts()
    assert opened.sheet.void.isVisible()


def test_discount_and_quantity_are_shown(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    sale = counter.desk.sales.check_out(
        SaleDraft(
            (SaleLineDraft("Gel", 50_00, quantity=2, discount=10_00),),
            (PaymentDraft("wechat", 90_00),),
            cashier="小雨",
            note="下次再来",
        )
    )
    shown = Opened(qtbot, page_frame, sale).texts()
    assert {"2 × ¥50.00 · discount −¥10.00", "¥90.00", "Passing customer", "下次再来"} <= shown
    assert "Nothing was said at this sale." in shown


def test_a_voucher_says_its_different_numbers(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    with counter.act() as act:
        voucher = act.insert(
            "voucher",
            {
                "platform": "douyin",
                "code": "109822104471",
                "state": "redeemed",
                "list_price": 198_00,
                "customer_paid": 129_00,
                "pays_out": 121_26,
            },
        )
    sale = counter.sell(129_00, payments=(PaymentDraft("voucher", 129_00, voucher_id=voucher),))
    shown = Opened(qtbot, page_frame, sale).texts()
    assert "Douyin Group-buy voucher 1098 2210 4471" in shown
    assert "list price ¥198.00 · the platform pays out ¥121.26" in shown


def test_a_sale_leads_to_its_customer(qtbot: QtBot, page_frame: Frame, sold: dict[str, str]) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    customer = opened.sheet.sale.customer_id  # type: ignore[union-attr]
    button = next(
        b for b in opened.sheet.findChildren(type(opened.sheet.void)) if b.text() == "Open customer"
    )
    opened.hand.click(button)
    assert opened.went == [("customers", {"customer_id": customer})]


def test_void_asks_for_a_reason(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    assert focused() is opened.sheet.reason
    opened.hand.key(Key.Key_Return)
    assert opened.sheet._reason_field.error.isVisible()
    assert counter.value("SELECT status FROM sale WHERE id = :id", id=sold["today"]) == "paid"
    opened.hand.type("wrong customer")
    assert not opened.sheet._reason_field.error.isVisible()
    opened.hand.confirm()
    row = counter.row("SELECT status, void_reason FROM sale WHERE id = :id", id=sold["today"])
    assert row == {"status": "void", "void_reason": "wrong customer"}
    assert {"This sale is void", "wrong customer", "today 14:24"} <= opened.texts()
    assert not opened.sheet.void.isVisible()
    notice = opened.notices[-1]
    assert notice.text == "Sale 20250820-0001 is void"
    assert notice.undo is not None
    notice.undo()
    page_frame.changed.emit(frozenset({"sales"}))
    assert opened.sheet.void.isVisible()
    assert "This sale is void" not in opened.texts()


def test_a_void_can_be_given_up(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    opened.hand.type("hm")
    opened.hand.click(opened.sheet.keep)
    assert opened.sheet.void.isVisible()
    assert not opened.sheet.dirty()
    assert counter.value("SELECT status FROM sale WHERE id = :id", id=sold["today"]) == "paid"


def test_a_sale_voided_elsewhere_is_refused_here(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.click(opened.sheet.void)
    opened.hand.type("wrong")
    page_frame.blockSignals(True)  # what happened elsewhere is not heard of yet
    with counter.act() as act:
        act.update("sale", sold["today"], status="void", void_reason="elsewhere")
    page_frame.blockSignals(False)
    opened.hand.key(Key.Key_Return)
    assert "20250820-0001" in opened.sheet._error.text()
    assert opened.sheet.reason.text() == "wrong"


def test_a_void_elsewhere_is_seen_here(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    counter.desk.sales.void(sold["today"], "elsewhere")
    assert {"This sale is void", "elsewhere"} <= opened.texts()
    assert not opened.sheet.void.isVisible()


def test_a_sale_that_was_undone_says_so(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    sale = counter.sell()
    counter.desk.undo()
    assert "Taken back with Undo." in Opened(qtbot, page_frame, sale).texts()


def test_what_was_typed_is_plain(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    customer, content = counter.customer(MARKUP), counter.content(MARKUP)
    sale = counter.sell(title=MARKUP, customer_id=customer, content_id=content, note=MARKUP, cashier=MARKUP)
    counter.desk.sales.void(sale, MARKUP)
    opened = Opened(qtbot, page_frame, sale)
    assert [text for text in texts(opened.sheet) if MARKUP in text]
    assert_plain(opened.sheet)


def test_a_card_is_one_press_away_from_its_sales(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    customer = counter.customer()
    line = SaleLineDraft("Card", 500_00, kind="card", card=CardDraft("balance", "Card"))
    sold = counter.desk.sales.check_out(
        SaleDraft((line,), (PaymentDraft("cash", 500_00),), customer_id=customer)
    )
    card_id = str(counter.value("SELECT id FROM card"))
    paid = (PaymentDraft("stored_value", 80_00, card_id=card_id),)
    used = counter.sell(80_00, customer_id=customer, payments=paid)
    opened: list[object] = []
    page_frame.sheet_wanted.connect(opened.append)
    for sale in (sold, used):
        sheet = Opened(qtbot, page_frame, sale).sheet
        link = next(b for b in sheet.findChildren(type(sheet.void)) if b.text() == "Open card")
        Hand().click(link)
        assert isinstance(opened[-1], CardSheet)
        assert opened[-1]._card_id == card_id


def test_an_invoice_number_is_written_down_and_taken_off(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    assert not opened.sheet.invoice.save.isVisible()
    opened.hand.type("24442000", opened.sheet.invoice.number)
    assert opened.sheet.invoice.save.isVisible()
    opened.hand.key(Key.Key_Return)
    number = "SELECT invoice_number FROM sale WHERE id = :id"
    assert counter.value(number, id=sold["today"]) == "24442000"
    assert not opened.sheet.invoice.save.isVisible()
    assert not opened.sheet.dirty()
    notice = opened.notices[-1].undo
    assert notice is not None
    notice()
    page_frame.changed.emit(frozenset({"sales"}))
    assert opened.sheet.invoice.number.text() == ""
    assert not Opened(qtbot, page_frame, sold["void"]).sheet.invoice.isVisible()


def test_a_number_being_typed_outlives_what_happens_elsewhere(
    qtbot: QtBot, page_frame: Frame, sold: dict[str, str]
) -> None:
    opened = Opened(qtbot, page_frame, sold["today"])
    opened.hand.type("2444", opened.sheet.invoice.number)
    page_frame.changed.emit(frozenset({"sales"}))
    assert opened.sheet.invoice.number.text() == "2444"
    assert opened.sheet.dirty()


def test_a_closed_day_offers_a_refund_instead(
    qtbot: QtBot, page_frame: Frame, counter: Counter, sold: dict[str, str]
) -> None:
    with counter.act() as act:
        act.insert("day_close", {"day": "2025-08-20", "closed_at": "2025-08-20T14:00"})
    opened = Opened(qtbot, page_frame, sold["today"])
    assert not opened.sheet.void.isVisible()
    assert opened.sheet.locked.isVisible()
    assert opened.sheet.refund.isVisible()
    open_day = Opened(qtbot, page_frame, sold["week"])
    assert open_day.sheet.void.isVisible()
    assert not open_day.sheet.locked.isVisible()


def test_what_is_special_about_lines_and_payments_is_said(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    first, second = counter.workers[0].id, counter.workers[1].id
    lines = (
        SaleLineDraft("Gel", 80_00, list_price=100_00, price_reason="regular", requested=True),
        SaleLineDraft("Care", 60_00, shares=((first, 2), (second, 1))),
        SaleLineDraft("Thanks", 10_00, kind="tip", worker_id=first),
        SaleLineDraft("Rounding", -50, kind="rounding"),
    )
    paid = (PaymentDraft("cash", 149_50, given=200_00),)
    shown = Opened(qtbot, page_frame, counter.desk.sales.check_out(SaleDraft(lines, paid))).texts()
    assert "usually ¥100.00 · regular · asked for this worker" in shown
    assert f"{counter.workers[0].name} 67%, {counter.workers[1].name} 33%" in shown
    assert {"Tip", "Rounding", "−¥0.50", "given ¥200.00 · change ¥50.50"} <= shown
