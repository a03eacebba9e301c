"""The one door for writes: an act is one transaction that writes its own history beside its rows."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

from merchant_desk.core.clock import Clock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.ids import new_id

# The topic a page names in order to hear of a table's changes.
TOPICS = {
    "setting": "shop",
    "opening": "shop",
    "closed_day": "shop",
    "holiday": "shop",
    "worker": "team",
    "shift": "team",
    "shift_break": "team",
    "shift_exception": "team",
    "time_off": "team",
    "category": "catalog",
    "place": "catalog",
    "service": "catalog",
    "worker_service": "catalog",
    "customer": "customers",
    "channel": "sources",
    "content": "sources",
    "content_cost": "sources",
    "content_stat": "sources",
    "touch": "sources",
    "series": "appointments",
    "waiting": "waiting",
    "appointment": "appointments",
    "appointment_line": "appointments",
    "sale": "sales",
    "sale_line": "sales",
    "payment": "sales",
    "sale_share": "sales",
    "voucher": "sales",
    "voucher_product": "vouchers",
    "settlement": "vouchers",
    "card_type": "prepaid",
    "card_type_counter": "prepaid",
    "card": "prepaid",
    "card_counter": "prepaid",
    "card_entry": "prepaid",
    "product": "stock",
    "stock_entry": "stock",
    "commission_rule": "commission",
    "commission_entry": "sales",
    "drawer_entry": "drawer",
    "day_close": "drawer",
    "day_count": "drawer",
    "day_piece": "drawer",
    "import_run": "exchange",
    "import_row": "exchange",
}

_BATCH = 500

# A row's id, its changed columns before (None: it was not there), and after (None: it is gone).
_Columns = Mapping[str, object] | None
_Change = tuple[str, _Columns, _Columns]


class Reader(Protocol):
    """Whatever answers SQL with rows; parameters are named (`:day`)."""

    def all(self, sql: str, /, **params: object) -> list[sqlite3.Row]:
        """Every row of the answer."""

    def one(self, sql: str, /, **params: object) -> sqlite3.Row | None:
        """The first row, or None."""

    def value(self, sql: str, /, **params: object) -> Any:
        """The first column of the first row, or None."""


class Rows:
    """A Reader on one connection."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def all(self, sql: str, /, **params: object) -> list[sqlite3.Row]:
        """Every row of the answer."""
        return self._conn.execute(sql, params).fetchall()

    def one(self, sql: str, /, **params: object) -> sqlite3.Row | None:
        """The first row, or None."""
        row: sqlite3.Row | None = self._conn.execute(sql, params).fetchone()
        return row

    def value(self, sql: str, /, **params: object) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, **params)
        return None if row is None else row[0]


