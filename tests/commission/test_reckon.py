"""The arithmetic: nothing is lost in shares, tiers and refunds."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.commission.model import Earned, LineMoney, Paid, RuleDraft, SoldLine, Tier
from merchant_desk.commission.pay import base_pay, current
from merchant_desk.commission.reckon import earn, part, spread, taken_back, tiered
from merchant_desk.commission.tiers import TierEntry, earned

amounts = st.integers(0, 5_000_00)
TIERS = (Tier(0, 3000), Tier(10_000_00, 3500), Tier(20_000_00, 4000))


def line(amount: int = 200_00, **more: object) -> SoldLine:
    fields: dict[str, object] = {
        "id": "a",
        "kind": "service",
        "quantity": 1,
        "amount": amount,
        "list_price": amount,
        "workers": (("w", 1),),
    }
    return SoldLine(**{**fields, **more})  # type: ignore[arg-type]


@given(st.integers(-(10**9), 10**9), st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_part_is_rounded_half_away_from_zero(value: int, share: int, whole: int) -> None:
    exact = Fraction(value * share, whole)
    off = Fraction(part(value, share, whole)) - exact
    assert abs(off) <= Fraction(1, 2)
    assert part(-value, share, whole) == -part(value, share, whole)


@pytest.mark.parametrize(
    ("terms", "money", "wanted"),
    [
        (RuleDraft(rate=3000), LineMoney(), Earned(198_00, 59_40, 0)),
        (RuleDraft(rate=3000, basis="list"), LineMoney(), Earned(258_00, 77_40, 0)),
        (RuleDraft(rate=3000, basis="after_fee"), LineMoney(fees=18_00), Earned(180_00, 54_00, 0)),
        (RuleDraft("fixed", amount=30_00), LineMoney(), Earned(198_00, 30_00, 0)),
        (RuleDraft("tiered", tiers=TIERS), LineMoney(), Earned(198_00, 0, 0)),
        (RuleDraft(rate=3000, with_prepaid=False), LineMoney(prepaid=99_00), Earned(99_00, 29_70, 0)),
        (RuleDraft(rate=3000, with_prepaid=False), LineMoney(prepaid=198_00), Earned(0, 0, 0)),
        (RuleDraft(rate=3000), LineMoney(prepaid=198_00), Earned(198_00, 59_40, 0)),
        (
            RuleDraft("fixed", amount=30_00, with_prepaid=False),
            LineMoney(prepaid=99_00),
            Earned(99_00, 15_00, 0),
        ),
    ],
)
def test_what_a_line_earns(terms: RuleDraft, money: LineMoney, wanted: Earned) -> None:
    assert earn(line(198_00, list_price=258_00), money, terms, 0) == wanted


def test_who_was_asked_for_has_an_extra() -> None:
    terms = RuleDraft(rate=3000, requested_rate=500, requested_amount=10_00)
    assert earn(line(requested=True), LineMoney(), terms, 0) == Earned(200_00, 80_00, 20_00)
    assert earn(line(), LineMoney(), terms, 0) == Earned(200_00, 60_00, 0)
    rising = RuleDraft("tiered", tiers=TIERS, requested_amount=10_00)
    assert earn(line(requested=True), LineMoney(), rising, 0) == Earned(200_00, 10_00, 10_00)


@given(amounts, st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(1, 3), amounts)
def test_shares_lose_nothing(amount: int, shares: list[int], quantity: int, fixed: int) -> None:
    workers = tuple((f"w{at}", share) for at, share in enumerate(shares))
    sold = line(amount, workers=workers, quantity=quantity)
    every = [earn(sold, LineMoney(), RuleDraft("fixed", amount=fixed), at) for at in range(len(shares))]
    assert sum(one.base for one in every) == amount
    assert sum(one.amount for one in every) == fixed * quantity


@st.composite
def bills(draw: st.DrawFn) -> tuple[list[SoldLine], list[Paid]]:
    kinds = st.sampled_from(["service", "product", "tip", "card", "free"])
    services = st.sampled_from([None, "s1", "s2"])
    lines = [
        line(draw(amounts), id=str(at), kind=draw(kinds), service_id=draw(services))
        for at in range(draw(st.integers(1, 4)))
    ]
    left, payments = sum(one.amount for one in lines), []
    while left:
        amount = draw(st.integers(1, left))
        left -= amount
        prepaid = draw(st.booleans())
        fees = 0 if prepaid else draw(st.integers(0, amount))
        payments.append(Paid(amount, prepaid, draw(services), fees))
        if len(payments) == 3 and left:
            payments.append(Paid(left))
            left = 0
    return lines, payments


@given(bills())
def test_prepaid_and_fees_are_spread_without_loss(bill: tuple[list[SoldLine], list[Paid]]) -> None:
    lines, payments = bill
    money = spread(lines, payments)
    work = [one for one in lines if one.kind not in {"tip", "card"}]
    for one in lines:
        assert 0 <= money[one.id].prepaid <= one.amount
        assert money[one.id].fees >= 0
    assert sum(each.prepaid for each in money.values()) <= sum(one.amount for one in payments if one.prepaid)
    if sum(one.amount for one in payments if not one.prepaid) == 0:
        assert all(money[one.id].prepaid == one.amount for one in work)
    assert sum(each.fees for each in money.values()) <= sum(one.fees for one in payments)


def test_a_pass_pays_its_own_service_and_a_voucher_too() -> None:
    gel, lashes = line(198_00, id="gel", service_id="s1"), line(100_00, id="lash", service_id="s2")
    money = spread(
        [gel, lashes], [Paid(198_00, True, "s1"), Paid(60_00, service_id="s2", fees=6_00), Paid(40_00, True)]
    )
    assert money == {"gel": LineMoney(198_00, 0), "lash": LineMoney(40_00, 6_00)}
    # What the balance card pays is not for the tip.
    tip = line(20_00, id="tip", kind="tip")
    assert spread([gel, tip], [Paid(198_00, True), Paid(20_00)])["gel"].prepaid == 198_00


@pytest.mark.parametrize(
    ("base", "parts", "whole"),
    [
        (0, 0, 0),
        (9_999_00, 2_999_70, 2_999_70),
        (10_000_00, 3_000_00, 3_500_00),
        (15_000_00, 4_750_00, 5_250_00),
        (25_000_00, 8_500_00, 10_000_00),
        (-1_00, 0, 0),
    ],
)
def test_tiers(base: int, parts: int, whole: int) -> None:
    assert tiered(base, TIERS, whole=False) == parts
    assert tiered(base, TIERS, whole=True) == whole


def test_below_the_first_tier_nothing_is_earned() -> None:
    late = (Tier(5_000_00, 1000),)
    assert tiered(4_999_99, late, whole=True) == 0
    assert tiered(6_000_00, late, whole=False) == 100_00


entries = st.lists(
    st.tuples(st.integers(0, 89), st.integers(1, 9_000_00), st.integers(0, 89), st.integers(0, 4)),
    max_size=12,
)


@given(entries, st.booleans(), st.integers(0, 119), st.integers(0, 119))
def test_months_of_tiers_add_up_and_whole_refunds_leave_nothing(
    drawn: list[tuple[int, int, int, int]], whole: bool, one: int, other: int
) -> None:
    start = dt.date(2025, 6, 1)
    terms = RuleDraft("tiered", tiers=TIERS, whole=whole)
    known = []
    for day, base, later, quarters in drawn:
        sold = start + dt.timedelta(days=day)
        known.append(TierEntry(sold, base))
        if quarters:
            back = sold + dt.timedelta(days=later)
            known.append(TierEntry(back, -part(base, quarters, 4), sold))
    first, last = start, start + dt.timedelta(days=400)
    middle = start + dt.timedelta(days=min(one, other))
    after = middle + dt.timedelta(days=1)
    total = earned(known, terms, first, last)
    assert earned(known, terms, first, middle) + earned(known, terms, after, last) == total
    if all(quarters == 4 for *_rest, quarters in drawn):
        assert total == 0


def test_a_later_refund_goes_at_the_rate_its_month_had() -> None:
    terms = RuleDraft("tiered", tiers=TIERS, whole=True)
    august, september = dt.date(2025, 8, 5), dt.date(2025, 9, 3)
    known = [
        TierEntry(august, 10_000_00),
        TierEntry(september, 1_000_00),
        TierEntry(september, -2_000_00, august),
    ]
    assert earned(known, terms, dt.date(2025, 8, 1), dt.date(2025, 8, 31)) == 3_500_00
    assert earned(known, terms, dt.date(2025, 9, 1), dt.date(2025, 9, 30)) == 300_00 - 700_00


@given(amounts, amounts, st.lists(st.integers(1, 5_000), max_size=5), st.integers(1, 50_000))
def test_refunds_in_parts_sum_to_the_entry(base: int, amount: int, parts: list[int], rest: int) -> None:
    entry = Earned(base, amount, amount // 3)
    whole = sum(parts) + rest
    before, returned = Earned(0, 0, 0), 0
    for some in [*parts, rest]:
        returned += some
        taken = taken_back(entry, (returned, whole), before)
        assert max(taken) <= 0
        before = Earned(*(a + b for a, b in zip(before, taken, strict=True)))
    assert [a + b for a, b in zip(entry, before, strict=True)] == [0, 0, 0]


def test_base_pay_by_whole_months_and_by_days() -> None:
    pays = [("2025-06-16", 3_000_00), ("2025-08-01", 3_500_00)]
    assert base_pay(pays, dt.date(2025, 8, 1), dt.date(2025, 8, 31)) == 3_500_00
    assert base_pay(pays, dt.date(2025, 6, 1), dt.date(2025, 6, 30)) == 1_500_00
    assert base_pay(pays, dt.date(2025, 7, 1), dt.date(2025, 9, 30)) == 10_000_00
    assert base_pay(pays, dt.date(2025, 5, 1), dt.date(2025, 5, 31)) == 0
    assert base_pay([], dt.date(2025, 8, 1), dt.date(2025, 8, 31)) == 0
    assert [current(pays, dt.date(2025, month, 15)) for month in (6, 7, 8)] == [0, 3_000_00, 3_500_00]
