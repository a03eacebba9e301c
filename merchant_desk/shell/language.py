"""The language of the windows, switched at run time; dates, times, money and counts in its manner."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimeZone, QTranslator

from merchant_desk.core.money import Cents, format_money
from merchant_desk.core.paths import resource

_CHINESE_DAYS = "一二三四五六日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class _Spoken:
    """The language in use; one for the whole program, as Qt's translators are."""

    code = "en"
    currency = "CNY"
    installed = 0
    translators: tuple[QTranslator, ...] = ()


def install(app: QCoreApplication, lang: str) -> None:
    """Speak `lang` ("zh_CN" or "en") from now on; texts already on screen must be made anew."""
    for old in _Spoken.translators:
        app.removeTranslator(old)
    own, qt = QTranslator(), QTranslator()
    own_found = own.load(str(resource("translations", f"merchant_desk_{lang}.qm")))
    qt_found = lang != "en" and qt.load(
        QLocale(lang), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    )
    _Spoken.translators = tuple(found for found, there in ((qt, qt_found), (own, own_found)) if there)
    for new in _Spoken.translators:
        app.installTranslator(new)
    QLocale.setDefault(QLocale(lang))
    _Spoken.code = lang
    _Spoken.installed += 1


def current() -> str:
    """The language in use: "zh_CN" or "en"."""
    return _Spoken.code


def edition() -> int:
    """Counts the installs; tables of translated words are kept per edition."""
    return _Spoken.installed


def use_currency(currency: str) -> None:
    """The shop's currency, for every amount written from now on."""
    _Spoken.currency = currency


def currency() -> str:
    """The currency that amounts are written in."""
    return _Spoken.currency


def money(minor: int, cents: Cents = "auto") -> str:
    """An amount of minor units in the shop's currency: '¥1,234.50'."""
    return format_money(minor, _Spoken.currency, cents)


def short_money(minor: int) -> str:
    """An amount for an axis: '¥8万' or '¥80k'."""
    sign, rest = ("−", -minor) if minor < 0 else ("", minor)
    unit = 100 if _Spoken.currency not in {"JPY", "KRW", "VND"} else 1
    step, mark = (10_000, "万") if _chinese() else (1_000, "k")
    whole = rest / unit
    mark_text = format_money(0, _Spoken.currency).rstrip("0")
    if whole >= step:
        return f"{sign}{mark_text}{f'{whole / step:.1f}'.rstrip('0').rstrip('.')}{mark}"
    return f"{sign}{mark_text}{whole:,.0f}"


def number(value: int) -> str:
    """A count with separators: '52,180'."""
    return f"{value:,}".replace("-", "−")


def percent(share: float, places: int = 0, signed: bool = False) -> str:
    """A share as a percentage: 0.38 gives '38%'; `signed` puts a plus before a rise."""
    value = round(share * 100, places)
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return f"{sign}{abs(value):,.{places}f}%"


def day_title(day: dt.date) -> str:
    """'8月20日 星期三' or 'Wednesday 20 August'."""
    if _chinese():
        return f"{day.month}月{day.day}日 星期{_CHINESE_DAYS[day.weekday()]}"
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def week_title(first: dt.date, last: dt.date) -> str:
    """'8月18日–24日', '8月25日–9月1日', '18–24 August', '25 August – 1 September'."""
    if _chinese():
        until = f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
        return f"{first.month}月{first.day}日–{until}"
    if last.month == first.month:
        return f"{first.day}–{last.day} {_MONTHS[last.month - 1]}"
    return f"{first.day} {_MONTHS[first.month - 1]} – {last.day} {_MONTHS[last.month - 1]}"


def in_year(words: str, year: int) -> str:
    """A day or days with their year: '2027年1月4日–10日', '4–10 January 2027'."""
    return f"{year}年{words}" if _chinese() else f"{words} {year}"


def short_day(day: dt.date) -> str:
    """'8月20日' or '20 Aug'."""
    return f"{day.month}月{day.day}日" if _chinese() else f"{day.day} {_MONTHS[day.month - 1][:3]}"


def brief_day(day: dt.date) -> str:
    """'8月20日 周三' or 'Wed 20 Aug'."""
    weekday = weekday_name(day.weekday(), short=True)
    return f"{short_day(day)} {weekday}" if _chinese() else f"{weekday} {short_day(day)}"


