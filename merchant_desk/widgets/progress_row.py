"""Long work on its way: how far it is, and a button that stops it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import ProgressLine
from merchant_desk.widgets.labels import plain_label

_EVERY_MS = 80


class Way:
    """How far a piece of work is; the thread that works tells it, the window's thread reads it."""

    def __init__(self) -> None:
        self._share = 0.0
        self._stop = threading.Event()

    def tell(self, done: float, of: float = 1.0) -> None:
        """`done` parts of `of` are finished."""
        self._share = done / of if of > 0 else 0.0

    def share(self) -> float:
        """Between 0 and 1."""
        return self._share

    def stop(self) -> None:
        """Ask the work to give up."""
        self._stop.set()

    def stopped(self) -> bool:
        """Whether it was asked to give up."""
        return self._stop.is_set()


class ProgressRow(QWidget):
    """Hidden until `begin`; looks at the work's `Way` from time to time, so that no thread waits for it."""

    stopped = Signal()

    def __init__(self, stop_text: str) -> None:
        super().__init__()
        self._way = Way()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.label = plain_label(wrap=True)
        row.addWidget(self.label, 1)
        self.button = Button(stop_text)
        self.button.clicked.connect(self._stop)
        row.addWidget(self.button)
        column.addLayout(row)
        self.line = ProgressLine()
        column.addWidget(self.line)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    def begin(self, text: str) -> Way:
        """Show `text` and the way of the work that starts now."""
        self._way = Way()
        self.label.setText(text)
        self.setAccessibleName(text)
        self.line.set_share(0)
        self.button.setEnabled(True)
        self.show()
        self._timer.start()
        return self._way

    def end(self) -> None:
        """The work is over, one way or the other."""
        self._timer.stop()
        self.hide()

    def give_up(self) -> None:
        """Ask the work to stop without anybody having pressed."""
        self._way.stop()

    def look(self) -> None:
        """Show how far it is now."""
        self.line.set_share(self._way.share())

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self._way.stop()
        self.stopped.emit()
