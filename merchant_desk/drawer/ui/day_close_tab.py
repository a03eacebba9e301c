"""The books' tab of the drawer: today's money, closing it, and the month."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from merchant_desk.core.clock import parse_day
from merchant_desk.drawer import store
from merchant_desk.drawer.ui.close_sheet import CloseSheet
from merchant_desk.drawer.ui.day_paper_sheet import DayPaperSheet
from merchant_desk.drawer.ui.day_view import DayView
from merchant_desk.drawer.ui.entry_sheet import EntrySheet
from merchant_desk.drawer.ui.month_rows import export_rows
from merchant_desk.drawer.ui.month_view import MonthView
from merchant_desk.shell import language, theme
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.buttons import Button, IconButton, Segmented
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.drawer.model import Day, DayRow
    from merchant_desk.shell.frame import Frame

_DAY, _MONTH = "day", "month"


class DayCloseTab(Tab):
    """A day's expected money with its close, or a month of days."""

    key = "day_close"
    topics = frozenset({"drawer", "sales"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._on = frame.clock.today()
        self._day: Day | None = None
        self._rows: list[DayRow] = []
        self._make_bar()
        self.day_view = DayView()
        self.day_view.move_wanted.connect(self._move)
        self.day_view.strike_wanted.connect(self._strike)
        self.day_view.day_wanted.connect(self.go_to)
        self.day_view.reopen_wanted.connect(self._reopen)
        self.month_view = MonthView()
        self.month_view.day_wanted.connect(self.go_to)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.day_view)
        self._stack.addWidget(self.month_view)
        self.body.addWidget(self._stack, 1)
        frame.minute.connect(self._midnight)

    def title(self) -> str:
        return self.tr("Day close")

    def arrive(self, **where: object) -> None:
        """`day` (a date or its text) shows that day."""
        said = where.get("day")
        if isinstance(said, str) and said:
            said = parse_day(said)
        if isinstance(said, dt.date):
            self.go_to(said)

    def reload(self) -> None:
        on = self._on
        if self.span.current() == _DAY:
            self.frame.background.read(lambda r: store.day(r, on), self._show_day, owner=self, key="shown")
        else:
            self.frame.background.read(
                lambda r: store.month(r, on), self._show_month, owner=self, key="shown"
            )

    def go_to(self, day: dt.date) -> None:
        """Show one day."""
        from_month = self.month_view.table.hasFocus()
        self._on = day
        self.span.choose(_DAY)
        self._turn()
        if from_month:
            self.day_view.table.setFocus()

    # ---- how it is made

    def _make_bar(self) -> None:
        self.before = IconButton(icon("chevron-left", 16), self.tr("Before"), bordered=True)
        self.after = IconButton(icon("chevron-right", 16), self.tr("After"), bordered=True)
        self.when = plain_label(role="subtitle")
        self.near = plain_label(role="hint")
        self.date = DayField(self._on, self.tr("Go to a day"))
        self.date.changed.connect(self._typed_day)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.span = Segmented([(_DAY, self.tr("Day")), (_MONTH, self.tr("Month"))], _DAY, self.tr("Span"))
        self.span.chosen.connect(lambda _key: self._turn())
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        self.paper = Button(self.tr("Print or PDF…"), icon=icon("printer", 16))
        self.paper.clicked.connect(self._print)
        self.close_day = Button(
            self.tr("Close the day…"), role="primary", icon=icon("check", 16, theme.tokens().on_accent)
        )
        self.close_day.clicked.connect(self._close)
        for widget in (self.export, self.paper, self.close_day):
            self.buttons.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        for shown in (self.before, self.after, self.when, self.near):
            row.addWidget(shown)
        row.addStretch(1)
        row.addWidget(self.date)
        row.addWidget(self.span)
        self.body.setSpacing(12)
        self.body.addLayout(row)
        self._dress()

    def _dress(self) -> None:
        """Name the span, and show the buttons that belong to it."""
        by_day = self.span.current() == _DAY
        today = self.frame.clock.today()
        title = language.day_title(self._on) if by_day else language.month_title(self._on)
        if by_day and self._on.year != today.year:
            title = language.in_year(title, self._on.year)
        self.when.setText(title)
        beside = abs((self._on - today).days) <= 1
        self.near.setText(language.near_day(self._on, today) if by_day and beside else "")
        self.date.setVisible(by_day)
        self.date.blockSignals(True)
        self.date.set_day(self._on)
        self.date.blockSignals(False)
        first = self._on.replace(day=1)
        self.after.setEnabled(self._on < today if by_day else first < today.replace(day=1))
        self.export.setVisible(not by_day)
        self.paper.setVisible(by_day)
        closed = self._day is not None and self._day.close is not None
        self.close_day.setVisible(by_day and not closed and self._on <= today)

    def _turn(self) -> None:
        self._day = None
        self._stack.setCurrentWidget(self.day_view if self.span.current() == _DAY else self.month_view)
        self._dress()
        self.reload()

    def _typed_day(self, day: dt.date) -> None:
        self._on = day
        self._turn()

    def _step(self, by: int) -> None:
        if self.span.current() == _DAY:
            self._on += dt.timedelta(days=by)
        else:
            first = self._on.replace(day=1)
            self._on = first + dt.timedelta(days=32) if by > 0 else first - dt.timedelta(days=1)
            self._on = min(self._on.replace(day=1), self.frame.clock.today())
        self._turn()

    def _midnight(self, now: dt.datetime) -> None:
        # The day that is over stays, to be closed; it is called yesterday now.
        if self._on == now.date() - dt.timedelta(days=1):
            self._dress()

    # ---- what is shown

    def _show_day(self, day: Day) -> None:
        self._day = day
        self.day_view.show_day(day, today=day.day == self.frame.clock.today())
        self._dress()
        self.loaded.emit()

    def _show_month(self, rows: list[DayRow]) -> None:
        self._rows = rows
        self.month_view.show_month(rows)
        self._dress()
        self.loaded.emit()

    # ---- what is done

    def _close(self) -> None:
        self.frame.open_sheet(CloseSheet(self.frame, self._on))

    def _print(self) -> None:
        self.frame.open_sheet(DayPaperSheet(self.frame, self._on))

    def _move(self, kind: str) -> None:
        amount = self._day.float if self._day is not None and kind == "float" else None
        self.frame.open_sheet(EntrySheet(self.frame, kind, self._on, amount or None))

    def _strike(self, entry_id: str) -> None:
        self.frame.act(lambda desk: desk.drawer.strike(entry_id), self.tr("Struck out."), owner=self)

    def _reopen(self) -> None:
        day = self._on
        said = self.tr("The day is open again. Count and close it later.")
        self.frame.act(lambda desk: desk.drawer.reopen_day(day), said, owner=self)

    def _export(self) -> None:
        header, rows = export_rows(self._rows)
        title = self.tr("Day closes {month}").format(month=language.month_title(self._on))
        export_table(self.frame, title, header, rows)
