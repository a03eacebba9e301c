"""What the file says of a sale, as its receipt tells it."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.receipts import store
from merchant_desk.sales.receipts.acts import ReceiptActs
from merchant_desk.sales.receipts.model import (
    LONGEST_QR,
    CardLeft,
    ReceiptLine,
    ReceiptPayment,
    ReceiptSettings,
    read_address,
)
from tests.sales.shop import Shop, open_shop_with

AT = "2025-08-20T14:00"
WHEN = dt.datetime(2025, 8, 20, 14)


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    return open_shop_with(desk_file)


def insert_sale(act: Act, shop: Shop, number: str, **more: object) -> str:
    return act.insert(
        "sale",
        {
            "number": number,
            "customer_id": shop.customer,
            "sold_at": AT,
            "day": AT[:10],
            "status": "open",
            "total": 198_00,
            "takings": 100_00,
            "cashier": "Momo",
            **more,
        },
    )


def insert_line(act: Act, sale_id: str, seq: int, title: str, price: int, **more: object) -> str:
    amount = price - int(str(more.get("discount", 0)))
    line = {"sale_id": sale_id, "seq": seq, "title": title, "unit_price": price, "list_price": price}
    return act.insert("sale_line", {**line, "amount": amount, **more})


def insert_card(act: Act, shop: Shop, number: str, kind: str, price: int) -> str:
    card = {"number": number, "kind": kind, "name": f"{kind} card", "customer_id": shop.customer}
    return act.insert("card", {**card, "price": price, "sold_on": "2025-08-01", "expires_on": "2026-08-01"})


def entry(act: Act, card: str, kind: str, **more: object) -> None:
    act.insert("card_entry", {"card_id": card, "kind": kind, "at": AT, **more})


def test_a_receipt_says_who_what_and_how_it_was_paid(shop: Shop) -> None:
    with shop.file.act("check_out") as act:
        other = act.insert("worker", {"name": "小雨"})
        voucher = act.insert(
            "voucher",
            {"platform": "douyin", "code": "010203040506", "state": "redeemed", "redeemed_at": AT},
        )
        made = insert_sale(act, shop, "20250820-0001", invoice_number="2431")
        line = insert_line(act, made, 1, "法式", 198_00, worker_id=shop.worker, service_id=shop.service)
        for worker, share in ((shop.worker, 1), (other, 3)):
            act.insert("sale_share", {"sale_line_id": line, "worker_id": worker, "share": share})
        insert_line(act, made, 2, "抹零", -60, kind="rounding")
        paid = ({"method": "voucher", "amount": 98_00, "voucher_id": voucher},)
        for seq, payment in enumerate((*paid, {"method": "cash", "amount": 99_40, "given": 100_00})):
            act.insert("payment", {"sale_id": made, "seq": seq, "at": AT, **payment})
    receipt = store.receipt(shop.file, made)
    assert receipt is not None
    assert (receipt.shop, receipt.number, receipt.customer) == ("Salon", "20250820-0001", "李悦")
    assert (receipt.cashier, receipt.invoice_number, receipt.status) == ("Momo", "2431", "open")
    assert receipt.things == (ReceiptLine("service", "法式", ("小雨", "Momo"), 1, 198_00, 0, 198_00),)
    assert receipt.rounding == -60
    assert receipt.payments == (
        ReceiptPayment("voucher", 98_00, WHEN, None, "douyin", "…0506"),
        ReceiptPayment("cash", 99_40, WHEN, 100_00),
    )
    assert (receipt.total, receipt.paid, receipt.change) == (197_40, 197_40, 60)
    assert receipt.with_cash


def test_a_receipt_tells_what_the_cards_had_left_then(shop: Shop) -> None:
    with shop.file.act("check_out") as act:
        balance, uses = (
            insert_card(act, shop, "C1", "balance", 100_00),
            insert_card(act, shop, "C2", "pass", 0),
        )
        counter = act.insert(
            "card_counter",
            {
                "card_id": uses,
                "seq": 1,
                "service_id": shop.service,
                "units": 5,
                "unit_price": 0,
                "principal": 0,
            },
        )
        entry(act, balance, "opening", principal=100_00, bonus=20_00)
        entry(act, uses, "opening", counter_id=counter, units=5)
    with shop.file.act("check_out") as act:
        made = insert_sale(act, shop, "20250820-0001")
        entry(act, balance, "used", principal=-30_00, sale_id=made)
        entry(act, uses, "used", counter_id=counter, units=-2, sale_id=made)
    shop.file.clock.set(shop.file.clock.now() + dt.timedelta(minutes=5))  # type: ignore[attr-defined]
    with shop.file.act("check_out") as act:
        later = insert_sale(act, shop, "20250820-0002")
        entry(act, balance, "used", principal=-50_00, sale_id=later)
    first, second = store.receipt(shop.file, made), store.receipt(shop.file, later)
    assert first is not None
    assert second is not None
    until = dt.date(2026, 8, 1)
    assert first.cards == (
        CardLeft("balance card", "C1", 90_00, (), until),
        CardLeft("pass card", "C2", 0, (("Gel", 3),), until),
    )
    assert second.cards == (CardLeft("balance card", "C1", 40_00, (), until),)


def test_a_refund_names_its_sale(shop: Shop) -> None:
    with shop.file.act("refund") as act:
        sold = insert_sale(act, shop, "20250820-0001")
        back = insert_sale(act, shop, "20250820-0002", refund_of=sold, refund_reason="过敏")
    receipt = store.receipt(shop.file, back)
    assert receipt is not None
    assert (receipt.refund_of, receipt.refund_reason) == ("20250820-0001", "过敏")


def test_there_is_no_receipt_of_nothing(shop: Shop) -> None:
    assert store.receipt(shop.file, "nobody") is None


def test_settings_are_as_usual_until_somebody_saves_them_and_undo_brings_them_back(shop: Shop) -> None:
    assert store.settings(shop.file) == ReceiptSettings()
    chosen = ReceiptSettings(
        80, "en", "Lake Road", "Thanks", "https://example.com", "192.168.1.50", kick=True
    )
    ReceiptActs(shop.file).save(chosen)
    assert store.settings(shop.file) == chosen
    history.undo(shop.file)
    assert store.settings(shop.file) == ReceiptSettings()
    history.redo(shop.file)
    assert store.settings(shop.file) == chosen


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (ReceiptSettings(printer="not a printer"), "bad_printer"),
        (ReceiptSettings(head="x" * 501), "receipt_too_long"),
        (ReceiptSettings(foot="x" * 501), "receipt_too_long"),
        (ReceiptSettings(qr="满" * (LONGEST_QR // 3 + 1)), "qr_too_long"),
    ],
)
def test_what_cannot_be_printed_is_refused(shop: Shop, settings: ReceiptSettings, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        ReceiptActs(shop.file).save(settings)
    assert refused.value.code == code
    assert store.settings(shop.file) == ReceiptSettings()


@pytest.mark.parametrize(
    ("typed", "host", "port"),
    [
        ("192.168.1.50", "192.168.1.50", 9100),
        (" １９２．１６８．１．５０：9101 ", "192.168.1.50", 9101),
        ("192。168。1。50", "192.168.1.50", 9100),
        ("printer.local:515", "printer.local", 515),
        ("Kasse-2", "Kasse-2", 9100),
        ("[fe80::1]", "fe80::1", 9100),
        ("[fe80::1]:9101", "fe80::1", 9101),
    ],
)
def test_addresses(typed: str, host: str, port: int) -> None:
    assert read_address(typed) == (host, port)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "192.168.1",
        "192.168.1.256",
        "1.2.3.4:0",
        "1.2.3.4:70000",
        "1.2.3.4:x",
        "http://x/y",
        "a b",
        "-a",
        "::1",
    ],
)
def test_no_addresses(typed: str) -> None:
    with pytest.raises(DeskError, match="bad_printer"):
        read_address(typed)
