"""A line to note time off: days or hours, once or again and again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.booked import Booked, booked_within
from merchant_desk.core.errors import DeskError
from merchant_desk.core.recurrence import Repeat, month_end, rule_text
from merchant_desk.shell import notices
from merchant_desk.shell.icons import icon
from merchant_desk.team.model import TimeOff
from merchant_desk.team.repeats import times
from merchant_desk.team.ui.booked_line import BookedLine
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import DayField, Field, TextField, TimeField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MIDNIGHT = dt.time()
_MORNING = dt.time(10)
_EVENING = dt.time(18)
_AHEAD = dt.timedelta(days=366)
# A repeat by its key in the choice; the weekly ones are on the first day's weekday.
_REPEATS = {
    "week": Repeat(1, "week"),
    "two_weeks": Repeat(2, "week"),
    "month": Repeat(1, "month"),
    "year": Repeat(1, "year"),
}


class _Typed(NamedTuple):
    """Time off as it is typed; the rule is "" for once."""

    start: dt.datetime
    end: dt.datetime
    rule: str


class TimeOffBox(QWidget):
    """Whole days, or from a time to a time."""

    def __init__(self, frame: Frame, worker_id: str) -> None:
        super().__init__()
        self._frame = frame
        self._worker_id = worker_id
        today = frame.clock.today()
        self.first = DayField(today, self.tr("First day off"))
        self.last = DayField(today, self.tr("Last day off"))
        self.start = TimeField(_MORNING, self.tr("Away from"))
        self.end = TimeField(_EVENING, self.tr("Away to"))
        self.part = QCheckBox(self.tr("Only part of the day"))
        self.part.setAccessibleName(self.tr("Only part of the day"))
        self.repeat = Choice(
            [
                ("", self.tr("Once")),
                ("week", self.tr("Every week")),
                ("two_weeks", self.tr("Every two weeks")),
                ("month", self.tr("Every month")),
                ("year", self.tr("Every year")),
            ],
            name=self.tr("Comes again"),
        )
        self.ends = QCheckBox(self.tr("Until"))
        self.ends.setAccessibleName(self.tr("Until"))
        self.until = DayField(today + dt.timedelta(days=90), self.tr("Last day that it may come again"))
        self.reason = TextField(placeholder=self.tr("Why, if it matters"), name=self.tr("Why"))
        self.reason.setMaxLength(80)
        self.add = Button(self.tr("Add"), icon=icon("plus", 16))
        self.booked = BookedLine()
        self._first = Field(self.tr("From"), self.first)
        self._last = Field(self.tr("Up to and with"), self.last)
        self._hint = plain_label(role="hint", wrap=True)
        self._build()
        self.first.changed.connect(self._follow)
        self.part.toggled.connect(lambda _on: self._look())
        self.repeat.chosen.connect(lambda _key: self._look())
        self.ends.toggled.connect(lambda _on: self._look())
        for field in (self.last, self.start, self.end, self.until):
            field.changed.connect(lambda _value: self._look())
        self.reason.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._look()

    def look(self) -> None:
        """Look again at what is booked then."""
        self._look()

    # ---- how it is made up

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        days = QHBoxLayout()
        days.setSpacing(8)
        self._times = QWidget()
        hours = QHBoxLayout(self._times)
        hours.setContentsMargins(0, 0, 0, 0)
        hours.setSpacing(8)
        hours.addWidget(Field(self.tr("From"), self.start))
        hours.addWidget(Field(self.tr("To"), self.end))
        days.addWidget(self._first, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self._last, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self._times, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        again = QHBoxLayout()
        again.setSpacing(8)
        again.addWidget(self.part, 1)
        again.addWidget(self.repeat)
        again.addWidget(self.ends)
        again.addWidget(self.until)
        column.addLayout(again)
        column.addWidget(self._hint)
        column.addWidget(self.booked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.add)
        column.addLayout(row)

    def _look(self) -> None:
        """Show the fields that count, and say what is booked then."""
        part, again = self.part.isChecked(), bool(self.repeat.key())
        self._times.setVisible(part)
        self._last.setVisible(not part)
        self._first.label.setText(self.tr("On") if part else self.tr("From"))
        self.ends.setVisible(again)
        self.until.setVisible(again and self.ends.isChecked())
        for field in (self._first, self._last):
            field.set_error("")
        typed = self._typed()
        day = month_end(typed.rule, typed.start) if typed.rule else 0
        self._hint.setText(
            self.tr("Where there is no day {day}, it is the last of the month.").format(day=day)
        )
        self._hint.setVisible(bool(day))
        worker_id, now = self._worker_id, self._frame.clock.now()
        if typed.end <= typed.start:
            self.booked.tell((), now.date())
            return
        off = TimeOff("", worker_id, typed.start, typed.end, "", typed.rule)

        def read(r: Reader) -> list[Booked]:
            spans = times(off, max(now, typed.start), max(now, typed.end) + _AHEAD)
            return [one for one in booked_within(r, worker_id, spans) if one.end > now]

        self._frame.background.read(
            read, lambda booked: self.booked.tell(booked, now.date()), owner=self, key="booked"
        )

    def _follow(self, day: dt.date) -> None:
        if self.last.day() < day:
            self.last.set_day(day)
        self._look()

    # ---- what is typed

    def _typed(self) -> _Typed:
        first, last = self.first.day(), self.last.day()
        if self.part.isChecked():
            start = dt.datetime.combine(first, self.start.value())
            end = dt.datetime.combine(first, self.end.value())
            if self.end.value() == _MIDNIGHT:
                end += dt.timedelta(days=1)
        else:
            start = dt.datetime.combine(first, _MIDNIGHT)
            end = dt.datetime.combine(last, _MIDNIGHT) + dt.timedelta(days=1)
        repeat = _REPEATS.get(str(self.repeat.key()))
        if repeat is None:
            return _Typed(start, end, "")
        until = self.until.day() if self.ends.isChecked() else None
        return _Typed(start, end, rule_text(Repeat(repeat.every, repeat.unit, until=until), start))

    def _add(self) -> None:
        for field in (self._first, self._last):
            field.set_error("")
        typed = self._typed()
        worker_id, reason = self._worker_id, self.reason.value()
        if self.add.hasFocus():
            # A button that rests would lose it to the one that closes the sheet.
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.add.setEnabled(False)
        self._frame.act(
            lambda desk: desk.team.add_time_off(worker_id, typed.start, typed.end, reason, typed.rule),
            self.tr("Time off noted."),
            lambda _id: self._added(),
            self._refused,
            owner=self,
        )

    def _added(self) -> None:
        self.add.setEnabled(True)
        # Not cleared, which the field itself could undo: Ctrl+Z takes back what was noted.
        self.reason.setText("")

    def _refused(self, error: Exception) -> None:
        self.add.setEnabled(True)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
            return
        at_fault = self._first if self.part.isChecked() or error.code == "far_day" else self._last
        at_fault.set_error(notices.sentence(error))
        at_fault.widget.setFocus(Qt.FocusReason.OtherFocusReason)
