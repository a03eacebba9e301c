"""Calling an appointment off: by whom and why, asked in the sheet itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.appointments.ui.scope_box import ScopeBox
from merchant_desk.widgets.buttons import Button, Chip, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import TextField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.appointments.series.store import Standing


class CancelBox(Card):
    """Hidden until it is asked for; `confirmed` carries who calls it off ("customer", "shop") and why."""

    confirmed = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(role="warn-card", padding=14)
        self._late_hours = 0.0
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(plain_label(self.tr("Who calls it off?"), role="heading"), 1)
        self.by = Segmented(
            [("customer", self.tr("Customer")), ("shop", self.tr("Shop"))], name=self.tr("Who calls it off?")
        )
        self.by.chosen.connect(lambda _key: self._show_reasons())
        who.addWidget(self.by)
        self.body.addLayout(who)
        self.late = plain_label(role="hint", wrap=True)
        self.body.addWidget(self.late)
        self.chips = ChipRow(self.tr("Why"))
        self.body.addWidget(self.chips)
        self.reason = TextField(placeholder=self.tr("Why, if they said"), name=self.tr("Why"))
        self.reason.returnPressed.connect(self._confirm)
        self.body.addWidget(self.reason)
        self.scope = ScopeBox(
            self.tr("Cancel which dates?"), self.tr("What is over stays; dates that were moved go as well.")
        )
        self.body.addWidget(self.scope)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addStretch(1)
        self.keep = Button(self.tr("Keep it"))
        self.keep.clicked.connect(self._leave)
        self.confirm = Button(self.tr("Cancel the appointment"), role="danger")
        self.confirm.clicked.connect(self._confirm)
        below.addWidget(self.keep)
        below.addWidget(self.confirm)
        self.body.addLayout(below)
        self.hide()

    def ask(self, late_hours: float = 0.0, standing: Standing | None = None) -> None:
        """Show it, ready to type why.

        With `late_hours` it would be late for a customer to call off now; with the `standing` of one of a
        series it is asked for which dates.
        """
        self._late_hours = late_hours
        self.scope.know(standing)
        self._show_reasons()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def why(self) -> str:
        """The reason: what was pressed, what was typed, or both."""
        return " · ".join(part for part in (self.chips.current(), self.reason.value()) if part)

    def _reasons(self, by: str) -> list[str]:
        if by == "shop":
            return [
                self.tr("Worker is ill"),
                self.tr("Shop is closed"),
                self.tr("Booked by mistake"),
                self.tr("Something is broken"),
            ]
        return [
            self.tr("Ill"),
            self.tr("No time"),
            self.tr("Change of plans"),
            self.tr("Found another shop"),
            self.tr("Too expensive"),
        ]

    def _show_reasons(self) -> None:
        by = self.by.current()
        self.chips.set_chips([Chip(text, checkable=True, key=text) for text in self._reasons(by)])
        hours = f"{self._late_hours:g}"
        self.late.setText(
            self.tr("Less than {hours} hours before: it counts as a late cancellation.").replace(
                "{hours}", hours
            )
        )
        self.late.setVisible(self._late_hours > 0 and by == "customer")

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _confirm(self) -> None:
        self.confirmed.emit(self.by.current(), self.why())
