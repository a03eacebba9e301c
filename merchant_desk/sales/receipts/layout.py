"""A receipt for a roll, from top to bottom: what is drawn and what a receipt printer is told are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from merchant_desk.core.money import format_money
from merchant_desk.sales.receipts.model import CardLeft, Receipt, ReceiptLine, ReceiptPayment, ReceiptSettings
from merchant_desk.sales.receipts.words import Words, words_in


class Text(NamedTuple):
    """A paragraph; `big` is twice the size."""

    text: str
    align: str = "left"
    big: bool = False
    bold: bool = False


class Row(NamedTuple):
    """Words at the left, an amount at the right."""

    left: str
    right: str
    bold: bool = False
    big: bool = False


class Rule(NamedTuple):
    """A line across the paper."""

    strong: bool = False


class Code(NamedTuple):
    """A QR code that says `text`."""

    text: str


Block = Text | Row | Rule | Code


def blocks(receipt: Receipt, settings: ReceiptSettings) -> list[Block]:
    """The whole receipt."""
    words = words_in(settings.language)
    return [
        *_top(receipt.shop, settings),
        *_banner(receipt, words),
        *_facts(receipt, words),
        Rule(),
        *(block for line in receipt.things for block in _line(line, receipt.currency, words)),
        Rule(),
        *_sums(receipt, words),
        *_payments(receipt, words),
        *_cards(receipt, words),
        *_bottom(receipt.invoice_number, settings, words),
    ]


def trial_blocks(shop: str, settings: ReceiptSettings) -> list[Block]:
    """What a test print shows: the head, the width, the foot and the code."""
    words = words_in(settings.language)
    return [
        *_top(shop, settings),
        Text(words.test, "center", bold=True),
        Rule(),
        Row(words.total, money(0, "CNY"), bold=True),
        Row("0123456789", "ABC abc 中文"),
        *_bottom("", settings, words),
    ]


def money(minor: int, currency: str) -> str:
    """An amount with its sign and always with its decimals."""
    return format_money(minor, currency, "always")


def number(minor: int, currency: str) -> str:
    """An amount in a column: its decimals, no sign of the currency."""
    shown = format_money(abs(minor), currency, "always").lstrip("¥$€£ABCDEFGHIJKLMNOPQRSTUVWXYZ ")
    return f"−{shown}" if minor < 0 else shown


def title_of(receipt: Receipt, words: Words) -> str:
    """What kind of paper this is."""
    return words.refund if receipt.refund_of else words.sale


def paid_with(payment: ReceiptPayment, words: Words) -> str:
    """How it was paid: "团购券 抖音 …4821"."""
    platform = words.platforms.get(payment.platform, payment.platform)
    method = words.methods.get(payment.method, payment.method)
    return " ".join(part for part in (method, platform, payment.detail) if part)


def left_on(card: CardLeft, currency: str, words: Words) -> list[tuple[str, str]]:
    """What a card has left, as words and what stands at their right; the first names the card."""
    until = words.until.format(day=card.expires_on.isoformat()) if card.expires_on else ""
    if not card.counters:
        return [
            (f"{card.name} {card.number}", words.left.format(amount=money(card.balance, currency))),
            *([(until, "")] if until else []),
        ]
    uses = [(f"  {service}", words.uses.format(count=units)) for service, units in card.counters]
    return [(f"{card.name} {card.number}", ""), *uses, *([(until, "")] if until else [])]


def _top(shop: str, settings: ReceiptSettings) -> Iterator[Block]:
    yield Text(shop, "center", big=True, bold=True)
    for line in settings.head.splitlines():
        yield Text(line.strip(), "center")


def _banner(receipt: Receipt, words: Words) -> Iterator[Block]:
    yield Text(title_of(receipt, words), "center", bold=True)
    if receipt.status == "void":
        yield Text(words.void, "center", big=True, bold=True)
    elif receipt.held:
        yield Text(words.held, "center", bold=True)


def _facts(receipt: Receipt, words: Words) -> Iterator[Block]:
    facts = [
        (words.number, receipt.number),
        (words.time, f"{receipt.sold_at:%Y-%m-%d %H:%M}"),
        (words.customer, receipt.customer),
        (words.cashier, receipt.cashier),
        (words.refund_of, receipt.refund_of),
        (words.reason, receipt.refund_reason),
    ]
    for name, value in facts:
        if value:
            yield Text(f"{name}{words.colon}{value}")


def _line(line: ReceiptLine, currency: str, words: Words) -> Iterator[Block]:
    gross = line.quantity * line.unit_price
    yield Row(line.title, number(gross, currency))
    details = [words.comma.join(line.workers)]
    if line.quantity not in {1, -1}:
        details.append(f"{line.quantity} × {number(line.unit_price, currency)}".replace("-", "−"))
    told = "  ".join(part for part in details if part)
    if told:
        yield Text(f"  {told}")
    if line.discount:
        yield Row(f"  {words.off}", number(-line.discount, currency))


def _sums(receipt: Receipt, words: Words) -> Iterator[Block]:
    if receipt.discount or receipt.rounding:
        yield Row(words.gross, number(receipt.gross, receipt.currency))
    if receipt.discount:
        yield Row(words.discount, number(-receipt.discount, receipt.currency))
    if receipt.rounding:
        yield Row(words.rounding, number(receipt.rounding, receipt.currency))
    name = words.given_back if receipt.refund_of else words.total
    yield Row(name, money(receipt.total, receipt.currency), bold=True, big=True)


def _payments(receipt: Receipt, words: Words) -> Iterator[Block]:
    for payment in receipt.payments:
        yield Row(paid_with(payment, words), number(payment.amount, receipt.currency))
        if payment.given is not None and payment.given != payment.amount:
            yield Row(f"  {words.given}", number(payment.given, receipt.currency))
            yield Row(f"  {words.change}", number(payment.given - payment.amount, receipt.currency))
    if receipt.status == "open":
        yield Row(words.to_pay, money(receipt.total - receipt.paid, receipt.currency), bold=True)


def _cards(receipt: Receipt, words: Words) -> Iterator[Block]:
    if receipt.cards:
        yield Rule()
    for card in receipt.cards:
        for left, right in left_on(card, receipt.currency, words):
            yield Row(left, right)


def _bottom(invoice_number: str, settings: ReceiptSettings, words: Words) -> Iterator[Block]:
    yield Rule()
    if invoice_number:
        yield Text(f"{words.invoice}{words.colon}{invoice_number}")
    for line in settings.foot.splitlines():
        yield Text(line.strip(), "center")
    if settings.qr:
        yield Code(settings.qr)
    yield Text(words.no_invoice, "center")
