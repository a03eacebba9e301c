"""The fields of a page's bar: a search and a choice. They stand in the first picture, the others do not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from merchant_desk.widgets.tokens import tokens


class SearchField(QLineEdit):
    """A line with a magnifier; the arrow keys and Enter go to whoever listens, Esc empties it first."""

    moved = Signal(int)  # -1 up, +1 down
    accepted = Signal()

    def __init__(self, placeholder: str, hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(24, 0, 0, 0)
        self.setMinimumWidth(200)
        self._hint = QLabel(hint, self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "key")
        self._hint.setVisible(bool(hint))
        self.textChanged.connect(lambda text: self._hint.setVisible(bool(hint) and not text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().ink3), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = self.height() / 2
        painter.drawEllipse(QPointF(17, middle - 1), 5, 5)
        painter.drawLine(QPointF(20.8, middle + 2.8), QPointF(24, middle + 6))
        if self._hint.isVisible():
            size = self._hint.sizeHint()
            self._hint.setGeometry(
                self.width() - size.width() - 8,
                (self.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )


class Choice(QComboBox):
    """One of a list of (key, text)."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]] = (), current: object = None, name: str = ""
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self.set_options(options, current)
        self.activated.connect(lambda _index: self.chosen.emit(self.key()))
        if name:
            self.setAccessibleName(name)

    def set_options(self, options: Sequence[tuple[object, str]], current: object = None) -> None:
        """Another list, without saying that something was chosen."""
        self.clear()
        for key, text in options:
            self.addItem(text, key)
        if current is not None:
            self.choose(current)

    def key(self) -> object:
        """The key of the text shown; None in an empty list."""
        return self.currentData()

    def choose(self, key: object) -> None:
        """Show the text of `key`; a key that is not in the list changes nothing."""
        for index in range(self.count()):
            if self.itemData(index) == key:
                self.setCurrentIndex(index)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        wheel_where_focused(self, event, super().wheelEvent)


def wheel_where_focused(field: QWidget, event: QWheelEvent, otherwise: object) -> None:
    """Let the wheel through to `otherwise` where the field has the focus, else to what lies behind it."""
    if field.hasFocus() and callable(otherwise):
        otherwise(event)
    else:
        event.ignore()
