"""Base pay of a period (pure)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from fractions import Fraction


def base_pay(pays: Sequence[tuple[str, int]], from_day: dt.date, to_day: dt.date) -> int:
    """What is paid in any case from one day to another, both included, in minor units.

    `pays` are (day, minor units a month from then on), by day. A month of which only some days count is paid
    by its days; half a minor unit goes up.
    """
    total = Fraction(0)
    begins = [dt.date.fromisoformat(day) for day, _amount in pays]
    for at, (_day, amount) in enumerate(pays):
        first = max(begins[at], from_day)
        last = min(begins[at + 1] - dt.timedelta(days=1), to_day) if at + 1 < len(pays) else to_day
        while first <= last:
            days = calendar.monthrange(first.year, first.month)[1]
            end = min(first.replace(day=days), last)
            total += Fraction(amount * ((end - first).days + 1), days)
            first = end + dt.timedelta(days=1)
    return int(total + Fraction(1, 2))


def current(pays: Sequence[tuple[str, int]], day: dt.date) -> int:
    """What a whole month is paid on that day, in minor units; 0 where nothing is agreed."""
    return next((amount for since, amount in reversed(pays) if since <= day.isoformat()), 0)
