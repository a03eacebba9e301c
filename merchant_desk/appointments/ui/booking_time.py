"""When: the day, the time, and free times to take with one touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import DayField, TimeField
from merchant_desk.widgets.labels import plain_label

_FEW = 8
_MORE = "more"


class TimePick(QWidget):
    """A day, a time, and chips for when it would fit.

    `changed` comes when another time is set by hand or chip; `day_changed` besides when it lies on
    another day, whose free times are not known yet; `waiting_wanted` when nothing is free and they wait.
    """

    changed = Signal()
    day_changed = Signal()
    waiting_wanted = Signal()

    def __init__(self, start: dt.datetime) -> None:
        super().__init__()
        self._free: tuple[dt.datetime, ...] = ()
        self._later: tuple[dt.datetime, ...] = ()
        self._none = ""
        self._taken = ""
        self._all = False
        self._today = start.date()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.day = DayField(start.date(), name=self.tr("Day"))
        self.day.setFixedWidth(140)
        self.time = TimeField(start.time(), name=self.tr("Time"))
        self.time.setFixedWidth(92)
        self.words = plain_label(role="secondary")
        line.addWidget(self.day)
        line.addWidget(self.time)
        line.addWidget(self.words, 1)
        column.addLayout(line)
        self.chips = ChipRow(self.tr("Free times"))
        self.chips.chosen.connect(self._pick)
        self.none = plain_label(role="hint", wrap=True)
        column.addWidget(self.none)
        column.addWidget(self.chips)
        self.waiting = Button(self.tr("Put on the waiting list"), role="link", icon=icon("clock", 16))
        self.waiting.clicked.connect(self.waiting_wanted)
        column.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignLeft)
        self.none.hide()
        self.waiting.hide()
        self.day.changed.connect(lambda _day: self._by_hand(another_day=True))
        self.time.changed.connect(lambda _time: self._by_hand(another_day=False))
        self._say_day()

    def start(self) -> dt.datetime:
        """The time that is set, naive shop time."""
        return dt.datetime.combine(self.day.day(), self.time.value())

    def set_start(self, at: dt.datetime) -> None:
        """Show another time without saying so."""
        for field in (self.day, self.time):
            field.blockSignals(True)
        self.day.set_day(at.date())
        self.time.set_value(at.time())
        for field in (self.day, self.time):
            field.blockSignals(False)
        self._say_day()
        self._mark()

    def set_today(self, today: dt.date) -> None:
        """The day that is called today."""
        self._today = today
        self._say_day()

    def offer(
        self,
        free: Sequence[dt.datetime],
        later: Sequence[dt.datetime] = (),
        *,
        none: str = "",
        taken: str = "",
        may_wait: bool = False,
    ) -> None:
        """The times free on that day; without any, the `later` ones of other days and the words `none`.

        All are naive shop time. `taken` says what is wrong with the time that is set, "" where it fits. With
        `may_wait` the waiting list is offered where nothing is free.
        """
        self._free, self._later, self._none, self._taken = tuple(free), tuple(later), none, taken
        self.waiting.setVisible(may_wait and not self._free)
        self._show()

    def _show(self) -> None:
        times = self._free or self._later
        few = times if self._all or len(times) <= _FEW + 1 else self._around(times)
        chips = [Chip(self._words(at), checkable=True, key=wall(at)) for at in few]
        if len(few) < len(times):
            chips.append(Chip(self.tr("More times…"), key=_MORE))
        self.chips.set_chips(chips)
        self.chips.setVisible(bool(chips))
        self._mark()
        self.none.setText(self._taken if self._free else self._none)
        self.none.setVisible(bool(self.none.text()))

    def _around(self, times: Sequence[dt.datetime]) -> Sequence[dt.datetime]:
        """The few that matter most: from just before the time that is set."""
        start = self.start()
        behind = sum(1 for at in times if at < start)
        first = min(max(behind - 1, 0), len(times) - _FEW)
        return times[first : first + _FEW]

    def _words(self, at: dt.datetime) -> str:
        if at.date() == self.day.day():
            return language.time_text(at)
        return f"{language.near_day(at.date(), self._today)} {language.time_text(at)}"

    def _mark(self) -> None:
        self.chips.choose(wall(self.start()))

    def _pick(self, key: str) -> None:
        if key == _MORE:
            self._all = True
            self._show()
            self.chips.take_focus()
            return
        if not key:
            self._mark()
            return
        at = parse_wall(key)
        another_day = at.date() != self.day.day()
        self.set_start(at)
        self.changed.emit()
        if another_day:
            self.day_changed.emit()

    def _by_hand(self, another_day: bool) -> None:
        self._say_day()
        self._mark()
        self.changed.emit()
        if another_day:
            self.day_changed.emit()

    def _say_day(self) -> None:
        day = self.day.day()
        weekday = language.weekday_name(day.weekday())
        near = language.near_day(day, self._today)
        self.words.setText(f"{weekday} · {near}" if abs((day - self._today).days) <= 1 else weekday)
