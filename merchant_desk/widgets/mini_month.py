"""A small month to choose a day from: painted, worked by mouse and keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from merchant_desk.widgets.labels import marked
from merchant_desk.widgets.tokens import tokens

_WEEK, _WEEKS = 7, 6
_CELL, _ROW = 36, 32
_TOP, _NAMES = 36, 24
_PAD = 8
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PUSH = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class MiniMonth(QWidget):
    """Six weeks from a Monday on; `chosen` carries the day that was clicked or confirmed by Enter.

    Arrows move over the days, Page Up and Down over the months, Home goes to today. `turned` carries the
    first day of another month that is shown, so that its marks can be given: day -> what is special, in
    words; a day with words has a dot, hollow where `hollow` holds it.
    """

    chosen = Signal(object)
    turned = Signal(object)

    def __init__(
        self,
        day: dt.date,
        today: dt.date,
        weekdays: Sequence[str],
        month_words: Callable[[dt.date], str],
        day_words: Callable[[dt.date], str],
    ) -> None:
        super().__init__()
        self._day, self._today = day, today
        self._weekdays, self._month_words, self._day_words = weekdays, month_words, day_words
        self._month = day.replace(day=1)
        self._marks: Mapping[dt.date, str] = {}
        self._hollow: frozenset[dt.date] = frozenset()
        self._hover: dt.date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedSize(self.sizeHint())
        self._say()

    def day(self) -> dt.date:
        """Where the arrows stand."""
        return self._day

    def month(self) -> dt.date:
        """The first day of the month shown."""
        return self._month

    def days(self) -> list[dt.date]:
        """The days shown, row by row."""
        first = _on(self._month, -self._month.weekday())
        return [_on(first, number) for number in range(_WEEK * _WEEKS)]

    def set_marks(self, marks: Mapping[dt.date, str], hollow: frozenset[dt.date] = frozenset()) -> None:
        """What is special about days; only what is shown is drawn."""
        self._marks, self._hollow = marks, hollow
        self._say()
        self.update()

    def stand(self, day: dt.date) -> None:
        """Put the arrows on a day, in whatever month it is."""
        self._day = day
        month = day.replace(day=1)
        if month != self._month:
            self._month = month
            self.turned.emit(month)
        self._say()
        self.update()

    def turn(self, months: int) -> None:
        """Go on by months, to the same day or the last one."""
        year, month = divmod(self._day.year * 12 + self._day.month - 1 + months, 12)
        if not dt.MINYEAR < year < dt.MAXYEAR:
            return
        following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
        last = _on(following, -1)
        self.stand(last.replace(day=min(self._day.day, last.day)))

    def cell(self, day: dt.date) -> QRectF:
        """Where a day lies; empty where it is not shown."""
        shown = self.days()
        if day not in shown:
            return QRectF()
        row, column = divmod(shown.index(day), _WEEK)
        return QRectF(_PAD + column * _CELL, _TOP + _NAMES + row * _ROW, _CELL, _ROW)

    def sizeHint(self) -> QSize:
        return QSize(2 * _PAD + _WEEK * _CELL, _TOP + _NAMES + _WEEKS * _ROW + _PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = tokens()
        self._write(painter, self._head(), self._month_words(self._month), look.ink, bold=True)
        for side in (-1, 1):
            self._arrow(painter, side)
        for column, name in enumerate(self._weekdays):
            spot = QRectF(_PAD + column * _CELL, _TOP, _CELL, _NAMES)
            self._write(painter, spot, name, look.ink3, size=11)
        for index, day in enumerate(self.days()):
            row, column = divmod(index, _WEEK)
            spot = QRectF(_PAD + column * _CELL, _TOP + _NAMES + row * _ROW, _CELL, _ROW)
            self._paint_day(painter, day, spot.adjusted(2, 1, -2, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self._side(event.position())
        day = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if side:
            self.turn(side)
        elif day is not None:
            self.stand(day)
            self.chosen.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position())
        there = day is not None or bool(self._side(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)
        if day != self._hover:
            self._hover = day
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.turn(-1 if turned > 0 else 1)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _PUSH:
            self.stand(_on(self._day, _PUSH[Qt.Key(key)]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_T}:
            self.stand(self._today)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._at(QPointF(event.pos()))
            words = self._marks.get(day, "") if day is not None else ""
            QToolTip.showText(event.globalPos(), marked(words), self)
            return True
        return super().event(event)

    def _paint_day(self, painter: QPainter, day: dt.date, spot: QRectF) -> None:
        look, here = tokens(), day == self._day
        round_part = QRectF(spot.center().x() - 14, spot.center().y() - 14, 28, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(QColor(look.accent))
            painter.drawEllipse(round_part)
        elif day == self._hover:
            painter.setBrush(QColor(look.accent_soft))
            painter.drawEllipse(round_part)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._today:
            painter.setPen(QPen(QColor(look.accent), 1.6))
            painter.drawEllipse(round_part.adjusted(-0.5, -0.5, 0.5, 0.5))
        if here and self.hasFocus():
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawEllipse(round_part.adjusted(-2.5, -2.5, 2.5, 2.5))
        other = day.month != self._month.month
        ink = look.on_accent if here else look.ink3 if other else look.ink
        self._write(painter, round_part, str(day.day), ink, bold=day == self._today)
        if day in self._marks:
            dot = QColor(look.on_accent if here else look.ink3 if day in self._hollow else look.danger)
            painter.setPen(QPen(dot, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush if day in self._hollow else dot)
            painter.drawEllipse(QPointF(round_part.center().x(), round_part.bottom() - 3.5), 1.8, 1.8)

    def _write(
        self, painter: QPainter, spot: QRectF, text: str, ink: str, size: int = 13, bold: bool = False
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(spot, _CENTRE, text)

    def _arrow(self, painter: QPainter, side: int) -> None:
        middle = self._side_spot(side).center()
        painter.setPen(QPen(QColor(tokens().ink2), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        tip = QPointF(middle.x() + 3 * side, middle.y())
        painter.drawLine(QPointF(middle.x() - 2 * side, middle.y() - 5), tip)
        painter.drawLine(QPointF(middle.x() - 2 * side, middle.y() + 5), tip)

    def _head(self) -> QRectF:
        return QRectF(_PAD + _CELL, 4, (_WEEK - 2) * _CELL, _TOP - 4)

    def _side_spot(self, side: int) -> QRectF:
        return QRectF(_PAD if side < 0 else _PAD + (_WEEK - 1) * _CELL, 4, _CELL, _TOP - 4)

    def _side(self, at: QPointF) -> int:
        """-1 on the arrow back, 1 on the one ahead, else 0."""
        return next((side for side in (-1, 1) if self._side_spot(side).contains(at)), 0)

    def _at(self, at: QPointF) -> dt.date | None:
        column = int((at.x() - _PAD) // _CELL)
        row = int((at.y() - _TOP - _NAMES) // _ROW)
        if not (0 <= column < _WEEK and 0 <= row < _WEEKS):
            return None
        return self.days()[row * _WEEK + column]

    def _say(self) -> None:
        special = self._marks.get(self._day, "")
        words = [self._day_words(self._day), *([special] if special else [])]
        self.setAccessibleName(", ".join(words))
        if self.hasFocus():
            from PySide6.QtGui import QAccessible, QAccessibleEvent

            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


def _on(day: dt.date, days: int) -> dt.date:
    """As many days on; at the calendar's ends it stays."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return day
