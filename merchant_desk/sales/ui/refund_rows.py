"""The rows of a refund: what of each line comes back, and by which way the money goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.sales.model import MONEY_METHODS, PaymentDraft
from merchant_desk.sales.refunds import RefundLine, left_of, pieces_left
from merchant_desk.sales.ui.inline_fields import InlineMoney
from merchant_desk.sales.ui.sale_parts import doers
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.fields import Field, NumberField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, plain_tip, rule

if TYPE_CHECKING:
    from merchant_desk.prepaid.ledger import RefundDue
    from merchant_desk.sales.model import SaleLine

_THE_SAME = ""
_TITLE_WIDTH = 250


class BackRow(Field):
    """A line of the sale: whether it comes back, how many pieces, and how much of its money.

    `due` is what a card's refund comes to. `changed` comes with every change.
    """

    changed = Signal()

    def __init__(self, line: SaleLine, due: RefundDue | None = None) -> None:
        self.line = line
        self._left = left_of(line)
        box = QWidget()
        super().__init__("", box)
        title = QFontMetrics(theme.font(13)).elidedText(line.title, Qt.TextElideMode.ElideRight, _TITLE_WIDTH)
        self.chosen = QCheckBox(title.replace("&", "&&"))
        plain_tip(self.chosen, line.title if title != line.title else "")
        self.chosen.setAccessibleName(self.tr("Give back {title}").replace("{title}", line.title))
        self.chosen.setChecked(True)
        self.pieces = NumberField(
            pieces_left(line),
            0,
            max(0, pieces_left(line)),
            name=self.tr("How many of {title}").replace("{title}", line.title),
        )
        self.pieces.setPrefix("× ")
        self.pieces.setFixedWidth(76)
        self.pieces.setVisible(pieces_left(line) > 1)
        start = self._left if due is None else min(due.due, self._left)
        self.amount = InlineMoney(start, self.tr("Amount of {title}").replace("{title}", line.title))
        self.amount.setFixedWidth(110)
        self.amount.setEnabled(self._left != 0)
        self.restock = QCheckBox(self.tr("Back on the shelf"))
        self.restock.setChecked(True)
        self.restock.setVisible(line.kind == "product")
        self._lay_out(box, due)
        self.chosen.toggled.connect(self._toggled)
        self.pieces.valueChanged.connect(self._counted)
        self.amount.textEdited.connect(lambda _text: self.changed.emit())
        self.restock.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> RefundLine | None:
        """What comes back of it, None for nothing. Raises DeskError "bad_amount"."""
        if not self.chosen.isChecked():
            return None
        return RefundLine(self.line.id, self.amount.value(), self._pieces(), self._restocks())

    def value_or_none(self) -> RefundLine | None:
        """The same, and None while the amount is no amount."""
        if not self.chosen.isChecked() or self.amount.value_or(-1) < 0:
            return None
        return self.value()

    def is_whole(self) -> bool:
        """Whether all that is left of it comes back."""
        return self.chosen.isChecked() and self.amount.value_or(-1) == self._left

    def _pieces(self) -> int:
        left = pieces_left(self.line)
        if left > 1:
            return self.pieces.value()
        # A card comes back as a whole whatever is paid for it, and so does what goes on the shelf again.
        return left if self.line.kind == "card" or self._restocks() else 0

    def _restocks(self) -> bool:
        return self.line.kind == "product" and self.restock.isChecked()

    def _lay_out(self, box: QWidget, due: RefundDue | None) -> None:
        line = self.line
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(rule("soft-rule"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.chosen)
        row.addStretch(1)
        row.addWidget(self.pieces)
        row.addWidget(self.amount)
        column.addLayout(row)
        told = [doers(line)] if line.worker else []
        if line.refunded:
            back = self.tr("{amount} given back before")
            told.append(back.replace("{amount}", language.money(line.refunded)))
        if due is not None:
            used = self.tr("paid {paid}, used {used} at the stated price")
            told.append(used.format(paid=language.money(due.paid), used=language.money(due.used)))
            if due.bonus:
                bonus = self.tr("bonus left {amount}, not paid out")
                told.append(bonus.replace("{amount}", language.money(due.bonus)))
        below = QHBoxLayout()
        below.setContentsMargins(24, 0, 0, 4)
        below.addWidget(ElidedLabel(" · ".join(told), role="hint"), 1)
        below.addWidget(self.restock)
        column.addLayout(below)
        box.setFocusProxy(self.amount)

    def _toggled(self, on: bool) -> None:
        self.amount.setEnabled(on and self._left != 0)
        self.pieces.setEnabled(on)
        self.restock.setEnabled(on)
        self.changed.emit()

    def _counted(self, pieces: int) -> None:
        left = pieces_left(self.line)
        self.amount.set_value(self._left * pieces // left if left else 0)
        self.changed.emit()


class WayRow(QWidget):
    """One way that money goes back: as it came, or by another that is chosen here."""

    changed = Signal()

    def __init__(self, payment: PaymentDraft, name: str, other: str) -> None:
        super().__init__()
        self.payment = payment
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 14, 2)
        row.setSpacing(10)
        options = [(_THE_SAME, name)]
        options += [
            (method, self.tr("instead: {way}").replace("{way}", words.method_name(method)))
            for method in MONEY_METHODS
            if method != payment.method
        ]
        self.way = Choice(options, other, self.tr("Way back"))
        self.way.chosen.connect(lambda _key: self.changed.emit())
        row.addWidget(self.way)
        row.addStretch(1)
        row.addWidget(plain_label(language.money(payment.amount, "always")))

    def other(self) -> str:
        """The method chosen instead, "" for as it came."""
        return str(self.way.key() or "")

    def draft(self, reason: str) -> PaymentDraft:
        """The payment back; `reason` says why it goes another way."""
        other = self.other()
        if not other:
            return self.payment
        return PaymentDraft(other, self.payment.amount, reason=reason)
