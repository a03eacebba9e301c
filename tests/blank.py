"""New shop files in a moment: the first is made with all its rules, the others are copies of its bytes."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import Clock, FixedClock
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop import store
from merchant_desk.shop.model import Shop


def new_shop(path: Path, clock: Clock, changes: Changes | None = None) -> ShopFile:
    """An empty shop file at `path`, open; tests/db tests how one is really made."""
    path.write_bytes(_made())
    return open_shop(path, clock, Changes() if changes is None else changes)


def closed_bytes(file: ShopFile) -> bytes:
    """Close a shop's file and give all of it, to make copies from."""
    file.close()
    assert not file.path.with_name(f"{file.path.name}-wal").exists()
    return file.path.read_bytes()


def known_shop(file: ShopFile) -> Shop:
    """The facts of a shop that is set up, to change one of them."""
    shop = store.shop(file)
    assert shop is not None
    return shop


@cache
def _made() -> bytes:
    with TemporaryDirectory() as folder:
        moment = FixedClock(dt.datetime(2025, 1, 1))
        return closed_bytes(create_shop(Path(folder) / "shop.desk", moment, Changes()))
