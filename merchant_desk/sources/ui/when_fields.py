"""When a content came out; for a live stream also when it ended, if it has."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.widgets.fields import DayField, Field, TimeField

_USUAL = dt.timedelta(hours=2)


class WhenFields(QWidget):
    """A day and a time, and for a live stream a second pair that a tick turns on; naive shop time."""

    def __init__(self, now: dt.datetime) -> None:
        super().__init__()
        self._live = False
        self._end_set = False
        start = now.replace(second=0, microsecond=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.day = DayField(start.date(), self.tr("Published on"))
        self.time = TimeField(start.time(), self.tr("Published at"))
        self._field = Field(self.tr("Published"), _row(self.day, self.time))
        column.addWidget(self._field)
        self.over = QCheckBox(self.tr("It is over"))
        self.end_day = DayField(start.date(), self.tr("Ended on"))
        self.end_time = TimeField(start.time(), self.tr("Ended at"))
        ending = _row(self.over, self.end_day, self.end_time)
        ending.setFocusProxy(self.end_time)
        self.end_field = Field(self.tr("Ended"), ending)
        column.addWidget(self.end_field)
        self.over.toggled.connect(self._on_over)
        for field in (self.day, self.time):
            field.changed.connect(lambda _value: self._follow())
        for field in (self.end_day, self.end_time):
            field.editingFinished.connect(self._keep_end)
        self._on_over(False)
        self.set_live(False)

    def start(self) -> dt.datetime:
        """When it came out or began."""
        return dt.datetime.combine(self.day.day(), self.time.value())

    def end(self) -> dt.datetime | None:
        """When the stream ended; None for what is no stream, or is not over."""
        if not self._live or not self.over.isChecked():
            return None
        return dt.datetime.combine(self.end_day.day(), self.end_time.value())

    def set_span(self, start: dt.datetime, end: dt.datetime | None) -> None:
        """Show what is known."""
        self.day.set_day(start.date())
        self.time.set_value(start.time())
        self._end_set = end is not None
        self.over.setChecked(end is not None)
        if end is not None:
            self.end_day.set_day(end.date())
            self.end_time.set_value(end.time())

    def set_live(self, live: bool) -> None:
        """Whether it is a live stream."""
        self._live = live
        self._field.label.setText(self.tr("Begins") if live else self.tr("Published"))
        self.end_field.setVisible(live)

    def _on_over(self, over: bool) -> None:
        self.end_day.setEnabled(over)
        self.end_time.setEnabled(over)
        if over:
            self._follow()

    def _follow(self) -> None:
        """Until somebody sets it, the end stays two hours after the beginning."""
        if not self._end_set:
            end = self.start() + _USUAL
            self.end_day.set_day(end.date())
            self.end_time.set_value(end.time())

    def _keep_end(self) -> None:
        self._end_set = True


def _row(*fields: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for field in fields:
        row.addWidget(field, 0 if isinstance(field, QCheckBox) else 1)
    line.setFocusProxy(fields[0])
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return line
