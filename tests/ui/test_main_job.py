"""The whole main job in the real window, by mouse and keyboard, in both languages, over a restart.

A new owner sets up a shop, adds a service, a worker and a customer, logs a video, books, checks the
customer in, records the service as paid, says which video brought them, and sees it in a chart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.app import HOUSE
from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.desk_page import DeskPage
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.catalog.ui.services_tab import ServicesTab
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.customers.ui.customer_sheet import CustomerSheet
from merchant_desk.customers.ui.customers_page import CustomersPage
from merchant_desk.db import health
from merchant_desk.db.open import open_shop
from merchant_desk.insights.ui.charts_page import ChartsPage
from merchant_desk.sales.ui.checkout_sheet import CheckoutSheet
from merchant_desk.sales.ui.sales_tab import SalesTab
from merchant_desk.shell import language
from merchant_desk.shell.main_window import MainWindow
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Program
from merchant_desk.shell.workbench import Workbench
from merchant_desk.shop.ui.welcome import Welcome
from merchant_desk.sources.ui.content_page import ContentPage
from merchant_desk.sources.ui.content_sheet import ContentSheet
from merchant_desk.team.ui.team_tab import TeamTab
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from tests.ui.salon import Hands

Kind = TypeVar("Kind", bound=QWidget)
NOW = dt.datetime(2025, 8, 20, 14, 24)
CTRL = Qt.KeyboardModifier.ControlModifier
VIDEO = "三分钟法式 <b>x</b>"


class Windows(QObject):
    """Watches for windows that flash up: a part shown before it has its place stands alone for a moment."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.strays: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        stray = isinstance(watched, QWidget) and watched.isWindow() and not isinstance(watched, MainWindow)
        if stray and event.type() == QEvent.Type.Show:
            self.strays.append(type(watched).__name__)
        return False


class Window:
    """The running program, with an owner's hands; every step waits until the desk has answered."""

    def __init__(self, app: QApplication, bot: QtBot, path: Path, clock: FixedClock) -> None:
        self._bot = bot
        self.hands = Hands()
        self.windows = Windows(app)
        self.program = Program(app, Preferences(), HOUSE, clock)
        bot.addWidget(self.program.window)
        assert self.program.start(path)
        self.program.window.resize(1440, 900)
        bot.waitExposed(self.program.window)
        self.program.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        session = self.program.session
        assert session is not None
        self._bot.waitUntil(lambda: session.background.waiting == 0)
        QApplication.processEvents()
        self._bot.waitUntil(lambda: session.background.waiting == 0)

    def close(self) -> None:
        assert self.windows.strays == []
        self.program.close()
        self.program.window.close()

    @property
    def bench(self) -> Workbench:
        bench = self.program.window.bench()
        assert bench is not None
        return bench

    def find(self, kind: type[Kind], inside: QWidget | None = None) -> Kind:
        """The one visible widget of a kind."""
        found = [w for w in (inside or self.program.window).findChildren(kind) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__}"
        return found[0]

    def place(self, key: Qt.Key, page: type[Kind]) -> Kind:
        """Ctrl and a number."""
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, CTRL)
        self.settle()
        return self.find(page)

    def sheet(self, kind: type[Kind]) -> Kind:
        self.settle()
        sheet = self.bench.sheets.current()
        assert isinstance(sheet, kind), type(sheet).__name__
        return sheet

    def click(self, widget: QWidget | None, at: QPoint | None = None) -> None:
        assert widget is not None
        assert widget.isVisible()
        self.hands.click(widget, at)
        self.settle()

    def type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        self.hands.word(text)
        self.settle()

    def confirm(self) -> None:
        self.hands.confirm()
        self.settle()
        assert self.bench.sheets.current() is None, self.errors()

    def errors(self) -> list[str]:
        sheet = self.bench.sheets.current()
        labels = sheet.findChildren(QWidget) if sheet else []
        return [w.text() for w in labels if "error" in str(w.property("role")) and w.isVisible()]  # type: ignore[attr-defined]


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Window]]:
    """Starts the program on the shop's usual file; every one started is closed."""
    started: list[Window] = []
    clock = FixedClock(NOW)

    def make(lang: str) -> Window:
        preferences = Preferences()
        preferences.language = lang
        language.install(qapp, lang)
        started.append(Window(qapp, qtbot, home / "shop.desk", clock))
        return started[-1]

    yield make
    for window in started:
        window.close()
    language.install(qapp, "en")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_shop_from_its_first_start_to_its_first_chart(
    start: Callable[[str], Window], home: Path, lang: str
) -> None:
    window = start(lang)
    _set_up(window)
    _furnish(window)
    _log_a_video(window)
    _book(window)
    _arrive_and_check_out(window)
    _see_it(window, lang)
    window.close()

    again = start(lang)
    _see_it(again, lang)
    books = again.place(Qt.Key.Key_6, SalesTab)
    (row,) = books.table.rows()
    sale = row.sale
    assert (sale.customer, sale.services, sale.workers, sale.total) == ("李悦", "猫眼新款", "小雨", 19_800)
    again.close()

    file = open_shop(home / "shop.desk", FixedClock(NOW), Changes())
    assert health.check(file) == []
    verbs = [row["verb"] for row in file.all("SELECT verb FROM act WHERE kind = 'do' ORDER BY seq")]
    assert verbs == [
        "set_up",
        "add_service",
        "add_worker",
        "add_customer",
        "log_content",
        "book",
        "arrive",
        "check_out",
    ]
    file.close()


