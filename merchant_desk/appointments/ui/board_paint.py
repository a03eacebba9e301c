"""Paints the board: hours, shifts, cards, the now-line, the cursor, and what a drag would do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER, Box, Card, Grid
from merchant_desk.appointments.ui.board_heads import paint_heads
from merchant_desk.shell import language, theme

if TYPE_CHECKING:
    from merchant_desk.appointments.board.spread import Spread
    from merchant_desk.appointments.ui.board_cards import CardPictures
    from merchant_desk.appointments.ui.board_cursor import Stop
    from merchant_desk.appointments.ui.board_drag import Outcome

_TEXT_PAD = 13
# From here on quarters and halves of an hour can be told apart.
_HALVES, _QUARTERS = 110, 160


class Scene(NamedTuple):
    """All that one picture of the board is made from; `x` and `y` are how far it is scrolled.

    `closed` are (column, top, bottom) outside the shifts; `exposed` is the part to be painted anew, in
    pixels of the window part, and `heads` whether the columns' heads are in it.
    """

    spread: Spread
    grid: Grid
    cards: Sequence[Card]
    closed: Sequence[tuple[int, float, float]]
    pictures: CardPictures
    now: dt.datetime
    width: float
    height: float
    exposed: QRectF
    heads: bool = True
    x: float = 0
    y: float = 0
    ratio: float = 1.0
    cursor: Stop | None = None
    hover: Stop | None = None
    outcome: Outcome | None = None
    lifted: frozenset[str] = frozenset()

    def visible_cards(self) -> list[Card]:
        """The cards that lie at least partly in the part to be painted, with what is around them."""
        left, top = self.exposed.x() - GUTTER + self.x, self.exposed.y() - HEADER + self.y
        right, bottom = left + self.exposed.width(), top + self.exposed.height()
        return [
            card
            for card in self.cards
            if card.busy_top < bottom
            and card.busy_bottom > top
            and card.box.x < right
            and card.box.x + card.box.width > left
        ]


def paint(painter: QPainter, scene: Scene) -> None:
    """Paint the exposed part of the board inside the clip that is set."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(scene.exposed, QColor(theme.tokens().surface))
    painter.save()
    painter.setClipRect(
        QRectF(GUTTER, HEADER, scene.width - GUTTER, scene.height - HEADER), Qt.ClipOperation.IntersectClip
    )
    painter.translate(QPointF(GUTTER - scene.x, HEADER - scene.y))
    _ground(painter, scene)
    cards = scene.visible_cards()
    for card in cards:
        if card.busy_top < card.box.y or card.busy_bottom > card.box.bottom:
            scene.pictures.lay_around(painter, card)
    _hover(painter, scene)
    for card in cards:
        faint = card.line.appointment_id in scene.lifted
        scene.pictures.lay_down(painter, card, scene.ratio, 0.35 if faint else 1.0)
    _cursor(painter, scene)
    _outcome(painter, scene)
    painter.restore()
    if scene.exposed.x() < GUTTER:
        _hours(painter, scene)
    _now_line(painter, scene)
    if scene.heads:
        paint_heads(painter, scene)


def _ground(painter: QPainter, scene: Scene) -> None:
    """Off-hours shaded, hour lines and where there is room also parts of hours, lines between columns."""
    grid, look = scene.grid, theme.tokens()
    shade = QColor(look.bg)
    for column, top, bottom in scene.closed:
        painter.fillRect(QRectF(column * grid.column_width, top, grid.column_width, bottom - top), shade)
    # Filled, not drawn: a line of one pixel costs a smoothing painter ten times as much.
    left, wide = round(scene.x), round(scene.width)
    soft, fine = QColor(look.line_soft), QColor(look.line_soft)
    fine.setAlphaF(0.55)
    top, bottom = scene.y - 2, scene.y + scene.height
    quarters = grid.hour_height >= _QUARTERS
    for minute in range(grid.first, grid.last + 1, 15 if quarters else 30):
        y = round(grid.y(minute))
        whole = minute % 60 == 0
        if top <= y <= bottom and (whole or grid.hour_height >= _HALVES):
            painter.fillRect(
                QRect(left, y, wide, 1), soft if whole or (minute % 30 == 0 and quarters) else fine
            )
    line = QColor(look.line)
    for index in range(1, grid.columns):
        painter.fillRect(QRect(round(index * grid.column_width), 0, 1, round(grid.height)), line)


