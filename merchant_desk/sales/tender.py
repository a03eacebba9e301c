"""What was handed over at the till against what is to pay: payments, change, and what is left (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from merchant_desk.sales.model import PaymentDraft


@dataclass(frozen=True, slots=True)
class Tender:
    """One way of paying; `given` in minor units, None for whatever is left to pay, up to `limit`."""

    method: str
    given: int | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What the tenders come to.

    `amounts` is what each tender pays, in their order; `change` goes back in cash. `left` is what
    is still to pay; below zero so much was paid too much.
    """

    amounts: tuple[int, ...]
    change: int
    left: int
    payments: tuple[PaymentDraft, ...]


def settle(total: int, tenders: Sequence[Tender]) -> Settled:
    """Share `total` minor units over the tenders.

    The tenders without an amount pay the rest in their order, each up to its limit. Cash beyond what is
    to pay is change; nothing else gives change.
    """
    amounts = [tender.given or 0 for tender in tenders]
    firm = sum(amounts[at] for at, tender in enumerate(tenders) if tender.method != "cash")
    room = max(0, total - firm)
    change = 0
    for at, tender in enumerate(tenders):
        if tender.method == "cash":
            taken = min(amounts[at], room)
            change += amounts[at] - taken
            amounts[at] = taken
            room -= taken
    for at, tender in enumerate(tenders):
        if tender.given is None:
            rest = max(0, total - sum(amounts))
            amounts[at] = rest if tender.limit is None else min(rest, tender.limit)
    payments = tuple(
        PaymentDraft(tender.method, amount) for tender, amount in zip(tenders, amounts, strict=True) if amount
    )
    return Settled(tuple(amounts), change, total - sum(amounts), payments)
