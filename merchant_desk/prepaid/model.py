"""Prepaid cards as they are sold and as they stand (pure)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import ledger

KINDS = ("balance", "pass", "deposit")
# What the owner offers; a deposit is agreed for an appointment and has no type.
TYPE_KINDS = ("balance", "pass")
# What is paid with a balance card, a pass, a deposit: it was taken when the card was sold.
PREPAID_METHODS = ("stored_value", "pass", "deposit")
SPEND_FIRST = ("principal", "bonus", "share")
# What a ledger's entry may be, in the order in which they are offered.
ENTRY_KINDS = (
    "sold",
    "used",
    "returned",
    "refunded",
    "opening",
    "corrected",
    "transferred",
    "paused",
    "resumed",
    "extended",
)


@dataclass(frozen=True, slots=True)
class CounterDraft:
    """How often a pass may be used for a service.

    `unit_price` (minor units) is what one use counts in a refund. `free` units are given on top: they
    carry nothing of the price.
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

    def check(self) -> None:
        """Raise DeskError "no_name", "bad_amount" or "no_counters" (a pass with no unit that is paid for)."""
        if not self.name.strip():
            raise DeskError("no_name")
        if self.kind not in KINDS or self.spend_first not in SPEND_FIRST:
            raise ValueError(f"no such card: {self}")
        check_parts(self.kind, self.bonus, self.counters)


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """A card from before the desk came: what is left on it today.

    `card.bonus` is the bonus left, `card.counters` the units left; `principal` what is left of the money,
    `paid` what the card cost, in minor units. `number` "" gets the next one.
    """

    card: CardDraft
    customer_id: str
    paid: int
    principal: int
    sold_on: dt.date
    number: str = ""
    note: str = ""

    def check(self) -> None:
        """Raise DeskError "bad_amount" where more would be left than was paid, and what the card raises."""
        self.card.check()
        if not 0 <= self.principal <= self.paid:
            raise DeskError("bad_amount", text=self.card.name)


@dataclass(frozen=True, slots=True)
class CardTypeDraft:
    """What the shop sells ahead, as typed; money in minor units, `valid_days` None is for ever."""

    kind: str
    name: str
    price: int
    bonus: int = 0
    counters: tuple[CounterDraft, ...] = ()
    valid_days: int | None = None
    spend_first: str = "principal"

    def check(self) -> None:
        """Raise DeskError "no_name", "bad_amount", "no_counters" or "bad_days"."""
        if not self.name.strip():
            raise DeskError("no_name")
        if self.kind not in TYPE_KINDS or self.spend_first not in SPEND_FIRST:
            raise ValueError(f"no such card type: {self}")
        if self.price < 0:
            raise DeskError("bad_amount", text=self.name)
        if self.valid_days is not None and self.valid_days < 1:
            raise DeskError("bad_days", days=self.valid_days)
        check_parts(self.kind, self.bonus, self.counters)


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter of a card type."""

    service_id: str
    service: str
    units: int
    unit_price: int
    free: bool


@dataclass(frozen=True, slots=True)
class CardType:
    """What the shop sells ahead; money in minor units. `sold` is how many cards of it there are."""

    id: str
    kind: str
    name: str
    price: int
    bonus: int
    valid_days: int | None
    spend_first: str
    archived: bool
    sold: int
    counters: tuple[Counter, ...] = ()

    def draft(self, day: dt.date) -> CardDraft:
        """The card that is sold of it on that day."""
        ends = None if self.valid_days is None else day + dt.timedelta(days=self.valid_days)
        return CardDraft(
            kind=self.kind,
            name=self.name,
            bonus=self.bonus,
            counters=tuple(
                CounterDraft(one.service_id, one.units, one.unit_price, one.free) for one in self.counters
            ),
            card_type_id=self.id,
            expires_on=ends,
            spend_first=self.spend_first,
        )


@dataclass(frozen=True, slots=True)
class CounterState:
    """One counter of a card as it stands: `left` of its `units` carry `principal` minor units of the price.

    `carried` is what all of them did at first.
    """

    id: str
    service_id: str
    service: str
    units: int
    unit_price: int
    free: bool
    left: int
    principal: int
    carried: int

    @property
    def next_value(self) -> int:
        """What the next unit is worth in minor units; 0 where none is left."""
        return self.worth(1) if self.left else 0

    def worth(self, units: int) -> int:
        """What the next `units` are worth in minor units. Raises DeskError "card_short"."""
        return ledger.value_of_units(self.principal, self.left, units)


@dataclass(frozen=True, slots=True)
class CardState:
    """One card as it stands; `price` is what it cost, `principal` what is left of that, in minor units."""

    id: str
    number: str
    kind: str
    name: str
    customer_id: str
    customer: str
    state: str
    price: int
    principal: int
    bonus: int
    spend_first: str
    sold_on: dt.date
    expires_on: dt.date | None
    paused_on: dt.date | None
    expired: bool
    card_type_id: str | None = None
    appointment_id: str | None = None
    note: str = ""
    counters: tuple[CounterState, ...] = ()

    @property
    def left(self) -> int:
        """What it can still pay, principal and bonus together, in minor units."""
        return self.principal + self.bonus

    @property
    def units(self) -> int:
        """How many units are left on all its counters."""
        return sum(one.left for one in self.counters)

    @property
    def empty(self) -> bool:
        """Whether nothing is left on it."""
        return self.left == 0 and self.units == 0

    @property
    def usable(self) -> bool:
        """Whether it pays on the day it was asked for."""
        return self.state == "live" and not self.expired and not self.empty


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What came on a card or went off it; `left_*` is what was on the card after it. Money in minor units.

    An entry that is `voided` does not count: its sale was taken back, or the act that wrote it undone.
    """

    id: str
    at: dt.datetime
    kind: str
    principal: int
    bonus: int
    units: int
    counter_id: str | None
    service: str
    sale_id: str | None
    sale_number: str
    note: str
    who: str
    voided: bool
    left_principal: int
    left_bonus: int
    left_units: int


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries of all ledgers are asked for, both days counted; what is empty asks for all.

    `text` finds numbers of cards and sales, cards, customers and notes. `kind` is one of ENTRY_KINDS,
    `card_kind` one of KINDS.
    """

    text: str = ""
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    kind: str = ""
    card_kind: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry among those of all cards; what was `left_*` on its card is not worked out (0)."""

    entry: LedgerEntry
    card_id: str
    number: str
    card: str
    card_kind: str
    customer: str


