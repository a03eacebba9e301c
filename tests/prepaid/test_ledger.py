"""The sums of a card, beside plain ways of getting them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import ledger
from merchant_desk.prepaid.model import SPEND_FIRST

AMOUNT = st.integers(0, 100_000)
FIRST = st.sampled_from(SPEND_FIRST)


@given(AMOUNT, AMOUNT, st.data(), FIRST)
def test_a_payment_takes_what_it_is_and_no_more_than_there_is(
    principal: int, bonus: int, data: st.DataObject, first: str
) -> None:
    amount = data.draw(st.integers(0, principal + bonus))
    took, took_bonus = ledger.spend(principal, bonus, amount, first)
    assert took + took_bonus == amount
    assert 0 <= took <= principal
    assert 0 <= took_bonus <= bonus
    if first == "principal":
        assert took == principal or took_bonus == 0
    elif first == "bonus":
        assert took_bonus == bonus or took == 0
    elif principal + bonus:
        assert abs(took - Fraction(amount * principal, principal + bonus)) < 1


@given(AMOUNT, AMOUNT, st.integers(1, 1000), FIRST)
def test_a_card_never_pays_more_than_it_has(principal: int, bonus: int, more: int, first: str) -> None:
    with pytest.raises(DeskError, match="card_short"):
        ledger.spend(principal, bonus, principal + bonus + more, first)
    with pytest.raises(DeskError, match="bad_amount"):
        ledger.spend(principal, bonus, -more, first)


@given(AMOUNT, st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_however_it_is_used_a_counter_ends_at_nothing(principal: int, uses: list[int]) -> None:
    left, carried, worth = sum(uses), principal, 0
    for units in uses:
        value = ledger.value_of_units(carried, left, units)
        assert 0 <= value <= carried
        assert abs(value - Fraction(carried * units, left)) <= Fraction(1, 2)
        worth, carried, left = worth + value, carried - value, left - units
    assert (worth, carried) == (principal, 0)


@given(AMOUNT, st.lists(st.tuples(st.integers(1, 20), st.integers(0, 30_000), st.booleans()), min_size=1))
def test_the_price_is_carried_whole_by_what_was_paid_for(
    price: int, parts: list[tuple[int, int, bool]]
) -> None:
    if all(free for _, _, free in parts):
        return
    carried = ledger.carried(price, parts)
    assert sum(carried) == price
    assert all(part == 0 for part, (_, _, free) in zip(carried, parts, strict=True) if free)
    assert min(carried) >= 0


@given(AMOUNT, AMOUNT, st.data())
def test_given_back_in_any_steps_it_is_what_was_taken(took: int, bonus: int, data: st.DataObject) -> None:
    back, steps = (0, 0), 0
    while (left := took + bonus - sum(back)) > 0:
        step = data.draw(st.integers(1, left)) if steps < 8 else left
        steps += 1
        principal, from_bonus = ledger.returned((took, bonus), back, step)
        assert principal + from_bonus == step
        assert principal >= 0
        assert from_bonus >= 0
        back = (back[0] + principal, back[1] + from_bonus)
        ideal = Fraction(took * sum(back), took + bonus)
        assert abs(back[0] - ideal) < 1
    assert back == (took, bonus)
    with pytest.raises(DeskError, match="refund_too_much"):
        ledger.returned((took, bonus), back, 1)


@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(0, 400)), min_size=1, max_size=3), st.integers(0, 1200)
)
def test_units_come_back_as_every_way_of_taking_them_says(uses: list[tuple[int, int]], amount: int) -> None:
    counts = ledger.units_returned(uses, amount)
    worths: dict[int, list[int]] = {}
    for ns in product(*(range(units + 1) for units, _ in uses)):
        value = sum(
            ledger.value_of_units(worth, units, n) if n else 0
            for n, (units, worth) in zip(ns, uses, strict=True)
        )
        worths.setdefault(value, []).append(sum(ns))
    nearest = min(abs(value - amount) for value in worths)
    most = max(max(of) for value, of in worths.items() if abs(value - amount) == nearest)
    if counts is None:
        assert nearest > 0
    else:
        assert nearest <= most
        value = sum(
            ledger.value_of_units(worth, units, n) if n else 0
            for n, (units, worth) in zip(counts, uses, strict=True)
        )
        assert abs(value - amount) == nearest
    if amount == sum(worth for _, worth in uses):
        assert counts == [units for units, _ in uses]


@given(AMOUNT, AMOUNT, AMOUNT, AMOUNT, st.booleans(), st.integers(0, 30))
def test_a_refund_is_never_below_nothing_nor_above_the_price(
    paid: int, used: int, principal: int, bonus: int, untouched: bool, days: int
) -> None:
    sold = dt.date(2026, 8, 20)
    due = ledger.refund_due(
        paid=paid,
        used=used,
        principal=principal,
        bonus=bonus,
        untouched=untouched,
        sold_on=sold,
        day=sold + dt.timedelta(days=days),
    )
    assert 0 <= due.due <= paid
    assert due.whole == (untouched and days <= 7)
    if due.whole:
        assert due.due == paid
    else:
        assert due.due == max(0, paid - used)


def test_the_note_begins_above_five_thousand_yuan() -> None:
    assert not ledger.is_large(5000_00, "CNY")
    assert ledger.is_large(5000_01, "CNY")
    assert not ledger.is_large(9_999_999, "JPY")
