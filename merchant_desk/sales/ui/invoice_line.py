"""The number of the invoice that was given for a sale, written down on its sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, TextField


class InvoiceLine(QWidget):
    """A field and a button that saves it; `wanted` carries the number, "" takes it off."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.number = TextField(
            placeholder=self.tr("of the invoice that the customer was given"), name=self.tr("Invoice number")
        )
        self.save = Button(self.tr("Save"))
        self.save.hide()
        row.addWidget(self.number, 1)
        row.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Field(self.tr("Invoice number"), box))
        self._known = ""
        self.number.textEdited.connect(lambda _text: self._follow())
        self.number.returnPressed.connect(self._say)
        self.save.clicked.connect(self._say)

    def show_number(self, number: str) -> None:
        """What is written down; what is being typed stays."""
        typing = self.number.isModified() and self.number.value() != number
        self._known = number
        if not typing:
            self.number.setText(number)
        self._follow()

    def _follow(self) -> None:
        self.save.setVisible(self.number.value() != self._known)

    def _say(self) -> None:
        if self.number.value() != self._known:
            self.wanted.emit(self.number.value())
