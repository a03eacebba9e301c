"""Opening a file: what is ours opens, everything else is refused with its reason."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import places
from merchant_desk.db.faults import desk_error
from merchant_desk.db.open import APPLICATION_ID, SCHEMA, create_shop, open_shop
from merchant_desk.db.shop_file import ShopFile
from tests.db import rows


def refusal(path: Path, clock: FixedClock) -> str:
    with pytest.raises(DeskError) as refused:
        open_shop(path, clock, Changes())
    return refused.value.code


def test_a_new_file_is_marked_as_ours(desk_file: ShopFile) -> None:
    assert desk_file.value("PRAGMA application_id") == APPLICATION_ID
    assert desk_file.value("PRAGMA user_version") == SCHEMA
    assert desk_file.value("PRAGMA journal_mode") == "wal"
    assert desk_file.value("PRAGMA synchronous") == 2
    assert desk_file.value("PRAGMA foreign_keys") == 1
    strict = desk_file.all("SELECT name FROM pragma_table_list WHERE strict = 0 AND schema = 'main'")
    assert {row["name"] for row in strict} <= {"sqlite_schema", "_sqlite_migrations"}


def test_a_newer_file_is_refused(desk_file: ShopFile, clock: FixedClock) -> None:
    desk_file.conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    assert refusal(desk_file.path, clock) == "newer_file"


def test_what_is_no_shop_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    assert refusal(tmp_path / "none.desk", clock) == "no_such_file"
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG")
    assert refusal(picture, clock) == "not_a_shop"
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE t (a)")
    assert refusal(other, clock) == "not_a_shop"


@pytest.mark.parametrize("harm", ["zeroed head", "emptied", "torn pages"])
def test_a_damaged_file_is_called_damaged(desk_file: ShopFile, clock: FixedClock, harm: str) -> None:
    desk_file.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk_file.close()
    with desk_file.path.open("r+b") as file:
        if harm == "zeroed head":
            file.write(b"\x00" * 4096)
        elif harm == "emptied":
            file.truncate(0)
        else:
            file.seek(100)
            file.write(b"\xff" * 4000)
    assert refusal(desk_file.path, clock) == "damaged"


def test_a_cloud_folder_is_refused(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "OneDrive - Personal" / "shop"
    with pytest.raises(DeskError) as refused:
        create_shop(folder / "a.desk", clock, Changes())
    assert refused.value.code == "cloud_folder"
    assert refused.value.facts["service"] == "OneDrive - Personal"
    assert not folder.exists()


@pytest.mark.parametrize("name", ["Dropbox", "坚果云", "Google Drive", "iCloudDrive", "Box", "WPS云盘"])
def test_clouds_are_known_by_name(name: str) -> None:
    assert places.cloud_service(Path("/home/ana") / name / "a.desk") == name
    assert places.cloud_service(Path("/home/ana/Shoebox/Boxes/a.desk")) is None


def test_network_mounts_are_told_from_local_ones() -> None:
    linux = places.linux_mounts(
        "/dev/sda1 / ext4 rw 0 0\n"
        "//nas/shop /mnt/my\\040nas cifs rw 0 0\n"
        "/dev/sdb1 /mnt/my\\040nas/disk ext4 rw 0 0\n"
    )
    assert places.network_mount(Path("/mnt/my nas/a.desk"), linux)
    assert not places.network_mount(Path("/mnt/my nas/disk/a.desk"), linux)
    assert not places.network_mount(Path("/mnt/my nas 2/a.desk"), linux)
    mac = places.mac_mounts(
        "/dev/disk1s1 on / (apfs, local, journaled)\n//ana@nas/shop on /Volumes/shop (smbfs, nodev, nosuid)\n"
    )
    assert places.network_mount(Path("/Volumes/shop/a.desk"), mac)
    assert not places.network_mount(Path("/Users/ana/a.desk"), mac)


def test_a_network_share_is_refused(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: [("/", "ext4"), (str(tmp_path.resolve()), "nfs4")])
    with pytest.raises(DeskError) as refused:
        create_shop(tmp_path / "a.desk", clock, Changes())
    assert refused.value.code == "network_share"


def test_a_folder_that_cannot_be_written_is_refused(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the answer of the system is what is set here.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DeskError) as refused:
        create_shop(tmp_path / "a.desk", clock, Changes())
    assert refused.value.code == "read_only_folder"


def test_a_full_disk_is_said_and_nothing_is_half_written(desk_file: ShopFile) -> None:
    pages = desk_file.value("PRAGMA page_count")
    desk_file.conn.execute(f"PRAGMA max_page_count = {pages + 2}")
    many = ({"name": "x" * 1_000} for _ in range(1_000))
    with pytest.raises(DeskError) as refused, desk_file.act("add") as act:
        act.insert_many("customer", many)
    assert refused.value.code == "disk_full"
    assert desk_file.value("SELECT count(*) FROM customer") == 0
    desk_file.conn.execute("PRAGMA max_page_count = 1000000")
    with desk_file.act("add") as act:
        rows.customer(act)


def test_no_room_for_the_journal_is_a_full_disk() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    for name, code in (("SQLITE_IOERR_SHMSIZE", "disk_full"), ("SQLITE_IOERR_READ", "disk_error")):
        error.sqlite_errorname = name
        told = desk_error(error)
        assert told is not None
        assert told.code == code


def test_a_file_that_another_holds_too_long_is_said(desk_file: ShopFile) -> None:
    desk_file.conn.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(desk_file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError) as refused, desk_file.act("add") as act:
            rows.customer(act)
    assert refused.value.code == "locked"


def test_a_reader_cannot_write(desk_file: ShopFile, clock: FixedClock) -> None:
    reader = open_shop(desk_file.path, clock, Changes(), read_only=True)
    with pytest.raises(DeskError) as refused, reader.act("add") as act:
        rows.customer(act)
    assert refused.value.code == "read_only_folder"
    reader.close()


def test_another_program_that_reads_the_file_takes_no_journal_away(
    desk_file: ShopFile, clock: FixedClock
) -> None:
    # A closed file takes the process's locks with it: a reader that is opened must not drop the writer's.
    reader = open_shop(desk_file.path, clock, Changes(), read_only=True)
    look = (
        "import sqlite3, sys\n"
        "conn = sqlite3.connect(sys.argv[1])\n"
        "print(conn.execute('SELECT count(*) FROM customer').fetchone()[0])\n"
        "conn.close()\n"
    )

    def customers_seen_elsewhere() -> str:
        command = [sys.executable, "-c", look, str(desk_file.path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert customers_seen_elsewhere() == "0"
    with desk_file.act("add") as act:
        rows.customer(act)
    assert customers_seen_elsewhere() == "1"
    reader.close()


def test_opening_a_current_file_does_not_import_sqlite_utils(desk_file: ShopFile) -> None:
    code = (
        "import sys, pathlib, datetime\n"
        "from merchant_desk.core.changes import Changes\n"
        "from merchant_desk.core.clock import SystemClock\n"
        "from merchant_desk.db.open import open_shop\n"
        "open_shop(pathlib.Path(sys.argv[1]), SystemClock(), Changes())\n"
        "print(sorted({'sqlite_utils', 'numpy', 'matplotlib', 'PySide6'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(desk_file.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
