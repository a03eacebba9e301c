"""One way of paying at the close: what is expected, what was counted, and why that differs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from merchant_desk.drawer.model import CASH
from merchant_desk.shell import language, words
from merchant_desk.widgets.fields import Field, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label


class CountRow(QWidget):
    """What is expected at the left, the count at the right; a reason below where they differ.

    Cash has to be counted; of all others an empty field is as expected.
    """

    changed = Signal()

    def __init__(self, method: str) -> None:
        super().__init__()
        self._method = method
        self._expected = 0
        name = words.method_name(method)
        self.amount = MoneyField(currency=language.currency())
        self.field = Field(self.tr("Counted") if method == CASH else "", self.amount)
        self.amount.setAccessibleName(self.tr("Counted: {method}").format(method=name))
        self.reason = TextField(placeholder=self.tr("for example: given back too much"))
        self.reason.setMaxLength(120)
        self.why = Field(self.tr("Why it differs"), self.reason)
        self._says = plain_label(role="secondary")
        self._apart = plain_label(role="strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        top = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(plain_label(self.tr("Expected") if method == CASH else name, role="strong"), 0, 0, top)
        grid.addWidget(self._says, 0, 1, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.field, 0, 2)
        grid.addWidget(self._apart, 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.why, 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.field.setFixedWidth(170)
        self.amount.textChanged.connect(lambda _text: self._compare())
        self.amount.textEdited.connect(lambda _text: self.changed.emit())
        self.why.hide()
        self._apart.hide()

    def expect(self, amount: int) -> None:
        """Say what should be there, in minor units."""
        self._expected = amount
        self._says.setText(language.money(amount))
        if self._method != CASH:
            self.amount.setPlaceholderText(language.money(amount))
        self._compare()

    def set_counted(self, amount: int) -> None:
        """Show what was counted by pieces."""
        self.amount.set_value(amount)
        self.field.set_error("")

    def counted(self) -> int | None:
        """Minor units, None where nothing was typed. Raises DeskError "bad_amount"."""
        return self.amount.value() if self.amount.text().strip() else None

    def counted_or(self, otherwise: int) -> int:
        """Minor units, or `otherwise` while nothing or no amount is typed."""
        return self.amount.value_or(otherwise) if self.amount.text().strip() else otherwise

    def _compare(self) -> None:
        apart = self.counted_or(self._expected) - self._expected
        self.why.setVisible(apart != 0)
        self._apart.setVisible(apart != 0)
        told = self.tr("{amount} missing") if apart < 0 else self.tr("{amount} too much")
        self._apart.setText(told.format(amount=language.money(abs(apart))))
        self._apart.setProperty("role", "bad" if apart < 0 else "strong")
        self._apart.style().unpolish(self._apart)
        self._apart.style().polish(self._apart)
