"""The daily copy of the shop's file, and what the sidebar says about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language

if TYPE_CHECKING:
    from merchant_desk.core.clock import Clock
    from merchant_desk.db.backup import Backup


def make_daily_copy(path: Path, clock: Clock) -> None:
    """Make today's copy unless there is one. Raises the DeskErrors of `db.backup.back_up`."""
    from merchant_desk.db import backup

    backup.daily_backup(path, clock)


def copies(path: Path) -> list[Backup]:
    """The copies of the shop's file at `path`, newest first."""
    from merchant_desk.db import backup

    return backup.backups(path)


def put_back(path: Path, copy: Backup, clock: Clock) -> None:
    """Put a copy in the place of the shop's file, which nobody may have open."""
    from merchant_desk.db import backup

    backup.restore(path, copy.path, clock)


def set_aside(path: Path, clock: Clock) -> Path:
    """Give a file that cannot be opened another name beside its place, journal and all; gives the new path.

    Raises DeskError "read_only_folder".
    """
    stamp = clock.now().strftime("%Y-%m-%dT%H%M%S")
    aside = path.with_name(f"{path.stem}-set-aside-{stamp}{path.suffix}")
    try:
        for suffix in ("-wal", "-shm", ""):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.replace(aside.with_name(aside.name + suffix))
    except OSError as error:
        raise DeskError("read_only_folder", path=str(path.parent)) from error
    return aside


def last_copy(path: Path) -> float | None:
    """When the newest copy was written, in seconds since the epoch (UTC)."""
    times = [copy.path.stat().st_mtime for copy in copies(path) if copy.kind == "daily"]
    return max(times, default=None)


def copy_words(written: float | None, clock: Clock) -> str:
    """One line for the sidebar: 'Backed up · today 12:30'."""
    if written is None:
        return QCoreApplication.translate("safekeeping", "No backup yet")
    now = clock.now()
    at = now - dt.timedelta(seconds=max(0.0, clock.epoch_ms() / 1000 - written))
    when = language.moment_text(at, now)
    return QCoreApplication.translate("safekeeping", "Backed up · {when}").format(when=when)
