"""The search for whole visits beside one that knows nothing but minutes: all that fits, and nothing else."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.appointments.availability import (
    Diary,
    Wish,
    clear,
    free_spans,
    full_spans,
    visit_at,
    visit_starts,
)
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap

DAY = dt.datetime(2026, 3, 2)
MINUTE = dt.timedelta(minutes=1)
LENGTH = 60
WORKERS = ("ana", "bo", "cy")
PLACES = {"chair": 1, "room": 2}


def span(start: int, end: int) -> Span:
    return Span(DAY + start * MINUTE, DAY + end * MINUTE)


def moment(start: int) -> dt.datetime:
    return DAY + start * MINUTE


@dataclass(frozen=True)
class Booked:
    """Somebody's time: to `done` in any case, to `back` where they do not go on to another home visit."""

    start: int
    done: int
    back: int
    home: bool


@dataclass(frozen=True)
class World:
    """What is open and taken, in minutes."""

    opened: dict[str, list[tuple[int, int]]]
    booked: dict[str, list[Booked]]
    held: dict[str, list[tuple[int, int]]]

    def diary(self) -> Diary:
        def free(coming: bool) -> dict[str, list[Span]]:
            return {
                who: free_spans(
                    [span(*one) for one in self.opened[who]],
                    [
                        span(one.start, one.done if coming and one.home else one.back)
                        for one in self.booked[who]
                    ],
                )
                for who in WORKERS
            }

        return Diary(
            free(coming=False),
            {place: full_spans([span(*one) for one in self.held[place]], PLACES[place]) for place in PLACES},
            free(coming=True),
            {who: frozenset(moment(one.start) for one in self.booked[who] if one.home) for who in WORKERS},
        )

    def is_free(self, who: str, minute: int, travel: int) -> bool:
        """Whether the worker has this minute for a visit with that way."""
        if not any(start <= minute < end for start, end in self.opened[who]):
            return False
        return not any(
            one.start <= minute < (one.done if travel and one.home else one.back) for one in self.booked[who]
        )

    def has_room(self, place: str, minute: int) -> bool:
        return sum(start <= minute < end for start, end in self.held[place]) < PLACES[place]

    def grid(self, who: str, minute: int, travel: int) -> int:
        """How far into the worker's free stretch the minute lies."""
        begin = minute
        while self.is_free(who, begin - 1, travel):
            begin -= 1
        return minute - begin


def stretches(most: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    pair = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda two: (min(two), max(two)))
    return st.lists(pair, max_size=most)


