"""One worker: name, colour, role, the week, and time off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.ui.week_grid import WeekGrid
from merchant_desk.team import store
from merchant_desk.team.model import Role, WeekSpan, next_colour
from merchant_desk.team.ui.swatches import Swatches
from merchant_desk.team.ui.time_off_box import TimeOffBox
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Choice, Field, TextField

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import TimeOff, Worker

_ROLES: tuple[Role, ...] = ("worker", "manager", "owner")
_AHEAD = dt.timedelta(days=730)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from; a new worker starts with the shop's opening hours."""

    worker: Worker | None
    colour: str
    week: tuple[tuple[int, str, str], ...]
    breaks: tuple[tuple[int, str, str], ...]
    away: tuple[TimeOff, ...]


class WorkerSheet(Sheet):
    """Takes somebody on, or changes the one with `worker_id`."""

    def __init__(self, frame: Frame, worker_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Worker") if worker_id else self.tr("New worker"))
        self._id = worker_id
        self.name = TextField()
        self.name.setMaxLength(40)
        self.role = Choice([(role, words.role_name(role)) for role in _ROLES])
        self.colours = Swatches()
        self.week = WeekGrid(with_breaks=True)
        self.away: TimeOffBox | None = None
        self._build()
        self._was = self._typed()
        frame.background.read(self._read, self._show, owner=self, key="worker")
        if worker_id is not None:
            frame.changed.connect(self._changed)

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded, or time off was begun to be typed."""
        begun = self.away is not None and bool(self.away.reason.value())
        return begun or self._typed() != self._was

    # ---- how it is made up

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(self.tr("Role"), self.role), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(Field(self.tr("Colour on the board"), self.colours))
        hint = "" if self._id is None else self.tr("A change holds from today on; earlier days keep theirs.")
        self._week = Field(self.tr("Works"), self.week, hint)
        self.body.addWidget(self._week)
        if self._id is not None:
            self.away = TimeOffBox(self.frame, self._id)
            self.body.addWidget(Field(self.tr("Time off"), self.away))
        self.body.addStretch(1)
        self.archive = Button(self.tr("Has left"), role="danger")
        self.archive.clicked.connect(self._archive)
        self.restore = Button(self.tr("Is back"))
        self.restore.clicked.connect(self._restore)
        for button in (self.archive, self.restore):
            button.hide()
            self.footer.addWidget(button)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _read(self, r: Reader) -> _Loaded:
        if self._id is None:
            opening = tuple((span.weekday, span.start, span.end) for span in shop_store.opening(r))
            taken = [worker.colour for worker in store.workers(r)]
            return _Loaded(None, next_colour(taken), opening, (), ())
        today = self.frame.clock.today()
        worker = store.worker(r, self._id)
        return _Loaded(
            worker,
            worker.colour if worker else "",
            tuple((span.weekday, span.start, span.end) for span in store.week(r, self._id, today)),
            tuple((span.weekday, span.start, span.end) for span in store.breaks(r, self._id)),
            tuple(store.time_off(r, self._id, today, today + _AHEAD)),
        )

    def _show(self, loaded: _Loaded) -> None:
        worker = loaded.worker
        if self._id is not None and worker is None:
            self.fail(DeskError("gone", table="worker", id=self._id))
            self.set_busy(True)
            return
        self.colours.choose(loaded.colour)
        self.week.load(loaded.week, loaded.breaks)
        if worker is not None:
            self.set_title(worker.name, self.tr("not on the team any more") if worker.archived else "")
            self.name.setText(worker.name)
            self.role.choose(worker.role)
            self.archive.setVisible(not worker.archived)
            self.restore.setVisible(worker.archived)
        if self.away is not None:
            self.away.show_list(loaded.away)
        self._was = self._typed()

    def _changed(self, topics: frozenset[str]) -> None:
        """The time off may be another one now; what is typed above stays."""
        if "team" in topics:
            self.frame.background.read(self._read, self._show_away, owner=self, key="away")

    def _show_away(self, loaded: _Loaded) -> None:
        if self.away is not None:
            self.away.show_list(loaded.away)

    # ---- what is typed

    def _typed(self) -> object:
        return self.name.text().strip(), self.role.key(), self.colours.colour(), self.week.shown()

    def _save(self) -> None:
        self.clear_errors()
        self.week.clear_errors()
        name, colour = self.name.value(), self.colours.colour()
        role = next(role for role in _ROLES if role == self.role.key())
        week = tuple(WeekSpan(*span) for span in self.week.spans())
        breaks = tuple(WeekSpan(*span) for span in self.week.pauses())
        self.set_busy(True)
        worker_id = self._id
        if worker_id is None:
            self.frame.act(
                lambda desk: desk.team.add_worker(name, role, colour, week, breaks),
                self.tr("{name} is on the team.").format(name=name),
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
        else:
            self.frame.act(
                lambda desk: desk.team.edit_worker(
                    worker_id, name=name, role=role, colour=colour, week=week, breaks=breaks
                ),
                self.tr("{name} changed.").format(name=name),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            said = notices.sentence(error)
            if error.code == "no_name":
                self.set_busy(False)
                self.set_error(said, self._name)
                return
            if self.week.set_error(said, error.facts.get("weekday")):
                self.set_busy(False)
                return
        self.fail(error)

    # ---- on and off the team

    def _archive(self) -> None:
        self._turn(leaves=True, said=self.tr("{name} has left. What is booked stays on the board."))

    def _restore(self) -> None:
        self._turn(leaves=False, said=self.tr("{name} is back on the team."))

    def _turn(self, leaves: bool, said: str) -> None:
        worker_id = self._id
        if worker_id is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: (
                desk.team.archive_worker(worker_id) if leaves else desk.team.restore_worker(worker_id)
            ),
            said.format(name=self._title.text()),
            lambda _done: self.shut(),
            self.fail,
            owner=self,
        )
