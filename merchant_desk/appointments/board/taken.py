"""Who holds which time on the days shown, for the colour of a drag: looked up, never searched. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from merchant_desk.appointments.board.spread import Spread, is_live
from merchant_desk.appointments.model import BoardLine
from merchant_desk.core.spans import Span, merge

_ONE_DAY = dt.timedelta(days=1)


class Trouble(NamedTuple):
    """What is wrong with a time: whose it is, which room or chair is full, nobody works, nobody is free."""

    against: str = ""
    full: str = ""
    off_shift: bool = False
    nobody: bool = False

    @property
    def clashes(self) -> bool:
        """Whether the time is taken."""
        return bool(self.against or self.full or self.nobody)


class Taken:
    """The busy spans of a spread by worker and by place, and the shifts.

    One visit never stands in its own way: `own` is its appointment's id.
    """

    def __init__(self, spread: Spread) -> None:
        self._by_worker: dict[tuple[str, dt.date], list[BoardLine]] = defaultdict(list)
        self._by_place: dict[tuple[str, dt.date], list[BoardLine]] = defaultdict(list)
        self._shifts: dict[str, list[Span]] = defaultdict(list)
        self._places = {place.id: place for place in spread.places}
        seen: set[str] = set()
        for board in spread.boards:
            for column in board.columns:
                self._shifts[column.worker_id] += column.spans
            for line in board.lines:
                if line.line_id in seen or not is_live(line):
                    continue
                seen.add(line.line_id)
                for day in _days(Span(line.busy_from, line.busy_to)):
                    self._by_worker[line.worker_id, day].append(line)
                    if line.place_id:
                        self._by_place[line.place_id, day].append(line)
        self._shifts = defaultdict(list, {key: merge(spans) for key, spans in self._shifts.items()})

    def worker_trouble(self, worker_id: str, busy: Span, own: str = "") -> Trouble:
        """What stands in the way of this worker being busy then."""
        for line in self._there(self._by_worker, worker_id, busy, own):
            return Trouble(against=line.customer)
        return Trouble(off_shift=not any(_inside(busy, span) for span in self._shifts[worker_id]))

    def place_trouble(self, place_id: str, busy: Span, own: str = "") -> Trouble:
        """What stands in the way of one more line in this room or chair then."""
        place = self._places.get(place_id)
        lines = {line.line_id: line for line in self._there(self._by_place, place_id, busy, own)}.values()
        if place is None or len(lines) < place.capacity:
            return Trouble()
        # The load can only peak where the span begins or another line does.
        moments = {busy.start} | {line.busy_from for line in lines if line.busy_from >= busy.start}
        most = max(sum(line.busy_from <= at < line.busy_to for line in lines) for at in moments)
        return Trouble(full=place.name) if most >= place.capacity else Trouble()

    def kind_trouble(self, place_id: str, busy: Span, own: str = "") -> Trouble:
        """What stands in the way of one more line in any room or chair of this one's kind."""
        place = self._places.get(place_id)
        others = [
            one.id
            for one in self._places.values()
            if place and one.kind == place.kind and one.id != place_id and not one.archived
        ]
        found = [self.place_trouble(one, busy, own) for one in (place_id, *others)]
        return found[0] if all(trouble.full for trouble in found) else Trouble()

    def team_trouble(self, busy: Span) -> Trouble:
        """Whether anybody could do something then: off shift where nobody works, else nobody is free."""
        on_shift = [
            worker_id
            for worker_id, spans in self._shifts.items()
            if any(_inside(busy, span) for span in spans)
        ]
        if not on_shift:
            return Trouble(off_shift=True)
        free = (not any(self._there(self._by_worker, worker_id, busy, "")) for worker_id in on_shift)
        return Trouble(nobody=not any(free))

    def _there(
        self, table: dict[tuple[str, dt.date], list[BoardLine]], key: str, busy: Span, own: str
    ) -> Iterable[BoardLine]:
        for day in _days(busy):
            for line in table.get((key, day), ()):
                mine = bool(own) and line.appointment_id == own
                if not mine and line.busy_from < busy.end and busy.start < line.busy_to:
                    yield line


def _days(span: Span) -> Iterable[dt.date]:
    """The days that a span touches."""
    day = span.start.date()
    while dt.datetime.combine(day, dt.time()) < span.end:
        yield day
        day += _ONE_DAY


def _inside(busy: Span, span: Span) -> bool:
    return span.start <= busy.start and busy.end <= span.end
