"""Vouchers on screen: the books' tab, and the sheets behind it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.sales.ui.payout_sheet import PayoutSheet
from merchant_desk.sales.ui.voucher_offer_sheet import VoucherOfferSheet
from merchant_desk.sales.ui.voucher_offers_sheet import VoucherOffersSheet
from merchant_desk.sales.ui.voucher_sheet import VoucherSheet
from merchant_desk.sales.ui.vouchers_tab import VouchersTab
from merchant_desk.sales.vouchers import store
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from tests.ui.counter import Counter, Hand, focused, show
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.vouchers import offer, payout, redeemed

Key = Qt.Key


@pytest.fixture
def counter(desk: Desk) -> Counter:
    return Counter(desk)


@pytest.fixture
def hand() -> Hand:
    return Hand()


# ---------------------------------------------------------------- the tab


class Books:
    """The tab on screen."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.window = TabbedPage(frame, "books", "Books", (VouchersTab,))
        tab = self.window.tab("vouchers")
        assert isinstance(tab, VouchersTab)
        self.tab = tab
        show(qtbot, self.window, 1002, 720)
        self.opened: list[Sheet] = []
        frame.open_sheet = self.opened.append  # type: ignore[assignment, method-assign]

    def codes(self) -> list[str]:
        return [row.code for row in self.tab.table.rows()]


def test_the_tab_lists_vouchers_with_their_four_amounts(
    qtbot: QtBot, page_frame: Frame, counter: Counter
) -> None:
    redeemed(counter, customer_id=counter.customer())
    books = Books(qtbot, page_frame)
    assert books.codes() == ["109822104471"]
    cells = [books.tab.table._rows.cell(0, column) for column in range(7)]
    assert [cell.text for cell in cells[2:6]] == ["20250820-0001", "¥129", "¥121.26", "–"]
    assert (cells[6].text, cells[6].hint) == ("Redeemed", "Not paid out yet")
    assert books.tab.sums.text().startswith("Customers paid ¥129 · Fees −¥7.74")


def test_it_is_narrowed_and_found(qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand) -> None:
    redeemed(counter)
    redeemed(counter, "55556666")
    books = Books(qtbot, page_frame)
    hand.type("5555 6666", books.tab.search)
    assert books.codes() == ["55556666"]
    books.tab.search.clear()
    books.tab.narrowed.choose("state", "refunded")
    books.tab.reload()
    assert books.codes() == []
    assert books.tab.period.current() == "month"


def test_differences_are_a_press_away_and_accepted_together(
    qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand
) -> None:
    voucher_id = redeemed(counter)
    payout(counter, voucher_id, 119_00)
    redeemed(counter, "55556666")
    books = Books(qtbot, page_frame)
    assert not books.tab.accept.isVisible()
    hand.click(books.tab.differing)
    assert books.codes() == ["109822104471"]
    books.tab.table.selectAll()
    hand.click(books.tab.accept)
    assert books.codes() == []
    assert store.differences(counter.desk.file) == []
    assert not books.tab.differing.isVisible()


def test_payouts_of_nobody_are_written_down_or_left(
    qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand
) -> None:
    payout(counter, None, code="11112222")
    payout(counter, None, code="33334444")
    books = Books(qtbot, page_frame)
    hand.click(books.tab.unmatched)
    assert [row.code for row in books.tab.payouts.rows()] == ["33334444", "11112222"]
    books.tab.payouts.selectRow(0)
    hand.click(books.tab.write_down)
    assert counter.row("SELECT code, state FROM voucher") == {"code": "33334444", "state": "redeemed"}
    books.tab.payouts.selectRow(0)
    hand.click(books.tab.leave)
    assert books.tab.payouts.rows() == []
    assert counter.value("SELECT count(*) FROM sale") == 1


