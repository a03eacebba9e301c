"""The numbers of the shop, read: SQL in, frozen rows out. What a visit is credited to stands in `credit`."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace

from merchant_desk.core.clock import parse_wall
from merchant_desk.db.records import Reader
from merchant_desk.insights.credit import CAME_AGAIN, CREDITS, FIRST_VISIT, KIND, RETURN_DAYS
from merchant_desk.insights.model import (
    INDUSTRY_GROWTH_2024,
    ContentResult,
    ContentRow,
    Figures,
    Growth,
    PeriodFigures,
    ReturnRate,
    SourceTakings,
    TodayFigures,
    change,
)
from merchant_desk.insights.periods import Bucket, bucket_of, previous, same_period_last_year
from merchant_desk.sales.model import SaleRow
from merchant_desk.sales.store import rows_of
from merchant_desk.sources import store as sources
from merchant_desk.sources.model import SOURCE_KINDS

_ONE_DAY = dt.timedelta(days=1)
_CHANCE = dt.timedelta(days=RETURN_DAYS)

_BY_SOURCE = f"""{CREDITS}
SELECT substr(c.booked_on, 1, :length) AS bucket, {KIND} AS kind,
    sum(c.takings) AS takings, sum(c.visits) AS visits
FROM credit AS c LEFT JOIN source ON source.id = c.source_id
GROUP BY 1, 2
"""


def takings_by_source(
    reader: Reader, from_day: dt.date, to_day: dt.date, bucket: Bucket = "month"
) -> list[SourceTakings]:
    """Takings and visits of each source in each bucket, by time and in chart order.

    They sum to the books: every paid sale of the period is in one source, refunds taken off.
    """
    found = reader.all(
        _BY_SOURCE,
        from_day=from_day.isoformat(),
        to_day=to_day.isoformat(),
        length=len("2026-03") if bucket == "month" else len("2026-03-05"),
    )
    takings: Counter[tuple[str, str]] = Counter()
    visits: Counter[tuple[str, str]] = Counter()
    for row in found:
        name = row["bucket"]
        if bucket == "week":
            name = bucket_of(dt.date.fromisoformat(name), "week")
        takings[name, row["kind"]] += row["takings"]
        visits[name, row["kind"]] += row["visits"]
    rows = [SourceTakings(name, kind, takings[name, kind], visits[name, kind]) for name, kind in takings]
    return sorted(rows, key=lambda row: (row.bucket, SOURCE_KINDS.index(row.kind)))


def today(reader: Reader, day: dt.date) -> TodayFigures:
    """One day's figures for the counter."""
    by_source = takings_by_source(reader, day, day, "day")
    sales = reader.value(
        "SELECT count(*) FROM sale WHERE day = :day AND status = 'paid' AND coalesce(refund_of, '') = ''",
        day=day.isoformat(),
    )
    return TodayFigures(
        takings=sum(row.takings for row in by_source),
        sales=sales,
        new_customers=_new_customers(reader, day, day),
        by_source=tuple((row.kind, row.takings) for row in by_source),
    )


def growth_by_kind(reader: Reader, from_day: dt.date, to_day: dt.date) -> list[Growth]:
    """Takings of each kind of content against the same period last year, with the industry's 2024 marks."""
    now = _by_kind(reader, from_day, to_day)
    before = _by_kind(reader, *same_period_last_year(from_day, to_day))
    return [
        Growth(kind, now[kind], before[kind], change(now[kind], before[kind]), industry)
        for kind, industry in INDUSTRY_GROWTH_2024.items()
    ]


def figures(
    reader: Reader, from_day: dt.date, to_day: dt.date, until: dt.date | None = None
) -> PeriodFigures:
    """The period's figures beside those of the period it is compared with.

    `until` is the last day that has happened (default: `to_day`). The return rate is of the
    customers whose first 30 days ran out in the period, so that a young period has one too.
    """
    before = previous(from_day, to_day)
    known = min(until or to_day, to_day)
    return PeriodFigures(
        now=_figures(reader, from_day, to_day, known),
        before=_figures(reader, *before, before[1]),
        before_from=before[0],
        before_to=before[1],
    )


