"""Finds customers while their name is typed, and reads one's card."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import parse_day, parse_wall, wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.customers.model import (
    CardTouch,
    Consent,
    Customer,
    CustomerCard,
    CustomerRow,
    Upcoming,
    Visit,
)
from merchant_desk.customers.phones import read_phone, region_of, typed_digits
from merchant_desk.db.records import Reader, literal
from merchant_desk.shop import store as shop_store
from merchant_desk.sources.credit import last_touches

_MOST_WORDS = 5
_LONGEST_TEXT = 100
_WHOLE_NUMBER = 7
_RECENT_SALES = 400
# Written so that no index answers for merged_into: nearly every row has none, and going through such an
# index visits the rows out of order.
_LIVE = "customer.archived_at IS NULL AND coalesce(customer.merged_into, '') = ''"

# The last sales say who was here lately; older ones need no order among themselves.
_LATELY = (
    "lately AS (SELECT customer_id, max(sold_at) AS seen FROM (SELECT customer_id, sold_at FROM sale"
    " WHERE customer_id IS NOT NULL ORDER BY day DESC, id DESC LIMIT :recent) AS latest GROUP BY customer_id)"
)
_ROW = (
    " SELECT customer.id, customer.name, customer.phone_typed, customer.phone_tail, customer.note,"
    " (SELECT count(DISTINCT day) FROM sale WHERE sale.customer_id = customer.id"
    " AND sale.status = 'paid' AND sale.refund_of IS NULL) AS visits,"
    " (SELECT max(day) FROM sale WHERE sale.customer_id = customer.id"
    " AND sale.status = 'paid' AND sale.refund_of IS NULL) AS last_day,"
    " (SELECT coalesce(sum(takings), 0) FROM sale WHERE sale.customer_id = customer.id"
    " AND sale.status = 'paid') AS spent"
    " FROM found JOIN customer ON customer.id = found.id"
)
# A search column starts with the folded name and goes on with its full pinyin, so what stands behind
# the name's length is how the name is typed.
_RANK = (
    "CASE WHEN length(name) = :length AND search LIKE :start ESCAPE '!' THEN 0"
    " WHEN phone_tail = :text THEN 0"
    " WHEN search LIKE :start ESCAPE '!' THEN 1"
    " WHEN substr(search, length(name) + 2, :length) = :text THEN 1"
    " WHEN search || ' ' LIKE :word ESCAPE '!' THEN 2"
    " WHEN search LIKE :word_start ESCAPE '!' THEN 3"
    " ELSE 4 END"
)


def region(r: Reader) -> str:
    """The country (ISO 3166) that numbers without a country code belong to: where the shop is."""
    return region_of(shop_store.zone(r))


def search(r: Reader, text: str, limit: int = 50) -> list[CustomerRow]:
    """Customers whose name, pinyin, initials, WeChat name or phone holds every typed word.

    First who is called just so or whose number ends so, then names and pinyin that start so, then
    initials, then whatever holds it; among equals the one seen last. No text gives who was seen last.
    """
    typed = fold(text[:_LONGEST_TEXT])
    if not typed:
        return _seen_last(r, limit)
    home = region(r)
    digits = typed_digits(typed, home)
    if len(digits) >= _WHOLE_NUMBER:
        exact = _with_number(r, text, home, limit)
        if exact:
            return exact
    words = (digits or typed).split(" ")
    whole = " ".join(words)
    words = (
        [*words[: _MOST_WORDS - 1], " ".join(words[_MOST_WORDS - 1 :])] if len(words) > _MOST_WORDS else words
    )
    holds = " AND ".join(f"search LIKE :w{at} ESCAPE '!'" for at in range(len(words)))
    plain = literal(whole)
    rows = r.all(
        f"WITH {_LATELY}, found AS (SELECT customer.id, {_RANK} AS rank, lately.seen FROM customer"
        f" LEFT JOIN lately ON lately.customer_id = customer.id WHERE {_LIVE} AND {holds}"
        " ORDER BY rank, coalesce(lately.seen, '') DESC, customer.id DESC LIMIT :limit)"
        f"{_ROW} ORDER BY found.rank, coalesce(found.seen, '') DESC, found.id DESC",
        **{f"w{at}": f"%{literal(word)}%" for at, word in enumerate(words)},
        text=whole,
        length=len(whole),
        start=f"{plain}%",
        word=f"% {plain} %",
        word_start=f"% {plain}%",
        recent=_RECENT_SALES,
        limit=limit,
    )
    return [_row(row) for row in rows]


def named_in(r: Reader, text: str, limit: int = 20) -> list[CustomerRow]:
    """Customers whose whole name of two or more characters stands somewhere in `text`, in any case."""
    rows = r.all(
        f"WITH found AS (SELECT customer.id FROM customer WHERE {_LIVE} AND length(name) > 1"
        " AND :text LIKE '%' || substr(search, 1, length(name)) || '%' LIMIT :limit)"
        f"{_ROW} ORDER BY length(customer.name) DESC, customer.id",
        text=fold(text[: 3 * _LONGEST_TEXT]),
        limit=limit,
    )
    return [_row(row) for row in rows]


def customer(r: Reader, customer_id: str) -> Customer | None:
    """One customer, archived or not."""
    row = r.one("SELECT * FROM customer WHERE id = :id", id=customer_id)
    return None if row is None else _customer(row)


def name_of(r: Reader, customer_id: str) -> str:
    """The customer's name. Raises DeskError "gone"."""
    found = r.value("SELECT name FROM customer WHERE id = :id", id=customer_id)
    if found is None:
        raise DeskError("gone", table="customer", id=customer_id)
    return str(found)


