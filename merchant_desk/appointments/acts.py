"""What is done about appointments: booked, moved, changed, and everything that becomes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from merchant_desk.appointments import rules, store
from merchant_desk.appointments.model import CANCELLERS, CLOSED, OFF, Appointment, AppointmentDraft
from merchant_desk.appointments.rules import Busy
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sources.acts import add_touch

T = TypeVar("T")


class AppointmentActs:
    """The acts on appointments.

    Whatever takes up a worker's time raises DeskError "clash" where it is taken (facts: worker,
    customer, service, start, end of who holds it, next_free: naive datetime or None), "place_full"
    where the room or chair is, "off_shift" (facts: worker, start), "worker_left" (worker),
    "service_archived" (service), "not_their_service" (worker, service), "same_visit_clash" (worker,
    service, start, end: one worker twice at once in one visit), "gone".
    """

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def book(self, draft: AppointmentDraft) -> str:
        """Agree on a time and give the appointment's id; a time that a clock change skips moves on.

        With `squeeze` neither the shift nor other appointments are in the way, and the lines say so.
        Also raises DeskError "no_service", "no_minutes", "bad_minutes", "bad_amount".
        """
        draft.check()
        customer = self._customer(draft.customer_id)
        lines = rules.laid_out(self._file, draft)
        rules.check_lines(self._file, lines)
        if not draft.squeeze:
            rules.check_times(self._file, lines)

        def write(act: Act) -> str:
            made = act.insert("appointment", {"customer_id": draft.customer_id, **_columns(draft)})
            for seq, line in enumerate(lines):
                act.insert("appointment_line", {"appointment_id": made, "seq": seq, **line.columns()})
            self._note_source(act, made, draft)
            return made

        return self._take_time("book", customer, lines, write)

    def move(
        self,
        appointment_id: str,
        start: dt.datetime,
        worker_id: str | None = None,
        *,
        instead_of: str | None = None,
        squeeze: bool = False,
    ) -> None:
        """Let the visit begin at `start`: all its lines shift alike and keep their lengths.

        With `worker_id` the lines of the worker `instead_of` (by default the first line's) go to that
        worker. Where it was squeezed in before, that does not hold for the new time. Also raises
        DeskError "appointment_closed" (facts: status).
        """
        known = self._open(appointment_id)
        shift = rules.existing(self._file, start) - known.start
        replaced = instead_of or known.lines[0].worker_id
        lines = [
            rules.kept(line).shifted(
                shift,
                worker_id if worker_id and line.worker_id == replaced else line.worker_id,
                squeezed=squeeze,
            )
            for line in known.lines
        ]
        self._change_times("move", known, lines)

    def resize(self, appointment_id: str, minutes: int, *, squeeze: bool = False) -> None:
        """Let the visit's last service take `minutes`; what was squeezed in stays so.

        Also raises DeskError "no_minutes", "bad_minutes", "appointment_closed".
        """
        known = self._open(appointment_id)
        if minutes < 1:
            raise DeskError("no_minutes", minutes=minutes)
        *before, last = (rules.kept(line) for line in known.lines)
        longer = last.lasting(minutes)
        if squeeze:
            longer = replace(longer, squeezed=True)
        self._change_times("resize", known, [*before, longer])

    def edit(self, appointment_id: str, draft: AppointmentDraft) -> None:
        """Make the appointment what the draft says; lines that stay as they were are not questioned again.

        Of what is done, missed or cancelled only note, address and deposit change. Also raises
        DeskError "appointment_closed" and what `book` raises.
        """
        draft.check()
        known = self._known(appointment_id)
        customer = self._customer(draft.customer_id)
        lines = rules.laid_out(self._file, draft)
        before = [rules.kept(line) for line in known.lines]
        if _all_the_same(lines, before) and not draft.squeeze:
            lines = before
        elif known.status in CLOSED:
            raise DeskError("appointment_closed", status=known.status)
        else:
            rules.check_lines(self._file, lines)
            if not draft.squeeze:
                rules.check_times(self._file, lines, appointment_id)
        if known.status in CLOSED and draft.customer_id != known.customer_id:
            raise DeskError("appointment_closed", status=known.status)

        def write(act: Act) -> None:
            act.update("appointment", appointment_id, customer_id=draft.customer_id, **_columns(draft))
            self._rewrite(act, known, lines)
            if (draft.content_id, draft.channel_id) != (known.content_id, known.channel_id):
                self._note_source(act, appointment_id, draft)

        self._take_time("edit_appointment", customer, lines, write, appointment_id)

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
        """Called off by "customer" or "shop", now; the time is free again.

        Raises DeskError "gone", "wrong_status".
        """
        if by not in CANCELLERS:
            raise ValueError(f"cancelled by nobody we know: {by}")
        self._set_status(
            "cancel",
            self._known(appointment_id),
            "cancelled",
            ("booked", "confirmed", "arrived"),
            cancelled_by=by,
            cancelled_at=wall(self._file.clock.now()),
            cancel_reason=reason.strip(),
        )

    def reopen(self, appointment_id: str) -> None:
        """Back to booked: what was cancelled or missed takes its time up again.

        Raises DeskError "gone", "wrong_status" where it is done, and "clash" where the time is taken.
        """
        known = self._known(appointment_id)
        lines = [rules.kept(line) for line in known.lines]
        if known.status in OFF:
            rules.check_clashes(self._file, [line for line in lines if not line.squeezed], appointment_id)
        cleared = {"cancelled_by": "", "cancelled_at": None, "cancel_reason": ""}
        allowed = ("confirmed", "arrived", "no_show", "cancelled")
        self._set_status("reopen", known, "booked", allowed, **cleared)

    def _set_status(
        self, verb: str, known: Appointment, status: str, allowed: Sequence[str], **columns: object
    ) -> None:
        """Set the status, once; doing it twice changes nothing."""
        if known.status == status:
            return
        if known.status not in allowed:
            raise DeskError("wrong_status", status=known.status, wanted=status)

        def write(act: Act) -> None:
            now = act.value("SELECT status FROM appointment WHERE id = :id", id=known.id)
            if now != known.status:
                raise DeskError("wrong_status", status=now, wanted=status)
            act.update("appointment", known.id, status=status, **columns)

        lines = [rules.kept(line) for line in known.lines]
        self._take_time(verb, known.customer, lines, write, known.id)

    def _change_times(self, verb: str, known: Appointment, lines: Sequence[Busy]) -> None:
        before = [rules.kept(line) for line in known.lines]
        if _all_the_same(lines, before):
            return
        rules.check_workers(self._file, lines)
        changed = [line for line, old in zip(lines, before, strict=True) if line != old]
        rules.check_times(self._file, [line for line in changed if not line.squeezed], known.id)
        self._take_time(verb, known.customer, lines, lambda act: self._rewrite(act, known, lines), known.id)

    def _rewrite(self, act: Act, known: Appointment, lines: Sequence[Busy]) -> None:
        """Bring the lines to what they should be, one row after the other."""
        ids = [line.id for line in known.lines]
        for line_id in ids[len(lines) :]:
            act.delete("appointment_line", line_id)
        for line_id, line in zip(ids, lines, strict=False):
            act.update("appointment_line", line_id, **line.columns())
        last = act.value("SELECT max(seq) FROM appointment_line WHERE appointment_id = :id", id=known.id)
        for seq, line in enumerate(lines[len(ids) :], start=last + 1):
            act.insert("appointment_line", {"appointment_id": known.id, "seq": seq, **line.columns()})

    def _take_time(
        self,
        verb: str,
        subject: str,
        lines: Sequence[Busy],
        write: Callable[[Act], T],
        own: str | None = None,
    ) -> T:
        """Run `write` as one act; where the database says that somebody was faster, say who."""
        try:
            with self._file.act(verb, subject) as act:
                return write(act)
        except DeskError as error:
            if error.code == "clash" and not error.facts.get("customer"):
                rules.check_clashes(self._file, [line for line in lines if not line.squeezed], own)
            raise

    def _note_source(self, act: Act, appointment_id: str, draft: AppointmentDraft) -> None:
        if draft.content_id or draft.channel_id:
            add_touch(
                act,
                content_id=draft.content_id,
                channel_id=draft.channel_id,
                customer_id=draft.customer_id,
                appointment_id=appointment_id,
                evidence=draft.evidence,
                at=self._file.clock.now(),
            )

    def _customer(self, customer_id: str) -> str:
        name = self._file.value("SELECT name FROM customer WHERE id = :id", id=customer_id)
        if name is None:
            raise DeskError("gone", table="customer", id=customer_id)
        return str(name)

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


def _columns(draft: AppointmentDraft) -> dict[str, object]:
    return {
        "note": draft.note.strip(),
        "address": draft.address.strip(),
        "travel_minutes": draft.travel_minutes,
        "deposit": draft.deposit,
    }
