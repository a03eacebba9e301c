"""Recurring dates: RFC 5545 rules over naive wall time, by dateutil."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from merchant_desk.core.errors import DeskError


def occurrences(
    rule: str,
    first: dt.datetime,
    since: dt.datetime = dt.datetime.min,
    until: dt.datetime = dt.datetime.max,
    most: int = 1_000,
) -> list[dt.datetime]:
    """When a rule ("FREQ=WEEKLY;BYDAY=TU", without DTSTART) that begins at `first` happens.

    Naive shop time, sorted, `since` <= each < `until`, the first `most` of them. Raises DeskError
    "bad_rule" (facts: text).
    """
    # Imported where a rule is read: the start of the program reads none.
    from dateutil.rrule import rrulestr

    try:
        found = rrulestr(rule, dtstart=first)
        dates = found.xafter(since, inc=True)
    except (ValueError, TypeError, AttributeError) as error:
        raise DeskError("bad_rule", text=rule) from error
    kept: list[dt.datetime] = []
    for at in islice(dates, most):
        if at >= until:
            break
        kept.append(at)
    return kept
