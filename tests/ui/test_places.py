"""Rooms and chairs, and workers' own price and minutes: from the list to the booking and the till."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog import store as catalog
from merchant_desk.catalog.model import Place, PlaceDraft, Service, ServiceDraft, Terms
from merchant_desk.catalog.ui.place_sheet import PlaceSheet
from merchant_desk.catalog.ui.places_tab import PlacesTab
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.catalog.ui.services_tab import ServicesTab
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.team import store as team
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    made = TabbedPage(page_frame, "services", "Services & Team", (ServicesTab, PlacesTab))
    return _show(made, qtbot, 1000, 700)


@pytest.fixture
def places(page: TabbedPage) -> PlacesTab:
    page.choose("places")
    tab = page.tab("places")
    assert isinstance(tab, PlacesTab)
    return tab


def _show(widget: W, qtbot: QtBot, width: int = 560, height: int = 1100) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def _sheet(frame: Frame, qtbot: QtBot, place_id: str | None = None) -> PlaceSheet:
    return _show(PlaceSheet(frame, place_id), qtbot)


def _save(sheet: Sheet) -> None:
    assert sheet.primary is not None
    QTest.mouseClick(sheet.primary, LEFT)


def _place(desk: Desk, name: str) -> Place:
    return next(one for one in catalog.places(desk.file, archived=True) if one.name == name)


def _service(desk: Desk, name: str) -> Service:
    return next(one for one in catalog.services(desk.file) if one.name == name)


def _worker(desk: Desk, name: str) -> str:
    return next(one.id for one in team.workers(desk.file) if one.name == name)


def _chip(sheet: PlaceSheet, name: str) -> QWidget:
    return next(chip for chip in sheet.services if chip.accessibleName() == name)


# ---- rooms and chairs


def test_the_first_chair_by_keyboard(
    places: PlacesTab, desk: Desk, qtbot: QtBot, sheets: list[Sheet], said: list[Notice]
) -> None:
    assert places.empty.isVisible()
    assert places.empty.button is not None
    QTest.mouseClick(places.empty.button, LEFT)
    sheet = _show(sheets[0], qtbot)
    assert isinstance(sheet, PlaceSheet)
    sheet.focus_first()
    type_text(sheet.name, "1 号美甲位")
    QTest.keyClick(sheet.name, Key.Key_Tab)
    assert focused() is sheet.capacity
    QTest.keyClick(sheet.capacity, Key.Key_Tab)
    assert focused() is sheet.kind
    type_text(sheet.kind, "美甲位")
    chip = _chip(sheet, "法式美甲")
    chip.setFocus()
    QTest.keyClick(chip, Key.Key_Space)
    QTest.keyClick(chip, Key.Key_Return, CTRL)
    (made,) = catalog.places(desk.file)
    assert (made.name, made.kind, made.capacity) == ("1 号美甲位", "美甲位", 1)
    assert made.colour
    assert _service(desk, "法式美甲").place_kind == "美甲位"
    assert _service(desk, "卸甲").place_kind == ""
    assert said[-1].text == "1 号美甲位 can be booked."
    assert [row.services for row in places.table.rows()] == [("法式美甲",)]
    assert said[-1].undo is not None
    said[-1].undo()
    assert catalog.places(desk.file) == []
    assert _service(desk, "法式美甲").place_kind == ""


def test_a_second_one_of_a_kind_is_needed_by_the_same(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french = _service(desk, "法式美甲")
    desk.catalog.add_place(PlaceDraft("1 号", "美甲位", service_ids=(french.id,)))
    desk.catalog.add_place(PlaceDraft("VIP", "房间"))
    sheet = _sheet(page_frame, qtbot)
    type_text(sheet.name, "2 号")
    sheet.kind.setFocus()
    type_text(sheet.kind, "美甲位")  # typed, and not taken from its chip
    assert sheet._chosen() == (french.id,)
    _save(sheet)
    assert _service(desk, "法式美甲").place_kind == "美甲位"
    second = _place(desk, "2 号")
    assert second.colour != _place(desk, "1 号").colour


def test_another_kind_shows_what_needs_that(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french, off = _service(desk, "法式美甲"), _service(desk, "卸甲")
    first = desk.catalog.add_place(PlaceDraft("1 号", "美甲位", service_ids=(french.id,)))
    desk.catalog.add_place(PlaceDraft("VIP", "房间", service_ids=(off.id,)))
    sheet = _sheet(page_frame, qtbot, first)
    assert sheet._chosen() == (french.id,)
    room = sheet.kinds.chip("房间")
    assert room is not None
    QTest.mouseClick(room, LEFT)
    assert sheet._chosen() == (off.id,)
    sheet.kind.selectAll()
    type_text(sheet.kind, "座位")
    assert sheet._chosen() == (french.id,), "a new name for what it was"
    _save(sheet)
    assert (_service(desk, "法式美甲").place_kind, _service(desk, "卸甲").place_kind) == ("座位", "房间")


@pytest.mark.parametrize(
    ("name", "kind", "field"), [("", "房间", "_name"), ("vip", "房间", "_name"), ("新", " ", "_kind")]
)
def test_what_is_wrong_is_said_at_its_field(
    page_frame: Frame, desk: Desk, qtbot: QtBot, name: str, kind: str, field: str
) -> None:
    desk.catalog.add_place(PlaceDraft("VIP", "房间"))
    sheet = _sheet(page_frame, qtbot)
    sheet.name.setText(name)
    sheet.kind.setText(kind)
    _save(sheet)
    wrong = getattr(sheet, field)
    assert wrong.error.isVisible()
    assert wrong.widget.hasFocus()
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()
    assert len(catalog.places(desk.file)) == 1
    assert sheet.name.text() == name


def _book(desk: Desk, service: Service, at: dt.datetime) -> str:
    customer = desk.customers.add(CustomerDraft("王女士", f"1380013{at.minute:02}{at.day:02}"))
    line = LineDraft(service.id, _worker(desk, "小雨"), at, service.minutes)
    return desk.appointments.book(AppointmentDraft(customer, (line,)))


def test_giving_a_chair_up_says_what_stays_there(
    page_frame: Frame, desk: Desk, qtbot: QtBot, places: PlacesTab, said: list[Notice]
) -> None:
    french = _service(desk, "法式美甲")
    chair = desk.catalog.add_place(PlaceDraft("1 号", "美甲位", service_ids=(french.id,)))
    desk.catalog.add_place(PlaceDraft("2 号", "美甲位"))
    for day in (21, 22):
        _book(desk, french, dt.datetime(2025, 8, day, 15))
    held = desk.file.value("SELECT count(*) FROM appointment_line WHERE place_id = :id", id=chair)
    assert held == 2
    QTest.mouseClick(_sheet(page_frame, qtbot, chair).in_use.archive, LEFT)
    assert said[-1].text.replace("(s)", "s") == "1 号 is given up. 2 bookings to come stay there."
    assert [row.place.name for row in places.table.rows()] == ["2 号"]
    QTest.mouseClick(places.archived, LEFT)
    assert [row.place.name for row in places.table.rows()] == ["2 号", "1 号"]
    QTest.mouseClick(_sheet(page_frame, qtbot, chair).in_use.restore, LEFT)
    assert not _place(desk, "1 号").archived
    spare = _place(desk, "2 号")
    QTest.mouseClick(_sheet(page_frame, qtbot, spare.id).in_use.archive, LEFT)
    assert said[-1].text == "2 号 is given up."


def test_a_service_whose_chairs_are_all_gone_says_so(page: TabbedPage, places: PlacesTab, desk: Desk) -> None:
    french = _service(desk, "法式美甲")
    chair = desk.catalog.add_place(PlaceDraft("1 号", "美甲位", service_ids=(french.id,)))
    services = page.tab("services")
    assert isinstance(services, ServicesTab)
    page.choose("services")
    assert next(row.placed for row in services.table.rows() if row.service.id == french.id)
    desk.catalog.archive_place(chair)
    row = next(row for row in services.table.rows() if row.service.id == french.id)
    assert not row.placed
    assert services._who(row).text == "No 美甲位: cannot be booked"


def test_markup_stays_text_and_a_place_just_looked_at_closes(
    page_frame: Frame, desk: Desk, qtbot: QtBot, places: PlacesTab
) -> None:
    made = desk.catalog.add_place(PlaceDraft(MARKUP, MARKUP, 99))
    sheet = _sheet(page_frame, qtbot, made)
    assert_plain(sheet)
    assert_plain(places)
    assert not sheet.dirty()
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(sheet, Key.Key_Escape)
    again = _sheet(page_frame, qtbot, made)
    QTest.mouseClick(again.colours.buttons[3], LEFT)
    assert not again.leave()


def test_a_service_takes_the_kind_it_needs(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french = _service(desk, "法式美甲")
    plain = _show(ServiceSheet(page_frame, french.id), qtbot)
    assert not plain._kind.isVisible(), "there is nothing to choose from"
    desk.catalog.add_place(PlaceDraft("VIP", "房间"))
    sheet = _show(ServiceSheet(page_frame, french.id), qtbot)
    assert sheet._kind.isVisible()
    sheet.kind.setFocus()
    QTest.keyClick(sheet.kind, Key.Key_Down)
    assert sheet.dirty()
    _save(sheet)
    assert _service(desk, "法式美甲").place_kind == "房间"
    again = _show(ServiceSheet(page_frame, french.id), qtbot)
    again.minutes.setValue(90)
    _save(again)
    assert (_service(desk, "法式美甲").place_kind, _service(desk, "法式美甲").minutes) == ("房间", 90)


# ---- who asks for what


def test_an_own_price_and_time_by_keyboard(
    page_frame: Frame, desk: Desk, qtbot: QtBot, page: TabbedPage
) -> None:
    french = _service(desk, "法式美甲")
    sheet = _show(ServiceSheet(page_frame, french.id), qtbot)
    QTest.mouseClick(sheet.doers.more, LEFT)
    row = sheet.doers.row_of(_worker(desk, "小雨"))
    assert row is not None
    assert focused() is row.price
    assert (row.price.placeholderText(), row.minutes.placeholderText()) == ("¥198", "75")
    sheet.price.setFocus()
    sheet.price.selectAll()
    type_text(sheet.price, "188")
    assert row.price.placeholderText() == "¥188"
    row.price.setFocus()
    type_text(row.price, "298")
    QTest.keyClick(row.price, Key.Key_Tab)
    assert focused() is row.minutes
    type_text(row.minutes, "9x0")
    assert row.minutes.text() == "90"
    assert sheet.doers.hint.isVisible(), "everybody is named from now on"
    QTest.keyClick(row.minutes, Key.Key_Return, CTRL)
    assert catalog.own_terms(desk.file) == {(_worker(desk, "小雨"), french.id): Terms(298_00, 90)}
    assert catalog.workers_of(desk.file)[french.id] == {one.id for one in team.workers(desk.file)}
    tab = page.tab("services")
    assert isinstance(tab, ServicesTab)
    shown = next(row for row in tab.table.rows() if row.service.id == french.id)
    assert tab._who(shown).hint == "小雨 ¥298 1 h 30 min"
    again = _show(ServiceSheet(page_frame, french.id), qtbot)
    assert not again.dirty()
    mine = again.doers.row_of(_worker(desk, "小雨"))
    assert mine is not None
    assert mine.isVisible()
    for line in (mine.price, mine.minutes):
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Key.Key_Delete)
    _save(again)
    assert catalog.own_terms(desk.file) == {}
    assert catalog.workers_of(desk.file)[french.id] == {one.id for one in team.workers(desk.file)}


def test_who_does_not_do_it_has_no_terms(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french, rain, lin = _service(desk, "法式美甲"), _worker(desk, "小雨"), _worker(desk, "阿琳")
    desk.catalog.edit_service(
        french.id, ServiceDraft("法式美甲", worker_ids=(rain, lin), terms={rain: Terms(1, 1)})
    )
    sheet = _show(ServiceSheet(page_frame, french.id), qtbot)
    shown = [row.key for row in sheet.doers.rows if row.isVisible()]
    assert shown == [rain, lin]
    QTest.mouseClick(sheet.doers.chips[0], LEFT)
    assert [row.key for row in sheet.doers.rows if row.isVisible()] == [lin]
    _save(sheet)
    assert catalog.workers_of(desk.file)[french.id] == {lin}
    assert catalog.own_terms(desk.file) == {}


@pytest.mark.parametrize(("price", "minutes"), [("abc", ""), ("-5", ""), ("", "0"), ("", "1440")])
def test_terms_that_cannot_be_are_said_at_their_row(
    page_frame: Frame, desk: Desk, qtbot: QtBot, price: str, minutes: str
) -> None:
    french = _service(desk, "法式美甲")
    sheet = _show(ServiceSheet(page_frame, french.id), qtbot)
    sheet.after.setValue(10)
    QTest.mouseClick(sheet.doers.more, LEFT)
    row = sheet.doers.rows[1]
    row.price.setText(price)
    row.minutes.setText(minutes)
    _save(sheet)
    assert row.error.isVisible()
    assert row.error.text()
    assert focused() is (row.price if price else row.minutes)
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()
    assert (row.price.text(), row.minutes.text()) == (price, minutes)
    assert catalog.own_terms(desk.file) == {}
    assert _service(desk, "法式美甲").after == 5


# ---- at the till


def _till(frame: Frame, qtbot: QtBot, appointment: str | None = None) -> CheckoutSheet:
    return _show(CheckoutSheet(frame, appointment_id=appointment), qtbot)


def test_the_till_asks_what_the_worker_asks(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french, rain, lin = _service(desk, "法式美甲"), _worker(desk, "小雨"), _worker(desk, "阿琳")
    desk.catalog.set_terms(
        rain,
        {one.id: Terms(298_00 if one.id == french.id else None, None) for one in catalog.services(desk.file)},
    )
    appointment = _book(desk, french, dt.datetime(2025, 8, 20, 16))
    sheet = _till(page_frame, qtbot, appointment)
    (row,) = sheet.lines
    assert row.price.text() == "¥298.00"
    row.worker.setFocus()
    QTest.keyClick(row.worker, Key.Key_Down)
    assert row.worker.key() == lin
    assert row.price.text() == "¥198.00"
    assert sheet.total.text() == "¥198.00"
    row.price.setFocus()
    row.price.selectAll()
    type_text(row.price, "150")
    row.worker.setFocus()
    QTest.keyClick(row.worker, Key.Key_Up)
    assert row.worker.key() == rain
    assert row.amount() == 150_00, "what somebody typed stays"


def test_whoever_is_named_at_the_till_has_their_price(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    french, lin = _service(desk, "法式美甲"), _worker(desk, "阿琳")
    desk.catalog.edit_service(
        french.id, ServiceDraft("法式美甲", price=198_00, terms={lin: Terms(168_00, None)})
    )
    sheet = _till(page_frame, qtbot)
    sheet.finder.chosen.emit(french)
    (row,) = sheet.lines
    assert row.price.text() == "¥198.00"
    chip = row.who.chip(lin)
    assert chip is not None
    QTest.mouseClick(chip, LEFT)
    assert row.price.text() == "¥168.00"
    assert row.draft().unit_price == 168_00
    assert "¥168.00" in texts(sheet)
