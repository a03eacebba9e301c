"""Calling an appointment off: by whom and why, asked in the sheet itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import TextField
from merchant_desk.widgets.labels import plain_label


class CancelBox(Card):
    """Hidden until it is asked for; `confirmed` carries who calls it off ("customer", "shop") and why."""

    confirmed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(role="warn-card", padding=14)
        self.body.addWidget(plain_label(self.tr("Who calls it off?"), role="heading"))
        row = QHBoxLayout()
        row.setSpacing(10)
        self.by = Segmented(
            [("customer", self.tr("Customer")), ("shop", self.tr("Shop"))], name=self.tr("Who calls it off?")
        )
        row.addWidget(self.by)
        self.reason = TextField(placeholder=self.tr("Why, if they said"), name=self.tr("Why"))
        self.reason.returnPressed.connect(self._confirm)
        row.addWidget(self.reason, 1)
        self.body.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addStretch(1)
        self.keep = Button(self.tr("Keep it"))
        self.keep.clicked.connect(self.hide)
        self.confirm = Button(self.tr("Cancel the appointment"), role="danger")
        self.confirm.clicked.connect(self._confirm)
        below.addWidget(self.keep)
        below.addWidget(self.confirm)
        self.body.addLayout(below)
        self.hide()

    def ask(self) -> None:
        """Show it, ready to type why."""
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self.confirmed.emit(self.by.current(), self.reason.value())
