"""How many come on which day, before anybody has a name: seasons, growth, and what the chairs hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from merchant_desk.sample import season
from merchant_desk.sample.dice import Dice
from merchant_desk.sample.house import House

# Of the visits that a source brings, how many are first ones.
FIRST_TIMERS: Final = {
    "short_video": 0.22,
    "live_stream": 0.24,
    "grass_post": 0.21,
    "search_map": 0.30,
    "referral": 0.42,
    "passing_by": 0.25,
    "shelf": 0.28,
    "scan": 0.12,
    "other": 0.2,
    "returning": 0.0,
    "unknown": 0.13,
}
_VISIT_SLOTS: Final = 5.4
_FULL: Final = 0.86
_STRANGERS: Final = 0.016  # for each visit: who booked once and never came
_SPARE: Final = 1.06  # a little is kept back, so that newcomers never run out before the present


@dataclass(frozen=True, slots=True)
class Plan:
    """Visits for each day before the present, and the means to guess those after it.

    `first_timers` is, for each day, how many first visits the sources would bring from it on.
    """

    today: dt.date
    visits: dict[dt.date, int]
    first_timers: dict[dt.date, float]
    scale: float

    def busyness(self, day: dt.date) -> float:
        """About how many visits a day has, past or coming."""
        return self.scale * _wish(day, self.today)


def make_plan(house: House, dice: Dice, sales: int) -> Plan:
    """Spread `sales` over the days by season and growth, no day beyond what the chairs hold."""
    today = house.moment.date()
    days = [house.first + dt.timedelta(days=offset) for offset in range((today - house.first).days)]
    rooms = [house.chairs(day).free_slots() / _VISIT_SLOTS * _FULL for day in days]
    wishes = [
        _wish(day, today) * dice.around(1.0, 0.1) if room else 0.0
        for day, room in zip(days, rooms, strict=True)
    ]
    scale = _level(wishes, rooms, sales)
    visits, owed = {}, 0.0
    for day, wish, room in zip(days, wishes, rooms, strict=True):
        owed += min(wish * scale, room)
        visits[day] = round(owed)
        owed -= visits[day]
    return Plan(today, visits, _first_timers(visits, today), scale)


def _wish(day: dt.date, today: dt.date) -> float:
    return season.demand(day) * sum(season.source_weights(day, today).values())


def _level(wishes: list[float], rooms: list[float], sales: int) -> float:
    """The factor at which the wishes, each cut at its room, come to `sales`; found by halving."""
    low, high = 0.0, 1.0
    while _filled(wishes, rooms, high) < min(sales, sum(rooms) * 0.999):
        high *= 2
    for _ in range(50):
        middle = (low + high) / 2
        if _filled(wishes, rooms, middle) < sales:
            low = middle
        else:
            high = middle
    return high


def _filled(wishes: list[float], rooms: list[float], scale: float) -> float:
    return sum(min(wish * scale, room) for wish, room in zip(wishes, rooms, strict=True))


def _first_timers(visits: dict[dt.date, int], today: dt.date) -> dict[dt.date, float]:
    left, total = {}, 0.0
    for day in reversed(visits):
        weights = season.source_weights(day, today)
        share = sum(weight * FIRST_TIMERS[kind] for kind, weight in weights.items()) / sum(weights.values())
        total += visits[day] * (share + _STRANGERS) * _SPARE
        left[day] = total
    return left
