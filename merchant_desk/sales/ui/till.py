"""What a checkout sheet is filled with, read in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments import store as appointment_store
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import price_for
from merchant_desk.customers import store as customer_store
from merchant_desk.sales import store as sale_store
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sales.ui.customer_line import Who
from merchant_desk.sources import store as source_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.catalog.model import Service, Terms
    from merchant_desk.db.records import Reader
    from merchant_desk.sources.model import Touch
    from merchant_desk.team.model import Worker

_LATELY = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Till:
    """The services on sale, most sold first, who does them, and what is known of this sale already."""

    services: tuple[Service, ...]
    workers: tuple[Worker, ...]
    able: Mapping[str, frozenset[str]]
    who: Who | None
    start: dt.datetime | None
    lines: tuple[SaleLineDraft, ...]
    known: Touch | None
    every: Mapping[str, Service]
    terms: Mapping[tuple[str, str], Terms]

    def workers_for(self, line: SaleLineDraft) -> list[Worker]:
        """Who may have done this line; whoever it names is among them, also after leaving."""
        able = self.able.get(line.service_id or "")
        return [
            worker
            for worker in self.workers
            if worker.id == line.worker_id or (not worker.archived and (able is None or worker.id in able))
        ]

    def price_with(self, line: SaleLineDraft, worker_id: str | None) -> int:
        """What the line's service costs with that worker; the line's own price where it is no service."""
        service = self.every.get(line.service_id or "")
        return line.unit_price if service is None else price_for(service, worker_id, self.terms)


def read_till(reader: Reader, today: dt.date, appointment_id: str | None, customer_id: str | None) -> Till:
    """Everything the sheet needs; a missing appointment or customer leaves its part empty."""
    services = catalog_store.services(reader, archived=True)
    sold = sale_store.often_sold(reader, today - _LATELY)
    on_sale = [service for service in services if not service.archived]
    booked = appointment_store.appointment(reader, appointment_id) if appointment_id else None
    person = booked.customer_id if booked else customer_id
    every, terms = {service.id: service for service in services}, catalog_store.own_terms(reader)
    return Till(
        services=tuple(sorted(on_sale, key=lambda service: -sold.get(service.id, 0))),
        workers=tuple(team_store.workers(reader, archived=True)),
        able=catalog_store.workers_of(reader),
        who=_who(reader, person),
        start=min((line.start for line in booked.lines), default=None) if booked else None,
        lines=_lines(booked, every, terms),
        known=known_source(reader, today, person),
        every=every,
        terms=terms,
    )


def known_source(reader: Reader, today: dt.date, customer_id: str | None) -> Touch | None:
    """What is known already to have brought this customer today."""
    if customer_id is None:
        return None
    return source_store.visit_touches(reader, today, [customer_id])[customer_id].touch


def line_for(
    service: Service, worker_id: str | None = None, terms: Mapping[tuple[str, str], Terms] | None = None
) -> SaleLineDraft:
    """A service as a line at its list price, or at the worker's own where `terms` have one."""
    return SaleLineDraft(
        title=service.name,
        unit_price=price_for(service, worker_id, terms or {}),
        service_id=service.id,
        worker_id=worker_id,
        material_cost=service.material_cost,
    )


def _lines(
    booked: Appointment | None, services: Mapping[str, Service], terms: Mapping[tuple[str, str], Terms]
) -> tuple[SaleLineDraft, ...]:
    if booked is None:
        return ()
    return tuple(line_for(services[line.service_id], line.worker_id, terms) for line in booked.lines)


def _who(reader: Reader, customer_id: str | None) -> Who | None:
    found = customer_store.customer(reader, customer_id) if customer_id else None
    if found is None:
        return None
    return Who(found.id, found.name, found.phone_typed, sale_store.visits(reader, found.id))
