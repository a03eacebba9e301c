"""Public holidays: those the program was made with (resources/holidays), and what a list of days may hold.

They mark days of high demand and of holiday pay; a shop that stays away then has closed days as well.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Iterable
from typing import NamedTuple

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import resource
from merchant_desk.shop.model import read_name

# A calendar is a file in resources/holidays, by its name; "" is none.
CALENDARS = ("cn",)
_ZONES = frozenset(
    {"Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"}
)


class Holiday(NamedTuple):
    """A public holiday, or (`works`) a weekend day that is a working day in exchange for one.

    `name` is the holiday's in its own country's language, `english` "" where nobody knows it.
    """

    day: dt.date
    name: str
    works: bool = False
    english: str = ""

    def called(self, language: str) -> str:
        """Its name as somebody who reads "zh_CN" or "en" calls it."""
        return self.name if language == "zh_CN" else self.english or self.name


@functools.cache
def _calendar(calendar: str) -> tuple[dict[str, str], dict[int, tuple[Holiday, ...]]]:
    """The English names, and the days of each year; the days as the yearly notice names them."""
    kept = json.loads(resource("holidays", f"{calendar}.json").read_text(encoding="utf-8"))
    names: dict[str, str] = kept["names"]
    years = {}
    for year, spells in kept["years"].items():
        days = []
        for spell in spells:
            name = spell["name"]
            first, last = (dt.date.fromisoformat(spell[end]) for end in ("first", "last"))
            off = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
            days += [Holiday(day, name, False, names[name]) for day in off]
            days += [Holiday(dt.date.fromisoformat(day), name, True, names[name]) for day in spell["works"]]
        years[int(year)] = tuple(sorted(days))
    return names, years


def usual_calendar(zone: str) -> str:
    """The calendar of a shop in that zone: "cn" for mainland China, elsewhere "" (none is shipped)."""
    return "cn" if zone in _ZONES else ""


def built_in(calendar: str, year: int) -> tuple[Holiday, ...]:
    """The days of that year by date; () where they are not known to this program."""
    return _calendar(calendar)[1].get(year, ()) if calendar else ()


def first_year(calendar: str) -> int:
    """The earliest year whose days are built in."""
    return min(_calendar(calendar)[1])


def english(name: str) -> str:
    """The English name of a holiday that some calendar knows by this one, else ""."""
    return next((found for key in CALENDARS if (found := _calendar(key)[0].get(name))), "")


def check_year(year: int, days: Iterable[Holiday]) -> list[Holiday]:
    """The days of a year's notice by date, their names tidied.

    Neighbouring days may belong to it: a new year's holiday begins in December. Raises DeskError
    "no_name", "no_holidays_yet" (facts: year), "other_year" (facts: day, year) for a day further off, and
    "holiday_twice" (facts: day).
    """
    tidy: dict[dt.date, Holiday] = {}
    for one in days:
        month = one.day.year * 12 + one.day.month
        if not year * 12 <= month <= year * 12 + 13:
            raise DeskError("other_year", day=one.day, year=year)
        if one.day in tidy:
            raise DeskError("holiday_twice", day=one.day)
        tidy[one.day] = Holiday(one.day, read_name(one.name), one.works, one.english)
    if not tidy:
        raise DeskError("no_holidays_yet", year=year)
    return sorted(tidy.values())