def short(most: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    pair = st.tuples(st.integers(0, LENGTH), st.integers(0, 9)).map(lambda two: (two[0], sum(two)))
    return st.lists(pair, max_size=most)


# Mostly at work, so that much fits.
shifts = st.one_of(
    stretches(2),
    st.tuples(st.integers(0, 9), st.integers(40, LENGTH)).map(lambda one: [one]),
    st.just([(0, 60)]),
)


@st.composite
def bookings(draw: st.DrawFn) -> list[Booked]:
    found = []
    for start, end in draw(short(3)):
        home = start < end and draw(st.booleans())
        found.append(Booked(start, end, end + (draw(st.integers(0, 10)) if home else 0), home))
    return found


worlds = st.builds(
    World,
    st.fixed_dictionaries(dict.fromkeys(WORKERS, shifts)),
    st.fixed_dictionaries({who: bookings() for who in WORKERS}),
    st.fixed_dictionaries({place: short(4) for place in PLACES}),
)
services = st.builds(
    Wish,
    minutes=st.integers(1, 12),
    before=st.sampled_from([0, 0, 2, 5]),
    after=st.sampled_from([0, 0, 3, 5]),
    workers=st.lists(st.sampled_from(WORKERS), unique=True, min_size=1).map(tuple),
    own_minutes=st.dictionaries(st.sampled_from(WORKERS), st.integers(1, 20), max_size=2),
    places=st.sampled_from([None, None, (), ("chair",), ("room",), ("chair", "room")]),
)


def is_right(
    world: World,
    wishes: list[Wish],
    start: int,
    workers: tuple[str, ...],
    places: tuple[str | None, ...],
    travel: int,
) -> bool:
    """Whether a whole visit fits minute by minute: laid out by the words of the definition."""
    end = start
    ready: dict[str, int] = {}
    for at, (wish, who, place) in enumerate(zip(wishes, workers, places, strict=True)):
        begin = end if who not in ready else max(end, ready[who] + wish.before)
        minutes = wish.own_minutes.get(who, wish.minutes)
        there = travel if who not in ready else 0
        if who not in wish.workers or (at == 0 and begin != start):
            return False
        needed = range(begin - wish.before - there, begin + minutes + wish.after)
        if not all(world.is_free(who, minute, travel) for minute in needed):
            return False
        if wish.places is None or travel:
            if place is not None:
                return False
        elif place not in wish.places or not all(world.has_room(place, minute) for minute in needed):
            return False
        end = begin + minutes
        ready[who] = end + wish.after
    for who, minute in ready.items():
        leaves = {one.start for one in world.booked[who] if one.home}
        on = min((start for start in leaves if start >= minute), default=minute + travel)
        way = range(minute, min(on, minute + travel))
        if not all(world.is_free(who, one, travel) for one in way):
            return False
    return True


def every_right(world: World, wishes: list[Wish], step: int, travel: int) -> set[tuple[int, str]]:
    """Each minute at which the visit could begin, with each worker who could do its first service."""
    teams = list(itertools.product(*(wish.workers for wish in wishes)))
    choices = list(itertools.product(*(_choices(wish, travel) for wish in wishes)))
    found: set[tuple[int, str]] = set()
    for start in range(-5, LENGTH):
        for workers in teams:
            if (start, workers[0]) in found or world.grid(workers[0], start, travel) % step:
                continue
            if any(is_right(world, wishes, start, workers, places, travel) for places in choices):
                lead = wishes[0].before + travel
                # The grid begins where the free stretch does, not where the buffer ends.
                assert world.is_free(workers[0], start - lead, travel)
                found.add((start, workers[0]))
    return found


def _choices(wish: Wish, travel: int) -> Iterator[str | None]:
    yield from (None,) if wish.places is None or travel else wish.places


@settings(max_examples=200, deadline=None)
@given(worlds, st.lists(services, min_size=1, max_size=3), st.integers(1, 12), st.sampled_from([0, 0, 4, 8]))
def test_all_that_fits_is_found_and_nothing_else(
    world: World, wishes: list[Wish], step: int, travel: int
) -> None:
    found = list(visit_starts(wishes, world.diary(), step, DAY - 60 * MINUTE, travel))
    assert [visit.start for visit in found] == sorted(visit.start for visit in found)
    told = {((visit.start - DAY) // MINUTE, visit.workers[0]) for visit in found}
    assert len(told) == len(found)
    assert told == every_right(world, wishes, step, travel)
    for visit in found:
        minute = (visit.start - DAY) // MINUTE
        assert is_right(world, wishes, minute, visit.workers, visit.places, travel)


@settings(max_examples=300, deadline=None)
@given(worlds, st.lists(services, min_size=1, max_size=3), st.integers(0, LENGTH), st.sampled_from([0, 6]))
def test_a_typed_minute_fits_just_when_it_does(
    world: World, wishes: list[Wish], start: int, travel: int
) -> None:
    found = visit_at(wishes, world.diary(), moment(start), travel)
    expected = any(
        is_right(world, wishes, start, workers, places, travel)
        for workers in itertools.product(*(wish.workers for wish in wishes))
        for places in itertools.product(*(_choices(wish, travel) for wish in wishes))
    )
    assert (found is not None) == expected
    if found is not None:
        assert is_right(world, wishes, start, found.workers, found.places, travel)


@given(stretches(8), st.integers(1, 4))
def test_full_is_where_as_many_are_as_fit(held: list[tuple[int, int]], capacity: int) -> None:
    found = full_spans([span(*one) for one in held], capacity)
    for minute in range(-1, LENGTH + 1):
        full = sum(start <= minute < end for start, end in held) >= capacity
        assert any(one.start <= moment(minute) < one.end for one in found) == full
    for one, after in itertools.pairwise(found):
        assert one.end < after.start
    assert all(one.start < one.end for one in found)


@given(stretches(6), st.integers(0, LENGTH), st.integers(1, 20))
def test_clear_is_without_overlap(taken: list[tuple[int, int]], start: int, minutes: int) -> None:
    spans = full_spans([span(*one) for one in taken], 1)
    wanted = span(start, start + minutes)
    assert clear(wanted, spans) == (not any(overlap(wanted, one) for one in spans))


def test_a_place_takes_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least one"):
        full_spans([], 0)


# -------------------- by example
def told(wishes: list[Wish], diary: Diary, travel: int = 0, step: int = 30) -> list[str]:
    found = visit_starts(wishes, diary, step, DAY, travel)
    return [
        f"{(visit.start - DAY) // MINUTE} {'+'.join(visit.workers)}"
        + "".join(f" @{place}" for place in visit.places if place)
        for visit in found
    ]


def test_each_worker_takes_their_own_minutes() -> None:
    diary = Diary({"ana": [span(0, 60)], "bo": [span(0, 60)]})
    assert told([Wish(60, 0, 0, ("ana", "bo"), {"bo": 30})], diary) == ["0 ana", "0 bo", "30 bo"]


def test_the_second_service_follows_the_worker_who_is_quicker() -> None:
    diary = Diary({"ana": [span(0, 90)], "bo": [span(0, 30)], "cy": [span(30, 60)]})
    wishes = [Wish(60, 0, 0, ("ana", "bo"), {"bo": 30}), Wish(30, 0, 0, ("cy", "ana"))]
    assert told(wishes, diary) == ["0 ana+ana", "0 bo+cy"]


def test_a_full_room_is_left_out_and_the_same_chair_is_kept() -> None:
    diary = Diary({"ana": [span(0, 60)]}, {"a": [span(0, 30)], "b": [span(45, 60)]})
    gel = Wish(30, 0, 0, ("ana",), places=("a", "b"))
    assert told([gel], diary) == ["0 ana @b", "30 ana @a"]
    assert told([Wish(20, 0, 0, ("ana",), places=("b", "a"))] * 2, diary) == ["0 ana+ana @b @b"]
    assert told([Wish(30, 0, 0, ("ana",), places=())], diary) == []


def test_who_goes_from_home_to_home_does_not_come_back_in_between() -> None:
    # A home visit until 60, the way back until 90; another one that is left for at 180.
    busy = Diary(
        {"ana": [span(90, 180)]},
        free_coming={"ana": [span(60, 180)]},
        leaving={"ana": frozenset([moment(180)])},
    )
    assert told([Wish(60, 0, 0, ("ana",))], busy) == ["90 ana", "120 ana"]
    assert told([Wish(60, 0, 0, ("ana",))], busy, travel=30) == ["90 ana", "120 ana"]
    alone = Diary(busy.free, free_coming=busy.free_coming)
    assert told([Wish(60, 0, 0, ("ana",))], alone, travel=30) == ["90 ana"]


def test_a_service_without_length_is_refused() -> None:
    with pytest.raises(DeskError) as refused:
        told([Wish(60, 0, 0, ("ana",)), Wish(60, 0, 0, ("ana",), {"ana": 0})], Diary({}))
    assert refused.value.code == "no_minutes"
