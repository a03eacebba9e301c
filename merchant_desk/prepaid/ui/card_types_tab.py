"""What the shop sells ahead: balance cards and passes, with their prices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_desk.prepaid import store
from merchant_desk.prepaid.ui.card_type_sheet import CardTypeSheet
from merchant_desk.prepaid.ui.card_words import kind_name, with_bonus
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import CardType
    from merchant_desk.shell.frame import Frame


class CardTypesTab(Tab):
    """Every card type; a press opens its sheet."""

    key = "card_types"
    topics = frozenset({"prepaid", "catalog"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._types: list[CardType] = []
        self.archived = Chip(self.tr("No longer sold"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._filter())
        self.archived.hide()
        self.new = Button(
            self.tr("New card type"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(CardTypeSheet(frame)))
        self.buttons.addWidget(self.archived)
        self.buttons.addWidget(self.new)
        self.table: Table[CardType] = Table(
            [
                Column(self.tr("Card"), self._name, width=230),
                Column(self.tr("What is on it"), self._holds),
                Column(self.tr("Valid"), self._valid, width=120),
                Column(self.tr("Sold"), lambda one: language.number(one.sold), kind="figure", width=90),
                Column(
                    self.tr("Price"),
                    lambda one: Cell(language.money(one.price), bold=True),
                    kind="figure",
                    width=120,
                ),
            ],
            row_height=54,
            name=self.tr("Card types"),
        )
        self.table.set_empty_text(self.tr("None is sold any more."))
        self.table.chosen.connect(lambda one: frame.open_sheet(CardTypeSheet(frame, one.id)))
        self.card = Card(padding=0)
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            self.tr("No prepaid cards yet"),
            self.tr(
                "A balance card is paid now and spent later, a pass is so many times a service. Say what you"
                " offer; it is sold at checkout."
            ),
            self.tr("New card type"),
            icon("card", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.new.click)
        self.empty.hide()
        self.body.addWidget(self.card, 1)
        self.body.addWidget(self.empty, 1)

    def title(self) -> str:
        return self.tr("Prepaid cards")

    def reload(self) -> None:
        self.frame.background.read(
            lambda r: store.card_types(r, archived=True), self._show, owner=self, key="types"
        )

    def _show(self, types: list[CardType]) -> None:
        self._types = types
        self.archived.setVisible(any(one.archived for one in types))
        self.card.setVisible(bool(types))
        self.empty.setVisible(not types)
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        shown = [one for one in self._types if self.archived.isChecked() or not one.archived]
        self.table.set_rows(shown, keep=lambda one: one.id)

    def _name(self, one: CardType) -> Cell:
        hint = self.tr("no longer sold") if one.archived else kind_name(one.kind)
        return Cell(
            one.name, hint=hint, bold=not one.archived, colour=theme.tokens().ink3 if one.archived else ""
        )

    def _holds(self, one: CardType) -> str:
        if one.kind == "balance":
            return with_bonus(one.price, one.bonus)
        parts = []
        for counter in one.counters:
            text = f"{counter.service} ×{language.number(counter.units)}"
            parts.append(self.tr("{uses} free").format(uses=text) if counter.free else text)
        return language.joined(parts)

    def _valid(self, one: CardType) -> str:
        return self.tr("%n day(s)", "", one.valid_days) if one.valid_days else self.tr("No end")
