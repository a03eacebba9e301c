"""The waiting list by mouse and keyboard: put on it, offered what opens, booked from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui import desk_menu
from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.waiting_card import WaitingCard
from merchant_desk.appointments.ui.waiting_list_sheet import WaitingListSheet
from merchant_desk.appointments.ui.waiting_sheet import WaitingSheet
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.appointments.waiting.model import Waiting, WaitingDraft
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle

TOMORROW = DAY + dt.timedelta(days=1)


@pytest.fixture
def salon(desk: Desk) -> Salon:
    found = Salon(desk)
    desk.catalog.add_service(ServiceDraft("法式修甲", minutes=60))  # without minutes before or after
    found.customer("李悦", "13800126621")
    found.customer("Ana")
    return found


@pytest.fixture
def hands() -> Hands:
    return Hands()


def wait(salon: Salon, customer: str, worker: str | None = "Momo", **told: object) -> str:
    """Somebody waits for a gel tomorrow afternoon."""
    wish = {"from_time": "14:00", "to_time": "16:00", "first_day": TOMORROW, "last_day": TOMORROW, **told}
    return salon.desk.waiting.add(
        WaitingDraft(
            customer_id=salon.customer(customer),
            service_id=salon.service("法式修甲"),
            worker_id=salon.worker(worker) if worker else None,
            **wish,  # type: ignore[arg-type]
        )
    )


def full(salon: Salon, worker: str = "Momo", day: dt.date = TOMORROW) -> list[str]:
    """A day without a gap; the appointments at 14:00 and 15:00."""
    booked = [salon.book("王女士", hour, worker, day=day) for hour in range(10, 21)]
    return booked[4:6]


def entries(salon: Salon) -> list[Waiting]:
    return waiting_store.entries(salon.desk.file)


def card(bench: Bench) -> WaitingCard:
    found = bench.desk_page.column.waiting.card
    assert found is not None
    return found


def open_list(bench: Bench) -> WaitingListSheet:
    next(one for one in desk_menu.entries(bench.desk_page) if one.text == "Waiting list").act()
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingListSheet)
    return sheet


# ---- put on it


def test_put_on_the_list_from_the_keyboard(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    bench = Bench(page_frame, qtbot)
    listed = open_list(bench)
    assert listed.add.hasFocus()
    hands.chord(Qt.Key.Key_Return)
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    hands.word("李悦")
    hands.chord(Qt.Key.Key_Return)
    hands.word("fashixiu")
    hands.chord(Qt.Key.Key_Return)
    assert sheet.worker.hasFocus()
    sheet.worker.choose(salon.worker("Momo"))
    hands.click(sheet.days.chips.chip("1"))  # type: ignore[arg-type]
    hands.click(sheet.times.part._buttons["afternoon"])
    hands.confirm()
    (one,) = entries(salon)
    assert (one.customer, one.service, one.worker) == ("李悦", "法式修甲", "Momo")
    assert (one.first_day, one.last_day, one.from_time, one.to_time) == (TOMORROW, TOMORROW, "12:00", "18:00")
    assert bench.sheet() is listed
    assert [row.waiting.id for row in listed.table.rows()] == [one.id]
    assert "李悦 is on the waiting list." in bench.notices()


def test_what_is_known_is_filled_in(salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands) -> None:
    bench = Bench(page_frame, qtbot)
    full(salon)
    known = (salon.customers["Ana"], salon.service("法式修甲"), salon.worker("Momo"))
    page_frame.open_sheet(WaitingSheet(page_frame, *known, day=TOMORROW))
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    assert not sheet.dirty()
    assert not sheet.free.isVisible()
    hands.confirm()
    (one,) = entries(salon)
    assert (one.customer, one.worker, one.first_day, one.last_day) == ("Ana", "Momo", TOMORROW, TOMORROW)
    assert (one.from_time, one.to_time) == ("00:00", "24:00")


def test_a_time_that_is_free_already_is_said_and_can_be_booked(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    bench = Bench(page_frame, qtbot)
    page_frame.open_sheet(WaitingSheet(page_frame, salon.customers["Ana"], salon.service("法式修甲")))
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    assert sheet._free_words.text() == "Free already: today 14:30 · 小雨"
    hands.click(sheet.times.part._buttons["evening"])
    assert sheet._free_words.text() == "Free already: today 18:00 · 小雨"
    hands.click(sheet.book_now)
    booking = bench.sheet()
    assert isinstance(booking, BookingSheet)
    assert booking.when.start() == at(18)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", "法式修甲", "18:00", "19:00")]
    assert entries(salon) == []


def test_what_cannot_be_is_said_where_it_is_wrong(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    bench = Bench(page_frame, qtbot)
    page_frame.open_sheet(WaitingSheet(page_frame))
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    hands.confirm()
    assert sheet._customer_field.error.isVisible()
    sheet.customer.choose(salon.customers["Ana"])
    hands.confirm()
    assert sheet._service_field.error.isVisible()
    hands.word("fashixiu")
    sheet.times.set_times("15:00", "15:30")
    hands.confirm()
    assert "60 minutes" in sheet._times_field.error.text()
    sheet.times.set_times("15:00", "24:00")
    sheet.days.set_days(DAY - dt.timedelta(days=3), DAY - dt.timedelta(days=1))
    hands.confirm()
    assert "over" in sheet._days_field.error.text()
    sheet.days.set_days(TOMORROW, DAY)
    hands.confirm()
    assert sheet._days_field.error.isVisible()
    assert entries(salon) == []
    sheet.days.set_days(DAY, TOMORROW)
    hands.confirm()
    assert len(entries(salon)) == 1


def test_a_wish_is_changed(salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands) -> None:
    wait(salon, "Ana", note="<b>下班后</b>")
    bench = Bench(page_frame, qtbot)
    listed = open_list(bench)
    assert listed.about.text().startswith("<b>下班后</b> · On the list since today 14:24")
    hands.chord(Qt.Key.Key_E)
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    assert not sheet.dirty()
    assert sheet.times.times() == ("14:00", "16:00")
    hands.click(sheet.times.part._buttons["any"])
    hands.click(sheet.days.chips.chip("7"))  # type: ignore[arg-type]
    hands.confirm()
    (one,) = entries(salon)
    assert (one.worker, one.from_time, one.to_time, one.note) == ("Momo", "00:00", "24:00", "<b>下班后</b>")
    assert (one.first_day, one.last_day) == (DAY, DAY + dt.timedelta(days=7))


# ---- the list


def test_the_list_says_what_is_free_and_books_it(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    first, _ = full(salon)
    wait(salon, "李悦")
    wait(salon, "Ana", None)
    bench = Bench(page_frame, qtbot)
    listed = open_list(bench)
    model = listed.table.model()
    assert [model.index(row, 0).data() for row in (0, 1)] == ["李悦\n138****6621", "Ana"]
    assert model.index(0, 1).data() == "法式修甲 · Momo\nTomorrow, 14:00–16:00"
    assert model.index(0, 2).data() == "Nothing yet"
    assert model.index(1, 2).data() == "Tomorrow 14:00\n小雨"
    salon.desk.appointments.cancel(first, "shop")
    settle()
    assert model.index(0, 2).data() == "Tomorrow 14:00\nMomo"
    hands.chord(Qt.Key.Key_Return)
    booking = bench.sheet()
    assert isinstance(booking, BookingSheet)
    assert booking.when.start() == at(14, TOMORROW)
    hands.confirm()
    assert salon.lines("李悦") == [("李悦", "Momo", "法式修甲", "14:00", "15:00")]
    assert [one.customer for one in entries(salon)] == ["Ana"]
    assert bench.sheet() is listed
    salon.desk.undo()
    settle()
    assert [row.waiting.customer for row in listed.table.rows()] == ["李悦", "Ana"]
    assert salon.lines("李悦") == []


def test_taken_off_the_list_and_put_back(salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands) -> None:
    wait(salon, "李悦")
    wait(salon, "Ana")
    bench = Bench(page_frame, qtbot)
    listed = open_list(bench)
    hands.chord(Qt.Key.Key_Down)
    hands.chord(Qt.Key.Key_Delete)
    assert [one.customer for one in entries(salon)] == ["李悦"]
    row = listed.table.current_row()
    assert row is not None
    assert row.waiting.customer == "李悦"
    undo = bench.toasts.shown()[-1].undo_button
    assert undo is not None
    hands.click(undo)
    assert [one.customer for one in entries(salon)] == ["李悦", "Ana"]


def test_days_that_are_over_stay_until_somebody_decides(
    salon: Salon, page_frame: Frame, qtbot: QtBot, clock: FixedClock
) -> None:
    wait(salon, "Ana")
    clock.set(at(9, TOMORROW + dt.timedelta(days=1)))
    listed = open_list(Bench(page_frame, qtbot))
    assert listed.table.model().index(0, 2).data() == "Their days are over"


# ---- the nudge


def test_a_slot_that_opens_is_offered_beside_the_board(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    first, _ = full(salon)
    wait(salon, "李悦", note="<i>only Momo</i>")
    wait(salon, "Ana")
    bench = Bench(page_frame, qtbot)
    assert bench.desk_page.column.waiting.card is None
    salon.desk.appointments.cancel(first, "customer")
    settle()
    nudge = card(bench)
    assert nudge.isVisible()
    labels = [label for label in nudge.findChildren(QLabel) if label.isVisible()]
    assert [row.accessibleName() for row in nudge.rows()] == [
        "Tomorrow 14:00 · Momo, 李悦 waits for 法式修甲"
    ]
    assert nudge.more.text() == "1 more waiting"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    nudge.rows()[0].book.setFocus(Qt.FocusReason.TabFocusReason)
    hands.chord(Qt.Key.Key_Return)
    assert isinstance(bench.sheet(), BookingSheet)
    hands.confirm()
    assert salon.lines("李悦") == [("李悦", "Momo", "法式修甲", "14:00", "15:00")]
    assert [one.customer for one in entries(salon)] == ["Ana"]
    assert not nudge.isVisible()
    assert bench.desk_page.day() == TOMORROW  # where it was booked


def test_not_now_stays_away_until_another_time_opens(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    first, second = full(salon)
    wait(salon, "李悦")
    bench = Bench(page_frame, qtbot)
    salon.desk.appointments.cancel(second, "customer")
    settle()
    hands.click(card(bench).rows()[0].later)
    assert not card(bench).isVisible()
    assert not bench.desk_page.column.waiting.isVisible()
    salon.book("赵敏", 20.5, "小雨", day=TOMORROW, minutes=15)
    settle()
    assert not card(bench).isVisible()
    salon.desk.appointments.cancel(first, "customer")
    settle()
    assert [row.accessibleName() for row in card(bench).rows()] == [
        "Tomorrow 14:00 · Momo, 李悦 waits for 法式修甲"
    ]


def test_not_now_stays_away_while_only_the_clock_moves_on(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands, clock: FixedClock
) -> None:
    wait(salon, "李悦", first_day=DAY, last_day=DAY, from_time="00:00", to_time="24:00")
    bench = Bench(page_frame, qtbot)
    (row,) = card(bench).rows()
    assert row.accessibleName() == "Today 14:30 · Momo, 李悦 waits for 法式修甲"
    hands.click(row.later)
    clock.set(at(14.6))
    salon.book("赵敏", 20.5, "小雨", day=TOMORROW, minutes=15)
    settle()
    assert not card(bench).isVisible()
    (one,) = entries(salon)
    wish = WaitingDraft(
        customer_id=one.customer_id,
        service_id=one.service_id,
        worker_id=one.worker_id,
        first_day=DAY,
        last_day=DAY,
        from_time="16:00",
        to_time="24:00",
    )
    salon.desk.waiting.edit(one.id, wish)
    settle()
    (row,) = card(bench).rows()
    assert row.accessibleName() == "Today 16:00 · Momo, 李悦 waits for 法式修甲"


class Held:
    """Answers that come when they are let go, as they do from the thread that reads."""

    def __init__(self, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
        read = frame.background.read
        self._calls: list[Callable[[], object]] = []

        def later(*told: object, **more: object) -> None:
            self._calls.append(lambda: read(*told, **more))  # type: ignore[arg-type]

        monkeypatch.setattr(frame.background, "read", later)

    def let_go(self) -> None:
        while self._calls:
            self._calls.pop(0)()


def test_the_list_has_the_focus_though_it_was_read_late(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait(salon, "李悦")
    wait(salon, "Ana", None)
    bench = Bench(page_frame, qtbot)
    held = Held(page_frame, monkeypatch)
    listed = open_list(bench)
    assert listed.add.hasFocus()
    held.let_go()
    assert listed.table.hasFocus()
    hands.chord(Qt.Key.Key_E)
    sheet = bench.sheet()
    assert isinstance(sheet, WaitingSheet)
    held.let_go()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert sheet.days.chips.isAncestorOf(focus)


def test_those_behind_lead_to_the_list(salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands) -> None:
    for customer in ("李悦", "Ana", "赵敏", "冯雪"):
        wait(salon, customer)
    bench = Bench(page_frame, qtbot)
    assert len(card(bench).rows()) == 1
    hands.click(card(bench).more)
    assert isinstance(bench.sheet(), WaitingListSheet)


def test_tab_goes_through_the_cards_from_top_to_bottom(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    for customer in ("李悦", "Ana"):
        wait(salon, customer)
    salon.book("赵敏", 18)
    bench = Bench(page_frame, qtbot)
    salon.book("王女士", 17)  # every card but the first is filled anew
    settle()
    column, nudge = bench.desk_page.column, card(bench)
    ways: list[QWidget] = [nudge.rows()[0].book, nudge.rows()[0].later, nudge.more]
    ways += [chip for row in column.unknown.rows() for chip in row.chips() if chip.isVisible()]
    ways += column.next.rows()
    ways[0].setFocus(Qt.FocusReason.TabFocusReason)
    for following in ways[1:]:
        hands.chord(Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_calling_off_says_for_how_many_that_is_good_news(
    salon: Salon, page_frame: Frame, qtbot: QtBot, hands: Hands
) -> None:
    first, second = full(salon)
    wait(salon, "李悦")
    wait(salon, "Ana", first_day=DAY, last_day=DAY)
    bench = Bench(page_frame, qtbot)
    bench.desk_page.open_appointment(first)
    sheet = bench.sheet()
    assert isinstance(sheet, AppointmentSheet)
    hands.chord(Qt.Key.Key_X)
    hands.chord(Qt.Key.Key_Return)
    assert salon.status(first) == "cancelled"
    assert bench.notices()[-1] == "王女士 · Cancelled · 1 person waiting for a time like this"
    salon.desk.appointments.cancel(second, "shop")
