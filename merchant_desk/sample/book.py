"""Rows waiting to be written, by table, in the order in which tables may be filled."""

from __future__ import annotations

import datetime as dt
from typing import Final

from merchant_desk.db.records import Act
from merchant_desk.sample.dice import Dice, epoch_ms

# A row stands after everything it points to.
TABLES: Final = (
    "setting",
    "opening",
    "closed_day",
    "worker",
    "shift",
    "shift_break",
    "shift_exception",
    "time_off",
    "category",
    "place",
    "service",
    "worker_service",
    "product",
    "voucher_product",
    "card_type",
    "card_type_counter",
    "commission_rule",
    "customer",
    "content",
    "content_cost",
    "content_stat",
    "series",
    "appointment",
    "appointment_line",
    "waiting",
    "sale",
    "card",
    "sale_line",
    "voucher",
    "payment",
    "card_entry",
    "stock_entry",
    "commission_entry",
    "touch",
)
# A closed day takes no more rows: these come after the sales are paid.
_LATE: Final = ("drawer_entry", "day_close", "day_count")


class Book:
    """Collects rows and hands them to an act, batch after batch, so that memory holds one batch only."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._rows: dict[str, list[dict[str, object]]] = {table: [] for table in (*TABLES, *_LATE)}
        self._voids: list[tuple[str, str, int]] = []

    def add(self, table: str, made_at: dt.datetime, /, **columns: object) -> str:
        """Keep a row made at that wall time; gives its id, made here where `columns` has none."""
        made = epoch_ms(made_at)
        row_id = columns.pop("id", None) or self._dice.id(made_at)
        row = {"id": row_id, **columns, "created_at": made, "updated_at": made, "rev": 1}
        self._rows[table].append(row)
        return str(row_id)

    def void(self, sale_id: str, reason: str, at: dt.datetime) -> None:
        """Let a kept sale end as void; it is written as paid first, as at a counter."""
        self._voids.append((sale_id, reason, epoch_ms(at)))

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._rows.values())

    def write(self, act: Act) -> None:
        """Write what was kept and forget it."""
        for table in TABLES:
            act.insert_many(table, self._rows[table])
        act.update_many("sale", [str(sale["id"]) for sale in self._rows["sale"]], status="paid")
        for sale_id, reason, at in self._voids:
            act.update("sale", sale_id, status="void", void_reason=reason, voided_at=at)
        for table in _LATE:
            act.insert_many(table, self._rows[table])
        for rows in self._rows.values():
            rows.clear()
        self._voids.clear()
