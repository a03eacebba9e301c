"""Day words in English: tomorrow, next fri, 8 Mar, 3/8, the 20th, end of month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from merchant_desk.appointments.phrases import days
from merchant_desk.appointments.phrases.days import DayWord
from merchant_desk.appointments.phrases.line import EN, L, R, number
from merchant_desk.appointments.phrases.mentions import Mention

Say = Callable[[re.Match[str], dt.date], DayWord | None]

_WEEKDAY = (
    r"mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_STARTS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
# A day may follow; one before the month is its own.
MONTH_BEFORE = re.compile(rf"{L}(?:{_MONTH})\.?\s+(?:the\s+)?$")
_DAY_BEFORE = re.compile(r"(?<![\d:.])(?<!at )\d{1,2}(?:st|nd|rd|th)?\s*(?:of\s+)?$")
_YEAR = r"(?:\s*,?\s+(?P<year>\d{4})(?![\d:]))?"
# "May 8pm" is somebody called May at eight.
_NO_TIME = r"(?!\d|\s*(?:[ap]\.?m|[ap](?![a-z])|o'?clock|:|\.\d|h(?![a-z])|-\d|min|hour|hr))"
_FIXED = {
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "valentines day": (2, 14),
    "valentine's": (2, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "nye": (12, 31),
}
_MOVING = (
    r"easter(?: (?:sun|mon)day)?|good friday|black friday|thanksgiving|mother'?s'? day|father'?s'? day|"
    r"lab(?:o|ou)r day|chinese new year|lunar new year|cny|bank holiday|pay ?day|ramadan|eid|diwali|hanukkah|"
    r"memorial day|president'?s'? day|spring festival|"
    r"mid-?autumn(?: festival)?|dragon boat(?: festival)?|qingming"
)
_MOVED = re.compile(rf"{L}({_MOVING}){R}")
# What the calendar calls them.
_CALLED = {
    **dict.fromkeys(("chinese new year", "lunar new year", "cny", "spring festival"), "春节"),
    **dict.fromkeys(("mid-autumn", "midautumn", "mid-autumn festival", "midautumn festival"), "中秋"),
    **dict.fromkeys(("dragon boat", "dragon boat festival"), "端午"),
    "qingming": "清明",
}
_EVERY = (
    rf"every\s+(?:(?:other|second|third|fourth|\d{{1,2}}|{EN})\s+)?(?:day|week|month)s?"
    r"|every\s+(?:other|second)(?=\s)"
)
_SOMEDAY = r"some ?day|some ?time|any ?day|any ?time|soon|asap|one of these days|whenever|next year|last week"
# What a mistyped word may have been.
WORDS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("today", "tonight", "tomorrow", "yesterday"),
)
_SHORT = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "tmr", "tmrw")


def find(
    text: str, today: dt.date, named: Mapping[str, tuple[dt.date, ...]] | None = None
) -> Iterator[Mention]:
    """Every day word of the line, overlapping ones as well."""
    for match in _MOVED.finditer(text):
        offers = (named or {}).get(_CALLED.get(match[1], match[1]), ())
        yield Mention(match.start(), match.end(), "day", day=days.named(offers))
    for pattern, say in _RULES:
        for match in pattern.finditer(text):
            word = say(match, today)
            if word is not None:
                yield Mention(match.start(), match.end(), "day", day=word)


def meant(word: str, today: dt.date) -> DayWord | None:
    """What a mistyped day word may mean, to be asked about; None where it looks like none.

    `word` is a lower-case word that nothing else knows.
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return None
    near = [known for known in WORDS if abs(len(known) - len(word)) <= 2 and _near(word, known)]
    near += [short for short in _SHORT if word == short + short[-1] or word == short[0] + short]
    if not near and (not word.endswith("day") or len(word) < 5 or word == "birthday"):
        return None
    found = [date for known in near for date in _dates(known, today)]
    return days.asked("unknown_day", *dict.fromkeys(found))


def _dates(word: str, today: dt.date) -> tuple[dt.date, ...]:
    if word == "yesterday":
        return ()
    mention = next(iter(find(word, today)), None)
    said = mention.day if mention else None
    return tuple(filter(None, (said.date, *said.offers))) if said else ()


