"""A page: the top bar with its title, the body below, and reloading when its topics change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class Fresh(QWidget):
    """A widget that shows rows and keeps them fresh.

    Subclasses name their `topics` and fill themselves in `reload()`; that is called when the
    widget is shown for the first time, and after an act that touched one of the topics: at once
    where it is on screen, else when it is shown next.
    """

    topics: ClassVar[frozenset[str]] = frozenset()
    loaded = Signal()  # its rows are on screen; emitted by subclasses at the end of a reload

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = frame
        self._stale = True
        frame.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Ask for the rows again and show them."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Reload now where it is on screen, else when it is shown next."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & self.topics:
            self.refresh()


class Page(Fresh):
    """One of the window's places: a 56-pixel bar with the title, and a body.

    Subclasses set `key` and `topics`, add to `self.bar` and `self.body`, and implement `title()`
    and `reload()`.
    """

    key: str = ""
    painted = Signal()  # it stands on the screen with its rows; only pages that can tell emit it

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QFrame()
        top.setProperty("role", "top-bar")
        top.setFixedHeight(56)
        self.bar = QHBoxLayout(top)
        self.bar.setContentsMargins(20, 0, 20, 0)
        self.bar.setSpacing(10)
        self.title_label = plain_label(self.title(), role="title")
        self.bar.addWidget(self.title_label)
        whole.addWidget(top)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(16)
        whole.addLayout(self.body, 1)

    def title(self) -> str:
        """The words at the left of the bar."""
        raise NotImplementedError

    def retitle(self) -> None:
        """Show `title()` again, where it has changed."""
        self.title_label.setText(self.title())

    def arrive(self, **where: object) -> None:
        """Go to what a link named, such as a day or a customer; the default stays as it is."""

    def follow(self, **where: object) -> None:
        """Be where something was done elsewhere, such as the day of a booking; the default stays as it is."""
