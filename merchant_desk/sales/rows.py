"""Drafts of the till as rows of the file, and the numbers of sales."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.clock import wall
from merchant_desk.db.records import Act
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLine, SaleLineDraft


def next_number(act: Act, at: dt.datetime) -> str:
    """The number after the last one of that day, '20260820-0001'."""
    day = wall(at)[:10]
    return written_number(day, last_number(act, day) + 1)


def written_number(day: str, count: int) -> str:
    """The number of a day's sale."""
    return f"{day.replace('-', '')}-{count:04d}"


def last_number(act: Act, day: str) -> int:
    """How many numbers that day has given."""
    found = act.value(
        "SELECT max(CAST(substr(number, 10) AS INTEGER)) FROM sale"
        " WHERE number >= :first AND number < :after",
        first=f"{day.replace('-', '')}-",
        after=f"{day.replace('-', '')}.",
    )
    return int(found or 0)


def head_row(draft: SaleDraft) -> dict[str, object]:
    """The columns of a sale that its draft knows."""
    return {
        "customer_id": draft.customer_id,
        "appointment_id": draft.appointment_id,
        "cashier": draft.cashier,
        "total": draft.total,
        "takings": draft.takings,
        "note": draft.note,
        "of_day": draft.of_day.isoformat() if draft.of_day else None,
    }


def line_row(line: SaleLineDraft, sale_id: str, seq: int, card_id: str | None = None) -> dict[str, object]:
    """A line's columns; a line that several did is the first one's where it names none."""
    worker = line.worker_id or (line.shares[0][0] if line.shares else None)
    return {
        "sale_id": sale_id,
        "seq": seq,
        "kind": line.kind,
        "service_id": line.service_id,
        "product_id": line.product_id,
        "card_id": card_id,
        "worker_id": worker,
        "title": line.title,
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "list_price": line.unit_price if line.list_price is None else line.list_price,
        "price_reason": line.price_reason.strip(),
        "discount": line.discount,
        "amount": line.amount,
        "material_cost": line.material_cost,
        "requested": int(line.requested),
    }


def share_rows(line: SaleLineDraft, line_id: str) -> list[dict[str, object]]:
    """Who did a line together; nothing where one did it alone."""
    if len(line.shares) < 2:
        return []
    return [{"sale_line_id": line_id, "worker_id": worker, "share": share} for worker, share in line.shares]


def payment_row(
    payment: PaymentDraft, sale_id: str, seq: int, at: dt.datetime, voucher_id: str | None
) -> dict[str, object]:
    """A payment's columns."""
    return {
        "sale_id": sale_id,
        "seq": seq,
        "at": wall(at),
        "method": payment.method,
        "amount": payment.amount,
        "given": payment.given,
        "fee": payment.fee,
        "voucher_id": voucher_id,
        "card_id": payment.card_id,
        "reason": payment.reason.strip(),
    }


def back_row(line: SaleLine, amount: int, quantity: int, sale_id: str, seq: int) -> dict[str, object]:
    """The line of a refund that gives `amount` of `line` back, and so many of its pieces."""
    # Money only is one piece of just that price; what comes back by the piece has the price it had.
    pieces, price = (quantity, line.unit_price) if quantity else (1, amount)
    return {
        "sale_id": sale_id,
        "seq": seq,
        "kind": line.kind,
        "service_id": line.service_id,
        "product_id": line.product_id,
        "card_id": line.card_id,
        "worker_id": line.worker_id,
        "title": line.title,
        "quantity": -pieces,
        "unit_price": price,
        "list_price": line.list_price,
        "discount": amount - pieces * price,
        "amount": -amount,
        "requested": int(line.requested),
        "refund_of_line": line.id,
    }
