"""The board: one painted widget with columns of workers, rooms or days, worked by mouse and keyboard."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from merchant_desk.appointments.board.taken import Taken
from merchant_desk.appointments.ui.board_cards import CardPictures, Told
from merchant_desk.appointments.ui.board_cursor import Stop
from merchant_desk.appointments.ui.board_drag import Drag, Outcome
from merchant_desk.appointments.ui.board_geometry import (
    GUTTER,
    HEADER,
    Box,
    Card,
    Grid,
    card_at,
    closed_parts,
    fit,
    place_cards,
)
from merchant_desk.appointments.ui.board_hover import BoardHover
from merchant_desk.appointments.ui.board_keys import BoardKeys
from merchant_desk.appointments.ui.board_mouse import BoardMouse
from merchant_desk.appointments.ui.board_paint import Scene, paint, rounded
from merchant_desk.widgets.labels import marked

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Spread

_RADIUS = 9
_LEAST_ZOOM, _MOST_ZOOM, _ZOOM_STEP = 50, 300, 1.2


class BoardView(QAbstractScrollArea):
    """The appointments of a spread. Times are naive shop time, lengths minutes (0: as the service takes).

    The mouse's part is BoardMouse, the keyboard's BoardKeys. `zoom` is a percentage of the height that
    hours have by themselves.
    """

    booking_wanted = Signal(object, str, int, str)  # start, worker or "", minutes, place or ""
    appointment_wanted = Signal(str)
    moved = Signal(object)  # the Move
    resized = Signal(str, int)  # appointment, minutes of its last service
    zoomed = Signal(int)  # percent
    day_wanted = Signal(object)  # the head of a day was pressed
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spread: Spread | None = None
        self.grid: Grid | None = None
        self.cards: list[Card] = []
        self.taken: Taken | None = None
        self.now = dt.datetime.min
        self.zoom = 100
        self._closed: list[tuple[int, float, float]] = []
        self._pictures = CardPictures()
        self._step = 15
        self._said_painted = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Day board"))
        # Asked for a widget that Qt made, PySide first builds every class it could be, a hundred of them.
        self.setViewport(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.hover = BoardHover(self)
        self.mouse = BoardMouse(self)
        self.mouse.clicked.connect(self._click)
        self.mouse.dropped.connect(self._drop)
        self.keys = BoardKeys(self)
        self.keys.opened.connect(self._open)
        self.keys.pushed.connect(self._drop)

    def show_spread(self, spread: Spread, step: int, now: dt.datetime) -> None:
        """Show other rows; other days are scrolled to the present hour, or else to their beginning."""
        old = self.spread
        another = old is None or (old.first, old.view) != (spread.first, spread.view)
        same_columns = old is not None and [one[:3] for one in old.strips] == [
            one[:3] for one in spread.strips
        ]
        self.spread, self.taken = spread, Taken(spread)
        self._step, self.now = step, now
        if not self.mouse.dragging:
            self.mouse.settle()
        self.hover.leave()
        if not same_columns:
            self._pictures = CardPictures(_told(spread))
        self._pictures.forget_others(line for board in spread.boards for line in board.lines)
        self._fit(another)
        if another:
            self.keys.forget()
            self.scroll_to_now()
        self.viewport().update()

    def set_now(self, now: dt.datetime) -> None:
        """Move the now-line."""
        self.now = now
        self.viewport().update()

    def scroll_to_now(self) -> None:
        """Bring the present hour into the upper part; other days' opening hour to the top."""
        if self.grid is None or self.spread is None:
            return
        today = self.now.date()
        if today in self.grid.days:
            column = self.grid.days.index(today)
            y = self.grid.y_of(self.now, column) - (self.viewport().height() - HEADER) / 3
            if self.horizontalScrollBar().maximum() and self.spread.view == "week":
                self.horizontalScrollBar().setValue(round(column * self.grid.column_width))
        else:
            first = min([card.box.y for card in self.cards], default=None)
            y = first - self.grid.hour_height / 2 if first is not None else 0
        self.verticalScrollBar().setValue(round(y))

    def set_zoom(self, percent: int, at: float | None = None) -> None:
        """Make the hours taller or flatter around a height of the window part, by default its middle."""
        percent = min(max(percent, _LEAST_ZOOM), _MOST_ZOOM)
        if percent == self.zoom:
            return
        y = at if at is not None else HEADER + (self.viewport().height() - HEADER) / 2
        minute = self.grid.minute_at(y - HEADER + self.verticalScrollBar().value()) if self.grid else 0
        self.zoom = percent
        self._fit()
        if self.grid is not None:
            self.verticalScrollBar().setValue(round(self.grid.y(minute) - (y - HEADER)))
        self.viewport().update()
        self.zoomed.emit(percent)

    def zoom_by(self, steps: int, at: float | None = None) -> None:
        """One step taller or flatter; 0 as it is by itself."""
        self.set_zoom(round(self.zoom * _ZOOM_STEP**steps) if steps else 100, at)

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

    def outcome_changed(self, old: Outcome | None, new: Outcome | None) -> None:
        """What a drag would do has changed: only that is painted anew."""
        if self.grid is None:
            return
        for outcome in (old, new):
            for part in outcome.parts if outcome else ():
                if part.column >= 0:
                    self.repaint_box(self.grid.span_box(part.column, part.start, part.end))
        if old is None or new is None:
            lines = [part.line for part in (new or old or Outcome("book", ())).parts]
            lifted = {line.appointment_id for line in lines if line is not None}
            for card in self.cards:
                if card.line.appointment_id in lifted:
                    self.repaint_box(card.box)
            self.hover.leave()

    def repaint_box(self, box: Box) -> None:
        """Paint a part of the content anew, with the line around it."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        rect = rounded(box).translated(GUTTER - across, HEADER - down).adjusted(-3, -3, 3, 3)
        self.viewport().update(rect.toAlignedRect())

    def sizeHint(self) -> QSize:
        return QSize(720, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.spread is None or self.grid is None:
            return
        painter = QPainter(self.viewport())
        port = QRectF(self.viewport().rect())
        exposed = QRectF(event.rect())
        if not port.adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS).contains(exposed):
            # The corners of the card around the board stay as they are.
            outline = QPainterPath()
            outline.addRoundedRect(port, _RADIUS, _RADIUS)
            painter.setClipPath(outline)
        scene = Scene(
            spread=self.spread,
            grid=self.grid,
            cards=self.cards,
            closed=self._closed,
            pictures=self._pictures,
            now=self.now,
            width=port.width(),
            height=port.height(),
            exposed=exposed,
            heads=event.region().intersects(QRect(GUTTER, 0, self.viewport().width(), HEADER)),
            x=self.horizontalScrollBar().value(),
            y=self.verticalScrollBar().value(),
            ratio=self.devicePixelRatioF(),
            cursor=self.keys.seen,
            hover=self.hover.slot,
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
        port = self.viewport().rect()
        if dx:
            self.viewport().update()
        else:
            # The heads stay; an hour's name may reach up beside them.
            self.viewport().update(port.adjusted(0, HEADER, 0, 0))
            self.viewport().update(QRect(0, HEADER - 8, GUTTER, 8))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_by(1 if turned > 0 else -1, event.position().y())
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.keys.rest()
        self.hover.leave()
        strip = self.hover.head(event.position())
        if strip is not None:
            self.day_wanted.emit(strip.day)
        else:
            self.mouse.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mouse.move(event.position())
            return
        self.hover.point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse.release()

    def leaveEvent(self, event: QEvent) -> None:
        self.hover.leave()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.keys.enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.mouse.cancel():
            return
        if not self.keys.press(event):
            event.ignore()

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
            words = self.hover.tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), marked(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _fit(self, another: bool = False) -> None:
        """Lay everything out anew; for `another` spread the cursor is not kept."""
        if self.spread is None:
            return
        wide, high = self.viewport().width() - GUTTER, self.viewport().height() - HEADER
        before = self.grid
        self.grid = fit(self.spread, self._step, wide, high, self.zoom / 100)
        if self.grid != before:
            self._pictures = CardPictures(self._pictures.told)
        self.cards = place_cards(self.grid, self.spread)
        self._closed = [
            (index, top, bottom)
            for index, strip in enumerate(self.spread.strips)
            for top, bottom in closed_parts(self.grid, strip.spans, index)
        ]
        for bar, size, room in (
            (self.horizontalScrollBar(), self.grid.width, wide),
            (self.verticalScrollBar(), self.grid.height, high),
        ):
            bar.setRange(0, max(0, round(size - room)))
            bar.setPageStep(max(room, 1))
            bar.setSingleStep(24)
        if not another:
            self.keys.keep()

    def _open(self, stop: Stop) -> None:
        if self.grid is None or self.spread is None:
            return
        if stop.card is not None:
            self.appointment_wanted.emit(stop.card.line.appointment_id)
            return
        minutes = round((stop.end - stop.start).total_seconds() / 60)
        strip = self.spread.strips[stop.column]
        worker, place = (strip.id if strip.kind == kind else "" for kind in ("worker", "place"))
        self.booking_wanted.emit(stop.start, worker, minutes if minutes > self.grid.step else 0, place)

    def _click(self, x: float, y: float) -> None:
        card = card_at(self.cards, x, y)
        stop = Stop(card.column, card.line.start, card.line.end, card) if card else self.hover.free_slot(x, y)
        if stop is not None:
            self.keys.stand(stop)
            self._open(stop)

    def _drop(self, drag: Drag, outcome: Outcome) -> None:
        part = outcome.part
        if drag.card is None:
            self.mouse.settle()
            minutes = round((part.end - part.start).total_seconds() / 60)
            self.booking_wanted.emit(part.start, part.worker_id, minutes, part.place_id)
        elif drag.kind == "resize":
            last = round((part.end - drag.card.last_start).total_seconds() / 60)
            self.resized.emit(drag.card.line.appointment_id, last)
        else:
            self.moved.emit(drag.move(drag.card, outcome))


def _told(spread: Spread) -> Told:
    """What a card says besides: the worker where a column holds several of them."""
    return "place" if all(strip.kind == "worker" for strip in spread.strips) else "worker"


def _columns(spread: Spread) -> list[tuple[object, ...]]:
    """What tells one set of columns from another."""
    return [(strip.day, strip.kind, strip.id) for strip in spread.strips]
