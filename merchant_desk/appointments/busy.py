"""A line of a visit on its way into the file: when, by whom and where, with all of the worker's time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from merchant_desk.appointments.model import LONGEST_BUSY, AppointmentLine
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span


@dataclass(frozen=True, slots=True)
class Busy:
    """A line about to be written: `span` is what the customer sees, `busy` all of the worker's time.

    `travel` is the minutes of way there and back that the visit has. With `any_place` nobody asked for the
    place it has: another of the same kind will do.
    """

    service_id: str
    worker_id: str
    place_id: str | None
    span: Span
    busy: Span
    squeezed: bool
    travel: int = field(default=0, compare=False)
    any_place: bool = field(default=False, compare=False)

    @property
    def done(self) -> dt.datetime:
        """When the worker could go on to the next home visit: without the way back."""
        return max(self.busy.end - dt.timedelta(minutes=self.travel), self.span.end)

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
        """Whether it takes the same time of the same worker for the same service, where it was asked for."""
        place_id = other.place_id if self.any_place else self.place_id
        return replace(self, squeezed=other.squeezed, place_id=place_id) == other

    def within(self, other: Busy) -> bool:
        """Whether it takes nobody's time or room beyond what the other one takes."""
        same = (self.worker_id, self.place_id) == (other.worker_id, other.place_id)
        return same and other.busy.start <= self.busy.start and self.busy.end <= other.busy.end

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

    def until(self, end: dt.datetime) -> Busy:
        """The same, busy up to another moment."""
        return replace(self, busy=Span(self.busy.start, end))

    def at_place(self, place_id: str | None, *, asked: bool = False) -> Busy:
        """The same in that room or chair; `asked` where just that one was asked for."""
        return replace(self, place_id=place_id, any_place=self.any_place and not asked)


def kept(line: AppointmentLine, travel: int = 0) -> Busy:
    """A line as it stands in the file; `travel` is its appointment's minutes of way."""
    return Busy(
        service_id=line.service_id,
        worker_id=line.worker_id,
        place_id=line.place_id,
        span=Span(line.start, line.end),
        busy=Span(line.busy_from, line.busy_to),
        squeezed=line.squeezed,
        travel=travel,
    )
