"""One product: its name, price and barcode, what is there, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.stock import store
from merchant_desk.stock.model import MOST_PIECES, ProductDraft
from merchant_desk.stock.ui.stock_box import StockBox
from merchant_desk.widgets.buttons import InUse
from merchant_desk.widgets.fields import Field, MoneyField, NumberField, TextField

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.stock.model import Product, StockEntry


@dataclass(frozen=True, slots=True)
class _Loaded:
    product: Product | None
    entries: list[StockEntry]


class ProductSheet(Sheet):
    """Makes a product, or changes the one with `product_id` and what is there of it."""

    follows = True

    def __init__(self, frame: Frame, product_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Product") if product_id else self.tr("New product"))
        self._id = product_id
        self._was: object = None
        self._shown = False
        self.name = TextField()
        self.name.setMaxLength(80)
        self.code = TextField(placeholder=self.tr("type or scan; may be empty"))
        self.code.setMaxLength(40)
        self.price = MoneyField(currency=language.currency())
        self.cost = MoneyField(currency=language.currency())
        self.low_mark = NumberField(0, 0, MOST_PIECES)
        self.pieces = NumberField(0, 0, MOST_PIECES)
        self.stock = StockBox(frame)
        self._build()
        self._was = self._typed()
        if product_id is not None:
            frame.changed.connect(self._changed)
            self._read()

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded, or a number waits to be written."""
        return self._typed() != self._was or self.stock.dirty()

    # ---- how it is made up

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        self._code = Field(self.tr("Barcode"), self.code)
        self._price = Field(self.tr("Price"), self.price)
        self._cost = Field(self.tr("Costs us"), self.cost, self.tr("What one piece is bought for."))
        self._low = Field(
            self.tr("Order at"), self.low_mark, self.tr("At so many or fewer the desk says so; 0 never does.")
        )
        self._pieces = Field(self.tr("There already"), self.pieces)
        self.body.addWidget(self._name)
        self.body.addWidget(self._code)
        self.body.addLayout(_row(self._price, self._cost))
        self.body.addLayout(_row(self._low, self._pieces))
        self._pieces.setVisible(self._id is None)
        self.stock.setVisible(self._id is not None)
        self.body.addWidget(self.stock)
        self.body.addStretch(1)
        self.in_use = InUse(self.tr("No longer sell it"), self.tr("Sell it again"))
        self.in_use.archive.clicked.connect(lambda: self._turn(archived=True))
        self.in_use.restore.clicked.connect(lambda: self._turn(archived=False))
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _read(self) -> None:
        product_id = self._id or ""
        self.frame.background.read(lambda r: _load(r, product_id), self._show, owner=self, key="product")

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"stock", "sales"}:
            self._read()

    def _show(self, loaded: _Loaded) -> None:
        product = loaded.product
        if product is None:
            self.fail(DeskError("gone", table="product", id=self._id))
            self.set_busy(True)
            return
        # What somebody is typing stays when only the stock was written.
        if not self._shown or self._typed() == self._was:
            self.set_title(product.name, self.tr("no longer sold") if product.archived else "")
            self.name.setText(product.name)
            self.code.setText(product.code)
            self.price.set_value(product.price)
            self.cost.set_value(product.cost or None)
            self.low_mark.setValue(product.low_mark)
            self._was = self._typed()
        self.in_use.show_archived(product.archived)
        self.stock.show_stock(product, loaded.entries)
        if not self._shown:
            self._shown = True
            self.refocus()

    # ---- what is typed

    def _typed(self) -> object:
        lines = (self.name, self.code, self.price, self.cost)
        return (*(line.text().strip() for line in lines), self.low_mark.value(), self.pieces.value())

    def _save(self) -> None:
        self.clear_errors()
        price, cost = self._amount(self._price, self.price), self._amount(self._cost, self.cost)
        if price is None or cost is None:
            return
        draft = ProductDraft(
            self.name.value(), price, cost=cost, code=self.code.value(), low_mark=self.low_mark.value()
        )
        pieces, product_id = self.pieces.value(), self._id
        self.set_busy(True)
        if product_id is None:
            said = self.tr("{name} is on the list.").format(name=draft.name)
            self.frame.act(
                lambda desk: desk.stock.add_product(draft, pieces),
                said,
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
            return
        said = self.tr("{name} changed.").format(name=draft.name)
        self.frame.act(
            lambda desk: desk.stock.edit_product(product_id, draft),
            said,
            lambda _done: self.shut(),
            self._refused,
            owner=self,
        )

    def _amount(self, field: Field, line: MoneyField) -> int | None:
        """What is typed, or None after its error was said at the field."""
        try:
            amount = line.value()
            if amount < 0:
                raise DeskError("bad_amount", text=line.text().strip())
        except DeskError as error:
            self.set_error(notices.sentence(error), field)
            return None
        return amount

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        fields = {"no_name": self._name, "name_taken": self._name, "product_code_taken": self._code}
        field = fields.get(error.code) if isinstance(error, DeskError) else None
        if isinstance(error, DeskError) and field is not None:
            self.set_error(notices.sentence(error), field)
        else:
            self.fail(error)

    def _turn(self, *, archived: bool) -> None:
        product_id = self._id
        if product_id is None:
            return
        told = self.tr("{name} is no longer sold.") if archived else self.tr("{name} is sold again.")
        self.set_busy(True)
        self.frame.act(
            lambda desk: (
                desk.stock.archive_product(product_id) if archived else desk.stock.restore_product(product_id)
            ),
            told.format(name=self._title.text()),
            lambda _done: self.shut(),
            self._refused,
            owner=self,
        )


def _load(r: Reader, product_id: str) -> _Loaded:
    return _Loaded(store.product(r, product_id), store.entries(r, product_id))


def _row(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
