"""The books' first tab: every sale, what these come to, and the sales behind a number of a chart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.clock import parse_day
from merchant_desk.sales.books.model import BookFilter, BookRow, sums_of
from merchant_desk.sales.model import LINE_KINDS
from merchant_desk.sales.ui.sales_reading import ALL_METHODS, Behind, Books, read_books, sheet_rows
from merchant_desk.sales.ui.sales_table import book_columns, state_name
from merchant_desk.shell import language, theme, words
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.sources.ui.source_words import content_words
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label, plain_tip, rule
from merchant_desk.widgets.narrowed import Narrowed
from merchant_desk.widgets.pick_table import PickTable

if TYPE_CHECKING:
    from merchant_desk.sales.books.model import BookSums
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_FILTER_WIDTH = 300


class SalesTab(Tab):
    """Sales by period, by what is typed and by what was sold; `sale_wanted` carries the id of one to open."""

    key = "sales"
    topics = frozenset({"sales", "sources", "customers", "team", "catalog", "prepaid"})
    arrives_by: ClassVar[frozenset[str]] = frozenset({"kind", "content_id", "from_day", "to_day", "state"})
    sale_wanted = Signal(str)
    month_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._behind: Behind | None = None
        self._period_before = ""
        self._books: Books | None = None
        self._make_bar()
        self._make_filters()
        self.table: PickTable[BookRow] = PickTable(
            book_columns(frame.clock), row_height=54, name=self.tr("Sales")
        )
        self.table.chosen.connect(lambda row: self.sale_wanted.emit(row.sale.id))
        self.table.picked.connect(self._picked)
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        card.body.addLayout(self._make_foot())
        self.body.setSpacing(12)
        self.body.addWidget(card, 1)

    def title(self) -> str:
        return self.tr("Sales")

    def arrive(self, **where: object) -> None:
        """`from_day`, `to_day` (dates or texts) with `kind` or `content_id`: the sales behind a number.

        `state` alone: the sales of that state, whenever they were.
        """
        if not where:
            return
        self.narrowed.leave_open()
        if "state" in where:
            self._show_state(str(where["state"]))
            return
        kind, content_id = where.get("kind"), where.get("content_id")
        self._behind = Behind(
            _day(where.get("from_day"), dt.date.min),
            _day(where.get("to_day"), self.frame.clock.today()),
            str(kind) if kind else None,
            str(content_id) if content_id else None,
        )
        self._period_before = self.period.current() or self._period_before
        self.period.choose_none()
        self.search.clear()
        self.reload()

    def reload(self) -> None:
        behind, asked = self._behind, self._asked()
        self.frame.background.read(
            lambda reader: read_books(reader, asked, behind, _LISTED), self._show, owner=self, key="books"
        )

    # ---- how it is made

    def _make_bar(self) -> None:
        self.search = SearchField(self.tr("Number, customer, service, worker"))
        self.search.setMinimumWidth(140)
        self.search.textChanged.connect(lambda _text: self.reload())
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self.search.setFocus)
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        self.buttons.addWidget(self.search)
        self.buttons.addWidget(self.export)
        self.month = Button(self.tr("Month file…"), icon=icon("book", 16))
        plain_tip(self.month, self.tr("Everything of a month for the accountant, as one xlsx file"))
        self.month.clicked.connect(self.month_wanted)
        self.buttons.addWidget(self.month)

    def _make_filters(self) -> None:
        self.narrowed = Narrowed(self.frame.clock.today())
        self.period = self.narrowed.period
        self.filter = Button("", icon=icon("x", 14))
        self.filter.clicked.connect(self._drop_behind)
        self.filter.hide()
        self.narrowed.add(self.filter)
        self.narrowed.add_choice(
            "state",
            self.tr("Any state"),
            [(state, state_name(state)) for state in ("paid", "refund", "open", "void")],
        )
        self.narrowed.add_choice(
            "kind", self.tr("Anything sold"), [(kind, words.line_kind_name(kind)) for kind in LINE_KINDS]
        )
        self.narrowed.add_choice(
            "method",
            self.tr("Any payment"),
            [(method, words.method_name(method)) for method in ALL_METHODS],
        )
        self.narrowed.add_choice("worker", self.tr("Any worker"))
        self.narrowed.add_choice("service", self.tr("Any service"))
        self.waiting = Button("", role="link")
        self.waiting.clicked.connect(lambda: self._show_state("open"))
        self.waiting.hide()
        self.narrowed.add(self.waiting)
        self.narrowed.end()
        self.period.chosen.connect(self._period_chosen)
        self.narrowed.changed.connect(self.reload)
        self.body.addWidget(self.narrowed)

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        foot.setSpacing(12)
        self.counted = plain_label(role="secondary")
        self.more = plain_label(role="hint")
        self.others = plain_label(role="secondary")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.counted)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.others)
        foot.addWidget(plain_label(self.tr("Takings"), role="hint"))
        foot.addWidget(self.sum)
        plain_tip(
            self.others,
            self.tr(
                "Total: what the sales come to. Takings: the money that came in, without tips.\n"
                "Earned: prepaid cards counted when they are used, not when they are sold."
            ),
        )
        return foot

    # ---- what is shown

    def _show(self, books: Books) -> None:
        self._books = books
        self.narrowed.set_options("worker", books.workers)
        self.narrowed.set_options("service", books.services)
        self.filter.setVisible(self._behind is not None)
        if self._behind is not None:
            self._name_filter(self._behind_title(self._behind, books))
        self.waiting.set_text(self.tr("%n sale(s) still open", "", books.waiting))
        self.waiting.setVisible(books.waiting > 0 and self.narrowed.value("state") != "open")
        self.table.set_empty_text(self._nothing())
        self.table.set_rows(books.rows, keep=lambda row: row.sale.id)
        self._picked(self.table.picks())
        self.more.setText(self._more(books))
        self.loaded.emit()

    def _name_filter(self, title: str) -> None:
        font = QFontMetrics(theme.font(13))
        self.filter.set_text(font.elidedText(title, Qt.TextElideMode.ElideMiddle, _FILTER_WIDTH))
        plain_tip(self.filter, title)
        self.filter.setAccessibleName(self.tr("Show all again instead of {filter}").format(filter=title))

    def _behind_title(self, behind: Behind, books: Books) -> str:
        """What the filter says: the content or the kind, and the days."""
        parts = []
        if books.content is not None:
            parts.append(content_words(*books.content))
        elif behind.kind:
            parts.append(words.source_name(behind.kind))
        first, last = behind.from_day, behind.to_day
        if first == last:
            parts.append(language.full_day(first))
        elif first > dt.date.min:
            parts.append(f"{language.full_day(first)} – {language.full_day(last)}")
        return " · ".join(parts)

    def _picked(self, rows: list[BookRow]) -> None:
        """What several picked rows come to, or else everything that was found."""
        if self._books is None:
            return
        some = len(rows) > 1
        self._show_sums(sums_of(rows) if some else self._books.sums, len(rows) if some else 0)

    def _show_sums(self, sums: BookSums, picked: int) -> None:
        told = [self.tr("%n picked:", "", picked)] if picked else []
        parts = [self.tr("%n sale(s)", "", sums.sales)]
        if sums.refunds:
            parts.append(self.tr("%n refund(s)", "", sums.refunds))
        if sums.open:
            owed = self.tr("%n open, {amount} to pay", "", sums.open)
            parts.append(owed.replace("{amount}", language.money(sums.owed)))
        if sums.void:
            parts.append(self.tr("%n void", "", sums.void))
        self.counted.setText(" ".join([*told, " · ".join(parts)]))
        self.sum.setText(language.money(sums.takings, "always"))
        others = []
        if sums.lines is not None:
            others.append((self.tr("These lines"), sums.lines))
        if sums.total != sums.takings:
            others.append((self.tr("Total"), sums.total))
        if sums.earned != sums.takings:
            others.append((self.tr("Earned"), sums.earned))
        self.others.setText(" · ".join(f"{name} {language.money(amount)}" for name, amount in others))

    def _more(self, books: Books) -> str:
        """What the list leaves out."""
        listed = language.number(len(books.rows))
        if not books.whole:
            return self.tr("Only the newest {n} are counted.").format(n=language.number(books.counted))
        sums = books.sums
        if sums.sales + sums.refunds + sums.open + sums.void > len(books.rows):
            return self.tr("The newest {n} are listed; the sum counts them all.").format(n=listed)
        return ""

    def _nothing(self) -> str:
        narrow = self.search.text().strip() or self._behind is not None or self.narrowed.is_narrowed()
        if narrow:
            return self.tr("No sale fits. Try another period or fewer words.")
        return self.tr("No sales here yet. Check out an appointment on the Desk, or press Walk-in there.")

    # ---- what was asked

    def _asked(self) -> BookFilter:
        from_day, to_day = self.period.days(self.frame.clock.today())
        return BookFilter(
            text=self.search.text(),
            from_day=from_day,
            to_day=to_day,
            state=self.narrowed.value("state"),
            kind=self.narrowed.value("kind"),
            method=self.narrowed.value("method"),
            worker_id=self.narrowed.value("worker"),
            service_id=self.narrowed.value("service"),
        )

    def _period_chosen(self) -> None:
        self._behind = None
        self.reload()

    def _show_state(self, state: str) -> None:
        self._behind = None
        self.period.choose("all")
        self.search.clear()
        self.narrowed.leave_open()
        self.narrowed.choose("state", state)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _drop_behind(self) -> None:
        self._behind = None
        self.period.choose(self._period_before)
        self.search.setFocus()
        self.reload()

    # ---- given out

    def _export(self) -> None:
        behind, asked = self._behind, self._asked()
        self.frame.background.read(
            lambda reader: sheet_rows(reader, asked, behind),
            lambda rows: export_table(self.frame, self.title(), self._header(), rows),
            owner=self,
            key="export",
        )

    def _header(self) -> list[str]:
        return [
            self.tr("Number"),
            self.tr("Time"),
            self.tr("Customer"),
            self.tr("Services"),
            self.tr("Workers"),
            self.tr("What brought them"),
            self.tr("Content"),
            self.tr("Paid by"),
            self.tr("Total"),
            self.tr("Takings"),
            self.tr("Earned"),
            self.tr("Given back"),
            self.tr("To pay"),
            self.tr("State"),
            self.tr("Refund of"),
        ]


def _day(said: object, otherwise: dt.date) -> dt.date:
    if isinstance(said, dt.date):
        return said
    return parse_day(said) if isinstance(said, str) and said else otherwise
