"""Into the board and about it: the keyboard's first step, what cards name, a small window, a clock change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui import board_cards
from merchant_desk.appointments.ui.board_drag import Move
from merchant_desk.appointments.ui.month_view import MonthView
from merchant_desk.catalog.model import PlaceDraft
from merchant_desk.desk import Desk
from merchant_desk.shell import language
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.guide import Guide
from merchant_desk.shell.program import Program
from tests.blank import known_shop
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def open_bench(page_frame: Frame, qtbot: QtBot) -> Callable[[], Bench]:
    """Opens the window once the shop is prepared."""
    return lambda: Bench(page_frame, qtbot)


def test_the_first_arrow_goes_from_the_page_into_what_it_shows(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    bench = open_bench()
    assert bench.desk_page.hasFocus()
    hands.chord(Qt.Key.Key_Down)
    assert bench.board.hasFocus()
    assert bench.board.keys.seen is not None
    bench.desk_page.setFocus()
    hands.chord(Qt.Key.Key_M)
    hands.chord(Qt.Key.Key_Right)
    (month,) = bench.desk_page.findChildren(MonthView)
    assert month.hasFocus()
    assert bench.desk_page.day() == DAY
    hands.chord(Qt.Key.Key_Right)
    assert month.day() == DAY + dt.timedelta(days=1)


def test_the_cursor_stays_on_a_card_that_was_squeezed_in_beside_another(
    salon: Salon, open_bench: Callable[[], Bench], hands: Hands
) -> None:
    salon.book("王女士", 14.5)
    salon.book("李悦", 15, "阿琳")
    bench = open_bench()
    bench.board.setFocus(Qt.FocusReason.TabFocusReason)
    bench.board.keys.put(1, at(15))
    hands.chord(Qt.Key.Key_Left, ALT)
    bench.toasts.step_in()
    assert bench.toasts.shown()[-1].first.hasFocus()
    hands.chord(Qt.Key.Key_Space)
    assert salon.lines("李悦") == [("李悦", "小雨", "单色美甲", "15:00", "16:00")]
    assert bench.board.hasFocus()
    stop = bench.board.keys.seen
    assert stop is not None
    assert stop.card is not None
    assert stop.card.line.customer == "李悦"


def test_a_drop_into_an_hour_that_the_clock_skips_says_when_it_is(
    salon: Salon, open_bench: Callable[[], Bench]
) -> None:
    salon.desk.shop.save(known_shop(salon.desk.file)._replace(zone="America/New_York"))
    spring = dt.date(2026, 3, 8)
    made = salon.book("李悦", 10, day=spring)
    bench = open_bench()
    bench.desk_page.acts.move(Move(made, at(2.25, spring)), squeeze=True)
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "03:00", "04:00")]
    assert bench.notices()[-1].endswith("03:00: the clock skips 02:15 on this day.")


def test_a_week_of_everybody_names_who_does_it(
    salon: Salon, open_bench: Callable[[], Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    salon.book("李悦", 16, "阿琳")  # an hour: the name, the service, one more line
    salon.book("王女士", 11, "Momo", minutes=45)  # two lines
    written: list[str] = []
    text = board_cards._text

    def written_down(*told: Any) -> None:
        written.append(told[2])
        text(*told)

    monkeypatch.setattr(board_cards, "_text", written_down)
    bench = open_bench()
    bench.desk_page.show_view("week")
    settle()
    bench.grab()
    assert "阿琳" in written
    assert "Momo · 单色美甲" in written


@pytest.mark.parametrize("tongue", ["en", "zh_CN"])
def test_the_page_asks_for_no_more_than_a_small_window(
    desk: Desk, open_bench: Callable[[], Bench], qapp: QApplication, tongue: str
) -> None:
    desk.catalog.add_place(PlaceDraft("Window seat", "chair"))
    language.install(qapp, tongue)
    bench = open_bench()
    bench.resize(1180, 720)
    settle()
    for view in ("day", "week", "month"):
        bench.desk_page.arrive(view=view)
        bench.desk_page.reload()
        settle()
        assert bench.width() == 1180
        assert bench.desk_page.strip._row.minimumSize().width() <= bench.desk_page.width()


def test_what_was_undone_is_not_offered_for_undoing_any_more(
    salon: Salon, open_bench: Callable[[], Bench]
) -> None:
    made = salon.book("李悦", 15)
    bench = open_bench()
    bench.desk_page.acts.move(Move(made, at(17), into="窗边位"))
    assert bench.notices()[-1] == "Moved to today 17:00 · 窗边位."
    bench.desk_page.frame.undo()
    settle()
    assert bench.notices() == ["Undone: Moved appointment · 李悦"]


def test_f6_goes_to_the_notice(desk_window: Program, qtbot: QtBot) -> None:
    bench = desk_window.window.bench()
    assert bench is not None
    assert desk_window.session is not None
    desk_window.session.frame.notice("Booked.")
    QTest.keyClick(desk_window.window, Qt.Key.Key_F6)
    qtbot.waitUntil(bench.toasts.shown()[-1].first.hasFocus)


def test_the_keys_are_listed_with_arrows_not_words(desk_window: Program) -> None:
    QTest.keyClick(desk_window.window, Qt.Key.Key_F1)
    settle()
    (guide,) = desk_window.window.findChildren(Guide)
    keys = [label.text() for label in guide.findChildren(QLabel) if label.property("role") == "key"]
    assert {"↑", "↓", "←", "→", "F6"} <= set(keys)
    assert not [key for key in keys if "Up" in key.split("+") or "Left" in key.split("+")]
