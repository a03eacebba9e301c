"""Services & Team: the list and the sheet of a service, the cards and the sheet of a worker."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.catalog import store as catalog
from merchant_desk.catalog.model import Service, ServiceDraft
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.catalog.ui.services_tab import ServicesTab
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.team import store as team
from merchant_desk.team.model import WeekSpan, Worker
from merchant_desk.team.ui.team_tab import TeamTab
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """The page as the app puts it together, on screen."""
    made = TabbedPage(page_frame, "services", "Services & Team", (ServicesTab, TeamTab))
    return _show(made, qtbot, 1000, 700)


@pytest.fixture
def services(page: TabbedPage) -> ServicesTab:
    """The tab of the services."""
    tab = page.tab("services")
    assert isinstance(tab, ServicesTab)
    return tab


@pytest.fixture
def mates(page: TabbedPage) -> TeamTab:
    """The tab of the team, on screen."""
    page.choose("team")
    tab = page.tab("team")
    assert isinstance(tab, TeamTab)
    return tab


def _show(widget: W, qtbot: QtBot, width: int = 560, height: int = 1100) -> W:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def _press_primary(sheet: Sheet) -> None:
    assert sheet.primary is not None
    QTest.mouseClick(sheet.primary, LEFT)


def _service(desk: Desk, name: str) -> Service:
    return next(service for service in catalog.services(desk.file, archived=True) if service.name == name)


def _worker(desk: Desk, name: str) -> Worker:
    return next(worker for worker in team.workers(desk.file, archived=True) if worker.name == name)


def _service_sheet(frame: Frame, qtbot: QtBot, service_id: str | None = None) -> ServiceSheet:
    return _show(ServiceSheet(frame, service_id), qtbot)


def _worker_sheet(frame: Frame, qtbot: QtBot, worker_id: str | None = None) -> WorkerSheet:
    return _show(WorkerSheet(frame, worker_id), qtbot)


# ---- services


def test_services_stand_under_their_categories(services: ServicesTab) -> None:
    rows = services.table.rows()
    heads = [row.service.category for row in rows if row.first]
    assert heads == ["手部美甲", "足部美甲", "美睫"]
    assert len(rows) == 16


def test_a_service_is_found_by_pinyin_and_opened_by_enter(services: ServicesTab, sheets: list[Sheet]) -> None:
    services.search.setFocus()
    QTest.keyClicks(services.search, "fashi")
    assert [row.service.name for row in services.table.rows()] == ["法式美甲"]
    QTest.keyClick(services.search, Key.Key_Return)
    assert isinstance(sheets[0], ServiceSheet)
    assert sheets[0].name.text() == "法式美甲"


def test_a_new_service_by_keyboard(
    services: ServicesTab, page_frame: Frame, desk: Desk, qtbot: QtBot, said: list[Notice]
) -> None:
    sheet = _service_sheet(page_frame, qtbot)
    sheet.name.setFocus()
    type_text(sheet.name, "水晶甲")
    sheet.category.setFocus()
    type_text(sheet.category, "手部美甲")
    for line, text in ((sheet.price, "¥258.50"), (sheet.cost, "30")):
        line.setFocus()
        type_text(line, text)
    sheet.minutes.setFocus()
    sheet.minutes.selectAll()
    QTest.keyClicks(sheet.minutes, "90")
    QTest.keyClick(sheet.minutes, Key.Key_Return, CTRL)
    made = _service(desk, "水晶甲")
    assert (made.category, made.minutes, made.price, made.material_cost) == ("手部美甲", 90, 25850, 3000)
    assert said[-1].text == "水晶甲 is on the list."
    assert said[-1].undo is not None
    assert "水晶甲" in [row.service.name for row in services.table.rows()]
    said[-1].undo()
    assert "水晶甲" not in [row.service.name for row in services.table.rows()]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "_name"),
        ({"name": "法式美甲"}, "_name"),
        ({"price": "abc"}, "_price"),
        ({"price": "-5"}, "_price"),
        ({"cost": "a lot"}, "_cost"),
        ({"minutes": 0}, "_minutes"),
        ({"after": 1000}, "_after"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    page_frame: Frame, desk: Desk, qtbot: QtBot, typed: dict[str, Any], field: str
) -> None:
    sheet = _service_sheet(page_frame, qtbot)
    before = len(catalog.services(desk.file))
    values: dict[str, Any] = {
        "name": "新",
        "price": "10",
        "cost": "",
        "minutes": 30,
        "after": 0,
    } | typed
    sheet.name.setText(str(values["name"]))
    sheet.price.setText(str(values["price"]))
    sheet.cost.setText(str(values["cost"]))
    sheet.minutes.setValue(int(values["minutes"]))
    sheet.after.setValue(int(values["after"]))
    _press_primary(sheet)
    wrong = getattr(sheet, field)
    assert wrong.error.isVisible()
    assert wrong.error.text()
    assert wrong.widget.hasFocus()
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()
    assert sheet.price.text() == str(values["price"])
    assert len(catalog.services(desk.file)) == before


def test_who_does_it_is_everybody_until_somebody_is_chosen(
    page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    service = _service(desk, "法式美甲")
    sheet = _service_sheet(page_frame, qtbot, service.id)
    assert sheet.doers.everybody.isChecked()
    QTest.mouseClick(sheet.doers.chips[1], LEFT)
    assert not sheet.doers.everybody.isChecked()
    _press_primary(sheet)
    assert catalog.workers_of(desk.file)[service.id] == {_worker(desk, "阿琳").id}
    again = _service_sheet(page_frame, qtbot, service.id)
    assert again.doers.chips[1].isChecked()
    QTest.mouseClick(again.doers.everybody, LEFT)
    _press_primary(again)
    assert service.id not in catalog.workers_of(desk.file)


def test_somebody_who_left_stays_named_so_that_it_does_not_become_everybody(
    page_frame: Frame, desk: Desk, qtbot: QtBot, services: ServicesTab
) -> None:
    service, worker = _service(desk, "法式美甲"), _worker(desk, "阿琳")
    desk.catalog.edit_service(service.id, ServiceDraft(service.name, worker_ids=(worker.id,)))
    desk.team.archive_worker(worker.id)
    row = next(row for row in services.table.rows() if row.service.id == service.id)
    assert row.workers == ()
    sheet = _service_sheet(page_frame, qtbot, service.id)
    assert not sheet.doers.everybody.isChecked()
    sheet.minutes.setValue(80)
    _press_primary(sheet)
    assert catalog.workers_of(desk.file)[service.id] == {worker.id}


def test_a_service_leaves_the_list_and_comes_back(
    page_frame: Frame, desk: Desk, qtbot: QtBot, services: ServicesTab
) -> None:
    service = _service(desk, "卸甲")
    QTest.mouseClick(_service_sheet(page_frame, qtbot, service.id).in_use.archive, LEFT)
    assert _service(desk, "卸甲").archived
    assert service.id not in [row.service.id for row in services.table.rows()]
    QTest.mouseClick(services.archived, LEFT)
    assert service.id in [row.service.id for row in services.table.rows()]
    QTest.mouseClick(_service_sheet(page_frame, qtbot, service.id).in_use.restore, LEFT)
    assert not _service(desk, "卸甲").archived


def test_a_sheet_just_looked_at_closes_without_asking(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    for sheet in (
        _service_sheet(page_frame, qtbot, _service(desk, "卸甲").id),
        _worker_sheet(page_frame, qtbot, _worker(desk, "小雨").id),
    ):
        assert not sheet.dirty()
        with qtbot.waitSignal(sheet.closed):
            QTest.keyClick(sheet, Key.Key_Escape)


def test_a_change_that_would_be_lost_is_asked_about(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    service = _service_sheet(page_frame, qtbot, _service(desk, "卸甲").id)
    QTest.keyClick(service.at_home, Key.Key_Space)
    worker = _worker_sheet(page_frame, qtbot, _worker(desk, "小雨").id)
    worker.week.grid.days[0].on.click()
    for sheet in (service, worker):
        assert not sheet.leave()


def test_arriving_opens_the_service(page: TabbedPage, desk: Desk, sheets: list[Sheet]) -> None:
    page.arrive(tab="services", service_id=_service(desk, "卸甲").id)
    assert isinstance(sheets[0], ServiceSheet)


# ---- the team


def test_midnight_as_an_end_is_the_end_of_the_day(mates: TeamTab, desk: Desk) -> None:
    rain = _worker(desk, "小雨").id
    desk.team.set_hours(rain, {dt.date(2025, 8, 20): [("20:00", "24:00")]})
    assert "Today 20:00–24:00" in texts(mates.cards[rain])


def test_a_card_says_who_works_today_and_when(mates: TeamTab, desk: Desk) -> None:
    assert list(mates.cards) == [worker.id for worker in team.workers(desk.file)]
    card = mates.cards[_worker(desk, "小雨").id]
    assert {"小雨", "Worker", "Today 10:00–21:00", "77 h"} <= set(texts(card))
    away = dt.datetime(2025, 8, 20)
    desk.team.add_time_off(_worker(desk, "小雨").id, away, away + dt.timedelta(days=2), "训练")
    told = texts(mates.cards[_worker(desk, "小雨").id])
    assert "Off today" in told
    assert "Away: today – tomorrow · 训练" in told


def test_a_new_worker_with_a_day_off_and_a_break(
    mates: TeamTab, page_frame: Frame, desk: Desk, qtbot: QtBot, sheets: list[Sheet]
) -> None:
    QTest.mouseClick(mates.new, LEFT)
    sheet = _show(sheets[0], qtbot)
    assert isinstance(sheet, WorkerSheet)
    sheet.name.setFocus()
    type_text(sheet.name, "桃子")
    QTest.keyClick(sheet.name, Key.Key_Tab)
    assert focused() is sheet.role
    sheet.role.choose("manager")
    QTest.mouseClick(sheet.colours.buttons[6], LEFT)
    monday, tuesday = sheet.week.grid.days[0], sheet.week.grid.days[1]
    monday.on.setFocus()
    QTest.keyClick(monday.on, Key.Key_Space)
    tuesday.start.set_value(dt.time(9, 30))
    tuesday.end.set_value(dt.time(0, 0))
    tuesday.pause.click()
    QTest.keyClick(sheet, Key.Key_Return, CTRL)
    made = _worker(desk, "桃子")
    assert (made.role, made.colour) == ("manager", "#5F8FA8")
    week = team.week(desk.file, made.id, dt.date(2025, 8, 20))
    assert [span.weekday for span in week] == [1, 2, 3, 4, 5, 6]
    assert week[0] == WeekSpan(1, "09:30", "24:00")
    assert team.breaks(desk.file, made.id) == [WeekSpan(1, "12:00", "13:00")]
    assert made.id in mates.cards
    desk.undo()  # all of it was one act
    assert made.id not in mates.cards


def test_no_name_and_an_end_before_the_start_are_said_at_their_place(
    page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    sheet = _worker_sheet(page_frame, qtbot)
    _press_primary(sheet)
    assert sheet._name.error.isVisible()
    sheet.name.setText("桃子")
    friday = sheet.week.grid.days[4]
    friday.end.set_value(dt.time(9))
    _press_primary(sheet)
    assert friday.error.isVisible()
    assert friday.end.hasFocus()
    assert len(team.workers(desk.file)) == 3
    friday.end.set_value(dt.time(10))
    _press_primary(sheet)
    assert "after the start" in friday.error.text()
    friday.end.set_value(dt.time(11))
    _press_primary(sheet)
    assert len(team.workers(desk.file)) == 4


def test_a_changed_week_holds_from_today_and_is_one_act(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    worker = _worker(desk, "Momo")
    sheet = _worker_sheet(page_frame, qtbot, worker.id)
    sheet.name.setText("Momo 老师")
    QTest.keyClick(sheet.week.grid.days[6].on, Key.Key_Space)
    _press_primary(sheet)
    today = dt.date(2025, 8, 20)
    assert _worker(desk, "Momo 老师").id == worker.id
    assert 6 not in [span.weekday for span in team.week(desk.file, worker.id, today)]
    assert 6 in [span.weekday for span in team.week(desk.file, worker.id, today - dt.timedelta(days=1))]
    desk.undo()
    assert _worker(desk, "Momo").id == worker.id
    assert len(team.week(desk.file, worker.id, today)) == 7


def test_hours_that_a_row_cannot_show_are_kept_while_it_is_not_touched(
    page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    worker = _worker(desk, "小雨")
    split = [WeekSpan(0, "09:00", "12:00"), WeekSpan(0, "14:00", "18:00"), WeekSpan(0, "19:00", "24:00")]
    desk.team.set_week(worker.id, [*split, WeekSpan(2, "10:00", "18:00")])
    sheet = _worker_sheet(page_frame, qtbot, worker.id)
    sheet.week.grid.days[2].end.set_value(dt.time(17))
    _press_primary(sheet)
    today = dt.date(2025, 8, 20)
    assert team.week(desk.file, worker.id, today) == [*split, WeekSpan(2, "10:00", "17:00")]


def test_time_off_is_noted_and_taken_back(
    page_frame: Frame, desk: Desk, qtbot: QtBot, said: list[Notice]
) -> None:
    worker = _worker(desk, "阿琳")
    sheet = _worker_sheet(page_frame, qtbot, worker.id)
    sheet.show_section("away")
    assert sheet.away is not None
    box = sheet.away.off
    box.first.set_day(dt.date(2025, 9, 1))
    assert box.last.day() == dt.date(2025, 9, 1)
    box.last.set_day(dt.date(2025, 9, 3))
    box.reason.setFocus()
    type_text(box.reason, MARKUP)
    QTest.keyClick(box.reason, Key.Key_Return)
    spell = team.time_off(desk.file, worker.id, dt.date(2025, 9, 3), dt.date(2025, 9, 3))[0]
    assert (spell.start, spell.end) == (dt.datetime(2025, 9, 1), dt.datetime(2025, 9, 4))
    assert spell.reason == MARKUP
    qtbot.waitUntil(lambda: "1 Sep – 3 Sep" in texts(sheet))
    assert_plain(sheet)
    assert not sheet.dirty()
    assert said[-1].undo is not None
    said[-1].undo()
    qtbot.waitUntil(lambda: "Nothing noted from today on." in texts(sheet))
    assert "1 Sep – 3 Sep" not in texts(sheet)


def test_an_hour_off_that_ends_before_it_starts_is_refused_there(
    page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    worker = _worker(desk, "阿琳")
    sheet = _worker_sheet(page_frame, qtbot, worker.id)
    sheet.show_section("away")
    assert sheet.away is not None
    box = sheet.away.off
    box.part.click()
    box.start.set_value(dt.time(15))
    box.end.set_value(dt.time(14))
    QTest.mouseClick(box.add, LEFT)
    assert box._first.error.isVisible()
    box.end.set_value(dt.time(16))
    QTest.mouseClick(box.add, LEFT)
    assert not box._first.error.isVisible()
    day = dt.date(2025, 8, 20)
    assert [off.end for off in team.time_off(desk.file, worker.id, day, day)] == [
        dt.datetime(2025, 8, 20, 16)
    ]


def test_somebody_leaves_and_comes_back(mates: TeamTab, page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    worker = _worker(desk, "Momo")
    QTest.mouseClick(_worker_sheet(page_frame, qtbot, worker.id).in_use.archive, LEFT)
    assert worker.id not in mates.cards
    QTest.mouseClick(mates.archived, LEFT)
    assert "Not on the team any more" in texts(mates.cards[worker.id])
    QTest.mouseClick(_worker_sheet(page_frame, qtbot, worker.id).in_use.restore, LEFT)
    assert not _worker(desk, "Momo").archived


def test_names_that_look_like_markup_stay_text(
    page: TabbedPage, mates: TeamTab, page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    desk.team.add_worker(MARKUP)
    desk.catalog.add_service(ServiceDraft(MARKUP, category=MARKUP))
    assert_plain(page)
    assert_plain(_service_sheet(page_frame, qtbot, _service(desk, MARKUP).id))
    assert_plain(_worker_sheet(page_frame, qtbot, _worker(desk, MARKUP).id))


def test_everything_has_a_name_to_be_read_out(page: TabbedPage, page_frame: Frame, qtbot: QtBot) -> None:
    for root in (page, _service_sheet(page_frame, qtbot), _worker_sheet(page_frame, qtbot)):
        for widget in root.findChildren(QWidget):
            if (
                widget.isVisible()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and not widget.focusProxy()
            ):
                assert widget.accessibleName(), widget
