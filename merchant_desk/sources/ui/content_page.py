"""Every short video, live stream and grass post, with what it brought, and one of them beside the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.insights import queries
from merchant_desk.insights.model import ContentRow
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.page import Page
from merchant_desk.sources import store
from merchant_desk.sources.ui.content_cards import (
    CodeCard,
    ContentFacts,
    MoneyCard,
    StoryCard,
    content_facts,
)
from merchant_desk.sources.ui.content_sheet import ContentSheet
from merchant_desk.sources.ui.content_words import content_line
from merchant_desk.widgets.bar_fields import Choice, SearchField
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Content

_PERIODS = ("30", "90", "365", "all")
_PANEL, _NARROW_PANEL = 380, 312
_NARROW = 1120
# Widths of the columns after the first, and where room is short.
_WIDTHS, _NARROW_WIDTHS = (96, 84, 84, 84, 96, 84), (84, 70, 68, 52, 78, 66)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A line of the list; `done` is what it did, None until that is read."""

    content: Content
    done: ContentRow | None


class ContentPage(Page):
    """The contents that came out in a period, what they did since, and the chosen one's cards."""

    key = "content"
    topics = frozenset({"sources", "sales", "appointments", "customers", "exchange"})
    import_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._wanted: str | None = None
        self._done: dict[str, ContentRow] = {}
        self._listed: list[Content] = []
        self._some = True
        self._done_stale = False
        self.table = self._make_table()
        self._fill_bar()
        self.cards = _Cards(frame)
        self.cards.code.edit_wanted.connect(lambda content_id: self._open(ContentSheet(frame, content_id)))
        self.cards.money.sales_wanted.connect(lambda content_id: frame.go("books", content_id=content_id))
        card = Card(padding=0)
        card.body.addWidget(self.table)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self.cards)
        self.nothing = EmptyState(
            self.tr("No content logged yet"),
            self.tr(
                "Log each short video, live stream and grass post: it gets a code word,"
                " and customers who name it are counted to it."
            ),
            self.tr("Log content"),
            icon("video", 36, theme.tokens().ink3),
            primary=False,
        )
        self.nothing.pressed.connect(self._log)
        self._parts = QStackedWidget()
        self._parts.addWidget(whole)
        self._parts.addWidget(self.nothing)
        self.body.addWidget(self._parts)

    def title(self) -> str:
        """The words at the left of the bar."""
        return self.tr("Content")

    def reload(self) -> None:
        """Ask for the list again, then for the one beside it, then for what each one did."""
        self._done_stale = True
        self._read_list()

    def arrive(self, **where: object) -> None:
        """`content_id` selects one."""
        content_id = where.get("content_id")
        if isinstance(content_id, str):
            self._show_all_of_them()
            self._select(content_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.cards.setFixedWidth(_NARROW_PANEL if narrow else _PANEL)
        for number, width in enumerate(_NARROW_WIDTHS if narrow else _WIDTHS, start=1):
            self.table.setColumnWidth(number, width)
        # Where room is short the icon says it alone; its name stays.
        self.bring.setText("" if narrow else self.tr("Import platform data…"))

    def _fill_bar(self) -> None:
        kinds = (
            ("", self.tr("All")),
            ("short_video", self.tr("Short videos")),
            ("live_stream", self.tr("Live streams")),
            ("grass_post", self.tr("Grass posts")),
        )
        self.kinds = Segmented(kinds, name=self.tr("Kind"))
        self.kinds.chosen.connect(lambda _kind: self._read_list())
        periods = (
            self.tr("Last 30 days"),
            self.tr("Last 90 days"),
            self.tr("Last 365 days"),
            self.tr("All time"),
        )
        self.period = Choice(list(zip(_PERIODS, periods, strict=True)), "90", self.tr("Published"))
        self.period.chosen.connect(lambda _period: self.reload())
        self.search = SearchField(self.tr("Title, code word"))
        self.search.setMaxLength(100)
        self.search.setMinimumWidth(130)
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(lambda _text: self._read_list())
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self.bring = Button(
            self.tr("Import platform data…"), icon=icon("upload", 16), hint=self.tr("Import platform data…")
        )
        # Whatever it says now, the window may become narrower than that.
        self.bring.setMinimumWidth(44)
        self.bring.clicked.connect(self.import_wanted)
        self.log = Button(
            self.tr("Log content"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.log.clicked.connect(self._log)
        self.bar.addSpacing(6)
        self.bar.addWidget(self.kinds)
        self.bar.addWidget(self.period)
        self.bar.addStretch(1)
        self.bar.addWidget(self.search, 3)
        self.bar.addWidget(self.bring)
        self.bar.addWidget(self.log)

    def _make_table(self) -> Table[_Listed]:
        def what(row: _Listed) -> Cell:
            line = content_line(row.content, self.frame.clock.today())
            return Cell(row.content.title, hint=line, dot=theme.source_brush(row.content.kind), bold=True)

        def figure(
            title: str, width: int, number: Callable[[ContentRow], int | None], show: Callable[[int], str]
        ) -> Column[_Listed]:
            def get(row: _Listed) -> Cell:
                # Blank until it is known; a dash where nobody noted it.
                count = number(row.done) if row.done else None
                told = "" if row.done is None else "–" if count is None else show(count)
                return Cell(told, bold=title == takings)

            order = lambda row: (number(row.done) or 0) if row.done else 0  # noqa: E731
            return Column(title, get, kind="figure", width=width, sort=order)

        takings = self.tr("Takings")
        table: Table[_Listed] = Table(
            [
                Column(self.tr("Content"), what, sort=lambda row: row.content.published_at),
                Column(self.tr("Code word"), lambda row: row.content.code, kind="badge", width=_WIDTHS[0]),
                figure(self.tr("Views"), _WIDTHS[1], lambda done: done.views, language.number),
                figure(self.tr("Booked"), _WIDTHS[2], lambda done: done.bookings, language.number),
                figure(self.tr("New"), _WIDTHS[3], lambda done: done.new_customers, language.number),
                figure(takings, _WIDTHS[4], lambda done: done.takings, _whole_money),
                figure(self.tr("Cost"), _WIDTHS[5], lambda done: done.cost, _whole_money),
            ],
            row_height=54,
            name=self.tr("Contents"),
        )
        table.moved.connect(lambda row: self._select(row.content.id, from_table=True))
        table.chosen.connect(lambda _row: self.cards.code.copy.setFocus(Qt.FocusReason.TabFocusReason))
        return table

    # ---- the list

    def _since(self) -> dt.date | None:
        period = str(self.period.key())
        return None if period == "all" else self.frame.clock.today() - dt.timedelta(days=int(period))

    def _read_list(self) -> None:
        kind, text, since = self.kinds.current() or None, self.search.text(), self._since()
        self.frame.background.read(
            lambda reader: (
                store.contents(reader, kind, text, since),
                reader.one("SELECT 1 FROM content WHERE archived_at IS NULL LIMIT 1") is not None,
            ),
            self._show_list,
            owner=self,
            key="list",
        )

    def _show_list(self, found: tuple[list[Content], bool]) -> None:
        self._listed, self._some = found
        self._show_part()
        asked = self.search.text() or self.kinds.current()
        self.table.set_empty_text(
            self.tr("Nothing fits. Look for another word, or in a longer period.")
            if asked
            else self.tr("Nothing came out in this period. Choose a longer one above, or log a content.")
        )
        self._show_rows()
        if self._done_stale:
            self._done_stale = False
            if self._wanted is not None:
                self._read_cards(self._wanted)
            # Last, because in a large shop it takes longest.
            self._read_done()
        self.loaded.emit()

    def _read_done(self) -> None:
        since = self._since()
        self.frame.background.read(
            lambda reader: queries.contents(reader, from_day=since), self._show_done, owner=self, key="done"
        )

    def _show_part(self) -> None:
        """The list and the cards, or what to do first where there is nothing to show."""
        self._parts.setCurrentIndex(0 if self._some or self._wanted else 1)

    def _show_done(self, rows: list[ContentRow]) -> None:
        self._done = {row.content.id: row for row in rows}
        self._show_rows()
        self.loaded.emit()

    def _show_rows(self) -> None:
        rows = [_Listed(content, self._done.get(content.id)) for content in self._listed]
        # Keeping the row that is current would win over one that is wanted and only now in the list.
        wanted, current = self._wanted, self.table.current_row()
        kept = current is not None and current.content.id == wanted
        self.table.set_rows(rows, keep=(lambda row: row.content.id) if kept else None)
        if wanted is not None and self.table.select(lambda row: row.content.id == wanted):
            return
        self.table.clearSelection()
        if rows and (wanted is None or self.search.text() or self.kinds.current()):
            self.table.setCurrentIndex(self.table.model().index(0, 0))

    # ---- the one beside it

    def _select(self, content_id: str, from_table: bool = False) -> None:
        if from_table and content_id == self._wanted == self.cards.content_id:
            return
        self._wanted = content_id
        if not from_table and not self.table.select(lambda row: row.content.id == content_id):
            self.table.clearSelection()
        self._read_cards(content_id)

    def _read_cards(self, content_id: str) -> None:
        self.frame.background.read(
            lambda reader: content_facts(reader, content_id),
            self.cards.show_facts,
            failed=self._no_cards,
            owner=self,
            key="cards",
        )

    def _no_cards(self, error: Exception) -> None:
        """One that was just logged and taken back leaves no cards, not a complaint."""
        self.cards.show_facts(None)
        self._wanted = None
        self._show_part()
        if not (isinstance(error, DeskError) and error.code == "gone"):
            self.frame.fail(error)

    # ---- sheets

    def _log(self) -> None:
        self._open(ContentSheet(self.frame, kind=self.kinds.current()))

    def _open(self, sheet: ContentSheet) -> None:
        sheet.saved.connect(self._saved)
        self.frame.open_sheet(sheet)

    def _saved(self, content_id: str) -> None:
        self._show_all_of_them()
        self._select(content_id)

    def _show_all_of_them(self) -> None:
        """Take the filters off that could hide the one to be shown."""
        self.kinds.choose("")
        if self.search.text():
            self.search.clear()
        else:
            self._read_list()


class _Cards(QScrollArea):
    """The cards of one content, one above the other."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.content_id: str | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_PANEL)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.code = CodeCard(frame)
        self.story = StoryCard(frame)
        self.money = MoneyCard(frame)
        for card in (self.code, self.story, self.money):
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)
        inside.hide()
        self._inside = inside

    def show_facts(self, facts: ContentFacts | None) -> None:
        """Show one content; None shows nothing."""
        self.content_id = facts.content.id if facts else None
        self._inside.setVisible(facts is not None)
        if facts is not None:
            for card in (self.code, self.story, self.money):
                card.show_facts(facts)


def _whole_money(minor: int) -> str:
    return language.money(minor, cents="never")
