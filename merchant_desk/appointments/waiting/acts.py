"""What is done about the waiting list: put on it, changed, taken off it, and booked from it."""

from __future__ import annotations

from merchant_desk.appointments import rules
from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.taking import take_time
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.appointments.waiting.model import Waiting, WaitingDraft
from merchant_desk.appointments.write import insert_appointment
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import Service, minutes_for
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.store import name_of
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_time
from merchant_desk.team import store as team_store


class WaitingActs:
    """The acts on the waiting list."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add(self, draft: WaitingDraft) -> str:
        """Put somebody on the list and give the entry's id.

        Raises DeskError "gone", "service_archived", "worker_left", "not_their_service",
        "end_before_start", "bad_time", "waiting_over", "waiting_too_short".
        """
        columns = self._columns(draft)
        with self._file.act("add_waiting", name_of(self._file, draft.customer_id)) as act:
            return act.insert("waiting", {"customer_id": draft.customer_id, **columns})

    def edit(self, waiting_id: str, draft: WaitingDraft) -> None:
        """Make the wish what the draft says; the place in the line stays.

        Raises DeskError "waiting_closed" (facts: customer) and what `add` raises.
        """
        self._open(waiting_id)
        columns = self._columns(draft)
        with self._file.act("edit_waiting", name_of(self._file, draft.customer_id)) as act:
            self._refuse_closed(act, waiting_id)
            act.update("waiting", waiting_id, customer_id=draft.customer_id, **columns)

    def withdraw(self, waiting_id: str) -> None:
        """They do not wait any more. Raises DeskError "gone", "waiting_closed" (facts: customer)."""
        known = self._open(waiting_id)
        with self._file.act("withdraw_waiting", known.customer) as act:
            self._refuse_closed(act, waiting_id)
            act.update("waiting", waiting_id, state="withdrawn")

    def book(self, waiting_id: str, draft: AppointmentDraft) -> str:
        """Book a time for them and take them off the list in one act; gives the appointment's id.

        A draft for another customer is an ordinary booking: who waits goes on waiting. Raises DeskError
        "gone", "waiting_closed" (facts: customer) and what `AppointmentActs.book` raises.
        """
        draft.check()
        rules.check_day(draft.lines[0].start, self._file.clock.now())
        known, customer = self._open(waiting_id), name_of(self._file, draft.customer_id)
        theirs = draft.customer_id == known.customer_id

        def write(act: Act, lines: list[Busy]) -> str:
            self._refuse_closed(act, waiting_id)
            made = insert_appointment(act, draft, lines)
            if theirs:
                act.update("waiting", waiting_id, state="booked", appointment_id=made)
            return made

        verb = "book_waiting" if theirs else "book"
        return take_time(self._file, verb, customer, lambda r: rules.laid_out(r, draft), write)

    def _columns(self, draft: WaitingDraft) -> dict[str, object]:
        service = self._service(draft.service_id)
        self._check_worker(draft.worker_id, service)
        try:
            draft.check(self._shortest(service, draft.worker_id), self._file.clock.today())
        except DeskError as error:
            raise DeskError(error.code, **error.facts, service=service.name) from error
        return {
            "service_id": draft.service_id,
            "worker_id": draft.worker_id,
            "first_day": draft.first_day.isoformat(),
            "last_day": draft.last_day.isoformat(),
            "from_time": read_time(draft.from_time),
            "to_time": read_time(draft.to_time),
            "note": draft.note.strip(),
        }

    def _shortest(self, service: Service, worker_id: str | None) -> int:
        """The minutes of the service with that worker, or with the quickest of all."""
        terms = catalog_store.own_terms(self._file)
        if worker_id is not None:
            return minutes_for(service, worker_id, terms)
        own = [minutes_for(service, one.id, terms) for one in team_store.workers(self._file)]
        return min(own, default=service.minutes)

    def _service(self, service_id: str) -> Service:
        found = catalog_store.service(self._file, service_id)
        if found is None:
            raise DeskError("gone", table="service", id=service_id)
        if found.archived:
            raise DeskError("service_archived", service=found.name)
        return found

    def _check_worker(self, worker_id: str | None, service: Service) -> None:
        if worker_id is None:
            return
        worker = team_store.worker(self._file, worker_id)
        if worker is None:
            raise DeskError("gone", table="worker", id=worker_id)
        if worker.archived:
            raise DeskError("worker_left", worker=worker.name)
        able = catalog_store.workers_of(self._file).get(service.id)
        if able is not None and worker_id not in able:
            raise DeskError("not_their_service", worker=worker.name, service=service.name)

    def _open(self, waiting_id: str) -> Waiting:
        self._refuse_closed(self._file, waiting_id)
        found = waiting_store.waiting(self._file, waiting_id)
        if found is None:
            raise DeskError("gone", table="waiting", id=waiting_id)
        return found

    def _refuse_closed(self, r: Reader, waiting_id: str) -> None:
        found = waiting_store.waiting(r, waiting_id)
        if found is None:
            raise DeskError("gone", table="waiting", id=waiting_id)
        if found.state != "waiting":
            raise DeskError("waiting_closed", customer=found.customer)
