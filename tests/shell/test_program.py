"""The window as a whole: keys, places, undo, look, the file that does not open, a second shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import backup
from merchant_desk.db.open import open_shop
from merchant_desk.shell import crash, program, theme
from merchant_desk.shell.guide import Guide
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Facts, Program
from merchant_desk.shell.sidebar import PlaceButton
from merchant_desk.shell.trouble import Trouble
from merchant_desk.shell.workbench import Workbench
from tests.shell.bare import DaysPage, NameSheet, add_day, days, house

FACTS = Facts("小满美甲 <b>x</b>", "CNY", "Asia/Shanghai")
Start = Callable[..., Program]


@pytest.fixture
def start(dressed: QApplication, qtbot: QtBot, clock: FixedClock, shop_path: Path) -> Iterator[Start]:
    """Starts the program on a shop, with its real threads; every one started is closed."""
    started: list[Program] = []

    def make(facts: Facts | None = FACTS, path: Path = shop_path, **more: object) -> Program:
        made = Program(dressed, Preferences(), house(facts, **more), clock)  # type: ignore[arg-type]
        started.append(made)
        qtbot.addWidget(made.window)
        assert made.start(path)
        qtbot.waitExposed(made.window)
        settle(qtbot, made)
        return made

    yield make
    for made in started:
        made.close()
        made.window.close()


def settle(qtbot: QtBot, started: Program) -> None:
    qtbot.waitUntil(lambda: started.session is not None and started.session.background.waiting == 0)


def bench_of(started: Program) -> Workbench:
    bench = started.window.bench()
    assert bench is not None
    return bench


def page_of(started: Program) -> DaysPage:
    page = bench_of(started).page()
    assert isinstance(page, DaysPage)
    return page


def press(started: Program, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(QApplication.focusWidget() or started.window, key, held)


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class TestPlaces:
    def test_keys_go_to_places_and_pages_are_made_once(self, start: Start) -> None:
        started = start()
        first = page_of(started)
        press(started, Qt.Key.Key_2, CTRL)
        assert page_of(started).key == "other"
        press(started, Qt.Key.Key_1, CTRL)
        assert page_of(started) is first
        press(started, Qt.Key.Key_Comma, CTRL)
        assert bench_of(started).sidebar.findChildren(QPushButton)[-1].isChecked()

    def test_the_sidebar_marks_where_one_is(self, start: Start) -> None:
        started = start()
        bench = bench_of(started)
        buttons = {button.text(): button for button in bench.sidebar.findChildren(QPushButton)}
        QTest.mouseClick(buttons["Other"], Qt.MouseButton.LeftButton)
        assert [text for text, button in buttons.items() if button.isChecked()] == ["Other"]
        QTest.mouseClick(buttons["Other"], Qt.MouseButton.LeftButton)
        assert buttons["Other"].isChecked()

    def test_the_focus_goes_along(self, start: Start) -> None:
        started = start()
        press(started, Qt.Key.Key_2, CTRL)
        page = page_of(started)
        assert QApplication.focusWidget() is page
        page.line.setFocus()
        press(started, Qt.Key.Key_1, CTRL)
        press(started, Qt.Key.Key_2, CTRL)
        assert QApplication.focusWidget() is page.line, "back where it was"

    def test_words_and_keys_do_not_overlap_however_long(self, start: Start) -> None:
        bar = bench_of(start()).sidebar
        for button in bar.findChildren(PlaceButton):
            assert button.room() <= bar.width() - 20

    def test_a_refused_leave_keeps_the_mark(self, start: Start) -> None:
        started = start()
        press(started, Qt.Key.Key_N, CTRL)
        sheet = bench_of(started).sheets.current()
        assert isinstance(sheet, NameSheet)
        QTest.keyClicks(sheet.field, "Ana")
        press(started, Qt.Key.Key_2, CTRL)
        assert page_of(started).key == "days"
        sheet.shut()

    def test_a_link_brings_its_words(self, start: Start) -> None:
        started = start()
        assert started.session is not None
        started.session.frame.go("other", customer_id="7")
        assert page_of(started).where == {"customer_id": "7"}

    def test_pages_reload_for_their_topics_and_when_shown_again(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        asked = page.asked
        assert started.session is not None
        frame = started.session.frame
        frame.act(lambda desk: add_day(desk, "2025-09-01"), "Closed.")
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        press(started, Qt.Key.Key_2, CTRL)
        other = page_of(started)
        count = other.asked
        frame.act(lambda desk: add_day(desk, "2025-09-02"), "Closed.")
        settle(qtbot, started)
        assert page.days == ["2025-09-01"], "a page that is not on screen waits"
        assert other.asked == count, "a page of other topics does not reload"
        press(started, Qt.Key.Key_1, CTRL)
        qtbot.waitUntil(lambda: page.days == ["2025-09-01", "2025-09-02"])
        assert page.asked == asked + 2


class TestUndo:
    def test_ctrl_z_undoes_and_ctrl_y_does_again(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        assert started.session is not None
        started.session.frame.act(lambda desk: add_day(desk, "2025-09-01", "Holiday"), "Closed.")
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        press(started, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: page.days == [])
        press(started, Qt.Key.Key_Y, CTRL)
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        press(started, Qt.Key.Key_Z, CTRL)
        press(started, Qt.Key.Key_Z, CTRL, SHIFT)
        settle(qtbot, started)
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        texts = [toast.notice.text for toast in bench_of(started).toasts.shown()]
        assert any("Holiday" in text for text in texts)

    def test_a_field_with_something_typed_undoes_its_own_text(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        assert started.session is not None
        started.session.frame.act(lambda desk: add_day(desk, "2025-09-01"), "Closed.")
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        page.line.setFocus()
        QTest.keyClicks(page.line, "Ana")
        press(started, Qt.Key.Key_Z, CTRL)
        settle(qtbot, started)
        assert page.line.text() == ""
        assert page.days == ["2025-09-01"], "the shop is not touched while the field has something to undo"
        press(started, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: page.days == [])

    def test_not_behind_an_open_sheet(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        assert started.session is not None
        started.session.frame.act(lambda desk: add_day(desk, "2025-09-01"), "Closed.")
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        press(started, Qt.Key.Key_N, CTRL)
        press(started, Qt.Key.Key_Z, CTRL)
        settle(qtbot, started)
        assert page.days == ["2025-09-01"]

    def test_with_a_sheet_open_that_follows_what_changes(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        assert started.session is not None
        frame = started.session.frame
        frame.act(lambda desk: add_day(desk, "2025-09-01"), "Closed.")
        qtbot.waitUntil(lambda: page.days == ["2025-09-01"])
        press(started, Qt.Key.Key_N, CTRL)
        sheet = bench_of(started).sheets.current()
        assert sheet is not None
        sheet.follows = True
        press(started, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: page.days == [])

    def test_the_notice_takes_back_its_own_act_not_the_last_one(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        page = page_of(started)
        assert started.session is not None
        frame = started.session.frame
        frame.act(lambda desk: add_day(desk, "2025-09-01"), "First.")
        frame.act(lambda desk: add_day(desk, "2025-09-02"), "Second.")
        qtbot.waitUntil(lambda: len(page.days) == 2)
        settle(qtbot, started)
        first = next(t for t in bench_of(started).toasts.shown() if t.notice.text == "First.")
        assert first.undo_button is not None
        QTest.mouseClick(first.undo_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.days == ["2025-09-02"])

    def test_nothing_to_undo_is_said(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        press(started, Qt.Key.Key_Z, CTRL)
        settle(qtbot, started)
        assert [t.notice.text for t in bench_of(started).toasts.shown()] == ["There is nothing to undo."]

    def test_work_that_wrote_nothing_offers_no_undo(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        assert started.session is not None
        frame = started.session.frame
        frame.act(lambda desk: add_day(desk, "2025-09-01"), "")
        frame.act(lambda _desk: None, "Looked.")
        settle(qtbot, started)
        assert [t.undo_button for t in bench_of(started).toasts.shown()] == [None]


class TestLook:
    def test_another_look_keeps_the_place(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        press(started, Qt.Key.Key_2, CTRL)
        before = page_of(started)
        assert started.session is not None
        started.session.frame.preferences.look = "dark"
        started.session.frame.look_changed()
        settle(qtbot, started)
        assert theme.is_dark()
        assert page_of(started) is not before
        assert page_of(started).key == "other"
        press(started, Qt.Key.Key_1, CTRL)
        assert page_of(started).key == "days"

    def test_the_window_remembers_its_size(self, start: Start, qtbot: QtBot) -> None:
        started = start()
        started.window.resize(1024, 700)
        started.window.close()
        started.close()
        again = Program(QApplication.instance(), Preferences(), house(FACTS))  # type: ignore[arg-type]
        qtbot.addWidget(again.window)
        assert (again.window.width(), again.window.height()) == (1024, 700)
        again.close()

    def test_the_shops_name_is_in_the_sidebar_as_it_was_typed(self, start: Start) -> None:
        started = start()
        assert started.window.windowTitle().startswith("小满美甲 <b>x</b>")
        assert bench_of(started).sidebar._name.accessibleName() == "小满美甲 <b>x</b>"
        assert bench_of(started).sidebar._name.textFormat() == Qt.TextFormat.PlainText

    def test_f1_shows_the_keys(self, start: Start) -> None:
        started = start()
        press(started, Qt.Key.Key_F1)
        assert isinstance(bench_of(started).sheets.current(), Guide)


class TestOpening:
    def test_a_new_shop_is_welcomed_and_then_shown(self, start: Start, home: Path, qtbot: QtBot) -> None:
        shown: list[tuple[object, Callable[[], None], list[Facts | None]]] = []
        started = start(None, home / "new.desk", welcome=shown)
        qtbot.waitUntil(lambda: bool(shown))
        assert started.window.bench() is None
        widget, done, facts = shown[0]
        assert started.window.centralWidget() is widget
        facts[0] = FACTS
        done()
        qtbot.waitUntil(lambda: started.window.bench() is not None)
        assert Preferences().shop == home / "new.desk"

    def test_a_damaged_file_offers_its_backups(
        self, start: Start, shop_path: Path, clock: FixedClock, qtbot: QtBot
    ) -> None:
        file = open_shop(shop_path, clock, Changes())
        with file.act("add_closed_day") as act:
            act.insert("closed_day", {"day": "2025-09-01"})
        backup.daily_backup(file.path, file.clock)
        file.close()
        shop_path.write_bytes(b"\0" * 5000)
        started = start()
        trouble = started.window.centralWidget()
        assert isinstance(trouble, Trouble)
        assert "damaged" in trouble.reason.text()
        buttons = [b for b in trouble.findChildren(QPushButton) if b.text().startswith("Restore")]
        assert len(buttons) == 1
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: started.window.bench() is not None)
        qtbot.waitUntil(lambda: page_of(started).days == ["2025-09-01"])
        kept = [copy for copy in backup.backups(shop_path) if copy.kind == "replaced"]
        assert [copy.path.read_bytes() for copy in kept] == [b"\0" * 5000], "the damaged file is kept"
        told = [toast.notice.text for toast in bench_of(started).toasts.shown()]
        assert told == ["Done. The file that stood here is kept."]

    def test_without_a_backup_one_starts_anew_and_the_file_is_kept(
        self, start: Start, shop_path: Path, qtbot: QtBot
    ) -> None:
        shop_path.write_bytes(b"\0" * 5000)
        shown: list[object] = []
        started = start(None, welcome=shown)
        trouble = started.window.centralWidget()
        assert isinstance(trouble, Trouble)
        button = next(b for b in trouble.findChildren(QPushButton) if b.text().startswith("Start a new"))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(shown))
        settle(qtbot, started)
        kept = [path for path in shop_path.parent.iterdir() if "set-aside" in path.name]
        assert [path.read_bytes() for path in kept] == [b"\0" * 5000]
        assert shop_path.read_bytes().startswith(b"SQLite")

    def test_try_again_opens_what_was_mended(self, start: Start, shop_path: Path, qtbot: QtBot) -> None:
        good = shop_path.read_bytes()
        shop_path.write_bytes(b"something else altogether")
        started = start()
        trouble = started.window.centralWidget()
        assert isinstance(trouble, Trouble)
        shop_path.write_bytes(good)
        trouble.again_wanted.emit()
        qtbot.waitUntil(lambda: started.window.bench() is not None)
        settle(qtbot, started)

    def test_another_shop_and_the_way_back(self, start: Start, shop_path: Path, qtbot: QtBot) -> None:
        started = start()
        assert started.session is not None
        started.session.frame.reopen(program.sample_shop())
        settle(qtbot, started)
        qtbot.waitUntil(lambda: started.window.bench() is not None)
        bench = bench_of(started)
        assert not bench.sidebar._sample.isHidden()
        assert Preferences().shop == shop_path, "the sample shop is not the one to open next time"
        bench.sidebar.home_wanted.emit()
        settle(qtbot, started)
        assert started.session.path == shop_path
        qtbot.waitUntil(lambda: not bench_of(started).sidebar._sample.isVisible())

    def test_what_goes_wrong_before_reopening_is_said_and_the_shop_opens(
        self, start: Start, shop_path: Path, qtbot: QtBot
    ) -> None:
        started = start()
        assert started.session is not None

        def refuse() -> None:
            raise DeskError("disk_full")

        started.session.frame.reopen(None, refuse)
        settle(qtbot, started)
        assert started.session.path == shop_path
        assert any("disk is full" in toast.notice.text for toast in bench_of(started).toasts.shown())

    def test_the_shops_zone_sets_the_clock(self, start: Start, qtbot: QtBot) -> None:
        started = start(Facts("Salon", "EUR", "Europe/Berlin"))
        qtbot.waitUntil(lambda: started.session is not None and started.session.zone == "Europe/Berlin")
        settle(qtbot, started)
        assert Preferences().zone == "Europe/Berlin"

    def test_a_daily_copy_is_made_and_told(self, start: Start, shop_path: Path, qtbot: QtBot) -> None:
        started = start()
        started._settle()
        settle(qtbot, started)
        qtbot.waitUntil(lambda: bench_of(started).sidebar._backup.text().startswith("Backed up"))
        assert [copy.kind for copy in backup.backups(shop_path)] == ["daily"]

    def test_over_midnight_another_copy(
        self, start: Start, shop_path: Path, clock: FixedClock, qtbot: QtBot
    ) -> None:
        started = start()
        started._settle()
        settle(qtbot, started)
        clock.set(dt.datetime(2025, 8, 21, 0, 0))
        assert started.session is not None
        started.session.frame.minute.emit(clock.now())
        started.session.frame.minute.emit(clock.now())
        settle(qtbot, started)
        assert len(backup.backups(shop_path)) == 2


class TestFaults:
    @pytest.mark.log_warnings("fault")
    def test_a_fault_is_shown_with_its_text_to_copy(self, start: Start) -> None:
        started = start()
        error = ValueError("broken <b>badly</b>")
        crash._on_exception(ValueError, error, None)
        toasts = bench_of(started).toasts.shown()
        assert [toast.notice.kind for toast in toasts] == ["error"]
        copy = next(b for b in toasts[0].findChildren(QPushButton) if b.text() == "Copy")
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert "broken <b>badly</b>" in QApplication.clipboard().text()

    def test_a_run_that_did_not_end_is_told_at_the_next_start(self, start: Start, shop_path: Path) -> None:
        started = start()
        assert not bench_of(started).toasts.shown()
        marker = crash._State.marker
        assert marker is not None
        started.close()
        marker.touch()
        again = start()
        assert any("good order" in toast.notice.text for toast in bench_of(again).toasts.shown())

    def test_closing_leaves_every_confirmed_row(
        self, start: Start, shop_path: Path, clock: FixedClock
    ) -> None:
        started = start()
        assert started.session is not None
        for day in range(1, 10):
            started.session.frame.act(partial(add_day, day=f"2025-09-0{day}"))
        started.close()
        file = open_shop(shop_path, clock, Changes())
        assert len(days(file)) == 9
        file.close()
