"""Group-buy vouchers: what is offered on a platform, and one that is redeemed at the counter (pure)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoucherDraft:
    """A voucher redeemed at the counter; amounts in minor units.

    `code` is text as typed, spaces dropped. `customer_paid` is what it pays of the sale; `pays_out` is what the
    platform will pay the shop. `service_id` is what it was redeemed for.
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
