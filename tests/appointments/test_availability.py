from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.availability import (
    Diary,
    Step,
    Wish,
    fits,
    free_spans,
    in_a_row,
    placed,
    start_times,
    visit_starts,
)
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span

DAY = dt.datetime(2026, 3, 2)
MINUTE = dt.timedelta(minutes=1)
LENGTH = 90


def at(text: str) -> dt.datetime:
    hour, minute = text.split(":")
    return DAY + dt.timedelta(hours=int(hour), minutes=int(minute))


def span(text: str) -> Span:
    start, end = text.split("-")
    return Span(at(start), at(end))


def clock(found: list[dt.datetime]) -> list[str]:
    return [f"{moment:%H:%M}" for moment in found]


def test_free_is_open_without_busy() -> None:
    assert free_spans([span("10:00-18:00")], [span("12:00-13:00"), span("9:00-10:30")]) == [
        span("10:30-12:00"),
        span("13:00-18:00"),
    ]


def test_unsorted_overlapping_and_empty_input_is_accepted() -> None:
    opened = [span("13:00-15:00"), span("10:00-12:00"), span("11:00-13:00"), span("16:00-16:00")]
    busy = [span("14:00-14:00"), span("11:30-12:00"), span("11:00-11:45")]
    assert free_spans(opened, busy) == [span("10:00-11:00"), span("12:00-15:00")]
    assert free_spans([], busy) == []
    assert free_spans(opened, [span("0:00-23:59")]) == []


def test_starts_lie_on_the_grid_of_each_free_span() -> None:
    found = start_times([span("10:00-12:00")], [span("10:30-10:40")], 30, 15)
    assert clock(found) == ["10:00", "10:40", "10:55", "11:10", "11:25"]


def test_touching_is_free() -> None:
    assert clock(start_times([span("10:00-11:00")], [span("11:00-12:00"), span("9:00-10:00")], 60, 15)) == [
        "10:00"
    ]


def test_buffers_must_fit_too() -> None:
    found = start_times([span("10:00-12:00")], [], 60, 15, before=10, after=20)
    assert clock(found) == ["10:15", "10:30"]


def test_a_buffer_that_fills_the_grid_keeps_the_first_start() -> None:
    assert clock(start_times([span("10:00-11:30")], [], 60, 30, before=30)) == ["10:30"]


def test_a_step_longer_than_the_span_gives_its_start() -> None:
    assert clock(start_times([span("10:00-12:00")], [], 30, 600)) == ["10:00"]


@pytest.mark.parametrize("minutes", [0, -30])
def test_a_service_without_length_is_refused(minutes: int) -> None:
    with pytest.raises(DeskError) as refused:
        start_times([span("10:00-12:00")], [], minutes, 15)
    assert refused.value.code == "no_minutes"


@pytest.mark.parametrize(("step", "before", "after"), [(0, 0, 0), (-15, 0, 0), (15, -1, 0), (15, 0, -1)])
def test_a_grid_and_buffers_must_make_sense(step: int, before: int, after: int) -> None:
    with pytest.raises(ValueError, match="step"):
        start_times([span("10:00-12:00")], [], 30, step, before, after)


# -------------------- minute by minute, by brute force
spans = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(
        lambda pair: Span(DAY + min(pair) * MINUTE, DAY + max(pair) * MINUTE)
    ),
    max_size=6,
)


