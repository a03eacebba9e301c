"""What the shop offers on the platforms, and how these call the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.sales.ui.voucher_offer_sheet import VoucherOfferSheet
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.model import VoucherProduct
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, NoteField
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class _Offers:
    products: tuple[VoucherProduct, ...]
    shops: tuple[str, ...]


class VoucherOffersSheet(Sheet):
    """The list of offers, each opening its sheet, and below it the shop's names on the platforms."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, self.tr("Voucher offers"))
        self._offers = _Offers((), ())
        self.archived = Chip(self.tr("No longer offered"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._list())
        self.new = Button(self.tr("New offer"), icon=icon("plus", 14))
        self.new.clicked.connect(lambda: frame.open_sheet(VoucherOfferSheet(frame)))
        head = QHBoxLayout()
        head.addWidget(self.new)
        head.addStretch(1)
        head.addWidget(self.archived)
        self.body.addLayout(head)
        self.table: Table[VoucherProduct] = Table(
            [
                Column(self.tr("Offer"), self._name),
                Column(self.tr("Customer pays"), self._paid, align="right", width=112),
                Column(self.tr("Pays out"), self._out, align="right", width=112),
            ],
            empty=self.tr(
                "Nothing is offered yet. With an offer, a voucher needs only its code at the till."
            ),
            row_height=54,
            name=self.tr("Voucher offers"),
        )
        self.table.setMinimumHeight(280)
        self.table.chosen.connect(lambda row: frame.open_sheet(VoucherOfferSheet(frame, row.id)))
        card = Card(padding=0)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self.shops = NoteField(lines=3, name=self.tr("This shop on the platforms"))
        self.body.addWidget(
            Field(
                self.tr("This shop on the platforms"),
                self.shops,
                self.tr(
                    "Names or numbers, one a line, as their files have them. Rows of other shops stay out."
                    " Empty: a file that names one shop only is taken for this one's."
                ),
            )
        )
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)
        frame.changed.connect(self._changed)
        self._reload()

    def dirty(self) -> bool:
        return self._typed() != self._offers.shops

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"vouchers", "catalog"}:
            self._reload()

    def _reload(self) -> None:
        self.frame.background.read(_read, self._show, owner=self, key="offers")

    def _show(self, offers: _Offers) -> None:
        typed = self.dirty()
        self._offers = offers
        if not typed:
            self.shops.setPlainText("\n".join(offers.shops))
        self.archived.setVisible(any(one.archived for one in offers.products))
        self._list()

    def _list(self) -> None:
        shown = [one for one in self._offers.products if self.archived.isChecked() or not one.archived]
        self.table.set_rows(shown, keep=lambda row: row.id)

    def _typed(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.shops.value().splitlines() if line.strip())

    def _save(self) -> None:
        names = self._typed()
        if names == self._offers.shops:
            self.shut()
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.vouchers.set_own_shops(names),
            self.tr("Saved."),
            then=lambda _done: self.shut(),
            failed=self.fail,
            owner=self,
        )

    def _name(self, row: VoucherProduct) -> Cell:
        hints = [words.platform_name(row.platform)]
        if row.service:
            gone = self.tr("{service} (no longer sold)").replace("{service}", row.service)
            hints.append(gone if row.service_gone else row.service)
        ink = theme.tokens().ink3 if row.archived else ""
        return Cell(row.name, " · ".join(hints), bold=not row.archived, colour=ink)

    def _paid(self, row: VoucherProduct) -> Cell:
        listed = self.tr("of {price}").replace("{price}", language.money(row.list_price))
        return Cell(language.money(row.customer_paid), listed if row.list_price else "")

    def _out(self, row: VoucherProduct) -> Cell:
        fees = row.platform_fee + row.influencer_fee + row.worker_incentive
        return Cell(language.money(row.pays_out), language.money(-fees) if fees else "")


def _read(r: Reader) -> _Offers:
    return _Offers(tuple(store.templates(r, archived=True)), store.own_shops(r))
