"""Work beside the GUI: order, answers, what is dropped, and what is never lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.open import open_shop
from merchant_desk.shell.background import Background
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.preferences import Preferences
from tests.shell.bare import add_day, days, open_bare, open_file


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def background(qtbot: QtBot, shop_path: Path, clock: FixedClock, changes: Changes) -> Iterator[Background]:
    made = Background(
        lambda: open_bare(shop_path, clock, changes), lambda: open_file(shop_path, clock, changes)
    )
    yield made
    made.close()


def settle(qtbot: QtBot, background: Background) -> None:
    qtbot.waitUntil(lambda: background.waiting == 0)


class TestAnswers:
    def test_work_runs_elsewhere_and_the_answer_comes_here(
        self, qtbot: QtBot, background: Background
    ) -> None:
        here = threading.get_ident()
        told: list[tuple[int, int]] = []
        background.run(
            lambda _desk: threading.get_ident(), lambda there: told.append((there, threading.get_ident()))
        )
        settle(qtbot, background)
        assert told[0][0] != here
        assert told[0][1] == here

    def test_writes_are_done_in_order_and_reads_see_them(self, qtbot: QtBot, background: Background) -> None:
        told: list[list[str]] = []
        for day in ("2025-09-01", "2025-09-02", "2025-09-03"):
            background.run(partial(add_day, day=day))
        settle(qtbot, background)
        background.read(days, told.append)
        settle(qtbot, background)
        assert told == [["2025-09-01", "2025-09-02", "2025-09-03"]]

    def test_the_read_only_line_cannot_write(self, qtbot: QtBot, background: Background) -> None:
        errors: list[Exception] = []

        def write(reader: Any) -> None:
            with reader.act("add_closed_day") as act:
                act.insert("closed_day", {"day": "2025-09-01"})

        background.read(write, failed=errors.append)
        settle(qtbot, background)
        assert len(errors) == 1

    def test_an_error_goes_to_failed_or_else_to_unanswered(
        self, qtbot: QtBot, background: Background
    ) -> None:
        def refuse(_desk: object) -> None:
            raise DeskError("no_name")

        taken: list[Exception] = []
        left: list[Exception] = []
        background.unanswered.connect(left.append)
        background.run(refuse, failed=taken.append)
        background.run(refuse)
        settle(qtbot, background)
        assert [getattr(error, "code", "") for error in taken] == ["no_name"]
        assert [getattr(error, "code", "") for error in left] == ["no_name"]

    def test_closing_finishes_what_was_asked_for(
        self, background: Background, shop_path: Path, clock: FixedClock
    ) -> None:
        for day in range(1, 21):
            background.run(partial(add_day, day=f"2025-09-{day:02d}"))
        background.close()
        file = open_shop(shop_path, clock, Changes())
        assert len(days(file)) == 20
        file.close()


class TestDropped:
    def test_a_newer_request_drops_the_older_answer(self, qtbot: QtBot, background: Background) -> None:
        gate = threading.Event()
        owner = QObject()
        told: list[str] = []
        background.read(lambda _reader: gate.wait(10))
        done: list[str] = []

        def search(_reader: object, text: str) -> str:
            done.append(text)
            return text

        for text in ("a", "ab", "abc"):
            background.read(partial(search, text=text), told.append, owner=owner, key="search")
        gate.set()
        settle(qtbot, background)
        assert told == ["abc"]
        assert done == ["abc"], "a search nobody waits for any more is not made"

    def test_another_key_or_owner_is_another_request(self, qtbot: QtBot, background: Background) -> None:
        told: list[int] = []
        one, two = QObject(), QObject()
        background.read(lambda _reader: 1, told.append, owner=one, key="a")
        background.read(lambda _reader: 2, told.append, owner=one, key="b")
        background.read(lambda _reader: 3, told.append, owner=two, key="a")
        settle(qtbot, background)
        assert told == [1, 2, 3]

    def test_a_write_is_never_dropped_only_its_answer(self, qtbot: QtBot, background: Background) -> None:
        gate = threading.Event()
        owner = QObject()
        told: list[str] = []
        background.run(lambda _desk: gate.wait(10))
        for day in ("2025-09-01", "2025-09-02"):
            background.run(partial(add_day, day=day), told.append, owner=owner, key="save")
        gate.set()
        settle(qtbot, background)
        seen: list[list[str]] = []
        background.read(days, seen.append)
        settle(qtbot, background)
        assert len(told) == 1
        assert seen == [["2025-09-01", "2025-09-02"]]

    def test_an_answer_for_a_destroyed_widget_is_dropped(self, qtbot: QtBot, background: Background) -> None:
        gate = threading.Event()
        owner = QWidget()
        told: list[object] = []
        background.run(lambda _desk: gate.wait(10))
        background.run(lambda _desk: 1, told.append, owner=owner)
        background.run(lambda _desk: 1 / 0, failed=told.append, owner=owner)
        owner.deleteLater()
        qtbot.waitUntil(lambda: not _alive(owner))
        faults: list[Exception] = []
        background.unanswered.connect(faults.append)
        gate.set()
        settle(qtbot, background)
        assert told == []
        assert [type(error) for error in faults] == [ZeroDivisionError], "a fault is told in any case"

    def test_a_widget_held_by_the_work_alone_dies_on_this_thread(
        self, qtbot: QtBot, background: Background
    ) -> None:
        died: list[int] = []

        def ask(fail: bool) -> None:
            widget = QWidget()
            widget.destroyed.connect(
                lambda: died.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
            )

            def work(_desk: object) -> object:
                if fail:
                    raise DeskError("no_name")
                return widget.parent()

            background.run(work, failed=lambda _error: None)

        ask(fail=False)
        ask(fail=True)
        settle(qtbot, background)
        qtbot.waitUntil(lambda: len(died) == 2)
        assert set(died) == {threading.get_ident()}


class TestOpening:
    def test_a_file_that_does_not_open_is_told_once_and_nothing_is_answered(
        self, qtbot: QtBot, shop_path: Path, clock: FixedClock
    ) -> None:
        shop_path.write_bytes(b"not a shop at all, but long enough to have a header")

        refused: list[Exception] = []
        answers: list[object] = []
        background = Background(
            lambda: open_bare(shop_path, clock, Changes()), lambda: open_file(shop_path, clock, Changes())
        )
        background.refused.connect(refused.append)
        background.run(lambda _desk: 1, answers.append, answers.append)
        background.read(lambda _reader: 1, answers.append, answers.append)
        settle(qtbot, background)
        background.close()
        assert [getattr(error, "code", "") for error in refused] == ["damaged"]
        assert answers == []

    def test_reading_waits_until_the_writer_has_made_the_file(
        self, qtbot: QtBot, home: Path, clock: FixedClock
    ) -> None:
        path = home / "new.desk"
        told: list[list[str]] = []
        background = Background(
            lambda: open_bare(path, clock, Changes()), lambda: open_file(path, clock, Changes())
        )
        with qtbot.waitSignal(background.opened):
            background.read(days, told.append)
        settle(qtbot, background)
        background.close()
        assert told == [[]]


def test_changes_reach_the_pages_on_the_gui_thread(
    qtbot: QtBot, background: Background, clock: FixedClock, changes: Changes
) -> None:
    frame = Frame(background, clock, Preferences(), changes)
    heard: list[tuple[frozenset[str], int]] = []
    frame.changed.connect(lambda topics: heard.append((topics, threading.get_ident())))
    background.run(lambda desk: add_day(desk, "2025-09-01"))
    qtbot.waitUntil(lambda: bool(heard))
    frame.close()
    assert heard == [(frozenset({"shop"}), threading.get_ident())]


def _alive(widget: QObject) -> bool:
    import shiboken6

    return shiboken6.isValid(widget)
