"""Prepaid cards on screen: types, the books' tab, a card's sheet, and a card from before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.catalog import store as catalog
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.customers.ui.customer_panel import CustomerPanel
from merchant_desk.desk import Desk
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardState, CardTypeDraft, CounterDraft
from merchant_desk.prepaid.ui import cards_tab as cards_tab_module
from merchant_desk.prepaid.ui.card_doings import Correct, Extend, Transfer
from merchant_desk.prepaid.ui.card_sheet import CardSheet
from merchant_desk.prepaid.ui.card_type_sheet import CardTypeSheet
from merchant_desk.prepaid.ui.card_types_tab import CardTypesTab
from merchant_desk.prepaid.ui.cards_tab import CardsTab
from merchant_desk.prepaid.ui.customer_cards import CustomerCards
from merchant_desk.prepaid.ui.opening_sheet import OpeningSheet
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def li(desk: Desk) -> str:
    return desk.customers.add(CustomerDraft("李悦", phone="13812346621"))


@pytest.fixture
def wang(desk: Desk) -> str:
    return desk.customers.add(CustomerDraft("王思雨", phone="13912346622"))


def _show(widget: W, qtbot: QtBot, width: int = 560, height: int = 1000) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def _press(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def _sell(desk: Desk, who: str, draft: CardTypeDraft | None = None) -> str:
    """A card of a new type, paid by WeChat; gives the card's id."""
    made = desk.prepaid.add_card_type(draft or CardTypeDraft("balance", "储值 1000", 1000_00, 150_00))
    one = next(each for each in store.card_types(desk.file) if each.id == made)
    line = SaleLineDraft(one.name, one.price, kind="card", card=one.draft(desk.clock.today()))
    draft_of = SaleDraft((line,), (PaymentDraft("wechat", one.price),), customer_id=who)
    sale = desk.sales.check_out(draft_of)
    return str(desk.file.value("SELECT card_id FROM sale_line WHERE sale_id = :id", id=sale))


def _pass(desk: Desk, who: str) -> str:
    gel, care = catalog.services(desk.file)[:2]
    counters = (CounterDraft(gel.id, 10, gel.price), CounterDraft(care.id, 2, care.price, free=True))
    return _sell(desk, who, CardTypeDraft("pass", "10 次卡", 1000_00, counters=counters))


def _spend(desk: Desk, who: str, card: str, amount: int) -> str:
    line = SaleLineDraft("法式美甲", amount)
    payment = PaymentDraft("stored_value", amount, card_id=card)
    return desk.sales.check_out(SaleDraft((line,), (payment,), customer_id=who))


def _card(desk: Desk, card_id: str) -> CardState:
    found = store.state(desk.file, card_id, desk.clock.today())
    assert found is not None
    return found


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# ---- card types


def test_the_first_type_by_keyboard(
    page_frame: Frame, desk: Desk, qtbot: QtBot, sheets: list[Sheet], said: list[Notice]
) -> None:
    tab = _show(CardTypesTab(page_frame), qtbot, 1000, 600)
    tab.reload()
    assert tab.empty.isVisible()
    assert tab.empty.button is not None
    _press(tab.empty.button)
    sheet = _show(sheets[0], qtbot)
    assert isinstance(sheet, CardTypeSheet)
    sheet.focus_first()
    QTest.keyClick(sheet, Key.Key_Tab)
    assert focused() is sheet.name
    type_text(sheet.name, "储值 1000 送 150")
    QTest.keyClick(sheet.name, Key.Key_Tab)
    type_text(sheet.price, "1000")
    type_text(sheet.bonus, "150")
    assert "¥1,150 for ¥1,000" in sheet.worth.text()
    QTest.keyClick(sheet.bonus, Key.Key_Return, CTRL)
    (made,) = store.card_types(desk.file)
    assert (made.kind, made.name, made.price, made.bonus) == ("balance", "储值 1000 送 150", 1000_00, 150_00)
    assert said[-1].text == "储值 1000 送 150 can be sold."
    assert [row.id for row in tab.table.rows()] == [made.id]


