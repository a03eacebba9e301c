"""A calendar file becomes appointments: new ones made, known ones moved or called off, others left alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from merchant_desk.appointments import rules, store
from merchant_desk.appointments.availability import fits
from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.model import CLOSED, OFF, Appointment, AppointmentDraft, LineDraft
from merchant_desk.appointments.states import cancelled
from merchant_desk.appointments.write import insert_appointment, rewrite_lines, set_status
from merchant_desk.catalog.model import Service
from merchant_desk.catalog.store import service as service_of
from merchant_desk.catalog.store import workers_of
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.acts import customer_columns
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db.records import Act
from merchant_desk.exchange.calendar_dates import PlannedDate
from merchant_desk.exchange.calendar_file import CalendarTable
from merchant_desk.exchange.calendar_known import Known, find_known, key_of, moved
from merchant_desk.exchange.calendar_match import Matcher, Named, Person
from merchant_desk.exchange.calendar_series import SeriesRows
from merchant_desk.exchange.landing import Outcome, RowNotes
from merchant_desk.exchange.recognise import Record
from merchant_desk.team import store as team_store

# So many dates are shown before anything is written; the counts are of all of them.
MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """What the owner says for dates that do not say it: who (None: whoever is free) and what.

    `squeeze` takes dates in whose time is taken already, over the others.
    """

    worker_id: str | None = None
    service_id: str | None = None
    squeeze: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """What becomes of one date, naive shop time.

    `result` is "added", "updated", "cancelled", "known", "older" (changed here since: left alone) or
    "unused" with its reason. `squeezed` is taken in over another; `off_shift` outside the worker's hours.
    """

    row: int
    start: dt.datetime
    end: dt.datetime
    result: str
    customer: str = ""
    new_customer: bool = False
    service: str = ""
    worker: str = ""
    squeezed: bool = False
    off_shift: bool = False
    repeats: bool = False
    reason_code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class CalendarIn:
    """Takes the dates of a calendar file.

    A UID (with its date, in a series) is one appointment for good. What changed here since the calendar's
    last word is left alone; so is whatever is over. Dates off shift are taken: they were agreed elsewhere.
    """

    def __init__(self, act: Act, table: CalendarTable, notes: RowNotes, choice: CalendarChoice) -> None:
        self._act = act
        self._table = table
        self._notes = notes
        self._choice = choice
        self._match = Matcher(act)
        self._able = workers_of(act)
        self._team = team_store.workers(act)
        self._names = {one.id: one.name for one in team_store.workers(act, archived=True)}
        self._default = service_of(act, choice.service_id) if choice.service_id else None
        self._series = SeriesRows(act)
        self._shifts: dict[dt.date, team_store.Spans] = {}
        self._calendars_worker: str | None = None
        self._named = False
        self.rows: list[CalendarRow] = []

    def take(self, record: Record) -> Outcome:
        """Make, change, call off or recognise the date's appointment."""
        date = record.values["date"]
        if not isinstance(date, PlannedDate):
            raise TypeError(f"no date of a calendar: {record.values}")
        if not self._named:
            self._named = True
            self._calendars_worker = self._match.worker_in(self._table.name)
        gone = self._call_off_left_out(record, date)
        key = key_of(date.event.uid, date.series_at)
        try:
            row, target = self._taken(record.number, date)
        except DeskError as refusal:
            facts = {"title": date.event.title, **refusal.facts}
            row = CalendarRow(
                record.number, date.start, date.end, "unused", reason_code=refusal.code, facts=facts
            )
            target = ""
            self._series.leave_out(date)
        self._show(row)
        if row.result == "unused":
            return Outcome("unused", reason=row.reason_code, facts=row.facts)
        if row.result in {"known", "older"} and not gone:
            return Outcome("known", key)
        return Outcome("added" if row.result == "added" else "updated", key, "appointment", target)

    def finish(self) -> None:
        """Keep in each series which of its dates were left out."""
        self._series.finish()

    def _show(self, row: CalendarRow) -> None:
        if len(self.rows) < MOST_SHOWN:
            self.rows.append(row)

    def _taken(self, number: int, date: PlannedDate) -> tuple[CalendarRow, str]:
        known = find_known(self._act, date)
        if known is None:
            return self._add(number, date)
        if not known.lines:
            return self._row(number, known.appointment, "known"), known.appointment.id
        if date.event.cancelled:
            return self._cancel(number, date, known.appointment), known.appointment.id
        return self._change(number, date, known), known.appointment.id

    def _call_off_left_out(self, record: Record, date: PlannedDate) -> bool:
        """Call off the dates that a series known here has no more; gives whether there were any."""
        found = False
        for appointment_id in self._series.left_out(date):
            known = store.appointment(self._act, appointment_id)
            if known is not None and known.status not in CLOSED and known.sequence <= date.event.sequence:
                row = self._cancel(record.number, date, known)
                self._show(replace(row, start=known.start, end=known.end))
                found = True
        return found

    # ---- new ones

    def _add(self, number: int, date: PlannedDate) -> tuple[CalendarRow, str]:
        if date.event.cancelled:
            raise DeskError("cancelled_there")
        named = self._match.read(date.event)
        services = named.services or ((self._default,) if self._default else ())
        if not services:
            raise DeskError("no_service_named")
        person = self._match.person(named)
        lines, off_shift = self._placed(date, services, named)
        customer_id = person.id or self._new_customer(person)
        draft = self._draft(date, customer_id, lines[0].worker_id, services, squeeze=lines[0].squeezed)
        series_id = self._series.row_for(date)
        made = insert_appointment(
            self._act,
            draft,
            lines,
            series_id=series_id,
            series_at=date.series_at,
            uid=key_of(date.event.uid, date.series_at),
        )
        if date.event.sequence:
            self._act.update("appointment", made, sequence=date.event.sequence)
        row = CalendarRow(
            number,
            lines[0].span.start,
            lines[-1].span.end,
            "added",
            customer=person.name,
            new_customer=person.id is None,
            service=" + ".join(service.name for service in services),
            worker=self._names[lines[0].worker_id],
            squeezed=lines[0].squeezed,
            off_shift=off_shift,
            repeats=date.run is not None,
        )
        return row, made

    def _new_customer(self, person: Person) -> str:
        columns = customer_columns(CustomerDraft(person.name), person.phone)
        made = self._act.insert("customer", columns)
        self._match.learn(made, str(columns["name"]), person.phone.e164 if person.phone else "")
        return made

    def _draft(
        self,
        date: PlannedDate,
        customer_id: str,
        worker_id: str,
        services: Sequence[Service],
        *,
        squeeze: bool,
    ) -> AppointmentDraft:
        """The visit as the calendar has it: its time is all of it, shared out among its services."""
        whole = sum(service.minutes for service in services)
        minutes = [date.event.minutes * service.minutes // whole for service in services[:-1]]
        minutes.append(date.event.minutes - sum(minutes))
        start, lines = date.start, []
        for service, length in zip(services, minutes, strict=True):
            lines.append(LineDraft(service.id, worker_id, start, length))
            start += dt.timedelta(minutes=length)
        at_home = any(service.at_home for service in services)
        draft = AppointmentDraft(
            customer_id,
            tuple(lines),
            note=_note(self._match, date),
            address=date.event.location if at_home else "",
            squeeze=squeeze,
        )
        draft.check()
        return draft

    def _placed(
        self, date: PlannedDate, services: Sequence[Service], named: Named
    ) -> tuple[Sequence[Busy], bool]:
        """The lines with a worker whose time it is, and whether that is off shift.

        Raises DeskError "clash" or "place_full" where nobody's is, unless squeezing in was said.
        """
        workers = self._candidates(services, named)
        base = rules.laid_out(self._act, self._draft(date, "", workers[0], services, squeeze=False))
        refusal: DeskError | None = None
        free: list[Sequence[Busy]] = []
        for worker_id in workers:
            lines = [replace(line, worker_id=worker_id) for line in base]
            held = rules.held(self._act, lines)
            if held is None and self._on_shift(lines):
                return lines, False
            if held is None:
                free.append(lines)
            refusal = refusal or held
        if free:
            return free[0], True
        if refusal is not None and not self._choice.squeeze:
            raise refusal
        squeezed = [replace(line, squeezed=True) for line in base]
        return squeezed, not self._on_shift(squeezed)

    def _candidates(self, services: Sequence[Service], named: Named) -> list[str]:
        """Who may do it: whom the event names, else whom the owner or the calendar's name says, else all.

        Who does not do that service is passed over, unless the event itself names them.
        """
        said = named.worker_id
        able = [
            one.id
            for one in self._team
            if all(one.id in self._able.get(service.id, {one.id}) for service in services)
        ]
        if said is None and not able:
            raise DeskError("nobody_does_it", service=services[0].name)
        if said is not None and said not in able:
            raise DeskError("not_their_service", worker=self._names[said], service=services[0].name)
        usual = self._choice.worker_id or self._calendars_worker
        return [said] if said else [usual] if usual in able else able

    def _on_shift(self, lines: Sequence[Busy]) -> bool:
        for line in lines:
            day = line.busy.start.date()
            if day not in self._shifts:
                self._shifts[day] = team_store.working_spans(self._act, day, day + dt.timedelta(days=1))
            if not fits(line.busy, self._shifts[day].get(line.worker_id, ())):
                return False
        return True

    # ---- known ones

    def _row(self, number: int, known: Appointment, result: str) -> CalendarRow:
        return CalendarRow(
            number,
            known.start,
            known.end,
            result,
            customer=known.customer,
            service=" + ".join(line.service for line in known.lines),
            worker=known.lines[0].worker,
            repeats=known.series_id is not None,
        )

    def _cancel(self, number: int, date: PlannedDate, known: Appointment) -> CalendarRow:
        if known.status in OFF:
            return self._row(number, known, "known")
        if known.status in CLOSED:
            raise DeskError("appointment_closed", status=known.status)
        if date.event.sequence < known.sequence:
            return self._row(number, known, "older")
        reason = date.event.title if date.event.title != known.customer else ""
        columns = cancelled(self._act, known.start, "shop", reason, self._act.now)
        set_status(self._act, known, "cancelled", **columns)
        self._count_up(known.id, date)
        return self._row(number, known, "cancelled")

    def _change(self, number: int, date: PlannedDate, known: Known) -> CalendarRow:
        here = known.appointment
        start = rules.existing(self._act, date.start)
        lines = moved(self._act, known, start, start + dt.timedelta(minutes=date.event.minutes))
        columns: dict[str, object] = {}
        if not known.ours:
            named = self._match.read(date.event)
            columns = self._said(date, here, named)
            lines = self._as_named(lines, here, named)
        if lines is None and not columns:
            return self._row(number, here, "known")
        if date.event.sequence < here.sequence:
            return self._row(number, here, "older")
        if here.status in CLOSED:
            raise DeskError("appointment_closed", status=here.status)
        row = self._row(number, here, "updated")
        if lines is not None:
            lines = rules.settled(self._act, lines, here.id)
            rules.check_lines(self._act, lines)
            held = rules.held(self._act, [line for line in lines if not line.squeezed], here.id)
            if held is not None and not self._choice.squeeze:
                raise held
            lines = [replace(line, squeezed=line.squeezed or held is not None) for line in lines]
            rewrite_lines(self._act, here, lines)
            row = replace(row, start=lines[0].span.start, end=lines[-1].span.end, squeezed=held is not None)
        if columns:
            self._act.update("appointment", here.id, **columns)
        self._count_up(here.id, date)
        return row

    def _said(self, date: PlannedDate, here: Appointment, named: Named) -> dict[str, object]:
        """The appointment's own columns that the calendar has otherwise.

        A name alone does not change the customer: the owner may have renamed the record since.
        """
        columns: dict[str, object] = {}
        note = _note(self._match, date)
        if note != here.note:
            columns["note"] = note
        other = self._match.phoned(named)
        if other is not None and other != here.customer_id:
            columns["customer_id"] = other
        return columns

    def _as_named(
        self, lines: Sequence[Busy] | None, here: Appointment, named: Named
    ) -> Sequence[Busy] | None:
        """The line of a single service with the service and worker the event names now; None: as it was."""
        if len(here.lines) != 1:
            return lines
        old = here.lines[0]
        service_id = named.services[0].id if len(named.services) == 1 else old.service_id
        worker_id = named.worker_id or old.worker_id
        if (service_id, worker_id) == (old.service_id, old.worker_id):
            return lines
        (line,) = lines or rules.kept_lines(self._act, here)
        if service_id != old.service_id:
            line = replace(line, service_id=service_id, place_id=None, any_place=not here.address)
        return [replace(line, worker_id=worker_id)]

    def _count_up(self, appointment_id: str, date: PlannedDate) -> None:
        """The calendar's SEQUENCE, where it is ahead of what the changes here have counted."""
        now = self._act.value("SELECT sequence FROM appointment WHERE id = :id", id=appointment_id)
        if date.event.sequence > now:
            self._act.update("appointment", appointment_id, sequence=date.event.sequence)


def _note(match: Matcher, date: PlannedDate) -> str:
    """The description without the lines that only hold the customer's number."""
    lines = [line.strip() for line in date.event.description.splitlines()]
    return "\n".join(line for line in lines if line and not match.is_only_phone(line))
