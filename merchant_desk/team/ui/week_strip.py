"""One week of one worker at a glance: hours, off days, time off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from merchant_desk.shell import language, theme
from merchant_desk.widgets.labels import marked

if TYPE_CHECKING:
    from merchant_desk.core.spans import Span
    from merchant_desk.team.model import DayHours

_HEAD = 20
_TRACK = 64
_FOOT = 32
_GAP = 6
_LEAST_DAY = 34
_SMALL_HOURS = 5 * 60


class Reach(NamedTuple):
    """The hours that a strip reaches over, in minutes after midnight."""

    first: int
    last: int


def reach(days: Iterable[DayHours]) -> Reach:
    """The whole hours around everything planned; 9 to 21 where nothing is.

    What is left of a night counts as the day's first hours, whenever they are: one who works at midnight
    would make everybody else's day small.
    """
    edges = [_minutes(day, span) for day in days for span in day.planned]
    first = min((start for start, _ in edges if start >= _SMALL_HOURS), default=9 * 60) // 60 * 60
    last = -(-max((end for _, end in edges), default=21 * 60) // 60) * 60
    return Reach(first, max(last, first + 60))


class WeekStrip(QWidget):
    """Seven narrow days; where hours are missing the day says why."""

    def __init__(self, days: Sequence[DayHours], colour: str, today: dt.date, over: Reach) -> None:
        super().__init__()
        self._days = tuple(days)
        self._colour = QColor(colour)
        self._today = today
        self._over = over
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(language.joined(self.told()))

    def told(self) -> list[str]:
        """Each day in words, as a screen reader says it."""
        return [self._told(day) for day in self._days]

    def sizeHint(self) -> QSize:
        return QSize(7 * (_LEAST_DAY + _GAP), _HEAD + _TRACK + _FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * _LEAST_DAY, _HEAD + _TRACK + _FOOT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._day_at(event.pos())
            # Qt guesses markup in tooltips; reasons are typed by people.
            said = marked(self.told()[at]) if at is not None else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, day in enumerate(self._days):
            self._paint_day(painter, self._column(at), day)

    def _paint_day(self, painter: QPainter, column: QRectF, day: DayHours) -> None:
        look, today = theme.tokens(), day.day == self._today
        painter.setFont(theme.font(11, bold=today))
        painter.setPen(QColor(look.accent if today else look.ink3))
        head = QRectF(column.x() - 3, 0, column.width() + 6, _HEAD - 4)
        weekday = language.weekday_name(day.day.weekday(), short=True)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, weekday)
        track = QRectF(column.x(), _HEAD, column.width(), _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.muted if day.planned or day.closed else look.line_soft))
        painter.drawRoundedRect(track, 6, 6)
        if not day.closed:
            for away in day.away:
                for span in day.planned:
                    self._paint_away(painter, track, day, _inside(away.span, span))
            for span in day.spans:
                self._paint_work(painter, self._part(track, day, span))
        self._paint_words(painter, column, track, day)

    def _paint_work(self, painter: QPainter, part: QRectF) -> None:
        soft = QColor(self._colour)
        soft.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(part, 4, 4)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(part.x(), part.y(), 3, part.height()), 1.5, 1.5)

    def _paint_away(self, painter: QPainter, track: QRectF, day: DayHours, span: Span | None) -> None:
        if span is None:
            return
        part = self._part(track, day, span)
        look = theme.tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(look.ink3), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.45)
        painter.drawRoundedRect(part, 4, 4)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.drawRoundedRect(part.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_words(self, painter: QPainter, column: QRectF, track: QRectF, day: DayHours) -> None:
        look = theme.tokens()
        painter.setFont(theme.font(11))
        word = self._why(day)
        foot = QRectF(column.x() - 4, _HEAD + _TRACK + 2, column.width() + 8, _FOOT / 2)
        if word:
            painter.setPen(QColor(look.ink3))
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, word)
            return
        painter.setPen(QColor(look.ink))
        first, last = _minutes(day, day.spans[0])[0], _minutes(day, day.spans[-1])[1]
        for row, minutes in enumerate((first, last)):
            line = foot.translated(0, row * (_FOOT / 2 - 2))
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, _clock(minutes))
        if day.differs:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent))
            painter.drawEllipse(QRectF(track.right() - 8, track.top() + 3, 5, 5))

    def _why(self, day: DayHours) -> str:
        """The word of a day nobody works, "" where somebody does."""
        if day.closed:
            return self.tr("closed")
        if day.spans:
            return ""
        return self.tr("away") if day.away else self.tr("off")

    def _told(self, day: DayHours) -> str:
        said = language.weekday_name(day.day.weekday(), short=True)
        why = self._why(day)
        hours = [f"{_clock(start)}–{_clock(end)}" for start, end in (_minutes(day, one) for one in day.spans)]
        said = f"{said} {why or ' + '.join(hours)}"
        if day.differs and not why:
            said = self.tr("{day} (this date only)").format(day=said)
        reasons = [one.off.reason for one in day.away if one.off.reason]
        if day.spans and day.away:
            gone = [_inside(one.span, span) for one in day.away for span in day.planned]
            times = language.joined([language.span_text(*span) for span in gone if span])
            said = self.tr("{day}, away {times}").format(day=said, times=times)
        return f"{said} · {language.joined(reasons)}" if reasons else said

    def _column(self, at: int) -> QRectF:
        width = (self.width() - 6 * _GAP) / 7
        return QRectF(at * (width + _GAP), 0, width, self.height())

    def _day_at(self, point: QPoint) -> int | None:
        columns = (self._column(at) for at in range(len(self._days)))
        return next((at for at, column in enumerate(columns) if column.contains(point)), None)

    def _part(self, track: QRectF, day: DayHours, span: Span) -> QRectF:
        start, end = (max(minutes, self._over.first) for minutes in _minutes(day, span))
        scale = (track.height() - 4) / (self._over.last - self._over.first)
        top = track.top() + 2 + (start - self._over.first) * scale
        return QRectF(track.x() + 2, top, track.width() - 4, max(4.0, (end - start) * scale))


def _minutes(day: DayHours, span: Span) -> tuple[int, int]:
    midnight = dt.datetime.combine(day.day, dt.time())
    minute = dt.timedelta(minutes=1)
    return (span.start - midnight) // minute, (span.end - midnight) // minute


def _inside(away: Span, span: Span) -> Span | None:
    start, end = max(away.start, span.start), min(away.end, span.end)
    return span._replace(start=start, end=end) if start < end else None


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
