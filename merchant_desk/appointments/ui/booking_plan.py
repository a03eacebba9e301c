"""What a booking sheet works out: who can do it when and where, and the lines of it. Without Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from merchant_desk.appointments.availability import Diary, Visit, Wish, in_a_row, visit_at, visit_starts
from merchant_desk.appointments.model import LONGEST_BUSY, LineDraft
from merchant_desk.catalog.model import minutes_for, price_for
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.core.spans import Span

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment
    from merchant_desk.catalog.model import Service, Terms


@dataclass(frozen=True, slots=True)
class Pick:
    """One service of the visit: `worker_id` "" is anyone of `able`, who do it, in the shop's order.

    `minutes` are those typed by hand, None for as long as its worker takes. `place_id` "" is wherever there
    is room of `places`, which are None where it needs no room or chair.
    """

    service: Service
    minutes: int | None
    worker_id: str
    able: tuple[str, ...]
    terms: Mapping[tuple[str, str], Terms] = field(default_factory=dict)
    place_id: str = ""
    places: tuple[str, ...] | None = None

    @property
    def workers(self) -> tuple[str, ...]:
        """Who may do it as it was picked."""
        return (self.worker_id,) if self.worker_id else self.able

    def minutes_with(self, worker_id: str) -> int:
        """How long it takes when that worker does it."""
        return minutes_for(self.service, worker_id, self.terms) if self.minutes is None else self.minutes

    def price_with(self, worker_id: str) -> int:
        """What it costs when that worker does it, in minor units."""
        return price_for(self.service, worker_id, self.terms)

    @property
    def wish(self) -> Wish:
        """The same as availability counts it."""
        own = {worker_id: self.minutes_with(worker_id) for worker_id in self.workers}
        places = (self.place_id,) if self.place_id else self.places
        return Wish(self.minutes_with(""), self.service.before, self.service.after, self.workers, own, places)

    @property
    def lasts(self) -> bool:
        """Whether it is of a length that can be."""
        lengths = [self.minutes_with(worker_id) for worker_id in self.workers or ("",)]
        around = self.service.before + self.service.after
        return min(lengths) > 0 and max(lengths) + around <= LONGEST_BUSY


def starts(
    picks: Sequence[Pick],
    diary: Diary,
    step: int,
    not_before: dt.datetime,
    until: dt.datetime,
    travel: int = 0,
) -> list[dt.datetime]:
    """The times before `until` at which the whole visit could begin, earliest first."""
    if not all(pick.lasts for pick in picks):
        return []
    found = visit_starts([pick.wish for pick in picks], diary, step, not_before, travel, until)
    return list(dict.fromkeys(visit.start for visit in found))


def visit_for(picks: Sequence[Pick], start: dt.datetime, diary: Diary, travel: int = 0) -> Visit | None:
    """Who does each service of a visit that begins just at `start`, and where; None where it does not fit."""
    if not picks or not all(pick.lasts for pick in picks):
        return None
    return visit_at([pick.wish for pick in picks], diary, start, travel)


def any_team(picks: Sequence[Pick], on_shift: Iterable[str]) -> list[str]:
    """Who to ask for where nobody is free: those who were named, else the first on shift who can."""
    there = set(on_shift)
    chosen: list[str] = []
    for pick in picks:
        able = sorted(pick.workers, key=lambda worker_id: (worker_id not in chosen, worker_id not in there))
        chosen.append(able[0] if able else "")
    return chosen


def line_drafts(picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime) -> tuple[LineDraft, ...]:
    """The visit's lines, one after the other from `start`. Raises DeskError "no_minutes"."""
    return tuple(
        LineDraft(
            service_id=pick.service.id,
            worker_id=worker_id,
            start=span.start,
            minutes=pick.minutes_with(worker_id),
            before=pick.service.before,
            after=pick.service.after,
            place_id=pick.place_id or None,
        )
        for pick, worker_id, span in zip(picks, workers, _spans(picks, workers, start), strict=True)
    )


def kept_lines(
    appointment: Appointment, picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime
) -> tuple[LineDraft, ...] | None:
    """An appointment's own lines, begun at `start`; None where its services, lengths or workers changed.

    Pauses between them and what they need before and after stay as they were agreed.
    """
    asked = [
        (pick.service.id, pick.minutes_with(worker_id), worker_id)
        for pick, worker_id in zip(picks, workers, strict=True)
    ]
    if asked != [(line.service_id, line.minutes, line.worker_id) for line in appointment.lines]:
        return None
    shift, travel = start - appointment.start, dt.timedelta(minutes=appointment.travel_minutes)
    kept = []
    for line, pick in zip(appointment.lines, picks, strict=True):
        own = [other for other in appointment.lines if other.worker_id == line.worker_id]
        there = travel if line == own[0] else dt.timedelta()
        back = line.busy_to - line.end
        if travel and line == own[-1]:
            # Shorter than the way back it was cut short by the next home visit.
            back = back - travel if back >= travel else dt.timedelta(minutes=pick.service.after)
        kept.append(
            LineDraft(
                service_id=line.service_id,
                worker_id=line.worker_id,
                start=line.start + shift,
                minutes=line.minutes,
                before=_minutes(line.start - line.busy_from - there),
                after=_minutes(back),
                place_id=pick.place_id or None,
            )
        )
    return tuple(kept)


def visit_end(picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime) -> dt.datetime:
    """When the last service is over. Raises DeskError "no_minutes"."""
    return _spans(picks, workers, start)[-1].end


def matching(services: Sequence[Service], text: str) -> list[Service]:
    """The services whose name, category, pinyin or initials hold every typed word, in their order."""
    words = fold(text).split()
    if not words:
        return list(services)
    return [
        service
        for service in services
        if all(word in search_key(service.name, service.category) for word in words)
    ]


def _minutes(length: dt.timedelta) -> int:
    return max(int(length.total_seconds() // 60), 0)


def _spans(picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime) -> list[Span]:
    steps = [pick.wish.step(worker_id) for pick, worker_id in zip(picks, workers, strict=True)]
    return [placed.span for placed in in_a_row(start, steps)]
