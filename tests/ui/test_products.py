"""Products: the list with its stock, a product's sheet, and what goes in and out."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.catalog import store as catalog
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.stock import store
from merchant_desk.stock.model import Product, ProductDraft
from merchant_desk.stock.ui.product_sheet import ProductSheet
from merchant_desk.stock.ui.products_tab import ProductsTab
from tests.ui.keys import type_text
from tests.ui.plain_text import MARKUP, assert_plain

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
OIL = ProductDraft("护甲油", 68_00, cost=21_50, code="6901234567892", low_mark=3)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """The tab's page, on screen."""
    return show(TabbedPage(page_frame, "services", "Services & Team", (ProductsTab,)), qtbot, 1000, 640)


@pytest.fixture
def tab(page: TabbedPage) -> ProductsTab:
    """The tab itself."""
    found = page.tab("products")
    assert isinstance(found, ProductsTab)
    return found


def show(widget: W, qtbot: QtBot, width: int = 560, height: int = 900) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def press(sheet: Sheet) -> None:
    QTest.keyClick(sheet, Key.Key_Return, CTRL)


def known(desk: Desk, product_id: str) -> Product:
    found = store.product(desk.file, product_id)
    assert found is not None
    return found


def test_an_empty_list_says_what_to_do_first(tab: ProductsTab, sheets: list[Sheet]) -> None:
    assert tab.empty.isVisible()
    tab.empty.pressed.emit()
    assert isinstance(sheets[0], ProductSheet)


def test_a_product_is_made_with_the_keyboard(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: ProductsTab
) -> None:
    sheet = show(ProductSheet(page_frame), qtbot)
    sheet.focus_first()
    for text in ("护甲油", "6901234567892", "68", "21.5"):
        focus = sheet.focusWidget()
        assert focus is not None
        type_text(focus, text)
        QTest.keyClick(focus, Key.Key_Tab)
    sheet.low_mark.setValue(3)
    sheet.pieces.setValue(12)
    press(sheet)
    (made,) = store.products(desk.file)
    assert made == Product(made.id, "护甲油", "6901234567892", 68_00, 21_50, 3, 12, False)
    assert [one.id for one in tab.table.rows()] == [made.id]
    assert "12" in tab.worth.text()


