"""What the content that workers made themselves brought the shop, by the credit of visits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.db.records import Reader
from merchant_desk.insights.credit import CREDITS

_OWN = f"""{CREDITS}
SELECT content.worker_id, count(DISTINCT CASE WHEN c.visits = 1 THEN coalesce(c.customer_id, c.sale_id) END)
    AS customers, sum(c.takings) AS takings
FROM credit AS c JOIN content ON content.id = c.source_id
WHERE content.worker_id IS NOT NULL GROUP BY content.worker_id
"""


@dataclass(frozen=True, slots=True)
class OwnContent:
    """Customers that one's own content brought in, and what they paid the shop, in minor units.

    A passing customer without a name is one each time; refunds are taken off the takings.
    """

    customers: int = 0
    takings: int = 0


def own_content(reader: Reader, from_day: dt.date, to_day: dt.date) -> dict[str, OwnContent]:
    """Worker id -> what the content they made brought from one day to another, both included."""
    rows = reader.all(_OWN, from_day=from_day.isoformat(), to_day=to_day.isoformat())
    return {row["worker_id"]: OwnContent(row["customers"], row["takings"]) for row in rows}
