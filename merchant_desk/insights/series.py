"""From rows to named series: every bucket of the period, every source that has something, in chart order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from merchant_desk.insights.model import SourceTakings
from merchant_desk.insights.periods import Bucket, buckets
from merchant_desk.sources.model import SOURCE_KINDS


@dataclass(frozen=True, slots=True)
class TakingsSeries:
    """Takings and visits of each kind of source, one number for each bucket; minor units."""

    buckets: tuple[str, ...]
    kinds: tuple[str, ...]
    takings: Mapping[str, tuple[int, ...]]
    visits: Mapping[str, tuple[int, ...]]

    @property
    def totals(self) -> tuple[int, ...]:
        """The takings of all sources, one number for each bucket."""
        return tuple(map(sum, zip(*self.takings.values(), strict=True))) or (0,) * len(self.buckets)


def takings_series(
    rows: Iterable[SourceTakings], from_day: dt.date, to_day: dt.date, bucket: Bucket
) -> TakingsSeries:
    """The series of a period; a source without takings and visits in it is left out."""
    names = buckets(from_day, to_day, bucket)
    places = {name: place for place, name in enumerate(names)}
    takings: dict[str, list[int]] = {}
    visits: dict[str, list[int]] = {}
    for row in rows:
        takings.setdefault(row.kind, [0] * len(names))[places[row.bucket]] += row.takings
        visits.setdefault(row.kind, [0] * len(names))[places[row.bucket]] += row.visits
    kinds = tuple(k for k in SOURCE_KINDS if k in takings and (any(takings[k]) or any(visits[k])))
    return TakingsSeries(
        buckets=names,
        kinds=kinds,
        takings={kind: tuple(takings[kind]) for kind in kinds},
        visits={kind: tuple(visits[kind]) for kind in kinds},
    )
