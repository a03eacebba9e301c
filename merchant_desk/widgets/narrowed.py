"""What a list is narrowed by: a period, and choices of which one may be left open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEEK = dt.timedelta(days=6)
_OWN = "own"


class PeriodChoice(QWidget):
    """Today, seven days, this month, all, or from one day to another; `chosen` says that it is another."""

    chosen = Signal()

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.strip = Segmented(
            [
                ("today", self.tr("Today")),
                ("week", self.tr("7 days")),
                ("month", self.tr("This month")),
                ("all", self.tr("All")),
                (_OWN, self.tr("From – to")),
            ],
            name=self.tr("Period"),
        )
        self.strip.chosen.connect(self._press)
        row.addWidget(self.strip)
        self._own = QWidget()
        days = QHBoxLayout(self._own)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(6)
        self.first = DayField(today.replace(day=1), name=self.tr("First day"))
        self.last = DayField(today, name=self.tr("Last day"))
        for field in (self.first, self.last):
            field.setFixedWidth(124)
        days.addWidget(self.first)
        days.addWidget(plain_label("–", role="hint"))
        days.addWidget(self.last)
        self._own.hide()
        row.addWidget(self._own)
        self.first.changed.connect(self._first_moved)
        self.last.changed.connect(self._last_moved)

    def current(self) -> str:
        """The key that is on, "" for none."""
        return self.strip.current()

    def choose(self, key: str) -> None:
        """Turn `key` on without saying so."""
        self.strip.choose(key)
        self._own.setVisible(key == _OWN)

    def choose_none(self) -> None:
        """Turn all off without saying so: something else says what is shown."""
        self.strip.choose_none()
        self._own.hide()

    def days(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day; None stands for no end."""
        key = self.current()
        if key == _OWN:
            return self.first.day(), self.last.day()
        starts = {"today": today, "week": today - _WEEK, "month": today.replace(day=1)}
        start = starts.get(key)
        return start, None if start is None else today

    def _press(self, key: str) -> None:
        self._own.setVisible(key == _OWN)
        if key == _OWN:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.chosen.emit()

    def _first_moved(self, day: dt.date) -> None:
        if self.last.day() < day:
            self._quietly(self.last, day)
        self.chosen.emit()

    def _last_moved(self, day: dt.date) -> None:
        if self.first.day() > day:
            self._quietly(self.first, day)
        self.chosen.emit()

    def _quietly(self, field: DayField, day: dt.date) -> None:
        field.blockSignals(True)
        field.set_day(day)
        field.blockSignals(False)


class Narrowed(QWidget):
    """A period and a row of choices; each begins with the text that leaves it open.

    `changed` comes when a choice was made anew; the period says so itself.
    """

    changed = Signal()

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self._flow = FlowLayout(self, gap=8)
        self.period = PeriodChoice(today)
        self._flow.addWidget(self.period)
        self._choices: dict[str, tuple[Choice, str]] = {}
        self.clear = Button(self.tr("Clear filters"), role="link")
        self.clear.clicked.connect(self._clear)

    def add_choice(self, key: str, all_of_them: str, options: Sequence[tuple[str, str]] = ()) -> Choice:
        """One more choice; `all_of_them` is what stands there while it is left open."""
        choice = Choice(name=all_of_them)
        choice.setMaximumWidth(190)
        self._choices[key] = (choice, all_of_them)
        self.set_options(key, options)
        choice.chosen.connect(lambda _key: self._chosen())
        self._flow.addWidget(choice)
        return choice

    def end(self) -> None:
        """Nothing more comes but the button that leaves all open again."""
        self._flow.addWidget(self.clear)
        self.clear.hide()

    def add(self, widget: QWidget) -> None:
        """Something else in the row."""
        self._flow.addWidget(widget)

    def set_options(self, key: str, options: Sequence[tuple[str, str]]) -> None:
        """Other options; what is chosen stays where it is still there."""
        choice, all_of_them = self._choices[key]
        wanted = [("", all_of_them), *options]
        if [(choice.itemData(at), choice.itemText(at)) for at in range(choice.count())] != wanted:
            choice.set_options(wanted, choice.key())

    def value(self, key: str) -> str:
        """What is chosen there, "" for all."""
        return str(self._choices[key][0].key() or "")

    def choose(self, key: str, value: str) -> None:
        """Choose without saying so."""
        self._choices[key][0].choose(value)
        self._show_clear()

    def leave_open(self) -> None:
        """All of every choice, without saying so."""
        for choice, _text in self._choices.values():
            choice.choose("")
        self._show_clear()

    def is_narrowed(self) -> bool:
        """Whether any choice leaves something out."""
        return any(self.value(key) for key in self._choices)

    def _chosen(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self.clear.setVisible(self.is_narrowed())

    def _clear(self) -> None:
        self.leave_open()
        self.period.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
