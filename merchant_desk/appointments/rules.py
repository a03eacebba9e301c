"""What a visit's lines must hold before they are written: who can do them, on shift, and nobody else's time.

The database refuses double bookings by itself, last of all; here the refusal gets its names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from merchant_desk.appointments import store
from merchant_desk.appointments.availability import Step, Wish, fits, placed
from merchant_desk.appointments.model import LONGEST_BUSY, AppointmentDraft, AppointmentLine
from merchant_desk.appointments.offers import offers
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.clock import DEFAULT_ZONE, real_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap
from merchant_desk.db.records import Reader
from merchant_desk.shop import store as shop_store
from merchant_desk.team import store as team_store
from merchant_desk.team.model import Worker


@dataclass(frozen=True, slots=True)
class Busy:
    """A line about to be written: `span` is what the customer sees, `busy` all of the worker's time."""

    service_id: str
    worker_id: str
    place_id: str | None
    span: Span
    busy: Span
    squeezed: bool

    def columns(self) -> dict[str, object]:
        """The columns of its row."""
        return {
            "service_id": self.service_id,
            "worker_id": self.worker_id,
            "place_id": self.place_id,
            "start": wall(self.span.start),
            "end": wall(self.span.end),
            "busy_from": wall(self.busy.start),
            "busy_to": wall(self.busy.end),
            "squeezed": int(self.squeezed),
        }

    def same_but_squeezed(self, other: Busy) -> bool:
        """Whether it takes the same time of the same worker for the same service."""
        return replace(self, squeezed=other.squeezed) == other

    def shifted(self, by: dt.timedelta, worker_id: str, *, squeezed: bool) -> Busy:
        """The same, later or earlier, with that worker."""
        return replace(
            self,
            worker_id=worker_id,
            span=Span(self.span.start + by, self.span.end + by),
            busy=Span(self.busy.start + by, self.busy.end + by),
            squeezed=squeezed,
        )

    def lasting(self, minutes: int) -> Busy:
        """The same from the same start, with another length. Raises DeskError "bad_minutes"."""
        by = dt.timedelta(minutes=minutes) - (self.span.end - self.span.start)
        busy = Span(self.busy.start, self.busy.end + by)
        if busy.minutes > LONGEST_BUSY:
            raise DeskError("bad_minutes", minutes=busy.minutes, most=LONGEST_BUSY)
        return replace(self, span=Span(self.span.start, self.span.end + by), busy=busy)


def kept(line: AppointmentLine) -> Busy:
    """A line as it stands in the file."""
    return Busy(
        service_id=line.service_id,
        worker_id=line.worker_id,
        place_id=line.place_id,
        span=Span(line.start, line.end),
        busy=Span(line.busy_from, line.busy_to),
        squeezed=line.squeezed,
    )


def existing(r: Reader, at: dt.datetime) -> dt.datetime:
    """The wall time itself, to the minute, or the first one after it that exists in the shop's zone."""
    zone = str(shop_store.setting(r, "zone", DEFAULT_ZONE))
    return real_wall(at.replace(second=0, microsecond=0), zone)


def laid_out(r: Reader, draft: AppointmentDraft) -> list[Busy]:
    """A checked draft's lines by time, with what each needs before and after."""
    first = draft.lines[0].start
    moved = existing(r, first) - first
    starts = [existing(r, line.start + moved) for line in draft.lines]
    spans = [
        Span(start, start + dt.timedelta(minutes=line.minutes))
        for start, line in zip(starts, draft.lines, strict=True)
    ]
    steps = [Step(line.minutes, line.before, line.after, line.worker_id) for line in draft.lines]
    lines = [
        Busy(line.service_id, line.worker_id, line.place_id, at.span, at.busy, draft.squeeze)
        for line, at in zip(draft.lines, placed(spans, steps, draft.travel_minutes), strict=True)
    ]
    return sorted(lines, key=lambda line: line.span.start)


def check_lines(r: Reader, lines: Sequence[Busy]) -> None:
    """Refuse services that are not sold any more, and what `check_workers` refuses."""
    for line in lines:
        service = catalog_store.service(r, line.service_id)
        if service is None:
            raise DeskError("gone", table="service", id=line.service_id)
        if service.archived:
            raise DeskError("service_archived", service=service.name)
    check_workers(r, lines)


def check_workers(r: Reader, lines: Sequence[Busy]) -> None:
    """Refuse workers who left or do not do that service, and one worker at two customers' sides at once."""
    able = catalog_store.workers_of(r)
    for at, line in enumerate(lines):
        worker = _worker(r, line.worker_id)
        if worker.archived:
            raise DeskError("worker_left", worker=worker.name)
        doers = able.get(line.service_id)
        if doers is not None and worker.id not in doers:
            raise DeskError("not_their_service", worker=worker.name, service=_service_name(r, line))
        for other in lines[:at]:
            if other.worker_id == line.worker_id and overlap(other.span, line.span):
                start, end = other.span
                facts = {
                    "worker": worker.name,
                    "service": _service_name(r, other),
                    "start": start,
                    "end": end,
                }
                raise DeskError("same_visit_clash", **facts)


def check_times(r: Reader, lines: Sequence[Busy], own: str | None = None) -> None:
    """Refuse lines off their worker's shift or in somebody else's time; `own` is the appointment's id."""
    if not lines:
        return
    first = min(line.busy.start for line in lines).date()
    last = max(line.busy.end for line in lines).date()
    shifts = team_store.working_spans(r, first, last)
    for line in lines:
        if not fits(line.busy, shifts.get(line.worker_id, ())):
            raise DeskError(
                "off_shift",
                worker=_worker(r, line.worker_id).name,
                start=line.span.start,
                end=line.span.end,
                next_free=_next_free(r, lines, own),
            )
    check_clashes(r, lines, own)


def check_clashes(r: Reader, lines: Sequence[Busy], own: str | None = None) -> None:
    """Refuse lines in somebody else's time, and say whose; `own` is the appointment's id."""
    for line in lines:
        found = store.clash(r, line.worker_id, *line.busy, own)
        if found is not None:
            raise DeskError(
                "clash",
                worker=found.worker,
                customer=found.customer,
                service=found.service,
                start=found.start,
                end=found.end,
                busy_from=found.busy_from,
                busy_to=found.busy_to,
                appointment_id=found.appointment_id,
                next_free=_next_free(r, lines, own),
            )


def _next_free(r: Reader, lines: Sequence[Busy], own: str | None) -> dt.datetime | None:
    """When the same visit with the same workers fits next, from the time it was asked for."""
    wanted = list(_wishes(lines))
    shop = shop_store.shop(r)
    step = shop.step_minutes if shop else shop_store.DEFAULT_STEP
    found = offers(r, lines[0].span.start, wanted, step=step, limit=1, except_appointment=own)
    return found[0].start if found else None


def _wishes(lines: Sequence[Busy]) -> Iterator[Wish]:
    for line in lines:
        yield Wish(
            minutes=line.span.minutes,
            before=Span(line.busy.start, line.span.start).minutes,
            after=Span(line.span.end, line.busy.end).minutes,
            workers=(line.worker_id,),
        )


def _worker(r: Reader, worker_id: str) -> Worker:
    found = team_store.worker(r, worker_id)
    if found is None:
        raise DeskError("gone", table="worker", id=worker_id)
    return found


def _service_name(r: Reader, line: Busy) -> str:
    found = catalog_store.service(r, line.service_id)
    return found.name if found else ""
