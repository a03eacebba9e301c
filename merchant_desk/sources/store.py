"""Reads contents, channels and touches, and which of them brought whom."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Iterable, Sequence

from merchant_desk.core.clock import parse_day, parse_wall, wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, in_list, literal
from merchant_desk.sources.credit import last_touch
from merchant_desk.sources.model import (
    ASKED_WINDOW,
    CODE_RETIRES,
    Channel,
    Content,
    ContentCost,
    ContentStat,
    SourceRef,
    Touch,
    Unasked,
    VisitTouches,
)

_CONTENT = (
    "SELECT content.*, (SELECT coalesce(sum(amount), 0) FROM content_cost"
    " WHERE content_cost.content_id = content.id) AS cost FROM content "
)
_TOUCH = (
    "SELECT touch.*, coalesce(content.kind, channel.kind) AS kind,"
    " coalesce(content.title, channel.name) AS title"
    " FROM touch LEFT JOIN content ON content.id = touch.content_id"
    " LEFT JOIN channel ON channel.id = touch.channel_id "
)
_NAMED_LATELY = dt.timedelta(days=14)
# A live stream whose end nobody noted is taken to be over after this long.
_LONGEST_STREAM = dt.timedelta(hours=6)
_MOST_WORDS = 6


def contents(
    r: Reader,
    kind: str | None = None,
    text: str = "",
    from_day: dt.date | None = None,
    archived: bool = False,
) -> list[Content]:
    """Contents, newest first, of one kind or all, published on `from_day` or later.

    Each word of `text` must be in the title, its pinyin or initials, the code word or the maker's name.
    """
    words = fold(text).split(" ", _MOST_WORDS - 1) if text.strip() else []
    where = [f"content.search LIKE :w{at} ESCAPE '!'" for at in range(len(words))]
    if not archived:
        where.append("content.archived_at IS NULL")
    if kind is not None:
        where.append("content.kind = :kind")
    if from_day is not None:
        where.append("content.published_at >= :since")
    rows = r.all(
        _CONTENT
        + ("WHERE " + " AND ".join(where) if where else "")
        + " ORDER BY content.published_at DESC, content.id DESC",
        kind=kind,
        since=from_day.isoformat() if from_day else "",
        **{f"w{at}": f"%{literal(word)}%" for at, word in enumerate(words)},
    )
    return [_content(row) for row in rows]


def content(r: Reader, content_id: str) -> Content | None:
    """One content, archived or not."""
    row = r.one(_CONTENT + "WHERE content.id = :id", id=content_id)
    return None if row is None else _content(row)


def costs(r: Reader, content_id: str) -> list[ContentCost]:
    """What was spent on a content, earliest first."""
    rows = r.all(
        "SELECT id, day, kind, amount FROM content_cost WHERE content_id = :id ORDER BY day, id",
        id=content_id,
    )
    return [ContentCost(row["id"], parse_day(row["day"]), row["kind"], row["amount"]) for row in rows]


def stats(r: Reader, content_id: str) -> list[ContentStat]:
    """The counts noted for a content over time, earliest first."""
    rows = r.all(
        "SELECT taken_at, views, likes, comments, shares, saves, orders FROM content_stat"
        " WHERE content_id = :id ORDER BY taken_at",
        id=content_id,
    )
    return [ContentStat(parse_wall(row["taken_at"]), *tuple(row)[1:]) for row in rows]


def channels(r: Reader) -> list[Channel]:
    """The channels to choose from: built-in ones, then the shop's own, "doesn't remember" last."""
    rows = r.all(
        "SELECT id, kind, name, built_in FROM channel WHERE archived_at IS NULL"
        " ORDER BY CASE WHEN id = 'unknown' THEN 1 ELSE 0 END, built_in DESC, seq, id"
    )
    return [Channel(row["id"], row["kind"], row["name"], bool(row["built_in"])) for row in rows]


def live_codes(r: Reader, now_ms: int | None = None) -> dict[str, str]:
    """Code word -> id of its content, for words that still count.

    A word is retired 90 days after its content was archived, counted from `now_ms`, UTC epoch
    milliseconds (by default this PC's clock).
    """
    moment = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    since = moment - CODE_RETIRES // dt.timedelta(milliseconds=1)
    # A word given out again counts for its newest content.
    rows = r.all(
        "SELECT code, id FROM content WHERE code IS NOT NULL"
        " AND (archived_at IS NULL OR archived_at > :since)"
        " ORDER BY CASE WHEN archived_at IS NULL THEN 1 ELSE 0 END, archived_at",
        since=since,
    )
    return {row["code"]: row["id"] for row in rows}


