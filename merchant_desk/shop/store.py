"""Reads the shop's own facts, its opening spans, closed days and settings."""

from __future__ import annotations

import json
from typing import Any

from merchant_desk.core.clock import DEFAULT_ZONE, parse_day
from merchant_desk.db.records import Reader, in_list
from merchant_desk.shop.model import BookingRules, ClosedDay, OpeningSpan, Shop

DEFAULT_STEP = 15


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


def booking_rules(r: Reader) -> BookingRules:
    """How the shop gives its time away; what nobody chose is as usual."""
    keys = {
        "step_minutes": "step",
        "notice_minutes": "notice",
        "horizon_days": "horizon",
        "late_cancel_hours": "late_hours",
        "alert_minutes": "alert",
        "reminder_text": "reminder",
    }
    names, params = in_list("key", list(keys))
    rows = r.all(f"SELECT id, value FROM setting WHERE id IN {names}", **params)
    return BookingRules(**{keys[row["id"]]: json.loads(row["value"]) for row in rows})


def opening(r: Reader) -> list[OpeningSpan]:
    """The weekly opening spans, by weekday and time."""
    rows = r.all("SELECT weekday, start, end FROM opening ORDER BY weekday, start")
    return [OpeningSpan(row["weekday"], row["start"], row["end"]) for row in rows]


def closed_days(r: Reader) -> list[ClosedDay]:
    """The dates on which the shop stays closed, earliest first."""
    rows = r.all("SELECT id, day, name FROM closed_day ORDER BY day")
    return [ClosedDay(row["id"], parse_day(row["day"]), row["name"]) for row in rows]


def setting(r: Reader, key: str, default: Any = None) -> Any:
    """The value kept under `key`, or `default` where nobody chose one."""
    value = r.value("SELECT value FROM setting WHERE id = :key", key=key)
    return default if value is None else json.loads(value)
