"""The services of a visit on the booking sheet: each with its length and who does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments.ui.booking_plan import Pick
from merchant_desk.appointments.ui.service_search import ServiceSearch
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, Chip, IconButton
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import NumberField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.team.model import Worker

ANYONE = "anyone"


class BookingLines(QWidget):
    """What is to be done, one service after the other; `changed` after anything about it did."""

    changed = Signal()
    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._workers: tuple[Worker, ...] = ()
        self._who_does: Mapping[str, frozenset[str]] = {}
        self._wanted_worker = ""
        self._wanted_minutes = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)
        self.search = ServiceSearch()
        self.search.chosen.connect(self.add)
        column.addWidget(self.search)
        self.more = Button(self.tr("Add service"), role="link", icon=icon("plus", 16))
        self.more.clicked.connect(self._open_search)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self.setFocusProxy(self.search)

    def offer(
        self, services: Sequence[Service], workers: Sequence[Worker], who_does: Mapping[str, frozenset[str]]
    ) -> None:
        """What may be chosen from."""
        self._workers, self._who_does = tuple(workers), who_does
        self.search.show_services(services)

    def prefer(self, worker_id: str, minutes: int) -> None:
        """Whose column was clicked, and how long a stretch was drawn, for the first service."""
        self._wanted_worker, self._wanted_minutes = worker_id, minutes

    def rows(self) -> list[LineRow]:
        """The chosen services, in the order they are done."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [widget for item in items if isinstance(widget := item.widget() if item else None, LineRow)]

    def picks(self) -> list[Pick]:
        """What was chosen."""
        return [row.pick() for row in self.rows()]

    def add(self, service: Service, minutes: int = 0, worker_id: str = "") -> None:
        """One more service, done by whose column it is where they do it."""
        first = not self.rows()
        named = self._who_does.get(service.id)
        able = [worker for worker in self._workers if named is None or worker.id in named]
        if first and not minutes:
            minutes = self._wanted_minutes
        if not worker_id:
            before = self.rows()[-1].worker_id if not first else self._wanted_worker
            worker_id = before if before in {worker.id for worker in able} else ""
        row = LineRow(service, able, worker_id, minutes or service.minutes)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.addWidget(row)
        self.search.hide()
        self.more.show()
        self.added.emit()
        self.changed.emit()

    def _remove(self, row: LineRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows():
            self._open_search()
        self.changed.emit()

    def _open_search(self) -> None:
        self.more.hide()
        self.search.show()
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)


class LineRow(QWidget):
    """One service: its name, its minutes, and chips for who does it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, service: Service, able: Sequence[Worker], worker_id: str, minutes: int) -> None:
        super().__init__()
        self._service = service
        self._able = tuple(worker.id for worker in able)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(ElidedLabel(service.name, role="strong"), 1)
        head.addWidget(plain_label(language.money(service.price), role="secondary"))
        self.minutes = NumberField(
            minutes, 1, 24 * 60, 5, suffix=self.tr(" min"), name=self.tr("Length in minutes")
        )
        self.minutes.setFixedWidth(104)
        self.minutes.valueChanged.connect(lambda _value: self.changed.emit())
        head.addWidget(self.minutes)
        remove = IconButton(icon("x", 16), self.tr("Take {service} out").replace("{service}", service.name))
        remove.clicked.connect(self.removed)
        self.remove = remove
        head.addWidget(remove)
        column.addLayout(head)
        self.workers = ChipRow(self.tr("Who does it"))
        chips = [Chip(self.tr("Anyone"), checkable=True, key=ANYONE)] if len(able) != 1 else []
        chips += [Chip(worker.name, QColor(worker.colour), checkable=True, key=worker.id) for worker in able]
        self.workers.set_chips(chips)
        self.workers.choose(worker_id or (ANYONE if len(able) != 1 else able[0].id))
        self.workers.chosen.connect(self._choose_worker)
        column.addWidget(self.workers)
        if not able:
            column.addWidget(plain_label(self.tr("Nobody on the team does this."), role="field-error"))
        column.addWidget(rule("soft-rule"))

    @property
    def worker_id(self) -> str:
        """Who was chosen, "" for anyone."""
        key = self.workers.current()
        return "" if key == ANYONE else key

    def pick(self) -> Pick:
        """The service as it stands now."""
        return Pick(self._service, self.minutes.value(), self.worker_id, self._able)

    def _choose_worker(self, key: str) -> None:
        if not key:
            self.workers.choose(ANYONE if len(self._able) != 1 else self._able[0])
        self.changed.emit()
