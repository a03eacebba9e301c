"""One appointment, whole: who, what, when, what brings them, and what can be done about it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.appointments import store
from merchant_desk.appointments.model import CLOSED
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.cancel_box import CancelBox
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store as customer_store
from merchant_desk.customers.ui.customer_words import masked
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.model import Appointment
    from merchant_desk.customers.model import CustomerCard
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame

_PILLS = {"cancelled": "pill-bad", "no_show": "pill-bad", "done": "pill", "arrived": "pill"}


@dataclass(frozen=True, slots=True)
class Whole:
    """The appointment and its customer's card."""

    appointment: Appointment
    card: CustomerCard


def read_whole(reader: Reader, appointment_id: str) -> Whole:
    """Everything the sheet shows. Raises DeskError "gone"."""
    appointment = store.appointment(reader, appointment_id)
    if appointment is None:
        raise DeskError("gone", table="appointment", id=appointment_id)
    return Whole(appointment, customer_store.card(reader, appointment.customer_id))


class AppointmentSheet(Sheet):
    """Shows an appointment and does to it what its state allows; it follows what is changed elsewhere."""

    checkout_wanted = Signal(str)
    customer_wanted = Signal(str)

    def __init__(self, frame: Frame, appointment_id: str) -> None:
        super().__init__(frame, "")
        self._id = appointment_id
        self._appointment: Appointment | None = None
        self.buttons: dict[str, Button] = {}
        self.source: SourcePicker | None = None
        self._fill()
        frame.changed.connect(self._on_changed)
        self._read()

    def focus_first(self) -> None:
        """The primary button, else the first act."""
        first = self.primary if self.primary is not None and self.primary.isEnabled() else None
        (first or next(iter(self._shown()), self)).setFocus(Qt.FocusReason.OtherFocusReason)

    def press_primary(self) -> None:
        """What Ctrl+Enter does: the answer, while it is asked who calls it off."""
        if self.cancel.isVisible() and not self._ask.isVisible():
            self.cancel.confirm.click()
        else:
            super().press_primary()

    def _fill(self) -> None:
        self._acts = QWidget()
        flow = FlowLayout(self._acts)
        for key, text, picture, slot in (
            ("confirm", self.tr("Confirm"), "check", self._confirm),
            ("arrive", self.tr("Arrived"), "door", self._arrive),
            ("change", self.tr("Change time…"), "clock", self._change),
            ("no_show", self.tr("No-show"), "user", self._no_show),
            ("cancel", self.tr("Cancel…"), "x", self._ask_cancel),
            ("reopen", self.tr("Take up again"), "undo", self._reopen),
        ):
            button = Button(text, role="danger" if key == "cancel" else "", icon=icon(picture, 16))
            button.clicked.connect(slot)
            button.hide()
            flow.addWidget(button)
            self.buttons[key] = button
        self.cancel = CancelBox()
        self.cancel.confirmed.connect(self._cancel)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(14)
        self._source_room = QVBoxLayout()
        self.body.addLayout(self._facts)
        self.body.addWidget(self._acts)
        self.body.addWidget(self.cancel)
        self.body.addLayout(self._source_room)
        self.body.addStretch(1)
        self._total = plain_label(role="secondary")
        self.footer.addWidget(self._total, 1)
        self.set_primary(self.tr("Check out"), self._check_out).hide()

    def _read(self) -> None:
        appointment_id = self._id
        self.frame.background.read(
            lambda reader: read_whole(reader, appointment_id),
            self._show,
            failed=self.fail,
            owner=self,
            key="whole",
        )

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & {"appointments", "sales", "sources", "customers"}:
            self._read()

    # ---- what it shows

    def _show(self, whole: Whole) -> None:
        first = self._appointment is None
        appointment = self._appointment = whole.appointment
        now = self.frame.clock.now()
        self.set_title(appointment.customer, language.moment_text(appointment.start, now))
        _empty(self._facts)
        self._facts.addWidget(self._customer_row(whole))
        self._facts.addWidget(self._state_row(appointment))
        self._facts.addWidget(_lines(appointment))
        for label, text in self._remarks(appointment):
            self._facts.addWidget(_fact(label, text))
        self._allow(appointment, now)
        self._show_source(appointment)
        if first and self.isVisible():
            self.focus_first()

    def _customer_row(self, whole: Whole) -> QWidget:
        appointment, card = whole.appointment, whole.card
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Avatar(appointment.customer))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(ElidedLabel(appointment.customer, role="strong"))
        known = [
            masked(card.customer.phone_typed),
            self.tr("%n visit(s)", "", len({v.day for v in card.visits})),
        ]
        if card.no_shows:
            known.append(self.tr("%n no-show(s)", "", card.no_shows))
        names.addWidget(ElidedLabel(" · ".join(part for part in known if part), role="hint"))
        row.addLayout(names, 1)
        self.customer_button = Button(self.tr("Open card"))
        customer_id = card.customer.id
        self.customer_button.clicked.connect(lambda: self._leave_for(self.customer_wanted.emit, customer_id))
        row.addWidget(self.customer_button)
        return box

    def _state_row(self, appointment: Appointment) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, gap=6)
        role = _PILLS.get(appointment.status, "pill-warn")
        flow.addWidget(plain_label(words.status_name(appointment.status), role=role))
        if appointment.first_visit:
            flow.addWidget(plain_label(self.tr("First visit"), role="pill-warn"))
        if appointment.squeezed:
            flow.addWidget(plain_label(self.tr("Squeezed in"), role="pill-warn"))
        return box

    def _remarks(self, appointment: Appointment) -> list[tuple[str, str]]:
        """What else is on record, each with its label."""
        found = [
            (self.tr("Note"), appointment.note),
            (self.tr("About the customer"), appointment.customer_note),
            (self.tr("Address"), appointment.address),
        ]
        if appointment.travel_minutes:
            found.append(
                (self.tr("Way there and back, each"), language.minutes_text(appointment.travel_minutes))
            )
        if appointment.deposit:
            found.append((self.tr("Deposit"), language.money(appointment.deposit)))
        if appointment.status == "cancelled":
            found.append((self.tr("Called off"), self._cancelled(appointment)))
        return [(label, text) for label, text in found if text]

    def _cancelled(self, appointment: Appointment) -> str:
        by = {"customer": self.tr("by the customer"), "shop": self.tr("by the shop")}
        parts = [by.get(appointment.cancelled_by, "")]
        if appointment.cancelled_at is not None:
            parts.append(language.moment_text(appointment.cancelled_at, self.frame.clock.now()))
        return " · ".join(part for part in [*parts, appointment.cancel_reason] if part)

    def _show_source(self, appointment: Appointment) -> None:
        if self.source is None:
            line = appointment.lines[0]
            self.source = SourcePicker(
                self.frame,
                service_id=line.service_id,
                customer_id=appointment.customer_id,
                question=self.tr("What brings them?"),
            )
            self.source.said.connect(self._say)
            self._source_room.addWidget(self.source)
        if appointment.content_id or appointment.channel_id:
            how = words.evidence_name(appointment.evidence)
            self.source.know((appointment.content_id, appointment.channel_id, appointment.evidence), how)

    def _allow(self, appointment: Appointment, now: dt.datetime) -> None:
        status, open_still = appointment.status, appointment.status not in CLOSED
        allowed = {
            "confirm": status == "booked",
            "arrive": status in {"booked", "confirmed"},
            "change": open_still,
            "no_show": status in {"booked", "confirmed"} and appointment.start <= now,
            "cancel": open_still,
            "reopen": status in {"no_show", "cancelled"},
        }
        held = next((key for key, button in self.buttons.items() if button.hasFocus()), "")
        for key, button in self.buttons.items():
            button.setVisible(allowed[key])
        if not open_still:
            self.cancel.hide()
        if self.primary is not None:
            self.primary.setVisible(open_still)
            if held and not allowed[held]:
                self.focus_first()
        minutes = sum(line.minutes for line in appointment.lines)
        self._total.setText(
            f"{language.span_text(appointment.start, appointment.end)} · {language.minutes_text(minutes)}"
        )

    def _shown(self) -> list[Button]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    # ---- what is done about it

    def _do(self, work: Callable[[Desk], object], said: str) -> None:
        self.clear_errors()
        self.frame.act(work, said, failed=self.fail, owner=self)

    def _name(self) -> str:
        return self._appointment.customer if self._appointment is not None else ""

    def _confirm(self) -> None:
        self._do(
            lambda desk: desk.appointments.confirm(self._id),
            f"{self._name()}: {words.status_name('confirmed')}",
        )

    def _arrive(self) -> None:
        self._do(
            lambda desk: desk.appointments.arrive(self._id), f"{self._name()}: {words.status_name('arrived')}"
        )

    def _no_show(self) -> None:
        self._do(
            lambda desk: desk.appointments.no_show(self._id),
            f"{self._name()}: {words.status_name('no_show')}",
        )

    def _reopen(self) -> None:
        self._do(
            lambda desk: desk.appointments.reopen(self._id), f"{self._name()}: {words.status_name('booked')}"
        )

    def _ask_cancel(self) -> None:
        self.cancel.ask()

    def _cancel(self, by: str, reason: str) -> None:
        self.clear_errors()
        self.frame.act(
            lambda desk: desk.appointments.cancel(self._id, by, reason),
            f"{self._name()}: {words.status_name('cancelled')}",
            then=lambda _none: self.shut(),
            failed=self.fail,
            owner=self,
        )

    def _change(self) -> None:
        self.frame.open_sheet(BookingSheet(self.frame, appointment_id=self._id))

    def _say(self, said: tuple[str | None, str | None, str] | None) -> None:
        appointment = self._appointment
        if said is None or appointment is None:
            return
        content_id, channel_id, evidence = said
        self._do(
            lambda desk: desk.sources.say(
                content_id=content_id,
                channel_id=channel_id,
                customer_id=appointment.customer_id,
                appointment_id=appointment.id,
                evidence=evidence,
            ),
            self.tr("Noted what brings {customer}.").replace("{customer}", appointment.customer),
        )

    def _check_out(self) -> None:
        if self._appointment is not None and self._appointment.status not in CLOSED:
            self._leave_for(self.checkout_wanted.emit, self._id)

    def _leave_for(self, emit: Callable[[str], object], row_id: str) -> None:
        """Make room for the sheet or page that is asked for."""
        self.shut()
        emit(row_id)


def _lines(appointment: Appointment) -> QWidget:
    """A row for each service: time, name, worker."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule("soft-rule"))
    for line in appointment.lines:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(plain_label(language.span_text(line.start, line.end), role="secondary"))
        row.addWidget(ElidedLabel(line.service), 2)
        row.addWidget(ElidedLabel(line.worker, role="secondary"), 1)
        column.addLayout(row)
        column.addWidget(rule("soft-rule"))
    return box


def _fact(label: str, text: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(plain_label(label, role="field-label"))
    column.addWidget(plain_label(text, wrap=True))
    return box


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
