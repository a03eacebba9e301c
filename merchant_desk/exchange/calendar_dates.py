"""From the events of a calendar file to single dates: series laid out, and their exceptions put in."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.core.recurrence import occurrences, read_rule
from merchant_desk.exchange.calendar_events import CalendarEvent, Moment

MOST_DATES = 400
# A series without an end is taken as far as anybody plans ahead.
_AHEAD = dt.timedelta(days=366)
FIRST_DAY = dt.date(2000, 1, 1)
YEARS_AHEAD = 5

_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_MOST_LOOKED_AT = 100_000
_UNTIL = re.compile(r"UNTIL=([^;]*)")


@dataclass(frozen=True, slots=True)
class Run:
    """A series of the file: its rule on the shop's clock ("" where it runs on another), and its dates.

    `ats` are when the rule has them; from `since` up to `until` (naive shop time) these are all there are.
    With `more` the rule goes on behind `until`. `skipped` are the rule's dates that the file leaves out.
    """

    uid: str
    rule: str
    start: dt.datetime
    ats: frozenset[dt.datetime]
    since: dt.datetime
    until: dt.datetime
    more: bool
    skipped: tuple[dt.datetime, ...]


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date of the file, naive shop time: what it says, and (in a series) when the rule has it."""

    event: CalendarEvent
    start: dt.datetime
    series_at: dt.datetime | None = None
    run: Run | None = None

    @property
    def end(self) -> dt.datetime:
        """When it is over."""
        return self.start + dt.timedelta(minutes=self.event.minutes)


@dataclass(frozen=True, slots=True)
class Refused:
    """An event, or a part of one, that is not taken: why, and what its sentence needs."""

    event: CalendarEvent
    code: str
    facts: dict[str, object]


def dates(
    events: Sequence[CalendarEvent], clock: dt.tzinfo, today: dt.date
) -> Iterator[PlannedDate | Refused]:
    """Every date of the events, in the file's order; `clock` is the shop's zone.

    Of a UID that comes twice the newest SEQUENCE counts, and among equals the last.
    """
    masters: dict[str, CalendarEvent] = {}
    standing_in: dict[str, list[CalendarEvent]] = defaultdict(list)
    for event in events:
        if event.recurrence is not None:
            standing_in[event.uid].append(event)
        elif event.uid not in masters or masters[event.uid].sequence <= event.sequence:
            masters[event.uid] = event
    for uid, event in masters.items():
        others = standing_in.pop(uid, [])
        try:
            if event.rule or event.added:
                yield from _series(event, others, clock, today)
            else:
                yield from _single(event, None, clock, today)
                for other in others:
                    yield from _single(other, other.recurrence, clock, today)
        except DeskError as error:
            yield Refused(event, error.code, {"title": event.title, **error.facts})
        except OverflowError:
            # A date of the series in the year 9999, read on another zone's clock.
            yield Refused(event, "out_of_range", {"title": event.title, "day": event.start.at.date()})
    for orphans in standing_in.values():
        # A calendar that sends only the dates that changed.
        for event in orphans:
            yield from _single(event, event.recurrence, clock, today)


def _single(
    event: CalendarEvent, at: Moment | None, clock: dt.tzinfo, today: dt.date
) -> Iterator[PlannedDate | Refused]:
    try:
        start = _shown(event.start, clock, today)
        yield PlannedDate(event, start, None if at is None else _shown(at, clock, today))
    except DeskError as error:
        yield Refused(event, error.code, {"title": event.title, **error.facts})


