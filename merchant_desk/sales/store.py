"""The books, read: rows of sales, one sale whole, a day's takings."""

from __future__ import annotations

import datetime as dt
import sqlite3
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import parse_wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, in_list
from merchant_desk.sales.model import BookTotals, PaidVoucher, Payment, Sale, SaleLine, SaleRow, SaleSource
from merchant_desk.shop import store as shop_store

_FOUND = """
FROM sale LEFT JOIN customer ON customer.id = sale.customer_id
WHERE sale.day >= :from_day AND sale.day <= :to_day AND sale.status <> 'open'
AND (:text = '' OR sale.number LIKE :like ESCAPE '!' OR customer.search LIKE :like ESCAPE '!'
    OR EXISTS (SELECT 1 FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id
        WHERE line.sale_id = sale.id
        AND (lower(line.title) LIKE :like ESCAPE '!' OR lower(worker.name) LIKE :like ESCAPE '!')))
"""

_ROWS = (
    "SELECT sale.id, sale.number, sale.sold_at, coalesce(customer.name, '') AS customer, sale.total,"
    " sale.status" + _FOUND + "ORDER BY sale.day DESC, sale.sold_at DESC, sale.number DESC LIMIT :limit"
)

_TOTALS = (
    "SELECT coalesce(sum(CASE WHEN sale.status = 'paid' THEN 1 ELSE 0 END), 0) AS sales,"
    " coalesce(sum(CASE WHEN sale.status = 'paid' THEN sale.total ELSE 0 END), 0) AS total,"
    " coalesce(sum(CASE WHEN sale.status = 'void' THEN 1 ELSE 0 END), 0) AS void" + _FOUND
)


def sales(
    reader: Reader,
    text: str = "",
    from_day: dt.date | None = None,
    to_day: dt.date | None = None,
    limit: int = 500,
) -> list[SaleRow]:
    """The newest sales first, void ones too; `text` finds numbers, customers, services and workers."""
    return rows_of(reader, reader.all(_ROWS, **_asked(text, from_day, to_day), limit=limit))


def totals(
    reader: Reader, text: str = "", from_day: dt.date | None = None, to_day: dt.date | None = None
) -> BookTotals:
    """What all the sales that `sales` would find come to, however many are listed."""
    found = reader.all(_TOTALS, **_asked(text, from_day, to_day))[0]
    return BookTotals(found["sales"], found["total"], found["void"])


def _asked(text: str, from_day: dt.date | None, to_day: dt.date | None) -> dict[str, object]:
    typed = fold(text)
    pattern = typed.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return {
        "from_day": from_day.isoformat() if from_day else "",
        "to_day": to_day.isoformat() if to_day else "9999-12-31",
        "text": typed,
        "like": f"%{pattern}%",
    }


def rows_of(reader: Reader, found: list[sqlite3.Row]) -> list[SaleRow]:
    """Rows of the books for rows with id, number, sold_at, customer, total and status, in their order."""
    if not found:
        return []
    # One query for each kind of detail and not one for each sale.
    marks, ids = in_list("sale", [row["id"] for row in found])
    lines: dict[str, list[sqlite3.Row]] = {}
    for line in reader.all(_LINES.format(sales=marks), **ids):
        lines.setdefault(line["sale_id"], []).append(line)
    methods: dict[str, list[str]] = {}
    for payment in reader.all(_PAYMENTS.format(sales=marks), **ids):
        methods.setdefault(payment["sale_id"], []).append(payment["method"])
    sources = {row["sale_id"]: row for row in reader.all(_SOURCES.format(sales=marks), **ids)}
    return [_row(row, lines.get(row["id"], []), methods.get(row["id"], []), sources) for row in found]


def _row(
    row: sqlite3.Row, lines: list[sqlite3.Row], methods: list[str], sources: dict[str, sqlite3.Row]
) -> SaleRow:
    source = sources.get(row["id"])
    return SaleRow(
        id=row["id"],
        number=row["number"],
        sold_at=parse_wall(row["sold_at"]),
        customer=row["customer"],
        services=" + ".join(line["title"] for line in lines),
        workers=", ".join(dict.fromkeys(line["worker"] for line in lines if line["worker"])),
        total=row["total"],
        methods=tuple(dict.fromkeys(methods)),
        source_kind=source["kind"] if source else "",
        source_title=source["title"] if source else "",
        status=row["status"],
    )


_LINES = """
SELECT line.sale_id, line.title, coalesce(worker.name, '') AS worker
FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id
WHERE line.sale_id IN {sales} ORDER BY line.sale_id, line.seq
"""

_PAYMENTS = """
SELECT payment.sale_id, payment.method
FROM payment WHERE payment.sale_id IN {sales} ORDER BY payment.sale_id, payment.seq
"""

