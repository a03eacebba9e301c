"""The month: six weeks of days, each with how full it is, its holiday, and whether the shop is closed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from merchant_desk.appointments.board import store as board_store
from merchant_desk.appointments.ui.board_heads import load_words
from merchant_desk.appointments.ui.month_paint import FOOT, HEAD, MonthScene, paint_month
from merchant_desk.shell import language
from merchant_desk.shop import store as shop_store
from merchant_desk.widgets.labels import marked

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayLoad
    from merchant_desk.db.records import Reader

WEEKS = 6
_WEEK = 7
_NO_KEY = Qt.KeyboardModifier.NoModifier
_PUSH = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthRows(NamedTuple):
    """Six weeks around a month, and the years among them whose holidays are not announced yet."""

    month: dt.date
    days: tuple[DayLoad, ...]
    unannounced: tuple[int, ...]


def read_month(reader: Reader, first: dt.date, month: dt.date) -> MonthRows:
    """The six weeks from the Monday `first` on; `month` is the first day of the month meant."""
    days = board_store.loads(reader, first, WEEKS * _WEEK)
    years = sorted({load.day.year for load in days if load.day.month == month.month})
    return MonthRows(month, days, tuple(year for year in years if not shop_store.announced(reader, year)))


class MonthView(QWidget):
    """Six weeks as one painted widget: arrows move over the days, Enter and a click go to one.

    `moved` says that the arrows stand on another day, which may lie outside the weeks shown.
    """

    day_wanted = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: MonthRows | None = None
        self._today = dt.date.min
        self._day = dt.date.min
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Month"))

    def show_month(self, rows: MonthRows, day: dt.date, today: dt.date) -> None:
        """Show these weeks with the arrows on `day`."""
        self.rows, self._today = rows, today
        self.stand(day)

    def stand(self, day: dt.date) -> None:
        """Put the arrows on a day and say it to who hears the screen."""
        self._day = day
        load = self._load(day)
        if load is not None:
            self.setAccessibleName(load_words(load))
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def day(self) -> dt.date:
        """Where the arrows stand."""
        return self._day

    def cell(self, day: dt.date) -> QRectF:
        """Where a day lies; empty where it is not shown."""
        index = self._index(day)
        return self._cells()[index] if index >= 0 else QRectF()

    def sizeHint(self) -> QSize:
        return QSize(720, 640)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.rows is None:
            return
        scene = MonthScene(
            days=self.rows.days,
            month=self.rows.month,
            cells=self._cells(),
            today=self._today,
            stands_on=self._day if self.hasFocus() else None,
            hover=self._hover,
            size=self.rect().size(),
            foot=self._foot(),
        )
        paint_month(QPainter(self), scene)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0 and self.rows is not None:
            day = self.rows.days[index].day
            self.stand(day)
            self.day_wanted.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in {_NO_KEY, Qt.KeyboardModifier.KeypadModifier}
        if self.rows is None or not plain:
            event.ignore()
        elif key in _PUSH:
            self._move(_PUSH[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            weekday = self._day.weekday()
            self._move(-weekday if key == Qt.Key.Key_Home else _WEEK - 1 - weekday)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_wanted.emit(self._day)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._at(QPointF(event.pos()))
            words = load_words(self.rows.days[index]) if self.rows and index >= 0 else ""
            QToolTip.showText(event.globalPos(), marked(words), self)
            return True
        return super().event(event)

    def _move(self, days: int) -> None:
        try:
            day = self._day + dt.timedelta(days=days)
        except OverflowError:
            return
        self.stand(day)
        self.moved.emit(day)

    def _foot(self) -> str:
        """What is not known yet."""
        if self.rows is None or not self.rows.unannounced:
            return ""
        years = language.joined([str(year) for year in self.rows.unannounced])
        return self.tr("The public holidays of {year} are not yet announced.").replace("{year}", years)

    def _cells(self) -> list[QRectF]:
        """The days' rectangles, row by row, on whole pixels."""
        low = self.height() - (FOOT if self._foot() else 0)
        xs = [round(self.width() * column / _WEEK) for column in range(_WEEK + 1)]
        ys = [round(HEAD + (low - HEAD) * row / WEEKS) for row in range(WEEKS + 1)]
        return [
            QRectF(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            for row in range(WEEKS)
            for column in range(_WEEK)
        ]

    def _at(self, point: QPointF) -> int:
        return next((index for index, cell in enumerate(self._cells()) if cell.contains(point)), -1)

    def _index(self, day: dt.date) -> int:
        index = (day - self.rows.days[0].day).days if self.rows else -1
        return index if self.rows and 0 <= index < len(self.rows.days) else -1

    def _load(self, day: dt.date) -> DayLoad | None:
        index = self._index(day)
        return self.rows.days[index] if self.rows and index >= 0 else None

    def _point_at(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            shape = Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()
