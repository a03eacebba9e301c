"""A sale that was forgotten: it is written today and says to which earlier day it belongs."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import IconButton
from merchant_desk.widgets.fields import DayField, Field
from merchant_desk.widgets.labels import plain_label


class OfDayRow(Field):
    """Not there until somebody says that the sale belongs to another day; `day()` is that day, else None."""

    changed = Signal()

    def __init__(self, today: dt.date) -> None:
        self._row = QWidget()
        super().__init__("", self._row)
        self._today = today
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        self.field = DayField(today - dt.timedelta(days=1), self.tr("Belongs to"))
        self.field.changed.connect(lambda _day: self._chosen())
        self.remove = IconButton(icon("x", 16), self.tr("It is a sale of today"), size=28)
        self.remove.clicked.connect(lambda: self.set_day(None))
        row.addWidget(plain_label(self.tr("Belongs to"), role="secondary"))
        row.addWidget(self.field)
        row.addStretch(1)
        row.addWidget(self.remove)
        self._row.setFocusProxy(self.field)
        self.hide()

    def ask(self) -> None:
        """Let a day be chosen, yesterday to begin with."""
        self.set_day(self._today - dt.timedelta(days=1))
        self.field.setFocus()

    def set_day(self, day: dt.date | None) -> None:
        """Show that the sale belongs to `day`; None is a sale of today."""
        if day is not None:
            self.field.set_day(day)
        self.setVisible(day is not None)
        self._chosen()

    def day(self) -> dt.date | None:
        """The earlier day it belongs to, None for a sale of today."""
        return None if self.isHidden() else self.field.day()

    def settled(self) -> bool:
        """Whether that makes sense; says so where it does not."""
        day = self.day()
        if day is None or day < self._today:
            return True
        self.set_error(self.tr("Choose a day that is over. A sale of today needs none."))
        return False

    def _chosen(self) -> None:
        self.set_error("")
        if not self.isHidden():
            self.set_hint(
                self.tr("It is counted today, in today's drawer, and says that it belongs to that day.")
            )
        self.changed.emit()
