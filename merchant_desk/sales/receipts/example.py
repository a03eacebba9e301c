"""A made-up receipt that shows how the shop's own will look."""

from __future__ import annotations

import datetime as dt

from merchant_desk.sales.receipts.model import Receipt, ReceiptLine, ReceiptPayment


def example(shop: str, currency: str, at: dt.datetime, language: str) -> Receipt:
    """A small sale of that moment in the words of "zh_CN" or "en"; amounts in minor units."""
    chinese = language == "zh_CN"
    names = ("王女士", "剪发", "护理精油", "小雨") if chinese else ("Ms Wang", "Haircut", "Care oil", "Ana")
    customer, service, product, worker = names
    return Receipt(
        shop=shop,
        currency=currency,
        number=f"{at:%Y%m%d}-0001",
        status="paid",
        held=False,
        sold_at=at,
        customer=customer,
        cashier=worker,
        refund_of="",
        refund_reason="",
        invoice_number="",
        lines=(
            ReceiptLine("service", service, (worker,), 1, 128_00, 20_00, 108_00),
            ReceiptLine("product", product, (), 2, 39_00, 0, 78_00),
        ),
        payments=(ReceiptPayment("cash", 186_00, at, 200_00),),
        cards=(),
    )
