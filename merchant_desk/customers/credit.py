"""What brought each visit of one customer: the last touch before it, as the charts count it (pure)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from merchant_desk.customers.model import CardTouch

WINDOW = dt.timedelta(days=30)
ASKED_WINDOW = dt.timedelta(days=90)


def last_touches(
    visits: Mapping[dt.date, dt.datetime], touches: Iterable[CardTouch]
) -> dict[dt.date, CardTouch | None]:
    """Visit day -> the touch it is credited to, or None; `visits` maps each day to its last sale's time.

    The last touch at or before that time counts, the stronger one of the same minute, when it came
    after the previous visit and not longer ago than the look-back window.
    """
    ordered = sorted(touches, key=lambda touch: (touch.at, touch.strength, touch.id))
    credited: dict[dt.date, CardTouch | None] = {}
    previous = dt.datetime.min
    for day, until in sorted(visits.items()):
        credited[day] = _last(ordered, previous, until)
        previous = until
    return credited


def _last(ordered: Sequence[CardTouch], after: dt.datetime, until: dt.datetime) -> CardTouch | None:
    for touch in reversed(ordered):
        window = ASKED_WINDOW if touch.evidence == "asked" else WINDOW
        if after < touch.at <= until and until - touch.at <= window:
            return touch
    return None
