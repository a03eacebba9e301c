"""The way into the sample shop: made once into a file of its own, then opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices
from merchant_desk.shell.program import sample_shop
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.progress_row import ProgressRow, Way

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class SampleBox(QWidget):
    """A button that becomes a progress line while the shop is made, which takes some seconds."""

    working = Signal(bool)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.button = Button(self.tr("Look around in the sample shop"))
        self.button.clicked.connect(self.go)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.progress = ProgressRow(self.tr("Stop"))
        column.addWidget(self.progress)
        # In the welcome there is nothing else yet that could say it.
        self.error = plain_label(role="field-error", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.progress.give_up)

    def go(self) -> None:
        """Open the sample shop; the first time it is made before."""
        path = sample_shop()
        if path.exists():
            self._frame.reopen(path)
            return
        self.button.hide()
        self.error.hide()
        self.working.emit(True)
        way = self.progress.begin(self.tr("Making the sample shop…"))
        self.progress.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.background.read(
            lambda _reader: _make(path, way), self._made, self._failed, owner=self, key="sample"
        )

    def _made(self, path: Path) -> None:
        self._rest()
        self._frame.reopen(path)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
        elif error.code != "cancelled":
            self.error.setText(notices.sentence(error))
            self.error.show()

    def _rest(self) -> None:
        self.progress.end()
        self.button.show()
        self.working.emit(False)


def _make(path: Path, way: Way) -> Path:
    """Make the file beside its place and move it there whole, so that no half of it is ever opened.

    Raises DeskError "cancelled" and those of `create_shop`.
    """
    from merchant_desk.sample.make import make_sample_shop

    def tell(share: float) -> None:
        if way.stopped():
            raise DeskError("cancelled")
        way.tell(share)

    part = path.with_name(f"new-{path.name}")
    for suffix in ("", "-wal", "-shm"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    make_sample_shop(part, progress=tell)
    part.replace(path)
    return path
