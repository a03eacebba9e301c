"""Discounts as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import format_money
from merchant_desk.sales.discount import WAYS, Way, read_discount

totals = st.integers(0, 5_000_000)


@pytest.mark.parametrize(
    ("way", "text", "off"),
    [
        ("off", "20", 20_00),
        ("off", "¥20.50", 20_50),
        ("off", "10%", 26_60),
        ("off", "", 0),
        ("percent", "10", 26_60),
        ("percent", "12.5%", 33_25),
        ("percent", "１０％", 26_60),
        ("percent", "100", 266_00),
        ("percent", "33", 87_78),
        ("make_it", "200", 66_00),
        ("make_it", "266", 0),
        ("make_it", "0", 266_00),
        ("make_it", "90%", 26_60),
        ("off", "8折", 53_20),
        ("percent", "8.5 折", 39_90),
        ("make_it", "88折", 31_92),
        ("off", "10折", 0),
        ("off", "八折", 53_20),
        ("make_it", "八五折", 39_90),
        ("percent", "九点五折", 13_30),
        ("off", "对折", 133_00),
    ],
)
def test_typed_discounts(way: Way, text: str, off: int) -> None:
    assert read_discount(way, text, 266_00) == off


_BEYOND = {("off", "300"), ("off", "-5"), ("make_it", "300"), ("make_it", "-5")}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", ["abc", "-5", "300", "101%", "1e3", "折", "%", "12折折", "20.005"])
def test_what_is_no_discount_is_refused(way: Way, text: str) -> None:
    if (way, text) == ("percent", "20.005"):
        return  # a percentage may have three decimals
    with pytest.raises(DeskError) as caught:
        read_discount(way, text, 266_00)
    assert caught.value.code == ("discount_too_much" if (way, text) in _BEYOND else "bad_amount")


@given(totals, st.integers(0, 100_00))
def test_a_percentage_is_right_to_half_a_minor_unit(total: int, hundredths: int) -> None:
    off = read_discount("percent", f"{hundredths // 100}.{hundredths % 100:02d}%", total)
    assert 0 <= off <= total
    assert abs(off * 100_00 - total * hundredths) * 2 <= 100_00


@given(totals, st.data())
def test_make_it_leaves_just_that(total: int, data: st.DataObject) -> None:
    left = data.draw(st.integers(0, total))
    assert total - read_discount("make_it", format_money(left), total) == left


@given(totals, st.data())
def test_off_takes_just_that(total: int, data: st.DataObject) -> None:
    off = data.draw(st.integers(0, total))
    assert read_discount("off", format_money(off), total) == off


def test_yen_has_no_cents() -> None:
    assert read_discount("off", "20", 300, currency="JPY") == 20
