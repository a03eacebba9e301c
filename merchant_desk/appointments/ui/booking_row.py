"""One service of a visit on the booking sheet: its length and price, who does it, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.booking_plan import Pick
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, IconButton
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import NumberField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Place, Service, Terms
    from merchant_desk.team.model import Worker

ANYONE = "anyone"
# More than any service may take, so that the sentence about it can be said.
_MOST = 99 * 60


@dataclass(frozen=True, slots=True)
class Choices:
    """Who may do a service, on which terms and where; `gone` are ids of who left or was given up."""

    workers: Sequence[Worker]
    terms: Mapping[tuple[str, str], Terms] = field(default_factory=dict)
    places: Sequence[Place] | None = None
    gone: frozenset[str] = frozenset()


class LineRow(QWidget):
    """One service: its name, price and minutes, chips for who does it, and the room or chair it needs.

    The minutes are the worker's own until others are typed.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self, service: Service, choices: Choices, worker_id: str, minutes: int = 0, place_id: str = ""
    ) -> None:
        super().__init__()
        self._service = service
        self._choices = choices
        self._able = tuple(worker.id for worker in choices.workers if worker.id not in choices.gone)
        self._typed = minutes or None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.workers = ChipRow(self.tr("Who does it"))
        self.workers.set_chips(self._chips())
        self.workers.choose(worker_id or self._nobody_named())
        self.workers.chosen.connect(self._choose_worker)
        column.addWidget(self.workers)
        if not self._able:
            column.addWidget(plain_label(self.tr("Nobody on the team does this."), role="field-error"))
        self.place = Choice(name=self.tr("Room or chair"))
        self.place.chosen.connect(lambda _key: self.changed.emit())
        self._where = self._place_line()
        column.addWidget(self._where)
        self._show_places(place_id, "")
        column.addWidget(rule("soft-rule"))
        self._show_terms()

    @property
    def worker_id(self) -> str:
        """Who was chosen, "" for anyone."""
        key = self.workers.current()
        return "" if key == ANYONE else key

    def pick(self) -> Pick:
        """The service as it stands now."""
        places = self._choices.places
        return Pick(
            service=self._service,
            minutes=self._typed,
            worker_id=self.worker_id,
            able=self._able,
            terms=self._choices.terms,
            place_id=str(self.place.key() or ""),
            places=None if places is None else tuple(place.id for place in places),
        )

    def choose_worker(self, worker_id: str) -> None:
        """Take somebody else, without saying so; one who does not do it changes nothing."""
        if self.workers.chip(worker_id) is not None:
            self.workers.choose(worker_id)
            self._show_terms()

    def show_place(self, place_id: str | None, *, at_home: bool) -> None:
        """Where it will be if nobody chooses a place; a home visit is in none."""
        self._where.setVisible(self._choices.places is not None and not at_home)
        known = {place.id: place.name for place in self._choices.places or ()}
        self._show_places(str(self.place.key() or ""), known.get(place_id or "", ""))

    # ---- its parts

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(ElidedLabel(self._service.name, role="strong"), 1)
        self.price = plain_label(role="secondary")
        head.addWidget(self.price)
        self.minutes = NumberField(0, 0, _MOST, 5, suffix=self.tr(" min"), name=self.tr("Length in minutes"))
        self.minutes.setFixedWidth(104)
        self.minutes.valueChanged.connect(self._type_minutes)
        head.addWidget(self.minutes)
        named = self.tr("Take {service} out").replace("{service}", self._service.name)
        self.remove = IconButton(icon("x", 16), named)
        self.remove.clicked.connect(self.removed)
        head.addWidget(self.remove)
        return head

    def _chips(self) -> list[Chip]:
        chips = [] if len(self._able) == 1 else [Chip(self.tr("Anyone"), checkable=True, key=ANYONE)]
        for worker in self._choices.workers:
            name = worker.name
            if worker.id in self._choices.gone:
                name = self.tr("{name} (left)").replace("{name}", name)
            chips.append(Chip(name, QColor(worker.colour), checkable=True, key=worker.id))
        return chips

    def _place_line(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        places = self._choices.places
        if places is not None and not places:
            said = self.tr("It needs a place of the kind “{kind}”, and there is none.")
            text = said.replace("{kind}", self._service.place_kind)
            line.addWidget(plain_label(text, role="field-error", wrap=True), 1)
            self.place.hide()
        else:
            line.addWidget(plain_label(self._service.place_kind, role="secondary"))
            self.place.setMinimumWidth(220)
            line.addWidget(self.place)
            line.addStretch(1)
        if places is None:
            box.hide()
        return box

    def _show_places(self, chosen: str, free: str) -> None:
        wherever = self.tr("Any that is free")
        if free:
            wherever = self.tr("Any that is free · {place}").replace("{place}", free)
        options: list[tuple[object, str]] = [("", wherever)]
        for place in self._choices.places or ():
            name = place.name
            if place.capacity > 1:
                takes = self.tr("{place} · takes {count}").replace("{place}", name)
                name = takes.replace("{count}", str(place.capacity))
            options.append((place.id, name))
        self.place.set_options(options, chosen)

    # ---- what was chosen

    def _nobody_named(self) -> str:
        return self._able[0] if len(self._able) == 1 else ANYONE

    def _choose_worker(self, key: str) -> None:
        if not key:
            self.workers.choose(self._nobody_named())
        self._show_terms()
        self.changed.emit()

    def _type_minutes(self, minutes: int) -> None:
        self._typed = minutes
        self.changed.emit()

    def _show_terms(self) -> None:
        """The worker's own minutes and price; minutes that were typed stay."""
        pick = self.pick()
        self.price.setText(language.money(pick.price_with(self.worker_id)))
        self.minutes.blockSignals(True)
        self.minutes.setValue(pick.minutes_with(self.worker_id))
        self.minutes.blockSignals(False)
