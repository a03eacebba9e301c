"""The till: a sale checked out with all that hangs on it, against the same rows written plainly."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from build_scripts.bench_tools import Measure, by_turns
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.ids import new_id
from merchant_desk.db.open import connect
from merchant_desk.desk import Desk, open_desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft

_FLOOR_IS = "the same rows inserted by sqlite3 in one commit, without rules and history"
_WRITTEN = ("sale", "sale_line", "payment", "commission_entry", "stock_entry")


def check_out(path: Path, moment: dt.datetime, repeats: int) -> list[Measure]:
    """Milliseconds of a walk-in's checkout with commission and stock; `path` is a sample shop, left alone."""
    ours_path, floor_path = path.with_suffix(".till"), path.with_suffix(".plain")
    for copy in (ours_path, floor_path):
        shutil.copy(path, copy)
    desk = open_desk(ours_path, FixedClock(moment))
    draft = _draft(desk)
    first = desk.sales.check_out(draft)
    with closing(connect(floor_path)) as conn:
        rows = _rows(desk, first)
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f'DROP TRIGGER "{name}"')
        conn.execute("PRAGMA foreign_keys = OFF")

        def plainly() -> int:
            _insert(conn, rows)
            return sum(len(found) for found in rows.values())

        def ours() -> int:
            desk.sales.check_out(draft)
            return sum(len(found) for found in rows.values())

        measure = Measure("a walk-in checked out", *by_turns(ours, plainly, repeats * 5), "ms", _FLOOR_IS)
    desk.file.close()
    return [measure]


def _draft(desk: Desk) -> SaleDraft:
    services = desk.file.all("SELECT id, name, price FROM service ORDER BY seq LIMIT 2")
    product = desk.file.one("SELECT id, name, price FROM product ORDER BY seq LIMIT 1")
    worker = desk.file.value("SELECT id FROM worker ORDER BY seq LIMIT 1")
    lines = [
        SaleLineDraft(row["name"], row["price"], service_id=row["id"], worker_id=worker) for row in services
    ]
    if product is not None:
        lines.append(
            SaleLineDraft(product["name"], product["price"], kind="product", product_id=product["id"])
        )
    total = sum(line.amount for line in lines)
    return SaleDraft(tuple(lines), (PaymentDraft("cash", 100_00), PaymentDraft("wechat", total - 100_00)))


def _rows(desk: Desk, sale_id: str) -> dict[str, list[dict[str, object]]]:
    """What the checkout of that sale wrote, by table."""
    of_lines = "SELECT id FROM sale_line WHERE sale_id = :id"
    where = {
        "sale": "id = :id",
        "stock_entry": f"sale_line_id IN ({of_lines})",
    }
    return {
        table: [
            dict(row)
            for row in desk.file.all(
                f"SELECT * FROM {table} WHERE {where.get(table, 'sale_id = :id')}", id=sale_id
            )
        ]
        for table in _WRITTEN
    }


def _insert(conn: sqlite3.Connection, rows: dict[str, list[dict[str, object]]]) -> None:
    conn.execute("BEGIN IMMEDIATE")
    sale_id = new_id()
    for table, found in rows.items():
        for row in found:
            fresh = {**row, "id": sale_id if table == "sale" else new_id()}
            if table == "sale":
                fresh["number"] = sale_id
            elif "sale_id" in row:
                fresh["sale_id"] = sale_id
            marks = ", ".join(f":{name}" for name in fresh)
            conn.execute(f"INSERT INTO {table} ({', '.join(fresh)}) VALUES ({marks})", fresh)
    conn.execute("COMMIT")