def test_a_pass_says_what_it_is_for(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    first, second = catalog.services(desk.file)[:2]
    sheet = _show(CardTypeSheet(page_frame), qtbot)
    sheet.kind.choose("pass")
    sheet.kind.chosen.emit("pass")
    assert not sheet.bonus.isVisible()
    type_text(sheet.name, "美甲卡")
    type_text(sheet.price, "900")
    assert len(sheet.counters.rows) == 1
    _press(sheet.counters.more)
    one, gift = sheet.counters.rows
    one.units.setValue(10)
    gift.service.choose(second.id)
    gift.free.setChecked(True)
    gift.units.setValue(2)
    sheet.press_primary()
    (made,) = store.card_types(desk.file)
    assert [(c.service_id, c.units, c.unit_price, c.free) for c in made.counters] == [
        (first.id, 10, first.price, False),
        (second.id, 2, gift.price.value(), True),
    ]
    again = _show(CardTypeSheet(page_frame, made.id), qtbot)
    assert not again.dirty()
    _press(again.counters.rows[0].away)
    again.press_primary()
    assert "how often" in _texts(again)
    assert len(store.card_types(desk.file)[0].counters) == 2


def test_a_type_above_five_thousand_gets_a_note(page_frame: Frame, qtbot: QtBot) -> None:
    sheet = _show(CardTypeSheet(page_frame), qtbot)
    type_text(sheet.price, "5000")
    assert not sheet.large.isVisible()
    type_text(sheet.price, "1")
    assert sheet.large.isVisible()


def test_what_is_wrong_shows_at_its_field(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    desk.prepaid.add_card_type(CardTypeDraft("balance", "储值", 100_00))
    sheet = _show(CardTypeSheet(page_frame), qtbot)
    sheet.press_primary()
    assert sheet._name.error.isVisible()
    type_text(sheet.name, "储值")
    type_text(sheet.price, "abc")
    sheet.press_primary()
    assert "“abc” is no amount" in sheet._price.error.text()
    sheet.price.setText("100")
    sheet.press_primary()
    assert "储值" in sheet._name.error.text()
    assert len(store.card_types(desk.file)) == 1


def test_a_type_is_given_up_and_taken_back(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    card = _sell(desk, li)
    (made,) = store.card_types(desk.file)
    sheet = _show(CardTypeSheet(page_frame, made.id), qtbot)
    assert not sheet.kind.isVisible()  # what is sold stays of its kind
    _press(sheet.in_use.archive)
    assert store.card_types(desk.file) == []
    tab = _show(CardTypesTab(page_frame), qtbot, 1000, 600)
    tab.reload()
    assert tab.table.rows() == []
    _press(tab.archived)
    assert [row.id for row in tab.table.rows()] == [made.id]
    again = _show(CardTypeSheet(page_frame, made.id), qtbot)
    _press(again.in_use.restore)
    assert len(store.card_types(desk.file)) == 1
    assert _card(desk, card).usable


# ---- the books' tab


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    return _show(TabbedPage(page_frame, "books", "Books", (CardsTab,)), qtbot, 1000, 700)


@pytest.fixture
def tab(page: TabbedPage) -> CardsTab:
    found = page.tab("cards")
    assert isinstance(found, CardsTab)
    return found


def test_the_tab_lists_finds_and_sums(tab: CardsTab, desk: Desk, li: str, wang: str) -> None:
    tab.reload()
    assert tab.empty.isVisible()
    first = _sell(desk, li)
    second = _pass(desk, wang)
    _spend(desk, li, first, 300_00)
    tab.reload()
    assert {row.id for row in tab.table.rows()} == {first, second}
    assert tab.sum.text() == "¥1,700.00"
    type_text(tab.search, "lyue"[:2])
    assert [row.id for row in tab.table.rows()] == [first]
    tab.search.clear()
    desk.prepaid.pause(second)
    tab.state.choose("paused")
    tab.state.chosen.emit("paused")
    assert [row.id for row in tab.table.rows()] == [second]


def test_what_the_shop_owes_on_a_day(tab: CardsTab, desk: Desk, li: str, clock: FixedClock) -> None:
    card = _sell(desk, li)
    clock.set(clock.now() + dt.timedelta(days=1))
    _spend(desk, li, card, 300_00)
    tab.reload()
    tab.view.choose("owed")
    tab.view.chosen.emit("owed")
    assert tab.owed.isVisible()
    tab.owed.day.set_day(clock.today())
    assert tab.owed.sum.text() == "¥700.00"
    assert "sold ¥1,000 · used ¥300" in tab.owed.moved.text()
    tab.owed.day.set_day(clock.today() - dt.timedelta(days=1))
    assert tab.owed.sum.text() == "¥1,000.00"
    tab.owed.day.set_day(clock.today() - dt.timedelta(days=2))
    assert tab.owed.sum.text() == "¥0.00"


def test_both_views_are_given_out(
    tab: CardsTab, desk: Desk, li: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, list[str], list[tuple[object, ...]]]] = []
    monkeypatch.setattr(
        cards_tab_module,
        "export_table",
        lambda _frame, title, head, rows: given.append((title, head, list(rows))),
    )
    _sell(desk, li)
    tab.reload()
    _press(tab.export)
    tab.view.choose("owed")
    tab.view.chosen.emit("owed")
    _press(tab.export)
    (_, head, rows), (title, owed_head, owed_rows) = given
    assert (rows[0][0], rows[0][3], len(head)) == ("C00001", "李悦", len(rows[0]))
    assert title == "What we owe 2025-08-20"
    assert (owed_rows[0][0], len(owed_head)) == ("储值 1000", len(owed_rows[0]))


def test_a_card_opens_and_says_where_it_leads(
    tab: CardsTab, desk: Desk, li: str, sheets: list[Sheet], qtbot: QtBot
) -> None:
    card = _sell(desk, li)
    sale = desk.file.value("SELECT id FROM sale")
    tab.reload()
    tab.table.setFocus()
    QTest.keyClick(tab.table, Key.Key_Down)
    QTest.keyClick(tab.table, Key.Key_Return)
    sheet = _show(sheets[0], qtbot)
    assert isinstance(sheet, CardSheet)
    heard: list[tuple[str, str]] = []
    tab.sale_wanted.connect(lambda one: heard.append(("sale", one)))
    tab.refund_wanted.connect(lambda one: heard.append(("refund", one)))
    tab.customer_wanted.connect(lambda one: heard.append(("customer", one)))
    _press(sheet.refund.refund)
    _press(sheet.customer)
    sheet.ledger.table.chosen.emit(sheet.ledger.table.rows()[0])
    assert heard == [("refund", sale), ("customer", li), ("sale", sale)]
    tab.arrive(card_id=card)
    assert isinstance(sheets[1], CardSheet)


# ---- one card


def test_the_sheet_shows_what_a_refund_comes_to(
    page_frame: Frame, desk: Desk, li: str, clock: FixedClock, qtbot: QtBot
) -> None:
    card = _sell(desk, li)
    sheet = _show(CardSheet(page_frame, card), qtbot)
    assert "until 27 August 2025 all of it is due" in _texts(sheet)
    _spend(desk, li, card, 300_00)
    assert sheet.refund.due.text() == "¥700"
    assert "The bonus of ¥150" in _texts(sheet)
    large = _sell(desk, li, CardTypeDraft("balance", "大卡", 6000_00))
    other = _show(CardSheet(page_frame, large), qtbot)
    assert "more than ¥5,000" in _texts(other)


def test_a_card_is_given_away(page_frame: Frame, desk: Desk, li: str, wang: str, qtbot: QtBot) -> None:
    card = _sell(desk, li)
    sheet = _show(CardSheet(page_frame, card), qtbot)
    _press(sheet.transfer)
    box = sheet.doing
    assert isinstance(box, Transfer)
    assert focused() is box.picker.search
    QTest.keyClick(box, Key.Key_Return, CTRL)
    assert _card(desk, card).customer_id == li
    type_text(box.picker.search, "王思")
    QTest.keyClick(box.picker.search, Key.Key_Return)
    QTest.keyClick(box, Key.Key_Return, CTRL)
    assert _card(desk, card).customer_id == wang
    assert sheet.doing is None
    assert sheet.customer.text() == "王思雨"


def test_pause_and_on_again(page_frame: Frame, desk: Desk, li: str, clock: FixedClock, qtbot: QtBot) -> None:
    card = _sell(desk, li, CardTypeDraft("balance", "年卡", 100_00, valid_days=100))
    before = _card(desk, card).expires_on
    assert before is not None
    sheet = _show(CardSheet(page_frame, card), qtbot)
    _press(sheet.pause)
    assert sheet.doing is not None
    type_text(sheet.doing.note, "出国")
    _press(sheet.doing.does)
    assert _card(desk, card).state == "paused"
    assert sheet.resume.isVisible()
    assert not sheet.pause.isVisible()
    clock.set(clock.now() + dt.timedelta(days=30))
    _press(sheet.resume)
    assert _card(desk, card).expires_on == before + dt.timedelta(days=30)


def test_another_last_day_or_none(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    card = _sell(desk, li, CardTypeDraft("balance", "年卡", 100_00, valid_days=100))
    sheet = _show(CardSheet(page_frame, card), qtbot)
    _press(sheet.extend)
    box = sheet.doing
    assert isinstance(box, Extend)
    box.until.day_field.set_day(dt.date(2025, 8, 19))
    _press(box.does)
    assert "is over already" in _texts(box)
    box.until.never.click()
    _press(box.does)
    assert _card(desk, card).expires_on is None


def test_a_correction_needs_its_reason(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    card = _sell(desk, li)
    sheet = _show(CardSheet(page_frame, card), qtbot)
    _press(sheet.correct)
    box = sheet.doing
    assert isinstance(box, Correct)
    type_text(box.principal, "-20")
    _press(box.does)
    assert box._note.error.isVisible()
    assert focused() is box.note
    type_text(box.note, "多扣")
    _press(box.does)
    assert _card(desk, card).principal == 980_00
    page_frame.undo()
    assert _card(desk, card).principal == 1000_00


def test_uses_are_corrected_one_by_one(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    card = _pass(desk, li)
    sheet = _show(CardSheet(page_frame, card), qtbot)
    _press(sheet.correct)
    box = sheet.doing
    assert isinstance(box, Correct)
    gel = _card(desk, card).counters[0]
    _press(box.does)
    assert "Say what is put on" in _texts(box)
    box.units[gel.id].setValue(-1)
    type_text(box.note, "没登记")
    _press(box.does)
    assert _card(desk, card).counters[0].left == 9
    assert _card(desk, card).principal == 900_00


def test_a_card_taken_back_has_nothing_to_press(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    card = _sell(desk, li)
    sheet = _show(CardSheet(page_frame, card), qtbot)
    line, sale = desk.file.all("SELECT id, sale_id FROM sale_line")[0]
    desk.sales.refund(
        RefundDraft(sale, (RefundLine(line, 1000_00),), (PaymentDraft("wechat", 1000_00),), "退卡")
    )
    page_frame.changed.emit(frozenset({"prepaid"}))
    assert sheet.pill.text() == "Taken back"
    assert not sheet.correct.isVisible()
    assert [one.kind for one in sheet.ledger.table.rows()] == ["refunded", "sold"]


# ---- a card from before, and the customer's own card


def test_a_card_from_before(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    sheet = _show(OpeningSheet(page_frame), qtbot)
    sheet.press_primary()
    assert "Choose whose card it is." in _texts(sheet)
    type_text(sheet.customer.search, "李悦")
    QTest.keyClick(sheet.customer.search, Key.Key_Return)
    type_text(sheet.name, "纸卡")
    type_text(sheet.number, "88-6")
    type_text(sheet.paid, "500")
    type_text(sheet.left, "600")
    sheet.press_primary()
    assert "No more can be left" in sheet._left.error.text()
    sheet.left.setText("120")
    type_text(sheet.bonus, "30")
    sheet.press_primary()
    (card,) = store.cards_of(desk.file, li, desk.clock.today())
    assert (card.number, card.price, card.principal, card.bonus) == ("88-6", 500_00, 120_00, 30_00)
    assert desk.file.value("SELECT count(*) FROM sale") == 0


def test_a_pass_from_before_like_a_type(
    page_frame: Frame, desk: Desk, li: str, wang: str, qtbot: QtBot
) -> None:
    _pass(desk, li)
    sheet = _show(OpeningSheet(page_frame, wang), qtbot)
    sheet.kind.choose("pass")
    sheet.kind.chosen.emit("pass")
    (made,) = store.card_types(desk.file)
    sheet.type.choose(made.id)
    sheet.type.chosen.emit(made.id)
    assert sheet.name.value() == "10 次卡"
    sheet.counters.rows[0].units.setValue(4)
    type_text(sheet.left, "400")
    sheet.press_primary()
    (card,) = store.cards_of(desk.file, wang, desk.clock.today())
    assert [one.left for one in card.counters] == [4, 2]
    assert (card.principal, card.card_type_id) == (400_00, made.id)


def test_the_customers_card_shows_what_is_left(page_frame: Frame, desk: Desk, li: str, qtbot: QtBot) -> None:
    cards = CustomerCards(page_frame)
    panel = CustomerPanel(page_frame)
    panel.add_section("Prepaid cards", cards)
    _show(panel, qtbot, 380, 800)
    cards.show_customer(li)
    assert not cards.none.isHidden()
    card = _sell(desk, li)
    assert [row.id for row in cards.table.rows()] == [card]
    with qtbot.waitSignal(cards.card_wanted) as asked:
        cards.table.choose_current()
    assert asked.args == [card]


def test_a_card_from_before_is_taken_over_on_the_customers_card(
    page_frame: Frame, li: str, sheets: list[Sheet], qtbot: QtBot
) -> None:
    cards = _show(CustomerCards(page_frame), qtbot)
    cards.show_customer(None)
    assert not cards.before.isVisible()
    cards.show_customer(li)
    _press(cards.before)
    (sheet,) = sheets
    assert isinstance(sheet, OpeningSheet)
    qtbot.addWidget(sheet)
    assert sheet.customer.customer_id == li


def test_one_more_service_of_a_pass_is_another(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    sheet = _show(CardTypeSheet(page_frame), qtbot)
    sheet.kind.choose("pass")
    sheet.kind.chosen.emit("pass")
    _press(sheet.counters.more)
    first, second = catalog.services(desk.file)[:2]
    assert [row.service.key() for row in sheet.counters.rows] == [first.id, second.id]
    assert sheet.counters.rows[1].price.value() == second.price


def test_typed_text_stays_text(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    who = desk.customers.add(CustomerDraft(MARKUP))
    card = _sell(desk, who, CardTypeDraft("balance", MARKUP, 100_00))
    desk.prepaid.extend(card, None, MARKUP)
    assert_plain(_show(CardSheet(page_frame, card), qtbot))
    (made,) = store.card_types(desk.file)
    assert_plain(_show(CardTypeSheet(page_frame, made.id), qtbot))
