"""One sale whole, as it stands in the books, and an open one as the till goes on with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import parse_day, parse_wall
from merchant_desk.db.records import Reader, in_list
from merchant_desk.prepaid.store import draft_of
from merchant_desk.sales.model import (
    PaidVoucher,
    Payment,
    RefundOf,
    Reopened,
    Sale,
    SaleDraft,
    SaleLine,
    SaleLineDraft,
    SaleSource,
    Share,
)
from merchant_desk.shop import store as shop_store

if TYPE_CHECKING:
    import sqlite3

# What was said at the sale and what was said when its appointment was made; ordered so that the strongest
# evidence comes last and wins.
SOURCES = """
WITH said AS (
    SELECT touch.id, touch.sale_id FROM touch WHERE touch.sale_id IN {sales}
    UNION
    SELECT touch.id, sale.id AS sale_id FROM sale JOIN touch ON touch.appointment_id = sale.appointment_id
    WHERE sale.id IN {sales} AND touch.sale_id IS NULL)
SELECT said.sale_id, coalesce(content.kind, channel.kind) AS kind,
    coalesce(content.title, channel.name, '') AS title, touch.evidence, touch.at, touch.asked_by
FROM said JOIN touch ON touch.id = said.id LEFT JOIN content ON content.id = touch.content_id
LEFT JOIN channel ON channel.id = touch.channel_id
ORDER BY said.sale_id, touch.strength, touch.at, touch.id
"""

_HEAD = """
SELECT sale.*, coalesce(customer.name, '') AS customer, coalesce(customer.phone_typed, '') AS phone,
    coalesce(first.number, '') AS refund_of_number
FROM sale LEFT JOIN customer ON customer.id = sale.customer_id
LEFT JOIN sale first ON first.id = sale.refund_of
WHERE sale.id = :id
"""

_LINES = """
SELECT line.*, coalesce(worker.name, '') AS worker,
    (SELECT coalesce(-sum(back.amount), 0) FROM sale_line back JOIN sale ON sale.id = back.sale_id
        WHERE back.refund_of_line = line.id AND sale.status = 'paid') AS refunded,
    (SELECT coalesce(-sum(CASE WHEN back.unit_price = line.unit_price THEN back.quantity ELSE 0 END), 0)
        FROM sale_line back JOIN sale ON sale.id = back.sale_id
        WHERE back.refund_of_line = line.id AND sale.status = 'paid') AS refunded_quantity
FROM sale_line line LEFT JOIN worker ON worker.id = line.worker_id WHERE line.sale_id = :id ORDER BY line.seq
"""

_SHARES = """
SELECT part.sale_line_id, part.worker_id, worker.name, part.share
FROM sale_line line JOIN sale_share part ON part.sale_line_id = line.id
JOIN worker ON worker.id = part.worker_id
WHERE line.sale_id = :id ORDER BY part.id
"""

_PAYMENTS = """
SELECT payment.*, voucher.platform, voucher.code, voucher.list_price, voucher.pays_out, voucher.state,
    voucher.service_id, card.number AS card_number, card.name AS card_name
