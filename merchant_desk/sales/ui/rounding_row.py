"""What is rounded off the sale after the shop's rule, and the way to leave it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label


class RoundingRow(QWidget):
    """One quiet line that is there only where the rule changes the total."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        self.turn = Button("", role="link")
        self.turn.clicked.connect(self._turn)
        self.turn.setAccessibleDescription(self.tr("Rounding"))
        self._amount = plain_label(role="secondary")
        row.addWidget(plain_label(self.tr("Rounding"), role="secondary"))
        row.addWidget(self.turn)
        row.addStretch(1)
        row.addWidget(self._amount)
        self.hide()
        self._show_turn()

    def wanted(self) -> bool:
        """Whether this sale is rounded."""
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        """Round this sale or not, without saying so."""
        self._wanted = wanted
        self._show_turn()

    def show_rounding(self, by: int) -> None:
        """What the rule changes, in minor units; nothing hides the line."""
        self.setVisible(by != 0)
        self._amount.setText(language.money(by, "always") if self._wanted else "")

    def _turn(self) -> None:
        self.set_wanted(not self._wanted)
        self.changed.emit()

    def _show_turn(self) -> None:
        self.turn.set_text(self.tr("not this time") if self._wanted else self.tr("round off"))
