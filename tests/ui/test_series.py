"""How an appointment repeats, and the dates of a series, by mouse and keyboard on a real shop."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.store import Standing
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.scope_box import ScopeBox
from merchant_desk.appointments.ui.series_box import RepeatBox
from merchant_desk.appointments.ui.series_sheet import SeriesSheet
from merchant_desk.appointments.ui.series_words import clash_words, series_line
from merchant_desk.core.errors import DeskError
from merchant_desk.desk import Desk
from merchant_desk.shell import language
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.repeat_words import rule_words
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle

WEEK = dt.timedelta(weeks=1)
# Four Wednesdays at four.
FOUR = "FREQ=WEEKLY;BYDAY=WE;COUNT=4"


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def bench(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Bench:
    """The window; 王女士 has two of the Wednesdays."""
    salon.customer("李悦", "13800126621")
    salon.book("王女士", 16, day=DAY + WEEK)
    salon.book("王女士", 16.5, day=DAY + 3 * WEEK)
    return Bench(page_frame, qtbot)


@pytest.fixture
def sheet(bench: Bench, salon: Salon, page_frame: Frame) -> SeriesSheet:
    line = LineDraft(salon.service("单色美甲"), salon.worker("小雨"), at(16), 60)
    opened = SeriesSheet(page_frame, AppointmentDraft(salon.customer("李悦"), (line,), note="轻一点"), FOUR)
    page_frame.open_sheet(opened)
    settle()
    return opened


def dates(salon: Salon, customer: str = "李悦") -> list[str]:
    """'20 Aug 16:00' for each of the customer's appointments."""
    rows = salon.desk.file.all(
        "SELECT line.start FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " WHERE appointment.customer_id = :customer ORDER BY line.start",
        customer=salon.customer(customer),
    )
    return [f"{dt.datetime.fromisoformat(row['start']):%-d %b %H:%M}" for row in rows]


def texts(sheet: SeriesSheet) -> str:
    """Everything that stands on the sheet."""
    return "\n".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def click_row(sheet: SeriesSheet, number: int) -> None:
    index = sheet.table.model().index(number, 0)
    sheet.table.scrollTo(index)
    rect: QRect = sheet.table.visualRect(index)
    QTest.mouseClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()


def chip(sheet: SeriesSheet, text: str) -> QPoint:
    """Make sure that the chip is there; where its middle lies."""
    found = next((one for one in sheet.date.when.chips.chips() if one.text() == text), None)
    assert found is not None, [one.text() for one in sheet.date.when.chips.chips()]
    return found.rect().center()


# ---- the dates


def test_each_date_is_listed_with_what_is_in_its_way(sheet: SeriesSheet) -> None:
    rows = sheet.table.rows()
    assert [row.clashes for row in rows] == [False, True, False, True]
    model = sheet.table.model()
    shown = [model.data(model.index(number, 0)) for number in range(4)]
    assert shown[0] == "Wed 20 August 2025"
    assert shown[1] == "Wed 27 August 2025\n小雨 has 王女士 (单色美甲), 16:00–17:00"
    assert "Every week on Wednesday, 4 times" in texts(sheet)
    # It begins at the first that does not fit, which is spoken of whole.
    assert sheet.table.current_row() == rows[1]
    assert sheet.date.sentence.text().startswith("小雨 already has 王女士")
    assert sheet.table.hasFocus()


def test_by_mouse_one_is_moved_and_one_left_out(
    sheet: SeriesSheet, bench: Bench, salon: Salon, hands: Hands
) -> None:
    chip(sheet, "17:00")
    hands.click(next(one for one in sheet.date.when.chips.chips() if one.text() == "17:00"))
    assert not sheet.table.rows()[1].clashes
    click_row(sheet, 3)
    hands.click(sheet.date.leave_out)
    assert sheet.table.rows()[3].left_out
    assert sheet.primary is not None
    hands.click(sheet.primary)
    assert dates(salon) == ["20 Aug 16:00", "27 Aug 17:00", "3 Sep 16:00"]
    assert bench.sheet() is None
    row = salon.desk.file.one("SELECT rule, skipped FROM series")
    assert row is not None
    assert (row["rule"], row["skipped"]) == (FOUR, '["2025-09-10T16:00"]')
    notes = salon.desk.file.all("SELECT note FROM appointment WHERE series_id IS NOT NULL")
    assert [row["note"] for row in notes] == ["轻一点"] * 3


