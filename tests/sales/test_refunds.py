"""What of a sale goes back, and by which way (pure)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.model import PaidVoucher, Payment, Sale, SaleLine
from merchant_desk.sales.refunds import (
    RefundLine,
    check_refund,
    left_of,
    left_to_refund,
    pieces_back,
    way_back,
    whole_refund,
)

AT = dt.datetime(2026, 8, 20, 14, 0)
AMOUNTS = st.integers(1, 10_000_00)


def line(amount: int, at: int = 0, **more: object) -> SaleLine:
    fields = {"kind": "service", "title": "Gel", "worker": "", "quantity": 1, "discount": 0, "id": f"l{at}"}
    return SaleLine(**{"unit_price": amount, "amount": amount, **fields, **more})  # type: ignore[arg-type]


def paid(method: str, amount: int, **more: object) -> Payment:
    voucher = PaidVoucher("douyin", "1", 0, 0, id="v") if method == "voucher" else None
    card = {"card_id": "c"} if method in {"stored_value", "pass"} else {}
    return Payment(method, amount, 0, voucher, **{**card, **more})  # type: ignore[arg-type]


def sale(lines: tuple[SaleLine, ...], payments: tuple[Payment, ...], *back: Payment) -> Sale:
    return Sale(
        id="s",
        number="20260820-0001",
        sold_at=AT,
        customer_id=None,
        customer="",
        customer_phone="",
        appointment_id=None,
        cashier="",
        status="paid",
        total=sum(one.amount for one in payments),
        void_reason="",
        voided_at=None,
        note="",
        lines=lines,
        payments=payments,
        sources=(),
        given_back=back,
    )


def by_way(sold: Sale, amount: int, *lines: RefundLine) -> dict[str, int]:
    return {one.method: one.amount for one in way_back(sold, amount, lines)}


MIXED = st.lists(
    st.tuples(st.sampled_from(["cash", "wechat", "voucher", "stored_value", "pass"]), AMOUNTS),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one[0],
)


@given(MIXED, st.data())
def test_what_goes_back_is_the_amount_and_never_more_than_came_that_way(
    ways: list[tuple[str, int]], data: st.DataObject
) -> None:
    total = sum(amount for _, amount in ways)
    sold = sale((line(total),), tuple(paid(*way) for way in ways))
    gone: Counter[str] = Counter()
    for _ in range(data.draw(st.integers(1, 4))):
        amount = data.draw(st.integers(0, total - gone.total()))
        back = way_back(sold, amount)
        assert sum(one.amount for one in back) == amount
        assert all(one.amount > 0 for one in back)
        gone.update({one.method: one.amount for one in back})
        assert all(gone[method] <= amount for method, amount in ways)
        sold = replace(
            sold, given_back=sold.given_back + tuple(paid(one.method, -one.amount) for one in back)
        )
    rest = way_back(sold, total - gone.total())
    gone.update({one.method: one.amount for one in rest})
    assert gone == dict(ways), "the rest is just what is left of each way"


def test_money_goes_back_in_proportion() -> None:
    sold = sale((line(300),), (paid("cash", 100), paid("wechat", 200)))
    assert by_way(sold, 30) == {"cash": 10, "wechat": 20}
    assert by_way(sold, 100) == {"cash": 33, "wechat": 67}


def test_a_voucher_stays_whole_as_long_as_money_suffices() -> None:
    sold = sale((line(300),), (paid("voucher", 100), paid("wechat", 200)))
    assert by_way(sold, 200) == {"wechat": 200}
    assert by_way(sold, 201) == {"voucher": 1, "wechat": 200}
    assert by_way(sold, 300) == {"voucher": 100, "wechat": 200}


@pytest.mark.parametrize("method", ["voucher", "pass"])
def test_what_a_voucher_or_a_pass_was_used_for_brings_it_back(method: str) -> None:
    gel, oil = line(100, 1, service_id="gel"), line(200, 2, kind="product")
    sold = sale((gel, oil), (paid(method, 100, service_ids=("gel",)), paid("wechat", 200)))
    assert by_way(sold, 100, RefundLine("l1", 100)) == {method: 100}
    assert by_way(sold, 100, RefundLine("l2", 100)) == {"wechat": 100}
    assert by_way(sold, 50, RefundLine("l1", 50)) == {"wechat": 50}, "not a part of it"


def test_what_went_back_another_way_is_taken_off_those_it_came() -> None:
    sold = sale((line(300, refunded=150),), (paid("wechat", 300),), paid("cash", -150))
    assert by_way(sold, 150) == {"wechat": 150}
    with pytest.raises(DeskError) as caught:
        way_back(sold, 151)
    assert (caught.value.code, caught.value.facts) == ("refund_too_much", {"amount": 150})


def test_what_went_back_another_way_is_taken_off_once() -> None:
    two = (paid("cash", 100), paid("wechat", 100))
    assert by_way(sale((line(200, refunded=150),), two, paid("card", -150)), 50) == {"wechat": 50}


def test_a_card_sold_goes_back_once() -> None:
    assert left_of(line(100, kind="card", refunded=60, refunded_quantity=1)) == 0
    assert left_of(line(100, kind="card")) == 100


def test_a_rounding_goes_back_with_the_rest() -> None:
    rounding = line(-30, 2, kind="rounding")
    sold = sale((line(1030, 1), rounding), (paid("cash", 1000),))
    whole = whole_refund(sold, "unhappy")
    assert [back.amount for back in whole.lines] == [1030, -30]
    assert left_to_refund(sold) == 1000
    check_refund(sold, whole)
    with pytest.raises(DeskError, match="refund_too_much"):
        check_refund(sold, replace(whole, lines=(RefundLine("l1", 1030), RefundLine("l2", 1))))


def test_pieces_come_back_with_the_last_of_the_money() -> None:
    three = line(300, quantity=3)
    assert pieces_back(three, RefundLine("l0", 100)) == 0
    assert pieces_back(three, RefundLine("l0", 300)) == 3
    assert pieces_back(three, RefundLine("l0", 100, quantity=1)) == 1


def test_a_line_is_named_once() -> None:
    sold = sale((line(100),), (paid("cash", 100),))
    twice = replace(whole_refund(sold, "x"), lines=(RefundLine("l0", 50), RefundLine("l0", 50)))
    with pytest.raises(DeskError, match="bad_amount"):
        check_refund(sold, twice)
