"""A desk without rooms, a page and a sheet for it, and a house that has nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QLineEdit, QWidget

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import Clock
from merchant_desk.db import history
from merchant_desk.db.open import create_shop, open_shop
from merchant_desk.db.records import Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.page import Page
from merchant_desk.shell.places import Command, Place
from merchant_desk.shell.program import Facts, House
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.fields import Field, TextField


class BareDesk:
    """Just enough of a desk for the shell: the file, and undo on it."""

    def __init__(self, file: ShopFile) -> None:
        self.file = file

    def undo(self) -> history.Undone:
        return history.undo(self.file)

    def redo(self) -> history.Undone:
        return history.redo(self.file)


def open_bare(path: Path, clock: Clock, changes: Changes) -> Desk:
    opener = open_shop if path.exists() else create_shop
    return cast("Desk", BareDesk(opener(path, clock, changes)))


def open_file(path: Path, clock: Clock, changes: Changes) -> ShopFile:
    return open_shop(path, clock, changes, read_only=True)


def add_day(desk: Desk, day: str, name: str = "") -> str:
    """One act that any shop file can take: a closed day."""
    with desk.file.act("add_closed_day", name) as act:
        return act.insert("closed_day", {"day": day, "name": name})


def days(reader: Reader) -> list[str]:
    return [row["day"] for row in reader.all("SELECT day FROM closed_day ORDER BY day")]


class DaysPage(Page):
    """Shows the closed days, and counts how often it asked for them."""

    key = "days"
    topics = frozenset({"shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.asked = 0
        self.days: list[str] = []
        self.where: dict[str, object] = {}
        self.line = QLineEdit()
        self.bar.addWidget(self.line)

    def title(self) -> str:
        return self.tr("Desk")

    def reload(self) -> None:
        self.asked += 1
        self.frame.background.read(days, self._show, owner=self, key="days")

    def arrive(self, **where: object) -> None:
        self.where = where

    def _show(self, rows: list[str]) -> None:
        self.days = rows
        self.loaded.emit()
        self.painted.emit()


class OtherPage(DaysPage):
    key = "other"
    topics = frozenset({"team"})


class NameSheet(Sheet):
    """One field, one act."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, "New day")
        self.field = TextField()
        self.name = Field("Name", self.field)
        self.body.addWidget(self.name)
        self.pressed = 0
        self.set_primary("Save", self._save)

    def _save(self) -> None:
        self.pressed += 1


def house(facts: Facts | None = None, welcome: list[Any] | None = None) -> House:
    """A house of two pages; `welcome` collects what was shown where there are no facts."""
    told: list[Facts | None] = [facts]

    def welcoming(_frame: Frame, done: Any) -> QWidget:
        widget = QWidget()
        (welcome if welcome is not None else []).append((widget, done, told))
        return widget

    return House(
        open_desk=open_bare,
        open_file=open_file,
        facts=lambda _reader: told[0],
        places=lambda frame: [
            Place("days", "Days", "calendar", "Ctrl+1", lambda: DaysPage(frame)),
            Place("other", "Other", "users", "Ctrl+2", lambda: OtherPage(frame)),
            Place("settings", "Settings", "settings", "Ctrl+,", lambda: OtherPage(frame), at_bottom=True),
        ],
        commands=lambda frame: [
            Command("plus", "New day", "Ctrl+N", lambda: frame.open_sheet(NameSheet(frame)))
        ],
        finders=lambda _frame: [],
        wire=lambda _frame, _page: None,
        welcome=welcoming,
        warm_up=lambda: None,
        keys=list,
    )
