"""Reads what stands on a sale's receipt, and how the shop wants its receipts."""

from __future__ import annotations

import sqlite3

from merchant_desk.core.clock import parse_day, parse_wall
from merchant_desk.db.records import Reader
from merchant_desk.sales.receipts.model import CardLeft, Receipt, ReceiptLine, ReceiptPayment, ReceiptSettings
from merchant_desk.shop import store as shop_store

SETTING = "receipt"
_TAIL = 4  # of a voucher's code: enough to tell it by, too little to redeem it

_HEAD = """
SELECT sale.*, coalesce(customer.name, '') AS customer, coalesce(sold.number, '') AS refund_of_number
FROM sale LEFT JOIN customer ON customer.id = sale.customer_id LEFT JOIN sale sold ON sold.id = sale.refund_of
WHERE sale.id = :id
"""

_LINES = """
SELECT line.id, line.kind, line.title, line.quantity, line.unit_price, line.discount, line.amount,
    coalesce(worker.name, '') AS worker
FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id
WHERE line.sale_id = :id ORDER BY line.seq
"""

_SHARES = """
SELECT sale_share.sale_line_id, worker.name
FROM sale_share JOIN sale_line ON sale_line.id = sale_share.sale_line_id
JOIN worker ON worker.id = sale_share.worker_id
WHERE sale_line.sale_id = :id ORDER BY sale_share.share DESC, sale_share.id
"""

_PAYMENTS = """
SELECT payment.method, payment.amount, payment.at, payment.given, coalesce(voucher.platform, '') AS platform,
    coalesce(voucher.code, '') AS code, coalesce(card.number, '') AS card
FROM payment LEFT JOIN voucher ON voucher.id = payment.voucher_id LEFT JOIN card ON card.id = payment.card_id
WHERE payment.sale_id = :id ORDER BY payment.seq
"""

# What the cards that this sale sold or used had left when it was written: later entries are out.
_CARDS = """
WITH mine AS (
    SELECT entry.card_id, max(entry.created_at) AS until FROM card_entry entry
    WHERE entry.sale_id = :id GROUP BY entry.card_id)
SELECT card.id, card.kind, card.name, card.number, card.expires_on, counter.id AS counter_id,
    coalesce(service.name, '') AS service, sum(entry.principal + entry.bonus) AS balance,
    sum(entry.units) AS units
FROM mine JOIN card ON card.id = mine.card_id
JOIN card_entry entry ON entry.card_id = card.id AND entry.created_at <= mine.until AND entry.voided = 0
LEFT JOIN card_counter counter ON counter.id = entry.counter_id
LEFT JOIN service ON service.id = counter.service_id
WHERE card.kind <> 'deposit'
GROUP BY card.id, card.kind, card.name, card.number, card.expires_on, counter.id, counter.seq, service.name
ORDER BY card.number, counter.seq
"""


def settings(r: Reader) -> ReceiptSettings:
    """How the shop wants its receipts; what nobody chose is as usual."""
    kept = shop_store.setting(r, SETTING, {})
    return ReceiptSettings(**{name: value for name, value in kept.items() if name in _FIELDS})


_FIELDS = frozenset(ReceiptSettings.__slots__)


def receipt(r: Reader, sale_id: str) -> Receipt | None:
    """What stands on the receipt of a sale, or None where there is no such sale."""
    head = r.one(_HEAD, id=sale_id)
    if head is None:
        return None
    shop = shop_store.shop(r)
    together: dict[str, list[str]] = {}
    for row in r.all(_SHARES, id=sale_id):
        together.setdefault(row["sale_line_id"], []).append(row["name"])
    told = _line_back if head["refund_of_number"] else _line
    return Receipt(
        shop=shop.name if shop else "",
        currency=shop.currency if shop else "CNY",
        number=head["number"],
        status=head["status"],
        held=bool(head["held"]),
        sold_at=parse_wall(head["sold_at"]),
        customer=head["customer"],
        cashier=head["cashier"],
        refund_of=head["refund_of_number"],
        refund_reason=head["refund_reason"],
        invoice_number=head["invoice_number"],
        lines=tuple(told(row, together.get(row["id"], [])) for row in r.all(_LINES, id=sale_id)),
        payments=tuple(_payment(row) for row in r.all(_PAYMENTS, id=sale_id)),
        cards=_cards(r.all(_CARDS, id=sale_id)),
    )


def _line(row: sqlite3.Row, together: list[str]) -> ReceiptLine:
    return ReceiptLine(
        row["kind"],
        row["title"],
        _doers(row, together),
        row["quantity"],
        row["unit_price"],
        row["discount"],
        row["amount"],
    )


def _line_back(row: sqlite3.Row, together: list[str]) -> ReceiptLine:
    """What comes back of a line: the part of its price that is kept would read like a discount."""
    amount = row["amount"]
    pieces = row["quantity"] if amount % row["quantity"] == 0 else -1
    return ReceiptLine(row["kind"], row["title"], _doers(row, together), pieces, amount // pieces, 0, amount)


def _doers(row: sqlite3.Row, together: list[str]) -> tuple[str, ...]:
    return tuple(together) or tuple(name for name in (row["worker"],) if name)


def _payment(row: sqlite3.Row) -> ReceiptPayment:
    detail = f"…{row['code'][-_TAIL:]}" if row["code"] else row["card"]
    return ReceiptPayment(
        row["method"], row["amount"], parse_wall(row["at"]), row["given"], row["platform"], detail
    )


def _cards(rows: list[sqlite3.Row]) -> tuple[CardLeft, ...]:
    found: dict[str, CardLeft] = {}
    for row in rows:
        known = found.get(row["id"])
        counters = known.counters if known else ()
        if row["counter_id"] is not None:
            counters = (*counters, (row["service"], row["units"]))
        found[row["id"]] = CardLeft(
            name=row["name"],
            number=row["number"],
            balance=row["balance"] if row["kind"] == "balance" else 0,
            counters=counters,
            expires_on=parse_day(row["expires_on"]) if row["expires_on"] else None,
        )
    return tuple(found.values())
