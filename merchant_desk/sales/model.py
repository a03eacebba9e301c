"""A sale as it is written down, before it is a row: drafts, their rules, and what the books show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid.model import PREPAID_METHODS, CardDraft
from merchant_desk.sales.vouchers.model import VoucherDraft

# The ways to pay that are offered at the counter, most used first.
METHODS = ("wechat", "alipay", "cash", "card")

# All ways in which money itself changes hands.
MONEY_METHODS = (*METHODS, "transfer")

STATUSES = ("open", "paid", "void")

LINE_KINDS = ("service", "add_on", "product", "card", "tip", "free", "rounding")

# Lines on which a discount of the whole sale may fall.
DISCOUNTED = ("service", "add_on", "product", "free")


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

    def check(self) -> None:
        """Raise DeskError "bad_amount" (text) for an amount that cannot be."""
        if self.kind == "rounding":
            wrong = self.quantity != 1 or self.discount != 0
        else:
            wrong = self.quantity < 1 or self.unit_price < 0 or not self.title.strip()
            wrong = wrong or not 0 <= self.discount <= self.quantity * self.unit_price
        wrong = wrong or (self.kind == "card" and (self.card is None or self.quantity != 1))
        wrong = wrong or (self.kind == "product" and self.product_id is None)
        if wrong or any(share < 1 for _, share in self.shares):
            raise DeskError("bad_amount", text=self.title)


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

    def check(self) -> None:
        """Raise DeskError "bad_amount" for an amount that cannot be, or one that nothing pays."""
        # A free use of a pass is worth nothing and is written down all the same.
        worth_nothing = self.amount == 0 and (self.method == "voucher" or self.units > 0)
        wrong = self.amount < 0 or (self.amount == 0 and not worth_nothing)
        if self.method == "voucher":
            wrong = wrong or (self.voucher is None) == (self.voucher_id is None)
        elif self.method in PREPAID_METHODS:
            wrong = wrong or self.card_id is None
            wrong = wrong or (self.method == "pass" and (self.counter_id is None or self.units < 1))
        else:
            wrong = wrong or self.method not in MONEY_METHODS
        if self.given is not None:
            wrong = wrong or self.method != "cash" or self.given < self.amount
        if wrong:
            raise DeskError("bad_amount", text="")


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

    def check(self, paid_before: int = 0) -> None:
        """Raise DeskError where it is no sale that is paid in full; `paid_before` is paid already.

        "nothing_sold", "bad_amount", "payments_do_not_add_up" (total, paid, difference),
        "card_needs_customer".
        """
        self.check_lines()
        self.check_payments()
        paid = self.paid + paid_before
        if paid != self.total:
            raise DeskError(
                "payments_do_not_add_up", total=self.total, paid=paid, difference=self.total - paid
            )

    def check_owed(self, paid_before: int = 0) -> None:
        """As `check`, for a sale of which something stays to be paid.

        A card is paid when it is sold: "card_needs_payment". "paid_too_much" (total, paid) where nothing is
        left to be paid.
        """
        self.check_lines()
        self.check_payments()
        if any(line.kind == "card" for line in self.lines):
            raise DeskError("card_needs_payment")
        if self.paid + paid_before > self.total:
            raise DeskError("paid_too_much", total=self.total, paid=self.paid + paid_before)

    def check_lines(self) -> None:
        """Raise DeskError "nothing_sold", "bad_amount", "card_needs_customer"."""
        if not self.lines:
            raise DeskError("nothing_sold")
        for line in self.lines:
            line.check()
        if self.total < 0:
            raise DeskError("bad_amount", text="")
        if self.customer_id is None and any(line.kind == "card" for line in self.lines):
            raise DeskError("card_needs_customer")

    def check_payments(self) -> None:
        """Raise DeskError "bad_amount" for a payment that cannot be."""
        for payment in self.payments:
            payment.check()


@dataclass(frozen=True, slots=True)
class Share:
    """One of those who did a line together."""

    worker_id: str
    worker: str
    share: int


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as it stands in the books; below zero in a refund.

    `refunded` (minor units) and `refunded_quantity` are what refunds that count took back of it.
    """

    kind: str
    title: str
    worker: str
    quantity: int
    unit_price: int
    discount: int
    amount: int
    id: str = ""
    service_id: str | None = None
    product_id: str | None = None
    card_id: str | None = None
    worker_id: str | None = None
    list_price: int = 0
    price_reason: str = ""
    material_cost: int = 0
    requested: bool = False
    shares: tuple[Share, ...] = ()
    refund_of_line: str | None = None
    refunded: int = 0
    refunded_quantity: int = 0


@dataclass(frozen=True, slots=True)
class PaidVoucher:
    """The group-buy voucher that paid: its list price, and what the platform pays out, in minor units."""

    platform: str
    code: str
    list_price: int
    pays_out: int
    id: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as it stands in the books; `fee` is what the way of paying kept, in minor units.

    `at` is when it was made, naive shop time. `service_ids` are what a voucher or the counters of a pass
    were used for. `given` is the cash handed over; `reason` why a refund went another way.
    """

    method: str
    amount: int
    fee: int
    voucher: PaidVoucher | None
    id: str = ""
    at: dt.datetime | None = None
    card_id: str | None = None
    card_number: str = ""
    card_name: str = ""
    service_ids: tuple[str, ...] = ()
    given: int | None = None
    reason: str = ""

    @property
    def way(self) -> tuple[str, str, str]:
        """What it was paid with: the method, the voucher's id and the card's, empty where there is none."""
        return self.method, self.voucher.id if self.voucher else "", self.card_id or ""


@dataclass(frozen=True, slots=True)
class RefundOf:
    """A refund of a sale: `total` (minor units) is below zero."""

    id: str
    number: str
    sold_at: dt.datetime
    total: int
    status: str
    reason: str


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
    """One sale whole; money in minor units, `sold_at`, `opened_at` and `voided_at` naive shop time.

    `sources` has the strongest evidence first. `held` is an open sale put aside at the till. `refund_of` is
    the sale that this one gives back, `refunds` are those of this one, void ones too, and `given_back` the
    payments (below zero) of those that count.
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
    takings: int = 0
    opened_at: dt.datetime | None = None
    held: bool = False
    of_day: dt.date | None = None
    invoice_number: str = ""
    refund_of: str | None = None
    refund_of_number: str = ""
    refund_reason: str = ""
    refunds: tuple[RefundOf, ...] = ()
    given_back: tuple[Payment, ...] = ()

    @property
    def paid(self) -> int:
        """What the payments come to, in minor units; less than the total as long as it is open."""
        return sum(payment.amount for payment in self.payments)


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
class OpenSale:
    """A sale that is not paid: put aside at the till (`held`), or owed; money in minor units.

    `opened_at` is when it was begun, naive shop time; `left` what is still to be paid.
    """

    id: str
    number: str
    opened_at: dt.datetime
    held: bool
    customer_id: str | None
    customer: str
    what: str
    total: int
    left: int
    appointment_id: str | None


@dataclass(frozen=True, slots=True)
class Reopened:
    """An open sale as the till goes on with it: its draft (without payments), and what was paid so far."""

    draft: SaleDraft
    number: str
    opened_at: dt.datetime
    held: bool
    paid: tuple[Payment, ...]
