"""The message of a reminder: the shop's own words or the usual ones, filled in for one customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_desk.appointments.reminders.model import fill
from merchant_desk.shell import language
from merchant_desk.shell.reminder_text import day_words, usual_template

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.appointments.reminders.model import Reminder
    from merchant_desk.appointments.reminders.store import ReminderList


def message(known: ReminderList, reminder: Reminder, today: dt.date) -> str:
    """The whole text for one customer, ready to be sent."""
    address = next((visit.address for visit in reminder.visits if visit.address), "")
    facts = {
        "name": reminder.customer,
        "day": day_words(known.day, today),
        "time": language.joined([language.time_text(visit.start) for visit in reminder.visits]),
        "service": what_text(reminder),
        "worker": who_text(reminder),
        "shop": known.shop,
        "address": address,
    }
    return fill(known.template or usual_template(bool(address)), facts)


def what_text(reminder: Reminder) -> str:
    """All services of the day, each named once."""
    return language.joined(list(dict.fromkeys(name for visit in reminder.visits for name in visit.services)))


def who_text(reminder: Reminder) -> str:
    """All workers of the day, each named once."""
    return language.joined(list(dict.fromkeys(name for visit in reminder.visits for name in visit.workers)))