def by_phone(r: Reader, e164: str) -> Customer | None:
    """The customer who has this number: the one it was first given to where several share it."""
    row = r.one(
        f"SELECT * FROM customer WHERE phone = :phone AND {_LIVE} ORDER BY phone_shared, id LIMIT 1",
        phone=e164,
    )
    return None if row is None else _customer(row)


def row(r: Reader, customer_id: str) -> CustomerRow | None:
    """One customer as a line of a list, archived or not."""
    found = r.one(f"WITH found AS (SELECT id FROM customer WHERE id = :id){_ROW}", id=customer_id)
    return None if found is None else _row(found)


def count(r: Reader) -> int:
    """How many customers there are, archived ones left out."""
    return int(r.value(f"SELECT count(*) FROM customer WHERE {_LIVE}"))


def card(r: Reader, customer_id: str) -> CustomerCard:
    """Everything about one customer. Raises DeskError "gone"."""
    who = customer(r, customer_id)
    if who is None:
        raise DeskError("gone", table="customer", id=customer_id)
    touches = _touches(r, customer_id)
    visits, spent = _visits(r, customer_id, touches)
    upcoming, no_shows, late_cancels = _appointments(r, customer_id)
    return CustomerCard(who, visits, touches, upcoming, no_shows, late_cancels, spent)


def missed(r: Reader, customer_id: str) -> tuple[int, int]:
    """How many appointments of a customer were not kept, and how many were called off late."""
    row = r.one(
        "SELECT coalesce(sum(CASE WHEN status = 'no_show' THEN 1 ELSE 0 END), 0) AS no_shows,"
        " coalesce(sum(CASE WHEN status = 'cancelled' THEN late_cancel ELSE 0 END), 0) AS late"
        " FROM appointment WHERE customer_id = :id",
        id=customer_id,
    )
    return (row["no_shows"], row["late"]) if row else (0, 0)


def _seen_last(r: Reader, limit: int) -> list[CustomerRow]:
    """Who paid last or was noted last, newest first."""
    zone = ZoneInfo(shop_store.zone(r))
    newest = r.all(
        f"SELECT id, created_at FROM customer WHERE {_LIVE} ORDER BY id DESC LIMIT :limit", limit=limit
    )
    seen = {row["id"]: wall(dt.datetime.fromtimestamp(row["created_at"] / 1000, zone)) for row in newest}
    latest = r.all(
        f"WITH {_LATELY} SELECT customer.id, lately.seen FROM lately"
        f" JOIN customer ON customer.id = lately.customer_id WHERE {_LIVE}",
        recent=max(_RECENT_SALES, 8 * limit),
    )
    for row in latest:
        seen[row["id"]] = max(row["seen"], seen.get(row["id"], ""))
    order = sorted(seen, key=lambda one: (seen[one], one), reverse=True)[:limit]
    names = ", ".join(f":c{at}" for at in range(len(order)))
    rows = r.all(
        f"WITH found AS (SELECT id FROM customer WHERE id IN ({names})){_ROW}",
        **{f"c{at}": one for at, one in enumerate(order)},
    )
    by_id = {row["id"]: _row(row) for row in rows}
    return [by_id[one] for one in order]


def _with_number(r: Reader, text: str, home: str, limit: int) -> list[CustomerRow]:
    try:
        phone = read_phone(text, home)
    except DeskError:
        return []  # half a number: what is typed so far is searched as digits
    rows = r.all(
        f"WITH found AS (SELECT id FROM customer WHERE phone = :phone AND {_LIVE})"
        f"{_ROW} ORDER BY customer.phone_shared, customer.id LIMIT :limit",
        phone=phone.e164 if phone else None,
        limit=limit,
    )
    return [_row(row) for row in rows]


def _row(row: sqlite3.Row) -> CustomerRow:
    return CustomerRow(
        id=row["id"],
        name=row["name"],
        phone_typed=row["phone_typed"],
        phone_tail=row["phone_tail"],
        note=row["note"],
        visits=row["visits"],
        last_day=parse_day(row["last_day"]) if row["last_day"] else None,
        spent=row["spent"],
    )


def _customer(row: sqlite3.Row) -> Customer:
    consent = json.loads(row["consent"]) if row["consent"] else None
    return Customer(
        id=row["id"],
        name=row["name"],
        phone=row["phone"] or "",
        phone_typed=row["phone_typed"],
        wechat=row["wechat"],
        gender=row["gender"],
        birthday=row["birthday"],
        address=row["address"],
        note=row["note"],
        blocked=bool(row["blocked"]),
        consent=Consent(consent["what"], parse_wall(consent["at"]), consent["by"]) if consent else None,
        referred_by=row["referred_by"],
        archived=row["archived_at"] is not None,
    )


