"""Calendar files by mouse and keyboard: looked at and taken in, given out; and the day on paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.desk_page import DeskPage
from merchant_desk.appointments.ui.paper_sheet import EACH, PaperSheet
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.db import history
from merchant_desk.desk import Desk
from merchant_desk.exchange.ui.calendar_sheet import CalendarSheet
from merchant_desk.exchange.ui.import_tab import ImportTab
from merchant_desk.shell import choose_file
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.tabs import TabbedPage
from tests.exchange.calendars import event
from tests.ui.plain_text import MARKUP, assert_plain
from tests.ui.salon import DAY, Bench, Salon
from tests.ui.windows import errors

LEFT = Qt.MouseButton.LeftButton
SAMPLE = Path(__file__).parents[1] / "samples" / "预约.ics"


@pytest.fixture
def salon(desk: Desk) -> Salon:
    """The shop with shorthands."""
    return Salon(desk)


@pytest.fixture
def bench(page_frame: Frame, qtbot: QtBot) -> Bench:
    """The Desk in its window."""
    return Bench(page_frame, qtbot)


@pytest.fixture
def page(page_frame: Frame, qtbot: QtBot) -> TabbedPage:
    """A page with the import tab, on screen."""
    page = TabbedPage(page_frame, "settings", "Settings", (ImportTab,))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def tab(page: TabbedPage) -> ImportTab:
    """The import tab."""
    found = page.tab("import")
    assert isinstance(found, ImportTab)
    return found


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the file dialog says to save."""
    path = tmp_path / "给小雨"
    monkeypatch.setattr(choose_file, "place_to_save", lambda *_: path)
    return path


def press(widget: QWidget, *keys: Qt.Key) -> None:
    widget.setFocus()
    for key in keys:
        QTest.keyClick(widget, key)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