def test_by_keyboard_alone_and_one_undo(sheet: SeriesSheet, bench: Bench, salon: Salon, hands: Hands) -> None:
    hands.chord(Qt.Key.Key_Return)  # from the list to its free times
    assert QApplication.focusWidget() in sheet.date.when.chips.chips()
    hands.chord(Qt.Key.Key_Right)
    hands.chord(Qt.Key.Key_Space)
    sheet.table.setFocus()
    hands.chord(Qt.Key.Key_Down)
    hands.chord(Qt.Key.Key_Down)
    hands.chord(Qt.Key.Key_Space)  # leaves it out
    hands.confirm()
    booked = dates(salon)
    assert len(booked) == 3
    assert [one.split()[0] for one in booked] == ["20", "27", "3"]
    toast = bench.toasts.shown()[-1]
    assert toast.undo_button is not None
    hands.click(toast.undo_button)
    assert dates(salon) == []
    assert salon.desk.file.all("SELECT id FROM series") == []


def test_what_does_not_fit_is_not_booked_unseen(sheet: SeriesSheet, salon: Salon, hands: Hands) -> None:
    click_row(sheet, 0)
    hands.confirm()
    assert dates(salon) == []
    assert "do not fit yet" in texts(sheet)
    assert sheet.table.current_row() == sheet.table.rows()[1]


