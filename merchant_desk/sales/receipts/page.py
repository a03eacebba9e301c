"""A receipt as HTML: a roll's as it comes out of a receipt printer, and a whole page; nothing here draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from merchant_desk.sales.receipts.layout import (
    Block,
    Code,
    Rule,
    Text,
    left_on,
    money,
    number,
    paid_with,
    title_of,
)
from merchant_desk.sales.receipts.model import Receipt, ReceiptLine, ReceiptSettings
from merchant_desk.sales.receipts.words import Words, words_in

# Of a simple kind of HTML, which is all that is turned into print: tables, and no more style than it knows.
_ROLL = """
body { color: #000000; font-size: 8.5pt; }
p { margin-top: 0px; margin-bottom: 1px; }
td { padding-bottom: 1px; }
"""

_PAGE = """
body { color: #000000; }
h1 { font-size: 17pt; margin-top: 0px; margin-bottom: 2px; }
h2 { font-size: 13pt; margin-top: 14px; margin-bottom: 6px; }
p { font-size: 9.5pt; color: #333333; margin-top: 0px; margin-bottom: 3px; }
table { border-collapse: collapse; border-style: solid; border-width: 0px; }
th { font-size: 9pt; color: #444444; border-bottom: 1px solid #000000;
    padding-top: 3px; padding-bottom: 3px; padding-right: 8px; }
td { font-size: 10.5pt; border-bottom: 1px solid #cccccc;
    padding-top: 5px; padding-bottom: 5px; padding-right: 8px; }
"""

_GAP = '<p style="font-size: 6pt">&nbsp;</p>'
_QR_DOTS = {58: 104, 80: 128, 210: 96}


def roll(blocks: Iterable[Block], paper: int) -> str:
    """A receipt for a roll of `paper` millimetres. Whatever was typed is written as it is."""
    inside = "".join(_block(block, paper) for block in blocks)
    return f"<html><head><style>{_ROLL}</style></head><body>{inside}</body></html>"


def page(receipt: Receipt, settings: ReceiptSettings) -> str:
    """A receipt for A4. Whatever was typed is written as it is."""
    words = words_in(settings.language)
    head = "".join(f"<p>{_text(line)}</p>" for line in settings.head.splitlines())
    void = f" · {_text(words.void)}" if receipt.status == "void" else ""
    held = f" · {_text(words.held)}" if receipt.held else ""
    parts = (
        f"<h1>{_text(receipt.shop)}</h1>{head}",
        f"<h2>{_text(title_of(receipt, words))}{void}{held}</h2>",
        _facts(receipt, words),
        _GAP,
        _lines(receipt, words),
        _GAP,
        _sums(receipt, words),
        _GAP,
        *_cards(receipt, words),
        _bottom(settings, words),
    )
    return f"<html><head><style>{_PAGE}</style></head><body>{''.join(parts)}</body></html>"


def _block(block: Block, paper: int) -> str:
    if isinstance(block, Rule):
        return '<hr style="margin-top: 2px; margin-bottom: 2px"/>'
    if isinstance(block, Code):
        return f'<p align="center">{_qr(block.text, _QR_DOTS[paper])}</p>'
    # One span for both: Qt gives a <b> inside it the size of the body again.
    looks = f"font-size: {13 if block.big else 8.5}pt; font-weight: {'bold' if block.bold else 'normal'}"
    if isinstance(block, Text):
        return f'<p align="{block.align}"><span style="{looks}">{_indented(block.text)}</span></p>'
    right = f'&nbsp;<span style="{looks}">{_text(block.right)}</span>'
    cell = f'<td align="right" style="white-space: nowrap">{right}</td>' if block.right else ""
    left = f'<td><span style="{looks}">{_indented(block.left)}</span></td>'
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{left}{cell}</tr></table>'


def _facts(receipt: Receipt, words: Words) -> str:
    facts = [
        (words.number, receipt.number),
        (words.time, f"{receipt.sold_at:%Y-%m-%d %H:%M}"),
        (words.customer, receipt.customer),
        (words.cashier, receipt.cashier),
        (words.refund_of, receipt.refund_of),
        (words.reason, receipt.refund_reason),
        (words.invoice, receipt.invoice_number),
    ]
    told = (f"{_text(name + words.colon)}{_text(value)}" for name, value in facts if value)
    return f"<p>{'&nbsp;&nbsp;&nbsp; '.join(told)}</p>"


def _lines(receipt: Receipt, words: Words) -> str:
    heads = [(words.thing, 36, "left"), (words.worker, 16, "left"), (words.quantity, 8, "right")]
    heads += [(words.price, 13, "right"), (words.off, 13, "right"), (words.amount, 14, "right")]
    head = "".join(f'<th width="{wide}%" align="{side}">{_text(name)}</th>' for name, wide, side in heads)
    rows = "".join(f"<tr>{_line(line, receipt.currency, words)}</tr>" for line in receipt.things)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead>{rows}</table>'


def _line(line: ReceiptLine, currency: str, words: Words) -> str:
    right = (
        f"{line.quantity}".replace("-", "−"),
        number(line.unit_price, currency),
        number(-line.discount, currency) if line.discount else "",
        number(line.amount, currency),
    )
    left = (line.title, words.comma.join(line.workers))
    return "".join(f"<td>{_text(cell)}</td>" for cell in left) + "".join(
        f'<td align="right">{_text(cell)}</td>' for cell in right
    )


def _sums(receipt: Receipt, words: Words) -> str:
    rows: list[tuple[str, str, bool]] = []
    if receipt.discount or receipt.rounding:
        rows.append((words.gross, number(receipt.gross, receipt.currency), False))
    if receipt.discount:
        rows.append((words.discount, number(-receipt.discount, receipt.currency), False))
    if receipt.rounding:
        rows.append((words.rounding, number(receipt.rounding, receipt.currency), False))
    name = words.given_back if receipt.refund_of else words.total
    rows.append((name, money(receipt.total, receipt.currency), True))
    for payment in receipt.payments:
        rows.append((paid_with(payment, words), number(payment.amount, receipt.currency), False))
        if payment.given is not None and payment.given != payment.amount:
            rows.append((words.given, number(payment.given, receipt.currency), False))
            rows.append((words.change, number(payment.given - payment.amount, receipt.currency), False))
    if receipt.status == "open":
        rows.append((words.to_pay, money(receipt.total - receipt.paid, receipt.currency), True))
    return _right_table(rows)


def _right_table(rows: Sequence[tuple[str, str, bool]]) -> str:
    """Words and amounts in the right half of the page."""
    shown = "".join(
        '<tr><td width="50%" style="border-bottom: 0px"></td>'
        f'<td width="30%">{_strong(_text(name), bold)}</td>'
        f'<td width="20%" align="right">{_strong(_text(amount), bold)}</td></tr>'
        for name, amount, bold in rows
    )
    return f'<table width="100%" cellspacing="0">{shown}</table>'


def _cards(receipt: Receipt, words: Words) -> Iterable[str]:
    for card in receipt.cards:
        told = [f"{left} {right}".strip() for left, right in left_on(card, receipt.currency, words)]
        yield f"<p>{_text(' · '.join(told))}</p>"


def _bottom(settings: ReceiptSettings, words: Words) -> str:
    foot = "".join(f"<p>{_text(line)}</p>" for line in settings.foot.splitlines())
    code = f"<p>{_qr(settings.qr, _QR_DOTS[210])}</p>" if settings.qr else ""
    return f"{foot}{code}<p><b>{_text(words.no_invoice)}</b></p>"


def _qr(text: str, dots: int) -> str:
    """A QR code of `dots` screen dots, drawn finer than that so that it stays sharp on paper."""
    # Loaded when a receipt has one: few do.
    import segno

    code = segno.make(text, micro=False, error="m")
    return f'<img width="{dots}" height="{dots}" src="{code.png_data_uri(scale=12, border=3)}"/>'


def _strong(html: str, bold: bool) -> str:
    return f"<b>{html}</b>" if bold else html


def _indented(typed: str) -> str:
    """Typed text as it is, with the blanks it begins with."""
    bare = typed.lstrip(" ")
    return "&nbsp;" * (len(typed) - len(bare)) + _text(bare)


def _text(typed: str) -> str:
    return escape(typed).replace("\n", "<br/>")
