"""What somebody typed is shown as it is, everywhere a widget shows text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Avatar, Card, CodeBadge, EmptyState
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, plain_tip
from merchant_desk.widgets.table import Cell, Column, Table

EVIL = "<b>x</b><img src=x> & 'y'"


@pytest.mark.parametrize(
    "made",
    [
        lambda: plain_label(EVIL),
        lambda: ElidedLabel(EVIL),
        lambda: Avatar(EVIL),
        lambda: CodeBadge(EVIL),
        lambda: Card(EVIL, EVIL),
        lambda: EmptyState(EVIL, EVIL),
        lambda: Field(EVIL, TextField(EVIL), EVIL),
    ],
    ids=["label", "elided", "avatar", "code", "card", "empty", "field"],
)
def test_every_label_is_plain(made: object, qtbot: QtBot) -> None:
    widget: QWidget = made()  # type: ignore[operator]
    qtbot.addWidget(widget)
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_tooltips_are_escaped(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tip(widget, EVIL)
    assert "<b>" not in widget.toolTip()
    assert "&lt;b&gt;" in widget.toolTip()
    plain_tip(widget, "")
    assert widget.toolTip() == ""


def test_an_elided_name_is_whole_for_screen_readers_and_escaped_in_its_tip(qtbot: QtBot) -> None:
    label = ElidedLabel(EVIL * 5)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.accessibleName() == EVIL * 5
    assert "<b>" not in label.toolTip()


def test_an_ampersand_is_no_keyboard_mark(qtbot: QtBot) -> None:
    for widget in (Button("Salt & Pepper"), Chip("Salt & Pepper", dot=QColor("red"))):
        qtbot.addWidget(widget)
        assert widget.text() == "Salt && Pepper"
        assert widget.accessibleName() == "Salt & Pepper"
        assert widget.shortcut().isEmpty()


def test_a_table_draws_markup_as_letters(qtbot: QtBot) -> None:
    """The same picture as a text of the same letters that no parser would take for markup."""
    table: Table[str] = Table([Column("Name", lambda row: Cell(row, hint=row))], row_height=54)
    qtbot.addWidget(table)
    table.resize(500, 160)
    table.show()
    table.set_rows(["<b>x</b>"])
    marked = table.viewport().grab(QRect(0, 0, 500, 54)).toImage()
    table.set_rows([""])
    empty = table.viewport().grab(QRect(0, 0, 500, 54)).toImage()
    table.set_rows(["x"])
    bold_only = table.viewport().grab(QRect(0, 0, 500, 54)).toImage()
    wide = max(x for x in range(500) for y in range(8, 50) if marked.pixel(x, y) != empty.pixel(x, y))
    narrow = max(x for x in range(500) for y in range(8, 50) if bold_only.pixel(x, y) != empty.pixel(x, y))
    assert wide > narrow + 30
