"""The rows that the numbers come in: frozen, money in minor units, days both ends included."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.insights.stats import wilson
from merchant_desk.sources.model import Content

# The kinds of content, as the industry counts them, and what they grew by in 2024: Douyin's
# life-service trade through short videos, live streams and grass-planting posts.
INDUSTRY_GROWTH_2024 = {"short_video": 0.83, "live_stream": 1.23, "grass_post": 1.13}

# Below this many customers a share is an accident: no rate, no ranking.
FEWEST_CUSTOMERS = 5


@dataclass(frozen=True, slots=True)
class SourceTakings:
    """What one source brought in one bucket ('2026-03', a Monday, or a day); refunds are taken off."""

    bucket: str
    kind: str
    takings: int
    visits: int


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """One day: takings, paid sales, customers here for the first time, (kind, takings) in chart order."""

    takings: int
    sales: int
    new_customers: int
    by_source: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """A kind of content against the same period last year.

    `growth` 0.5 is half as much again, None where last year had no takings; `industry` is 2024's mark.
    """

    kind: str
    takings: int
    last_year: int
    growth: float | None
    industry: float


@dataclass(frozen=True, slots=True)
class ReturnRate:
    """Of `of` customers `returned` came again within 30 days.

    `rate` with its Wilson 90 % interval `low`..`high`, all None below five customers.
    """

    returned: int
    of: int

    @property
    def rate(self) -> float | None:
        """The share that came again."""
        return self.returned / self.of if self.of >= FEWEST_CUSTOMERS else None

    @property
    def low(self) -> float | None:
        """The lower end of the interval."""
        return wilson(self.returned, self.of)[0] if self.of >= FEWEST_CUSTOMERS else None

    @property
    def high(self) -> float | None:
        """The upper end of the interval."""
        return wilson(self.returned, self.of)[1] if self.of >= FEWEST_CUSTOMERS else None


@dataclass(frozen=True, slots=True)
class ContentResult:
    """What one content did in a period.

    `takings` by the visit lens; `new_customers` whose first visit is credited to it; `returned` of
    the `return_of` that had 30 days to come again; `roas` None where it cost nothing, `views` the
    newest count, None where none is known.
    """

    content_id: str
    title: str
    kind: str
    platform: str
    code: str
    published_at: dt.datetime
    cost: int
    bookings: int
    new_customers: int
    returned: int
    return_of: int
    takings: int
    views: int | None

    @property
    def roas(self) -> float | None:
        """Attributed takings for each yuan the content cost."""
        return self.takings / self.cost if self.cost else None

    @property
    def return_rate(self) -> float | None:
        """The share that came again within 30 days, None below five customers."""
        return ReturnRate(self.returned, self.return_of).rate

    @property
    def return_low(self) -> float | None:
        """The lower end of its Wilson 90 % interval."""
        return ReturnRate(self.returned, self.return_of).low

    @property
    def return_high(self) -> float | None:
        """The upper end of its Wilson 90 % interval."""
        return ReturnRate(self.returned, self.return_of).high


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A content in the list of all: what it did since it was published."""

    content: Content
    views: int | None
    bookings: int
    new_customers: int
    takings: int
    cost: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one period. `cost_per_new` is None without new customers."""

    takings: int
    visits: int
    new_customers: int
    content_cost: int
    returns: ReturnRate

    @property
    def cost_per_new(self) -> int | None:
        """What one new customer cost in content, in minor units, rounded down."""
        return self.content_cost // self.new_customers if self.new_customers else None


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """The figures of a period and of the one it is compared with (see periods.previous)."""

    now: Figures
    before: Figures
    before_from: dt.date
    before_to: dt.date


def change(now: float | None, before: float | None) -> float | None:
    """Growth from `before` to `now` as a part of one; None where either is missing or there was nothing."""
    if now is None or before is None or before <= 0:
        return None
    return now / before - 1