def test_a_press_opens_the_voucher_and_its_sale(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    voucher_id = redeemed(counter)
    books = Books(qtbot, page_frame)
    wanted: list[str] = []
    books.tab.sale_wanted.connect(wanted.append)
    books.tab.table.chosen.emit(books.tab.table.rows()[0])
    (sheet,) = books.opened
    assert isinstance(sheet, VoucherSheet)
    sheet.sale_wanted.emit("the sale")
    assert wanted == ["the sale"]
    books.tab.arrive(voucher_id=voucher_id)
    assert len(books.opened) == 2


# ---------------------------------------------------------------- the sheets


def test_a_voucher_is_taken_back_with_a_reason(
    qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand
) -> None:
    voucher_id = redeemed(counter)
    sheet = VoucherSheet(page_frame, voucher_id)
    show(qtbot, sheet)
    hand.click(sheet.take_back)
    assert focused() is sheet.reason
    hand.click(sheet.sure)
    assert "few words" in sheet._reason.error.text()
    sheet.state.choose("refunded")
    hand.type("平台退款", sheet.reason)
    hand.click(sheet.sure)
    assert counter.row("SELECT state, state_reason FROM voucher") == {
        "state": "refunded",
        "state_reason": "平台退款",
    }
    assert counter.value("SELECT status FROM sale") == "void"
    assert not sheet.take_back.isVisible()
    assert not sheet.dirty()


def test_a_difference_is_seen_and_accepted(
    qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand
) -> None:
    voucher_id = redeemed(counter)
    payout(counter, voucher_id, 119_00)
    sheet = VoucherSheet(page_frame, voucher_id)
    show(qtbot, sheet)
    assert {"¥119", "−¥2.26"} <= set(texts(sheet))
    hand.click(sheet.accept)
    assert counter.value("SELECT accepted FROM settlement") == 1
    assert not sheet.accept.isVisible()


def test_a_payout_is_matched_by_hand(qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand) -> None:
    voucher_id = redeemed(counter, "99998888")
    settlement_id = payout(counter, None)
    sheet = PayoutSheet(page_frame, settlement_id)
    show(qtbot, sheet)
    assert [row.id for row in sheet.table.rows()] == [voucher_id]
    hand.type("nothing", sheet.search)
    assert sheet.table.rows() == []
    hand.type("9999 8888", sheet.search)
    hand.key(Key.Key_Return)
    assert counter.value("SELECT voucher_id FROM settlement") == voucher_id


def test_an_offer_is_made_and_mended(qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand) -> None:
    sheet = VoucherOfferSheet(page_frame)
    show(qtbot, sheet)
    hand.confirm()
    assert sheet._name.error.text()
    hand.type("单人", sheet.name)
    hand.type("129", sheet.paid)
    hand.type("200", sheet.platform_fee)
    hand.confirm()
    assert "more than the customer pays" in sheet._fee.error.text()
    hand.type("7.74", sheet.platform_fee)
    assert sheet.out.placeholderText() == "¥121.26"
    hand.confirm()
    found = counter.row("SELECT * FROM voucher_product")
    assert (found["name"], found["customer_paid"], found["pays_out"]) == ("单人", 129_00, 121_26)
    again = VoucherOfferSheet(page_frame, found["id"])
    show(qtbot, again)
    assert (again.paid.text(), again.platform_fee.text(), again.out.text()) == ("129", "7.74", "")
    assert not again.dirty()
    hand.click(again.in_use.archive)
    assert counter.value("SELECT archived_at IS NOT NULL FROM voucher_product") == 1


def test_the_shops_names_on_the_platforms_are_kept(
    qtbot: QtBot, page_frame: Frame, counter: Counter, hand: Hand
) -> None:
    offer(counter)
    sheet = VoucherOffersSheet(page_frame)
    show(qtbot, sheet)
    assert [row.name for row in sheet.table.rows()] == ["法式单人"]
    assert not sheet.dirty()
    sheet.shops.setPlainText("小满美甲\n\n 73310285 ")
    assert sheet.dirty()
    sheet.shops.setFocus()
    QTest.keyClick(sheet.shops, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.own_shops(counter.desk.file) == ("小满美甲", "73310285")


def test_what_was_typed_is_never_markup(qtbot: QtBot, page_frame: Frame, counter: Counter) -> None:
    offer(counter, MARKUP)
    voucher_id = redeemed(counter, customer_id=counter.customer(MARKUP, "13812346622"))
    with counter.act() as act:
        act.update("voucher", voucher_id, product=MARKUP, state_reason=MARKUP, state_at="2025-08-20T10:00")
    settlement_id = payout(counter, None)
    for sheet in (
        VoucherSheet(page_frame, voucher_id),
        PayoutSheet(page_frame, settlement_id),
        VoucherOffersSheet(page_frame),
    ):
        show(qtbot, sheet)
        assert_plain(sheet)


def test_the_list_is_given_out_whole(
    qtbot: QtBot,
    page_frame: Frame,
    counter: Counter,
    hand: Hand,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    redeemed(counter)
    path = tmp_path / "vouchers.csv"
    monkeypatch.setattr("merchant_desk.shell.export_table.ask_place", lambda *_args, **_named: path)
    books = Books(qtbot, page_frame)
    hand.click(books.tab.export)
    told = path.read_text("utf-8-sig")
    assert "109822104471" in told
    assert "121.26" in told
    assert dt.date(2025, 8, 20).isoformat() in told


def test_payouts_of_nobody_are_summed_and_given_out_however_many_are_listed(
    qtbot: QtBot,
    page_frame: Frame,
    counter: Counter,
    hand: Hand,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    redeemed(counter)
    for code in ("11112222", "33334444", "55556666"):
        payout(counter, None, code=code)
    monkeypatch.setattr("merchant_desk.sales.ui.vouchers_tab._LISTED", 2)
    books = Books(qtbot, page_frame)
    hand.click(books.tab.unmatched)
    assert [row.code for row in books.tab.payouts.rows()] == ["55556666", "33334444"]
    paid = sum(row.customer_paid for row in store.unmatched(counter.desk.file))
    assert books.tab.counted.text() == "3 payouts"
    assert books.tab.more.text() == "The newest 2 are listed; the sums count them all."
    assert books.tab.sums.text().startswith(f"Customers paid ¥{paid // 100} ·")
    path = tmp_path / "payouts.csv"
    monkeypatch.setattr("merchant_desk.shell.export_table.ask_place", lambda *_args, **_named: path)
    hand.click(books.tab.export)
    told = path.read_text("utf-8-sig")
    assert all(code in told for code in ("11112222", "33334444", "55556666"))
    assert "109822104471" not in told


def test_a_sentence_below_an_amount_leaves_the_amounts_beside_it_where_they_are(
    qtbot: QtBot, page_frame: Frame, hand: Hand
) -> None:
    sheet = VoucherOfferSheet(page_frame)
    show(qtbot, sheet)
    for text, money in (("99", sheet.paid), ("100", sheet.platform_fee)):
        hand.type(text, money)
    hand.type("新", sheet.name)
    hand.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(0)
    assert sheet._fee.error.isVisible()
    assert sheet.influencer.mapTo(sheet, sheet.influencer.rect().topLeft()).y() == (
        sheet.platform_fee.mapTo(sheet, sheet.platform_fee.rect().topLeft()).y()
    )
