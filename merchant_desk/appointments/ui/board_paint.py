"""Paints the day board: hours, shifts, cards, the now-line, the cursor, and what a drag would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from merchant_desk.appointments.ui.board_cards import CardPictures
from merchant_desk.appointments.ui.board_geometry import (
    GUTTER,
    HEADER,
    INSET,
    Box,
    Card,
    Grid,
    closed_parts,
)
from merchant_desk.shell import language, theme

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Column, DayBoard
    from merchant_desk.appointments.ui.board_cursor import Stop
    from merchant_desk.appointments.ui.board_drag import Outcome

_TEXT_PAD = 13


@dataclass(slots=True)
class Scene:
    """All that one picture of the board is made from; `x` and `y` are how far it is scrolled."""

    board: DayBoard
    grid: Grid
    cards: Sequence[Card]
    pictures: CardPictures
    now: dt.datetime
    width: float
    height: float
    x: float = 0
    y: float = 0
    cursor: Stop | None = None
    hover: Stop | None = None
    outcome: Outcome | None = None
    lifted: frozenset[str] = field(default_factory=frozenset)

    def visible_cards(self) -> list[Card]:
        """The cards that lie at least partly in the window."""
        right, bottom = self.x + self.width - GUTTER, self.y + self.height - HEADER
        return [
            card
            for card in self.cards
            if card.box.x < right
            and card.box.right > self.x
            and card.box.y < bottom
            and card.box.bottom > self.y
        ]


def paint(painter: QPainter, scene: Scene) -> None:
    """Paint the whole board inside the clip that is set."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look = theme.tokens()
    painter.fillRect(QRectF(0, 0, scene.width, scene.height), QColor(look.surface))
    painter.save()
    painter.setClipRect(
        QRectF(GUTTER, HEADER, scene.width - GUTTER, scene.height - HEADER), Qt.ClipOperation.IntersectClip
    )
    painter.translate(QPointF(GUTTER - scene.x, HEADER - scene.y))
    _ground(painter, scene)
    _hover(painter, scene)
    for card in scene.visible_cards():
        scene.pictures.lay_down(painter, card, 0.35 if card.line.appointment_id in scene.lifted else 1.0)
    _cursor(painter, scene)
    _outcome(painter, scene)
    painter.restore()
    _hours(painter, scene)
    _now_line(painter, scene)
    _header(painter, scene)


def _ground(painter: QPainter, scene: Scene) -> None:
    """Off-hours shaded, hour and half-hour lines, lines between the columns."""
    grid, look = scene.grid, theme.tokens()
    shade = QColor(look.bg)
    for index, column in enumerate(scene.board.columns):
        left = index * grid.column_width
        for top, bottom in closed_parts(grid, column.spans):
            painter.fillRect(QRectF(left, top, grid.column_width, bottom - top), shade)
    painter.setPen(QPen(QColor(look.line_soft), 1))
    for minute in range(grid.first, grid.last + 1, 60):
        y = round(grid.y(minute)) + 0.5
        painter.drawLine(QLineF(0, y, max(grid.width, scene.width), y))
    painter.setPen(QPen(QColor(look.line), 1))
    for index in range(1, grid.columns):
        x = round(index * grid.column_width) + 0.5
        painter.drawLine(QLineF(x, 0, x, grid.height))


def _hover(painter: QPainter, scene: Scene) -> None:
    """The free slot under the pointer, with its time."""
    if scene.hover is None or scene.outcome is not None:
        return
    look = theme.tokens()
    box = scene.grid.span_box(scene.hover.column, scene.hover.start, scene.hover.end)
    soft = QColor(look.accent_soft)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(_rect(box), 6, 6)
    painter.setFont(theme.font(11))
    painter.setPen(QColor(look.accent))
    spot = QRectF(box.x + _TEXT_PAD, box.y, box.width - 2 * _TEXT_PAD, min(box.height, 22))
    painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter), "+ " + language.time_text(scene.hover.start))


def _cursor(painter: QPainter, scene: Scene) -> None:
    """The keyboard's ring around a card or a free slot."""
    if scene.cursor is None:
        return
    stop = scene.cursor
    box = stop.card.box if stop.card else scene.grid.span_box(stop.column, stop.start, stop.end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.tokens().accent), 2))
    painter.drawRoundedRect(_rect(box).adjusted(-1, -1, 1, 1), 7, 7)
    if stop.card is None:
        painter.setFont(theme.font(11, bold=True))
        spot = QRectF(box.x + _TEXT_PAD, box.y, box.width - 2 * _TEXT_PAD, min(box.height, 22))
        painter.drawText(
            spot, int(Qt.AlignmentFlag.AlignVCenter), "+ " + language.span_text(stop.start, stop.end)
        )


