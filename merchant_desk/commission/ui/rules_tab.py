"""The rules of commission, and what everybody is paid in any case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.commission import store
from merchant_desk.commission.pay import current
from merchant_desk.commission.ui.base_pay_sheet import BasePaySheet
from merchant_desk.commission.ui.rule_sheet import RuleSheet
from merchant_desk.commission.ui.rule_words import rule_words, whose
from merchant_desk.commission.wording import extras, how_much, reach
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.team import store as team
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.commission.model import RuleRow
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_ROW = 46


@dataclass(frozen=True, slots=True)
class BasePay:
    """What a worker is paid each month in any case, in minor units."""

    worker: Worker
    amount: int


@dataclass(frozen=True, slots=True)
class _Shown:
    rules: tuple[RuleRow, ...]
    pays: tuple[BasePay, ...]


class CommissionTab(Tab):
    """Every rule, general before particular; a press opens it. Beside it the base pays."""

    key = "commission"
    topics = frozenset({"commission", "catalog", "team", "shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows: tuple[RuleRow, ...] = ()
        self.archived = Chip(self.tr("No longer used"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._filter())
        self.new = Button(
            self.tr("New rule"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(RuleSheet(frame)))
        self.buttons.addWidget(self.archived)
        self.buttons.addWidget(self.new)
        self.table = self._make_table()
        self.card = Card(padding=0)
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            self.tr("No commission yet"),
            self.tr("A rule says what a worker earns by what they do: a percentage, an amount, or steps."),
            self.tr("New rule"),
            icon("cash", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.new.click)
        self.empty.hide()
        self.pays: Table[BasePay] = Table(
            [
                Column(self.tr("Worker"), lambda row: Cell(row.worker.name, bold=True), width=180),
                Column(self.tr("Base pay a month"), self._pay, kind="figure", width=160),
                Column("", lambda _row: ""),
            ],
            row_height=40,
            name=self.tr("Base pay"),
        )
        self.pays.chosen.connect(
            lambda row: frame.open_sheet(BasePaySheet(frame, row.worker.id, row.worker.name))
        )
        self.pays_card = Card(padding=0)
        self.pays_card.body.addWidget(self.pays)
        self.body.addWidget(self.card, 3)
        self.body.addWidget(self.empty, 3)
        self.body.addWidget(self.pays_card, 2)

    def title(self) -> str:
        return self.tr("Commission")

    def reload(self) -> None:
        today = self.frame.clock.today()
        self.frame.background.read(lambda r: _read(r, today), self._show, owner=self, key="rules")

    def arrive(self, **where: object) -> None:
        """`rule_id` opens that rule."""
        rule_id = where.get("rule_id")
        if isinstance(rule_id, str):
            self.frame.open_sheet(RuleSheet(self.frame, rule_id))

    def _make_table(self) -> Table[RuleRow]:
        table: Table[RuleRow] = Table(
            [
                Column(self.tr("For whom"), _whose, width=150),
                Column(self.tr("What for"), _what, width=200),
                Column(self.tr("How much"), _how_much),
                Column(self.tr("Besides"), _besides, width=300),
            ],
            row_height=_ROW,
            name=self.tr("Rules of commission"),
        )
        table.chosen.connect(lambda row: self.frame.open_sheet(RuleSheet(self.frame, row.rule.id)))
        return table

    def _pay(self, row: BasePay) -> Cell:
        if not row.amount:
            return Cell("—", colour=theme.tokens().ink3)
        return Cell(language.money(row.amount))

    def _show(self, shown: _Shown) -> None:
        self._rows = shown.rules
        self.archived.setVisible(any(row.rule.archived for row in shown.rules))
        self.card.setVisible(bool(shown.rules))
        self.empty.setVisible(not shown.rules)
        self.pays.set_rows(shown.pays, keep=lambda row: row.worker.id)
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        every = self.archived.isChecked()
        self.table.set_rows(
            [row for row in self._rows if every or not row.rule.archived], keep=lambda row: row.rule.id
        )


def _read(r: Reader, today: dt.date) -> _Shown:
    pays = store.base_pays(r)
    return _Shown(
        tuple(store.rules(r, archived=True)),
        tuple(BasePay(worker, current(pays.get(worker.id, ()), today)) for worker in team.workers(r)),
    )


def _whose(row: RuleRow) -> Cell:
    return _cell(row, whose(row), bold=True)


def _what(row: RuleRow) -> Cell:
    return _cell(row, reach(row, rule_words()))


def _how_much(row: RuleRow) -> Cell:
    return _cell(row, how_much(row.rule.terms, rule_words()))


def _besides(row: RuleRow) -> Cell:
    return Cell(" · ".join(extras(row.rule.terms, rule_words())), colour=theme.tokens().ink3)


def _cell(row: RuleRow, text: str, *, bold: bool = False) -> Cell:
    if row.rule.archived:
        return Cell(text, colour=theme.tokens().ink3, struck=True)
    return Cell(text, bold=bold)
