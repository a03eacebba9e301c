"""One service: its name, time, price, and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from merchant_desk.catalog import store
from merchant_desk.catalog.model import ServiceDraft, Terms
from merchant_desk.catalog.ui.doers import Doers
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.team import store as team
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, InUse
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, MoneyField, NumberField, TextField
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.terms_row import TermsRow

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from."""

    service: Service | None
    categories: tuple[str, ...]
    workers: tuple[Worker, ...]
    doers: frozenset[str]
    terms: Mapping[str, Terms]
    kinds: tuple[str, ...]


class ServiceSheet(Sheet):
    """Makes a service, or changes the one with `service_id`."""

    def __init__(self, frame: Frame, service_id: str | None = None) -> None:
        super().__init__(frame, self.tr("Service") if service_id else self.tr("New service"))
        self._id = service_id
        self._was: object = None
        self.name = TextField()
        self.name.setMaxLength(80)
        self.category = TextField(placeholder=self.tr("may be empty"))
        self.category.setMaxLength(40)
        self.known = ChipRow(self.tr("Categories there are"))
        self.minutes = NumberField(60, 0, _LONGEST, 5, self.tr(" min"))
        self.before = NumberField(0, 0, _LONGEST, 5, self.tr(" min"))
        self.after = NumberField(0, 0, _LONGEST, 5, self.tr(" min"))
        self.price = MoneyField(currency=language.currency())
        self.cost = MoneyField(currency=language.currency())
        self.at_home = QCheckBox(self.tr("At the customer's home"))
        self.at_home.setAccessibleName(self.tr("At the customer's home"))
        self.add_on = QCheckBox(self.tr("An add-on: offered under another service at the counter"))
        self.add_on.setAccessibleName(self.tr("An add-on: offered under another service at the counter"))
        self.kind = Choice()
        self.doers = Doers()
        self._build()
        self._was = self._typed()
        frame.background.read(lambda r: _read(r, service_id), self._show, owner=self, key="service")

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._typed() != self._was

    # ---- how it is made up

    def _build(self) -> None:
        self._name = Field(self.tr("Name"), self.name)
        self._category = Field(self.tr("Category"), self.category)
        self._minutes = Field(self.tr("Takes"), self.minutes)
        self._before = Field(self.tr("Prepare before"), self.before)
        self._after = Field(self.tr("Clear up after"), self.after)
        self._price = Field(self.tr("Price"), self.price)
        self._cost = Field(
            self.tr("Materials for one"), self.cost, self.tr("What one uses up of the shop's goods.")
        )
        self.body.addWidget(self._name)
        self.body.addWidget(self._category)
        self.body.addWidget(self.known)
        self.known.hide()
        self.known.chosen.connect(self._take_category)
        self.category.textEdited.connect(lambda text: self.known.choose(text.strip()))
        self.body.addLayout(_row(self._price, self._cost))
        self.body.addLayout(_row(self._minutes, self._before, self._after))
        self.body.addWidget(
            plain_label(
                self.tr("The customer sees the middle part; the worker is busy for all of it."),
                role="hint",
                wrap=True,
            )
        )
        self.body.addWidget(self.at_home)
        self.body.addWidget(self.add_on)
        self._kind = Field(
            self.tr("Needs a room or chair"), self.kind, self.tr("Then it is only booked while one is free.")
        )
        self._kind.hide()
        self.body.addWidget(self._kind)
        self.body.addWidget(Field(self.tr("Who does it"), self.doers))
        self.price.textChanged.connect(lambda _text: self._show_usual())
        self.minutes.valueChanged.connect(lambda _minutes: self._show_usual())
        self.body.addStretch(1)
        self.in_use = InUse(self.tr("No longer sell it"), self.tr("Sell it again"))
        self.in_use.archive.clicked.connect(self._archive)
        self.in_use.restore.clicked.connect(self._restore)
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)

    def _show(self, loaded: _Loaded) -> None:
        service = loaded.service
        if self._id is not None and service is None:
            self.fail(DeskError("gone", table="service", id=self._id))
            self.set_busy(True)
            return
        self.known.set_chips([Chip(name, checkable=True, key=name) for name in loaded.categories])
        self.known.setVisible(bool(loaded.categories))
        self.doers.set_workers(loaded.workers, loaded.doers, loaded.terms)
        self.kind.set_options([("", self.tr("None")), *((kind, kind) for kind in loaded.kinds)], "")
        self._kind.setVisible(bool(loaded.kinds))
        if service is not None:
            self.set_title(service.name, self.tr("no longer sold") if service.archived else "")
            self.name.setText(service.name)
            self.category.setText(service.category)
            self.minutes.setValue(service.minutes)
            self.before.setValue(service.before)
            self.after.setValue(service.after)
            self.price.set_value(service.price)
            self.cost.set_value(service.material_cost or None)
            self.at_home.setChecked(service.at_home)
            self.add_on.setChecked(service.add_on)
            self.kind.choose(service.place_kind)
            self.in_use.show_archived(service.archived)
        self.known.choose(self.category.value())
        self._show_usual()
        self._was = self._typed()

    def _show_usual(self) -> None:
        price = self.price.value_or(-1)
        self.doers.set_usual(None if price < 0 else price, self.minutes.value())

    def _take_category(self, key: str) -> None:
        self.category.setText(key)

    # ---- what is typed

    def _typed(self) -> object:
        lines = (self.name, self.category, self.price, self.cost)
        numbers = (self.minutes, self.before, self.after)
        return (
            *(line.text().strip() for line in lines),
            *(number.value() for number in numbers),
            self.at_home.isChecked(),
            self.add_on.isChecked(),
            self.kind.key(),
            self.doers.typed(),
        )

    def _save(self) -> None:
        self.clear_errors()
        price, cost = self._amount(self._price, self.price), self._amount(self._cost, self.cost)
        if price is None or cost is None:
            return
        try:
            terms = self.doers.terms()
        except DeskError as error:
            self._refused(error)
            return
        draft = ServiceDraft(
            name=self.name.value(),
            category=self.category.value(),
            minutes=self.minutes.value(),
            before=self.before.value(),
            after=self.after.value(),
            price=price,
            material_cost=cost,
            at_home=self.at_home.isChecked(),
            worker_ids=self.doers.chosen_ids(),
            place_kind=str(self.kind.key() or ""),
            terms=terms,
            add_on=self.add_on.isChecked(),
        )
        self.set_busy(True)
        service_id = self._id
        if service_id is None:
            self.frame.act(
                lambda desk: desk.catalog.add_service(draft),
                self.tr("{name} is on the list.").format(name=draft.name),
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
        else:
            self.frame.act(
                lambda desk: desk.catalog.edit_service(service_id, draft),
                self.tr("{name} changed.").format(name=draft.name),
                lambda _done: self.shut(),
                self._refused,
                owner=self,
            )

    def _amount(self, field: Field, line: MoneyField) -> int | None:
        """What is typed, or None after its error was said at the field."""
        try:
            amount = line.value()
            if amount < 0:
                raise DeskError("bad_amount", text=line.text().strip())
        except DeskError as error:
            self.set_error(notices.sentence(error), field)
            return None
        return amount

    def _refused(self, error: Exception) -> None:
        field = self._field(error) if isinstance(error, DeskError) else None
        if isinstance(error, DeskError) and field is not None:
            self.set_busy(False)
            self.set_error(notices.sentence(error), field)
            if isinstance(field, TermsRow) and error.code != "bad_amount":
                field.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fail(error)

    def _field(self, error: DeskError) -> Field | None:
        """Where a refusal belongs."""
        own = self.doers.row_of(error.facts.get("worker_id"))
        if own is not None:
            return own
        if error.code in {"no_name", "name_taken"}:
            return self._name
        if error.code == "no_minutes":
            return self._minutes
        if error.code == "bad_minutes":
            told = error.facts.get("minutes")
            buffers = ((self._before, self.before), (self._after, self.after))
            return next((field for field, box in buffers if box.value() == told), self._minutes)
        return self._price if error.code == "bad_amount" else None

    # ---- in and out of the list

    def _archive(self) -> None:
        self._turn(archived=True, said=self.tr("{name} is no longer sold."))

    def _restore(self) -> None:
        self._turn(archived=False, said=self.tr("{name} is sold again."))

    def _turn(self, archived: bool, said: str) -> None:
        service_id = self._id
        if service_id is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: (
                desk.catalog.archive_service(service_id)
                if archived
                else desk.catalog.restore_service(service_id)
            ),
            said.format(name=self._title.text()),
            lambda _done: self.shut(),
            self._refused,
            owner=self,
        )


def _row(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _read(r: Reader, service_id: str | None) -> _Loaded:
    service = store.service(r, service_id) if service_id else None
    doers = store.workers_of(r).get(service_id, frozenset()) if service_id else frozenset()
    workers = [one for one in team.workers(r, archived=True) if not one.archived or one.id in doers]
    kinds = [one.kind for one in store.places(r) if one.kind]
    if service is not None and service.place_kind:
        kinds.append(service.place_kind)
    return _Loaded(
        service=service,
        categories=tuple(one.name for one in store.categories(r)),
        workers=tuple(workers),
        doers=doers,
        terms={worker: own for (worker, what), own in store.own_terms(r).items() if what == service_id},
        kinds=tuple(dict.fromkeys(kinds)),
    )
