"""When a worker is not there as usual: time off and dates with hours of their own.

Each change is written at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.team import store
from merchant_desk.team.losses import date_changes
from merchant_desk.team.repeats import times
from merchant_desk.team.ui.date_box import DateBox
from merchant_desk.team.ui.team_words import again_words, away_words, date_words
from merchant_desk.team.ui.time_off_box import TimeOffBox
from merchant_desk.widgets.buttons import Button, Chip, IconButton, Segmented
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import DayField, Field
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import DateHours, TimeOff

_AHEAD = dt.timedelta(days=730)
_COMING = 6
_OFF, _DATE = "off", "date"


@dataclass(frozen=True, slots=True)
class Noted:
    """Time off with the next times it comes, by the first of them; and the dates, by day."""

    away: tuple[tuple[TimeOff, tuple[Span, ...]], ...]
    dates: tuple[DateHours, ...]


def noted(r: Reader, worker_id: str, now: dt.datetime) -> Noted:
    """What is noted from now on."""
    today = now.date()
    notes = store.time_off(r, worker_id, today, today + _AHEAD)
    away = [(off, tuple(times(off, now, most=_COMING))) for off in notes]
    return Noted(
        tuple(one for one in away if one[1]),
        tuple(store.dates(r, worker_id, today)),
    )


class AwaySection(QWidget):
    """What is noted, and below it the line to note something new."""

    def __init__(self, frame: Frame, worker_id: str) -> None:
        super().__init__()
        self._frame = frame
        self._worker_id = worker_id
        self._open = ""
        self._shown: Noted | None = None
        self.off = TimeOffBox(frame, worker_id)
        self.date = DateBox(frame, worker_id)
        self.kind = Segmented(
            [(_OFF, self.tr("Time off")), (_DATE, self.tr("Other hours on a date"))],
            name=self.tr("What to note"),
        )
        self.kind.chosen.connect(self._turn)
        self.lines: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        column.addSpacing(4)
        column.addWidget(Field(self.tr("Note something new"), self.kind))
        column.addWidget(self.off)
        column.addWidget(self.date)
        self._turn(_OFF)

    def show_noted(self, known: Noted) -> None:
        """Show what is noted, and look again at what is booked in what is typed."""
        if known != self._shown:
            self._shown = known
            self._list_all()
        self.off.look()
        self.date.look()

    def begun(self) -> bool:
        """Whether something was begun to be typed that is not noted yet."""
        return bool(self.off.reason.value())

    def _turn(self, key: str) -> None:
        self.off.setVisible(key == _OFF)
        self.date.setVisible(key == _DATE)

    def _list_all(self) -> None:
        held = self._held()
        emptied(self._list)
        known = self._shown
        if known is None:
            return
        found: list[tuple[dt.datetime, QWidget]] = [
            (coming[0].start, AwayLine(self._frame, off, coming, self._turn_open, off.id == self._open))
            for off, coming in known.away
        ]
        found += [(dt.datetime.combine(date.day, dt.time()), self._date_line(date)) for date in known.dates]
        self.lines = [widget for _, widget in sorted(found, key=lambda one: one[0])]
        nothing = plain_label(self.tr("Nothing noted from today on."), role="hint")
        for widget in self.lines or [nothing]:
            self._list.addWidget(widget)
            # A layout shows what is added later only when the event loop comes round, too late for its focus.
            widget.show()
        if held is not None:
            self._give_back(held)

    def _held(self) -> str | None:
        """The note whose line has the focus, "" for a date's; None where none has it."""
        focused = self.focusWidget()
        for line in self.lines:
            if line.isAncestorOf(focused) and focused.hasFocus():
                return line.off.id if isinstance(line, AwayLine) else ""
        return None

    def _give_back(self, held: str) -> None:
        """Put the focus on the same note again, or where something new is noted."""
        for line in self.lines:
            if isinstance(line, AwayLine) and line.off.id == held:
                (line.more if line.off.rule else line.remove).setFocus(Qt.FocusReason.OtherFocusReason)
                return
        field = self.off.reason if self.kind.current() == _OFF else self.date.day
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_open(self, time_off_id: str) -> None:
        """Open the line of what comes again, or close it."""
        self._open = "" if self._open == time_off_id else time_off_id
        self._list_all()
        for line in self.lines:
            if isinstance(line, AwayLine) and line.off.id == time_off_id:
                line.more.setFocus()

    def _date_line(self, date: DateHours) -> QWidget:
        day, hours = date_words(date, self._frame.clock.today())
        line, row = _line()
        row.addWidget(plain_label(day))
        pill = plain_label(hours, role="pill" if date.hours else "pill-warn")
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        remove = IconButton(icon("trash", 16), self.tr("Usual hours again on {day}").format(day=day), 28)
        remove.clicked.connect(lambda: self._usual(date.day))
        row.addWidget(remove)
        return line

    def _usual(self, day: dt.date) -> None:
        worker_id = self._worker_id

        def work(desk: Desk) -> None:
            desk.team.set_hours(worker_id, date_changes(desk.file, worker_id, day, None))

        self._frame.act(work, self.tr("Usual hours again."), owner=self)


