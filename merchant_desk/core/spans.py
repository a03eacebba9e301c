"""Half-open spans of naive wall time: [start, end). Touching is free; a span without length holds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to, but not including, `end`; naive shop time."""

    start: dt.datetime
    end: dt.datetime

    @property
    def minutes(self) -> int:
        """Its length in whole minutes."""
        return int((self.end - self.start).total_seconds() // 60)


def overlap(a: Span, b: Span) -> bool:
    """Whether the two share a moment; a span without length shares none."""
    return a.start < b.end and b.start < a.end and a.start < a.end and b.start < b.end


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same moments as `spans`, sorted, without overlaps or touching neighbours."""
    merged: list[Span] = []
    ordered = sorted([span for span in spans if span.start < span.end])
    if not ordered:
        return merged
    begin, until = ordered[0]
    for start, end in ordered:
        if start > until:
            merged.append(Span(begin, until))
            begin, until = start, end
        elif end > until:
            until = end
    merged.append(Span(begin, until))
    return merged


def subtract(open_spans: Iterable[Span], busy_spans: Iterable[Span]) -> list[Span]:
    """What is left of `open_spans` outside `busy_spans`, sorted and merged."""
    free: list[Span] = []
    busy = merge(busy_spans)
    passed = 0
    for span in merge(open_spans):
        start = span.start
        # What ends before this open span cannot matter to a later one either.
        while passed < len(busy) and busy[passed].end <= start:
            passed += 1
        for block in islice(busy, passed, None):
            if block.start >= span.end:
                break
            if start < block.start:
                free.append(Span(start, block.start))
            start = block.end
        if start < span.end:
            free.append(Span(start, span.end))
    return free
