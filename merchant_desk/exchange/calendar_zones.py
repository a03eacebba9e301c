"""Time zones of calendar files: names of every program read, and a zone written out as VTIMEZONE."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_NAME = re.compile(r"[A-Za-z0-9_+\-]+(?:/[A-Za-z0-9_+\-]+)*")
# Names that programs write and the zone database does not have.
_OTHER_NAMES = {
    "beijing": "Asia/Shanghai",
    "asia/beijing": "Asia/Shanghai",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "中国标准时间": "Asia/Shanghai",
    "北京": "Asia/Shanghai",
    "z": "UTC",
}
_WINDOWS = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
_BRACKET = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*")
_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)


class Zones:
    """The zones that a file's TZID may name: those of the world, of Windows, and the file's own."""

    def __init__(self, own: Mapping[str, str]) -> None:
        """`own` are the file's VTIMEZONE texts by their TZID."""
        self._own = own
        self._read: dict[str, dt.tzinfo | None] = {}

    def zone(self, tzid: str) -> dt.tzinfo | None:
        """The zone of this name, or None where nobody knows it."""
        if tzid not in self._read:
            self._read[tzid] = named(tzid) or self._defined(tzid)
        return self._read[tzid]

    def _defined(self, tzid: str) -> dt.tzinfo | None:
        text = self._own.get(tzid)
        if text is None:
            return None
        try:
            read = Timezone.from_ical(text)
            return read.to_tz() if isinstance(read, Timezone) else None
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
            # Whatever a hand-made definition lacks shows in one of these; its events say that it is unknown.
            return None


@cache
def named(tzid: str) -> dt.tzinfo | None:
    """The zone that a name of the world's database, of Windows or of a mail program stands for, or None."""
    plain = tzid.strip().strip('"')
    plain = _OTHER_NAMES.get(_BRACKET.sub("", plain).casefold(), plain)
    plain = _WINDOWS.get(plain.casefold(), plain)
    # "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "/mozilla.org/20050126_1/Asia/Shanghai"
    parts = plain.strip("/").split("/")
    for count in (len(parts), 3, 2) if len(parts) > 2 else (len(parts),):
        name = "/".join(parts[-count:])
        if _NAME.fullmatch(name):
            try:
                return ZoneInfo(name)
            except (KeyError, ValueError, OSError):
                continue
    return None


def vtimezone(zone: str, first: dt.date, last: dt.date) -> Timezone:
    """A zone's definition with every change of its clock from a year before `first` to a year after `last`.

    The library's own generator puts the spring change an hour late (RFC 5545 counts its start on the
    clock before the change), so the changes are looked up here.
    """
    tz = ZoneInfo(zone)
    start = dt.datetime(max(first.year - 1, 1970), 1, 1)
    end = dt.datetime(min(last.year + 2, 9000), 1, 1)
    written = Timezone()
    written.add("tzid", zone)
    offset = _offset(start, tz)
    written.add_component(_observance(start, tz, offset, offset))
    day = start
    while day < end:
        after = _offset(day + _DAY, tz)
        if after != offset:
            written.add_component(_observance(_change(day, offset, tz), tz, offset, after))
            offset = after
        day += _DAY
    return written


def _offset(at: dt.datetime, tz: dt.tzinfo) -> dt.timedelta:
    return at.replace(tzinfo=tz).utcoffset() or dt.timedelta()


def _change(day: dt.datetime, before: dt.timedelta, tz: dt.tzinfo) -> dt.datetime:
    """When the clock changes within this day, read on the clock before the change."""
    low, high = day - before, day + _DAY - before + dt.timedelta(hours=3)
    while high - low > _MINUTE:
        middle = low + ((high - low) / 2) // _MINUTE * _MINUTE
        if (middle.replace(tzinfo=dt.UTC).astimezone(tz).utcoffset() or dt.timedelta()) == before:
            low = middle
        else:
            high = middle
    return high + before


def _observance(
    at: dt.datetime, tz: dt.tzinfo, before: dt.timedelta, after: dt.timedelta
) -> TimezoneStandard | TimezoneDaylight:
    there = (at - before).replace(tzinfo=dt.UTC).astimezone(tz)
    piece = TimezoneDaylight() if there.dst() else TimezoneStandard()
    piece.add("dtstart", at)
    piece.add("tzoffsetfrom", before)
    piece.add("tzoffsetto", after)
    piece.add("tzname", there.tzname() or "")
    return piece
