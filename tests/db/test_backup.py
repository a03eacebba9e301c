"""Backups: checked copies, once a day, kept as long as promised, and restored whole."""

from __future__ import annotations

import datetime as dt
import errno
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import backup_dir
from merchant_desk.db import backup, migrations
from merchant_desk.db import open as opening
from merchant_desk.db.open import open_shop
from merchant_desk.db.shop_file import ShopFile
from tests.db import rows


def names(path: Path, clock: FixedClock) -> list[str]:
    file = open_shop(path, clock, Changes())
    found = [row["name"] for row in file.all("SELECT name FROM customer ORDER BY name")]
    file.close()
    return found


def test_a_copy_holds_what_was_committed_beside_an_open_file(
    desk_file: ShopFile, clock: FixedClock, tmp_path: Path
) -> None:
    with desk_file.act("add") as act:
        rows.customer(act)
    copy = backup.back_up(desk_file.path, tmp_path / "far" / "copy.desk")
    assert names(copy, clock) == ["Ana"]
    assert not list(copy.parent.glob("*.part*"))


def test_one_copy_a_day(desk_file: ShopFile, clock: FixedClock) -> None:
    first = backup.daily_backup(desk_file.path, clock)
    assert first is not None
    assert backup.daily_backup(desk_file.path, clock) is None
    clock.set(dt.datetime(2026, 8, 21, 9, 0))
    assert backup.daily_backup(desk_file.path, clock) is not None
    found = backup.backups(desk_file.path)
    assert [(one.kind, one.at.date().isoformat()) for one in found] == [
        ("daily", "2026-08-21"),
        ("daily", "2026-08-20"),
    ]
    assert all(one.size > 0 for one in found)


def test_fourteen_days_and_twelve_months_are_kept(desk_file: ShopFile, clock: FixedClock) -> None:
    day = dt.date(2025, 1, 1)
    last = dt.date(2026, 8, 20)
    folder = backup_dir(desk_file.path)
    folder.mkdir(parents=True)
    while day < last:
        (folder / f"daily-{day}.desk").write_bytes(b"")
        day += dt.timedelta(days=1)
    (folder / "notes.txt").write_bytes(b"")
    backup.daily_backup(desk_file.path, clock)
    kept = [one.at.date() for one in backup.backups(desk_file.path)]
    days = [last - dt.timedelta(days=age) for age in range(14)]
    months = [dt.date(2026, month, 1) for month in range(8, 0, -1)]
    months += [dt.date(2025, month, 1) for month in (12, 11, 10, 9)]
    assert kept == days + months
    assert (folder / "notes.txt").exists()


def test_restore_brings_the_copy_back_and_keeps_what_was_there(
    desk_file: ShopFile, clock: FixedClock
) -> None:
    with desk_file.act("add") as act:
        rows.customer(act)
    copy = backup.daily_backup(desk_file.path, clock)
    assert copy is not None
    with desk_file.act("add") as act:
        rows.customer(act, "Bo")
    desk_file.close()
    backup.restore(desk_file.path, copy, clock)
    assert names(desk_file.path, clock) == ["Ana"]
    (replaced,) = [one for one in backup.backups(desk_file.path) if one.kind == "replaced"]
    backup.restore(desk_file.path, replaced.path, clock)
    assert names(desk_file.path, clock) == ["Ana", "Bo"]


def test_a_damaged_shop_is_set_aside_and_the_copy_takes_its_place(
    desk_file: ShopFile, clock: FixedClock
) -> None:
    with desk_file.act("add") as act:
        rows.customer(act)
    copy = backup.daily_backup(desk_file.path, clock)
    assert copy is not None
    desk_file.close()
    desk_file.path.write_bytes(b"\x00" * 9_000)
    backup.restore(desk_file.path, copy, clock)
    assert names(desk_file.path, clock) == ["Ana"]


def test_a_damaged_copy_is_not_restored(desk_file: ShopFile, clock: FixedClock) -> None:
    copy = backup.daily_backup(desk_file.path, clock)
    assert copy is not None
    with desk_file.act("add") as act:
        rows.customer(act)
    desk_file.close()
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    with pytest.raises(DeskError) as refused:
        backup.restore(desk_file.path, copy, clock)
    assert refused.value.code == "damaged"
    assert names(desk_file.path, clock) == ["Ana"]


def test_a_copy_that_does_not_check_out_replaces_nothing(
    desk_file: ShopFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = backup.back_up(desk_file.path, tmp_path / "copy.desk")
    good = to.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "_copy", full)
    with pytest.raises(DeskError) as refused:
        backup.back_up(desk_file.path, to)
    assert refused.value.code == "disk_full"
    assert to.read_bytes() == good


def test_an_older_file_is_copied_before_it_is_brought_up(
    desk_file: ShopFile, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk_file.close()
    monkeypatch.setattr(opening, "SCHEMA", opening.SCHEMA + 1)
    seen: list[int] = []
    monkeypatch.setattr(migrations, "apply", lambda *_: seen.append(len(backup.backups(desk_file.path))))
    open_shop(desk_file.path, clock, Changes()).close()
    assert seen == [1], "the copy is there before the first change"
    assert backup.backups(desk_file.path)[0].kind == "migration"
