"""A sale before it is written: adding up, and spreading a discount."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft, spread_discount

amounts = st.integers(min_value=0, max_value=2_000_000)
lines = st.builds(
    lambda price, quantity, cost: SaleLineDraft("Gel", price, quantity=quantity, material_cost=cost),
    amounts,
    st.integers(1, 9),
    amounts,
)
many_lines = st.lists(lines, min_size=1, max_size=6)


def draft(lines: list[SaleLineDraft], *payments: tuple[str, int]) -> SaleDraft:
    return SaleDraft(tuple(lines), tuple(PaymentDraft(method, amount) for method, amount in payments))


def refusal(sale: SaleDraft) -> DeskError:
    with pytest.raises(DeskError) as caught:
        sale.check()
    return caught.value


@given(many_lines)
def test_a_total_is_the_sum_of_its_lines(lines: list[SaleLineDraft]) -> None:
    total = sum(line.quantity * line.unit_price for line in lines)
    sale = draft(lines, ("cash", total)) if total else draft(lines)
    assert sale.total == sale.paid == total
    sale.check()


@given(many_lines, st.integers(-50, 50).filter(bool))
def test_payments_that_do_not_add_up_say_by_how_much(lines: list[SaleLineDraft], off: int) -> None:
    total = sum(line.amount for line in lines)
    paid = max(1, total + off)
    if paid == total:
        return
    error = refusal(draft(lines, ("wechat", paid)))
    assert error.code == "payments_do_not_add_up"
    assert error.facts == {"total": total, "paid": paid, "difference": total - paid}


def test_nothing_sold_is_no_sale() -> None:
    assert refusal(draft([])).code == "nothing_sold"


@pytest.mark.parametrize(
    "line",
    [
        SaleLineDraft("Gel", -1),
        SaleLineDraft("Gel", 100, quantity=0),
        SaleLineDraft("Gel", 100, quantity=-2),
        SaleLineDraft("  ", 100),
        SaleLineDraft("Gel", 100, discount=101),
        SaleLineDraft("Gel", 100, discount=-1),
    ],
    ids=["price", "no quantity", "quantity", "title", "discount too large", "discount below zero"],
)
def test_a_line_that_makes_no_sense_is_refused(line: SaleLineDraft) -> None:
    assert refusal(draft([line], ("cash", max(1, line.amount)))).code == "bad_amount"


@pytest.mark.parametrize("amount", [0, -5])
def test_a_payment_is_above_zero(amount: int) -> None:
    error = refusal(draft([SaleLineDraft("Gel", 100)], ("cash", 100 - amount), ("card", amount)))
    assert error.code == "bad_amount"


def test_a_gift_needs_no_payment() -> None:
    draft([SaleLineDraft("Gel", 100, discount=100)]).check()


@given(many_lines, st.data())
def test_a_discount_is_spread_without_loss(lines: list[SaleLineDraft], data: st.DataObject) -> None:
    total = sum(line.amount for line in lines)
    discount = data.draw(st.integers(0, total))
    spread = spread_discount(lines, discount)
    assert sum(line.amount for line in spread) == total - discount
    assert sum(line.discount for line in spread) == discount
    for before, after in zip(lines, spread, strict=True):
        assert 0 <= after.discount <= before.amount
        assert dataclasses.replace(after, discount=before.discount) == before
        # Nobody's line is more than a minor unit away from its fair share.
        assert abs(after.discount * max(total, 1) - discount * before.amount) <= max(total, 1)


@given(many_lines, st.data())
def test_two_discounts_are_as_one(lines: list[SaleLineDraft], data: st.DataObject) -> None:
    total = sum(line.amount for line in lines)
    first = data.draw(st.integers(0, total))
    second = data.draw(st.integers(0, total - first))
    twice = spread_discount(spread_discount(lines, first), second)
    assert sum(line.amount for line in twice) == total - first - second
    draft(list(twice), *([("cash", total - first - second)] if total - first - second else [])).check()


@pytest.mark.parametrize("discount", [-1, 101])
def test_a_discount_beyond_the_sale_is_refused(discount: int) -> None:
    with pytest.raises(DeskError, match="bad_amount"):
        spread_discount([SaleLineDraft("Gel", 100)], discount)
