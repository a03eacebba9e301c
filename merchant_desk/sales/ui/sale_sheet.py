"""One sale whole: what was done and paid, what brought the customer, and taking it out of the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.sales import store
from merchant_desk.shell import language, notices, theme, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_words import source_words
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar, Card
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import Dot, ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.sales.model import Payment, Sale, SaleLine, SaleSource
    from merchant_desk.shell.frame import Frame

# What the history writes as the reason when an undo voids a sale.
_UNDONE = "undone"


class SaleSheet(Sheet):
    """A sale as the books have it; a paid one can be voided with a reason."""

    def __init__(self, frame: Frame, sale_id: str) -> None:
        super().__init__(frame, self.tr("Sale"))
        self._sale_id = sale_id
        self.sale: Sale | None = None
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.reason = TextField(placeholder=self.tr("for example: wrong customer"))
        self._reason_field = Field(self.tr("Why is this sale void?"), self.reason)
        self._asking = QWidget()
        self.void = Button(self.tr("Void…"), role="danger")
        self._build_void()
        self.body.addStretch(1)
        frame.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Read the sale again."""
        self.frame.background.read(
            lambda reader: store.sale(reader, self._sale_id), self._show, owner=self, key="sale"
        )

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"sales", "sources", "customers"}:
            self.reload()

    def _build_void(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 8, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self._reason_field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.keep = Button(self.tr("Keep the sale"))
        self.keep.clicked.connect(self._give_up)
        self.confirm = Button(self.tr("Void this sale"), role="danger")
        self.confirm.clicked.connect(self._void)
        self.reason.returnPressed.connect(self._void)
        self.reason.textEdited.connect(lambda _text: self._reason_field.set_error(""))
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.confirm)
        asking.addLayout(buttons)
        self.body.addWidget(self._asking)
        self._asking.hide()
        self.void.clicked.connect(self._begin_void)
        self.footer.addStretch(1)
        self.footer.addWidget(self.void)

    # ---- what is shown

    def _show(self, sale: Sale | None) -> None:
        if sale is None:
            self.fail(DeskError("gone", table="sale", id=self._sale_id))
            return
        self.sale = sale
        now = self.frame.clock.now()
        self.set_title(
            self.tr("Sale {number}").format(number=sale.number), language.moment_text(sale.sold_at, now)
        )
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if sale.status == "void":
            column.addWidget(self._void_card(sale))
        column.addWidget(self._customer(sale))
        column.addLayout(self._lines(sale))
        column.addLayout(self._payments(sale))
        column.addLayout(self._sources(sale))
        for title, text in ((self.tr("At the till"), sale.cashier), (self.tr("Note"), sale.note)):
            if text:
                column.addWidget(Field(title, plain_label(text, wrap=True)))
        self.body.replaceWidget(self._content, fresh)
        fresh.show()
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        paid = sale.status == "paid"
        self._foot_shown(paid and self._asking.isHidden())
        if not paid:
            self._asking.hide()

    def _foot_shown(self, shown: bool) -> None:
        self.void.setVisible(shown)
        self._foot.setVisible(shown)

    def _void_card(self, sale: Sale) -> Card:
        card = Card(self.tr("This sale is void"), role="danger-card", padding=12)
        reason = sale.void_reason
        if reason == _UNDONE:
            reason = self.tr("Taken back with Undo.")
        told = plain_label(reason, wrap=True)
        card.body.addWidget(told)
        if sale.voided_at is not None:
            when = language.moment_text(sale.voided_at, self.frame.clock.now())
            card.body.addWidget(plain_label(when, role="hint"))
        return card

    def _customer(self, sale: Sale) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        name = sale.customer or self.tr("Passing customer")
        row.addWidget(Avatar(name))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(name, role="heading"))
        if sale.customer_phone:
            texts.addWidget(plain_label(masked(sale.customer_phone), role="hint"))
        row.addLayout(texts, 1)
        if sale.customer_id is not None:
            link = Button(self.tr("Open customer"))
            link.clicked.connect(self._go_to_customer)
            row.addWidget(link)
        return line

    def _lines(self, sale: Sale) -> QVBoxLayout:
        column = _section(self.tr("Services"))
        for line in sale.lines:
            column.addWidget(rule("soft-rule"))
            column.addLayout(self._line(line))
        column.addWidget(rule())
        column.addLayout(
            _row(
                plain_label(self.tr("Total"), role="heading"),
                plain_label(language.money(sale.total, "always"), role="subtitle"),
            )
        )
        return column

    def _line(self, line: SaleLine) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(line.title))
        small = []
        if line.quantity != 1:
            small.append(
                self.tr("{n} × {price}").format(
                    n=line.quantity, price=language.money(line.unit_price, "always")
                )
            )
        if line.discount:
            small.append(self.tr("discount {amount}").format(amount=language.money(-line.discount, "always")))
        if small:
            texts.addWidget(plain_label(" · ".join(small), role="hint"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.addLayout(texts, 3)
        row.addWidget(ElidedLabel(line.worker, role="secondary"), 2)
        row.addWidget(plain_label(language.money(line.amount, "always")))
        return row

    def _payments(self, sale: Sale) -> QVBoxLayout:
        column = _section(self.tr("Payment"))
        if not sale.payments:
            column.addWidget(plain_label(self.tr("Nothing was to pay."), role="secondary"))
        for payment in sale.payments:
            column.addLayout(self._payment(payment))
        return column

    def _payment(self, payment: Payment) -> QHBoxLayout:
        name, told = words.method_name(payment.method), ""
        voucher = payment.voucher
        if voucher is not None:
            name = " ".join((words.platform_name(voucher.platform), name, voucher.code))
            told = self.tr("list price {list_price} · the platform pays out {pays_out}").format(
                list_price=language.money(voucher.list_price, "always"),
                pays_out=language.money(voucher.pays_out, "always"),
            )
        elif payment.fee:
            told = self.tr("fee {fee} · arrives {rest}").format(
                fee=language.money(-payment.fee, "always"),
                rest=language.money(payment.amount - payment.fee, "always"),
            )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(name))
        if told:
            texts.addWidget(plain_label(told, role="hint"))
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        row.addWidget(plain_label(language.money(payment.amount, "always")))
        return row

    def _sources(self, sale: Sale) -> QVBoxLayout:
        column = _section(self.tr("What brought them"))
        if not sale.sources:
            column.addWidget(plain_label(self.tr("Nothing was said at this sale."), role="secondary"))
        for source in sale.sources:
            column.addLayout(self._source(source))
        return column

    def _source(self, source: SaleSource) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Dot(theme.source_brush(source.kind)))
        row.addWidget(ElidedLabel(source_words(source.kind, source.title)), 1)
        parts = [
            words.evidence_name(source.evidence),
            language.moment_text(source.at, self.frame.clock.now()),
            source.asked_by,
        ]
        row.addWidget(plain_label(" · ".join(part for part in parts if part), role="hint"))
        return row

    # ---- what can be done

    def _go_to_customer(self) -> None:
        if self.sale is not None:
            self.shut()
            self.frame.go("customers", customer_id=self.sale.customer_id)

    def press_primary(self) -> None:
        """Void it, while the reason is asked for."""
        if self._asking.isVisible() and not self._ask.isVisible():
            self.confirm.click()

    def _begin_void(self) -> None:
        self._asking.show()
        self._foot_shown(False)
        self.reason.setFocus()

    def _give_up(self) -> None:
        self.reason.clear()
        self._reason_field.set_error("")
        self._asking.hide()
        self._foot_shown(True)
        self.void.setFocus()

    def _void(self) -> None:
        if self.sale is None:
            return
        reason, number = self.reason.value(), self.sale.number
        self.confirm.setEnabled(False)
        self.frame.act(
            lambda desk: desk.sales.void(self._sale_id, reason),
            self.tr("Sale {number} is void").format(number=number),
            then=lambda _none: self._voided(),
            failed=self._refused,
            owner=self,
        )

    def _voided(self) -> None:
        self.confirm.setEnabled(True)
        self.reason.clear()
        self._asking.hide()
        self.reload()

    def _refused(self, error: Exception) -> None:
        self.confirm.setEnabled(True)
        if isinstance(error, DeskError) and error.code == "no_reason":
            self.set_error(notices.sentence(error), self._reason_field)
        else:
            self.fail(error)


def _section(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(plain_label(title, role="field-label"))
    return column


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right)
    return row
