"""A file of every released schema opens, with all that was in it."""

from __future__ import annotations

import datetime as dt
import gzip
import sqlite3
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock, wall
from merchant_desk.db import health, history
from merchant_desk.db.open import SCHEMA, open_shop

OLD = sorted((Path(__file__).resolve().parents[1] / "old_databases").glob("schema-*.desk.gz"))


def test_there_is_a_file_of_every_schema() -> None:
    assert [file.name for file in OLD] == [f"schema-{number:04d}.desk.gz" for number in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("packed", OLD, ids=lambda file: file.name)
def test_an_old_file_opens_whole(packed: Path, tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "shop.desk"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    file = open_shop(path, clock, Changes())
    assert file.value("PRAGMA user_version") == SCHEMA
    assert health.check(file) == []
    assert file.value("SELECT name FROM customer") == "Ana"
    first = file.one("SELECT total, takings FROM sale WHERE status = 'paid' ORDER BY number LIMIT 1")
    assert first is not None
    assert tuple(first) == (12_800, 12_800)
    at = file.value("SELECT count(*) FROM payment JOIN sale ON sale.id = sale_id WHERE at <> sold_at")
    assert at == 0, "every payment has its time"
    assert (
        file.value("SELECT title FROM touch JOIN content ON content.id = touch.content_id") == "Three minutes"
    )
    while history.undo(file).verb != "check_out":
        pass
    newest = "SELECT status FROM sale WHERE refund_of IS NULL ORDER BY number DESC LIMIT 1"
    assert file.value(newest) == "void"
    assert health.check(file) == []
    file.close()


def test_what_was_called_off_late_stays_late(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "shop.desk"
    path.write_bytes(gzip.decompress(OLD[0].read_bytes()))
    conn = sqlite3.connect(path)
    for hours in (23, 25):
        conn.execute(
            "INSERT INTO appointment"
            " (id, customer_id, status, cancelled_by, cancelled_at, created_at, updated_at)"
            " SELECT :id, id, 'cancelled', 'customer', '2026-08-20T12:00', 0, 0 FROM customer",
            {"id": f"{hours}"},
        )
        start = dt.datetime(2026, 8, 20, 12) + dt.timedelta(hours=hours)
        conn.execute(
            "INSERT INTO appointment_line (id, appointment_id, seq, service_id, worker_id, start, end,"
            " busy_from, busy_to, created_at, updated_at)"
            " SELECT :id, :id, 0, service.id, worker.id, :at, :to, :at, :to, 0, 0"
            " FROM service, worker LIMIT 1",
            {"id": f"{hours}", "at": wall(start), "to": wall(start + dt.timedelta(hours=1))},
        )
    conn.commit()
    conn.close()
    file = open_shop(path, clock, Changes())
    late = {row["id"]: row["late_cancel"] for row in file.all("SELECT id, late_cancel FROM appointment")}
    assert (late["23"], late["25"]) == (1, 0)
    file.close()
