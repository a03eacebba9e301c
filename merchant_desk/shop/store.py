"""Reads the shop's own facts, its opening spans, closed days and settings."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from merchant_desk.core.clock import DEFAULT_ZONE, parse_day
from merchant_desk.db.records import Reader, in_list
from merchant_desk.shop.holidays import Holiday, built_in, english, first_year, usual_calendar
from merchant_desk.shop.model import BookingRules, ClosedDay, OpeningSpan, Shop

DEFAULT_STEP = 15
# The setting under which each of the booking rules is kept.
RULE_KEYS = {
    "step_minutes": "step",
    "notice_minutes": "notice",
    "horizon_days": "horizon",
    "late_cancel_hours": "late_hours",
    "alert_minutes": "alert",
    "reminder_text": "reminder",
}
CALENDAR_KEY = "holidays"
YEARS_KEY = "holiday_years"


def shop(r: Reader) -> Shop | None:
    """The shop's facts, or None while it has not been set up."""
    rows = r.all(
        "SELECT id, value FROM setting WHERE id IN ('name', 'trade', 'currency', 'zone', 'step_minutes')"
    )
    known = {row["id"]: json.loads(row["value"]) for row in rows}
    if "name" not in known:
        return None
    return Shop(
        name=known["name"],
        trade=known.get("trade", ""),
        currency=known.get("currency", "CNY"),
        zone=known.get("zone", DEFAULT_ZONE),
        step_minutes=known.get("step_minutes", DEFAULT_STEP),
    )


def zone(r: Reader) -> str:
    """The shop's IANA zone."""
    return str(setting(r, "zone", DEFAULT_ZONE))


def booking_rules(r: Reader) -> BookingRules:
    """How the shop gives its time away; what nobody chose is as usual."""
    names, params = in_list("key", list(RULE_KEYS))
    rows = r.all(f"SELECT id, value FROM setting WHERE id IN {names}", **params)
    return BookingRules(**{RULE_KEYS[row["id"]]: json.loads(row["value"]) for row in rows})


def opening(r: Reader) -> list[OpeningSpan]:
    """The weekly opening spans, by weekday and time."""
    rows = r.all("SELECT weekday, start, end FROM opening ORDER BY weekday, start")
    return [OpeningSpan(row["weekday"], row["start"], row["end"]) for row in rows]


def closed_days(r: Reader) -> list[ClosedDay]:
    """The dates on which the shop stays closed, earliest first."""
    rows = r.all("SELECT id, day, name FROM closed_day ORDER BY day")
    return [ClosedDay(row["id"], parse_day(row["day"]), row["name"]) for row in rows]


def booked_days(r: Reader, first: dt.date, last: dt.date) -> int:
    """How many appointments are booked from `first` to `last`, both included."""
    count: int = r.value(
        "SELECT count(DISTINCT appointment.id) FROM appointment_line JOIN appointment"
        " ON appointment.id = appointment_line.appointment_id"
        " WHERE appointment_line.start >= :first AND appointment_line.start < :after"
        " AND appointment.status IN ('booked', 'confirmed', 'arrived')",
        first=first.isoformat(),
        after=(last + dt.timedelta(days=1)).isoformat(),
    )
    return count


def holidays(r: Reader, first: dt.date, last: dt.date) -> list[Holiday]:
    """The public holidays from `first` to `last`, both included, and the working days swapped for them.

    A year that was loaded stands in the place of the one that was built in.
    """
    calendar, loaded = holiday_calendar(r), loaded_years(r)
    years = [year for year in range(first.year, last.year + 1) if year not in loaded]
    days = {one.day: one for year in years for one in built_in(calendar, year)}
    rows = r.all(
        "SELECT day, name, works FROM holiday WHERE day BETWEEN :first AND :last",
        first=first.isoformat(),
        last=last.isoformat(),
    )
    for row in rows:
        day = parse_day(row["day"])
        days[day] = Holiday(day, row["name"], bool(row["works"]), english(row["name"]))
    return sorted(one for one in days.values() if first <= one.day <= last)


def announced(r: Reader, year: int) -> bool:
    """False for a year to come whose holidays the shop's calendar does not know yet.

    A shop without a calendar waits for none.
    """
    calendar = holiday_calendar(r)
    if not calendar or year < first_year(calendar):
        return True
    return bool(built_in(calendar, year)) or year in loaded_years(r)


def holiday_calendar(r: Reader) -> str:
    """Whose holidays are built in for this shop, "cn" or "" for nobody's; by its zone until it is chosen."""
    chosen = setting(r, CALENDAR_KEY)
    return str(usual_calendar(zone(r)) if chosen is None else chosen)


def loaded_years(r: Reader) -> dict[int, tuple[dt.date, ...]]:
    """The years that were loaded from a file, each with its days that lie in a neighbouring year."""
    kept: dict[str, list[str]] = setting(r, YEARS_KEY, {})
    return {int(year): tuple(parse_day(day) for day in days) for year, days in kept.items()}


def setting(r: Reader, key: str, default: Any = None) -> Any:
    """The value kept under `key`, or `default` where nobody chose one."""
    value = r.value("SELECT value FROM setting WHERE id = :key", key=key)
    return default if value is None else json.loads(value)
