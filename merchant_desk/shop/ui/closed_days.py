"""The dates on which the shop stays closed: the list, and a line to add to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.icons import icon
from merchant_desk.shop import store
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import DayField, Field, TextField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shop.model import ClosedDay

_ONE_DAY = dt.timedelta(days=1)


class ClosedDays(Card):
    """Each change is written at once; days in a row with one name are one line."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Closed days"))
        self._frame = frame
        today = frame.clock.today()
        self.day = DayField(today, self.tr("Closed on"))
        self.last = DayField(today, self.tr("Closed until"))
        for field in (self.day, self.last):
            field.setFixedWidth(130)
        self.day.changed.connect(self._first_changed)
        self.name = TextField(placeholder=self.tr("What for, like Spring Festival"), name=self.tr("What for"))
        self.name.setMaxLength(60)
        self.name.returnPressed.connect(self._add)
        self.add = Button(self.tr("Add"), icon=icon("plus", 16))
        self.add.clicked.connect(self._add)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(plain_label(self.tr("to"), role="secondary"))
        row.addWidget(self.last)
        row.addStretch(1)
        days.setFocusProxy(self.last)
        self.days = Field("", days)
        self.body.addWidget(self.days)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        self._first = today

    def show_days(self, days: Sequence[ClosedDay]) -> None:
        """Show these, those gone by left out."""
        emptied(self._list)
        coming = [day for day in days if day.day >= self._frame.clock.today()]
        for run in _runs(coming):
            self._list.addWidget(self._line(run))
        if not coming:
            self._list.addWidget(
                plain_label(self.tr("None. On a closed day nobody can be booked."), role="hint", wrap=True)
            )

    def _line(self, run: Sequence[ClosedDay]) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        when = _when(run[0].day, run[-1].day)
        row.addWidget(plain_label(when))
        row.addWidget(ElidedLabel(run[0].name, role="hint"), 1)
        remove = IconButton(icon("trash", 16), self.tr("Open again on {day}").format(day=when), size=28)
        remove.clicked.connect(lambda: self._remove([day.id for day in run], when))
        row.addWidget(remove)
        column.addWidget(rule("soft-rule"))
        column.addLayout(row)
        return line

    def _first_changed(self, day: dt.date) -> None:
        # The span moves along while its end was not set apart, and never ends before it begins.
        if self.last.day() == self._first or self.last.day() < day:
            self.last.set_day(day)
        self._first = day
        self.days.set_error("")

    def _add(self) -> None:
        first, last, name = self.day.day(), self.last.day(), self.name.value()
        self.days.set_error("")

        def close(desk: Desk) -> int:
            desk.shop.close_days(first, last, name)
            return store.booked_days(desk.file, first, last)

        def said(booked: int) -> str:
            text = self.tr("Closed on {day}.").format(day=_when(first, last))
            stay = self.tr("%n appointment(s) booked then stay: move or cancel them.", "", booked)
            return f"{text} {stay}" if booked else text

        self._frame.act(
            close,
            said,
            lambda _booked: self.name.setText(""),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.days.set_error(notices.sentence(error))
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.fail(error)

    def _remove(self, closed_ids: Sequence[str], when: str) -> None:
        self._frame.act(
            lambda desk: desk.shop.open_days(closed_ids),
            self.tr("Open again on {day}.").format(day=when),
            owner=self,
        )


def _runs(days: Sequence[ClosedDay]) -> list[list[ClosedDay]]:
    """Days by date, those in a row with one name together."""
    runs: list[list[ClosedDay]] = []
    for day in days:
        before = runs[-1][-1] if runs else None
        if before is not None and before.day + _ONE_DAY == day.day and before.name == day.name:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _when(first: dt.date, last: dt.date) -> str:
    """'17 February 2026' or '15 Feb – 23 February 2026'."""
    if first == last:
        return language.full_day(first)
    return language.days_text(first, last)