_CONTENTS = f"""{CREDITS}
, result AS (
    SELECT source.content_id, sum(c.takings) AS takings,
        sum(CASE WHEN {FIRST_VISIT} THEN 1 ELSE 0 END) AS new_customers,
        sum(CASE WHEN {FIRST_VISIT} AND c.day <= :had_chance THEN 1 ELSE 0 END) AS return_of,
        sum(CASE WHEN {FIRST_VISIT} AND c.day <= :had_chance THEN {CAME_AGAIN} ELSE 0 END) AS returned
    FROM credit AS c JOIN source ON source.id = c.source_id
    WHERE source.content_id IS NOT NULL GROUP BY source.content_id
),
spent AS (
    SELECT content_id, sum(amount) AS cost FROM content_cost
    WHERE day BETWEEN :from_day AND :to_day GROUP BY content_id
),
booked AS (
    SELECT content_id, count(DISTINCT appointment_id) AS bookings FROM touch
    WHERE at >= :from_day AND at < :after AND content_id IS NOT NULL AND appointment_id IS NOT NULL
    GROUP BY content_id
)
SELECT content.id, content.title, content.kind, content.platform, coalesce(content.code, '') AS code,
    content.published_at, coalesce(spent.cost, 0) AS cost, coalesce(booked.bookings, 0) AS bookings,
    coalesce(result.new_customers, 0) AS new_customers, coalesce(result.returned, 0) AS returned,
    coalesce(result.return_of, 0) AS return_of, coalesce(result.takings, 0) AS takings,
    (SELECT stat.views FROM content_stat AS stat WHERE stat.content_id = content.id
        AND stat.views IS NOT NULL ORDER BY stat.taken_at DESC LIMIT 1) AS views
FROM content
LEFT JOIN result ON result.content_id = content.id
LEFT JOIN spent ON spent.content_id = content.id
LEFT JOIN booked ON booked.content_id = content.id
WHERE result.content_id IS NOT NULL OR spent.content_id IS NOT NULL OR booked.content_id IS NOT NULL
    OR (:quiet = 1 AND content.archived_at IS NULL
        AND content.published_at >= :from_day AND content.published_at < :after)
ORDER BY takings DESC, new_customers DESC, content.published_at DESC, content.id
"""


def best_contents(
    reader: Reader, from_day: dt.date, to_day: dt.date, until: dt.date | None = None, quiet: bool = False
) -> list[ContentResult]:
    """What each content did in the period, most takings first; those with nothing to tell are left out.

    `quiet` takes in what was published in the period and brought nobody so far; it comes last.
    `until` is the last day that has happened (default: `to_day`): customers whose first visit is
    less than 30 days before it have not had their chance to come again.
    """
    rows = reader.all(
        _CONTENTS,
        from_day=from_day.isoformat(),
        to_day=to_day.isoformat(),
        after=(to_day + _ONE_DAY).isoformat(),
        had_chance=((until or to_day) - _CHANCE).isoformat(),
        quiet=int(quiet),
    )
    return [
        ContentResult(
            content_id=row["id"],
            title=row["title"],
            kind=row["kind"],
            platform=row["platform"],
            code=row["code"],
            published_at=parse_wall(row["published_at"]),
            cost=row["cost"],
            bookings=row["bookings"],
            new_customers=row["new_customers"],
            returned=row["returned"],
            return_of=row["return_of"],
            takings=row["takings"],
            views=row["views"],
        )
        for row in rows
    ]


def contents(
    reader: Reader, kind: str | None = None, text: str = "", from_day: dt.date | None = None
) -> list[ContentRow]:
    """The contents that `sources.store.contents` finds, in its order, with what they did since."""
    found = sources.contents(reader, kind, text, from_day)
    if not found:
        return []
    first = min(content.published_at for content in found).date()
    # A video is sometimes logged after the first customers have named it.
    done = {row.content_id: row for row in best_contents(reader, first - _CHANCE, dt.date.max - _ONE_DAY)}
    views = _views(reader)
    rows = []
    for content in found:
        result = done.get(content.id)
        rows.append(
            ContentRow(
                content=content,
                views=views.get(content.id),
                bookings=result.bookings if result else 0,
                new_customers=result.new_customers if result else 0,
                takings=result.takings if result else 0,
                cost=content.cost,
            )
        )
    return rows


