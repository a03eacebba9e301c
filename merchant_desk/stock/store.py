"""Reads the products and what is there of each."""

from __future__ import annotations

import sqlite3

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader
from merchant_desk.stock.model import Product, StockEntry

# An entry of a sale counts as long as the sale does.
_COUNTS = "(stock_entry.sale_line_id IS NULL OR sale.status = 'paid')"
_ENTRIES = (
    " FROM stock_entry LEFT JOIN sale_line ON sale_line.id = stock_entry.sale_line_id"
    " LEFT JOIN sale ON sale.id = sale_line.sale_id "
)
_PRODUCT = (
    "SELECT product.id, product.name, product.code, product.price, product.cost, product.low_mark,"
    f" (SELECT coalesce(sum(CASE WHEN {_COUNTS} THEN stock_entry.quantity ELSE 0 END), 0)"
    + _ENTRIES
    + "WHERE stock_entry.product_id = product.id) AS stock, product.archived_at FROM product "
)


def products(r: Reader, archived: bool = False) -> list[Product]:
    """The products with their stock, in the shop's own order; with `archived` also those given up, last."""
    if archived:
        first = "ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, seq, id"
        return [_product(row) for row in r.all(_PRODUCT + first)]
    return [_product(row) for row in r.all(_PRODUCT + "WHERE archived_at IS NULL ORDER BY seq, id")]


def product(r: Reader, product_id: str) -> Product | None:
    """One product, given up or not."""
    row = r.one(_PRODUCT + "WHERE product.id = :id", id=product_id)
    return None if row is None else _product(row)


def low(r: Reader) -> list[Product]:
    """The products on sale that are to be ordered: at their low mark or below it."""
    return [one for one in products(r) if one.is_low]


def stock_of(r: Reader, product_id: str) -> int:
    """How many pieces there are, by the entries that count."""
    pieces: int = r.value(
        "SELECT coalesce(sum(stock_entry.quantity), 0)"
        + _ENTRIES
        + f"WHERE stock_entry.product_id = :product AND {_COUNTS}",
        product=product_id,
    )
    return pieces


def entries(r: Reader, product_id: str) -> list[StockEntry]:
    """All that happened to a product's stock, newest first, each with what was there after it."""
    rows = r.all(
        "SELECT stock_entry.id, stock_entry.kind, stock_entry.at, stock_entry.quantity, stock_entry.counted,"
        " stock_entry.unit_cost, stock_entry.note, sale.id AS sale_id, sale.number AS sale_number,"
        f" CASE WHEN {_COUNTS} THEN 1 ELSE 0 END AS counts"
        + _ENTRIES
        + "WHERE stock_entry.product_id = :product ORDER BY stock_entry.at, stock_entry.id",
        product=product_id,
    )
    found: list[StockEntry] = []
    there = 0
    for row in rows:
        there += row["quantity"] if row["counts"] else 0
        found.append(_entry(row, there))
    return found[::-1]


def _product(row: sqlite3.Row) -> Product:
    return Product(
        id=row["id"],
        name=row["name"],
        code=row["code"],
        price=row["price"],
        cost=row["cost"],
        low_mark=row["low_mark"],
        stock=row["stock"],
        archived=row["archived_at"] is not None,
    )


def _entry(row: sqlite3.Row, after: int) -> StockEntry:
    return StockEntry(
        id=row["id"],
        kind=row["kind"],
        at=parse_wall(row["at"]),
        quantity=row["quantity"],
        counted=row["counted"],
        unit_cost=row["unit_cost"],
        note=row["note"],
        sale_id=row["sale_id"],
        sale_number=row["sale_number"] or "",
        counts=bool(row["counts"]),
        after=after,
    )
