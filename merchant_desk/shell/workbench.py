"""What fills the window of an open shop: sidebar, pages, sheets, notices and the palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from merchant_desk.shell import crash
from merchant_desk.shell.page import Page
from merchant_desk.shell.places import Place
from merchant_desk.shell.sheet_host import SheetHost
from merchant_desk.shell.sidebar import Sidebar
from merchant_desk.shell.toast import Toasts

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.palette import Finder, Palette


class Workbench(QWidget):
    """The pages of one frame; each is made when it is first visited."""

    page_made = Signal(object)
    arrived = Signal(str)

    def __init__(
        self, frame: Frame, places: Sequence[Place], finders: Callable[[], Sequence[Finder]]
    ) -> None:
        super().__init__()
        self._places = {place.key: place for place in places}
        self._pages: dict[str, Page] = {}
        self._finders = finders
        self._palette: Palette | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar(places)
        row.addWidget(self.sidebar)
        area = QWidget()
        area.setProperty("role", "page-area")
        inside = QVBoxLayout(area)
        inside.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        inside.addWidget(self._stack)
        row.addWidget(area, 1)
        self.sheets = SheetHost(area)
        self._area = area
        self.toasts = Toasts(self, self._room)
        self.sheets.changed.connect(self.toasts.place)
        self.sidebar.pressed.connect(self.go)
        frame.place_wanted.connect(self.go)
        frame.follow_wanted.connect(self._follow)
        frame.sheet_wanted.connect(self.sheets.open)
        frame.sheet_unwanted.connect(self._close_sheet)
        frame.notice_wanted.connect(self.toasts.say)
        frame.fault_wanted.connect(self._fault)
        frame.palette_wanted.connect(self.open_palette)

    def go(self, key: str, where: Mapping[str, object] | None = None) -> bool:
        """Show the page `key`, unless a sheet with something typed stays open; says whether it went.

        Raises KeyError for a place there is not.
        """
        place = self._places[key]
        if not self.sheets.leave_all():
            return False
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = place.make()
            self._stack.addWidget(page)
            self.page_made.emit(page)
        # The focus goes where it was on this page before, or else to the page itself: Tab begins there.
        last = cast("QWidget | None", page.focusWidget())
        self._stack.setCurrentWidget(page)
        (page if last is None else last).setFocus(Qt.FocusReason.OtherFocusReason)
        self.sidebar.show_place(key)
        if where:
            page.arrive(**where)
        self.arrived.emit(key)
        return True

    def _follow(self, key: str, where: Mapping[str, object]) -> None:
        page = self._pages.get(key)
        if page is not None:
            page.follow(**where)

    def page(self) -> Page | None:
        """The page on screen."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def places(self) -> list[Place]:
        """The places in the order of the sidebar."""
        return list(self._places.values())

    def open_palette(self, text: str = "") -> None:
        """Open the search over everything."""
        if self._palette is None:
            from merchant_desk.shell.palette import Palette

            self._palette = Palette(self, self._finders())
        self._palette.open_with(text)

    def _room(self) -> QRect:
        """The part of the page that no sheet covers."""
        sheet = self.sheets.current()
        return self._area.geometry().adjusted(0, 0, -sheet.width() if sheet is not None else 0, 0)

    def _close_sheet(self) -> None:
        sheet = self.sheets.current()
        if sheet is not None:
            sheet.shut()

    def _fault(self, error: Exception) -> None:
        told = crash.log_fault(error)
        self.toasts.say_fault(told, crash.open_log)
