"""The Desk: the day board, and beside it today's takings, whom to ask, and what is next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from merchant_desk.appointments import store
from merchant_desk.appointments.ui.board import BoardView
from merchant_desk.appointments.ui.desk_cards import NextCard, TodayCard
from merchant_desk.appointments.ui.unknown_card import UnknownCard
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.page import Page
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import EmptyState
from merchant_desk.widgets.fields import SearchField

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayBoard
    from merchant_desk.appointments.ui.desk_side import SideRows
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Unasked

SIDE_WIDTH = 320


class BoardRows(NamedTuple):
    """The board of a day, the step of its slots in minutes, and how many work here at all."""

    board: DayBoard
    step: int
    team: int


def read_board(reader: Reader, day: dt.date) -> BoardRows:
    """What the first picture of the desk needs, and nothing else."""
    shop = shop_store.shop(reader)
    return BoardRows(
        board=store.board(reader, day),
        step=shop.step_minutes if shop else shop_store.DEFAULT_STEP,
        team=len(team_store.workers(reader)),
    )


def read_side(reader: Reader, now: dt.datetime) -> SideRows:
    """What the cards say at `now`, naive shop time."""
    # Imported on the reading thread after the first picture: today's takings need half the house.
    from merchant_desk.appointments.ui import desk_side

    return desk_side.read_side(reader, now)


class DeskPage(Page):
    """The first place: whose chair is free when, and what happens today."""

    key = "desk"
    topics = frozenset({"appointments", "sales", "sources", "team", "customers", "catalog", "shop"})
    checkout_wanted = Signal(str)  # an appointment's id
    customer_wanted = Signal(str)
    walk_in_wanted = Signal()
    palette_wanted = Signal(str)  # what was typed
    painted = Signal()  # the board stands on the screen with its data

    def __init__(self, frame: Frame) -> None:
        self._day: dt.date | None = None  # None follows today
        self._frame = frame
        self._today = frame.clock.today()
        self._said_painted = False
        super().__init__(frame)
        self._fill_bar()
        self._fill_body()
        frame.minute.connect(self._on_minute)

    def title(self) -> str:
        return language.day_title(self.day())

    def day(self) -> dt.date:
        """The day on the board."""
        return self._day or self._frame.clock.today()

    def show_day(self, day: dt.date) -> None:
        """Put another day on the board; today's follows the clock over midnight."""
        self._day = None if day == self._frame.clock.today() else day
        self.retitle()
        self.reload()

    def step_day(self, by: int) -> None:
        """Go `by` days on."""
        self.show_day(self.day() + dt.timedelta(days=by))

    def arrive(self, **where: object) -> None:
        """`day` (a date) goes to that day, `appointment_id` opens that appointment's sheet."""
        day, appointment_id = where.get("day"), where.get("appointment_id")
        if isinstance(day, dt.date):
            self.show_day(day)
        if isinstance(appointment_id, str) and appointment_id:
            self.open_appointment(appointment_id)

    def reload(self) -> None:
        """Read everything on the page again, the board first."""
        day = self.day()
        self._frame.background.read(
            lambda reader: read_board(reader, day), self._show_board, owner=self, key="board"
        )

    def book(
        self,
        start: dt.datetime | None = None,
        worker_id: str | None = None,
        minutes: int | None = None,
        customer_id: str | None = None,
    ) -> None:
        """Open the booking sheet with what is known already."""
        from merchant_desk.appointments.ui.booking_sheet import BookingSheet

        sheet = BookingSheet(
            self._frame, start=start, worker_id=worker_id, customer_id=customer_id, minutes=minutes
        )
        sheet.booked.connect(self._go_to)
        self._frame.open_sheet(sheet)

    def open_appointment(self, appointment_id: str) -> None:
        """Open an appointment's sheet."""
        from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet

        sheet = AppointmentSheet(self._frame, appointment_id)
        sheet.checkout_wanted.connect(self.checkout_wanted)
        sheet.customer_wanted.connect(self.customer_wanted)
        self._frame.open_sheet(sheet)

    def _fill_bar(self) -> None:
        back = IconButton(icon("chevron-left", 18), self.tr("The day before"), bordered=True)
        back.clicked.connect(lambda: self.step_day(-1))
        today = Button(self.tr("Today"))
        today.clicked.connect(lambda: self.show_day(self._frame.clock.today()))
        on = IconButton(icon("chevron-right", 18), self.tr("The day after"), bordered=True)
        on.clicked.connect(lambda: self.step_day(1))
        for index, button in enumerate((back, today, on)):
            self.bar.insertWidget(index, button)
        self.bar.addStretch(1)
        self.search = PaletteField(self.tr("Search customers, phone tail, pinyin…"))
        self.search.opened.connect(self.palette_wanted)
        self.search.setMaximumWidth(264)
        self.bar.addWidget(self.search, 2)
        walk_in = Button(self.tr("Walk-in"), icon=icon("door", 16))
        walk_in.clicked.connect(self.walk_in_wanted)
        self.bar.addWidget(walk_in)
        new = Button(
            self.tr("New appointment"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        new.clicked.connect(lambda _checked=False: self.book())
        self.bar.addWidget(new)
        self.buttons = {"back": back, "today": today, "on": on, "walk_in": walk_in, "new": new}

    def _fill_body(self) -> None:
        self.body.setDirection(QVBoxLayout.Direction.LeftToRight)
        self.board = BoardView()
        self.board.booking_wanted.connect(
            lambda start, worker, minutes: self.book(start, worker, minutes or None)
        )
        self.board.appointment_wanted.connect(self.open_appointment)
        self.board.moved.connect(self._move)
        self.board.resized.connect(self._resize)
        self.board.painted.connect(self._say_painted)
        host = QFrame()
        host.setProperty("role", "card")
        self._stack = QStackedLayout(host)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.board)
        self.nobody = EmptyState(
            self.tr("Nobody is on shift on this day"),
            self.tr("Who works when is set under Services & Team."),
            self.tr("Open the team"),
            icon("users", 36),
            primary=False,
        )
        self.nobody.pressed.connect(lambda: self._frame.go("services", tab="team"))
        self._stack.addWidget(self.nobody)
        self.body.addWidget(host, 1)
        self.takings, self.unknown, self.next = TodayCard(), UnknownCard(), NextCard()
        self.unknown.said.connect(self._say_source)
        self.next.chosen.connect(self.open_appointment)
        self.body.addWidget(_side(self.takings, self.unknown, self.next))

    def _show_board(self, rows: BoardRows) -> None:
        self.board.show_board(rows.board, rows.step, self._frame.clock.now())
        empty = not rows.board.columns
        if empty:
            self.nobody.title_label.setText(
                self.tr("Nobody is on shift on this day") if rows.team else self.tr("Nobody works here yet")
            )
            QTimer.singleShot(0, self, self._say_painted)
        self._stack.setCurrentIndex(1 if empty else 0)
        # At the start the counter waits for the board; the cards may come a moment after its picture.
        if self._said_painted or not self.isVisible():
            self._ask_side()

    def _say_painted(self) -> None:
        if not self._said_painted:
            self._said_painted = True
            self.painted.emit()
            self._ask_side()

    def _ask_side(self) -> None:
        now = self._frame.clock.now()
        self._frame.background.read(
            lambda reader: read_side(reader, now), self._show_side, owner=self, key="side"
        )

    def _show_side(self, rows: SideRows) -> None:
        self.takings.show_figures(rows.today)
        self.unknown.show_unknowns(rows.unknowns, self._frame.clock.now())
        self.next.show_lines(rows.next_up)
        self.loaded.emit()

    def _on_minute(self, now: dt.datetime) -> None:
        if now.date() != self._today:
            self._today = now.date()
            self._day = None if self._day == self._today else self._day
            self.retitle()
        self.board.set_now(now)
        self.refresh()

    def _move(self, appointment_id: str, start: dt.datetime, worker_id: str, instead_of: str) -> None:
        another = worker_id if worker_id != instead_of else None
        said = self.tr("Moved to {time}.").replace("{time}", language.time_text(start))
        self._frame.act(
            lambda desk: desk.appointments.move(appointment_id, start, another, instead_of=instead_of),
            said,
            failed=self._refused,
            owner=self,
        )

    def _resize(self, appointment_id: str, minutes: int) -> None:
        said = self.tr("Takes {length} now.").replace("{length}", language.minutes_text(minutes))
        self._frame.act(
            lambda desk: desk.appointments.resize(appointment_id, minutes),
            said,
            failed=self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self.board.mouse.settle()
        self._frame.fail(error)

    def _say_source(
        self, person: Unasked, content_id: str | None, channel_id: str | None, words: str
    ) -> None:
        self._frame.act(
            lambda desk: desk.sources.say(
                content_id=content_id,
                channel_id=channel_id,
                customer_id=person.customer_id,
                appointment_id=person.appointment_id,
                sale_id=person.sale_id,
            ),
            f"{person.name}: {words}",
            owner=self,
        )

    def _go_to(self, day: dt.date) -> None:
        if day != self.day():
            self.show_day(day)


class PaletteField(SearchField):
    """Looks like a search field and opens the search over everything, with what was typed."""

    opened = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, hint="Ctrl K")
        self.setReadOnly(True)
        self.setMinimumWidth(160)
        self.setTextMargins(24, 0, 54, 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down} and not control:
            self.opened.emit("")
        elif event.text().strip() and event.text().isprintable() and not control:
            self.opened.emit(event.text())
        else:
            super().keyPressEvent(event)


def _side(*cards: QWidget) -> QScrollArea:
    """The cards one below the other; where they do not fit, they scroll."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setFixedWidth(SIDE_WIDTH)
    inside = QWidget()
    inside.setProperty("role", "plain")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.setStretch(len(cards) - 1, 1)
    scroll.setWidget(inside)
    return scroll
