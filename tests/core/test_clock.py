"""Wall time: kept as text, moved to a time that exists where the clocks jump."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.clock import (
    FixedClock,
    SystemClock,
    last_of_month,
    parse_day,
    parse_wall,
    real_wall,
    wall,
)
from merchant_desk.core.errors import DeskError


@given(st.datetimes(min_value=dt.datetime(1900, 1, 1), max_value=dt.datetime(2200, 1, 1)))
def test_wall_text_round_trips_to_the_minute(at: dt.datetime) -> None:
    assert parse_wall(wall(at)) == at.replace(second=0, microsecond=0)
    assert len(wall(at)) == 16


def test_wall_reads_a_blank_for_the_t() -> None:
    assert parse_wall("2026-03-01 14:30:59") == dt.datetime(2026, 3, 1, 14, 30)


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-02-30T10:00", "25:00"])
def test_bad_times_are_refused(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        parse_wall(text)
    assert refused.value.code == "bad_time"


def test_bad_days_are_refused() -> None:
    assert parse_day("2024-02-29") == dt.date(2024, 2, 29)
    with pytest.raises(DeskError):
        parse_day("2026-02-29")


@pytest.mark.parametrize(
    ("zone", "at", "real"),
    [
        ("Europe/Berlin", dt.datetime(2026, 3, 29, 2, 30), dt.datetime(2026, 3, 29, 3, 0)),
        ("Europe/Berlin", dt.datetime(2026, 3, 29, 2, 0), dt.datetime(2026, 3, 29, 3, 0)),
        ("Europe/Berlin", dt.datetime(2026, 3, 29, 1, 59), dt.datetime(2026, 3, 29, 1, 59)),
        ("Europe/Berlin", dt.datetime(2026, 10, 25, 2, 30), dt.datetime(2026, 10, 25, 2, 30)),
        ("America/New_York", dt.datetime(2026, 3, 8, 2, 59), dt.datetime(2026, 3, 8, 3, 0)),
        ("Asia/Shanghai", dt.datetime(2026, 3, 29, 2, 30), dt.datetime(2026, 3, 29, 2, 30)),
        ("Australia/Lord_Howe", dt.datetime(2026, 10, 4, 2, 15), dt.datetime(2026, 10, 4, 2, 30)),
    ],
)
def test_a_time_that_does_not_exist_moves_to_the_first_that_does(
    zone: str, at: dt.datetime, real: dt.datetime
) -> None:
    assert real_wall(at, zone) == real


@given(
    st.datetimes(min_value=dt.datetime(2020, 1, 1), max_value=dt.datetime(2030, 1, 1)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"]),
)
def test_the_moved_time_exists_and_is_not_earlier(at: dt.datetime, zone: str) -> None:
    at = at.replace(second=0, microsecond=0)
    moved = real_wall(at, zone)
    tz = ZoneInfo(zone)
    assert moved >= at
    assert moved.replace(tzinfo=tz).astimezone(dt.UTC).astimezone(tz).replace(tzinfo=None) == moved


def test_clocks_agree_on_the_zone() -> None:
    fixed = FixedClock(dt.datetime(2026, 8, 20, 14, 0), "Asia/Shanghai")
    assert fixed.epoch_ms() == 1787205600000
    fixed.set(dt.datetime(2026, 8, 21, 9, 0))
    assert fixed.today() == dt.date(2026, 8, 21)
    now = SystemClock("Asia/Shanghai").now()
    assert now.tzinfo is None
    there = dt.datetime.now(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None)
    assert abs(now - there) < dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("day", "last"),
    [("2026-01-31", 31), ("2026-02-01", 28), ("2024-02-29", 29), ("2026-04-15", 30), ("2026-12-31", 31)],
)
def test_the_last_day_of_a_month(day: str, last: int) -> None:
    of = dt.date.fromisoformat(day)
    assert last_of_month(of) == of.replace(day=last)
