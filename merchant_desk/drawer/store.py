"""Reads a day's money: payments, the drawer's entries, closed days and the month."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from merchant_desk.core.clock import last_of_month, parse_day, parse_wall
from merchant_desk.db.records import Reader
from merchant_desk.drawer.model import (
    COUNTED,
    Day,
    DayClose,
    DayRow,
    DrawerEntry,
    MethodCount,
    MethodSum,
    OpenSales,
)
from merchant_desk.prepaid.model import PREPAID_METHODS

_ORDER = {method: at for at, method in enumerate((*COUNTED, *PREPAID_METHODS))}
_ONE_DAY = dt.timedelta(days=1)

# What was paid on a day, also for a sale that is not paid in full yet; nothing of a sale that is void.
_PAID = (
    "SELECT substr(payment.at, 1, 10) AS day, payment.method, count(*) AS payments,"
    " sum(payment.amount) AS amount FROM payment JOIN sale ON sale.id = payment.sale_id"
    " WHERE payment.at >= :first AND payment.at < :after AND sale.status <> 'void'"
    " GROUP BY substr(payment.at, 1, 10), payment.method"
)
_SOLD = (
    "SELECT day, sum(CASE WHEN refund_of IS NULL THEN 1 ELSE 0 END) AS sales,"
    " sum(CASE WHEN refund_of IS NULL THEN 0 ELSE 1 END) AS refunds, sum(takings) AS takings FROM sale"
    " WHERE day >= :first AND day < :after AND status = 'paid' GROUP BY day"
)
_TIPS = (
    "SELECT sale.day, sum(sale_line.amount) AS tips FROM sale JOIN sale_line ON sale_line.sale_id = sale.id"
    " WHERE sale.day >= :first AND sale.day < :after AND sale.status = 'paid' AND sale_line.kind = 'tip'"
    " GROUP BY sale.day"
)
_ENTRIES = (
    "SELECT id, kind, at, amount, reason, who FROM drawer_entry"
    " WHERE at >= :first AND at < :after AND voided = 0 ORDER BY at, id"
)
_CLOSES = (
    "SELECT id, day, closed_at, who, float, kept, note FROM day_close"
    " WHERE day >= :first AND day < :after ORDER BY day"
)
_MONEY_BEFORE = (
    "SELECT DISTINCT substr(payment.at, 1, 10) AS day FROM payment JOIN sale ON sale.id = payment.sale_id"
    " WHERE payment.at >= :first AND payment.at < :after AND sale.status <> 'void'"
    " UNION SELECT DISTINCT substr(at, 1, 10) FROM drawer_entry"
    " WHERE at >= :first AND at < :after AND voided = 0 ORDER BY day"
)


def day(r: Reader, which: dt.date) -> Day:
    """One day's money whole."""
    span = _span(which, which)
    entries = tuple(_entry(row) for row in r.all(_ENTRIES, **span))
    said = [one.amount for one in entries if one.kind == "float"]
    sold = r.one(_SOLD, **span)
    tips = r.one(_TIPS, **span)
    sums = [MethodSum(row["method"], row["payments"], row["amount"]) for row in r.all(_PAID, **span)]
    closed = _closes(r, which, which)
    close = closed[0] if closed else None
    return Day(
        day=which,
        float=close.float if close else said[-1] if said else kept_before(r, which),
        float_said=bool(said),
        entries=entries,
        sums=tuple(sorted(sums, key=lambda one: _ORDER[one.method])),
        sales=sold["sales"] if sold else 0,
        refunds=sold["refunds"] if sold else 0,
        takings=sold["takings"] if sold else 0,
        tips=tips["tips"] if tips else 0,
        open_sales=open_sales(r),
        unclosed=unclosed_before(r, which),
        close=close,
    )


def close_of(r: Reader, which: dt.date) -> DayClose | None:
    """How that day was closed, None while it is open."""
    found = _closes(r, which, which)
    return found[0] if found else None


def kept_before(r: Reader, which: dt.date) -> int:
    """What the last close before that day left in the drawer, 0 where there was none."""
    kept: int | None = r.value(
        "SELECT kept FROM day_close WHERE day < :day ORDER BY day DESC LIMIT 1", day=which.isoformat()
    )
    return kept or 0


def unclosed_before(r: Reader, which: dt.date) -> tuple[dt.date, ...]:
    """Days with money in them between the last close and that day; () where none was closed before."""
    last = r.value("SELECT max(day) FROM day_close WHERE day < :day", day=which.isoformat())
    if last is None:
        return ()
    first = parse_day(last) + _ONE_DAY
    rows = r.all(_MONEY_BEFORE, first=first.isoformat(), after=which.isoformat())
    return tuple(parse_day(row["day"]) for row in rows)


