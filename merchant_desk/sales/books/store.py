"""The books read: sales and payments that a question asks for, what they come to, and what is still open."""

from __future__ import annotations

import datetime as dt
import sqlite3

from merchant_desk.core.clock import parse_wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, in_list, literal
from merchant_desk.sales.books.model import BookFilter, BookRow, BookSums, MethodSum, PaymentRow
from merchant_desk.sales.store import rows_of

_ONE_DAY = dt.timedelta(days=1)

# The lines that a question names; without a name every line is meant.
_NAMED_LINE = """
(:kind = '' OR line.kind = :kind) AND (:service = '' OR line.service_id = :service)
AND (:worker = '' OR line.worker_id = :worker OR EXISTS (
    SELECT 1 FROM sale_share share WHERE share.sale_line_id = line.id AND share.worker_id = :worker))
"""

_TEXT = """
(:text = '' OR sale.number LIKE :like ESCAPE '!' OR customer.search LIKE :like ESCAPE '!'
    OR EXISTS (SELECT 1 FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id
        WHERE line.sale_id = sale.id
        AND (lower(line.title) LIKE :like ESCAPE '!' OR lower(worker.name) LIKE :like ESCAPE '!')))
"""

_FOUND = f"""
FROM sale LEFT JOIN customer ON customer.id = sale.customer_id
WHERE sale.day >= :from_day AND sale.day <= :to_day
AND (:state = '' OR (:state = 'refund' AND sale.status = 'paid' AND sale.refund_of IS NOT NULL)
    OR (sale.status = :state AND NOT (:state = 'paid' AND sale.refund_of IS NOT NULL)))
AND (:named = 0 OR EXISTS (SELECT 1 FROM sale_line line WHERE line.sale_id = sale.id AND {_NAMED_LINE}))
AND (:method = '' OR EXISTS (
    SELECT 1 FROM payment WHERE payment.sale_id = sale.id AND payment.method = :method))
AND {_TEXT}
"""

_ROWS = f"""
WITH found AS (
    SELECT sale.id {_FOUND} {{only}}
    ORDER BY sale.day DESC, sale.sold_at DESC, sale.number DESC LIMIT :limit)
SELECT sale.id, sale.number, sale.sold_at, coalesce(customer.name, '') AS customer, sale.total, sale.status,
    sale.takings, sale.held, coalesce(origin.number, '') AS refund_of,
    (SELECT coalesce(sum(-back.total), 0) FROM sale back
        WHERE back.refund_of = sale.id AND back.status = 'paid') AS refunded,
    (SELECT coalesce(sum(payment.amount), 0) FROM payment WHERE payment.sale_id = sale.id) AS paid,
    (SELECT coalesce(sum(entry.principal), 0) FROM card_entry entry
        WHERE entry.sale_id = sale.id AND entry.voided = 0) AS ahead
FROM found JOIN sale ON sale.id = found.id LEFT JOIN customer ON customer.id = sale.customer_id
LEFT JOIN sale origin ON origin.id = sale.refund_of
ORDER BY sale.day DESC, sale.sold_at DESC, sale.number DESC
"""

# One walk over what is found: the details are looked up where a sale has any.
_SUMS = f"""
SELECT coalesce(sum(CASE WHEN sale.status = 'paid' AND sale.refund_of IS NULL THEN 1 ELSE 0 END), 0) AS sales,
    coalesce(sum(CASE WHEN sale.status = 'paid' AND sale.refund_of IS NOT NULL THEN 1 ELSE 0 END), 0)
        AS refunds,
    coalesce(sum(CASE WHEN sale.status = 'open' THEN 1 ELSE 0 END), 0) AS waiting,
    coalesce(sum(CASE WHEN sale.status = 'void' THEN 1 ELSE 0 END), 0) AS void,
    coalesce(sum(CASE WHEN sale.status = 'paid' THEN sale.total ELSE 0 END), 0) AS total,
    coalesce(sum(CASE WHEN sale.status = 'paid' THEN sale.takings ELSE 0 END), 0) AS takings,
    coalesce(sum(CASE WHEN sale.status = 'paid' THEN (
        SELECT coalesce(sum(entry.principal), 0) FROM card_entry entry
        WHERE entry.sale_id = sale.id AND entry.voided = 0) ELSE 0 END), 0) AS ahead,
    coalesce(sum(CASE WHEN sale.status = 'open' THEN sale.total - (
        SELECT coalesce(sum(payment.amount), 0) FROM payment WHERE payment.sale_id = sale.id)
        ELSE 0 END), 0) AS owed,
    coalesce(sum(CASE WHEN :named = 1 AND sale.status = 'paid' THEN (
        SELECT coalesce(sum(line.amount), 0) FROM sale_line line
        WHERE line.sale_id = sale.id AND {_NAMED_LINE}) ELSE 0 END), 0) AS lines
{_FOUND} {{only}}
"""


