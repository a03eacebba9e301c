"""The day board: one painted widget with a column per worker, worked by mouse and keyboard."""

from __future__ import annotations

import datetime as dt
import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from merchant_desk.appointments.ui.board_cards import CardPictures, card_words
from merchant_desk.appointments.ui.board_cursor import Stop, Way, grown, nearest, revealed, stepped
from merchant_desk.appointments.ui.board_drag import Drag, Kind, Outcome, movable, resizable
from merchant_desk.appointments.ui.board_geometry import (
    GUTTER,
    HEADER,
    Card,
    Grid,
    card_at,
    fit,
    joined,
    place_cards,
)
from merchant_desk.appointments.ui.board_mouse import BoardMouse
from merchant_desk.appointments.ui.board_paint import Scene, paint
from merchant_desk.shell import language

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayBoard

_RADIUS = 9
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_PageUp: "hour_up",
    Qt.Key.Key_PageDown: "hour_down",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_PUSH = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class BoardView(QAbstractScrollArea):
    """A day's appointments. Times are naive shop time, lengths minutes (0: as long as the service takes).

    Arrow keys move a cursor over cards and free slots, Shift with them makes a free slot longer, Alt
    moves the card (with Shift: its end), Enter opens or books.
    """

    booking_wanted = Signal(object, str, int)  # start, worker, minutes
    appointment_wanted = Signal(str)
    moved = Signal(str, object, str, str)  # appointment, start of its first service, to worker, from worker
    resized = Signal(str, int)  # appointment, minutes of its last service
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: DayBoard | None = None
        self.grid: Grid | None = None
        self.cards: list[Card] = []
        self._pictures = CardPictures()
        self._step = 15
        self._last_starts: dict[str, dt.datetime] = {}
        self._now = dt.datetime.min
        self._cursor: Stop | None = None
        self._hover: Stop | None = None
        self._by_keyboard = False
        self._said_painted = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Day board"))
        # Asked for a widget that Qt made, PySide first builds every class it could be, a hundred of them.
        self.setViewport(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.mouse = BoardMouse(self)
        self.mouse.clicked.connect(self._click)
        self.mouse.dropped.connect(self._drop)

    def show_board(self, board: DayBoard, step: int, now: dt.datetime) -> None:
        """Show a day; a new day is scrolled to its present hour, or else to its beginning."""
        another = self.board is None or self.board.day != board.day
        self.board, self._last_starts = joined(board)
        self._step, self._now = step, now
        if not self.mouse.dragging:
            self.mouse.settle()
        self._hover = None
        self._pictures.forget_others(self.board.lines)
        self._fit()
        if another:
            self._cursor = None
            self.scroll_to_now()
        else:
            self._keep_cursor()
        self.viewport().update()

    def set_now(self, now: dt.datetime) -> None:
        """Move the now-line."""
        self._now = now
        self.viewport().update()

    def scroll_to_now(self) -> None:
        """Bring the present hour into the upper part; another day's opening hour to the top."""
        if self.grid is None or self.board is None:
            return
        if self._now.date() == self.grid.day:
            y = self.grid.y_of(self._now) - (self.viewport().height() - HEADER) / 3
        else:
            first = min([card.line.start for card in self.cards], default=None)
            y = self.grid.y_of(first) - self.grid.hour_height / 2 if first else 0
        self.verticalScrollBar().setValue(round(y))

    def content(self, at: QPointF) -> tuple[float, float] | None:
        """A viewport point in the board's own pixels; None on the header, the hours, beside the columns."""
        x, y = self.content_anywhere(at)
        if at.x() < GUTTER or at.y() < HEADER or self.grid is None:
            return None
        return (x, y) if self.grid.column_at(x) is not None and y < self.grid.height else None

    def content_anywhere(self, at: QPointF) -> tuple[float, float]:
        """A viewport point in the board's own pixels, wherever it lies."""
        return (
            at.x() - GUTTER + self.horizontalScrollBar().value(),
            at.y() - HEADER + self.verticalScrollBar().value(),
        )

    def put_cursor(self, column: int, at: dt.datetime) -> None:
        """Stand on the card or free slot of a column at a time."""
        if self.grid is not None:
            self._by_keyboard = True
            self._stand(nearest(self.grid, self.cards, column, at))

    def sizeHint(self) -> QSize:
        return QSize(720, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.board is None or self.grid is None:
            return
        port = self.viewport().rect()
        # The corners of the card around the board stay as they are.
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(port), _RADIUS, _RADIUS)
        painter.setClipPath(outline)
        scene = Scene(
            board=self.board,
            grid=self.grid,
            cards=self.cards,
            pictures=self._pictures,
            now=self._now,
            width=port.width(),
            height=port.height(),
            x=self.horizontalScrollBar().value(),
            y=self.verticalScrollBar().value(),
            cursor=self._cursor if self.hasFocus() and self._by_keyboard else None,
            hover=self._hover,
            outcome=self.mouse.outcome,
            lifted=self.mouse.lifted,
        )
        paint(painter, scene)
        if not self._said_painted:
            self._said_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        early = self.grid is None or event.oldSize().height() < HEADER
        self._fit()
        if early:
            self.scroll_to_now()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_keyboard = False
            self._set_hover(None)
            self.mouse.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mouse.move(event.position())
            return
        spot = self.content(event.position())
        card = card_at(self.cards, *spot) if spot else None
        self.viewport().setCursor(self.mouse.shape(card, spot[1] if spot else 0))
        self._set_hover(self._free_slot(*spot) if spot and card is None else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse.release()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if event.reason() in by_key and self.grid is not None and self.grid.columns:
            self._by_keyboard = True
            self._stand(self._cursor or nearest(self.grid, self.cards, 0, self._begin()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self.mouse.cancel():
            return
        if self.grid is None or not self.grid.columns or mods & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        here = self._cursor or nearest(self.grid, self.cards, 0, self._begin())
        if here is None:
            return
        self._by_keyboard = True
        alt, shift = mods & Qt.KeyboardModifier.AltModifier, mods & Qt.KeyboardModifier.ShiftModifier
        if key in _PUSH and alt and here.card is not None:
            self._push(here.card, *_PUSH[Qt.Key(key)], resize=bool(shift))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and shift:
            self._stand(grown(self.grid, self.cards, here, 1 if key == Qt.Key.Key_Down else -1))
        elif key in _WAYS:
            self._stand(here if self._cursor is None else stepped(self.grid, self.cards, here, _WAYS[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._stand(here)
            self._open(here)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc belongs to a running drag before it belongs to anybody else.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.mouse.dragging
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.content(QPointF(event.pos()))
            card = card_at(self.cards, *spot) if spot and not self.mouse.dragging else None
            words = html.escape(card_words(card.line)) if card else ""
            QToolTip.showText(event.globalPos(), f"<span>{words}</span>" if words else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def _fit(self) -> None:
        if self.board is None:
            return
        wide, high = self.viewport().width() - GUTTER, self.viewport().height() - HEADER
        before = self.grid
        self.grid = fit(self.board, self._step, wide, high)
        if self.grid != before:
            self._pictures = CardPictures()
        self.cards = place_cards(self.grid, self.board, self._last_starts)
        for bar, size, room in (
            (self.horizontalScrollBar(), self.grid.width, wide),
            (self.verticalScrollBar(), self.grid.height, high),
        ):
            bar.setRange(0, max(0, round(size - room)))
            bar.setPageStep(max(room, 1))
            bar.setSingleStep(24)

    def _begin(self) -> dt.datetime:
        """Where the cursor stands first: now, or the day's first shift."""
        if self.board is None or self._now.date() == self.board.day:
            return self._now
        return dt.datetime.combine(self.board.day, self.board.opens)

    def _keep_cursor(self) -> None:
        """After other rows came: stay on the same card wherever it is now, or at the same time."""
        here = self._cursor
        if here is None or self.grid is None:
            return
        line_id = here.card.line.line_id if here.card else ""
        card = next((card for card in self.cards if card.line.line_id == line_id), None)
        column = card.column if card else min(here.column, self.grid.columns - 1)
        self._cursor = nearest(self.grid, self.cards, column, card.line.start if card else here.start)
        if card is not None and here.card is not None and card.line != here.card.line:
            self._stand(self._cursor)

    def _free_slot(self, x: float, y: float) -> Stop | None:
        column = self.grid.column_at(x) if self.grid else None
        if self.grid is None or column is None:
            return None
        minute = self.grid.floor(self.grid.minute_at(y))
        return Stop(column, self.grid.at(minute), self.grid.at(minute + self.grid.step))

    def _set_hover(self, stop: Stop | None) -> None:
        if stop != self._hover:
            self._hover = stop
            self.viewport().update()

    def _stand(self, stop: Stop | None) -> None:
        self._cursor = stop
        if stop is None or self.grid is None or self.board is None:
            return
        if stop.card is not None:
            words = card_words(stop.card.line)
        else:
            free = self.tr("{worker}, {time} free")
            worker = self.board.columns[stop.column].worker
            words = free.replace("{time}", language.span_text(stop.start, stop.end)).replace(
                "{worker}", worker
            )
        self.setAccessibleName(words)
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self._reveal(stop)
        self.viewport().update()

    def _reveal(self, stop: Stop) -> None:
        if self.grid is None:
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = (self.viewport().width() - GUTTER, self.viewport().height() - HEADER)
        x, y = revealed(self.grid, stop, (across.value(), down.value()), room)
        across.setValue(x)
        down.setValue(y)

    def _open(self, stop: Stop) -> None:
        if self.grid is None or self.board is None:
            return
        if stop.card is not None:
            self.appointment_wanted.emit(stop.card.line.appointment_id)
            return
        minutes = round((stop.end - stop.start).total_seconds() / 60)
        worker = self.board.columns[stop.column].worker_id
        self.booking_wanted.emit(stop.start, worker, minutes if minutes > self.grid.step else 0)

    def _click(self, x: float, y: float) -> None:
        card = card_at(self.cards, x, y)
        stop = Stop(card.column, card.line.start, card.line.end, card) if card else self._free_slot(x, y)
        if stop is not None:
            self._stand(stop)
            self._open(stop)

    def _drop(self, drag: Drag, outcome: Outcome) -> None:
        if self.board is None:
            return
        part = outcome.part
        worker = self.board.columns[part.column].worker_id
        minutes = round((part.end - part.start).total_seconds() / 60)
        if drag.card is None:
            self.mouse.settle()
            self.booking_wanted.emit(part.start, worker, minutes)
        elif drag.kind == "resize":
            last = round((part.end - drag.card.last_start).total_seconds() / 60)
            self.resized.emit(drag.card.line.appointment_id, last)
        else:
            line, start = drag.card.line, min(one.start for one in outcome.parts)
            self.moved.emit(line.appointment_id, start, worker, line.worker_id)

    def _push(self, card: Card, across: int, down: int, resize: bool) -> None:
        """The keyboard's drag: one step, or one column."""
        if self.grid is None or self.board is None or not movable(card):
            return
        if resize and (across or not resizable(self.board, card)):
            return
        kind: Kind = "resize" if resize else "move"
        x, y = card.box.x + card.box.width / 2, card.box.bottom if resize else card.box.y
        drag = Drag(kind, x, y, self.grid, self.board, card)
        step = self.grid.step * self.grid.hour_height / 60
        outcome = drag.outcome(x + across * self.grid.column_width, y + down * step)
        if drag.changes(outcome):
            self._drop(drag, outcome)
