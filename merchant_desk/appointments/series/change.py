"""What a change of one date does to the others of its series. Pure.

What was changed for one date alone stays as it is: a date that was moved by hand keeps its time, one that has
another worker, service or note keeps that, unless it is the date that is edited. All others follow the edited
one, by the same difference of wall time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.model import Appointment, AppointmentDraft, LineDraft
from merchant_desk.core.recurrence import Repeat, occurrences, read_repeat, rule_text
from merchant_desk.core.spans import Span


@dataclass(frozen=True, slots=True)
class NewDates:
    """A series' rule after a change: its text, its first date, and where each old date of it went."""

    rule: str
    start: dt.datetime
    became: dict[dt.datetime, dt.datetime]


def as_draft(known: Appointment, lines: Sequence[Busy]) -> AppointmentDraft:
    """An appointment as the draft that would book it again; `lines` are its own, with whole ways back."""
    last = {line.worker_id: number for number, line in enumerate(lines)}
    met: set[str] = set()
    drafts = []
    for number, line in enumerate(lines):
        there = 0 if line.worker_id in met else known.travel_minutes
        back = known.travel_minutes if last[line.worker_id] == number else 0
        met.add(line.worker_id)
        drafts.append(
            LineDraft(
                service_id=line.service_id,
                worker_id=line.worker_id,
                start=line.span.start,
                minutes=line.span.minutes,
                before=max(Span(line.busy.start, line.span.start).minutes - there, 0),
                after=max(Span(line.span.end, line.busy.end).minutes - back, 0),
            )
        )
    return AppointmentDraft(
        customer_id=known.customer_id,
        lines=tuple(drafts),
        note=known.note,
        address=known.address,
        travel_minutes=known.travel_minutes,
        deposit=known.deposit,
    )


def shape(draft: AppointmentDraft) -> tuple[object, ...]:
    """What is done, by whom, for how long and how far apart, whenever it begins."""
    first = draft.lines[0].start
    lines = (
        (line.service_id, line.worker_id, line.start - first, line.minutes, line.before, line.after)
        for line in draft.lines
    )
    return draft.travel_minutes, *lines


def follows(before: AppointmentDraft, after: AppointmentDraft, other: AppointmentDraft) -> bool:
    """Whether another date takes the services, workers and lengths that one was given.

    Not where that one's stayed as they were, nor where the other one had its own.
    """
    return shape(after) != shape(before) and shape(other) == shape(before)


def merged(
    before: AppointmentDraft, after: AppointmentDraft, other: AppointmentDraft, start: dt.datetime
) -> AppointmentDraft:
    """Another date of the series, at `start`, after one was changed from `before` to `after`.

    What the other one had of its own it keeps; its deposit too, which is paid for that date alone.
    """
    pattern = after if follows(before, after, other) else other
    shift = start - pattern.lines[0].start

    def told(name: str) -> str:
        own, old = getattr(other, name), getattr(before, name)
        return str(getattr(after, name) if own == old else own)

    return other._replace(
        lines=tuple(line._replace(start=line.start + shift) for line in pattern.lines),
        travel_minutes=pattern.travel_minutes,
        customer_id=told("customer_id"),
        note=told("note"),
        address=told("address"),
    )


def new_dates(
    rule: str, start: dt.datetime, dates: Sequence[dt.datetime], at: dt.datetime, shift: dt.timedelta
) -> NewDates:
    """The rule after its date `at`, one of `dates`, was shifted, and where each of the dates goes.

    All shift by the same difference. Only what repeats by the month or year and goes to another day follows
    its new rule instead: from the 2nd Tuesday to the 2nd Wednesday, from the 31st to the 30th.
    """
    repeat = read_repeat(rule, start)
    anchor = at + shift
    if repeat is not None and anchor.date() != at.date():
        if repeat.by == "last_weekday" and (anchor + dt.timedelta(weeks=1)).month == anchor.month:
            repeat = replace(repeat, by="weekday")
        rule = rule_text(_turned(repeat, (anchor.date() - at.date()).days), anchor)
        if repeat.unit in {"month", "year"}:
            first = dates[0] + shift
            since = first.replace(day=1, month=1 if repeat.unit == "year" else first.month)
            endless = rule_text(replace(_turned(repeat, 0), count=None, until=None), anchor)
            found = occurrences(
                endless, since.replace(hour=anchor.hour, minute=anchor.minute), most=len(dates)
            )
            if len(found) == len(dates) and found[dates.index(at)] == anchor:
                return NewDates(rule, found[0], dict(zip(dates, found, strict=True)))
    return NewDates(rule, start + shift, {one: one + shift for one in dates})


def ended(rule: str, count: int) -> str:
    """The rule with only its first `count` dates."""
    return ";".join([*_parts(rule), f"COUNT={count}"])


def counted_on(rule: str, count: int) -> str:
    """The rule of the `count` dates that are left of a series: its UNTIL stays, its COUNT is these."""
    return ended(rule, count) if "COUNT=" in rule.upper() else rule


def _parts(rule: str) -> list[str]:
    return [
        part for part in rule.split(";") if part.partition("=")[0].strip().upper() not in {"COUNT", "UNTIL"}
    ]


def _turned(repeat: Repeat, days: int) -> Repeat:
    """The repeat when its dates go some days on: its weekdays turn with them, and its last day."""
    until = repeat.until + dt.timedelta(days=days) if repeat.until is not None else None
    weekdays = tuple(sorted((day + days) % 7 for day in repeat.weekdays))
    return replace(repeat, weekdays=weekdays, until=until)
