from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.board.lanes import Lane, lanes
from merchant_desk.core.spans import Span, overlap

DAY = dt.datetime(2026, 3, 2, 9)


def span(start: int, end: int) -> Span:
    return Span(DAY + dt.timedelta(minutes=start), DAY + dt.timedelta(minutes=end))


def test_cards_apart_have_the_whole_column() -> None:
    assert lanes([span(60, 90), span(0, 60)]) == [Lane(0, 1, 1), Lane(0, 1, 1)]
    assert lanes([]) == []


def test_two_at_once_stand_side_by_side_the_longer_left() -> None:
    assert lanes([span(0, 30), span(0, 60)]) == [Lane(1, 2, 1), Lane(0, 2, 1)]


def test_a_chain_is_one_cluster_and_uses_only_as_many_lanes_as_run_at_once() -> None:
    assert lanes([span(0, 60), span(30, 90), span(60, 120)]) == [Lane(0, 2, 1), Lane(1, 2, 1), Lane(0, 2, 1)]


def test_a_card_grows_into_lanes_that_are_free_beside_it() -> None:
    found = lanes([span(0, 100), span(0, 40), span(0, 40), span(50, 90)])
    assert found[3] == Lane(1, 3, 2)


def test_the_next_cluster_starts_afresh() -> None:
    assert lanes([span(0, 60), span(0, 60), span(60, 90)])[2] == Lane(0, 1, 1)


cards = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: span(pair[0], pair[0] + pair[1])),
    max_size=14,
)


@given(cards)
def test_no_two_in_one_lane_overlap_and_no_lane_is_wasted(found: list[Span]) -> None:
    given_lanes = lanes(found)
    assert len(given_lanes) == len(found)
    for (a, lane_a), (b, lane_b) in itertools.combinations(zip(found, given_lanes, strict=True), 2):
        if overlap(a, b):
            assert set(range(lane_a.number, lane_a.number + lane_a.width)).isdisjoint(
                range(lane_b.number, lane_b.number + lane_b.width)
            )
            assert lane_a.lanes == lane_b.lanes
    for card, lane in zip(found, given_lanes, strict=True):
        assert 0 <= lane.number < lane.number + lane.width <= lane.lanes
        cluster = {card}
        while grown := {one for one in found if any(overlap(one, two) for two in cluster)} - cluster:
            cluster |= grown
        members = [one for one in found if one in cluster]
        most = max(sum(one.start <= moment.start < one.end for one in members) for moment in members)
        assert lane.lanes == most


@given(cards)
def test_the_order_of_the_cards_does_not_matter(found: list[Span]) -> None:
    distinct = list(dict.fromkeys(found))
    forward = dict(zip(distinct, lanes(distinct), strict=True))
    assert dict(zip(distinct[::-1], lanes(distinct[::-1]), strict=True)) == forward
