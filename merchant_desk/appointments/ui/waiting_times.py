"""Which days and which times of day somebody would come: a touch for the usual ones, fields for the rest."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.waiting.model import DAY_BEGINS, DAY_ENDS
from merchant_desk.widgets.buttons import Chip, Segmented
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import DayField, TimeField
from merchant_desk.widgets.labels import plain_label

_PARTS = {
    "any": (DAY_BEGINS, DAY_ENDS),
    "morning": (DAY_BEGINS, "12:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("18:00", DAY_ENDS),
}
_OWN = "own"


class DaysPick(QWidget):
    """From one day to another, both included; `changed` comes when either does."""

    changed = Signal()

    def __init__(self, today: dt.date, first: dt.date, last: dt.date) -> None:
        super().__init__()
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips = ChipRow(self.tr("Days"))
        self.chips.set_chips(
            [
                Chip(self.tr("Today"), checkable=True, key="0"),
                Chip(self.tr("Tomorrow"), checkable=True, key="1"),
                Chip(self.tr("Next 7 days"), checkable=True, key="7"),
                Chip(self.tr("Next 14 days"), checkable=True, key="14"),
                Chip(self.tr("Next 30 days"), checkable=True, key="30"),
            ]
        )
        self.chips.chosen.connect(self._pick)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.first = DayField(first, name=self.tr("First day"))
        self.last = DayField(last, name=self.tr("Last day"))
        for field in (self.first, self.last):
            field.setFixedWidth(140)
        row.addWidget(self.first)
        row.addWidget(plain_label("–", role="secondary"))
        row.addWidget(self.last)
        row.addStretch(1)
        column.addLayout(row)
        self.first.changed.connect(self._first_changed)
        self.last.changed.connect(lambda _day: self._by_hand())
        self._mark()

    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day."""
        return self.first.day(), self.last.day()

    def set_days(self, first: dt.date, last: dt.date) -> None:
        """Show other days, without saying so."""
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)
        self._mark()

    def _pick(self, key: str) -> None:
        if key:
            ahead = dt.timedelta(days=int(key))
            begin = self._today + ahead if key == "1" else self._today
            self.set_days(begin, self._today + ahead)
            self.changed.emit()
        else:
            self._mark()

    def _first_changed(self, day: dt.date) -> None:
        if self.last.day() < day:
            self.set_days(day, day)
        self._by_hand()

    def _by_hand(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        """Turn the chip on that says what the fields say."""
        first, last = self.days()
        begin, ahead = (first - self._today).days, (last - self._today).days
        same = (begin == 0 and ahead != 1) or (begin, ahead) == (1, 1)
        self.chips.choose(str(ahead) if same and self.chips.chip(str(ahead)) else "")


class TimesPick(QWidget):
    """Any time, a part of the day, or from one time to another; `changed` comes when that does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.part = Segmented(
            [
                ("any", self.tr("Any time")),
                ("morning", self.tr("Morning")),
                ("afternoon", self.tr("Afternoon")),
                ("evening", self.tr("Evening")),
                (_OWN, self.tr("From – to")),
            ],
            name=self.tr("Time of day"),
        )
        self.part.chosen.connect(self._on_part)
        column.addWidget(self.part)
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.since = TimeField(dt.time(10), name=self.tr("From"))
        self.until = TimeField(dt.time(20), name=self.tr("Until"))
        for field in (self.since, self.until):
            field.setFixedWidth(92)
            field.changed.connect(lambda _at: self.changed.emit())
        row.addWidget(self.since)
        row.addWidget(plain_label("–", role="secondary"))
        row.addWidget(self.until)
        row.addStretch(1)
        column.addWidget(self._own)
        self._own.hide()

    def times(self) -> tuple[str, str]:
        """Two 'HH:MM', up to '24:00'."""
        part = self.part.current()
        if part != _OWN:
            return _PARTS[part]
        until = self.until.value()
        return f"{self.since.value():%H:%M}", DAY_ENDS if until == dt.time() else f"{until:%H:%M}"

    def set_times(self, from_time: str, to_time: str) -> None:
        """Show other times, without saying so."""
        part = next((key for key, known in _PARTS.items() if known == (from_time, to_time)), _OWN)
        self.part.choose(part)
        self._own.setVisible(part == _OWN)
        if part == _OWN:
            for field, text in ((self.since, from_time), (self.until, to_time)):
                field.blockSignals(True)
                field.set_value(dt.time() if text == DAY_ENDS else dt.time.fromisoformat(text))
                field.blockSignals(False)

    def _on_part(self, part: str) -> None:
        self._own.setVisible(part == _OWN)
        self.changed.emit()
