"""Side by side: which part of a column's width each of several overlapping cards gets. Pure geometry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from merchant_desk.core.spans import Span


class Lane(NamedTuple):
    """A card's place in its column: lane `number` of `lanes`, `width` lanes wide: it grows into free ones."""

    number: int
    lanes: int
    width: int


def lanes(spans: Sequence[Span]) -> list[Lane]:
    """One lane per card, in the order given; no two cards in one lane overlap.

    Cards that overlap, directly or through others, form a cluster and share its number of lanes,
    which is the most that run at one moment. A card alone has the whole column.
    """
    out = [Lane(0, 1, 1)] * len(spans)
    cluster: list[int] = []
    reach: dt.datetime | None = None
    for at in sorted(
        range(len(spans)), key=lambda at: (spans[at].start, spans[at].start - spans[at].end, at)
    ):
        if reach is not None and spans[at].start >= reach:
            _place(cluster, spans, out)
            cluster, reach = [], None
        cluster.append(at)
        reach = spans[at].end if reach is None else max(reach, spans[at].end)
    _place(cluster, spans, out)
    return out


def _place(cluster: list[int], spans: Sequence[Span], out: list[Lane]) -> None:
    """Give each card of one cluster (sorted by start) the first lane that is free at its start."""
    tracks: list[list[int]] = []
    lane_of: dict[int, int] = {}
    for at in cluster:
        done = (index for index, track in enumerate(tracks) if spans[track[-1]].end <= spans[at].start)
        index = next(done, len(tracks))
        if index == len(tracks):
            tracks.append([])
        tracks[index].append(at)
        lane_of[at] = index
    for at in cluster:
        width = 1
        for track in tracks[lane_of[at] + 1 :]:
            if any(spans[at].start < spans[k].end and spans[k].start < spans[at].end for k in track):
                break
            width += 1
        out[at] = Lane(lane_of[at], len(tracks), width)
