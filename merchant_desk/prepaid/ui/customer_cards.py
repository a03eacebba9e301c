"""A customer's prepaid cards, for the customer's own card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.prepaid import store
from merchant_desk.prepaid.ui.card_words import ends, left_on, standing
from merchant_desk.prepaid.ui.opening_sheet import OpeningSheet
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import CardState
    from merchant_desk.shell.frame import Frame

_ROW = 52
_FRAME = 4


class CustomerCards(QWidget):
    """What is left on each card of `show_customer`; `card_wanted` carries the id of a pressed one."""

    card_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._customer_id: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.none = plain_label(self.tr("No prepaid card."), role="hint")
        self.none.setContentsMargins(12, 0, 12, 0)
        column.addWidget(self.none)
        self.table: Table[CardState] = Table(
            [
                Column(self.tr("Card"), self._what),
                Column(self.tr("Left on it"), self._left, "right", width=104),
            ],
            row_height=_ROW,
            name=self.tr("Prepaid cards"),
        )
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(lambda card: self.card_wanted.emit(card.id))
        self.table.hide()
        column.addWidget(self.table)
        self.before = Button(self.tr("Card from before"), role="link", icon=icon("plus", 16))
        self.before.clicked.connect(self._take_over)
        below = QHBoxLayout()
        below.setContentsMargins(4, 0, 0, 0)
        below.addWidget(self.before)
        below.addStretch(1)
        column.addLayout(below)
        frame.changed.connect(self._changed)

    def show_customer(self, customer_id: str | None) -> None:
        """Read somebody's cards; None shows nothing."""
        self._customer_id = customer_id
        self.before.setVisible(customer_id is not None)
        if customer_id is None:
            self._show([])
            return
        today = self._frame.clock.today()
        self._frame.background.read(
            lambda r: store.cards_of(r, customer_id, today), self._show, owner=self, key="cards"
        )

    def _take_over(self) -> None:
        self._frame.open_sheet(OpeningSheet(self._frame, self._customer_id))

    def _changed(self, topics: frozenset[str]) -> None:
        if self._customer_id is not None and topics & {"prepaid", "sales"}:
            self.show_customer(self._customer_id)

    def _show(self, cards: list[CardState]) -> None:
        self.table.set_rows(cards, keep=lambda card: card.id)
        self.table.setFixedHeight(len(cards) * _ROW + _FRAME)
        self.table.setVisible(bool(cards))
        self.none.setVisible(not cards)

    def _what(self, card: CardState) -> Cell:
        told = [ends(card.expires_on, self._frame.clock.today())]
        if not card.usable:
            told.insert(0, standing(card))
        elif card.kind == "pass" or card.bonus:
            told.insert(0, left_on(card))
        return Cell(card.name, hint=" · ".join(told), colour="" if card.usable else theme.tokens().ink3)

    def _left(self, card: CardState) -> Cell:
        colour = "" if card.usable else theme.tokens().ink3
        left = f"×{language.number(card.units)}" if card.kind == "pass" else language.money(card.left)
        return Cell("" if card.empty else left, bold=card.usable, colour=colour)
