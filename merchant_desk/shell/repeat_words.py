"""Rules that come again, in words: "every 2 weeks on Tuesday, 10 times"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.core.recurrence import meant, month_end, read_repeat, read_rule
from merchant_desk.shell import language

if TYPE_CHECKING:
    from merchant_desk.core.recurrence import Repeat


def rule_words(rule: str, first: dt.datetime) -> str:
    """The whole rule: 'every 2 weeks on Tuesday, 10 times'. Raises DeskError "bad_rule"."""
    pattern, parts = pattern_words(rule, first), read_rule(rule)
    if parts.count == 1:
        return QCoreApplication.translate("repeats", "once")
    if parts.count is not None:
        text = QCoreApplication.translate("repeats", "{every}, {number} times")
        return text.format(every=pattern, number=parts.count)
    if parts.until is not None:
        text = QCoreApplication.translate("repeats", "{every}, until {day}")
        return text.format(every=pattern, day=language.full_day(parts.until.date()))
    return pattern


def pattern_words(rule: str, first: dt.datetime) -> str:
    """How often, without when it ends: 'every month on the 2nd Tuesday'. Raises DeskError "bad_rule"."""
    repeat = read_repeat(rule, first)
    if repeat is None:
        return _other_words(rule)
    text = _day_or_week(repeat) or _month_or_year(repeat, rule, first)
    if month_end(rule, first):
        longer = QCoreApplication.translate("repeats", "{every}, or the last day of a shorter month")
        return longer.format(every=text)
    return text


def month_words(repeat: Repeat, rule: str, first: dt.datetime) -> str:
    """On which day of its month a monthly repeat is: 'on the 31st', 'on the last Friday'."""
    day = meant(rule, first)
    if repeat.by == "date":
        return QCoreApplication.translate("repeats", "on the {day}").format(day=_day_of_month(day.day))
    weekday = language.weekday_name(day.weekday())
    text = QCoreApplication.translate("repeats", "on the {nth} {weekday}")
    return text.format(nth=_nth_of(repeat, day), weekday=weekday)


def sentence_case(text: str) -> str:
    """The same as it begins a line."""
    return text[:1].upper() + text[1:]


def _day_or_week(repeat: Repeat) -> str:
    if repeat.unit == "day":
        if repeat.every == 1:
            return QCoreApplication.translate("repeats", "every day")
        return QCoreApplication.translate("repeats", "every {number} days").format(number=repeat.every)
    if repeat.unit != "week":
        return ""
    days = language.joined([language.weekday_name(day) for day in repeat.weekdays])
    if len(repeat.weekdays) > 2:
        days = language.joined([language.weekday_name(day, short=True) for day in repeat.weekdays])
    if repeat.every == 1:
        return QCoreApplication.translate("repeats", "every week on {days}").format(days=days)
    text = QCoreApplication.translate("repeats", "every {number} weeks on {days}")
    return text.format(number=repeat.every, days=days)


def _month_or_year(repeat: Repeat, rule: str, first: dt.datetime) -> str:
    day = meant(rule, first)
    if repeat.unit == "year":
        on = language.short_day(day.date())
        if repeat.every == 1:
            return QCoreApplication.translate("repeats", "every year on {day}").format(day=on)
        text = QCoreApplication.translate("repeats", "every {number} years on {day}")
        return text.format(number=repeat.every, day=on)
    if repeat.by == "date":
        on = _day_of_month(day.day)
        if repeat.every == 1:
            return QCoreApplication.translate("repeats", "every month on the {day}").format(day=on)
        text = QCoreApplication.translate("repeats", "every {number} months on the {day}")
        return text.format(number=repeat.every, day=on)
    nth = _nth_of(repeat, day)
    weekday = language.weekday_name(day.weekday())
    if repeat.every == 1:
        text = QCoreApplication.translate("repeats", "every month on the {nth} {weekday}")
        return text.format(nth=nth, weekday=weekday)
    text = QCoreApplication.translate("repeats", "every {number} months on the {nth} {weekday}")
    return text.format(number=repeat.every, nth=nth, weekday=weekday)


def _other_words(rule: str) -> str:
    """Rules that calendar files bring: those that are common, and for the others that there is one."""
    parts = read_rule(rule)
    last_day = not parts.days and dict(parts.lists) == {"BYMONTHDAY": (-1,)}
    if parts.freq == "MONTHLY" and parts.interval == 1 and last_day:
        return QCoreApplication.translate("repeats", "every month on the last day")
    return QCoreApplication.translate("repeats", "by a rule of its own")


def _nth_of(repeat: Repeat, day: dt.datetime) -> str:
    """Which of its weekdays a month's day is."""
    number = 5 if repeat.by == "last_weekday" else (day.day - 1) // 7 + 1
    return (
        QCoreApplication.translate("repeats", "first"),
        QCoreApplication.translate("repeats", "second"),
        QCoreApplication.translate("repeats", "third"),
        QCoreApplication.translate("repeats", "fourth"),
        QCoreApplication.translate("repeats", "last"),
    )[number - 1]


def _day_of_month(day: int) -> str:
    """'15th', or '15日'."""
    if language.current() == "zh_CN":
        return f"{day}日"
    tail = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{tail}"
