"""What the shop still owes on its cards at a day's end, by type, and what happened on them that month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.sheets import Amount
from merchant_desk.prepaid import store
from merchant_desk.prepaid.ui.card_words import kind_name
from merchant_desk.shell import language
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell as SheetCell
    from merchant_desk.db.records import Reader
    from merchant_desk.prepaid.model import Liability, Moves
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed at the end of a day, and what happened from the first of its month until then."""

    day: dt.date
    rows: list[Liability]
    moves: Moves


class OwedView(QWidget):
    """The report, for a day that can be chosen."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.owed: Owed | None = None
        self.day = DayField(frame.clock.today(), name=self.tr("At the end of"))
        self.day.changed.connect(lambda _day: self.reload())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(plain_label(self.tr("At the end of"), role="secondary"))
        self.day.setFixedWidth(150)
        top.addWidget(self.day)
        top.addStretch(1)
        column.addLayout(top)
        card = Card(padding=0)
        card.body.setSpacing(0)
        self.table = self._make_table()
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.told = plain_label(role="secondary", wrap=True)
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.told, 1)
        foot.addWidget(self.sum)
        card.body.addLayout(foot)
        column.addWidget(card, 1)
        self.moved = plain_label(role="hint", wrap=True)
        column.addWidget(self.moved)

    def reload(self) -> None:
        """Read it for the day shown."""
        day = self.day.day()
        self._frame.background.read(lambda r: _read(r, day), self._show, owner=self, key="owed")

    def sheet(self) -> tuple[list[str], list[tuple[SheetCell, ...]]]:
        """The report as a table to give out: its header and its rows."""
        header = [
            self.tr("Card"),
            self.tr("Kind"),
            self.tr("Cards"),
            self.tr("Uses left"),
            self.tr("Bonus left"),
            self.tr("Expired"),
            self.tr("Owed"),
        ]
        rows = self.owed.rows if self.owed else []
        return header, [
            (
                one.name or kind_name(one.kind),
                kind_name(one.kind),
                one.cards,
                one.units,
                Amount(one.bonus),
                Amount(one.expired),
                Amount(one.principal),
            )
            for one in rows
        ]

    def _make_table(self) -> Table[Liability]:
        return Table(
            [
                Column(self.tr("Card"), _name),
                Column(self.tr("Cards"), lambda one: language.number(one.cards), kind="figure", width=84),
                Column(self.tr("Uses left"), _units, kind="figure", width=100),
                Column(self.tr("Bonus left"), lambda one: _money(one.bonus), kind="figure", width=116),
                Column(self.tr("Expired"), lambda one: _money(one.expired), kind="figure", width=116),
                Column(
                    self.tr("Owed"),
                    lambda one: Cell(language.money(one.principal, "always"), bold=True),
                    kind="figure",
                    width=130,
                ),
            ],
            empty=self.tr("Nothing is owed on cards on this day."),
            row_height=54,
            name=self.tr("What is owed on cards"),
        )

    def _show(self, owed: Owed) -> None:
        self.owed = owed
        self.table.set_rows(owed.rows)
        self.told.setText(
            self.tr(
                "What customers paid ahead and have not used yet. Expired cards are in it, a bonus is not."
            )
        )
        self.sum.setText(language.money(sum(one.principal for one in owed.rows), "always"))
        moves = owed.moves
        parts = [
            (self.tr("sold {amount}"), moves.sold),
            (self.tr("used {amount}"), moves.earned),
            (self.tr("taken back {amount}"), moves.refunded),
            (self.tr("taken over or corrected {amount}"), moves.other),
        ]
        said = " · ".join(text.format(amount=language.money(value)) for text, value in parts if value)
        month = language.month_title(owed.day)
        nothing = self.tr("{month} up to this day: nothing happened on cards.")
        told = self.tr("{month} up to this day: {what}").format(month=month, what=said)
        self.moved.setText(told if said else nothing.format(month=month))


def _read(r: Reader, day: dt.date) -> Owed:
    return Owed(day, store.liability(r, day), store.moves(r, day.replace(day=1), day))


def _name(one: Liability) -> Cell:
    if not one.name:
        return Cell(kind_name(one.kind), bold=True)
    return Cell(one.name, hint=kind_name(one.kind), bold=True)


def _units(one: Liability) -> str:
    return language.number(one.units) if one.units else ""


def _money(amount: int) -> str:
    return language.money(amount, "always") if amount else ""
