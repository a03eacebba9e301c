"""The floors under the reads: the same answers by SQL written by hand for this one question.

Written from attribution.md's definitions and not from the program's queries, so that agreeing with them
is a check as well. Sample shops hold no refunds, so neither do these.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import Final

Rows = list[tuple[object, ...]]

# The last touch of a visit: its kind, or its content.
_KIND: Final = "coalesce(content.kind, channel.kind)"
_TOUCH: Final = (
    "SELECT {what} FROM touch LEFT JOIN content ON content.id = touch.content_id"
    " LEFT JOIN channel ON channel.id = touch.channel_id"
    " WHERE {whose} AND touch.at <= {until} AND touch.at > coalesce({before}, '')"
    " AND julianday({until}) - julianday(touch.at) <= CASE evidence WHEN 'asked' THEN 90 ELSE 30 END"
    " ORDER BY touch.at DESC, strength DESC, touch.id DESC LIMIT 1"
)
_BEFORE: Final = (
    "(SELECT max(sold_at) FROM sale s WHERE s.customer_id = sale.customer_id AND s.day < sale.day"
    " AND s.status = 'paid')"
)
_NAMED: Final = (
    "SELECT customer_id, NULL AS sale_id, day, max(sold_at) AS at, sum(takings) AS total,"
    f" {_BEFORE} AS before"
    " FROM sale WHERE day BETWEEN :first AND :last AND status = 'paid' AND customer_id IS NOT NULL"
    " GROUP BY customer_id, day"
)
_NAMELESS: Final = (
    "SELECT NULL AS customer_id, id AS sale_id, day, sold_at AS at, takings AS total, NULL AS before"
    " FROM sale WHERE day BETWEEN :first AND :last AND status = 'paid' AND customer_id IS NULL"
)


def _touch(what: str) -> str:
    of_customer = _TOUCH.format(
        what=what, whose="touch.customer_id = v.customer_id", until="v.at", before="before"
    )
    of_sale = _TOUCH.format(what=what, whose="touch.sale_id = v.sale_id", until="v.at", before="NULL")
    return f"CASE WHEN v.customer_id IS NULL THEN ({of_sale}) ELSE ({of_customer}) END"


_BY_SOURCE: Final = (
    f"WITH v AS ({_NAMED} UNION ALL {_NAMELESS})"
    f" SELECT substr(day, 1, :length), coalesce({_touch(_KIND)},"
    " CASE WHEN before IS NULL THEN 'unknown' ELSE 'returning' END), sum(total), count(*)"
    " FROM v GROUP BY 1, 2"
)


def by_source(conn: sqlite3.Connection, first: dt.date, last: dt.date, length: int = 7) -> Rows:
    """(month, kind, takings, visits), sorted."""
    return sorted(conn.execute(_BY_SOURCE, {"first": str(first), "last": str(last), "length": length}))


def by_kind(conn: sqlite3.Connection, first: dt.date, last: dt.date) -> dict[object, object]:
    """Kind -> takings."""
    return {row[1]: row[2] for row in by_source(conn, first, last, 0)}


_CAME_AGAIN: Final = (
    "EXISTS (SELECT 1 FROM sale s WHERE s.customer_id = v.customer_id AND s.day > v.day AND s.status = 'paid'"
    " AND s.day <= date(v.day, '+30 days'))"
)
_CONTENTS: Final = (
    f"WITH v AS ({_NAMED} UNION ALL {_NAMELESS}),"
    f" told AS (SELECT v.*, {_touch('touch.content_id')} AS content_id FROM v),"
    " result AS (SELECT content_id, sum(total) AS takings,"
    " sum(customer_id IS NOT NULL AND before IS NULL) AS met,"
    " sum(customer_id IS NOT NULL AND before IS NULL AND day <= :ripe) AS ripe,"
    f" sum(customer_id IS NOT NULL AND before IS NULL AND day <= :ripe AND {_CAME_AGAIN}) AS again"
    " FROM told v WHERE content_id IS NOT NULL GROUP BY content_id)"
    " SELECT content.id, coalesce(takings, 0), coalesce(met, 0), coalesce(ripe, 0), coalesce(again, 0),"
    " (SELECT coalesce(sum(amount), 0) FROM content_cost c WHERE c.content_id = content.id"
    " AND day BETWEEN :first AND :last) AS cost,"
    " (SELECT count(DISTINCT appointment_id) FROM touch WHERE touch.content_id = content.id"
    " AND at >= :first AND at < date(:last, '+1 day')) AS booked,"
    " (SELECT views FROM content_stat s WHERE s.content_id = content.id ORDER BY taken_at DESC LIMIT 1)"
    " FROM content LEFT JOIN result ON result.content_id = content.id"
    " WHERE takings IS NOT NULL OR booked > 0 OR cost > 0"
)


def contents(conn: sqlite3.Connection, first: dt.date, last: dt.date) -> Rows:
    """(content, takings, new customers, those with 30 days to return, returned, cost, bookings, views)."""
    ripe = last - dt.timedelta(days=30)
    return sorted(conn.execute(_CONTENTS, {"first": str(first), "last": str(last), "ripe": str(ripe)}))


_FIGURES: Final = (
    f"WITH v AS ({_NAMED} UNION ALL {_NAMELESS})"
    " SELECT sum(total), count(*), sum(customer_id IS NOT NULL AND before IS NULL),"
    " (SELECT coalesce(sum(amount), 0) FROM content_cost WHERE day BETWEEN :first AND :last) FROM v"
)
_RETURNS: Final = (
    f"WITH v AS ({_NAMED}) SELECT count(*), coalesce(sum({_CAME_AGAIN}), 0) FROM v WHERE before IS NULL"
)


def figures(conn: sqlite3.Connection, first: dt.date, last: dt.date) -> tuple[object, ...]:
    """(takings, visits, new customers, content cost, those with 30 days to return, returned)."""
    month = dt.timedelta(days=30)
    found = conn.execute(_FIGURES, {"first": str(first), "last": str(last)}).fetchone()
    again = conn.execute(_RETURNS, {"first": str(first - month), "last": str(last - month)}).fetchone()
    return (*found, *again)


_BEHIND: Final = (
    f"WITH v AS ({_NAMED} UNION ALL {_NAMELESS}),"
    f" told AS (SELECT v.*, {_touch(_KIND)} AS kind FROM v)"
    " SELECT sale.number FROM told JOIN sale ON sale.id = told.sale_id"
    " OR (sale.customer_id = told.customer_id AND sale.day = told.day AND sale.status = 'paid')"
    " WHERE told.kind = :kind ORDER BY sale.sold_at DESC, sale.number DESC LIMIT 500"
)


def behind(conn: sqlite3.Connection, first: dt.date, last: dt.date, kind: str) -> list[object]:
    """The numbers of the sales that a source's takings are made of, newest first."""
    return [row[0] for row in conn.execute(_BEHIND, {"first": str(first), "last": str(last), "kind": kind})]


