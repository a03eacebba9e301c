"""The list of what the shop sells, by category."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from merchant_desk.catalog import store
from merchant_desk.catalog.ui.service_sheet import ServiceSheet
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.team import store as team
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service, Terms
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_ROW = 46


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service with who does it: None is everybody; `first` heads its category.

    `own` are workers' own terms; `placed` whether there is a place of the kind it needs.
    """

    service: Service
    workers: tuple[Worker, ...] | None
    own: tuple[tuple[Worker, Terms], ...]
    placed: bool
    first: bool


class ServicesTab(Tab):
    """Every service with minutes, price and who does it; a press opens its sheet."""

    key = "services"
    topics = frozenset({"catalog", "team", "shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows: list[ServiceRow] = []
        self.search = SearchField(self.tr("Service or category"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.archived = Chip(self.tr("No longer sold"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._filter())
        self.new = Button(
            self.tr("New service"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(ServiceSheet(frame)))
        for widget in (self.archived, self.search, self.new):
            self.buttons.addWidget(widget)
        self.table: Table[ServiceRow] = Table(
            [
                Column(self.tr("Category"), self._category, width=150),
                Column(self.tr("Service"), self._name),
                Column(self.tr("Takes"), lambda row: self._time(row.service), align="right", width=150),
                Column(self.tr("Price"), lambda row: self._price(row.service), kind="figure", width=120),
                Column(self.tr("Who does it"), self._who, width=230),
            ],
            row_height=_ROW,
            name=self.tr("Services"),
        )
        self.table.chosen.connect(lambda row: frame.open_sheet(ServiceSheet(frame, row.service.id)))
        self.search.moved.connect(self.table.step)
        self.search.accepted.connect(self.table.choose_current)
        self.card = Card(padding=0)
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            self.tr("Nothing is sold here yet"),
            self.tr("A service has a name, a price and the minutes it takes. Then it can be booked."),
            self.tr("New service"),
            icon("scissors", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.new.click)
        self.empty.hide()
        self.body.addWidget(self.card, 1)
        self.body.addWidget(self.empty, 1)

    def title(self) -> str:
        return self.tr("Services")

    def reload(self) -> None:
        self.frame.background.read(_read, self._show, owner=self, key="services")

    def arrive(self, **where: object) -> None:
        """`service_id` opens that service."""
        service_id = where.get("service_id")
        if isinstance(service_id, str):
            self.frame.open_sheet(ServiceSheet(self.frame, service_id))

    def _show(self, rows: list[ServiceRow]) -> None:
        self._rows = rows
        self.archived.setVisible(any(row.service.archived for row in rows))
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        wanted = fold(self.search.text())
        shown = [
            row
            for row in self._rows
            if (self.archived.isChecked() or not row.service.archived)
            and (not wanted or wanted in search_key(row.service.name, row.service.category))
        ]
        self.table.set_empty_text(
            self.tr("No service is called that.") if wanted else self.tr("Nothing is sold here any more.")
        )
        self.table.set_rows(_headed(shown), keep=lambda row: row.service.id)

    # ---- cells

    def _category(self, row: ServiceRow) -> Cell:
        if not row.first:
            return Cell("")
        if row.service.archived:
            return Cell(self.tr("No longer sold"), colour=theme.tokens().ink3, bold=True)
        return Cell(row.service.category or self.tr("Without category"), bold=True)

    def _name(self, row: ServiceRow) -> Cell:
        service = row.service
        hints = [self.tr("add-on")] if service.add_on else []
        if service.at_home:
            hints.append(self.tr("at the customer's home"))
        if service.place_kind:
            hints.append(self.tr("needs: {kind}").format(kind=service.place_kind))
        return Cell(service.name, " · ".join(hints), colour=theme.tokens().ink3 if service.archived else "")

    def _time(self, service: Service) -> Cell:
        around = service.before + service.after
        hint = self.tr("busy {time}").format(time=language.minutes_text(service.minutes + around))
        return Cell(language.minutes_text(service.minutes), hint if around else "")

    def _price(self, service: Service) -> Cell:
        cost = self.tr("materials {cost}").format(cost=language.money(service.material_cost))
        return Cell(language.money(service.price), cost if service.material_cost else "", bold=True)

    def _who(self, row: ServiceRow) -> Cell:
        look = theme.tokens()
        if not row.placed:
            told = self.tr("No {kind}: cannot be booked").format(kind=row.service.place_kind)
            return Cell(told, colour=look.danger)
        if row.workers is None:
            return Cell(self.tr("Everybody"), colour=look.ink2)
        if not row.workers:
            return Cell(self.tr("Nobody: cannot be booked"), colour=look.danger)
        names = language.joined([worker.name for worker in row.workers])
        own = " · ".join(_own_words(worker, terms) for worker, terms in row.own)
        return Cell(names, own, dot=QColor(row.workers[0].colour) if len(row.workers) == 1 else None)


def _own_words(worker: Worker, terms: Terms) -> str:
    parts = [worker.name]
    if terms.price is not None:
        parts.append(language.money(terms.price))
    if terms.minutes is not None:
        parts.append(language.minutes_text(terms.minutes))
    return " ".join(parts)


def _read(r: Reader) -> list[ServiceRow]:
    here = team.workers(r)
    doers, terms = store.workers_of(r), store.own_terms(r)
    kinds = {"", *(place.kind for place in store.places(r))}
    return [
        ServiceRow(
            service,
            None
            if service.id not in doers
            else tuple(worker for worker in here if worker.id in doers[service.id]),
            tuple((one, terms[one.id, service.id]) for one in here if (one.id, service.id) in terms),
            placed=service.archived or service.place_kind in kinds,
            first=False,
        )
        for service in store.services(r, archived=True)
    ]


def _headed(rows: list[ServiceRow]) -> list[ServiceRow]:
    """The rows with the first of each category marked; what is no longer sold is one group."""
    headed: list[ServiceRow] = []
    before: tuple[bool, str] | None = None
    for row in rows:
        group = (row.service.archived, "" if row.service.archived else row.service.category)
        headed.append(replace(row, first=group != before))
        before = group
    return headed