def _hover(painter: QPainter, scene: Scene) -> None:
    """The free slot under the pointer, with its time."""
    if scene.hover is None or scene.outcome is not None:
        return
    look = theme.tokens()
    box = scene.grid.span_box(scene.hover.column, scene.hover.start, scene.hover.end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.accent_soft))
    painter.drawRoundedRect(rounded(box), 6, 6)
    painter.setFont(theme.font(11))
    painter.setPen(QColor(look.accent))
    spot = QRectF(box.x + _pad(box), box.y, box.width - 2 * _pad(box), min(box.height, 22))
    painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter), "+ " + language.time_text(scene.hover.start))


def _cursor(painter: QPainter, scene: Scene) -> None:
    """The keyboard's ring around a card or a free slot."""
    if scene.cursor is None:
        return
    stop = scene.cursor
    box = stop.card.box if stop.card else scene.grid.span_box(stop.column, stop.start, stop.end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.tokens().accent), 2))
    painter.drawRoundedRect(rounded(box).adjusted(-1, -1, 1, 1), 7, 7)
    if stop.card is None:
        painter.setFont(theme.font(11, bold=True))
        spot = QRectF(box.x + _pad(box), box.y, box.width - 2 * _pad(box), min(box.height, 22))
        painter.drawText(
            spot, int(Qt.AlignmentFlag.AlignVCenter), "+ " + language.span_text(stop.start, stop.end)
        )


def _outcome(painter: QPainter, scene: Scene) -> None:
    """What letting go would do; in the colour of danger where it would clash."""
    if scene.outcome is None:
        return
    look, outcome = theme.tokens(), scene.outcome
    wrong = outcome.trouble.clashes
    edge = QColor(look.danger if wrong else look.accent)
    fill = QColor(look.danger_soft if wrong else look.accent_soft)
    fill.setAlpha(225)
    for part in outcome.parts:
        if part.column < 0:
            continue
        box = scene.grid.span_box(part.column, part.start, part.end)
        rect = rounded(box)
        painter.setBrush(fill)
        dashed = Qt.PenStyle.DashLine if outcome.off_shift and not wrong else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, 1.6, dashed))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(QColor(look.danger if wrong else look.ink))
        painter.setFont(theme.font(13, bold=True))
        spot = rect.adjusted(_pad(box), 3, -4, 0)
        lines = [language.span_text(part.start, part.end)]
        if part.line is not None:
            lines.append(part.line.customer)
        trouble = trouble_words(outcome)
        if trouble:
            lines.insert(1, trouble)
        for text in lines[: max(1, int(rect.height() // 18))]:
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, spot.width())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignTop), shown)
            spot.setTop(spot.top() + 18)
            painter.setFont(theme.font(11))


def trouble_words(outcome: Outcome) -> str:
    """What is wrong with a drop, in a few words."""
    trouble = outcome.trouble
    if trouble.against:
        words = QCoreApplication.translate("board", "Taken by {customer}")
        return words.replace("{customer}", trouble.against)
    if trouble.full:
        words = QCoreApplication.translate("board", "{place} is taken")
        return words.replace("{place}", trouble.full)
    if trouble.nobody:
        return QCoreApplication.translate("board", "Nobody is free")
    if trouble.off_shift:
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
    """A thin red line at the present minute, in the columns of today, with its dot at their left edge."""
    grid, today = scene.grid, scene.now.date()
    mine = [index for index in range(grid.columns) if grid.days[index] == today]
    if not mine or not grid.first <= grid.minute_of(scene.now, mine[0]) <= grid.last:
        return
    y = HEADER + grid.y_of(scene.now, mine[0]) - scene.y
    if y < HEADER:
        return
    left = GUTTER + mine[0] * grid.column_width - scene.x
    right = GUTTER + (mine[-1] + 1) * grid.column_width - scene.x
    if scene.spread.view == "day":
        left, right = GUTTER, scene.width
    if right <= GUTTER:
        return
    dot = max(left, GUTTER) - (6 if left <= GUTTER else 0)
    colour = QColor(theme.tokens().now)
    painter.setPen(QPen(colour, 2))
    painter.drawLine(QLineF(dot, y, right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(dot, y), 4, 4)


def rounded(box: Box) -> QRectF:
    """The box on whole pixels."""
    return QRectF(round(box.x) + 0.5, round(box.y) + 0.5, round(box.width) - 1, round(box.height) - 1)


def _pad(box: Box) -> float:
    return _TEXT_PAD if box.width >= 120 else 6
