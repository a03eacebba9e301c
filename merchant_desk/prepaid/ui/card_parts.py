"""The parts of a card's sheet that only show: what is on it, what a refund comes to, and its ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.prepaid import ledger
from merchant_desk.prepaid.ui.card_words import change_of, entry_name, with_bonus
from merchant_desk.shell import language, theme
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import Card as CardWhole
    from merchant_desk.prepaid.model import CardState, LedgerEntry

_ROW = 52
_FRAME = 4


class OnIt(QWidget):
    """What is left: the paid part, the bonus, and the uses of a pass."""

    def __init__(self, card: CardState) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        shown = [(self.tr("Left"), language.money(card.principal))]
        if card.kind == "balance":
            shown.append((self.tr("Bonus left"), language.money(card.bonus)))
        if card.kind == "pass":
            shown = [(self.tr("Uses left"), language.number(card.units)), *shown]
        shown.append((self.tr("It cost"), language.money(card.price)))
        for name, text in shown:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(plain_label(name, role="hint"))
            part.addWidget(plain_label(text, role="figure-small"))
            figures.addLayout(part, 1)
        column.addLayout(figures)
        if card.kind == "pass":
            column.addLayout(self._uses(card))

    def _uses(self, card: CardState) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, one in enumerate(card.counters):
            left = self.tr("{left} of {all}").format(left=one.left, all=one.units)
            if one.free:
                worth = self.tr("free")
            elif one.left:
                worth = self.tr("next {amount}").format(amount=language.money(one.next_value))
            else:
                worth = ""
            grid.addWidget(ElidedLabel(one.service), row, 0)
            grid.addWidget(plain_label(left, role="strong"), row, 1)
            grid.addWidget(plain_label(worth, role="hint"), row, 2)
        return grid


class RefundBox(Card):
    """What giving the card back today comes to; `wanted` asks for the refund of its sale."""

    wanted = Signal()

    def __init__(self, card: CardWhole, today: dt.date) -> None:
        super().__init__(self.tr("If it is taken back today"), padding=14)
        due, state = card.refund, card.state
        rows = [(self.tr("Paid for it"), language.money(due.paid))]
        used = self.tr("Used, at the price of one use") if state.kind == "pass" else self.tr("Used of it")
        rows.append((used, language.money(-due.used)))
        if due.whole:
            rows[1:] = []
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(4)
        for row, (name, text) in enumerate(rows):
            grid.addWidget(plain_label(name, role="secondary"), row, 0)
            grid.addWidget(plain_label(text), row, 1, Qt.AlignmentFlag.AlignRight)
        self.due = plain_label(language.money(due.due), role="strong")
        grid.addWidget(plain_label(self.tr("To give back"), role="strong"), len(rows), 0)
        grid.addWidget(self.due, len(rows), 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        for told in self._notes(card, today):
            self.body.addWidget(plain_label(told, role="hint", wrap=True))
        self.refund = Button(self.tr("Take it back…"))
        self.refund.clicked.connect(self.wanted)
        self.refund.setVisible(card.sale_id is not None)
        row_below = QHBoxLayout()
        row_below.addStretch(1)
        row_below.addWidget(self.refund)
        self.body.addLayout(row_below)

    def _notes(self, card: CardWhole, today: dt.date) -> list[str]:
        due, state = card.refund, card.state
        told = []
        if due.whole:
            until = language.full_day(state.sold_on + ledger.COOLING_OFF)
            told.append(
                self.tr("Not used, and not older than seven days: until {day} all of it is due.").format(
                    day=until
                )
            )
        if due.bonus:
            told.append(
                self.tr("The bonus of {amount} left goes with the card; nobody paid it.").format(
                    amount=language.money(due.bonus)
                )
            )
        if due.off > due.due:
            kept = language.money(due.off - due.due)
            told.append(self.tr("{amount} of what is left on it stays with the shop.").format(amount=kept))
        if ledger.is_large(state.price, language.currency()):
            told.append(
                self.tr("It cost more than ¥5,000: in China that is the most for one card with a name on it.")
            )
        if card.sale_id is None:
            told.append(
                self.tr("It was sold before the desk came: pay it out of the drawer and correct the card.")
            )
        return told


class Ledger(QWidget):
    """Every entry of the card, the newest first; `sale_wanted` carries the id of a pressed one's sale."""

    sale_wanted = Signal(str)

    def __init__(self, entries: Sequence[LedgerEntry], now: dt.datetime) -> None:
        super().__init__()
        self._now = now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table: Table[LedgerEntry] = Table(
            [
                Column(self.tr("Entry"), self._what),
                Column(self.tr("Change and left"), self._change, align="right", width=210),
            ],
            row_height=_ROW,
            name=self.tr("Ledger of the card"),
        )
        self.table.horizontalHeader().hide()
        self.table.set_rows(list(reversed(entries)))
        self.table.setFixedHeight(len(entries) * _ROW + _FRAME)
        self.table.chosen.connect(lambda one: self.sale_wanted.emit(one.sale_id) if one.sale_id else None)
        column.addWidget(self.table)

    def _what(self, one: LedgerEntry) -> Cell:
        when = language.moment_text(one.at, self._now)
        told = " · ".join(part for part in (when, one.sale_number, one.who, one.note) if part)
        name = entry_name(one.kind)
        if one.voided:
            return Cell(name, hint=told, struck=True, colour=theme.tokens().ink3)
        return Cell(name, hint=told)

    def _change(self, one: LedgerEntry) -> Cell:
        if one.voided:
            hint = self.tr("does not count")
            return Cell(change_of(one), hint=hint, struck=True, colour=theme.tokens().ink3)
        left = with_bonus(one.left_principal, one.left_bonus)
        if one.left_units or one.units:
            left = f"{language.number(one.left_units)} · {left}"
        return Cell(change_of(one), hint=left, bold=True)
