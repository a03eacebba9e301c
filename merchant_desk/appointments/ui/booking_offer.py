"""What a booking sheet works with: the catalogue, the team, a day's diary, and the appointment it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments import offers, store
from merchant_desk.appointments.availability import Diary, Wish
from merchant_desk.appointments.series import store as series_store
from merchant_desk.catalog import store as catalog_store
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.appointments.series.store import Standing
    from merchant_desk.catalog.model import Place, Service, Terms
    from merchant_desk.db.records import Reader
    from merchant_desk.shop.model import BookingRules
    from merchant_desk.team.model import Worker

_ONE_DAY = dt.timedelta(days=1)
_LATER = 6
_LATER_A_DAY = 2


@dataclass(frozen=True, slots=True)
class BookingOffer:
    """What can be booked, and how the shop gives its time away.

    `services` and `workers` are those in use and those that the appointment has all the same; `gone` names
    the latter by id. `terms` as `catalog_store.own_terms` gives them.
    """

    services: tuple[Service, ...]
    workers: tuple[Worker, ...]
    who_does: Mapping[str, frozenset[str]]
    terms: Mapping[tuple[str, str], Terms]
    places: tuple[Place, ...]
    gone: frozenset[str]
    rules: BookingRules
    appointment: Appointment | None
    standing: Standing | None

    def able(self, service: Service) -> list[Worker]:
        """Who does a service, in the shop's order."""
        named = self.who_does.get(service.id)
        here = [worker for worker in self.workers if worker.id not in self.gone]
        return [worker for worker in here if named is None or worker.id in named]

    def places_for(self, service: Service) -> tuple[Place, ...] | None:
        """The rooms or chairs it may be done in; None where it needs none."""
        if not service.place_kind:
            return None
        here = [place for place in self.places if place.id not in self.gone]
        return tuple(place for place in here if place.kind == service.place_kind)


@dataclass(frozen=True, slots=True)
class DayKnown:
    """What is free on a day: for visits in the shop and, beside it, for home visits; and who works."""

    day: dt.date
    here: Diary
    away: Diary
    on_shift: frozenset[str]

    def diary(self, travel: int) -> Diary:
        """For a visit with so many minutes of way."""
        return self.away if travel else self.here


def read_offer(reader: Reader, appointment_id: str) -> BookingOffer:
    """Everything the sheet opens with but the day."""
    appointment = store.appointment(reader, appointment_id) if appointment_id else None
    lines = appointment.lines if appointment else ()
    services, workers = catalog_store.services(reader), team_store.workers(reader)
    places = catalog_store.places(reader)
    gone = (
        {line.service_id for line in lines} - {one.id for one in services},
        {line.worker_id for line in lines} - {one.id for one in workers},
        {line.place_id for line in lines if line.place_id} - {one.id for one in places},
    )
    services += [one for one in catalog_store.services(reader, archived=True) if one.id in gone[0]]
    workers += [one for one in team_store.workers(reader, archived=True) if one.id in gone[1]]
    places += [one for one in catalog_store.places(reader, archived=True) if one.id in gone[2]]
    return BookingOffer(
        services=tuple(services),
        workers=tuple(workers),
        who_does=catalog_store.workers_of(reader),
        terms=catalog_store.own_terms(reader),
        places=tuple(places),
        gone=frozenset().union(*gone),
        rules=shop_store.booking_rules(reader),
        appointment=appointment,
        standing=series_store.standing(reader, appointment_id) if appointment_id else None,
    )


def read_day(reader: Reader, day: dt.date, appointment_id: str = "") -> DayKnown:
    """What is free on a day for whoever and wherever; what the appointment itself holds counts as free."""
    team = tuple(worker.id for worker in team_store.workers(reader))
    rooms = tuple(place.id for place in catalog_store.places(reader))
    # The day after too: a shift may go on past midnight.
    facts = ([Wish(1, 0, 0, team, places=rooms)], day, day + _ONE_DAY, appointment_id or None)
    shifts = team_store.working_spans(reader, day)
    return DayKnown(
        day=day,
        here=offers.read_diary(reader, *facts),
        away=offers.read_diary(reader, *facts, travel=1),
        on_shift=frozenset(worker_id for worker_id, spans in shifts.items() if spans),
    )


def read_later(
    reader: Reader,
    after: dt.datetime,
    wanted: Sequence[Wish],
    now: dt.datetime,
    travel: int,
    appointment_id: str = "",
) -> list[dt.datetime]:
    """The next times it would fit after a full day, up to the shop's horizon: few a day, on several days."""
    rules = shop_store.booking_rules(reader)
    found: list[dt.datetime] = []
    start = after
    while len(found) < _LATER:
        # Per day only the first few: whoever cannot come that day is not helped by its afternoon.
        left = offers.offers(
            reader,
            start,
            wanted,
            days=rules.horizon + 1,
            step=rules.step,
            limit=_LATER_A_DAY * max(len(wanted[0].workers), 1),
            travel=travel,
            except_appointment=appointment_id or None,
            now=now,
        )
        if not left:
            break
        first = left[0].start.date()
        found += sorted({one.start for one in left if one.start.date() == first})[:_LATER_A_DAY]
        start = dt.datetime.combine(first + _ONE_DAY, dt.time())
    return found[:_LATER]
