"""Which contents bring the best customers: a table with what they cost, brought, and how many came again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from merchant_desk.insights.model import ContentResult
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.table import Cell, Column, Table

_NOTHING = "–"


class ContentsCard(Card):
    """The contents of a period, most takings first; `picked` carries the one that was clicked."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Which content brings the best customers"), padding=0)
        self.head.setContentsMargins(16, 14, 16, 0)
        self.table: Table[ContentResult] = Table(
            [
                Column(self.tr("Content"), _name),
                Column(self.tr("Views"), _views, kind="figure", width=96, sort=lambda row: row.views or 0),
                Column(self.tr("Cost"), _cost, kind="figure", width=80, sort=lambda row: row.cost),
                Column(self.tr("New"), _new, kind="figure", width=56, sort=lambda row: row.new_customers),
                Column(self.tr("Takings"), _takings, kind="figure", width=96, sort=lambda row: row.takings),
                Column(self.tr("ROAS"), _roas, kind="figure", width=72, sort=lambda row: row.roas or 0.0),
                Column(
                    self.tr("Came again, 90 % interval"),
                    self._came_again,
                    kind="interval",
                    width=176,
                    sort=lambda row: row.return_rate or -1.0,
                ),
            ],
            empty=self.tr(
                "Nothing came out in this period, and nothing brought anybody. Log one under Content."
            ),
            row_height=54,
            name=self.tr("Which content brings the best customers"),
        )
        self.table.chosen.connect(lambda row: self.picked.emit(row.content_id))
        self.body.addWidget(self.table, 1)

    def show_contents(self, rows: Sequence[ContentResult]) -> None:
        """Show the contents."""
        self.table.set_rows(rows, keep=lambda row: row.content_id)

    def _came_again(self, row: ContentResult) -> Cell:
        if row.return_rate is None or row.return_low is None or row.return_high is None:
            return Cell(self.tr("too few yet"), colour=theme.tokens().ink3)
        told = f"{language.percent(row.return_rate)}"
        return Cell(told, interval=(row.return_low, row.return_rate, row.return_high))


def _name(row: ContentResult) -> Cell:
    when = language.short_day(row.published_at.date())
    hint = f"{words.platform_name(row.platform)} · {when}" + (f" · {row.code}" if row.code else "")
    return Cell(row.title, hint=hint, dot=theme.source_brush(row.kind))


def _views(row: ContentResult) -> str:
    return _NOTHING if row.views is None else language.number(row.views)


def _cost(row: ContentResult) -> str:
    return language.money(row.cost, "never")


def _new(row: ContentResult) -> str:
    return language.number(row.new_customers)


def _takings(row: ContentResult) -> Cell:
    return Cell(language.money(row.takings, "never"), bold=True)


def _roas(row: ContentResult) -> Cell:
    return Cell(_NOTHING if row.roas is None else f"{row.roas:,.1f}×", bold=row.roas is not None)
