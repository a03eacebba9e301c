"""Writing much at once: the sample shop and imports, against executemany of the same rows."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from build_scripts.bench_tools import Measure
from merchant_desk.db.open import connect
from merchant_desk.sample.make import make_sample_shop

_FLOOR_IS = "executemany of the same rows into the same tables, without rules and references"

Rows = dict[str, list[tuple[object, ...]]]


def sample(sales: int, repeats: int) -> Measure:
    """Making the sample shop of that size."""
    what = f"sample shop of {sales:,} sales"
    return written(what, lambda path: make_sample_shop(path, sales=sales), repeats)


def written(
    what: str, ours: Callable[[Path], None], repeats: int, ready: Callable[[Path], None] | None = None
) -> Measure:
    """Rows per second of what `ours` writes into a file that `ready` may have prepared, not timed."""
    seconds: list[float] = []
    plain: list[float] = []
    count = 0
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "ours.desk")
            if ready is not None:
                ready(path)
            seconds.append(_seconds(partial(ours, path)))
            tables, rows = tables_of(path), rows_of(path)
            count = sum(len(of_table) for of_table in rows.values())
            plain.append(_insert(Path(folder, "floor.desk"), tables, rows))
    rates = count / statistics.median(seconds), count / statistics.median(plain)
    return Measure(f"{what}, {count:,} rows", *rates, "rows/s", _FLOOR_IS, more_is_better=True)


def tables_of(path: Path) -> str:
    """The SQL that makes the tables of a shop's file, as they are now, and their indexes."""
    with closing(connect(path)) as conn:
        made = conn.execute(
            "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
            " AND tbl_name <> '_sqlite_migrations' ORDER BY rowid"
        )
        return ";\n".join(row[0] for row in made)


def rows_of(path: Path) -> Rows:
    """Every row of a shop's file, by table."""
    with closing(connect(path)) as conn:
        names = [
            row[0]
            for row in conn.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '_sqlite_migrations'"
            )
        ]
        return {name: [tuple(row) for row in conn.execute(f"SELECT * FROM {name}")] for name in names}


def _insert(path: Path, tables: str, rows: Rows) -> float:
    with closing(connect(path)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.executescript(tables)

        def insert() -> None:
            conn.execute("BEGIN IMMEDIATE")
            for name, of_table in rows.items():
                if not of_table:
                    continue
                marks = ", ".join("?" * len(of_table[0]))
                conn.executemany(f"INSERT INTO {name} VALUES ({marks})", of_table)
            conn.execute("COMMIT")

        return _seconds(insert)


def _seconds(work: Callable[[], None]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before
