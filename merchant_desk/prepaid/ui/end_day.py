"""A last day that there need not be."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.fields import DayField


class EndDay(QWidget):
    """A day, and beside it "No end", which puts the day to rest."""

    def __init__(self, day: dt.date, name: str) -> None:
        super().__init__()
        self.day_field = DayField(day, name=name)
        self.never = Chip(self.tr("No end"), checkable=True)
        self.never.toggled.connect(lambda on: self.day_field.setEnabled(not on))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.day_field, 1)
        row.addWidget(self.never)

    def day(self) -> dt.date | None:
        """The day, or None for no end."""
        return None if self.never.isChecked() else self.day_field.day()

    def set_day(self, day: dt.date | None) -> None:
        """Show another end."""
        self.never.setChecked(day is None)
        if day is not None:
            self.day_field.set_day(day)
