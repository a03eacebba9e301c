"""Periods: last year's, the one before, and their buckets."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.insights.periods import (
    Bucket,
    bucket_days,
    bucket_of,
    buckets,
    last_year,
    previous,
    same_period_last_year,
)

D = dt.date


def test_the_29th_of_february_was_the_28th_last_year() -> None:
    assert last_year(D(2024, 2, 29)) == D(2023, 2, 28)
    assert last_year(D(2025, 2, 28)) == D(2024, 2, 28)


def test_a_february_is_compared_with_all_of_last_years() -> None:
    assert same_period_last_year(D(2025, 2, 1), D(2025, 2, 28)) == (D(2024, 2, 1), D(2024, 2, 29))
    assert same_period_last_year(D(2024, 2, 1), D(2024, 2, 29)) == (D(2023, 2, 1), D(2023, 2, 28))


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ((D(2026, 8, 1), D(2026, 8, 31)), (D(2026, 7, 1), D(2026, 7, 31))),
        ((D(2026, 3, 1), D(2026, 3, 31)), (D(2026, 2, 1), D(2026, 2, 28))),
        ((D(2026, 7, 1), D(2026, 9, 30)), (D(2026, 4, 1), D(2026, 6, 30))),
        ((D(2026, 1, 1), D(2026, 12, 31)), (D(2025, 1, 1), D(2025, 12, 31))),
        ((D(2026, 8, 1), D(2026, 8, 20)), (D(2026, 7, 1), D(2026, 7, 20))),
        ((D(2026, 3, 1), D(2026, 3, 30)), (D(2026, 2, 1), D(2026, 2, 28))),
        ((D(2026, 8, 14), D(2026, 8, 20)), (D(2026, 8, 7), D(2026, 8, 13))),
        ((D(2026, 8, 20), D(2026, 8, 20)), (D(2026, 8, 19), D(2026, 8, 19))),
        ((D(2026, 1, 1), D(2026, 1, 1)), (D(2025, 12, 1), D(2025, 12, 1))),
    ],
)
def test_what_a_period_is_compared_with(period: tuple[D, D], before: tuple[D, D]) -> None:
    assert previous(*period) == before


def test_buckets_follow_each_other_without_gaps() -> None:
    assert buckets(D(2025, 12, 30), D(2026, 2, 1), "month") == ("2025-12", "2026-01", "2026-02")
    assert buckets(D(2026, 8, 20), D(2026, 8, 24), "week") == ("2026-08-17", "2026-08-24")
    assert buckets(D(2024, 2, 28), D(2024, 3, 1), "day") == ("2024-02-28", "2024-02-29", "2024-03-01")


@given(st.dates(D(2000, 1, 1), D(2100, 12, 31)), st.sampled_from(("day", "week", "month")))
def test_a_day_lies_in_its_bucket(day: dt.date, bucket: Bucket) -> None:
    first, last = bucket_days(bucket_of(day, bucket), bucket)
    assert first <= day <= last
    assert bucket_of(first, bucket) == bucket_of(last, bucket) == bucket_of(day, bucket)
