"""Dates in short, for tests of what recurs."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

NINE = dt.time(9)

# Any minute of some years with and without a 29 February.
moments = st.datetimes(dt.datetime(2019, 1, 1), dt.datetime(2028, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


def dates(text: str, at: dt.time = NINE) -> list[dt.datetime]:
    """'1997-09: 2 3; 1997-10: 1' as datetimes at nine."""
    found = []
    for part in text.split(";"):
        month, days = part.strip().split(": ")
        found += [
            dt.datetime.combine(dt.date.fromisoformat(f"{month}-{int(day):02}"), at) for day in days.split()
        ]
    return found
