"""Who is at work in which minute: the quick reckoning beside a slow one that asks every minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.recurrence import occurrences
from merchant_desk.core.spans import Span, merge
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.team import store
from merchant_desk.team.hours import cut
from merchant_desk.team.model import WeekSpan
from merchant_desk.team.nights import is_night, join_nights, split_date, split_nights
from tests.blank import new_shop
from tests.conftest import NOW

FIRST = dt.date(2026, 8, 17)
DAYS = 10
MINUTE = dt.timedelta(minutes=1)
# A grid of 90 minutes finds touching and overlapping edges often, and keeps the brute force short.
GRID = 90


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ShopFile]:
    made = new_shop(tmp_path / "team.desk", FixedClock(NOW))
    yield made
    made.close()


def text(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def pieces(draw: st.DrawFn, most: int = 3) -> list[tuple[int, int]]:
    """Stretches of a day in minutes, in no order, overlapping or not."""
    marks = st.integers(0, 24 * 60 // GRID)
    each = draw(st.lists(st.tuples(marks, marks), max_size=most))
    return [(min(one) * GRID, max(one) * GRID) for one in each if one[0] != one[1]]


@st.composite
def rows(draw: st.DrawFn) -> dict[str, list[dict[str, object]]]:
    """Rows of one worker, and the days that the shop is closed."""
    day = st.integers(-2, DAYS + 1).map(lambda count: FIRST + dt.timedelta(days=count))
    shifts = [
        {
            "weekday": weekday,
            "start": text(a),
            "end": text(b),
            "valid_from": str(first),
            "valid_to": str(last),
        }
        for weekday in range(7)
        for a, b in draw(pieces(2))
        for first, last in [sorted((draw(day), draw(day)))]
    ]
    rests = [
        {"weekday": weekday, "start": text(a), "end": text(b)}
        for weekday in draw(st.lists(st.integers(0, 6), max_size=4))
        for a, b in draw(pieces(1))
    ]
    dates: list[dict[str, object]] = []
    for one in draw(st.lists(day, max_size=3, unique=True)):
        hours = draw(pieces(2))
        dates += [{"day": str(one), "start": text(a), "end": text(b)} for a, b in hours]
        dates += [] if hours else [{"day": str(one), "start": None, "end": None}]
    off: list[dict[str, object]] = []
    for _ in range(draw(st.integers(0, 3))):
        start = dt.datetime.combine(draw(day), dt.time()) + draw(st.integers(0, 15)) * GRID * MINUTE
        end = start + draw(st.integers(1, 40)) * GRID * MINUTE
        rule = draw(
            st.sampled_from(
                ["", "", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;COUNT=2"]
            )
        )
        off.append({"start": start.isoformat()[:16], "end": end.isoformat()[:16], "rule": rule})
    closed: list[dict[str, object]] = [
        {"day": str(one)} for one in draw(st.lists(day, max_size=2, unique=True))
    ]
    return {
        "shift": shifts,
        "shift_break": rests,
        "shift_exception": dates,
        "time_off": off,
        "closed_day": closed,
    }


def at_work(told: dict[str, list[dict[str, object]]], at: dt.datetime) -> bool:
    """Whether the rows put the worker at work in the minute that begins at `at`, by the definition."""
    day, time = str(at.date()), text(at.hour * 60 + at.minute)

    def within(row: dict[str, object]) -> bool:
        return row["start"] is not None and str(row["start"]) <= time < str(row["end"])

    own = [row for row in told["shift_exception"] if row["day"] == day]
    week = [
        row
        for row in told["shift"]
        if row["weekday"] == at.weekday() and str(row["valid_from"]) <= day <= str(row["valid_to"])
    ]
    if any(row["day"] == day for row in told["closed_day"]) or not any(map(within, own or week)):
        return False
    if any(row["weekday"] == at.weekday() and within(row) for row in told["shift_break"]):
        return False
    for row in told["time_off"]:
        first, last = (dt.datetime.fromisoformat(str(row[name])) for name in ("start", "end"))
        begins = occurrences(str(row["rule"]), first, until=at + MINUTE) if row["rule"] else [first]
        if any(one <= at < one + (last - first) for one in begins):
            return False
    return True


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(told=rows())
def test_every_minute_of_ten_days(file: ShopFile, told: dict[str, list[dict[str, object]]]) -> None:
    with file.act("clear") as act:
        for table in ("shift", "shift_break", "shift_exception", "time_off", "worker", "closed_day"):
            for row in act.all(f"SELECT id FROM {table}"):
                act.delete(table, row["id"])
    with file.act("prepare") as act:
        worker_id = act.insert("worker", {"name": "Momo"})
        for table, each in told.items():
            for one in each:
                act.insert(table, one if table == "closed_day" else {**one, "worker_id": worker_id})
    last = FIRST + dt.timedelta(days=DAYS - 1)
    found = store.working_spans(file, FIRST, last)[worker_id]
    assert found == merge(found)
    midnight = dt.datetime.combine(FIRST, dt.time())
    slots = [midnight + count * GRID * MINUTE for count in range(DAYS * 24 * 60 // GRID)]
    expected = [Span(at, at + GRID * MINUTE) for at in slots if at_work(told, at)]
    # Every edge lies on the grid, so a slot is worked whole or not at all: its first and last minute agree.
    assert all(at_work(told, span.end - MINUTE) for span in expected)
    assert found == merge(expected)
    by_day = store.day_hours(file, FIRST, last)[worker_id]
    assert merge(span for day in by_day for span in day.spans) == found
    single = [store.working_spans(file, day.day)[worker_id] for day in by_day]
    assert merge(span for spans in single for span in spans) == found


@given(pieces(4), pieces(4))
def test_what_is_cut_out_of_a_day(hours: list[tuple[int, int]], gaps: list[tuple[int, int]]) -> None:
    def inside(minute: int, spans: list[tuple[int, int]]) -> bool:
        return any(start <= minute < end for start, end in spans)

    left = cut(hours, gaps)
    assert left == sorted(left)
    for minute in range(0, 24 * 60, GRID):
        assert inside(minute, left) == (inside(minute, hours) and not inside(minute, gaps))


# ---- nights


@st.composite
def weeks(draw: st.DrawFn) -> list[WeekSpan]:
    """A week as the file keeps it: sorted, without overlaps or touching neighbours."""
    return [WeekSpan(weekday, text(a), text(b)) for weekday in range(7) for a, b in cut(draw(pieces(3)), ())]


@given(weeks(), weeks())
def test_a_week_shown_and_kept_again_is_the_same(spans: list[WeekSpan], breaks: list[WeekSpan]) -> None:
    shown = join_nights(spans, breaks)
    again = split_nights(*shown)
    assert list(again.spans) == spans
    assert list(again.breaks) == breaks


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [
        ("20:00", "02:00", True),
        ("22:00", "12:00", True),
        ("21:59", "12:00", False),  # 14 hours and a minute
        ("23:00", "12:30", False),  # ends after noon
        ("18:00", "10:00", False),  # rather typed the wrong way round
        ("10:00", "10:00", False),
        ("10:00", "18:00", False),
        ("20:00", "00:00", True),
    ],
)
def test_what_is_a_night(start: str, end: str, night: bool) -> None:
    assert is_night(start, end) == night


def test_a_night_shift_is_two_spans_and_its_breaks_lie_where_they_are() -> None:
    typed = [WeekSpan(6, "20:00", "02:00"), WeekSpan(2, "20:00", "00:00")]
    rests = [WeekSpan(6, "01:00", "01:15"), WeekSpan(6, "23:30", "00:30")]
    spans, breaks = split_nights(typed, rests)
    assert spans == (
        WeekSpan(0, "00:00", "02:00"),
        WeekSpan(2, "20:00", "24:00"),
        WeekSpan(6, "20:00", "24:00"),
    )
    assert breaks == (
        WeekSpan(0, "00:00", "00:30"),
        WeekSpan(0, "01:00", "01:15"),
        WeekSpan(6, "23:30", "24:00"),
    )
    shown = join_nights(spans, breaks)
    assert shown.spans == (WeekSpan(2, "20:00", "24:00"), WeekSpan(6, "20:00", "02:00"))
    assert set(shown.breaks) == set(rests)


def test_a_break_that_ends_before_it_starts_is_left_to_be_refused_outside_a_night() -> None:
    rest = WeekSpan(0, "13:00", "12:00")
    assert split_nights([WeekSpan(0, "10:00", "18:00")], [rest]).breaks == (rest,)
    assert split_nights([WeekSpan(0, "20:00", "02:00")], [rest]).breaks == (rest,)


def test_a_shop_that_never_closes_has_no_nights() -> None:
    whole = [WeekSpan(weekday, "00:00", "24:00") for weekday in range(7)]
    assert list(join_nights(whole).spans) == whole


def test_a_date_that_goes_on_after_midnight() -> None:
    day, following = dt.date(2026, 8, 31), dt.date(2026, 9, 1)
    assert split_date(day, [("10:00", "14:00"), ("20:00", "02:00")]) == {
        day: (("10:00", "14:00"), ("20:00", "24:00")),
        following: (("00:00", "02:00"),),
    }
    assert split_date(day, [("20:00", "00:00")]) == {day: (("20:00", "24:00"),)}
    assert split_date(day, []) == {day: ()}
    assert split_date(day, [("18:00", "10:00")]) == {day: (("18:00", "10:00"),)}
