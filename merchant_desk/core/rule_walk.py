"""Walks the dates of a rule with dateutil, and ends also where the rule never matches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dateutil import rrule

if TYPE_CHECKING:
    from merchant_desk.core.recurrence import Rule

# Days looked at in vain before the search ends: a century and more.
_PATIENCE = 40_000

_FREQS = {
    "YEARLY": rrule.YEARLY,
    "MONTHLY": rrule.MONTHLY,
    "WEEKLY": rrule.WEEKLY,
    "DAILY": rrule.DAILY,
    "HOURLY": rrule.HOURLY,
    "MINUTELY": rrule.MINUTELY,
}


class _Enough(Exception):  # noqa: N818
    """The search has looked long enough."""


class _Months(frozenset[int]):
    """The months of a rule, which dateutil asks for every day it looks at; `looked` counts the days."""

    __slots__ = ("looked",)

    def __init__(self, _months: Iterable[int]) -> None:
        super().__init__()
        self.looked = 0

    def __contains__(self, month: object) -> bool:
        self.looked += 1
        if self.looked > _PATIENCE:
            raise _Enough
        return super().__contains__(month)


class _PatientRule(rrule.rrule):
    """A rule that stops looking; dateutil itself would look on until the year 9999, day by day."""

    def __init__(self, freq: Any, **parts: Any) -> None:
        super().__init__(freq, **parts)
        self.months = _Months(parts.get("bymonth") or range(1, 13))
        numbered = any(day.n for day in parts.get("byweekday") or ())
        if parts.get("bymonth") or not (freq == rrule.YEARLY and numbered):
            # All months are the same as none, except that the 20th Monday would be a month's and not the
            # year's; years end by themselves soon enough.
            self._bymonth = self.months


def walk(rule: Rule, first: dt.datetime, anchor: dt.datetime) -> Iterator[dt.datetime]:
    """The dates of `rule` from `anchor` on, to the minute; what it leaves open is as in `first`.

    Without UNTIL: whoever walks stops there. Raises ValueError where the rule contradicts itself.
    """
    lists = {**_defaults(rule, first), **{name: list(values) for name, values in rule.lists.items()}}
    days = [rrule.weekday(day, number or None) for number, day in rule.days]
    if "BYDAY" in lists:
        days = [rrule.weekday(day) for day in lists.pop("BYDAY")]
    lists["BYSECOND"] = [0]
    found = _PatientRule(
        _FREQS[rule.freq],
        dtstart=anchor,
        interval=rule.interval,
        wkst=rule.week_start,
        count=rule.count,
        byweekday=days or None,
        **{name.lower(): values for name, values in lists.items()},
    )
    try:
        for at in found:
            yield at
            found.months.looked = 0
    except _Enough:
        return


def _defaults(rule: Rule, first: dt.datetime) -> dict[str, list[int]]:
    """What a rule takes from its first date, said aloud: it may be walked from another one."""
    given: dict[str, list[int]] = {}
    if rule.freq != "MINUTELY":
        given["BYMINUTE"] = [first.minute]
        if rule.freq != "HOURLY":
            given["BYHOUR"] = [first.hour]
    if not rule.day_parts:
        if rule.freq == "YEARLY" and "BYMONTH" not in rule.lists:
            given["BYMONTH"] = [first.month]
        if rule.freq in {"YEARLY", "MONTHLY"}:
            given["BYMONTHDAY"] = [first.day]
        elif rule.freq == "WEEKLY":
            given["BYDAY"] = [first.weekday()]
    elif rule.freq == "YEARLY" and rule.day_parts == {"BYWEEKNO"}:
        given["BYDAY"] = [first.weekday()]
    return given
