"""What brought each visit of one customer: the last touch before it (pure).

The one definition beside the set-based one that the charts run in SQL (insights/credit.py); tests hold
both against the same slow and plain reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from merchant_desk.sources.model import ASKED_WINDOW, WINDOW


class Met(Protocol):
    """A touch as far as the rule looks at it; `at` is naive shop time."""

    @property
    def id(self) -> str:
        """Its key: of two alike the one noted later counts."""

    @property
    def at(self) -> dt.datetime:
        """When it happened."""

    @property
    def evidence(self) -> str:
        """How it is known."""

    @property
    def strength(self) -> int:
        """How far that is to be believed."""


Touched = TypeVar("Touched", bound=Met)


def last_touches(
    visits: Mapping[dt.date, dt.datetime], touches: Iterable[Touched]
) -> dict[dt.date, Touched | None]:
    """Visit day -> the touch it is credited to, or None; `visits` maps each day to its last sale's time.

    The last touch at or before that time counts, the stronger one of the same minute, when it came
    after the previous visit and not longer ago than the look-back window.
    """
    known = tuple(touches)
    credited: dict[dt.date, Touched | None] = {}
    previous: dt.datetime | None = None
    for day, until in sorted(visits.items()):
        credited[day] = last_touch(known, previous, until)
        previous = until
    return credited


def last_touch(touches: Iterable[Touched], after: dt.datetime | None, until: dt.datetime) -> Touched | None:
    """What the visit at `until` is credited to; `after` is the visit before, None where there was none."""
    counting = [touch for touch in touches if _counts(touch, after or dt.datetime.min, until)]
    return max(counting, key=lambda touch: (touch.at, touch.strength, touch.id), default=None)


def _counts(touch: Met, after: dt.datetime, until: dt.datetime) -> bool:
    window = ASKED_WINDOW if touch.evidence == "asked" else WINDOW
    return after < touch.at <= until and until - touch.at <= window
