"""What must hold holds in the database itself, whoever writes."""

from __future__ import annotations

import sqlite3

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import health, rules
from merchant_desk.db.shop_file import ShopFile
from tests.db import rows

TEN, ELEVEN, NOON = "2026-08-20T10:00", "2026-08-20T11:00", "2026-08-20T12:00"


@pytest.fixture
def booked(desk_file: ShopFile) -> dict[str, str]:
    """An appointment from ten to eleven."""
    with desk_file.act("book") as act:
        who = rows.customer(act)
        worker, service = rows.chair(act)
        made = rows.appointment(act, who, worker, service, TEN, ELEVEN)
    return {"who": who, "worker": worker, "service": service, "id": made}


def book(file: ShopFile, booked: dict[str, str], start: str, end: str, **more: object) -> str:
    with file.act("book") as act:
        return rows.appointment(act, booked["who"], booked["worker"], booked["service"], start, end, **more)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (TEN, ELEVEN),
        ("2026-08-20T09:30", "2026-08-20T10:01"),
        ("2026-08-20T10:59", NOON),
        ("2026-08-20T10:15", "2026-08-20T10:30"),
        ("2026-08-19T23:00", "2026-08-20T22:00"),
    ],
)
def test_two_busy_spans_of_a_worker_never_overlap(
    desk_file: ShopFile, booked: dict[str, str], start: str, end: str
) -> None:
    with pytest.raises(DeskError) as refused:
        book(desk_file, booked, start, end)
    assert refused.value.code == "clash"
    assert desk_file.value("SELECT count(*) FROM appointment") == 1, "nothing is half-written"


@pytest.mark.parametrize(("start", "end"), [("2026-08-20T09:00", TEN), (ELEVEN, NOON)])
def test_touching_is_free(desk_file: ShopFile, booked: dict[str, str], start: str, end: str) -> None:
    assert book(desk_file, booked, start, end)


def test_a_long_span_of_the_day_before_is_seen(desk_file: ShopFile, booked: dict[str, str]) -> None:
    book(desk_file, booked, "2026-08-21T20:00", "2026-08-22T20:00")
    with pytest.raises(DeskError) as refused:
        book(desk_file, booked, "2026-08-22T19:59", "2026-08-22T20:30")
    assert refused.value.code == "clash"


def test_squeezing_in_is_a_persons_word(desk_file: ShopFile, booked: dict[str, str]) -> None:
    squeezed = book(desk_file, booked, TEN, ELEVEN, squeezed=1)
    line = desk_file.value("SELECT id FROM appointment_line WHERE appointment_id = :id", id=squeezed)
    with pytest.raises(DeskError) as refused, desk_file.act("edit") as act:
        act.update("appointment_line", line, squeezed=0)
    assert refused.value.code == "clash"
    assert health.check(desk_file) == []


def test_what_is_cancelled_frees_the_chair_and_may_not_come_back_onto_a_taken_one(
    desk_file: ShopFile, booked: dict[str, str]
) -> None:
    with desk_file.act("cancel") as act:
        act.update("appointment", booked["id"], status="cancelled")
    book(desk_file, booked, TEN, ELEVEN)
    with pytest.raises(DeskError) as refused, desk_file.act("reopen") as act:
        act.update("appointment", booked["id"], status="booked")
    assert refused.value.code == "clash"


def test_moving_onto_another_clashes(desk_file: ShopFile, booked: dict[str, str]) -> None:
    other = book(desk_file, booked, ELEVEN, NOON)
    line = desk_file.value("SELECT id FROM appointment_line WHERE appointment_id = :id", id=other)
    with pytest.raises(DeskError) as refused, desk_file.act("move") as act:
        act.update("appointment_line", line, busy_from="2026-08-20T10:59")
    assert refused.value.code == "clash"
    with desk_file.act("move") as act:
        act.update("appointment_line", line, busy_to="2026-08-20T13:00")


def test_a_room_holds_no_more_than_it_can(desk_file: ShopFile, booked: dict[str, str]) -> None:
    with desk_file.act("add") as act:
        room = act.insert("place", {"name": "Room", "capacity": 2})
        others = [act.insert("worker", {"name": name}) for name in ("A", "B", "C", "D")]

    def use(worker: str, start: str, end: str) -> None:
        book(desk_file, {**booked, "worker": worker}, start, end, place_id=room)

    use(others[0], TEN, NOON)
    use(others[1], TEN, "2026-08-20T10:30")
    use(others[2], "2026-08-20T11:30", "2026-08-20T12:30")
    use(others[3], "2026-08-20T10:30", "2026-08-20T11:30")
    with pytest.raises(DeskError) as refused:
        use(booked["worker"], "2026-08-20T11:15", "2026-08-20T11:45")
    assert refused.value.code == "place_full"


def test_one_living_customer_per_phone_unless_said_otherwise(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        rows.customer(act, phone="+8613812345678")
        rows.customer(act, "Her mother", phone="+8613812345678", phone_shared=1)
    with pytest.raises(DeskError) as refused, desk_file.act("add") as act:
        rows.customer(act, "Bo", phone="+8613812345678")
    assert refused.value.code == "phone_taken"


def test_dropped_rules_come_back_and_the_trail_stays(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        rows.customer(act)
    for name in rules.wanted():
        desk_file.conn.execute(f"DROP TRIGGER {name}")
    desk_file.conn.execute("DELETE FROM channel WHERE id = 'scan'")
    assert {problem.code for problem in health.check(desk_file)} == {"rule_missing", "channel_missing"}
    rules.ensure_rules(desk_file.conn, 0)
    assert health.check(desk_file) == []
    for statement in ("DELETE FROM act", "DELETE FROM change", "UPDATE change SET after = '{}'"):
        with pytest.raises(sqlite3.IntegrityError, match="trail_is_kept"):
            desk_file.conn.execute(statement)


def test_rules_that_are_there_are_not_written_again(desk_file: ShopFile) -> None:
    before = desk_file.conn.total_changes
    rules.ensure_rules(desk_file.conn, 0)
    assert desk_file.conn.total_changes == before


def test_every_foreign_key_has_an_index(desk_file: ShopFile) -> None:
    tables = [row[0] for row in desk_file.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    bare = []
    for table in tables:
        indexed = {
            desk_file.all(f"PRAGMA index_info('{index['name']}')")[0]["name"]
            for index in desk_file.all(f"PRAGMA index_list('{table}')")
        }
        bare += [
            f"{table}.{key['from']}"
            for key in desk_file.all(f"PRAGMA foreign_key_list('{table}')")
            if key["from"] not in indexed
        ]
    assert bare == []
