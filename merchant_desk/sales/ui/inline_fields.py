"""Fields that read as text until they are pointed at or typed into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.fields import MoneyField, NumberField


def inline(widget: QWidget) -> None:
    """Take a field's border away while nobody uses it."""
    widget.setProperty("inline", True)


class QuietNumber(NumberField):
    """A whole number whose arrows show only where somebody points at it or types into it."""

    def __init__(self, value: int, least: int, most: int, suffix: str = "") -> None:
        super().__init__(value, least, most, suffix=suffix)
        inline(self)
        self._calm(True)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._calm(False)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._calm(not self.hasFocus())
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._calm(False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._calm(not self.underMouse())
        super().focusOutEvent(event)

    def _calm(self, calm: bool) -> None:
        self.setProperty("calm", calm)
        self.style().unpolish(self)
        self.style().polish(self)


class InlineMoney(MoneyField):
    """An amount that stands there as money ("¥198.00") and is typed over where it stands."""

    def __init__(self, value: int, name: str) -> None:
        super().__init__(currency=language.currency(), name=name)
        inline(self)
        self.set_value(value)
        self.editingFinished.connect(self._tidy)

    def set_value(self, value: int | None) -> None:
        if value is None:
            self.clear()
            return
        self.setText(language.money(value, "always"))
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        # A press with the mouse places the cursor after this event, which undoes the selection.
        QTimer.singleShot(0, self, self._select)

    def _select(self) -> None:
        if self.hasFocus():
            self.selectAll()

    def _tidy(self) -> None:
        # What makes no sense stays as it was typed; the sheet says what is wrong with it.
        value = self.value_or(-1)
        if value >= 0:
            self.set_value(value)
