"""Making the sample shop: the same for the same seed, sound, of any size, at any moment."""

import datetime as dt
import hashlib
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
from merchant_desk.db.health import check
from merchant_desk.db.open import open_shop
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sample import book, make
from merchant_desk.sample.make import make_sample_shop
from merchant_desk.shop.store import shop as shop_facts

MOMENT = dt.datetime(2025, 8, 20, 14, 24)


def content_of(path: Path) -> dict[str, str]:
    """A digest of each table's rows; acts and migrations are left out, they hold the PC's own time."""
    with closing(sqlite3.connect(path)) as conn:
        names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        digests = {}
        for name in sorted(set(names) - {"act", "_sqlite_migrations"}):
            digest = hashlib.sha256()
            for row in conn.execute(f"SELECT * FROM {name} ORDER BY 1, 2"):
                digest.update(repr(row).encode())
            digests[name] = digest.hexdigest()
        return digests


def test_it_is_sound(file: ShopFile) -> None:
    assert check(file) == []


def test_days_without_cash_leave_no_more_in_the_drawer_than_there_was(tmp_path: Path) -> None:
    target = tmp_path / "small.desk"
    make_sample_shop(target, seed=2, months=3, sales=150, until=dt.date(2026, 3, 1))
    with closing(open_shop(target, FixedClock(MOMENT), Changes())) as small:
        assert check(small) == []
        assert small.value("SELECT min(kept) FROM day_close") < 298_00


def test_the_same_seed_gives_the_same_rows_in_every_process(tmp_path: Path) -> None:
    code = (
        "import datetime as dt, pathlib, sys; from merchant_desk.sample.make import make_sample_shop;"
        "make_sample_shop(pathlib.Path(sys.argv[1]), seed=7, months=6, sales=600, until=dt.date(2026, 3, 1))"
    )
    made = []
    for hash_seed in ("1", "2"):
        target = tmp_path / f"{hash_seed}.desk"
        # Sets of texts come in another order under another hash seed.
        env = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([sys.executable, "-c", code, str(target)], check=True, env=env)
        made.append(content_of(target))
    assert made[0] == made[1]
    assert made[0]["change"] == hashlib.sha256().hexdigest()  # nothing to undo row by row


def test_another_seed_gives_other_rows(tmp_path: Path) -> None:
    made = []
    for seed in (1, 2):
        target = tmp_path / f"{seed}.desk"
        make_sample_shop(target, seed=seed, months=3, sales=200, until=MOMENT.date())
        made.append(content_of(target))
    for table in ("customer", "sale", "touch", "appointment", "content"):
        assert made[0][table] != made[1][table]


def test_its_size(file: ShopFile) -> None:
    shop = shop_facts(file)
    assert shop is not None
    assert (shop.name, shop.trade, shop.currency) == ("小满美甲", "nails_lashes", "CNY")
    assert [row["name"] for row in file.all("SELECT name FROM worker ORDER BY seq")] == [
        "小雨",
        "阿琳",
        "Momo",
    ]
    assert file.value("SELECT count(*) FROM service") == 14
    assert file.value("SELECT count(*) FROM customer") == 900
    assert file.value("SELECT count(*) FROM content") == 150
    assert file.value("SELECT count(*) FROM sale WHERE status = 'paid'") == pytest.approx(6000, rel=0.01)
    first, last = file.all("SELECT min(day), max(day) FROM sale")[0]
    assert (first, last) == ("2023-08-20", "2025-08-20")


def test_money_adds_up(file: ShopFile) -> None:
    lines = file.value("SELECT sum(amount) FROM sale_line")
    payments = file.value("SELECT sum(amount) FROM payment")
    assert lines == payments == file.value("SELECT sum(total) FROM sale")
    broken = "SELECT count(*) FROM voucher WHERE pays_out <> customer_paid - platform_fee - influencer_fee"
    assert file.value(broken) == 0


@pytest.mark.parametrize(
    ("until", "statuses"),
    [
        (
            dt.datetime(2025, 1, 29, 14, 24),
            {"done", "arrived", "booked", "confirmed"},
        ),  # New Year's Day: open
        (dt.datetime(2025, 8, 18, 3, 0), {"booked", "confirmed"}),  # before opening
        (dt.datetime(2024, 2, 29, 21, 0), {"done"}),  # after closing
    ],
)
def test_any_moment_is_a_sound_present(tmp_path: Path, until: dt.datetime, statuses: set[str]) -> None:
    target = tmp_path / "sample.desk"
    make_sample_shop(target, months=2, sales=150, until=until)
    file = open_shop(target, FixedClock(until), Changes(), read_only=True)
    try:
        assert check(file) == []
        found = file.all(
            "SELECT DISTINCT status FROM appointment JOIN appointment_line line"
            " ON line.appointment_id = appointment.id WHERE substr(line.start, 1, 10) = :day",
            day=until.date().isoformat(),
        )
        assert {row[0] for row in found} <= statuses
        assert found
        assert file.value("SELECT max(at) FROM touch") <= f"{until:%Y-%m-%dT%H:%M}"
    finally:
        file.close()


def test_a_larger_shop_has_more_workers_and_customers(tmp_path: Path) -> None:
    target = tmp_path / "large.desk"
    make_sample_shop(target, months=2, sales=3000, until=MOMENT.date())
    file = open_shop(target, FixedClock(MOMENT), Changes(), read_only=True)
    try:
        assert check(file) == []
        assert file.value("SELECT count(*) FROM worker") == 18
        assert file.value("SELECT count(*) FROM customer") == 450
        assert file.value("SELECT count(*) FROM sale WHERE status = 'paid'") == pytest.approx(3000, rel=0.02)
    finally:
        file.close()


@pytest.mark.parametrize(("months", "sales"), [(0, 10), (1, 0)])
def test_nothing_cannot_be_made(tmp_path: Path, months: int, sales: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        make_sample_shop(tmp_path / "none.desk", months=months, sales=sales)
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "there.desk"
    target.write_text("mine")
    with pytest.raises(DeskError) as refused:
        make_sample_shop(target, months=1, sales=10)
    assert refused.value.code == "file_exists"
    assert target.read_text() == "mine"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "half.desk"

    def fails(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(book.Book, "write", fails)
    with pytest.raises(OSError, match="no space"):
        make_sample_shop(target, months=1, sales=10, until=MOMENT.date())
    assert not list(tmp_path.glob("half*"))


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    told: list[float] = []
    make_sample_shop(tmp_path / "told.desk", months=1, sales=10, until=MOMENT.date(), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 20

    def stop(share: float) -> None:
        if share > 0.5:
            raise DeskError("cancelled")

    with pytest.raises(DeskError) as stopped:
        make_sample_shop(tmp_path / "half.desk", months=1, sales=10, until=MOMENT.date(), progress=stop)
    assert stopped.value.code == "cancelled"
    assert not list(tmp_path.glob("half*"))


def test_months_before_the_end_of_a_month() -> None:
    assert make._months_before(dt.date(2025, 3, 31), 1) == dt.date(2025, 2, 28)
    assert make._months_before(dt.date(2025, 1, 15), 24) == dt.date(2023, 1, 15)
    assert make._months_before(dt.date(2025, 12, 31), 12) == dt.date(2024, 12, 31)
