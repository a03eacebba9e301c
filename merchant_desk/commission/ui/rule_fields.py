"""Fields that only rules have: a percentage, the steps of a month, and a day that may be left open."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.commission.model import Tier
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, Chip, IconButton
from merchant_desk.widgets.fields import DayField, MoneyField, TextField
from merchant_desk.widgets.labels import plain_label

_RATE_WIDTH = 84
_AMOUNT_WIDTH = 130
_MOST_STEPS = 8


class PercentField(TextField):
    """A percentage as people type it: 30, 12.5, ３０％; empty is 0."""

    def __init__(self, rate: int = 0, name: str = "") -> None:
        super().__init__(name=name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(_RATE_WIDTH)
        self.setMaxLength(12)
        self.set_rate(rate)

    def rate(self) -> int:
        """Hundredths of a percent. Raises DeskError "commission_bad_rate" (text)."""
        typed = self.value()
        plain = unicodedata.normalize("NFKC", typed).replace("%", "").strip()
        try:
            value = Decimal(plain or "0") * 100
            if not value.is_finite() or value != value.to_integral_value():
                raise DeskError("commission_bad_rate", text=typed)
        except InvalidOperation as error:
            raise DeskError("commission_bad_rate", text=typed) from error
        return int(value)

    def set_rate(self, rate: int) -> None:
        """Show hundredths of a percent; 0 is an empty field."""
        self.setText(f"{rate / 100:g}" if rate else "")


class StepRows(QWidget):
    """From which amount of a month on which rate holds; the first step begins at 0 until typed otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[QWidget, MoneyField, PercentField]] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole.addLayout(self._column)
        self.more = Button(self.tr("One more step"), role="link", icon=icon("plus", 14))
        self.more.clicked.connect(self._add_one)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_tiers([])

    def set_tiers(self, tiers: Sequence[Tier]) -> None:
        """Show these steps, two empty ones where there are none."""
        for box, _start, _rate in self._rows:
            box.setParent(None)
            box.deleteLater()
        self._rows.clear()
        for tier in tiers or (Tier(0, 0), Tier(0, 0)):
            self._add(tier)

    def tiers(self) -> tuple[Tier, ...]:
        """The steps as typed, rows left empty skipped. Raises "bad_amount", "commission_bad_rate"."""
        found = []
        for at, (_box, start, rate) in enumerate(self._rows):
            if rate.value() or (at == 0 and start.text().strip()):
                found.append(Tier(start.value(), rate.rate()))
        return tuple(found)

    def rows(self) -> list[tuple[MoneyField, PercentField]]:
        """The fields of each step."""
        return [(start, rate) for _box, start, rate in self._rows]

    def _add_one(self) -> None:
        self._add(Tier(0, 0))
        self._rows[-1][1].setFocus()
        self.changed.emit()

    def _add(self, tier: Tier) -> None:
        number = str(len(self._rows) + 1)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        start = MoneyField(tier.start or None, language.currency())
        start.setAccessibleName(self.tr("Step {number}: from").format(number=number))
        start.setPlaceholderText("0" if not self._rows else "")
        start.setFixedWidth(_AMOUNT_WIDTH)
        rate = PercentField(tier.rate, self.tr("Step {number}: percent").format(number=number))
        away = IconButton(icon("x", 14), self.tr("Take step {number} away").format(number=number))
        away.clicked.connect(lambda: self._take_away(box))
        row.addWidget(plain_label(self.tr("from"), role="secondary"))
        row.addWidget(start)
        row.addWidget(plain_label(self.tr("of a month on"), role="secondary"))
        row.addWidget(rate)
        row.addWidget(plain_label("%", role="secondary"))
        row.addWidget(away)
        row.addStretch(1)
        self._column.addWidget(box)
        self._rows.append((box, start, rate))
        start.textChanged.connect(lambda _text: self.changed.emit())
        rate.textChanged.connect(lambda _text: self.changed.emit())
        self.more.setEnabled(len(self._rows) < _MOST_STEPS)

    def _take_away(self, box: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not box]
        box.setParent(None)
        box.deleteLater()
        if not self._rows:
            self._add(Tier(0, 0))
        self.more.setEnabled(True)
        self.more.setFocus()
        self.changed.emit()


class OpenDay(QWidget):
    """A day, or none while its chip is not pressed."""

    def __init__(self, words: str, today: dt.date) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.chip = Chip(words, checkable=True)
        self.field = DayField(today, words)
        self.field.hide()
        self.chip.toggled.connect(self.field.setVisible)
        row.addWidget(self.chip)
        row.addWidget(self.field)
        row.addStretch(1)

    def day(self) -> dt.date | None:
        """The day, or None where it is left open."""
        return self.field.day() if self.chip.isChecked() else None

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or leave it open."""
        self.chip.setChecked(day is not None)
        if day is not None:
            self.field.set_day(day)


def line_of(*parts: QWidget | str) -> QWidget:
    """Fields with the words between them, in one line."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(plain_label(part, role="secondary") if isinstance(part, str) else part)
    row.addStretch(1)
    return box