def open_sales(r: Reader) -> OpenSales:
    """How many sales are put aside, and how many are owed."""
    rows = r.all("SELECT held, count(*) AS many FROM sale WHERE status = 'open' GROUP BY held")
    many = {bool(row["held"]): row["many"] for row in rows}
    return OpenSales(held=many.get(True, 0), owed=many.get(False, 0))


def latest_money(r: Reader) -> dt.datetime | None:
    """The latest moment in the books of the till and the drawer, naive shop time."""
    moments = (
        r.value(
            "SELECT payment.at FROM payment JOIN sale ON sale.id = payment.sale_id"
            " WHERE sale.status <> 'void' ORDER BY payment.at DESC LIMIT 1"
        ),
        r.value("SELECT max(at) FROM drawer_entry WHERE voided = 0"),
        r.value("SELECT max(closed_at) FROM day_close"),
    )
    return max((parse_wall(at) for at in moments if at is not None), default=None)


def month(r: Reader, first: dt.date) -> list[DayRow]:
    """Every day of `first`'s month that has money in it or was closed, in order."""
    begin = first.replace(day=1)
    end = last_of_month(begin)
    span = _span(begin, end)
    paid: dict[str, dict[str, int]] = defaultdict(dict)
    for row in r.all(_PAID, **span):
        paid[row["day"]][row["method"]] = row["amount"]
    sold = {row["day"]: row for row in r.all(_SOLD, **span)}
    tips = {row["day"]: row["tips"] for row in r.all(_TIPS, **span)}
    entries: dict[str, list[DrawerEntry]] = defaultdict(list)
    for entry in (_entry(row) for row in r.all(_ENTRIES, **span)):
        entries[entry.at.date().isoformat()].append(entry)
    closes = {close.day.isoformat(): close for close in _closes(r, begin, end)}
    return [
        _row(
            key,
            sold.get(key),
            tips.get(key, 0),
            dict(sorted(paid.get(key, {}).items(), key=lambda one: _ORDER[one[0]])),
            entries.get(key, ()),
            closes.get(key),
        )
        for key in sorted({*paid, *sold, *entries, *closes})
    ]


def _row(
    key: str,
    sold: sqlite3.Row | None,
    tips: int,
    paid: dict[str, int],
    entries: Sequence[DrawerEntry],
    close: DayClose | None,
) -> DayRow:
    said = [one.amount for one in entries if one.kind == "float"]
    return DayRow(
        day=parse_day(key),
        sales=sold["sales"] if sold else 0,
        takings=sold["takings"] if sold else 0,
        tips=tips,
        paid=paid,
        float=close.float if close else said[-1] if said else 0,
        cash_in=sum(one.amount for one in entries if one.kind == "in"),
        cash_out=sum(one.amount for one in entries if one.kind == "out"),
        close=close,
    )


def _closes(r: Reader, first: dt.date, last: dt.date) -> list[DayClose]:
    span = _span(first, last)
    counts: dict[str, list[MethodCount]] = defaultdict(list)
    inside = " IN (SELECT id FROM day_close WHERE day >= :first AND day < :after)"
    for row in r.all(
        "SELECT day_close_id, method, expected, counted, reason FROM day_count WHERE day_close_id" + inside,
        **span,
    ):
        one = MethodCount(row["method"], row["expected"], row["counted"], row["reason"])
        counts[row["day_close_id"]].append(one)
    pieces: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in r.all(
        "SELECT day_close_id, value, pieces FROM day_piece WHERE day_close_id"
        + inside
        + " ORDER BY value DESC",
        **span,
    ):
        pieces[row["day_close_id"]].append((row["value"], row["pieces"]))
    return [
        DayClose(
            id=row["id"],
            day=parse_day(row["day"]),
            closed_at=parse_wall(row["closed_at"]),
            who=row["who"],
            float=row["float"],
            kept=row["kept"],
            note=row["note"],
            counts=tuple(sorted(counts[row["id"]], key=lambda one: _ORDER.get(one.method, len(_ORDER)))),
            pieces=tuple(pieces[row["id"]]),
        )
        for row in r.all(_CLOSES, **span)
    ]


def _entry(row: sqlite3.Row) -> DrawerEntry:
    return DrawerEntry(
        row["id"], row["kind"], parse_wall(row["at"]), row["amount"], row["reason"], row["who"]
    )


def _span(first: dt.date, last: dt.date) -> dict[str, str]:
    """The parameters of a span of days; both compare with days and with moments as text."""
    return {"first": first.isoformat(), "after": (last + _ONE_DAY).isoformat()}