@dataclass(frozen=True, slots=True)
class EntrySum:
    """What entries of one kind that count come to: minor units of principal and bonus, and units."""

    kind: str
    entries: int
    principal: int
    bonus: int
    units: int


@dataclass(frozen=True, slots=True)
class Card:
    """One card whole: how it stands, its ledger from the oldest entry on, and what a refund would come to.

    `sale_id` is the sale that sold it, None for a card from before.
    """

    state: CardState
    entries: tuple[LedgerEntry, ...]
    refund: ledger.RefundDue
    sale_id: str | None


@dataclass(frozen=True, slots=True)
class Liability:
    """What the shop owes on its cards of one type at a day's end, in minor units.

    `name` is empty for deposits; `expired` is the part of `principal` on cards that have expired.
    """

    kind: str
    name: str
    cards: int
    principal: int
    bonus: int
    units: int
    expired: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What happened on the cards in a period, in minor units of principal.

    `earned` is what was used less what was given back; `refunded` went off with a refund; `other` is what
    openings and corrections made of it.
    """

    sold: int = 0
    earned: int = 0
    refunded: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be put on a card (or, below zero, taken off) because the ledger does not tell what is so.

    `units` are by counter id; what they are worth goes with them.
    """

    reason: str
    principal: int = 0
    bonus: int = 0
    units: Mapping[str, int] = field(default_factory=dict)

    def check(self) -> None:
        """Raise DeskError "no_reason", or "bad_amount" where nothing would change."""
        if not self.reason.strip():
            raise DeskError("no_reason")
        if not (self.principal or self.bonus or any(self.units.values())):
            raise DeskError("bad_amount", text="")


def check_parts(kind: str, bonus: int, counters: tuple[CounterDraft, ...]) -> None:
    """Raise DeskError "bad_amount" or "no_counters" where a card of that kind cannot have these parts."""
    if bonus < 0 or (bonus and kind != "balance") or (counters and kind != "pass"):
        raise DeskError("bad_amount", text="")
    if any(one.units < 1 or one.unit_price < 0 for one in counters):
        raise DeskError("bad_amount", text="")
    if kind == "pass" and all(one.free for one in counters):
        raise DeskError("no_counters")


def sums_of(rows: Iterable[EntryRow]) -> list[EntrySum]:
    """What these entries come to by their kind, in the order of ENTRY_KINDS; voided ones count nothing."""
    found: dict[str, list[LedgerEntry]] = {}
    for row in rows:
        if not row.entry.voided:
            found.setdefault(row.entry.kind, []).append(row.entry)
    return [
        EntrySum(
            kind,
            len(found[kind]),
            sum(one.principal for one in found[kind]),
            sum(one.bonus for one in found[kind]),
            sum(one.units for one in found[kind]),
        )
        for kind in ENTRY_KINDS
        if kind in found
    ]
