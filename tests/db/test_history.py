"""Undo and redo: exact, lasting, and refused where something stands on what would go."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import health, history
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.records import TOPICS
from merchant_desk.db.shop_file import ShopFile
from tests.blank import new_shop
from tests.conftest import NOW
from tests.db import rows


def content(file: ShopFile) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every room, without the marks of its versions."""
    state = {}
    for table in TOPICS:
        names = [
            column["name"]
            for column in file.all(f"PRAGMA table_info({table})")
            if column["name"] not in {"rev", "updated_at"}
        ]
        state[table] = [tuple(row) for row in file.all(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")]
    return state


def test_an_insert_an_update_and_a_delete_are_turned_around_and_back(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        ana = rows.customer(act)
        bo = rows.customer(act, "Bo", phone="+8613812345678")
    before = content(desk_file)
    with desk_file.act("change", "Ana") as act:
        act.update("customer", ana, name="Anna", note="<b>x</b>")
        act.delete("customer", bo)
        rows.customer(act, "Cy")
    after = content(desk_file)
    undone = history.undo(desk_file)
    assert (undone.verb, undone.subject) == ("change", "Ana")
    assert content(desk_file) == before
    history.redo(desk_file)
    assert content(desk_file) == after
    history.undo(desk_file)
    assert content(desk_file) == before


def test_undo_works_after_a_restart(tmp_path: Path, clock: FixedClock) -> None:
    file = create_shop(tmp_path / "a.desk", clock, Changes())
    before = content(file)
    with file.act("add") as act:
        rows.customer(act)
    file.close()
    file = open_shop(tmp_path / "a.desk", clock, Changes())
    history.undo(file)
    assert content(file) == before
    file.close()


def test_undo_refuses_when_a_later_act_changed_the_row(desk_file: ShopFile) -> None:
    with desk_file.act("add", "Ana") as act:
        ana = rows.customer(act)
    first = history.last(desk_file)
    with desk_file.act("edit", "Anna") as act:
        act.update("customer", ana, name="Anna")
    assert first is not None
    with pytest.raises(DeskError) as refused:
        history.undo_act(desk_file, first.id)
    assert refused.value.code == "undo_stands_on"
    assert refused.value.facts["later_verb"] == "edit"
    assert refused.value.facts["later_subject"] == "Anna"
    history.undo(desk_file)
    history.undo_act(desk_file, first.id)
    assert desk_file.value("SELECT count(*) FROM customer") == 0


def test_undo_refuses_when_a_later_row_refers_to_it(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        ana = rows.customer(act)
        worker, service = rows.chair(act)
    first = history.last(desk_file)
    with desk_file.act("book", "Ana") as act:
        rows.appointment(act, ana, worker, service, "2026-08-20T10:00", "2026-08-20T11:00")
    before = content(desk_file)
    assert first is not None
    with pytest.raises(DeskError) as refused:
        history.undo_act(desk_file, first.id)
    assert refused.value.facts["later_verb"] == "book"
    assert content(desk_file) == before


def test_undo_of_a_cancellation_refuses_when_the_chair_was_given_away(desk_file: ShopFile) -> None:
    with desk_file.act("book", "Ana") as act:
        ana = rows.customer(act)
        worker, service = rows.chair(act)
        made = rows.appointment(act, ana, worker, service, "2026-08-20T10:00", "2026-08-20T11:00")
    with desk_file.act("cancel", "Ana") as act:
        act.update("appointment", made, status="cancelled")
    cancelled = history.last(desk_file)
    with desk_file.act("book", "Bo") as act:
        bo = rows.customer(act, "Bo")
        rows.appointment(act, bo, worker, service, "2026-08-20T10:30", "2026-08-20T11:00")
    assert cancelled is not None
    with pytest.raises(DeskError) as refused:
        history.undo_act(desk_file, cancelled.id)
    assert refused.value.code == "undo_stands_on"
    assert refused.value.facts["later_subject"] == "Bo"


def test_undo_of_a_dropped_service_names_who_has_the_room_or_the_worker_now(desk_file: ShopFile) -> None:
    times = ("2026-08-20T10:00", "2026-08-20T11:00")
    with desk_file.act("book", "Ana") as act:
        worker, service = rows.chair(act)
        other = act.insert("worker", {"name": "Yu"})
        room = act.insert("place", {"name": "Room", "kind": "room", "capacity": 1})
        made = rows.appointment(act, rows.customer(act), worker, service, *times, place_id=room)
    line = desk_file.value("SELECT id FROM appointment_line WHERE appointment_id = :id", id=made)
    for who in (worker, other):
        with desk_file.act("drop", "Ana") as act:
            act.delete("appointment_line", line)
        dropped = history.last(desk_file)
        with desk_file.act("book", "Bo") as act:
            rows.appointment(act, rows.customer(act, "Bo"), who, service, *times, place_id=room)
        assert dropped is not None
        with pytest.raises(DeskError) as refused:
            history.undo_act(desk_file, dropped.id)
        assert refused.value.code == "undo_stands_on"
        assert refused.value.facts["later_subject"] == "Bo"
        history.undo(desk_file)
        history.undo_act(desk_file, dropped.id)


def test_what_another_window_did_first_is_neither_undone_nor_redone_twice(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = create_shop(tmp_path / "a.desk", clock, Changes())
    theirs = open_shop(tmp_path / "a.desk", clock, Changes())
    with mine.act("add", "Ana") as act:
        ana = rows.customer(act)

    def edit(file: ShopFile, name: str) -> None:
        with file.act("edit", name) as act:
            act.update("customer", ana, name=name)

    def beaten(look: str, do: Callable[[], object], act: Callable[[ShopFile], object]) -> tuple[str, str]:
        """How our act is refused, and the name after it, when the other window acts after our first look."""
        real = getattr(history, look)

        def slow(*facts: object) -> object:
            found = real(*facts)
            monkeypatch.setattr(history, look, real)
            do()
            return found

        monkeypatch.setattr(history, look, slow)
        with pytest.raises(DeskError) as refused:
            act(mine)
        return refused.value.code, mine.value("SELECT name FROM customer WHERE id = :id", id=ana)

    edit(mine, "Anna")
    assert beaten("_standing", lambda: history.undo(theirs), history.undo) == ("gone", "Ana")
    history.redo(mine)
    assert beaten("_standing", lambda: edit(theirs, "Ann"), history.undo) == ("undo_stands_on", "Ann")
    history.undo(mine)
    assert beaten("next_redo", lambda: history.redo(theirs), history.redo) == ("nothing_to_redo", "Ann")
    for file in (mine, theirs):
        assert health.check(file) == []
        file.close()


def test_undoing_a_sale_voids_it_and_redo_brings_it_back(desk_file: ShopFile) -> None:
    with desk_file.act("check_out") as act:
        rows.sale(act, 1, [60, 40], [100])
    history.undo(desk_file)
    row = desk_file.one("SELECT number, status, void_reason, voided_at FROM sale")
    assert row is not None
    assert tuple(row)[:3] == ("20260820-0001", "void", "undone")
    assert row["voided_at"] == desk_file.clock.epoch_ms()
    assert desk_file.value("SELECT count(*) FROM sale_line") == 2
    history.redo(desk_file)
    assert desk_file.value("SELECT status FROM sale") == "paid"
    assert health.check(desk_file) == []


def test_what_a_void_sale_names_is_kept_and_said_so(desk_file: ShopFile) -> None:
    with desk_file.act("add", "Ana") as act:
        ana = rows.customer(act)
    with desk_file.act("check_out") as act:
        rows.sale(act, 1, [100], [100], customer_id=ana)
    history.undo(desk_file)
    with pytest.raises(DeskError) as refused:
        history.undo(desk_file)
    assert refused.value.code == "undo_is_kept"


def test_a_booking_can_be_undone_after_its_sale(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        ana = rows.customer(act)
        worker, service = rows.chair(act)
    with desk_file.act("book") as act:
        made = rows.appointment(act, ana, worker, service, "2026-08-20T10:00", "2026-08-20T11:00")
    with desk_file.act("check_out") as act:
        rows.sale(act, 1, [100], [100], customer_id=ana, appointment_id=made)
    history.undo(desk_file)
    history.undo(desk_file)
    assert desk_file.value("SELECT count(*) FROM appointment") == 0
    history.redo(desk_file)
    history.redo(desk_file)
    assert desk_file.value("SELECT appointment_id FROM sale") == made


def test_redo_is_over_once_something_else_was_done(desk_file: ShopFile) -> None:
    with desk_file.act("add") as act:
        rows.customer(act)
    history.undo(desk_file)
    with desk_file.act("add") as act:
        rows.customer(act, "Bo")
    with pytest.raises(DeskError) as refused:
        history.redo(desk_file)
    assert refused.value.code == "nothing_to_redo"


def test_nothing_done_is_nothing_to_undo_and_a_bulk_load_stays(desk_file: ShopFile) -> None:
    with pytest.raises(DeskError) as refused:
        history.undo(desk_file)
    assert refused.value.code == "nothing_to_undo"
    with desk_file.bulk("sample_shop") as act:
        act.insert_many("customer", [{"name": "Ana"}, {"name": "Bo"}])
    assert desk_file.value("SELECT count(*) FROM change") == 0
    with pytest.raises(DeskError) as refused:
        history.undo(desk_file)
    assert refused.value.code == "nothing_to_undo"
    act_id = desk_file.value("SELECT id FROM act")
    with pytest.raises(DeskError) as refused:
        history.undo_act(desk_file, act_id)
    assert refused.value.code == "cannot_undo"


def random_act(file: ShopFile, dice: random.Random) -> None:
    """One act of one to four steps over customers; a step that finds nobody adds somebody."""
    with file.act("random") as act:
        for _ in range(dice.randint(1, 4)):
            ids = [row["id"] for row in act.all("SELECT id FROM customer ORDER BY id")]
            step = dice.choice(["add", "edit", "edit", "delete"])
            if step == "add" or not ids:
                referred_by = dice.choice(ids) if ids and dice.random() < 0.3 else None
                rows.customer(act, f"C{dice.randint(0, 99)}", referred_by=referred_by)
            elif step == "edit":
                act.update("customer", dice.choice(ids), note=str(dice.random()), blocked=dice.randint(0, 1))
            else:
                victim = dice.choice(ids)
                if not act.value("SELECT 1 FROM customer WHERE referred_by = :id", id=victim):
                    act.delete("customer", victim)


@settings(max_examples=30)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_whatever_was_done_can_all_be_undone_and_redone(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    dice = random.Random(seed)
    file = new_shop(tmp_path_factory.mktemp("undo") / "a.desk", FixedClock(NOW))
    states = [content(file)]
    for _ in range(count):
        random_act(file, dice)
        states.append(content(file))
    for state in reversed(states[:-1]):
        history.undo(file)
        assert content(file) == state
    for state in states[1:]:
        history.redo(file)
        assert content(file) == state
    file.close()