class TestTakingIn:
    def test_dates_are_shown_and_what_they_do_not_say_is_asked(self, tab: ImportTab, desk: Desk) -> None:
        tab.take([SAMPLE])
        assert tab.calendar.isVisible()
        left_out = [row.row for row in tab.lost.rows()]
        shown = tab.calendar.dates.rows()
        assert len(left_out) == sum(row.result == "unused" for row in shown) > 0
        assert len(shown) == 33
        first = tab.calendar.service.itemText(1)
        press(tab.calendar.service, Qt.Key.Key_Down)
        rows = tab.calendar.dates.rows()
        assert {row.result for row in rows} == {"added"}
        assert {row.service for row in rows if row.row in left_out} == {first}
        assert tab.lost.rows() == []
        assert [row.start for row in rows] == sorted(row.start for row in rows)
        assert tab.calendar.service.hasFocus(), "the hand stays where it was"
        assert desk.file.value("SELECT count(*) FROM appointment") == 0
        QTest.mouseClick(tab.go, LEFT)
        assert desk.file.value("SELECT count(*) FROM appointment") == 33
        assert tab.zone.said.text() == "Done. This is what came in."
        history.undo(desk.file)
        assert desk.file.value("SELECT count(*) FROM appointment") == 0

    def test_a_worker_and_squeezing_are_chosen_by_hand(
        self, tab: ImportTab, desk: Desk, salon: Salon, tmp_path: Path
    ) -> None:
        salon.book("李悦", 10)
        path = tmp_path / "a.ics"
        start, end = "20250820T100000", "20250820T110000"
        lines = [
            "BEGIN:VCALENDAR",
            event(start=start, end=end, SUMMARY="王女士 单色美甲"),
            "END:VCALENDAR",
            "",
        ]
        path.write_text("\r\n".join(lines), "utf-8")
        tab.take([path])
        assert tab.calendar.dates.rows()[0].worker == "阿琳"
        press(tab.calendar.worker, Qt.Key.Key_Down)
        assert tab.calendar.worker.currentText() == "小雨"
        (row,) = tab.calendar.dates.rows()
        assert (row.result, row.reason_code) == ("unused", "clash")
        press(tab.calendar.squeeze, Qt.Key.Key_Space)
        (row,) = tab.calendar.dates.rows()
        assert (row.result, row.squeezed) == ("added", True)
        QTest.keyClick(tab.calendar.squeeze, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert salon.lines("王女士") == [("王女士", "小雨", "单色美甲", "10:00", "11:00")]
        assert desk.file.value("SELECT max(squeezed) FROM appointment_line") == 1

    def test_other_files_show_no_dates(self, tab: ImportTab, tmp_path: Path) -> None:
        tab.take([SAMPLE])
        people = tmp_path / "a.csv"
        people.write_text("姓名,手机\n李悦,13812345678\n", "utf-8")
        tab.take([people])
        assert not tab.calendar.isVisible()

    def test_what_a_calendar_says_stays_text(self, tab: ImportTab, desk: Desk, tmp_path: Path) -> None:
        desk.catalog.add_service(ServiceDraft("甲", minutes=60))
        path = tmp_path / "a.ics"
        lines = [event("1", SUMMARY=f"{MARKUP} 甲"), event("2", SUMMARY=MARKUP), "END:VCALENDAR", ""]
        path.write_text("\r\n".join(["BEGIN:VCALENDAR", *lines]), "utf-8")
        tab.take([path])
        assert len(tab.calendar.dates.rows()) == 2
        assert_plain(tab)


class TestGivingOut:
    def test_a_worker_s_calendar_is_saved_under_the_chosen_name(
        self, bench: Bench, page_frame: Frame, salon: Salon, saved: Path
    ) -> None:
        salon.book("王女士", 16)
        salon.book("李悦", 17, worker="阿琳")
        sheet = CalendarSheet(page_frame)
        page_frame.open_sheet(sheet)
        assert sheet._told.text() == "2 appointments"
        press(sheet.who, Qt.Key.Key_Down)
        assert sheet.who.currentText() == "小雨"
        assert sheet._told.text() == "1 appointment"
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        (event,) = Calendar.from_ical(saved.with_suffix(".ics").read_bytes()).walk("VEVENT")
        assert str(event["summary"]) == "王女士 · 单色美甲"
        assert bench.sheet() is None
        assert bench.notices()[-1].startswith("给小雨.ics saved.")

    def test_names_are_left_out_by_one_press(
        self, bench: Bench, page_frame: Frame, salon: Salon, saved: Path
    ) -> None:
        salon.book("王女士", 16)
        sheet = CalendarSheet(page_frame)
        page_frame.open_sheet(sheet)
        QTest.keyClick(sheet.names, Qt.Key.Key_Space)
        assert sheet.primary is not None
        QTest.mouseClick(sheet.primary, LEFT)
        assert "王女士" not in saved.with_suffix(".ics").read_text("utf-8")

    def test_days_the_wrong_way_round_and_days_without_anything(
        self, bench: Bench, page_frame: Frame, salon: Salon
    ) -> None:
        salon.book("王女士", 16)
        sheet = CalendarSheet(page_frame)
        page_frame.open_sheet(sheet)
        sheet.last.set_day(DAY - dt.timedelta(days=3))
        assert sheet.period.key() == "own"
        assert errors(sheet) != []
        assert sheet.primary is not None
        assert not sheet.primary.isEnabled()
        sheet.first.set_day(DAY - dt.timedelta(days=9))
        assert errors(sheet) == []
        assert sheet._told.text() == "Nothing is booked then."
        assert not sheet.primary.isEnabled()

    def test_a_folder_that_refuses_says_so_and_keeps_the_sheet(
        self, bench: Bench, page_frame: Frame, salon: Salon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        salon.book("王女士", 16)
        away = tmp_path / "away" / "a.ics"
        monkeypatch.setattr(choose_file, "place_to_save", lambda *_: away)
        for sheet in (CalendarSheet(page_frame), PaperSheet(page_frame, DAY)):
            page_frame.open_sheet(sheet)
            assert sheet.primary is not None
            QTest.mouseClick(sheet.primary, LEFT)
            assert errors(sheet) == [
                "a.ics could not be written. Close it in other programs, or choose another folder."
            ]
            sheet.shut()

    def test_the_desk_asks_for_it_with_its_day(self, bench: Bench, qtbot: QtBot) -> None:
        from merchant_desk.appointments.ui.desk_menu import entries

        (entry,) = (one for one in entries(bench.desk_page) if ".ics" in one.text)
        with qtbot.waitSignal(bench.desk_page.calendar_wanted) as heard:
            entry.act()
        assert heard.args == [DAY]


class TestPaper:
    def sheet(self, bench: Bench, page: DeskPage) -> PaperSheet:
        from merchant_desk.appointments.ui.desk_menu import entries

        (entry,) = (one for one in entries(page) if one.icon == "printer")
        entry.act()
        found = bench.sheet()
        assert isinstance(found, PaperSheet)
        return found

    def test_the_day_is_saved_as_text_that_can_be_found(
        self, bench: Bench, salon: Salon, saved: Path
    ) -> None:
        salon.book("王小雨", 16)
        salon.customers.clear()
        sheet = self.sheet(bench, bench.desk_page)
        assert sheet.count.text() == "1 appointment"
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        told = text_of(saved.with_suffix(".pdf"))
        for words in ("16:00–17:00", "王小雨", "单色美甲", "小满美甲", "Wednesday 20 August 2025", "1 / 1"):
            assert words in told
        assert bench.sheet() is None

    def test_each_worker_gets_a_page_and_the_week_its_days(
        self, bench: Bench, salon: Salon, saved: Path
    ) -> None:
        salon.book("王女士", 16)
        salon.book("李悦", 17, worker="阿琳", day=DAY + dt.timedelta(days=1))
        sheet = self.sheet(bench, bench.desk_page)
        QTest.mouseClick(sheet.span.findChildren(QPushButton)[1], LEFT)
        assert sheet.span.current() == "week"
        assert sheet.count.text() == "2 appointments"
        press(sheet.who, Qt.Key.Key_Down)
        assert sheet.who.key() == EACH
        assert sheet.primary is not None
        QTest.mouseClick(sheet.primary, LEFT)
        with pypdfium2.PdfDocument(saved.with_suffix(".pdf")) as document:
            pages = [page.get_textpage().get_text_bounded() for page in document]
        assert len(pages) == 3
        assert [name for page in pages for name in ("王女士", "李悦") if name in page] == ["王女士", "李悦"]
        assert "18–24 August 2025 · 阿琳" in pages[1]
        assert "Thursday 21 August" in pages[1]

    def test_cancelled_ones_are_not_on_it(self, bench: Bench, desk: Desk, salon: Salon, saved: Path) -> None:
        desk.appointments.cancel(salon.book("王女士", 16), "shop", "")
        sheet = self.sheet(bench, bench.desk_page)
        assert sheet.count.text() == "Nothing is booked then."

    def test_without_a_printer_it_says_so(
        self, bench: Bench, salon: Salon, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        salon.book("王女士", 16)
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
        sheet = self.sheet(bench, bench.desk_page)
        QTest.mouseClick(sheet.print_button, LEFT)
        assert errors(sheet) == [
            "No printer is set up on this PC. Save a PDF, or add a printer and try again."
        ]
        assert sheet.print_button.isEnabled()
