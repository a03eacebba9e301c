"""One date of a series under the list: another time, left out, or squeezed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from merchant_desk.appointments.ui.booking_time import TimePick
from merchant_desk.appointments.ui.series_plan import Row
from merchant_desk.shell import language, notices
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label


class SeriesDateBox(Card):
    """What can be done about one date.

    `decided` carries the rule's date, the new start (None to leave it out), and whether it is squeezed in;
    `day_wanted` a day whose free times are not known yet.
    """

    decided = Signal(object, object, bool)
    day_wanted = Signal(object)

    def __init__(self, today: dt.date) -> None:
        super().__init__(role="card", padding=14)
        self._row: Row | None = None
        self.title = plain_label(role="heading")
        self.body.addWidget(self.title)
        self.sentence = plain_label(role="bad", wrap=True)
        self.body.addWidget(self.sentence)
        self.when = TimePick(dt.datetime.combine(today, dt.time()))
        self.when.set_today(today)
        self.when.changed.connect(self._move)
        self.when.day_changed.connect(lambda: self.day_wanted.emit(self.when.start().date()))
        self.body.addWidget(self.when)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        self.leave_out = Button(self.tr("Leave out"))
        self.leave_out.clicked.connect(self._leave_out)
        self.back = Button(self.tr("As the rule says"))
        self.back.clicked.connect(self._back)
        self.squeeze = QCheckBox(self.tr("Squeeze in anyway"))
        self.squeeze.setAccessibleName(self.tr("Squeeze in anyway"))
        self.squeeze.clicked.connect(self._squeeze)
        for widget in (self.leave_out, self.back, self.squeeze):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_row(self, row: Row) -> None:
        """Speak of another date, or of the same one after it was decided about."""
        self._row = row
        self.title.setText(language.day_title(row.start.date()))
        clash = row.date.clash if row.date is not None else None
        self.sentence.setText(notices.sentence(clash) if clash is not None else "")
        self.sentence.setVisible(clash is not None)
        self.when.setVisible(not row.left_out)
        self.when.set_start(row.planned.start or row.at)
        self.leave_out.set_text(self.tr("Take in again") if row.left_out else self.tr("Leave out"))
        self.back.setVisible(row.moved)
        self.squeeze.setChecked(row.planned.squeeze)
        self.squeeze.setVisible(clash is not None or row.planned.squeeze)
        self.show()

    def offer(self, day: dt.date, free: Sequence[dt.datetime]) -> None:
        """The free times of a day, if it is still the one that is asked about."""
        if self.when.start().date() == day:
            self.when.offer(free, none=self.tr("Nothing is free on this day for this."))

    def take_focus(self) -> None:
        """Begin with the free times, or with the way back in."""
        if self._row is not None and self._row.left_out:
            self.leave_out.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.when.chips.chips():
            self.when.chips.take_focus()
        else:
            self.when.time.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        if self._row is not None:
            self.decided.emit(self._row.at, self.when.start(), False)

    def _back(self) -> None:
        if self._row is not None:
            self.decided.emit(self._row.at, self._row.at, False)
            self.day_wanted.emit(self._row.at.date())

    def _leave_out(self) -> None:
        if self._row is not None:
            self.decided.emit(self._row.at, self._row.at if self._row.left_out else None, False)

    def _squeeze(self, on: bool) -> None:
        if self._row is not None and self._row.planned.start is not None:
            self.decided.emit(self._row.at, self._row.planned.start, on)
