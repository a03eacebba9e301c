"""A file of every released schema opens, with all that was in it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
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
    assert file.value("SELECT total FROM sale WHERE status = 'paid'") == 12_800
    assert (
        file.value("SELECT title FROM touch JOIN content ON content.id = touch.content_id") == "Three minutes"
    )
    undone = history.undo(file)
    assert undone.verb == "check_out"
    assert file.value("SELECT status FROM sale") == "void"
    file.close()
