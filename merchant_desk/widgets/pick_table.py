"""A table of which several rows can be picked, for what they come to together."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from merchant_desk.widgets.table import Table

Row = TypeVar("Row")
_MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PickTable(Table[Row]):
    """A click opens a row; with Ctrl or Shift it is picked, as with Shift and the arrow keys, or Ctrl+A.

    `picked(rows)` carries all that are picked, in their order, whenever these change.
    """

    picked = Signal(list)

    def __init__(self, *args: object, **named: object) -> None:
        self._marking = False
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def picks(self) -> list[Row]:
        """The rows that are picked, in their order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._rows.rows[number] for number in numbers]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._marking = bool(event.modifiers() & _MARKING)
        super().mousePressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.picks())

    def choose_current(self) -> None:
        self._marking = False
        super().choose_current()

    def _choose(self, number: int) -> None:
        if not self._marking:
            super()._choose(number)
