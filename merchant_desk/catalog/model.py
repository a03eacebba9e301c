"""A service, and what the owner types to make or change one."""

from __future__ import annotations

from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

LONGEST_MINUTES = 24 * 60
LONGEST_BUFFER = 8 * 60


@dataclass(frozen=True, slots=True)
class Service:
    """What the shop sells by the act.

    The customer sees `minutes`; the worker is busy for `before` and `after` as well. `price` and
    `material_cost` are minor units. Where `place_kind` is not "" it needs a room or chair of that kind.
    An archived service takes no new bookings.
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


@dataclass(frozen=True, slots=True)
class Terms:
    """A worker's own price (minor units) and minutes for a service; None where it is the service's."""

    price: int | None
    minutes: int | None


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
class Category:
    """A heading that services stand under."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ServiceDraft:
    """A service as it is typed; without `worker_ids` everybody does it."""

    name: str
    category: str = ""
    minutes: int = 60
    before: int = 0
    after: int = 0
    price: int = 0
    material_cost: int = 0
    at_home: bool = False
    worker_ids: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise DeskError "no_minutes", "bad_minutes" (facts: minutes, most) or "bad_amount"."""
        if self.minutes <= 0:
            raise DeskError("no_minutes", minutes=self.minutes)
        if self.minutes > LONGEST_MINUTES:
            raise DeskError("bad_minutes", minutes=self.minutes, most=LONGEST_MINUTES)
        for buffer in (self.before, self.after):
            if not 0 <= buffer <= LONGEST_BUFFER:
                raise DeskError("bad_minutes", minutes=buffer, most=LONGEST_BUFFER)
        if self.before + self.minutes + self.after > LONGEST_MINUTES:
            raise DeskError(
                "bad_minutes", minutes=self.before + self.minutes + self.after, most=LONGEST_MINUTES
            )
        for amount in (self.price, self.material_cost):
            if amount < 0:
                raise DeskError("bad_amount", amount=amount)