FROM payment JOIN sale ON sale.id = payment.sale_id LEFT JOIN voucher ON voucher.id = payment.voucher_id
LEFT JOIN card ON card.id = payment.card_id
"""

# What the counters of a pass were used for in this sale.
_COUNTED = """
SELECT DISTINCT entry.card_id, counter.service_id FROM card_entry entry
JOIN card_counter counter ON counter.id = entry.counter_id
WHERE entry.sale_id = :id AND entry.kind = 'used' AND entry.units < 0 ORDER BY counter.id
"""


def sale(reader: Reader, sale_id: str) -> Sale | None:
    """One sale whole, or None."""
    head = reader.one(_HEAD, id=sale_id)
    if head is None:
        return None
    marks, ids = in_list("sale", [sale_id])
    sources = reader.all(SOURCES.format(sales=marks), **ids)
    refunds = reader.all(
        "SELECT id, number, sold_at, total, status, refund_reason FROM sale WHERE refund_of = :id"
        " ORDER BY sold_at, number",
        id=sale_id,
    )
    return Sale(
        id=head["id"],
        number=head["number"],
        sold_at=parse_wall(head["sold_at"]),
        customer_id=head["customer_id"],
        customer=head["customer"],
        customer_phone=head["phone"],
        appointment_id=head["appointment_id"],
        cashier=head["cashier"],
        status=head["status"],
        total=head["total"],
        void_reason=head["void_reason"],
        voided_at=_voided_at(reader, head["voided_at"]),
        note=head["note"],
        lines=_lines(reader, sale_id),
        payments=_payments(reader, sale_id),
        sources=tuple(
            SaleSource(row["kind"], row["title"], row["evidence"], parse_wall(row["at"]), row["asked_by"])
            for row in reversed(sources)
        ),
        takings=head["takings"],
        opened_at=parse_wall(head["opened_at"]) if head["opened_at"] else None,
        held=bool(head["held"]),
        of_day=parse_day(head["of_day"]) if head["of_day"] else None,
        invoice_number=head["invoice_number"],
        refund_of=head["refund_of"],
        refund_of_number=head["refund_of_number"],
        refund_reason=head["refund_reason"],
        refunds=tuple(
            RefundOf(
                row["id"],
                row["number"],
                parse_wall(row["sold_at"]),
                row["total"],
                row["status"],
                row["refund_reason"],
            )
            for row in refunds
        ),
        given_back=tuple(
            _payment(row, ())
            for row in reader.all(
                _PAYMENTS + "WHERE sale.refund_of = :id AND sale.status = 'paid'"
                " ORDER BY payment.at, payment.seq",
                id=sale_id,
            )
        ),
    )


def reopened(reader: Reader, sale_id: str) -> Reopened | None:
    """An open sale as the till goes on with it, None where there is none (any more).

    The source that was said stays noted at the sale and is not in the draft.
    """
    known = sale(reader, sale_id)
    if known is None or known.status != "open":
        return None
    draft = SaleDraft(
        lines=tuple(_line_draft(reader, line) for line in known.lines),
        payments=(),
        customer_id=known.customer_id,
        appointment_id=known.appointment_id,
        cashier=known.cashier,
        note=known.note,
        id=known.id,
        of_day=known.of_day,
    )
    return Reopened(draft, known.number, known.opened_at or known.sold_at, known.held, known.payments)


def _line_draft(reader: Reader, line: SaleLine) -> SaleLineDraft:
    return SaleLineDraft(
        title=line.title,
        unit_price=line.unit_price,
        kind=line.kind,
        service_id=line.service_id,
        worker_id=line.worker_id,
        quantity=line.quantity,
        discount=line.discount,
        material_cost=line.material_cost,
        list_price=line.list_price,
        price_reason=line.price_reason,
        requested=line.requested,
        shares=tuple((share.worker_id, share.share) for share in line.shares),
        product_id=line.product_id,
        card=draft_of(reader, line.card_id) if line.card_id else None,
    )


def _lines(reader: Reader, sale_id: str) -> tuple[SaleLine, ...]:
    shares: dict[str, list[Share]] = {}
    for row in reader.all(_SHARES, id=sale_id):
        shares.setdefault(row["sale_line_id"], []).append(Share(row["worker_id"], row["name"], row["share"]))
    return tuple(
        SaleLine(
            kind=row["kind"],
            title=row["title"],
            worker=row["worker"],
            quantity=row["quantity"],
            unit_price=row["unit_price"],
            discount=row["discount"],
            amount=row["amount"],
            id=row["id"],
            service_id=row["service_id"],
            product_id=row["product_id"],
            card_id=row["card_id"],
            worker_id=row["worker_id"],
            list_price=row["list_price"],
            price_reason=row["price_reason"],
            material_cost=row["material_cost"],
            requested=bool(row["requested"]),
            shares=tuple(shares.get(row["id"], ())),
            refund_of_line=row["refund_of_line"],
            refunded=row["refunded"],
            refunded_quantity=row["refunded_quantity"],
        )
        for row in reader.all(_LINES, id=sale_id)
    )


def _payments(reader: Reader, sale_id: str) -> tuple[Payment, ...]:
    counted: dict[str, list[str]] = {}
    for row in reader.all(_COUNTED, id=sale_id):
        counted.setdefault(row["card_id"], []).append(row["service_id"])
    return tuple(
        _payment(row, tuple(counted.get(row["card_id"], ())))
        for row in reader.all(_PAYMENTS + "WHERE payment.sale_id = :id ORDER BY payment.seq", id=sale_id)
    )


def _payment(row: sqlite3.Row, counted: tuple[str, ...]) -> Payment:
    made = Payment(
        row["method"],
        row["amount"],
        row["fee"],
        None,
        id=row["id"],
        at=parse_wall(row["at"]),
        card_id=row["card_id"],
        card_number=row["card_number"] or "",
        card_name=row["card_name"] or "",
        service_ids=counted if row["method"] == "pass" else (),
        given=row["given"],
        reason=row["reason"],
    )
    if row["voucher_id"] is None:
        return made
    voucher = PaidVoucher(
        row["platform"], row["code"], row["list_price"], row["pays_out"], row["voucher_id"], row["state"]
    )
    return replace(made, voucher=voucher, service_ids=(row["service_id"],) if row["service_id"] else ())


def _voided_at(reader: Reader, epoch_ms: int | None) -> dt.datetime | None:
    if epoch_ms is None:
        return None
    zone = ZoneInfo(shop_store.zone(reader))
    return dt.datetime.fromtimestamp(epoch_ms / 1000, zone).replace(tzinfo=None, microsecond=0)
