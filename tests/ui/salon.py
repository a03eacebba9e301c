"""A salon to test the Desk in, and hands that count their interactions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.appointments.ui.board import BoardView
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER
from merchant_desk.appointments.ui.desk_page import DeskPage
from merchant_desk.catalog import store as catalog_store
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.places import Place
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.workbench import Workbench
from merchant_desk.team import store as team_store

DAY = dt.date(2025, 8, 20)


def at(hour: float, day: dt.date = DAY) -> dt.datetime:
    """A time of the day the clock stands at: 14.5 is half past two."""
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=round(hour * 60))


@dataclass
class Salon:
    """The desk with shorthands for what the tests prepare; names of workers, services, customers."""

    desk: Desk
    customers: dict[str, str] = field(default_factory=dict)

    def worker(self, name: str) -> str:
        """A worker's id."""
        return next(one.id for one in team_store.workers(self.desk.file) if one.name == name)

    def service(self, name: str) -> str:
        """A service's id."""
        return next(one.id for one in catalog_store.services(self.desk.file) if one.name == name)

    def customer(self, name: str, phone: str = "", address: str = "", note: str = "") -> str:
        """A customer's id, noted now where the name is new."""
        if name not in self.customers:
            draft = CustomerDraft(name, phone, address=address, note=note)
            self.customers[name] = self.desk.customers.add(draft)
        return self.customers[name]

    def book(
        self,
        customer: str,
        hour: float,
        worker: str = "小雨",
        services: Sequence[str] = ("单色美甲",),
        day: dt.date = DAY,
        minutes: int = 60,
    ) -> str:
        """An appointment's id; its services take `minutes` each and no more, one after the other."""
        lines = tuple(
            LineDraft(self.service(name), self.worker(worker), at(hour + number * minutes / 60, day), minutes)
            for number, name in enumerate(services)
        )
        return self.desk.appointments.book(AppointmentDraft(self.customer(customer), lines))

    def sell(self, customer: str, amount: int, channel: str = "", worker: str = "小雨") -> str:
        """A paid sale's id."""
        line = SaleLineDraft("单色美甲", amount, service_id=None, worker_id=self.worker(worker))
        draft = SaleDraft(
            (line,),
            (PaymentDraft("wechat", amount),),
            customer_id=self.customer(customer),
            channel_id=channel or None,
        )
        return self.desk.sales.check_out(draft)

    def lines(self, customer: str | None = None) -> list[tuple[str, str, str, str, str]]:
        """(customer, worker, service, start, end) of every line in the file, by start."""
        rows = self.desk.file.all(
            "SELECT customer.name AS customer, worker.name AS worker, service.name AS service, line.start,"
            " line.end FROM appointment_line AS line"
            " JOIN appointment ON appointment.id = line.appointment_id"
            " JOIN customer ON customer.id = appointment.customer_id"
            " JOIN worker ON worker.id = line.worker_id"
            " JOIN service ON service.id = line.service_id ORDER BY line.start, line.seq"
        )
        return [
            (row["customer"], row["worker"], row["service"], row["start"][11:], row["end"][11:])
            for row in rows
            if customer is None or row["customer"] == customer
        ]

    def status(self, appointment_id: str) -> str:
        """An appointment's state in the file."""
        return str(self.desk.file.value("SELECT status FROM appointment WHERE id = :id", id=appointment_id))


class Bench(Workbench):
    """The window's inside with the Desk as its only place."""

    def __init__(self, frame: Frame, qtbot: QtBot) -> None:
        place = Place("desk", "Desk", "calendar", "Ctrl+1", lambda: DeskPage(frame))
        super().__init__(frame, [place], lambda: ())
        self.resize(1440, 900)
        self.show()
        self.activateWindow()
        qtbot.addWidget(self)
        qtbot.waitUntil(self.isActiveWindow)
        self.go("desk")
        settle()

    @property
    def desk_page(self) -> DeskPage:
        """The Desk."""
        page = self.page()
        assert isinstance(page, DeskPage)
        return page

    @property
    def board(self) -> BoardView:
        """The day board."""
        return self.desk_page.board

    def sheet(self) -> Sheet | None:
        """The sheet on top."""
        settle()
        return self.sheets.current()

    def notices(self) -> list[str]:
        """What the notices on screen say."""
        return [toast.notice.text for toast in self.toasts.shown()]

    def spot(self, worker: int, hour: float, down: int = 4) -> QPoint:
        """The viewport point of a worker's column at a time, a few pixels down into it."""
        grid, bar = self.board.grid, self.board.verticalScrollBar()
        assert grid is not None
        if not 0 < grid.y_of(at(hour)) - bar.value() < self.board.viewport().height() - 120:
            bar.setValue(round(grid.y_of(at(hour)) - 200))
        x = GUTTER + (worker + 0.5) * grid.column_width - self.board.horizontalScrollBar().value()
        return QPoint(round(x), round(self.height_of(hour)) + down)

    def height_of(self, hour: float) -> float:
        """Where a time lies in the board's viewport now."""
        assert self.board.grid is not None
        return HEADER + self.board.grid.y_of(at(hour)) - self.board.verticalScrollBar().value()


class Hands:
    """Mouse and keyboard; each click, key chord and typed word is one interaction."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        """A click in the middle of a widget, or at a point of it."""
        self.count += 1
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            point if point is not None else widget.rect().center(),
        )
        settle()

    def word(self, text: str) -> None:
        """Type one word wherever the focus is."""
        self.count += len(text.split())
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClicks(target, text) if text.isascii() else _commit(target, text)
        settle()

    def chord(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, with others held."""
        self.count += 1
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, modifier)
        settle()

    def confirm(self) -> None:
        """Ctrl+Enter."""
        self.chord(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    @contextmanager
    def holding(self, board: BoardView, start: QPoint) -> Iterator[QWidget]:
        """Press at a point and let go in the end; move in between with `drag`."""
        self.count += 1
        port = board.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        yield port
        settle()

    def drag(self, board: BoardView, start: QPoint, end: QPoint) -> None:
        """Press, move, let go."""
        with self.holding(board, start) as port:
            move(port, start, end)
            QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def move(port: QWidget, start: QPoint, end: QPoint) -> None:
    """Move the pointer with the button held, in a few strides."""
    from PySide6.QtGui import QMouseEvent

    for stride in range(1, 6):
        there = start + (end - start) * stride / 5
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(there),
            QPointF(port.mapToGlobal(there)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, event)


def settle() -> None:
    """Let everything that waits for the event loop happen."""
    for _ in range(3):
        QApplication.processEvents()


def _commit(target: QWidget, text: str) -> None:
    """Text as an input method gives it."""
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)
