"""Python's garbage collection, kept on the GUI thread.

The collector runs on whatever thread happens to allocate, and a widget that it finds there is destroyed
there, which Qt does not survive. So it is switched off, and asked for between events instead.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2_000


class Tidy(QObject):
    """Collects in the generations that are due, as the collector itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed, and all younger ones."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold > 0
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to the collector again."""
        self._timer.stop()
        gc.enable()
