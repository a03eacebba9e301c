"""Buttons, chips and segments: what is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from merchant_desk.widgets.labels import draw_dot, plain_tip
from merchant_desk.widgets.tokens import tokens

DOT = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button of 32 pixels; `role` is "" (outlined), "primary", "ghost", "danger" or "link"."""

    def __init__(self, text: str, role: str = "", icon: QIcon | None = None, hint: str = "") -> None:
        super().__init__(_shown(text))
        if role:
            self.setProperty("role", role)
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(16, 16))
        if hint:
            plain_tip(self, hint)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Enter presses the focused button, as Space does.
        self.setAutoDefault(True)

    def set_text(self, text: str) -> None:
        """Another text; an ampersand is shown as one."""
        self.setText(_shown(text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _confirms(event):
            event.ignore()
            return
        super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button with an icon only; `name` is its accessible name and tooltip."""

    def __init__(self, icon: QIcon, name: str, size: int = 32, bordered: bool = False) -> None:
        super().__init__()
        self.setIcon(icon)
        self.setIconSize(QSize(18, 18))
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        plain_tip(self, name)
        self.setProperty("role", "icon-bordered" if bordered else "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _confirms(event):
            event.ignore()
            return
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)


class Chip(QPushButton):
    """A rounded choice of 28 pixels with an optional coloured dot; chosen it takes the dot's tint."""

    def __init__(
        self, text: str, dot: QColor | QBrush | None = None, checkable: bool = False, key: str = ""
    ) -> None:
        super().__init__(_shown(text))
        self.key = key
        self._dot = QBrush(dot) if dot is not None else None
        self.setProperty("role", "chip")
        self.setProperty("dotted", dot is not None)
        self.setCheckable(checkable)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        if checkable and self._dot is not None:
            self.toggled.connect(self._tint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _confirms(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dot is None:
            return
        painter = QPainter(self)
        draw_dot(painter, QRectF(11, (self.height() - DOT) / 2, DOT, DOT), self._dot)

    def _tint(self) -> None:
        """Take the dot's tint when it is on; made at the first time, since most chips never are."""
        if self._dot is None or self.styleSheet():
            return
        colour = QColor(self._dot.color())
        soft = QColor(colour)
        soft.setAlpha(30)
        self.setStyleSheet(
            f"QPushButton:checked {{ background: {soft.name(QColor.NameFormat.HexArgb)};"
            f" border-color: {colour.name()}; color: {tokens().ink}; }}"
        )


class Segmented(QFrame):
    """A row of choices of which one is on; the arrow keys move it, `chosen` says which."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]], current: str = "", name: str = "") -> None:
        super().__init__()
        self.setProperty("role", "segmented")
        self.setAccessibleName(name)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._buttons: dict[str, QPushButton] = {}
        for position, (key, text) in enumerate(options):
            button = QPushButton(_shown(text))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setProperty("role", "segment")
            button.setProperty("edge", _edge(position, len(options)))
            button.setAccessibleName(text)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setMinimumWidth(_segment_width(button, text))
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            row.addWidget(button)
            self._buttons[key] = button
        if self._buttons:
            self.choose(current or next(iter(self._buttons)))

    def current(self) -> str:
        """The key that is on."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Turn `key` on without saying so. Raises KeyError for a key it does not have."""
        self._buttons[key].setChecked(True)

    def choose_none(self) -> None:
        """Turn all off without saying so: something else says what is shown."""
        for button in self._buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)


class InUse(QWidget):
    """Two buttons for a sheet's foot: to give something up, and to take it back; only one of them shows."""

    def __init__(self, give_up: str, take_back: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.archive = Button(give_up, role="danger")
        self.restore = Button(take_back)
        for button in (self.archive, self.restore):
            row.addWidget(button)
        self.hide()

    def show_archived(self, archived: bool) -> None:
        """Offer what goes with it as it is now."""
        self.archive.setVisible(not archived)
        self.restore.setVisible(archived)
        self.show()


def _confirms(event: QKeyEvent) -> bool:
    """Whether it is Ctrl+Enter: that is for the sheet, and a second one must not press what opened it."""
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _shown(text: str) -> str:
    # Qt would take "&" in a button's text for a keyboard mark.
    return text.replace("&", "&&")


def _segment_width(button: QPushButton, text: str) -> int:
    """Room for the text in bold, which the chosen segment is written in."""
    font = QFont(button.font())
    font.setPixelSize(13)
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(text) + 26


def _edge(position: int, count: int) -> str:
    if count == 1:
        return "both"
    return "left" if position == 0 else "right" if position == count - 1 else ""
