"""A sale as it is written down, before it is a row: drafts, their rules, and what the books show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import split
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.vouchers.model import VoucherDraft

# The ways to pay that are offered at the counter, most used first.
METHODS = ("wechat", "alipay", "cash", "card")

# What a prepaid card pays was taken when the card was sold.
PREPAID_METHODS = ("stored_value", "pass", "deposit")

STATUSES = ("open", "paid", "void")

LINE_KINDS = ("service", "add_on", "product", "card", "tip", "free", "rounding")


@dataclass(frozen=True, slots=True)
class SaleLineDraft:
    """One thing sold: `quantity` times `unit_price` less `discount`, in minor units.

    `material_cost` is for the whole line. `list_price` is what one costs in the catalogue, None where
    that is `unit_price`; a price set by hand says why in `price_reason`. `shares` are (worker id, part)
    where several did it together; `worker_id` None takes the first of them. A "card" line carries the
    prepaid card it sells, a "product" line the product's id; a "rounding" line may be below zero.
    """

    title: str
    unit_price: int
    kind: str = "service"
    service_id: str | None = None
    worker_id: str | None = None
    quantity: int = 1
    discount: int = 0
    material_cost: int = 0
    list_price: int | None = None
    price_reason: str = ""
    requested: bool = False
    shares: tuple[tuple[str, int], ...] = ()
    product_id: str | None = None
    card: CardDraft | None = None

    @property
    def amount(self) -> int:
        """What the line comes to, in minor units."""
        return self.quantity * self.unit_price - self.discount


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """One payment of `amount` minor units; `fee` is what the way of paying keeps of it.

    "voucher" has a `voucher` to redeem, or the id of one that is in the books already. "stored_value",
    "pass" and "deposit" have a `card_id`; a pass pays with `units` of its `counter_id`, and `amount` is
    what those are worth. `given` is the cash that was handed over. `reason` says why a refund goes back
    another way than it came.
    """

    method: str
    amount: int
    fee: int = 0
    voucher_id: str | None = None
    voucher: VoucherDraft | None = None
    card_id: str | None = None
    counter_id: str | None = None
    units: int = 0
    given: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """A sale at the counter with what brought the customer.

    `customer_id` None is a passing customer without a name. `id` makes a second confirmation of the
    same sheet the same sale; it may be that of an open sale, whose lines these replace and whose
    payments so far stay beside these. `sold_at` None is now; naive shop time. `of_day` is the closed day
    that a sale written down later belongs to.
    """

    lines: tuple[SaleLineDraft, ...]
    payments: tuple[PaymentDraft, ...]
    customer_id: str | None = None
    appointment_id: str | None = None
    cashier: str = ""
    content_id: str | None = None
    channel_id: str | None = None
    evidence: str = "asked"
    note: str = ""
    sold_at: dt.datetime | None = None
    id: str | None = None
    of_day: dt.date | None = None

    @property
    def total(self) -> int:
        """What the lines come to, in minor units."""
        return sum(line.amount for line in self.lines)

    @property
    def paid(self) -> int:
        """What the payments come to, in minor units."""
        return sum(payment.amount for payment in self.payments)

    @property
    def takings(self) -> int:
        """What is paid in money and is not a tip, in minor units."""
        money = sum(one.amount for one in self.payments if one.method not in PREPAID_METHODS)
        return money - sum(line.amount for line in self.lines if line.kind == "tip")

    def check(self) -> None:
        """Raise DeskError "nothing_sold", "bad_amount" or "payments_do_not_add_up" where a rule is broken."""
        if not self.lines:
            raise DeskError("nothing_sold")
        for line in self.lines:
            if line.kind == "rounding":
                continue
            wrong = line.quantity < 1 or line.unit_price < 0 or not line.title.strip()
            if wrong or not 0 <= line.discount <= line.quantity * line.unit_price:
                raise DeskError("bad_amount", text=line.title)
        if any(payment.amount <= 0 for payment in self.payments):
            raise DeskError("bad_amount", text="")
        if self.paid != self.total:
            raise DeskError(
                "payments_do_not_add_up", total=self.total, paid=self.paid, difference=self.total - self.paid
            )


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as it stands in the books."""

    kind: str
    title: str
    worker: str
    quantity: int
    unit_price: int
    discount: int
    amount: int


@dataclass(frozen=True, slots=True)
class PaidVoucher:
    """The group-buy voucher that paid: its list price, and what the platform pays out, in minor units."""

    platform: str
    code: str
    list_price: int
    pays_out: int


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as it stands in the books; `fee` is what the way of paying kept, in minor units."""

    method: str
    amount: int
    fee: int
    voucher: PaidVoucher | None


@dataclass(frozen=True, slots=True)
class SaleSource:
    """What was said to have brought the customer, with its evidence; `title` is empty for a built-in channel.

    `at` is when it was said, naive shop time.
    """

    kind: str
    title: str
    evidence: str
    at: dt.datetime
    asked_by: str


@dataclass(frozen=True, slots=True)
class Sale:
    """One sale whole; money in minor units, `sold_at` and `voided_at` naive shop time.

    `sources` has the strongest evidence first.
    """

    id: str
    number: str
    sold_at: dt.datetime
    customer_id: str | None
    customer: str
    customer_phone: str
    appointment_id: str | None
    cashier: str
    status: str
    total: int
    void_reason: str
    voided_at: dt.datetime | None
    note: str
    lines: tuple[SaleLine, ...]
    payments: tuple[Payment, ...]
    sources: tuple[SaleSource, ...]


@dataclass(frozen=True, slots=True)
class SaleRow:
    """One sale as a row of the books."""

    id: str
    number: str
    sold_at: dt.datetime
    customer: str
    services: str
    workers: str
    total: int
    methods: tuple[str, ...]
    source_kind: str
    source_title: str
    status: str


@dataclass(frozen=True, slots=True)
class BookTotals:
    """What the books hold for a question: paid sales, what they come to in minor units, and void sales."""

    sales: int
    total: int
    void: int


def spread_discount(lines: Sequence[SaleLineDraft], discount: int) -> tuple[SaleLineDraft, ...]:
    """The lines with `discount` minor units spread over them by what each comes to, losing nothing.

    Raises DeskError "bad_amount" when it is negative or more than the lines come to.
    """
    total = sum(line.amount for line in lines)
    if not 0 <= discount <= total:
        raise DeskError("bad_amount", text="")
    if discount == 0:
        return tuple(lines)
    parts = split(discount, [line.amount for line in lines])
    return tuple(
        replace(line, discount=line.discount + part) for line, part in zip(lines, parts, strict=True)
    )