def test_squeezing_in_is_said_for_each(sheet: SeriesSheet, salon: Salon, hands: Hands) -> None:
    for number in (1, 3):
        click_row(sheet, number)
        QTest.mouseClick(
            sheet.date.squeeze, Qt.MouseButton.LeftButton, pos=QPoint(8, sheet.date.squeeze.height() // 2)
        )
        settle()
        assert sheet.date.squeeze.isChecked()
    assert "squeezed in" in sheet.table.model().data(sheet.table.model().index(3, 0))
    hands.confirm()
    rows = salon.desk.file.all(
        "SELECT squeezed FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
        " WHERE series_id IS NOT NULL ORDER BY line.start"
    )
    assert [row["squeezed"] for row in rows] == [0, 1, 0, 1]


def test_a_date_goes_to_another_day_and_back(sheet: SeriesSheet, hands: Hands) -> None:
    sheet.date.when.day.set_day(DAY + WEEK + dt.timedelta(days=1))
    settle()
    row = sheet.table.rows()[1]
    assert row.moved
    assert not row.clashes
    assert row.start == at(16, DAY + WEEK + dt.timedelta(days=1))
    model = sheet.table.model()
    assert model.data(model.index(1, 0)) == "Thu 28 August 2025\nmoved from 27 Aug"
    # The free times are those of the day it went to: it is free then.
    assert sheet.date.when.chips.current() == "2025-08-28T16:00"
    hands.click(sheet.date.back)
    assert not sheet.table.rows()[1].moved
    assert sheet.table.rows()[1].clashes


def test_left_out_can_be_taken_in_again(sheet: SeriesSheet, hands: Hands) -> None:
    hands.chord(Qt.Key.Key_Delete)
    assert sheet.table.rows()[1].left_out
    assert not sheet.date.when.isVisible()
    hands.chord(Qt.Key.Key_Return)
    assert sheet.date.leave_out.hasFocus()
    hands.chord(Qt.Key.Key_Space)
    assert sheet.table.rows()[1].clashes


def test_who_was_faster_is_shown(sheet: SeriesSheet, salon: Salon, hands: Hands) -> None:
    for number in (1, 3):
        click_row(sheet, number)
        hands.click(sheet.date.leave_out)
    salon.book("Ana", 15.5, day=DAY + 2 * WEEK)
    hands.confirm()
    assert dates(salon) == []
    assert "The first is 3 Sep 16:00, where 小雨 has Ana" in texts(sheet)
    assert [row.clashes for row in sheet.table.rows()] == [False, False, True, False]
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()


def test_nothing_left_is_said(sheet: SeriesSheet, salon: Salon, hands: Hands) -> None:
    for number in range(4):
        click_row(sheet, number)
        hands.click(sheet.date.leave_out)
    hands.confirm()
    assert "No date is left to book" in texts(sheet)
    assert salon.desk.file.all("SELECT id FROM series") == []


def test_decisions_are_not_lost_by_esc(sheet: SeriesSheet, bench: Bench, hands: Hands) -> None:
    hands.chord(Qt.Key.Key_Delete)
    hands.chord(Qt.Key.Key_Escape)
    assert bench.sheet() is sheet
    assert "not saved yet" in texts(sheet)


def test_far_ahead_and_month_ends_are_said(bench: Bench, salon: Salon, page_frame: Frame) -> None:
    line = LineDraft(salon.service("单色美甲"), salon.worker("小雨"), at(16, dt.date(2025, 8, 31)), 60)
    rule = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=30"
    sheet = SeriesSheet(page_frame, AppointmentDraft(salon.customer("李悦"), (line,)), rule)
    page_frame.open_sheet(sheet)
    settle()
    model = sheet.table.model()
    assert model.data(model.index(1, 0)) == "Tue 30 September 2025\nthe last day of this month"
    assert "31 January 2028: more than two years ahead" in texts(sheet)


def test_what_cannot_be_booked_at_all_is_said(bench: Bench, salon: Salon, page_frame: Frame) -> None:
    line = LineDraft(salon.service("单色美甲"), salon.worker("小雨"), at(16), 40 * 60)
    draft = AppointmentDraft(salon.customer("李悦"), (line,))
    sheet = SeriesSheet(page_frame, draft, "FREQ=DAILY;COUNT=1000")
    page_frame.open_sheet(sheet)
    settle()
    assert "2400" in texts(sheet) or "40" in texts(sheet)
    assert sheet.table.rows() == []


# ---- how it repeats


@pytest.fixture
def box(dressed: QApplication, qtbot: QtBot) -> RepeatBox:
    made = RepeatBox(dt.datetime(2025, 8, 29, 16))  # the last Friday of August
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_plain_booking_costs_one_line(box: RepeatBox) -> None:
    assert box.rule() == ""
    visible = [part for part in (box.end, box.count, box.until, box.number, box.told) if part.isVisible()]
    assert visible == []


def test_the_usual_repeats_speak_of_the_day(box: RepeatBox) -> None:
    offered = [box.every.itemText(number) for number in range(box.every.count())]
    assert offered == [
        "Does not repeat",
        "Every day",
        "Every week on Friday",
        "Every 2 weeks on Friday",
        "Every 3 weeks on Friday",
        "Every 4 weeks on Friday",
        "Every month on the 29th, or the last day of a shorter month",
        "Every month on the last Friday",
        "Every year on 29 Aug",
        "Something else…",
    ]
    box.set_first(dt.datetime(2025, 8, 22, 16))
    assert box.every.itemText(2) == "Every week on Friday"
    assert box.every.itemText(7) == "Every month on the fourth Friday"


def test_by_keyboard(box: RepeatBox, hands: Hands, qtbot: QtBot) -> None:
    box.every.setFocus()
    with qtbot.waitSignal(box.changed):
        for _ in range(3):
            hands.chord(Qt.Key.Key_Down)
    assert box.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=10"
    assert box.told.text() == "10 dates, the last one on 2 January 2026."
    hands.chord(Qt.Key.Key_Tab)
    hands.chord(Qt.Key.Key_Right)  # ends on
    assert box.until.isVisible()
    box.until.set_day(dt.date(2025, 9, 30))
    assert box.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20250930T235900"


def test_a_repeat_of_ones_own(box: RepeatBox, hands: Hands) -> None:
    box.every.choose("own")
    box.every.chosen.emit("own")
    hands.click(box.weekdays[1])
    assert box.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;COUNT=10"
    assert not box.weekdays[4].isEnabled()  # the first date is one of them
    box.unit.choose("month")
    box.unit.chosen.emit("month")
    assert not box.weekdays[1].isVisible()
    assert [box.by.itemText(number) for number in range(box.by.count())] == [
        "on the 29th",
        "on the last Friday",
    ]
    box.by.choose("last_weekday")
    assert box.rule() == "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=10"


def test_another_first_day_keeps_the_choice(box: RepeatBox) -> None:
    box.every.choose("week:2")
    box.set_first(dt.datetime(2025, 9, 2, 10))
    assert box.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10"
    box.every.choose("own")
    box.set_first(dt.datetime(2025, 9, 3, 10))
    assert box.rule() == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=10"
    # The last Friday of August is not the last of September's weekdays: the same weekday by its number.
    box.set_first(dt.datetime(2025, 8, 29, 10))
    box.every.choose("month:last_weekday")
    box.set_first(dt.datetime(2025, 9, 3, 10))
    assert box.rule() == "FREQ=MONTHLY;BYDAY=1WE;COUNT=10"
    box.set_first(dt.datetime(2025, 9, 30, 10))
    assert box.rule() == "FREQ=MONTHLY;BYDAY=-1TU;COUNT=10"


def test_too_many_dates_are_said_at_once(box: RepeatBox) -> None:
    box.every.choose("day")
    box.count.setValue(1000)
    assert box.told.text() == (
        "That would be 1000 dates; a series has 400 at most. Let it end sooner, or come less often."
    )


# ---- which dates


def test_scope(dressed: QApplication, qtbot: QtBot, hands: Hands) -> None:
    box = ScopeBox()
    qtbot.addWidget(box)
    box.know(None)
    assert box.isHidden()
    assert box.scope() == "this"
    standing = Standing("id", FOUR, at(16), 3, 4, moved=False)
    box.know(standing)
    assert not box.isHidden()
    assert box.line.accessibleName() == "Every week on Wednesday · 3 of 4"
    with qtbot.waitSignal(box.changed) as said:
        hands.click(box.choice.findChildren(type(box.choice._buttons["later"]))[1])
    assert said.args == ["later"]
    assert box.scope() == "later"
    box.know(Standing("id", FOUR, at(16), 1, 1, moved=False))
    assert box.isHidden()


# ---- words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY;COUNT=5", "every day, 5 times"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10", "every 2 weeks on Tuesday, 10 times"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20251231", "every week on Mon, Wed, Fri, until 31 December 2025"),
        ("FREQ=WEEKLY;COUNT=1", "once"),
        ("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "every 2 months on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=3", "every month on the 3rd"),
        ("FREQ=MONTHLY;BYMONTHDAY=12;INTERVAL=6", "every 6 months on the 12th"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            "every month on the 31st, or the last day of a shorter month",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=YEARLY", "every year on 20 Aug"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=1", "every 2 years on 1 Mar"),
        ("FREQ=HOURLY;COUNT=4", "by a rule of its own, 4 times"),
    ],
)
def test_rules_in_words(dressed: QApplication, rule: str, words: str) -> None:
    assert rule_words(rule, at(16)) == words