class AwayLine(QWidget):
    """One note of time off; what comes again opens to single times and its end."""

    def __init__(
        self, frame: Frame, off: TimeOff, coming: Sequence[Span], turn: object, unfolded: bool
    ) -> None:
        super().__init__()
        self.off = off
        self._frame = frame
        today = frame.clock.today()
        line, row = _line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line)
        said = again_words(off, today) if off.rule else away_words(coming[0], today)
        row.addWidget(plain_label(said))
        row.addWidget(ElidedLabel(off.reason, role="hint"), 1)
        self.more = IconButton(
            icon("chevron-up" if unfolded else "chevron-down", 16),
            self.tr("Single times of {what}").format(what=said),
            size=28,
        )
        self.more.setVisible(bool(off.rule))
        if callable(turn):
            self.more.clicked.connect(lambda: turn(off.id))
        row.addWidget(self.more)
        self.remove = IconButton(icon("trash", 16), self.tr("Take {when} back").format(when=said), size=28)
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.remove)
        if unfolded:
            column.addWidget(self._single(coming, today))

    def _single(self, coming: Sequence[Span], today: dt.date) -> QWidget:
        """The next times, each to be taken back, and from when on there are none."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addWidget(plain_label(self.tr("At work after all on"), role="hint"))
        self.times = ChipRow(self.tr("Take one time back"))
        self.times.set_chips(
            [Chip(language.near_day(one.start.date(), today), key=one.start.isoformat()) for one in coming]
        )
        self.times.chosen.connect(self._skip)
        column.addWidget(self.times)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.day = DayField(today, self.tr("No more from this day on"))
        self.end = Button(self.tr("End it"))
        self.end.clicked.connect(self._end)
        self._day = Field(self.tr("No more from this day on"), self.day)
        row.addWidget(self._day)
        foot = QVBoxLayout()
        foot.addSpacing(18)
        foot.addWidget(self.end)
        foot.addStretch(1)
        row.addLayout(foot)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(rule("soft-rule"))
        return box

    def _skip(self, key: str) -> None:
        off_id, at = self.off.id, dt.datetime.fromisoformat(key)
        said = self.tr("At work on {day} after all.").format(day=language.short_day(at.date()))
        self._frame.act(lambda desk: desk.team.skip_time_off(off_id, at), said, owner=self)

    def _end(self) -> None:
        off_id, day = self.off.id, self.day.day()
        said = self.tr("No more from {day} on.").format(day=language.short_day(day))
        self._frame.act(
            lambda desk: desk.team.end_time_off(off_id, day), said, failed=self._refused, owner=self
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._day.set_error(notices.sentence(error))
        else:
            self._frame.fail(error)

    def _remove(self) -> None:
        off_id = self.off.id
        self._frame.act(
            lambda desk: desk.team.remove_time_off(off_id), self.tr("Time off taken back."), owner=self
        )


def _line() -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    return line, row
