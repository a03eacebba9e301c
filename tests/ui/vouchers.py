"""Offers, redeemed vouchers and payouts for the screens' tests."""

from __future__ import annotations

from typing import Any

from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers.model import ProductDraft, VoucherDraft
from tests.ui.counter import Counter


def offer(counter: Counter, name: str = "法式单人", paid: int = 129_00, **more: Any) -> str:
    draft = ProductDraft("douyin", name, paid, list_price=198_00, platform_fee=7_74, **more)
    return counter.desk.vouchers.add_product(draft)


def redeemed(counter: Counter, code: str = "109822104471", **more: Any) -> str:
    """A sale that a voucher of 129 yuan paid; gives the voucher's id."""
    draft = VoucherDraft("douyin", code, 129_00, platform_fee=7_74, pays_out=121_26, product="法式单人")
    line = SaleLineDraft("法式", 129_00)
    counter.desk.sales.check_out(
        SaleDraft((line,), (PaymentDraft("voucher", 129_00, voucher=draft),), **more)
    )
    return str(counter.value("SELECT id FROM voucher WHERE code = :code", code=code))


def payout(counter: Counter, voucher_id: str | None, amount: int = 121_26, code: str = "109822104471") -> str:
    with counter.act() as act:
        return str(
            act.insert(
                "settlement",
                {
                    "platform": "douyin",
                    "row_key": f"settled/{code}/{amount}",
                    "code": code,
                    "product": "法式单人",
                    "kind": "settled",
                    "settled_at": "2025-08-19T10:00",
                    "customer_paid": 129_00,
                    "platform_fee": 129_00 - amount,
                    "pays_out": amount,
                    "voucher_id": voucher_id,
                },
            )
        )
