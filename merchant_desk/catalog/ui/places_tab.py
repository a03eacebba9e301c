"""The rooms and chairs of the shop, by kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from merchant_desk.catalog import store
from merchant_desk.catalog.ui.place_sheet import PlaceSheet
from merchant_desk.shell import language, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card, EmptyState
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Place
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_ROW = 46


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the services that need its kind; `first` heads its kind."""

    place: Place
    services: tuple[str, ...]
    first: bool = False


class PlacesTab(Tab):
    """Every room and chair with how many it takes at once; a press opens its sheet."""

    key = "places"
    topics = frozenset({"catalog"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._rows: list[PlaceRow] = []
        self.archived = Chip(self.tr("Given up"), checkable=True)
        self.archived.toggled.connect(lambda _on: self._filter())
        self.archived.hide()
        self.new = Button(
            self.tr("New room or chair"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        self.new.clicked.connect(lambda: frame.open_sheet(PlaceSheet(frame)))
        self.buttons.addWidget(self.archived)
        self.buttons.addWidget(self.new)
        self.table: Table[PlaceRow] = Table(
            [
                Column(self.tr("Kind"), self._kind, width=170),
                Column(self.tr("Name"), self._name, width=220),
                Column(
                    self.tr("At once"),
                    lambda row: language.number(row.place.capacity),
                    kind="figure",
                    width=100,
                ),
                Column(self.tr("Needed for"), self._services),
            ],
            row_height=_ROW,
            name=self.tr("Rooms and chairs"),
        )
        self.table.set_empty_text(self.tr("None is in use any more."))
        self.table.chosen.connect(lambda row: frame.open_sheet(PlaceSheet(frame, row.place.id)))
        self.card = Card(padding=0)
        self.card.body.addWidget(self.table)
        self.empty = EmptyState(
            self.tr("No rooms or chairs yet"),
            self.tr(
                "Add them where they run out before the people do: what needs one is then booked only while"
                " one is free."
            ),
            self.tr("New room or chair"),
            icon("home", 36, theme.tokens().ink3),
            primary=False,
        )
        self.empty.pressed.connect(self.new.click)
        self.empty.hide()
        self.body.addWidget(self.card, 1)
        self.body.addWidget(self.empty, 1)

    def title(self) -> str:
        return self.tr("Rooms & chairs")

    def reload(self) -> None:
        self.frame.background.read(_read, self._show, owner=self, key="places")

    def arrive(self, **where: object) -> None:
        """`place_id` opens that place."""
        place_id = where.get("place_id")
        if isinstance(place_id, str):
            self.frame.open_sheet(PlaceSheet(self.frame, place_id))

    def _show(self, rows: list[PlaceRow]) -> None:
        self._rows = rows
        self.archived.setVisible(any(row.place.archived for row in rows))
        self.card.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._filter()
        self.loaded.emit()

    def _filter(self) -> None:
        shown = [row for row in self._rows if self.archived.isChecked() or not row.place.archived]
        self.table.set_rows(_headed(shown), keep=lambda row: row.place.id)

    # ---- cells

    def _kind(self, row: PlaceRow) -> Cell:
        if not row.first:
            return Cell("")
        if row.place.archived:
            return Cell(self.tr("Given up"), colour=theme.tokens().ink3, bold=True)
        return Cell(row.place.kind or self.tr("Without kind"), bold=True)

    def _name(self, row: PlaceRow) -> Cell:
        place = row.place
        dot = QColor(place.colour) if place.colour else None
        return Cell(place.name, dot=dot, colour=theme.tokens().ink3 if place.archived else "")

    def _services(self, row: PlaceRow) -> Cell:
        # The services of a kind are the same for all its places.
        if row.place.archived or not row.first:
            return Cell("")
        if not row.services:
            return Cell(self.tr("no service yet"), colour=theme.tokens().ink3)
        return Cell(language.joined(list(row.services)))


def _read(r: Reader) -> list[PlaceRow]:
    services = store.services(r)
    return [
        PlaceRow(place, tuple(one.name for one in services if place.kind and one.place_kind == place.kind))
        for place in store.places(r, archived=True)
    ]


def _headed(rows: list[PlaceRow]) -> list[PlaceRow]:
    """The rows with the first of each kind marked; what was given up is one group."""
    headed: list[PlaceRow] = []
    before: tuple[bool, str] | None = None
    for row in rows:
        group = (row.place.archived, "" if row.place.archived else row.place.kind)
        headed.append(replace(row, first=group != before))
        before = group
    return headed
