"""The Desk: a day, a week or a month, and beside the day today's takings, whom to ask, and what is next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.board import BoardView
from merchant_desk.appointments.ui.desk_acts import DeskActs
from merchant_desk.appointments.ui.desk_bar import DeskBar
from merchant_desk.appointments.ui.desk_column import DeskColumn
from merchant_desk.appointments.ui.desk_views import (
    EVERYBODY,
    ROOMS,
    VIEWS,
    Showing,
    held,
    read_board,
    read_month,
    read_side,
)
from merchant_desk.shell.icons import icon
from merchant_desk.shell.page import Page

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayMark
    from merchant_desk.appointments.ui.desk_side import SideRows
    from merchant_desk.appointments.ui.desk_views import BoardRows, By, View
    from merchant_desk.appointments.ui.month_view import MonthRows, MonthView
    from merchant_desk.shell.frame import Frame
    from merchant_desk.widgets.cards import EmptyState

# A week beside the cards has room for its seven days only from here on.
_WIDE = 1560
_VIEW_KEYS: dict[int, View] = {Qt.Key.Key_D: "day", Qt.Key.Key_W: "week", Qt.Key.Key_M: "month"}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_INTO_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}
_STEP_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}


class DeskPage(Page):
    """The first place: whose chair is free when, and what happens today.

    Alt or Ctrl+Page go a day, week or month back and on, T goes to today, D, W and M change the view, G
    opens the month to choose a date from, Ctrl+plus, minus and 0 change how tall the hours are.
    """

    key = "desk"
    topics = frozenset(
        {"appointments", "sales", "sources", "team", "customers", "catalog", "shop", "waiting", "stock"}
    )
    checkout_wanted = Signal(str)  # an appointment's id
    deposit_wanted = Signal(str)  # the same
    reopen_wanted = Signal(str)  # an open sale's id
    customer_wanted = Signal(str)
    walk_in_wanted = Signal()
    palette_wanted = Signal(str)  # what was typed
    calendar_wanted = Signal(object)  # a calendar file of the days around this date
    painted = Signal()  # the board stands on the screen with its data

    def __init__(self, frame: Frame) -> None:
        self._day: dt.date | None = None  # None follows today
        self._view: View = "day"
        self._by: dict[View, By] = dict.fromkeys(VIEWS, EVERYBODY)
        self._frame = frame
        self._today = frame.clock.today()
        self._said_painted = False
        self._month: MonthView | None = None
        self.nobody: EmptyState | None = None
        super().__init__(frame)
        self.strip = DeskBar(self.bar, self.title_label, self)
        self.buttons = self.strip.buttons
        self.search = self.strip.search
        self._wire_bar()
        self._fill_body()
        self.retitle()
        frame.minute.connect(self._on_minute)

    def title(self) -> str:
        return self.showing().title(self._frame.clock.today())

    def showing(self) -> Showing:
        """The view, its day, and whose columns."""
        return Showing(self._view, self.day(), self._by[self._view])

    def day(self) -> dt.date:
        """The day on the board, or the one its week or month is shown for."""
        return self._day or self._frame.clock.today()

    def show_day(self, day: dt.date) -> None:
        """Go to another day in the same view; today's follows the clock over midnight."""
        self._day = None if day == self._frame.clock.today() else held(day)
        self.retitle()
        self.reload()

    def show_view(self, view: View, day: dt.date | None = None, by: By | None = None) -> None:
        """Show a day, a week or a month, of `day` where it is given; `by` says whose columns."""
        self._view = view
        if by is not None:
            self._by[view] = by
        self.show_day(self.day() if day is None else day)

    def step(self, by: int) -> None:
        """Go as many days, weeks or months on."""
        self.show_day(self.showing().step(by))

    def follow(self, **where: object) -> None:
        """`day` (a date) has a new appointment: show it, unless it is on the screen.

        `deposit_for` (an appointment's id): its deposit is to be taken now.
        """
        showing, day = self.showing(), where.get("day")
        if "deposit_for" in where:
            self.deposit_wanted.emit(str(where["deposit_for"]))
        if isinstance(day, dt.date) and Showing(showing.view, day).first != showing.first:
            self.show_day(day)

    def retitle(self) -> None:
        """Say in the bar what is shown."""
        self.strip.show_title(self.showing(), self._frame.clock.today(), self.width())
        self.column.setVisible(self._view == "day" or self.width() >= _WIDE)

    def arrive(self, **where: object) -> None:
        """`day` (a date) goes to that day, `view` to that view, `by` ("team" or "place") to those columns.

        `appointment_id` opens its sheet.
        """
        day, appointment_id = where.get("day"), where.get("appointment_id")
        view = next((one for one in VIEWS if one == where.get("view")), self._view)
        by = {"team": EVERYBODY, "place": ROOMS}.get(str(where.get("by")))
        if isinstance(day, dt.date) or view != self._view or by is not None:
            self.show_view(view, day if isinstance(day, dt.date) else None, by)
        if isinstance(appointment_id, str) and appointment_id:
            self.open_appointment(appointment_id)

    def reload(self) -> None:
        """Read everything on the page again, the board first."""
        showing = self.showing()
        if showing.view == "month":
            self._frame.background.read(
                lambda reader: read_month(reader, showing), self._show_month, owner=self, key="board"
            )
        else:
            self._frame.background.read(
                lambda reader: read_board(reader, showing),
                self._show_board,
                owner=self,
                key="board",
            )

    def book(
        self,
        start: dt.datetime | None = None,
        worker_id: str | None = None,
        minutes: int | None = None,
        customer_id: str | None = None,
        place_id: str | None = None,
    ) -> None:
        """Open the booking sheet with what is known already."""
        from merchant_desk.appointments.ui.booking_sheet import BookingSheet

        sheet = BookingSheet(
            self._frame,
            start=start,
            worker_id=worker_id,
            customer_id=customer_id,
            minutes=minutes,
            place_id=place_id,
        )
        self._frame.open_sheet(sheet)

    def open_appointment(self, appointment_id: str) -> None:
        """Open an appointment's sheet."""
        from merchant_desk.appointments.ui.appointment_sheet import AppointmentSheet

        sheet = AppointmentSheet(self._frame, appointment_id)
        sheet.checkout_wanted.connect(self.checkout_wanted)
        sheet.deposit_wanted.connect(self.deposit_wanted)
        sheet.customer_wanted.connect(self.customer_wanted)
        self._frame.open_sheet(sheet)

    def choose_date(self) -> None:
        """Drop the small month down from the date."""
        from merchant_desk.appointments.ui.jump_box import JumpBox

        box = JumpBox(self._frame, self.day(), self)
        box.chosen.connect(self.show_day)
        box.drop_from(self.title_label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fit(self.width())
        self.column.setVisible(self._view == "day" or self.width() >= _WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if control and key in _ZOOM_KEYS and self._view != "month":
            self.board.zoom_by(_ZOOM_KEYS[Qt.Key(key)])
        elif mods == Qt.KeyboardModifier.NoModifier and key in _INTO_KEYS and self.hasFocus():
            # The focus begins on the page itself: the first arrow goes into what it shows.
            self._enter_view()
        elif key in _STEP_KEYS and (
            mods == (Qt.KeyboardModifier.AltModifier)
            or (control and key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
            or (mods == Qt.KeyboardModifier.NoModifier and self._view == "month")
        ):
            self.step(_STEP_KEYS[Qt.Key(key)])
        elif mods != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _VIEW_KEYS:
            self._change_view(_VIEW_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_T:
            self.show_day(self._frame.clock.today())
        elif key == Qt.Key.Key_G:
            self.choose_date()
        else:
            super().keyPressEvent(event)

    def _wire_bar(self) -> None:
        strip = self.strip
        strip.stepped.connect(self.step)
        strip.today_wanted.connect(lambda: self.show_day(self._frame.clock.today()))
        strip.date_wanted.connect(self.choose_date)
        strip.view_chosen.connect(self._change_view)
        strip.by_chosen.connect(lambda by: self.show_view(self._view, by=by))
        strip.walk_in_wanted.connect(self.walk_in_wanted)
        strip.booking_wanted.connect(self.book)
        strip.palette_wanted.connect(self.palette_wanted)
        strip.more_wanted.connect(self._open_menu)

    def _fill_body(self) -> None:
        self.body.setDirection(QVBoxLayout.Direction.LeftToRight)
        self.board = BoardView()
        self.board.set_zoom(self._frame.preferences.zoom)
        self.board.zoomed.connect(self._keep_zoom)
        self.acts = DeskActs(self._frame, self.board.mouse, self)
        self.board.booking_wanted.connect(
            lambda start, worker, minutes, place: self.book(
                start, worker or None, minutes or None, place_id=place or None
            )
        )
        self.board.appointment_wanted.connect(self.open_appointment)
        self.board.moved.connect(self.acts.move)
        self.board.resized.connect(self.acts.resize)
        self.board.day_wanted.connect(lambda day: self.show_view("day", day))
        self.board.painted.connect(self._say_painted)
        host = QFrame()
        host.setProperty("role", "card")
        self._stack = QStackedLayout(host)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.board)
        self.body.addWidget(host, 1)
        self.column = DeskColumn(self._frame)
        self.column.appointment_wanted.connect(self.open_appointment)
        self.column.reopen_wanted.connect(self.reopen_wanted)
        self.body.addWidget(self.column)

    def _show_board(self, rows: BoardRows) -> None:
        # Who left, or a room given up, cannot be shown any more.
        showing = rows.showing
        self._by[showing.view] = showing.by
        self.strip.show_choices(showing, rows.workers, rows.places)
        self.strip.fit(self.width())
        self.board.show_spread(rows.spread, rows.step, self._frame.clock.now())
        empty = showing.view == "day" and not rows.spread.boards[0].columns
        if empty:
            self._show_nobody(any_workers=bool(rows.workers))
            QTimer.singleShot(0, self, self._say_painted)
        else:
            self._turn_to(self.board)
        # At the start the counter waits for the board; the cards may come a moment after its picture.
        if self._said_painted or not self.isVisible():
            self._ask_side()

    def _show_nobody(self, any_workers: bool) -> None:
        from merchant_desk.widgets.cards import EmptyState

        if self.nobody is None:
            self.nobody = EmptyState(
                "",
                self.tr("Who works when is set under Services & Team."),
                self.tr("Open the team"),
                icon("users", 36),
                primary=False,
            )
            self.nobody.pressed.connect(lambda: self._frame.go("services", tab="team"))
            self._stack.addWidget(self.nobody)
            QWidget.setTabOrder(self.board, self.nobody.button or self.nobody)
        self.nobody.title_label.setText(
            self.tr("Nobody is on shift on this day") if any_workers else self.tr("Nobody works here yet")
        )
        self._turn_to(self.nobody)

    def _show_month(self, rows: MonthRows) -> None:
        from merchant_desk.appointments.ui.month_view import MonthView

        if self._month is None:
            self._month = MonthView()
            self._month.day_wanted.connect(lambda day: self.show_view("day", day))
            self._month.moved.connect(self._stand_on)
            self._stack.addWidget(self._month)
            QWidget.setTabOrder(self.board, self._month)
        self.strip.show_choices(self.showing(), (), ())
        self._month.show_month(rows, self.day(), self._frame.clock.today())
        self._turn_to(self._month)
        self._ask_side()

    def _turn_to(self, shown: QWidget) -> None:
        """Show another picture; the focus goes along from the one that had it."""
        old = self._stack.currentWidget()
        held = old is not None and old is not shown and old.hasFocus()
        self._stack.setCurrentWidget(shown)
        if held:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_view(self) -> None:
        shown = self._stack.currentWidget()
        if shown is not None and shown.focusPolicy() != Qt.FocusPolicy.NoFocus:
            shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _stand_on(self, day: dt.date) -> None:
        """The arrows moved over the month's days, maybe into another month."""
        here = self.day()
        self._day = None if day == self._frame.clock.today() else held(day)
        if (day.year, day.month) != (here.year, here.month):
            self.show_day(day)

    def _change_view(self, view: View) -> None:
        """Another view, of the day that the keyboard stands on."""
        column = self.board.keys.seen.column if self.board.keys.seen is not None else None
        spread = self.board.spread
        standing = column is not None and self._view == "week" and spread is not None
        self.show_view(
            view, spread.strips[column].day if standing and spread and column is not None else None
        )

    def _open_menu(self) -> None:
        from merchant_desk.appointments.ui import desk_menu

        self.strip.open_menu(desk_menu.entries(self))

    def _keep_zoom(self, percent: int) -> None:
        self._frame.preferences.zoom = percent

    def _say_painted(self) -> None:
        if not self._said_painted:
            self._said_painted = True
            self.painted.emit()
            self._ask_side()

    def _ask_side(self) -> None:
        now, day = self._frame.clock.now(), self.day()
        self._frame.background.read(
            lambda reader: read_side(reader, now, day), self._show_side, owner=self, key="side"
        )

    def _show_side(self, rows: tuple[SideRows, DayMark]) -> None:
        side, mark = rows
        self.column.show_rows(side)
        self._watch()
        self.strip.show_mark(mark if self._view == "day" else None, self.width())
        self.loaded.emit()

    def _watch(self) -> None:
        """From now on say what is about to begin; not before the first picture."""
        from merchant_desk.appointments.ui import alerts

        alerts.attach(self._frame)

    def _on_minute(self, now: dt.datetime) -> None:
        if now.date() != self._today:
            self._today = now.date()
            self._day = None if self._day == self._today else self._day
            self.retitle()
        self.board.set_now(now)
        self.refresh()
