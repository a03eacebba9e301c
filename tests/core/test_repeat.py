"""Repeats as people choose them: month ends and leap years, to a rule and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.recurrence import Repeat, meant, month_end, occurrences, read_repeat, rule_text
from tests.core.days import dates, moments


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2026-01-31", "2026-01: 31; 2026-02: 28; 2026-03: 31; 2026-04: 30; 2026-05: 31"),
        ("2028-01-31", "2028-01: 31; 2028-02: 29; 2028-03: 31; 2028-04: 30; 2028-05: 31"),
        ("2026-01-30", "2026-01: 30; 2026-02: 28; 2026-03: 30; 2026-04: 30; 2026-05: 30"),
        ("2026-01-29", "2026-01: 29; 2026-02: 28; 2026-03: 29; 2026-04: 29; 2026-05: 29"),
        ("2028-01-29", "2028-01: 29; 2028-02: 29; 2028-03: 29; 2028-04: 29; 2028-05: 29"),
        ("2026-01-28", "2026-01: 28; 2026-02: 28; 2026-03: 28; 2026-04: 28; 2026-05: 28"),
        ("2026-02-28", "2026-02: 28; 2026-03: 28; 2026-04: 28; 2026-05: 28; 2026-06: 28"),
    ],
)
def test_a_day_that_a_month_does_not_have_is_its_last(first: str, expected: str) -> None:
    begin = dt.datetime.fromisoformat(f"{first}T09:00")
    rule = rule_text(Repeat(unit="month", count=5), begin)
    assert occurrences(rule, begin) == dates(expected)
    assert month_end(rule, begin) == (begin.day if begin.day > 28 else 0)


def test_29_february_comes_every_year() -> None:
    begin = dt.datetime(2028, 2, 29, 9)
    rule = rule_text(Repeat(unit="year", count=6), begin)
    assert occurrences(rule, begin) == dates(
        "2028-02: 29; 2029-02: 28; 2030-02: 28; 2031-02: 28; 2032-02: 29; 2033-02: 28"
    )
    assert month_end(rule, begin) == 29
    # As a calendar file says it, it is what the RFC makes of it: leap years only.
    assert occurrences("FREQ=YEARLY;COUNT=3", begin) == dates("2028-02: 29; 2032-02: 29; 2036-02: 29")
    assert occurrences("FREQ=YEARLY", dt.datetime(2096, 2, 29, 9), most=2) == dates(
        "2096-02: 29; 2104-02: 29"
    )


@pytest.mark.parametrize(
    ("repeat", "first", "rule", "expected"),
    [
        (Repeat(every=2, count=3), "2026-08-18", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3",
         "2026-08: 18; 2026-09: 1 15"),
        (Repeat(weekdays=(4, 1, 1), count=4), "2026-08-18", "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4",
         "2026-08: 18 21 25 28"),
        (Repeat(unit="day", every=3, until=dt.date(2026, 8, 27)), "2026-08-18",
         "FREQ=DAILY;INTERVAL=3;UNTIL=20260827T235900", "2026-08: 18 21 24 27"),
        (Repeat(unit="month", by="weekday", count=4), "2026-09-08", "FREQ=MONTHLY;BYDAY=2TU;COUNT=4",
         "2026-09: 8; 2026-10: 13; 2026-11: 10; 2026-12: 8"),
        (Repeat(unit="month", by="last_weekday", count=4), "2026-08-28", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4",
         "2026-08: 28; 2026-09: 25; 2026-10: 30; 2026-11: 27"),
        # The 5th Monday of August: a 5th is not in every month.
        (Repeat(unit="month", by="weekday", count=3), "2026-08-31", "FREQ=MONTHLY;BYDAY=-1MO;COUNT=3",
         "2026-08: 31; 2026-09: 28; 2026-10: 26"),
        (Repeat(unit="month", every=2, count=3), "2026-08-15",
         "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15;COUNT=3",
         "2026-08: 15; 2026-10: 15; 2026-12: 15"),
    ],
)  # fmt: skip
def test_a_repeat_becomes_a_rule(repeat: Repeat, first: str, rule: str, expected: str) -> None:
    begin = dt.datetime.fromisoformat(f"{first}T09:00")
    assert rule_text(repeat, begin) == rule
    assert occurrences(rule, begin) == dates(expected)


@given(
    first=st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2080, 12, 31)).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    every=st.integers(1, 30),
    unit=st.sampled_from(["day", "week", "month", "year"]),
    weekdays=st.sets(st.integers(0, 6)),
    by=st.sampled_from(["date", "weekday", "last_weekday"]),
    count=st.none() | st.integers(1, 300),
    days=st.none() | st.integers(0, 900),
)
def test_a_rule_reads_back_as_the_repeat_it_was(
    first: dt.datetime,
    every: int,
    unit: str,
    weekdays: set[int],
    by: str,
    count: int | None,
    days: int | None,
) -> None:
    until = None if days is None or count is not None else first.date() + dt.timedelta(days=days)
    repeat = Repeat(
        every,
        unit,  # type: ignore[arg-type]
        tuple(sorted(weekdays)) or (first.weekday(),) if unit == "week" else (),
        by if unit == "month" else "date",  # type: ignore[arg-type]
        count,
        until,
    )
    text = rule_text(repeat, first)
    again = read_repeat(text, first)
    assert again is not None
    if repeat.by == "weekday" and first.day > 28:
        assert again.by == "last_weekday"
    else:
        assert again == repeat
    assert rule_text(again, first) == text


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY",  # on the 31st, as a calendar file has it: only in months that have one
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1MO,3MO",
        "FREQ=DAILY;BYDAY=MO,TU",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;BYHOUR=9,14",
        "FREQ=YEARLY;BYMONTH=3,6",
        "FREQ=YEARLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=-2MO",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=YEARLY;BYDAY=20MO",
    ],
)
def test_what_says_more_than_a_repeat_is_none(rule: str) -> None:
    assert read_repeat(rule, dt.datetime(2026, 8, 31, 9)) is None


def test_what_goes_without_saying_reads_the_same() -> None:
    first = dt.datetime(2026, 8, 18, 9, 30)
    assert read_repeat("FREQ=WEEKLY;WKST=SU;COUNT=4", first) == Repeat(weekdays=(1,), count=4)
    assert read_repeat("FREQ=MONTHLY;BYMONTHDAY=18;BYHOUR=9;BYMINUTE=30;BYSECOND=0", first) == Repeat(
        unit="month"
    )
    assert read_repeat("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=18", first) == Repeat(unit="year")
    assert read_repeat("FREQ=YEARLY;BYMONTH=3", first) == Repeat(unit="year")
    assert meant("FREQ=YEARLY;BYMONTH=3", first) == dt.datetime(2000, 3, 18, 9, 30)


def test_the_rest_of_a_rule_still_means_the_31st() -> None:
    begin = dt.datetime(2026, 1, 31, 9)
    rule = rule_text(Repeat(unit="month"), begin)
    february = dt.datetime(2026, 2, 28, 9)
    assert read_repeat(rule, february) == Repeat(unit="month")
    assert meant(rule, february).day == 31
    assert month_end(rule, february) == 31
    assert rule_text(Repeat(unit="month"), meant(rule, february)) == rule


@given(
    first=moments,
    day=st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    unit=st.sampled_from(["month", "year"]),
    by=st.sampled_from(["date", "weekday", "last_weekday"]),
)
def test_a_rule_means_the_same_wherever_it_begins(
    first: dt.datetime, day: dt.date, unit: str, by: str
) -> None:
    chosen = dt.datetime.combine(day, first.time())
    rule = rule_text(Repeat(unit=unit, by=by if unit == "month" else "date"), chosen)  # type: ignore[arg-type]
    repeat = read_repeat(rule, first)
    assert repeat is not None
    assert rule_text(repeat, meant(rule, first)) == rule