def _near(word: str, known: str) -> bool:
    most = 1 if len(word) < 6 else 2
    return word[0] == known[0] and distance(word, known, most) <= most


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be changed, added, left out or swapped with the next; `most` + 1 is many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        two_before, before = before, row
        row = [at]
        for there, wanted in enumerate(other, 1):
            cost = min(before[there] + 1, row[-1] + 1, before[there - 1] + (char != wanted))
            if two_before and there > 1 and char == other[there - 2] and one[at - 2] == wanted:
                cost = min(cost, two_before[there - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _weekday(match: re.Match[str], today: dt.date) -> DayWord:
    wanted = _STARTS.index(match["day"][:3])
    which = match["which"] or ""
    if which in {"every", "each"}:
        return days.again(days.weekday(today, wanted))
    if which == "this":
        return days.of_week(today, 0, wanted)
    if which in {"last", "past"}:
        return days.of_week(today, -1, wanted)
    if which in {"next", "nxt"}:
        date = days.of_week(today, 1, wanted).date
        coming = days.of_week(today, 0, wanted).date
        other = coming if coming != today else None
        return DayWord(date, said="next_week" if other else "", other=other)
    return days.weekday(today, wanted)


def _week_on(match: re.Match[str], today: dt.date) -> DayWord:
    """A week after the coming one."""
    wanted = _STARTS.index((match["a"] or match["b"])[:3])
    ahead = (wanted - today.weekday()) % 7 or 7
    return DayWord(today + dt.timedelta(days=ahead + 7))


def _month_day(match: re.Match[str], today: dt.date) -> DayWord:
    month = _MONTHS.index(match["month"][:3]) + 1
    year = int(match["year"]) if match["year"] else None
    return days.month_day(today, year, month, int(match["day"]))


def _month_first(match: re.Match[str], today: dt.date) -> DayWord | None:
    """5 Dec 10 is the fifth at ten, not the tenth."""
    return None if _DAY_BEFORE.search(match.string[: match.start()]) else _month_day(match, today)


def _from_now(match: re.Match[str], today: dt.date) -> DayWord | None:
    count = number(match["count"])
    return None if count is None else days.from_now(today, count, match["unit"])


def _again(match: re.Match[str], today: dt.date) -> DayWord:
    if match["day"]:
        return days.again(days.weekday(today, _STARTS.index(match["day"][:3])))
    return days.asked("repeats", today, today + dt.timedelta(days=1))


def _part(match: re.Match[str], today: dt.date) -> DayWord:
    part = {"end": "end", "start": "start", "beginning": "start", "middle": "middle", "mid": "middle"}
    return days.part_of_month(today, part[match["part"]], 1 if match["next"] else 0)


_RULES: tuple[tuple[re.Pattern[str], Say], ...] = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (rf"{L}(?:today|2day){R}", lambda _m, t: DayWord(t)),
        (rf"{L}(?:this (?=morning|afternoon|evening)|to(?=night))", lambda _m, t: DayWord(t)),
        (
            rf"{L}(?:tomorrow|tmro?w?|tmw|tmoro|2mor(?:ro)?w?o?|tomoz){R}",
            lambda _m, t: days.from_now(t, 1, "day"),
        ),
        (rf"{L}(?:(?:a )?week on (?P<a>{_WEEKDAY})|(?P<b>{_WEEKDAY}) week){R}", _week_on),
        (rf"{L}(?:in )?a fortnight{R}", lambda _m, t: days.from_now(t, 2, "week")),
        (rf"{L}(?:the )?day after tomorrow{R}", lambda _m, t: days.from_now(t, 2, "day")),
        (rf"{L}(?:yesterday|last night){R}", lambda _m, t: days.known(t - dt.timedelta(days=1), t)),
        (rf"{L}(?:(?P<which>this|next|nxt|last|past|coming|every|each)\s+)?(?P<day>{_WEEKDAY}){R}", _weekday),
        (
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<month>{_MONTH}){R}\.?{_YEAR}",
            _month_day,
        ),
        (
            rf"{L}(?P<month>{_MONTH})\.?\s*(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_NO_TIME}{R}{_YEAR}",
            _month_first,
        ),
        (
            rf"{L}(?:the\s+)?(?<!\d)(\d{{1,2}})(?:st|nd|rd|th){R}(?!\s*of\s+(?!the))",
            lambda m, t: days.day_of_month(t, int(m[1])),
        ),
        (rf"{L}in\s+(?P<count>\d{{1,3}}|an?|{EN})\s+(?P<unit>day|week|month)s?{R}", _from_now),
        (
            rf"{L}(?P<count>\d{{1,3}}|an?|{EN})\s+(?P<unit>day|week|month)s?\s+from\s+(?:now|today){R}",
            _from_now,
        ),
        (rf"{L}(next )?(?:this |the )?(?:weekend|w/e){R}", lambda m, t: days.weekend(t, 1 if m[1] else 0)),
        (rf"{L}(next|this|later this) week{R}", lambda m, t: days.vague_week(t, 1 if m[1] == "next" else 0)),
        (rf"{L}next month{R}", lambda _m, t: days.part_of_month(t, "start", 1)),
        (
            rf"{L}(?P<part>end|start|beginning|middle|mid)\s*(?:of\s+)?(?:the\s+)?(?P<next>next\s+)?month{R}",
            _part,
        ),
        (
            rf"{L}(?:{_SOMEDAY}){R}",
            lambda _m, t: days.soon(t),
        ),
        (
            rf"{L}(?:{_EVERY}|daily|weekly|bi-?weekly|fortnightly|monthly)(?:\s+(?:on\s+)?(?P<day>{_WEEKDAY})s?)?{R}",
            _again,
        ),
        (
            "(?<![a-z])(" + "|".join(sorted(_FIXED, key=len, reverse=True)) + ")(?![a-z])",
            lambda m, t: days.fixed(t, *_FIXED[m[1]]),
        ),
    )
)
