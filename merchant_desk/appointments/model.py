"""Appointments as they are asked for, kept, and shown on the board."""

# Annotations stand for themselves here: as text, NamedTuple would compile each of them at the start.

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span

if TYPE_CHECKING:
    from merchant_desk.shop.holidays import Holiday

STATUSES = ("booked", "confirmed", "arrived", "done", "no_show", "cancelled")
# In these the worker's time is free for somebody else.
OFF = frozenset({"no_show", "cancelled"})
# From these nothing but taking it up again leads on.
CLOSED = frozenset({"done", "no_show", "cancelled"})
CANCELLERS = ("customer", "shop")

LONGEST_BUSY = 24 * 60
LONGEST_TRAVEL = 8 * 60


class LineDraft(NamedTuple):
    """One service of a visit: `start` is naive shop time; the worker is busy `before` and `after` as well."""

    service_id: str
    worker_id: str
    start: dt.datetime
    minutes: int
    before: int = 0
    after: int = 0
    place_id: str | None = None

    @property
    def span(self) -> Span:
        """What the customer sees."""
        return Span(self.start, self.start + dt.timedelta(minutes=self.minutes))


class AppointmentDraft(NamedTuple):
    """A visit as it is asked for; `deposit` is minor units, `squeeze` books over others and off shift.

    `content_id` or `channel_id` say what brought the customer, if that was said. `sequence` is the one of
    the appointment that is changed, as it was known when the change was typed; None where nobody looked.
    A line without a place is done wherever there is room of the kind it needs.
    """

    customer_id: str
    lines: tuple[LineDraft, ...]
    note: str = ""
    address: str = ""
    travel_minutes: int = 0
    deposit: int = 0
    squeeze: bool = False
    content_id: str | None = None
    channel_id: str | None = None
    evidence: str = "asked"
    sequence: int | None = None

    def check(self) -> None:
        """Raise DeskError "no_service", "no_minutes", "bad_minutes" or "bad_amount"."""
        if not self.lines:
            raise DeskError("no_service")
        if not 0 <= self.travel_minutes <= LONGEST_TRAVEL:
            raise DeskError("bad_minutes", minutes=self.travel_minutes, most=LONGEST_TRAVEL)
        for line in self.lines:
            if line.minutes < 1:
                raise DeskError("no_minutes", minutes=line.minutes)
            if line.minutes > LONGEST_BUSY:
                raise DeskError("bad_minutes", minutes=line.minutes, most=LONGEST_BUSY)
            busy = line.before + line.minutes + line.after + 2 * self.travel_minutes
            if min(line.before, line.after) < 0 or busy > LONGEST_BUSY:
                raise DeskError("bad_minutes", minutes=busy, most=LONGEST_BUSY)
        if self.deposit < 0:
            raise DeskError("bad_amount", amount=self.deposit)


class AppointmentLine(NamedTuple):
    """One service of an appointment: start..end is what the customer sees, busy_from..busy_to the worker."""

    id: str
    service_id: str
    service: str
    worker_id: str
    worker: str
    place_id: str | None
    start: dt.datetime
    end: dt.datetime
    busy_from: dt.datetime
    busy_to: dt.datetime
    squeezed: bool
    place: str = ""

    @property
    def minutes(self) -> int:
        """How long the customer is served."""
        return Span(self.start, self.end).minutes


