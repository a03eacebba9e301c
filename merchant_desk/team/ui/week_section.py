"""A worker's week: the hours and breaks, from when to when they hold, and the plans to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.booked import Booked, booked_within
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.shop.ui.week_grid import WeekGrid
from merchant_desk.team.losses import week_loss
from merchant_desk.team.model import FOREVER, WeekSpan
from merchant_desk.team.nights import is_night, join_nights, split_nights
from merchant_desk.team.ui.booked_line import BookedLine
from merchant_desk.team.ui.team_words import plan_days, week_lines
from merchant_desk.team.week_rows import read_plan
from merchant_desk.widgets.buttons import Button, IconButton, Segmented
from merchant_desk.widgets.fields import DayField, Field
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import WeekPlan

_GOOD, _WHILE = "good", "while"
_LINE = 32


@dataclass(frozen=True, slots=True)
class WeekChoice:
    """A week as it was typed, nights split: from `first` to `last`, None for good.

    `instead_of` is the first day of the plan that it takes the place of, None where it changes none.
    """

    spans: tuple[WeekSpan, ...]
    breaks: tuple[WeekSpan, ...]
    first: dt.date
    last: dt.date | None
    instead_of: dt.date | None


class WeekSection(QWidget):
    """The plan that holds now, or another one chosen from the list; `dropped` names one to take back."""

    dropped = Signal(object)

    def __init__(self, frame: Frame, worker_id: str | None) -> None:
        super().__init__()
        self._frame = frame
        self._worker_id = worker_id
        self._today = frame.clock.today()
        self._plans: tuple[WeekPlan, ...] = ()
        self._breaks: tuple[WeekSpan, ...] = ()
        self._plan: WeekPlan | None = None
        self._was: object = None
        self.grid = WeekGrid(with_breaks=True)
        self.holds = Segmented(
            [(_GOOD, self.tr("For good")), (_WHILE, self.tr("For a while"))],
            name=self.tr("How long it holds"),
        )
        self.first = DayField(self._today, self.tr("From"))
        self.last = DayField(self._today, self.tr("Up to and with"))
        self.night = plain_label(role="hint", wrap=True)
        self.later = plain_label(role="hint", wrap=True)
        self.booked = BookedLine()
        self._build()
        self.grid.changed.connect(self._look)
        self.holds.chosen.connect(lambda _key: self._look())
        self.first.changed.connect(self._follow)
        self.last.changed.connect(lambda _day: self._look())

    def load(self, plans: Sequence[WeekPlan], breaks: Sequence[WeekSpan]) -> None:
        """Show these plans, all there ever were; the one that holds now in the grid."""
        self._plans, self._breaks = tuple(plans), tuple(breaks)
        self._choose(self._now())

    def renew(self, plans: Sequence[WeekPlan], breaks: Sequence[WeekSpan]) -> None:
        """Other plans came in while the sheet is open; what is typed stays."""
        if self.touched():
            self._plans, self._breaks = tuple(plans), tuple(breaks)
            self._list_plans()
        elif (tuple(plans), tuple(breaks)) != (self._plans, self._breaks):
            self.load(plans, breaks)

    def touched(self) -> bool:
        """Whether anything differs from the plan that was loaded."""
        return self._typed() != self._was

    def choice(self) -> WeekChoice | None:
        """What to write, None where nothing was touched."""
        if not self.touched() and self._worker_id is not None:
            return None
        week = split_nights(
            (WeekSpan(*span) for span in self.grid.spans()), (WeekSpan(*span) for span in self.grid.pauses())
        )
        last = self.last.day() if self.holds.current() == _WHILE else None
        instead = self._plan.first if self._plan is not None and self._can_go(self._plan) else None
        return WeekChoice(week.spans, week.breaks, self.first.day(), last, instead)

    def refuse(self, error: DeskError) -> bool:
        """Say what was refused where it belongs; False where it does not belong here."""
        said = notices.sentence(error)
        if error.code in {"bad_period", "far_day"}:
            field = self._last if error.code == "bad_period" else self._first
            field.set_error(said)
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.grid.set_error(said, error.facts.get("weekday"))

    def clear_errors(self) -> None:
        """Take every error away."""
        self.grid.clear_errors()
        for field in (self._first, self._last):
            field.set_error("")

    # ---- how it is made up

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        column.addWidget(self.grid)
        column.addWidget(self.night)
        self.night.hide()
        self._first = Field(self.tr("From"), self.first)
        self._last = Field(self.tr("Up to and with"), self.last)
        self._times = QWidget()
        row = QHBoxLayout(self._times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Field(self.tr("Holds"), self.holds), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._last, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._times)
        self._times.setVisible(self._worker_id is not None)
        column.addWidget(self.later)
        self.later.hide()
        column.addWidget(self.booked)

    def _list_plans(self) -> None:
        emptied(self._list)
        ahead = [plan for plan in self._plans if plan.last >= self._today]
        if len(ahead) < 2:
            return
        for widget in (*(self._line(plan) for plan in ahead), rule("soft-rule")):
            self._list.addWidget(widget)
            # A layout shows what is added later only when the event loop comes round.
            widget.show()

    def _line(self, plan: WeekPlan) -> QWidget:
        line = QWidget()
        line.setFixedHeight(_LINE)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        days = plan_days(plan, self._today)
        shown = plan == self._plan
        row.addWidget(plain_label(days, role="strong" if shown else ""))
        hours = [f"{run} {times}" for run, times in week_lines(plan.spans)]
        row.addWidget(ElidedLabel(" · ".join(hours) or self.tr("no shifts"), role="hint"), 1)
        if not shown:
            change = Button(self.tr("Show"), role="link")
            change.setAccessibleName(self.tr("Show the plan {days}").format(days=days))
            change.clicked.connect(lambda: self._choose(plan))
            row.addWidget(change)
        if self._can_go(plan) and not self._returns(plan):
            drop = IconButton(icon("trash", 16), self.tr("Take the plan {days} back").format(days=days), 28)
            drop.clicked.connect(lambda: self.dropped.emit(plan.first))
            row.addWidget(drop)
        return line

    def _choose(self, plan: WeekPlan) -> None:
        """Show a plan in the grid."""
        self._plan = plan
        week = join_nights(plan.spans, self._breaks)
        with QSignalBlocker(self.grid):  # else the file is asked what it means field by field
            self.grid.load(
                [(one.weekday, one.start, one.end) for one in week.spans],
                [(one.weekday, one.start, one.end) for one in week.breaks],
            )
        ends = self._ends(plan)
        self.holds.choose(_WHILE if ends else _GOOD)
        self.first.set_day(max(plan.first, self._today))
        self.last.set_day(plan.last if ends else max(plan.first, self._today) + dt.timedelta(days=6))
        self._was = self._typed()
        self._list_plans()
        self.clear_errors()
        self._look()

    def _now(self) -> WeekPlan:
        return next(plan for plan in self._plans if plan.last >= self._today)

    def _ends(self, plan: WeekPlan) -> bool:
        """Whether a plan holds for a while: after it the week holds again that held before."""
        at = self._plans.index(plan)
        return 0 < at < len(self._plans) - 1 and self._plans[at - 1].spans == self._plans[at + 1].spans

    def _returns(self, plan: WeekPlan) -> bool:
        """Whether it is the usual week after one that held for a while."""
        at = self._plans.index(plan)
        return at > 0 and self._ends(self._plans[at - 1])

    def _can_go(self, plan: WeekPlan) -> bool:
        """Whether a plan can be taken back: one to come, and one that holds for a while."""
        return plan.first > self._today or self._ends(plan)

    # ---- what is typed

    def _typed(self) -> object:
        last = self.last.day() if self.holds.current() == _WHILE else None
        return self.grid.shown(), self.first.day(), last

    def _follow(self, day: dt.date) -> None:
        if self.last.day() < day:
            self.last.set_day(day)
        self._look()

    def _look(self) -> None:
        """Say what the typed week means: nights, plans it replaces, appointments it leaves outside."""
        self._last.setVisible(self.holds.current() == _WHILE)
        nights = [span for span in self.grid.spans() if is_night(span[1], span[2])]
        self.night.setVisible(bool(nights))
        if nights:
            names = [f"{language.weekday_name(day, short=True)} {start}–{end}" for day, start, end in nights]
            said = self.tr(
                "{shifts}: goes on after midnight. The hours after midnight count to the next day."
            )
            self.night.setText(said.format(shifts=language.joined(names)))
        meaning = self._meaning()
        self.later.setText(meaning)
        self.later.setVisible(bool(meaning))
        worker_id, choice = self._worker_id, self.choice()
        if worker_id is None or choice is None or not _possible(choice):
            self.booked.tell((), self._today)
            return

        def read(r: Reader) -> list[Booked]:
            since, until = max(choice.first, self._today), choice.last or FOREVER
            lost = week_loss(r, worker_id, choice.spans, choice.breaks, since, until)
            now = self._frame.clock.now()
            return [one for one in booked_within(r, worker_id, lost) if one.end > now]

        self._frame.background.read(
            read, lambda booked: self.booked.tell(booked, self._today), owner=self, key="booked"
        )

    def _meaning(self) -> str:
        """What happens to the days before and after."""
        if self._worker_id is None or not self.touched():
            return ""
        if self.holds.current() == _WHILE:
            return self.tr("Before and after that, the other hours hold.")
        if any(plan.first > self.first.day() and plan != self._plan for plan in self._plans):
            return self.tr("This takes the place of all that is planned after it.")
        return self.tr("Earlier days keep their hours.")


def _possible(choice: WeekChoice) -> bool:
    """Whether the week can be written as it stands; what is wrong is said when it is saved."""
    try:
        read_plan(choice.spans)
        read_plan(choice.breaks)
    except DeskError:
        return False
    return choice.last is None or choice.first <= choice.last
