"""The rules of commission, what they make of a line, and a worker's statement (pure)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from merchant_desk.core.errors import DeskError

# In hundredths of a percent: 100 %.
WHOLE = 10_000

KINDS = ("percent", "fixed", "tiered")
LINE_KINDS = ("service", "product", "card")


class Tier(NamedTuple):
    """From this much of a month on (minor units), this rate (hundredths of a percent)."""

    start: int
    rate: int


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """What is earned by a line: for whom (None: everybody), by what (both None: all), and how much.

    "percent" takes `rate` (hundredths of a percent) of the `basis`, "fixed" has `amount` (minor units) for
    each one, "tiered" the rates that the month's basis reaches: the `whole` of it, or each part at its own.
    The basis is the "list" price, what is "paid", or that "after_fee" of platform and influencer. Without
    `with_prepaid` what a balance card or a pass pays does not count. `line_kind` "service" holds for add-ons
    too, "card" for prepaid cards sold. `requested_rate` and `requested_amount` come on top where the
    customer asked for the worker. Both ends of the time it is valid are included.
    """

    kind: str = "percent"
    worker_id: str | None = None
    service_id: str | None = None
    category_id: str | None = None
    line_kind: str = "service"
    basis: str = "paid"
    rate: int = 0
    amount: int = 0
    tiers: tuple[Tier, ...] = ()
    whole: bool = False
    with_prepaid: bool = True
    requested_rate: int = 0
    requested_amount: int = 0
    valid_from: dt.date = dt.date.min
    valid_to: dt.date = dt.date.max

    @property
    def highest(self) -> int:
        """The most it can come to of its basis, in hundredths of a percent; fixed amounts apart."""
        rates = {"percent": [self.rate], "tiered": [tier.rate for tier in self.tiers]}.get(self.kind, [0])
        return max(rates, default=0) + self.requested_rate

    def check(self) -> None:
        """Refuse what cannot be.

        Raises DeskError "commission_too_high" (fact: percent, as text), "commission_nothing",
        "commission_no_tiers", "commission_tiers_order" (fact: amount), "bad_amount", "bad_period".
        """
        rates = (self.rate, self.requested_rate, *(tier.rate for tier in self.tiers))
        amounts = (self.amount, self.requested_amount, *(tier.start for tier in self.tiers))
        if min((*rates, *amounts)) < 0:
            raise DeskError("bad_amount", text="")
        if self.kind == "tiered":
            if not self.tiers:
                raise DeskError("commission_no_tiers")
            for before, after in zip(self.tiers, self.tiers[1:], strict=False):
                if after.start <= before.start:
                    raise DeskError("commission_tiers_order", amount=after.start)
        if self.highest > WHOLE:
            raise DeskError("commission_too_high", percent=f"{self.highest / 100:g}")
        if not any((*rates, self.amount, self.requested_amount)):
            raise DeskError("commission_nothing")
        if self.valid_from > self.valid_to:
            raise DeskError("bad_period", first=self.valid_from, last=self.valid_to)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it stands."""

    id: str
    terms: RuleDraft
    archived: bool = False


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule with the names of what it is for, "" for all; `used` where something was earned by it."""

    rule: Rule
    worker: str = ""
    service: str = ""
    category: str = ""
    used: bool = False


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of a sale, as commission sees it; money in minor units.

    `list_price` is for one. `workers` are (worker id, share); empty where nobody did it.
    """

    id: str
    kind: str
    quantity: int
    amount: int
    list_price: int
    service_id: str | None = None
    category_id: str | None = None
    requested: bool = False
    deposit: bool = False
    workers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment, as commission sees it; money in minor units.

    `service_id` is what a pass or a voucher was used for. `fees` go to the platform and to influencers.
    """

    amount: int
    prepaid: bool = False
    service_id: str | None = None
    fees: int = 0


class LineMoney(NamedTuple):
    """Of what a line comes to: what prepaid cards pay, and the voucher fees it carries, in minor units."""

    prepaid: int = 0
    fees: int = 0


class Earned(NamedTuple):
    """What a worker earns by a line, in minor units: `amount` is all of it, `requested` the extra in it.

    A tiered rule's own part is not in it: it is known when the month is.
    """

    base: int
    amount: int
    requested: int


@dataclass(frozen=True, slots=True)
class Source:
    """What a rule brought a worker in a period, in minor units; reversals are taken off.

    `amount` is all of it with the `requested` extra. `lines` counts the lines sold. `rate` is what a tiered
    rule comes to on the average, in hundredths of a percent, None for other rules.
    """

    rule: RuleRow
    lines: int
    base: int
    amount: int
    requested: int
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Customers of a worker in a period: all, who asked for them by name, who had been with them before."""

    customers: int = 0
    requested: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """What a worker earned from one day to another, both included, in minor units.

    `work` is what the lines they did came to, after discounts and refunds; tips are theirs whole.
    """

    worker_id: str
    worker: str
    from_day: dt.date
    to_day: dt.date
    base_pay: int
    work: int
    sources: tuple[Source, ...]
    tips: int
    asked: Asked

    @property
    def commission(self) -> int:
        """All commission of the period."""
        return sum(source.amount for source in self.sources)

    @property
    def requested(self) -> int:
        """What of the commission is extra for customers who asked for the worker."""
        return sum(source.requested for source in self.sources)

    @property
    def income(self) -> int:
        """Base pay, commission and tips."""
        return self.base_pay + self.commission + self.tips
