"""The list of what the shop sells by the piece, with what is there of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.stock import store
from merchant_desk.stock.model import read_code
from merchant_desk.stock.ui.product_sheet import ProductSheet
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from merchant_desk.shell.frame import Frame
    from merchant_desk.stock.model import Product

_ROW = 46


class ProductsTab(Tab):
    """Every product with price and stock; a press opens its sheet, a scanned barcode finds it."""

    key = "products"
    topics = frozenset({"stock", "sales"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows: list[Product] = []
        self.search = SearchField(self.tr("Product or barcode"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.low = Chip(self.tr("To order"), checkable=True)
        self.archived = Chip(self.tr("No longer sold"), checkable=True)
        for chip in (self.low, self.archived):
            chip.toggled.connect(lambda _on: self._filter())
            chip.hide()
        self.new = Button(
            self.tr("New product"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(ProductSheet(frame)))
        for widget in (self.low, self.archived, self.search, self.new):
            self.buttons.addWidget(widget)
        self.table = self._make_table()
        self.table.chosen.connect(lambda one: frame.open_sheet(ProductSheet(frame, one.id)))
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        self.card = Card(padding=0)
        self.card.body.setSpacing(0)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(rule())
        self.worth = plain_label(role="secondary")
        self.worth.setContentsMargins(14, 9, 14, 9)
        self.card.body.addWidget(self.worth)
        self.empty = EmptyState(
            self.tr("No products yet"),
            self.tr("What you sell by the piece, such as hand cream: its price, and how many are there."),
            self.tr("New product"),
            icon("tag", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.new.click)
        self.empty.hide()
        self.body.addWidget(self.card, 1)
        self.body.addWidget(self.empty, 1)

    def _make_table(self) -> Table[Product]:
        return Table(
            [
                Column(self.tr("Product"), self._name, sort=lambda one: fold(one.name)),
                Column(self.tr("Barcode"), lambda one: one.code, width=170),
                Column(
                    self.tr("Price"),
                    lambda one: Cell(language.money(one.price), bold=True),
                    kind="figure",
                    width=120,
                    sort=lambda one: one.price,
                ),
                Column(
                    self.tr("Costs us"),
                    lambda one: language.money(one.cost) if one.cost else "",
                    kind="figure",
                    width=120,
                    sort=lambda one: one.cost,
                ),
                Column(
                    self.tr("In stock"), self._stock, kind="figure", width=130, sort=lambda one: one.stock
                ),
            ],
            row_height=_ROW,
            name=self.tr("Products"),
        )

    def title(self) -> str:
        return self.tr("Products")

    def reload(self) -> None:
        self.frame.background.read(
            lambda r: store.products(r, archived=True), self._show, owner=self, key="products"
        )

    def arrive(self, **where: object) -> None:
        """`product_id` opens that product; `low` shows what is to be ordered."""
        product_id = where.get("product_id")
        if isinstance(product_id, str):
            self.frame.open_sheet(ProductSheet(self.frame, product_id))
        if where.get("low"):
            self.low.setChecked(True)

    def _show(self, rows: list[Product]) -> None:
        self._rows = rows
        self.archived.setVisible(any(one.archived for one in rows))
        many = sum(one.is_low and not one.archived for one in rows)
        self.low.setText(self.tr("To order: {n}").format(n=many))
        self.low.setVisible(bool(many) or self.low.isChecked())
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        wanted, code = fold(self.search.text()), read_code(self.search.text())
        shown = [
            one
            for one in self._rows
            if (self.archived.isChecked() or not one.archived)
            and (not self.low.isChecked() or one.is_low)
            and (not wanted or wanted in search_key(one.name) or code in one.code)
        ]
        self.table.set_empty_text(
            self.tr("No product is called that.") if wanted else self.tr("Nothing to show here.")
        )
        self.table.set_rows(shown, keep=lambda one: one.id)
        self._say_worth(shown)

    def _say_worth(self, shown: Sequence[Product]) -> None:
        pieces = sum(max(0, one.stock) for one in shown)
        cost = sum(max(0, one.stock) * one.cost for one in shown)
        parts = [self.tr("%n piece(s)", "", pieces)]
        if cost:
            parts.append(self.tr("bought for {amount}").format(amount=language.money(cost)))
        self.worth.setText(" · ".join(parts))

    # ---- cells

    def _name(self, one: Product) -> Cell:
        if one.archived:
            return Cell(one.name, self.tr("no longer sold"), colour=theme.tokens().ink3)
        return Cell(one.name, bold=True)

    def _stock(self, one: Product) -> Cell:
        look = theme.tokens()
        number = language.number(one.stock)
        if one.stock < 0:
            return Cell(number, self.tr("to be counted"), bold=True, colour=look.danger)
        if one.is_low:
            return Cell(number, self.tr("to order"), bold=True, colour=look.danger)
        return Cell(number)
