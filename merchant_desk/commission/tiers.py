"""Commission that grows with the month: what a worker's entries of one tiered rule come to (pure)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from merchant_desk.commission.model import RuleDraft
from merchant_desk.commission.reckon import part, tiered


class TierEntry(NamedTuple):
    """The base of an entry on its day; `of_day` is the day of what it takes back, None for what is earned."""

    day: dt.date
    base: int
    of_day: dt.date | None = None


def earned(entries: Iterable[TierEntry], terms: RuleDraft, from_day: dt.date, to_day: dt.date) -> int:
    """What the rule comes to from one day to another, both included, in minor units.

    Periods that follow each other sum to what they are together: what lifts the whole month to a higher rate
    counts on the day it is reached. What is taken back of an earlier month goes at the rate that month had:
    a month that is given back whole is exactly zero together.

    `entries` has all of each month from `from_day`'s on, and of those that are taken from in it.
    """
    known = list(entries)
    return _until(known, terms, to_day) - _until(known, terms, from_day - dt.timedelta(days=1))


def _until(entries: Iterable[TierEntry], terms: RuleDraft, last: dt.date) -> int:
    """All that was earned up to that day."""
    months: dict[tuple[int, int], int] = defaultdict(int)
    full: dict[tuple[int, int], int] = defaultdict(int)
    later: dict[tuple[int, int], int] = defaultdict(int)
    for entry in entries:
        own = _month(entry.day)
        if entry.of_day is None or _month(entry.of_day) == own:
            full[own] += entry.base
            if entry.day <= last:
                months[own] += entry.base
        elif entry.day <= last:
            later[_month(entry.of_day)] += entry.base
    total = sum(tiered(base, terms.tiers, whole=terms.whole) for base in months.values())
    for month, base in later.items():
        if full[month] > 0:
            made = tiered(full[month], terms.tiers, whole=terms.whole)
            total += part(made, base, full[month])
    return total


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month
