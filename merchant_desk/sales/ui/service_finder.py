"""Finds what is sold while its name is typed; the services sold most stand ready."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language
from merchant_desk.stock.model import read_code
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.prepaid.model import CardType
    from merchant_desk.stock.model import Product

_SHOWN = 9


class _Thing(NamedTuple):
    """Something on sale: how it is found, and what it is."""

    kind: str
    key: str
    name: str
    price: int
    typed: str
    code: str
    what: object


class ServiceFinder(QWidget):
    """A search field over what is sold; Enter takes the first, Down goes to the others.

    `chosen` carries a Service, a Product or a CardType. Without a word typed the chips are those of the
    kind that is asked for, services at first; a barcode finds its product in any.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._things: list[_Thing] = []
        self._kind = "service"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.search = SearchField(self.tr("Add a service: type its name"))
        self.search.textChanged.connect(self._show)
        self.search.accepted.connect(self._take_first)
        self.search.moved.connect(self._into_chips)
        column.addWidget(self.search)
        self.chips = ChipRow(self.tr("Services"))
        self.chips.chosen.connect(self._take)
        column.addWidget(self.chips)
        self._none = plain_label(role="hint", wrap=True)
        self._none.hide()
        column.addWidget(self._none)
        self.setFocusProxy(self.search)

    def set_things(
        self, services: Sequence[Service], products: Sequence[Product] = (), cards: Sequence[CardType] = ()
    ) -> None:
        """What is on sale, the likeliest first."""
        self._things = [
            _Thing("service", one.id, one.name, one.price, search_key(one.name, one.category), "", one)
            for one in services
        ]
        self._things += [
            _Thing("product", one.id, one.name, one.price, search_key(one.name), one.code, one)
            for one in products
        ]
        self._things += [
            _Thing("card", one.id, one.name, one.price, search_key(one.name), "", one) for one in cards
        ]
        self._show()

    def has(self, kind: str) -> bool:
        """Whether there is anything of that kind."""
        return any(thing.kind == kind for thing in self._things)

    def ask_for(self, kind: str) -> None:
        """Offer things of that kind: "service", "product" or "card"."""
        self._kind = kind
        asked = {
            "service": self.tr("Add a service: type its name"),
            "product": self.tr("Add a product: name or barcode"),
            "card": self.tr("Sell a card: type its name"),
        }
        self.search.setPlaceholderText(asked[kind])
        self.search.setAccessibleName(asked[kind])
        self.search.clear()
        self._show()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        found = self._found()
        self.chips.set_chips(
            [
                Chip(
                    self.tr("{service} {price}").format(
                        service=thing.name, price=language.money(thing.price)
                    ),
                    key=thing.key,
                )
                for thing in found[:_SHOWN]
            ]
        )
        self._none.setText(self._nothing())
        self._none.setVisible(not found)
        self.chips.setVisible(bool(found))

    def _found(self) -> list[_Thing]:
        typed = fold(self.search.text()).strip()
        if not typed:
            return [thing for thing in self._things if thing.kind == self._kind]
        code = read_code(self.search.text())
        found = [thing for thing in self._things if typed in thing.typed or thing.code == code != ""]
        # A barcode is meant exactly; a name that begins with what was typed comes before one that holds it.
        found.sort(
            key=lambda thing: (
                not (thing.code and thing.code == code),
                thing.kind != self._kind,
                not thing.typed.startswith(typed),
            )
        )
        return found

    def _nothing(self) -> str:
        nothing_yet = {
            "service": self.tr("There are no services yet. Add them under Services & Team first."),
            "product": self.tr("There are no products yet. Add them under Services & Team first."),
            "card": self.tr("There are no kinds of cards yet. Add them under Services & Team first."),
        }
        if not self.has(self._kind):
            return nothing_yet[self._kind]
        unknown = {
            "service": self.tr("No service is called that."),
            "product": self.tr("No product is called that."),
            "card": self.tr("No card is called that."),
        }
        return unknown[self._kind]

    def _take_first(self) -> None:
        chips = self.chips.chips()
        if chips and self.search.text().strip():
            self._take(chips[0].key)

    def _into_chips(self, by: int) -> None:
        if by > 0:
            self.chips.take_focus()

    def _take(self, key: str) -> None:
        thing = next((thing for thing in self._things if thing.key == key), None)
        if thing is not None:
            self.search.clear()
            self.chosen.emit(thing.what)