def minutes_of(found: list[Span]) -> set[int]:
    return {
        minute for one in found for minute in range((one.start - DAY) // MINUTE, (one.end - DAY) // MINUTE)
    }


@given(spans, spans)
def test_free_spans_minute_by_minute(opened: list[Span], busy: list[Span]) -> None:
    found = free_spans(opened, busy)
    assert minutes_of(found) == minutes_of(opened) - minutes_of(busy)
    for one, after in itertools.pairwise(found):
        assert one.end < after.start
    assert all(one.start < one.end for one in found)


@given(spans, spans, st.integers(1, 40), st.integers(1, 25), st.integers(0, 12), st.integers(0, 12))
def test_every_possible_start_and_no_other(
    opened: list[Span], busy: list[Span], minutes: int, step: int, before: int, after: int
) -> None:
    free = minutes_of(opened) - minutes_of(busy)
    expected = []
    for start in range(LENGTH):
        needed = range(start - before, start + minutes + after)
        if not all(minute in free for minute in needed):
            continue
        begin = start
        while begin - 1 in free:
            begin -= 1
        if (start - begin) % step == 0:
            expected.append(DAY + start * MINUTE)
    assert start_times(opened, busy, minutes, step, before, after) == expected


# -------------------- several services in one visit
def test_different_workers_follow_at_once() -> None:
    found = in_a_row(at("10:00"), [Step(60, 10, 15, "yu"), Step(30, 5, 5, "lin")])
    assert [one.span for one in found] == [span("10:00-11:00"), span("11:00-11:30")]
    assert [one.busy for one in found] == [span("9:50-11:15"), span("10:55-11:35")]


def test_the_same_worker_cleans_up_and_prepares_between() -> None:
    found = in_a_row(at("10:00"), [Step(60, 10, 15, "yu"), Step(30, 5, 5, "yu")])
    assert [one.span for one in found] == [span("10:00-11:00"), span("11:20-11:50")]
    assert found[0].busy.end == found[1].busy.start


def test_travel_goes_before_the_first_and_after_the_last_of_each_worker() -> None:
    steps = [Step(60, 0, 0, "yu"), Step(30, 0, 0, "yu"), Step(30, 0, 0, "lin")]
    found = in_a_row(at("10:00"), steps, travel=25)
    assert [one.busy for one in found] == [span("9:35-11:00"), span("11:00-11:55"), span("11:05-12:25")]


def test_travel_follows_the_clock_not_the_order_of_the_lines() -> None:
    steps = [Step(30, 0, 0, "yu"), Step(30, 0, 0, "yu")]
    found = placed([span("11:00-11:30"), span("10:00-10:30")], steps, 20)
    assert [one.busy for one in found] == [span("11:00-11:50"), span("9:40-10:30")]


def test_a_step_without_length_is_refused() -> None:
    with pytest.raises(DeskError) as refused:
        in_a_row(at("10:00"), [Step(0)])
    assert refused.value.code == "no_minutes"


@given(
    st.lists(
        st.builds(Step, st.integers(1, 90), st.integers(0, 30), st.integers(0, 30), st.sampled_from("ab")),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 60),
)
def test_nobody_is_in_two_places_within_a_visit_and_nothing_runs_backwards(
    steps: list[Step], travel: int
) -> None:
    found = in_a_row(at("10:00"), steps, travel)
    assert found[0].span.start == at("10:00")
    for one, after in itertools.pairwise(found):
        assert one.span.end <= after.span.start
    for (one, step), (other, next_step) in itertools.combinations(zip(found, steps, strict=True), 2):
        if step.worker_id == next_step.worker_id:
            assert one.busy.end <= other.busy.start


def test_a_worker_who_comes_back_to_a_visit_is_ready_first() -> None:
    steps = [Step(30, 0, 20, "yu"), Step(10, 0, 0, "lin"), Step(30, 5, 0, "yu")]
    assert [one.span for one in in_a_row(at("10:00"), steps)] == [
        span("10:00-10:30"),
        span("10:30-10:40"),
        span("10:55-11:25"),
    ]


def test_buffers_that_meet_share_the_time_between() -> None:
    steps = [Step(60, 0, 30, "yu"), Step(60, 0, 0, "lin"), Step(60, 30, 0, "yu")]
    close = placed([span("10:00-11:00"), span("11:00-12:00"), span("11:20-12:20")], steps)
    assert [one.busy for one in close] == [span("10:00-11:20"), span("11:00-12:00"), span("11:20-12:20")]
    apart = placed([span("10:00-11:00"), span("11:00-12:00"), span("11:50-12:50")], steps)
    assert [one.busy for one in apart][::2] == [span("10:00-11:30"), span("11:30-12:50")]


# -------------------- when a whole visit could begin
def whole(
    wishes: list[Wish], free: dict[str, list[Span]], travel: int = 0, not_before: str = "0:00"
) -> list[str]:
    found = visit_starts(wishes, Diary(free), 30, at(not_before), travel)
    return [f"{visit.start:%H:%M} {'+'.join(visit.workers)}" for visit in found]


def test_each_worker_is_offered_on_the_grid_of_their_own_free_time() -> None:
    free = {"yu": [span("10:00-11:30")], "lin": [span("10:10-11:10")]}
    assert whole([Wish(60, 0, 0, ("lin", "yu", "gone"))], free) == ["10:00 yu", "10:10 lin", "10:30 yu"]
    assert whole([Wish(60, 0, 0, ("yu",))], free, not_before="10:01") == ["10:30 yu"]
    assert whole([Wish(30, 0, 0, ("yu",))], free, travel=15) == ["10:30 yu"]
    assert whole([Wish(60, 0, 0, ())], free) == []
    assert whole([], free) == []


def test_the_rest_of_the_visit_must_fit_too() -> None:
    free = {"yu": [span("10:00-11:00")], "lin": [span("10:00-12:00")], "mo": [span("11:00-12:00")]}
    anyone = ("yu", "lin", "mo")
    assert whole([Wish(60, 0, 0, anyone)] * 2, free) == ["10:00 yu+lin", "10:00 lin+lin"]
    assert whole([Wish(60, 0, 0, anyone), Wish(60, 0, 0, ("mo",))], free) == ["10:00 yu+mo", "10:00 lin+mo"]
    assert whole([Wish(60, 0, 0, anyone), Wish(60, 0, 1, ("mo",))], free) == []


def test_a_later_service_may_need_another_worker_for_the_one_before() -> None:
    free = {"yu": [span("10:00-12:00")], "lin": [span("10:00-13:00")]}
    wishes = [Wish(60, 0, 0, ("yu",)), Wish(60, 0, 30, ("yu", "lin")), Wish(30, 0, 0, ("lin",))]
    assert whole(wishes, free) == ["10:00 yu+lin+lin"]
    shorter = [wishes[0], Wish(60, 0, 0, ("yu", "lin")), wishes[2]]
    assert whole(shorter, free) == ["10:00 yu+yu+lin", "10:30 yu+lin+lin"]


def test_fitting_is_inside_one_free_span() -> None:
    free = [span("10:00-12:00"), span("13:00-14:00")]
    assert fits(span("10:00-12:00"), free)
    assert not fits(span("11:30-13:30"), free)
    assert not fits(span("9:59-11:00"), free)
    assert not fits(span("10:00-11:00"), [])
