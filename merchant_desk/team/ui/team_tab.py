"""Everybody who works here, a card each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.shell import language, theme, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.team import store
from merchant_desk.team.ui.team_words import again_words, away_words, hours_words
from merchant_desk.team.ui.week_strip import Reach, WeekStrip, reach
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from merchant_desk.widgets.buttons import Button, Chip, IconButton
from merchant_desk.widgets.cards import Avatar, Card, EmptyState
from merchant_desk.widgets.labels import Dot, ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.core.spans import Span
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Away, DayHours, Worker

_LEAST_CARD = 300
_GAP = 16
_AHEAD = dt.timedelta(days=60)
_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Mate:
    """A worker with the days of the week that is shown, today's spans, and the next time off."""

    worker: Worker
    days: tuple[DayHours, ...]
    today: tuple[Span, ...]
    away: Away | None


class TeamTab(Tab):
    """Cards side by side; each opens its worker's sheet."""

    key = "team"
    topics = frozenset({"team", "shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._mates: list[Mate] = []
        self.archived = Chip(self.tr("Those who left"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._lay_out())
        self.new = Button(
            self.tr("New worker"), role="primary", icon=icon("user-plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(WorkerSheet(frame)))
        self._monday = _monday(frame.clock.today())
        self.earlier = IconButton(icon("chevron-left"), self.tr("Week before"), bordered=True)
        self.earlier.clicked.connect(lambda: self._go(-_WEEK))
        self.this_week = Button(self.tr("This week"))
        self.this_week.clicked.connect(lambda: self._go(dt.timedelta()))
        self.following = IconButton(icon("chevron-right"), self.tr("Week after"), bordered=True)
        self.following.clicked.connect(lambda: self._go(_WEEK))
        self.week_label = plain_label(role="strong")
        for widget in (self.week_label, self.earlier, self.this_week, self.following):
            self.buttons.addWidget(widget)
        self.buttons.addSpacing(12)
        self.buttons.addWidget(self.archived)
        self.buttons.addWidget(self.new)
        self.archived.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState(
            self.tr("Nobody works here yet"),
            self.tr("Each worker is a column on the day board, with shifts and time off."),
            self.tr("New worker"),
            icon("users", 36, theme.tokens().ink3),
            primary=False,
        )
        self._empty.pressed.connect(self.new.click)
        self._empty.hide()
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty, 1)
        self.cards: dict[str, WorkerCard] = {}
        self._across = 1

    def title(self) -> str:
        return self.tr("Team")

    def reload(self) -> None:
        now, monday = self.frame.clock.now(), self._monday
        self.frame.background.read(lambda r: _read(r, now, monday), self._show, owner=self, key="team")

    def arrive(self, **where: object) -> None:
        """`worker_id` opens that worker."""
        worker_id = where.get("worker_id")
        if isinstance(worker_id, str):
            self.frame.open_sheet(WorkerSheet(self.frame, worker_id))

    def _go(self, by: dt.timedelta) -> None:
        """Another week; by nothing: the one that today is in."""
        self._monday = self._monday + by if by else _monday(self.frame.clock.today())
        self.reload()

    def _show(self, mates: list[Mate]) -> None:
        self._mates = mates
        self.archived.setVisible(any(mate.worker.archived for mate in mates))
        sunday = self._monday + dt.timedelta(days=6)
        self.week_label.setText(f"{language.short_day(self._monday)} – {language.short_day(sunday)}")
        self.this_week.setEnabled(self._monday != _monday(self.frame.clock.today()))
        self._scroll.setVisible(bool(mates))
        self._empty.setVisible(not mates)
        self._lay_out()
        self.loaded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.cards and self._fitting() != self._across:
            self._lay_out()

    def _fitting(self) -> int:
        """How many cards fit side by side."""
        return min(4, max(1, (self.width() + _GAP) // (_LEAST_CARD + _GAP)))

    def _lay_out(self) -> None:
        shown = [mate for mate in self._mates if self.archived.isChecked() or not mate.worker.archived]
        focused = next((key for key, card in self.cards.items() if card.edit.hasFocus()), "")
        inside = QWidget()
        inside.setProperty("role", "plain")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        across = self._across = self._fitting()
        self.cards = {}
        over = reach(day for mate in shown if not mate.worker.archived for day in mate.days)
        for number, mate in enumerate(shown):
            card = WorkerCard(mate, self.frame, over)
            self.cards[mate.worker.id] = card
            grid.addWidget(card, number // across, number % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(shown) // across + 1, 1)
        self._scroll.setWidget(inside)
        if focused in self.cards:
            self.cards[focused].edit.setFocus(Qt.FocusReason.OtherFocusReason)


class WorkerCard(Card):
    """Who it is, whether they are in today, and the week."""

    def __init__(self, mate: Mate, frame: Frame, over: Reach) -> None:
        super().__init__()
        worker = mate.worker
        self.setAccessibleName(worker.name)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Avatar(worker.name))
        names = QVBoxLayout()
        names.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(Dot(QColor(worker.colour), 10))
        line.addWidget(ElidedLabel(worker.name, role="heading"), 1)
        names.addLayout(line)
        names.addWidget(plain_label(words.role_name(worker.role), role="hint"))
        head.addLayout(names, 1)
        self.edit = Button(self.tr("Open"))
        self.edit.setAccessibleName(self.tr("Open {name}").format(name=worker.name))
        self.edit.clicked.connect(lambda: frame.open_sheet(WorkerSheet(frame, worker.id)))
        head.addWidget(self.edit)
        self.body.addLayout(head)
        self.body.addWidget(self._state(mate))
        self.strip = WeekStrip(mate.days, worker.colour, frame.clock.today(), over)
        self.body.addSpacing(2)
        self.body.addWidget(self.strip)
        self.strip.setVisible(not worker.archived)
        if mate.away is not None:
            today, off = frame.clock.today(), mate.away.off
            when = again_words(off, today) if off.rule else away_words(mate.away.span, today)
            told = self.tr("Away: {when}").format(when=when)
            self.body.addWidget(ElidedLabel(f"{told} · {off.reason}" if off.reason else told, "hint"))
        self.body.addStretch(1)

    def _state(self, mate: Mate) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        if mate.worker.archived:
            row.addWidget(plain_label(self.tr("Not on the team any more"), role="pill-bad"))
        elif mate.today:
            hours = language.joined([hours_words(span.start, span.end) for span in mate.today])
            row.addWidget(plain_label(self.tr("Today {hours}").format(hours=hours), role="pill"))
        else:
            row.addWidget(plain_label(self.tr("Off today"), role="pill-warn"))
        row.addStretch(1)
        minutes = sum(span.minutes for day in mate.days for span in day.spans)
        if minutes and not mate.worker.archived:
            row.addWidget(plain_label(language.minutes_text(minutes), role="hint"))
        return box


def _read(r: Reader, now: dt.datetime, monday: dt.date) -> list[Mate]:
    today = now.date()
    spans = store.working_spans(r, today)
    days = store.day_hours(r, monday, monday + dt.timedelta(days=6))
    absences = store.away(r, today, today + _AHEAD)
    mates = []
    for worker in store.workers(r, archived=True):
        ahead = [one for one in absences.get(worker.id, ()) if one.span.end > now]
        today_spans = tuple(spans.get(worker.id, ()))
        mates.append(Mate(worker, days[worker.id], today_spans, ahead[0] if ahead else None))
    return mates


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
