"""Everybody the shop knows: found while typing, with the card beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.ui.customer_panel import CardFacts, CustomerPanel, card_facts
from merchant_desk.customers.ui.customer_sheet import CustomerSheet
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.page import Page
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MOST = 300


@dataclass(frozen=True, slots=True)
class _Found:
    rows: list[CustomerRow]
    count: int


class CustomersPage(Page):
    """The list at the left, the chosen one's card at the right."""

    key = "customers"
    topics = frozenset({"customers", "sales", "sources", "appointments", "catalog", "team"})
    booking_wanted = Signal(str)
    checkout_wanted = Signal(str)
    sale_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._wanted: str | None = None
        self.table = self._make_table()
        self.search = SearchField(self.tr("Name, pinyin, phone tail"))
        self.search.setMaxLength(100)
        self.search.setMinimumWidth(280)
        self.search.textChanged.connect(lambda _text: self._read_list())
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._find)
        self.new = Button(
            self.tr("New customer"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(self._new)
        self.bar.addStretch(1)
        self.bar.addWidget(self.search)
        self.bar.addWidget(self.new)
        self._count = plain_label(role="hint")
        self._count.setContentsMargins(14, 8, 14, 8)
        card = Card(padding=0)
        card.body.setSpacing(0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._count)
        self.panel = CustomerPanel(frame)
        self.panel.edit_wanted.connect(self._edit)
        self.panel.booking_wanted.connect(self.booking_wanted)
        self.panel.checkout_wanted.connect(self.checkout_wanted)
        self.panel.sale_wanted.connect(self.sale_wanted)
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self.panel)
        self.nobody = EmptyState(
            self.tr("Nobody here yet"),
            self.tr("Note the first customer here, or while you book and check out."),
            self.tr("New customer"),
            icon("users", 36, theme.tokens().ink3),
            primary=False,
        )
        self.nobody.pressed.connect(self._new)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._whole)
        self._parts.addWidget(self.nobody)
        self.body.addWidget(self._parts)

    def title(self) -> str:
        """The words at the left of the bar."""
        return self.tr("Customers")

    def reload(self) -> None:
        """Ask for the list again, and for the card that is open."""
        self._read_list()
        if self._wanted is not None:
            self._read_card(self._wanted)

    def arrive(self, **where: object) -> None:
        """`customer_id` selects one."""
        customer_id = where.get("customer_id")
        if isinstance(customer_id, str):
            self.search.clear()
            self._select(customer_id)

    def _make_table(self) -> Table[CustomerRow]:
        def last(row: CustomerRow) -> str:
            return language.near_day(row.last_day, self.frame.clock.today()) if row.last_day else ""

        table: Table[CustomerRow] = Table(
            [
                Column(
                    self.tr("Name"),
                    lambda row: Cell(row.name, hint=row.note.replace("\n", " "), bold=True),
                    sort=lambda row: row.name,
                ),
                Column(self.tr("Phone"), lambda row: masked(row.phone_typed), width=124),
                Column(
                    self.tr("Visits"),
                    lambda row: Cell(language.number(row.visits), colour=_pale(row.visits)),
                    kind="figure",
                    width=72,
                    sort=lambda row: row.visits,
                ),
                Column(
                    self.tr("Last visit"),
                    last,
                    align="right",
                    width=132,
                    sort=lambda row: row.last_day.isoformat() if row.last_day else "",
                ),
                Column(
                    self.tr("Spent"),
                    lambda row: Cell(
                        language.money(row.spent, cents="never"), bold=row.spent > 0, colour=_pale(row.spent)
                    ),
                    kind="figure",
                    width=96,
                    sort=lambda row: row.spent,
                ),
            ],
            empty=self.tr(
                "Nobody is called that. Look for a part of the name, or the last digits of the number."
            ),
            row_height=54,
            name=self.tr("Customers"),
        )
        table.moved.connect(lambda row: self._select(row.id, from_table=True))
        table.chosen.connect(lambda _row: self.panel.focus_first())
        return table

    # ---- the list

    def _read_list(self) -> None:
        text = self.search.text()
        self.frame.background.read(
            lambda reader: _find(reader, text), self._show_list, owner=self, key="list"
        )

    def _show_list(self, found: _Found) -> None:
        nobody = found.count == 0 and not self.search.text()
        self._parts.setCurrentWidget(self.nobody if nobody else self._whole)
        # Keeping the row that is current would win over one that is wanted and only now in the list.
        wanted, current = self._wanted, self.table.current_row()
        kept = current is not None and current.id == wanted
        self.table.set_rows(found.rows, keep=(lambda row: row.id) if kept else None)
        self._tell_count(found)
        if wanted is None or not self.table.select(lambda row: row.id == wanted):
            self.table.clearSelection()
        if found.rows and (wanted is None or self.search.text()) and self.table.current_row() is None:
            self.table.step(0)
        self.loaded.emit()

    def _tell_count(self, found: _Found) -> None:
        if self.search.text():
            told = self.tr("%n found", "", len(found.rows))
            if len(found.rows) == _MOST:
                told = self.tr("The first {n}; go on typing.").format(n=language.number(_MOST))
        elif found.count > len(found.rows):
            told = self.tr("The {n} seen last of {all}; type to find the others.").format(
                n=language.number(len(found.rows)), all=language.number(found.count)
            )
        else:
            told = self.tr("%n customer(s)", "", found.count)
        self._count.setText(told)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # ---- the card

    def _select(self, customer_id: str, from_table: bool = False) -> None:
        if from_table and customer_id == self.panel.customer_id == self._wanted:
            return
        self._wanted = customer_id
        if not from_table and not self.table.select(lambda row: row.id == customer_id):
            self.table.clearSelection()
        self._read_card(customer_id)

    def _read_card(self, customer_id: str) -> None:
        self.frame.background.read(
            lambda reader: card_facts(reader, customer_id),
            self._show_card,
            failed=self._no_card,
            owner=self,
            key="card",
        )

    def _show_card(self, facts: CardFacts) -> None:
        self.panel.show_facts(facts)

    def _no_card(self, error: Exception) -> None:
        """One who was just added and taken back again leaves an empty panel, not a complaint."""
        self.panel.show_facts(None)
        self._wanted = None
        if not (isinstance(error, DeskError) and error.code == "gone"):
            self.frame.fail(error)

    # ---- sheets

    def _new(self) -> None:
        text = self.search.text().strip()
        name = text if text and not any(char.isdigit() for char in text) else ""
        self._open(CustomerSheet(self.frame, name=name))

    def _edit(self, customer_id: str) -> None:
        self._open(CustomerSheet(self.frame, customer_id))

    def _open(self, sheet: CustomerSheet) -> None:
        sheet.saved.connect(self._saved)
        self.frame.open_sheet(sheet)

    def _saved(self, customer_id: str) -> None:
        self.search.clear()
        self._select(customer_id)


def _find(reader: Reader, text: str) -> _Found:
    return _Found(store.search(reader, text, _MOST), store.count(reader))


def _pale(figure: int) -> str:
    """The hint's colour for a figure that is nothing yet."""
    return "" if figure else theme.tokens().ink3
