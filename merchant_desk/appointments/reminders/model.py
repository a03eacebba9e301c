"""Who is to be reminded of a day, and the words for it: a template filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

_BRACES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class ReminderVisit:
    """One appointment of the day; `services` and `workers` each named once, in their order."""

    appointment_id: str
    start: dt.datetime
    end: dt.datetime
    services: tuple[str, ...]
    workers: tuple[str, ...]
    address: str
    status: str
    reminded_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A customer with all their appointments of one day, by time; one message tells of all of them."""

    customer_id: str
    customer: str
    phone_typed: str
    wechat: str
    visits: tuple[ReminderVisit, ...]

    @property
    def appointment_ids(self) -> tuple[str, ...]:
        """All the message is about."""
        return tuple(visit.appointment_id for visit in self.visits)

    @property
    def reminded_at(self) -> dt.datetime | None:
        """When they were told of the last of them; None while one is still to be told of."""
        told = [visit.reminded_at for visit in self.visits]
        return None if None in told else max(at for at in told if at is not None)


def fill(template: str, facts: Mapping[str, str]) -> str:
    """The template with each {name} of `facts` put in; what is in other braces stays as it was typed.

    Braces inside what is put in are left alone: a customer may be called anything.
    """
    return _BRACES.sub(lambda found: facts.get(found[1], found[0]), template)
