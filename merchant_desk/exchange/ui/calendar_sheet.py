"""Appointments as a calendar file: whose, which days, and whether customers are named."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from merchant_desk.core.clock import last_of_month
from merchant_desk.exchange.calendar_out import CalendarWish, WrittenCalendar, calendar, save_calendar
from merchant_desk.shell import choose_file, language
from merchant_desk.shell.sheet import Sheet
from merchant_desk.team import store as team_store
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.fields import DayField, Field
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_SHOP = ""
_ONE_DAY = dt.timedelta(days=1)


class CalendarSheet(Sheet):
    """Writes an .ics file for the phone's calendar, Google or Outlook."""

    def __init__(self, frame: Frame, day: dt.date | None = None, worker_id: str = _SHOP) -> None:
        super().__init__(frame, self.tr("Calendar file"), ".ics")
        self._worker: object = worker_id
        today = day or frame.clock.today()
        self.who = Choice([(_SHOP, self.tr("The whole shop"))], name=self.tr("Whose"))
        self.who.chosen.connect(self._choose_worker)
        self.period = Choice(
            [
                ("week", self.tr("This week")),
                ("month", self.tr("This month")),
                ("ahead", self.tr("The next 60 days")),
                ("own", self.tr("Days of your choice")),
            ],
            "ahead",
            self.tr("Which days"),
        )
        self.period.chosen.connect(self._choose_period)
        self.first, self.last = DayField(today, self.tr("From")), DayField(today, self.tr("To"))
        for field in (self.first, self.last):
            field.changed.connect(lambda _day: self._own_days())
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Field(self.tr("From"), self.first), 1)
        self._to = Field(self.tr("To"), self.last)
        row.addWidget(self._to, 1)
        self.names = QCheckBox(self.tr("Name the customers"))
        self.names.setChecked(True)
        self.names.toggled.connect(lambda _on: self._count())
        self._told = plain_label(role="secondary", wrap=True)
        for widget in (
            Field(self.tr("Whose"), self.who),
            Field(self.tr("Which days"), self.period),
            both,
            self.names,
            plain_label(
                self.tr(
                    "Without names the file holds times and services only: no names, notes or addresses."
                    " Leave them out where others see the calendar."
                ),
                role="hint",
                wrap=True,
            ),
            self._told,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save file…"), self._save)
        self._written: WrittenCalendar | None = None
        self._anchor = today
        self._choose_period("ahead")
        frame.background.read(team_store.workers, self._show_workers, owner=self, key="workers")

    def dirty(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def wish(self) -> CalendarWish:
        """What is chosen."""
        worker = str(self._worker) or None
        return CalendarWish(self.first.day(), self.last.day(), worker, self.names.isChecked())

    def _show_workers(self, workers: list[Worker]) -> None:
        options: list[tuple[object, str]] = [(_SHOP, self.tr("The whole shop"))]
        self.who.set_options([*options, *((one.id, one.name) for one in workers)], self._worker)
        self._worker = self.who.key()

    def _choose_worker(self, key: object) -> None:
        self._worker = key
        self._count()

    def _choose_period(self, key: object) -> None:
        day = self._anchor
        if key == "week":
            first = day - dt.timedelta(days=day.weekday())
            last = first + 6 * _ONE_DAY
        elif key == "month":
            first = day.replace(day=1)
            last = last_of_month(day)
        elif key == "ahead":
            first, last = day, day + 60 * _ONE_DAY
        else:
            self.first.setFocus()
            return
        for field, value in ((self.first, first), (self.last, last)):
            field.blockSignals(True)
            field.set_day(value)
            field.blockSignals(False)
        self._count()

    def _own_days(self) -> None:
        self.period.choose("own")
        self._count()

    def _count(self) -> None:
        self.clear_errors()
        self._written = None
        self.set_busy(True)
        wish = self.wish()
        now = dt.datetime.fromtimestamp(self.frame.clock.epoch_ms() // 1000, dt.UTC)

        def work(reader: Reader) -> WrittenCalendar:
            return calendar(reader, wish, now)

        self.frame.background.read(work, self._show, self._refused, owner=self, key="calendar")

    def _show(self, written: WrittenCalendar) -> None:
        self._written = written
        self.set_busy(written.events == 0)
        live = written.events - written.cancelled
        told = [self.tr("%n appointment(s)", "", live)]
        if written.cancelled:
            told.append(self.tr("%n that was called off, so that calendars drop it", "", written.cancelled))
        self._told.setText(language.joined(told) if written.events else self.tr("Nothing is booked then."))

    def _refused(self, error: Exception) -> None:
        self._told.setText("")
        self.fail(error)
        self.set_busy(True)

    def _save(self) -> None:
        written = self._written
        if written is None:
            return
        self.clear_errors()
        name = f"{self.who.currentText()} {self.first.day().isoformat()}"
        title, pattern = self.tr("Save calendar file"), self.tr("Calendar files") + " (*.ics)"
        path = choose_file.place_for(self, title, name, ".ics", pattern)
        if path is None:
            return
        self.set_busy(True)
        self.frame.background.read(
            lambda _reader: save_calendar(path, written),
            lambda _done: self._saved(path),
            self.fail,
            owner=self,
            key="save",
        )

    def _saved(self, path: Path) -> None:
        said = self.tr("{file} saved. Open it in the calendar that is to have it.")
        self.frame.notice(said.replace("{file}", path.name))
        self.shut()
