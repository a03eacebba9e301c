"""What a change of the week or of a date means: the hours it takes away, and the next date it touches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from merchant_desk.core.spans import Span, subtract
from merchant_desk.db.records import Reader
from merchant_desk.team.hours import Piece, Shift, each_day, minutes_of
from merchant_desk.team.model import WeekSpan
from merchant_desk.team.nights import Hours, is_night, split_date
from merchant_desk.team.store import dates, hours_on, rota

# Nobody is booked further ahead than this, and a plan for good has to end somewhere to be looked through.
_FURTHEST = dt.timedelta(days=730)


def week_loss(
    r: Reader,
    worker_id: str,
    spans: Iterable[WeekSpan],
    breaks: Iterable[WeekSpan],
    since: dt.date,
    until: dt.date,
) -> list[Span]:
    """What the worker would not work any more with this weekly plan from `since` to `until`.

    At most two years of it.
    """
    last = min(until, since + _FURTHEST)
    days = each_day(since, last)
    known, planned = rota(r, since, last), rota(r, since, last)
    for weekday in range(7):
        planned.shifts.pop((worker_id, weekday), None)
        planned.breaks.pop((worker_id, weekday), None)
    for span in spans:
        shift = Shift(*_piece(span.start, span.end), since.isoformat(), last.isoformat())
        planned.shifts[worker_id, span.weekday].append(shift)
    for rest in breaks:
        planned.breaks[worker_id, rest.weekday].append(_piece(rest.start, rest.end))
    return subtract(known.working(worker_id, days), planned.working(worker_id, days))


def date_changes(
    r: Reader, worker_id: str, day: dt.date, hours: Iterable[Hours] | None
) -> dict[dt.date, tuple[Hours, ...] | None]:
    """What to tell `TeamActs.set_hours` so that a date has these hours, None for the week's.

    What goes on after midnight is added to the hours of the next date, and what went on so far is taken
    away from them.
    """
    following = day + dt.timedelta(days=1)
    own = {one.day: one.hours for one in dates(r, worker_id, day) if one.day <= following}
    typed: dict[dt.date, tuple[Hours, ...]] = {} if hours is None else split_date(day, hours)
    changes: dict[dt.date, tuple[Hours, ...] | None] = {day: typed.get(day)}
    after = own.get(following)
    evening = next((start for start, end in own.get(day, ()) if end == "24:00"), None)
    morning = [each for each in after or () if each[0] == "00:00"]
    if evening is not None and morning and is_night(evening, morning[0][1]):
        after = tuple(each for each in after or () if each not in morning)
        if after == hours_on(r, worker_id, following, usual=True):
            after = None
        changes[following] = after
    if following in typed:
        rest = hours_on(r, worker_id, following, usual=True) if after is None else after
        changes[following] = (*typed[following], *rest)
    return changes


def date_loss(r: Reader, worker_id: str, changes: Mapping[dt.date, Iterable[Hours] | None]) -> list[Span]:
    """What the worker would not work any more with these hours on these dates, None for the week's."""
    lost: list[Span] = []
    for day, hours in changes.items():
        known, planned, days = rota(r, day, day), rota(r, day, day), each_day(day, day)
        planned.exceptions.pop((worker_id, day.isoformat()), None)
        if hours is not None:
            planned.exceptions[worker_id, day.isoformat()] = [_piece(*each) for each in hours]
        lost += subtract(known.working(worker_id, days), planned.working(worker_id, days))
    return sorted(lost)


def _piece(start: str, end: str) -> Piece:
    return minutes_of(start), minutes_of(end)
