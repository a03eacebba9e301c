"""What a sale and its refunds write down, through the acts of the till."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from merchant_desk.commission.model import RuleDraft, Tier
from merchant_desk.commission.statements import store as statements
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.prepaid.model import CardDraft, CounterDraft
from merchant_desk.sales.model import PaymentDraft, SaleLineDraft
from merchant_desk.sales.vouchers.model import VoucherDraft
from tests.commission.shop import GEL, LASHES, Shop

TIERS = (Tier(0, 3000), Tier(1_000_00, 5000))


def test_a_sale_books_what_each_worker_earns(shop: Shop) -> None:
    shop.rule()
    shop.rule(4000, worker_id=shop.lin)
    sale = shop.sell(
        shop.line(),
        shop.line(LASHES, service_id=shop.lashes, worker_id=shop.lin),
        shop.line(50_00, kind="tip", service_id=None),
        shop.line(20_00, kind="free", service_id=None),
    )
    assert shop.entries(sale) == [(shop.rain, GEL, 59_40, 0), (shop.lin, LASHES, 120_00, 0)]


def test_a_shared_line_is_each_ones_part_by_each_ones_rule(shop: Shop) -> None:
    shop.rule()
    shop.rule(4000, worker_id=shop.lin)
    shared = shop.line(300_00, shares=((shop.rain, 2), (shop.lin, 1)), requested=True)
    sale = shop.sell(shared)
    assert sorted(shop.entries(sale)) == sorted([(shop.rain, 200_00, 60_00, 0), (shop.lin, 100_00, 40_00, 0)])


def test_without_rules_and_without_workers_nothing_is_booked(shop: Shop) -> None:
    assert shop.entries(shop.sell()) == []
    shop.rule()
    assert shop.entries(shop.sell(shop.line(worker_id=None))) == []


def test_a_rule_holds_from_the_day_it_says(shop: Shop) -> None:
    shop.rule(1000, valid_to=dt.date(2026, 8, 20))
    shop.rule(2000, valid_from=dt.date(2026, 8, 21))
    assert shop.entries(shop.sell())[0][2] == 19_80
    shop.clock.set(dt.datetime(2026, 8, 21, 10))
    assert shop.entries(shop.sell())[0][2] == 39_60


def test_voucher_fees_are_taken_off_where_the_rule_says(shop: Shop) -> None:
    shop.rule(5000, basis="after_fee")
    voucher = VoucherDraft(
        "douyin", "123456789012", 100_00, 198_00, platform_fee=6_00, influencer_fee=14_00, service_id=shop.gel
    )
    sale = shop.sell(shop.line(discount=98_00), payments=(PaymentDraft("voucher", 100_00, voucher=voucher),))
    assert shop.entries(sale) == [(shop.rain, 80_00, 40_00, 0)]


def _pass(shop: Shop) -> str:
    card = CardDraft("pass", "次卡", counters=(CounterDraft(shop.gel, 10, GEL),))
    sale = shop.sell(SaleLineDraft("次卡", 1500_00, kind="card", card=card, worker_id=shop.rain))
    return str(shop.file.value("SELECT card_id FROM sale_line WHERE sale_id = :id", id=sale))


def test_prepaid_sold_and_prepaid_used_are_rules_of_their_own(shop: Shop) -> None:
    shop.rule(500, line_kind="card")
    shop.rule(3000, with_prepaid=False)
    card = _pass(shop)
    assert shop.file.all("SELECT base, amount FROM commission_entry")[0][1] == 75_00
    counter = shop.file.value("SELECT id FROM card_counter WHERE card_id = :id", id=card)
    by_pass = PaymentDraft("pass", 150_00, card_id=card, counter_id=counter, units=1)
    used = shop.sell(
        shop.line(discount=48_00),
        shop.line(LASHES, service_id=shop.lashes),
        payments=(by_pass,),
    )
    # The pass pays the gel, and the gel alone.
    assert shop.entries(used) == [(shop.rain, LASHES, 90_00, 0)]


def test_a_deposit_earns_with_its_service(shop: Shop) -> None:
    shop.rule(500, line_kind="card")
    shop.rule(3000, with_prepaid=False)
    card = CardDraft("deposit", "定金")
    sold = shop.sell(SaleLineDraft("定金", 50_00, kind="card", card=card, worker_id=shop.rain))
    assert shop.entries(sold) == []
    deposit = shop.file.value("SELECT card_id FROM sale_line WHERE sale_id = :id", id=sold)
    sale = shop.sell(payments=(PaymentDraft("deposit", 50_00, card_id=deposit),))
    assert shop.entries(sale) == [(shop.rain, GEL, 59_40, 0)]


def test_undone_and_done_again_it_counts_once(shop: Shop) -> None:
    shop.rule()
    shop.sell()
    assert shop.month(shop.rain).commission == 59_40
    history.undo(shop.file)
    assert shop.month(shop.rain).commission == 0
    history.redo(shop.file)
    assert shop.month(shop.rain).commission == 59_40


def test_a_void_sale_earns_nothing(shop: Shop) -> None:
    shop.rule()
    shop.sales.void(shop.sell(), "typed twice")
    assert shop.month(shop.rain).sources == ()
    assert shop.month(shop.rain).work == 0


def test_a_refund_takes_back_in_proportion(shop: Shop) -> None:
    shop.rule(3000, requested_amount=10_00)
    sale = shop.sell(shop.line(requested=True))
    assert shop.entries(sale) == [(shop.rain, GEL, 69_40, 10_00)]
    assert shop.entries(shop.give_back(sale, 99_00)) == [(shop.rain, -99_00, -34_70, -5_00)]
    assert shop.entries(shop.give_back(sale, 99_00)) == [(shop.rain, -99_00, -34_70, -5_00)]
    assert shop.month(shop.rain).commission == 0


def test_a_void_refund_takes_nothing_back(shop: Shop) -> None:
    shop.rule()
    sale = shop.sell()
    first = shop.give_back(sale, 100_01)
    shop.sales.void(first, "wrong sale")
    assert shop.month(shop.rain).commission == 59_40
    shop.give_back(sale, GEL)
    assert shop.month(shop.rain).commission == 0


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_sold_and_refunded_whole_is_exactly_nothing(shop: Shop, seed: int) -> None:
    dice = random.Random(seed)
    shop.rule(dice.randrange(1, 10_000))
    shop.rule(0, kind="fixed", amount=dice.randrange(1, 50_00), worker_id=shop.lin, requested_rate=777)
    shop.rule(0, kind="tiered", tiers=TIERS, service_id=shop.lashes, whole=dice.random() < 0.5)
    for _sale in range(8):
        lines = []
        for _line in range(dice.randrange(1, 4)):
            price = dice.randrange(1, 90_000)
            lines.append(
                shop.line(
                    price,
                    service_id=dice.choice([shop.gel, shop.lashes]),
                    worker_id=dice.choice([shop.rain, shop.lin]),
                    discount=dice.randrange(0, price),
                    requested=dice.random() < 0.5,
                    shares=((shop.rain, 3), (shop.lin, 4)) if dice.random() < 0.4 else (),
                )
            )
        sale = shop.sell(*lines)
        left = [line.amount for line in lines]
        while sum(left):
            if dice.random() < 0.3:
                # Into the next month, and the one after it.
                shop.clock.set(shop.clock.now() + dt.timedelta(days=dice.randrange(1, 25)))
            back = [amount if dice.random() < 0.3 else dice.randrange(0, amount + 1) for amount in left]
            if sum(back):
                shop.give_back(sale, *back)
                left = [amount - gone for amount, gone in zip(left, back, strict=True)]
        ids = {"sale": sale}
        sums = shop.file.one(
            "SELECT coalesce(sum(e.base), 0), coalesce(sum(e.amount), 0), coalesce(sum(e.requested), 0)"
            " FROM commission_entry e JOIN sale s ON s.id = e.sale_id"
            " WHERE s.id = :sale OR s.refund_of = :sale",
            **ids,
        )
        assert tuple(sums or ()) == (0, 0, 0)
    first, last = dt.date(2026, 8, 1), dt.date(2028, 12, 31)
    for statement in statements.statements(shop.file, first, last):
        assert (statement.commission, statement.work) == (0, 0)


# ---- the rules' own acts


def test_two_rules_for_the_same_are_refused(shop: Shop) -> None:
    shop.rule(service_id=shop.gel)
    with pytest.raises(DeskError) as refused:
        shop.rule(2000, service_id=shop.gel)
    assert (refused.value.code, refused.value.facts["rule"]) == ("commission_rule_exists", "Gel")
    shop.rule(2000, service_id=shop.gel, line_kind="product")


def test_more_than_the_service_costs_is_refused(shop: Shop) -> None:
    with pytest.raises(DeskError) as refused:
        shop.rule(0, kind="fixed", amount=190_00, requested_amount=9_00, service_id=shop.gel)
    assert refused.value.code == "commission_over_price"
    shop.rule(0, kind="fixed", amount=190_00, requested_amount=8_00, service_id=shop.gel)


def test_a_rule_that_was_used_is_kept_beside_the_new_one(shop: Shop) -> None:
    rule = shop.rule()
    assert shop.commission.edit_rule(rule, RuleDraft(rate=3500)) == rule
    sale = shop.sell()
    after = shop.commission.edit_rule(rule, RuleDraft(rate=4000))
    assert after != rule
    shop.sell(customer_id=shop.wang)
    assert shop.entries(sale) == [(shop.rain, GEL, 69_30, 0)]
    assert [source.amount for source in shop.month(shop.rain).sources] == [79_20, 69_30]
    with pytest.raises(DeskError) as refused:
        shop.commission.edit_rule(rule, RuleDraft(rate=1))
    assert refused.value.code == "gone"


def test_a_rule_given_up_holds_no_more_until_it_is_taken_back(shop: Shop) -> None:
    rule = shop.rule()
    shop.commission.archive_rule(rule)
    assert shop.entries(shop.sell()) == []
    shop.commission.restore_rule(rule)
    assert len(shop.entries(shop.sell())) == 1
    shop.commission.archive_rule(rule)
    shop.rule(2000)
    with pytest.raises(DeskError) as refused:
        shop.commission.restore_rule(rule)
    assert refused.value.code == "commission_rule_exists"


def test_every_act_is_undone_and_done_again(shop: Shop) -> None:
    def state() -> list[tuple[object, ...]]:
        rules = shop.file.all("SELECT id, rate, archived_at FROM commission_rule ORDER BY id")
        pays = shop.file.all("SELECT value FROM setting WHERE id = 'base_pay'")
        return [tuple(row) for row in [*rules, *pays]]

    rule = ""
    acts = (
        shop.rule,
        lambda: shop.commission.edit_rule(rule, RuleDraft(rate=1000)),
        lambda: shop.commission.archive_rule(rule),
        lambda: shop.commission.restore_rule(rule),
        lambda: shop.commission.set_base_pay(shop.rain, 3_000_00, dt.date(2026, 8, 1)),
        lambda: shop.commission.set_base_pay(shop.rain, 3_500_00, dt.date(2026, 9, 1)),
    )
    for act in acts:
        before = state()
        rule = act() or rule
        after = state()
        history.undo(shop.file)
        assert state() == before
        history.redo(shop.file)
        assert state() == after
