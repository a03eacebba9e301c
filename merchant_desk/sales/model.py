"""A sale as it is written down, before it is a row: drafts, their rules, and what the books show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import split

# The ways to pay that are offered at the counter, most used first.
METHODS = ("wechat", "alipay", "cash", "card")

STATUSES = ("open", "paid", "void")


@dataclass(frozen=True, slots=True)
class SaleLineDraft:
    """One thing sold: `quantity` times `unit_price` less `discount`, in minor units.

    `material_cost` is for the whole line. `kind` is "service", "product", "card", "tip" or "free".
    """

    title: str
    unit_price: int
    kind: str = "service"
    service_id: str | None = None
    worker_id: str | None = None
    quantity: int = 1
    discount: int = 0
    material_cost: int = 0

    @property
    def amount(self) -> int:
        """What the line comes to, in minor units."""
        return self.quantity * self.unit_price - self.discount


@dataclass(frozen=True, slots=True)
class PaymentDraft:
    """One payment of `amount` minor units; `fee` is what the way of paying keeps of it."""

    method: str
    amount: int
    fee: int = 0
    voucher_id: str | None = None


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """A sale at the counter with what brought the customer.

    `customer_id` None is a passing customer without a name. `id` makes a second confirmation of the
    same sheet the same sale. `sold_at` None is now; naive shop time.
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

    @property
    def total(self) -> int:
        """What the lines come to, in minor units."""
        return sum(line.amount for line in self.lines)

    @property
    def paid(self) -> int:
        """What the payments come to, in minor units."""
        return sum(payment.amount for payment in self.payments)

    def check(self) -> None:
        """Raise DeskError "nothing_sold", "bad_amount" or "payments_do_not_add_up" where a rule is broken."""
        if not self.lines:
            raise DeskError("nothing_sold")
        for line in self.lines:
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
