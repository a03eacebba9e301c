"""Fees are read from the row's own sum, whichever sign the file writes them with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.exchange.recognise import Record
from merchant_desk.exchange.settlement import settle


def row(**values: int | None) -> Record:
    return Record(2, values, ())


def test_fees_written_as_positive_amounts() -> None:
    assert settle(
        row(
            list_price=23_900,
            customer_paid=22_900,
            received=23_900,
            pays_out=22_585,
            platform_fee=598,
            influencer_fee=0,
            worker_incentive=717,
        )
    ) == {
        "list_price": 23_900,
        "customer_paid": 22_900,
        "platform_fee": 598,
        "influencer_fee": 0,
        "worker_incentive": 717,
        "pays_out": 22_585,
    }


def test_fees_written_as_negative_amounts_are_the_same_fees() -> None:
    found = settle(row(customer_paid=15_800, received=15_800, pays_out=14_852, platform_fee=-948))
    assert (found["platform_fee"], found["pays_out"]) == (948, 14_852)


def test_a_refunds_row_is_turned_around() -> None:
    found = settle(
        row(customer_paid=-12_400, received=-12_900, pays_out=-12_577, platform_fee=-323, list_price=-12_900)
    )
    assert found == {
        "list_price": 12_900,
        "customer_paid": 12_400,
        "platform_fee": 323,
        "influencer_fee": 0,
        "worker_incentive": 0,
        "pays_out": 12_577,
    }


def test_what_go_betweens_take_counts_with_the_platform() -> None:
    found = settle(
        row(customer_paid=100, received=100, pays_out=80, platform_fee=5, matching_fee=6, boost_fee=9)
    )
    assert found["platform_fee"] == 20


def test_what_is_paid_out_is_worked_out_where_the_row_does_not_say() -> None:
    assert settle(row(customer_paid=100, received=120, platform_fee=5))["pays_out"] == 115
    assert settle(row(customer_paid=100, platform_fee=-5))["pays_out"] == 95


@given(
    st.integers(0, 100_000),
    st.integers(0, 20_000),
    st.integers(0, 20_000),
    st.integers(0, 20_000),
    st.sampled_from((1, -1)),
    st.sampled_from((1, -1)),
)
def test_paid_out_and_fees_make_what_was_received(
    paid_out: int, platform: int, influencer: int, worker: int, sign: int, turned: int
) -> None:
    received = paid_out + platform + influencer + worker
    found = settle(
        row(
            customer_paid=turned * received,
            received=turned * received,
            pays_out=turned * paid_out,
            platform_fee=turned * sign * platform,
            influencer_fee=turned * sign * influencer,
            worker_incentive=turned * sign * worker,
        )
    )
    assert found["platform_fee"] == platform
    assert found["influencer_fee"] == influencer
    assert found["worker_incentive"] == worker
    assert found["pays_out"] + platform + influencer + worker == received


@pytest.mark.parametrize("off_by", [-2, 2])
def test_a_cent_of_rounding_does_not_turn_the_sign(off_by: int) -> None:
    found = settle(row(customer_paid=100, received=10_000, pays_out=9_750 + off_by, platform_fee=250))
    assert found["platform_fee"] == 250
