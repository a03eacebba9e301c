"""Finding a service by typing: a search field with the catalogue below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.appointments.ui.booking_plan import matching
from merchant_desk.shell import language
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service

_ROW = 34
_ROWS = 6


class ServiceSearch(QWidget):
    """A line to type in and the services that fit; `chosen` carries the Service.

    Up and Down mark another one, Enter takes the marked one, a click takes any.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._services: tuple[Service, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.field = SearchField(self.tr("Service"))
        self.field.textChanged.connect(lambda _text: self._filter())
        self.field.moved.connect(self._step)
        self.field.accepted.connect(self._accept)
        column.addWidget(self.field)
        self.table: Table[Service] = Table(
            [
                Column("", lambda service: Cell(service.name)),
                Column("", lambda service: Cell(service.category), width=120),
                Column("", lambda service: language.minutes_text(service.minutes), align="right", width=110),
                Column("", lambda service: language.money(service.price), kind="figure", width=90),
            ],
            empty=self.tr("No service is called that."),
            row_height=_ROW,
            name=self.tr("Services"),
        )
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.table.chosen.connect(self._choose)
        column.addWidget(self.table)
        self.setFocusProxy(self.field)

    def show_services(self, services: Sequence[Service]) -> None:
        """Offer these."""
        self._services = tuple(services)
        if not services:
            self.table.set_empty_text(self.tr("No services yet: add them under Services & Team."))
        self._filter()

    def typed(self) -> Service | None:
        """The service that Enter would take, where something is typed."""
        return self.table.current_row() if self.field.text().strip() else None

    def _filter(self) -> None:
        found = matching(self._services, self.field.text())
        self.table.set_rows(found)
        self.table.setFixedHeight(_ROW * min(max(len(found), 2), _ROWS) + 6)
        if found and self.field.text().strip():
            self.table.step(1)

    def _step(self, by: int) -> None:
        self.table.step(by)

    def _accept(self) -> None:
        if self.table.current_row() is not None:
            self.table.choose_current()

    def _choose(self, service: Service) -> None:
        self.field.clear()
        self.chosen.emit(service)
