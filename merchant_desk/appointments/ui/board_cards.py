"""Paints one card of the board, as much of it as there is room for, and says it in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from merchant_desk.shell import icons, language, theme
from merchant_desk.shell.words import source_name, status_name
from merchant_desk.widgets.tokens import hatched, source_brush, source_colour

if TYPE_CHECKING:
    from merchant_desk.appointments.model import BoardLine
    from merchant_desk.appointments.ui.board_geometry import Card

RADIUS = 6
_BAR = 4
_PAD = 13
_NAME, _SERVICE, _SMALL = 18, 17, 16
_NARROW = 84
_SIGN = 12
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
_LEFT = int(_LINE | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(_LINE | Qt.AlignmentFlag.AlignRight)
Told = Literal["worker", "place"]

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
    """Draws cards, each once: what is scrolled or dragged past is only laid down again.

    `told` says what a card names besides: its "worker" where a column holds several, else its "place".
    """

    def __init__(self, told: Told = "place") -> None:
        self.told = told
        self._drawn: dict[tuple[str, int, int, float], tuple[BoardLine, QPixmap]] = {}
        self._around = hatched(QColor(theme.tokens().line))

    def lay_down(self, painter: QPainter, card: Card, ratio: float, opacity: float = 1.0) -> None:
        """Put a card into its place; fainter where a drag has lifted it from there."""
        box = card.box
        x, y = round(box.x), round(box.y)
        picture = self._picture(card.line, round(box.right) - x, round(box.bottom) - y, ratio)
        if opacity == 1.0:
            painter.drawPixmap(x, y, picture)
            return
        painter.setOpacity(opacity)
        painter.drawPixmap(x, y, picture)
        painter.setOpacity(1.0)

    def lay_around(self, painter: QPainter, card: Card) -> None:
        """Hatch the time that its worker needs before and after: why nobody else can have it."""
        box = card.box
        for top, bottom in ((card.busy_top, box.y), (box.bottom, card.busy_bottom)):
            if bottom - top >= 1:
                painter.fillRect(QRectF(round(box.x), top, round(box.width), bottom - top), self._around)

    def forget_others(self, lines: Iterable[BoardLine]) -> None:
        """Keep only the pictures of these lines."""
        kept = {line.line_id for line in lines}
        self._drawn = {key: drawn for key, drawn in self._drawn.items() if key[0] in kept}

    def _picture(self, line: BoardLine, width: int, height: int, ratio: float) -> QPixmap:
        key = (line.line_id, width, height, ratio)
        drawn = self._drawn.get(key)
        if drawn is not None and (drawn[0] is line or drawn[0] == line):
            return drawn[1]
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A pixel of air below keeps cards that touch apart.
        _paint(painter, line, QRectF(0.5, 0.5, width - 1, height - 2), self.told)
        painter.end()
        self._drawn[key] = (line, picture)
        return picture


def _paint(painter: QPainter, line: BoardLine, rect: QRectF, told: Told) -> None:
    ink = _ink(line)
    outline = QPainterPath()
    outline.addRoundedRect(rect, RADIUS, RADIUS)
    painter.fillPath(outline, ink.fill)
    painter.setPen(QPen(ink.edge, 1))
    painter.drawPath(outline)
    # Clipped to rectangles only: through a rounded clip every fill costs as much as all the words.
    if line.squeezed:
        painter.setClipRect(rect.adjusted(1, 1, -1, -1))
        _hatch(painter, rect, ink.edge)
    painter.setClipRect(QRectF(0, 0, rect.left() - 0.5 + _BAR, rect.bottom() + 1))
    painter.setOpacity(ink.strength)
    painter.fillPath(outline, source_brush(line.source or "unknown"))
    painter.setOpacity(1.0)
    painter.setClipRect(rect.adjusted(0, 0, -1, 0))
    (_words if rect.width() >= _NARROW else _few_words)(painter, line, rect, ink, told)


def card_words(line: BoardLine) -> str:
    """The card as a sentence, for who hears the screen or points at it."""
    parts = [
        language.span_text(line.start, line.end),
        line.customer,
        line.service,
        line.worker,
        *([line.place] if line.place else []),
        source_name(line.source or "unknown"),
        status_name(line.status),
    ]
    if line.squeezed:
        parts.append(QCoreApplication.translate("board", "squeezed in"))
    if line.address:
        home = QCoreApplication.translate("board", "home visit: {address}")
        parts.append(home.replace("{address}", line.address))
    if line.repeats:
        parts.append(QCoreApplication.translate("board", "repeats"))
    if (line.busy_from, line.busy_to) != (line.start, line.end):
        busy = QCoreApplication.translate("board", "taken {time} with what comes before and after")
        parts.append(busy.replace("{time}", language.span_text(line.busy_from, line.busy_to)))
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


def _words(painter: QPainter, line: BoardLine, rect: QRectF, ink: _Ink, told: Told) -> None:
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
    row.setRight(_signs(painter, line, row, ink))
    if room < _SMALL - 5:
        row.setRight(row.right() - 14)
        painter.setPen(Qt.PenStyle.NoPen)
        _dot(painter, line, QPointF(row.right() + 10, row.center().y()), ink)
    # Where a column holds several workers, who does it is asked for before what brought the customer.
    worker = line.worker if told == "worker" else ""
    tight = worker and room < _SMALL - 5
    _text(painter, row, f"{worker} · {line.service}" if tight else line.service, theme.font(13), ink.text)
    row.setRight(inside.right())
    if room >= _SMALL - 5:
        row = QRectF(row.left(), row.bottom(), row.width(), _SMALL)
        _source(painter, line, row, ink, worker)
    for text in ("" if worker else line.place, " · ".join(remarks(line))):
        if text and rect.bottom() - row.bottom() >= _SMALL + 2:
            row = QRectF(row.left(), row.bottom() + 1, row.width(), _SMALL)
            _text(painter, row, text, theme.font(11), ink.small)


def _few_words(painter: QPainter, line: BoardLine, rect: QRectF, ink: _Ink, told: Told) -> None:
    """A narrow card, one of several side by side: the name, and below it what there is room for."""
    row = QRectF(rect.left() + _BAR + 4, rect.top(), rect.width() - _BAR - 5, min(_SMALL, rect.height()))
    font = QFont(theme.font(11, bold=True))
    font.setStrikeOut(line.status == "no_show")
    _text(painter, row, line.customer, font, ink.name, Qt.TextElideMode.ElideNone)
    small = theme.font(11)
    for text in (language.time_text(line.start), line.worker if told == "worker" else "", line.service):
        if text and rect.bottom() - row.bottom() >= _SMALL - 2:
            row.moveTop(row.top() + _SMALL - 1)
            _text(painter, row, text, small, ink.small, Qt.TextElideMode.ElideNone)
    if rect.bottom() - row.bottom() >= _SMALL + 2 and rect.width() >= 30:
        row.moveTop(row.top() + _SMALL)
        _signs(painter, line, row, ink)


def _signs(painter: QPainter, line: BoardLine, row: QRectF, ink: _Ink) -> float:
    """Small signs at the right of a row, for a home visit and one of a series; gives what is left of it."""
    right = row.right()
    for sign, there in (("home", bool(line.address)), ("refresh", line.repeats)):
        if there and right - row.left() >= _SIGN:
            spot = QPointF(right - _SIGN, row.center().y() - _SIGN / 2)
            painter.drawPixmap(spot, icons.pixmap(sign, _SIGN, ink.small.name()))
            right -= _SIGN + 4
    return right


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


def _source(painter: QPainter, line: BoardLine, row: QRectF, ink: _Ink, worker: str = "") -> None:
    """The dot, the worker where told, the source's word; at the right the state if not simply booked."""
    _dot(painter, line, QPointF(row.left() + 5, row.center().y()), ink)
    kind = line.source or "unknown"
    colour = QColor(theme.tokens().ink3) if kind == "unknown" else source_colour(kind)
    words = QRectF(row)
    words.setLeft(row.left() + 13)
    name = source_name(kind)
    font = theme.font(11)
    metrics = QFontMetricsF(font)
    if worker:
        _text(painter, words, worker, font, ink.text)
        words.setLeft(min(words.left() + metrics.horizontalAdvance(worker) + 6, words.right()))
    if line.status in _SAID:
        state = status_name(line.status)
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


def _text(
    painter: QPainter,
    row: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    # Where hardly two letters fit, dots would leave nothing: there the card's edge cuts.
    shown = text if elide == Qt.TextElideMode.ElideNone else _elided(font, text, row.width())
    painter.drawText(row, _LEFT, shown)


def _elided(font: QFont, text: str, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
