"""One room or chair: its name, its kind, how many it takes, and what is done there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.catalog import store
from merchant_desk.catalog.model import MOST_AT_ONCE, PlaceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.shell import notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.team.model import WORKER_COLOURS, next_colour
from merchant_desk.widgets.buttons import Chip, InUse
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, NumberField, TextField
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.swatches import Swatches

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Place, Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from."""

    place: Place | None
    kinds: tuple[str, ...]
    colour: str
    services: tuple[Service, ...]


class PlaceSheet(Sheet):
    """Takes a room or chair into use, or changes the one with `place_id`."""

    def __init__(self, frame: Frame, place_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Room or chair") if place_id else self.tr("New room or chair"))
        self._id = place_id
        self.name = TextField(placeholder=self.tr("as it is called in the shop"))
        self.name.setMaxLength(40)
        self.kind = TextField(placeholder=self.tr("what it is"))
        self.kind.setMaxLength(40)
        self.kinds = ChipRow(self.tr("Kinds"))
        self.capacity = NumberField(1, 1, MOST_AT_ONCE)
        self.colours = Swatches(WORKER_COLOURS)
        self.services: list[Chip] = []
        self._loaded: _Loaded | None = None
        self._needed_as = ""
        self._build()
        self._was = self._typed()
        frame.background.read(lambda r: _read(r, place_id), self._show, owner=self, key="place")

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._typed() != self._was

    # ---- how it is made up

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        self._kind = Field(
            self.tr("Kind"), self.kind, self.tr("Of several of one kind, a booking gets one that is free.")
        )
        self._capacity = Field(
            self.tr("Takes at once"), self.capacity, self.tr("More than 1 for a room that several share.")
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._capacity, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self._kind)
        self.body.addWidget(self.kinds)
        self.kinds.hide()
        self.kinds.chosen.connect(self.kind.setText)
        self.kind.textEdited.connect(lambda text: self.kinds.choose(text.strip()))
        self.kind.textChanged.connect(self._kind_changed)
        self.body.addWidget(Field(self.tr("Colour on the board"), self.colours))
        box = QWidget()
        self._flow = FlowLayout(box)
        self._services = Field(self.tr("Services that need one of this kind"), box)
        self._services.hide()
        self.body.addWidget(self._services)
        self.body.addStretch(1)
        self.in_use = InUse(self.tr("No longer use it"), self.tr("Use it again"))
        self.in_use.archive.clicked.connect(self._archive)
        self.in_use.restore.clicked.connect(self._restore)
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _show(self, loaded: _Loaded) -> None:
        place = loaded.place
        if self._id is not None and place is None:
            self.fail(DeskError("gone", table="place", id=self._id))
            self.set_busy(True)
            return
        usual = (self.tr("Chair"), self.tr("Room"), self.tr("Bed"), self.tr("Table"))
        self.kinds.set_chips([Chip(kind, checkable=True, key=kind) for kind in loaded.kinds or usual])
        self.kinds.show()
        self.colours.choose(loaded.colour)
        for service in loaded.services:
            chip = Chip(service.name, checkable=True, key=service.id)
            self._flow.addWidget(chip)
            self.services.append(chip)
        self._services.setVisible(bool(self.services))
        self._loaded = loaded
        if place is not None:
            self.set_title(place.name, self.tr("not in use any more") if place.archived else "")
            self.name.setText(place.name)
            self.kind.setText(place.kind)
            self.capacity.setValue(place.capacity)
            self.in_use.show_archived(place.archived)
        elif len(loaded.kinds) == 1:
            self.kind.setText(loaded.kinds[0])
        self.kinds.choose(self.kind.value())
        self._was = self._typed()

    def _kind_changed(self, text: str) -> None:
        """Show what needs this kind already; of a kind that is new, what the place was needed for until now.

        Services are turned on and off for the whole kind: what is shown must be what holds for it.
        """
        loaded = self._loaded
        if loaded is None:
            return
        wanted, own = fold(text), loaded.place.kind if loaded.place else ""
        kind = next((kind for kind in (*loaded.kinds, own) if kind and fold(kind) == wanted), own)
        if kind != self._needed_as:
            self._needed_as = kind
            needing = {service.id for service in loaded.services if kind and service.place_kind == kind}
            for chip in self.services:
                chip.setChecked(chip.key in needing)

    # ---- what is typed

    def _chosen(self) -> tuple[str, ...]:
        return tuple(chip.key for chip in self.services if chip.isChecked())

    def _typed(self) -> object:
        lines = (self.name.value(), self.kind.value(), self.capacity.value())
        return (*lines, self.colours.colour(), self._chosen())

    def _save(self) -> None:
        self.clear_errors()
        draft = PlaceDraft(
            name=self.name.value(),
            kind=self.kind.value(),
            capacity=self.capacity.value(),
            colour=self.colours.colour(),
            service_ids=self._chosen(),
        )
        self.set_busy(True)
        place_id = self._id
        if place_id is None:
            self.frame.act(
                lambda desk: desk.catalog.add_place(draft),
                self.tr("{name} can be booked.").format(name=draft.name),
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
        else:
            self.frame.act(
                lambda desk: desk.catalog.edit_place(place_id, draft),
                self.tr("{name} changed.").format(name=draft.name),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )

    def _refused(self, error: Exception) -> None:
        fields = {
            "no_name": self._name,
            "name_taken": self._name,
            "no_kind": self._kind,
            "bad_capacity": self._capacity,
        }
        field = fields.get(error.code) if isinstance(error, DeskError) else None
        if isinstance(error, DeskError) and field is not None:
            self.set_busy(False)
            self.set_error(notices.sentence(error), field)
        else:
            self.fail(error)

    # ---- in and out of use

    def _archive(self) -> None:
        place_id, name = self._id, self._title.text()
        if place_id is None:
            return

        def said(coming: int) -> str:
            if not coming:
                return self.tr("{name} is given up.").format(name=name)
            stay = self.tr("%n booking(s) to come stay there.", "", coming)
            return self.tr("{name} is given up.").format(name=name) + " " + stay

        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.catalog.archive_place(place_id),
            said,
            lambda _coming: self.shut(),
            self._refused,
            owner=self,
        )

    def _restore(self) -> None:
        place_id, name = self._id, self._title.text()
        if place_id is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.catalog.restore_place(place_id),
            self.tr("{name} is in use again.").format(name=name),
            lambda _done: self.shut(),
            self._refused,
            owner=self,
        )


def _read(r: Reader, place_id: str | None) -> _Loaded:
    place = store.place(r, place_id) if place_id else None
    others = store.places(r)
    return _Loaded(
        place=place,
        kinds=tuple(dict.fromkeys(one.kind for one in others if one.kind)),
        colour=place.colour if place and place.colour else next_colour([one.colour for one in others]),
        services=tuple(store.services(r)),
    )
