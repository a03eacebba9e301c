"""Numbers with a mark between them, which may be a date or a time: 3/8, 3.8, 3-8, 2026/3/9."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence

from merchant_desk.appointments.phrases import days, times
from merchant_desk.appointments.phrases.line import HAN
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.times import Clock, TimeWord

_EDGE = r"(?<![\d:./-])"
_AFTER = r"(?![\d:]|[./-]\d)"
_SLASHED = re.compile(rf"{_EDGE}(\d{{1,2}})([/.-])(\d{{1,2}})(?:\2(\d{{4}}|\d{{2}}))?{_AFTER}")
_FOUR = re.compile(r"(?<![\d:./-])(\d{2})(\d{2})(?![\d:]|[./-]\d)")
_TO = re.compile(r"\s*(?:-|到|至|to|till?|until)\s*")
_PHONE = re.compile(r"(?:尾号|手机|电话|tail|phone|ending(?: in)?)\s*:?\s*$")
_NOT_ON = re.compile(
    r"(?<![a-z])(?:after|before|by|until|till|since|not|except|(?:the )?week of)\s+(?:the\s+)?$"
)
_NOT_ON_ZH = re.compile(
    r"\s*(?:(?:之|以)[前后]|[前后](?![面天]))|\s+(?:after next|onwards?|or later)(?![a-z])"
)
_LENGTH = re.compile(r"\s*(?:个?小时|个?钟头|个钟|分钟|h(?:ours?|rs?)?(?![a-z])|min|点|时|号|日|[ap]\.?m)")


def find(text: str, today: dt.date, month_first: bool) -> Iterator[Mention]:
    """Every such number; what may be a date as well as a time is a "pair" of both."""
    for match in _SLASHED.finditer(text):
        if match[2] != "/" and _LENGTH.match(text, match.end()):
            continue
        first, second = int(match[1]), int(match[3])
        year = int(match[4]) if match[4] else None
        if year is not None and year < 100:
            year += 2000
        day = days.slashed(today, first, second, year, month_first)
        time = None if year is not None else _time(match[2], match[1], match[3])
        if day is not None or time is not None:
            kind = "pair" if day and time else "day" if day else "time"
            yield Mention(match.start(), match.end(), kind, day=day, time=time)
    for match in _FOUR.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60 and not _LENGTH.match(text, match.end()):
            yield Mention(match.start(), match.end(), "time", time=TimeWord(Clock(hour, minute, True)))


def _time(mark: str, first: str, second: str) -> TimeWord | None:
    """What 4.30 is as a time, and 4-6 as a span."""
    hour, rest = int(first), int(second)
    if mark == "." and hour < 24 and len(second) == 2 and rest < 60:
        return TimeWord(Clock(hour, rest, hour > 12 or first.startswith("0")))
    if mark == "-" and hour <= 24 and rest <= 24:
        return TimeWord(Clock(hour, 0, hour > 12), Clock(rest, 0, rest > 12))
    return None


def without_tails(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """1530 is a time only where no other is said; beside one, or behind 尾号, it is the end of a phone."""
    others = [one for one in mentions if one.kind in {"time", "moment"} and not _is_four(text, one)]
    return [
        one for one in mentions if not (_is_four(text, one) and (others or _PHONE.search(text[: one.start])))
    ]


def spans_joined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Two times with "to" between them are one span."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.time is not None
            and mention.time is not None
            and before.kind == mention.kind == "time"
            and _TO.fullmatch(text[before.end : mention.start])
        ):
            said = times.span(before.time, mention.time)
            joined[-1] = Mention(before.start, mention.end, "time", time=said)
        else:
            joined.append(mention)
    return joined


def days_loosened(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """What is before Friday or 周五之后 is not Friday: the day is offered, and asked about."""
    loosened: list[Mention] = []
    ends = {one.end for one in mentions}
    for mention in mentions:
        if _cut_from_a_name(text, mention, ends):
            continue
        before = _NOT_ON.search(text[: mention.start])
        behind = _NOT_ON_ZH.match(text, mention.end)
        if mention.kind == "day" and mention.day is not None and mention.day.date and (before or behind):
            start = before.start() if before else mention.start
            end = behind.end() if behind else mention.end
            taken = any(one.start < end and start < one.end for one in mentions if one is not mention)
            if not taken:
                asked = days.asked("vague_day", mention.day.date)
                loosened.append(Mention(start, end, "day", day=asked))
                continue
        loosened.append(mention)
    return loosened


def _cut_from_a_name(text: str, mention: Mention, ends: Collection[int]) -> bool:
    """The 明 of 小明晚上7点 is no tomorrow, that of 李悦明晚7点 is: there the name ends before it."""
    if mention.kind != "day" or mention.end - mention.start > 1 or not HAN.match(text, mention.start):
        return False
    return bool(HAN.match(text[: mention.start][-1:])) and mention.start not in ends


def _is_four(text: str, mention: Mention) -> bool:
    return mention.kind == "time" and bool(_FOUR.fullmatch(text[mention.start : mention.end]))
