"""A day of chairs against counting quarters one by one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.sample.chairs import CLOSES, OPENS, DayChairs, slot_of, slots_for, span_mask

DAY = dt.date(2025, 8, 20)
SLOTS = (CLOSES - OPENS) * 4


@given(st.integers(0, 2**SLOTS - 1), st.integers(1, 12), st.integers(0, SLOTS - 1))
def test_nearest_is_the_nearest_of_all_starts(free: int, length: int, wanted: int) -> None:
    def fits(start: int) -> bool:
        return all(free >> slot & 1 for slot in range(start, start + length))

    starts = [start for start in range(SLOTS) if fits(start)]
    found = DayChairs(DAY, [free]).nearest(0, length, wanted)
    if not starts:
        assert found is None
        return
    assert found in starts
    assert abs(found - wanted) == min(abs(start - wanted) for start in starts)


def test_taken_quarters_are_not_offered_again() -> None:
    chairs = DayChairs(DAY, [span_mask(dt.time(10), dt.time(12))])
    starts = []
    while (slot := chairs.nearest(0, 2, 0)) is not None:
        chairs.take(0, slot, 2)
        starts.append(chairs.time(slot).time())
    assert starts == [dt.time(10), dt.time(10, 30), dt.time(11), dt.time(11, 30)]
    assert chairs.free_slots() == 0


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (dt.time(10), dt.time(11), 4),
        (dt.time(10, 5), dt.time(10, 20), 6),  # touches two quarters
        (dt.time(8), dt.time(10, 15), 7),
        (dt.time(13), dt.time(14), 8),
    ],
)
def test_a_span_takes_every_quarter_it_touches(start: dt.time, end: dt.time, left: int) -> None:
    chairs = DayChairs(DAY, [span_mask(dt.time(10), dt.time(12))])
    chairs.take_span(0, dt.datetime.combine(DAY, start), dt.datetime.combine(DAY, end))
    assert chairs.free_slots() == left


def test_minutes_and_quarters() -> None:
    assert [slots_for(minutes) for minutes in (1, 15, 16, 60, 95)] == [1, 1, 2, 4, 7]
    assert slot_of(dt.time(OPENS)) == 0
    assert slot_of(dt.time(OPENS + 1, 40)) == 6
