"""Growth against last year by kind of content, with the industry's 2024 marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.insights.model import Growth
from merchant_desk.insights.ui.readings import Readings
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import Dot, plain_label
from merchant_desk.widgets.layouts import emptied

_BAR = 10
_MARK_OVER = 3


class GrowthCard(Card):
    """A bar for each kind of content: how much more it brought than in the same days last year."""

    def __init__(self) -> None:
        super().__init__(self.tr("Growth on last year"), self.tr("beside the industry (2024)"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self.body.addSpacing(4)
        self.body.addLayout(self._rows)
        self.reading = plain_label(role="hint", wrap=True)
        self.body.addSpacing(4)
        self.body.addWidget(self.reading)
        self.body.addStretch(1)

    def show_growth(self, rows: Sequence[Growth]) -> None:
        """Show the kinds, all bars to one scale."""
        emptied(self._rows)
        most = max([row.industry for row in rows] + [row.growth or 0 for row in rows]) * 1.15
        for row in rows:
            self._rows.addWidget(_GrowthRow(row, most))
        self.reading.setText(
            Readings().growth(rows) or self.tr("There is no last year to hold this beside yet.")
        )


class _GrowthRow(QWidget):
    def __init__(self, row: Growth, most: float) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(Dot(theme.source_brush(row.kind)))
        line.addWidget(plain_label(words.source_name(row.kind)))
        line.addStretch(1)
        told = self._told(row)
        line.addWidget(plain_label(told, role="bad" if (row.growth or 0) < 0 else "strong"))
        industry = self.tr("industry {growth}").format(growth=language.percent(row.industry, signed=True))
        line.addWidget(plain_label(industry, role="hint"))
        column.addLayout(line)
        column.addWidget(_Bar(row, most))
        self.setAccessibleName(f"{words.source_name(row.kind)}: {told}, {industry}")

    def _told(self, row: Growth) -> str:
        if row.growth is not None:
            return language.percent(row.growth, signed=True)
        return self.tr("new") if row.takings > 0 else "–"


class _Bar(QWidget):
    """The growth as a bar, the industry's as a mark across it."""

    def __init__(self, row: Growth, most: float) -> None:
        super().__init__()
        self._row = row
        self._most = most
        self.setFixedHeight(_BAR + 2 * _MARK_OVER)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().line_soft))
        painter.drawRoundedRect(QRectF(0, _MARK_OVER, self.width(), _BAR), _BAR / 2, _BAR / 2)
        growth = self._row.growth or 0.0
        if growth > 0:
            wide = max(float(_BAR), self.width() * growth / self._most)
            painter.setBrush(theme.source_brush(self._row.kind))
            painter.drawRoundedRect(QRectF(0, _MARK_OVER, wide, _BAR), _BAR / 2, _BAR / 2)
        at = self.width() * self._row.industry / self._most
        painter.fillRect(QRectF(at - 1, 0, 2, self.height()), QColor(theme.tokens().ink))
