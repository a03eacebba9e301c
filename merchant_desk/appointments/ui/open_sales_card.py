"""The nudge at the right of the Desk page: sales that were put aside, or that still owe something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.sales.model import OpenSale
    from merchant_desk.stock.model import Product

_AT_ONCE = 3


class OpenSalesCard(Card):
    """What waits longest, each to go on with; hidden while nothing does.

    `chosen` carries the id of a sale, `all_wanted` asks for all of them.
    """

    chosen = Signal(str)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Still open"), role="warn-card")
        self.body.setSpacing(10)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        below = QHBoxLayout()
        self.more = Button("", role="link")
        self.more.clicked.connect(self.all_wanted)
        below.addWidget(self.more)
        below.addStretch(1)
        self.body.addLayout(below)
        self._shown: tuple[OpenSale, ...] = ()
        self.hide()

    def rows(self) -> list[OpenSaleRow]:
        """The rows on screen."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [
            widget for item in items if isinstance(widget := item.widget() if item else None, OpenSaleRow)
        ]

    def stops(self) -> list[QAbstractButton]:
        """What Tab stops at, from top to bottom."""
        return [*(row.take_up for row in self.rows()), self.more]

    def show_sales(self, sales: Sequence[OpenSale], now: dt.datetime) -> None:
        """Show these, what waits longest first."""
        self.setVisible(bool(sales))
        if tuple(sales) == self._shown:
            return
        self._shown = tuple(sales)
        held = next((row.sale_id for row in self.rows() if row.take_up.hasFocus()), "")
        for row in self.rows():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for sale in self._shown[:_AT_ONCE]:
            row = OpenSaleRow(sale, now)
            row.take_up.clicked.connect(lambda _checked=False, sale=sale: self.chosen.emit(sale.id))
            self._rows.addWidget(row)
            if sale.id == held:
                row.take_up.setFocus(Qt.FocusReason.TabFocusReason)
        rest = len(self._shown) - _AT_ONCE
        self.more.set_text(self.tr("%n more", "", max(rest, 0)))
        self.more.setVisible(rest > 0)


class OpenSaleRow(QWidget):
    """Who and how much is still to pay, since when, and the button that goes on with it."""

    def __init__(self, sale: OpenSale, now: dt.datetime) -> None:
        super().__init__()
        self.sale_id = sale.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        name = sale.customer or self.tr("Passing customer")
        due = language.money(sale.left)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(ElidedLabel(name, role="strong"), 1)
        head.addWidget(plain_label(due, role="strong"))
        texts.addLayout(head)
        how = self.tr("put aside") if sale.held else self.tr("to pay later")
        since = language.moment_text(sale.opened_at, now)
        texts.addWidget(ElidedLabel(f"{how} · {since} · {sale.what}", role="hint"))
        row.addLayout(texts, 1)
        self.take_up = Button(self.tr("Go on"))
        self.take_up.setAccessibleName(
            self.tr("Go on with the sale of {customer}, {amount} to pay").format(customer=name, amount=due)
        )
        row.addWidget(self.take_up)


class LowStockLine(Card):
    """One quiet line: what is running low; hidden while nothing is. `wanted` asks for the products."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding=12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.text = ElidedLabel("", role="secondary")
        row.addWidget(self.text, 1)
        self.button = Button(self.tr("Products"), role="link")
        self.button.clicked.connect(self.wanted)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    def show_products(self, products: Sequence[Product]) -> None:
        """Name these with what is left of them."""
        self.setVisible(bool(products))
        names = language.joined([f"{one.name} {language.number(one.stock)}" for one in products])
        self.text.set_text(self.tr("Running low: {products}").replace("{products}", names))
