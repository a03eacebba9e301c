"""Birthdays as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.customers.model import read_birthday

TODAY = dt.date(2026, 8, 20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("1990-05-20", "1990-05-20"),
        ("1990-5-2", "1990-05-02"),
        ("1990/5/20", "1990-05-20"),
        ("1990.5.20", "1990-05-20"),
        ("1990年5月20日", "1990-05-20"),
        ("1990 年 5 月 20 号", "1990-05-20"),
        ("19900520", "1990-05-20"),
        ("\uff11\uff19\uff19\uff10\uff0d\uff15\uff0d\uff12\uff10", "1990-05-20"),
        ("1990-05-20 00:00:00", "1990-05-20"),
        ("1990-05-20T00:00", "1990-05-20"),
        ("5-20", "05-20"),
        ("05/20", "05-20"),
        ("5月20日", "05-20"),
        ("--05-20", "05-20"),
        ("1990", "1990"),
        ("1990年", "1990"),
        ("2000-02-29", "2000-02-29"),
        ("2024-2-29", "2024-02-29"),
        ("2-29", "02-29"),
        ("2月29日", "02-29"),
        ("1900-01-01", "1900-01-01"),
        ("2026-08-20", "2026-08-20"),
    ],
)
def test_birthdays_are_read(typed: str, kept: str) -> None:
    assert read_birthday(typed, TODAY) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "1990-02-29",
        "1900-02-29",
        "2-30",
        "1990-13-01",
        "1990-00-10",
        "13-40",
        "1899-12-31",
        "1899",
        "2026-08-21",
        "2027",
        "5/6/1990",
        "20/5/1990",
        "199005",
        "90-5-20",
        "tomorrow",
        "12:30",
        "农历八月十五",
        "1990-05-20 08:30",
        "0000-01-01",
    ],
)
def test_a_date_that_is_not_there_is_refused(typed: str) -> None:
    with pytest.raises(DeskError, match="bad_birthday") as refusal:
        read_birthday(typed, TODAY)
    assert refusal.value.facts == {"text": typed}


@pytest.mark.parametrize("kept", ["1990-05-20", "02-29", "1990", ""])
def test_what_is_kept_reads_as_itself(kept: str) -> None:
    assert read_birthday(kept, TODAY) == kept
