"""The booking sheet and an appointment's sheet by mouse and keyboard, on a real shop."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.sources.model import ContentDraft
from tests.ui.salon import DAY, Bench, Hands, Salon, at

YU, LIN, MOMO = 0, 1, 2
ROW = 34


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


def choose_service(hands: Hands, sheet: BookingSheet, row: int = 0) -> None:
    hands.click(sheet.lines.search.table.viewport(), QPoint(40, row * ROW + 10))


# ---- a known customer in five interactions


def test_a_known_customer_is_booked_in_five_interactions_by_mouse(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    hands.click(bench.board.viewport(), bench.spot(LIN, 16))
    hands.word("李悦")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, booking(bench))
    hands.confirm()
    assert hands.count == 5
    assert salon.lines() == [("李悦", "阿琳", "单色美甲", "16:00", "17:00")]
    assert bench.sheet() is None
    assert bench.toasts.shown()[-1].undo_button is not None


def test_a_known_customer_is_booked_in_five_interactions_by_keyboard(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    bench.desk_page.buttons["new"].setFocus()
    hands.chord(Qt.Key.Key_Return)
    hands.word("liyue")
    hands.chord(Qt.Key.Key_Return)
    hands.word("fsmj")
    hands.confirm()
    assert hands.count == 5
    # Nobody chose a time: it is the next free one, with whoever is free.
    assert salon.lines() == [("李悦", "小雨", "法式美甲", "14:30", "15:45")]


def test_after_booking_the_board_shows_that_day(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(11, DAY + dt.timedelta(days=2)), salon.worker("Momo"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    hands.confirm()
    assert bench.desk_page.day() == DAY + dt.timedelta(days=2)
    assert [card.line.customer for card in bench.board.cards] == ["Ana"]


# ---- what is missing or in the way


def test_without_a_customer_or_a_service_it_says_so_and_keeps_everything(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    hands.click(bench.board.viewport(), bench.spot(YU, 16))
    sheet = booking(bench)
    sheet.more.note.setPlainText("先卸甲")
    hands.confirm()
    customer_field, lines_field = sheet.customer.parentWidget(), sheet.lines.parentWidget()
    assert customer_field is not None
    assert lines_field is not None
    assert sheet.customer.accessibleDescription()
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    hands.confirm()
    assert sheet.lines.accessibleDescription()
    assert sheet.more.note.value() == "先卸甲"
    assert salon.lines() == []
    choose_service(hands, sheet)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "单色美甲", "16:00", "17:00")]
    assert salon.desk.file.value("SELECT note FROM appointment") == "先卸甲"


def test_a_clash_is_named_and_the_next_free_time_taken(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    salon.book("李悦", 16)  # somebody else was faster
    hands.confirm()
    assert not sheet.clash.isHidden()
    assert "李悦" in sheet.clash.sentence.text()
    assert salon.lines("Ana") == []
    hands.click(sheet.clash.next)
    assert sheet.clash.isHidden()
    assert sheet.when.start() == at(17)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "单色美甲", "17:00", "18:00")]


def test_squeezing_in_is_offered_only_after_a_refusal_and_kept_on_record(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    salon.book("李悦", 16)
    bench.desk_page.book(at(16.25), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    assert not sheet.clash.squeeze.isVisible()
    hands.confirm()
    assert sheet.clash.squeeze.isVisible()
    sheet.clash.squeeze.setFocus()
    hands.chord(Qt.Key.Key_Space)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "单色美甲", "16:15", "17:15")]
    assert [card.line.squeezed for card in bench.board.cards if card.line.customer == "Ana"] == [True]


def test_a_change_after_a_refusal_takes_the_squeeze_back(bench: Bench, salon: Salon, hands: Hands) -> None:
    salon.book("李悦", 16)
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    hands.confirm()
    sheet.clash.squeeze.setChecked(True)
    sheet.when.time.set_value(at(18).time())
    assert sheet.clash.isHidden()
    assert not sheet.clash.squeezes()
    hands.confirm()
    assert salon.desk.file.value("SELECT max(squeezed) FROM appointment_line") == 0


def test_off_shift_is_refused_and_can_be_squeezed(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(20.5), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    hands.confirm()
    assert not sheet.clash.isHidden()
    assert salon.lines() == []
    sheet.clash.squeeze.setChecked(True)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "单色美甲", "20:30", "21:30")]


def test_esc_asks_before_a_choice_is_lost(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(16))
    sheet = booking(bench)
    assert not sheet.dirty()
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    assert sheet.dirty()
    assert not sheet.leave()
    assert bench.sheet() is sheet


def test_two_presses_book_once(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(16))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    sheet.press_primary()
    sheet.press_primary()
    assert len(salon.lines()) == 1


# ---- when, and with whom


def test_free_times_leave_out_what_is_taken(bench: Bench, salon: Salon, hands: Hands) -> None:
    salon.book("李悦", 15, minutes=120)
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    offered = [chip.text() for chip in sheet.when.chips.chips()]
    assert offered[0] == "17:00"
    assert not {"15:00", "16:00", "16:45"} & set(offered)
    hands.click(sheet.when.chips.chips()[1])
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "单色美甲", "17:15", "18:15")]


def test_more_times_shows_all_of_them(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    choose_service(hands, sheet)
    few = sheet.when.chips.chips()
    assert few[-1].key == "more"
    hands.click(few[-1])
    every = [chip.text() for chip in sheet.when.chips.chips()]
    assert len(every) > len(few)
    assert "14:30" in every
    assert "14:15" not in every


def test_a_full_day_offers_later_ones(bench: Bench, salon: Salon, hands: Hands) -> None:
    for worker in ("小雨", "阿琳", "Momo"):
        salon.book("李悦", 14, worker, minutes=420)
    bench.desk_page.buttons["new"].click()
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    assert sheet.when.start() == at(10, DAY + dt.timedelta(days=1))
    hands.confirm()
    (line,) = salon.lines("Ana")
    assert line[3] == "10:00"
    assert bench.desk_page.day() == DAY + dt.timedelta(days=1)


def test_anyone_is_whoever_is_free_then(bench: Bench, salon: Salon, hands: Hands) -> None:
    salon.book("李悦", 16, "小雨")
    bench.desk_page.book(at(16))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    assert sheet.lines.picks()[0].worker_id == ""
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "阿琳", "单色美甲", "16:00", "17:00")]


def test_only_who_does_it_is_offered(bench: Bench, salon: Salon, hands: Hands) -> None:
    salon.desk.catalog.add_service(
        ServiceDraft("Henna", minutes=30, price=9900, worker_ids=(salon.worker("Momo"),))
    )
    hands.click(bench.board.viewport(), bench.spot(YU, 16))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    hands.word("henna")
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "Momo", "Henna", "16:00", "16:30")]
    assert bench.sheet() is not sheet


def test_several_services_follow_each_other_with_their_own_workers(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    hands.click(sheet.lines.more)
    hands.word("sbhl")
    hands.chord(Qt.Key.Key_Return)
    first, second = sheet.lines.rows()
    assert second.worker_id == first.worker_id
    chip = second.workers.chip(salon.worker("Momo"))
    assert chip is not None
    hands.click(chip)
    hands.confirm()
    assert salon.lines("Ana") == [
        ("Ana", "小雨", "单色美甲", "16:00", "17:00"),
        ("Ana", "Momo", "手部护理", "17:00", "17:45"),
    ]


def test_a_service_is_taken_out_again(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.desk_page.book(at(16))
    sheet = booking(bench)
    choose_service(hands, sheet)
    hands.click(sheet.lines.rows()[0].remove)
    assert sheet.lines.rows() == []
    assert sheet.lines.search.isVisible()


def test_a_home_visit_takes_the_customers_address_and_the_way(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    salon.desk.catalog.add_service(ServiceDraft("House call", minutes=60, price=30000, at_home=True))
    salon.customer("Home", address="南京西路 1 号")
    bench.desk_page.book(at(16), salon.worker("小雨"))
    sheet = booking(bench)
    hands.word("Home")
    hands.chord(Qt.Key.Key_Return)
    assert not sheet.home.fields.isVisible()
    hands.word("house")
    hands.chord(Qt.Key.Key_Return)
    assert sheet.home.fields.isVisible()
    assert sheet.home.address.value() == "南京西路 1 号"
    sheet.home.travel.setValue(30)
    hands.confirm()
    row = salon.desk.file.one("SELECT address, travel_minutes FROM appointment")
    assert row is not None
    assert tuple(row) == ("南京西路 1 号", 30)
    assert salon.desk.file.value("SELECT busy_from FROM appointment_line") == "2025-08-20T15:30"


def test_what_made_them_book_is_kept(bench: Bench, salon: Salon, hands: Hands) -> None:
    content = salon.desk.sources.log_content(
        ContentDraft("short_video", "三分钟法式", at(10, DAY - dt.timedelta(days=3)))
    )
    bench.desk_page.book(at(16))
    sheet = booking(bench)
    hands.word("Ana")
    hands.chord(Qt.Key.Key_Return)
    choose_service(hands, sheet)
    hands.click(sheet.source.chips.chips()[0])
    hands.confirm()
    touch = salon.desk.file.one("SELECT * FROM touch")
    assert touch is not None
    assert (touch["content_id"], touch["evidence"]) == (content, "asked")
    assert touch["appointment_id"] == salon.desk.file.value("SELECT id FROM appointment")
