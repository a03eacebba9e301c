"""Seven rows of hours: open or not, from when to when, and where wanted a break in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import TimeField
from merchant_desk.widgets.labels import plain_label

Spell = tuple[int, str, str]  # weekday (0 is Monday), 'HH:MM', 'HH:MM' up to '24:00'

_TIME_WIDTH = 78


class _Day:
    """One row; what was loaded is given back as it was until somebody touches the row."""

    def __init__(self, weekday: int, with_break: bool) -> None:
        name = language.weekday_name(weekday)
        self.weekday = weekday
        self.on = QCheckBox(name)
        self.on.setAccessibleName(name)
        self.start = _time("10:00", QCoreApplication.translate("WeekGrid", "{day}, from").format(day=name))
        self.end = _time("21:00", QCoreApplication.translate("WeekGrid", "{day}, to").format(day=name))
        self.pause = QCheckBox()
        self.pause.setAccessibleName(
            QCoreApplication.translate("WeekGrid", "{day}, with a break").format(day=name)
        )
        self.pause_start = _time(
            "12:00", QCoreApplication.translate("WeekGrid", "{day}, break from").format(day=name)
        )
        self.pause_end = _time(
            "13:00", QCoreApplication.translate("WeekGrid", "{day}, break to").format(day=name)
        )
        self.with_break = with_break
        self.error = plain_label(role="field-error", wrap=True)
        self.error.hide()
        self._loaded: tuple[tuple[Spell, ...], tuple[Spell, ...]] = ((), ())
        self._shown: object = None
        self.on.toggled.connect(lambda _on: self.enable())
        self.pause.toggled.connect(lambda _on: self.enable())

    def load(self, spans: Sequence[Spell], pauses: Sequence[Spell]) -> None:
        """Show a day: several spans as one with the gap for a break, as far as a row can show them."""
        self.on.setChecked(bool(spans))
        if spans:
            self.start.set_value(_read(spans[0][1]))
            self.end.set_value(_read(spans[-1][2]))
        gaps = [(before[2], after[1]) for before, after in pairwise(spans)]
        rests = gaps or [(start, end) for _, start, end in pauses]
        self.pause.setChecked(bool(spans) and bool(rests))
        if rests:
            self.pause_start.set_value(_read(rests[0][0]))
            self.pause_end.set_value(_read(rests[0][1]))
        self._loaded = (tuple(spans), tuple(pauses))
        self._shown = self.shown()
        self.enable()

    def copy(self, other: _Day) -> None:
        """The same hours as the other day's."""
        self.start.set_value(other.start.value())
        self.end.set_value(other.end.value())
        self.pause.setChecked(other.pause.isChecked())
        self.pause_start.set_value(other.pause_start.value())
        self.pause_end.set_value(other.pause_end.value())

    def spans(self) -> tuple[Spell, ...]:
        """The hours."""
        if self.shown() == self._shown:
            return self._loaded[0]
        return (self._spell(self.start, self.end),) if self.on.isChecked() else ()

    def pauses(self) -> tuple[Spell, ...]:
        """The break."""
        if self.shown() == self._shown:
            return self._loaded[1]
        has = self.with_break and self.on.isChecked() and self.pause.isChecked()
        return (self._spell(self.pause_start, self.pause_end),) if has else ()

    def shown(self) -> object:
        """What the row says."""
        if not self.on.isChecked():
            return False
        rest = self.with_break and self.pause.isChecked()
        times = (self.start, self.end, *((self.pause_start, self.pause_end) if rest else ()))
        return tuple(time.value() for time in times)

    def enable(self) -> None:
        """Times rest where they say nothing."""
        on = self.on.isChecked()
        for field in (self.start, self.end, self.pause):
            field.setEnabled(on)
        for field in (self.pause_start, self.pause_end):
            field.setEnabled(on and self.pause.isChecked())

    def _spell(self, start: TimeField, end: TimeField) -> Spell:
        # A field ends at 23:59; midnight as an end is the end of the day.
        until = language.time_text(end.value())
        return (self.weekday, language.time_text(start.value()), "24:00" if until == "00:00" else until)


class WeekGrid(QWidget):
    """The hours of a week; `changed` comes with every touch."""

    changed = Signal()

    def __init__(self, with_breaks: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(6, 1)
        column.addLayout(self._grid)
        heads = [(1, self.tr("From")), (2, self.tr("To"))]
        if with_breaks:
            heads += [(4, self.tr("Break from")), (5, self.tr("Break to"))]
        for place, words in heads:
            self._grid.addWidget(plain_label(words, role="hint"), 0, place)
        self.days = [_Day(weekday, with_breaks) for weekday in range(7)]
        for day in self.days:
            self._add(day)
        self.same = Button(self.tr("The first day's hours for every day"), role="link")
        self.same.clicked.connect(self._copy_first)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self, spans: Iterable[Spell], pauses: Iterable[Spell] = ()) -> None:
        """Show a week."""
        hours, rests = sorted(spans), sorted(pauses)
        for day in self.days:
            day.load(
                [span for span in hours if span[0] == day.weekday],
                [rest for rest in rests if rest[0] == day.weekday],
            )
        self.clear_errors()

    def spans(self) -> tuple[Spell, ...]:
        """The hours, by weekday."""
        return tuple(span for day in self.days for span in day.spans())

    def pauses(self) -> tuple[Spell, ...]:
        """The breaks, by weekday."""
        return tuple(rest for day in self.days for rest in day.pauses())

    def shown(self) -> object:
        """What the rows say, to see whether they were touched."""
        return tuple(day.shown() for day in self.days)

    def set_error(self, text: str, weekday: object) -> bool:
        """Say what is wrong below its day; False where `weekday` names none."""
        for day in self.days:
            if day.weekday == weekday:
                day.error.setText(text)
                day.error.show()
                day.end.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def clear_errors(self) -> None:
        """Take every error away."""
        for day in self.days:
            day.error.hide()

    def _add(self, day: _Day) -> None:
        row = 1 + day.weekday * 2
        cells: list[QWidget] = [day.on, day.start, day.end]
        if day.with_break:
            cells += [day.pause, day.pause_start, day.pause_end]
        for place, widget in enumerate(cells):
            self._grid.addWidget(widget, row, place)
            if isinstance(widget, TimeField):
                widget.changed.connect(lambda _at: self.changed.emit())
            elif isinstance(widget, QCheckBox):
                widget.toggled.connect(lambda _on: self.changed.emit())
        self._grid.addWidget(day.error, row + 1, 1, 1, 6)

    def _copy_first(self) -> None:
        open_days = [day for day in self.days if day.on.isChecked()]
        for day in open_days[1:]:
            day.copy(open_days[0])
        self.changed.emit()


def _time(text: str, name: str) -> TimeField:
    field = TimeField(_read(text), name=name)
    field.setFixedWidth(_TIME_WIDTH)
    return field


def _read(text: str) -> dt.time:
    hours, minutes = text.split(":")
    return dt.time(int(hours) % 24, int(minutes))
