"""The day or the week on paper: whose, printed or saved as a PDF."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from merchant_desk.appointments.paper import SheetWords, html, sheets
from merchant_desk.appointments.period import PeriodLine, period_lines
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import choose_file, language
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.fields import DayField, Field
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

EVERYBODY, EACH = "everybody", "each"
_WEEK = 7


class PaperRows(NamedTuple):
    """What goes on paper: the shop's name, who works here, and the live lines of the days."""

    shop: str
    workers: tuple[tuple[str, str], ...]
    lines: tuple[PeriodLine, ...]


def read_rows(reader: Reader, first: dt.date, last: dt.date) -> PaperRows:
    """Everything of the days from `first` to `last`; who left is named where there is a line of theirs."""
    lines = tuple(period_lines(reader, first, last, live=True))
    there = {line.worker_id for line in lines}
    workers = team_store.workers(reader, archived=True)
    shop = shop_store.shop(reader)
    return PaperRows(
        shop.name if shop else "",
        tuple((one.id, one.name) for one in workers if not one.archived or one.id in there),
        lines,
    )


class PaperSheet(Sheet):
    """Chooses day or week and whose; Ctrl+Enter saves the PDF, Ctrl+P prints."""

    def __init__(
        self, frame: Frame, day: dt.date, *, week: bool = False, worker_id: str | None = None
    ) -> None:
        super().__init__(frame, self.tr("Print or PDF"))
        self._rows: PaperRows | None = None
        self._worker: object = worker_id or EVERYBODY
        self.span = Segmented(
            [("day", self.tr("Day")), ("week", self.tr("Week"))],
            "week" if week else "day",
            self.tr("What to print"),
        )
        self.span.chosen.connect(lambda _key: self._read())
        self.day = DayField(day, self.tr("Day"))
        self.day.changed.connect(lambda _day: self._read())
        self.who = Choice(name=self.tr("Whose"))
        self.who.chosen.connect(self._choose_worker)
        self.count = plain_label(role="secondary", wrap=True)
        self.body.addWidget(self.span, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Field(self.tr("Day"), self.day))
        self.body.addWidget(Field(self.tr("Whose"), self.who))
        self.body.addWidget(self.count)
        self.body.addWidget(
            plain_label(
                self.tr("Names, notes and addresses are on it. Keep it where only the team sees it."),
                role="hint",
                wrap=True,
            )
        )
        self.body.addStretch(1)
        keys = QKeySequence(QKeySequence.StandardKey.Print)
        self.print_button = Button(
            self.tr("Print…"),
            icon=icon("printer", 16),
            hint=keys.toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.print_button.setProperty("scale", "big")
        self.print_button.setShortcut(keys)
        self.print_button.clicked.connect(self._print)
        self.footer.addWidget(self.print_button)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save PDF…"), self._save)
        self._read()

    def dirty(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def days(self) -> list[dt.date]:
        """The day, or the seven days of its week from Monday on."""
        day = self.day.day()
        if self.span.current() == "day":
            return [day]
        monday = day - dt.timedelta(days=day.weekday())
        return [monday + dt.timedelta(days=count) for count in range(_WEEK)]

    # ---- what is there

    def _read(self) -> None:
        days = self.days()
        self._rows = None
        self._allow(False)
        self.frame.background.read(
            lambda reader: read_rows(reader, days[0], days[-1]), self._show, owner=self, key="rows"
        )

    def _show(self, rows: PaperRows) -> None:
        self._rows = rows
        options: list[tuple[object, str]] = [
            (EVERYBODY, self.tr("Everybody on one sheet")),
            (EACH, self.tr("Everybody, each on a sheet of their own")),
        ]
        self.who.set_options([*options, *rows.workers], self._worker)
        self._worker = self.who.key()
        self._allow(True)
        self._say()

    def _choose_worker(self, key: object) -> None:
        self._worker = key
        self._say()

    def _say(self) -> None:
        shown = {line.appointment_id for line in self._lines()}
        self.count.setText(
            self.tr("%n appointment(s)", "", len(shown)) if shown else self.tr("Nothing is booked then.")
        )

    def _lines(self) -> list[PeriodLine]:
        rows = self._rows
        if rows is None:
            return []
        one = self._worker not in {EVERYBODY, EACH}
        return [line for line in rows.lines if not one or line.worker_id == self._worker]

    def _allow(self, on: bool) -> None:
        self.print_button.setEnabled(on)
        if self.primary is not None:
            self.primary.setEnabled(on)

    # ---- onto paper

    def _html(self, rows: PaperRows) -> str:
        if self._worker == EVERYBODY:
            workers: tuple[tuple[str, str], ...] = ()
        elif self._worker == EACH:
            workers = rows.workers
        else:
            workers = tuple(one for one in rows.workers if one[0] == self._worker)
        parts = sheets(rows.shop, self._sheet_title(), self.days(), rows.lines, workers)
        return html(parts, self._words())

    def _sheet_title(self) -> str:
        days = self.days()
        if len(days) == 1:
            weekday, day = language.weekday_name(days[0].weekday()), language.full_day(days[0])
            return self.tr("{weekday} {day}").format(weekday=weekday, day=day)
        return language.in_year(language.week_title(days[0], days[-1]), days[-1].year)

    def _words(self) -> SheetWords:
        now = self.frame.clock.now()
        printed = self.tr("printed on {day} at {time}").format(
            day=language.full_day(now.date()), time=language.time_text(now)
        )
        return SheetWords(
            time=self.tr("Time"),
            customer=self.tr("Customer"),
            service=self.tr("Service"),
            worker=self.tr("Worker"),
            place=self.tr("Where"),
            note=self.tr("Address and note"),
            squeezed=self.tr("squeezed in"),
            nobody=self.tr("Nothing is booked."),
            printed=printed,
            day=language.day_title,
        )

    def _page_foot(self, page: int, pages: int) -> str:
        shop = self._rows.shop if self._rows else ""
        return f"{shop} · {self._sheet_title()} · {page} / {pages}"

    def _print(self) -> None:
        # Loaded when somebody prints: the start of the program prints nothing.
        from merchant_desk.shell import paper

        rows = self._rows
        if rows is None:
            return
        self.clear_errors()
        try:
            if paper.print_out(self._html(rows), self._sheet_title(), self._page_foot, self):
                self.frame.notice(self.tr("Sent to the printer."))
                self.shut()
        except DeskError as error:
            self.fail(error)
            self._allow(True)

    def _save(self) -> None:
        from merchant_desk.shell import paper

        rows = self._rows
        if rows is None:
            return
        self.clear_errors()
        path = choose_file.place_for(self, self.tr("Save PDF"), self._file_name(rows), ".pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            pages = paper.save_pdf(self._html(rows), path, self._sheet_title(), self._page_foot)
        except DeskError as error:
            self.fail(error)
            return
        said = self.tr("{file} saved, %n page(s).", "", pages)
        self.frame.notice(said.replace("{file}", path.name))
        self.shut()

    def _file_name(self, rows: PaperRows) -> str:
        days = self.days()
        named = [days[0].isoformat(), *([days[-1].isoformat()] if len(days) > 1 else [])]
        named += [name for worker_id, name in rows.workers if worker_id == self._worker]
        return " ".join(named)
