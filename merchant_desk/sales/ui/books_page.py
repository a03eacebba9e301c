"""The books: every sale, what they come to, and the sales behind a number of a chart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.clock import parse_day
from merchant_desk.core.pinyin import fold
from merchant_desk.insights import queries
from merchant_desk.sales import store
from merchant_desk.sales.model import BookTotals, SaleRow
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.page import Page
from merchant_desk.sources import store as source_store
from merchant_desk.sources.ui.source_words import content_words
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label, plain_tip, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_BEHIND_LISTED = 5_000
_FILTER_WIDTH = 300
_WEEK = dt.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Behind:
    """The sales behind one number: credited to a kind or a content, from one day to another."""

    from_day: dt.date
    to_day: dt.date
    kind: str | None = None
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """What the page shows: the newest sales of a question, what they come to, and the question's title.

    `whole` False: there are more, and the totals are those of the rows only.
    """

    rows: tuple[SaleRow, ...]
    totals: BookTotals
    title: str = ""
    whole: bool = True


class BooksPage(Page):
    """Sales by period and by what is typed; `sale_wanted` carries the id of the one to open."""

    key = "books"
    topics = frozenset({"sales", "sources", "customers", "team"})
    sale_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._behind: Behind | None = None
        self._period_before = ""
        self.period = Segmented(
            [
                ("today", self.tr("Today")),
                ("week", self.tr("7 days")),
                ("month", self.tr("This month")),
                ("all", self.tr("All")),
            ],
            name=self.tr("Period"),
        )
        self.period.chosen.connect(self._period_chosen)
        self.filter = Button("", icon=icon("x", 14))
        self.filter.clicked.connect(self._drop_filter)
        self.filter.hide()
        self.search = SearchField(self.tr("Number, customer, service, worker"))
        self.search.setMinimumWidth(280)
        self.search.textChanged.connect(lambda _text: self.reload())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self.bar.addWidget(self.period)
        self.bar.addWidget(self.filter)
        self.bar.addStretch(1)
        self.bar.addWidget(self.search)
        self.table = self._make_table()
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        self.body.addWidget(card)

    def title(self) -> str:
        return self.tr("Books")

    def arrive(self, **where: object) -> None:
        """`from_day`, `to_day` (dates or texts), and `kind` or `content_id`: the sales behind a number."""
        today = self.frame.clock.today()
        kind, content_id = where.get("kind"), where.get("content_id")
        self._behind = Behind(
            _day(where.get("from_day"), dt.date.min),
            _day(where.get("to_day"), today),
            str(kind) if kind else None,
            str(content_id) if content_id else None,
        )
        self._period_before = self.period.current() or self._period_before
        self.period.choose_none()
        self.search.clear()
        self.reload()

    def reload(self) -> None:
        behind, text = self._behind, self.search.text()
        if behind is not None:
            self.frame.background.read(
                lambda reader: _read_behind(reader, behind, text), self._show, owner=self, key="books"
            )
            return
        from_day, to_day = self._days()
        self.frame.background.read(
            lambda reader: Books(
                tuple(store.sales(reader, text, from_day, to_day, limit=_LISTED)),
                store.totals(reader, text, from_day, to_day),
            ),
            self._show,
            owner=self,
            key="books",
        )

    # ---- how it is made

    def _make_table(self) -> Table[SaleRow]:
        table: Table[SaleRow] = Table(
            [
                Column(self.tr("Sale"), self._when, width=176, sort=lambda row: row.sold_at),
                Column(self.tr("Customer"), self._customer, width=140),
                Column(self.tr("Services"), self._services),
                Column(self.tr("What brought them"), _source, width=180),
                Column(self.tr("Paid by"), _methods, width=120),
                Column(self.tr("Total"), _total, kind="figure", width=100, sort=lambda row: row.total),
                Column(self.tr("Status"), _status, width=80),
            ],
            row_height=54,
            name=self.tr("Books"),
        )
        table.chosen.connect(lambda row: self.sale_wanted.emit(row.id))
        return table

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.counted = plain_label(role="secondary")
        self.more = plain_label(role="hint")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.counted)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(plain_label(self.tr("Takings"), role="hint"))
        foot.addWidget(self.sum)
        return foot

    def _when(self, row: SaleRow) -> Cell:
        moment = language.moment_text(row.sold_at, self.frame.clock.now())
        return _cell(row, moment, row.number)

    def _customer(self, row: SaleRow) -> Cell:
        if row.customer:
            return _cell(row, row.customer, bold=True)
        return Cell(self.tr("Passing customer"), colour=theme.tokens().ink3)

    def _services(self, row: SaleRow) -> Cell:
        return _cell(row, row.services, row.workers)

    # ---- what is shown

    def _show(self, books: Books) -> None:
        self.filter.setVisible(self._behind is not None)
        if self._behind is not None:
            font = QFontMetrics(theme.font(13))
            self.filter.set_text(font.elidedText(books.title, Qt.TextElideMode.ElideMiddle, _FILTER_WIDTH))
            plain_tip(self.filter, books.title)
            self.filter.setAccessibleName(
                self.tr("Show all again instead of {filter}").format(filter=books.title)
            )
        self.table.set_empty_text(self._nothing())
        self.table.set_rows(books.rows, keep=lambda row: row.id)
        totals = books.totals
        told = self.tr("%n sale(s)", "", totals.sales)
        if totals.void:
            told += " · " + self.tr("%n void", "", totals.void)
        self.counted.setText(told)
        self.more.setText(self._more(books))
        self.sum.setText(language.money(totals.total, "always"))
        self.loaded.emit()

    def _more(self, books: Books) -> str:
        """What the list leaves out."""
        listed = language.number(len(books.rows))
        if not books.whole:
            return self.tr("Only the newest {n} are listed and counted.").format(n=listed)
        if books.totals.sales + books.totals.void > len(books.rows):
            return self.tr("The newest {n} are listed; the sum counts them all.").format(n=listed)
        return ""

    def _nothing(self) -> str:
        if self.search.text().strip() or self._behind is not None:
            return self.tr("No sale fits. Try another period or fewer words.")
        return self.tr("No sales here yet. Check out an appointment on the Desk, or press Walk-in there.")

    # ---- what was asked

    def _days(self) -> tuple[dt.date | None, dt.date | None]:
        today = self.frame.clock.today()
        starts = {"today": today, "week": today - _WEEK, "month": today.replace(day=1)}
        start = starts.get(self.period.current())
        return start, None if start is None else today

    def _period_chosen(self) -> None:
        self._behind = None
        self.reload()

    def _drop_filter(self) -> None:
        self._behind = None
        self.period.choose(self._period_before)
        self.search.setFocus()
        self.reload()


def _read_behind(reader: Reader, behind: Behind, text: str) -> Books:
    rows = queries.sales_behind(
        reader,
        behind.from_day,
        behind.to_day,
        kind=behind.kind,
        content_id=behind.content_id,
        limit=_BEHIND_LISTED,
    )
    typed = fold(text)
    found = tuple(
        row for row in rows if typed in fold(f"{row.number} {row.customer} {row.services} {row.workers}")
    )
    paid = [row for row in found if row.status == "paid"]
    return Books(
        found,
        BookTotals(len(paid), sum(row.total for row in paid), len(found) - len(paid)),
        _title(reader, behind),
        whole=len(rows) < _BEHIND_LISTED,
    )


def _title(reader: Reader, behind: Behind) -> str:
    """What the filter says: the content or the kind, and the days."""
    content = source_store.content(reader, behind.content_id) if behind.content_id else None
    parts = []
    if content is not None:
        parts.append(content_words(content.kind, content.title))
    elif behind.kind:
        parts.append(words.source_name(behind.kind))
    first, last = behind.from_day, behind.to_day
    if first == last:
        parts.append(language.full_day(first))
    elif first > dt.date.min:
        parts.append(f"{language.full_day(first)} – {language.full_day(last)}")
    return " · ".join(parts)


def _cell(row: SaleRow, text: str, hint: str = "", *, bold: bool = False) -> Cell:
    """A cell of a sale; that of a void one is struck through and grey."""
    if row.status == "void":
        return Cell(text, hint=hint, colour=theme.tokens().ink3, struck=True)
    return Cell(text, hint=hint, bold=bold)


def _source(row: SaleRow) -> Cell:
    if not row.source_kind:
        return Cell("—", colour=theme.tokens().ink3)
    colour = theme.tokens().ink3 if row.status == "void" else ""
    return Cell(
        words.source_name(row.source_kind),
        hint=row.source_title,
        dot=theme.source_brush(row.source_kind),
        colour=colour,
    )


def _methods(row: SaleRow) -> Cell:
    return _cell(row, language.joined([words.method_name(method) for method in row.methods]))


def _total(row: SaleRow) -> Cell:
    return _cell(row, language.money(row.total, "always"), bold=True)


def _status(row: SaleRow) -> Cell:
    colour = theme.tokens().danger if row.status == "void" else theme.tokens().ink2
    return Cell(words.status_name(row.status), colour=colour)


def _day(said: object, otherwise: dt.date) -> dt.date:
    if isinstance(said, dt.date):
        return said
    return parse_day(said) if isinstance(said, str) and said else otherwise
