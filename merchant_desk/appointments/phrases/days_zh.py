"""Day words in Chinese, on both sides of the strait: 明天, 下周三, 3月8号, 月底, 腊月二十八."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from merchant_desk.appointments.phrases import days
from merchant_desk.appointments.phrases.days import DayWord
from merchant_desk.appointments.phrases.line import ZH, number
from merchant_desk.appointments.phrases.mentions import Mention

Say = Callable[[re.Match[str], dt.date], DayWord | None]

_WEEK = r"(?:周|星期|礼拜)"
_NOT_A_ROOM = r"(?!\s*(?:技师|房|桌|店|楼|线|色|床|台|包))"
_END = r"(?:号|日)" + _NOT_A_ROOM
_YEAR = r"(?:(?P<year>\d{4}|\d{2})年|(?P<near>[去今明后])年)"
# 周五3点 is Friday at three; 周5点 is nothing.
_NAMES = r"(?:[一二三四五六日天末七八九十](?![点时])|\d(?![\d点时:]))"
_WEEKDAYS = dict(zip("一二三四五六日天1234567", (0, 1, 2, 3, 4, 5, 6, 6, 0, 1, 2, 3, 4, 5, 6), strict=True))
_NEAR = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_UNIT = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month"}
_PART = {"底": "end", "末": "end", "初": "start", "中": "middle"}
# Days that go by a name and are the same date every year; longer names first where one holds another.
_FIXED = {
    "元旦": (1, 1),
    "情人节": (2, 14),
    "三八妇女节": (3, 8),
    "三八节": (3, 8),
    "三八": (3, 8),
    "妇女节": (3, 8),
    "女神节": (3, 8),
    "五一劳动节": (5, 1),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "六一儿童节": (6, 1),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "教师节": (9, 10),
    "国庆": (10, 1),
    "十一国庆": (10, 1),
    "双十一": (11, 11),
    "双11": (11, 11),
    "双十二": (12, 12),
    "双12": (12, 12),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
    "跨年": (12, 31),
}
# These have another date every year: what the lexicon does not know is asked.
_MOVING = (
    "春节|除夕|大年夜|年三十|过年|小年夜|小年|腊八节?|元宵节?|清明节?|端午节?|七夕节?|中元节|中秋节?|重阳节?|冬至|立春|立夏|立秋|立冬|"
    "母亲节|父亲节|感恩节|复活节|万圣节|黑五|小长假|黄金周|春分|夏至|秋分"
)
_LUNAR_DAY = r"(?:初[一二三四五六七八九十\d]|廿[一二三四五六七八九]?|[一二三四五六七八九十]{1,3}|\d{1,2})"


def find(text: str, today: dt.date, named: Mapping[str, tuple[dt.date, ...]]) -> Iterator[Mention]:
    """Every day word of the line, overlapping ones as well."""
    for pattern, say in _RULES:
        for match in pattern.finditer(text):
            word = say(match, today)
            if word is not None:
                yield Mention(match.start(), match.end(), "day", day=word)
    for match in re.finditer(_MOVING, text):
        word = days.named(named.get(match[0].removesuffix("节"), ()))
        yield Mention(match.start(), match.end(), "day", day=word)


def _near(match: re.Match[str], today: dt.date) -> DayWord:
    return days.known(today + dt.timedelta(days=_NEAR[match[1]]), today)


def _weekday(match: re.Match[str], today: dt.date) -> DayWord:
    prefix, name = match["which"] or "", match["day"]
    if prefix in {"每", "每个"}:
        return days.again(days.weekday(today, _WEEKDAYS.get(name, 0)))
    weeks = prefix.count("下") - prefix.count("上")
    if name == "末":
        return days.weekend(today, weeks)
    if name not in _WEEKDAYS:
        return days.asked("unknown_day")
    wanted = _WEEKDAYS[name]
    return days.of_week(today, weeks, wanted) if prefix else days.weekday(today, wanted)


def _again(match: re.Match[str], today: dt.date) -> DayWord:
    said = match.groupdict()
    if said.get("day"):
        return days.again(days.weekday(today, _WEEKDAYS[said["day"]]))
    date = number(said.get("date") or "")
    if date is not None:
        return days.again(days.day_of_month(today, date))
    return days.asked("repeats", today, today + dt.timedelta(days=1))


def _month_day(match: re.Match[str], today: dt.date) -> DayWord | None:
    month, day = number(match["month"]), number(match["day"])
    if month is None or day is None:
        return None
    year: int | None = None
    if match["year"]:
        year = int(match["year"])
        year += 2000 if year < 100 else 0
    elif match["near"]:
        year = today.year + {"去": -1, "今": 0, "明": 1, "后": 2}[match["near"]]
    return days.month_day(today, year, month, day)


def _of_month(match: re.Match[str], today: dt.date) -> DayWord | None:
    day = number(match["day"])
    if day is None:
        return None
    which = match["which"] or ""
    if not which:
        return days.day_of_month(today, day)
    return days.day_of_month(today, day, days.months_on(today, which.count("下") - which.count("上")))


def _from_now(match: re.Match[str], today: dt.date) -> DayWord | None:
    count = number(match["count"])
    return None if count is None else days.from_now(today, count, _UNIT[match["unit"]])


def _part(match: re.Match[str], today: dt.date) -> DayWord:
    return days.part_of_month(today, _PART[match["part"]], (match["which"] or "").count("下"))


def _unknown(_match: re.Match[str], _today: dt.date) -> DayWord:
    return days.asked("unknown_day")


def _iso(match: re.Match[str], today: dt.date) -> DayWord:
    return days.month_day(today, int(match[1]), int(match[2]), int(match[3]))


def _fixed(match: re.Match[str], today: dt.date) -> DayWord:
    return days.fixed(today, *_FIXED[match[1]])


_RULES: tuple[tuple[re.Pattern[str], Say], ...] = tuple(
    (re.compile(pattern), say)
    for pattern, say in (
        (r"(大前|前|昨|今|明|大后|后)(?:天|日)", _near),
        (r"(昨|今|明|后)(?:儿个?|个)(?![^\W\d_]*[时月])", _near),
        (r"(昨|今|明)(?=[早晚晨上下中][\d午上间]?)", _near),
        (
            rf"(?P<which>下+个?|上+个?|这个?|本|每个?)?{_WEEK}(?P<day>{_NAMES})",
            _weekday,
        ),
        (
            rf"{_YEAR}?\s*(?P<month>{ZH})月(?:份)?\s*(?P<day>{ZH})(?:{_END}|(?![号日\d点时分:]))",
            _month_day,
        ),
        (rf"(?P<which>下+个?月|上+个?月|这个?月|本月|当月)?\s*(?P<day>{ZH}){_END}", _of_month),
        (r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", _iso),
        (rf"(?:过|再过)?(?P<count>{ZH})个?(?P<unit>天|日|星期|礼拜|周|月)(?:之|以)?后", _from_now),
        (rf"过(?!两天)(?P<count>{ZH})个?(?P<unit>天|星期|礼拜|周|月)", _from_now),
        (
            r"过(?:一两|两三|几|两)天|[这改哪]两?天|[这哪]几天|最近|有空|随时|改日|回头",
            lambda _m, t: days.soon(t),
        ),
        (r"今明两?天?|今明后天?", lambda _m, t: days.soon(t, 0)),
        (r"明后(?:两)?天", lambda _m, t: days.soon(t, 1, 2)),
        (r"(?P<which>下个?)?月(?P<part>[底末初中])", _part),
        (
            rf"(?<!\d){ZH}月份?(?!\s*(?:[\d一二三四五六七八九十初廿底末中份]|后))",
            lambda _m, _t: days.asked("vague_day"),
        ),
        (r"半个?[月年](?:之|以)?后|[两三四五六七八九十几]年后", _unknown),
        (r"[上中下]旬|年[底末初]|节[前后]|年[前后]", lambda _m, _t: days.asked("vague_day")),
        (
            r"(下+)(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末\d])",
            lambda m, t: days.vague_week(t, len(m[1])),
        ),
        (r"(?:这个?|本)(?:周|星期|礼拜)(?![一二三四五六日天末\d])", lambda _m, t: days.vague_week(t, 0)),
        (r"上个?(?:周|星期|礼拜)(?![一二三四五六日天末\d])", lambda _m, _t: days.asked("past_day")),
        (
            r"下个?月(?!底|末|初|中|\s*[\d一二三四五六七八九十]+(?:号|日))",
            lambda _m, t: days.part_of_month(t, "start", 1),
        ),
        (
            rf"(?:每隔?{ZH}?个?|隔)(?:天|日|周|星期|礼拜)的?(?:(?:周|星期|礼拜)(?P<day>[一二三四五六日天]))?",
            _again,
        ),
        (rf"每{ZH}?个?月的?(?:(?P<date>{ZH})(?:号|日))?", _again),
        ("(" + "|".join(sorted(_FIXED, key=len, reverse=True)) + ")节?(?:那天|当天)?(?!点)", _fixed),
        (
            rf"(?:农历|阴历|旧历|老历)\s*(?:闰?[正腊冬一二三四五六七八九十\d]{{1,2}}月)?{_LUNAR_DAY}?(?:号|日)?",
            _unknown,
        ),
        (
            rf"[正腊冬]月{_LUNAR_DAY}?(?:号|日)?|(?:大年)?初[一二三四五六七八九十]|廿[一二三四五六七八九]",
            _unknown,
        ),
        (rf"(?<![一二三四五六七八九十\d])闰?{ZH}月(?:初|廿)[一二三四五六七八九十]", _unknown),
        (r"八月十五(?![号日])", _unknown),
    )
)
