"""Times in English: 4pm, half past 4, quarter to five, 4-5:30pm, noon, this evening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from merchant_desk.appointments.phrases import times
from merchant_desk.appointments.phrases.days_en import MONTH_BEFORE
from merchant_desk.appointments.phrases.line import EN, L, R, number
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.times import Clock, TimeWord

_PERIODS = {
    "morning": "morning",
    "afternoon": "afternoon",
    "arvo": "afternoon",
    "evening": "evening",
    "night": "evening",
    "lunchtime": "noon",
    "lunch time": "noon",
    "am": "morning",
    "pm": "afternoon",
}
_EDGE = r"(?<![\d:./-])"
_HALF = r"\s*[ap]\.?\s?m\.?(?![a-z])|[ap](?![a-z.'])"
_NUMBER = rf"(?:\d{{1,2}}|{EN})"
_TWELVE = re.compile(rf"(?<![\d:./])(?P<hour>\d{{1,2}}?)(?:[:.h]?(?P<minute>\d{{2}}))?(?P<half>{_HALF})")
_SPACED = re.compile(rf"(?<![\d:./])(?P<hour>\d{{1,2}}) (?P<minute>\d{{2}})(?P<half>{_HALF})")
_SPELT = re.compile(rf"{L}(?P<hour>{EN})(?P<half>\s*[ap]\.?m\.?){R}")
_H = re.compile(rf"{_EDGE}(?P<hour>\d{{2}})h(?P<minute>\d{{2}}){R}")
_OCLOCK = re.compile(rf"{_EDGE}{L}(?P<hour>{_NUMBER})\s*o'?\s?clock{R}")
_COLON_HALF = re.compile(rf"{_EDGE}(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?![\d:]){R}")
_PAST = re.compile(
    rf"{L}(?:(?P<half>half)(?:\s+past)?|(?P<quarter>(?:a\s+)?quarter)\s+(?P<q>past|after|to|before|of|til)|"
    rf"(?P<count>{_NUMBER})(?:\s*min(?:ute)?s?)?\s+(?P<c>past|to|before))\s+(?P<hour>{_NUMBER})(?![\d:])"
    rf"(?P<ampm>{_HALF})?{R}"
)
_AT = re.compile(
    rf"(?:{L}at\s+|@\s*)(?P<hour>\d{{1,2}}|{EN})(?:\s*ish)?(?![\d:./-])(?!\s*(?:[ap]\.?m|min|h)){R}"
)
_ISH = re.compile(rf"{_EDGE}(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?\s?-?ish{R}")
_NOON = re.compile(rf"{L}(?:12\s*)?(?:noon|midday){R}")
_MIDNIGHT = re.compile(rf"{L}midnight{R}")
_BETWEEN = r"\s*(?:-|to|till?|until|through)\s*"
_FROM = re.compile(rf"(?:{L}from\s+)?{_EDGE}(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?{_BETWEEN}$")
_BARE = re.compile(
    rf"(?P<from>{L}from\s+)?{_EDGE}(?P<a>\d{{1,2}})(?::(?P<am>\d{{2}}))?{_BETWEEN}"
    rf"(?P<b>\d{{1,2}})(?::(?P<bm>\d{{2}}))?(?![\d:/])(?!\s*(?:{_HALF}|min|hour|hr|h(?![a-z]))){R}"
)
_ALONE = re.compile(
    rf"(?:{L}|(?<={L}to))(?:in the\s+)?(" + "|".join(sorted(_PERIODS, key=len, reverse=True)) + rf"){R}"
)
_VAGUE = re.compile(
    rf"{L}(?:same time|(?:usual time|(?:the|as) usual)|later|after work|after lunch|first thing){R}"
)
_WITHIN = re.compile(rf"{L}(?:any ?time )?between\s+\S{{1,8}}\s+and\s+\S{{1,8}}")
_OR = re.compile(rf"{_EDGE}(?P<hour>\d{{1,2}})(?::(?P<minute>\d{{2}}))?\s*or\s*$")
_AROUND = re.compile(rf"{L}(?:after|before|by|not before|no later than|any time after|from)\s+$")


def find(text: str) -> Iterator[Mention]:
    """Every time of the line, and every part of a day that stands alone."""
    for start, end, said in _clocks(text):
        yield Mention(start, end, "time", time=said)
        if said.start is None:
            continue
        around = _AROUND.search(text[:start])
        if around:
            yield Mention(around.start(), end, "time", time=TimeWord(said.start, code="which_time"))
        before = _FROM.search(text[:start])
        if before is not None:
            first = times.word(int(before["hour"]), int(before["minute"] or 0))
            yield Mention(before.start(), end, "time", time=times.span(first, said))
        either = _OR.search(text[:start])
        if either is not None:
            first = times.word(int(either["hour"]), int(either["minute"] or 0))
            yield Mention(
                either.start(), either.end(), "time", time=replace(times.span(first, said), end=None)
            )
    for match in _BARE.finditer(text):
        if match["am"] or match["bm"] or match["from"] or "-" not in match[0]:
            first = times.word(int(match["a"]), int(match["am"] or 0))
            last = times.word(int(match["b"]), int(match["bm"] or 0))
            yield Mention(match.start(), match.end(), "time", time=times.span(first, last))
    for pattern in (_VAGUE, _WITHIN):
        for match in pattern.finditer(text):
            yield Mention(match.start(), match.end(), "time", time=TimeWord(code="which_time"))
    for match in _ALONE.finditer(text):
        yield Mention(match.start(), match.end(), "period", time=TimeWord(period=_PERIODS[match[1]]))


def _clocks(text: str) -> Iterator[tuple[int, int, TimeWord]]:
    for match in _TWELVE.finditer(text):
        half = "morning" if "a" in match["half"] else "afternoon"
        yield match.start(), match.end(), _twelve(int(match["hour"]), int(match["minute"] or 0), half)
    for match in _SPACED.finditer(text):
        # The 5 of "Dec 5 10am" is a day, and so is that of "the 25 10am".
        if int(match["hour"]) <= 12 and not MONTH_BEFORE.search(text[: match.start()]):
            half = "morning" if "a" in match["half"] else "afternoon"
            yield match.start(), match.end(), _twelve(int(match["hour"]), int(match["minute"]), half)
    for match in _SPELT.finditer(text):
        half = "morning" if "a" in match["half"] else "afternoon"
        yield match.start(), match.end(), _twelve(number(match["hour"]) or 0, 0, half)
    for pattern in (_H, _COLON_HALF, _ISH):
        for match in pattern.finditer(text):
            sure = pattern is _H or match["hour"].startswith("0") or int(match["hour"]) > 12
            said = times.word(int(match["hour"]), int(match["minute"] or 0), sure=sure)
            yield match.start(), match.end(), said
    for pattern in (_OCLOCK, _AT):
        for match in pattern.finditer(text):
            hour = number(match["hour"])
            if hour is not None:
                yield match.start(), match.end(), times.word(hour, 0)
    for match in _PAST.finditer(text):
        yield match.start(), match.end(), _past(match)
    for match in _NOON.finditer(text):
        yield match.start(), match.end(), TimeWord(Clock(12, 0, True))
    for match in _MIDNIGHT.finditer(text):
        yield match.start(), match.end(), TimeWord(code="bad_time")


def _twelve(hour: int, minute: int, half: str) -> TimeWord:
    """12am is midnight, 12pm noon; there is no 13am."""
    if hour > 12 and half == "morning":
        return TimeWord(code="bad_time")
    if hour == 12 and half == "morning":
        return times.word(0, minute, sure=True)
    return times.word(hour, minute, half)


def _past(match: re.Match[str]) -> TimeWord:
    hour = number(match["hour"])
    count = 30 if match["half"] else 15 if match["quarter"] else number(match["count"] or "")
    if hour is None or count is None or not 0 < count < 60 or not 1 <= hour <= 24:
        return TimeWord(code="bad_time")
    if (match["q"] or match["c"]) in {"to", "before", "of", "til"}:
        hour, count = hour - 1 or 12, 60 - count
    if match["ampm"]:
        return _twelve(hour, count, "morning" if "a" in match["ampm"] else "afternoon")
    return times.word(hour, count)
