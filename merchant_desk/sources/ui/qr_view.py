"""A QR code drawn from its squares, sharp at any size, on white in the dark look too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from merchant_desk.widgets.tokens import tokens

_QUIET = 2  # squares of white that are kept beside the plate's own edge
_EDGE = 2


class QrView(QWidget):
    """`set_text` shows a text as a QR code; one that is too long for it shows nothing and says so."""

    def __init__(self, size: int = 104) -> None:
        super().__init__()
        self._squares: Sequence[Sequence[int]] = ()
        self.setFixedSize(size, size)

    def set_text(self, text: str) -> bool:
        """Show `text`; whether it fits into a QR code."""
        self._squares = _squares(text)
        self.setAccessibleName(self.tr("QR code: {text}").format(text=text) if self._squares else "")
        self.update()
        return bool(self._squares)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._squares:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.black))
        # Whole device pixels for each square: a reader wants them all alike.
        ratio = self.devicePixelRatioF()
        count = len(self._squares)
        room = (self.width() - _EDGE) * ratio
        side = max(1, int(room // (count + 2 * _QUIET))) / ratio
        left = round((self.width() - side * count) / 2 * ratio) / ratio
        for down, row in enumerate(self._squares):
            for across, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRectF(left + across * side, left + down * side, side, side))


def _squares(text: str) -> Sequence[Sequence[int]]:
    # Imported for the first code that is shown.
    import segno

    if not text:
        return ()
    try:
        return [list(row) for row in segno.make(text, micro=False, error="m").matrix]
    except segno.DataOverflowError:
        return ()
