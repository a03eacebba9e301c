"""抹零: what is to pay becomes round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.rounding import RULES, rounding, rounding_line, rule_of


@pytest.mark.parametrize(
    ("total", "rule", "added"),
    [
        (128_36, "none", 0),
        (128_36, "dime_down", -6),
        (128_36, "yuan_down", -36),
        (128_36, "yuan_nearest", -36),
        (128_50, "yuan_nearest", 50),
        (128_49, "yuan_nearest", -49),
        (128_00, "yuan_down", 0),
        (0, "yuan_down", 0),
    ],
)
def test_each_rule(total: int, rule: str, added: int) -> None:
    assert rounding(total, rule) == added
    line = rounding_line(total, rule, "Rounding")
    assert (line.amount if line else 0) == added


@given(st.integers(0, 10**9), st.sampled_from(RULES))
def test_a_round_amount_stays_and_no_rule_makes_it_less_than_nothing(total: int, rule: str) -> None:
    rounded = total + rounding(total, rule)
    assert rounded >= 0
    assert rounding(rounded, rule) == 0
    assert abs(rounded - total) < 100


def test_a_currency_without_cents_is_round() -> None:
    assert rounding(1_234, "yuan_down", "JPY") == 0


def test_the_shop_chooses_its_rule(desk_file: ShopFile) -> None:
    assert rule_of(desk_file) == "none"
    SaleActs(desk_file).set_rounding("yuan_down")
    assert rule_of(desk_file) == "yuan_down"
    with pytest.raises(ValueError, match="no such rule"):
        SaleActs(desk_file).set_rounding("up")
