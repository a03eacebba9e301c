"""The one door: an act is whole or nothing, and says what it touched."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import health
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.records import TOPICS
from merchant_desk.db.shop_file import ShopFile
from tests.db import rows


def test_an_act_that_fails_leaves_nothing(desk_file: ShopFile) -> None:
    heard: list[frozenset[str]] = []
    desk_file.changes.subscribe(heard.append)
    names = iter(["Ana", object()])
    with pytest.raises(sqlite3.ProgrammingError), desk_file.act("add") as act:
        act.insert_many("customer", ({"name": name} for name in names))
    assert desk_file.value("SELECT count(*) FROM customer") == 0
    assert desk_file.value("SELECT count(*) FROM act") == 0
    assert heard == []


def test_an_act_tells_what_it_touched_after_the_commit(desk_file: ShopFile) -> None:
    heard: list[tuple[frozenset[str], bool]] = []
    desk_file.changes.subscribe(lambda topics: heard.append((topics, desk_file.conn.in_transaction)))
    with desk_file.act("add") as act:
        rows.customer(act)
        rows.chair(act)
    assert heard == [(frozenset({"customers", "team", "catalog"}), False)]


def test_every_change_is_in_the_trail_with_its_columns(desk_file: ShopFile) -> None:
    desk_file.who = "Momo"
    with desk_file.act("edit", "Ana") as act:
        ana = rows.customer(act)
        act.update("customer", ana, note="likes tea", name="Ana")
    row = desk_file.one("SELECT verb, subject, who, at FROM act")
    assert row is not None
    assert tuple(row) == ("edit", "Ana", "Momo", desk_file.clock.epoch_ms())
    changes = desk_file.all("SELECT * FROM change ORDER BY seq")
    assert [change["table_name"] for change in changes] == ["customer", "customer"]
    assert changes[0]["before"] is None
    assert json.loads(changes[1]["before"]) == {"note": ""}
    assert json.loads(changes[1]["after"]) == {"note": "likes tea"}
    assert desk_file.value("SELECT rev FROM customer") == 2


def test_an_act_in_an_act_is_a_fault(desk_file: ShopFile) -> None:
    with pytest.raises(RuntimeError), desk_file.act("one"), desk_file.act("two"):
        pass


def test_what_is_gone_is_said(desk_file: ShopFile) -> None:
    for verb in ("update", "delete"):
        with pytest.raises(DeskError) as refused, desk_file.act(verb) as act:
            getattr(act, verb)("customer", "nobody")
        assert refused.value.code == "gone"


def test_what_another_needs_is_not_deleted(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        ana = rows.customer(act)
        rows.customer(act, "Bo", referred_by=ana)
    with pytest.raises(DeskError) as refused, desk_file.act("delete") as act:
        act.delete("customer", ana)
    assert refused.value.code == "in_use"


@pytest.mark.parametrize("history", [True, False])
def test_many_rows_are_written_and_changed_together(desk_file: ShopFile, history: bool) -> None:
    with desk_file.act("load", history=history) as act:
        assert act.insert_many("customer", ({"name": f"C{n}"} for n in range(1_203))) == 1_203
        ids = [row["id"] for row in act.all("SELECT id FROM customer")]
        act.update_many("customer", ids, note="x")
    assert desk_file.value("SELECT count(*) FROM customer WHERE note = 'x' AND rev = 2") == 1_203
    assert desk_file.value("SELECT count(*) FROM change") == (2_406 if history else 0)


def test_every_table_of_a_room_has_its_topic(desk_file: ShopFile) -> None:
    tables = {
        row["name"]
        for row in desk_file.all("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not row["name"].startswith(("sqlite_", "_sqlite"))
    }
    assert tables == set(TOPICS) | {"act", "change"}


KILLED = """
import sys
from pathlib import Path
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import SystemClock
from merchant_desk.db.open import open_shop
from tests.db import rows
file = open_shop(Path(sys.argv[1]), SystemClock(), Changes())
day, count = sys.argv[2], 0
while True:
    count += 1
    with file.act("check_out") as act:
        rows.customer(act, f"C{count}")
        rows.sale(act, count, [60, 40], [100], at=f"{day}T14:00")
    print(count, flush=True)
"""


def test_killed_in_the_middle_everything_confirmed_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a.desk"
    create_shop(path, SystemClock(), Changes()).close()
    root = Path(__file__).resolve().parents[2]
    for round_ in range(3):
        confirmed, day = 0, f"2026-08-{20 + round_}"
        writer = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), day],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        assert writer.stdout is not None
        for line in writer.stdout:
            confirmed = int(line)
            if confirmed >= 20 + round_ * 7:
                writer.kill()
                break
        # What it printed after the last line read here was confirmed too.
        rest = writer.stdout.read().split("\n")[:-1]
        confirmed = int(rest[-1]) if rest else confirmed
        writer.stdout.close()
        assert writer.wait() in {-getattr(signal, "SIGKILL", 9), 1}
        file = open_shop(path, SystemClock(), Changes())
        assert health.check(file) == []
        paid = {row["number"] for row in file.all("SELECT number FROM sale WHERE status = 'paid'")}
        assert {rows.number(count, day) for count in range(1, confirmed + 1)} <= paid
        assert file.value("SELECT count(*) FROM sale WHERE status <> 'paid'") == 0
        assert file.value("SELECT count(*) FROM customer") == len(paid)
        file.close()
