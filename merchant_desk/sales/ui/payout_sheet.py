"""A platform's payout that belongs to no voucher: find its voucher, write its sale down, or leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.sales.ui.voucher_words import amount_row, payout_kind, shown_code
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.model import VoucherFilter, VoucherRow
from merchant_desk.shell import language, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.db.records import Reader
    from merchant_desk.sales.vouchers.model import Settlement
    from merchant_desk.shell.frame import Frame

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Found:
    row: Settlement | None
    vouchers: tuple[VoucherRow, ...]


class PayoutSheet(Sheet):
    """Shows one payout and the vouchers it may belong to; a press on one matches them."""

    def __init__(self, frame: Frame, settlement_id: str) -> None:
        super().__init__(frame, self.tr("Payout without a voucher"))
        self._id = settlement_id
        self._shown = False
        self._card = Card(padding=14)
        self.body.addWidget(self._card)
        self.body.addWidget(plain_label(self.tr("Which voucher is it?"), role="heading"))
        self.search = SearchField(self.tr("Code, order, product, customer"))
        self.search.textChanged.connect(lambda _text: self._reload())
        self.body.addWidget(self.search)
        self.table: Table[VoucherRow] = Table(
            [
                Column(self.tr("Voucher"), self._voucher),
                Column(self.tr("Redeemed"), self._redeemed, width=150),
                Column(
                    self.tr("Paid"), lambda row: language.money(row.customer_paid), kind="figure", width=90
                ),
            ],
            empty=self.tr("No voucher of that platform fits."),
            row_height=54,
            name=self.tr("Vouchers it may be"),
        )
        self.table.setMinimumHeight(240)
        self.table.chosen.connect(self._match)
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        holder = Card(padding=0)
        holder.body.addWidget(self.table)
        self.body.addWidget(holder, 1)
        self.leave_it = Button(self.tr("Leave it as it is"))
        self.leave_it.clicked.connect(self._leave)
        self.footer.addWidget(self.leave_it)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Write down as a sale"), self._write_down, role="")
        self._reload()

    def _reload(self) -> None:
        text = self.search.text()
        self.frame.background.read(lambda r: _read(r, self._id, text), self._show, owner=self, key="payout")

    def _show(self, found: _Found) -> None:
        row = found.row
        if row is None:
            self.shut()
            return
        if not self._shown:
            self._shown = True
            self._describe(row)
            self.refocus()
        self.table.set_rows(found.vouchers, keep=lambda one: one.id)

    def _describe(self, row: Settlement) -> None:
        body = self._card.body
        parts = [words.platform_name(row.platform), payout_kind(row.kind)]
        parts.append(language.full_day(row.settled_at.date()))
        body.addWidget(plain_label(row.product or shown_code(row.code), role="strong", wrap=True))
        body.addWidget(plain_label(" · ".join(parts), role="hint", wrap=True))
        if row.code:
            body.addLayout(amount_row(self.tr("Code"), shown_code(row.code)))
        if row.order_id:
            body.addLayout(amount_row(self.tr("Order"), row.order_id))
        body.addLayout(amount_row(self.tr("Customer paid"), language.money(row.customer_paid)))
        fees = row.platform_fee + row.influencer_fee + row.worker_incentive
        if fees:
            body.addLayout(amount_row(self.tr("Fees"), language.money(-fees)))
        body.addLayout(amount_row(self.tr("Pays out"), language.money(row.pays_out), strong=True))

    def _voucher(self, row: VoucherRow) -> Cell:
        parts = [shown_code(row.code), row.customer]
        return Cell(row.product or shown_code(row.code), " · ".join(part for part in parts if part))

    def _redeemed(self, row: VoucherRow) -> Cell:
        when = row.redeemed_at
        told = language.moment_text(when, self.frame.clock.now()) if when else ""
        return Cell(told, words.status_name(row.state))

    def _match(self, voucher: VoucherRow) -> None:
        self._act(lambda desk: desk.vouchers.match(self._id, voucher.id), self.tr("Payout matched."))

    def _leave(self) -> None:
        self._act(lambda desk: desk.vouchers.accept_rows([self._id]), self.tr("Left as it is."))

    def _write_down(self) -> None:
        self._act(lambda desk: desk.vouchers.write_down([self._id]), self.tr("Written down."))

    def _act(self, work: Callable[..., object], said: str) -> None:
        self.clear_errors()
        self.set_busy(True)
        self.frame.act(work, said, then=lambda _done: self.shut(), failed=self.fail, owner=self)


def _read(r: Reader, settlement_id: str, text: str) -> _Found:
    row = store.settlement(r, settlement_id)
    if row is None:
        return _Found(None, ())
    if not text.strip():
        return _Found(row, tuple(store.likely(r, row, _SHOWN)))
    asked = VoucherFilter(text=text, platform=row.platform)
    return _Found(row, tuple(store.vouchers(r, asked, _SHOWN)))
