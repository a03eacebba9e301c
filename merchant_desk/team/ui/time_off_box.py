"""When a worker is away: the list, and a line to add to it. Each change is written at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices
from merchant_desk.shell.icons import icon
from merchant_desk.team.ui.team_words import away_words
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.fields import DayField, Field, TextField, TimeField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import TimeOff

_MIDNIGHT = dt.time()
_MORNING = dt.time(10)
_EVENING = dt.time(18)


class TimeOffBox(QWidget):
    """Whole days, or from a time to a time."""

    def __init__(self, frame: Frame, worker_id: str) -> None:
        super().__init__()
        self._frame = frame
        self._worker_id = worker_id
        today = frame.clock.today()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.first = DayField(today, self.tr("First day off"))
        self.last = DayField(today, self.tr("Last day off"))
        self.start = TimeField(_MORNING, self.tr("Away from"))
        self.end = TimeField(_EVENING, self.tr("Away to"))
        self.part = QCheckBox(self.tr("Only part of the day"))
        self.part.setAccessibleName(self.tr("Only part of the day"))
        self.reason = TextField(placeholder=self.tr("Why, if it matters"), name=self.tr("Why"))
        self.reason.setMaxLength(80)
        self.add = Button(self.tr("Add"), icon=icon("plus", 16))
        self._first = Field(self.tr("From"), self.first)
        self._last = Field(self.tr("Up to and with"), self.last)
        self._build(column)
        self.first.changed.connect(self._follow)
        self.part.toggled.connect(self._show_times)
        self.reason.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self._show_times(False)

    def show_list(self, away: Sequence[TimeOff]) -> None:
        """Show what is noted."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for off in away:
            self._list.addWidget(self._line(off))
        if not away:
            self._list.addWidget(plain_label(self.tr("Nothing noted from today on."), role="hint"))

    def _build(self, column: QVBoxLayout) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(8)
        times.addWidget(Field(self.tr("From"), self.start))
        times.addWidget(Field(self.tr("To"), self.end))
        days.addWidget(self._first, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self._last, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self._times, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        column.addWidget(self.part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        column.addWidget(
            plain_label(
                self.tr("What is booked then stays on the board, to be moved."), role="hint", wrap=True
            )
        )

    def _line(self, off: TimeOff) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        when = away_words(off, self._frame.clock.today())
        row.addWidget(plain_label(when))
        row.addWidget(ElidedLabel(off.reason, role="hint"), 1)
        remove = IconButton(icon("trash", 16), self.tr("Take {when} back").format(when=when), size=28)
        remove.clicked.connect(lambda: self._remove(off.id))
        row.addWidget(remove)
        column.addLayout(row)
        column.addWidget(rule("soft-rule"))
        return line

    def _show_times(self, on: bool) -> None:
        self._times.setVisible(on)
        self._last.setVisible(not on)
        self._last.set_error("")

    def _follow(self, day: dt.date) -> None:
        if self.last.day() < day:
            self.last.set_day(day)

    def _add(self) -> None:
        first, last = self.first.day(), self.last.day()
        if self.part.isChecked():
            start = dt.datetime.combine(first, self.start.value())
            end = dt.datetime.combine(first, self.end.value())
            if self.end.value() == _MIDNIGHT:
                end += dt.timedelta(days=1)
        else:
            start = dt.datetime.combine(first, _MIDNIGHT)
            end = dt.datetime.combine(last, _MIDNIGHT) + dt.timedelta(days=1)
        for field in (self._first, self._last):
            field.set_error("")
        worker_id, reason = self._worker_id, self.reason.value()
        self.add.setEnabled(False)
        self._frame.act(
            lambda desk: desk.team.add_time_off(worker_id, start, end, reason),
            self.tr("Time off noted."),
            lambda _id: self._added(),
            self._refused,
            owner=self,
        )

    def _added(self) -> None:
        self.add.setEnabled(True)
        self.reason.clear()

    def _refused(self, error: Exception) -> None:
        self.add.setEnabled(True)
        if not isinstance(error, DeskError):
            self._frame.fail(error)
            return
        at_fault = self._first if self.part.isChecked() else self._last
        at_fault.set_error(notices.sentence(error))
        at_fault.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, time_off_id: str) -> None:
        self._frame.act(
            lambda desk: desk.team.remove_time_off(time_off_id), self.tr("Time off taken back."), owner=self
        )
