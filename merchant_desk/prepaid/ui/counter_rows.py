"""What a pass can be used for: a row for each service, with how often and at which price one use counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.catalog.model import Service
from merchant_desk.prepaid.model import CounterDraft
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, Chip, IconButton
from merchant_desk.widgets.fields import MoneyField, NumberField
from merchant_desk.widgets.labels import plain_label

_MOST = 999


class CounterRow(QWidget):
    """One service of a pass; `gone` asks to be taken away."""

    changed = Signal()
    gone = Signal()

    def __init__(self, services: Sequence[Service], draft: CounterDraft | None) -> None:
        super().__init__()
        self._prices = {one.id: one.price for one in services}
        self.service = Choice([(one.id, one.name) for one in services], name=self.tr("Service"))
        self.service.setMinimumWidth(150)
        self.units = NumberField(10, 1, _MOST, name=self.tr("How often"))
        self.units.setFixedWidth(84)
        self.price = MoneyField(None, language.currency(), name=self.tr("Price of one use"))
        self.price.setFixedWidth(96)
        self.free = Chip(self.tr("Free"), checkable=True)
        self.away = IconButton(icon("x", 16), self.tr("Take this service off the pass"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.service, 1)
        for widget in (self.units, self.price, self.free, self.away):
            row.addWidget(widget)
        self.service.chosen.connect(self._take_price)
        self.service.chosen.connect(lambda _key: self.changed.emit())
        self.units.valueChanged.connect(lambda _value: self.changed.emit())
        self.price.textEdited.connect(lambda _text: self.changed.emit())
        self.free.toggled.connect(lambda _on: self.changed.emit())
        self.away.clicked.connect(self.gone)
        if draft is None:
            self._take_price(self.service.key())
        else:
            self.service.choose(draft.service_id)
            self.units.setValue(draft.units)
            self.price.set_value(draft.unit_price)
            self.free.setChecked(draft.free)

    def offer(self, service_id: str | None) -> None:
        """Begin with that service and its price; None leaves it as it is."""
        if service_id is not None:
            self.service.choose(service_id)
            self._take_price(service_id)

    def draft(self) -> CounterDraft:
        """What is typed. Raises DeskError "bad_amount"."""
        return CounterDraft(
            str(self.service.key()), self.units.value(), self.price.value(), self.free.isChecked()
        )

    def worth(self) -> int:
        """What its uses come to one by one, in minor units; nothing where they are free."""
        return 0 if self.free.isChecked() else self.units.value() * self.price.value_or(0)

    def _take_price(self, service_id: object) -> None:
        self.price.set_value(self._prices.get(str(service_id)))


class CounterRows(QWidget):
    """The rows of a pass, and a button for one more."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._services: Sequence[Service] = ()
        self.rows: list[CounterRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(plain_label(self.tr("Service, how often, and what one use counts"), role="hint"), 0, 0)
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        self.more = Button(self.tr("Add a service"), role="link", icon=icon("plus", 16))
        self.more.clicked.connect(self._add_by_hand)
        below = QHBoxLayout()
        below.addWidget(self.more)
        below.addStretch(1)
        column.addLayout(below)

    def set_services(self, services: Sequence[Service]) -> None:
        """Offer these."""
        self._services = services
        self.more.setEnabled(bool(services))

    def set_drafts(self, drafts: Sequence[CounterDraft]) -> None:
        """Show these rows, or an empty one."""
        for row in list(self.rows):
            self._take_away(row)
        for draft in drafts:
            self._add(draft)
        if not drafts and self._services:
            self._add(None)

    def drafts(self) -> tuple[CounterDraft, ...]:
        """What is typed. Raises DeskError "bad_amount"."""
        return tuple(row.draft() for row in self.rows)

    def worth(self) -> int:
        """What all uses that are not free come to one by one, in minor units."""
        return sum(row.worth() for row in self.rows)

    def _add(self, draft: CounterDraft | None) -> CounterRow:
        row = CounterRow(self._services, draft)
        row.changed.connect(self.changed)
        row.gone.connect(lambda: self._take_away(row))
        self.rows.append(row)
        self._column.addWidget(row)
        self.changed.emit()
        return row

    def _add_by_hand(self) -> None:
        """One more row, with the next service that is not on the pass yet."""
        taken = {row.service.key() for row in self.rows}
        row = self._add(None)
        row.offer(next((one.id for one in self._services if one.id not in taken), None))
        row.service.setFocus()

    def _take_away(self, row: CounterRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()