# The sales of a visit, a passing customer's sale, and refunds, each found by its own key.
_BEHIND = f"""{CREDITS}
, wanted AS (
    SELECT c.*, {KIND} AS kind, coalesce(source.title, '') AS title
    FROM credit AS c LEFT JOIN source ON source.id = c.source_id
    WHERE (:kind = '' OR {KIND} = :kind) AND (:content = '' OR source.content_id = :content)
),
behind AS (
    SELECT sale.id, wanted.kind, wanted.title FROM wanted
    JOIN sale ON sale.customer_id = wanted.customer_id AND sale.day = wanted.day
    WHERE wanted.visits = 1 AND wanted.customer_id IS NOT NULL
    AND sale.status = 'paid' AND coalesce(sale.refund_of, '') = ''
    UNION ALL
    SELECT sale_id, kind, title FROM wanted WHERE visits = 1 AND customer_id IS NULL
    UNION ALL
    SELECT refund_id, kind, title FROM wanted WHERE visits = 0
)
SELECT sale.id, sale.number, sale.sold_at, coalesce(customer.name, '') AS customer, sale.total, sale.status,
    behind.kind, behind.title
FROM behind JOIN sale ON sale.id = behind.id LEFT JOIN customer ON customer.id = sale.customer_id
ORDER BY sale.sold_at DESC, sale.number DESC LIMIT :limit
"""


def sales_behind(
    reader: Reader,
    from_day: dt.date,
    to_day: dt.date,
    kind: str | None = None,
    content_id: str | None = None,
    limit: int = 500,
) -> list[SaleRow]:
    """The sales and refunds that a number is made of, newest first, each with its credited source."""
    found = reader.all(
        _BEHIND,
        from_day=from_day.isoformat(),
        to_day=to_day.isoformat(),
        kind=kind or "",
        content=content_id or "",
        limit=limit,
    )
    credited = {row["id"]: (row["kind"], row["title"]) for row in found}
    return [
        replace(row, source_kind=credited[row.id][0], source_title=credited[row.id][1])
        for row in rows_of(reader, found)
    ]


def _by_kind(reader: Reader, from_day: dt.date, to_day: dt.date) -> dict[str, int]:
    takings: dict[str, int] = defaultdict(int)
    for row in takings_by_source(reader, from_day, to_day, "month"):
        takings[row.kind] += row.takings
    return takings


# Read from 30 days before the period on: whose chance to come again ran out in it came first then.
_FIGURES = f"""{CREDITS}
SELECT coalesce(sum(CASE WHEN c.booked_on >= :first_day THEN c.takings ELSE 0 END), 0) AS takings,
    coalesce(sum(CASE WHEN c.booked_on >= :first_day THEN c.visits ELSE 0 END), 0) AS visits,
    coalesce(sum(CASE WHEN {FIRST_VISIT} AND c.day >= :first_day THEN 1 ELSE 0 END), 0) AS new_customers,
    coalesce(sum(CASE WHEN {FIRST_VISIT} AND c.day <= :had_chance THEN 1 ELSE 0 END), 0) AS return_of,
    coalesce(sum(CASE WHEN {FIRST_VISIT} AND c.day <= :had_chance THEN {CAME_AGAIN} ELSE 0 END), 0)
        AS returned
FROM path AS c
"""


def _figures(reader: Reader, from_day: dt.date, to_day: dt.date, until: dt.date) -> Figures:
    (row,) = reader.all(
        _FIGURES,
        from_day=(from_day - _CHANCE).isoformat(),
        to_day=to_day.isoformat(),
        first_day=from_day.isoformat(),
        had_chance=(until - _CHANCE).isoformat(),
    )
    cost = reader.value(
        "SELECT coalesce(sum(amount), 0) FROM content_cost WHERE day BETWEEN :from_day AND :to_day",
        from_day=from_day.isoformat(),
        to_day=to_day.isoformat(),
    )
    return Figures(
        takings=row["takings"],
        visits=row["visits"],
        new_customers=row["new_customers"],
        content_cost=cost,
        returns=ReturnRate(row["returned"], row["return_of"]),
    )


def _new_customers(reader: Reader, from_day: dt.date, to_day: dt.date) -> int:
    found = reader.value(
        f"{CREDITS} SELECT count(*) FROM path WHERE {FIRST_VISIT}",
        from_day=from_day.isoformat(),
        to_day=to_day.isoformat(),
    )
    return int(found)


def _views(reader: Reader) -> dict[str, int]:
    rows = reader.all(
        "SELECT content_id, views FROM content_stat WHERE views IS NOT NULL ORDER BY content_id, taken_at"
    )
    return {row["content_id"]: row["views"] for row in rows}
