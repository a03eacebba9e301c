"""The booking sheet's rarer parts: chairs, own terms, home visits, deposits, series, waiting, two windows."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.appointments import store
from merchant_desk.appointments.model import Appointment
from merchant_desk.appointments.ui.booking_row import LineRow
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.series_sheet import SeriesSheet
from merchant_desk.appointments.ui.waiting_sheet import WaitingSheet
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import NO_TERMS, PlaceDraft, ServiceDraft, Terms
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.team.model import WeekSpan
from tests.ui.keys import focused, type_text
from tests.ui.salon import DAY, Bench, Hands, Salon, at, settle
from tests.ui.windows import errors

ROW = 34
GEL = "单色美甲"


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def bench(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Bench:
    """The window, with two known customers in the shop."""
    salon.customer("李悦", "13800126621", address="南京西路 1 号")
    salon.customer("Ana")
    return Bench(page_frame, qtbot)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def chairs(salon: Salon) -> tuple[str, str]:
    """Gel needs a chair; there is one for one and one for two."""
    one = salon.desk.catalog.add_place(PlaceDraft("窗边位", "美甲位", service_ids=(salon.service(GEL),)))
    return one, salon.desk.catalog.add_place(PlaceDraft("沙发位", "美甲位", capacity=2))


def opened(bench: Bench, **facts: object) -> BookingSheet:
    """The booking sheet with what is known already."""
    sheet = BookingSheet(bench.desk_page.frame, **facts)  # type: ignore[arg-type]
    bench.desk_page.frame.open_sheet(sheet)
    settle()
    return sheet


def for_ana(
    bench: Bench, salon: Salon, start: dt.datetime | None, worker: str = "", **facts: object
) -> BookingSheet:
    """Ana's gel, nothing but the confirmation missing."""
    known = {"customer_id": salon.customer("Ana"), "service_id": salon.service(GEL)}
    return opened(bench, start=start, worker_id=salon.worker(worker) if worker else None, **known | facts)


def only(salon: Salon, name: str = "Ana") -> Appointment:
    """The one appointment of that customer."""
    found = salon.desk.file.value(
        "SELECT appointment.id FROM appointment JOIN customer ON customer.id = customer_id"
        " WHERE name = :name",
        name=name,
    )
    known = store.appointment(salon.desk.file, str(found))
    assert known is not None
    return known


def does_all(salon: Salon) -> dict[str, Terms]:
    """Every service, on the usual terms."""
    return dict.fromkeys((one.id for one in catalog_store.services(salon.desk.file)), NO_TERMS)


def row(sheet: BookingSheet, number: int = 0) -> LineRow:
    return sheet.lines.rows()[number]


def chips(sheet: BookingSheet) -> list[str]:
    return [chip.text() for chip in sheet.when.chips.chips()]


# ---- who, for how long, at which price


def test_a_worker_takes_their_own_minutes_and_price_until_minutes_are_typed(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    lin, gel = salon.worker("阿琳"), salon.service(GEL)
    salon.desk.catalog.set_terms(lin, does_all(salon) | {gel: Terms(16800, 90)})
    sheet = for_ana(bench, salon, at(16), "小雨")
    assert (row(sheet).minutes.value(), row(sheet).price.text()) == (60, "¥128")
    chip = row(sheet).workers.chip(lin)
    assert chip is not None
    hands.click(chip)
    assert (row(sheet).minutes.value(), row(sheet).price.text()) == (90, "¥168")
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "阿琳", GEL, "16:00", "17:30")]
    again = for_ana(bench, salon, at(18), "阿琳")
    row(again).minutes.setValue(75)
    chip = row(again).workers.chip(salon.worker("小雨"))
    assert chip is not None
    hands.click(chip)
    assert row(again).minutes.value() == 75


def test_the_last_free_of_anyone_counts_with_their_own_minutes(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    gel, lin = salon.service(GEL), salon.worker("阿琳")
    salon.desk.catalog.set_terms(lin, does_all(salon) | {gel: Terms(None, 30)})
    for worker in ("小雨", "Momo"):
        salon.book("李悦", 14, worker, minutes=420)
    salon.book("李悦", 16.75, "阿琳", minutes=240)
    sheet = for_ana(bench, salon, at(16))
    assert chips(sheet)[-1] == "16:00"
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "阿琳", GEL, "16:00", "16:30")]


# ---- rooms and chairs


