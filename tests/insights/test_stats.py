"""The interval around a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.insights.stats import wilson


def test_numbers_worked_out_by_hand() -> None:
    # 8 of 10 at 95 %: centre (8 + 1.9208) / 13.8416, half 1.96 sqrt(1.6 + 0.9604) / 13.8416.
    low, high = wilson(8, 10, z=1.96)
    assert low == pytest.approx(0.4902, abs=1e-4)
    assert high == pytest.approx(0.9433, abs=1e-4)


def test_none_and_all_do_not_give_certainty() -> None:
    assert wilson(0, 5)[0] == 0.0
    assert wilson(0, 5)[1] == pytest.approx(2.7055 / 7.7055, abs=1e-4)
    assert wilson(5, 5)[0] == pytest.approx(5 / 7.7055, abs=1e-4)
    assert wilson(5, 5)[1] == 1.0
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("k", "n"), [(-1, 5), (6, 5), (1, 0)])
def test_a_share_that_cannot_be_is_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="of"):
        wilson(k, n)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_narrows_with_more_cases(case: tuple[int, int]) -> None:
    k, n = case
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    wider = wilson(k, n, z=2.5)
    assert wider[0] <= low
    assert high <= wider[1]
    many = wilson(100 * k, 100 * n)
    assert many[1] - many[0] < high - low