@pytest.mark.parametrize(
    ("name", "price", "code", "field"),
    [
        ("", "5", "", "_name"),
        ("护甲油", "5", "", "_name"),
        ("新", "5", "6901 234567892", "_code"),
        ("新", "-5", "", "_price"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    desk: Desk, page_frame: Frame, qtbot: QtBot, name: str, price: str, code: str, field: str
) -> None:
    desk.stock.add_product(OIL)
    sheet = show(ProductSheet(page_frame), qtbot)
    for line, text in ((sheet.name, name), (sheet.price, price), (sheet.code, code)):
        type_text(line, text)
    press(sheet)
    assert getattr(sheet, field).error.text()
    assert sheet.price.text() == price
    assert len(store.products(desk.file)) == 1


def test_a_scanned_barcode_finds_its_product(desk: Desk, tab: ProductsTab, sheets: list[Sheet]) -> None:
    desk.stock.add_product(OIL)
    desk.stock.add_product(ProductDraft("死皮剪", 45_00, code="777"))
    tab.search.setFocus()
    QTest.keyClicks(tab.search, "6901234567892")
    assert [one.name for one in tab.table.rows()] == ["护甲油"]
    QTest.keyClick(tab.search, Key.Key_Return)
    assert isinstance(sheets[0], ProductSheet)
    tab.search.clear()
    QTest.keyClicks(tab.search, "sipi")
    assert [one.name for one in tab.table.rows()] == ["死皮剪"]


def test_what_is_to_be_ordered_is_told(desk: Desk, tab: ProductsTab) -> None:
    assert not tab.low.isVisible()
    desk.stock.add_product(OIL, 3)
    desk.stock.add_product(ProductDraft("死皮剪", 45_00))
    assert tab.low.isVisible()
    QTest.mouseClick(tab.low, LEFT)
    assert [one.name for one in tab.table.rows()] == ["护甲油"]
    tab.low.setChecked(False)
    tab.arrive(low=True)
    assert len(tab.table.rows()) == 1


def test_pieces_go_in_out_and_are_counted(
    desk: Desk, page_frame: Frame, qtbot: QtBot, said: list[Notice]
) -> None:
    made = desk.stock.add_product(OIL, 5)
    sheet = show(ProductSheet(page_frame, made), qtbot)
    box = sheet.stock
    box.pieces.setValue(10)
    type_text(box.unit_cost, "19")
    QTest.mouseClick(box.write, LEFT)
    assert (known(desk, made).stock, known(desk, made).cost) == (15, 19_00)
    assert sheet.cost.text() == "19", "the sheet follows"
    box.kind.choose("out")
    box.kind.chosen.emit("out")
    box.pieces.setValue(2)
    QTest.mouseClick(box.write, LEFT)
    assert box._note.error.text()
    type_text(box.note, "打碎")
    QTest.mouseClick(box.write, LEFT)
    assert known(desk, made).stock == 13
    box.kind.choose("count")
    box.kind.chosen.emit("count")
    box.pieces.setValue(11)
    QTest.mouseClick(box.write, LEFT)
    assert known(desk, made).stock == 11
    assert [row.kind for row in box.table.rows()] == ["count", "out", "in", "in"]
    assert said[-1].undo
    page_frame.undo()
    assert [row.kind for row in box.table.rows()] == ["out", "in", "in"]
    assert not sheet.dirty()


def test_more_than_is_there_does_not_go_out(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    made = desk.stock.add_product(OIL, 1)
    sheet = show(ProductSheet(page_frame, made), qtbot)
    sheet.stock.kind.choose("out")
    sheet.stock.kind.chosen.emit("out")
    sheet.stock.pieces.setValue(2)
    type_text(sheet.stock.note, "送人")
    QTest.mouseClick(sheet.stock.write, LEFT)
    assert "1" in sheet.stock._pieces.error.text()
    assert sheet.stock.note.text() == "送人"
    assert known(desk, made).stock == 1


def test_what_is_typed_stays_while_the_stock_is_written(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    made = desk.stock.add_product(OIL, 1)
    sheet = show(ProductSheet(page_frame, made), qtbot)
    type_text(sheet.name, " 大瓶")
    sheet.stock.pieces.setValue(4)
    QTest.mouseClick(sheet.stock.write, LEFT)
    assert known(desk, made).stock == 5
    assert sheet.name.text().endswith("大瓶")
    press(sheet)
    assert known(desk, made).name == "护甲油 大瓶"


def test_a_product_is_given_up_and_taken_back(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: ProductsTab
) -> None:
    made = desk.stock.add_product(OIL)
    QTest.mouseClick(show(ProductSheet(page_frame, made), qtbot).in_use.archive, LEFT)
    assert known(desk, made).archived
    assert tab.table.rows() == []
    tab.archived.setChecked(True)
    assert len(tab.table.rows()) == 1
    QTest.mouseClick(show(ProductSheet(page_frame, made), qtbot).in_use.restore, LEFT)
    assert not known(desk, made).archived


def test_what_is_typed_is_shown_as_it_is(
    desk: Desk, page_frame: Frame, qtbot: QtBot, tab: ProductsTab
) -> None:
    made = desk.stock.add_product(ProductDraft(MARKUP, 1_00))
    desk.stock.stock_in(made, 1, note=MARKUP)
    assert_plain(tab)
    assert_plain(show(ProductSheet(page_frame, made), qtbot))


def test_a_service_is_made_an_add_on(desk: Desk, page_frame: Frame, qtbot: QtBot) -> None:
    first = catalog.services(desk.file)[0]
    assert not first.add_on
    sheet = show(ServiceSheet(page_frame, first.id), qtbot, height=1100)
    QTest.keyClick(sheet.add_on, Key.Key_Space)
    assert sheet.dirty()
    press(sheet)
    changed = catalog.service(desk.file, first.id)
    assert changed is not None
    assert changed.add_on
    again = show(ServiceSheet(page_frame, first.id), qtbot, height=1100)
    assert again.add_on.isChecked()
    assert not again.dirty()
