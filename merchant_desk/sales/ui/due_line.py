"""What is left to pay, large in the checkout sheet's foot, and what is said when it is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.shell import language, words
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.sales.model import SaleDraft


class DueLine(QWidget):
    """The sum that is to be paid, and above it what is missing or too much."""

    def __init__(self) -> None:
        super().__init__()
        texts = QVBoxLayout(self)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        self._due = plain_label(self.tr("To pay"), role="hint")
        self.total = plain_label(language.money(0, "always"), role="figure")
        self.total.setAccessibleName(self.tr("To pay"))
        texts.addWidget(self._due)
        texts.addWidget(self.total)

    def show_due(self, total: int, left: int) -> None:
        """Show `total` minor units, of which `left` has no payment yet; below zero it is too much."""
        self.total.setText(language.money(total, "always"))
        told = self.tr("To pay")
        if left > 0:
            told = self.tr("To pay · {amount} not paid yet").format(amount=language.money(left))
        elif left < 0:
            told = self.tr("To pay · {amount} too much").format(amount=language.money(-left))
        self._due.setText(told)


def paid_words(draft: SaleDraft, change: int) -> str:
    """What the notice says of a sale that was paid; `change` went back in cash, in minor units."""
    if not draft.payments:
        return QCoreApplication.translate("due_line", "Done · nothing to pay")
    methods = dict.fromkeys(words.method_name(payment.method) for payment in draft.payments)
    text = QCoreApplication.translate("due_line", "Paid {amount} · {methods}")
    if change:
        text = QCoreApplication.translate("due_line", "Paid {amount} · {methods} · change {change}")
    return text.format(
        amount=language.money(draft.paid),
        methods=language.joined(list(methods)),
        change=language.money(change),
    )
