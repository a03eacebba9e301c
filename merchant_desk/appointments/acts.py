"""What is done about appointments: booked, moved, changed, and everything that becomes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from merchant_desk.appointments import rooms, rules, states, store
from merchant_desk.appointments.busy import Busy, kept
from merchant_desk.appointments.model import CLOSED, OFF, Appointment, AppointmentDraft
from merchant_desk.appointments.taking import not_squeezed, take_time
from merchant_desk.appointments.write import (
    check_sequence,
    insert_appointment,
    rewrite_appointment,
    rewrite_lines,
    set_status,
)
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.store import name_of
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile


class AppointmentActs:
    """The acts on appointments.

    Whatever takes up a worker's time raises DeskError "clash" where it is taken (facts: worker,
    customer, service, start, end, busy_from, busy_to of who holds it, next_free: naive datetime or None;
    where only what comes before or after the services meets, busy_until or busy_since of theirs and
    needs_from or needs_until of one's own), "place_full" where every room or chair is (the same and place,
    kind, capacity), "no_place" where none of its kind is there (service, kind), "off_shift" (worker,
    start), "worker_left" (worker), "service_archived" (service), "not_their_service" (worker, service),
    "place_archived" (place), "same_visit_clash" (worker, service, start, end: one worker twice at once in
    one visit), "long_past" and "far_ahead" (start), "gone".
    """

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def book(self, draft: AppointmentDraft) -> str:
        """Agree on a time and give the appointment's id; a time that a clock change skips moves on.

        With `squeeze` neither the shift nor other appointments are in the way, and the lines say so.
        Also raises DeskError "no_service", "no_minutes", "bad_minutes", "bad_amount".
        """
        draft.check()
        rules.check_day(draft.lines[0].start, self._now)
        customer = name_of(self._file, draft.customer_id)
        return take_time(
            *(self._file, "book", customer),
            lambda r: rules.laid_out(r, draft),
            lambda act, lines: insert_appointment(act, draft, lines),
        )

    def move(
        self,
        appointment_id: str,
        start: dt.datetime,
        worker_id: str | None = None,
        *,
        instead_of: str | None = None,
        place_id: str | None = None,
        squeeze: bool = False,
        sequence: int | None = None,
    ) -> None:
        """Let the visit begin at `start`: all its lines shift alike and keep their lengths.

        With `worker_id` the lines of the worker `instead_of` (by default the first line's) go to that
        worker. With `place_id` the lines in a place of its kind go there; else they stay where they are,
        or go to another of the kind that has room. Where it was squeezed in before, that does not hold
        for the new time. Also raises DeskError "appointment_closed" (facts: status), and
        "changed_meanwhile" where it was changed since that `sequence`.
        """
        known = self._open(appointment_id)
        shift = rules.existing(self._file, start) - known.start
        if shift:
            rules.check_day(start, self._now)
        replaced = instead_of or known.lines[0].worker_id

        def lines_of(r: Reader) -> list[Busy]:
            lines = [
                line.shifted(
                    shift,
                    worker_id if worker_id and line.worker_id == replaced else line.worker_id,
                    squeezed=squeeze,
                )
                for line in rules.kept_lines(r, known)
            ]
            return rules.settled(r, rooms.sent_to(r, lines, place_id), known.id)

        self._change_times("move", known, lines_of, sequence)

    def resize(self, appointment_id: str, minutes: int, *, squeeze: bool = False) -> None:
        """Let the visit's last service take `minutes`; what was squeezed in stays so.

        Also raises DeskError "no_minutes", "bad_minutes", "appointment_closed".
        """
        known = self._open(appointment_id)
        if minutes < 1:
            raise DeskError("no_minutes", minutes=minutes)

        def lines_of(r: Reader) -> list[Busy]:
            *before, last = rules.kept_lines(r, known)
            longer = last.lasting(minutes)
            if squeeze:
                longer = replace(longer, squeezed=True)
            return rules.settled(r, [*before, longer], known.id)

        self._change_times("resize", known, lines_of)

    def edit(self, appointment_id: str, draft: AppointmentDraft) -> None:
        """Make the appointment what the draft says; lines that stay as they were are not questioned again.

        Of what is done, missed or cancelled only note, address and deposit change. Also raises
        DeskError "appointment_closed", "changed_meanwhile" where somebody changed it since the draft's
        `sequence`, and what `book` raises.
        """
        draft.check()
        known = self._known(appointment_id)
        if draft.sequence is not None and draft.sequence != known.sequence:
            raise DeskError("changed_meanwhile", sequence=known.sequence)
        customer = name_of(self._file, draft.customer_id)
        before = [kept(line) for line in known.lines]

        if known.status in CLOSED and draft.customer_id != known.customer_id:
            raise DeskError("appointment_closed", status=known.status)

        def lines_of(r: Reader) -> list[Busy]:
            lines = rules.laid_out(r, draft, appointment_id)
            return before if _all_the_same(lines, before) and not draft.squeeze else lines

        def check(r: Reader, lines: list[Busy]) -> None:
            if lines is before:
                return
            if known.status in CLOSED:
                raise DeskError("appointment_closed", status=known.status)
            rules.check_day(draft.lines[0].start, self._now)
            rules.check_lines(r, lines)

        take_time(
            *(self._file, "edit_appointment", customer),
            lines_of,
            lambda act, lines: rewrite_appointment(act, known, draft, lines),
            own=appointment_id,
            check=check,
            asked=lambda lines: [] if lines is before else not_squeezed(lines),
        )

    def confirm(self, appointment_id: str) -> None:
        """The customer said they will come. Raises DeskError "gone", "wrong_status"."""
        self._set_status("confirm", self._known(appointment_id), "confirmed", ("booked",))

    def arrive(self, appointment_id: str) -> None:
        """The customer is here. Raises DeskError "gone", "wrong_status"."""
        self._set_status("arrive", self._known(appointment_id), "arrived", ("booked", "confirmed"))

    def no_show(self, appointment_id: str) -> None:
        """The customer did not come; the time is free again.

        Raises DeskError "gone", "wrong_status", and "not_begun" (facts: start) before its time.
        """
        known = self._known(appointment_id)
        if known.status != "no_show" and self._file.clock.now() < known.start:
            raise DeskError("not_begun", start=known.start)
        self._set_status("no_show", known, "no_show", ("booked", "confirmed"))

    def cancel(self, appointment_id: str, by: str, reason: str = "") -> None:
        """Called off by "customer" or "shop", now; the time is free again. What is late says so.

        Raises DeskError "gone", "wrong_status".
        """
        known = self._known(appointment_id)
        told = states.cancelled(self._file, known.start, by, reason, self._file.clock.now())
        self._set_status("cancel", known, "cancelled", ("booked", "confirmed", "arrived"), **told)

    def reopen(self, appointment_id: str) -> None:
        """Back to booked: what was cancelled or missed takes its time up again.

        Raises DeskError "gone", "wrong_status" where it is done, and "clash" where the time is taken.
        """
        known = self._known(appointment_id)
        allowed = ("confirmed", "arrived", "no_show", "cancelled")
        self._set_status("reopen", known, "booked", allowed, **states.UNCANCELLED)

    def _set_status(
        self, verb: str, known: Appointment, status: str, allowed: Sequence[str], **columns: object
    ) -> None:
        """Set the status, once; doing it twice changes nothing."""
        if known.status == status:
            return
        if known.status not in allowed:
            raise DeskError("wrong_status", status=known.status, wanted=status)
        lines = [kept(line, known.travel_minutes) for line in known.lines]
        take_time(
            *(self._file, verb, known.customer),
            lambda _r: lines,
            lambda act, _lines: set_status(act, known, status, **columns),
            own=known.id,
            check=lambda _r, _lines: None,
            asked=not_squeezed if known.status in OFF else lambda _lines: [],
            look=rules.held,
        )

    def _change_times(
        self,
        verb: str,
        known: Appointment,
        lines_of: Callable[[Reader], list[Busy]],
        sequence: int | None = None,
    ) -> None:
        before = [kept(line) for line in known.lines]
        if sequence is not None and sequence != known.sequence:
            raise DeskError("changed_meanwhile", sequence=known.sequence)
        if _all_the_same(lines_of(self._file), before):
            return

        def asked(lines: Sequence[Busy]) -> list[Busy]:
            pairs = zip(lines, before, strict=True)
            return not_squeezed([line for line, old in pairs if not line.within(old)])

        def write(act: Act, lines: list[Busy]) -> None:
            check_sequence(act, known.id, known.sequence)
            rewrite_lines(act, known, lines)

        take_time(
            *(self._file, verb, known.customer),
            lines_of,
            write,
            own=known.id,
            check=rules.check_workers,
            asked=asked,
        )

    @property
    def _now(self) -> dt.datetime:
        return self._file.clock.now()

    def _known(self, appointment_id: str) -> Appointment:
        found = store.appointment(self._file, appointment_id)
        if found is None:
            raise DeskError("gone", table="appointment", id=appointment_id)
        return found

    def _open(self, appointment_id: str) -> Appointment:
        known = self._known(appointment_id)
        if known.status in CLOSED:
            raise DeskError("appointment_closed", status=known.status)
        return known


def _all_the_same(lines: Sequence[Busy], before: Sequence[Busy]) -> bool:
    pairs = zip(lines, before, strict=False)
    return len(lines) == len(before) and all(line.same_but_squeezed(old) for line, old in pairs)
