"""Names typed one after the other; each becomes a chip that a press takes away again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.shell.icons import icon
from merchant_desk.shell.theme import tokens
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.fields import TextField
from merchant_desk.widgets.flow import FlowLayout


class _Line(TextField):
    """Enter keeps the name; Backspace in the empty line takes the last one back for editing."""

    entered = Signal()
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.value():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back.emit()
        else:
            super().keyPressEvent(event)


class NameChips(QWidget):
    """A line to type in, and the names below it."""

    changed = Signal()

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__()
        self._names: list[str] = []
        self._chips: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.line = _Line(placeholder=placeholder, name=name)
        self.line.setMaxLength(40)
        self.line.entered.connect(self._keep)
        self.line.back.connect(self._take_back)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        column.addWidget(self.line)
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        self._box.hide()
        column.addWidget(self._box)
        self.setFocusProxy(self.line)

    def names(self) -> tuple[str, ...]:
        """The names in their order, with the one still in the line."""
        typed = self.line.value()
        return (*self._names, *([typed] if typed and typed not in self._names else []))

    def set_names(self, names: Sequence[str]) -> None:
        """Show other names."""
        self._names = list(names)
        self._show()

    def chips(self) -> list[Chip]:
        """The chips in the order of their names."""
        return list(self._chips)

    def _keep(self) -> None:
        self._names = list(self.names())
        self.line.clear()
        self._show()
        self.changed.emit()

    def _take_back(self) -> None:
        if self._names:
            self.line.setText(self._names.pop())
            self._show()
            self.changed.emit()

    def _remove(self, name: str) -> None:
        self._names.remove(name)
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        self._flow.clear()
        self._chips = []
        for name in self._names:
            chip = Chip(name)
            chip.setIcon(icon("x", 14, tokens().ink3))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setAccessibleName(self.tr("Take {name} off the list").format(name=name))
            chip.clicked.connect(lambda _on=False, name=name: self._remove(name))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._box.setVisible(bool(self._names))
