"""Periods of whole days, both ends included: the one before, last year's, and how a period is cut (pure)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from merchant_desk.core.clock import last_of_month

Bucket = Literal["day", "week", "month"]
Period = tuple[dt.date, dt.date]

_DAY = dt.timedelta(days=1)


def last_year(day: dt.date) -> dt.date:
    """The same date a year before; 29 February becomes the 28th."""
    if (day.month, day.day) == (2, 29):
        return day.replace(year=day.year - 1, day=28)
    return day.replace(year=day.year - 1)


def same_period_last_year(from_day: dt.date, to_day: dt.date) -> Period:
    """The same dates a year before; a period that ends with February ends with that one's February."""
    before = last_year(to_day)
    if to_day.month == 2 and (to_day + _DAY).month == 3:
        before = last_of_month(before)
    return last_year(from_day), before


def previous(from_day: dt.date, to_day: dt.date) -> Period:
    """What a period is compared with.

    Whole months (also a quarter, a year) with as many months before; the first days of a month with
    the same days of the month before; anything else with as many days right before it.
    """
    if from_day.day == 1 and to_day == last_of_month(to_day):
        months = (to_day.year - from_day.year) * 12 + to_day.month - from_day.month + 1
        return _months_back(from_day, months), from_day - _DAY
    if from_day.day == 1 and (from_day.year, from_day.month) == (to_day.year, to_day.month):
        start = _months_back(from_day, 1)
        return start, min(start + (to_day - from_day), from_day - _DAY)
    return from_day - (to_day - from_day) - _DAY, from_day - _DAY


def bucket_of(day: dt.date, bucket: Bucket) -> str:
    """The bucket a day falls into: '2026-03-05', the Monday of its week, or '2026-03'."""
    if bucket == "month":
        return day.isoformat()[:7]
    if bucket == "week":
        return (day - dt.timedelta(days=day.weekday())).isoformat()
    return day.isoformat()


def buckets(from_day: dt.date, to_day: dt.date, bucket: Bucket) -> tuple[str, ...]:
    """Every bucket from the first day to the last, in order, the empty ones too."""
    days = (from_day + dt.timedelta(days=step) for step in range((to_day - from_day).days + 1))
    return tuple(dict.fromkeys(bucket_of(day, bucket) for day in days))


def bucket_days(name: str, bucket: Bucket) -> Period:
    """The first and last day of a bucket."""
    if bucket == "month":
        first = dt.date.fromisoformat(f"{name}-01")
        return first, last_of_month(first)
    first = dt.date.fromisoformat(name)
    return first, first + dt.timedelta(days=6 if bucket == "week" else 0)


def _months_back(first: dt.date, months: int) -> dt.date:
    index = first.year * 12 + first.month - 1 - months
    return dt.date(index // 12, index % 12 + 1, 1)
