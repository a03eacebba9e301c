"""One way of paying with its amount, on the checkout sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import PaymentDraft
from merchant_desk.sales.tender import Tender
from merchant_desk.sales.ui.inline_fields import InlineMoney, QuietNumber
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import IconButton
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import CounterState
    from merchant_desk.sales.vouchers.model import VoucherDraft


@dataclass(frozen=True, slots=True)
class Means:
    """What somebody may pay with.

    `key` tells two of the same method apart. `limit` is what a card can pay at most, in minor units. A pass
    has its `counter`, a voucher its draft. `note` stands beside the name, `below` under it.
    """

    key: str
    method: str
    name: str
    note: str = ""
    below: str = ""
    limit: int | None = None
    card_id: str | None = None
    counter: CounterState | None = None
    voucher: VoucherDraft | None = None

    @property
    def firm(self) -> bool:
        """Whether it says itself what it pays."""
        return self.counter is not None or self.voucher is not None


def money_means(method: str) -> Means:
    """Paying in money."""
    return Means(method, method, words.method_name(method))


class PaymentRow(Field):
    """One way of paying with its amount; until it is typed into it pays whatever is left.

    What a voucher or a pass pays is not typed: of a pass the units are chosen.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, means: Means) -> None:
        self._row = QWidget()
        super().__init__("", self._row)
        self.means = means
        self._typed = False
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        self._name = plain_label()
        self._note = ElidedLabel("", role="hint")
        self.amount = InlineMoney(0, "")
        self.amount.setFixedWidth(110)
        self.remove = IconButton(icon("x", 16), "", size=28)
        row.addWidget(self._name)
        row.addWidget(self._note, 1)
        self.units = QuietNumber(1, 1, 1)
        self.units.setPrefix("× ")
        self.units.setFixedWidth(62)
        row.addWidget(self.units)
        row.addWidget(self.amount)
        row.addWidget(self.remove)
        self._row.setFocusProxy(self.amount)
        self.units.valueChanged.connect(lambda _n: self._edited(""))
        self.amount.textEdited.connect(self._edited)
        self.remove.clicked.connect(self.removed)
        self.set_means(means)

    @property
    def method(self) -> str:
        """How it pays."""
        return self.means.method

    @property
    def is_rest(self) -> bool:
        """Whether it pays whatever is left."""
        return not self._typed and not self.means.firm

    def set_means(self, means: Means) -> None:
        """The same money in another way."""
        self.means = means
        self._name.setText(means.name)
        self._note.set_text(means.note)
        self.set_hint(means.below)
        self.amount.setAccessibleName(self.tr("Amount by {method}").format(method=means.name))
        self.remove.setAccessibleName(self.tr("Take {method} out").format(method=means.name))
        self.units.setAccessibleName(self.tr("Units of {method}").format(method=means.name))
        self.units.setMaximum(max(1, means.counter.left) if means.counter else 1)
        self.units.setVisible(means.counter is not None)
        self.amount.setReadOnly(means.firm)
        if means.firm:
            self.amount.set_value(self._firm())

    def tender(self) -> Tender:
        """What was handed over. Raises DeskError "bad_amount", or "card_short" beyond what is on a card."""
        if self.means.firm:
            return Tender(self.method, self._firm())
        if not self._typed:
            return Tender(self.method, limit=self.means.limit)
        given = self.amount.value()
        if given < 0:
            raise DeskError("bad_amount", text=self.amount.text())
        if self.means.limit is not None and given > self.means.limit:
            raise DeskError("card_short", left=self.means.limit, amount=given)
        return Tender(self.method, given)

    def payment(self, amount: int) -> PaymentDraft | None:
        """The payment of `amount` minor units; None where it pays nothing."""
        means = self.means
        if not amount and not means.firm:
            return None
        given = self.amount.value_or(amount) if self._typed and means.method == "cash" else None
        return PaymentDraft(
            means.method,
            amount,
            voucher=means.voucher,
            card_id=means.card_id,
            counter_id=means.counter.id if means.counter else None,
            units=self.units.value() if means.counter else 0,
            given=None if given is None or given < amount else given,
        )

    def lower_units(self, most: int) -> None:
        """Of a pass, no more units than the sale has services for it."""
        if self.units.value() > most:
            self.units.setValue(most)

    def show_rest(self, amount: int) -> None:
        """Show what the rest comes to, unless an amount was typed."""
        if self.is_rest:
            self.amount.set_value(amount)

    def _firm(self) -> int:
        if self.means.voucher is not None:
            return self.means.voucher.customer_paid
        counter = self.means.counter
        return counter.worth(self.units.value()) if counter is not None else 0

    def _edited(self, text: str) -> None:
        if self.means.firm:
            self.amount.set_value(self._firm())
        else:
            self._typed = bool(text.strip())
        self.set_error("")
        self.changed.emit()


class PaidRow(QWidget):
    """What was paid of an open sale before, which stays as it is."""

    def __init__(self, name: str, when: str, amount: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 45, 4)
        row.setSpacing(6)
        row.addWidget(plain_label(name))
        row.addWidget(ElidedLabel(when, role="hint"), 1)
        row.addWidget(plain_label(language.money(amount, "always")))
