"""Receipts for the tests, and a printer that reads orders and text apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from merchant_desk.sales.receipts.model import CardLeft, Receipt, ReceiptLine, ReceiptPayment

AT = dt.datetime(2025, 8, 20, 14, 24)


def receipt(**other: Any) -> Receipt:
    """A receipt with a line and a payment of every kind; `other` replaces some of it."""
    usual: dict[str, Any] = {
        "shop": "小满美甲",
        "currency": "CNY",
        "number": "20250820-0007",
        "status": "paid",
        "held": False,
        "sold_at": AT,
        "customer": "李悦",
        "cashier": "小雨",
        "refund_of": "",
        "refund_reason": "",
        "invoice_number": "",
        "lines": (
            ReceiptLine(
                "service",
                "法式渐变美甲（含卸甲、修型与手部护理）",
                ("小雨", "阿琳"),
                1,
                198_00,
                20_00,
                178_00,
            ),
            ReceiptLine("add_on", "加钻", ("小雨",), 6, 5_00, 0, 30_00),
            ReceiptLine("product", "护甲油 15ml", (), 2, 49_00, 0, 98_00),
            ReceiptLine("card", "储值卡 1000", (), 1, 1000_00, 0, 1000_00),
            ReceiptLine("tip", "小费", ("小雨",), 1, 20_00, 0, 20_00),
            ReceiptLine("rounding", "抹零", (), 1, -60, 0, -60),
        ),
        "payments": (
            ReceiptPayment("voucher", 99_00, AT, None, "douyin", "…4821"),
            ReceiptPayment("stored_value", 200_00, AT, None, "", "C0007"),
            ReceiptPayment("pass", 120_00, AT, None, "", "C0003"),
            ReceiptPayment("wechat", 600_00, AT),
            ReceiptPayment("cash", 306_40, AT, 310_00),
        ),
        "cards": (
            CardLeft("储值卡", "C0007", 810_00, (), dt.date(2026, 8, 20)),
            CardLeft("次卡", "C0003", 0, (("手部护理", 3), ("足部护理", 5)), None),
        ),
    }
    return Receipt(**{**usual, **other})


SOLD = receipt()
GIVEN_BACK = receipt(
    refund_of="20250819-0003",
    refund_reason="过敏",
    invoice_number="24312000000123456789",
    lines=(ReceiptLine("service", "法式", ("小雨",), -1, 198_00, -20_00, -178_00),),
    payments=(ReceiptPayment("wechat", -178_00, AT),),
    cards=(),
)


@dataclass
class Printed:
    """What a printer did: its orders, and the lines on the paper with the cells each takes."""

    orders: list[bytes] = field(default_factory=list)
    lines: list[tuple[str, int]] = field(default_factory=list)


# How many bytes belong to an order, itself included.
_ORDERS = {b"\x1b@": 2, b"\x1c&": 2, b"\x1ba": 3, b"\x1bE": 3, b"\x1bd": 3, b"\x1bp": 5} | {
    b"\x1d!": 3,
    b"\x1dV": 4,
}


def printed(data: bytes) -> Printed:
    """Read the bytes as a printer in Chinese mode does; big letters count twice."""
    found, at, line, cells, scale = Printed(), 0, "", 0, 1
    while at < len(data):
        lead = data[at : at + 2]
        if lead == b"\x1d(":
            long = 5 + data[at + 3] + 256 * data[at + 4]
            found.orders.append(data[at : at + long])
            at += long
        elif lead in _ORDERS:
            order = data[at : at + _ORDERS[lead]]
            found.orders.append(order)
            if lead == b"\x1d!":
                scale = 2 if order[2] else 1
            at += len(order)
        elif data[at] == 0x0A:
            found.lines.append((line, cells))
            line, cells, at = "", 0, at + 1
        else:
            assert data[at] >= 0x20, f"an order that no printer knows: {data[at : at + 8]!r}"
            long = 1 if data[at] < 0x80 else 2 if data[at + 1] >= 0x40 else 4
            line += data[at : at + long].decode("gb18030")
            cells += scale * min(long, 2)
            at += long
    assert not line
    return found
