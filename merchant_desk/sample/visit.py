"""One customer's coming, as the sample plans it before it becomes rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from merchant_desk.sample.house import Service, Worker
from merchant_desk.sample.library import Content
from merchant_desk.sample.people import Person


@dataclass(frozen=True, slots=True)
class Part:
    """One service of a visit, by one worker, from `start` to `end`."""

    service: Service
    worker: Worker
    start: dt.datetime
    end: dt.datetime


@dataclass(slots=True)
class Visit:
    """Who comes, for what, and why.

    `kind` is what brings them; "returning" and an unknown source have no touch. `person` None is a
    passing customer without a name. `booked` None is a walk-in. `status` is the appointment's. `said`
    is whether anybody asked. `earlier` is another content met before, and when.
    `name` and `about` are given to somebody who comes for the first time. `series` is the one it belongs to.
    """

    person: Person | None
    kind: str
    content: Content | None
    parts: list[Part] = field(default_factory=list)
    booked: dt.datetime | None = None
    status: str = "done"
    first: bool = False
    name: str = ""
    about: str = ""
    said: bool = True
    earlier: tuple[Content, dt.datetime] | None = None
    series: str | None = None

    @property
    def start(self) -> dt.datetime:
        """When the first service begins."""
        return self.parts[0].start

    @property
    def end(self) -> dt.datetime:
        """When the last service ends."""
        return self.parts[-1].end
