"""One appointment, whole: who, what, when, what brings them, and what can be done about it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.appointments.model import CLOSED
from merchant_desk.appointments.states import is_late
from merchant_desk.appointments.ui.appointment_facts import CustomerLine, Fact, LineList, StateLine, TrailList
from merchant_desk.appointments.ui.appointment_whole import Freed, Whole, give_up, read_whole
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.cancel_box import CancelBox
from merchant_desk.appointments.ui.series_words import series_line
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.shell.repeat_words import sentence_case
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources.ui.source_picker import SourcePicker
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.model import Appointment
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame


class AppointmentSheet(Sheet):
    """Shows an appointment and does to it what its state allows; it follows what is changed elsewhere.

    Each act has a key of one letter, which its button shows.
    """

    follows = True
    checkout_wanted = Signal(str)
    deposit_wanted = Signal(str)
    customer_wanted = Signal(str)

    def __init__(self, frame: Frame, appointment_id: str) -> None:
        super().__init__(frame, "")
        self._id = appointment_id
        self._whole: Whole | None = None
        self.buttons: dict[str, Button] = {}
        self.source: SourcePicker | None = None
        self._fill()
        frame.changed.connect(self._on_changed)
        self._read()

    def focus_first(self) -> None:
        """The primary button, else the first act."""
        first = self.primary if self.primary is not None and not self.primary.isHidden() else None
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
        for key, text, letter, picture, slot in (
            ("confirm", self.tr("Confirm"), "C", "check", self._confirm),
            ("arrive", self.tr("Arrived"), "A", "door", self._arrive),
            ("change", self.tr("Change time…"), "T", "clock", self._change),
            ("deposit", self.tr("Take deposit…"), "D", "cash", self._take_deposit),
            ("no_show", self.tr("No-show"), "N", "user", self._no_show),
            ("cancel", self.tr("Cancel…"), "X", "x", self._ask_cancel),
            ("back", self.tr("Back to booked"), "B", "undo", self._reopen),
            ("reopen", self.tr("Take up again"), "B", "undo", self._reopen),
        ):
            button = Button(
                f"{text}   {letter}", role="danger" if key == "cancel" else "", icon=icon(picture, 16)
            )
            button.setAccessibleName(text)
            button.clicked.connect(slot)
            button.hide()
            flow.addWidget(button)
            self.buttons[key] = button
        for letter in "CATDNXB":
            shortcut = QShortcut(QKeySequence(letter), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda letter=letter: self._press(letter))
        self.cancel = CancelBox()
        self.cancel.confirmed.connect(self._cancel)
        self.cancel.left.connect(self._keep_it)
        self._head, self._facts = _column(), _column()
        self._source_room = QVBoxLayout()
        self.trail = TrailList()
        self.body.addWidget(self._head)
        self.body.addWidget(self._acts)
        self.body.addWidget(self.cancel)
        self.body.addWidget(self._facts)
        self.body.addLayout(self._source_room)
        self.body.addWidget(self.trail)
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
        if topics & {"appointments", "sales", "sources", "customers", "prepaid"}:
            self._read()

    # ---- what it shows

    def _show(self, whole: Whole) -> None:
        first, self._whole = self._whole is None, whole
        appointment, now = whole.appointment, self.frame.clock.now()
        self.set_title(appointment.customer, language.moment_text(appointment.start, now))
        focus: QWidget | None = self.focusWidget()
        held = focus is not None and (self._head.isAncestorOf(focus) or self._facts.isAncestorOf(focus))
        self.customer = CustomerLine(whole.card)
        self.customer.wanted.connect(lambda row_id: self._leave_for(self.customer_wanted.emit, row_id))
        _refill(self._head, [self.customer, StateLine(appointment), LineList(appointment.lines)])
        _refill(self._facts, self._remarks(whole))
        self._allow(appointment, now)
        self._show_source(appointment)
        self.trail.show_trail(whole.trail, now)
        if self.isVisible() and (first or held):
            self.focus_first()

    def _remarks(self, whole: Whole) -> list[QWidget]:
        """What else is on record; what is short stands side by side."""
        appointment, now = whole.appointment, self.frame.clock.now()
        travel, reminded = appointment.travel_minutes, appointment.reminded_at
        series = sentence_case(series_line(whole.standing)) if whole.standing else ""
        long = [
            Fact(self.tr("Called off"), self._cancelled(appointment)),
            Fact(self.tr("Series"), series),
            Fact(self.tr("Note"), appointment.note),
            Fact(self.tr("About the customer"), appointment.customer_note),
            Fact(self.tr("Address"), appointment.address, self.tr("Copy the address")),
        ]
        short = [
            Fact(self.tr("Way there and back, each"), language.minutes_text(travel) if travel else ""),
            Fact(self.tr("Deposit"), self._deposit(whole)),
            Fact(self.tr("Reminded"), language.moment_text(reminded, now) if reminded else ""),
        ]
        for fact in long:
            fact.copied.connect(self._say_copied)
        row = QWidget()
        flow = FlowLayout(row, gap=32)
        beside = [fact for fact in short if fact.text.text()]
        for fact in beside:
            flow.addWidget(fact)
        return [fact for fact in long if fact.text.text()] + ([row] if beside else [])

    def _deposit(self, whole: Whole) -> str:
        if whole.deposit:
            return self.tr("{amount} taken").replace("{amount}", language.money(whole.deposit))
        agreed = whole.appointment.deposit
        if not agreed or whole.appointment.status in CLOSED:
            return language.money(agreed) if agreed else ""
        return self.tr("{amount}, not taken yet").replace("{amount}", language.money(agreed))

    def _cancelled(self, appointment: Appointment) -> str:
        if appointment.status != "cancelled":
            return ""
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
            "deposit": open_still and self._whole is not None and not self._whole.deposit,
            "no_show": status in {"booked", "confirmed"} and appointment.start <= now,
            "cancel": open_still,
            "back": status in {"confirmed", "arrived"},
            "reopen": status in {"no_show", "cancelled"},
        }
        held = next((key for key, button in self.buttons.items() if button.hasFocus()), "")
        lost = bool(held) and not allowed[held]
        for key, button in self.buttons.items():
            button.setVisible(allowed[key])
        if not open_still:
            self.cancel.hide()
        if self.primary is not None:
            lost = lost or (self.primary.hasFocus() and not open_still)
            self.primary.setVisible(open_still and self.cancel.isHidden())
        if lost:
            self.focus_first()
        minutes = sum(line.minutes for line in appointment.lines)
        self._total.setText(
            f"{language.span_text(appointment.start, appointment.end)} · {language.minutes_text(minutes)}"
        )

    def _shown(self) -> list[Button]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    def _press(self, letter: str) -> None:
        """What a letter does: the act that shows it, if it is allowed now."""
        if self._ask.isVisible():
            return
        for button in self._shown():
            if button.text().endswith(f"   {letter}"):
                button.click()
                return

    # ---- what is done about it

    def _do(self, work: Callable[[Desk], object], said: str) -> None:
        self.clear_errors()
        self.frame.act(work, said, failed=self.fail, owner=self)

    def _is_now(self, status: str) -> str:
        """What the notice says: who, and what their appointment is now."""
        name = self._whole.appointment.customer if self._whole is not None else ""
        return f"{name} · {words.status_name(status)}"

    def _confirm(self) -> None:
        self._do(lambda desk: desk.appointments.confirm(self._id), self._is_now("confirmed"))

    def _arrive(self) -> None:
        self._do(lambda desk: desk.appointments.arrive(self._id), self._is_now("arrived"))

    def _reopen(self) -> None:
        self._do(lambda desk: desk.appointments.reopen(self._id), self._is_now("booked"))

    def _no_show(self) -> None:
        appointment_id = self._id
        self.clear_errors()
        self.frame.act(
            lambda desk: give_up(desk, appointment_id, lambda: desk.appointments.no_show(appointment_id)),
            lambda freed: self._given_up("no_show", freed),
            failed=self.fail,
            owner=self,
        )

    def _ask_cancel(self) -> None:
        if self._whole is None:
            return
        start, hours = self._whole.appointment.start, self._whole.late_hours
        late = is_late("customer", start, self.frame.clock.now(), hours)
        self.cancel.ask(hours if late else 0, self._whole.standing)
        if self.primary is not None:
            self.primary.hide()  # Ctrl+Enter belongs to the question now
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.cancel))

    def _keep_it(self) -> None:
        if self.primary is not None:
            self.primary.show()
        self.focus_first()

    def _cancel(self, by: str, reason: str) -> None:
        appointment_id, scope = self._id, self.cancel.scope.scope()
        self.clear_errors()
        self.frame.act(
            lambda desk: give_up(
                desk, appointment_id, lambda: desk.series.cancel(appointment_id, by, reason, scope)
            ),
            lambda freed: self._given_up("cancelled", freed),
            then=lambda _freed: self.shut(),
            failed=self.fail,
            owner=self,
        )

    def _given_up(self, status: str, freed: Freed) -> str:
        """The notice of a time that is free again: how many dates went, and who may be glad of it."""
        said = self._is_now(status)
        if freed.dates > 1:
            dates = self.tr("%n date(s)", "", freed.dates)
            said = f"{said} · {dates}"
        if freed.waiting:
            who = self.tr("%n person(s) waiting for a time like this", "", freed.waiting)
            said = f"{said} · {who}"
        return said

    def _change(self) -> None:
        self.frame.open_sheet(BookingSheet(self.frame, appointment_id=self._id))

    def _say(self, said: tuple[str | None, str | None, str] | None) -> None:
        if said is None or self._whole is None:
            return
        appointment = self._whole.appointment
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

    def _say_copied(self, label: str) -> None:
        self.frame.notice(self.tr("Copied: {what}").replace("{what}", label))

    def _take_deposit(self) -> None:
        self._leave_for(self.deposit_wanted.emit, self._id)

    def _check_out(self) -> None:
        if self._whole is not None and self._whole.appointment.status not in CLOSED:
            self._leave_for(self.checkout_wanted.emit, self._id)

    def _leave_for(self, emit: Callable[[str], object], row_id: str) -> None:
        """Make room for the sheet or page that is asked for."""
        self.shut()
        emit(row_id)


def _column() -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return box


def _refill(box: QWidget, parts: Sequence[QWidget]) -> None:
    """Put other parts into a column."""
    column = box.layout()
    if column is not None:
        emptied(column)
        for part in parts:
            column.addWidget(part)
    box.setVisible(bool(parts))