class Act(Rows):
    """An open transaction: reads what it has written, and keeps each change for undo.

    With `history` off no change is kept (bulk loads that are not undone).
    """

    def __init__(self, conn: sqlite3.Connection, clock: Clock, *, history: bool = True) -> None:
        super().__init__(conn)
        self.id = new_id()
        self.topics: set[str] = set()
        self._clock = clock
        self._now = clock.epoch_ms()
        self._history = history
        self._seq = 0

    @property
    def now_ms(self) -> int:
        """The act's time: UTC epoch milliseconds."""
        return self._now

    @property
    def now(self) -> dt.datetime:
        """The shop's wall time, naive."""
        return self._clock.now()

    def insert(self, table: str, row: Mapping[str, object]) -> str:
        """Insert one row; gives its id, made here where `row` has none."""
        full = self._complete(row)
        columns = ", ".join(full)
        marks = ", ".join("?" * len(full))
        self._conn.execute(
            f"INSERT INTO {self._known(table)} ({columns}) VALUES ({marks})", tuple(full.values())
        )
        self._keep(table, str(full["id"]), None, full)
        return str(full["id"])

    def insert_many(self, table: str, rows: Iterable[Mapping[str, object]]) -> int:
        """Insert rows that all have the columns of the first; gives how many there were."""
        self._known(table)
        source = iter(rows)
        count = 0
        while batch := [self._complete(row) for row in islice(source, _BATCH)]:
            columns = ", ".join(batch[0])
            marks = ", ".join("?" * len(batch[0]))
            names = list(batch[0])
            self._conn.executemany(
                f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                [tuple(row[name] for name in names) for row in batch],
            )
            self._keep_all(table, [(str(row["id"]), None, row) for row in batch])
            count += len(batch)
        return count

    def update(self, table: str, row_id: str, **columns: object) -> None:
        """Set columns of one row; what already has the value is left alone. Raises DeskError "gone"."""
        row = self._row(table, row_id)
        changed = {name: value for name, value in columns.items() if row[name] != value}
        if not changed:
            return
        self._write(table, row, changed)

    def update_many(self, table: str, row_ids: Iterable[str], **columns: object) -> None:
        """Set the same columns of many rows. Raises DeskError "gone" where one is not there."""
        self._known(table)
        sets = ", ".join(f"{name} = ?" for name in columns)
        source = iter(row_ids)
        while batch := list(islice(source, _BATCH)):
            marks, params = in_list("id", batch)
            before = {
                row["id"]: {name: row[name] for name in columns}
                for row in self.all(
                    f"SELECT id, {', '.join(columns)} FROM {table} WHERE id IN {marks}", **params
                )
            }
            if len(before) < len(set(batch)):
                raise DeskError("gone", table=table, id=next(one for one in batch if one not in before))
            self._conn.executemany(
                f"UPDATE {table} SET {sets}, updated_at = ?, rev = rev + 1 WHERE id = ?",
                [(*columns.values(), self._now, row_id) for row_id in batch],
            )
            self._keep_all(table, [(row_id, before[row_id], columns) for row_id in batch])

    def delete(self, table: str, row_id: str) -> None:
        """Delete one row. Raises DeskError "gone" when it is not there, "in_use" when another needs it."""
        row = self._row(table, row_id)
        self._conn.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        self._keep(table, row_id, dict(row), None)

    def _write(self, table: str, row: sqlite3.Row, changed: Mapping[str, object]) -> None:
        values = {**changed, "updated_at": self._now, "rev": row["rev"] + 1}
        sets = ", ".join(f"{name} = ?" for name in values)
        self._conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), row["id"]))
        before = {name: row[name] for name in changed}
        self._keep(table, row["id"], before, changed)

    def _row(self, table: str, row_id: str) -> sqlite3.Row:
        row = self.one(f"SELECT * FROM {self._known(table)} WHERE id = :id", id=row_id)
        if row is None:
            raise DeskError("gone", table=table, id=row_id)
        return row

    def _complete(self, row: Mapping[str, object]) -> dict[str, object]:
        full = dict(row)
        full.setdefault("id", None)
        full["id"] = full["id"] or new_id()
        full.setdefault("created_at", self._now)
        full.setdefault("updated_at", self._now)
        full.setdefault("rev", 1)
        return full

    def _known(self, table: str) -> str:
        self.topics.add(TOPICS[table])
        return table

    def _keep(self, table: str, row_id: str, before: _Columns, after: _Columns) -> None:
        self._keep_all(table, [(row_id, before, after)])

    def _keep_all(self, table: str, changes: Sequence[_Change]) -> None:
        if not self._history:
            return
        first = self._seq + 1
        self._seq += len(changes)
        self._conn.executemany(
            "INSERT INTO change (act_id, seq, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (self.id, seq, table, row_id, _json(before), _json(after))
                for seq, (row_id, before, after) in enumerate(changes, start=first)
            ],
        )


def in_list(name: str, values: Sequence[object]) -> tuple[str, dict[str, object]]:
    """The text and the parameters of an IN list: "(:day0, :day1)" and their values by name."""
    params = {f"{name}{index}": value for index, value in enumerate(values)}
    return "(" + ", ".join(f":{key}" for key in params) + ")", params


def literal(text: str) -> str:
    """`text` for LIKE ... ESCAPE '!', with its own % and _ meaning themselves."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _json(columns: _Columns) -> str | None:
    return None if columns is None else json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
