"""From seen to return: how many of those who saw a content asked, booked, came, and came again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from merchant_desk.shell import language, theme

if TYPE_CHECKING:
    from merchant_desk.insights.content_queries import ContentStory

_ROW = 26
_BAR = 18
_GAP = 12
# From pale to full, as the crowd thins out.
_SHADES = (0.42, 0.56, 0.70, 0.85, 1.0)


class FunnelView(QWidget):
    """Five bars in the source's colour; the people's four share one scale, views stand for themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "unknown"
        self._steps: list[tuple[str, int | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_story(self, kind: str, story: ContentStory) -> None:
        """Show what came of a content of this kind."""
        self._kind = kind
        self._steps = [
            (self.tr("Views"), story.views),
            (self.tr("Named it"), story.asked),
            (self.tr("Booked"), story.booked),
            (self.tr("Came"), story.came),
            (self.tr("Came again"), story.came_again),
        ]
        self.setAccessibleName("; ".join(f"{word}: {_figure(count)}" for word, count in self._steps))
        self.updateGeometry()
        self.update()

    def steps(self) -> list[tuple[str, int | None]]:
        """Each step's word and its number."""
        return list(self._steps)

    def sizeHint(self) -> QSize:
        return QSize(260, _ROW * 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13))
        metrics = painter.fontMetrics()
        words = max(metrics.horizontalAdvance(word) for word, _count in self._steps)
        figures = max(metrics.horizontalAdvance(_figure(count)) for _word, count in self._steps)
        left, right = words + _GAP, self.width() - figures - _GAP
        most = max([count or 0 for _word, count in self._steps[1:]])
        look = theme.tokens()
        align = Qt.AlignmentFlag.AlignVCenter
        for at, (word, count) in enumerate(self._steps):
            top = at * _ROW
            line = QRectF(0, top, self.width(), _ROW)
            painter.setPen(QColor(look.ink2))
            painter.drawText(line, int(align | Qt.AlignmentFlag.AlignLeft), word)
            painter.setPen(QColor(look.ink))
            painter.drawText(line, int(align | Qt.AlignmentFlag.AlignRight), _figure(count))
            painter.setPen(Qt.PenStyle.NoPen)
            bar = QRectF(left, top + (_ROW - _BAR) / 2, max(0, right - left), _BAR)
            painter.setBrush(QColor(look.line_soft))
            painter.drawRoundedRect(bar, 4, 4)
            whole = count if at == 0 else most
            if count and whole:
                bar.setWidth(max(4.0, bar.width() * count / whole))
                colour = theme.source_colour(self._kind)
                colour.setAlphaF(_SHADES[at])
                painter.setBrush(colour)
                painter.drawRoundedRect(bar, 4, 4)


def _figure(count: int | None) -> str:
    return "–" if count is None else language.number(count)
