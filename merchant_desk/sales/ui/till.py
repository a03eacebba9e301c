"""What a checkout sheet is filled with, read in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.appointments import store as appointment_store
from merchant_desk.catalog import store as catalog_store
from merchant_desk.catalog.model import price_for
from merchant_desk.customers import store as customer_store
from merchant_desk.prepaid import store as prepaid_store
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales import rounding
from merchant_desk.sales import store as sale_store
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sales.ui.customer_line import Who
from merchant_desk.shell import language, words
from merchant_desk.sources import store as source_store
from merchant_desk.stock import store as stock_store
from merchant_desk.team import store as team_store

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.catalog.model import Service, Terms
    from merchant_desk.db.records import Reader
    from merchant_desk.prepaid.model import CardState, CardType
    from merchant_desk.sales.model import Reopened
    from merchant_desk.sources.model import Touch
    from merchant_desk.stock.model import Product
    from merchant_desk.team.model import Worker

_LATELY = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sheet is opened for: an appointment, a customer, an open sale, or a deposit to be taken."""

    appointment_id: str | None = None
    customer_id: str | None = None
    sale_id: str | None = None
    deposit_for: str | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose sale it is, what is known to have brought them, and the cards they have."""

    who: Who | None = None
    known: Touch | None = None
    cards: tuple[CardState, ...] = ()

    @property
    def said(self) -> tuple[str | None, str | None, str] | None:
        """What is on record as (content id, channel id, evidence)."""
        known = self.known
        return (known.content_id, known.channel_id, known.evidence) if known else None

    @property
    def how(self) -> str:
        """How that is known, in words."""
        if self.known is None:
            return ""
        text = QCoreApplication.translate("till", "known already: {evidence}")
        return text.format(evidence=words.evidence_name(self.known.evidence))


@dataclass(frozen=True, slots=True)
class Till:
    """What is on sale, most sold first, who does it, and what is known of this sale already.

    `deposit` is what was agreed for the appointment of a deposit, in minor units. `opened` is the open sale
    that is gone on with.
    """

    services: tuple[Service, ...]
    products: tuple[Product, ...]
    card_types: tuple[CardType, ...]
    workers: tuple[Worker, ...]
    able: Mapping[str, frozenset[str]]
    visitor: Visitor
    start: dt.datetime | None
    lines: tuple[SaleLineDraft, ...]
    every: Mapping[str, Service]
    terms: Mapping[tuple[str, str], Terms]
    rounding: str
    deposit: int | None = None
    opened: Reopened | None = None

    @property
    def add_ons(self) -> list[Service]:
        """What is offered under a service."""
        return [service for service in self.services if service.add_on]

    def workers_for(self, line: SaleLineDraft) -> list[Worker]:
        """Who may have done this line; whoever it names is among them, also after leaving."""
        able = self.able.get(line.service_id or "")
        named = {line.worker_id, *(worker_id for worker_id, _part in line.shares)}
        return [
            worker
            for worker in self.workers
            if worker.id in named or (not worker.archived and (able is None or worker.id in able))
        ]

    def price_with(self, line: SaleLineDraft, worker_id: str | None) -> int:
        """What the line's service costs with that worker; the line's own price where it is no service."""
        service = self.every.get(line.service_id or "")
        return line.unit_price if service is None else price_for(service, worker_id, self.terms)

    def heading(self, name: str) -> str:
        """When the visit began, whose it is and who did it: '14:00 李悦 · 小雨'."""
        names = {worker.id: worker.name for worker in self.workers}
        did = dict.fromkeys(names[line.worker_id] for line in self.lines if line.worker_id in names)
        time = language.time_text(self.start) if self.start else ""
        parts = [f"{time} {name}".strip(), language.joined(list(did))]
        return " · ".join(part for part in parts if part)

    def stock_of(self, product_id: str | None) -> int | None:
        """How many pieces of a product there are; None for what is none."""
        return next((one.stock for one in self.products if one.id == product_id), None)


def read_till(reader: Reader, today: dt.date, asked: Asked) -> Till:
    """Everything the sheet needs; a missing appointment or customer leaves its part empty."""
    services = catalog_store.services(reader, archived=True)
    sold = sale_store.often_sold(reader, today - _LATELY)
    on_sale = [service for service in services if not service.archived]
    sale_id = asked.sale_id or _open_for(reader, asked.appointment_id)
    opened = sale_store.reopened(reader, sale_id) if sale_id else None
    draft = opened.draft if opened else None
    appointment_id = asked.appointment_id or asked.deposit_for or (draft.appointment_id if draft else None)
    booked = appointment_store.appointment(reader, appointment_id) if appointment_id else None
    person = draft.customer_id if draft else booked.customer_id if booked else asked.customer_id
    every, terms = {service.id: service for service in services}, catalog_store.own_terms(reader)
    lines = draft.lines if draft else () if asked.deposit_for else _lines(booked, every, terms)
    return Till(
        services=tuple(sorted(on_sale, key=lambda service: -sold.get(service.id, 0))),
        products=tuple(stock_store.products(reader)),
        card_types=tuple(prepaid_store.card_types(reader)),
        workers=tuple(team_store.workers(reader, archived=True)),
        able=catalog_store.workers_of(reader),
        visitor=read_visitor(reader, today, person, sale_id),
        start=min((line.start for line in booked.lines), default=None) if booked else None,
        lines=lines,
        every=every,
        terms=terms,
        rounding=rounding.rule_of(reader),
        deposit=booked.deposit if booked and asked.deposit_for else None,
        opened=opened,
    )


def read_visitor(
    reader: Reader, today: dt.date, customer_id: str | None, sale_id: str | None = None
) -> Visitor:
    """Who that is, what is known already to have brought them today, and their cards.

    What was said for that very sale when it was put aside comes before what is known of the customer.
    """
    said = source_store.touch_of_sale(reader, sale_id) if sale_id else None
    found = customer_store.customer(reader, customer_id) if customer_id else None
    if found is None:
        return Visitor(known=said)
    return Visitor(
        Who(found.id, found.name, found.phone_typed, sale_store.visits(reader, found.id, today)),
        said or source_store.visit_touches(reader, today, [found.id])[found.id].touch,
        tuple(prepaid_store.cards_of(reader, found.id, today)),
    )


def line_for(
    service: Service, worker_id: str | None = None, terms: Mapping[tuple[str, str], Terms] | None = None
) -> SaleLineDraft:
    """A service as a line at its list price, or at the worker's own where `terms` have one."""
    return SaleLineDraft(
        title=service.name,
        unit_price=price_for(service, worker_id, terms or {}),
        kind="add_on" if service.add_on else "service",
        service_id=service.id,
        worker_id=worker_id,
        material_cost=service.material_cost,
    )


