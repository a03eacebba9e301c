"""The parts of a sale's sheet that only show: lines, payments, sources, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.sales.ui.voucher_words import shown_code
from merchant_desk.shell import language, theme, words
from merchant_desk.sources.ui.source_words import source_words
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar, Card
from merchant_desk.widgets.labels import Dot, ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.sales.model import Payment, Sale, SaleLine, SaleSource

# What the history writes as the reason when an undo voids a sale.
_UNDONE = "undone"
_AMOUNT_WIDTH = 84
_LISTED_KINDS = ("service", "add_on", "product")


class Standing(QWidget):
    """What is special about a sale: void, waiting, giving another back, or given back itself.

    `sale_wanted` carries the id of the sale at the other end.
    """

    sale_wanted = Signal(str)

    def __init__(self, sale: Sale, now: dt.datetime) -> None:
        super().__init__()
        self._now = now
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        if sale.status == "void":
            self._add_void(sale)
        if sale.status == "open":
            self._add_open(sale)
        if sale.refund_of is not None:
            self._add_refund_of(sale)
        if sale.of_day is not None:
            later = self.tr("Written down later: it belongs to {day}, which was closed.")
            self._column.addWidget(
                plain_label(later.replace("{day}", language.full_day(sale.of_day)), role="hint", wrap=True)
            )
        self._add_refunds(sale)
        self.setVisible(self._column.count() > 0)

    def _add_void(self, sale: Sale) -> None:
        card = Card(self.tr("This sale is void"), role="danger-card", padding=12)
        reason = self.tr("Taken back with Undo.") if sale.void_reason == _UNDONE else sale.void_reason
        card.body.addWidget(plain_label(reason, wrap=True))
        if sale.voided_at is not None:
            card.body.addWidget(plain_label(language.moment_text(sale.voided_at, self._now), role="hint"))
        self._column.addWidget(card)

    def _add_open(self, sale: Sale) -> None:
        title = self.tr("Put aside at the till") if sale.held else self.tr("Not paid in full yet")
        card = Card(title, role="warn-card", padding=12)
        due = self.tr("{amount} still to pay").replace("{amount}", language.money(sale.total - sale.paid))
        since = sale.opened_at or sale.sold_at
        begun = self.tr("begun {time}").replace("{time}", language.moment_text(since, self._now))
        card.body.addWidget(plain_label(f"{due} · {begun}"))
        self._column.addWidget(card)

    def _add_refund_of(self, sale: Sale) -> None:
        card = Card(self.tr("This is a refund"), role="card", padding=12)
        if sale.refund_reason:
            card.body.addWidget(plain_label(sale.refund_reason, wrap=True))
        link = Button(self.tr("Of sale {number}").replace("{number}", sale.refund_of_number), role="link")
        link.clicked.connect(lambda: self.sale_wanted.emit(sale.refund_of))
        card.body.addLayout(_left(link))
        self._column.addWidget(card)

    def _add_refunds(self, sale: Sale) -> None:
        refunds = [one for one in sale.refunds if one.status == "paid"]
        if not refunds:
            return
        back = self.tr("{amount} was given back").replace(
            "{amount}", language.money(-sum(one.total for one in refunds))
        )
        card = Card(back, role="warn-card", padding=12)
        for one in refunds:
            row = QHBoxLayout()
            row.setSpacing(8)
            link = Button(self.tr("Refund {number}").replace("{number}", one.number), role="link")
            link.clicked.connect(lambda _checked=False, refund=one.id: self.sale_wanted.emit(refund))
            row.addWidget(link)
            when = language.moment_text(one.sold_at, self._now)
            row.addWidget(
                ElidedLabel(" · ".join(part for part in (when, one.reason) if part), role="hint"), 1
            )
            row.addWidget(plain_label(language.money(one.total, "always")))
            card.body.addLayout(row)
        self._column.addWidget(card)


class Customer(QWidget):
    """Who it was; `wanted` asks for their card."""

    wanted = Signal()

    def __init__(self, sale: Sale) -> None:
        super().__init__()
        row = QHBoxLayout(self)
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
            link.clicked.connect(self.wanted)
            row.addWidget(link)


class Lines(QWidget):
    """What was sold, by whom, at which price, and what it comes to; `card_wanted` carries a card's id."""

    card_wanted = Signal(str)

    def __init__(self, sale: Sale) -> None:
        super().__init__()
        back = sale.refund_of is not None
        column = section(self, self.tr("What came back") if back else self.tr("What was sold"))
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

    def _line(self, line: SaleLine) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(line.title))
        small = self._remarks(line)
        if small:
            texts.addWidget(plain_label(" · ".join(small), role="hint", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addLayout(texts, 3)
        row.addWidget(ElidedLabel(doers(line), role="secondary"), 2)
        if line.card_id is not None and line.kind == "card":
            row.addWidget(_card_link(line.title, line.card_id, self.card_wanted))
        amount = plain_label(language.money(line.amount, "always"))
        amount.setMinimumWidth(_AMOUNT_WIDTH)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(amount)
        return row

    def _remarks(self, line: SaleLine) -> list[str]:
        small = []
        if line.kind not in {"service", "free"}:
            small.append(words.line_kind_name(line.kind))
        if line.quantity not in {1, -1}:
            price = language.money(line.unit_price, "always")
            small.append(self.tr("{n} × {price}").format(n=language.number(line.quantity), price=price))
        listed = line.list_price if line.kind in _LISTED_KINDS and line.refund_of_line is None else 0
        if listed and listed != line.unit_price:
            small.append(self.tr("usually {price}").replace("{price}", language.money(listed, "always")))
        if line.price_reason:
            small.append(line.price_reason)
        if line.discount and line.refund_of_line is None:
            small.append(self.tr("discount {amount}").format(amount=language.money(-line.discount, "always")))
        if line.requested:
            small.append(self.tr("asked for this worker"))
        if line.refunded:
            back = language.money(line.refunded, "always")
            small.append(self.tr("{amount} given back").replace("{amount}", back))
        return small


class Payments(QWidget):
    """How it was paid, and what arrives of it; `card_wanted` carries a card's id."""

    card_wanted = Signal(str)

    def __init__(self, sale: Sale, now: dt.datetime) -> None:
        super().__init__()
        self._sale, self._now = sale, now
        back = sale.refund_of is not None
        column = section(self, self.tr("Given back") if back else self.tr("Payment"))
        if not sale.payments:
            nothing = self.tr("Nothing is paid yet.") if sale.status == "open" else ""
            column.addWidget(plain_label(nothing or self.tr("Nothing was to pay."), role="secondary"))
        for payment in sale.payments:
            column.addLayout(self._payment(payment))

    def _payment(self, payment: Payment) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(way_name(payment)))
        told = self._remarks(payment)
        if told:
            texts.addWidget(plain_label(" · ".join(told), role="hint", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(texts, 1)
        if payment.card_id is not None:
            row.addWidget(_card_link(way_name(payment), payment.card_id, self.card_wanted))
        row.addWidget(plain_label(language.money(payment.amount, "always")))
        return row

    def _remarks(self, payment: Payment) -> list[str]:
        told, voucher = [], payment.voucher
        if voucher is not None and payment.amount >= 0:
            told.append(
                self.tr("list price {list_price} · the platform pays out {pays_out}").format(
                    list_price=language.money(voucher.list_price, "always"),
                    pays_out=language.money(voucher.pays_out, "always"),
                )
            )
        elif payment.fee:
            told.append(
                self.tr("fee {fee} · arrives {rest}").format(
                    fee=language.money(-payment.fee, "always"),
                    rest=language.money(payment.amount - payment.fee, "always"),
                )
            )
        if payment.given is not None and payment.given > payment.amount:
            told.append(
                self.tr("given {given} · change {change}").format(
                    given=language.money(payment.given, "always"),
                    change=language.money(payment.given - payment.amount, "always"),
                )
            )
        if payment.at is not None and payment.at.date() != self._sale.sold_at.date():
            told.append(language.moment_text(payment.at, self._now))
        if payment.reason:
            told.append(payment.reason)
        return told


class Sources(QWidget):
    """What was said to have brought the customer."""

    def __init__(self, sale: Sale, now: dt.datetime) -> None:
        super().__init__()
        column = section(self, self.tr("What brought them"))
        if not sale.sources:
            column.addWidget(plain_label(self.tr("Nothing was said at this sale."), role="secondary"))
        for source in sale.sources:
            column.addLayout(_source(source, now))


def way_name(payment: Payment) -> str:
    """What it was paid with: 'Cash', 'Douyin Group-buy voucher 1098…', 'Balance card 0007'."""
    name = words.method_name(payment.method)
    if payment.voucher is not None:
        code = shown_code(payment.voucher.code)
        return " ".join((words.platform_name(payment.voucher.platform), name, code))
    if payment.card_number:
        return f"{payment.card_name or name} {payment.card_number}"
    return name


def section(box: QWidget, title: str) -> QVBoxLayout:
    """A column in `box` below its title."""
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(plain_label(title, role="field-label"))
    return column


def doers(line: SaleLine) -> str:
    """Who did it, with their parts where several did."""
    if len(line.shares) < 2:
        return line.worker
    whole = sum(one.share for one in line.shares)
    return language.joined([f"{one.worker} {language.percent(one.share / whole)}" for one in line.shares])


def _card_link(name: str, card_id: str, wanted: SignalInstance) -> Button:
    link = Button(QCoreApplication.translate("sale_parts", "Open card"), role="link")
    link.setAccessibleName(
        QCoreApplication.translate("sale_parts", "Open card {name}").replace("{name}", name)
    )
    link.clicked.connect(lambda: wanted.emit(card_id))
    return link


def _source(source: SaleSource, now: dt.datetime) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Dot(theme.source_brush(source.kind)))
    row.addWidget(ElidedLabel(source_words(source.kind, source.title)), 1)
    parts: Sequence[str] = (
        words.evidence_name(source.evidence),
        language.moment_text(source.at, now),
        source.asked_by,
    )
    row.addWidget(plain_label(" · ".join(part for part in parts if part), role="hint"))
    return row


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left, 1)
    row.addWidget(right)
    return row


def _left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
