"""Holidays as lines: a name, its days off, and the working days swapped for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.shop.holidays import Holiday

_ONE_DAY = dt.timedelta(days=1)


class HolidayLines(QWidget):
    """One line for each run of days off with one name, and below it its working days."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_days(self, days: Sequence[Holiday]) -> None:
        """Show these, by date."""
        emptied(self._grid)
        for row, (name, when, works) in enumerate(self._lines(days)):
            for column, text in enumerate((name, when)):
                label = plain_label(text, role="secondary" if works else "", wrap=True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(label, row, column)
        self.setVisible(bool(days))

    def _lines(self, days: Sequence[Holiday]) -> list[tuple[str, str, bool]]:
        spoken = language.current()
        lines = []
        for run in _runs([day for day in days if not day.works]):
            name = run[0].called(spoken)
            count = self.tr("%n day(s)", "", len(run))
            lines.append((run[0].day, name, f"{_span(run[0].day, run[-1].day)} · {count}", False))
        swapped: dict[str, list[Holiday]] = {}
        for day in days:
            if day.works:
                swapped.setdefault(day.called(spoken), []).append(day)
        for name, works in swapped.items():
            # Behind the days off they are worked for.
            at = max((day for day, other, _, off in lines if other == name and not off), default=works[0].day)
            on = language.joined([language.short_day(day.day) for day in works])
            lines.append((at, self.tr("worked instead"), on, True))
        lines.sort(key=lambda line: (line[0], line[3]))
        return [(name, when, works_line) for _, name, when, works_line in lines]


class _Counts(QObject):
    """Says how many days there are."""

    def told(self, off: int, works: int) -> str:
        """'28 days off, 8 worked instead'."""
        text = self.tr("%n day(s) off", "", off)
        if works:
            text = language.joined([text, self.tr("%n day(s) worked instead", "", works)])
        return text


def holiday_count(days: Sequence[Holiday]) -> str:
    """How many days off and working days these are."""
    works = sum(day.works for day in days)
    return _Counts().told(len(days) - works, works)


def _runs(days: Sequence[Holiday]) -> list[list[Holiday]]:
    runs: list[list[Holiday]] = []
    for day in days:
        if runs and runs[-1][-1].day + _ONE_DAY == day.day and runs[-1][-1].name == day.name:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _span(first: dt.date, last: dt.date) -> str:
    if first == last:
        return language.short_day(first)
    return f"{language.short_day(first)} – {language.short_day(last)}"