def _series(
    event: CalendarEvent, others: Sequence[CalendarEvent], clock: dt.tzinfo, today: dt.date
) -> Iterator[PlannedDate | Refused]:
    if event.cancelled:
        # All of it is called off: the dates need not be known here to be found in the diary.
        start = _shown(event.start, clock, today)
        bounds = (dt.datetime.combine(FIRST_DAY, dt.time()), _last(today))
        yield PlannedDate(event, start, start, Run(event.uid, "", start, frozenset(), *bounds, False, ()))
        return
    own = event.start.zone or clock
    first = _shown(event.start, clock, today)
    local, rule, endless = _laid_out(event, own, today)
    left_out = {_local(moment, own, event.start.at) for moment in event.left_out}
    local = sorted({*local, *(_local(moment, own, event.start.at) for moment in event.added)})
    more = len(local) > MOST_DATES or endless
    since = dt.datetime.combine(FIRST_DAY, dt.time())
    if more:
        since = dt.datetime.combine(today, dt.time())
        ahead = [at for at in local if _on(at, own, clock) >= since]
        local = (ahead or local)[:MOST_DATES]
    spots = {at: _on(at, own, clock) for at in local}
    until = max(spots.values(), default=first) + dt.timedelta(minutes=1) if more else _last(today)
    same_clock = bool(rule) and all(shown == at for at, shown in spots.items())
    instead = {_local(other.recurrence, own, event.start.at): other for other in others if other.recurrence}
    taken = [at for at in local if at not in left_out]
    run = Run(
        uid=event.uid,
        rule=rule if same_clock else "",
        start=first,
        ats=frozenset(spots[at] for at in taken) | {_on(at, own, clock) for at in instead},
        since=since,
        until=until,
        more=more,
        skipped=tuple(sorted(spots[at] for at in local if at in left_out)),
    )
    for at in taken:
        other = instead.pop(at, None)
        if other is None:
            yield PlannedDate(event, spots[at], spots[at], run)
        else:
            yield from _instead(other, spots[at], run, clock, today)
    for at, other in sorted(instead.items()):
        yield from _instead(other, _on(at, own, clock), run, clock, today)
    if more:
        facts = {"title": event.title, "count": len(taken), "until": (until - dt.timedelta(minutes=1)).date()}
        yield Refused(event, "series_goes_on", facts)


def _instead(
    event: CalendarEvent, at: dt.datetime, run: Run, clock: dt.tzinfo, today: dt.date
) -> Iterator[PlannedDate | Refused]:
    try:
        yield PlannedDate(event, _shown(event.start, clock, today), at, run)
    except DeskError as error:
        yield Refused(event, error.code, {"title": event.title, **error.facts})


def _laid_out(event: CalendarEvent, own: dt.tzinfo, today: dt.date) -> tuple[list[dt.datetime], str, bool]:
    """The rule's dates on the event's own clock, the rule tidied, and whether it has no end.

    Nobody needs more than fits into the years the diary takes. Raises DeskError "bad_rule".
    """
    first = event.start.at
    if not event.rule:
        return [first], "", False
    read = read_rule(event.rule)
    if read.freq not in _FREQUENCIES:
        raise DeskError("bad_rule", text=event.rule)
    rule = event.rule.strip().upper()
    end = _last(today)
    if read.until is not None:
        # In UTC as a rule; kept on the event's own clock like everything else.
        last = _until(_UNTIL.search(rule), own, first)
        rule = _UNTIL.sub(f"UNTIL={last:%Y%m%dT%H%M%S}", rule)
    elif read.endless:
        end = min(end, dt.datetime.combine(max(today, first.date()), dt.time()) + _AHEAD)
    found = occurrences(rule, first, until=end, most=_MOST_LOOKED_AT)
    if first not in found:
        # DTSTART counts as the first date also where the rule would not have it.
        found = [first, *found[: read.count - 1 if read.count else None]]
    return found, rule, read.endless


def _until(found: re.Match[str] | None, own: dt.tzinfo, first: dt.datetime) -> dt.datetime:
    """The last moment of a rule on the event's own clock; a date alone is the whole day."""
    text = found[1] if found else ""
    try:
        if "T" not in text:
            return dt.datetime.combine(dt.datetime.strptime(text, "%Y%m%d").date(), dt.time(23, 59, 59))
        at = dt.datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
        if not text.endswith("Z"):
            return at
        return at.replace(tzinfo=dt.UTC).astimezone(own).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise DeskError("bad_rule", text=f"UNTIL={text}", day=first.date()) from error


def _local(moment: Moment, own: dt.tzinfo, first: dt.datetime) -> dt.datetime:
    """A moment of the series on the series' own clock; a whole day is that day's date."""
    if moment.all_day:
        return dt.datetime.combine(moment.at.date(), first.time())
    if moment.zone is None or moment.zone == own:
        return moment.at
    return moment.at.replace(tzinfo=moment.zone).astimezone(own).replace(tzinfo=None)


def _on(at: dt.datetime, own: dt.tzinfo, clock: dt.tzinfo) -> dt.datetime:
    return Moment(at, None if own == clock else own).on(clock)


def _shown(moment: Moment, clock: dt.tzinfo, today: dt.date) -> dt.datetime:
    """A moment on the shop's clock. Raises DeskError "out_of_range" outside the years the diary takes."""
    last = _last(today)
    if not FIRST_DAY.year - 1 <= moment.at.year <= last.year + 1:
        raise DeskError("out_of_range", day=moment.at.date())
    shown = moment.on(clock)
    if not FIRST_DAY <= shown.date() < last.date():
        raise DeskError("out_of_range", day=shown.date())
    return shown


def _last(today: dt.date) -> dt.datetime:
    return dt.datetime(today.year + YEARS_AHEAD + 1, 1, 1)