def _set_up(window: Window) -> None:
    welcome = window.find(Welcome)
    window.type(welcome.name, "小满美甲")
    window.click(welcome.trades.chip("nails_lashes"))
    window.type(welcome.workers.line, "小雨")
    window.hands.chord(Qt.Key.Key_Return)
    window.hands.confirm()
    window.settle()
    assert window.find(DeskPage).board.isVisible()


def _furnish(window: Window) -> None:
    page = window.place(Qt.Key.Key_5, ServicesTab)
    window.click(page.new)
    service = window.sheet(ServiceSheet)
    window.type(service.name, "猫眼新款")
    window.type(service.price, "198")
    window.confirm()
    window.bench.go("services", {"tab": "team"})
    window.settle()
    window.click(window.find(TeamTab).new)
    window.type(window.sheet(WorkerSheet).name, "阿琳")
    window.confirm()
    customers = window.place(Qt.Key.Key_2, CustomersPage)
    window.click(customers.new if customers.new.isVisible() else customers.nobody.button)
    customer = window.sheet(CustomerSheet)
    window.type(customer.name, "李悦")
    window.type(customer.phone.focusProxy() or customer.phone, "13812346621")
    window.confirm()
    assert [row.name for row in customers.table.rows()] == ["李悦"]


def _log_a_video(window: Window) -> None:
    page = window.place(Qt.Key.Key_3, ContentPage)
    window.click(page.log)
    sheet = window.sheet(ContentSheet)
    window.type(sheet.title, VIDEO)
    window.type(sheet.cost, "120")
    window.hands.confirm()
    window.settle()
    if window.bench.sheets.current() is not None:
        window.hands.chord(Qt.Key.Key_Escape)
        window.settle()
    (row,) = page.table.rows()
    assert row.content.title == VIDEO
    assert row.content.code


def _book(window: Window) -> None:
    desk = window.place(Qt.Key.Key_1, DeskPage)
    window.click(desk.board.viewport(), _spot(desk, NOW.replace(hour=15, minute=2)))
    sheet = window.sheet(BookingSheet)
    window.hands.word("liyue")
    window.settle()
    window.hands.chord(Qt.Key.Key_Return)
    window.settle()
    window.hands.word("猫眼新款")
    window.settle()
    window.hands.chord(Qt.Key.Key_Return)
    window.settle()
    assert sheet.isVisible()
    window.confirm()
    assert [card.line.customer for card in desk.board.cards] == ["李悦"]


def _spot(desk: DeskPage, at: dt.datetime) -> QPoint:
    """Where a time of the first worker's column lies on the board."""
    grid = desk.board.grid
    assert grid is not None
    x = GUTTER + grid.column_width / 2 - desk.board.horizontalScrollBar().value()
    return QPoint(round(x), round(HEADER + grid.y_of(at) - desk.board.verticalScrollBar().value()))


def _arrive_and_check_out(window: Window) -> None:
    desk = window.find(DeskPage)
    card = _spot(desk, NOW.replace(hour=15, minute=20))
    window.click(desk.board.viewport(), card)
    sheet = window.sheet(AppointmentSheet)
    arrived = sheet.buttons["arrive"]
    window.click(arrived)
    if window.bench.sheets.current() is None:
        window.click(desk.board.viewport(), card)
    window.sheet(AppointmentSheet)
    window.hands.confirm()
    window.settle()
    till = window.sheet(CheckoutSheet)
    content = next(chip for chip in till.source.chips.chips() if "三分钟法式" in chip.text())
    window.click(content)
    window.click(till.payments.buttons["wechat"])
    window.confirm()


def _see_it(window: Window, lang: str) -> None:
    charts = window.place(Qt.Key.Key_4, ChartsPage)
    assert charts.takings.view.rect_of(("2025-08", "short_video")).height() > 4
    reading = {
        "en": "Short video brought the most: ¥198, 100% of the takings.",
        "zh_CN": "短视频带来最多：¥198，占营业额 100%。",
    }
    assert charts.takings.reading.text() == reading[lang]
    (row,) = charts.contents.table.rows()
    assert (row.title, row.takings, row.cost, row.new_customers) == (VIDEO, 19_800, 12_000, 1)
