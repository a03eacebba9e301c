"""How a new appointment repeats: one line until somebody wants it to."""

from __future__ import annotations

import datetime as dt
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.series.plan import FAR_DAYS, dates
from merchant_desk.core.errors import DeskError
from merchant_desk.core.recurrence import By, Repeat, Unit, rule_text
from merchant_desk.shell import language, notices
from merchant_desk.shell.repeat_words import month_words, pattern_words, sentence_case
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, Segmented
from merchant_desk.widgets.fields import DayField, Field, NumberField
from merchant_desk.widgets.labels import plain_label

_NEVER, _OWN = "", "own"
_TIMES = 10
_UNTIL = dt.timedelta(weeks=12)


class RepeatBox(QWidget):
    """Whether, how often and until when the appointment comes again; `changed` when any of it was chosen.

    `first` is when it begins; tell `set_first` when that is another time.
    """

    changed = Signal()

    def __init__(self, first: dt.datetime) -> None:
        super().__init__()
        self._first = first
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.every = Choice(name=self.tr("Repeats"))
        self.every.chosen.connect(lambda _key: self._say())
        self._field = Field(self.tr("Repeats"), self.every)
        column.addWidget(self._field)
        self._own = self._own_row()
        column.addWidget(self._own)
        self._days = self._weekday_row()
        column.addWidget(self._days)
        self._end = self._end_row()
        column.addWidget(self._end)
        self.told = plain_label(role="hint", wrap=True)
        column.addWidget(self.told)
        self.set_first(first)

    def rule(self) -> str:
        """The RFC 5545 rule, "" where it does not repeat."""
        key = str(self.every.key() or "")
        if key == _NEVER:
            return ""
        return rule_text(self._ending(self._repeat(key)), self._first)

    def set_first(self, first: dt.datetime) -> None:
        """Another first date: what is offered speaks of its day."""
        before, by = str(self.every.key() or _NEVER), self.by.key()
        self._first = first
        # The last Friday of a month is its fourth or fifth: where one is not offered the other is meant.
        kinds = self._by_weekday()
        if before.startswith("month:") and before not in kinds:
            before = kinds[0]
        if by != "date" and f"month:{by}" not in kinds:
            by = kinds[0].partition(":")[2]
        self.every.set_options(self._options(), before)
        self.by.set_options(self._bys(), by)
        for day, chip in enumerate(self.weekdays):
            # The first date is always one of the series.
            chosen = chip.isChecked() and chip.isEnabled()
            chip.setChecked(day == first.weekday() or chosen)
            chip.setEnabled(day != first.weekday())
        if self.until.day() <= first.date():
            self.until.blockSignals(True)
            self.until.set_day(first.date() + _UNTIL)
            self.until.blockSignals(False)
        self._show()

    # ---- its parts

    def _own_row(self) -> QWidget:
        box, row = _row()
        self.number = NumberField(2, 1, 99, name=self.tr("Every how many"))
        self.number.valueChanged.connect(lambda _value: self._say())
        self.unit = Choice(self._units(), "week", self.tr("Days, weeks, months or years"))
        self.unit.chosen.connect(lambda _key: self._say())
        self.by = Choice(name=self.tr("On which day of the month"))
        self.by.chosen.connect(lambda _key: self._say())
        row.addWidget(plain_label(self.tr("Every"), role="secondary"))
        row.addWidget(self.number)
        row.addWidget(self.unit)
        row.addWidget(self.by, 1)
        row.addStretch()
        return box

    def _weekday_row(self) -> QWidget:
        box, row = _row(6)
        self.weekdays: list[Chip] = []
        for day in range(7):
            chip = Chip(language.weekday_name(day, short=True), checkable=True, key=str(day))
            chip.setAccessibleName(language.weekday_name(day))
            chip.clicked.connect(lambda _on: self._say())
            row.addWidget(chip)
            self.weekdays.append(chip)
        row.addStretch()
        return box

    def _end_row(self) -> QWidget:
        box, row = _row()
        self.end = Segmented(
            [("count", self.tr("Ends after")), ("until", self.tr("Ends on"))], name=self.tr("When it ends")
        )
        self.end.chosen.connect(lambda _key: self._say())
        self.count = NumberField(_TIMES, 2, 9_999, suffix=self.tr(" times"), name=self.tr("How many times"))
        self.count.valueChanged.connect(lambda _value: self._say())
        self.until = DayField(self._first.date() + _UNTIL, name=self.tr("Last day"))
        self.until.changed.connect(lambda _day: self._say())
        row.addWidget(self.end)
        row.addWidget(self.count)
        row.addWidget(self.until)
        row.addStretch()
        return box

    def _units(self) -> list[tuple[object, str]]:
        return [
            ("day", self.tr("days")),
            ("week", self.tr("weeks")),
            ("month", self.tr("months")),
            ("year", self.tr("years")),
        ]

    def _options(self) -> list[tuple[object, str]]:
        keys = ("day", "week", "week:2", "week:3", "week:4", "month", *self._by_weekday(), "year")
        usual = [(key, sentence_case(self._words(self._repeat(key)))) for key in keys]
        return [(_NEVER, self.tr("Does not repeat")), *usual, (_OWN, self.tr("Something else…"))]

    def _by_weekday(self) -> list[str]:
        """By its weekday, by its last one, or both where it can mean either."""
        day = self._first.date()
        last = (day + dt.timedelta(weeks=1)).month != day.month
        number = (day.day - 1) // 7 + 1
        return [*(["month:weekday"] if number < 5 else []), *(["month:last_weekday"] if last else [])]

    def _bys(self) -> list[tuple[object, str]]:
        kinds = ["date", *(key.partition(":")[2] for key in self._by_weekday())]
        repeats = [(key, Repeat(1, "month", by=cast("By", key))) for key in kinds]
        first = self._first
        return [(key, month_words(repeat, rule_text(repeat, first), first)) for key, repeat in repeats]

    # ---- what was chosen

    def _repeat(self, key: str) -> Repeat:
        unit, _, more = key.partition(":")
        if key == _OWN:
            return self._own_repeat()
        if unit == "week":
            return Repeat(int(more or 1), "week", (self._first.weekday(),))
        return Repeat(1, cast("Unit", unit), by=cast("By", more or "date"))

    def _own_repeat(self) -> Repeat:
        unit = cast("Unit", self.unit.key())
        chosen = tuple(day for day, chip in enumerate(self.weekdays) if chip.isChecked())
        by = cast("By", self.by.key()) if unit == "month" else "date"
        return Repeat(self.number.value(), unit, chosen if unit == "week" else (), by)

    def _ending(self, repeat: Repeat) -> Repeat:
        until = self.until.day() if self.end.current() == "until" else None
        count = self.count.value() if until is None else None
        return Repeat(repeat.every, repeat.unit, repeat.weekdays, repeat.by, count, until)

    def _words(self, repeat: Repeat) -> str:
        return pattern_words(rule_text(repeat, self._first), self._first)

    def _say(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        key = str(self.every.key() or "")
        own = key == _OWN
        unit = self.unit.key()
        self._own.setVisible(own)
        self.by.setVisible(unit == "month")
        self._days.setVisible(own and unit == "week")
        self._end.setVisible(key != _NEVER)
        by_count = self.end.current() == "count"
        self.count.setVisible(by_count)
        self.until.setVisible(not by_count)
        if own and unit == "month":
            self.by.set_options(self._bys(), self.by.key())
        text, wrong = self._sum_up()
        self.told.setText(text)
        self.told.setProperty("role", "field-error" if wrong else "hint")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setVisible(bool(text))

    def _sum_up(self) -> tuple[str, bool]:
        """How many dates and when the last one is, or what is wrong with them."""
        rule = self.rule()
        if not rule:
            return "", False
        try:
            found = dates(rule, self._first)
        except DeskError as error:
            return notices.sentence(error), True
        said = self.tr("%n date(s), the last one on {day}.", "", len(found))
        parts = [said.replace("{day}", language.full_day(found[-1].date()))]
        if (found[-1] - self._first).days > FAR_DAYS:
            parts.append(self.tr("That is more than two years ahead."))
        if str(self.every.key()) == _OWN:
            parts.insert(0, sentence_case(self._words(self._repeat(_OWN))) + ".")
        return " ".join(parts), False


def _row(gap: int = 10) -> tuple[QWidget, QHBoxLayout]:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return box, row
