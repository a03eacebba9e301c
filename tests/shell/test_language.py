"""Dates, times, money and counts as each language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from merchant_desk.shell import language, words

DAY = dt.date(2025, 8, 20)
NOW = dt.datetime(2025, 8, 20, 14, 24)


@pytest.fixture(params=["en", "zh_CN"])
def spoken(request: pytest.FixtureRequest, dressed: QApplication) -> Iterator[str]:
    language.install(dressed, request.param)
    yield request.param
    language.install(dressed, "en")


def pick(spoken: str, english: str, chinese: str) -> str:
    return english if spoken == "en" else chinese


def test_current(spoken: str) -> None:
    assert language.current() == spoken


def test_days(spoken: str) -> None:
    assert language.day_title(DAY) == pick(spoken, "Wednesday 20 August", "8月20日 星期三")
    assert language.short_day(DAY) == pick(spoken, "20 Aug", "8月20日")
    assert language.full_day(DAY) == pick(spoken, "20 August 2025", "2025年8月20日")
    assert language.month_title(DAY) == pick(spoken, "August 2025", "2025年8月")
    assert language.short_month(DAY) == pick(spoken, "Aug", "8月")
    assert language.brief_day(DAY) == pick(spoken, "Wed 20 Aug", "8月20日 周三")
    closed = pick(spoken, "20 Aug – 26 August 2025", "2025年8月20日 – 8月26日")
    assert language.days_text(DAY, DAY + dt.timedelta(days=6)) == closed
    within, across = (DAY, DAY + dt.timedelta(days=6)), (DAY, DAY + dt.timedelta(days=12))
    assert language.week_title(*within) == pick(spoken, "20–26 August", "8月20日–26日")
    assert language.week_title(*across) == pick(spoken, "20 August – 1 September", "8月20日–9月1日")
    assert language.in_year(language.short_day(DAY), 2025) == pick(spoken, "20 Aug 2025", "2025年8月20日")
    assert language.weekday_name(6) == pick(spoken, "Sunday", "星期日")
    assert language.weekday_name(0, short=True) == pick(spoken, "Mon", "周一")


@pytest.mark.parametrize(
    ("days", "english", "chinese"),
    [
        (0, "today", "今天"),
        (1, "tomorrow", "明天"),
        (-1, "yesterday", "昨天"),
        (2, "22 Aug", "8月22日"),
        (200, "8 March 2026", "2026年3月8日"),
    ],
)
def test_near_days(spoken: str, days: int, english: str, chinese: str) -> None:
    assert language.near_day(DAY + dt.timedelta(days=days), DAY) == pick(spoken, english, chinese)


@pytest.mark.parametrize(
    ("minutes", "english", "chinese"),
    [
        (0, "just now", "刚刚"),
        (1, "1 minute ago", "1 分钟前"),
        (59, "59 minutes ago", "59 分钟前"),
        (120, "2 hours ago", "2 小时前"),
        (60 * 24, "1 day ago", "1 天前"),
        (60 * 24 * 3, "3 days ago", "3 天前"),
        (60 * 24 * 90, "22 May 2025", "2025年5月22日"),
    ],
)
def test_ago(spoken: str, minutes: int, english: str, chinese: str) -> None:
    assert language.ago(NOW - dt.timedelta(minutes=minutes), NOW) == pick(spoken, english, chinese)


def test_times(spoken: str) -> None:
    assert language.time_text(dt.time(9, 5)) == "09:05"
    assert language.span_text(NOW, NOW + dt.timedelta(minutes=75)) == "14:24–15:39"
    assert language.moment_text(NOW, NOW) == pick(spoken, "today 14:24", "今天 14:24")
    assert language.minutes_text(90) == pick(spoken, "1 h 30 min", "1 小时 30 分")
    assert language.minutes_text(45) == pick(spoken, "45 min", "45 分")
    assert language.minutes_text(120) == pick(spoken, "2 h", "2 小时")
    assert language.minutes_text(0) == pick(spoken, "0 min", "0 分")


def test_numbers(spoken: str) -> None:
    assert language.number(52180) == "52,180"
    assert language.number(-3) == "−3"
    assert language.percent(0.38) == "38%"
    assert language.percent(0.834, signed=True) == "+83%"
    assert language.percent(-0.06, signed=True) == "−6%"
    assert language.percent(0.001) == "0%"
    assert language.percent(-0.001, signed=True) == "0%"
    assert language.percent(0.1234, places=1) == "12.3%"
    assert language.joined(["小雨", "Momo"]) == pick(spoken, "小雨, Momo", "小雨、Momo")


@pytest.mark.parametrize(
    ("minor", "english", "chinese"),
    [
        (0, "¥0", "¥0"),
        (99_900, "¥999", "¥999"),
        (123_400, "¥1.2k", "¥1,234"),
        (8_000_000, "¥80k", "¥8万"),
        (-8_500_000, "−¥85k", "−¥8.5万"),
    ],
)
def test_money_on_an_axis(spoken: str, minor: int, english: str, chinese: str) -> None:
    assert language.short_money(minor) == pick(spoken, english, chinese)


def test_money_in_the_shops_currency(dressed: QApplication) -> None:
    assert language.money(123450) == "¥1,234.50"
    assert language.money(286000) == "¥2,860"
    assert language.money(-2000) == "−¥20"
    language.use_currency("JPY")
    assert language.money(1234) == "¥1,234"
    assert language.short_money(1234) == "¥1.2k"
    language.use_currency("EUR")
    assert language.short_money(12_300_000) == "€123k"
    language.use_currency("CNY")


def test_a_zone_and_a_currency_have_a_name_behind_their_code() -> None:
    assert language.zone_name("America/New_York").startswith("America/New_York · ")
    assert language.zone_name("Mars/Base") == "Mars/Base"
    assert words.currency_name("USD") == "USD · US dollar"
    assert words.currency_name("XTS") == "XTS"
