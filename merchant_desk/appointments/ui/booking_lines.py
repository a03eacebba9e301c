"""The services of a visit on the booking sheet, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.appointments.ui.booking_row import Choices, LineRow
from merchant_desk.appointments.ui.service_search import ServiceSearch
from merchant_desk.catalog.model import minutes_for
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from merchant_desk.appointments.model import AppointmentLine
    from merchant_desk.appointments.ui.booking_offer import BookingOffer
    from merchant_desk.appointments.ui.booking_plan import Pick
    from merchant_desk.catalog.model import Service


class BookingLines(QWidget):
    """What is to be done, one service after the other; `changed` after anything about it did."""

    changed = Signal()
    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offer: BookingOffer | None = None
        self._wanted_worker = ""
        self._wanted_minutes = 0
        self._wanted_place = ""
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

    def offer(self, offer: BookingOffer) -> None:
        """What may be chosen from."""
        self._offer = offer
        self.search.show_services([one for one in offer.services if one.id not in offer.gone])

    def prefer(self, worker_id: str, minutes: int, place_id: str = "") -> None:
        """Whose column was clicked, and how long a stretch was drawn, for the first service."""
        self._wanted_worker, self._wanted_minutes, self._wanted_place = worker_id, minutes, place_id

    def rows(self) -> list[LineRow]:
        """The chosen services, in the order they are done."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [widget for item in items if isinstance(widget := item.widget() if item else None, LineRow)]

    def picks(self) -> list[Pick]:
        """What was chosen."""
        return [row.pick() for row in self.rows()]

    def add(self, service: Service) -> None:
        """One more service, done by whose column it is where they do it."""
        first = not self.rows()
        able = [worker.id for worker in self._choices(service).workers]
        before = self._wanted_worker if first else self.rows()[-1].worker_id
        self._append(
            service,
            worker_id=before if before in able else "",
            minutes=self._wanted_minutes if first else 0,
            place_id=self._wanted_place if first else "",
        )
        self.search.hide()
        self.more.show()
        self.added.emit()
        self.changed.emit()

    def say_again(self, worker_id: str, minutes: int) -> None:
        """Another worker for the chosen services, another length for the first; "" and 0 leave them."""
        for number, row in enumerate(self.rows()):
            if worker_id:
                row.choose_worker(worker_id)
            if minutes and number == 0:
                row.minutes.setValue(minutes)

    def show_lines(self, lines: Sequence[AppointmentLine]) -> None:
        """An appointment's own services, also such as are not offered any more, without saying so."""
        services = {service.id: service for service in self._offer.services} if self._offer else {}
        terms = self._offer.terms if self._offer else {}
        for line in lines:
            service = services[line.service_id]
            usual = minutes_for(service, line.worker_id, terms)
            minutes = line.minutes if line.minutes != usual else 0
            self._append(service, line.worker_id, minutes, now_in=line.place_id or "")
        self.search.hide()
        self.more.show()

    def clear(self) -> None:
        """Take all services out, without saying so."""
        for row in self.rows():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _append(
        self, service: Service, worker_id: str, minutes: int, place_id: str = "", now_in: str = ""
    ) -> None:
        choices = self._choices(service, worker_id, now_in)
        known = {place.id for place in choices.places or ()}
        row = LineRow(service, choices, worker_id, minutes, place_id if place_id in known else "")
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.addWidget(row)

    def _choices(self, service: Service, worker_id: str = "", now_in: str = "") -> Choices:
        """Who does it, and `worker_id` too where somebody who left has it; where, `now_in` first of all."""
        if self._offer is None:
            return Choices([])
        able = self._offer.able(service)
        if worker_id not in {worker.id for worker in able}:
            able += [worker for worker in self._offer.workers if worker.id == worker_id]
        doers = {worker.id for worker in self._offer.able(service)}
        gone = frozenset(worker.id for worker in able if worker.id not in doers)
        places = self._offer.places_for(service)
        if places is not None:
            places = tuple(sorted(places, key=lambda place: place.id != now_in))
        return Choices(able, self._offer.terms, places, gone)

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
