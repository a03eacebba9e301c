"""Puts somebody on the waiting list, or changes what they wait for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.appointments.ui.service_search import ServiceSearch
from merchant_desk.appointments.ui.waiting_times import DaysPick, TimesPick
from merchant_desk.appointments.ui.waiting_words import offer_text
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.appointments.waiting.model import WaitingDraft
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.team import store as team_store
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, NoteField
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Offer
    from merchant_desk.appointments.waiting.model import Waiting
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_DAYS_AHEAD = 14
_ABOUT_SERVICE = frozenset({"service_archived", "not_their_service", "worker_left", "gone"})
_ABOUT_DAYS = frozenset({"waiting_over"})
_ABOUT_TIMES = frozenset({"waiting_too_short", "bad_time"})


@dataclass(frozen=True, slots=True)
class WaitingOffer:
    """What can be waited for: the catalogue, the team, who does what; and the entry that is changed."""

    services: tuple[Service, ...]
    workers: tuple[Worker, ...]
    who_does: Mapping[str, frozenset[str]]
    entry: Waiting | None


def read_offer(reader: Reader, waiting_id: str) -> WaitingOffer:
    """Everything the sheet opens with. Raises DeskError "gone"."""
    entry = waiting_store.waiting(reader, waiting_id) if waiting_id else None
    if waiting_id and entry is None:
        raise DeskError("gone", table="waiting", id=waiting_id)
    return WaitingOffer(
        services=tuple(catalog_store.services(reader)),
        workers=tuple(team_store.workers(reader)),
        who_does=catalog_store.workers_of(reader),
        entry=entry,
    )


class WaitingSheet(Sheet):
    """Who waits, for what, with whom, when; says at once where a time is free already.

    `noted` comes when it was saved.
    """

    noted = Signal()

    def __init__(
        self,
        frame: Frame,
        customer_id: str | None = None,
        service_id: str | None = None,
        worker_id: str | None = None,
        day: dt.date | None = None,
        waiting_id: str | None = None,
    ) -> None:
        changes = waiting_id is not None
        super().__init__(frame, "")
        self.set_title(self.tr("Change the wish") if changes else self.tr("Put on the waiting list"))
        self._waiting_id = waiting_id or ""
        self._begin_with = (customer_id, service_id, worker_id)
        self._service: Service | None = None
        self._offer: WaitingOffer | None = None
        self._free: Offer | None = None
        self._touched = False
        self._fill(day)
        self._read()

    def dirty(self) -> bool:
        """Whether a choice or a word would be lost."""
        return self._touched or super().dirty()

    def focus_first(self) -> None:
        """Begin where something is still missing."""
        if not (self.customer.customer_id or self._begin_with[0] or self._waiting_id):
            missing: QWidget = self.customer
        elif self._service is None:
            missing = self.search.field
        else:
            missing = self.days.chips
        missing.setFocus(Qt.FocusReason.OtherFocusReason)
        if missing is self.days.chips:
            self.days.chips.take_focus()

    def _fill(self, day: dt.date | None) -> None:
        today = self.frame.clock.today()
        self.customer = CustomerPicker(self.frame, warns=True)
        self.customer.chosen.connect(lambda _row: self._on_customer())
        self.customer.cleared.connect(self._touch)
        self._customer_field = Field(self.tr("Customer"), self.customer)
        self.search = ServiceSearch()
        self.search.chosen.connect(self._on_service)
        self._chosen = self._chosen_line()
        service = QWidget()
        row = QHBoxLayout(service)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.search, 1)
        row.addWidget(self._chosen, 1)
        self._service_field = Field(self.tr("Service"), service)
        self.worker = Choice([("", self.tr("Anybody"))], name=self.tr("With whom"))
        self.worker.chosen.connect(lambda _key: self._on_change())
        first, last = (day, day) if day is not None else (today, today + dt.timedelta(days=_DAYS_AHEAD))
        self.days = DaysPick(today, first, last)
        self.days.changed.connect(self._on_change)
        self._days_field = Field(self.tr("Days"), self.days)
        self.times = TimesPick()
        self.times.changed.connect(self._on_change)
        self._times_field = Field(self.tr("Time of day"), self.times)
        self.free = self._free_line()
        self.note = NoteField(placeholder=self.tr("How to reach them, what they would also take"), lines=2)
        for part in (
            *(self._customer_field, self._service_field, Field(self.tr("With whom"), self.worker)),
            *(self._days_field, self._times_field, self.free, Field(self.tr("Note"), self.note)),
        ):
            self.body.addWidget(part)
        self._about = (
            (_ABOUT_SERVICE, self._service_field),
            (_ABOUT_DAYS, self._days_field),
            (_ABOUT_TIMES, self._times_field),
        )
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save") if self._waiting_id else self.tr("Put on the list"), self._save)

    def _chosen_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._service_name = ElidedLabel(role="strong")
        self._service_takes = plain_label(role="secondary")
        self.another = Button(self.tr("Change"))
        self.another.clicked.connect(self._search_again)
        row.addWidget(self._service_name, 1)
        row.addWidget(self._service_takes)
        row.addWidget(self.another)
        line.hide()
        return line

    def _free_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._free_words = plain_label(role="secondary", wrap=True)
        self.book_now = Button(self.tr("Book this time"))
        self.book_now.clicked.connect(self._book_now)
        row.addWidget(self._free_words, 1)
        row.addWidget(self.book_now)
        line.hide()
        return line

    # ---- what it opens with

    def _read(self) -> None:
        waiting_id = self._waiting_id
        self.frame.background.read(
            lambda reader: read_offer(reader, waiting_id),
            self._show_offer,
            failed=self.fail,
            owner=self,
            key="offer",
        )

    def _show_offer(self, offer: WaitingOffer) -> None:
        self._offer = offer
        self.search.show_services(offer.services)
        customer_id, service_id, worker_id = self._begin_with
        if offer.entry is not None:
            entry = offer.entry
            customer_id, service_id, worker_id = entry.customer_id, entry.service_id, entry.worker_id
            self.days.set_days(entry.first_day, entry.last_day)
            self.times.set_times(entry.from_time, entry.to_time)
            self.note.setPlainText(entry.note)
        if customer_id:
            self.customer.choose(customer_id)
        service = next((one for one in offer.services if one.id == service_id), None)
        if service is not None:
            self._choose_service(service, worker_id)
        self._touched = False
        self.refocus()
        self._look()

    # ---- what was changed

    def _touch(self) -> None:
        self._touched = True

    def _on_customer(self) -> None:
        self._touch()
        self.set_error("", self._customer_field)
        if self._service is None:
            self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_service(self, service: Service) -> None:
        self._choose_service(service, str(self.worker.key() or ""))
        self._on_change()
        self.worker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        self._touch()
        self.clear_errors()
        self._look()

    def _search_again(self) -> None:
        self._service = None
        self._chosen.hide()
        self.search.show()
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_change()

    def _choose_service(self, service: Service, worker_id: str | None) -> None:
        self._service = service
        self._service_name.set_text(service.name)
        self._service_takes.setText(language.minutes_text(service.minutes))
        self.search.hide()
        self._chosen.show()
        offer = self._offer
        if offer is None:
            return
        doers = offer.who_does.get(service.id)
        able = [(one.id, one.name) for one in offer.workers if doers is None or one.id in doers]
        self.worker.set_options([("", self.tr("Anybody")), *able], worker_id or "")

    # ---- what is free already

    def _draft(self, customer_id: str) -> WaitingDraft | None:
        if self._service is None:
            return None
        first, last = self.days.days()
        from_time, to_time = self.times.times()
        return WaitingDraft(
            customer_id=customer_id,
            service_id=self._service.id,
            worker_id=str(self.worker.key() or "") or None,
            first_day=first,
            last_day=last,
            from_time=from_time,
            to_time=to_time,
            note=self.note.value(),
        )

    def _look(self) -> None:
        """Say the first time that is free for the wish as it stands."""
        draft, now = self._draft(""), self.frame.clock.now()
        if draft is None or draft.last_day < draft.first_day:
            self._show_free(None)
            return
        self.frame.background.read(
            lambda reader: waiting_store.first_fit(reader, draft, now),
            self._show_free,
            owner=self,
            key="free",
        )

    def _show_free(self, offer: Offer | None) -> None:
        self._free = offer if self._service is not None else None
        self.free.setVisible(self._free is not None)
        if self._free is not None:
            when = offer_text(self._free, self.frame.clock.today())
            self._free_words.setText(self.tr("Free already: {time}").replace("{time}", when))

    def _book_now(self) -> None:
        from merchant_desk.appointments.ui.booking_sheet import BookingSheet

        if self._free is None or self._service is None:
            return
        sheet = BookingSheet(
            self.frame,
            start=self._free.start,
            worker_id=self._free.worker_id,
            customer_id=self.customer.customer_id,
            service_id=self._service.id,
            waiting_id=self._waiting_id or None,
        )
        self.shut()
        self.frame.open_sheet(sheet)

    # ---- saving

    def _save(self) -> None:
        self.clear_errors()
        customer_id = self.customer.customer_id
        if customer_id is None:
            self.set_error(self.tr("Choose who waits, or add them as new."), self._customer_field)
            return
        typed = self.search.typed()
        if self._service is None and typed is not None:
            self.search.field.clear()
            self._choose_service(typed, None)
        draft = self._draft(customer_id)
        if draft is None:
            self.set_error(notices.sentence(DeskError("no_service")), self._service_field)
            self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        waiting_id = self._waiting_id
        name = self.customer.customer.name if self.customer.customer else ""
        said = self.tr("{customer} is on the waiting list.").replace("{customer}", name)
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.waiting.edit(waiting_id, draft) if waiting_id else desk.waiting.add(draft),
            said,
            then=lambda _answer: self._done(),
            failed=self._refused,
            owner=self,
        )

    def _done(self) -> None:
        self.shut()
        self.noted.emit()

    def _refused(self, error: Exception) -> None:
        code = error.code if isinstance(error, DeskError) else ""
        field = next((field for codes, field in self._about if code in codes), None)
        if isinstance(error, DeskError) and code == "end_before_start":
            about_days = isinstance(error.facts.get("start"), dt.date)
            field = self._days_field if about_days else self._times_field
        if isinstance(error, DeskError) and field is not None:
            self.set_busy(False)
            self.set_error(notices.sentence(error), field)
        else:
            self.fail(error)
