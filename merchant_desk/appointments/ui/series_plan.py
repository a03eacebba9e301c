"""What was decided about each date of a series that is about to be booked. Without Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from merchant_desk.appointments.series.plan import PlannedDate, SeriesDate


@dataclass(frozen=True, slots=True)
class Row:
    """One date: what was decided (`planned`) and, unless it is left out, where it lies and what is there."""

    planned: PlannedDate
    date: SeriesDate | None

    @property
    def at(self) -> dt.datetime:
        """When the rule has it."""
        return self.planned.at

    @property
    def start(self) -> dt.datetime:
        """When it begins; when it would, where it is left out."""
        return self.date.start if self.date is not None else self.planned.at

    @property
    def left_out(self) -> bool:
        """Whether it is not booked."""
        return self.planned.start is None

    @property
    def moved(self) -> bool:
        """Whether somebody chose another time for it."""
        return self.planned.start not in {None, self.planned.at}

    @property
    def clashes(self) -> bool:
        """Whether it cannot be booked as it is."""
        return self.date is not None and self.date.clash is not None


class Plan:
    """The dates in the rule's order, each with its decision."""

    def __init__(self) -> None:
        self._planned: list[PlannedDate] = []
        self._weighed: dict[dt.datetime, SeriesDate] = {}

    def begin(self, dates: Sequence[SeriesDate]) -> None:
        """The dates as the rule has them."""
        self._planned = [PlannedDate(one.at, one.at) for one in dates]
        self.weighed(dates)

    def weighed(self, dates: Sequence[SeriesDate]) -> None:
        """What is in the way of them now."""
        self._weighed = {one.at: one for one in dates}

    def decide(self, at: dt.datetime, start: dt.datetime | None, *, squeeze: bool = False) -> None:
        """Another time for one date, None to leave it out."""
        self._planned = [
            replace(one, start=start, squeeze=squeeze) if one.at == at else one for one in self._planned
        ]

    def planned(self) -> list[PlannedDate]:
        """Every date with its decision."""
        return list(self._planned)

    def rows(self) -> list[Row]:
        """What the list shows."""
        return [
            Row(one, self._weighed.get(one.at) if one.start is not None else None) for one in self._planned
        ]

    def clashing(self) -> list[Row]:
        """The dates that cannot be booked as they are."""
        return [row for row in self.rows() if row.clashes]
