"""Paints the month: a cell for each day with its date, holiday, count, and a bar of how full it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from merchant_desk.appointments.ui.board_heads import BoardCounts, mark_words, paint_badge
from merchant_desk.shell import language, theme
from merchant_desk.widgets.tokens import hatched

if TYPE_CHECKING:
    from merchant_desk.appointments.model import DayLoad

HEAD = 32
FOOT = 30
_RADIUS = 9
_PAD = 10
_BAR = 6
_TALL = 72
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class MonthScene(NamedTuple):
    """All that one picture of a month is made from; `foot` is the line below the weeks."""

    days: Sequence[DayLoad]
    month: dt.date
    cells: Sequence[QRectF]
    today: dt.date
    stands_on: dt.date | None
    hover: int
    size: QSize
    foot: str


def paint_month(painter: QPainter, scene: MonthScene) -> None:
    """Paint the whole widget; the corners of the card around it stay as they are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = theme.tokens()
    whole = QRectF(0, 0, scene.size.width(), scene.size.height())
    outline = QPainterPath()
    outline.addRoundedRect(whole, _RADIUS, _RADIUS)
    painter.setClipPath(outline)
    painter.fillRect(whole, QColor(look.surface))
    closed = hatched(QColor(look.line))
    for index, (load, cell) in enumerate(zip(scene.days, scene.cells, strict=True)):
        _ground(painter, scene, load, cell, closed, index == scene.hover)
        _words(painter, scene, load, cell)
    _lines(painter, scene)
    for load, cell in zip(scene.days, scene.cells, strict=True):
        if load.day == scene.stands_on:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.accent), 2))
            painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 6, 6)
    if scene.foot:
        painter.setFont(theme.font(11))
        painter.setPen(QColor(look.ink3))
        spot = QRectF(_PAD + 2, whole.bottom() - FOOT, whole.width() - 2 * _PAD, FOOT)
        painter.drawText(spot, _LEFT, scene.foot)


def _ground(
    painter: QPainter, scene: MonthScene, load: DayLoad, cell: QRectF, closed: QBrush, hover: bool
) -> None:
    look = theme.tokens()
    if load.mark.closed is not None:
        painter.fillRect(cell, closed)
    elif load.day.month != scene.month.month:
        painter.fillRect(cell, QColor(look.bg))
    if hover:
        wash = QColor(look.accent_soft)
        wash.setAlpha(110)
        painter.fillRect(cell, wash)


def _words(painter: QPainter, scene: MonthScene, load: DayLoad, cell: QRectF) -> None:
    look = theme.tokens()
    other, today = load.day.month != scene.month.month, load.day == scene.today
    inside = cell.adjusted(_PAD, 7, -_PAD, -9)
    wide = QFontMetricsF(theme.font(13, bold=True)).horizontalAdvance(str(load.day.day))
    number = QRectF(inside.left(), inside.top(), wide, 22)
    if today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(number.center(), 12, 12)
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(QColor(look.on_accent if today else look.ink3 if other else look.ink))
    painter.drawText(number, _CENTRE, str(load.day.day))
    right = paint_badge(painter, load.mark, inside.right(), inside.top() + 3)
    said = mark_words(load.mark, beside_badge=True)
    if said:
        off = load.mark.holiday is not None and not load.mark.holiday.works
        # Below the number where there is room, for a name as long as "Dragon Boat Festival".
        below = inside.height() >= _TALL
        left = inside.left() + (0 if below else 26)
        top = inside.top() + (22 if below else 0)
        spot = QRectF(left, top, (inside.right() if below else right) - left, 22 if not below else 18)
        _line(painter, spot, " · ".join(said), look.danger if off and not other else look.ink2, _LEFT)
    _load(painter, load, inside, other)


def _load(painter: QPainter, load: DayLoad, inside: QRectF, other: bool) -> None:
    """How many, and the bar of booked against open time."""
    look = theme.tokens()
    tall = inside.height() >= _TALL
    row = QRectF(inside.left(), inside.bottom() - _BAR - (22 if tall else 17), inside.width(), 18)
    share = language.percent(load.share)
    figure = QFontMetricsF(theme.font(11)).horizontalAdvance(share) if load.open else 0
    if load.booked:
        words = BoardCounts().appointments(load.booked)
        spot = row.adjusted(0, 0, -figure - 6 if figure else 0, 0)
        if QFontMetricsF(theme.font(11)).horizontalAdvance(words) > spot.width():
            words = language.number(load.booked)
        _line(painter, spot, words, look.ink3 if other else look.ink2, _LEFT)
    elif not load.open and load.mark.closed is None:
        _line(painter, row, QCoreApplication.translate("board", "Nobody works"), look.ink3, _LEFT)
    if not load.open and not load.booked:
        return
    track = QRectF(inside.left(), inside.bottom() - _BAR, inside.width(), _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.line_soft))
    painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
    if load.busy:
        filled = QRectF(track)
        filled.setWidth(max(track.width() * min(load.share, 1.0), _BAR))
        colour = QColor(look.danger if load.share > 1 else look.accent)
        colour.setAlphaF(0.55 if other else 1.0)
        painter.setBrush(colour)
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
    if load.open and load.booked:
        _line(painter, row, share, look.ink3, _RIGHT)


def _line(painter: QPainter, spot: QRectF, text: str, ink: str, flags: int) -> None:
    painter.setFont(theme.font(11))
    painter.setPen(QColor(ink))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(spot, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width()))


def _lines(painter: QPainter, scene: MonthScene) -> None:
    """The names of the weekdays and the lines between the days."""
    look = theme.tokens()
    for weekday, cell in enumerate(scene.cells[:7]):
        spot = QRectF(cell.left() + _PAD, 0, cell.width() - _PAD, HEAD)
        here = scene.today.weekday() == weekday and any(load.day == scene.today for load in scene.days)
        ink = look.accent if here else look.ink3
        _line(painter, spot, language.weekday_name(weekday, short=True), ink, _LEFT)
    painter.setPen(QPen(QColor(look.line_soft), 1))
    for cell in scene.cells[::7]:
        painter.drawLine(QLineF(0, cell.top() + 0.5, scene.size.width(), cell.top() + 0.5))
    for cell in scene.cells[1:7]:
        painter.drawLine(QLineF(cell.left() + 0.5, HEAD, cell.left() + 0.5, scene.cells[-1].bottom()))
    if scene.foot:
        low = scene.cells[-1].bottom() + 0.5
        painter.drawLine(QLineF(0, low, scene.size.width(), low))
