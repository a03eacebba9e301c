"""The copies of the shop's file as the Backups tab shows and makes them; runs beside the window."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_desk.core.paths import SHOP_SUFFIX, backup_dir
from merchant_desk.db.backup import Backup, back_up, backups

if TYPE_CHECKING:
    from merchant_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup, and when it was written."""

    backup: Backup
    written: dt.datetime


def read_copies(desk: Desk) -> tuple[Path, list[Copy]]:
    """The shop's file and its copies, newest first."""
    path, clock = desk.file.path, desk.clock
    now, now_ms = clock.now(), clock.epoch_ms()
    copies = []
    for backup in backups(path):
        age = max(0.0, now_ms / 1000 - backup.path.stat().st_mtime)
        # A day's copy carries its date only; the others the moment before which they were made.
        written = now - dt.timedelta(seconds=age) if backup.kind == "daily" else backup.at
        copies.append(Copy(backup, written))
    return path, copies


def copy_now(desk: Desk) -> Path:
    """Make today's copy, in the place of an earlier one of the same day. Raises as `db.backup.back_up`."""
    today = desk.clock.today().isoformat()
    return copy_to(desk, backup_dir(desk.file.path) / f"daily-{today}{SHOP_SUFFIX}")


def copy_to(desk: Desk, place: Path) -> Path:
    """Make a checked copy at `place`. Raises as `db.backup.back_up`."""
    return back_up(desk.file.path, place)
