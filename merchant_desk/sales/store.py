"""The books, read: rows of sales, open ones, a day's takings. One sale whole is in one_sale.py."""

from __future__ import annotations

import datetime as dt
import sqlite3

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader, in_list
from merchant_desk.sales.model import OpenSale, SaleRow
from merchant_desk.sales.one_sale import SOURCES, reopened, sale

__all__ = ["is_closed", "often_sold", "open_sales", "reopened", "rows_of", "sale", "takings", "visits"]

_PORTION = 500


def rows_of(reader: Reader, found: list[sqlite3.Row]) -> list[SaleRow]:
    """Rows of the books for rows with id, number, sold_at, customer, total and status, in their order."""
    rows: list[SaleRow] = []
    # A statement takes only so many names, and the more it has the slower it gets at each of them.
    for first in range(0, len(found), _PORTION):
        rows += _portion(reader, found[first : first + _PORTION])
    return rows


def _portion(reader: Reader, found: list[sqlite3.Row]) -> list[SaleRow]:
    """One query for each kind of detail and not one for each sale."""
    marks, ids = in_list("sale", [row["id"] for row in found])
    lines: dict[str, list[sqlite3.Row]] = {}
    for line in reader.all(_LINES.format(sales=marks), **ids):
        lines.setdefault(line["sale_id"], []).append(line)
    together: dict[str, list[str]] = {}
    for share in reader.all(_SHARES.format(sales=marks), **ids):
        together.setdefault(share["sale_line_id"], []).append(share["name"])
    methods: dict[str, list[str]] = {}
    for payment in reader.all(_PAYMENTS.format(sales=marks), **ids):
        methods.setdefault(payment["sale_id"], []).append(payment["method"])
    sources = {row["sale_id"]: row for row in reader.all(SOURCES.format(sales=marks), **ids)}
    return [
        _row(row, lines.get(row["id"], []), together, methods.get(row["id"], []), sources) for row in found
    ]


def _row(
    row: sqlite3.Row,
    lines: list[sqlite3.Row],
    together: dict[str, list[str]],
    methods: list[str],
    sources: dict[str, sqlite3.Row],
) -> SaleRow:
    source = sources.get(row["id"])
    doers = [name for line in lines for name in together.get(line["id"], [line["worker"]])]
    return SaleRow(
        id=row["id"],
        number=row["number"],
        sold_at=parse_wall(row["sold_at"]),
        customer=row["customer"],
        services=" + ".join(line["title"] for line in lines if line["title"]),
        workers=", ".join(dict.fromkeys(name for name in doers if name)),
        total=row["total"],
        methods=tuple(dict.fromkeys(methods)),
        source_kind=source["kind"] if source else "",
        source_title=source["title"] if source else "",
        status=row["status"],
    )


_LINES = """
SELECT line.id, line.sale_id, line.title, coalesce(worker.name, '') AS worker
FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id
WHERE line.sale_id IN {sales} ORDER BY line.sale_id, line.seq
"""

_SHARES = """
SELECT share.sale_line_id, worker.name
FROM sale_line line JOIN sale_share share ON share.sale_line_id = line.id
JOIN worker ON worker.id = share.worker_id
WHERE line.sale_id IN {sales} ORDER BY share.share DESC, worker.seq
"""

_PAYMENTS = """
SELECT payment.sale_id, payment.method
FROM payment WHERE payment.sale_id IN {sales} ORDER BY payment.sale_id, payment.seq
"""


def open_sales(reader: Reader) -> list[OpenSale]:
    """What is not paid yet, the oldest first: sales put aside at the till, and owed ones."""
    found = reader.all(
        "SELECT sale.*, coalesce(customer.name, '') AS customer,"
        " (SELECT coalesce(sum(amount), 0) FROM payment WHERE payment.sale_id = sale.id) AS paid"
        " FROM sale LEFT JOIN customer ON customer.id = sale.customer_id"
        " WHERE sale.status = 'open' AND sale.opened_at IS NOT NULL ORDER BY sale.opened_at, sale.number"
    )
    if not found:
        return []
    marks, ids = in_list("sale", [row["id"] for row in found])
    titles: dict[str, list[str]] = {}
    for line in reader.all(_LINES.format(sales=marks), **ids):
        titles.setdefault(line["sale_id"], []).append(line["title"])
    return [
        OpenSale(
            id=row["id"],
            number=row["number"],
            opened_at=parse_wall(row["opened_at"]),
            held=bool(row["held"]),
            customer_id=row["customer_id"],
            customer=row["customer"],
            what=" + ".join(title for title in titles.get(row["id"], ()) if title),
            total=row["total"],
            left=row["total"] - row["paid"],
            appointment_id=row["appointment_id"],
        )
        for row in found
    ]


def takings(reader: Reader, day: dt.date) -> int:
    """What customers paid on that day in money and without tips, in minor units; void sales are out."""
    found = reader.value(
        "SELECT coalesce(sum(takings), 0) FROM sale WHERE day = :day AND status = 'paid'", day=day.isoformat()
    )
    return int(found)


def is_closed(reader: Reader, sale_id: str) -> bool:
    """Whether the day on which a sale counts is closed, or one on which something of it was paid."""
    found = reader.value(
        "SELECT 1 FROM day_close WHERE day = (SELECT day FROM sale WHERE id = :id)"
        " OR day IN (SELECT substr(at, 1, 10) FROM payment WHERE sale_id = :id)",
        id=sale_id,
    )
    return found is not None


def visits(reader: Reader, customer_id: str, before: dt.date = dt.date.max) -> int:
    """On how many days before that one this customer had a paid sale."""
    found = reader.value(
        "SELECT count(DISTINCT day) FROM sale WHERE customer_id = :id AND status = 'paid'"
        " AND refund_of IS NULL AND day < :before",
        id=customer_id,
        before=before.isoformat(),
    )
    return int(found)


def often_sold(reader: Reader, since: dt.date) -> dict[str, int]:
    """Service id -> how many lines of it were sold since that day; void sales are out."""
    found = reader.all(
        "SELECT line.service_id, count(*) AS times FROM sale JOIN sale_line line ON line.sale_id = sale.id"
        " WHERE sale.day >= :since AND sale.status = 'paid' AND sale.refund_of IS NULL"
        " AND line.service_id IS NOT NULL"
        " GROUP BY line.service_id",
        since=since.isoformat(),
    )
    return {row["service_id"]: row["times"] for row in found}
