"""The small month, by mouse and keyboard."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.widgets.mini_month import MiniMonth

DAY = dt.date(2025, 8, 20)


@pytest.fixture
def month(qtbot: QtBot) -> MiniMonth:
    made = MiniMonth(DAY, DAY, list("一二三四五六日"), lambda day: f"{day:%Y-%m}", lambda day: f"{day}")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_weeks_begin_on_monday(month: MiniMonth) -> None:
    days = month.days()
    assert len(days) == 42
    assert days[0] == dt.date(2025, 7, 28)
    assert days[0].weekday() == 0
    assert month.cell(dt.date(2025, 8, 4)).left() == month.cell(days[0]).left()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, dt.date(2025, 8, 19)),
        (Qt.Key.Key_Right, dt.date(2025, 8, 21)),
        (Qt.Key.Key_Up, dt.date(2025, 8, 13)),
        (Qt.Key.Key_Down, dt.date(2025, 8, 27)),
        (Qt.Key.Key_PageUp, dt.date(2025, 7, 20)),
        (Qt.Key.Key_PageDown, dt.date(2025, 9, 20)),
    ],
)
def test_keys_move_over_the_days(month: MiniMonth, key: Qt.Key, day: dt.date) -> None:
    QTest.keyClick(month, key)
    assert month.day() == day
    assert month.accessibleName() == str(day)
    assert month.month() == day.replace(day=1)


def test_home_goes_back_to_today_and_enter_chooses(month: MiniMonth, qtbot: QtBot) -> None:
    for _ in range(3):
        QTest.keyClick(month, Qt.Key.Key_PageDown)
    QTest.keyClick(month, Qt.Key.Key_Home)
    with qtbot.waitSignal(month.chosen) as said:
        QTest.keyClick(month, Qt.Key.Key_Return)
    assert said.args == [DAY]


def test_a_click_chooses_also_a_day_of_the_next_month(month: MiniMonth, qtbot: QtBot) -> None:
    day = dt.date(2025, 9, 2)
    with qtbot.waitSignal(month.chosen) as said:
        QTest.mouseClick(
            month,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            month.cell(day).center().toPoint(),
        )
    assert said.args == [day]
    assert month.month() == dt.date(2025, 9, 1)


def test_the_arrows_turn_the_month_and_say_so(month: MiniMonth, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.turned) as said:
        QTest.mouseClick(
            month, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(month.width() - 24, 20)
        )
    assert said.args == [dt.date(2025, 9, 1)]
    with qtbot.assertNotEmitted(month.turned):
        QTest.keyClick(month, Qt.Key.Key_Right)


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (dt.date(2025, 1, 31), 1, dt.date(2025, 2, 28)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2025, 12, 31), 2, dt.date(2026, 2, 28)),
        (dt.date(2025, 3, 31), -1, dt.date(2025, 2, 28)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(
    month: MiniMonth, day: dt.date, months: int, there: dt.date
) -> None:
    month.stand(day)
    month.turn(months)
    assert month.day() == there


def test_the_ends_of_the_calendar_hold(month: MiniMonth) -> None:
    for day, key in ((dt.date.min, Qt.Key.Key_PageUp), (dt.date.max, Qt.Key.Key_PageDown)):
        month.stand(day)
        for one in (key, Qt.Key.Key_Up if day == dt.date.min else Qt.Key.Key_Down):
            QTest.keyClick(month, one)
        assert month.day() == day
        month.grab()


def test_what_is_special_is_drawn_and_said(month: MiniMonth) -> None:
    before = month.grab().toImage()
    month.set_marks({DAY: "七夕"}, frozenset())
    assert month.accessibleName() == f"{DAY}, 七夕"
    assert month.grab().toImage() != before