class Appointment(NamedTuple):
    """An agreed time, whole: its lines by time, and the paid sale it ended in, if it did.

    `source` is the kind of what brings the customer, "" where nobody knows; `content_id` or
    `channel_id` and `evidence` say which and how that is known. `deposit` is minor units. One of a series
    has its `series_id`, and in `series_at` when the rule has it. `sequence` counts its changes.
    """

    id: str
    customer_id: str
    customer: str
    status: str
    lines: tuple[AppointmentLine, ...]
    note: str
    customer_note: str
    address: str
    travel_minutes: int
    deposit: int
    cancelled_by: str
    cancelled_at: dt.datetime | None
    cancel_reason: str
    sale_id: str | None
    source: str
    content_id: str | None
    channel_id: str | None
    evidence: str
    source_title: str
    first_visit: bool
    series_id: str | None = None
    series_at: dt.datetime | None = None
    late_cancel: bool = False
    reminded_at: dt.datetime | None = None
    sequence: int = 0

    @property
    def start(self) -> dt.datetime:
        """When the customer is to come."""
        return self.lines[0].start

    @property
    def end(self) -> dt.datetime:
        """When the last service is over."""
        return max(line.end for line in self.lines)

    @property
    def squeezed(self) -> bool:
        """Whether it was booked over others or off shift."""
        return any(line.squeezed for line in self.lines)


class BoardLine(NamedTuple):
    """One card of the board: a line with what is good to know about its customer at a glance.

    `place` is the room or chair, `address` where a home visit goes, `repeats` that it is one of a series.

    `source` is the kind of what brings them, "" where nobody knows; `note` is the appointment's and
    the customer's; `first_visit` says that no earlier day was paid.
    """

    line_id: str
    appointment_id: str
    customer_id: str
    customer: str
    service_id: str
    service: str
    worker_id: str
    worker: str
    start: dt.datetime
    end: dt.datetime
    busy_from: dt.datetime
    busy_to: dt.datetime
    status: str
    squeezed: bool
    source: str
    note: str
    first_visit: bool
    place_id: str | None = None
    place: str = ""
    address: str = ""
    repeats: bool = False


class FoundVisit(NamedTuple):
    """An appointment that a search found: its start in naive shop time, its services named together."""

    appointment_id: str
    customer: str
    service: str
    start: dt.datetime
    status: str


class Column(NamedTuple):
    """One worker's column: on shift in `spans`; how many paid `sales` of the day and their `takings` so far.

    Takings are minor units of the worker's own lines, refunds taken off.
    """

    worker_id: str
    worker: str
    colour: str
    spans: tuple[Span, ...]
    sales: int
    takings: int


class DayBoard(NamedTuple):
    """A day: columns of who works or has a card, all lines by time, and the shop's hours.

    `closes` at 00:00 is the end of the day.
    """

    day: dt.date
    columns: tuple[Column, ...]
    lines: tuple[BoardLine, ...]
    opens: dt.time
    closes: dt.time


class BoardPlace(NamedTuple):
    """A room or chair as the board shows it: `capacity` lines at once, for services of its `kind`."""

    id: str
    name: str
    kind: str
    capacity: int
    colour: str
    archived: bool = False


class DayMark(NamedTuple):
    """What is special about a day: a holiday, or a weekend day worked in exchange for one.

    `closed` is what the shop calls its closed day, "" where it has no name, None where the shop is open.
    """

    holiday: "Holiday | None" = None
    closed: str | None = None


class DayLoad(NamedTuple):
    """How full a day is: `booked` appointments, the team's busy minutes and its open ones."""

    day: dt.date
    booked: int
    busy: int
    open: int
    mark: DayMark

    @property
    def share(self) -> float:
        """Booked against open, 1.0 when full; more where it was booked beyond the shifts."""
        return self.busy / self.open if self.open else float(self.busy > 0)


class Clash(NamedTuple):
    """Who holds a worker's time: start..end as that customer sees it, busy_from..busy_to all of it."""

    appointment_id: str
    customer: str
    service: str
    worker_id: str
    worker: str
    start: dt.datetime
    end: dt.datetime
    busy_from: dt.datetime
    busy_to: dt.datetime


class Offer(NamedTuple):
    """A free time: the whole visit could begin at `start`, its first service with this worker.

    `workers` are the ids for each service, in the order asked for; so are `places`, None where a service
    needs no room or chair.
    """

    worker_id: str
    worker: str
    start: dt.datetime
    workers: tuple[str, ...]
    places: tuple[str | None, ...] = ()
