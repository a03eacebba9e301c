"""Group-buy vouchers: what is offered on a platform, and one that is redeemed at the counter (pure)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

# Where vouchers are sold, most used first.
PLATFORMS = ("douyin", "meituan", "dianping", "kuaishou", "xiaohongshu", "wechat_channels", "other")

STATES = ("issued", "redeemed", "reversed", "refunded", "expired")


@dataclass(frozen=True, slots=True)
class VoucherDraft:
    """A voucher redeemed at the counter; amounts in minor units.

    `code` is text as typed, spaces dropped. `customer_paid` is what it pays of the sale; `pays_out` is what
    the platform will pay the shop. `service_id` is what it was redeemed for.
    """

    platform: str
    code: str
    customer_paid: int
    list_price: int = 0
    platform_fee: int = 0
    influencer_fee: int = 0
    worker_incentive: int = 0
    pays_out: int = 0
    product: str = ""
    voucher_product_id: str | None = None
    service_id: str | None = None
    content_id: str | None = None
    channel_id: str | None = None

    def check(self) -> None:
        """Raise DeskError "no_platform" or "bad_amount" where a rule is broken."""
        if not self.platform:
            raise DeskError("no_platform")
        _check_amounts(self, self.customer_paid > 0)


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What is offered on a platform: the amounts that a redeemed voucher starts with, in minor units.

    `pays_out` None is what is left of `customer_paid` after the three fees.
    """

    platform: str
    name: str
    customer_paid: int
    list_price: int = 0
    platform_fee: int = 0
    influencer_fee: int = 0
    worker_incentive: int = 0
    pays_out: int | None = None
    service_id: str | None = None

    @property
    def fees(self) -> int:
        """What is kept before the shop is paid, in minor units."""
        return self.platform_fee + self.influencer_fee + self.worker_incentive

    @property
    def paid_out(self) -> int:
        """What the platform pays the shop, in minor units."""
        return self.customer_paid - self.fees if self.pays_out is None else self.pays_out

    def check(self) -> None:
        """Raise DeskError "no_platform", "no_name", "bad_amount" or "fees_above_paid"."""
        if not self.platform:
            raise DeskError("no_platform")
        if not self.name.strip():
            raise DeskError("no_name")
        _check_amounts(self, self.customer_paid > 0)
        if self.paid_out < 0:
            raise DeskError("fees_above_paid")


def _check_amounts(draft: VoucherDraft | ProductDraft, paid: bool) -> None:
    amounts = (
        draft.customer_paid,
        draft.list_price,
        draft.platform_fee,
        draft.influencer_fee,
        draft.worker_incentive,
    )
    if not paid or min(amounts) < 0:
        raise DeskError("bad_amount", text="")


@dataclass(frozen=True, slots=True)
class VoucherProduct:
    """A product as it is offered; amounts in minor units.

    `service` is the linked service's name, and `service_gone` says that it is no longer sold.
    """

    id: str
    platform: str
    name: str
    service_id: str | None
    service: str
    service_gone: bool
    list_price: int
    customer_paid: int
    platform_fee: int
    influencer_fee: int
    worker_incentive: int
    pays_out: int
    archived: bool

    def redeemed(
        self,
        code: str,
        *,
        platform: str = "",
        customer_paid: int | None = None,
        list_price: int | None = None,
        service_id: str | None = None,
    ) -> VoucherDraft:
        """A voucher of this product with that code; what is left out is as the product has it.

        What the platform pays out and keeps is the product's, whoever gave the customer a discount.
        """
        return VoucherDraft(
            platform=platform or self.platform,
            code=code,
            customer_paid=self.customer_paid if customer_paid is None else customer_paid,
            list_price=self.list_price if list_price is None else list_price,
            platform_fee=self.platform_fee,
            influencer_fee=self.influencer_fee,
            worker_incentive=self.worker_incentive,
            pays_out=self.pays_out,
            product=self.name,
            voucher_product_id=self.id,
            service_id=service_id or (None if self.service_gone else self.service_id),
        )


@dataclass(frozen=True, slots=True)
class Settlement:
    """A platform's row of what it pays out; amounts in minor units, `settled_at` naive shop time."""

    id: str
    platform: str
    code: str
    order_id: str
    product: str
    kind: str
    settled_at: dt.datetime
    customer_paid: int
    platform_fee: int
    influencer_fee: int
    worker_incentive: int
    pays_out: int
    voucher_id: str | None
    accepted: bool
    note: str


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher whole; amounts in minor units, times naive shop time.

    The sale is the one it pays, where it does: one that counts first. `settled` are the platform's rows.
    """

    id: str
    platform: str
    code: str
    product: str
    order_id: str
    state: str
    state_at: dt.datetime | None
    state_reason: str
    redeemed_at: dt.datetime | None
    expires_on: dt.date | None
    list_price: int
    customer_paid: int
    platform_fee: int
    influencer_fee: int
    worker_incentive: int
    pays_out: int
    voucher_product_id: str | None
    service_id: str | None
    service: str
    source_kind: str
    source_title: str
    sale_id: str | None
    sale_number: str
    sale_status: str
    customer: str
    settled: tuple[Settlement, ...]

    @property
    def paid_out(self) -> int:
        """What the platform has paid out so far, in minor units."""
        return sum(row.pays_out for row in self.settled)

    @property
    def differs(self) -> bool:
        """Whether the platform's rows and the shop's books disagree, and nobody has accepted it."""
        if not self.settled or all(row.accepted for row in self.settled):
            return False
        return self.paid_out != (self.pays_out if self.state == "redeemed" else 0)


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """One voucher as a row of the books; amounts in minor units.

    `settlement` is "waiting" (no row of the platform yet), "settled", "differs", "accepted", or "none" where
    nothing is to be paid out. `settled` is what the platform's rows come to.
    """

    id: str
    platform: str
    code: str
    product: str
    state: str
    redeemed_at: dt.datetime | None
    list_price: int
    customer_paid: int
    fees: int
    pays_out: int
    settled: int
    settlement: str
    sale_id: str | None
    sale_number: str
    customer: str


@dataclass(frozen=True, slots=True)
class VoucherFilter:
    """Which vouchers are asked for; "" and None leave a question out.

    `text` finds codes, orders, products, customers and sales' numbers. Days are those of the redemption.
    """

    text: str = ""
    platform: str = ""
    state: str = ""
    settlement: str = ""
    from_day: dt.date | None = None
    to_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class VoucherTotals:
    """What the vouchers of a question come to, in minor units; money is of redeemed ones alone."""

    count: int
    redeemed: int
    customer_paid: int
    fees: int
    pays_out: int
    settled: int
