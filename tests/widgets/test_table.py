"""The table: choosing, keeping the place, sorting, and its empty text."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.widgets.table import Cell, Column, Table
from merchant_desk.widgets.tokens import tokens


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    name: str
    spent: int


ROWS = [Row(1, "王女士", 300), Row(2, "Abel", 100), Row(3, "李悦", 200)]


@pytest.fixture
def window() -> QWidget:
    return QWidget()


@pytest.fixture
def table(qtbot: QtBot, window: QWidget) -> Table[Row]:
    made: Table[Row] = Table(
        [
            Column("Name", lambda row: Cell(row.name, hint=f"no {row.id}")),
            Column("Spent", lambda row: str(row.spent), kind="figure", width=90, sort=lambda row: row.spent),
        ],
        empty="Nobody here yet.",
        name="Customers",
    )
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    search = QLineEdit()
    column.addWidget(search)
    column.addWidget(made)
    window.resize(500, 340)
    made.set_rows(ROWS)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    search.setFocus()
    return made


def names(table: Table[Row]) -> list[str]:
    return [row.name for row in table.rows()]


def press_header(table: Table[Row], column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 10, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_column_is_never_narrower_than_its_title(table: Table[Row]) -> None:
    table.setColumnWidth(1, 20)
    header = table.horizontalHeader()
    font = QFont(table.font())
    font.setPixelSize(11)
    assert QFontMetrics(font).horizontalAdvance("Spent") <= header.sectionSize(1) - 24 < 90 - 24
    table.setColumnWidth(1, 120)
    assert header.sectionSize(1) == 120


def test_enter_and_a_click_choose(table: Table[Row]) -> None:
    chosen: list[Row] = []
    moved: list[Row] = []
    table.chosen.connect(chosen.append)
    table.moved.connect(moved.append)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.id for row in chosen] == [2, 3]
    assert moved[-1].id == 3


def test_ctrl_enter_is_left_to_the_sheet(table: Table[Row]) -> None:
    chosen: list[Row] = []
    table.chosen.connect(chosen.append)
    table.step(1)
    QTest.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen == []


def test_other_rows_keep_the_marked_one(table: Table[Row]) -> None:
    table.select(lambda row: row.id == 3)
    table.set_rows([Row(9, "new", 1), *ROWS], keep=lambda row: row.id)
    current = table.current_row()
    assert current is not None
    assert current.id == 3
    table.set_rows(ROWS[:1], keep=lambda row: row.id)
    assert table.current_row() is None


def test_the_header_sorts_only_where_it_may(table: Table[Row]) -> None:
    press_header(table, 1)
    first = names(table)
    press_header(table, 1)
    assert sorted([first, names(table)]) == sorted([["Abel", "李悦", "王女士"], ["王女士", "李悦", "Abel"]])
    sorted_names = names(table)
    table.set_rows(ROWS)
    assert names(table) == sorted_names, "new rows are shown in the order that was asked for"


def test_a_column_without_order_leaves_the_rows_alone(table: Table[Row]) -> None:
    press_header(table, 0)
    assert names(table) == ["王女士", "Abel", "李悦"]


def test_stepping_from_a_search_field(table: Table[Row]) -> None:
    table.step(1)
    table.step(1)
    current = table.current_row()
    assert current is not None
    assert current.id == 2
    table.step(-5)
    assert table.current_row() == ROWS[0]
    chosen: list[Row] = []
    table.chosen.connect(chosen.append)
    table.choose_current()
    assert chosen == [ROWS[0]]


def test_choosing_in_an_empty_table_says_nothing(table: Table[Row]) -> None:
    chosen: list[Row] = []
    table.chosen.connect(chosen.append)
    table.set_rows([])
    table.step(1)
    table.choose_current()
    assert chosen == []


def test_the_empty_text_is_drawn(table: Table[Row]) -> None:
    table.set_rows([])
    shown = table.viewport().grab().toImage()
    table.set_empty_text("")
    assert table.viewport().grab().toImage() != shown


def test_screen_readers_hear_both_lines(table: Table[Row]) -> None:
    assert table.model().data(table.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "王女士\nno 1"
    assert table.accessibleName() == "Customers"


def test_many_rows_ask_only_for_what_is_seen(qtbot: QtBot) -> None:
    asked: list[int] = []

    def get(row: int) -> str:
        asked.append(row)
        return str(row)

    table: Table[int] = Table([Column("Number", get)])
    qtbot.addWidget(table)
    table.resize(300, 400)
    table.show()
    table.set_rows(range(100_000))
    table.grab()
    assert 0 < len(set(asked)) < 100


def test_the_mark_of_the_keyboard_stands_before_its_row_whichever_cell_was_pressed(
    table: Table[Row],
) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    shown = table.viewport().grab().toImage()
    middle = table.visualRect(table.model().index(0, 0)).center().y()
    second = table.visualRect(table.model().index(0, 1)).left()
    accent = QColor(tokens().accent)
    assert shown.pixelColor(1, middle) == accent
    assert shown.pixelColor(second + 1, middle) != accent