_BOARD_SALE: Final = "FROM sale s WHERE s.customer_id = appointment.customer_id AND s.status = 'paid'"
_BOARD_TOUCH: Final = _TOUCH.format(
    what=_KIND,
    whose="touch.customer_id = lines.customer_id",
    until="coalesce(lines.paid_at, :day || 'T23:59')",
    before="lines.before",
)
_BOARD: Final = (
    "WITH lines AS (SELECT line.id, customer.name AS customer, service.name AS service, line.worker_id,"
    " line.start, line.end, appointment.status, appointment.customer_id,"
    f" (SELECT max(sold_at) {_BOARD_SALE} AND day < :day) AS before,"
    f" (SELECT max(sold_at) {_BOARD_SALE} AND day = :day) AS paid_at"
    " FROM appointment_line line JOIN appointment ON appointment.id = line.appointment_id"
    " JOIN customer ON customer.id = appointment.customer_id JOIN service ON service.id = line.service_id"
    " WHERE line.start >= :day AND line.start < :day || 'T99')"
    " SELECT id, customer, service, worker_id, start, end, status,"
    f" coalesce(({_BOARD_TOUCH}), CASE WHEN before IS NULL THEN '' ELSE 'returning' END), before IS NULL"
    " FROM lines"
)
_SOLD: Final = (
    "SELECT line.worker_id, count(DISTINCT sale.id), sum(line.amount) FROM sale"
    " JOIN sale_line line ON line.sale_id = sale.id"
    " WHERE sale.day = :day AND sale.status = 'paid' AND line.worker_id IS NOT NULL"
    " AND line.kind NOT IN ('tip', 'card') GROUP BY 1"
)


def board(conn: sqlite3.Connection, day: dt.date) -> tuple[Rows, Rows]:
    """A day's cards with what brings each customer, and what each worker took so far; both sorted."""
    of_day = {"day": str(day)}
    return sorted(conn.execute(_BOARD, of_day)), sorted(conn.execute(_SOLD, of_day))


def search(conn: sqlite3.Connection, typed: str) -> set[object]:
    """The ids of up to 50 customers, unranked."""
    found = conn.execute(
        "SELECT id FROM customer WHERE search LIKE ? AND archived_at IS NULL LIMIT 50", (f"%{typed}%",)
    )
    return {row[0] for row in found}
