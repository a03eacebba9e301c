"""A colour, chosen from the few that are told apart on the board."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from merchant_desk.widgets.tokens import tokens

_SIZE = 32


class Swatch(QAbstractButton):
    """A round of one colour; the chosen one has a ring."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(8, 8, _SIZE - 16, _SIZE - 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(look.ink), 1.6))
            painter.drawEllipse(QRectF(4.5, 4.5, _SIZE - 9, _SIZE - 9))
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(QRectF(1, 1, _SIZE - 2, _SIZE - 2), 8, 8)


class Swatches(QWidget):
    """All colours in a row, one chosen; the arrow keys go from one to the next."""

    def __init__(self, colours: Sequence[str]) -> None:
        super().__init__()
        self._first = colours[0]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self.buttons: list[Swatch] = []
        for number, colour in enumerate(colours, start=1):
            self._add(colour, self.tr("Colour {number}").format(number=number))
        row.addStretch(1)
        self.choose(self._first)

    def colour(self) -> str:
        """The colour that is chosen, '#RRGGBB'."""
        return next((button.colour for button in self.buttons if button.isChecked()), self._first)

    def choose(self, colour: str) -> None:
        """Choose a colour; one that is not among them is added."""
        found = next((b for b in self.buttons if b.colour.casefold() == colour.casefold()), None)
        (found or self._add(colour, self.tr("The colour until now"))).setChecked(True)

    def _add(self, colour: str, name: str) -> Swatch:
        swatch = Swatch(colour, name)
        self._group.addButton(swatch)
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(len(self.buttons), swatch)
        self.buttons.append(swatch)
        return swatch
