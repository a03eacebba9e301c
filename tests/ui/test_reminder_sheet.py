"""Reminders by mouse and keyboard: copied with one key, ticked in the file, and on to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui import desk_menu
from merchant_desk.appointments.ui.reminder_sheet import ReminderSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell import language
from merchant_desk.shell.frame import Frame
from merchant_desk.shop.acts import write_setting
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle

TOMORROW = DAY + dt.timedelta(days=1)


@pytest.fixture
def salon(desk: Desk) -> Salon:
    found = Salon(desk)
    found.customer("李悦", "13800126621")
    found.customer("Ana {time}")
    found.book("李悦", 10, services=("单色美甲", "手部护理"), day=TOMORROW)
    found.book("Ana {time}", 11, "阿琳", day=TOMORROW)
    found.book("李悦", 16, "阿琳", day=TOMORROW)
    found.book("王女士", 18, "Momo", day=TOMORROW)
    return found


@pytest.fixture
def open_sheet(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Callable[[], ReminderSheet]:
    """Opens the window and, from the Desk's menu, the reminders."""

    benches: list[Bench] = []  # the window lives as long as it is held

    def open_it() -> ReminderSheet:
        bench = Bench(page_frame, qtbot)
        benches.append(bench)
        next(one for one in desk_menu.entries(bench.desk_page) if one.text == "Tomorrow's reminders").act()
        sheet = bench.sheet()
        assert isinstance(sheet, ReminderSheet)
        return sheet

    return open_it


@pytest.fixture
def hands() -> Hands:
    return Hands()


def told(salon: Salon) -> list[str]:
    """Whose appointments are ticked, one name for each."""
    rows = salon.desk.file.all(
        "SELECT customer.name FROM appointment JOIN customer ON customer.id = appointment.customer_id"
        " WHERE reminded_at IS NOT NULL ORDER BY customer.name"
    )
    return [row["name"] for row in rows]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_tomorrow_is_offered_and_the_first_is_marked(open_sheet: Callable[[], ReminderSheet]) -> None:
    sheet = open_sheet()
    assert [row.customer for row in sheet.table.rows()] == ["李悦", "Ana {time}", "王女士"]
    row = sheet.table.current_row()
    assert row is not None
    assert row.customer == "李悦"
    assert sheet.table.hasFocus()
    assert sheet.message.text() == (
        "Hello 李悦, this is 小满美甲. We look forward to seeing you tomorrow (Thursday 21 August)"
        " at 10:00, 16:00: 单色美甲, 手部护理, with 小雨, 阿琳. If you cannot come, please tell us in time."
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_Return])
def test_one_key_copies_ticks_and_goes_on(
    open_sheet: Callable[[], ReminderSheet], salon: Salon, hands: Hands, key: Qt.Key
) -> None:
    sheet = open_sheet()
    hands.chord(key)
    assert clipboard().startswith("Hello 李悦, this is 小满美甲.")
    assert told(salon) == ["李悦", "李悦"]
    assert sheet.table.current_row().customer == "Ana {time}"  # type: ignore[union-attr]
    hands.chord(key)
    assert clipboard().startswith("Hello Ana {time}, this is")
    assert "at 11:00:" in clipboard()
    hands.confirm()
    assert hands.count == 3
    assert told(salon) == ["Ana {time}", "李悦", "李悦", "王女士"]
    assert sheet._count.text() == "3 of 3 reminded"
    assert len(sheet.table.rows()) == 3


def test_a_tick_is_taken_back(open_sheet: Callable[[], ReminderSheet], salon: Salon, hands: Hands) -> None:
    sheet = open_sheet()
    hands.chord(Qt.Key.Key_C)
    assert not sheet.unmark.isEnabled()  # of the next one, who has none yet
    hands.chord(Qt.Key.Key_Up)
    assert sheet.unmark.isEnabled()
    hands.chord(Qt.Key.Key_U)
    assert told(salon) == []
    hands.chord(Qt.Key.Key_C)
    salon.desk.undo()
    settle()
    assert told(salon) == []
    assert sheet._count.text() == "0 of 3 reminded"


