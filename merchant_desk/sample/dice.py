"""Everything left to chance in the sample shop, keys included: the same seed gives the same shop."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from typing import Final, Generic, TypeVar

from merchant_desk.core.ids import id_from

T = TypeVar("T")

_EPOCH: Final = dt.datetime(1970, 1, 1)
_SHANGHAI_MS: Final = 8 * 3_600_000


def epoch_ms(at: dt.datetime) -> int:
    """UTC epoch milliseconds of naive wall time in Asia/Shanghai, which has no summer time."""
    gone = at - _EPOCH
    return (gone.days * 86_400 + gone.seconds) * 1000 - _SHANGHAI_MS


class Weighted(Generic[T]):
    """Things with weights that are drawn from often; the sums are made once."""

    __slots__ = ("_ends", "things")

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.things = tuple(weights)
        self._ends = tuple(itertools.accumulate(weights.values()))

    def at(self, place: float) -> T:
        """The thing that a `place` from 0 up to 1 falls on."""
        return self.things[min(bisect(self._ends, place * self._ends[-1]), len(self.things) - 1)]


class Dice:
    """One seeded random generator with the throws a shop needs; each `thrower` has a sequence of its own."""

    def __init__(self, seed: int, thrower: str = "") -> None:
        # A text seed goes through SHA-512, so neighbouring seeds have nothing in common.
        self.random = random.Random(f"merchant-desk {seed}{thrower}")

    def id(self, at: dt.datetime) -> str:
        """A UUIDv7 of a row made at this wall time."""
        bits = self.random.getrandbits(74)
        return id_from(epoch_ms(at), bits >> 62, bits)

    def chance(self, probability: float) -> bool:
        """True that often."""
        return self.random.random() < probability

    def draw(self, things: Weighted[T]) -> T:
        """One of the weighted things."""
        return things.at(self.random.random())

    def one(self, things: Sequence[T]) -> T:
        """One of the things, all alike."""
        return things[int(self.random.random() * len(things))]

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.random.random() * (high - low + 1))

    def around(self, middle: float, spread: float) -> float:
        """A positive number with this median, `spread` being the deviation of its logarithm."""
        return middle * self.random.lognormvariate(0.0, spread)
