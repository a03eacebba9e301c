"""An appointment's sheet by mouse and keyboard: its states, and changing it, on a real shop."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.appointments.series.plan import PlannedDate
from merchant_desk.appointments.ui.appointment_facts import Fact
from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def bench(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Bench:
    """The window, with two known customers in the shop."""
    salon.customer("李悦", "13800126621")
    salon.customer("Ana")
    return Bench(page_frame, qtbot)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def booking(bench: Bench) -> BookingSheet:
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    return sheet


def appointment(bench: Bench, appointment_id: str) -> AppointmentSheet:
    bench.desk_page.open_appointment(appointment_id)
    sheet = bench.sheet()
    assert isinstance(sheet, AppointmentSheet)
    return sheet


# ---- changing one


def test_changing_the_time_keeps_everything_else(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16, "阿琳", ("单色美甲", "手部护理"), minutes=50)
    sheet = appointment(bench, booked)
    hands.click(sheet.buttons["change"])
    change = booking(bench)
    assert change.customer.customer_id == salon.customers["李悦"]
    assert change.when.start() == at(16)
    assert [pick.minutes for pick in change.lines.picks()] == [50, 50]
    assert not change.dirty()
    assert not change.when.none.isVisible()
    change.when.time.set_value(at(18).time())
    hands.confirm()
    assert salon.lines() == [
        ("李悦", "阿琳", "单色美甲", "18:00", "18:50"),
        ("李悦", "阿琳", "手部护理", "18:50", "19:40"),
    ]
    assert salon.desk.file.value("SELECT count(*) FROM appointment") == 1
    assert bench.sheet() is sheet


def test_nothing_is_said_of_a_time_that_has_gone_by(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = appointment(bench, salon.book("李悦", 12))
    hands.click(sheet.buttons["change"])
    change = booking(bench)
    assert not change.when.none.isVisible()
    salon.book("Ana", 16)
    change.when.time.set_value(at(17).time())
    assert not change.when.none.isVisible()


def test_a_change_that_clashes_is_refused_in_the_sheet(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16)
    salon.book("Ana", 18)
    sheet = appointment(bench, booked)
    hands.click(sheet.buttons["change"])
    change = booking(bench)
    change.when.time.set_value(at(18).time())
    hands.confirm()
    assert "Ana" in change.clash.sentence.text()
    assert salon.lines("李悦") == [("李悦", "小雨", "单色美甲", "16:00", "17:00")]


# ---- an appointment's states


def test_the_states_on_the_way_to_the_till(bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    assert not sheet.buttons["reopen"].isVisible()
    hands.click(sheet.buttons["confirm"])
    assert salon.status(booked) == "confirmed"
    assert not sheet.buttons["confirm"].isVisible()
    hands.click(sheet.buttons["arrive"])
    assert salon.status(booked) == "arrived"
    assert not sheet.buttons["arrive"].isVisible()
    with qtbot.waitSignal(bench.desk_page.checkout_wanted) as said:
        hands.confirm()
    assert said.args == [booked]
    assert bench.sheet() is None


def test_a_no_show_only_after_its_time(bench: Bench, salon: Salon, hands: Hands, clock: FixedClock) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    assert not sheet.buttons["no_show"].isVisible()
    sheet.shut()
    clock.set(at(16.5))
    sheet = appointment(bench, booked)
    hands.click(sheet.buttons["no_show"])
    assert salon.status(booked) == "no_show"
    assert sheet.primary is not None
    assert not sheet.primary.isVisible()
    hands.click(sheet.buttons["reopen"])
    assert salon.status(booked) == "booked"


@pytest.mark.parametrize("control", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_cancelling_says_who_and_why_and_can_be_undone(
    bench: Bench, salon: Salon, hands: Hands, control: Qt.KeyboardModifier
) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    assert not sheet.cancel.isVisible()
    hands.click(sheet.buttons["cancel"])
    hands.word("孩子发烧")
    hands.chord(Qt.Key.Key_Return, control)
    row = salon.desk.file.one("SELECT status, cancelled_by, cancel_reason FROM appointment")
    assert row is not None
    assert tuple(row) == ("cancelled", "customer", "孩子发烧")
    assert bench.sheet() is None
    assert bench.board.cards == []
    undo = bench.toasts.shown()[-1].undo_button
    assert undo is not None
    hands.click(undo)
    assert salon.status(booked) == "booked"
    assert len(bench.board.cards) == 1


def test_what_was_called_off_can_be_taken_up_again_from_the_keyboard(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    booked = salon.book("李悦", 16)
    salon.desk.appointments.cancel(booked, "shop")
    sheet = appointment(bench, booked)
    assert sheet.buttons["reopen"].hasFocus()
    hands.chord(Qt.Key.Key_B)
    assert salon.status(booked) == "booked"
    salon.desk.undo()
    settle()
    assert sheet.buttons["reopen"].hasFocus()
    assert sheet.follows


def test_each_act_has_a_key(bench: Bench, salon: Salon, hands: Hands, clock: FixedClock) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    for key, status in (
        (Qt.Key.Key_N, "booked"),  # not missed yet: it has not begun
        (Qt.Key.Key_C, "confirmed"),
        (Qt.Key.Key_C, "confirmed"),
        (Qt.Key.Key_A, "arrived"),
        (Qt.Key.Key_B, "booked"),
        (Qt.Key.Key_A, "arrived"),
    ):
        hands.chord(key)
        assert salon.status(booked) == status
    hands.chord(Qt.Key.Key_X)
    assert sheet.cancel.isVisible()
    assert not sheet.primary.isVisible()  # type: ignore[union-attr]
    hands.word("can")  # letters typed into the reason do nothing else
    assert salon.status(booked) == "arrived"
    assert sheet.cancel.reason.text() == "can"
    hands.click(sheet.cancel.keep)
    assert sheet.primary.hasFocus()  # type: ignore[union-attr]
    hands.chord(Qt.Key.Key_B)
    clock.set(at(16.5))
    sheet.shut()
    sheet = appointment(bench, booked)
    hands.chord(Qt.Key.Key_N)
    assert salon.status(booked) == "no_show"
    hands.chord(Qt.Key.Key_B)
    assert salon.status(booked) == "booked"


def test_a_reason_is_one_touch_and_late_is_said_before(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    hands.click(sheet.buttons["cancel"])
    assert sheet.cancel.late.text() == "Less than 24 hours before: it counts as a late cancellation."
    assert sheet.cancel.late.isVisible()
    hands.click(sheet.cancel.by._buttons["shop"])
    assert not sheet.cancel.late.isVisible()
    assert sheet.cancel.chips.chip("Worker is ill") is not None
    hands.click(sheet.cancel.by._buttons["customer"])
    chip = sheet.cancel.chips.chip("No time")
    assert chip is not None
    hands.click(chip)
    sheet.cancel.reason.setFocus()
    hands.word("加班")
    hands.confirm()
    row = salon.desk.file.one("SELECT cancelled_by, cancel_reason, late_cancel FROM appointment")
    assert row is not None
    assert tuple(row) == ("customer", "No time · 加班", 1)
    sheet = appointment(bench, booked)
    assert "Called off late" in shown(sheet)
    assert "by the customer · today 14:24 · No time · 加班" in shown(sheet)
    assert sheet.customer.missed.text() == "1 called off late"
    later = salon.book("Ana", 16, day=DAY + dt.timedelta(days=1))
    sheet.shut()
    sheet = appointment(bench, later)
    hands.chord(Qt.Key.Key_X)
    assert not sheet.cancel.late.isVisible()  # tomorrow at four is more than a day away


def test_what_is_on_record_is_shown(bench: Bench, salon: Salon, hands: Hands, clock: FixedClock) -> None:
    booked = salon.book("李悦", 16, "阿琳")
    desk = salon.desk
    with desk.file.act("more") as act:
        act.update("appointment", booked, address="人民路 8 号", deposit=5000, note="<b>bold</b>")
    desk.reminders.mark_reminded([booked])
    clock.set(at(14.5))
    desk.appointments.move(booked, at(16.5))
    desk.appointments.confirm(booked)
    desk.undo()
    sheet = appointment(bench, booked)
    assert {"人民路 8 号", "¥50, not taken yet", "<b>bold</b>"} <= set(shown(sheet))
    assert sheet.trail.texts() == [
        "today 14:30 · Taken back: Confirmed appointment",
        "today 14:30 · Confirmed appointment",
        "today 14:30 · Moved appointment · 16:00 → 16:30",
    ]
    hands.click(sheet.trail.more)
    assert sheet.trail.texts()[-1] == "today 14:24 · Booking"
    copy = next(fact.copy for fact in sheet.findChildren(Fact) if fact.copy is not None)
    hands.click(copy)
    assert QGuiApplication.clipboard().text() == "人民路 8 号"
    assert bench.notices()[-1] == "Copied: Address"


def test_one_of_a_series_is_called_off_alone_or_with_the_later_ones(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    first = at(16, DAY + dt.timedelta(days=1))
    line = LineDraft(salon.service("单色美甲"), salon.worker("小雨"), first, 60)
    draft = AppointmentDraft(salon.customer("李悦"), (line,))
    dates = [
        PlannedDate(first + dt.timedelta(weeks=week), first + dt.timedelta(weeks=week)) for week in range(4)
    ]
    series = salon.desk.series.book(draft, "FREQ=WEEKLY;COUNT=4", dates)
    rows = salon.desk.file.all(
        "SELECT id FROM appointment WHERE series_id = :id ORDER BY series_at", id=series
    )
    ids = [row["id"] for row in rows]
    sheet = appointment(bench, ids[0])
    assert any("1 of 4" in text for text in shown(sheet))
    hands.chord(Qt.Key.Key_X)
    assert sheet.cancel.scope.isVisible()
    hands.confirm()
    assert [salon.status(one) for one in ids] == ["cancelled", "booked", "booked", "booked"]
    sheet = appointment(bench, ids[2])
    hands.chord(Qt.Key.Key_X)
    hands.click(sheet.cancel.scope.choice._buttons["later"])
    assert sheet.cancel.scope.told.text() == "What is over stays; dates that were moved go as well."
    hands.confirm()
    assert any("2 date" in text for text in bench.notices())
    assert [salon.status(one) for one in ids] == ["cancelled", "booked", "cancelled", "cancelled"]
    salon.desk.undo()
    assert [salon.status(one) for one in ids] == ["cancelled", "booked", "booked", "booked"]


def shown(sheet: AppointmentSheet) -> list[str]:
    """The texts on the sheet."""
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_taking_up_again_where_the_time_is_taken_names_who_has_it(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    booked = salon.book("李悦", 16)
    salon.desk.appointments.cancel(booked, "shop", "")
    salon.book("Ana", 16.5)
    sheet = appointment(bench, booked)
    hands.click(sheet.buttons["reopen"])
    assert salon.status(booked) == "cancelled"
    assert any("Ana" in label.text() for label in sheet.findChildren(type(sheet._error)) if label.isVisible())


def test_what_brings_them_is_said_in_the_sheet(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    assert sheet.source is not None
    chip = sheet.source.chips.chip("channel:passing_by")
    assert chip is not None
    hands.click(chip)
    assert salon.desk.file.value("SELECT channel_id FROM touch") == "passing_by"
    assert bench.board.cards[0].line.source == "passing_by"


def test_the_customers_card_is_one_press_away(bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot) -> None:
    sheet = appointment(bench, salon.book("李悦", 16))
    with qtbot.waitSignal(bench.desk_page.customer_wanted) as said:
        hands.click(sheet.customer.button)
    assert said.args == [salon.customers["李悦"]]


def test_an_appointment_that_is_gone_says_so(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    salon.desk.undo()
    settle()
    assert sheet._error.isVisible()
    assert QApplication.focusWidget() is not None
