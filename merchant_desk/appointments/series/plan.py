"""Series: which dates a rule gives, where each would come to lie, and what stands in its way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from merchant_desk.appointments import rooms, rules
from merchant_desk.appointments.availability import Wish
from merchant_desk.appointments.busy import Busy
from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.offers import offers
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.errors import DeskError
from merchant_desk.core.recurrence import month_end, occurrences, read_rule
from merchant_desk.core.spans import overlap
from merchant_desk.customers import store as customer_store
from merchant_desk.db.records import Reader
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store

Scope = Literal["this", "later", "all"]
SCOPES: tuple[Scope, ...] = ("this", "later", "all")
# Why a date does not begin when the rule has it, or not on the day the rule means.
Why = Literal["", "clock", "month_end"]

# Dates that do not fit, each with why.
Refusals = list[tuple[dt.datetime, DeskError]]

MOST_DATES = 400
# What goes further ahead than this is said before it is booked.
FAR_DAYS = 2 * 365
# So far a rule is counted in order to say how much too long it is.
_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of a series before it is booked: `at` is the rule's, `start` where it would come to lie.

    `why` says that a clock change moved it, or that it is the last day of a month too short for the rule.
    `clash` is why it cannot be booked as it is (the refusal that booking would raise), or None.
    """

    at: dt.datetime
    start: dt.datetime
    why: Why
    clash: DeskError | None


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date as it was decided: `start` is when it is to begin, None to leave it out.

    With `squeeze` it is booked over others and off shift.
    """

    at: dt.datetime
    start: dt.datetime | None
    squeeze: bool = False


def dates(rule: str, first: dt.datetime, zone: str | None = None) -> list[dt.datetime]:
    """When the rule has its dates, naive shop time; `zone` is the shop's, for an UNTIL in UTC.

    Raises DeskError "bad_rule" (text), "series_empty" where it has none, "series_too_long" (facts: most,
    and count where the rule ends) where it has more than `MOST_DATES`.
    """
    endless = read_rule(rule, zone).endless
    found = occurrences(rule, first, most=MOST_DATES + 1 if endless else _COUNTED, zone=zone)
    if not found:
        raise DeskError("series_empty", text=rule)
    if len(found) > MOST_DATES:
        raise DeskError("series_too_long", count=None if endless else len(found), most=MOST_DATES)
    return found


def preview(r: Reader, draft: AppointmentDraft, rule: str, most: int = MOST_DATES) -> list[SeriesDate]:
    """The first `most` dates of the series that `draft` would begin, each with what stands in its way.

    Raises what `dates` raises, and what booking the draft raises whatever its time: "no_service",
    "no_minutes", "bad_minutes", "worker_left", "service_archived", "not_their_service",
    "same_visit_clash", "gone".
    """
    draft.check()
    first = draft.lines[0].start
    planned = [PlannedDate(at, at) for at in dates(rule, first, shop_store.zone(r))[:most]]
    return weigh(r, draft, rule, planned)


def weigh(r: Reader, draft: AppointmentDraft, rule: str, planned: Sequence[PlannedDate]) -> list[SeriesDate]:
    """What stands in the way of each date that is not left out; raises what `preview` raises."""
    draft.check()
    short = month_end(rule, draft.lines[0].start)
    weighed: list[SeriesDate] = []
    own = _Own(r, draft.customer_id)
    for one in planned:
        if one.start is None:
            continue
        lines = rules.laid_out(r, at_time(draft, one.start, squeeze=one.squeeze))
        if not weighed:
            rules.check_lines(r, lines)
        clash = None if one.squeeze else own.clash_of(lines) or rules.misfit(r, lines)
        if clash is None:
            own.take(lines)
        start = lines[0].span.start
        why: Why = "clock" if start != one.start else "month_end" if 0 < one.at.day < short else ""
        weighed.append(SeriesDate(one.at, start, why, clash))
    return weighed


def at_time(draft: AppointmentDraft, start: dt.datetime, *, squeeze: bool) -> AppointmentDraft:
    """The same visit beginning at `start`, its lines as far apart as they were."""
    shift = start - draft.lines[0].start
    lines = tuple(line._replace(start=line.start + shift) for line in draft.lines)
    return draft._replace(lines=lines, squeeze=squeeze)


def free_times(r: Reader, draft: AppointmentDraft, day: dt.date, now: dt.datetime) -> list[dt.datetime]:
    """When on that day the same visit with the same workers could begin, not before `now`.

    The shop's minimum notice and horizon do not bound it: a series goes further ahead than is offered.
    """
    midnight = dt.datetime.combine(day, dt.time())
    wanted = [
        Wish(
            minutes=line.minutes,
            before=line.before,
            after=line.after,
            workers=(line.worker_id,),
            places=rooms.possible(r, busy),
        )
        for line, busy in zip(
            sorted(draft.lines, key=lambda line: line.start), rules.laid_out(r, draft), strict=True
        )
    ]
    step = shop_store.booking_rules(r).step
    found = offers(r, max(midnight, now), wanted, days=1, step=step, limit=96, travel=draft.travel_minutes)
    return sorted({offer.start for offer in found if offer.start.date() == day})


def refuse(refused: Refusals) -> None:
    """Raise DeskError "series_clashes" for dates that do not fit; nothing where there are none."""
    if refused:
        start, first = refused[0]
        told = {name: first.facts.get(name) for name in ("worker", "customer", "service")}
        raise DeskError("series_clashes", count=len(refused), start=start, clashes=tuple(refused), **told)


class _Own:
    """The time that a series takes up itself, so that its dates do not stand in each other's way unseen."""

    def __init__(self, r: Reader, customer_id: str) -> None:
        self._r = r
        self._customer_id = customer_id
        self._taken: dict[tuple[str, dt.date], list[Busy]] = {}

    def take(self, lines: Sequence[Busy]) -> None:
        """One more date is booked."""
        for line in lines:
            for day in {line.busy.start.date(), line.busy.end.date()}:
                self._taken.setdefault((line.worker_id, day), []).append(line)

    def clash_of(self, lines: Sequence[Busy]) -> DeskError | None:
        """The refusal where another date of the series has some of this time."""
        for line in lines:
            for day in (line.busy.start.date(), line.busy.end.date()):
                for other in self._taken.get((line.worker_id, day), ()):
                    if overlap(line.busy, other.busy):
                        return self._refusal(other)
        return None

    def _refusal(self, held: Busy) -> DeskError:
        customer = customer_store.customer(self._r, self._customer_id)
        service = catalog_store.service(self._r, held.service_id)
        worker = team_store.worker(self._r, held.worker_id)
        return DeskError(
            "clash",
            worker=worker.name if worker else "",
            customer=customer.name if customer else "",
            service=service.name if service else "",
            start=held.span.start,
            end=held.span.end,
            busy_from=held.busy.start,
            busy_to=held.busy.end,
        )
