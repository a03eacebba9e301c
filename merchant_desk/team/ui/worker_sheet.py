"""One worker: name, role, colour; the week, what differs from it, and what they do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.appointments.booked import Booked, booked_within
from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.shell import notices, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store
from merchant_desk.team.model import (
    ALWAYS,
    FOREVER,
    WORKER_COLOURS,
    Role,
    WeekPlan,
    WeekSpan,
    WorkerChange,
    next_colour,
)
from merchant_desk.team.ui.away_section import AwaySection, Noted, noted
from merchant_desk.team.ui.booked_line import BookedLine
from merchant_desk.team.ui.terms_section import TermsSection
from merchant_desk.team.ui.week_section import WeekChoice, WeekSection
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import InUse, Segmented
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import rule
from merchant_desk.widgets.swatches import Swatches

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service, Terms
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_ROLES: tuple[Role, ...] = ("worker", "manager", "owner")
_WEEK, _AWAY, _TERMS = "week", "away", "services"


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from; a new worker starts with the shop's opening hours."""

    worker: Worker | None
    colour: str
    plans: tuple[WeekPlan, ...]
    breaks: tuple[WeekSpan, ...]
    noted: Noted
    services: tuple[Service, ...]
    does: frozenset[str]
    terms: Mapping[str, Terms]


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is saved; None where nothing was touched."""

    name: str
    role: Role
    colour: str
    week: WeekChoice | None
    does: Mapping[str, Terms] | None


class WorkerSheet(Sheet):
    """Takes somebody on, or changes the one with `worker_id`; `section` is "week", "away" or "services"."""

    follows = True

    def __init__(self, frame: Frame, worker_id: str | None = None, section: str = _WEEK) -> None:
        super().__init__(frame, self.tr("Worker") if worker_id else self.tr("New worker"))
        self._id = worker_id
        self.name = TextField()
        self.name.setMaxLength(40)
        self.role = Choice([(role, words.role_name(role)) for role in _ROLES])
        self.colours = Swatches(WORKER_COLOURS)
        self.week = WeekSection(frame, worker_id)
        self.away = AwaySection(frame, worker_id) if worker_id is not None else None
        self.terms = TermsSection()
        self.leaving = BookedLine()
        self._build()
        self.show_section(section)
        self._was = self._typed_above()
        frame.background.read(self._read, self._show, owner=self, key="worker")
        if worker_id is not None:
            frame.changed.connect(self._changed)

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded, or time off was begun to be typed."""
        begun = self.away is not None and self.away.begun()
        touched = self.week.touched() or self.terms.touched()
        return begun or touched or self._typed_above() != self._was

    def show_section(self, key: str) -> None:
        """Show the week, the time off or the services."""
        self.sections.choose(key)
        for section, widget in self._parts.items():
            widget.setVisible(section == key)

    # ---- how it is made up

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(self.tr("Role"), self.role), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.leaving)
        self.body.addLayout(row)
        self.body.addWidget(Field(self.tr("Colour on the board"), self.colours))
        named = [(_WEEK, self.tr("Week"))]
        self._parts: dict[str, QWidget] = {_WEEK: self.week}
        if self.away is not None:
            named.append((_AWAY, self.tr("Time off and dates")))
            self._parts[_AWAY] = self.away
        named.append((_TERMS, self.tr("Services")))
        self._parts[_TERMS] = self.terms
        self.sections = Segmented(named, name=self.tr("What to see of the worker"))
        self.sections.chosen.connect(self.show_section)
        self.body.addWidget(rule("soft-rule"))
        self.body.addWidget(self.sections)
        for widget in self._parts.values():
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.week.dropped.connect(self._drop_plan)
        self.in_use = InUse(self.tr("Has left"), self.tr("Is back"))
        self.in_use.archive.clicked.connect(self._leave_team)
        self.in_use.restore.clicked.connect(self._restore)
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _read(self, r: Reader) -> _Loaded:
        services, doers = tuple(catalog.services(r)), catalog.workers_of(r)
        own = self._id or ""
        does = frozenset(one.id for one in services if one.id not in doers or own in doers[one.id])
        terms = {service: each for (worker, service), each in catalog.own_terms(r).items() if worker == own}
        if self._id is None:
            week = tuple(WeekSpan(span.weekday, span.start, span.end) for span in shop_store.opening(r))
            plan = WeekPlan(ALWAYS, FOREVER, week)
            taken = [worker.colour for worker in store.workers(r)]
            return _Loaded(None, next_colour(taken), (plan,), (), Noted((), ()), services, does, terms)
        worker = store.worker(r, self._id)
        return _Loaded(
            worker,
            worker.colour if worker else "",
            tuple(store.plans(r, self._id, dt.date.min)),
            tuple(store.breaks(r, self._id)),
            noted(r, self._id, self.frame.clock.now()),
            services,
            does,
            terms,
        )

    def _show(self, loaded: _Loaded) -> None:
        if self._is_gone(loaded):
            return
        self._show_above(loaded)
        self.week.load(loaded.plans, loaded.breaks)
        self.terms.load(loaded.services, loaded.does, loaded.terms)
        if self.away is not None:
            self.away.show_noted(loaded.noted)

    def _show_above(self, loaded: _Loaded) -> None:
        worker = loaded.worker
        self.colours.choose(loaded.colour)
        if worker is not None:
            self.set_title(worker.name, self.tr("not on the team any more") if worker.archived else "")
            self.name.setText(worker.name)
            self.role.choose(worker.role)
            self.in_use.show_archived(worker.archived)
        self._was = self._typed_above()

    def _is_gone(self, loaded: _Loaded) -> bool:
        """Whether there is no such worker (any more); then it is said and nothing can be saved."""
        if self._id is None or loaded.worker is not None:
            return False
        self.fail(DeskError("gone", table="worker", id=self._id))
        self.set_busy(True)
        return True

    def _changed(self, topics: frozenset[str]) -> None:
        """Any of it may be another now; what is typed stays."""
        if topics & {"team", "shop", "appointments", "catalog"}:
            self.frame.background.read(self._read, self._renew, owner=self, key="renew")

    def _renew(self, loaded: _Loaded) -> None:
        if self._is_gone(loaded):
            return
        if self._typed_above() == self._was:
            self._show_above(loaded)
        self.week.renew(loaded.plans, loaded.breaks)
        self.terms.renew(loaded.services, loaded.does, loaded.terms)
        if self.away is not None:
            self.away.show_noted(loaded.noted)

    # ---- what is typed

    def _typed_above(self) -> object:
        return self.name.text().strip(), self.role.key(), self.colours.colour()

    def _save(self) -> None:
        self.clear_errors()
        self.week.clear_errors()
        self.terms.clear_errors()
        does = self.terms.does() if self.terms.touched() else None
        if self.terms.touched() and does is None:
            self.show_section(_TERMS)
            return
        role = next(role for role in _ROLES if role == self.role.key())
        typed = _Typed(self.name.value(), role, self.colours.colour(), self.week.choice(), does)
        worker_id = self._id
        said = self.tr("{name} changed.") if worker_id else self.tr("{name} is on the team.")
        above = self._typed_above() != self._was
        self.set_busy(True)
        self.frame.act(
            lambda desk: _write(desk, worker_id, typed, above),
            said.format(name=typed.name),
            lambda _id: self.shut(),
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
            for key, part in ((_WEEK, self.week), (_TERMS, self.terms)):
                # What is hidden takes no focus.
                before = self.sections.current()
                self.show_section(key)
                if part.refuse(error):
                    self.set_busy(False)
                    return
                self.show_section(before)
        self.fail(error)

    def _drop_plan(self, first: dt.date) -> None:
        worker_id = self._id
        if worker_id is not None:
            said = self.tr("The plan is taken back.")
            self.frame.act(
                lambda desk: desk.team.drop_plan(worker_id, first), said, failed=self.fail, owner=self
            )

    # ---- on and off the team

    def _leave_team(self) -> None:
        """Let the worker go, or say first what is still booked with them."""
        worker_id, now = self._id, self.frame.clock.now()
        if worker_id is None:
            return
        if self.leaving.isVisible():
            self._archive()
            return
        self.frame.background.read(
            lambda r: booked_within(r, worker_id, [Span(now, dt.datetime.max)]),
            self._say_booked,
            owner=self,
            key="leaving",
        )

    def _say_booked(self, booked: list[Booked]) -> None:
        if not booked:
            self._archive()
            return
        self.leaving.tell(booked, self.frame.clock.today(), still=True)
        self.in_use.archive.set_text(self.tr("Has left all the same"))
        self._scroll.ensureWidgetVisible(self.leaving)

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


def _write(desk: Desk, worker_id: str | None, typed: _Typed, above: bool) -> None:
    """Write what was touched, as one act."""
    week = typed.week
    if worker_id is not None and typed.does is not None and week is None and not above:
        desk.catalog.set_terms(worker_id, typed.does)
        return
    change = WorkerChange(
        name=typed.name,
        role=typed.role,
        colour=typed.colour,
        week=week.spans if week is not None else None,
        breaks=week.breaks if week is not None else None,
        first=week.first if week is not None else None,
        last=week.last if week is not None else None,
        instead_of=week.instead_of if week is not None else None,
    )
    desk.save_worker(worker_id, change, typed.does)
