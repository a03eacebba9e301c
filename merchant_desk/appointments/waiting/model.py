"""The waiting list: who would come if a time opened, and whether a free time is one for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.appointments.model import Offer
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.shop.model import at_time, read_time

DAY_BEGINS, DAY_ENDS = "00:00", "24:00"


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A wish as it is told: any of the days (both included), the visit between the two times of day.

    Times are 'HH:MM' up to '24:00'; without `worker_id` anybody who does the service will do.
    """

    customer_id: str
    service_id: str
    first_day: dt.date
    last_day: dt.date
    worker_id: str | None = None
    from_time: str = DAY_BEGINS
    to_time: str = DAY_ENDS
    note: str = ""

    def check(self, minutes: int, today: dt.date) -> None:
        """Refuse what can never be fulfilled; `minutes` is how long the service takes.

        Raises DeskError "end_before_start", "bad_time", "waiting_over" (facts: last_day) and
        "waiting_too_short" (facts: from_time, to_time, minutes, service is the caller's to add).
        """
        if self.last_day < self.first_day:
            raise DeskError("end_before_start", start=self.first_day, end=self.last_day)
        if self.last_day < today:
            raise DeskError("waiting_over", last_day=self.last_day)
        between = hours(self.first_day, read_time(self.from_time), read_time(self.to_time))
        if between.end <= between.start:
            raise DeskError("end_before_start", start=self.from_time, end=self.to_time)
        if between.minutes < minutes:
            raise DeskError(
                "waiting_too_short", from_time=self.from_time, to_time=self.to_time, minutes=minutes
            )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the waiting list; `since` is when they were put there, naive shop time.

    `state` is "waiting", "booked" or "withdrawn"; `worker_id` None means anybody; `appointment_id` is what
    became of it.
    """

    id: str
    customer_id: str
    customer: str
    phone_typed: str
    service_id: str
    service: str
    worker_id: str | None
    worker: str
    first_day: dt.date
    last_day: dt.date
    from_time: str
    to_time: str
    note: str
    state: str
    appointment_id: str | None
    since: dt.datetime

    def between(self, day: dt.date) -> Span:
        """When on that day the whole visit may lie; empty on a day that is not wished for."""
        if not self.first_day <= day <= self.last_day:
            return Span(at_time(day, DAY_BEGINS), at_time(day, DAY_BEGINS))
        return hours(day, self.from_time, self.to_time)

    def overlaps(self, first: dt.date, last: dt.date) -> bool:
        """Whether one of their days lies from `first` to `last`, both included."""
        return self.first_day <= last and first <= self.last_day

    def suits(self, start: dt.datetime, minutes: int) -> bool:
        """Whether a visit of that length from `start` lies within one of the days and the times of day."""
        span = self.between(start.date())
        return span.start <= start and start + dt.timedelta(minutes=minutes) <= span.end


@dataclass(frozen=True, slots=True)
class Opening:
    """A free time for somebody who waits: the first that fits."""

    waiting: Waiting
    offer: Offer


def hours(day: dt.date, from_time: str, to_time: str) -> Span:
    """From one 'HH:MM' of a day to another; '24:00' is its end."""
    return Span(at_time(day, from_time), at_time(day, to_time))
