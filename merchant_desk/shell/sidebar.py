"""The bar at the left: the shop's name, the places with their keys, and where the data is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_desk.shell.icons import pixmap
from merchant_desk.shell.places import Place
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import ElidedLabel, plain_label
from merchant_desk.widgets.tokens import tokens

LEAST_WIDTH = 184
_NATIVE = QKeySequence.SequenceFormat.NativeText


class PlaceButton(QPushButton):
    """One line of the bar: icon, words, and the shortcut in small letters."""

    def __init__(self, place: Place) -> None:
        # Qt would take "&" in a button's text for a keyboard mark.
        super().__init__(place.words.replace("&", "&&"))
        self.key = place.key
        self.setProperty("role", "place")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(24, 18))
        self.setAccessibleName(place.words)
        self.setAutoDefault(True)
        self._picture = place.icon
        self._tint(on=False)
        self.toggled.connect(self._tint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        self._keys = plain_label("" if place.at_bottom else _spaced(place.shortcut), role="place-key")
        row.addWidget(self._keys)

    def room(self) -> int:
        """The width at which words and keys stand side by side, also in bold."""
        font = self.font()
        font.setBold(True)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        return 10 + self.iconSize().width() + 4 + words + 8 + self._keys.sizeHint().width() + 8

    def _tint(self, on: bool) -> None:
        look = tokens()
        self.setIcon(_with_air(self._picture, look.accent if on else look.ink2))


class Sidebar(QFrame):
    """Says which place was pressed; the window decides whether it goes there."""

    pressed = Signal(str)
    home_wanted = Signal()

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("role", "side-bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 18)
        column.setSpacing(2)
        self._name = ElidedLabel("", role="subtitle")
        for label in (self._name, plain_label(self.tr("Merchant Desk"), role="hint")):
            label.setContentsMargins(10, 0, 6, 0)
            column.addWidget(label)
        column.addSpacing(14)
        self._buttons: dict[str, PlaceButton] = {}
        for place in places:
            if not place.at_bottom:
                column.addWidget(self._button(place))
        column.addStretch(1)
        self._sample = self._sample_box()
        column.addWidget(self._sample)
        for place in places:
            if place.at_bottom:
                column.addWidget(self._button(place))
        widest = max(button.room() for button in self._buttons.values())
        self.setFixedWidth(max(LEAST_WIDTH, widest + 21))
        column.addSpacing(10)
        self._backup = plain_label("", role="hint", wrap=True)
        kept = plain_label(self.tr("All data stays on this PC"), role="hint", wrap=True)
        for label in (self._backup, kept):
            label.setContentsMargins(10, 0, 4, 0)
            column.addWidget(label)

    def show_place(self, key: str) -> None:
        """Mark the place that is on screen."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_shop(self, name: str, sample: bool = False) -> None:
        """The shop's name; the sample shop has the way back to the own one below."""
        self._name.set_text(name)
        self._sample.setVisible(sample)

    def set_backup(self, text: str) -> None:
        """When the last backup was made, in words."""
        self._backup.setText(text)

    def _button(self, place: Place) -> PlaceButton:
        button = PlaceButton(place)
        # Pressing never turns a place on by itself: a sheet with something typed may refuse to leave.
        button.clicked.connect(lambda _on=False, key=place.key: self._press(key))
        self._buttons[place.key] = button
        return button

    def _press(self, key: str) -> None:
        button = self._buttons[key]
        button.setChecked(not button.isChecked())
        self.pressed.emit(key)

    def _sample_box(self) -> QWidget:
        box = QFrame()
        box.setProperty("role", "warn-card")
        column = QVBoxLayout(box)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addWidget(plain_label(self.tr("This is the sample shop. Try anything."), wrap=True))
        back = Button(self.tr("To my own shop"))
        back.clicked.connect(self.home_wanted)
        column.addWidget(back)
        box.hide()
        return box


def _with_air(name: str, colour: str) -> QIcon:
    """The icon with six pixels of air at its right, which buttons do not leave."""
    drawn = pixmap(name, 18, colour)
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(round(24 * ratio), round(18 * ratio))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return QIcon(wide)


def _spaced(shortcut: str) -> str:
    """The shortcut as this system writes it, 'Ctrl 1' rather than 'Ctrl+1'."""
    return QKeySequence(shortcut).toString(_NATIVE).replace("+", " ")
