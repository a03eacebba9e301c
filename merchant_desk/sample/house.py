"""The salon itself: its name and hours, its team and who works when, its price list."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from typing import Final

from merchant_desk.core.clock import DEFAULT_ZONE, wall
from merchant_desk.sample import words
from merchant_desk.sample.book import Book
from merchant_desk.sample.chairs import DayChairs, span_mask
from merchant_desk.sample.dice import Dice
from merchant_desk.sample.season import closed_days
from merchant_desk.team.model import WORKER_COLOURS

OPENING: Final = (dt.time(9), dt.time(20, 30))
_PLANS: Final = (
    (dt.time(9), dt.time(18, 30), dt.time(12, 30), dt.time(13, 30)),
    (dt.time(10), dt.time(20), dt.time(12), dt.time(13)),
    (dt.time(10, 30), dt.time(20, 30), dt.time(13), dt.time(14)),
)
_DAYS_OFF: Final = (1, 3, 0, 2)  # Tuesday first: nobody is off at the weekend
_LEAVE_EVERY_DAYS: Final = 230
_TRAINING_IN_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Worker:
    """One of the team with a weekly plan; every third does no lashes."""

    id: str
    index: int
    name: str
    start: dt.time
    end: dt.time
    break_start: dt.time
    break_end: dt.time
    day_off: int
    lashes: bool

    def mask(self) -> int:
        """The quarters of a common day on which this worker takes customers."""
        return span_mask(self.start, self.end) & ~span_mask(self.break_start, self.break_end)


@dataclass(frozen=True, slots=True)
class Service:
    """One line of the price list."""

    id: str
    words: words.ServiceWords

    @property
    def lashes(self) -> bool:
        """Whether only those who do lashes may do it."""
        return self.words.category == "美睫"


@dataclass(slots=True)
class House:
    """The shop from `first` day to `moment`, the sample's present; makes its own rows."""

    dice: Dice
    book: Book
    first: dt.date
    moment: dt.datetime
    team_size: int
    workers: list[Worker] = field(default_factory=list)
    services: dict[str, Service] = field(default_factory=dict)
    products: list[tuple[str, tuple[str, int, int]]] = field(default_factory=list)
    _leaves: set[tuple[int, dt.date]] = field(default_factory=set)
    _closed: dict[dt.date, str] = field(default_factory=dict)
    _training: tuple[int, dt.date] | None = None
    _places: dict[tuple[str, int], str] = field(default_factory=dict)

    def furnish(self) -> None:
        """Make the rows of everything that stands before the first customer comes."""
        at = dt.datetime.combine(self.first, dt.time(8)) - dt.timedelta(days=30)
        self._shop(at)
        self._team(at)
        self._chairs(at)
        self._catalogue(at)
        for seq, (name, price, cost) in enumerate(words.PRODUCTS):
            made = self.book.add("product", at, name=name, price=price, cost=cost, seq=seq)
            self.products.append((made, (name, price, cost)))

    def chairs(self, day: dt.date) -> DayChairs:
        """The team's free quarters on a day on which nobody has booked yet."""
        free = [worker.mask() if self.works(worker, day) else 0 for worker in self.workers]
        chairs = DayChairs(day, free)
        if self._training and day >= self._training[1] and day.weekday() == self._training[1].weekday():
            afternoon = dt.datetime.combine(day, dt.time(14))
            chairs.take_span(self._training[0], afternoon, afternoon + dt.timedelta(hours=4))
        return chairs

    def place(self, service: Service, worker: Worker) -> str | None:
        """The chair at which this worker does that service, or None where it needs none."""
        return self._places.get((words.PLACE_KINDS.get(service.words.category, ""), worker.index))

    def works(self, worker: Worker, day: dt.date) -> bool:
        """Whether that worker is there on that day."""
        if day in self._closed or (worker.index, day) in self._leaves:
            return False
        return day.weekday() != worker.day_off or day == self.moment.date()

    def _shop(self, at: dt.datetime) -> None:
        about = {
            "name": words.SHOP_NAME,
            "trade": "nails_lashes",
            "currency": "CNY",
            "zone": DEFAULT_ZONE,
            "step_minutes": 15,
        }
        for key, value in about.items():
            self.book.add("setting", at, id=key, value=json.dumps(value, ensure_ascii=False))
        start, end = OPENING
        for weekday in range(7):
            self.book.add("opening", at, weekday=weekday, start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        today = self.moment.date()
        self._closed = closed_days(self.first, today + dt.timedelta(days=400))
        # The sample's today is always an open day: an empty board shows nothing.
        self._closed.pop(today, None)
        for day, name in self._closed.items():
            self.book.add("closed_day", at, day=day.isoformat(), name=name)

    def _team(self, at: dt.datetime) -> None:
        for index in range(self.team_size):
            plan = _PLANS[index % len(_PLANS)]
            worker = Worker(
                id=self.dice.id(at),
                index=index,
                name=_worker_name(index),
                start=plan[0],
                end=plan[1],
                break_start=plan[2],
                break_end=plan[3],
                day_off=_DAYS_OFF[index % len(_DAYS_OFF)],
                lashes=index % 3 != 0,
            )
            self.workers.append(worker)
            self._worker_rows(worker, at)
            self._leave_rows(worker)
        today = self.moment.date()
        for worker in self.workers:
            if worker.day_off == today.weekday():
                self.book.add(
                    "shift_exception",
                    self.moment - dt.timedelta(days=3),
                    worker_id=worker.id,
                    day=today.isoformat(),
                    start=f"{worker.start:%H:%M}",
                    end=f"{worker.end:%H:%M}",
                )
        self._training_rows(self.workers[1])

    def _worker_rows(self, worker: Worker, at: dt.datetime) -> None:
        self.book.add(
            "worker",
            at,
            id=worker.id,
            name=worker.name,
            colour=WORKER_COLOURS[worker.index % len(WORKER_COLOURS)],
            role="owner" if worker.index == 0 else "worker",
            seq=worker.index + 1,
        )
        for weekday in range(7):
            if weekday == worker.day_off:
                continue
            for table, start, end in (
                ("shift", worker.start, worker.end),
                ("shift_break", worker.break_start, worker.break_end),
            ):
                self.book.add(
                    table,
                    at,
                    worker_id=worker.id,
                    weekday=weekday,
                    start=f"{start:%H:%M}",
                    end=f"{end:%H:%M}",
                )

    def _leave_rows(self, worker: Worker) -> None:
        day = self.first + dt.timedelta(days=self.dice.between(40, _LEAVE_EVERY_DAYS))
        while day < self.moment.date() - dt.timedelta(days=14):
            length = self.dice.between(2, 5)
            self._time_off(worker, dt.datetime.combine(day, dt.time()), length * 24 * 60)
            self._leaves |= {(worker.index, day + dt.timedelta(days=offset)) for offset in range(length)}
            day += dt.timedelta(days=self.dice.between(_LEAVE_EVERY_DAYS - 60, _LEAVE_EVERY_DAYS + 60))

    def _training_rows(self, worker: Worker) -> None:
        day = self.moment.date() + dt.timedelta(days=_TRAINING_IN_DAYS)
        self._training = (worker.index, day)
        self._time_off(worker, dt.datetime.combine(day, dt.time(14)), 4 * 60, "培训", "FREQ=WEEKLY")

    def _time_off(
        self, worker: Worker, start: dt.datetime, minutes: int, reason: str = "", rule: str = ""
    ) -> None:
        made = min(start - dt.timedelta(days=self.dice.between(2, 12)), self.moment)
        self.book.add(
            "time_off",
            made,
            worker_id=worker.id,
            start=wall(start),
            end=wall(start + dt.timedelta(minutes=minutes)),
            reason=reason or self.dice.one(words.LEAVE_REASONS),
            rule=rule,
        )

    def _chairs(self, at: dt.datetime) -> None:
        """A chair of each kind for everybody who needs one."""
        for kind, colour in zip(words.PLACE_KINDS.values(), reversed(WORKER_COLOURS), strict=False):
            able = [worker for worker in self.workers if worker.lashes or kind == words.PLACE_KINDS["美甲"]]
            for seq, worker in enumerate(able, start=1):
                self._places[kind, worker.index] = self.book.add(
                    "place", at, name=f"{seq} 号{kind}", kind=kind, colour=colour, seq=seq
                )

    def _catalogue(self, at: dt.datetime) -> None:
        categories = {
            name: self.book.add("category", at, name=name, seq=seq)
            for seq, name in enumerate(words.CATEGORIES)
        }
        for seq, line in enumerate(words.SERVICES):
            service_id = self.book.add(
                "service",
                at,
                name=line.name,
                category_id=categories[line.category],
                minutes=line.minutes,
                after_minutes=line.after,
                price=line.price,
                material_cost=line.material_cost,
                place_kind=words.PLACE_KINDS.get(line.category, ""),
                seq=seq,
            )
            service = self.services[line.name] = Service(service_id, line)
            for worker in self.workers if service.lashes else ():
                if worker.lashes:
                    self.book.add("worker_service", at, worker_id=worker.id, service_id=service_id)


def _worker_name(index: int) -> str:
    if index < len(words.WORKER_NAMES):
        return words.WORKER_NAMES[index]
    left = index - len(words.WORKER_NAMES)
    round_, at = divmod(left, len(words.WORKER_GIVEN))
    return f"小{words.WORKER_GIVEN[at]}" + (str(round_ + 1) if round_ else "")
