"""What a booking sheet works out: who can do it when, and the draft that comes of it. Without Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments.availability import Wish, free_spans, in_a_row, visit_starts
from merchant_desk.appointments.model import OFF, LineDraft
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.core.spans import Span

if TYPE_CHECKING:
    from merchant_desk.appointments.model import Appointment, DayBoard
    from merchant_desk.catalog.model import Service

Free = Mapping[str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Pick:
    """One service of the visit: `worker_id` "" is anyone of `able`, who do it, in the shop's order."""

    service: Service
    minutes: int
    worker_id: str
    able: tuple[str, ...]

    @property
    def workers(self) -> tuple[str, ...]:
        """Who may do it as it was picked."""
        return (self.worker_id,) if self.worker_id else self.able

    @property
    def wish(self) -> Wish:
        """The same as availability counts it."""
        return Wish(self.minutes, self.service.before, self.service.after, self.workers)


def free_time(board: DayBoard, besides: str = "") -> dict[str, list[Span]]:
    """When each worker of the board is free that day; the appointment `besides` holds nobody."""
    free: dict[str, list[Span]] = {}
    for column in board.columns:
        busy = [
            Span(line.busy_from, line.busy_to)
            for line in board.lines
            if line.worker_id == column.worker_id
            and line.status not in OFF
            and line.appointment_id != besides
        ]
        free[column.worker_id] = free_spans(column.spans, busy)
    return free


def starts(
    picks: Sequence[Pick], free: Free, step: int, not_before: dt.datetime, travel: int = 0
) -> list[dt.datetime]:
    """The times of the day at which the whole visit could begin, earliest first."""
    found = visit_starts([pick.wish for pick in picks], free, step, not_before, travel)
    return list(dict.fromkeys(start for start, _ in found))


def team_for(picks: Sequence[Pick], start: dt.datetime, free: Free, travel: int = 0) -> list[str] | None:
    """Who does each service of a visit that begins just at `start`, or None where somebody is not free."""
    if not picks:
        return None
    wishes = [pick.wish for pick in picks]
    needed = sum(wish.before + wish.minutes + wish.after for wish in wishes) + travel
    lead = dt.timedelta(minutes=wishes[0].before + travel)
    window = Span(start - lead, start + dt.timedelta(minutes=needed))
    near = {
        worker_id: [Span(max(span.start, window.start), min(span.end, window.end)) for span in spans]
        for worker_id, spans in free.items()
    }
    # A time that was typed need not lie on the shop's step: every minute of the window is looked at.
    found = visit_starts(wishes, near, 1, start, travel)
    return next((list(workers) for at, workers in found if at == start), None)


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
            minutes=pick.minutes,
            before=pick.service.before,
            after=pick.service.after,
        )
        for pick, worker_id, span in zip(picks, workers, _spans(picks, workers, start), strict=True)
    )


def kept_lines(
    appointment: Appointment, picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime
) -> tuple[LineDraft, ...] | None:
    """An appointment's own lines, begun at `start`; None where its services, lengths or workers changed.

    Pauses between them and what they need before and after stay as they were agreed.
    """
    asked = [(p.service.id, p.minutes, worker_id) for p, worker_id in zip(picks, workers, strict=True)]
    if asked != [(line.service_id, line.minutes, line.worker_id) for line in appointment.lines]:
        return None
    shift, travel = start - appointment.start, dt.timedelta(minutes=appointment.travel_minutes)
    kept = []
    for line in appointment.lines:
        own = [other for other in appointment.lines if other.worker_id == line.worker_id]
        there = travel if line == own[0] else dt.timedelta()
        back = travel if line == own[-1] else dt.timedelta()
        kept.append(
            LineDraft(
                service_id=line.service_id,
                worker_id=line.worker_id,
                start=line.start + shift,
                minutes=line.minutes,
                before=_minutes(line.start - line.busy_from - there),
                after=_minutes(line.busy_to - line.end - back),
                place_id=line.place_id,
            )
        )
    return tuple(kept)


def visit_end(picks: Sequence[Pick], workers: Sequence[str], start: dt.datetime) -> dt.datetime:
    """When the last service is over."""
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
