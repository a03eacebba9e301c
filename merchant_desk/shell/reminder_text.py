"""The usual words of a reminder, and how it names its day: for the list of reminders and for Settings."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell import language


def usual_template(at_home: bool) -> str:
    """What is sent where the shop has no words of its own; `at_home` where the worker comes to them."""
    if at_home:
        return QCoreApplication.translate(
            "reminders",
            "Hello {name}, this is {shop}. We come to you {day} at {time}: {service}, with {worker}."
            " Address: {address}. If that does not suit you, please tell us in time.",
        )
    return QCoreApplication.translate(
        "reminders",
        "Hello {name}, this is {shop}. We look forward to seeing you {day} at {time}: {service}, with"
        " {worker}. If you cannot come, please tell us in time.",
    )


def day_words(day: dt.date, today: dt.date) -> str:
    """A day that cannot be taken for another one when it is read later: 'tomorrow (Friday 22 August)'."""
    title = language.day_title(day)
    near = language.near_day(day, today)
    if abs((day - today).days) > 1:
        return title
    return f"{near}（{title}）" if language.current() == "zh_CN" else f"{near} ({title})"
