"""The one widget that shows a matplotlib figure; says which mark the mouse is on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.widgets.tokens import tokens

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Mark = tuple[object, tuple[float, float, float, float]]


class FigureView(QWidget):
    """Shows a figure; `marks` are (key, (x0, y0, x1, y1)) in the data of the figure's first axes.

    `hovered(key, point)` comes with None when the mouse leaves the marks, `pressed(key)` on a click.
    matplotlib is imported when the first figure is shown.
    """

    hovered = Signal(object, QPoint)
    pressed = Signal(object)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setMinimumHeight(120)
        self._figure: Figure | None = None
        self._marks: list[Mark] = []
        self._on: object = None
        self._canvas: Any = None
        self._picture: Any = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def show_figure(self, figure: Figure, marks: Sequence[Mark] = ()) -> None:
        """Show another figure."""
        self._figure = figure
        self._marks = list(marks)
        self._on = None
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self._figure, self._picture, self._marks = None, None, []
        self.update()

    def figure(self) -> Figure | None:
        """The figure shown."""
        return self._figure

    def mark_at(self, point: QPoint) -> object:
        """The key of the mark under a point of the widget, or None."""
        return next((key for key, rect in self._rects() if rect.contains(point)), None)

    def rect_of(self, key: object) -> QRectF:
        """Where a mark is on the widget; empty where it is not drawn."""
        return next((rect for mark, rect in self._rects() if mark == key), QRectF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._figure is not None:
            self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawImage(self.rect(), self._picture)
        if self._on is not None:
            shade = QColor(tokens().ink)
            shade.setAlpha(28)
            painter.fillRect(self.rect_of(self._on), shade)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        key = self.mark_at(point)
        if key != self._on:
            self._on = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()
        self.hovered.emit(key, point)

    def leaveEvent(self, event: QEvent) -> None:
        self._on = None
        self.hovered.emit(None, QPoint())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.mark_at(event.position().toPoint())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(key)

    def _draw(self) -> None:
        if self._figure is None or self.width() < 10 or self.height() < 10:
            return
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from PySide6.QtGui import QImage

        ratio = self.devicePixelRatioF()
        self._figure.set_dpi(100 * ratio)
        self._figure.set_size_inches(self.width() / 100, self.height() / 100)
        canvas = FigureCanvasAgg(self._figure)
        canvas.draw()
        wide, tall = canvas.get_width_height(physical=True)
        picture = QImage(
            bytes(canvas.buffer_rgba()), wide, tall, 4 * wide, QImage.Format.Format_RGBA8888
        ).copy()
        picture.setDevicePixelRatio(ratio)
        self._picture = picture
        self.update()

    def _rects(self) -> list[tuple[object, QRectF]]:
        if self._figure is None or not self._figure.axes or self._picture is None:
            return []
        to_pixels = self._figure.axes[0].transData.transform
        ratio = self.devicePixelRatioF()
        found = []
        for key, (x0, y0, x1, y1) in self._marks:
            (left, bottom), (right, top) = to_pixels([(x0, y0), (x1, y1)]) / ratio
            found.append((key, QRectF(left, self.height() - top, right - left, top - bottom).normalized()))
        return found
