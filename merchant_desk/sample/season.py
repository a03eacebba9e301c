"""When people come: the year's seasons, the week, the hours of a day, and the shop's growth by source."""

from __future__ import annotations

import datetime as dt
import math
from typing import Final

from merchant_desk.sample.dice import Weighted

# First day of the Chinese year; its date moves by a month, so seasons cannot be read off the calendar alone.
_SPRING_FESTIVALS: Final = {
    2015: (2, 19),
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2027: (2, 6),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
    2031: (1, 23),
    2032: (2, 11),
    2033: (1, 31),
    2034: (2, 19),
    2035: (2, 8),
    2036: (1, 28),
}
_WEEK: Final = (0.78, 0.72, 0.82, 0.92, 1.16, 1.50, 1.38)
_MONTH: Final = (1.0, 1.0, 0.95, 0.97, 1.04, 1.14, 1.22, 1.18, 0.98, 0.98, 0.92, 1.04)
_WORKDAY_HOURS: Final = {
    9: 0.3,
    10: 0.8,
    11: 1.0,
    12: 1.5,
    13: 1.3,
    14: 0.8,
    15: 0.8,
    16: 0.8,
    17: 1.3,
    18: 1.8,
    19: 1.2,
}
_WEEKEND_HOURS: Final = {
    9: 0.5,
    10: 1.0,
    11: 1.2,
    12: 0.9,
    13: 1.3,
    14: 1.8,
    15: 1.7,
    16: 1.3,
    17: 1.1,
    18: 1.2,
    19: 0.7,
}
_QUARTERS: Final = (0, 1, 2, 3)


def _slots(hours: dict[int, float]) -> Weighted[tuple[int, int]]:
    return Weighted({(hour, quarter): weight for hour, weight in hours.items() for quarter in _QUARTERS})


_WORKDAY: Final = _slots(_WORKDAY_HOURS)
_WEEKEND: Final = _slots(_WEEKEND_HOURS)

# Of a hundred visits today, how many each source brings, and how much it grew in a year.
_SHARES: Final = {
    "short_video": (25.0, 2.10),
    "live_stream": (15.0, 2.50),
    "grass_post": (13.0, 1.74),
    "search_map": (9.0, 1.15),
    "referral": (7.0, 1.22),
    "passing_by": (5.0, 1.04),
    "shelf": (2.0, 1.10),
    "scan": (2.0, 1.30),
    "other": (1.0, 1.10),
    "returning": (10.0, 1.35),
    "unknown": (13.5, 1.28),
}
_OLDEST_YEARS: Final = 3.0


def spring_festival(year: int) -> dt.date:
    """The first day of the Chinese year that begins in `year`; 4 February where it is not known."""
    return dt.date(year, *_SPRING_FESTIVALS.get(year, (2, 4)))


def closed_days(first: dt.date, last: dt.date) -> dict[dt.date, str]:
    """The days of the Spring Festival on which the shop stays shut, with their names."""
    closed = {}
    for year in range(first.year, last.year + 1):
        new_year = spring_festival(year)
        for offset, name in enumerate(("除夕", "春节", "初二", "初三", "初四"), start=-1):
            day = new_year + dt.timedelta(days=offset)
            if first <= day <= last:
                closed[day] = name
    return closed


def _festivals(day: dt.date) -> float:
    from_new_year = (day - spring_festival(day.year)).days
    if -21 <= from_new_year < -1:
        return 1.75
    if 0 <= from_new_year < 18:
        return 0.5
    if 18 <= from_new_year < 30:
        return 0.8
    if (day.month, day.day) in {(3, 7), (3, 8), (5, 19), (5, 20), (12, 24), (12, 31)}:
        return 1.4
    if day.month == 10 and day.day <= 7:
        return 1.3
    return 1.0


def demand(day: dt.date) -> float:
    """How busy a day of that date is; 1.0 is the year's middle."""
    return _WEEK[day.weekday()] * _MONTH[day.month - 1] * _festivals(day)


def source_weights(day: dt.date, until: dt.date) -> dict[str, float]:
    """How many visits each source brings on an otherwise common day, for every hundred at `until`."""
    years = max((day - until).days / 365.25, -_OLDEST_YEARS)
    return {kind: share * math.pow(growth, years) for kind, (share, growth) in _SHARES.items()}


def hours(day: dt.date) -> Weighted[tuple[int, int]]:
    """When people want to come on that day: (hour, quarter of it)."""
    return _WEEKEND if day.weekday() >= 5 else _WORKDAY
