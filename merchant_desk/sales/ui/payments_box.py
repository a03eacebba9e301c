"""How a sale is paid: one press pays the rest; amounts are typed over where they stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import METHODS
from merchant_desk.sales.tender import Settled, Tender, settle
from merchant_desk.sales.ui.inline_fields import InlineMoney
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label


class PaymentRow(Field):
    """One way of paying with its amount; until it is typed into it pays whatever is left."""

    changed = Signal()
    removed = Signal()

    def __init__(self, method: str) -> None:
        self._row = QWidget()
        super().__init__("", self._row)
        self.method = method
        self._typed = False
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        self._name = plain_label()
        self.amount = InlineMoney(0, "")
        self.amount.setFixedWidth(110)
        self.remove = IconButton(icon("x", 16), "", size=28)
        row.addWidget(self._name, 1)
        row.addWidget(self.amount)
        row.addWidget(self.remove)
        self._row.setFocusProxy(self.amount)
        self.amount.textEdited.connect(self._edited)
        self.remove.clicked.connect(self.removed)
        self.set_method(method)

    def set_method(self, method: str) -> None:
        """The same money in another way."""
        self.method = method
        name = words.method_name(method)
        self._name.setText(name)
        self.amount.setAccessibleName(self.tr("Amount by {method}").format(method=name))
        self.remove.setAccessibleName(self.tr("Take {method} out").format(method=name))

    def tender(self) -> Tender:
        """What was handed over. Raises DeskError "bad_amount"."""
        if not self._typed:
            return Tender(self.method)
        given = self.amount.value()
        if given < 0:
            raise DeskError("bad_amount", text=self.amount.text())
        return Tender(self.method, given)

    def show_rest(self, amount: int) -> None:
        """Show what the rest comes to, unless an amount was typed."""
        if not self._typed:
            self.amount.set_value(amount)

    @property
    def is_rest(self) -> bool:
        """Whether it pays whatever is left."""
        return not self._typed

    def _edited(self, text: str) -> None:
        self._typed = bool(text.strip())
        self.set_error("")
        self.changed.emit()


class PaymentsBox(QWidget):
    """The buttons of the ways to pay, and below them what each pays, with the change in cash."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._total = 0
        self._rows: list[PaymentRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons: dict[str, Button] = {}
        for method in METHODS:
            button = Button(words.method_name(method))
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, method=method: self.press(method))
            row.addWidget(button, 1)
            self.buttons[method] = button
        column.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.change = plain_label(role="subtitle")
        self.change.hide()
        column.addWidget(self.change)
        self.nothing_left = plain_label(
            self.tr("Nothing is left to pay. Change an amount first."), role="hint"
        )
        self.nothing_left.hide()
        column.addWidget(self.nothing_left)
        self.setFocusProxy(self.buttons[METHODS[0]])

    def rows(self) -> list[PaymentRow]:
        """The payments as they stand here."""
        return list(self._rows)

    def set_total(self, total: int) -> None:
        """What there is to pay, in minor units; the payment of the rest follows it."""
        self._total = total
        self._refresh()

    def press(self, method: str) -> None:
        """Pay the rest with `method`, or take its payment back."""
        there = next((row for row in self._rows if row.method == method), None)
        rest = next((row for row in self._rows if row.is_rest), None)
        self.nothing_left.hide()
        if there is not None:
            self._drop(there)
        elif rest is not None:
            # The whole was to be paid in one way, and now it is another one.
            rest.set_method(method)
        elif not self._rows or self.settled().left > 0:
            self._add(method)
        else:
            self.nothing_left.show()
        self._refresh()
        self.changed.emit()

    def settled(self) -> Settled:
        """What the payments come to; an amount that makes no sense counts as nothing."""
        return settle(self._total, [_readable(row) for row in self._rows])

    def check(self) -> PaymentRow | None:
        """The first payment whose amount makes no sense."""
        for row in self._rows:
            try:
                row.tender()
            except DeskError:
                return row
        return None

    def _add(self, method: str) -> None:
        row = PaymentRow(method)
        row.changed.connect(self._edited)
        row.removed.connect(lambda: self._removed(row))
        self._rows.append(row)
        self._list.addWidget(row)
        row.show()

    def _drop(self, row: PaymentRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _removed(self, row: PaymentRow) -> None:
        self._drop(row)
        self.buttons[row.method].setFocus()
        self._edited()

    def _edited(self) -> None:
        self.nothing_left.hide()
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        settled = self.settled()
        for row, amount in zip(self._rows, settled.amounts, strict=True):
            row.show_rest(amount)
        used = {row.method for row in self._rows}
        for method, button in self.buttons.items():
            button.setChecked(method in used)
        self.change.setText(
            self.tr("Change {amount}").format(amount=language.money(settled.change, "always"))
        )
        self.change.setVisible(settled.change > 0)


def _readable(row: PaymentRow) -> Tender:
    try:
        return row.tender()
    except DeskError:
        return Tender(row.method, 0)