def test_the_chair_is_shown_chosen_and_booked(
    bench: Bench, salon: Salon, hands: Hands, chairs: tuple[str, str]
) -> None:
    salon.book("李悦", 16, "阿琳")
    sheet = for_ana(bench, salon, at(16), "小雨")
    assert row(sheet).place.isVisible()
    assert "沙发位" in row(sheet).place.currentText()
    row(sheet).place.setFocus()
    hands.chord(Qt.Key.Key_Down)
    assert row(sheet).place.key() == chairs[0]
    hands.confirm()
    assert "窗边位" in sheet.clash.sentence.text()
    assert "李悦" in sheet.clash.sentence.text()
    row(sheet).place.setFocus()
    hands.chord(Qt.Key.Key_Down)
    assert sheet.clash.isHidden()
    hands.confirm()
    assert [line.place for line in only(salon).lines] == ["沙发位"]


def test_full_chairs_are_not_offered_and_can_be_squeezed(
    bench: Bench, salon: Salon, hands: Hands, chairs: tuple[str, str]
) -> None:
    salon.desk.catalog.archive_place(chairs[1])
    salon.book("李悦", 16, "阿琳", minutes=120)
    sheet = for_ana(bench, salon, at(16), "小雨")
    assert not {"16:00", "17:00", "15:45"} & set(chips(sheet))
    hands.confirm()
    assert sheet.clash.sentence.text().startswith("窗边位 is taken by 李悦 (单色美甲)")
    assert "18:00" in sheet.clash.next.text()
    sheet.clash.squeeze.setFocus()
    hands.chord(Qt.Key.Key_Space)
    hands.confirm()
    made = only(salon)
    assert (made.squeezed, made.lines[0].place) == (True, "窗边位")


def test_an_appointment_that_is_changed_keeps_its_chair(
    bench: Bench, salon: Salon, hands: Hands, chairs: tuple[str, str]
) -> None:
    blocker = salon.book("李悦", 16, "阿琳")
    hands.count = 0
    for_ana(bench, salon, at(16), "小雨")
    hands.confirm()
    salon.desk.appointments.cancel(blocker, "customer")
    assert only(salon).lines[0].place == "沙发位"
    sheet = opened(bench, appointment_id=only(salon).id)
    assert "沙发位" in row(sheet).place.currentText()
    row(sheet).minutes.setValue(75)
    hands.confirm()
    assert (only(salon).lines[0].place, only(salon).lines[0].minutes) == ("沙发位", 75)


# ---- home visits


def test_any_service_can_be_a_home_visit_and_the_way_counts(
    bench: Bench, salon: Salon, hands: Hands, chairs: tuple[str, str]
) -> None:
    salon.book("Ana", 15, "小雨")
    sheet = opened(
        bench,
        start=at(16.25),
        worker_id=salon.worker("小雨"),
        customer_id=salon.customer("李悦"),
        service_id=salon.service(GEL),
    )
    assert "16:15" in chips(sheet) or "16:00" in chips(sheet)
    hands.click(sheet.home.open)
    assert sheet.home.address.value() == "南京西路 1 号"
    sheet.home.travel.setFocus()
    sheet.home.travel.selectAll()
    type_text(sheet.home.travel, "30")
    assert not row(sheet).place.isVisible()
    assert "Not free" in sheet.when.none.text()
    assert chips(sheet)[0] == "16:30"
    hands.click(sheet.when.chips.chips()[0])
    hands.confirm()
    made = only(salon, "李悦")
    assert (made.address, made.travel_minutes, made.lines[0].place_id) == ("南京西路 1 号", 30, None)
    assert (made.lines[0].busy_from, made.lines[0].busy_to) == (at(16), at(18 + 5 / 60))


