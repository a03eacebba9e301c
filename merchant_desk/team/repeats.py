"""Time off that comes again: when it does, without one of its times, and only up to a day. Pure."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span
from merchant_desk.team.model import TimeOff

_ONCE_A_DAY = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_EXCEPT = "EXDATE:"
_ENDS = re.compile(r";?(?:UNTIL|COUNT)=[^;]*", re.IGNORECASE)
_MOST = 2_000


def check_rule(rule: str, start: dt.datetime) -> dt.datetime:
    """When a rule that begins at `start` happens first.

    Raises DeskError "bad_rule" (facts: text) for what is no rule, comes more than once a day, or never.
    """
    from merchant_desk.core.recurrence import read_rule

    if read_rule(rule).freq not in _ONCE_A_DAY:
        raise DeskError("bad_rule", text=rule)
    found = _starts(rule, start, start, dt.datetime.max, 1)
    if not found:
        raise DeskError("bad_rule", text=rule)
    return found[0]


def times(
    off: TimeOff, since: dt.datetime, until: dt.datetime = dt.datetime.max, most: int = _MOST
) -> list[Span]:
    """The first `most` times of `off` that reach into since..until, by their start."""
    if not off.rule:
        return [Span(off.start, off.end)] if off.start < until and off.end > since else []
    length = off.end - off.start
    first = max(off.start, since - length) if since > dt.datetime.min + length else off.start
    spans = [Span(at, at + length) for at in _starts(off.rule, off.start, first, until, most + 1)]
    return [span for span in spans if span.end > since][:most]


def without(off: TimeOff, at: dt.datetime) -> str:
    """The rule of `off` without the time that begins at `at`. Raises DeskError "gone" where none does."""
    if not off.rule or not _starts(off.rule, off.start, at, at + dt.timedelta(minutes=1), 1):
        raise DeskError("gone", table="time_off", id=off.id)
    rule, gone = _parts(off.rule)
    dates = ",".join(f"{one:%Y%m%dT%H%M}00" for one in sorted({*gone, at}))
    return f"{rule}\n{_EXCEPT}{dates}"


def ending(off: TimeOff, day: dt.date) -> str:
    """The rule of `off` without what begins on `day` or later; "" where nothing would be left."""
    midnight = dt.datetime.combine(day, dt.time())
    if not _starts(off.rule, off.start, off.start, midnight, 1):
        return ""
    rule, gone = _parts(off.rule)
    if not _starts(rule, off.start, midnight, dt.datetime.max, 1):
        return off.rule
    ended = f"{_ENDS.sub('', rule)};UNTIL={midnight - dt.timedelta(minutes=1):%Y%m%dT%H%M}00"
    dates = ",".join(f"{one:%Y%m%dT%H%M}00" for one in sorted(gone) if one < midnight)
    return f"{ended}\n{_EXCEPT}{dates}" if dates else ended


def bare_rule(rule: str) -> str:
    """The rule alone, without what was taken back of it."""
    return _parts(rule)[0]


def _parts(text: str) -> tuple[str, frozenset[dt.datetime]]:
    """The rule alone, and the times that were taken back."""
    rule, _, gone = text.partition("\n")
    dates = gone.removeprefix(_EXCEPT)
    return rule, frozenset(dt.datetime.fromisoformat(one) for one in dates.split(",") if one)


# The desk asks for the same weeks again and again: each board, each search for a free time.
@lru_cache(maxsize=512)
def _starts(
    text: str, first: dt.datetime, since: dt.datetime, until: dt.datetime, most: int
) -> tuple[dt.datetime, ...]:
    # Imported where a rule is read: the start of the program reads none.
    from merchant_desk.core.recurrence import occurrences

    rule, gone = _parts(text)
    found = occurrences(rule, first, since, until, most + len(gone))
    return tuple([at for at in found if at not in gone][:most])
