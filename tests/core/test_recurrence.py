"""Rules of RFC 5545: its own examples, how they are read, and what must not hang."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.core.recurrence import WEEKDAYS, occurrences
from tests.core.days import dates, moments

SEP_2 = dt.datetime(1997, 9, 2, 9)  # the Tuesday on which most of the RFC's examples begin


def run(first: int, last: int) -> str:
    """'3 4 5' for 3 to 5."""
    return " ".join(str(day) for day in range(first, last + 1))


# The examples of RFC 5545, section 3.8.5.3, with the dates it lists; where it ends in "..." as far as those.
EXAMPLES = [
    ("daily, 10 times", "FREQ=DAILY;COUNT=10", SEP_2, f"1997-09: {run(2, 11)}"),
    (
        "daily until 24 December",
        "FREQ=DAILY;UNTIL=19971224T000000Z",
        SEP_2,
        f"1997-09: {run(2, 30)}; 1997-10: {run(1, 31)}; 1997-11: {run(1, 30)}; 1997-12: {run(1, 23)}",
    ),
    (
        "every other day",
        "FREQ=DAILY;INTERVAL=2",
        SEP_2,
        (
            "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30;"
            " 1997-10: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 1997-11: 1 3"
        ),
    ),
    (
        "every 10 days, 5 times",
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        SEP_2,
        "1997-09: 2 12 22; 1997-10: 2 12",
    ),
    (
        "every day in January for 3 years, by years",
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        dt.datetime(1998, 1, 1, 9),
        f"1998-01: {run(1, 31)}; 1999-01: {run(1, 31)}; 2000-01: {run(1, 31)}",
    ),
    (
        "every day in January for 3 years, by days",
        "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
        dt.datetime(1998, 1, 1, 9),
        f"1998-01: {run(1, 31)}; 1999-01: {run(1, 31)}; 2000-01: {run(1, 31)}",
    ),
    (
        "weekly, 10 times",
        "FREQ=WEEKLY;COUNT=10",
        SEP_2,
        "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4",
    ),
    (
        "weekly until 24 December",
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        SEP_2,
        "1997-09: 2 9 16 23 30; 1997-10: 7 14 21 28; 1997-11: 4 11 18 25; 1997-12: 2 9 16 23",
    ),
    (
        "every other week",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        SEP_2,
        "1997-09: 2 16 30; 1997-10: 14 28; 1997-11: 11 25; 1997-12: 9 23; 1998-01: 6 20; 1998-02: 3 17",
    ),
    (
        "weekly on Tuesday and Thursday for five weeks, until",
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        SEP_2,
        "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2",
    ),
    (
        "weekly on Tuesday and Thursday for five weeks, count",
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        SEP_2,
        "1997-09: 2 4 9 11 16 18 23 25 30; 1997-10: 2",
    ),
    (
        "every other week on Monday, Wednesday, Friday until 24 December",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        dt.datetime(1997, 9, 1, 9),
        (
            "1997-09: 1 3 5 15 17 19 29; 1997-10: 1 3 13 15 17 27 29 31; 1997-11: 10 12 14 24 26 28;"
            " 1997-12: 8 10 12 22"
        ),
    ),
    (
        "every other week on Tuesday and Thursday, 8 times",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        SEP_2,
        "1997-09: 2 4 16 18 30; 1997-10: 2 14 16",
    ),
    (
        "monthly on the first Friday, 10 times",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        dt.datetime(1997, 9, 5, 9),
        (
            "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5; 1998-01: 2; 1998-02: 6; 1998-03: 6; 1998-04: 3;"
            " 1998-05: 1; 1998-06: 5"
        ),
    ),
    (
        "monthly on the first Friday until 24 December",
        "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
        dt.datetime(1997, 9, 5, 9),
        "1997-09: 5; 1997-10: 3; 1997-11: 7; 1997-12: 5",
    ),
    (
        "every other month on the first and last Sunday, 10 times",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        dt.datetime(1997, 9, 7, 9),
        "1997-09: 7 28; 1997-11: 2 30; 1998-01: 4 25; 1998-03: 1 29; 1998-05: 3 31",
    ),
    (
        "monthly on the second-to-last Monday for 6 months",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        dt.datetime(1997, 9, 22, 9),
        "1997-09: 22; 1997-10: 20; 1997-11: 17; 1997-12: 22; 1998-01: 19; 1998-02: 16",
    ),
    (
        "monthly on the third-to-the-last day",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        dt.datetime(1997, 9, 28, 9),
        "1997-09: 28; 1997-10: 29; 1997-11: 28; 1997-12: 29; 1998-01: 29; 1998-02: 26",
    ),
    (
        "monthly on the 2nd and 15th, 10 times",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        SEP_2,
        "1997-09: 2 15; 1997-10: 2 15; 1997-11: 2 15; 1997-12: 2 15; 1998-01: 2 15",
    ),
    (
        "monthly on the first and last day, 10 times",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        dt.datetime(1997, 9, 30, 9),
        "1997-09: 30; 1997-10: 1 31; 1997-11: 1 30; 1997-12: 1 31; 1998-01: 1 31; 1998-02: 1",
    ),
    (
        "every 18 months on the 10th to 15th, 10 times",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        dt.datetime(1997, 9, 10, 9),
        "1997-09: 10 11 12 13 14 15; 1999-03: 10 11 12 13",
    ),
    (
        "every Tuesday, every other month",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        SEP_2,
        "1997-09: 2 9 16 23 30; 1997-11: 4 11 18 25; 1998-01: 6 13 20 27; 1998-03: 3 10 17 24 31",
    ),
    (
        "yearly in June and July, 10 times",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        dt.datetime(1997, 6, 10, 9),
        (
            "1997-06: 10; 1997-07: 10; 1998-06: 10; 1998-07: 10; 1999-06: 10; 1999-07: 10; 2000-06: 10;"
            " 2000-07: 10; 2001-06: 10; 2001-07: 10"
        ),
    ),
    (
        "every other year in January, February and March, 10 times",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        dt.datetime(1997, 3, 10, 9),
        (
            "1997-03: 10; 1999-01: 10; 1999-02: 10; 1999-03: 10; 2001-01: 10; 2001-02: 10; 2001-03: 10;"
            " 2003-01: 10; 2003-02: 10; 2003-03: 10"
        ),
    ),
    (
        "every third year on the 1st, 100th and 200th day, 10 times",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        dt.datetime(1997, 1, 1, 9),
        (
            "1997-01: 1; 1997-04: 10; 1997-07: 19; 2000-01: 1; 2000-04: 9; 2000-07: 18; 2003-01: 1;"
            " 2003-04: 10; 2003-07: 19; 2006-01: 1"
        ),
    ),
    (
        "every 20th Monday of the year",
        "FREQ=YEARLY;BYDAY=20MO",
        dt.datetime(1997, 5, 19, 9),
        "1997-05: 19; 1998-05: 18; 1999-05: 17",
    ),
    (
        "Monday of week 20",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        dt.datetime(1997, 5, 12, 9),
        "1997-05: 12; 1998-05: 11; 1999-05: 17",
    ),
    (
        "every Thursday in March",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        dt.datetime(1997, 3, 13, 9),
        "1997-03: 13 20 27; 1998-03: 5 12 19 26; 1999-03: 4 11 18 25",
    ),
    (
        "every Thursday from June to August",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        dt.datetime(1997, 6, 5, 9),
        (
            "1997-06: 5 12 19 26; 1997-07: 3 10 17 24 31; 1997-08: 7 14 21 28;"
            " 1998-06: 4 11 18 25; 1998-07: 2 9 16 23 30; 1998-08: 6 13 20 27"
        ),
    ),
    (
        "every Friday the 13th",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        SEP_2,
        "1998-02: 13; 1998-03: 13; 1998-11: 13; 1999-08: 13; 2000-10: 13",
    ),
    (
        "the first Saturday after the first Sunday",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        dt.datetime(1997, 9, 13, 9),
        (
            "1997-09: 13; 1997-10: 11; 1997-11: 8; 1997-12: 13; 1998-01: 10; 1998-02: 7; 1998-03: 7;"
            " 1998-04: 11; 1998-05: 9; 1998-06: 13"
        ),
    ),
    (
        "United States presidential election day",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        dt.datetime(1996, 11, 5, 9),
        "1996-11: 5; 2000-11: 7; 2004-11: 2",
    ),
    (
        "the third Tuesday, Wednesday or Thursday, 3 times",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        dt.datetime(1997, 9, 4, 9),
        "1997-09: 4; 1997-10: 7; 1997-11: 6",
    ),
    (
        "the second-to-last weekday of the month",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        dt.datetime(1997, 9, 29, 9),
        "1997-09: 29; 1997-10: 30; 1997-11: 27; 1997-12: 30; 1998-01: 29; 1998-02: 26; 1998-03: 30",
    ),
    (
        "where the week starts matters: Monday",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        dt.datetime(1997, 8, 5, 9),
        "1997-08: 5 10 19 24",
    ),
    (
        "where the week starts matters: Sunday",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        dt.datetime(1997, 8, 5, 9),
        "1997-08: 5 17 19 31",
    ),
    (
        "a date that is not there is left out",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
        dt.datetime(2007, 1, 15, 9),
        "2007-01: 15 30; 2007-02: 15; 2007-03: 15 30",
    ),
]


@pytest.mark.parametrize(
    ("rule", "first", "expected"), [one[1:] for one in EXAMPLES], ids=[one[0] for one in EXAMPLES]
)
def test_the_examples_of_the_rfc(rule: str, first: dt.datetime, expected: str) -> None:
    wanted = dates(expected)
    ends = "COUNT" in rule or "UNTIL" in rule
    # The RFC tells its times in New York; an UNTIL with a Z is a moment there.
    found = occurrences(rule, first, most=500 if ends else len(wanted), zone="America/New_York")
    assert found == wanted


def test_the_examples_within_a_day() -> None:
    def times(*found: str) -> list[dt.datetime]:
        return [dt.datetime.fromisoformat(f"1997-09-{one}") for one in found]

    until_five = "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z"
    # The RFC lists 15:00 as well, though its UNTIL of 17:00 UTC is 13:00 in New York: it means 17:00 there.
    assert occurrences(until_five, SEP_2) == times("02T09:00", "02T12:00", "02T15:00")
    assert occurrences("FREQ=MINUTELY;INTERVAL=15;COUNT=6", SEP_2) == times(
        "02T09:00", "02T09:15", "02T09:30", "02T09:45", "02T10:00", "02T10:15"
    )
    assert occurrences("FREQ=MINUTELY;INTERVAL=90;COUNT=4", SEP_2) == times(
        "02T09:00", "02T10:30", "02T12:00", "02T13:30"
    )
    every_20 = [f"{day:02}T{hour:02}:{minute:02}" for day in (2, 3) for hour in range(9, 17)
                for minute in (0, 20, 40)]  # fmt: skip
    daily = "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40"
    minutely = "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"
    assert occurrences(daily, SEP_2, most=48) == times(*every_20)
    assert occurrences(minutely, SEP_2, most=48) == times(*every_20)


def test_until_is_read_in_all_its_forms() -> None:
    first = dt.datetime(2026, 8, 18, 20, 30)
    weekly = dates("2026-08: 18 25; 2026-09: 1 8", dt.time(20, 30))
    # A date is the whole of that day; a time without Z is the shop's; with Z it is UTC.
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908", first) == weekly
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908T203000", first) == weekly
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908T202900", first) == weekly[:-1]
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908T123000Z", first, zone="Asia/Shanghai") == weekly
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908T122900Z", first, zone="Asia/Shanghai") == weekly[:-1]
    assert occurrences("FREQ=WEEKLY;UNTIL=20260908T203000Z", first) == weekly
    assert occurrences("FREQ=WEEKLY;UNTIL=20200101", first) == []


def test_rules_are_read_as_files_write_them() -> None:
    first = dt.datetime(2026, 8, 18, 10)
    plain = occurrences("FREQ=WEEKLY;BYDAY=TU;COUNT=3", first)
    assert occurrences("rrule:freq=weekly;byday=tu;count=3;", first) == plain
    assert occurrences(" FREQ=WEEKLY;BYDAY=TU,TU;COUNT=3;BYSECOND=0 ", first) == plain
    # Seconds are not kept, and a zone has been taken off before.
    assert occurrences("FREQ=WEEKLY;COUNT=3", first.replace(second=42, tzinfo=dt.UTC)) == plain


def test_a_week_number_alone_keeps_the_first_dates_weekday() -> None:
    assert occurrences("FREQ=YEARLY;BYWEEKNO=20", dt.datetime(1997, 5, 12, 9), most=3) == dates(
        "1997-05: 12; 1998-05: 11; 1999-05: 17"
    )


# ---- what is no rule, and what never ends


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every Tuesday",
        "BYDAY=TU",
        "FREQ=SOMETIMES",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;INTERVAL=١",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=ten",
        "FREQ=DAILY;COUNT=3;COUNT=4",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY;UNTIL=00010101T000000Z",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=54MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;WKST=1",
        "FREQ=DAILY;",
        "FREQ=DAILY;=",
        "FREQ=HOURLY;INTERVAL=2;BYHOUR=9",  # from ten o'clock on it is never nine
        "FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 5_000),
    ],
)
def test_no_rule_is_refused(rule: str) -> None:
    if rule == "FREQ=DAILY;":
        assert len(occurrences(rule, SEP_2, most=2)) == 2
        return
    with pytest.raises(DeskError) as refusal:
        occurrences(rule, dt.datetime(2026, 8, 18, 10), zone="America/New_York")
    assert refusal.value.code == "bad_rule"
    assert len(str(refusal.value.facts["text"])) <= 200


@pytest.mark.parametrize("freq", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"])
@pytest.mark.parametrize(
    "parts",
    [
        ";BYMONTH=2;BYMONTHDAY=30",
        ";BYMONTH=4;BYMONTHDAY=31;INTERVAL=3",
        ";BYYEARDAY=200;BYMONTH=1",
        ";BYSETPOS=366;BYMONTH=2",
        ";BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        ";BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231",
    ],
)
def test_a_rule_that_never_comes_ends_soon(freq: str, parts: str) -> None:
    begun = time.process_time()
    assert occurrences(f"FREQ={freq}{parts}", SEP_2) == []
    # dateutil alone looks on until the year 9999, in minutes for "MINUTELY": hours of work.
    assert time.process_time() - begun < 5


def test_years_without_a_month_end_too() -> None:
    assert occurrences("FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1", SEP_2) == []


def test_what_comes_seldom_is_found() -> None:
    friday = occurrences("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR", dt.datetime(2026, 1, 1, 9), most=3)
    assert friday == dates("2036-02: 29; 2064-02: 29; 2092-02: 29")


def test_endless_rules_give_no_more_than_was_asked_for() -> None:
    assert len(occurrences("FREQ=MINUTELY", SEP_2)) == 1_000
    assert len(occurrences("FREQ=DAILY", SEP_2, most=7)) == 7
    assert occurrences("FREQ=DAILY", SEP_2, most=0) == []
    assert occurrences("FREQ=YEARLY", dt.datetime(9998, 1, 1)) == [
        dt.datetime(9998, 1, 1),
        dt.datetime(9999, 1, 1),
    ]


def test_a_date_in_1900() -> None:
    assert occurrences("FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2", dt.datetime(1900, 1, 1, 9), most=1) == dates(
        "1904-02: 29"
    )


# ---- properties


numbers = st.sampled_from
rules = st.fixed_dictionaries(
    {"FREQ": numbers(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"])},
    optional={
        "INTERVAL": st.integers(1, 5).map(str),
        "BYDAY": st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(",".join),
        "BYMONTH": st.sets(st.integers(1, 12).map(str), min_size=1).map(",".join),
        "BYMONTHDAY": st.sets(st.sampled_from([1, 13, 28, 29, 30, 31, -1, -2]).map(str), min_size=1).map(
            ",".join
        ),
        "BYSETPOS": st.sampled_from(["1", "-1", "1,-1"]),
        "BYHOUR": st.sampled_from(["9", "9,14,18", "0,23"]),
        "BYMINUTE": st.sampled_from(["0", "0,30"]),
        "WKST": st.sampled_from(["MO", "SU"]),
        "COUNT": st.integers(1, 40).map(str),
    },
).map(lambda parts: ";".join(f"{name}={value}" for name, value in parts.items()))


def by_dateutil(rule: str, first: dt.datetime, since: dt.datetime, until: dt.datetime) -> list[dt.datetime]:
    """The same walked from the first date by dateutil alone."""
    found = []
    for at in rrule.rrulestr(rule, dtstart=first):
        if at >= until:
            break
        if at >= since:
            found.append(at)
    return found


@given(rule=rules, first=moments, gap=st.integers(-400, 1500), length=st.integers(0, 900))
def test_any_window_holds_what_dateutil_finds_there(
    rule: str, first: dt.datetime, gap: int, length: int
) -> None:
    since = first + dt.timedelta(days=gap, minutes=gap)
    until = since + dt.timedelta(days=length)
    try:
        found = occurrences(rule, first, since, until, most=20_000)
    except DeskError:
        with pytest.raises(ValueError, match="Invalid"):
            by_dateutil(rule, first, since, until)
        return
    assert all(since <= at < until and at >= first for at in found)
    assert all(one < following for one, following in pairwise(found))
    # Where nothing comes any more dateutil alone would look on for minutes.
    ends_by_itself = "COUNT" not in rule and not occurrences(rule, first, until, most=1)
    if not ends_by_itself and (found or occurrences(rule, first, most=1)):
        assert found == by_dateutil(rule, first, since, until)
