"""Every date of a series before it is booked: each can be moved, left out, or squeezed in on purpose."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from merchant_desk.appointments.series import plan
from merchant_desk.appointments.ui.series_date_box import SeriesDateBox
from merchant_desk.appointments.ui.series_plan import Plan, Row
from merchant_desk.appointments.ui.series_words import clash_words
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store as customer_store
from merchant_desk.shell import language, theme
from merchant_desk.shell.repeat_words import rule_words, sentence_case
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.labels import ElidedLabel, plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.appointments.model import AppointmentDraft
    from merchant_desk.appointments.series.plan import SeriesDate
    from merchant_desk.customers.model import Customer
    from merchant_desk.shell.frame import Frame

_ROW = 54
_SHOWN_ROWS = 4


class SeriesSheet(Sheet):
    """Shows the dates that `rule` gives to a visit and books those that are kept, all in one act.

    `booked` carries the day of the first one.
    """

    booked = Signal(object)

    def __init__(self, frame: Frame, draft: AppointmentDraft, rule: str) -> None:
        super().__init__(frame, self.tr("Dates of the series"))
        self._draft = draft
        self._rule = rule
        self._plan = Plan()
        self._customer = ""
        self._touched = False
        self._fill()
        self._read()

    def dirty(self) -> bool:
        """Whether decisions about dates would be lost."""
        return self._touched

    def focus_first(self) -> None:
        """The list, at the first date that does not fit."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        first = self._draft.lines[0].start
        words = plain_label(sentence_case(rule_words(self._rule, first)), role="strong", wrap=True)
        self.body.addWidget(words)
        self.far = plain_label(role="hint", wrap=True)
        self.far.hide()
        self.body.addWidget(self.far)
        self.date = SeriesDateBox(self.frame.clock.today())
        self.date.decided.connect(self._decide)
        self.date.day_wanted.connect(self._read_times)
        self.date.hide()
        self.table: Table[Row] = Table(
            [
                Column(self.tr("Date"), self._date_cell),
                Column(self.tr("Time"), self._time_cell, width=120),
            ],
            row_height=_ROW,
            name=self.tr("Dates of the series"),
        )
        self.table.moved.connect(self._on_row)
        self.table.chosen.connect(lambda _row: self.date.take_focus())
        self.table.installEventFilter(self)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.date)
        self._summary = ElidedLabel(role="secondary")
        self.footer.addWidget(self._summary, 1)
        self.set_primary(self.tr("Book"), self._save)

    # ---- what there is

    def _read(self) -> None:
        draft, rule = self._draft, self._rule
        self.set_busy(True)
        self.frame.background.read(
            lambda r: (customer_store.customer(r, draft.customer_id), plan.preview(r, draft, rule)),
            self._show,
            failed=self.fail,
            owner=self,
            key="dates",
        )

    def _show(self, found: tuple[Customer | None, list[SeriesDate]]) -> None:
        customer, dates = found
        self._customer = customer.name if customer is not None else ""
        self.set_title(self.tr("Dates of the series"), self._customer)
        self._plan.begin(dates)
        self._show_rows()
        self.table.setMinimumHeight(36 + _ROW * min(len(dates), _SHOWN_ROWS) + 2)
        wanted = next(iter(self._plan.clashing()), self._plan.rows()[0])
        self.table.select(lambda row: row.at == wanted.at)
        self.set_busy(False)

    def _weigh(self) -> None:
        draft, rule, planned = self._draft, self._rule, self._plan.planned()
        self.frame.background.read(
            lambda r: plan.weigh(r, draft, rule, planned),
            self._show_weighed,
            failed=self.fail,
            owner=self,
            key="weigh",
        )

    def _show_weighed(self, dates: list[SeriesDate]) -> None:
        self._plan.weighed(dates)
        self._show_rows()
        row = self.table.current_row()
        if row is not None:
            self.date.show_row(row)

    def _show_rows(self) -> None:
        rows = self._plan.rows()
        self.table.set_rows(rows, keep=lambda row: row.at)
        kept = [row for row in rows if not row.left_out]
        out, moved, bad = (
            len(rows) - len(kept),
            sum(row.moved for row in kept),
            len(self._plan.clashing()),
        )
        parts = [self.tr("%n date(s)", "", len(kept))]
        parts += [self.tr("%n left out", "", out)] if out else []
        parts += [self.tr("%n moved", "", moved)] if moved else []
        parts += [self.tr("%n do not fit", "", bad)] if bad else []
        self._summary.set_text(" · ".join(parts))
        last = max((row.start for row in kept), default=self.frame.clock.now())
        far = (last.date() - self.frame.clock.today()).days > plan.FAR_DAYS
        said = self.tr("The last date is {day}: more than two years ahead.")
        self.far.setText(said.replace("{day}", language.full_day(last.date())))
        self.far.setVisible(far)

    def _date_cell(self, row: Row) -> Cell:
        day = language.full_day(row.start.date())
        weekday = language.weekday_name(row.start.weekday(), short=True)
        text = f"{day} {weekday}" if language.current() == "zh_CN" else f"{weekday} {day}"
        if row.left_out:
            return Cell(text, self.tr("left out"), colour=theme.tokens().ink3, struck=True)
        if row.clashes:
            return Cell(text, self._why(row), bold=True, colour=theme.tokens().danger)
        return Cell(text, self._why(row), bold=True)

    def _time_cell(self, row: Row) -> Cell:
        tokens = theme.tokens()
        if row.left_out:
            return Cell("—", colour=tokens.ink3)
        was = language.time_text(row.at) if row.moved and row.start.date() == row.at.date() else ""
        hint = self.tr("instead of {time}").replace("{time}", was) if was else ""
        return Cell(language.time_text(row.start), hint, colour=tokens.danger if row.clashes else "")

    def _why(self, row: Row) -> str:
        """The small words under a date: what is in its way, or why it lies where it does."""
        date = row.date
        if date is None:
            return ""
        if date.clash is not None:
            return clash_words(date.clash)
        if row.planned.squeeze:
            return self.tr("squeezed in")
        if row.moved and row.start.date() == row.at.date():
            return ""
        if row.moved:
            return self.tr("moved from {day}").replace("{day}", language.short_day(row.at.date()))
        if date.why == "clock":
            said = self.tr("the clock skips {time} on this day")
            return said.replace("{time}", language.time_text(date.at))
        return self.tr("the last day of this month") if date.why == "month_end" else ""

    # ---- what is decided

    def _on_row(self, row: Row) -> None:
        self.date.show_row(row)
        self._read_times(row.start.date())

    def _read_times(self, day: dt.date) -> None:
        draft, now = self._draft, self.frame.clock.now()
        self.frame.background.read(
            lambda r: plan.free_times(r, draft, day, now),
            lambda found: self.date.offer(day, found),
            owner=self,
            key="times",
        )

    def _decide(self, at: dt.datetime, start: dt.datetime | None, squeeze: bool) -> None:
        self._touched = True
        self.set_error("")
        self._plan.decide(at, start, squeeze=squeeze)
        self._weigh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and Delete in the list leave the date out, or take it in again."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        if (
            watched is self.table
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in keys
        ):
            self.date.leave_out.click()
            return True
        return super().eventFilter(watched, event)

    # ---- booking

    def _save(self) -> None:
        self.clear_errors()
        bad = self._plan.clashing()
        if bad:
            at = bad[0].at
            self.table.select(lambda row: row.at == at)
            said = self.tr(
                "%n date(s) do not fit yet: move them, leave them out, or squeeze them in.", "", len(bad)
            )
            self.set_error(said)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        draft, rule, planned = self._draft, self._rule, self._plan.planned()
        kept = [row for row in self._plan.rows() if not row.left_out]
        count = self.tr("%n date(s)", "", len(kept))
        said = self.tr("Booked: {customer}, {dates}")
        day = min((row.start for row in kept), default=draft.lines[0].start).date()
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.series.book(draft, rule, planned),
            said.replace("{customer}", self._customer).replace("{dates}", count),
            then=lambda _id: self._done(day),
            failed=self._refused,
            owner=self,
        )

    def _done(self, day: dt.date) -> None:
        self._touched = False
        self.shut()
        self.booked.emit(day)

    def _refused(self, error: Exception) -> None:
        self.fail(error)
        if isinstance(error, DeskError) and error.code == "series_clashes":
            # Somebody was faster: the list shows who.
            self._weigh()
