"""The wishes on the waiting list in words: which days, which times, and what is free for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.appointments.waiting.model import DAY_BEGINS, DAY_ENDS
from merchant_desk.shell import language

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.model import Offer
    from merchant_desk.appointments.waiting.model import Waiting


def days_text(first: dt.date, last: dt.date, today: dt.date) -> str:
    """'today', '20 Aug – 24 Aug'."""
    if first == last:
        return _day(first, today)
    return f"{_day(first, today)} – {_day(last, today)}"


def times_text(from_time: str, to_time: str) -> str:
    """'14:00–18:00', 'after 18:00', 'until 12:00', '' for any time."""
    if (from_time, to_time) == (DAY_BEGINS, DAY_ENDS):
        return ""
    if to_time == DAY_ENDS:
        return QCoreApplication.translate("waiting", "from {time} on").replace("{time}", from_time)
    if from_time == DAY_BEGINS:
        return QCoreApplication.translate("waiting", "until {time}").replace("{time}", to_time)
    return f"{from_time}–{to_time}"


def wish_text(one: Waiting, today: dt.date) -> str:
    """Days and times of a wish: 'today – 24 Aug, from 18:00 on'."""
    parts = [days_text(one.first_day, one.last_day, today), times_text(one.from_time, one.to_time)]
    return language.joined([part for part in parts if part])


def offer_text(offer: Offer, today: dt.date) -> str:
    """A free time: 'Fri 22 Aug 14:30 · Momo'."""
    return f"{_day(offer.start.date(), today)} {language.time_text(offer.start)} · {offer.worker}"


def _day(day: dt.date, today: dt.date) -> str:
    near = language.near_day(day, today)
    if abs((day - today).days) <= 1:
        return near
    gap = "" if language.current() == "zh_CN" else " "
    weekday = language.weekday_name(day.weekday(), short=True)
    return f"{near}{weekday}" if not gap else f"{weekday} {near}"
