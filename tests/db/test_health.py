"""A shop's file that breaks an equation of money is named, and a sound one is not."""

from __future__ import annotations

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.db import health
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.sales.model import PaymentDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine, whole_refund
from tests.sales.counter import GEL, NOW, OIL, Counter, open_counter, voucher

DAY = "20260820"


@pytest.fixture
def shop(desk_file: ShopFile, clock: FixedClock) -> ShopFile:
    """A closed day with a card sold and used, a voucher, a product, a refund of a line and an owed sale."""
    clock.set(NOW)
    counter = open_counter(desk_file, clock)
    counter.sell(counter.gold())
    (card,) = counter.cards()
    by_card = (PaymentDraft("stored_value", GEL, card_id=card.id), PaymentDraft("cash", 10_00))
    counter.sell(counter.service(), counter.tip(10_00), paid=by_card)
    counter.sell(counter.service(99_00), paid=(voucher("1234"),))
    sold = counter.sell(counter.oil(2), counter.service(), paid=(PaymentDraft("cash", 2 * OIL + GEL),))
    line = counter.sale(sold).lines[0]
    back = RefundLine(line.id, OIL, 1, restock=True)
    counter.shop.sales.refund(RefundDraft(sold, (back,), (PaymentDraft("cash", OIL),), "leaks"))
    counter.shop.sales.owe(counter.draft(counter.service(), paid=(PaymentDraft("cash", 1_00),)))
    whole = counter.sell(counter.service())
    counter.shop.sales.refund(whole_refund(counter.sale(whole), "unhappy"))
    close(counter)
    return desk_file


def close(counter: Counter) -> None:
    cash = 10_00 + OIL + GEL + 1_00
    pieces = {100: cash // 100}
    DrawerActs(counter.file).close_day(CloseDraft(NOW.date(), {"cash": cash}, pieces, kept=cash))


def test_a_sound_file_breaks_none(shop: ShopFile) -> None:
    assert health.check(shop) == []


@pytest.mark.parametrize(
    ("statement", "code", "detail"),
    [
        ("UPDATE sale SET takings = 1 WHERE number LIKE '%1'", "sale_does_not_add_up", f"{DAY}-0001"),
        ("UPDATE sale SET total = 1 WHERE status = 'open'", "sale_does_not_add_up", f"{DAY}-0006"),
        ("UPDATE sale SET held = 1 WHERE status = 'open'", "sale_does_not_add_up", f"{DAY}-0006"),
        ("UPDATE sale SET number = '20260820-0044' WHERE number LIKE '%3'", "number_missing", DAY),
        (
            "UPDATE sale_line SET refund_of_line = NULL WHERE amount = -6800",
            "refund_does_not_add_up",
            f"{DAY}-0005",
        ),
        ("UPDATE card_entry SET principal = -1 WHERE kind = 'used'", "card_does_not_add_up", "C00001"),
        ("UPDATE card_entry SET principal = 1 WHERE kind = 'sold'", "card_does_not_add_up", "C00001"),
        ("UPDATE card_entry SET voided = 1 WHERE kind = 'used'", "card_does_not_add_up", "C00001"),
        ("UPDATE card SET state = 'closed'", "card_does_not_add_up", "C00001"),
        ("UPDATE voucher SET state = 'reversed'", "voucher_does_not_add_up", "douyin 1234"),
        (
            "UPDATE commission_entry SET amount = amount + 1 WHERE reverses IS NOT NULL",
            "commission_does_not_add_up",
            f"{DAY}-0007",
        ),
        (
            "UPDATE day_count SET expected = 1, reason = 'x' WHERE method = 'cash'",
            "drawer_does_not_add_up",
            "",
        ),
        ("UPDATE day_close SET float = 1", "drawer_does_not_add_up", "2026-08-20 cash"),
        ("UPDATE day_close SET kept = 999999", "drawer_does_not_add_up", "2026-08-20 cash"),
        ("UPDATE day_piece SET pieces = 1", "drawer_does_not_add_up", "2026-08-20 cash"),
        ("UPDATE payment SET method = 'wechat' WHERE amount = 100", "drawer_does_not_add_up", ""),
        (
            "UPDATE stock_entry SET quantity = -1 WHERE kind = 'sold' AND quantity < 0",
            "stock_does_not_add_up",
            f"{DAY}-0004",
        ),
        (
            "UPDATE stock_entry SET quantity = 3 WHERE kind = 'sold' AND quantity > 0",
            "stock_does_not_add_up",
            f"{DAY}-0004",
        ),
    ],
)
def test_what_breaks_an_equation_is_named(shop: ShopFile, statement: str, code: str, detail: str) -> None:
    for row in shop.all("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        shop.conn.execute(f"DROP TRIGGER {row['name']}")
    shop.conn.execute(statement)
    found = [one for one in health.check(shop) if one.code != "rule_missing"]
    assert code in {one.code for one in found}
    assert any(one.code == code and detail in one.detail for one in found)
