"""Where sheets stand: above the page, beside a scrim, one on top of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from merchant_desk.widgets.tokens import tokens

if TYPE_CHECKING:
    from merchant_desk.shell.sheet import Sheet

SLIDE_MS = 140
_SHADOW = 24


def moves() -> bool:
    """Whether things may slide: not where the system asks for rest, nor on a screen that is not there."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return False
    # Qt's larger classes cost milliseconds at their first touch; no sheet slides before the first frame.
    from PySide6.QtWidgets import QStyle

    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class SheetHost(QWidget):
    """Covers its parent while a sheet is open; a press on the scrim leaves the sheet."""

    changed = Signal()  # another sheet is on top, or none

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack: list[Sheet] = []
        self._before: list[QWidget | None] = []
        parent.installEventFilter(self)
        self.hide()

    def open(self, sheet: Sheet) -> None:
        """Slide a sheet in."""
        self._before.append(QApplication.focusWidget())
        if self._stack:
            self._stack[-1].hide()
        self._stack.append(sheet)
        sheet.setParent(self)
        sheet.closed.connect(lambda: self._drop(sheet))
        self._fill()
        self.show()
        self.raise_()
        sheet.show()
        if moves():
            _slide(sheet, self.width())
        sheet.refocus()
        self.changed.emit()

    def current(self) -> Sheet | None:
        """The sheet on top."""
        return self._stack[-1] if self._stack else None

    def leave_all(self) -> bool:
        """Close all sheets; one that would lose something asks first, and then the answer is no."""
        while self._stack:
            if not self._stack[-1].leave():
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._fill()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._stack and event.button() == Qt.MouseButton.LeftButton:
            self._stack[-1].leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = tokens().name == "dark"
        painter.fillRect(self.rect(), QColor(0, 0, 0, 120) if dark else QColor(31, 35, 40, 46))
        if self._stack:
            from PySide6.QtGui import QLinearGradient

            left = self._stack[-1].x()
            shadow = QLinearGradient(left - _SHADOW, 0, left, 0)
            shadow.setColorAt(0, QColor(0, 0, 0, 0))
            shadow.setColorAt(1, QColor(0, 0, 0, 70 if dark else 26))
            painter.fillRect(left - _SHADOW, 0, _SHADOW, self.height(), shadow)

    def _fill(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        for sheet in self._stack:
            sheet.setGeometry(self.width() - sheet.width(), 0, sheet.width(), self.height())

    def _drop(self, sheet: Sheet) -> None:
        if sheet not in self._stack:
            return
        at = self._stack.index(sheet)
        self._stack.pop(at)
        before = self._before.pop(at)
        sheet.hide()
        sheet.deleteLater()
        if self._stack:
            self._stack[-1].show()
        else:
            self.hide()
        self.changed.emit()
        # shiboken raises where the widget that had the focus went with its page meanwhile.
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            return


def _slide(sheet: Sheet, from_x: int) -> None:
    from PySide6.QtCore import QEasingCurve, QPropertyAnimation

    slide = QPropertyAnimation(sheet, b"pos", sheet)
    slide.setDuration(SLIDE_MS)
    slide.setEasingCurve(QEasingCurve.Type.OutCubic)
    slide.setStartValue(QPoint(from_x, 0))
    slide.setEndValue(sheet.pos())
    slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