def rows(reader: Reader, asked: BookFilter, limit: int = 500) -> list[BookRow]:
    """The newest sales first, open and void ones too."""
    only, ids = _only(asked)
    found = reader.all(_ROWS.format(only=only), **_params(asked), **ids, limit=limit)
    return [
        BookRow(
            sale=sale,
            takings=row["takings"],
            earned=row["takings"] - row["ahead"],
            held=bool(row["held"]),
            refund_of=row["refund_of"],
            refunded=row["refunded"],
            paid=row["paid"],
        )
        for row, sale in zip(found, rows_of(reader, found), strict=True)
    ]


def sums(reader: Reader, asked: BookFilter) -> BookSums:
    """What all the sales that `rows` would find come to, however many are listed."""
    only, ids = _only(asked)
    (row,) = reader.all(_SUMS.format(only=only), **_params(asked), **ids)
    return BookSums(
        sales=row["sales"],
        refunds=row["refunds"],
        open=row["waiting"],
        void=row["void"],
        total=row["total"],
        takings=row["takings"],
        earned=row["takings"] - row["ahead"],
        owed=row["owed"],
        lines=row["lines"] if asked.asks_for_lines else None,
    )


def _only(asked: BookFilter) -> tuple[str, dict[str, object]]:
    if asked.sale_ids is None:
        return "", {}
    if not asked.sale_ids:
        return "AND 1 = 0", {}
    marks, ids = in_list("sale", asked.sale_ids)
    return f"AND sale.id IN {marks}", ids


def _params(asked: BookFilter) -> dict[str, object]:
    return {
        "from_day": asked.from_day.isoformat() if asked.from_day else "",
        "to_day": asked.to_day.isoformat() if asked.to_day else "9999-12-31",
        "state": asked.state,
        "named": int(asked.asks_for_lines),
        "kind": asked.kind,
        "service": asked.service_id,
        "worker": asked.worker_id,
        "method": asked.method,
        **_typed(asked.text),
    }


def _typed(text: str) -> dict[str, object]:
    typed = fold(text)
    return {"text": typed, "like": f"%{literal(typed)}%"}


# What is put aside has no payments, and a payment of an open sale was made all the same.
_PAYMENTS_FOUND = f"""
FROM payment JOIN sale ON sale.id = payment.sale_id LEFT JOIN customer ON customer.id = sale.customer_id
LEFT JOIN voucher ON voucher.id = payment.voucher_id LEFT JOIN card ON card.id = payment.card_id
WHERE payment.at >= :from_day AND payment.at < :after
AND (:method = '' OR payment.method = :method)
AND (:way = '' OR (:way = 'in' AND payment.amount > 0) OR (:way = 'out' AND payment.amount < 0))
AND ({_TEXT} OR voucher.code LIKE :like ESCAPE '!' OR lower(card.number) LIKE :like ESCAPE '!')
"""

_PAYMENTS = f"""
SELECT payment.id, payment.at, payment.method, payment.amount, payment.fee, payment.reason, payment.sale_id,
    sale.number, sale.status, sale.refund_of, coalesce(customer.name, '') AS customer,
    coalesce(voucher.platform, '') AS platform, coalesce(voucher.code, card.number, '') AS paper
{_PAYMENTS_FOUND}
ORDER BY payment.at DESC, sale.number DESC, payment.seq DESC LIMIT :limit
"""

_BY_METHOD = f"""
SELECT payment.method, count(*) AS payments, sum(payment.amount) AS amount, sum(payment.fee) AS fee
{_PAYMENTS_FOUND} AND sale.status <> 'void'
GROUP BY payment.method ORDER BY amount DESC, payment.method
"""


def payments(reader: Reader, asked: BookFilter, limit: int = 500) -> list[PaymentRow]:
    """The newest payments first, those of void sales too."""
    found = reader.all(_PAYMENTS, **_payment_params(asked), limit=limit)
    return [_payment(row) for row in found]


def payment_sums(reader: Reader, asked: BookFilter) -> list[MethodSum]:
    """What all the payments that `payments` would find come to by their method, the largest first."""
    found = reader.all(_BY_METHOD, **_payment_params(asked))
    return [MethodSum(row["method"], row["payments"], row["amount"], row["fee"]) for row in found]


def _payment_params(asked: BookFilter) -> dict[str, object]:
    last = asked.to_day
    return {
        "from_day": asked.from_day.isoformat() if asked.from_day else "",
        "after": (last + _ONE_DAY).isoformat() if last and last < dt.date.max else "9999-12-31",
        "method": asked.method,
        "way": asked.way,
        **_typed(asked.text),
    }


def _payment(row: sqlite3.Row) -> PaymentRow:
    return PaymentRow(
        id=row["id"],
        at=parse_wall(row["at"]),
        method=row["method"],
        amount=row["amount"],
        fee=row["fee"],
        sale_id=row["sale_id"],
        number=row["number"],
        customer=row["customer"],
        status=row["status"],
        refund=row["refund_of"] is not None,
        platform=row["platform"],
        paper=row["paper"],
        reason=row["reason"],
    )
