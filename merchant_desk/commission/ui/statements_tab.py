"""What each worker earned in a month, or from one day to another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.commission.statements import store
from merchant_desk.commission.ui.statement_sheet import StatementSheet
from merchant_desk.core.clock import last_of_month
from merchant_desk.core.sheets import Amount, Cell
from merchant_desk.shell import language, theme
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.buttons import Button, Chip, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.table import Cell as Shown
from merchant_desk.widgets.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.commission.model import Statement
    from merchant_desk.shell.frame import Frame

_ROW = 46
_ONE_DAY = dt.timedelta(days=1)


class StatementsTab(Tab):
    """A month's earnings of everybody with their sum; a press opens the statement."""

    key = "commission"
    topics = frozenset({"sales", "commission", "team", "shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._month = frame.clock.today().replace(day=1)
        self._rows: list[Statement] = []
        self._make_bar()
        self.table = self._make_table()
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.hint = plain_label(role="hint")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.hint, 1)
        foot.addWidget(plain_label(self.tr("Income of all"), role="hint"))
        foot.addWidget(self.sum)
        card.body.addLayout(foot)
        # Below the bar: with all the tabs of the books there is no room for two days in it.
        self.body.addWidget(self.days_box)
        self.body.addWidget(card, 1)
        self._dress()

    def title(self) -> str:
        return self.tr("Statements")

    def arrive(self, **where: object) -> None:
        """`day` (a date) shows its month; `worker_id` opens that worker's statement."""
        day = where.get("day")
        if isinstance(day, dt.date):
            self.own.setChecked(False)
            self._month = day.replace(day=1)
            self._dress()
            self.reload()
        worker_id = where.get("worker_id")
        if isinstance(worker_id, str):
            self._open(worker_id)

    def reload(self) -> None:
        first, last = self.days()
        self.frame.background.read(
            lambda r: store.statements(r, first, last), self._show, owner=self, key="statements"
        )

    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that are asked for, up to today."""
        first, last = self._month, last_of_month(self._month)
        if self.own.isChecked():
            first, last = self.first.day(), max(self.first.day(), self.last.day())
        # What is to come is nobody's income yet, and its base pay neither.
        return first, max(first, min(last, self.frame.clock.today()))

    # ---- how it is made

    def _make_bar(self) -> None:
        self.before = IconButton(icon("chevron-left", 16), self.tr("Month before"), bordered=True)
        self.after = IconButton(icon("chevron-right", 16), self.tr("Month after"), bordered=True)
        self.when = plain_label(role="strong")
        self.when.setMinimumWidth(104)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.own = Chip(self.tr("From – to"), checkable=True)
        self.first = DayField(self._month, self.tr("First day"))
        self.last = DayField(self.frame.clock.today(), self.tr("Last day"))
        self.days_box = QWidget()
        row = QHBoxLayout(self.days_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field in (self.first, self.last):
            field.setFixedWidth(124)
            field.changed.connect(lambda _day: self.reload())
            row.addWidget(field)
        row.addStretch(1)
        self.days_box.hide()
        self.own.toggled.connect(self._own_days)
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        for widget in (self.before, self.when, self.after, self.own, self.export):
            self.buttons.addWidget(widget)

    def _make_table(self) -> Table[Statement]:
        table: Table[Statement] = Table(
            [
                Column(self.tr("Worker"), lambda row: Shown(row.worker, bold=True)),
                self._figure(self.tr("Their work"), lambda row: row.work),
                self._figure(self.tr("Base pay"), lambda row: row.base_pay),
                self._figure(self.tr("Commission"), lambda row: row.commission),
                self._figure(self.tr("Tips"), lambda row: row.tips),
                Column(
                    self.tr("Income"),
                    lambda row: Shown(language.money(row.income, "always"), bold=True),
                    kind="figure",
                    width=130,
                    sort=lambda row: row.income,
                ),
                Column(
                    self.tr("Came back"),
                    self._came_back,
                    kind="figure",
                    width=130,
                    sort=lambda row: row.asked.again,
                ),
            ],
            empty=self.tr("Nobody is on the team yet."),
            row_height=_ROW,
            name=self.tr("Statements"),
        )
        table.chosen.connect(lambda row: self._open(row.worker_id))
        return table

    def _figure(self, title: str, get: Callable[[Statement], int]) -> Column[Statement]:
        def cell(row: Statement) -> Shown:
            if not get(row):
                return Shown("—", colour=theme.tokens().ink3)
            return Shown(language.money(get(row), "always"))

        return Column(title, cell, kind="figure", width=120, sort=get)

    def _came_back(self, row: Statement) -> Shown:
        told = self.tr("{again} of {all}").format(
            again=language.number(row.asked.again), all=language.number(row.asked.customers)
        )
        return Shown(told)

    # ---- what is shown

    def _show(self, rows: list[Statement]) -> None:
        self._rows = rows
        self.table.set_rows(rows, keep=lambda row: row.worker_id)
        self.sum.setText(language.money(sum(row.income for row in rows), "always"))
        open_yet = self.days()[1] >= self.frame.clock.today()
        self.hint.setText(self.tr("Up to today: more may come.") if open_yet else "")
        self.loaded.emit()

    def _dress(self) -> None:
        own = self.own.isChecked()
        self.when.setText(language.month_title(self._month))
        for widget in (self.before, self.when, self.after):
            widget.setVisible(not own)
        self.days_box.setVisible(own)

    def _step(self, by: int) -> None:
        self._month = (self._month - _ONE_DAY if by < 0 else last_of_month(self._month) + _ONE_DAY).replace(
            day=1
        )
        self._dress()
        self.reload()

    def _own_days(self, _on: bool) -> None:
        self._dress()
        self.reload()

    def _open(self, worker_id: str) -> None:
        self.frame.open_sheet(StatementSheet(self.frame, worker_id, *self.days()))

    def _export(self) -> None:
        header = [
            self.tr("Worker"),
            self.tr("Their work"),
            self.tr("Base pay"),
            self.tr("Commission"),
            self.tr("Of it for asked-for customers"),
            self.tr("Tips"),
            self.tr("Income"),
            self.tr("Customers"),
            self.tr("Asked for by name"),
            self.tr("Came back"),
        ]
        rows: list[list[Cell]] = [
            [
                row.worker,
                *(
                    Amount(value)
                    for value in (row.work, row.base_pay, row.commission, row.requested, row.tips, row.income)
                ),
                row.asked.customers,
                row.asked.requested,
                row.asked.again,
            ]
            for row in self._rows
        ]
        first, last = self.days()
        export_table(self.frame, f"{self.title()} {first} {last}", header, rows)
