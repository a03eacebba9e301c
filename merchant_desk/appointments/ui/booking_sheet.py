"""The booking sheet: who, what, by whom, where, when; new or changed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from merchant_desk.appointments.ui.booking_extras import HomeVisit, NoteAndDeposit
from merchant_desk.appointments.ui.booking_lines import BookingLines
from merchant_desk.appointments.ui.booking_offer import BookingOffer, read_offer
from merchant_desk.appointments.ui.booking_saving import Saving
from merchant_desk.appointments.ui.booking_time import TimePick
from merchant_desk.appointments.ui.booking_times import BookingTimes
from merchant_desk.appointments.ui.clash_box import ClashBox
from merchant_desk.appointments.ui.quick_line import QuickLine, Understood
from merchant_desk.appointments.ui.scope_box import ScopeBox
from merchant_desk.appointments.ui.series_box import RepeatBox
from merchant_desk.customers import store as customer_store
from merchant_desk.customers.ui.customer_picker import CustomerPicker
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.core.errors import DeskError
    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.shell.frame import Frame


class BookingSheet(Sheet):
    """Books an appointment, or changes the one it is given.

    The Desk follows to the day it is on. `minutes` is the length for the first service, None for as long
    as it takes; `place_id` the room or chair for it. With `waiting_id` the customer is taken off the waiting
    list by it.
    """

    def __init__(
        self,
        frame: Frame,
        start: dt.datetime | None = None,
        worker_id: str | None = None,
        customer_id: str | None = None,
        service_id: str | None = None,
        minutes: int | None = None,
        appointment_id: str | None = None,
        waiting_id: str | None = None,
        place_id: str | None = None,
    ) -> None:
        super().__init__(frame, "")
        self.set_title(self.tr("Change appointment") if appointment_id else self.tr("New appointment"))
        self.appointment_id = appointment_id or ""
        self.waiting_id = waiting_id or ""
        self.appointment: Appointment | None = None
        self.offer: BookingOffer | None = None
        self._begin_with = (customer_id, service_id)
        self._touched = False
        self.times = BookingTimes(self, time_is_set=start is not None)
        self._saving = Saving(self)
        self._fill(start or _next_quarter(frame.clock.now()))
        self.lines.prefer(worker_id or "", minutes or 0, place_id or "")
        self._read()

    def dirty(self) -> bool:
        """Whether a choice or a word would be lost."""
        return self._touched or super().dirty()

    def focus_first(self) -> None:
        """Begin where something is still missing."""
        somebody = self.customer.customer_id or self._begin_with[0] or self.appointment_id
        missing: QWidget = self.lines.search.field if somebody else self.customer
        if self.appointment_id or self.lines.rows():
            missing = self.when.time if somebody else self.customer
        missing.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: DeskError) -> None:
        """Say who has the time, where it is seen."""
        self.clash.refuse(error, self.frame.clock.today())
        # Only when it is laid out it is known where it lies.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.clash, 0, 12))

    def sum_up(self, text: str) -> None:
        """The line at the foot that says it all once more."""
        self._summary.set_text(text)

    def _fill(self, start: dt.datetime) -> None:
        self.quick = QuickLine(self.frame)
        self.quick.understood.connect(self._take_line)
        self.customer = CustomerPicker(self.frame, warns=True)
        self.customer.chosen.connect(self._on_customer)
        self.customer.cleared.connect(self._touch)
        self.customer_field = Field(self.tr("Customer"), self.customer)
        self.lines = BookingLines()
        self.lines.changed.connect(self._on_change)
        self.lines.added.connect(self._on_added)
        self.lines_field = Field(self.tr("Services"), self.lines)
        self.when = TimePick(start)
        self.when.set_today(self.frame.clock.today())
        self.when.changed.connect(self._on_time)
        self.when.day_changed.connect(self.times.read_day)
        self.when.waiting_wanted.connect(self._wait)
        self.when_field = Field(self.tr("When"), self.when)
        self.clash = ClashBox()
        self.clash.taken.connect(self._take_next)
        self.repeat = RepeatBox(start)
        self.repeat.changed.connect(self._touch)
        self.scope = ScopeBox()
        self.scope.changed.connect(lambda _scope: self._touch())
        self.home = HomeVisit()
        self.home.changed.connect(self._on_change)
        self.more = NoteAndDeposit()
        # Of a series nobody could say for which of its dates it is taken.
        self.repeat.changed.connect(lambda: self.more.offer_taking(not self.repeat.rule()))
        self.source = SourcePicker(self.frame, question=self.tr("What made them book?"))
        self.source.said.connect(lambda _said: self._touch())
        when = (self.when_field, self.clash, self.repeat, self.scope)
        parts = (self.quick, self.customer_field, self.lines_field, *when, self.home, self.more, self.source)
        for part in parts:
            self.body.addWidget(part)
        self.quick.setVisible(not self.appointment_id)
        self.repeat.setVisible(not self.appointment_id and not self.waiting_id)
        self.source.setVisible(not self.appointment_id)
        self.body.addStretch(1)
        self._summary = ElidedLabel(role="secondary")
        self.footer.addWidget(self._summary, 1)
        save = self.tr("Save") if self.appointment_id else self.tr("Book")
        self.set_primary(save, self._confirm)

    # ---- what can be had

    def _read(self) -> None:
        appointment_id = self.appointment_id
        self.frame.background.read(
            lambda reader: read_offer(reader, appointment_id),
            self._show_offer,
            failed=self.fail,
            owner=self,
            key="offer",
        )

    def _show_offer(self, offer: BookingOffer) -> None:
        self.offer = offer
        self.lines.offer(offer)
        self.scope.know(offer.standing)
        customer_id, service_id = self._begin_with
        if offer.appointment is not None:
            self._show_appointment(offer.appointment)
        else:
            if customer_id:
                self._choose_customer(customer_id)
            service = next((one for one in offer.services if one.id == service_id), None)
            if service is not None:
                self.lines.add(service)
        self._touched = False
        self.refocus()
        self.times.read_day()

    def _show_appointment(self, appointment: Appointment) -> None:
        self.appointment = appointment
        self.times.keep()
        self.when.set_start(appointment.start)
        self.customer.choose(appointment.customer_id)
        self.lines.show_lines(appointment.lines)
        self.home.show_visit(appointment.address, appointment.travel_minutes)
        self.more.show_values(appointment.note, appointment.deposit)

    # ---- what was changed

    def _touch(self) -> None:
        self._touched = True

    def _choose_customer(self, customer_id: str) -> None:
        """Show somebody as chosen, with what is known of them."""
        self.customer.choose(customer_id)
        self.source.set_subject(self._service_id(), customer_id)
        if self.appointment_id:
            return
        self.frame.background.read(
            lambda reader: customer_store.customer(reader, customer_id),
            lambda customer: self.home.suggest(customer.address if customer else ""),
            owner=self,
            key="customer",
        )

    def _on_customer(self, row: CustomerRow) -> None:
        self._touch()
        self.set_error("", self.customer_field)
        self._choose_customer(row.id)
        if not self.lines.rows():
            QTimer.singleShot(0, self, self.lines.search.field.setFocus)

    def _on_added(self) -> None:
        QTimer.singleShot(0, self, self.when.chips.take_focus)

    def _on_change(self) -> None:
        self._touch()
        self.set_error("", self.lines_field)
        self.source.set_subject(self._service_id(), self.customer.customer_id)
        self.clash.clear()
        self.times.plan()

    def _on_time(self) -> None:
        self._touch()
        self.set_error("", self.when_field)
        self.times.keep()
        self.clash.clear()
        self.times.plan()

    def _take_next(self, at: dt.datetime) -> None:
        another_day = at.date() != self.when.start().date()
        self.when.set_start(at)
        self._on_time()
        if another_day:
            self.times.read_day()
        if self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _service_id(self) -> str | None:
        rows = self.lines.picks()
        return rows[0].service.id if rows else None

    # ---- what was typed in one line

    def _take_line(self, said: Understood) -> None:
        """Fill in what the quick line understood; what it does not say stays."""
        self._touch()
        self.clear_errors()
        if said.customer_id:
            self._choose_customer(said.customer_id)
        elif said.new_name:
            self.customer.add_new(said.new_name)
        services = {one.id: one for one in self.offer.services} if self.offer else {}
        chosen = [services[one] for one in said.service_ids if one in services]
        if chosen:
            self.lines.clear()
        if chosen or not self.lines.rows():
            self.lines.prefer(said.worker_id or "", said.minutes or 0)
            for service in chosen:
                self.lines.add(service)
        else:
            self.lines.say_again(said.worker_id or "", said.minutes or 0)
        if said.note:
            self.more.note.setPlainText(" ".join([*self.more.note.value().split("\n"), said.note]).strip())
        if said.start is not None:
            self.when.set_start(said.start)
            self.times.keep()
        elif said.day is not None:
            # A time that somebody set stays; without one it is the day's first free one, as on opening.
            self.when.set_start(dt.datetime.combine(said.day, self.when.start().time()))
            self.times.keep(day_only=not self.times.time_is_set)
        self.clash.clear()
        self.times.read_day()
        # Who was named is still being read, but is not missing.
        somebody = bool(said.customer_id or self.customer.customer_id)
        QTimer.singleShot(0, self, partial(self._go_to_what_is_missing, somebody))

    def _confirm(self) -> None:
        """Save; a line that is still typed is taken over first, and seen before it is booked."""
        if self.quick.text().strip() and not self.appointment_id:
            self.quick.take()
        else:
            self._saving.save()

    def _go_to_what_is_missing(self, somebody: bool) -> None:
        if not somebody:
            self.customer.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.lines.rows():
            self.lines.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.primary is not None:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- waiting

    def _wait(self) -> None:
        from merchant_desk.appointments.ui.waiting_sheet import WaitingSheet

        picks = self.lines.picks()
        sheet = WaitingSheet(
            self.frame,
            customer_id=self.customer.customer_id,
            service_id=self._service_id(),
            worker_id=(picks[0].worker_id or None) if picks else None,
            day=self.when.start().date(),
        )
        sheet.noted.connect(self.shut)
        self.frame.open_sheet(sheet)


def _next_quarter(now: dt.datetime) -> dt.datetime:
    """The next full quarter of an hour, where nobody chose a time yet."""
    minutes = -(-(now.hour * 60 + now.minute) // 15) * 15
    return dt.datetime.combine(now.date(), dt.time()) + dt.timedelta(minutes=minutes)
