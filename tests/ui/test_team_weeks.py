"""The team's weeks on screen: the strip on each card, plans for a while, nights, own services."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.catalog import store as catalog
from merchant_desk.catalog.model import Terms
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.team import store
from merchant_desk.team.model import WeekSpan
from merchant_desk.team.ui.team_tab import TeamTab
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.salon import Salon

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = dt.date(2025, 8, 20)
MONDAY = dt.date(2025, 8, 18)
ONE_DAY = dt.timedelta(days=1)
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def yu(salon: Salon) -> str:
    return salon.worker("小雨")


def show(widget: W, qtbot: QtBot, width: int = 560, height: int = 1100) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def sheet_of(frame: Frame, qtbot: QtBot, worker_id: str | None, section: str = "week") -> WorkerSheet:
    return show(WorkerSheet(frame, worker_id, section), qtbot)


def save(sheet: WorkerSheet) -> None:
    QTest.keyClick(sheet, Key.Key_Return, CTRL)


def press(sheet: QWidget, name: str) -> None:
    """Click the visible button with this accessible name."""
    buttons = [*sheet.findChildren(QPushButton), *sheet.findChildren(QToolButton)]
    (found,) = (one for one in buttons if one.isVisible() and one.accessibleName() == name)
    QTest.mouseClick(found, LEFT)


# ---- the strip


def test_a_card_shows_the_week_in_one_strip(page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot) -> None:
    desk.team.set_week(yu, [WeekSpan(day, "10:00", "18:00") for day in range(5)], from_day=MONDAY)
    desk.team.add_time_off(yu, dt.datetime(2025, 8, 19), dt.datetime(2025, 8, 20), MARKUP)
    desk.team.add_time_off(yu, dt.datetime(2025, 8, 20, 14), dt.datetime(2025, 8, 20, 16))
    desk.team.set_hours(yu, {dt.date(2025, 8, 23): [("11:00", "13:00")]})
    desk.shop.close_days(dt.date(2025, 8, 22), dt.date(2025, 8, 22), "盘点")
    tab = show(TeamTab(page_frame), qtbot, 1000, 700)
    tab.reload()
    card = tab.cards[yu]
    assert card.strip.told() == [
        "Mon 10:00–18:00",
        f"Tue away · {MARKUP}",
        "Wed 10:00–14:00 + 16:00–18:00, away 14:00–16:00",
        "Thu 10:00–18:00",
        "Fri closed",
        "Sat 11:00–13:00 (this date only)",
        "Sun off",
    ]
    assert "24 h" in texts(card)
    assert card.strip.accessibleName().startswith("Mon 10:00–18:00")
    assert_plain(card)
    at = card.strip._column(1).center().toPoint()
    QApplication.sendEvent(
        card.strip, QHelpEvent(QEvent.Type.ToolTip, at, card.strip.mapToGlobal(QPoint(at)))
    )
    assert "Tue away" in QToolTip.text()
    assert "<img" not in QToolTip.text()


def test_the_weeks_before_and_after_are_a_press_away(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    desk.team.set_hours(yu, {MONDAY + 7 * ONE_DAY: []})
    tab = show(TeamTab(page_frame), qtbot, 1000, 700)
    bar = show(tab.button_box, qtbot, 600, 60)
    tab.reload()
    assert "18 Aug – 24 Aug" in texts(bar)
    QTest.mouseClick(tab.following, LEFT)
    assert "25 Aug – 31 Aug" in texts(bar)
    assert tab.cards[yu].strip.told()[0] == "Mon off"
    tab.this_week.setFocus()
    QTest.keyClick(tab.this_week, Key.Key_Space)
    QTest.mouseClick(tab.earlier, LEFT)
    assert "11 Aug – 17 Aug" in texts(bar)


# ---- plans


def test_a_plan_for_a_while_by_keyboard(page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot) -> None:
    sheet = sheet_of(page_frame, qtbot, yu)
    week = sheet.week
    QTest.keyClick(week.grid.days[6].on, Key.Key_Space)
    press(week, "For a while")
    week.first.setFocus()
    QTest.keyClicks(week.first, "2025-09-01")
    assert week.last.day() >= dt.date(2025, 9, 1)
    week.last.setFocus()
    QTest.keyClicks(week.last, "2025-09-14")
    assert "Before and after that, the other hours hold." in texts(week)
    save(sheet)
    assert [(plan.first, plan.last) for plan in store.plans(desk.file, yu, TODAY)][1] == (
        dt.date(2025, 9, 1),
        dt.date(2025, 9, 14),
    )
    sundays = [store.working_spans(desk.file, dt.date(2025, 9, day))[yu] for day in (7, 14, 21)]
    assert [bool(spans) for spans in sundays] == [False, False, True]


def test_plans_to_come_are_listed_changed_and_taken_back(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    late = [WeekSpan(day, "12:00", "20:00") for day in range(5)]
    first, last = dt.date(2025, 9, 1), dt.date(2025, 9, 14)
    desk.team.set_week(yu, late, from_day=first, to_day=last)
    sheet = sheet_of(page_frame, qtbot, yu)
    assert {"Now, until 31 Aug", "1 Sep – 14 Sep", "From 15 Sep on"} <= set(texts(sheet))
    press(sheet, "Show the plan 1 Sep – 14 Sep")
    assert sheet.week.holds.current() == "while"
    assert not sheet.dirty()
    assert sheet.week.grid.spans()[0] == (0, "12:00", "20:00")
    sheet.week.last.set_day(dt.date(2025, 9, 7))
    save(sheet)
    # The second week is as before: nothing of the old plan is left behind.
    assert [(plan.first, plan.last) for plan in store.plans(desk.file, yu, TODAY)][1] == (
        first,
        dt.date(2025, 9, 7),
    )
    again = sheet_of(page_frame, qtbot, yu)
    press(again, "Take the plan 1 Sep – 7 Sep back")
    assert len(store.plans(desk.file, yu, TODAY)) == 1
    qtbot.waitUntil(lambda: "1 Sep – 7 Sep" not in texts(again))


def test_a_name_changed_leaves_the_plans_alone(page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot) -> None:
    late = [WeekSpan(day, "12:00", "20:00") for day in range(5)]
    desk.team.set_week(yu, late, from_day=dt.date(2025, 9, 1), to_day=dt.date(2025, 9, 14))
    before = store.plans(desk.file, yu, TODAY)
    sheet = sheet_of(page_frame, qtbot, yu)
    sheet.name.setText("小雨老师")
    save(sheet)
    assert store.plans(desk.file, yu, TODAY) == before
    # From today for good takes the place of them, and says so.
    again = sheet_of(page_frame, qtbot, yu)
    QTest.keyClick(again.week.grid.days[6].on, Key.Key_Space)
    assert "This takes the place of all that is planned after it." in texts(again)
    save(again)
    assert len(store.plans(desk.file, yu, TODAY)) == 1


def test_an_end_before_the_beginning_is_said_at_the_day(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    sheet = sheet_of(page_frame, qtbot, yu)
    week = sheet.week
    press(week, "For a while")
    week.first.set_day(dt.date(2025, 9, 10))
    week.last.set_day(dt.date(2025, 9, 1))
    save(sheet)
    assert week._last.error.isVisible()
    week.first.set_day(dt.date(1900, 2, 28))
    week.last.set_day(dt.date(2025, 9, 1))
    save(sheet)
    assert "28 February 1900 is too far away" in week._first.error.text()
    assert len(store.plans(desk.file, yu, dt.date.min)) == 1


def test_a_night_shift_is_split_and_shown_as_one(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    sheet = sheet_of(page_frame, qtbot, yu)
    friday = sheet.week.grid.days[4]
    for day in (5, 6):
        QTest.keyClick(sheet.week.grid.days[day].on, Key.Key_Space)
    friday.start.set_value(dt.time(20))
    friday.end.set_value(dt.time(2))
    assert any("Fri 20:00–02:00: goes on after midnight" in text for text in texts(sheet))
    save(sheet)
    assert store.week(desk.file, yu, TODAY)[-2:] == [
        WeekSpan(4, "20:00", "24:00"),
        WeekSpan(5, "00:00", "02:00"),
    ]
    again = sheet_of(page_frame, qtbot, yu)
    assert again.week.grid.days[4].end.value() == dt.time(2)
    assert not again.week.grid.days[5].on.isChecked()
    assert not again.dirty()


def test_appointments_outside_a_new_week_are_named_and_stay(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    salon.book("王女士", 11, day=dt.date(2025, 8, 24))
    salon.book("李悦", 11, day=dt.date(2025, 8, 25))
    sheet = sheet_of(page_frame, qtbot, yu)
    assert not sheet.week.booked.isVisible()
    QTest.keyClick(sheet.week.grid.days[6].on, Key.Key_Space)
    qtbot.waitUntil(sheet.week.booked.isVisible)
    assert sheet.week.booked.names.text() == "王女士 24 Aug 11:00"
    save(sheet)
    assert [line[0] for line in salon.lines()] == ["王女士", "李悦"]


def test_who_leaves_with_appointments_to_come_is_asked_once(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    salon.book("王女士", 11, day=dt.date(2025, 8, 24))
    salon.book("李悦", 11)  # over by now
    sheet = sheet_of(page_frame, qtbot, yu)
    QTest.mouseClick(sheet.in_use.archive, LEFT)
    qtbot.waitUntil(sheet.leaving.isVisible)
    assert sheet.leaving.names.text() == "王女士 24 Aug 11:00"
    assert not [one for one in store.workers(desk.file, archived=True) if one.archived]
    QTest.mouseClick(sheet.in_use.archive, LEFT)
    assert [one.id for one in store.workers(desk.file, archived=True) if one.archived] == [yu]
    assert len(salon.lines()) == 2


# ---- what a worker does


def test_own_price_and_time_from_the_workers_side(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    sheet = sheet_of(page_frame, qtbot, yu, "services")
    french, gel = salon.service("法式美甲"), salon.service("单色美甲")
    row = sheet.terms.rows[french]
    assert row.does.isChecked()
    row.price.setFocus()
    QTest.keyClicks(row.price, "168.50")
    row.minutes.setFocus()
    row.minutes.selectAll()
    QTest.keyClicks(row.minutes, "75")
    QTest.keyClick(sheet.terms.rows[gel].does, Key.Key_Space)
    assert not sheet.terms.rows[gel].price.isEnabled()
    assert sheet.dirty()
    save(sheet)
    assert catalog.own_terms(desk.file) == {(yu, french): Terms(16850, 75)}
    assert yu not in catalog.workers_of(desk.file)[gel]
    again = sheet_of(page_frame, qtbot, yu, "services")
    assert again.terms.rows[french].price.value() == 16850
    assert not again.terms.rows[gel].does.isChecked()
    assert not again.dirty()
    desk.undo()  # the services were one act
    assert catalog.own_terms(desk.file) == {}


def test_an_amount_that_is_none_is_said_at_its_service(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot, said: list[Notice]
) -> None:
    sheet = sheet_of(page_frame, qtbot, yu, "services")
    row = sheet.terms.rows[salon.service("法式美甲")]
    row.price.setFocus()
    QTest.keyClicks(row.price, "a lot")
    sheet.show_section("week")
    save(sheet)
    assert row.error.isVisible()
    assert row.price.hasFocus()
    row.price.clear()
    row.minutes.setValue(1440)
    sheet.terms.rows[salon.service("单色美甲")].does.click()
    assert said == []


def test_the_last_who_does_it_cannot_leave_it_off(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    for name in ("阿琳", "Momo"):
        desk.team.archive_worker(salon.worker(name))
    sheet = sheet_of(page_frame, qtbot, yu, "services")
    row = sheet.terms.rows[salon.service("卸甲")]
    QTest.keyClick(row.does, Key.Key_Space)
    save(sheet)
    assert "小雨" in row.error.text()
    assert row.error.isVisible()
    assert row.does.hasFocus()
    assert catalog.workers_of(desk.file) == {}


def test_a_new_worker_with_services_of_their_own(
    page_frame: Frame, desk: Desk, salon: Salon, qtbot: QtBot
) -> None:
    sheet = sheet_of(page_frame, qtbot, None)
    sheet.name.setText("桃子")
    press(sheet, "Services")
    QTest.keyClick(sheet.terms.rows[salon.service("卸甲")].does, Key.Key_Space)
    save(sheet)
    made = salon.worker("桃子")
    assert made not in catalog.workers_of(desk.file)[salon.service("卸甲")]
    assert len(catalog.workers_of(desk.file)) == 1
    assert len(store.week(desk.file, made, TODAY)) == 7


@pytest.mark.parametrize("section", ["week", "away", "services"])
def test_every_section_has_names_to_be_read_out_and_no_markup(
    page_frame: Frame, desk: Desk, qtbot: QtBot, section: str
) -> None:
    worker_id = desk.team.add_worker(MARKUP)
    start = dt.datetime(2025, 8, 26, 14)
    desk.team.add_time_off(worker_id, start, start + ONE_DAY / 24, MARKUP, "FREQ=WEEKLY;BYDAY=TU")
    sheet = sheet_of(page_frame, qtbot, worker_id, section)
    assert_plain(sheet)
    for widget in sheet.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            assert widget.accessibleName(), widget
