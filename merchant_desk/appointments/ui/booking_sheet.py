"""The booking sheet: who, what, by whom, when; new or changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.appointments import offers, store
from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.ui.booking_lines import BookingLines
from merchant_desk.appointments.ui.booking_offer import BookingOffer, read_offer
from merchant_desk.appointments.ui.booking_plan import (
    any_team,
    free_time,
    kept_lines,
    line_drafts,
    starts,
    team_for,
    visit_end,
)
from merchant_desk.appointments.ui.booking_time import TimePick
from merchant_desk.appointments.ui.clash_box import CODES, ClashBox
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store as customer_store
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.fields import Field, NoteField, NumberField, TextField
from merchant_desk.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment, DayBoard
    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.shell.frame import Frame

_ABOUT_SERVICES = frozenset(
    {"no_minutes", "bad_minutes", "service_archived", "not_their_service", "worker_left", "same_visit_clash"}
)
_LATER = 6
_LATER_DAYS = 14


class BookingSheet(Sheet):
    """Books an appointment, or changes the one it is given.

    `booked` carries the day it is on. `minutes` is the length for the first service, None for as long
    as it takes.
    """

    booked = Signal(object)

    def __init__(
        self,
        frame: Frame,
        start: dt.datetime | None = None,
        worker_id: str | None = None,
        customer_id: str | None = None,
        service_id: str | None = None,
        minutes: int | None = None,
        appointment_id: str | None = None,
    ) -> None:
        super().__init__(frame, "")
        self.set_title(self.tr("Change appointment") if appointment_id else self.tr("New appointment"))
        self._appointment_id = appointment_id or ""
        self._appointment: Appointment | None = None
        self._offer: BookingOffer | None = None
        self._board: DayBoard | None = None
        self._begin_with = (customer_id, service_id)
        self._time_is_set = start is not None
        self._touched = False
        self._fill(start or _next_quarter(frame.clock.now()))
        self.lines.prefer(worker_id or "", minutes or 0)
        self._read()

    def dirty(self) -> bool:
        """Whether a choice or a word would be lost."""
        return self._touched or super().dirty()

    def focus_first(self) -> None:
        """Begin where something is still missing."""
        somebody = self.customer.customer_id or self._begin_with[0] or self._appointment_id
        missing: QWidget = self.lines.search.field if somebody else self.customer
        if self._appointment_id or self.lines.rows():
            missing = self.when.time if somebody else self.customer
        missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, start: dt.datetime) -> None:
        self.customer = CustomerPicker(self.frame)
        self.customer.chosen.connect(self._on_customer)
        self.customer.cleared.connect(self._touch)
        self._customer_field = Field(self.tr("Customer"), self.customer)
        self.lines = BookingLines()
        self.lines.changed.connect(self._on_change)
        self.lines.added.connect(self._on_added)
        self._lines_field = Field(self.tr("Services"), self.lines)
        self.when = TimePick(start)
        self.when.changed.connect(self._on_time)
        self.when.day_changed.connect(self._read_day)
        self._when_field = Field(self.tr("When"), self.when)
        self.clash = ClashBox()
        self.clash.taken.connect(self._take_next)
        self.address = TextField(name=self.tr("Address"))
        self.travel = NumberField(0, 0, 480, 5, suffix=self.tr(" min"), name=self.tr("Way there and back"))
        self.travel.valueChanged.connect(lambda _value: self._on_change())
        self.home = QWidget()
        row = QHBoxLayout(self.home)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Field(self.tr("Address"), self.address), 1)
        row.addWidget(Field(self.tr("Way there and back, each"), self.travel))
        self.home.hide()
        self.note = NoteField(placeholder=self.tr("What to know before they sit down"), lines=2)
        self.source = SourcePicker(self.frame, question=self.tr("What made them book?"))
        self.source.said.connect(lambda _said: self._touch())
        if self._appointment_id:
            self.source.hide()
        parts = (self._customer_field, self._lines_field, self._when_field, self.clash, self.home)
        for part in (*parts, Field(self.tr("Note"), self.note), self.source):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._summary = ElidedLabel(role="secondary")
        self.footer.addWidget(self._summary, 1)
        self.set_primary(self.tr("Save") if self._appointment_id else self.tr("Book"), self._save)

    # ---- what can be had

    def _read(self) -> None:
        day, appointment_id = self.when.start().date(), self._appointment_id
        self.when.set_today(self.frame.clock.today())
        self.frame.background.read(
            lambda reader: read_offer(reader, day, appointment_id),
            self._show_offer,
            failed=self.fail,
            owner=self,
            key="offer",
        )

    def _show_offer(self, offer: BookingOffer) -> None:
        self._offer, self._board = offer, offer.board
        self.lines.offer(offer.services, offer.workers, offer.who_does)
        customer_id, service_id = self._begin_with
        if offer.appointment is not None:
            self._show_appointment(offer.appointment)
            return
        if customer_id:
            self.customer.choose(customer_id)
        service = next((one for one in offer.services if one.id == service_id), None)
        if service is not None:
            self.lines.add(service)
        self._touched = False
        self._plan()

    def _show_appointment(self, appointment: Appointment) -> None:
        self._appointment = appointment
        self._time_is_set = True
        self.when.set_start(appointment.lines[0].start)
        self.customer.choose(appointment.customer_id)
        services = {service.id: service for service in self._offer.services} if self._offer else {}
        for line in appointment.lines:
            service = services.get(line.service_id)
            if service is not None:
                self.lines.add(service, line.minutes, line.worker_id)
        self.address.setText(appointment.address)
        self.travel.setValue(appointment.travel_minutes)
        self.note.setPlainText(appointment.note)
        self._touched = False
        self._plan()

    def _read_day(self) -> None:
        day = self.when.start().date()
        self.frame.background.read(
            lambda reader: store.board(reader, day), self._show_day, owner=self, key="day"
        )

    def _show_day(self, board: DayBoard) -> None:
        self._board = board
        self._plan()

    # ---- what was changed

    def _touch(self) -> None:
        self._touched = True

    def _on_customer(self, row: CustomerRow) -> None:
        self._touch()
        self.set_error("", self._customer_field)
        self.source.set_subject(self._service_id(), row.id)
        self.frame.background.read(
            lambda reader: customer_store.customer(reader, row.id),
            lambda customer: self._suggest_address(customer.address if customer else ""),
            owner=self,
            key="customer",
        )
        if not self.lines.rows():
            QTimer.singleShot(0, self, self.lines.search.field.setFocus)

    def _suggest_address(self, address: str) -> None:
        if not self.address.isModified() and not self._appointment_id:
            self.address.setText(address)

    def _on_added(self) -> None:
        QTimer.singleShot(0, self, self.when.chips.take_focus)

    def _on_change(self) -> None:
        self._touch()
        self.set_error("", self._lines_field)
        self.source.set_subject(self._service_id(), self.customer.customer_id)
        self.clash.clear()
        self._plan()

    def _on_time(self) -> None:
        self._touch()
        self._time_is_set = True
        self.clash.clear()
        self._plan()

    def _take_next(self, at: dt.datetime) -> None:
        another_day = at.date() != self.when.start().date()
        self.when.set_start(at)
        self._on_time()
        if another_day:
            self._read_day()
        if self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _service_id(self) -> str | None:
        rows = self.lines.picks()
        return rows[0].service.id if rows else None

    # ---- when it fits

    def _plan(self) -> None:
        """Free times for what was chosen, and the line that sums it all up."""
        picks = self.lines.picks()
        old = self._appointment
        kept = self.address.isModified() or (old is not None and bool(old.address or old.travel_minutes))
        self.home.setVisible(kept or any(pick.service.at_home for pick in picks))
        if self._board is None or self._offer is None or not picks:
            self.when.offer(())
            self._summary.set_text("")
            return
        now = self.frame.clock.now()
        free = free_time(self._board, self._appointment_id)
        found = starts(picks, free, self._offer.step, now, self.travel.value())
        if found and not self._time_is_set:
            self.when.set_start(found[0])
        self.when.offer(found, none=self.tr("Nothing is free on this day for this."), since=now)
        if not found:
            self._look_further()
        self._sum_up()

    def _look_further(self) -> None:
        picks, travel, appointment_id = self.lines.picks(), self.travel.value(), self._appointment_id
        step = self._offer.step if self._offer else shop_store.DEFAULT_STEP
        now = self.frame.clock.now()
        after = now if self.when.start().date() <= now.date() else _midnight(self.when.start())
        self.frame.background.read(
            lambda reader: offers.offers(
                reader,
                after,
                [pick.wish for pick in picks],
                days=_LATER_DAYS,
                step=step,
                limit=_LATER,
                travel=travel,
                except_appointment=appointment_id or None,
            ),
            lambda found: self._show_later(sorted({offer.start for offer in found})),
            owner=self,
            key="later",
        )

    def _show_later(self, later: list[dt.datetime]) -> None:
        if later and not self._time_is_set:
            self._take_later(later[0])
            return
        self.when.offer((), later, self.tr("Nothing is free on this day for this."))

    def _take_later(self, at: dt.datetime) -> None:
        self.when.set_start(at)
        self._read_day()

    def _workers(self) -> list[str]:
        picks, start = self.lines.picks(), self.when.start()
        if self._board is None:
            return any_team(picks, ())
        free = free_time(self._board, self._appointment_id)
        on_shift = [column.worker_id for column in self._board.columns if column.spans]
        return team_for(picks, start, free, self.travel.value()) or any_team(picks, on_shift)

    def _sum_up(self) -> None:
        picks, start, workers = self.lines.picks(), self.when.start(), self._workers()
        if not picks or not all(workers) or self._offer is None:
            self._summary.set_text("")
            return
        names = {worker.id: worker.name for worker in self._offer.workers}
        who = language.joined([names.get(worker_id, "") for worker_id in dict.fromkeys(workers)])
        price = language.money(sum(pick.service.price for pick in picks))
        day = language.near_day(start.date(), self.frame.clock.today())
        span = language.span_text(start, visit_end(picks, workers, start))
        self._summary.set_text(f"{day} {span} · {who} · {price}")

    # ---- saving

    def _save(self) -> None:
        self.clear_errors()
        customer_id = self.customer.customer_id
        if customer_id is None:
            self.set_error(self.tr("Choose who it is for, or add them as new."), self._customer_field)
            return
        typed = self.lines.search.typed()
        if typed is not None and not self.lines.search.isHidden():
            self.lines.search.field.clear()
            self.lines.add(typed)
        if not self.lines.rows():
            self.set_error(notices.sentence(DeskError("no_service")), self._lines_field)
            return
        # From here on the time is the one on the screen, whatever is still being looked up.
        self._time_is_set = True
        draft = self._draft(customer_id)
        self.set_busy(True)
        day = self.when.start().date()
        if self._appointment_id:
            appointment_id = self._appointment_id
            self.frame.act(
                lambda desk: desk.appointments.edit(appointment_id, draft),
                self.tr("Changed: {what}").replace("{what}", self._said()),
                then=lambda _none: self._done(day),
                failed=self._refused,
                owner=self,
            )
            return
        self.frame.act(
            lambda desk: desk.appointments.book(draft),
            self.tr("Booked: {what}").replace("{what}", self._said()),
            then=lambda _id: self._done(day),
            failed=self._refused,
            owner=self,
        )

    def _said(self) -> str:
        """Who and when, for the notice."""
        when = language.moment_text(self.when.start(), self.frame.clock.now())
        return f"{self.customer.customer.name} · {when}" if self.customer.customer else when

    def _draft(self, customer_id: str) -> AppointmentDraft:
        picks = self.lines.picks()
        said = self.source.value()
        at_home = not self.home.isHidden()
        old, workers, start = self._appointment, self._workers(), self.when.start()
        kept = kept_lines(old, picks, workers, start) if old is not None else None
        return AppointmentDraft(
            customer_id=customer_id,
            lines=kept or line_drafts(picks, workers, start),
            note=self.note.value(),
            address=self.address.value() if at_home else "",
            travel_minutes=self.travel.value() if at_home else 0,
            deposit=old.deposit if old is not None else 0,
            squeeze=self.clash.squeezes(),
            content_id=said[0] if said else None,
            channel_id=said[1] if said else None,
            evidence=said[2] if said else "asked",
        )

    def _done(self, day: dt.date) -> None:
        self.booked.emit(day)
        self.shut()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError) and error.code in CODES:
            self.set_busy(False)
            self.clash.refuse(error, self.frame.clock.today())
        elif isinstance(error, DeskError) and error.code in _ABOUT_SERVICES:
            self.set_busy(False)
            self.set_error(notices.sentence(error), self._lines_field)
        else:
            self.fail(error)


def _midnight(at: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(at.date(), dt.time())


def _next_quarter(now: dt.datetime) -> dt.datetime:
    """The next full quarter of an hour, where nobody chose a time yet."""
    minutes = -(-(now.hour * 60 + now.minute) // 15) * 15
    return dt.datetime.combine(now.date(), dt.time()) + dt.timedelta(minutes=minutes)
