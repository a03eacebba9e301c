"""Labels, dots and lines. Every text is plain: what a customer typed as a name stays what it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from merchant_desk.widgets.tokens import tokens


def plain_label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label that never reads markup; `role` is its look in the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def plain_tip(widget: QWidget, text: str) -> None:
    """A tooltip that never reads markup: Qt guesses rich text in tooltips, so it is escaped."""
    widget.setToolTip(marked(text))


def marked(text: str) -> str:
    """Plain text as the markup that shows it, for Qt's tooltips; "" stays "".

    Written out here: Python's html module brings a table of two thousand names along.
    """
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{plain}</span>" if text else ""


class ElidedLabel(QLabel):
    """A one-line label that ends in "…" where room is short; the whole text is its tooltip."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(16)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 16))
        if shown != self.text():
            super().setText(shown)
        plain_tip(self, self._whole if shown != self._whole else "")


def draw_dot(painter: QPainter, rect: QRectF, brush: QBrush | QColor) -> None:
    """A round mark; what is not known is a ring rather than a hatching too fine to see."""
    fill = QBrush(brush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill.style() == Qt.BrushStyle.TexturePattern:
        painter.setPen(QPen(QColor(tokens().source["unknown"]), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(0.8, 0.8, -0.8, -0.8))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(rect)


class Dot(QWidget):
    """A small round mark in a source's colour; its word always stands beside it."""

    def __init__(self, brush: QBrush | QColor, size: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = QBrush(brush)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_dot(painter, QRectF(self.rect()), self._brush)


def rule(role: str = "rule") -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("role", role)
    line.setFixedHeight(1)
    return line
