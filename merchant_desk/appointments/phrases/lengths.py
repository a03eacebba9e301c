"""Lengths in both languages, 一个半小时, 90 min; and with "in" or 后 a moment so long from now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from merchant_desk.appointments.phrases.line import EN, ZH, L, R, number
from merchant_desk.appointments.phrases.mentions import Mention

LONGEST = 24 * 60
_ZH_HOUR = r"(?:个?(?:小时|钟头)|个钟头?)"
_LATER_ZH = re.compile(r"(?:之|以)?后(?!天)")
_IN = re.compile(rf"{L}in\s+$")
_FOR = re.compile(rf"{L}for\s+(?:about\s+)?$")
_FROM_NOW = re.compile(r"\s+from\s+now(?![a-z])")
_NOW = re.compile(rf"现在|马上|立刻|这会儿|{L}(?:right now|now|straight away|immediately){R}")


def find(text: str) -> Iterator[Mention]:
    """Every length of the line, and moments counted from now."""
    for match in _NOW.finditer(text):
        yield Mention(match.start(), match.end(), "moment")
    for pattern, minutes in _RULES:
        for match in pattern.finditer(text):
            length = minutes(match)
            if length is None:
                continue
            start, end, kind = match.start(), match.end(), "length"
            later = _LATER_ZH.match(text, end) or _FROM_NOW.match(text, end)
            if later:
                end, kind = later.end(), "moment"
            elif found := _IN.search(text[:start]):
                start, kind = found.start(), "moment"
            elif found := _FOR.search(text[:start]):
                start = found.start()
            yield Mention(start, end, kind, length=length)


def _decimal(match: re.Match[str]) -> int | None:
    hours = match["hours"]
    return round(float(hours) * 60) if hours else None


def _hours(match: re.Match[str]) -> int | None:
    hours, rest = number(match["hours"]), number(match["rest"]) if match["rest"] else 0
    if hours is None or rest is None:
        return None
    return hours * 60 + rest + (30 if match["half"] else 0)


def _minutes(match: re.Match[str]) -> int | None:
    return number(match["minutes"])


def _said(minutes: int) -> Callable[[re.Match[str]], int | None]:
    return lambda _match: minutes


def _quarters(match: re.Match[str]) -> int | None:
    count = number(match["count"])
    return None if count is None else 15 * count


_NONE = r"(?P<rest>(?!))?"
# "1h30" without a unit only where nothing stands between; "2 hours 20 min" with one.
_REST_EN = (
    r"(?:(?:\s*(?:and\s+)?(?=\d{1,2}\s*m)|(?=\d{2}))(?P<rest>\d{1,2})(?!\d)(?!\s*(?:[ap]\.?m|:))"
    r"\s*(?:m|mins?|minutes?)?)?"
)
_MINUTES_EN = rf"(?:\s+(?:and\s+)?(?P<rest>\d{{1,2}}|{EN})\s+min(?:ute)?s?)?"

_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]], ...] = tuple(
    (re.compile(pattern), minutes)
    for pattern, minutes in (
        (rf"(?P<minutes>{ZH})\s*分钟", _minutes),
        (r"(?<![\d点时])(?P<minutes>\d{2,3})分(?!钟)", _minutes),
        (rf"(?P<hours>{ZH})\s*{_ZH_HOUR}(?P<half>半)?(?:零?(?P<rest>{ZH})分钟?)?", _hours),
        (rf"(?P<hours>{ZH})个(?P<half>半)(?:小时|钟头|钟)(?P<rest>(?!))?", _hours),
        (rf"(?<![\d.])(?P<hours>\d{{1,3}}\.\d{{1,2}})\s*{_ZH_HOUR}", _decimal),
        (r"半个?(?:多)?(?:小时|钟头|钟)", _said(30)),
        (r"(?P<count>[一两二三123])刻钟", _quarters),
        (r"(?<![\d.:])(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?|')(?![a-z\d])", _minutes),
        (rf"{L}(?P<minutes>{EN})\s+(?:mins?|minutes?){R}", _minutes),
        (
            rf"(?<![\d.:])(?!\d\dh\d\d)(?P<hours>\d{{1,3}})\s*(?:h|hrs?|hours?)(?P<half>(?!))?{_REST_EN}{R}",
            _hours,
        ),
        (rf"(?<![\d.:])(?P<hours>\d{{1,3}}\.\d{{1,2}})\s*(?:h|hrs?|hours?){R}", _decimal),
        (
            rf"{L}(?P<hours>{EN}|an?)\s+(?:hours?|hrs?)(?P<half>\s+and\s+a\s+half)?{_MINUTES_EN}{R}",
            _hours,
        ),
        (
            rf"(?P<hours>(?<![\d.:])\d{{1,3}}|{L}(?:{EN}|an?))\s+(?P<half>and\s+a\s+half)\s+hours?{_NONE}{R}",
            _hours,
        ),
        (rf"{L}(?:(?:a\s+)?half\s+(?:an?\s+)?hour|half-hour){R}", _said(30)),
        (rf"{L}hour\s+and\s+a\s+half{R}", _said(90)),
        (rf"{L}(?:an?\s+)?quarter\s+of\s+an\s+hour{R}", _said(15)),
        (rf"{L}three\s+quarters\s+of\s+an\s+hour{R}", _said(45)),
    )
)
