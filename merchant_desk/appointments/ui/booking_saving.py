"""How a booking sheet is saved: booked once or as a series, off the waiting list, or changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.ui.booking_plan import kept_lines, line_drafts
from merchant_desk.appointments.ui.clash_box import CODES
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.booking_sheet import BookingSheet
    from merchant_desk.desk import Desk

_ABOUT_SERVICES = frozenset(
    {
        "no_minutes",
        "bad_minutes",
        "service_archived",
        "not_their_service",
        "worker_left",
        "place_archived",
        "same_visit_clash",
    }
)
_ABOUT_TIME = frozenset({"long_past", "far_ahead"})


class Saving(QObject):
    """Reads the sheet, writes what it says, and shows a refusal where it belongs."""

    def __init__(self, sheet: BookingSheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._sequence: int | None = None

    def save(self) -> None:
        """Save, or say what is missing; nothing that was typed is lost."""
        sheet = self._sheet
        sheet.clear_errors()
        customer_id = sheet.customer.customer_id
        if customer_id is None:
            sheet.set_error(self.tr("Choose who it is for, or add them as new."), sheet.customer_field)
            return
        typed = sheet.lines.search.typed()
        if typed is not None and not sheet.lines.search.isHidden():
            sheet.lines.search.field.clear()
            sheet.lines.add(typed)
        if not sheet.lines.rows():
            sheet.set_error(notices.sentence(DeskError("no_service")), sheet.lines_field)
            return
        if not all(sheet.times.workers()):
            sheet.set_error(
                self.tr("Nobody on the team does this. Choose another service."), sheet.lines_field
            )
            return
        # From here on the time is the one on the screen, whatever is still being looked up.
        sheet.times.keep()
        try:
            deposit = sheet.more.deposit.value()
        except DeskError as error:
            sheet.set_error(notices.sentence(error), sheet.more.deposit_field)
            return
        try:
            draft = self._draft(customer_id, deposit)
            draft.check()
        except DeskError as error:
            self._refused(error)
            return
        self._write(draft)

    def _write(self, draft: AppointmentDraft) -> None:
        sheet = self._sheet
        rule = "" if sheet.repeat.isHidden() else sheet.repeat.rule()
        if rule:
            self._book_series(draft, rule)
            return
        said = self.tr("Changed: {what}") if sheet.appointment_id else self.tr("Booked: {what}")
        day = draft.lines[0].start.date()
        appointment_id, waiting_id, scope = sheet.appointment_id, sheet.waiting_id, sheet.scope.scope()

        def write(desk: Desk) -> str:
            if appointment_id and scope != "this":
                desk.series.edit(appointment_id, draft, scope)
            elif appointment_id:
                desk.appointments.edit(appointment_id, draft)
            elif waiting_id:
                return desk.waiting.book(waiting_id, draft)
            else:
                return desk.appointments.book(draft)
            return ""

        sheet.set_busy(True)
        sheet.frame.act(
            write,
            said.replace("{what}", self._said(draft)),
            then=lambda booked: self._done(day, booked),
            failed=self._refused,
            owner=sheet,
        )

    def _book_series(self, draft: AppointmentDraft, rule: str) -> None:
        """Every date is shown before it is booked; whoever comes back finds this sheet as it was."""
        from merchant_desk.appointments.ui.series_sheet import SeriesSheet

        dates = SeriesSheet(self._sheet.frame, draft, rule)
        dates.booked.connect(self._done)
        self._sheet.frame.open_sheet(dates)

    def _said(self, draft: AppointmentDraft) -> str:
        """Who and when, for the notice."""
        chosen = self._sheet.customer.customer
        when = language.moment_text(draft.lines[0].start, self._sheet.frame.clock.now())
        return f"{chosen.name} · {when}" if chosen else when

    def _draft(self, customer_id: str, deposit: int) -> AppointmentDraft:
        """What the sheet says. Raises DeskError "no_minutes"."""
        sheet = self._sheet
        picks, workers, start = sheet.times.picks(), sheet.times.workers(), sheet.when.start()
        said, old = sheet.source.value(), sheet.appointment
        kept = kept_lines(old, picks, workers, start) if old is not None else None
        sequence = old.sequence if old is not None else None
        if old is not None:
            # What brought them is changed on the appointment's own sheet.
            said = (old.content_id, old.channel_id, old.evidence or "asked")
        return AppointmentDraft(
            customer_id=customer_id,
            lines=kept or line_drafts(picks, workers, start),
            note=sheet.more.note.value(),
            address=sheet.home.address_text(),
            travel_minutes=sheet.home.minutes(),
            deposit=deposit,
            squeeze=sheet.clash.squeezes(),
            content_id=said[0] if said else None,
            channel_id=said[1] if said else None,
            evidence=said[2] if said else "asked",
            sequence=sequence if self._sequence is None else self._sequence,
        )

    def _done(self, day: dt.date, booked: str = "") -> None:
        frame, takes_now = self._sheet.frame, self._sheet.more.takes_now()
        frame.follow("desk", day=day)
        self._sheet.shut()
        if booked and takes_now:
            frame.follow("desk", deposit_for=booked)

    def _refused(self, error: Exception) -> None:
        sheet = self._sheet
        code = error.code if isinstance(error, DeskError) else ""
        fields = (_ABOUT_SERVICES, sheet.lines_field), (_ABOUT_TIME, sheet.when_field)
        field = next((field for codes, field in fields if code in codes), None)
        if not isinstance(error, DeskError) or (field is None and code not in CODES):
            if isinstance(error, DeskError) and code == "changed_meanwhile":
                known = error.facts.get("sequence")
                self._sequence = known if isinstance(known, int) else None
            sheet.fail(error)
            return
        sheet.set_busy(False)
        if field is not None:
            sheet.set_error(notices.sentence(error), field)
            return
        sheet.refuse(error)
        # Somebody was faster: the times on offer are not what they were.
        sheet.times.read_day()
