"""What came of one content, step by step, from being seen to coming again.

Only the rows of those whom it touched are read, so that it stays instant in a shop of any size. What
a visit is credited to is decided as in `credit`, by the same windows.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from merchant_desk.core.clock import parse_day, parse_wall
from merchant_desk.customers.model import CardTouch
from merchant_desk.db.records import Reader
from merchant_desk.sources.credit import last_touches


@dataclass(frozen=True, slots=True)
class ContentStory:
    """One content since it was published.

    `views` is the newest count, None where none is noted; `asked` how many named it, `booked` how
    many appointments that gave, `came` how many it brought in (a passing customer is one each time),
    `came_again` how many of them paid another visit later on, `new_customers` whose first visit it
    was. `takings` are by the visit lens, refunds taken off, in minor units.
    """

    views: int | None
    asked: int
    booked: int
    came: int
    came_again: int
    new_customers: int
    takings: int


_TOUCHED = (
    "(SELECT touch.customer_id FROM touch WHERE touch.content_id = :content"
    " AND touch.customer_id IS NOT NULL)"
)
_PASSING = (
    "(SELECT touch.sale_id FROM touch JOIN sale ON sale.id = touch.sale_id"
    " WHERE touch.content_id = :content AND sale.customer_id IS NULL)"
)
_COUNTS = "sale.status = 'paid' AND coalesce(sale.refund_of, '') = ''"
# Whoever came is a customer, or the sale of one who gave no name.
_WHO = "coalesce(sale.customer_id, sale.id)"

_ASKED = """
SELECT count(DISTINCT coalesce(customer_id, sale_id)) AS asked,
    count(DISTINCT appointment_id) AS booked
FROM touch WHERE content_id = :content
"""

_VISITS = f"""
SELECT {_WHO} AS who, sale.day, max(sale.sold_at) AS last_at, sum(sale.takings) AS takings,
    max(CASE WHEN sale.customer_id IS NULL THEN 0 ELSE 1 END) AS named
FROM sale WHERE {_COUNTS} AND (sale.customer_id IN {_TOUCHED} OR sale.id IN {_PASSING})
GROUP BY {_WHO}, sale.day
"""

_REFUNDS = f"""
SELECT {_WHO} AS who, sale.day, refund.takings AS takings
FROM sale JOIN sale AS refund ON refund.refund_of = sale.id
WHERE refund.status = 'paid' AND (sale.customer_id IN {_TOUCHED} OR sale.id IN {_PASSING})
"""

_TOUCHES = f"""
SELECT touch.id, touch.at, touch.evidence, touch.strength, touch.content_id, touch.channel_id,
    touch.customer_id AS who
FROM touch WHERE touch.customer_id IN {_TOUCHED}
UNION ALL
SELECT touch.id, touch.at, touch.evidence, touch.strength, touch.content_id, touch.channel_id,
    touch.sale_id AS who
FROM touch WHERE touch.sale_id IN {_PASSING}
"""


def story(reader: Reader, content_id: str) -> ContentStory:
    """What came of this content; all zero for one that nobody named."""
    (asked,) = reader.all(_ASKED, content=content_id)
    views = reader.value(
        "SELECT views FROM content_stat WHERE content_id = :content AND views IS NOT NULL"
        " ORDER BY taken_at DESC LIMIT 1",
        content=content_id,
    )
    visits: dict[str, dict[dt.date, dt.datetime]] = defaultdict(dict)
    takings: dict[tuple[str, dt.date], int] = defaultdict(int)
    named: set[str] = set()
    for row in reader.all(_VISITS, content=content_id):
        day = parse_day(row["day"])
        visits[row["who"]][day] = parse_wall(row["last_at"])
        takings[row["who"], day] += row["takings"]
        if row["named"]:
            named.add(row["who"])
    for row in reader.all(_REFUNDS, content=content_id):
        takings[row["who"], parse_day(row["day"])] += row["takings"]
    touches = _touches(reader, content_id)
    came = came_again = new = total = 0
    for who, days in visits.items():
        credited = last_touches(days, touches[who])
        brought = sorted(day for day, touch in credited.items() if touch and touch.content_id == content_id)
        if not brought:
            continue
        came += 1
        came_again += max(days) > brought[0]
        # A passing customer may have been here before: nobody knows, so they are not counted as new.
        new += who in named and brought[0] == min(days)
        total += sum(takings[who, day] for day in brought)
    return ContentStory(views, asked["asked"], asked["booked"], came, came_again, new, total)


def _touches(reader: Reader, content_id: str) -> dict[str, list[CardTouch]]:
    """Every touch of those whom the content touched, by whose they are."""
    touches: dict[str, list[CardTouch]] = defaultdict(list)
    for row in reader.all(_TOUCHES, content=content_id):
        touches[row["who"]].append(
            CardTouch(
                id=row["id"],
                at=parse_wall(row["at"]),
                kind="",
                title="",
                evidence=row["evidence"],
                strength=row["strength"],
                content_id=row["content_id"],
                channel_id=row["channel_id"],
            )
        )
    return touches
