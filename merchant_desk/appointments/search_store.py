"""Finds appointments by their customer's or service's name."""

from __future__ import annotations

import datetime as dt

from merchant_desk.appointments.line_rows import LINE, LIVE
from merchant_desk.appointments.model import FoundVisit
from merchant_desk.catalog import store as catalog_store
from merchant_desk.core.clock import parse_wall, wall
from merchant_desk.core.pinyin import fold, search_key
from merchant_desk.db.records import Reader, in_list, literal

# So long what is over, missed or called off can still be found.
_LOOKED_BACK = dt.timedelta(days=30)
# The lines of as many visits as are wanted are read at once; no visit is expected to have more.
_MOST_SERVICES = 10


def named(r: Reader, text: str, now: dt.datetime, limit: int = 6) -> list[FoundVisit]:
    """Appointments whose customer or service is called so, by name, pinyin or initials.

    What is still to come first, by time; then what is over, missed or called off, of the last 30 days and
    all days ahead, the latest first. No text gives none.
    """
    typed = fold(text)
    if not typed:
        return []
    services = [one.id for one in catalog_store.services(r, archived=True) if typed in search_key(one.name)]
    names, params = in_list("service", [*services, ""])
    matches = f"(customer.search LIKE :text ESCAPE '!' OR line.service_id IN {names})"
    coming = f"({LIVE} AND appointment.status <> 'done' AND line.end > :now)"
    found: dict[str, FoundVisit] = {}
    for which, order in ((coming, ""), (f"NOT {coming}", " DESC")):
        rows = r.all(
            f"{LINE} WHERE line.start >= :since AND {matches} AND {which}"
            f" ORDER BY line.start{order}, line.id{order} LIMIT :most",
            since=wall(now - _LOOKED_BACK),
            now=wall(now),
            text=f"%{literal(typed)}%",
            most=(limit - len(found)) * _MOST_SERVICES,
            **params,
        )
        for row in rows:
            if len(found) < limit and row["appointment_id"] not in found:
                found[row["appointment_id"]] = _found(r, row["appointment_id"])
    return list(found.values())


def _found(r: Reader, appointment_id: str) -> FoundVisit:
    rows = r.all(LINE + "WHERE line.appointment_id = :id ORDER BY line.start, line.seq", id=appointment_id)
    first = rows[0]
    services = " + ".join(row["service"] for row in rows)
    return FoundVisit(
        appointment_id, first["customer"], services, parse_wall(first["start"]), first["status"]
    )