def product_line(product: Product, worker_id: str | None) -> SaleLineDraft:
    """A product as a line, one piece of it."""
    return SaleLineDraft(
        title=product.name,
        unit_price=product.price,
        kind="product",
        worker_id=worker_id,
        material_cost=product.cost,
        product_id=product.id,
    )


def card_line(card_type: CardType, today: dt.date, worker_id: str | None) -> SaleLineDraft:
    """A prepaid card as a line that sells it today."""
    return SaleLineDraft(
        title=card_type.name,
        unit_price=card_type.price,
        kind="card",
        worker_id=worker_id,
        card=card_type.draft(today),
    )


def deposit_line(title: str, amount: int, appointment_id: str | None) -> SaleLineDraft:
    """What is paid ahead for an appointment: `amount` minor units, or what is typed."""
    card = CardDraft("deposit", title, appointment_id=appointment_id)
    return SaleLineDraft(title=title, unit_price=amount, kind="card", card=card)


def _open_for(reader: Reader, appointment_id: str | None) -> str | None:
    """The sale of an appointment that was put aside or is owed: it is gone on with."""
    waiting = sale_store.open_sales(reader) if appointment_id else []
    return next((one.id for one in waiting if one.appointment_id == appointment_id), None)


def _lines(
    booked: Appointment | None, services: Mapping[str, Service], terms: Mapping[tuple[str, str], Terms]
) -> tuple[SaleLineDraft, ...]:
    if booked is None:
        return ()
    return tuple(line_for(services[line.service_id], line.worker_id, terms) for line in booked.lines)
