"""Money: what people type is read, what is written can be read again, and splitting loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import format_money, parse_money, split

AMOUNTS = st.integers(-(10**11), 10**11)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("198", 19800),
        ("¥1,234.50", 123450),
        ("￥ 98", 9800),
        ("１２８", 12800),
        ("98元", 9800),
        ("-20.5", -2050),
        ("−20", -2000),
        (".5", 50),
        ("12.", 1200),
        (" 1,000,000.00 ", 100000000),
        ("rmb 5", 500),
    ],
)
def test_reads_amounts_as_people_type_them(text: str, minor: int) -> None:
    assert parse_money(text) == minor


@pytest.mark.parametrize(
    "text", ["abc", "", "¥", "1.234", "1,23", "12,3456", "1e5", "nan", "--2", "5 or 6", "1..2", "9" * 20]
)
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        parse_money(text)
    assert refused.value.code == "bad_amount"


def test_a_currency_without_cents_has_none() -> None:
    assert parse_money("1,200", "JPY") == 1200
    assert format_money(1200, "JPY") == "¥1,200"
    with pytest.raises(DeskError):
        parse_money("12.5", "JPY")


@pytest.mark.parametrize(
    ("minor", "cents", "text"),
    [
        (286000, "auto", "¥2,860"),
        (12950, "auto", "¥129.50"),
        (19800, "always", "¥198.00"),
        (-2000, "auto", "−¥20"),
        (12950, "never", "¥130"),
        (-40, "never", "¥0"),
        (0, "auto", "¥0"),
    ],
)
def test_writes_amounts(minor: int, cents: str, text: str) -> None:
    assert format_money(minor, cents=cents) == text  # type: ignore[arg-type]


@given(AMOUNTS)
def test_what_is_written_can_be_read(minor: int) -> None:
    assert parse_money(format_money(minor)) == minor
    assert parse_money(format_money(minor, cents="always")) == minor


@given(AMOUNTS, st.lists(st.integers(0, 1000), min_size=1, max_size=20).filter(any))
def test_split_neither_makes_nor_loses_a_cent(value: int, shares: list[int]) -> None:
    parts = split(value, shares)
    assert sum(parts) == value
    for part, share in zip(parts, shares, strict=True):
        assert abs(part - value * share / sum(shares)) < 1 + abs(value) * 1e-9
        assert share or not part
    assert split(-value, shares) == [-part for part in parts]


def test_split_gives_the_odd_cent_to_the_earlier() -> None:
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(200, [1, 1, 1]) == [67, 67, 66]


@pytest.mark.parametrize("shares", [[], [0, 0], [1, -1]])
def test_split_refuses_shares_that_are_none(shares: list[int]) -> None:
    with pytest.raises(ValueError, match="shares"):
        split(10, shares)
