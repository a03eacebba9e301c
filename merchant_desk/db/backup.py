"""Copies of the shop's file that were opened and checked, kept for 14 days and 12 months."""

from __future__ import annotations

import datetime as dt
import os
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from merchant_desk.core.clock import Clock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import backup_dir
from merchant_desk.db.faults import desk_error
from merchant_desk.db.open import APPLICATION_ID, connect

KEEP_DAYS = 14
KEEP_MONTHS = 12
_NAME = re.compile(r"(?P<kind>daily|migration|replaced)-(?P<at>\d{4}-\d\d-\d\d(?:T\d{6})?)(?:-v\d+)?\.desk")


class Backup(NamedTuple):
    """One copy; `at` is naive shop time (midnight for a daily one), `size` in bytes.

    `kind` is "daily", "migration" (before an upgrade of the file) or "replaced" (by a restore).
    """

    path: Path
    kind: str
    at: dt.datetime
    size: int


def back_up(path: Path, to: Path) -> Path:
    """Copy the shop's file at `path` to `to` and check the copy; an older `to` is replaced only then.

    Works beside open connections. Raises DeskError "damaged" (the copy does not check out),
    "disk_full", "read_only_folder", "no_such_file".
    """
    if not path.is_file():
        raise DeskError("no_such_file", path=str(path))
    part = to.with_name(to.name + ".part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(path, part)
        verify(part)
        part.replace(to)
    except sqlite3.Error as error:
        raise desk_error(error, path=str(to)) or error from error
    except OSError as error:
        code = "disk_full" if error.errno == 28 else "read_only_folder"
        raise DeskError(code, path=str(to)) from error
    finally:
        _remove(part)
    return to


def verify(path: Path) -> None:
    """Open the file and check that it is a whole shop file. Raises DeskError "damaged" or "not_a_shop"."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DeskError("not_a_shop", path=str(path))
            said = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
            broken = conn.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        raise DeskError("damaged", path=str(path)) from error
    if said != "ok" or broken is not None:
        raise DeskError("damaged", path=str(path), detail=said)


def daily_backup(path: Path, clock: Clock) -> Path | None:
    """Make today's copy unless there is one, and drop what is too old; gives the new copy or None."""
    to = backup_dir(path) / f"daily-{clock.today().isoformat()}.desk"
    if to.exists():
        return None
    back_up(path, to)
    _thin_out(path, clock.today())
    return to


def before_migration(path: Path, schema: int, clock: Clock) -> Path:
    """The copy made before a file of an older schema is brought up."""
    stamp = clock.now().strftime("%Y-%m-%dT%H%M%S")
    return back_up(path, backup_dir(path) / f"migration-{stamp}-v{schema}.desk")


def backups(path: Path) -> list[Backup]:
    """The copies of the shop's file at `path`, newest first."""
    folder = backup_dir(path)
    found = []
    for file in folder.glob("*.desk") if folder.is_dir() else ():
        match = _NAME.fullmatch(file.name)
        if match:
            at = dt.datetime.fromisoformat(match["at"])
            found.append(Backup(file, match["kind"], at, file.stat().st_size))
    return sorted(found, key=lambda backup: (backup.at, backup.kind), reverse=True)


def restore(path: Path, backup: Path, clock: Clock) -> None:
    """Put a checked copy in the place of the shop's file, which is kept as a "replaced" backup.

    No connection to `path` may be open. Raises as `back_up`; then nothing has changed.
    """
    verify(backup)
    fresh = path.with_name(path.name + ".restoring")
    back_up(backup, fresh)
    stamp = clock.now().strftime("%Y-%m-%dT%H%M%S")
    try:
        if path.exists():
            _set_aside(path, backup_dir(path) / f"replaced-{stamp}.desk")
        fresh.replace(path)
    except OSError as error:
        raise DeskError("read_only_folder", path=str(path)) from error
    finally:
        _remove(fresh)


def _copy(path: Path, part: Path) -> None:
    # A plain copy of a WAL database may lack whole tables; the backup API reads a consistent state.
    with closing(connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target, pages=2000, sleep=0.01)
        target.execute("PRAGMA journal_mode = DELETE")
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _set_aside(path: Path, to: Path) -> None:
    """Keep what is there as it is, damaged or not, with its journal."""
    to.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(to.with_name(to.name + suffix))


def _thin_out(path: Path, today: dt.date) -> None:
    """Keep every daily copy of the last 14 days, the first of each of the last 12 months, and what
    stood before an upgrade or a restore in that year.
    """
    months: set[tuple[int, int]] = set()
    for backup in sorted(backups(path), key=lambda backup: backup.at):
        age_days = (today - backup.at.date()).days
        age_months = (today.year - backup.at.year) * 12 + today.month - backup.at.month
        month = (backup.at.year, backup.at.month)
        first_of_month = backup.kind == "daily" and month not in months
        if backup.kind == "daily":
            months.add(month)
        keep_long = first_of_month or backup.kind != "daily"
        if age_days >= KEEP_DAYS and not (keep_long and age_months < KEEP_MONTHS):
            _remove(backup.path)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        for attempt in range(5):
            try:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
                break
            except PermissionError:  # an antivirus scanner may hold a fresh file for a moment
                if attempt == 4:
                    raise
                time.sleep(0.05)
