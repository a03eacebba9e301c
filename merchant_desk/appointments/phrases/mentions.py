"""A mention: a stretch of the line that one rule of reading has an opinion about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from merchant_desk.appointments.phrases.days import DayWord
from merchant_desk.appointments.phrases.times import TimeWord

# Where two rules hold the same stretch the earlier kind has it.
_ORDER = (
    "service",
    "pair",
    "length",
    "moment",
    "day",
    "time",
    "period",
    "worker",
    "person",
    "mark",
    "filler",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """From `start` up to `end` of the line, taken as `kind` with what it says.

    `ids` are services, workers or people who fit; `length` is minutes, for a "moment" from now.
    """

    start: int
    end: int
    kind: str
    day: DayWord | None = None
    time: TimeWord | None = None
    length: int = 0
    ids: tuple[str, ...] = ()
    code: str = ""


def longest_first(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that do not overlap, by place: the longest have their stretch, shorter ones what is left."""
    taken: list[Mention] = []
    ordered = sorted(mentions, key=lambda one: (one.start - one.end, _ORDER.index(one.kind), one.start))
    for mention in ordered:
        if mention.start < mention.end and all(
            mention.end <= other.start or other.end <= mention.start for other in taken
        ):
            taken.append(mention)
    return sorted(taken, key=lambda one: one.start)


def gaps(length: int, mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """The stretches between mentions that do not overlap, by place."""
    at = 0
    for mention in sorted(mentions, key=lambda one: one.start):
        if at < mention.start:
            yield at, mention.start
        at = max(at, mention.end)
    if at < length:
        yield at, length
