"""Short video, live stream or grass post: three large buttons of which one is on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from merchant_desk.shell import theme, words
from merchant_desk.shell.icons import icon
from merchant_desk.sources.model import CONTENT_KINDS

ICONS = {"short_video": "video", "live_stream": "radio", "grass_post": "leaf"}


class KindChoice(QWidget):
    """One of sources.model.CONTENT_KINDS; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, current: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for kind in CONTENT_KINDS:
            button = QPushButton(words.source_name(kind))
            button.setIcon(icon(ICONS[kind], 18, theme.source_colour(kind)))
            button.setIconSize(QSize(18, 18))
            button.setProperty("scale", "big")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setAccessibleName(words.source_name(kind))
            button.toggled.connect(lambda on, kind=kind: self.chosen.emit(kind) if on else None)
            row.addWidget(button, 1)
            self.buttons[kind] = button
        self.choose(current)

    def current(self) -> str:
        """The kind that is on."""
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    def choose(self, kind: str) -> None:
        """Turn `kind` on."""
        self.buttons[kind].setChecked(True)
        self.setFocusProxy(self.buttons[kind])