def likely(
    r: Reader, now: dt.datetime, service_id: str | None = None, days: int = 30, limit: int = 6
) -> list[Content]:
    """The contents a customer most likely means, likeliest first; `now` is naive shop time.

    Live streams that run now come first, then contents of the last `days` before older ones that were
    named within 14 days; in each group those that promote the service asked for, then those named
    most within 14 days, then the newest.
    """
    rows = r.all(
        "WITH named AS (SELECT content_id, count(*) AS times FROM touch"
        " WHERE content_id IS NOT NULL AND at >= :lately AND at <= :now GROUP BY content_id)"
        + _CONTENT.replace(" FROM content ", ", coalesce(named.times, 0) AS times FROM content ")
        + "LEFT JOIN named ON named.content_id = content.id"
        " WHERE content.archived_at IS NULL AND content.published_at <= :now"
        " AND (content.published_at >= :recent OR named.times > 0)"
        " ORDER BY CASE WHEN content.kind = 'live_stream' AND (content.ended_at >= :now"
        " OR (content.ended_at IS NULL AND content.published_at >= :streaming)) THEN 0 ELSE 1 END,"
        " CASE WHEN content.published_at >= :recent THEN 0 ELSE 1 END,"
        " CASE WHEN content.service_id = :service THEN 0 ELSE 1 END,"
        " coalesce(named.times, 0) DESC, content.published_at DESC, content.id DESC LIMIT :limit",
        now=wall(now),
        lately=wall(now - _NAMED_LATELY),
        recent=wall(now - dt.timedelta(days=days)),
        streaming=wall(now - _LONGEST_STREAM),
        service=service_id,
        limit=limit,
    )
    return [_content(row) for row in rows]


def touches_of(r: Reader, customer_id: str) -> list[Touch]:
    """Everything that is known to have brought a customer, newest first."""
    rows = r.all(
        _TOUCH + "WHERE touch.customer_id = :id ORDER BY touch.at DESC, touch.strength DESC, touch.id DESC",
        id=customer_id,
    )
    return [_touch(row) for row in rows]


def touch_of_sale(r: Reader, sale_id: str) -> Touch | None:
    """What was said for one sale, the strongest and latest; None where nothing was."""
    order = " ORDER BY touch.strength DESC, touch.at DESC, touch.id DESC LIMIT 1"
    row = r.one(_TOUCH + "WHERE touch.sale_id = :sale" + order, sale=sale_id)
    return _touch(row) if row is not None else None


def visit_touches(r: Reader, day: dt.date, customer_ids: Iterable[str]) -> dict[str, VisitTouches]:
    """What brings these customers on that day, as the charts will count it.

    The last touch up to the day's last paid sale (or the day's end), the stronger one of the same
    minute, when it came after the paid visit before and within 30 days, 90 when somebody was asked.
    """
    found = touches_of_visits(r, ((day, customer_id) for customer_id in customer_ids))
    return {customer_id: visit for (_, customer_id), visit in found.items()}


def touches_of_visits(
    r: Reader, visits: Iterable[tuple[dt.date, str]]
) -> dict[tuple[dt.date, str], VisitTouches]:
    """The same for visits of several days at once, each a day and a customer's id."""
    wanted = sorted(set(visits))
    if not wanted:
        return {}
    first, end = wanted[0][0], wanted[-1][0] + dt.timedelta(days=1)
    names, params = in_list("customer", sorted({customer_id for _, customer_id in wanted}))
    bounds = {"first": first.isoformat(), "end": end.isoformat()}
    paid: dict[str, list[tuple[str, str]]] = {}
    for row in r.all(
        "SELECT customer_id, CASE WHEN day < :first THEN '' ELSE day END AS visit, max(sold_at) AS at"
        f" FROM sale WHERE customer_id IN {names} AND day < :end"
        " AND status = 'paid' AND refund_of IS NULL GROUP BY 1, 2 ORDER BY 2",
        **bounds,
        **params,
    ):
        paid.setdefault(row["customer_id"], []).append((row["visit"], row["at"]))
    touches: dict[str, list[Touch]] = {}
    for row in r.all(
        _TOUCH + f"WHERE touch.customer_id IN {names} AND touch.at >= :since AND touch.at < :end",
        since=(first - ASKED_WINDOW).isoformat(),
        end=bounds["end"],
        **params,
    ):
        touches.setdefault(row["customer_id"], []).append(_touch(row))
    return {
        (day, customer_id): _visit(day, paid.get(customer_id, ()), touches.get(customer_id, ()))
        for day, customer_id in wanted
    }


