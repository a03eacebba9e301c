"""A page in a window that also holds its sheets and notices."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.page import Page
from merchant_desk.shell.places import Place
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shell.workbench import Workbench

AnyPage = TypeVar("AnyPage", bound=Page)
AnySheet = TypeVar("AnySheet", bound=Sheet)


class Windows:
    """Opens pages, and keeps what the window said in `notices`."""

    def __init__(self, qtbot: QtBot, frame: Frame) -> None:
        self.notices: list[Notice] = []
        self._bot = qtbot
        self._frame = frame
        self._open: list[Workbench] = []
        frame.notice_wanted.connect(self.notices.append)

    def page(self, kind: type[AnyPage], width: int = 1440, height: int = 900) -> AnyPage:
        """A page of this kind, on the screen and active."""
        place = Place(kind.key, kind.key, "info", "", lambda: kind(self._frame))
        bench = Workbench(self._frame, (place,), lambda: ())
        self._open.append(bench)
        self._bot.addWidget(bench)
        bench.resize(width, height)
        bench.show()
        bench.go(kind.key)
        bench.activateWindow()
        self._bot.waitUntil(bench.isActiveWindow)
        page = bench.page()
        assert isinstance(page, kind)
        return page

    def sheet(self, kind: type[AnySheet]) -> AnySheet:
        """The sheet of this kind that is on top."""
        (found,) = (one for one in self._open[-1].findChildren(kind) if one.isVisible())
        return found


def errors(widget: QWidget) -> list[str]:
    """The sentences that say what is wrong."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if label.property("role") in {"field-error", "error"} and label.isVisible() and label.text()
    ]