def test_in_the_shop_instead_takes_the_address_back(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    hands.click(sheet.home.open)
    hands.word("Lane")
    hands.click(sheet.home.close_it)
    hands.confirm()
    assert (only(salon).address, only(salon).travel_minutes) == ("", 0)


# ---- note and deposit


def test_a_deposit_is_noted_and_kept_when_something_else_changes(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.more.deposit.setFocus()
    hands.word("50.5")
    hands.confirm()
    assert only(salon).deposit == 5050
    change = opened(bench, appointment_id=only(salon).id)
    assert change.more.deposit.text() == "50.50"
    change.more.note.setPlainText("先卸甲")
    hands.confirm()
    assert (only(salon).deposit, only(salon).note) == (5050, "先卸甲")


def test_a_deposit_is_taken_as_soon_as_it_is_booked(bench: Bench, salon: Salon, hands: Hands) -> None:
    wanted: list[str] = []
    bench.desk_page.deposit_wanted.connect(wanted.append)
    sheet = for_ana(bench, salon, at(16), "小雨")
    assert not sheet.more.take.isVisible()
    sheet.more.deposit.setFocus()
    hands.word("50")
    hands.click(sheet.more.take)
    hands.confirm()
    assert wanted == [only(salon).id]
    change = opened(bench, appointment_id=only(salon).id)
    assert not change.more.take.isVisible(), "later it is taken on the appointment's own sheet"


def test_a_deposit_that_is_no_amount_is_said_at_its_field(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.more.deposit.setFocus()
    hands.word("lots")
    hands.confirm()
    assert "no amount" in sheet.more.deposit.accessibleDescription()
    assert salon.lines("Ana") == []
    assert sheet.more.deposit.text() == "lots"


# ---- what cannot be


@pytest.mark.parametrize(
    ("minutes", "said"),
    [("0", "at least one minute"), ("2400", "2400 minutes is too long; 1440 is the")],
)
def test_a_length_that_cannot_be_is_said_and_nothing_is_lost(
    bench: Bench, salon: Salon, hands: Hands, minutes: str, said: str
) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.more.note.setPlainText("Allergy")
    row(sheet).minutes.setFocus()
    row(sheet).minutes.selectAll()
    type_text(row(sheet).minutes, minutes)
    hands.confirm()
    assert any(said in error for error in errors(sheet)), errors(sheet)
    assert salon.lines("Ana") == []
    assert sheet.more.note.value() == "Allergy"
    row(sheet).minutes.setValue(45)
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", GEL, "16:00", "16:45")]


@pytest.mark.parametrize(("year", "said"), [(1900, "1 January 1900 is long past"), (2125, "too far ahead")])
def test_a_year_that_was_mistyped_is_said_at_the_date(
    bench: Bench, salon: Salon, hands: Hands, year: int, said: str
) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.when.day.setDate(QDate(year, 1, 1))
    settle()
    assert sheet.when.none.text()
    hands.confirm()
    assert any(said in error for error in errors(sheet)), errors(sheet)
    assert salon.lines("Ana") == []
    sheet.when.day.setDate(QDate(2025, 8, 20))
    assert errors(sheet) == []
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", GEL, "16:00", "17:00")]


def test_29_february_is_there_in_leap_years_only(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.when.day.setDate(QDate(2028, 2, 29))
    settle()
    hands.confirm()
    assert only(salon).start == dt.datetime(2028, 2, 29, 16)
    # In another year the field itself has no such day.
    again = for_ana(bench, salon, at(18), "小雨")
    again.when.day.setDate(QDate(2027, 2, 29))
    assert again.when.day.day() == DAY


def test_a_time_that_is_past_is_said_and_noted_all_the_same(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(11), "小雨")
    assert sheet.when.none.text() == "This time is past."
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", GEL, "11:00", "12:00")]
    past = for_ana(bench, salon, at(11, DAY - dt.timedelta(days=1)), "小雨")
    assert past.when.none.text().startswith("This day is past.")


def test_a_service_nobody_does_is_said(bench: Bench, salon: Salon, hands: Hands) -> None:
    worker = salon.desk.team.add_worker("Kim")
    henna = salon.desk.catalog.add_service(ServiceDraft("Henna", minutes=30, worker_ids=(worker,)))
    salon.desk.team.archive_worker(worker)
    sheet = opened(bench, start=at(16), customer_id=salon.customer("Ana"), service_id=henna)
    assert "Nobody on the team does this." in errors(sheet)
    hands.confirm()
    assert any("Choose another service" in error for error in errors(sheet))
    assert salon.lines("Ana") == []


def test_who_left_and_what_is_not_sold_any_more_stay_on_the_appointment_that_has_them(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    made = salon.book("Ana", 16, "Momo")
    salon.desk.team.archive_worker(salon.worker("Momo"))
    salon.desk.catalog.archive_service(salon.service(GEL))
    sheet = opened(bench, appointment_id=made)
    assert [chip.text() for chip in row(sheet).workers.chips() if chip.isChecked()] == ["Momo (left)"]
    sheet.more.note.setPlainText("先卸甲")
    hands.confirm()
    assert bench.sheet() is None
    assert (only(salon).note, only(salon).lines[0].worker) == ("先卸甲", "Momo")
    again = opened(bench, appointment_id=made)
    again.when.time.set_value(dt.time(18))
    hands.confirm()
    assert any("not offered any more" in error for error in errors(again))
    assert salon.lines("Ana")[0][3] == "16:00"


# ---- what is offered


def test_notice_and_horizon_bound_the_chips_and_not_what_is_typed(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    with salon.desk.file.act("rules") as act:
        act.insert("setting", {"id": "notice_minutes", "value": "120"})
        act.insert("setting", {"id": "horizon_days", "value": "10"})
    sheet = for_ana(bench, salon, None, "小雨")
    assert sheet.when.start() == at(16.5)
    hands.click(sheet.when.chips.chips()[-1])
    assert "16:15" not in chips(sheet)
    sheet.when.day.setDate(QDate(2025, 8, 31))
    settle()
    assert chips(sheet) == []
    assert "30 August 2025" in sheet.when.none.text()
    sheet.when.day.setDate(QDate(2025, 8, 20))
    sheet.when.time.set_value(dt.time(15))
    assert not sheet.when.none.isVisible()
    hands.confirm()
    assert salon.lines("Ana") == [("Ana", "小雨", GEL, "15:00", "16:00")]


def test_later_days_are_chips_and_the_waiting_list_is_offered(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    tomorrow = DAY + dt.timedelta(days=1)
    for worker in ("小雨", "阿琳", "Momo"):
        salon.book("李悦", 14, worker, minutes=420)
        salon.book("李悦", 11, worker, day=tomorrow, minutes=600)
    sheet = for_ana(bench, salon, at(16))
    assert chips(sheet)[0].endswith("10:00")
    assert len({text.rsplit(" ", 1)[0] for text in chips(sheet)}) >= 3, "several days, a few times of each"
    assert sheet.when.waiting.isVisible()
    hands.click(sheet.when.waiting)
    waiting = bench.sheet()
    assert isinstance(waiting, WaitingSheet)
    hands.confirm()
    assert bench.sheet() is None
    found = salon.desk.file.one("SELECT customer_id, service_id, state FROM waiting")
    assert found is not None
    assert tuple(found) == (salon.customer("Ana"), salon.service(GEL), "waiting")
    assert salon.lines("Ana") == []


def test_coming_back_from_the_waiting_list_finds_everything(bench: Bench, salon: Salon, hands: Hands) -> None:
    for worker in ("小雨", "阿琳", "Momo"):
        salon.book("李悦", 14, worker, minutes=420)
    sheet = for_ana(bench, salon, at(16))
    sheet.more.note.setPlainText("先卸甲")
    hands.click(sheet.when.waiting)
    waiting = bench.sheet()
    assert waiting is not None
    waiting.shut()
    assert bench.sheet() is sheet
    assert sheet.more.note.value() == "先卸甲"


def test_when_nobody_ever_works_it_says_so(bench: Bench, salon: Salon) -> None:
    for worker in ("小雨", "阿琳", "Momo"):
        salon.desk.team.set_week(salon.worker(worker), [WeekSpan(2, "10:00", "10:30")], from_day=DAY)
    sheet = for_ana(bench, salon, at(16))
    assert chips(sheet) == []
    assert sheet.when.none.text().endswith("Nothing later is free either.")
    # Beyond what is offered nothing was looked for, and nothing is claimed.
    sheet = for_ana(bench, salon, at(16, DAY + dt.timedelta(days=100)))
    assert "offered up to" in sheet.when.none.text()
    assert "Nothing later" not in sheet.when.none.text()


def test_a_refusal_brings_the_chips_up_to_date(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    assert "16:00" in chips(sheet)
    salon.book("李悦", 16)
    hands.confirm()
    assert not sheet.clash.isHidden()
    assert "16:00" not in chips(sheet)


# ---- series


def test_a_repeated_appointment_goes_through_its_dates(bench: Bench, salon: Salon, hands: Hands) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.repeat.every.choose("week")
    sheet.repeat.every.chosen.emit("week")
    sheet.repeat.count.setValue(3)
    hands.confirm()
    dates = bench.sheet()
    assert isinstance(dates, SeriesSheet)
    assert salon.lines("Ana") == []
    dates.shut()
    assert bench.sheet() is sheet
    hands.confirm()
    hands.confirm()
    assert bench.sheet() is None
    assert len(salon.lines("Ana")) == 3
    assert salon.desk.file.value("SELECT count(*) FROM act WHERE verb = 'book_series'") == 1


def test_one_of_a_series_is_changed_alone_or_with_the_later_ones(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    sheet = for_ana(bench, salon, at(16), "小雨")
    sheet.repeat.every.choose("week")
    sheet.repeat.every.chosen.emit("week")
    sheet.repeat.count.setValue(3)
    hands.confirm()
    hands.confirm()
    ids = [
        str(one["appointment_id"])
        for one in salon.desk.file.all("SELECT appointment_id FROM appointment_line ORDER BY start")
    ]
    alone = opened(bench, appointment_id=ids[0])
    assert alone.scope.isVisible()
    assert not alone.repeat.isVisible()
    alone.more.note.setPlainText("Only this one")
    hands.confirm()
    both = opened(bench, appointment_id=ids[1])
    both.scope.choice.choose("later")
    both.when.time.set_value(dt.time(17))
    hands.confirm()
    assert bench.sheet() is None, both._error.text()
    notes = [store.appointment(salon.desk.file, one) for one in ids]
    assert [one.note for one in notes if one] == ["Only this one", "", ""]
    assert [one.start.hour for one in notes if one] == [16, 17, 17]


# ---- two windows


def test_what_somebody_else_changed_meanwhile_is_not_overwritten_unseen(
    bench: Bench, salon: Salon, hands: Hands
) -> None:
    made = salon.book("Ana", 16)
    sheet = opened(bench, appointment_id=made)
    salon.desk.appointments.confirm(made)
    sheet.more.note.setPlainText("先卸甲")
    hands.confirm()
    assert bench.sheet() is sheet
    assert "meanwhile" in sheet._error.text()
    assert only(salon).note == ""
    hands.confirm()
    assert bench.sheet() is None
    assert (only(salon).note, only(salon).status) == ("先卸甲", "confirmed")


# ---- typed in one line


def test_a_line_fills_the_sheet_in(bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot) -> None:
    bench.desk_page.buttons["new"].setFocus()
    hands.chord(Qt.Key.Key_Return)
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    sheet.quick.line.setFocus()
    type_text(sheet.quick.line, "明天下午三点半 李悦 法式美甲 阿琳")
    hands.chord(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.customer.customer_id is not None)
    settle()
    assert sheet.when.start() == at(15.5, DAY + dt.timedelta(days=1))
    hands.confirm()
    assert salon.lines("李悦") == [("李悦", "阿琳", "法式美甲", "15:30", "16:45")]
    assert only(salon, "李悦").start.date() == DAY + dt.timedelta(days=1)


def test_a_line_with_somebody_new_goes_to_the_customer(
    bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot
) -> None:
    sheet = opened(bench)
    sheet.quick.line.setFocus()
    type_text(sheet.quick.line, "tomorrow 3pm Zoe Miller 单色美甲")
    QTest.keyClick(sheet.quick.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.quick.reading() is not None)
    # It asks whether she is new before anything is taken over.
    hands.chord(Qt.Key.Key_Return)
    qtbot.waitUntil(sheet.quick.line.hasFocus)
    hands.chord(Qt.Key.Key_Return)
    settle()
    assert sheet.customer.new.isVisible()
    assert sheet.customer.new.name.text() == "Zoe Miller"
    assert sheet.customer.isAncestorOf(focused())
    assert sheet.when.start() == at(15, DAY + dt.timedelta(days=1))
    assert salon.lines() == []


def test_a_day_without_a_time_takes_its_first_free_one(bench: Bench, salon: Salon, qtbot: QtBot) -> None:
    sheet = opened(bench)
    sheet.quick.line.setFocus()
    type_text(sheet.quick.line, "明天 李悦 单色美甲 小雨")
    QTest.keyClick(sheet.quick.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.customer.customer_id is not None)
    settle()
    assert sheet.when.start() == at(10, DAY + dt.timedelta(days=1))


def test_tab_comes_by_everything_and_the_sheet_is_quiet_at_1180(bench: Bench, salon: Salon) -> None:
    bench.resize(1180, 720)
    sheet = for_ana(bench, salon, at(16), "小雨")
    settle()
    seen = set()
    for _ in range(60):
        sheet.focusNextPrevChild(True)
        focused = sheet.focusWidget()
        assert focused is not None
        seen.add(focused)
    wanted = {sheet.quick.line, row(sheet).minutes, sheet.when.day, sheet.more.deposit, sheet.home.open}
    assert wanted <= seen
    for widget in seen:
        assert widget.mapTo(sheet, QPoint(0, 0)).x() >= 0
        assert widget.mapTo(sheet, QPoint(widget.width(), 0)).x() <= sheet.width()


def test_a_refusal_is_scrolled_to_where_it_is_seen(bench: Bench, salon: Salon, hands: Hands) -> None:
    bench.resize(1180, 720)
    salon.book("李悦", 16)
    sheet = for_ana(bench, salon, at(16), "小雨")
    hands.confirm()
    settle()
    foot = sheet.clash.mapTo(sheet, QPoint(0, sheet.clash.height())).y()
    assert sheet.primary is not None
    assert foot <= sheet.primary.mapTo(sheet, QPoint(0, 0)).y()
