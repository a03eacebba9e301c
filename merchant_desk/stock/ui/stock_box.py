"""What is there of a product: taking in, taking out, counting, and the list of what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, theme
from merchant_desk.stock.model import MOST_PIECES
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.fields import Field, MoneyField, NumberField, TextField
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.stock.model import Product, StockEntry

IN, OUT, COUNT = "in", "out", "count"
_LIST_HEIGHT = 260


class StockBox(QWidget):
    """Writes at once what happened to the stock; the sheet around it saves the product itself."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._product: Product | None = None
        self.there = plain_label(role="figure-small")
        self.kind = Segmented(
            [(IN, self.tr("Take in")), (OUT, self.tr("Take out")), (COUNT, self.tr("Count"))],
            IN,
            self.tr("What happened"),
        )
        self.kind.chosen.connect(lambda _key: self._dress())
        self.pieces = NumberField(0, 0, MOST_PIECES)
        self.unit_cost = MoneyField(currency=language.currency())
        self.note = TextField()
        self.note.setMaxLength(120)
        self._pieces = Field(self.tr("Pieces"), self.pieces)
        self._cost = Field(self.tr("One costs"), self.unit_cost)
        self._note = Field(self.tr("Note"), self.note)
        self.write = Button(self.tr("Write it down"))
        self.write.clicked.connect(self._write)
        self.table = self._make_table()
        self._build()
        self._dress()

    def dirty(self) -> bool:
        """Whether something was typed that is not written yet."""
        return bool(self.note.text().strip() or (self.pieces.value() and self.kind.current() != COUNT))

    def show_stock(self, product: Product, entries: Sequence[StockEntry]) -> None:
        """Show what is there now and how it came to that."""
        self._product = product
        self.there.setText(self.tr("{n} in stock").format(n=language.number(product.stock)))
        self.there.setProperty("role", "bad" if product.stock < 0 or product.is_low else "figure-small")
        self.there.style().unpolish(self.there)
        self.there.style().polish(self.there)
        self.table.set_rows(list(entries), keep=lambda entry: entry.id)
        self.table.setVisible(bool(entries))

    # ---- how it is made

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(rule("soft-rule"))
        head = QHBoxLayout()
        head.addWidget(self.there)
        head.addStretch(1)
        head.addWidget(self.kind)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._pieces, 1, top)
        row.addWidget(self._cost, 1, top)
        row.addWidget(self._note, 2, top)
        column.addLayout(row)
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignRight)
        self.table.setFixedHeight(_LIST_HEIGHT)
        column.addWidget(self.table)

    def _make_table(self) -> Table[StockEntry]:
        return Table(
            [
                Column(self.tr("When"), self._when, width=128),
                Column(self.tr("What"), self._what),
                Column(self.tr("Pieces"), self._change, kind="figure", width=80),
                Column(self.tr("Then"), lambda one: language.number(one.after), kind="figure", width=80),
            ],
            empty=self.tr("Nothing happened yet."),
            row_height=40,
            name=self.tr("What happened to the stock"),
        )

    def _dress(self) -> None:
        kind = self.kind.current()
        self._cost.setVisible(kind == IN)
        labels = {
            IN: self.tr("How many came"),
            OUT: self.tr("How many went"),
            COUNT: self.tr("How many are there"),
        }
        self._pieces.label.setText(labels[kind])
        self.pieces.setAccessibleName(labels[kind])
        hints = {
            IN: self.tr("for example: delivery note 12"),
            OUT: self.tr("for example: broken, used up, a gift"),
            COUNT: self.tr("may be empty"),
        }
        self.note.setPlaceholderText(hints[kind])
        for field in (self._pieces, self._cost, self._note):
            field.set_error("")

    # ---- writing

    def _write(self) -> None:
        product = self._product
        if product is None:
            return
        kind, pieces, note = self.kind.current(), self.pieces.value(), self.note.value()
        for field in (self._pieces, self._cost, self._note):
            field.set_error("")
        try:
            cost = self.unit_cost.value() if self.unit_cost.text().strip() else None
        except DeskError as error:
            self._cost.set_error(notices.sentence(error))
            return
        told = {
            IN: self.tr("{n} of {name} taken in."),
            OUT: self.tr("{n} of {name} taken out."),
            COUNT: self.tr("{n} of {name} counted."),
        }[kind]
        product_id = product.id
        self.write.setEnabled(False)
        self._frame.act(
            lambda desk: (
                desk.stock.stock_in(product_id, pieces, cost, note)
                if kind == IN
                else desk.stock.stock_out(product_id, pieces, note)
                if kind == OUT
                else desk.stock.count_stock(product_id, pieces, note)
            ),
            told.format(n=language.number(pieces), name=product.name),
            lambda _done: self._written(),
            self._refused,
            owner=self,
        )

    def _written(self) -> None:
        self.write.setEnabled(True)
        self.pieces.setValue(0)
        self.unit_cost.set_value(None)
        self.note.clear()
        self.pieces.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        self.write.setEnabled(True)
        fields = {
            "bad_pieces": self._pieces,
            "stock_short": self._pieces,
            "no_reason": self._note,
            "bad_amount": self._cost,
        }
        field = fields.get(error.code) if isinstance(error, DeskError) else None
        if isinstance(error, DeskError) and field is not None:
            field.set_error(notices.sentence(error))
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.fail(error)

    # ---- cells

    def _when(self, entry: StockEntry) -> str:
        return language.moment_text(entry.at, self._frame.clock.now())

    def _what(self, entry: StockEntry) -> Cell:
        kinds = {
            "in": self.tr("Taken in"),
            "out": self.tr("Taken out"),
            "count": self.tr("Counted"),
            "sold": self.tr("Sold") if entry.quantity < 0 else self.tr("Came back"),
        }
        parts = [entry.sale_number, entry.note]
        if entry.unit_cost is not None:
            parts.append(self.tr("{amount} each").format(amount=language.money(entry.unit_cost)))
        if not entry.counts:
            parts.append(self.tr("void"))
        hint = " · ".join(part for part in parts if part)
        colour = "" if entry.counts else theme.tokens().ink3
        return Cell(kinds[entry.kind], hint, struck=not entry.counts, colour=colour)

    def _change(self, entry: StockEntry) -> Cell:
        sign = "+" if entry.quantity > 0 else ""
        return Cell(f"{sign}{language.number(entry.quantity)}", struck=not entry.counts)
