"""Settings > Shop: holidays of a year, a later one out of a file, and closing over a run of days."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog import store as catalog
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.shell import choose_file
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.shop import store
from merchant_desk.shop.ui.closed_days import ClosedDays
from merchant_desk.shop.ui.holidays_card import HolidaysCard
from merchant_desk.shop.ui.settings_tabs import LookTab
from merchant_desk.shop.ui.shop_tab import ShopTab
from merchant_desk.team import store as team
from merchant_desk.widgets.buttons import IconButton
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
D = dt.date


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    made = TabbedPage(page_frame, "settings", "Settings", (ShopTab, LookTab))
    qtbot.addWidget(made)
    made.resize(1100, 1800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def shop(page: TabbedPage) -> ShopTab:
    tab = page.tab("shop")
    assert isinstance(tab, ShopTab)
    return tab


@pytest.fixture
def holidays(shop: ShopTab) -> HolidaysCard:
    return shop.holidays


@pytest.fixture
def closed(shop: ShopTab) -> ClosedDays:
    return shop.closed


def next_year(path: Path, year: int = 2027) -> Path:
    """A file as it is published, of a year."""
    days = [
        {"name": "元旦", "date": f"{year - 1}-12-31", "isOffDay": True},
        {"name": "元旦", "date": f"{year}-01-01", "isOffDay": True},
        {"name": "春节", "date": f"{year}-02-05", "isOffDay": True},
        {"name": "春节", "date": f"{year}-02-06", "isOffDay": True},
        {"name": "春节", "date": f"{year}-02-20", "isOffDay": False},
    ]
    path.write_text(json.dumps({"year": year, "papers": [], "days": days}, ensure_ascii=False), "utf-8")
    return path


def of_year(desk: Desk, year: int) -> list[tuple[str, bool]]:
    found = store.holidays(desk.file, D(year, 1, 1), D(year, 12, 31))
    return [(f"{one.day:%m-%d}", one.works) for one in found]


def plural(text: str) -> str:
    """The text as it reads for many."""
    return text.replace("(s)", "s")


# ---- the list


def test_this_years_holidays_stand_there_and_the_next_ones_a_press_away(
    holidays: HolidaysCard, qtbot: QtBot
) -> None:
    assert holidays.shown.text() == "2025"
    assert plural(holidays.state.text()) == "28 days off, 5 days worked instead"
    told = [plural(text) for text in texts(holidays.lines)]
    assert {"National Day and Mid-Autumn Festival", "1 Oct – 8 Oct · 8 days", "28 Sep, 11 Oct"} <= set(told)
    holidays.after.setFocus()
    QTest.keyClick(holidays.after, Key.Key_Return)
    assert holidays.shown.text() == "2026"
    qtbot.waitUntil(lambda: "15 Feb – 23 Feb · 9 days" in [plural(text) for text in texts(holidays.lines)])
    QTest.mouseClick(holidays.after, LEFT)
    assert holidays.shown.text() == "2027"
    assert holidays.state.text().startswith("Not yet announced.")
    assert not holidays.lines.isVisible()
    for _ in range(4):
        QTest.mouseClick(holidays.before, LEFT)
    assert holidays.shown.text() == "2023"
    assert holidays.state.text() == "None are known here."


def test_a_shop_may_go_without_the_built_in_ones(
    holidays: HolidaysCard, desk: Desk, said: list[Notice]
) -> None:
    assert holidays.calendar.key() == "cn"
    holidays.calendar.setFocus()
    QTest.keyClick(holidays.calendar, Key.Key_Up)
    assert store.holiday_calendar(desk.file) == ""
    assert of_year(desk, 2025) == []
    assert not holidays.lines.isVisible()
    assert said[-1].undo is not None
    said[-1].undo()
    assert holidays.calendar.key() == "cn"
    assert holidays.lines.isVisible()


# ---- a year out of a file


def test_a_year_is_looked_at_before_it_is_taken(
    holidays: HolidaysCard,
    desk: Desk,
    tmp_path: Path,
    said: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    path = next_year(tmp_path / "2027.json")
    monkeypatch.setattr(choose_file, "file_to_open", lambda *_args: path)
    holidays.load.setFocus()
    QTest.keyClick(holidays.load, Key.Key_Return)
    assert holidays.preview.isVisible()
    assert plural(holidays.preview.heading.text()).startswith("2027: 4 days off, 1 day")
    assert "Spring Festival" in texts(holidays.preview)
    assert "5 Feb – 6 Feb · 2 days" in [plural(text) for text in texts(holidays.preview)]
    assert not store.announced(desk.file, 2027)
    assert focused() is holidays.preview.confirmed
    QTest.keyClick(holidays.preview.confirmed, Key.Key_Return)
    assert not holidays.preview.isVisible()
    assert of_year(desk, 2027) == [("01-01", False), ("02-05", False), ("02-06", False), ("02-20", True)]
    assert of_year(desk, 2026)[-1] == ("12-31", False)
    assert holidays.shown.text() == "2027"
    assert plural(holidays.state.text()).startswith("3 days off")
    assert holidays.state.text().endswith(", from a file")
    qtbot.waitUntil(lambda: {"New Year's Day", "Spring Festival"} <= set(texts(holidays.lines)))
    assert said[-1].text == "Holidays of 2027 loaded."
    assert said[-1].undo is not None
    said[-1].undo()
    assert holidays.state.text().startswith("Not yet announced.")


def test_a_year_is_left_or_taken_away_again(
    holidays: HolidaysCard, desk: Desk, tmp_path: Path, said: list[Notice]
) -> None:
    before = of_year(desk, 2026)
    holidays.take(next_year(tmp_path / "2026.json", 2026))
    QTest.mouseClick(holidays.preview.left, LEFT)
    assert not holidays.preview.isVisible()
    assert focused() is holidays.load
    assert said == []
    assert of_year(desk, 2026) == before
    holidays.take(tmp_path / "2026.json")
    QTest.mouseClick(holidays.preview.confirmed, LEFT)
    assert of_year(desk, 2026) == [("01-01", False), ("02-05", False), ("02-06", False), ("02-20", True)]
    assert holidays.forget.isVisible()
    QTest.mouseClick(holidays.forget, LEFT)
    assert of_year(desk, 2026) == before
    assert not holidays.forget.isVisible()


def test_of_several_years_one_is_chosen(holidays: HolidaysCard, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "years.csv"
    path.write_text("day,name,works\n2027-01-01,元旦,0\n2028-01-01,元旦,0\n2028-01-03,元旦,0\n", "utf-8")
    holidays.take(path)
    preview = holidays.preview
    assert preview.years.isVisible()
    assert plural(preview.heading.text()).startswith("2028: 2 days off.")
    preview.years.setFocus()
    QTest.keyClick(preview.years, Key.Key_Up)
    assert preview.heading.text().startswith("2027: 1 day")
    QTest.mouseClick(preview.confirmed, LEFT)
    assert (of_year(desk, 2027), of_year(desk, 2028)) == ([("01-01", False)], [])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "days.csv is no list of holidays."),
        (b"Hello\n", "days.csv is no list of holidays."),
        (
            "2027-01-01,元旦\n2027-13-01,春节\n".encode(),
            "Entry 2 of days.csv is no holiday: 2027-13-01, 春节.",
        ),
        (b'{"year": 2027, "days": []}', "There are no days of 2027 in it yet."),
        (b"", "There are no days in this file."),
    ],
    ids=["picture", "letter", "month 13", "too early", "empty"],
)
def test_a_broken_file_is_said_and_nothing_changes(
    holidays: HolidaysCard, desk: Desk, tmp_path: Path, said: list[Notice], data: bytes, sentence: str
) -> None:
    path = tmp_path / "days.csv"
    path.write_bytes(data)
    holidays.take(path)
    assert holidays.files.error.text().startswith(sentence)
    assert holidays.files.error.isVisible()
    assert not holidays.preview.isVisible()
    assert said == []
    holidays.take(tmp_path / "gone.json")
    assert "gone.json could not be read" in holidays.files.error.text()
    holidays.take(next_year(tmp_path / "2027.json"))
    assert not holidays.files.error.isVisible()


def test_a_day_that_is_named_twice_is_said_in_the_preview(
    holidays: HolidaysCard, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "days.csv"
    path.write_text("2027-01-01,元旦,0\n2027-01-01,元旦,1\n", "utf-8")
    holidays.take(path)
    QTest.mouseClick(holidays.preview.confirmed, LEFT)
    assert holidays.preview.error.text() == "1 January 2027 is named twice. Keep one of the two."
    assert holidays.preview.error.isVisible()
    assert not store.announced(desk.file, 2027)


def test_names_that_look_like_markup_stay_text(
    holidays: HolidaysCard, tmp_path: Path, shop: ShopTab, qtbot: QtBot
) -> None:
    path = tmp_path / "x.json"
    path.write_text(
        json.dumps({"year": 2025, "days": [{"name": MARKUP, "date": "2025-09-01", "isOffDay": True}]}),
        "utf-8",
    )
    holidays.take(path)
    assert_plain(shop)
    QTest.mouseClick(holidays.preview.confirmed, LEFT)
    qtbot.waitUntil(lambda: MARKUP in texts(holidays.lines))
    assert_plain(shop)


# ---- closed over a run of days


def test_closing_over_a_run_of_days_is_one_line_and_one_undo(
    closed: ClosedDays, desk: Desk, said: list[Notice], qtbot: QtBot
) -> None:
    closed.day.setFocus()
    closed.day.lineEdit().selectAll()
    QTest.keyClicks(closed.day, "2026-02-15")
    assert closed.last.day() == D(2026, 2, 15)
    QTest.keyClick(closed.day, Key.Key_Tab)
    assert focused() is closed.last
    closed.last.lineEdit().selectAll()
    QTest.keyClicks(closed.last, "2026-02-18")
    QTest.keyClick(closed.last, Key.Key_Tab)
    assert focused() is closed.name
    type_text(closed.name, "春节")
    QTest.keyClick(closed.name, Key.Key_Return)
    assert [one.day.day for one in store.closed_days(desk.file)] == [15, 16, 17, 18]
    assert said[-1].text == "Closed on 15 Feb – 18 February 2026."
    assert not closed.name.isUndoAvailable(), "Ctrl+Z takes back the closed days, not the field's text"
    qtbot.waitUntil(lambda: "15 Feb – 18 February 2026" in texts(closed))
    desk.shop.close_days(D(2026, 2, 19), D(2026, 2, 19), "盘点")
    qtbot.waitUntil(lambda: "19 February 2026" in texts(closed))
    button = closed.findChildren(IconButton)[0]
    assert button.accessibleName() == "Open again on 15 Feb – 18 February 2026"
    QTest.mouseClick(button, LEFT)
    assert [one.day.day for one in store.closed_days(desk.file)] == [19]
    assert said[-1].undo is not None
    said[-1].undo()
    assert len(store.closed_days(desk.file)) == 5


def test_a_run_that_ends_before_it_begins_is_said(closed: ClosedDays, desk: Desk, said: list[Notice]) -> None:
    closed.day.set_day(D(2026, 2, 15))
    closed.last.set_day(D(2026, 2, 14))
    closed.name.setText("春节")
    QTest.mouseClick(closed.add, LEFT)
    assert closed.days.error.isVisible()
    assert closed.name.text() == "春节"
    assert said == []
    closed.last.set_day(D(2028, 2, 14))
    QTest.mouseClick(closed.add, LEFT)
    assert closed.days.error.text() == "730 days are too many at once; 366 is the most."
    assert store.closed_days(desk.file) == []
    closed.day.set_day(D(2028, 2, 14))
    assert not closed.days.error.isVisible()


def test_what_is_booked_on_the_days_is_said_and_stays(
    closed: ClosedDays, desk: Desk, said: list[Notice]
) -> None:
    service, worker = catalog.services(desk.file)[0], team.workers(desk.file)[0]
    customer = desk.customers.add(CustomerDraft("王女士"))
    for day in (21, 22, 23):
        line = LineDraft(service.id, worker.id, dt.datetime(2025, 8, day, 15), service.minutes)
        desk.appointments.book(AppointmentDraft(customer, (line,)))
    closed.day.set_day(D(2025, 8, 22))
    closed.last.set_day(D(2025, 8, 25))
    QTest.mouseClick(closed.add, LEFT)
    told = plural(said[-1].text)
    assert told == "Closed on 22 Aug – 25 August 2025. 2 appointments booked then stay: move or cancel them."
    assert desk.file.value("SELECT count(*) FROM appointment WHERE status = 'booked'") == 3


def test_the_preview_of_a_file_comes_into_view(
    holidays: HolidaysCard, page: TabbedPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.resize(1100, 500)
    holidays.take(next_year(tmp_path / "2027.json"))
    button = holidays.preview.confirmed
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
