"""What each visit is credited to, as SQL: the one definition that every number in this room is made of.

Visit lens, last touch. A visit is one customer's paid sales of one day; a paid sale without a customer
is a visit of its own. It is credited to the last touch at or before its last sale that came after the
customer's previous visit and is not older than the window (30 days; 90 where the customer was asked);
of touches in the same minute the one with the stronger evidence counts, then the one noted later.
Without a touch the visit is "returning" when the customer had been before, else "unknown". A refund
follows the visit whose sale it refunds. Void and open sales are left out.
"""

from __future__ import annotations

from merchant_desk.sources.model import ASKED_WINDOW, WINDOW

RETURN_DAYS = 30

_MINUTES = 24 * 60


def day_number(text: str) -> str:
    """SQL for the day count of a 'YYYY-MM-DD...' column, equal to Python's date.toordinal()."""
    year, month = f"CAST(substr({text}, 1, 4) AS INTEGER)", f"CAST(substr({text}, 6, 2) AS INTEGER)"
    day = f"CAST(substr({text}, 9, 2) AS INTEGER)"
    # January and February count as months 13 and 14 of the year before, so that leap days come last.
    years = f"({year} - CASE WHEN {month} < 3 THEN 1 ELSE 0 END)"
    months = f"({month} + CASE WHEN {month} < 3 THEN 12 ELSE 0 END)"
    leaps = f"{years} / 4 - {years} / 100 + {years} / 400"
    return f"(365 * {years} + {leaps} + (153 * {months} - 457) / 5 + {day} - 306)"


def _minute_number(text: str) -> str:
    clock = f"60 * CAST(substr({text}, 12, 2) AS INTEGER) + CAST(substr({text}, 15, 2) AS INTEGER)"
    return f"({_MINUTES} * {day_number(text)} + {clock})"


# refund_of is wrapped: nearly every sale has none, and an index on it would be walked instead of the days.
_COUNTS = "status = 'paid' AND coalesce(refund_of, '') = ''"

_AGE = f"{_minute_number('path.last_at')} - {_minute_number('touch.at')}"
_WINDOW = f"CASE touch.evidence WHEN 'asked' THEN {ASKED_WINDOW.days} ELSE {WINDOW.days} END * {_MINUTES}"

# A touch of the visit's own day needs no reckoning.
_LAST_TOUCH = f"""
    SELECT coalesce(touch.content_id, touch.channel_id) FROM touch
    WHERE {{whose}} AND touch.at <= path.last_at AND (touch.at >= path.day OR {_AGE} <= {_WINDOW})
    ORDER BY touch.at DESC, touch.strength DESC, touch.id DESC LIMIT 1
"""

_OF_THE_SALE = "touch.sale_id = path.sale_id"
_OF_THE_CUSTOMER = "touch.customer_id = path.customer_id AND touch.at > coalesce(path.before_at, '')"

# Every query of the room starts with this and reads its tables; parameters :from_day, :to_day as
# 'YYYY-MM-DD'. `visit` has a row for each visit of the period and one for each refund in it, booked_on
# the day the money counts. `path` adds when the customer had been before. `credit` adds the source.
CREDITS = f"""
WITH visit AS MATERIALIZED (
    SELECT customer_id, NULL AS sale_id, NULL AS refund_id, day, day AS booked_on, max(sold_at) AS last_at,
        sum(takings) AS takings, 1 AS visits
    FROM sale WHERE {_COUNTS} AND customer_id IS NOT NULL AND day BETWEEN :from_day AND :to_day
    GROUP BY day, customer_id
    UNION ALL
    SELECT NULL, id, NULL, day, day, sold_at, takings, 1
    FROM sale WHERE {_COUNTS} AND customer_id IS NULL AND day BETWEEN :from_day AND :to_day
    UNION ALL
    SELECT sold.customer_id, sold.id, refund.id, sold.day, refund.day,
        coalesce((SELECT max(sale.sold_at) FROM sale WHERE sale.customer_id = sold.customer_id
            AND sale.day = sold.day AND {_COUNTS}), sold.sold_at),
        refund.takings, 0
    FROM sale AS refund JOIN sale AS sold ON sold.id = refund.refund_of
    WHERE refund.status = 'paid' AND refund.day BETWEEN :from_day AND :to_day
),
path AS MATERIALIZED (
    SELECT visit.*, CASE WHEN customer_id IS NOT NULL THEN (
        SELECT sale.sold_at FROM sale WHERE sale.customer_id = visit.customer_id
        AND sale.day < visit.day AND {_COUNTS}
        ORDER BY sale.day DESC, sale.sold_at DESC LIMIT 1) END AS before_at
    FROM visit
),
credit AS MATERIALIZED (
    SELECT path.*, CASE WHEN customer_id IS NULL
        THEN ({_LAST_TOUCH.format(whose=_OF_THE_SALE)}) ELSE ({_LAST_TOUCH.format(whose=_OF_THE_CUSTOMER)})
        END AS source_id
    FROM path
),
source AS (
    SELECT id, kind, id AS content_id, title FROM content
    UNION ALL
    SELECT id, kind, NULL, name FROM channel
)
"""

# The kind of a row of `credit AS c LEFT JOIN source`.
KIND = "coalesce(source.kind, CASE WHEN c.before_at IS NULL THEN 'unknown' ELSE 'returning' END)"

# Whether a row of `path` or `credit` is somebody's first visit.
FIRST_VISIT = "(customer_id IS NOT NULL AND before_at IS NULL AND visits = 1)"

# Whether the customer of a row of `credit AS c` came again within the days: 1 or 0.
CAME_AGAIN = f"""
    CASE WHEN (SELECT {day_number("sale.day")} FROM sale WHERE sale.customer_id = c.customer_id
        AND sale.day > c.day AND {_COUNTS} ORDER BY sale.day LIMIT 1)
        - {day_number("c.day")} <= {RETURN_DAYS} THEN 1 ELSE 0 END
"""