def full_day(day: dt.date) -> str:
    """With its year: '2025年8月20日' or '20 August 2025'."""
    if _chinese():
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_text(first: dt.date, last: dt.date) -> str:
    """From one day to another with their year: '15 Feb – 23 February 2026', '2026年2月15日 – 2月23日'."""
    if first.year != last.year:
        return f"{full_day(first)} – {full_day(last)}"
    begins, ends = (full_day, short_day) if _chinese() else (short_day, full_day)
    return f"{begins(first)} – {ends(last)}"


def month_title(day: dt.date) -> str:
    """'2025年8月' or 'August 2025'."""
    return f"{day.year}年{day.month}月" if _chinese() else f"{_MONTHS[day.month - 1]} {day.year}"


def short_month(day: dt.date) -> str:
    """'8月' or 'Aug'."""
    return f"{day.month}月" if _chinese() else _MONTHS[day.month - 1][:3]


def weekday_name(weekday: int, short: bool = False) -> str:
    """Monday is 0: '星期一' ('周一'), 'Monday' ('Mon')."""
    if _chinese():
        return f"{'周' if short else '星期'}{_CHINESE_DAYS[weekday]}"
    return _DAYS[weekday][:3] if short else _DAYS[weekday]


def time_text(at: dt.datetime | dt.time) -> str:
    """'14:30'."""
    return f"{at.hour:02d}:{at.minute:02d}"


def span_text(start: dt.datetime, end: dt.datetime) -> str:
    """'14:00–15:15'."""
    return f"{time_text(start)}–{time_text(end)}"


def moment_text(at: dt.datetime, now: dt.datetime) -> str:
    """A time beside the day it falls on: '今天 12:30', 'today 12:30', '20 Aug 12:30'."""
    return f"{near_day(at.date(), now.date())} {time_text(at)}"


def near_day(day: dt.date, today: dt.date) -> str:
    """Today, tomorrow and yesterday by name, this year by month and day, else with the year."""
    near = {0: ("今天", "today"), 1: ("明天", "tomorrow"), -1: ("昨天", "yesterday")}
    named = near.get((day - today).days)
    if named:
        return named[0] if _chinese() else named[1]
    return short_day(day) if day.year == today.year else full_day(day)


def ago(at: dt.datetime, now: dt.datetime) -> str:
    """How long since: '刚刚', '5 分钟前', '3 天前', 'just now', '5 minutes ago', '3 days ago'."""
    minutes = max(0, int((now - at).total_seconds() // 60))
    days = (now.date() - at.date()).days
    if minutes < 1:
        return "刚刚" if _chinese() else "just now"
    if minutes < 60:
        return f"{minutes} 分钟前" if _chinese() else f"{_counted(minutes, 'minute')} ago"
    if days < 1:
        return f"{minutes // 60} 小时前" if _chinese() else f"{_counted(minutes // 60, 'hour')} ago"
    if days < 60:
        return f"{days} 天前" if _chinese() else f"{_counted(days, 'day')} ago"
    return full_day(at.date())


def minutes_text(minutes: int) -> str:
    """A length: '1 小时 30 分', '45 分', '1 h 30 min', '45 min'."""
    hours, rest = divmod(minutes, 60)
    hour, minute = (" 小时", " 分") if _chinese() else (" h", " min")
    parts = ([f"{hours}{hour}"] if hours else []) + ([f"{rest}{minute}"] if rest or not hours else [])
    return " ".join(parts)


def joined(parts: list[str]) -> str:
    """Names in a row: '小雨、阿琳' or 'Ana, Ben'."""
    return ("、" if _chinese() else ", ").join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _chinese() -> bool:
    return _Spoken.code == "zh_CN"


def zone_name(zone: str) -> str:
    """An IANA zone with what people call it: 'Asia/Shanghai · China Standard Time'."""
    known = QTimeZone(zone.encode("ascii"))
    kinds = QTimeZone.TimeType.StandardTime, QTimeZone.NameType.LongName
    name = known.displayName(*kinds, QLocale(_Spoken.code)) if known.isValid() else ""
    return f"{zone} · {name}" if name else zone
