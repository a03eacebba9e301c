"""Reads series: their rules, their dates, and where one appointment stands among them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from merchant_desk.appointments import store
from merchant_desk.appointments.model import CLOSED, Appointment
from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader


@dataclass(frozen=True, slots=True)
class Series:
    """One agreement of many dates: an RFC 5545 `rule`, its first date, and the dates left out of it."""

    id: str
    rule: str
    start: dt.datetime
    skipped: tuple[dt.datetime, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One appointment of a series: `at` is when the rule has it, wherever it was moved to."""

    appointment_id: str
    at: dt.datetime
    start: dt.datetime
    status: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an appointment stands: the `number`th of `count` dates of a series with this rule.

    `start` is the series' first date; `moved` says that this one is not when the rule has it.
    """

    series_id: str
    rule: str
    start: dt.datetime
    number: int
    count: int
    moved: bool


def series(r: Reader, series_id: str) -> Series | None:
    """One series, or None."""
    row = r.one("SELECT id, rule, start, skipped FROM series WHERE id = :id", id=series_id)
    if row is None:
        return None
    skipped = tuple(parse_wall(text) for text in json.loads(row["skipped"]))
    return Series(row["id"], row["rule"], parse_wall(row["start"]), skipped)


def members(r: Reader, series_id: str) -> list[Member]:
    """The appointments of a series in the rule's order, also those that are over or called off."""
    rows = r.all(
        "SELECT appointment.id, appointment.series_at, appointment.status, min(line.start) AS start"
        " FROM appointment JOIN appointment_line line ON line.appointment_id = appointment.id"
        " WHERE appointment.series_id = :id AND appointment.series_at IS NOT NULL"
        " GROUP BY appointment.id, appointment.series_at, appointment.status"
        " ORDER BY appointment.series_at, appointment.id",
        id=series_id,
    )
    return [
        Member(row["id"], parse_wall(row["series_at"]), parse_wall(row["start"]), row["status"])
        for row in rows
    ]


def standing(r: Reader, appointment_id: str) -> Standing | None:
    """Where the appointment stands in its series, or None where it is not one of a series."""
    row = r.one(
        "SELECT series_id, series_at,"
        " (SELECT min(start) FROM appointment_line WHERE appointment_id = appointment.id) AS start"
        " FROM appointment WHERE id = :id AND series_id IS NOT NULL AND series_at IS NOT NULL",
        id=appointment_id,
    )
    whole = None if row is None else series(r, row["series_id"])
    if row is None or whole is None:
        return None
    counted = r.one(
        "SELECT count(*) AS count, sum(CASE WHEN series_at <= :at THEN 1 ELSE 0 END) AS number"
        " FROM appointment WHERE series_id = :id",
        id=whole.id,
        at=row["series_at"],
    )
    count, number = (counted["count"], counted["number"]) if counted is not None else (1, 1)
    return Standing(whole.id, whole.rule, whole.start, number, count, row["start"] != row["series_at"])


def left(r: Reader, appointment_id: str) -> int:
    """How many dates of its series come after this appointment and can still be changed."""
    count = r.value(
        "SELECT count(*) FROM appointment later JOIN appointment this ON this.series_id = later.series_id"
        " WHERE this.id = :id AND later.series_at > this.series_at"
        " AND later.status NOT IN ('done', 'no_show', 'cancelled')",
        id=appointment_id,
    )
    return int(count)


def others(r: Reader, known: Appointment, scope: str, now: dt.datetime) -> list[Appointment]:
    """The other dates of the scope ("later" or "all") that have not begun and are not over, by the rule."""
    at = known.series_at or known.start
    found = [
        store.appointment(r, one.appointment_id)
        for one in members(r, known.series_id or "")
        if one.appointment_id != known.id
        and one.status not in CLOSED
        and one.start >= now
        and (scope == "all" or one.at >= at)
    ]
    return [one for one in found if one is not None]
