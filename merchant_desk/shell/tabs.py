"""A page made of tabs, each a screen of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from merchant_desk.shell.page import Fresh, Page
from merchant_desk.widgets.buttons import Segmented

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class Tab(Fresh):
    """One tab: `self.body` below, and `self.buttons` for its buttons at the right of the page's bar.

    Subclasses set `key` and `topics`, and implement `title()` and `reload()`. `arrives_by` names what
    links to this tab say, so that it is found where a link names no tab.
    """

    key: str = ""
    arrives_by: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame, parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.button_box = QWidget()
        self.buttons = QHBoxLayout(self.button_box)
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.buttons.setSpacing(10)

    def title(self) -> str:
        """The words on the tab."""
        raise NotImplementedError

    def arrive(self, **where: object) -> None:
        """Go to what a link named; the default stays as it is."""


class TabbedPage(Page):
    """A page of several tabs; each asks for its rows when it is first looked at."""

    def __init__(self, frame: Frame, key: str, title: str, tabs: Sequence[Callable[[Frame], Tab]]) -> None:
        self.key = key
        self._words = title
        super().__init__(frame)
        made = [make(frame) for make in tabs]
        self._tabs = {tab.key: tab for tab in made}
        self._strip = Segmented([(tab.key, tab.title()) for tab in made], name=title)
        self._strip.chosen.connect(self.choose)
        self.bar.addWidget(self._strip)
        self.bar.addStretch(1)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addStretch(1)
        self._below.hide()
        self.body.addWidget(self._below)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        for tab in made:
            self._stack.addWidget(tab)
            self.bar.addWidget(tab.button_box)
        self.choose(made[0].key)

    def title(self) -> str:
        return self._words

    def reload(self) -> None:
        """Nothing of its own: each tab reloads by itself."""

    def arrive(self, **where: object) -> None:
        """`tab` names the tab to show, else the one that knows what is said; the rest goes to it."""
        known = (tab.key for tab in self._tabs.values() if tab.arrives_by & where.keys())
        key = str(where.pop("tab", "") or next(known, self._strip.current()))
        self.choose(key)
        self._tabs[key].arrive(**where)

    def choose(self, key: str) -> None:
        """Show the tab `key`. Raises KeyError for one it does not have."""
        tab = self._tabs[key]
        self._strip.choose(key)
        self._stack.setCurrentWidget(tab)
        for other in self._tabs.values():
            other.button_box.setVisible(other is tab)
        self._seat_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seat_buttons()

    def _seat_buttons(self) -> None:
        """The tab's buttons stand in the bar, or in a row of their own where the bar has no room for them."""
        box = self._tabs[self._strip.current()].button_box
        sides = self.bar.contentsMargins()
        taken = self.title_label.sizeHint().width() + self._strip.sizeHint().width() + 3 * self.bar.spacing()
        room = self.width() - sides.left() - sides.right() - taken
        is_below = box.sizeHint().width() > room
        row = self._below.layout() if is_below else self.bar
        if row is not None and row.indexOf(box) < 0:
            row.addWidget(box)
            box.show()  # a widget with a new parent is hidden until the event loop comes round
        self._below.setVisible(is_below)

    def tabs(self) -> Sequence[Tab]:
        """All of them, in their order."""
        return tuple(self._tabs.values())

    def tab(self, key: str) -> Tab:
        """The tab `key`. Raises KeyError for one it does not have."""
        return self._tabs[key]