def test_only_who_was_not_reminded_yet(
    open_sheet: Callable[[], ReminderSheet], salon: Salon, hands: Hands
) -> None:
    sheet = open_sheet()
    hands.chord(Qt.Key.Key_C)
    hands.click(sheet.shown._buttons["open"])
    assert [row.customer for row in sheet.table.rows()] == ["Ana {time}", "王女士"]
    sheet.table.setFocus()
    hands.chord(Qt.Key.Key_C)
    assert [row.customer for row in sheet.table.rows()] == ["王女士"]
    hands.chord(Qt.Key.Key_C)
    assert sheet.table.rows() == []
    assert not sheet._card.isVisible()
    hands.chord(Qt.Key.Key_C)  # nobody is left
    assert len(told(salon)) == 4


def test_a_click_only_marks(open_sheet: Callable[[], ReminderSheet], salon: Salon, hands: Hands) -> None:
    sheet = open_sheet()
    rect = sheet.table.visualRect(sheet.table.model().index(2, 0))
    hands.click(sheet.table.viewport(), rect.center())
    assert told(salon) == []
    assert "王女士" in sheet.message.text()
    hands.chord(Qt.Key.Key_C)
    assert told(salon) == ["王女士"]
    assert sheet.table.current_row().customer == "李悦"  # type: ignore[union-attr]


def test_any_day_and_the_shops_own_words(
    open_sheet: Callable[[], ReminderSheet], salon: Salon, hands: Hands
) -> None:
    with salon.desk.file.act("rules") as act:
        write_setting(act, "reminder_text", "{name}您好，{day} {time} {service}，{wrong}")
    salon.book("赵敏", 15, day=DAY + dt.timedelta(days=2))
    sheet = open_sheet()
    hands.click(sheet.on)
    assert [row.customer for row in sheet.table.rows()] == ["赵敏"]
    sheet.table.setFocus()
    hands.chord(Qt.Key.Key_C)
    assert clipboard() == "赵敏您好，Friday 22 August 15:00 单色美甲，{wrong}"
    hands.click(sheet.on)
    assert sheet.table.rows() == []


def test_a_home_visit_names_the_address(salon: Salon, open_sheet: Callable[[], ReminderSheet]) -> None:
    booked = salon.book("孙佳", 19, day=TOMORROW)
    with salon.desk.file.act("address") as act:
        act.update("appointment", booked, address="人民路 8 号 302")
    sheet = open_sheet()
    sheet.table.select(lambda row: row.customer == "孙佳")
    assert "We come to you tomorrow (Thursday 21 August) at 19:00" in sheet.message.text()
    assert "人民路 8 号 302" in sheet.message.text()


def test_the_number_is_whole_only_where_it_is_needed(
    open_sheet: Callable[[], ReminderSheet], hands: Hands
) -> None:
    sheet = open_sheet()
    assert sheet.table.model().index(0, 0).data() == "李悦\n138****6621"
    hands.click(sheet.number)
    assert clipboard() == "13800126621"


def test_what_changes_elsewhere_is_followed(open_sheet: Callable[[], ReminderSheet], salon: Salon) -> None:
    sheet = open_sheet()
    salon.book("冯雪", 12, "Momo", day=TOMORROW)
    settle()
    assert [row.customer for row in sheet.table.rows()] == ["李悦", "Ana {time}", "冯雪", "王女士"]


def test_the_message_speaks_the_language(
    dressed: QApplication, salon: Salon, page_frame: Frame, clock: FixedClock, qtbot: QtBot
) -> None:
    with salon.desk.file.act("rules") as act:
        write_setting(act, "reminder_text", "{day}")
    clock.set(at(9, TOMORROW))
    language.install(dressed, "zh_CN")
    try:
        sheet = ReminderSheet(page_frame, TOMORROW)
        qtbot.addWidget(sheet)
        assert sheet.message.text() == "今天（8月21日 星期四）"
    finally:
        language.install(dressed, "en")
