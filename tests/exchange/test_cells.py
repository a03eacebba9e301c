"""Numbers, money, times and ids in every form that real files have them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.exchange import cells
from merchant_desk.exchange.cells import Cell, LostDigitsError

D = dt.datetime


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12.0, 12),
        ("12", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("1.2万", 12_000),
        ("3.4w", 34_000),
        ("3.4W", 34_000),
        ("1.2亿", 120_000_000),
        ("5千", 5_000),
        ("10万+", 100_000),
        ("１２８", 128),
        (" 7\t", 7),
        ("-", None),
        ("--", None),
        ("—", None),
        ("", None),
        (None, None),
        ("暂无", None),
    ],
)
def test_counts(cell: Cell, value: int | None) -> None:
    assert cells.count(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (5.98, 598),
        (0.285, 29),
        (1.1, 110),
        ("¥1,234.00", 123_400),
        ("￥98", 9_800),
        ("1,234.5元", 123_450),
        ("-20", -2_000),
        ("−20.05", -2_005),
        ("（20.5）", -2_050),
        (-5.98, -598),
        ("1.2万", 1_200_000),
        ("-", None),
        ("", None),
    ],
)
def test_money(cell: Cell, value: int | None) -> None:
    assert cells.money(cell) == value


@given(st.integers(-(10**11), 10**11))
def test_every_amount_survives_a_spreadsheet(minor: int) -> None:
    assert cells.money(minor / 100) == minor
    assert cells.money(f"{minor / 100:,.2f}") == minor


@pytest.mark.parametrize(
    ("cell", "value"), [("32.5%", 0.325), ("32.5％", 0.325), (0.018947, 0.018947), ("0.5", 0.5), ("-", None)]
)
def test_shares(cell: Cell, value: float | None) -> None:
    found = cells.share(cell)
    assert found is None if value is None else found == pytest.approx(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("6秒", 6),
        ("1分30秒", 90),
        ("1分钟", 60),
        ("2小时", 7200),
        ("01:30", 90),
        ("0:01:30", 90),
        (90.0, 90),
        ("12.5s", 12.5),
        (dt.timedelta(minutes=2), 120),
        (dt.time(0, 1, 30), 90),
        ("-", None),
    ],
)
def test_lengths_of_time(cell: Cell, value: float | None) -> None:
    assert cells.seconds(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2025-06-10 08:02:00", D(2025, 6, 10, 8, 2)),
        ("2025-06-10T08:02", D(2025, 6, 10, 8, 2)),
        ("2025年07月03日19时05分00秒", D(2025, 7, 3, 19, 5)),
        ("2025年7月3日", D(2025, 7, 3)),
        ("2026/6/8", D(2026, 6, 8)),
        ("2026/6/8 9:05", D(2026, 6, 8, 9, 5)),
        ("2026.6.8", D(2026, 6, 8)),
        ("2026-6-8 9:05", D(2026, 6, 8, 9, 5)),
        ("20250610", D(2025, 6, 10)),
        ("20250610123456", D(2025, 6, 10, 12, 34, 56)),
        ("2025/6/8 下午 3:05:00", D(2025, 6, 8, 15, 5)),
        ("2025/6/8 上午12:05", D(2025, 6, 8, 0, 5)),
        ("2025/6/8 3:05 PM", D(2025, 6, 8, 15, 5)),
        (45817.0, D(2025, 6, 9)),
        (45817.5, D(2025, 6, 9, 12)),
        ("45817.5", D(2025, 6, 9, 12)),
        (D(2025, 6, 9, 12), D(2025, 6, 9, 12)),
        (dt.date(2025, 6, 9), D(2025, 6, 9)),
        ("2025-06-10T00:00:00Z", D(2025, 6, 10, 8)),
        ("2025-06-10T00:00:00+09:00", D(2025, 6, 9, 23)),
        ("-", None),
        ("", None),
    ],
)
def test_moments(cell: Cell, value: dt.datetime | None) -> None:
    assert cells.when(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("067244275343", "067244275343"),
        ("1092918730273970225", "1092918730273970225"),
        ("1092918730273970225\t", "1092918730273970225"),
        ('="1092918730273970225"', "1092918730273970225"),
        ("'1092918730273970225", "1092918730273970225"),
        (904562191877.0, "904562191877"),
        ("904562191877 ", "904562191877"),
        ("1723********", "1723********"),
        ("12E5", "12E5"),
        ("-", None),
        ("", None),
    ],
)
def test_ids(cell: Cell, value: str | None) -> None:
    assert cells.ident(cell) == value


@pytest.mark.parametrize("cell", ["1.09292E+18", "1.09292e+18", "1E+18", 1.09291873027397e18, 10**18, 12.5])
def test_ids_that_lost_digits_are_refused(cell: Cell) -> None:
    with pytest.raises(LostDigitsError):
        cells.ident(cell)


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("count", "abc"),
        ("count", True),
        ("count", "1.2.3"),
        ("count", "inf"),
        ("money", "abc"),
        ("money", "12,3x"),
        ("share", "abc%"),
        ("seconds", "abc"),
        ("when", "abc"),
        ("when", "2025-02-30"),
        ("when", "6/8/2026"),
        ("when", 12.0),
        ("when", "2025-06-10 25:00"),
    ],
)
def test_what_cannot_be_read_is_said(kind: cells.Kind, cell: Cell) -> None:
    with pytest.raises(ValueError, match=r".+"):
        cells.READERS[kind](cell)


def test_texts_lose_blanks_but_no_words() -> None:
    assert cells.text(" \u3000陈岚\t") == "陈岚"
    assert cells.text(12.0) == "12"
    assert cells.text(1.5) == "1.5"
    assert cells.text("   ") is None
    assert cells.text("<b>x</b>") == "<b>x</b>"
