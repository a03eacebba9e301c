"""What a calendar file would bring, date by date, and the owner's say where the file does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from merchant_desk.catalog import store as catalog_store
from merchant_desk.exchange.calendar_in import MOST_SHOWN, CalendarChoice, CalendarRow
from merchant_desk.exchange.ui.import_words import reason_sentence
from merchant_desk.shell import language, theme
from merchant_desk.team import store as team_store
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_ANY = ""


class Names(NamedTuple):
    """Who works here and what is sold."""

    workers: list[Worker]
    services: list[Service]


def read_names(reader: Reader) -> Names:
    """What the card offers to choose."""
    return Names(team_store.workers(reader), catalog_store.services(reader))


class CalendarCard(Card):
    """Below the files while one of them is a calendar; `changed` when something else was said."""

    changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(padding=0)
        self._frame = frame
        self.worker = Choice(
            [(_ANY, self.tr("Whoever is free"))], name=self.tr("By whom, where it is not said")
        )
        self.service = Choice([(_ANY, self.tr("Leave them out"))], name=self.tr("Dates that name no service"))
        self.squeeze = QCheckBox(self.tr("Squeeze in where the time is taken"))
        for choice in (self.worker, self.service):
            choice.setMinimumWidth(180)
            choice.chosen.connect(lambda _key: self.changed.emit())
        self.squeeze.setFixedHeight(32)  # on one line with the choices
        self.squeeze.toggled.connect(lambda _on: self.changed.emit())
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 16, 2)
        row.setSpacing(16)
        row.addWidget(Field(self.tr("By whom, where it is not said"), self.worker))
        row.addWidget(Field(self.tr("Dates that name no service"), self.service))
        row.addWidget(self.squeeze, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.body.addLayout(row)
        self._more = plain_label(role="hint")
        self._more.setContentsMargins(16, 0, 16, 0)
        self._more.hide()
        self.body.addWidget(self._more)
        self.dates: Table[CalendarRow] = Table(
            [
                Column(self.tr("When"), self._when, width=236),
                Column(self.tr("Customer"), self._customer, width=190),
                Column(self.tr("Service"), lambda row: row.service),
                Column(self.tr("Worker"), lambda row: row.worker, width=110),
                Column(self.tr("What happens"), self._result, width=230),
            ],
            row_height=44,
            name=self.tr("Dates of the calendar"),
        )
        self.body.addWidget(self.dates)
        self.hide()

    def choice(self) -> CalendarChoice:
        """What the owner says."""
        return CalendarChoice(
            str(self.worker.key() or "") or None,
            str(self.service.key() or "") or None,
            self.squeeze.isChecked(),
        )

    def offer(self) -> None:
        """Offer the shop's workers and services as they are now; what was chosen stays."""
        self._frame.background.read(read_names, self._show_names, owner=self, key="names")

    def show_dates(self, dates: Sequence[CalendarRow], count: int) -> None:
        """The dates in their order of time; `count` is how many there are in all."""
        self.dates.set_rows(sorted(dates, key=lambda row: row.start))
        told = self.tr("The first {shown} of {count} dates.").format(
            shown=language.number(MOST_SHOWN), count=language.number(count)
        )
        self._more.setText(told)
        self._more.setVisible(count > len(dates) >= MOST_SHOWN)

    def _show_names(self, names: Names) -> None:
        for choice, first, rest in (
            (self.worker, self.tr("Whoever is free"), names.workers),
            (self.service, self.tr("Leave them out"), names.services),
        ):
            options: list[tuple[object, str]] = [(_ANY, first), *((one.id, one.name) for one in rest)]
            choice.set_options(options, choice.key())

    def _when(self, row: CalendarRow) -> Cell:
        day = language.brief_day(row.start.date())
        if row.start.year != self._frame.clock.today().year:
            day = language.in_year(day, row.start.year)
        repeats = self.tr("one of a series") if row.repeats else ""
        return Cell(f"{day} {language.span_text(row.start, row.end)}", repeats)

    def _customer(self, row: CalendarRow) -> Cell:
        if row.result == "unused":
            return Cell(str(row.facts.get("title", "")), colour=theme.tokens().ink2)
        return Cell(row.customer, self.tr("new customer") if row.new_customer else "", bold=True)

    def _result(self, row: CalendarRow) -> Cell:
        look = theme.tokens()
        if row.result == "unused":
            return Cell(self.tr("Not taken"), reason_sentence(row.reason_code, row.facts), colour=look.danger)
        said = {
            "added": self.tr("New"),
            "updated": self.tr("Changed"),
            "cancelled": self.tr("Called off"),
            "known": self.tr("Known already"),
            "older": self.tr("Left alone: changed here since"),
        }[row.result]
        hint = ""
        if row.squeezed:
            hint = self.tr("squeezed in")
        elif row.off_shift:
            hint = self.tr("outside working hours")
        return Cell(said, hint)
