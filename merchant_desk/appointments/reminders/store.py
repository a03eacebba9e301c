"""Reads who is to be reminded of a day's appointments, and what is about to begin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from merchant_desk.appointments.reminders.model import Reminder, ReminderVisit
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.shop import store as shop_store

if TYPE_CHECKING:
    import sqlite3

    from merchant_desk.db.records import Reader

_ROWS = (
    "SELECT appointment.id, appointment.customer_id, appointment.status, appointment.address,"
    " appointment.reminded_at, customer.name AS customer, customer.phone_typed, customer.wechat,"
    " line.start, line.end, service.name AS service, worker.name AS worker"
    " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
    " JOIN customer ON customer.id = appointment.customer_id"
    " JOIN service ON service.id = line.service_id JOIN worker ON worker.id = line.worker_id "
)
_TO_COME = "appointment.status IN ('booked', 'confirmed')"
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ReminderList:
    """The customers of a day by time, the template of their message ("" for the usual), the shop's name."""

    day: dt.date
    reminders: tuple[Reminder, ...]
    template: str
    shop: str


def due(r: Reader, day: dt.date) -> ReminderList:
    """Everybody who has an appointment to come that begins on the day, already reminded or not."""
    rows = r.all(
        # A visit that began the day before was that day's to remind of.
        _ROWS + f"WHERE {_TO_COME} AND line.start >= :day AND line.start < :next"
        " AND NOT EXISTS (SELECT 1 FROM appointment_line earlier"
        " WHERE earlier.appointment_id = appointment.id AND earlier.start < :day)"
        " ORDER BY line.start, line.seq, line.id",
        day=day.isoformat(),
        next=(day + _ONE_DAY).isoformat(),
    )
    people: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        people.setdefault(row["customer_id"], []).append(row)
    shop = shop_store.shop(r)
    return ReminderList(
        day=day,
        reminders=tuple(_reminder(mine) for mine in people.values()),
        template=shop_store.booking_rules(r).reminder.strip(),
        shop=shop.name if shop else "",
    )


def soon(r: Reader, now: dt.datetime) -> list[Reminder]:
    """Whose appointment begins within the shop's notice from `now` on, naive shop time; by time.

    Empty where the shop wants no notice.
    """
    ahead = shop_store.booking_rules(r).alert
    if ahead <= 0:
        return []
    rows = r.all(
        _ROWS
        + f"WHERE {_TO_COME} AND line.start > :now AND line.start < :day_after AND line.appointment_id IN"
        " (SELECT first.appointment_id FROM appointment_line first WHERE first.start > :now"
        " AND first.start <= :until) AND NOT EXISTS (SELECT 1 FROM appointment_line earlier"
        " WHERE earlier.appointment_id = appointment.id AND earlier.start <= :now)"
        " ORDER BY line.start, line.seq, line.id",
        now=wall(now),
        until=wall(now + dt.timedelta(minutes=ahead)),
        day_after=wall(now + _ONE_DAY),
    )
    visits: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        visits.setdefault(row["id"], []).append(row)
    return [_reminder(lines) for lines in visits.values()]


def _reminder(rows: list[sqlite3.Row]) -> Reminder:
    visits: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        visits.setdefault(row["id"], []).append(row)
    return Reminder(
        customer_id=rows[0]["customer_id"],
        customer=rows[0]["customer"],
        phone_typed=rows[0]["phone_typed"],
        wechat=rows[0]["wechat"],
        visits=tuple(_visit(lines) for lines in visits.values()),
    )


def _visit(lines: list[sqlite3.Row]) -> ReminderVisit:
    first = lines[0]
    return ReminderVisit(
        appointment_id=first["id"],
        start=parse_wall(first["start"]),
        end=max(parse_wall(line["end"]) for line in lines),
        services=tuple(dict.fromkeys(line["service"] for line in lines)),
        workers=tuple(dict.fromkeys(line["worker"] for line in lines)),
        address=first["address"],
        status=first["status"],
        reminded_at=parse_wall(first["reminded_at"]) if first["reminded_at"] else None,
    )
