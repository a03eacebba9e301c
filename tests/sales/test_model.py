"""A sale before it is written: adding up, and what makes no sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft

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


@pytest.mark.parametrize(
    "payment",
    [
        PaymentDraft("barter", 100),
        PaymentDraft("voucher", 100),
        PaymentDraft("stored_value", 100),
        PaymentDraft("pass", 100, card_id="c"),
        PaymentDraft("pass", 100, card_id="c", counter_id="n"),
        PaymentDraft("cash", 100, given=99),
        PaymentDraft("wechat", 100, given=100),
    ],
    ids=["method", "no voucher", "no card", "no counter", "no units", "too little cash", "change"],
)
def test_a_payment_that_makes_no_sense_is_refused(payment: PaymentDraft) -> None:
    assert refusal(SaleDraft((SaleLineDraft("Gel", 100),), (payment,))).code == "bad_amount"


def test_a_free_use_of_a_pass_is_worth_nothing_and_is_written() -> None:
    free = PaymentDraft("pass", 0, card_id="c", counter_id="n", units=1)
    SaleDraft((SaleLineDraft("Gel", 100, discount=100),), (free,)).check()


def test_only_a_rounding_is_below_zero_and_never_the_whole() -> None:
    rounding = SaleLineDraft("", -30, kind="rounding")
    draft([SaleLineDraft("Gel", 1030), rounding], ("cash", 1000)).check()
    assert refusal(draft([SaleLineDraft("Gel", 20), rounding])).code == "bad_amount"


def test_a_card_has_an_owner() -> None:
    card = SaleLineDraft("Gold", 100, kind="card", card=CardDraft("balance", "Gold"))
    assert refusal(draft([card], ("cash", 100))).code == "card_needs_customer"


def test_what_is_owed_is_less_than_the_whole() -> None:
    sale = draft([SaleLineDraft("Gel", 100)], ("cash", 60))
    sale.check_owed(40)
    with pytest.raises(DeskError) as caught:
        sale.check_owed(41)
    assert caught.value.facts == {"total": 100, "paid": 101}


def test_takings_are_money_without_tips() -> None:
    lines = (SaleLineDraft("Gel", 100), SaleLineDraft("Tip", 15, kind="tip"))
    payments = (PaymentDraft("cash", 55), PaymentDraft("stored_value", 60, card_id="c"))
    assert SaleDraft(lines, payments).takings == 40
