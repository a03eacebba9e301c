"""What is done about series: booked whole, and changed or called off from one of their dates.

A scope is "this" date, "later" (this and what comes after it), or "all". What is over, called off or has
begun is left alone. Each act is one act of the history: one undo takes all of it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from merchant_desk.appointments import rules, states, store
from merchant_desk.appointments.acts import AppointmentActs
from merchant_desk.appointments.model import CLOSED, Appointment, AppointmentDraft
from merchant_desk.appointments.series import change as series_change
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.plan import (
    SCOPES,
    PlannedDate,
    Refusals,
    Scope,
    at_time,
    dates,
    refuse,
)
from merchant_desk.appointments.series.rewrite import change, walls
from merchant_desk.appointments.taking import TAKEN, say_next_free
from merchant_desk.appointments.write import insert_appointment, set_status
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.store import name_of
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop import store as shop_store


class SeriesActs:
    """The acts on series.

    Where dates do not fit, the whole act is refused with DeskError "series_clashes": `count` of them,
    `clashes` as a tuple of (start, DeskError), and of the first its start, worker, customer, service.
    Nothing is half-written.
    """

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def book(self, draft: AppointmentDraft, rule: str, planned: Sequence[PlannedDate]) -> str:
        """Book every date that is not left out and give the series' id.

        Dates of the rule that are not among those planned are left out as well. What brought the customer
        and the deposit go with the first date. Raises DeskError "series_empty" where nothing is left,
        "series_too_long" (count, most), "bad_rule", "series_clashes", and what `AppointmentActs.book`
        raises whatever the time.
        """
        draft.check()
        customer = name_of(self._file, draft.customer_id)
        known = dates(rule, draft.lines[0].start, shop_store.zone(self._file))
        chosen = _chosen(planned, known, rule)
        for one in (chosen[0], chosen[-1]):
            rules.check_day(one.start or one.at, self._file.clock.now())
        with self._file.act("book_series", customer) as act:
            rules.check_lines(act, rules.laid_out(act, draft))
            booked = {one.at for one in chosen}
            skipped = [at for at in known if at not in booked]
            start = wall(draft.lines[0].start)
            made = act.insert("series", {"rule": rule, "start": start, "skipped": walls(skipped)})
            refused: Refusals = []
            for number, one in enumerate(chosen):
                _book_one(act, made, draft if number == 0 else _unpaid(draft), one, refused)
            refuse(refused)
        return made

    def edit(self, appointment_id: str, draft: AppointmentDraft, scope: Scope) -> None:
        """Make one date what the draft says, and let the others of the scope follow.

        They shift by the same difference of wall time, and take services, workers, note and address where
        theirs were the same as this one's before; a date that was moved by hand keeps its time. Squeezing
        in and the deposit hold for this date alone. "later" parts the series in two. Raises DeskError
        "series_clashes", and what `AppointmentActs.edit` raises where only this date does not fit.
        """
        known = self._known(appointment_id)
        if _alone(known, scope):
            AppointmentActs(self._file).edit(appointment_id, draft)
            return
        self._change("edit_series", known, draft, scope)

    def move(
        self,
        appointment_id: str,
        start: dt.datetime,
        worker_id: str | None = None,
        scope: Scope = "this",
        *,
        instead_of: str | None = None,
        place_id: str | None = None,
        squeeze: bool = False,
    ) -> None:
        """Let one date begin at `start`, with that worker where one is named, and the others follow.

        `instead_of` and `place_id` as for `AppointmentActs.move`; the place is this date's alone. Raises
        what `edit` and `AppointmentActs.move` raise.
        """
        known = self._known(appointment_id)
        if _alone(known, scope):
            AppointmentActs(self._file).move(
                appointment_id, start, worker_id, instead_of=instead_of, place_id=place_id, squeeze=squeeze
            )
            return
        before = series_change.as_draft(known, rules.kept_lines(self._file, known))
        moved = at_time(before, start, squeeze=squeeze)
        replaced = instead_of or known.lines[0].worker_id
        lines = tuple(
            line._replace(worker_id=worker_id) if worker_id and line.worker_id == replaced else line
            for line in moved.lines
        )
        self._change("move_series", known, moved._replace(lines=lines), scope, place_id)

    def cancel(self, appointment_id: str, by: str, reason: str = "", scope: Scope = "this") -> int:
        """Call one date off, or with it those of the scope; gives how many.

        Each is late or not by its own time. Raises DeskError "gone", "wrong_status".
        """
        known = self._known(appointment_id)
        if _alone(known, scope):
            AppointmentActs(self._file).cancel(appointment_id, by, reason)
            return 1
        if known.status in CLOSED:
            raise DeskError("wrong_status", status=known.status, wanted="cancelled")
        with self._file.act("cancel_series", known.customer) as act:
            targets = [known, *series_store.others(act, known, scope, act.now)]
            for one in targets:
                told = states.cancelled(act, one.start, by, reason, act.now)
                set_status(act, one, "cancelled", **told)
        return len(targets)

    def _change(
        self,
        verb: str,
        known: Appointment,
        draft: AppointmentDraft,
        scope: Scope,
        place_id: str | None = None,
    ) -> None:
        draft.check()
        if known.status in CLOSED:
            raise DeskError("appointment_closed", status=known.status)
        customer = name_of(self._file, draft.customer_id)
        if draft.lines[0].start != known.start:
            rules.check_day(draft.lines[0].start, self._file.clock.now())
        try:
            with self._file.act(verb, customer) as act:
                change(act, known, draft, scope, place_id)
        except DeskError as error:
            if error.code in TAKEN:
                say_next_free(self._file, error, rules.laid_out(self._file, draft, known.id), known.id)
            raise

    def _known(self, appointment_id: str) -> Appointment:
        found = store.appointment(self._file, appointment_id)
        if found is None:
            raise DeskError("gone", table="appointment", id=appointment_id)
        return found


def _alone(known: Appointment, scope: Scope) -> bool:
    if scope not in SCOPES:
        raise ValueError(f"no such scope: {scope}")
    return scope == "this" or known.series_id is None or known.series_at is None


def _chosen(planned: Sequence[PlannedDate], known: Sequence[dt.datetime], rule: str) -> list[PlannedDate]:
    """The dates that are to be booked, in the rule's order."""
    if not {one.at for one in planned} <= set(known) or len({one.at for one in planned}) < len(planned):
        raise ValueError("not a date of the rule, or one of them twice")
    chosen = sorted((one for one in planned if one.start is not None), key=lambda one: one.at)
    if not chosen:
        raise DeskError("series_empty", text=rule)
    return chosen


def _unpaid(draft: AppointmentDraft) -> AppointmentDraft:
    """The draft of a later date: only the first was paid for and asked about."""
    return draft._replace(deposit=0, content_id=None, channel_id=None)


def _book_one(act: Act, series_id: str, draft: AppointmentDraft, one: PlannedDate, refused: Refusals) -> None:
    start = one.start or one.at
    mine = at_time(draft, start, squeeze=one.squeeze)
    lines = rules.laid_out(act, mine)
    refusal = None if one.squeeze else rules.misfit(act, lines)
    if refusal is not None:
        refused.append((start, refusal))
        return
    insert_appointment(act, mine, lines, series_id=series_id, series_at=one.at)