def _visit(day: dt.date, paid: Sequence[tuple[str, str]], touches: Sequence[Touch]) -> VisitTouches:
    """One visit; `paid` are the customer's paid days, '' for all that are long past, with their last sale."""
    text = day.isoformat()
    before = max((at for visit, at in paid if visit < text), default="")
    today = next((at for visit, at in paid if visit == text), "")
    after = parse_wall(before) if before else None
    until = parse_wall(today) if today else dt.datetime.combine(day, dt.time(23, 59))
    return VisitTouches(last_touch(touches, after, until), returning=after is not None)


def touches_said_for(r: Reader, appointment_ids: Iterable[str]) -> dict[str, Touch]:
    """Appointment id -> the last touch that was noted for that very appointment, however long ago."""
    wanted = sorted(set(appointment_ids))
    if not wanted:
        return {}
    names, params = in_list("appointment", wanted)
    rows = r.all(
        _TOUCH + f"WHERE touch.appointment_id IN {names} ORDER BY touch.at, touch.strength, touch.id",
        **params,
    )
    return {row["appointment_id"]: _touch(row) for row in rows}


def unknown_today(r: Reader, day: dt.date) -> list[Unasked]:
    """The day's customers whose source is not known, by the time of their visit.

    A visit is an appointment that was not cancelled or missed, or a paid sale. "Doesn't remember"
    is an answer: who gave it is not asked again.
    """
    bounds = {"day": day.isoformat(), "next": (day + dt.timedelta(days=1)).isoformat()}
    rows = r.all(
        "SELECT appointment.customer_id, customer.name, appointment.id AS appointment_id, line.start AS at,"
        " service.name AS service, NULL AS sale_id FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN customer ON customer.id = appointment.customer_id"
        " JOIN service ON service.id = line.service_id"
        " WHERE line.start >= :day AND line.start < :next"
        " AND appointment.status NOT IN ('cancelled', 'no_show')"
        " UNION ALL SELECT sale.customer_id, customer.name, sale.appointment_id, sale.sold_at,"
        " line.title, sale.id"
        " FROM sale JOIN customer ON customer.id = sale.customer_id"
        " LEFT JOIN sale_line line ON line.sale_id = sale.id AND line.kind NOT IN ('tip', 'rounding')"
        " WHERE sale.day = :day AND sale.status = 'paid' AND sale.refund_of IS NULL"
        " ORDER BY 4, 5",
        **bounds,
    )
    known = visit_touches(r, day, (row["customer_id"] for row in rows))
    visits: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        if known[row["customer_id"]].touch is None:
            visits.setdefault(row["customer_id"], []).append(row)
    return sorted((_unasked(found) for found in visits.values()), key=lambda one: (one.start, one.name))


def _unasked(rows: Sequence[sqlite3.Row]) -> Unasked:
    """One customer's day: the appointment says when and what; where there is none, the sale does."""
    booked = [row for row in rows if row["sale_id"] is None]
    shown = [row for row in booked or rows if row["appointment_id"] == (booked or rows)[0]["appointment_id"]]
    first = shown[0]
    return Unasked(
        customer_id=first["customer_id"],
        name=first["name"],
        appointment_id=first["appointment_id"],
        sale_id=next((row["sale_id"] for row in reversed(rows) if row["sale_id"] is not None), None),
        start=parse_wall(first["at"]),
        service=" + ".join(dict.fromkeys(row["service"] for row in shown if row["service"])),
    )


def _content(row: sqlite3.Row) -> Content:
    return Content(
        id=row["id"],
        kind=row["kind"],
        platform=row["platform"],
        title=row["title"],
        published_at=parse_wall(row["published_at"]),
        ended_at=parse_wall(row["ended_at"]) if row["ended_at"] else None,
        url=row["url"],
        code=row["code"] or "",
        made_by=row["made_by"],
        maker_name=row["maker_name"],
        worker_id=row["worker_id"],
        service_id=row["service_id"],
        paid_promotion=bool(row["paid_promotion"]),
        note=row["note"],
        archived=row["archived_at"] is not None,
        cost=row["cost"],
    )


def _touch(row: sqlite3.Row) -> Touch:
    return Touch(
        id=row["id"],
        customer_id=row["customer_id"],
        at=parse_wall(row["at"]),
        source=SourceRef(row["kind"], row["content_id"], row["channel_id"], row["title"]),
        evidence=row["evidence"],
        strength=row["strength"],
        appointment_id=row["appointment_id"],
        sale_id=row["sale_id"],
        asked_by=row["asked_by"],
        note=row["note"],
    )