# What was said at the sale and what was said when its appointment was made; ordered so that the strongest
# evidence comes last and wins.
_SOURCES = """
WITH said AS (
    SELECT touch.id, touch.sale_id FROM touch WHERE touch.sale_id IN {sales}
    UNION
    SELECT touch.id, sale.id AS sale_id FROM sale JOIN touch ON touch.appointment_id = sale.appointment_id
    WHERE sale.id IN {sales} AND touch.sale_id IS NULL)
SELECT said.sale_id, coalesce(content.kind, channel.kind) AS kind,
    coalesce(content.title, channel.name, '') AS title, touch.evidence, touch.at, touch.asked_by
FROM said JOIN touch ON touch.id = said.id LEFT JOIN content ON content.id = touch.content_id
LEFT JOIN channel ON channel.id = touch.channel_id
ORDER BY said.sale_id, touch.strength, touch.at, touch.id
"""


def sale(reader: Reader, sale_id: str) -> Sale | None:
    """One sale whole, or None."""
    head = reader.one(
        "SELECT sale.*, coalesce(customer.name, '') AS customer,"
        " coalesce(customer.phone_typed, '') AS phone FROM sale"
        " LEFT JOIN customer ON customer.id = sale.customer_id WHERE sale.id = :id",
        id=sale_id,
    )
    if head is None:
        return None
    lines = reader.all(
        "SELECT line.*, coalesce(worker.name, '') AS worker FROM sale_line line"
        " LEFT JOIN worker ON worker.id = line.worker_id WHERE line.sale_id = :id ORDER BY line.seq",
        id=sale_id,
    )
    payments = reader.all(
        "SELECT payment.*, voucher.platform, voucher.code, voucher.list_price, voucher.pays_out FROM payment"
        " LEFT JOIN voucher ON voucher.id = payment.voucher_id WHERE sale_id = :id ORDER BY payment.seq",
        id=sale_id,
    )
    marks, ids = in_list("sale", [sale_id])
    sources = reader.all(_SOURCES.format(sales=marks), **ids)
    return Sale(
        id=head["id"],
        number=head["number"],
        sold_at=parse_wall(head["sold_at"]),
        customer_id=head["customer_id"],
        customer=head["customer"],
        customer_phone=head["phone"],
        appointment_id=head["appointment_id"],
        cashier=head["cashier"],
        status=head["status"],
        total=head["total"],
        void_reason=head["void_reason"],
        voided_at=_voided_at(reader, head["voided_at"]),
        note=head["note"],
        lines=tuple(
            SaleLine(
                kind=row["kind"],
                title=row["title"],
                worker=row["worker"],
                quantity=row["quantity"],
                unit_price=row["unit_price"],
                discount=row["discount"],
                amount=row["amount"],
            )
            for row in lines
        ),
        payments=tuple(_payment(row) for row in payments),
        sources=tuple(
            SaleSource(row["kind"], row["title"], row["evidence"], parse_wall(row["at"]), row["asked_by"])
            for row in reversed(sources)
        ),
    )


def _payment(row: sqlite3.Row) -> Payment:
    voucher = None
    if row["voucher_id"] is not None:
        voucher = PaidVoucher(row["platform"], row["code"], row["list_price"], row["pays_out"])
    return Payment(row["method"], row["amount"], row["fee"], voucher)


def _voided_at(reader: Reader, epoch_ms: int | None) -> dt.datetime | None:
    if epoch_ms is None:
        return None
    zone = ZoneInfo(shop_store.zone(reader))
    return dt.datetime.fromtimestamp(epoch_ms / 1000, zone).replace(tzinfo=None, microsecond=0)


def takings(reader: Reader, day: dt.date) -> int:
    """What customers paid on that day, in minor units; void sales are out."""
    found = reader.value(
        "SELECT coalesce(sum(takings), 0) FROM sale WHERE day = :day AND status = 'paid'", day=day.isoformat()
    )
    return int(found)


def visits(reader: Reader, customer_id: str) -> int:
    """On how many days this customer had a paid sale."""
    found = reader.value(
        "SELECT count(DISTINCT day) FROM sale WHERE customer_id = :id AND status = 'paid'", id=customer_id
    )
    return int(found)


def often_sold(reader: Reader, since: dt.date) -> dict[str, int]:
    """Service id -> how many lines of it were sold since that day; void sales are out."""
    found = reader.all(
        "SELECT line.service_id, count(*) AS times FROM sale JOIN sale_line line ON line.sale_id = sale.id"
        " WHERE sale.day >= :since AND sale.status = 'paid' AND line.service_id IS NOT NULL"
        " GROUP BY line.service_id",
        since=since.isoformat(),
    )
    return {row["service_id"]: row["times"] for row in found}
