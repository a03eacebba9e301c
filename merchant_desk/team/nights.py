"""Shifts over midnight: typed as one, from 20:00 to 02:00, kept as two, one on each day. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from merchant_desk.team.model import WeekSpan

# What ends before it starts is a night up to these; beyond them it may as well be a slip, and is left alone.
LONGEST_NIGHT = 14 * 60
LATEST_END = "12:00"

_END = "24:00"
_START = "00:00"

Hours = tuple[str, str]


class Week(NamedTuple):
    """The spans of a week and the breaks in them."""

    spans: tuple[WeekSpan, ...]
    breaks: tuple[WeekSpan, ...]


def is_night(start: str, end: str) -> bool:
    """Whether hours that end before they start can only be meant to go on after midnight."""
    length = _minutes(end) + 24 * 60 - _minutes(start)
    return end < start and end <= LATEST_END and length <= LONGEST_NIGHT


def split_nights(spans: Iterable[WeekSpan], breaks: Iterable[WeekSpan] = ()) -> Week:
    """Each night shift as two: up to midnight, and from midnight on the next weekday.

    A break in the small hours of a night goes to the next day with it. All else is left as it is: whoever
    writes it down refuses what cannot be.
    """
    typed = sorted(spans)
    nights = {span.weekday: span for span in typed if is_night(span.start, span.end)}
    rests: list[WeekSpan] = []
    for rest in sorted(breaks):
        night = nights.get(rest.weekday)
        if night is None:
            rests.append(rest)
        elif rest.start < night.end and rest.start < rest.end:
            rests.append(WeekSpan(_next(rest.weekday), rest.start, rest.end))
        elif rest.start >= night.start:
            rests += _two(rest)
        else:
            rests.append(rest)
    return Week(tuple(sorted(part for span in typed for part in _two(span))), tuple(sorted(rests)))


def join_nights(spans: Iterable[WeekSpan], breaks: Iterable[WeekSpan] = ()) -> Week:
    """The spans as they were typed: one that goes on after midnight is one again, on the day it begins."""
    kept, rests = sorted(spans), sorted(breaks)
    nights = _nights(kept, rests)
    mornings = {_next(day): after for day, (_, after) in nights.items()}
    shown = [
        WeekSpan(span.weekday, span.start, nights[span.weekday][1].end) if _begins(span, nights) else span
        for span in kept
        if mornings.get(span.weekday) != span
    ]
    return Week(tuple(shown), _home(rests, mornings))


def _nights(kept: Sequence[WeekSpan], rests: Sequence[WeekSpan]) -> dict[int, tuple[WeekSpan, WeekSpan]]:
    """The evening and the morning of each night, by the weekday it begins on.

    A night that begins on a day with a break in the same small hours is none: shown as one, the break would
    be taken for the night's.
    """
    early = {span.weekday: span for span in kept if span.start == _START}
    found = {
        span.weekday: (span, after)
        for span in kept
        if span.end == _END and (after := early.get(_next(span.weekday))) and is_night(span.start, after.end)
    }
    while True:
        mornings = {_next(day): after for day, (_, after) in found.items()}
        strange = {
            rest.weekday
            for rest in rests
            if rest.weekday in found
            and rest.start < found[rest.weekday][1].end
            and not _small(rest, mornings)
        }
        if not strange:
            return found
        found = {day: night for day, night in found.items() if day not in strange}


def _begins(span: WeekSpan, nights: dict[int, tuple[WeekSpan, WeekSpan]]) -> bool:
    return span.weekday in nights and nights[span.weekday][0] == span


def _small(rest: WeekSpan, mornings: dict[int, WeekSpan]) -> bool:
    """Whether a break lies in the small hours of a night."""
    return rest.weekday in mornings and rest.end <= mornings[rest.weekday].end


def split_date(day: dt.date, hours: Iterable[Hours]) -> dict[dt.date, tuple[Hours, ...]]:
    """The hours of a date, and under the next date what goes on after midnight, if anything does."""
    here: list[Hours] = []
    there: list[Hours] = []
    for start, end in hours:
        if is_night(start, end):
            here.append((start, _END))
            there += [(_START, end)] if end > _START else []
        else:
            here.append((start, end))
    split = {day: tuple(here)}
    if there:
        split[day + dt.timedelta(days=1)] = tuple(there)
    return split


def _home(rests: Sequence[WeekSpan], mornings: dict[int, WeekSpan]) -> tuple[WeekSpan, ...]:
    """The breaks, each on the day its shift begins; one over midnight is one again."""
    small = [one for one in rests if _small(one, mornings)]
    found = [one for one in rests if one not in small]
    for rest in small:
        day = (rest.weekday - 1) % 7
        evening = next((one for one in found if (one.weekday, one.end) == (day, _END)), None)
        if rest.start == _START and evening is not None and is_night(evening.start, rest.end):
            found.remove(evening)
            found.append(WeekSpan(day, evening.start, rest.end))
        else:
            found.append(WeekSpan(day, rest.start, rest.end))
    return tuple(sorted(found))


def _two(span: WeekSpan) -> list[WeekSpan]:
    if not is_night(span.start, span.end):
        return [span]
    evening = WeekSpan(span.weekday, span.start, _END)
    return [evening] if span.end == _START else [evening, WeekSpan(_next(span.weekday), _START, span.end)]


def _next(weekday: int) -> int:
    return (weekday + 1) % 7


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
