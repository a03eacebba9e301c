"""The books, read: rows of sales, open ones, a day's takings. One sale whole is in one_sale.py."""

from __future__ import annotations

import datetime as dt
import sqlite3

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader, in_list
from merchant_desk.sales.model import OpenSale, SaleRow
from merchant_desk.sales.one_sale import SOURCES, reopened, sale

__all__ = ["often_sold", "open_sales", "reopened", "rows_of", "sale", "takings", "visits"]


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
    sources = {row["sale_id"]: row for row in reader.all(SOURCES.format(sales=marks), **ids)}
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
        services=" + ".join(line["title"] for line in lines if line["title"]),
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


def visits(reader: Reader, customer_id: str) -> int:
    """On how many days this customer had a paid sale."""
    found = reader.value(
        "SELECT count(DISTINCT day) FROM sale WHERE customer_id = :id AND status = 'paid'"
        " AND refund_of IS NULL",
        id=customer_id,
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
