"""The books' view of every card entry: what it shows, sums, gives out and opens."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.sheets import Amount
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import history
from merchant_desk.desk import Desk
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardTypeDraft, Correction
from merchant_desk.prepaid.ui import entries_view as entries_view_module
from merchant_desk.prepaid.ui.card_parts import Ledger
from merchant_desk.prepaid.ui.card_sheet import CardSheet
from merchant_desk.prepaid.ui.cards_tab import CardsTab
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(desk: Desk) -> str:
    """A card of 1,000 with 150 on top, of which 120 was spent."""
    li = desk.customers.add(CustomerDraft("李悦", phone="13812346621"))
    desk.prepaid.add_card_type(CardTypeDraft("balance", "储值 1000", 1000_00, 150_00))
    one = store.card_types(desk.file)[0]
    line = SaleLineDraft(one.name, one.price, kind="card", card=one.draft(desk.clock.today()))
    sale = desk.sales.check_out(SaleDraft((line,), (PaymentDraft("wechat", one.price),), customer_id=li))
    made = str(desk.file.value("SELECT card_id FROM sale_line WHERE sale_id = :id", id=sale))
    gel = SaleLineDraft("法式美甲", 120_00)
    paid = (PaymentDraft("stored_value", 120_00, card_id=made),)
    desk.sales.check_out(SaleDraft((gel,), paid, customer_id=li))
    return made


@pytest.fixture
def page(page_frame: Frame, card: str, qtbot: QtBot) -> TabbedPage:
    shown = TabbedPage(page_frame, "books", "Books", (CardsTab,))
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


@pytest.fixture
def tab(page: TabbedPage) -> CardsTab:
    tab = page.tab("cards")
    assert isinstance(tab, CardsTab)
    button = next(one for one in tab.view.findChildren(QAbstractButton) if one.text() == "Entries")
    QTest.mouseClick(button, LEFT)
    return tab


def _kinds(tab: CardsTab) -> list[str]:
    shown = tab.entries.table.model()
    return [shown.index(row, 1).data().split("\n")[0] for row in range(shown.rowCount())]


def test_entries_of_this_month_with_their_sums(tab: CardsTab, clock: FixedClock) -> None:
    view = tab.entries
    assert view.isVisible()
    assert not tab.state.isVisible()
    assert _kinds(tab) == ["Used", "Sold"]
    assert view.counted.text() == "2 entries"
    assert view.by_kind.text() == "Sold +¥1,000.00 · Used −¥120.00"
    assert view.bonus.text() == "bonus +¥150.00"
    assert view.sum.text() == "Owed +¥880.00"
    clock.set(clock.now() + dt.timedelta(days=40))
    view.reload()
    assert _kinds(tab) == []
    view.narrowed.period.strip.choose("all")
    view.narrowed.period.strip.chosen.emit("all")
    assert _kinds(tab) == ["Used", "Sold"]


def test_a_kind_and_a_text_narrow_it(tab: CardsTab) -> None:
    tab.entries.narrowed.choose("kind", "used")
    tab.entries.narrowed.changed.emit()
    assert _kinds(tab) == ["Used"]
    assert tab.entries.sum.text() == "Owed −¥120.00"
    tab.search.setFocus()
    QTest.keyClicks(tab.search, "nobody")
    assert _kinds(tab) == []
    tab.search.setText("")
    tab.entries.narrowed.clear.click()
    assert _kinds(tab) == ["Used", "Sold"]


def test_picked_rows_are_summed(tab: CardsTab, desk: Desk, card: str) -> None:
    desk.prepaid.correct(card, Correction("数错", principal=-5_00))
    tab.reload()
    table = tab.entries.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_Down)
    QTest.keyClick(table, Key.Key_Down, SHIFT)
    assert [row.entry.kind for row in table.picks()] == ["used", "sold"]
    assert tab.entries.counted.text() == "2 picked: 2 entries"
    assert tab.entries.sum.text() == "Owed +¥880.00"


def test_a_press_opens_the_card_also_from_the_search_field(tab: CardsTab, page_frame: Frame) -> None:
    asked: list[Sheet] = []
    page_frame.sheet_wanted.connect(asked.append)
    table = tab.entries.table
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 1)).center())
    tab.search.setFocus()
    QTest.keyClick(tab.search, Key.Key_Down)
    QTest.keyClick(tab.search, Key.Key_Return)
    assert [type(sheet) for sheet in asked] == [CardSheet, CardSheet]
    assert [sheet.findChild(Ledger) is not None for sheet in asked] == [True, True]


def test_they_are_given_out(tab: CardsTab, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, list[str], list[tuple[object, ...]]]] = []
    monkeypatch.setattr(
        entries_view_module,
        "export_table",
        lambda _frame, title, head, rows: given.append((title, head, list(rows))),
    )
    QTest.mouseClick(tab.export, LEFT)
    ((title, head, rows),) = given
    assert title == "Entries of prepaid cards"
    assert {len(head)} == {len(row) for row in rows}
    assert rows[0][1:5] == ("Used", "C00001", "储值 1000", "李悦")
    assert rows[0][7:9] == (Amount(0), Amount(-120_00))
    assert [row[-1] for row in rows] == ["yes", "yes"]


def test_one_that_does_not_count_is_shown_and_not_summed(tab: CardsTab, desk: Desk) -> None:
    history.undo(desk.file)
    tab.reload()
    assert _kinds(tab) == ["Used", "Sold"]
    assert tab.entries.sum.text() == "Owed +¥1,000.00"
    assert tab.entries.counted.text() == "1 entry"
