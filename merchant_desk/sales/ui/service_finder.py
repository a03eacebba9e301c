"""Finds a service while its name is typed; the ones sold most stand ready."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service

_SHOWN = 9


class ServiceFinder(QWidget):
    """A search field over the services; Enter takes the first, Down goes to the others."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._services: list[Service] = []
        self._keys: dict[str, str] = {}
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

    def set_services(self, services: Sequence[Service]) -> None:
        """The services on sale, the likeliest first."""
        self._services = list(services)
        self._keys = {service.id: search_key(service.name, service.category) for service in services}
        self._show()

    def _show(self) -> None:
        typed = fold(self.search.text()).strip()
        found = [service for service in self._services if typed in self._keys[service.id]]
        # A name that begins with what was typed comes before one that holds it somewhere.
        found.sort(key=lambda service: not self._keys[service.id].startswith(typed))
        self.chips.set_chips(
            [
                Chip(
                    self.tr("{service} {price}").format(
                        service=service.name, price=language.money(service.price)
                    ),
                    key=service.id,
                )
                for service in found[:_SHOWN]
            ]
        )
        nothing = not found
        self._none.setText(
            self.tr("No service is called that.")
            if self._services
            else self.tr("There are no services yet. Add them under Services & Team first.")
        )
        self._none.setVisible(nothing)
        self.chips.setVisible(not nothing)

    def _take_first(self) -> None:
        chips = self.chips.chips()
        if chips and self.search.text().strip():
            self._take(chips[0].key)

    def _into_chips(self, by: int) -> None:
        if by > 0:
            self.chips.take_focus()

    def _take(self, key: str) -> None:
        service = next((service for service in self._services if service.id == key), None)
        if service is not None:
            self.search.clear()
            self.chosen.emit(service)
