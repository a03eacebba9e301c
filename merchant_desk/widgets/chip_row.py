"""Chips in rows of which at most one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ChipRow(QWidget):
    """Chips of which at most one is on; pressing the one that is on turns it off.

    One stop of Tab for the whole; the arrow keys go from chip to chip, Space and Enter press.
    `chosen(key)` comes after each press, with "" where the chip was turned off. A chip that is not
    checkable is a plain button: it says its key and leaves the choice as it is.
    """

    chosen = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._chips: list[Chip] = []

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips; what was on stays on where its key is still there."""
        on = self.current()
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self._flow.clear()
        self._chips = []
        before: QWidget = self
        # What is made late would be the last in the window's order of Tab. Qt orders only what takes focus.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for chip in chips:
            self._add(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choose(on)
        if had_focus:
            self.take_focus()

    def chips(self) -> list[Chip]:
        """The chips in their order."""
        return list(self._chips)

    def chip(self, key: str) -> Chip | None:
        """The chip with this key, if it is there."""
        return next((chip for chip in self._chips if chip.key == key), None)

    def current(self) -> str:
        """The key that is on, "" when none is."""
        return next((chip.key for chip in self._chips if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Turn `key` on and all others off, without saying so; "" turns all off."""
        for chip in self._chips:
            if chip.isCheckable():
                chip.setChecked(chip.key == key)
        if self._chips:
            self._rove(self._stop())

    def take_focus(self) -> None:
        """Put the focus on the chip that is on, or else on the first one."""
        if self._chips:
            self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, Chip)
        ):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(watched, *step)
                return True
        return super().eventFilter(watched, event)

    def _add(self, chip: Chip) -> None:
        self._chips.append(chip)
        self._flow.addWidget(chip)
        # A layout shows what is added later only when the event loop comes round, too late for its focus.
        chip.show()
        chip.installEventFilter(self)
        chip.clicked.connect(lambda: self._press(chip))

    def _press(self, chip: Chip) -> None:
        if not chip.isCheckable():
            self.chosen.emit(chip.key)
            return
        self.choose(chip.key if chip.isChecked() else "")
        self._rove(chip)
        self.chosen.emit(self.current())

    def _go(self, chip: Chip, across: int, down: int) -> None:
        shown = [other for other in self._chips if not other.isHidden()]
        beside = shown[(shown.index(chip) + across) % len(shown)]
        following = beside if across else _beyond(chip, shown, down)
        self._rove(following)
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop(self) -> Chip:
        on = next((chip for chip in self._chips if chip.isChecked()), None)
        return on or self._chips[0]

    def _rove(self, stop: Chip | None) -> None:
        for chip in self._chips:
            here = chip is stop
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def _beyond(chip: Chip, shown: Sequence[Chip], down: int) -> Chip:
    """The chip of the next row up or down whose middle is nearest; the same one at the edge."""
    middle: QPoint = chip.geometry().center()
    others = [
        other for other in shown if (other.geometry().center().y() - middle.y()) * down > chip.height() / 2
    ]
    if not others:
        return chip

    def distance(other: Chip) -> tuple[int, int]:
        there = other.geometry().center()
        return abs(there.y() - middle.y()), abs(there.x() - middle.x())

    return min(others, key=distance)
