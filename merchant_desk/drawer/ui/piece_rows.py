"""Counting cash by note and coin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from merchant_desk.drawer.model import MOST_PIECES
from merchant_desk.drawer.pieces import pieces
from merchant_desk.shell import language
from merchant_desk.widgets.fields import NumberField
from merchant_desk.widgets.labels import plain_label


class PieceRows(QWidget):
    """How many there are of each note and coin, in two columns; `changed` after each number."""

    changed = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._boxes: dict[int, NumberField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        values = pieces(currency)
        half = (len(values) + 1) // 2
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        # Top to bottom, then the second column: the order of Tab is that of the notes in the drawer.
        for at, value in enumerate(values):
            name = language.money(value)
            box = NumberField(0, 0, MOST_PIECES, 1, name=self.tr("How many of {piece}").format(piece=name))
            box.setFixedWidth(90)
            sum_label = plain_label(role="hint")
            row, column = at % half, 4 * (at // half)
            grid.addWidget(plain_label(f"{name} ×", role="secondary"), row, column, right)
            grid.addWidget(box, row, column + 1)
            grid.addWidget(sum_label, row, column + 2, right)
            grid.setColumnMinimumWidth(column + 2, 70)
            self._boxes[value] = box
            box.valueChanged.connect(
                lambda many, value=value, label=sum_label: self._count(value, many, label.setText)
            )
        grid.setColumnStretch(3, 1)
        self.setVisible(bool(values))

    def pieces(self) -> dict[int, int]:
        """Value -> how many, without those that are not there."""
        return {value: box.value() for value, box in self._boxes.items() if box.value()}

    def total(self) -> int:
        """What they come to, in minor units."""
        return sum(value * many for value, many in self.pieces().items())

    def box(self, value: int) -> NumberField:
        """The field of one note or coin. Raises KeyError."""
        return self._boxes[value]

    def clear(self) -> None:
        """None of any, without saying so."""
        self.blockSignals(True)
        for box in self._boxes.values():
            box.setValue(0)
        self.blockSignals(False)

    def _count(self, value: int, many: int, say: object) -> None:
        if callable(say):
            say(language.money(value * many) if many else "")
        self.changed.emit()
