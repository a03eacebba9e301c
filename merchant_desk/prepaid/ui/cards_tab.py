"""The books' tab of prepaid cards: every card with what is left on it, every entry, what the shop owes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from merchant_desk.core.sheets import Amount
from merchant_desk.prepaid import store
from merchant_desk.prepaid.ui.card_sheet import CardSheet
from merchant_desk.prepaid.ui.card_words import ends, kind_name, left_on, standing, state_name
from merchant_desk.prepaid.ui.entries_view import EntriesView
from merchant_desk.prepaid.ui.opening_sheet import OpeningSheet
from merchant_desk.prepaid.ui.owed_view import OwedView
from merchant_desk.shell import language, theme
from merchant_desk.shell.export_table import export_table
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.bar_fields import Choice, SearchField
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.pick_table import PickTable
from merchant_desk.widgets.table import Cell, Column

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell as SheetCell
    from merchant_desk.prepaid.model import CardState, EntryRow
    from merchant_desk.shell.frame import Frame

_LISTED = 500
_GIVEN_OUT = 1_000_000
_STATES = ("usable", "paused", "expired", "empty")


class CardsTab(Tab):
    """Cards by state and text, their entries, or what is owed; the signals are those of a card's sheet."""

    key = "cards"
    topics = frozenset({"prepaid", "sales", "customers", "catalog"})
    arrives_by: ClassVar[frozenset[str]] = frozenset({"card_id"})
    sale_wanted = Signal(str)
    refund_wanted = Signal(str)
    customer_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows: list[CardState] = []
        self._none = False
        self._make_bar()
        self.table = self._make_table()
        self.entries = EntriesView(frame)
        self.entries.card_wanted.connect(self.open_card)
        self.search.moved.connect(lambda by: self._searched().step(by))
        self.search.accepted.connect(lambda: self._searched().choose_current())
        self.owed = OwedView(frame)
        self.empty = EmptyState(
            self.tr("No card was sold yet"),
            self.tr(
                "Say in Services & Team what you offer, and sell it at checkout. Cards from before the desk"
                " can be taken over here."
            ),
            self.tr("Card from before"),
            icon("card", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.before.click)
        self._stack = QStackedWidget()
        self._list = self._make_list()
        for part in (self._list, self.entries, self.owed, self.empty):
            self._stack.addWidget(part)
        top = QHBoxLayout()
        top.addWidget(self.view)
        top.addSpacing(12)
        top.addWidget(self.state)
        top.addStretch(1)
        top.addWidget(self.before)
        self.body.setSpacing(12)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)

    def title(self) -> str:
        return self.tr("Cards")

    def arrive(self, **where: object) -> None:
        """`card_id` opens that card."""
        if "card_id" in where:
            self.open_card(str(where["card_id"]))

    def reload(self) -> None:
        self._find()
        self.entries.reload()
        self.owed.reload()

    def open_card(self, card_id: str) -> None:
        """Show one card's sheet, wired as this tab is."""
        sheet = CardSheet(self.frame, card_id)
        sheet.sale_wanted.connect(self.sale_wanted)
        sheet.refund_wanted.connect(self.refund_wanted)
        sheet.customer_wanted.connect(self.customer_wanted)
        self.frame.open_sheet(sheet)

    # ---- how it is made

    def _make_bar(self) -> None:
        self.view = Segmented(
            [
                ("cards", self.tr("Cards")),
                ("entries", self.tr("Entries")),
                ("owed", self.tr("What we owe")),
            ],
            "cards",
            self.tr("View"),
        )
        self.view.chosen.connect(lambda _key: self._turn())
        self.search = SearchField(self.tr("Number, card, customer"))
        self.search.setMinimumWidth(180)
        self.search.textChanged.connect(self._typed)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        states: list[tuple[object, str]] = [(one, state_name(one)) for one in _STATES]
        self.state = Choice([("all", self.tr("Any state")), *states], "all", self.tr("State"))
        self.state.chosen.connect(lambda _key: self._find())
        self.export = Button(self.tr("Export…"), icon=icon("download", 16))
        self.export.clicked.connect(self._export)
        self.before = Button(self.tr("Card from before"), icon=icon("plus", 16))
        self.before.clicked.connect(lambda: self.frame.open_sheet(OpeningSheet(self.frame)))
        self.buttons.addWidget(self.search)
        self.buttons.addWidget(self.export)

    def _make_table(self) -> PickTable[CardState]:
        table: PickTable[CardState] = PickTable(
            [
                Column(self.tr("Card"), self._card, width=210),
                Column(self.tr("Customer"), lambda one: one.customer, width=140),
                Column(self.tr("Left on it"), self._left),
                Column(
                    self.tr("Valid"), self._valid, width=190, sort=lambda one: one.expires_on or dt.date.max
                ),
                Column(self.tr("Owed"), self._owed, kind="figure", width=120, sort=lambda one: one.principal),
            ],
            row_height=54,
            name=self.tr("Prepaid cards"),
        )
        table.chosen.connect(lambda one: self.open_card(one.id))
        table.picked.connect(self._picked)
        return table

    def _make_list(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 9, 14, 9)
        self.counted = plain_label(role="secondary")
        self.sum = plain_label(role="subtitle")
        foot.addWidget(self.counted)
        foot.addStretch(1)
        foot.addWidget(self.sum)
        card.body.addLayout(foot)
        column.addWidget(card, 1)
        return place

    # ---- what is shown

    def _find(self) -> None:
        today, text, state = self.frame.clock.today(), self.search.text(), str(self.state.key())
        self.frame.background.read(
            lambda r: (store.cards(r, today, text, state, _LISTED), store.any_card(r)),
            self._show,
            owner=self,
            key="cards",
        )

    def _show(self, found: tuple[list[CardState], bool]) -> None:
        self._rows, some = found
        self._none = not some
        self.table.set_empty_text(self.tr("No card fits. Try another state or fewer words."))
        self.table.set_rows(self._rows, keep=lambda one: one.id)
        self._picked(self.table.picks())
        self._turn()
        self.loaded.emit()

    def _turn(self) -> None:
        view = self.view.current()
        self.state.setVisible(view == "cards")
        self.search.setVisible(view != "owed")
        shown: dict[str, QWidget] = {"entries": self.entries, "owed": self.owed}
        self._stack.setCurrentWidget(shown.get(view, self.empty if self._none else self._list))

    def _typed(self, text: str) -> None:
        self._find()
        self.entries.look_for(text)

    def _searched(self) -> PickTable[CardState] | PickTable[EntryRow]:
        """The table in which the search field's keys move."""
        return self.entries.table if self.view.current() == "entries" else self.table

    def _picked(self, rows: list[CardState]) -> None:
        some = rows if len(rows) > 1 else self._rows
        told = self.tr("%n card(s)", "", len(some))
        if len(rows) > 1:
            told = self.tr("%n picked:", "", len(rows)) + " " + told
        elif len(some) == _LISTED:
            told += " · " + self.tr("The newest {n} are listed.").format(n=language.number(_LISTED))
        self.counted.setText(told)
        self.sum.setText(language.money(sum(one.principal for one in some), "always"))

    def _card(self, one: CardState) -> Cell:
        return self._cell(one, one.name, f"{one.number} · {kind_name(one.kind)}", bold=True)

    def _left(self, one: CardState) -> Cell:
        return self._cell(one, "" if one.empty else left_on(one))

    def _valid(self, one: CardState) -> Cell:
        return self._cell(one, standing(one), ends(one.expires_on, self.frame.clock.today()))

    def _owed(self, one: CardState) -> Cell:
        return self._cell(one, language.money(one.principal, "always"), bold=True)

    def _cell(self, one: CardState, text: str, hint: str = "", *, bold: bool = False) -> Cell:
        if one.usable:
            return Cell(text, hint=hint, bold=bold)
        return Cell(text, hint=hint, colour=theme.tokens().ink3)

    # ---- given out

    def _export(self) -> None:
        if self.view.current() == "owed":
            header, rows = self.owed.sheet()
            title = self.tr("What we owe {day}").format(day=self.owed.day.day().isoformat())
            export_table(self.frame, title, header, rows)
            return
        if self.view.current() == "entries":
            self.entries.export()
            return
        header = [
            self.tr("Number"),
            self.tr("Card"),
            self.tr("Kind"),
            self.tr("Customer"),
            self.tr("State"),
            self.tr("Sold on"),
            self.tr("Last day"),
            self.tr("Price"),
            self.tr("Uses left"),
            self.tr("Bonus left"),
            self.tr("Owed"),
        ]
        today, text, state = self.frame.clock.today(), self.search.text(), str(self.state.key())
        self.frame.background.read(
            lambda r: [_sheet_row(one) for one in store.cards(r, today, text, state, _GIVEN_OUT)],
            lambda rows: export_table(self.frame, self.title(), header, rows),
            owner=self,
            key="export",
        )


def _sheet_row(one: CardState) -> tuple[SheetCell, ...]:
    return (
        one.number,
        one.name,
        kind_name(one.kind),
        one.customer,
        standing(one),
        one.sold_on,
        one.expires_on,
        Amount(one.price),
        one.units,
        Amount(one.bonus),
        Amount(one.principal),
    )
