"""Days and times as choices of a question, and choices as days and times again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from merchant_desk.appointments.phrases.days import DayWord
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.model import Choice
from merchant_desk.appointments.phrases.times import Clock, TimeWord


def answered(pair: Mention, answer: Choice) -> Mention:
    """What may be a date or a time, once it was said which it is."""
    if answer.kind == "day":
        return replace(pair, kind="day", time=None, day=DayWord(dt.date.fromisoformat(answer.value)))
    start, minutes = chosen(answer)
    first = Clock(start.hour, start.minute, True)
    end = dt.datetime.combine(dt.date.min, start) + dt.timedelta(minutes=minutes or 0)
    last = Clock(end.hour, end.minute, True) if minutes else None
    return replace(pair, kind="time", day=None, time=TimeWord(first, last))


def readings(word: TimeWord) -> list[Choice]:
    """The times that a word may mean, with the nearest end behind each for a span."""
    if word.start is None:
        return []
    if word.end is None:
        return [time_choice(time) for time in word.start.times()]
    spans = [
        (time, min((one for one in word.end.times() if one > time), default=None))
        for time in word.start.times()
    ]
    return [time_choice(time, between(time, end)) for time, end in spans if end is not None]


def chosen(answer: Choice) -> tuple[dt.time, int | None]:
    """The time, and the minutes of a span."""
    start, _, end = answer.value.partition("-")
    time = dt.time.fromisoformat(start)
    return time, between(time, dt.time.fromisoformat(end)) if end else None


def between(start: dt.time, end: dt.time) -> int:
    """Minutes from one time of a day to a later one."""
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def day_choice(date: dt.date) -> Choice:
    """A day to choose."""
    return Choice("day", date.isoformat())


def time_choice(time: dt.time, minutes: int | None = None) -> Choice:
    """A time to choose, or the span of so many minutes."""
    if not minutes:
        return Choice("time", f"{time:%H:%M}")
    end = dt.datetime.combine(dt.date.min, time) + dt.timedelta(minutes=minutes)
    return Choice("span", f"{time:%H:%M}-{end:%H:%M}")