def _touches(r: Reader, customer_id: str) -> tuple[CardTouch, ...]:
    rows = r.all(
        "SELECT touch.id, touch.at, touch.evidence, touch.strength, touch.content_id, touch.channel_id,"
        " coalesce(content.kind, channel.kind) AS kind, coalesce(content.title, channel.name) AS title"
        " FROM touch LEFT JOIN content ON content.id = touch.content_id"
        " LEFT JOIN channel ON channel.id = touch.channel_id"
        " WHERE touch.customer_id = :id ORDER BY touch.at DESC, touch.strength DESC, touch.id DESC",
        id=customer_id,
    )
    return tuple(
        CardTouch(
            id=row["id"],
            at=parse_wall(row["at"]),
            kind=row["kind"],
            title=row["title"],
            evidence=row["evidence"],
            strength=row["strength"],
            content_id=row["content_id"],
            channel_id=row["channel_id"],
        )
        for row in rows
    )


def _visits(r: Reader, customer_id: str, touches: Iterable[CardTouch]) -> tuple[tuple[Visit, ...], int]:
    """The paid sales, newest first, and their sum; a refund carries the source of the sale it gives back."""
    sales = r.all(
        "SELECT id, number, day, sold_at, takings, refund_of FROM sale"
        " WHERE customer_id = :id AND status = 'paid' ORDER BY sold_at DESC, number DESC",
        id=customer_id,
    )
    lines = _words(
        r.all(
            "SELECT sale_line.sale_id AS owner, sale_line.title AS service, worker.name AS worker"
            " FROM sale JOIN sale_line ON sale_line.sale_id = sale.id"
            " LEFT JOIN worker ON worker.id = sale_line.worker_id"
            " WHERE sale.customer_id = :id AND sale.status = 'paid'"
            " ORDER BY sale_line.sale_id, sale_line.seq",
            id=customer_id,
        )
    )
    days: dict[dt.date, dt.datetime] = {}
    for row in reversed(sales):
        if row["refund_of"] is None:
            days[parse_day(row["day"])] = parse_wall(row["sold_at"])
    credited = last_touches(days, touches)
    day_of = {row["id"]: parse_day(row["day"]) for row in sales}
    visits = []
    for row in sales:
        services, workers = lines.get(row["id"], ("", ""))
        visited = day_of.get(row["refund_of"] or row["id"], day_of[row["id"]])
        kind, title = _source(visited, credited)
        visits.append(
            Visit(day_of[row["id"]], row["id"], row["number"], services, workers, row["takings"], kind, title)
        )
    return tuple(visits), sum(visit.total for visit in visits)


def _source(day: dt.date, credited: Mapping[dt.date, CardTouch | None]) -> tuple[str, str]:
    touch = credited.get(day)
    if touch is not None:
        return touch.kind, touch.title
    return ("returning" if any(earlier < day for earlier in credited) else "unknown"), ""


def _words(rows: Iterable[sqlite3.Row]) -> dict[str, tuple[str, str]]:
    """Owner id -> its services and its workers, each named once, in words."""
    services: dict[str, dict[str, None]] = defaultdict(dict)
    workers: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        services[row["owner"]][row["service"]] = None
        if row["worker"]:
            workers[row["owner"]][row["worker"]] = None
    return {owner: (" + ".join(names), ", ".join(workers[owner])) for owner, names in services.items()}


def _appointments(r: Reader, customer_id: str) -> tuple[tuple[Upcoming, ...], int, int]:
    """Open appointments by time, how many were not kept, and how many were called off late."""
    rows = r.all(
        "SELECT appointment.id, appointment.status, min(appointment_line.start) AS start FROM appointment"
        " JOIN appointment_line ON appointment_line.appointment_id = appointment.id"
        " WHERE appointment.customer_id = :id AND appointment.status IN ('booked', 'confirmed', 'arrived')"
        " GROUP BY appointment.id, appointment.status"
        " ORDER BY min(appointment_line.start)",
        id=customer_id,
    )
    lines = _words(
        r.all(
            "SELECT appointment_line.appointment_id AS owner, service.name AS service, worker.name AS worker"
            " FROM appointment"
            " JOIN appointment_line ON appointment_line.appointment_id = appointment.id"
            " JOIN service ON service.id = appointment_line.service_id"
            " JOIN worker ON worker.id = appointment_line.worker_id"
            " WHERE appointment.customer_id = :id"
            " AND appointment.status IN ('booked', 'confirmed', 'arrived')"
            " ORDER BY appointment_line.appointment_id, appointment_line.seq",
            id=customer_id,
        )
    )
    upcoming = tuple(
        Upcoming(row["id"], parse_wall(row["start"]), *lines[row["id"]], row["status"])
        for row in rows
        if row["id"] in lines
    )
    return upcoming, *missed(r, customer_id)
