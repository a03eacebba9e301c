"""Making and opening a shop's file, with a clear refusal for every file that should not be opened."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import Clock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX
from merchant_desk.db import places, rules
from merchant_desk.db.faults import desk_error
from merchant_desk.db.shop_file import ShopFile

APPLICATION_ID = 0x4D44534B  # "MDSK"
SCHEMA = 3
_BUSY_MS = 5_000
_HEADER = b"SQLite format 3\x00"


def create_shop(path: Path, clock: Clock, changes: Changes) -> ShopFile:
    """Make an empty shop file at `path` and open it.

    Raises DeskError "file_exists", "network_share", "cloud_folder", "read_only_folder", "disk_full".
    """
    _check_place(path)
    if path.exists():
        raise DeskError("file_exists", path=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError("read_only_folder", path=str(path.parent)) from error
    return _open(path, clock, changes, read_only=False)


def open_shop(path: Path, clock: Clock, changes: Changes, *, read_only: bool = False) -> ShopFile:
    """Open an existing shop file, bringing an older one up to this version after a backup.

    Raises DeskError "no_such_file", "not_a_shop", "newer_file", "damaged", "network_share",
    "cloud_folder", "read_only_folder", "locked", "disk_full".
    """
    _check_place(path)
    if not path.is_file():
        raise DeskError("no_such_file", path=str(path))
    if path.stat().st_size == 0:
        raise DeskError("damaged", path=str(path))
    return _open(path, clock, changes, read_only=read_only)


def connect(path: Path) -> sqlite3.Connection:
    """A connection with this program's settings and nothing else done."""
    conn = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_MS / 1000)
    conn.row_factory = sqlite3.Row
    conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA synchronous = FULL")
    return conn


def _check_place(path: Path) -> None:
    cloud = places.cloud_service(path.absolute())
    if cloud:
        raise DeskError("cloud_folder", path=str(path), service=cloud)
    if places.on_network(path.absolute()):
        raise DeskError("network_share", path=str(path))


def _was_a_shop(path: Path) -> bool:
    """Whether a file that is no database was ours: zeroed, or called so.

    Only for a file that did not open: closing a file drops every lock that this process has on it, also
    those of open connections. Another program that then closes it believes to be the last one and
    removes the journal under our feet, with all that is written from then on.
    """
    if path.suffix == SHOP_SUFFIX:
        return True
    with path.open("rb") as file:
        return not file.read(len(_HEADER)).strip(b"\x00")


def _open(path: Path, clock: Clock, changes: Changes, *, read_only: bool) -> ShopFile:
    may = os.access(path if path.exists() else path.parent, os.R_OK | os.W_OK)
    if not may or not os.access(path.parent, os.W_OK):
        raise DeskError("read_only_folder", path=str(path))
    conn: sqlite3.Connection | None = None
    try:
        conn = connect(path)
        if conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            conn.execute("PRAGMA journal_mode = WAL")
        if read_only:
            _check_version(conn, path)
            conn.execute("PRAGMA query_only = ON")
        else:
            _bring_up(conn, path, clock)
        return ShopFile(conn, path, clock, changes)
    except sqlite3.Error as error:
        if conn is not None:
            conn.close()
        known = desk_error(error, path=str(path))
        if known is None or (known.code == "not_a_shop" and _was_a_shop(path)):
            raise DeskError("damaged", path=str(path)) from error
        raise known from error
    except BaseException:
        if conn is not None:
            conn.close()
        raise


def _check_version(conn: sqlite3.Connection, path: Path) -> int:
    """The file's schema number; 0 for an empty file. Raises "not_a_shop" or "newer_file"."""
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    schema: int = conn.execute("PRAGMA user_version").fetchone()[0]
    empty = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION_ID and not (empty and application == 0):
        raise DeskError("not_a_shop", path=str(path))
    if schema > SCHEMA:
        raise DeskError("newer_file", path=str(path), schema=schema, known=SCHEMA)
    return schema


def _bring_up(conn: sqlite3.Connection, path: Path, clock: Clock) -> None:
    schema = _check_version(conn, path)
    if schema < SCHEMA:
        # Imported here: sqlite-utils costs a third of a second and a current file does not need it.
        from merchant_desk.db import backup, migrations

        if schema > 0:
            backup.before_migration(path, schema, clock)
        migrations.apply(conn, APPLICATION_ID, SCHEMA)
    rules.ensure_rules(conn, clock.epoch_ms())
