"""Times in Chinese: 下午三点半, 15点, 差一刻五点, 3-5点, 傍晚."""

from __future__ import annotations

import re
from collections.abc import Iterator

from merchant_desk.appointments.phrases import times
from merchant_desk.appointments.phrases.line import ZH, number
from merchant_desk.appointments.phrases.mentions import Mention
from merchant_desk.appointments.phrases.times import TimeWord

_PERIODS = {
    **dict.fromkeys(("凌晨", "半夜", "深夜", "午夜"), "dawn"),
    **dict.fromkeys(
        ("清晨", "清早", "早晨", "早上", "大清早", "一大早", "一早", "上午", "午前", "早"), "morning"
    ),
    **dict.fromkeys(("中午", "正午", "晌午"), "noon"),
    **dict.fromkeys(("午后", "下午"), "afternoon"),
    **dict.fromkeys(("傍晚", "黄昏", "晚上", "晚间", "夜晚", "夜里", "夜间", "晚"), "evening"),
}
_PERIOD = "|".join(sorted(_PERIODS, key=len, reverse=True))
_QUARTER = {"一": 15, "1": 15, "二": 30, "两": 30, "2": 30, "三": 45, "3": 45}
# What follows a number makes it no minutes: 3点90分钟, 三点两个人.
_NO_MINUTES = r"(?!\d|分钟|个|小时|点|号|月|天|人|位|刻钟|[-.:/])"
_HOUR = rf"(?P<hour>{ZH})\s?(?:点|时(?!间))(?!\d+%)"
_REST = (
    rf"(?:(?P<half>半)(?!个?小?时|个)|(?P<quarter>[一二两三123])刻(?!钟)|差(?P<less>{ZH})分?|"
    rf"(?:过|零|0)?(?P<minute>{ZH}){_NO_MINUTES}分?)?(?:钟|整)?"
)
_CLOCK = re.compile(
    rf"(?:(?P<period>{_PERIOD})\s*(?:的)?)?(?:差(?P<short>一刻|{ZH}分?)\s*)?{_HOUR}{_REST}(?P<after>多|过)?"
)
_COLON = re.compile(
    rf"(?:(?P<period>{_PERIOD})\s*)?(?<![\d:./-])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}})?(?![\d:])"
    r"(?!\s*[ap]\.?m)"
)
# The first half of a span, where only its end says that it is a time: 3-5点, 下午2点到4点.
_FROM = re.compile(rf"(?:(?P<period>{_PERIOD})\s*)?(?<![\d:./月-])(?P<hour>{ZH})\s*(?:-|到|至)\s*$")
_VAGUE = re.compile(
    r"老时间|老地方|过?待会儿?|等会儿?|等下|等一下|过?一会儿?|晚点儿?|稍后|早点儿?|下班后?|放学后?|饭后|有空的时候"
)
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天](?=[一二三四五六七八九十两]{1,3}[点时])")
_ALONE = re.compile(_PERIOD)
_AROUND = re.compile(r"\s*(?:之|以)?[前后](?!天)")


def find(text: str) -> Iterator[Mention]:
    """Every time of the line, and every part of a day that stands alone."""
    # 周二十点 is Tuesday at ten, not at twenty.
    text = _WEEKDAY.sub(lambda match: "\0" * len(match[0]), text)
    for match in _CLOCK.finditer(text):
        said = _clock(match)
        if said is not None:
            yield from _with_start(text, match.start(), match.end(), said)
    for match in _COLON.finditer(text):
        said = times.word(int(match["hour"]), int(match["minute"]), _period(match), _certain(match["hour"]))
        yield from _with_start(text, match.start(), match.end(), said)
    for match in _VAGUE.finditer(text):
        yield Mention(match.start(), match.end(), "time", time=TimeWord(code="which_time"))
    for match in _ALONE.finditer(text):
        period = _PERIODS[match[0]]
        if len(match[0]) > 1 or _single(text, match):
            yield Mention(match.start(), match.end(), "period", time=TimeWord(period=period))


def _single(text: str, match: re.Match[str]) -> bool:
    """早 and 晚 alone are words of names too; behind a day they are parts of it."""
    before = text[: match.start()].rstrip()
    return before[-1:] in tuple("今明昨天日号一二三四五六末后")


def _with_start(text: str, start: int, end: int, said: TimeWord) -> Iterator[Mention]:
    around = _AROUND.match(text, end)
    if around and said.start is not None:
        end, said = around.end(), TimeWord(said.start, code="which_time")
    yield Mention(start, end, "time", time=said)
    before = _FROM.search(text[:start])
    if before is None or said.start is None:
        return
    hour = number(before["hour"])
    if hour is not None:
        first = times.word(hour, 0, _period(before))
        yield Mention(before.start(), end, "time", time=times.span(first, said))


def _clock(match: re.Match[str]) -> TimeWord | None:
    hour = number(match["hour"])
    if hour is None:
        return None
    minute = _minute(match)
    if minute is None:
        return None
    less = 0
    if match["short"]:
        less = 15 if match["short"] == "一刻" else number(match["short"].removesuffix("分")) or 0
    elif match["less"]:
        less = number(match["less"]) or 0
    if less:
        if not 0 < less < 60 or hour < 1:
            return TimeWord(code="bad_time")
        return times.word(hour - 1 or 12, 60 - less, _period(match), _certain(match["hour"]))
    return times.word(hour, minute, _period(match), _certain(match["hour"]))


def _minute(match: re.Match[str]) -> int | None:
    if match["half"]:
        return 30
    if match["quarter"]:
        return _QUARTER[match["quarter"]]
    return number(match["minute"]) if match["minute"] else 0


def _certain(hour: str) -> bool:
    """Whether nothing is left to guess, as in 03:00 and 15点."""
    return hour.isascii() and (hour.startswith("0") or int(hour) > 12)


def _period(match: re.Match[str]) -> str:
    return _PERIODS[match["period"]] if match["period"] else ""
