"""Paints one card of the day board, as much of it as there is room for, and says it in words."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from merchant_desk.shell import language, theme
from merchant_desk.shell.words import source_name, status_name
from merchant_desk.widgets.tokens import source_brush, source_colour

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine
    from merchant_desk.appointments.ui.board_geometry import Card

RADIUS = 6
_BAR = 4
_PAD = 13
_NAME, _SERVICE, _SMALL = 18, 17, 16
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_LEFT = int(_LINE | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(_LINE | Qt.AlignmentFlag.AlignRight)
_SAID = frozenset({"arrived", "confirmed", "done", "no_show"})


class _Ink(NamedTuple):
    """The colours of a card in its state."""

    fill: QColor
    edge: QColor
    name: QColor
    text: QColor
    small: QColor
    strength: float


class CardPictures:
    """Draws cards, each once: what is scrolled or dragged past is only laid down again."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[BoardLine, int, int, float], QPixmap] = {}

    def lay_down(self, painter: QPainter, card: Card, opacity: float = 1.0) -> None:
        """Put a card into its place; fainter where a drag has lifted it from there."""
        box = card.box
        x, y = round(box.x), round(box.y)
        picture = self._picture(card.line, round(box.right) - x, round(box.bottom) - y, _ratio(painter))
        painter.setOpacity(opacity)
        painter.drawPixmap(x, y, picture)
        painter.setOpacity(1.0)

    def forget_others(self, lines: Collection[BoardLine]) -> None:
        """Keep only the pictures of these lines."""
        kept = set(lines)
        self._drawn = {key: picture for key, picture in self._drawn.items() if key[0] in kept}

    def _picture(self, line: BoardLine, width: int, height: int, ratio: float) -> QPixmap:
        key = (line, width, height, ratio)
        picture = self._drawn.get(key)
        if picture is None:
            picture = QPixmap(round(width * ratio), round(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # A pixel of air below keeps cards that touch apart.
            _paint(painter, line, QRectF(0.5, 0.5, width - 1, height - 2))
            painter.end()
            self._drawn[key] = picture
        return picture


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _paint(painter: QPainter, line: BoardLine, rect: QRectF) -> None:
    ink = _ink(line)
    outline = QPainterPath()
    outline.addRoundedRect(rect, RADIUS, RADIUS)
    painter.fillPath(outline, ink.fill)
    painter.setPen(QPen(ink.edge, 1))
    painter.drawPath(outline)
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    if line.squeezed:
        _hatch(painter, rect, ink.edge)
    painter.setOpacity(ink.strength)
    bar = QRectF(rect.left() - 0.5, rect.top() - 0.5, _BAR + 0.5, rect.height() + 1)
    painter.fillRect(bar, source_brush(line.source or "unknown"))
    painter.setOpacity(1.0)
    _words(painter, line, rect, ink)


def card_words(line: BoardLine) -> str:
    """The card as a sentence, for who hears the screen: time, customer, service, source, state."""
    parts = [
        language.span_text(line.start, line.end),
        line.customer,
        line.service,
        source_name(line.source or "unknown"),
        status_name(line.status),
    ]
    if line.squeezed:
        parts.append(QCoreApplication.translate("board", "squeezed in"))
    return language.joined([*parts, *remarks(line)])


def remarks(line: BoardLine) -> list[str]:
    """What is worth knowing before they sit down: the note, and a first visit."""
    found = [" ".join(line.note.split())] if line.note else []
    if line.first_visit:
        found.append(QCoreApplication.translate("board", "first visit"))
    return found


def _hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Slanting lines over a card that was squeezed in."""
    painter.setPen(QPen(colour, 1.5))
    for shift in range(-int(rect.height()), int(rect.width()), 8):
        x = rect.left() + shift
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))


def _ink(line: BoardLine) -> _Ink:
    look = theme.tokens()
    edge, ink, ink2, ink3 = (QColor(text) for text in (look.line, look.ink, look.ink2, look.ink3))
    if line.status in {"done", "no_show"}:
        return _Ink(QColor(look.muted), edge, ink2, ink3, ink3, 0.7)
    if line.status == "arrived":
        return _Ink(QColor(look.accent_soft), edge, ink, ink2, ink2, 1.0)
    return _Ink(QColor(look.surface), edge, ink, ink2, ink3, 1.0)


def _words(painter: QPainter, line: BoardLine, rect: QRectF, ink: _Ink) -> None:
    """The lines of text that fit, most needed first."""
    inside = rect.adjusted(_PAD - 0.5, 0, -8, 0)
    high = rect.height()
    top = rect.top() + (min(4.0, max((high - 53) / 2 + 2, 2)) if high >= 40 else max((high - _NAME) / 2, 0))
    struck = line.status == "no_show"
    row = QRectF(inside.left(), top, inside.width(), _NAME)
    if high < _NAME + _SERVICE + 4:
        _head(painter, line, row, ink, f"{line.customer}  {line.service}", struck)
        return
    _head(painter, line, row, ink, line.customer, struck)
    row = QRectF(row.left(), row.bottom(), row.width(), _SERVICE)
    room = rect.bottom() - row.bottom()
    if room < _SMALL - 5:
        row.setRight(row.right() - 14)
        painter.setPen(Qt.PenStyle.NoPen)
        _dot(painter, line, QPointF(row.right() + 10, row.center().y()), ink)
    _text(painter, row, line.service, theme.font(13), ink.text)
    if room >= _SMALL - 5:
        row = QRectF(row.left(), row.bottom(), row.width(), _SMALL)
        _source(painter, line, row, ink)
    notes = remarks(line)
    if notes and room >= 2 * _SMALL:
        row = QRectF(row.left(), row.bottom() + 1, row.width(), _SMALL)
        _text(painter, row, " · ".join(notes), theme.font(11), ink.small)


def _head(painter: QPainter, line: BoardLine, row: QRectF, ink: _Ink, text: str, struck: bool) -> None:
    """The name at the left and the time at the right, as far as the card is wide enough."""
    small = theme.font(11)
    time = language.span_text(line.start, line.end)
    wide = QFontMetricsF(small).horizontalAdvance(time)
    if row.width() - wide < 60:
        time = language.time_text(line.start)
        wide = QFontMetricsF(small).horizontalAdvance(time)
    left = QRectF(row)
    if row.width() - wide >= 40:
        painter.setFont(small)
        painter.setPen(ink.small)
        painter.drawText(row, _RIGHT, time)
        left.setRight(row.right() - wide - 6)
    font = QFont(theme.font(13, bold=True))
    font.setStrikeOut(struck)
    _text(painter, left, text, font, ink.name)


def _source(painter: QPainter, line: BoardLine, row: QRectF, ink: _Ink) -> None:
    """The dot, the source's word, and at the right the state where it is not simply booked."""
    _dot(painter, line, QPointF(row.left() + 5, row.center().y()), ink)
    kind = line.source or "unknown"
    colour = QColor(theme.tokens().ink3) if kind == "unknown" else source_colour(kind)
    words = QRectF(row)
    words.setLeft(row.left() + 13)
    name = source_name(kind)
    font = theme.font(11)
    if line.status in _SAID:
        state = status_name(line.status)
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(name) + metrics.horizontalAdvance(state) + 14 < words.width():
            painter.setFont(font)
            painter.setPen(QColor(theme.tokens().accent) if line.status == "arrived" else ink.small)
            painter.drawText(words, _RIGHT, state)
    painter.save()
    painter.setOpacity(painter.opacity() * max(ink.strength, 0.85))
    _text(painter, words, name, font, colour)
    painter.restore()


def _dot(painter: QPainter, line: BoardLine, centre: QPointF, ink: _Ink) -> None:
    painter.save()
    painter.setOpacity(painter.opacity() * ink.strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(source_brush(line.source or "unknown"))
    painter.drawEllipse(centre, 4.5, 4.5)
    painter.restore()


def _text(painter: QPainter, row: QRectF, text: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, _LEFT, shown)