def _outcome(painter: QPainter, scene: Scene) -> None:
    """What letting go would do; in the colour of danger where it would clash."""
    if scene.outcome is None:
        return
    look, outcome = theme.tokens(), scene.outcome
    wrong = bool(outcome.against)
    edge = QColor(look.danger if wrong else look.accent)
    fill = QColor(look.danger_soft if wrong else look.accent_soft)
    fill.setAlpha(225)
    for part in outcome.parts:
        rect = _rect(scene.grid.span_box(part.column, part.start, part.end))
        painter.setBrush(fill)
        dashed = Qt.PenStyle.DashLine if outcome.off_shift and not wrong else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, 1.6, dashed))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(QColor(look.danger if wrong else look.ink))
        painter.setFont(theme.font(13, bold=True))
        spot = rect.adjusted(_TEXT_PAD, 3, -6, 0)
        lines = [language.span_text(part.start, part.end)]
        if part.line is not None:
            lines.append(part.line.customer)
        trouble = _trouble_words(outcome)
        if trouble:
            lines.insert(1, trouble)
        for text in lines[: max(1, int(rect.height() // 18))]:
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignTop), shown)
            spot.setTop(spot.top() + 18)
            painter.setFont(theme.font(11))


def _trouble_words(outcome: Outcome) -> str:
    if outcome.against:
        words = QCoreApplication.translate("board", "Taken by {customer}")
        return words.replace("{customer}", outcome.against)
    if outcome.off_shift:
        return QCoreApplication.translate("board", "Outside the shift")
    return ""


def _hours(painter: QPainter, scene: Scene) -> None:
    """The hours at the left."""
    grid, look = scene.grid, theme.tokens()
    painter.save()
    painter.setClipRect(QRectF(0, HEADER - 8, GUTTER, scene.height), Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(0, HEADER, GUTTER, scene.height), QColor(look.surface))
    painter.setFont(theme.font(11))
    painter.setPen(QColor(look.ink3))
    for minute in range(grid.first, grid.last + 1, 60):
        y = HEADER + grid.y(minute) - scene.y
        if y < HEADER - 8 or y > scene.height - 8:
            continue
        text = f"{minute // 60:02d}:00"
        spot = QRectF(0, y - 8, GUTTER - 9, 16)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    painter.restore()
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(QLineF(GUTTER - 0.5, 0, GUTTER - 0.5, scene.height))


def _now_line(painter: QPainter, scene: Scene) -> None:
    """A thin red line across at the present minute, with its dot on the hours' edge."""
    grid = scene.grid
    if scene.now.date() != grid.day or not grid.first <= grid.minute_of(scene.now) <= grid.last:
        return
    y = HEADER + grid.y_of(scene.now) - scene.y
    if y < HEADER:
        return
    colour = QColor(theme.tokens().now)
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QLineF(GUTTER - 6, y, scene.width, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(GUTTER - 6, y), 4, 4)


def _header(painter: QPainter, scene: Scene) -> None:
    """Each worker's name, with the day's sales below it."""
    look, grid = theme.tokens(), scene.grid
    painter.save()
    painter.setClipRect(QRectF(GUTTER, 0, scene.width - GUTTER, HEADER), Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRectF(GUTTER, 0, scene.width - GUTTER, HEADER), QColor(look.surface))
    for index, column in enumerate(scene.board.columns):
        left = GUTTER + index * grid.column_width - scene.x
        _column_head(painter, column, QRectF(left, 0, grid.column_width, HEADER))
        if index:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QLineF(round(left) + 0.5, 0, round(left) + 0.5, HEADER))
    painter.restore()
    painter.setPen(QPen(QColor(look.line), 1))
    painter.drawLine(QLineF(GUTTER, HEADER - 0.5, scene.width, HEADER - 0.5))


def _column_head(painter: QPainter, column: Column, rect: QRectF) -> None:
    look = theme.tokens()
    inside = rect.adjusted(INSET + 4, 6, -INSET, 0)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    elide = Qt.TextElideMode.ElideRight
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(QColor(look.ink))
    name = QFontMetricsF(painter.font()).elidedText(column.worker, elide, inside.width())
    painter.drawText(inside, flags, name)
    painter.setFont(theme.font(11))
    painter.setPen(QColor(look.ink3))
    text = column_line(column)
    below = inside.adjusted(0, 18, 0, 0)
    painter.drawText(below, flags, QFontMetricsF(painter.font()).elidedText(text, elide, below.width()))


def column_line(column: Column) -> str:
    """'6 sales · ¥1,180', or that the worker is not on shift."""
    if not column.spans and not column.count:
        return QCoreApplication.translate("board", "Not on shift")
    return f"{BoardCounts().sales(column.count)} · {language.money(column.takings)}"


class BoardCounts(QObject):
    """lupdate finds plurals in `tr` only."""

    def sales(self, count: int) -> str:
        return self.tr("%n sale(s)", "", count)


def _rect(box: Box) -> QRectF:
    return QRectF(round(box.x) + 0.5, round(box.y) + 0.5, round(box.width) - 1, round(box.height) - 1)
