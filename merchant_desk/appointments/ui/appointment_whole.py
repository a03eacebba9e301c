"""What an appointment's sheet reads, and what it does where that is more than one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from merchant_desk.appointments import store, trail_store
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.waiting import store as waiting_store
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.customers import store as customer_store
from merchant_desk.prepaid import store as prepaid_store
from merchant_desk.shop import store as shop_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.appointments.series.store import Standing
    from merchant_desk.appointments.trail_store import Happening
    from merchant_desk.customers.model import CustomerCard
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Whole:
    """The appointment, its customer's card, its history, its place in a series if it is one of one.

    Calling off less than `late_hours` before is late. `deposit` is what is left of the one that was taken,
    in minor units.
    """

    appointment: Appointment
    card: CustomerCard
    trail: list[Happening]
    standing: Standing | None
    late_hours: float
    deposit: int = 0


def read_whole(reader: Reader, appointment_id: str) -> Whole:
    """Everything the sheet shows. Raises DeskError "gone"."""
    appointment = store.appointment(reader, appointment_id)
    if appointment is None:
        raise DeskError("gone", table="appointment", id=appointment_id)
    taken = prepaid_store.deposit_of(reader, appointment_id, appointment.start.date())
    return Whole(
        appointment,
        customer_store.card(reader, appointment.customer_id),
        trail_store.trail(reader, appointment_id),
        series_store.standing(reader, appointment_id),
        shop_store.booking_rules(reader).late_hours,
        taken.left if taken is not None else 0,
    )


class Freed(NamedTuple):
    """How many dates an act gave up, and how many on the waiting list could take the time of the first."""

    dates: int
    waiting: int


def give_up(desk: Desk, appointment_id: str, act: Callable[[], int | None]) -> Freed:
    """Do `act`, which frees the appointment's time; it gives the number of dates where that is not one."""
    known = store.appointment(desk.file, appointment_id)
    dates = act() or 1
    if known is None:
        return Freed(dates, 0)
    freed = [(line.worker_id, Span(line.busy_from, line.busy_to)) for line in known.lines]
    return Freed(dates, len(waiting_store.opened_by(desk.file, freed, desk.clock.now())))
