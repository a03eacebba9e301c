"""The heads of the board's columns: a worker with the day's sales, a room, or a day with its holiday."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from merchant_desk.appointments.board.spread import is_live
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER, INSET
from merchant_desk.shell import language, theme

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Strip
    from merchant_desk.appointments.model import DayLoad, DayMark
    from merchant_desk.appointments.ui.board_paint import Scene

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_BADGE = 16


def paint_heads(painter: QPainter, scene: Scene) -> None:
    """The heads above the columns, scrolled sideways with them."""
    look, grid = theme.tokens(), scene.grid
    painter.save()
    painter.setClipRect(QRectF(GUTTER, 0, scene.width - GUTTER, HEADER), Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(GUTTER, 0, scene.width - GUTTER, HEADER), QColor(look.surface))
    for index, strip in enumerate(scene.spread.strips):
        left = GUTTER + index * grid.column_width - scene.x
        rect = QRectF(left, 0, grid.column_width, HEADER)
        if rect.right() > GUTTER and left < scene.width:
            if scene.spread.view == "week":
                _day_head(painter, strip, rect, strip.day == scene.now.date())
            else:
                _write_head(painter, rect, strip_name(strip), strip_line(strip))
        if index:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QLineF(round(left) + 0.5, 0, round(left) + 0.5, HEADER))
    painter.restore()
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(QLineF(GUTTER, HEADER - 0.5, scene.width, HEADER - 0.5))


def strip_name(strip: Strip) -> str:
    """Who or what a column of a day is for."""
    if strip.kind == "place" and not strip.id:
        return QCoreApplication.translate("board", "Without a room")
    return strip.name


def strip_line(strip: Strip) -> str:
    """'6 sales · ¥1,180', or that the worker is not on shift; of a room how many appointments."""
    if strip.kind == "place":
        return BoardCounts().appointments(_booked(strip))
    if not strip.spans and not strip.sales:
        return QCoreApplication.translate("board", "Not on shift")
    return f"{BoardCounts().sales(strip.sales)} · {language.money(strip.takings)}"


def day_words(day: dt.date, mark: DayMark) -> str:
    """A day with what is special about it, in words."""
    return language.joined([language.day_title(day), *mark_words(mark)])


def mark_words(mark: DayMark, beside_badge: bool = False) -> list[str]:
    """The holiday's name, the working day in exchange, and the shop's closed day.

    Beside a badge the name is enough.
    """
    words = []
    if mark.holiday is not None:
        name = mark.holiday.called(language.current())
        working = QCoreApplication.translate("board", "working day for {holiday}")
        whole = mark.holiday.works and not beside_badge
        words.append(working.replace("{holiday}", name) if whole else name)
    if mark.closed is not None:
        words.append(" ".join((QCoreApplication.translate("board", "Closed"), mark.closed)).strip())
    return words


def load_words(load: DayLoad) -> str:
    """A day in words: its date, what is special, how many appointments, how full."""
    parts = [day_words(load.day, load.mark), BoardCounts().appointments(load.booked)]
    if load.open:
        booked = QCoreApplication.translate("board", "{share} booked")
        parts.append(booked.replace("{share}", language.percent(load.share)))
    return language.joined(parts)


def paint_badge(painter: QPainter, mark: DayMark, right: float, top: float) -> float:
    """The small mark of a holiday, or of a weekend day worked in exchange; gives what is left of it."""
    if mark.holiday is None:
        return right
    look, works = theme.tokens(), mark.holiday.works
    text = badge_text(works)
    painter.setFont(theme.font(11, bold=True))
    wide = max(QFontMetricsF(painter.font()).horizontalAdvance(text) + 6, _BADGE)
    spot = QRectF(right - wide, top, wide, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.muted if works else look.danger_soft))
    painter.drawRoundedRect(spot, 4, 4)
    painter.setPen(QColor(look.ink2 if works else look.danger))
    painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), text)
    return right - wide - 4


def badge_text(works: bool) -> str:
    """One short word: a holiday, or a working day in exchange for one."""
    if works:
        return QCoreApplication.translate("board", "Work")
    return QCoreApplication.translate("board", "Off")


class BoardCounts(QObject):
    """lupdate finds plurals in `tr` only."""

    def sales(self, count: int) -> str:
        return self.tr("%n sale(s)", "", count)

    def appointments(self, count: int) -> str:
        return self.tr("%n appointment(s)", "", count)


def _day_head(painter: QPainter, strip: Strip, rect: QRectF, today: bool) -> None:
    """A day of the week: its name and date, and below how much is booked or which holiday it is."""
    look = theme.tokens()
    if today:
        painter.fillRect(rect, QColor(look.accent_soft))
    name = language.brief_day(strip.day)
    booked = BoardCounts().appointments(_booked(strip))
    marked = mark_words(strip.mark, beside_badge=True)
    below = " · ".join([*marked, booked] if _booked(strip) or not marked else marked)
    right = paint_badge(painter, strip.mark, rect.right() - 6, 7)
    _write_head(painter, rect, name, below, look.accent if today else look.ink, right)


def _write_head(
    painter: QPainter, rect: QRectF, name: str, line: str, ink: str = "", right: float | None = None
) -> None:
    look = theme.tokens()
    inside = rect.adjusted(INSET + 4, 6, -INSET, 0)
    head = QRectF(inside)
    if right is not None:
        head.setRight(min(inside.right(), right))
    _write(painter, head, name, 13, ink or look.ink, bold=True)
    _write(painter, inside.adjusted(0, 18, 0, 0), line, 11, look.ink3)


def _write(painter: QPainter, spot: QRectF, text: str, size: int, ink: str, bold: bool = False) -> None:
    painter.setFont(theme.font(size, bold))
    painter.setPen(QColor(ink))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(spot, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width()))


def _booked(strip: Strip) -> int:
    """How many appointments hold time in the column."""
    return len({line.appointment_id for line in strip.lines if is_live(line)})
