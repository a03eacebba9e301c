"""Prepaid cards as they are sold and as they stand (pure)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CounterDraft:
    """How often a pass may be used for a service: `unit_price` (minor units) is what one use counts in a refund.

    `free` units are given on top: they carry nothing of the price.
    """

    service_id: str
    units: int
    unit_price: int
    free: bool = False


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A prepaid card that a sale line sells; what the line comes to is its principal.

    `kind` is "balance" (with `bonus`, minor units), "pass" (with `counters`) or "deposit" (for
    `appointment_id`). `spend_first` is "principal", "bonus" or "share". `expires_on` None never does.
    """

    kind: str
    name: str
    bonus: int = 0
    counters: tuple[CounterDraft, ...] = ()
    card_type_id: str | None = None
    appointment_id: str | None = None
    expires_on: dt.date | None = None
    spend_first: str = "principal"
