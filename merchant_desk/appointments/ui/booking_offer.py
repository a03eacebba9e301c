"""What a booking sheet opens with: the catalogue, the team, the day, and the appointment it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments import store
from merchant_desk.catalog import store as catalog_store
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment, DayBoard
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.team.model import Worker


@dataclass(frozen=True, slots=True)
class BookingOffer:
    """What can be booked: the catalogue, the team, and the day's board."""

    services: tuple[Service, ...]
    workers: tuple[Worker, ...]
    who_does: Mapping[str, frozenset[str]]
    step: int
    board: DayBoard
    appointment: Appointment | None


def read_offer(reader: Reader, day: dt.date, appointment_id: str) -> BookingOffer:
    """Everything the sheet opens with; with an appointment its own day stands in for `day`."""
    shop = shop_store.shop(reader)
    appointment = store.appointment(reader, appointment_id) if appointment_id else None
    if appointment is not None:
        day = appointment.lines[0].start.date()
    return BookingOffer(
        services=tuple(catalog_store.services(reader)),
        workers=tuple(team_store.workers(reader)),
        who_does=catalog_store.workers_of(reader),
        step=shop.step_minutes if shop else shop_store.DEFAULT_STEP,
        board=store.board(reader, day),
        appointment=appointment,
    )