def test_words_in_chinese_are_of_the_language(dressed: QApplication) -> None:
    language.install(dressed, "zh_CN")
    assert "31日" in rule_words("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", at(16))
    assert "星期二" in rule_words("FREQ=WEEKLY;BYDAY=TU", at(16))


def test_an_appointment_says_where_it_stands(
    bench: Bench, salon: Salon, sheet: SeriesSheet, hands: Hands
) -> None:
    for number in (1, 3):
        click_row(sheet, number)
        hands.click(sheet.date.leave_out)
    hands.confirm()
    one = salon.desk.file.value("SELECT id FROM appointment WHERE series_at LIKE '2025-09-03%'")
    salon.desk.appointments.move(one, at(18, DAY + 2 * WEEK))
    standing = series_store.standing(salon.desk.file, one)
    assert standing is not None
    assert series_line(standing) == "every week on Wednesday · 2 of 2 · moved by hand"


def test_clashes_in_a_few_words(dressed: QApplication) -> None:
    assert clash_words(DeskError("off_shift", worker="小雨", start=at(9))) == "小雨 does not work then"
    assert clash_words(DeskError("place_full", place="Left")) == "no room or chair is free then"
    assert clash_words(DeskError("clash")) == "This time is taken already. Choose another one."


# ---- from the booking sheet


def test_booked_from_the_booking_sheet(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(10, DAY + dt.timedelta(days=1)), salon.worker("小雨"))
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    hands.word("李悦")
    hands.chord(Qt.Key.Key_Return)
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, 10))
    sheet.repeat.every.setFocus()
    for _ in range(2):
        hands.chord(Qt.Key.Key_Down)
    assert sheet.repeat.told.text() == "10 dates, the last one on 23 October 2025."
    sheet.repeat.count.setValue(3)
    hands.confirm()
    dates_sheet = bench.sheet()
    assert isinstance(dates_sheet, SeriesSheet)
    assert dates(salon) == []
    hands.confirm()
    assert dates(salon) == ["21 Aug 10:00", "28 Aug 10:00", "4 Sep 10:00"]
    assert bench.sheet() is None
    assert bench.desk_page.day() == DAY + dt.timedelta(days=1)
    one = salon.desk.file.value("SELECT id FROM appointment WHERE series_at LIKE '2025-08-28%'")
    bench.desk_page.frame.open_sheet(BookingSheet(bench.desk_page.frame, appointment_id=one))
    change = bench.sheet()
    assert isinstance(change, BookingSheet)
    assert not change.scope.isHidden()
    assert change.repeat.isHidden()
    change.when.time.set_value(dt.time(12, 30))
    hands.click(change.scope.choice.findChildren(type(change.scope.choice._buttons["later"]))[1])
    change.when.time.setFocus()
    hands.confirm()
    assert dates(salon) == ["21 Aug 10:00", "28 Aug 12:30", "4 Sep 12:30"]


def test_whoever_comes_back_finds_the_booking_as_it_was(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(10, DAY + dt.timedelta(days=1)), salon.worker("小雨"))
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    hands.word("李悦")
    hands.chord(Qt.Key.Key_Return)
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, 10))
    sheet.repeat.every.setFocus()
    for _ in range(2):
        hands.chord(Qt.Key.Key_Down)
    hands.confirm()
    assert isinstance(bench.sheet(), SeriesSheet)
    hands.chord(Qt.Key.Key_Escape)
    assert bench.sheet() is sheet
    assert sheet.repeat.rule() == "FREQ=WEEKLY;BYDAY=TH;COUNT=10"
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()
    assert dates(salon) == []
