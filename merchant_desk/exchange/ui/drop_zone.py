"""The place to drop files on; it also says what became of those that were dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.shell.icons import pixmap
from merchant_desk.shell.theme import tokens
from merchant_desk.widgets.labels import plain_label

_TALL = 220
_LOW = 84


class DropZone(QWidget):
    """A dashed frame; tall while nothing is there yet. A press on it asks for files, as the button does."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(4)
        column.addStretch(1)
        self._mark = plain_label()
        self._mark.setPixmap(pixmap("upload", 32, tokens().ink3))
        self.said = plain_label(role="heading", wrap=True)
        self.hint = plain_label(role="hint", wrap=True)
        for label in (self._mark, self.said, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.setFixedHeight(_TALL)

    def say(self, said: str, hint: str) -> None:
        """One line, and a smaller one below it."""
        self.said.setText(said)
        self.hint.setText(hint)

    def make_room(self) -> None:
        """Lower, now that there are files to show below."""
        self._mark.hide()
        self.setFixedHeight(_LOW)

    def show_over(self, over: bool) -> None:
        """Whether files are held over it."""
        self._over = over
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent if self._over else look.ink3), 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(look.accent_soft if self._over else look.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
