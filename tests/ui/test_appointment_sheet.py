"""An appointment's sheet by mouse and keyboard: its states, and changing it, on a real shop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.salon import Bench, Hands, Salon, at, settle


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
        hands.click(sheet.customer_button)
    assert said.args == [salon.customers["李悦"]]


def test_an_appointment_that_is_gone_says_so(bench: Bench, salon: Salon, hands: Hands) -> None:
    booked = salon.book("李悦", 16)
    sheet = appointment(bench, booked)
    salon.desk.undo()
    settle()
    assert sheet._error.isVisible()
    assert QApplication.focusWidget() is not None
