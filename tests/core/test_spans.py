"""Half-open spans, held beside a brute force over minutes."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.spans import Span, merge, overlap, subtract

START = dt.datetime(2026, 8, 20)


def at(minute: int) -> dt.datetime:
    return START + dt.timedelta(minutes=minute)


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(at(min(pair)), at(max(pair)))),
    max_size=8,
)


def minutes(spans: list[Span]) -> set[int]:
    return {m for m in range(61) for span in spans if span.start <= at(m) < span.end}


@given(SPANS)
def test_merge_keeps_the_moments(spans: list[Span]) -> None:
    merged = merge(spans)
    assert minutes(merged) == minutes(spans)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(SPANS, SPANS)
def test_subtract_leaves_what_is_open_and_not_busy(open_spans: list[Span], busy: list[Span]) -> None:
    free = subtract(open_spans, busy)
    assert minutes(free) == minutes(open_spans) - minutes(busy)
    assert all(span.start < span.end for span in free)


@given(SPANS.filter(lambda spans: len(spans) >= 2))
def test_overlap_means_a_shared_moment(spans: list[Span]) -> None:
    a, b = spans[:2]
    assert overlap(a, b) == bool(minutes([a]) & minutes([b]))


def test_touching_is_free() -> None:
    assert not overlap(Span(at(0), at(30)), Span(at(30), at(60)))
    assert Span(at(0), at(30)).minutes == 30
