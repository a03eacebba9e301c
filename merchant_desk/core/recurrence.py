"""Recurring dates: RFC 5545 rules over naive wall time.

The expansion is dateutil's. What stands around it: a strict reading of the rule's text, a search that ends
also where nothing ever matches, and a start near the time that is asked for instead of years before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from merchant_desk.core.errors import DeskError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Unit = Literal["day", "week", "month", "year"]
By = Literal["date", "weekday", "last_weekday"]

_FREQS = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY")
# The name of each list of numbers, with the least and the most its numbers are, either sign where least < 0.
_LISTS = {
    "BYSECOND": (0, 60),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_LONGEST_TEXT = 2_000
# So many dates of one rule are walked over at most, those before `since` included.
_MOST_WALKED = 100_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart: `days` are (number, weekday) with number 0 for every one, Monday is 0.

    `until` is naive: the last moment at which it may happen. `week_start` is a weekday.
    """

    freq: str
    interval: int
    count: int | None
    until: dt.datetime | None
    week_start: int
    days: tuple[tuple[int, int], ...]
    lists: Mapping[str, tuple[int, ...]]

    @property
    def endless(self) -> bool:
        """Whether nothing ends it."""
        return self.count is None and self.until is None

    @property
    def day_parts(self) -> frozenset[str]:
        """The names of the parts that choose days."""
        named = {name for name in ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO") if name in self.lists}
        return frozenset(named | ({"BYDAY"} if self.days else set()))


def occurrences(
    rule: str,
    first: dt.datetime,
    since: dt.datetime = dt.datetime.min,
    until: dt.datetime = dt.datetime.max,
    most: int = 1_000,
    zone: str | None = None,
) -> list[dt.datetime]:
    """When a rule ("FREQ=WEEKLY;BYDAY=TU", without DTSTART) that begins at `first` happens.

    Naive shop time to the minute, sorted, each once, `since` <= each < `until`, the first `most` of them.
    An UNTIL in UTC is read in `zone`, without one as wall time. A rule that matches nothing for about a
    century of days has no more dates. Raises DeskError "bad_rule" (facts: text).
    """
    kept: list[dt.datetime] = []
    if most < 1:
        return kept
    for at in _each(read_rule(rule, zone), first.replace(second=0, microsecond=0, tzinfo=None), since, rule):
        if at >= until:
            break
        if at >= since and at not in kept[-1:]:
            kept.append(at)
            if len(kept) == most:
                break
    return kept


def read_rule(text: str, zone: str | None = None) -> Rule:
    """The rule's parts; `zone` as for `occurrences`. Raises DeskError "bad_rule" (facts: text)."""
    try:
        return _read(text, zone)
    except (ValueError, KeyError) as error:
        raise DeskError("bad_rule", text=text[:200]) from error


def _read(text: str, zone: str | None) -> Rule:
    plain = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    if not 0 < len(plain) <= _LONGEST_TEXT:
        raise ValueError("no rule, or an endless one")
    parts: dict[str, str] = {}
    for part in plain.split(";"):
        name, _, value = part.partition("=")
        if not value or name in parts:
            raise ValueError(part)
        parts[name] = value
    freq = parts.pop("FREQ")
    if freq not in _FREQS:
        raise ValueError(freq)
    count = parts.pop("COUNT", None)
    until = parts.pop("UNTIL", None)
    return Rule(
        freq=freq,
        interval=_number(parts.pop("INTERVAL", "1"), 1, 99_999),
        count=None if count is None else _number(count, 1, 999_999),
        until=None if until is None else _last_moment(until, zone),
        week_start=WEEKDAYS.index(parts.pop("WKST", "MO")),
        days=_days(parts.pop("BYDAY", "")),
        lists={name: _numbers(value, *_LISTS[name]) for name, value in parts.items()},
    )


def _number(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,6}", text) or not least <= int(text) <= most:
        raise ValueError(text)
    return int(text)


def _numbers(text: str, least: int, most: int) -> tuple[int, ...]:
    found = sorted({_number(one, least, most) for one in text.split(",")})
    if least < 0 and 0 in found:
        raise ValueError(text)
    return tuple(found)


def _days(text: str) -> tuple[tuple[int, int], ...]:
    found = set()
    for one in text.split(",") if text else ():
        match = _BYDAY.fullmatch(one)
        if match is None or not -53 <= int(match[1] or 0) <= 53 or (match[1] and int(match[1]) == 0):
            raise ValueError(one)
        found.add((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(sorted(found))


def _last_moment(text: str, zone: str | None) -> dt.datetime:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(one) for one in match.groups()[:3])
    if match[4] is None:
        return dt.datetime(year, month, day, 23, 59)
    at = dt.datetime(year, month, day, int(match[4]), int(match[5]), min(int(match[6]), 59))
    if match[7] and zone is not None:
        try:
            at = at.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        except OverflowError as error:
            raise ValueError(text) from error
    return at


# ---- the walk


def _each(rule: Rule, first: dt.datetime, since: dt.datetime, text: str) -> Iterator[dt.datetime]:
    """The rule's dates from about `since` on, not before `first`."""
    # Imported where a rule is read: the start of the program reads none.
    from merchant_desk.core.rule_walk import walk

    anchor = first if rule.count is not None else _near(rule, first, since)
    try:
        for walked, at in enumerate(walk(rule, first, anchor)):
            if walked >= _MOST_WALKED or (rule.until is not None and at > rule.until):
                return
            if at >= first:
                yield at
    except (ValueError, OverflowError) as error:
        # What is well formed, but contradicts itself: every 2 hours at 9 and at 10.
        raise DeskError("bad_rule", text=text[:200]) from error


def _near(rule: Rule, first: dt.datetime, since: dt.datetime) -> dt.datetime:
    """A start on the rule's own grid, at least one of its strides before `since`, never before `first`."""
    if since <= first:
        return first
    if rule.freq in {"YEARLY", "MONTHLY"}:
        stride = rule.interval * (12 if rule.freq == "YEARLY" else 1)
        apart = (since.year - first.year) * 12 + since.month - first.month
        months = max(apart // stride - 1, 0) * stride
        if not months:
            return first
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        begin = 0 if rule.freq == "YEARLY" else month
        return dt.datetime(year, begin + 1, 1)
    length = {
        "WEEKLY": dt.timedelta(weeks=1),
        "DAILY": dt.timedelta(days=1),
        "HOURLY": dt.timedelta(hours=1),
        "MINUTELY": dt.timedelta(minutes=1),
    }[rule.freq] * rule.interval
    return first + max((since - first) // length - 1, 0) * length


# ---- the usual repeats, between a person's choices and a rule


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeat as people choose it: every so many days, weeks, months or years, until it ends.

    `weekdays` (Monday is 0) say on which days of a week; without any it is the first date's. A month
    repeats by its "date" (the 29th to 31st are the last day of a month that is shorter), by its
    "weekday" (the 2nd Tuesday) or by its "last_weekday". `until` is the last day; `count` includes the
    first date.
    """

    every: int = 1
    unit: Unit = "week"
    weekdays: tuple[int, ...] = ()
    by: By = "date"
    count: int | None = None
    until: dt.date | None = None


def rule_text(repeat: Repeat, first: dt.datetime) -> str:
    """The RFC 5545 rule of a repeat that begins at `first`. Raises ValueError for an `every` below 1."""
    if repeat.every < 1 or (repeat.count is not None and repeat.count < 1):
        raise ValueError("a repeat comes every 1 or more, once or more")
    parts = [f"FREQ={_FREQ_OF[repeat.unit]}"]
    if repeat.every > 1:
        parts.append(f"INTERVAL={repeat.every}")
    if repeat.unit == "week":
        days = sorted(set(repeat.weekdays)) or [first.weekday()]
        parts.append("BYDAY=" + ",".join(WEEKDAYS[day] for day in days))
    elif repeat.unit == "month" and repeat.by != "date":
        number = -1 if repeat.by == "last_weekday" else (first.day - 1) // 7 + 1
        # A 5th is not in every month: who comes on one means the last.
        parts.append(f"BYDAY={-1 if number == 5 else number}{WEEKDAYS[first.weekday()]}")
    elif repeat.unit == "month":
        parts.append(_on_day(first.day))
    elif repeat.unit == "year":
        leap = (first.month, first.day) == (2, 29)
        parts += [f"BYMONTH={first.month}", _on_day(29) if leap else f"BYMONTHDAY={first.day}"]
    if repeat.count is not None:
        parts.append(f"COUNT={repeat.count}")
    elif repeat.until is not None:
        parts.append(f"UNTIL={repeat.until:%Y%m%d}T235900")
    return ";".join(parts)


def read_repeat(text: str, first: dt.datetime) -> Repeat | None:
    """The repeat that a rule beginning at `first` says, or None where it says more than a repeat can.

    `rule_text(repeat, meant(text, first))` gives a rule of the same meaning. Raises DeskError "bad_rule".
    """
    rule = read_rule(text)
    unit = next((unit for unit, freq in _FREQ_OF.items() if freq == rule.freq), None)
    if unit is None:
        return None
    days = tuple(day for _, day in rule.days) or (first.weekday(),)
    repeat = Repeat(
        every=rule.interval,
        unit=unit,
        weekdays=days if unit == "week" else (),
        by=_by(rule) if unit == "month" else "date",
        count=rule.count,
        until=rule.until.date() if rule.until is not None and rule.count is None else None,
    )
    anchor = _meant(rule, first)
    again = read_rule(rule_text(repeat, anchor))
    return repeat if _core(again, anchor) == _core(rule, anchor) else None


def meant(text: str, first: dt.datetime) -> dt.datetime:
    """A date on the very day that a monthly or yearly rule means: the 31st, the 2nd Tuesday, 29 February.

    The first date of a rule for the 31st may be the last day of a shorter month. Raises DeskError "bad_rule".
    """
    return _meant(read_rule(text), first)


def month_end(text: str, first: dt.datetime) -> int:
    """The day of the month a rule means and not every month has (29 to 31), 0 where there is none."""
    repeat = read_repeat(text, first)
    if repeat is None or repeat.by != "date" or repeat.unit not in {"month", "year"}:
        return 0
    days = read_rule(text).lists.get("BYMONTHDAY", ())
    return days[-1] if len(days) > 1 else 0


def _meant(rule: Rule, first: dt.datetime) -> dt.datetime:
    days, months = rule.lists.get("BYMONTHDAY", ()), rule.lists.get("BYMONTH", ())
    if rule.freq == "MONTHLY" and len(rule.days) == 1 and rule.days[0][0]:
        number, weekday = rule.days[0]
        # January 2001 begins on a Monday and has five of its first three weekdays.
        day = 1 + weekday + 7 * (number - 1) if number > 0 else 25 + (weekday - 3) % 7
        return first.replace(year=2001, month=1, day=day) if day <= 31 else first
    if rule.freq == "MONTHLY" and days and days[-1] > 0:
        return first.replace(year=2000, month=1, day=days[-1])
    if rule.freq == "YEARLY" and len(months) < 2 and not rule.days and (days or (1,))[-1] > 0:
        month, day = (months or (first.month,))[-1], (days or (first.day,))[-1]
        return first.replace(year=2000, month=month, day=min(day, _DAYS_IN[month - 1]))
    return first


_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FREQ_OF: dict[Unit, str] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def _on_day(day: int) -> str:
    """On that day of the month, or on the last one where the month is shorter."""
    if day <= 28:
        return f"BYMONTHDAY={day}"
    return "BYMONTHDAY=" + ",".join(str(one) for one in range(28, day + 1)) + ";BYSETPOS=-1"


def _by(rule: Rule) -> By:
    if not rule.days:
        return "date"
    return "last_weekday" if rule.days[0][0] < 0 else "weekday"


def _core(rule: Rule, first: dt.datetime) -> tuple[object, ...]:
    """What two rules that mean the same have alike: what is as in the first date may be said or not."""
    lists = {name: values for name, values in rule.lists.items() if name != "BYSECOND"}
    own = {"BYHOUR": (first.hour,), "BYMINUTE": (first.minute,)}
    if rule.freq in {"MONTHLY", "YEARLY"} and not rule.days:
        own["BYMONTHDAY"] = (first.day,)
    if rule.freq == "YEARLY":
        own["BYMONTH"] = (first.month,)
    for name, values in own.items():
        if lists.get(name) == values:
            del lists[name]
    days = rule.days or ((0, first.weekday()),) if rule.freq == "WEEKLY" else rule.days
    # Where a week begins matters only where it has several days and not each week counts.
    weeks = rule.freq == "WEEKLY" and rule.interval > 1 and len(days) > 1
    return rule.freq, rule.interval, days, sorted(lists.items()), rule.week_start if weeks else 0
