"""A month of days: what came in, how it was paid, what differed, and which days are still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.drawer.model import month_sum
from merchant_desk.prepaid.model import PREPAID_METHODS
from merchant_desk.shell import language, theme
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.drawer.model import DayRow

_OTHER = ("card", "transfer")
# Beside the text of a cell, in pixels.
_AIR = 26
# Columns that are only there in a month that has something for them.
_RARE = {6: _OTHER, 7: ("voucher",), 8: PREPAID_METHODS}


class MonthView(QWidget):
    """One row a day; a press on it says which."""

    day_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._columns: list[Column[DayRow]] = [
            Column(
                self.tr("Day"),
                lambda row: Cell(language.brief_day(row.day), bold=True),
                width=104,
                sort=lambda row: row.day,
            ),
            Column(self.tr("Sales"), lambda row: language.number(row.sales), kind="figure", width=58),
            self._money(self.tr("Takings"), lambda row: row.takings, bold=True),
            self._money(self.tr("Cash"), lambda row: row.paid.get("cash", 0)),
            self._money(self.tr("WeChat"), lambda row: row.paid.get("wechat", 0)),
            self._money(self.tr("Alipay"), lambda row: row.paid.get("alipay", 0)),
            self._money(self.tr("Bank"), lambda row: _sum(row.paid, _OTHER)),
            self._money(self.tr("Vouchers"), lambda row: row.paid.get("voucher", 0)),
            self._money(self.tr("Own cards"), lambda row: _sum(row.paid, PREPAID_METHODS)),
            Column(self.tr("Difference"), self._apart, kind="figure", width=82),
            Column(self.tr("Close"), self._state),
        ]
        self.table: Table[DayRow] = Table(
            self._columns,
            empty=self.tr("Nothing was sold in this month."),
            row_height=40,
            name=self.tr("Days of the month"),
        )
        self.table.chosen.connect(lambda row: self.day_wanted.emit(row.day))
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self._days = plain_label(role="secondary")
        self._sums = plain_label(role="secondary")
        self._takings = plain_label(role="subtitle")
        foot.addWidget(self._days)
        foot.addStretch(1)
        foot.addWidget(self._sums)
        foot.addWidget(plain_label(self.tr("Takings"), role="hint"))
        foot.addWidget(self._takings)
        card.body.addLayout(foot)
        column.addWidget(card)

    def show_month(self, rows: Sequence[DayRow]) -> None:
        """Show the days of another month, newest first."""
        self.table.set_rows(list(reversed(rows)), keep=lambda row: row.day)
        total = month_sum(rows)
        for column, methods in _RARE.items():
            self.table.setColumnHidden(column, not any(total.paid.get(one) for one in methods))
        self._widen(rows)
        days = self.tr("%n day(s)", "", total.days)
        still_open = total.days - total.closed
        open_days = self.tr("%n not closed", "", still_open) if still_open else self.tr("all closed")
        self._days.setText(f"{days} · {open_days}" if total.days else "")
        told = [(self.tr("Cash"), total.paid.get("cash", 0)), (self.tr("Tips"), total.tips)]
        told.append((self.tr("Difference"), total.difference))
        self._sums.setText(" · ".join(f"{name} {language.money(amount)}" for name, amount in told if amount))
        self._takings.setText(language.money(total.takings, "always"))

    def _widen(self, rows: Sequence[DayRow]) -> None:
        """Give each column the room that its longest text needs; the last one has what is left."""
        bold = QFontMetrics(theme.font(13, bold=True))
        for number, column in enumerate(self._columns[:-1]):
            texts = [cell.text if isinstance(cell, Cell) else cell for cell in map(column.get, rows)]
            longest = max((bold.horizontalAdvance(text) for text in texts), default=0)
            self.table.setColumnWidth(number, max(column.width, longest + _AIR))

    def _money(self, title: str, get: object, *, bold: bool = False) -> Column[DayRow]:
        def cell(row: DayRow) -> Cell:
            amount = get(row) if callable(get) else 0
            return Cell(language.money(amount) if amount or bold else "", bold=bold)

        return Column(title, cell, kind="figure", width=82)

    def _apart(self, row: DayRow) -> Cell:
        # Two ways of paying may differ by as much in turn: that is no day without a difference.
        if row.close is None or not any(one.difference for one in row.close.counts):
            return Cell("")
        return Cell(
            language.money(row.difference), colour=theme.tokens().danger if row.difference < 0 else ""
        )

    def _state(self, row: DayRow) -> Cell:
        look = theme.tokens()
        if row.close is None:
            return Cell(self.tr("open"), colour=look.ink3)
        at = row.close.closed_at
        late = at.date() != row.day
        told = f"{language.short_day(at.date())} {language.time_text(at)}" if late else language.time_text(at)
        return Cell(told, row.close.who)


def _sum(paid: Mapping[str, int], methods: Sequence[str]) -> int:
    return sum(paid.get(method, 0) for method in methods)
