"""A service, and what the owner types to make or change one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

LONGEST_MINUTES = 24 * 60
LONGEST_BUFFER = 8 * 60
MOST_AT_ONCE = 99


@dataclass(frozen=True, slots=True)
class Service:
    """What the shop sells by the act.

    The customer sees `minutes`; the worker is busy for `before` and `after` as well. `price` and
    `material_cost` are minor units. Where `place_kind` is not "" it needs a room or chair of that kind.
    An archived service takes no new bookings. An `add_on` is offered under another service at the counter.
    """

    id: str
    name: str
    category_id: str | None
    category: str
    minutes: int
    before: int
    after: int
    price: int
    material_cost: int
    at_home: bool
    archived: bool
    place_kind: str = ""
    add_on: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """A worker's own price (minor units) and minutes for a service; None where it is the service's."""

    price: int | None
    minutes: int | None

    def check(self, around: int = 0) -> None:
        """Raise DeskError "no_minutes", "bad_minutes" (facts: minutes, most) or "bad_amount".

        `around` are the service's minutes before and after, which count into the longest there may be.
        """
        if self.minutes is not None:
            check_minutes(self.minutes, around)
        if self.price is not None and self.price < 0:
            raise DeskError("bad_amount", amount=self.price)


NO_TERMS = Terms(None, None)


@dataclass(frozen=True, slots=True)
class Place:
    """A room or chair: services of its `kind` take place there, `capacity` of them at once."""

    id: str
    name: str
    kind: str
    capacity: int
    colour: str
    archived: bool


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A room or chair as it is typed: `capacity` is how many it takes at once, `colour` "#rrggbb" or "".

    With `service_ids` exactly these services need its kind afterwards; None leaves the services alone.
    """

    name: str
    kind: str
    capacity: int = 1
    colour: str = ""
    service_ids: tuple[str, ...] | None = None

    def check(self) -> None:
        """Raise DeskError "no_kind" or "bad_capacity" (facts: capacity, most)."""
        if not self.kind.strip():
            raise DeskError("no_kind")
        if not 1 <= self.capacity <= MOST_AT_ONCE:
            raise DeskError("bad_capacity", capacity=self.capacity, most=MOST_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Category:
    """A heading that services stand under."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """A service as it is typed; without `worker_ids` everybody does it.

    `terms` are workers' own price and minutes, by worker id: all there are afterwards. None leaves them as
    they are. What `place_kind` names the service needs; "" needs no room or chair.
    """

    name: str
    category: str = ""
    minutes: int = 60
    before: int = 0
    after: int = 0
    price: int = 0
    material_cost: int = 0
    at_home: bool = False
    worker_ids: tuple[str, ...] = ()
    place_kind: str = ""
    terms: Mapping[str, Terms] | None = None
    add_on: bool = False

    def check(self) -> None:
        """Raise DeskError "no_minutes", "bad_minutes" (facts: minutes, most) or "bad_amount".

        What is wrong with a worker's own terms carries the fact `worker_id`.
        """
        check_minutes(self.minutes)
        for buffer in (self.before, self.after):
            if not 0 <= buffer <= LONGEST_BUFFER:
                raise DeskError("bad_minutes", minutes=buffer, most=LONGEST_BUFFER)
        check_minutes(self.minutes, self.before + self.after)
        for amount in (self.price, self.material_cost):
            if amount < 0:
                raise DeskError("bad_amount", amount=amount)
        for worker_id, terms in (self.terms or {}).items():
            try:
                terms.check(self.before + self.after)
            except DeskError as error:
                raise DeskError(error.code, **error.facts, worker_id=worker_id) from error


def check_minutes(minutes: int, around: int = 0) -> None:
    """Raise DeskError "no_minutes", "bad_minutes" where a worker cannot be busy so long at a stretch."""
    if minutes <= 0:
        raise DeskError("no_minutes", minutes=minutes)
    if minutes + around > LONGEST_MINUTES:
        raise DeskError("bad_minutes", minutes=minutes + around, most=LONGEST_MINUTES)


def minutes_for(service: Service, worker_id: str | None, terms: Mapping[tuple[str, str], Terms]) -> int:
    """How long that worker takes for it; `terms` as `store.own_terms` gives them, None for nobody yet."""
    own = terms.get((worker_id or "", service.id), NO_TERMS).minutes
    return service.minutes if own is None else own


def price_for(service: Service, worker_id: str | None, terms: Mapping[tuple[str, str], Terms]) -> int:
    """What it costs with that worker, in minor units; see `minutes_for`."""
    own = terms.get((worker_id or "", service.id), NO_TERMS).price
    return service.price if own is None else own
