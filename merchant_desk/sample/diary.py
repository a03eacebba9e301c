"""How the days go: who comes, whose chair they get, who stays away."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Final

from merchant_desk.sample import season, words
from merchant_desk.sample.book import Book
from merchant_desk.sample.chairs import OPENS, DayChairs, slots_for
from merchant_desk.sample.counter import Counter
from merchant_desk.sample.dice import Dice, Weighted
from merchant_desk.sample.house import House, Service, Worker
from merchant_desk.sample.ledgers import Ledgers
from merchant_desk.sample.library import WENT_WELL, Library
from merchant_desk.sample.people import People, Person
from merchant_desk.sample.plan import FIRST_TIMERS, Plan
from merchant_desk.sample.visit import Part, Visit
from merchant_desk.sources.model import CONTENT_KINDS

_NAMELESS: Final = {"passing_by": 0.48, "unknown": 0.42, "search_map": 0.05, "short_video": 0.02}
_WELL_KNOWN: Final = 3.2  # how much likelier the video that went well brings somebody new
_WALK_IN: Final = 0.24
_NO_SHOW: Final = 0.04
_CANCELLED: Final = 0.055
_ABSENT_BY_CONTENT: Final = 0.5
_STRANGERS: Final = 0.2  # of those who stay away
_EXTRA: Final = 0.26
_VOID: Final = 0.003
_TWO_SOURCES: Final = 0.05
_UNASKED: Final = 0.6
_TRIED_WORKERS: Final = 6
_USUAL_WORKER_SLOTS: Final = 5
_LEAD_DAYS: Final = 2.6
_AWAKE_FROM: Final = 8
_AWAKE_TO: Final = 21  # later than any visit ends, so that nobody books the next one before this one is over


class Diary:
    """Fills the days up to the sample's present, one after the other."""

    def __init__(
        self,
        dice: Dice,
        book: Book,
        house: House,
        library: Library,
        people: People,
        plan: Plan,
        ledgers: Ledgers,
        customers: int,
    ) -> None:
        self._dice = dice
        self._house = house
        self._library = library
        self._people = people
        self._plan = plan
        self._customers = customers
        self._book = book
        self._ledgers = ledgers
        self.counter = Counter(dice, book, house, ledgers)
        services = tuple(house.services.values())
        self._mains = {
            category: Weighted({s: s.words.main for s in services if s.words.category == category})
            for category in words.CATEGORIES
        }
        self._extras = Weighted({s: s.words.extra for s in services if s.words.extra})
        self._lashers = [worker for worker in house.workers if worker.lashes]
        self._to_meet = 0
        self._owed: dict[str, float] = {}
        self._sources: tuple[dt.date, dict[str, float]] = (dt.date.min, {})
        self._put_off: list[tuple[Visit, list[Service]]] = []

    def allow(self, customers: int) -> None:
        """Let there be that many customers in all from now on."""
        self._customers = customers

    def day(self, day: dt.date, guests: list[tuple[Visit, list[Service]]]) -> None:
        """One whole day of the past: `guests` come for certain, the plan brings the others."""
        chairs = self._house.chairs(day)
        wishes = guests + self._put_off
        self._put_off = []
        wishes += [self.somebody(day) for _ in range(self._plan.visits[day])]
        placed = []
        for visit, services in wishes:
            if self.place(visit, services, chairs):
                self.book(visit)
                placed.append(visit)
            else:
                self._put_off.append((visit, services))
        self._stay_away(day, chairs, sum(visit.booked is not None for visit in placed))
        self.till(day, placed)

    def keep(self, table: str, made_at: dt.datetime, **columns: object) -> str:
        """Keep a row for the file; gives its id."""
        return self._book.add(table, made_at, **columns)

    def somebody(self, day: dt.date) -> tuple[Visit, list[Service]]:
        """A visit on that day without a time yet: the source first, then who it brings."""
        dice = self._dice
        kind = self._next_source(day)
        content = self._library.seen(kind, day) if kind in CONTENT_KINDS else None
        first_time = FIRST_TIMERS[kind] * self._pace(day)
        if content is not None and content.title == WENT_WELL:
            first_time *= _WELL_KNOWN
        draw = dice.random.random()
        person = None
        first = draw < first_time and self._room_for_more()
        nameless = not first and dice.chance(_NAMELESS.get(kind, 0.0))
        if not first and not nameless:
            person = self._people.due(day) or self._people.at_a_pinch(day)
            first = person is None and self._room_for_more()
        self._to_meet += first
        if person is None and kind == "returning":
            kind = "unknown"
        visit = Visit(person, kind, content, first=first)
        visit.said = kind != "unknown" or (person is not None) or not dice.chance(_UNASKED)
        return visit, self.services(person)

    def services(self, person: Person | None) -> list[Service]:
        """What somebody wants done: mostly what they always have, sometimes something small beside it."""
        dice = self._dice
        taste = person.taste if person and dice.chance(0.85) else dice.one(("美甲", "美甲", "美睫", "护理"))
        main = dice.draw(self._mains[taste])
        if not dice.chance(_EXTRA):
            return [main]
        extra = dice.draw(self._extras)
        if extra is main:
            return [main]
        # Old nails come off before new ones go on; everything else small comes after.
        return [extra, main] if extra.words.name == "卸甲" else [main, extra]

    def place(self, visit: Visit, services: list[Service], chairs: DayChairs) -> bool:
        """Find the visit a worker and a time near the one it wants; False where the day is full."""
        dice = self._dice
        hour, quarter = dice.draw(season.hours(chairs.day))
        wanted = (hour - OPENS) * 4 + quarter
        length = slots_for(sum(s.words.minutes + s.words.after for s in services))
        team = self._lashers if any(s.lashes for s in services) else self._house.workers
        tried = team if len(team) <= _TRIED_WORKERS else dice.random.sample(team, _TRIED_WORKERS)
        usual = visit.person.worker if visit.person else -1
        best: tuple[float, Worker, int] | None = None
        for worker in tried:
            slot = chairs.nearest(worker.index, length, wanted)
            if slot is None:
                continue
            regret = abs(slot - wanted) + dice.random.random()
            regret += 0 if worker.index == usual else _USUAL_WORKER_SLOTS
            if best is None or regret < best[0]:
                best = (regret, worker, slot)
        if best is None:
            return False
        _, worker, slot = best
        chairs.take(worker.index, slot, length)
        start = chairs.time(slot)
        for service in services:
            end = start + dt.timedelta(minutes=service.words.minutes)
            visit.parts.append(Part(service, worker, start, end))
            start = end + dt.timedelta(minutes=service.words.after)
        return True

    def book(self, visit: Visit, *, walk_in: float = _WALK_IN) -> None:
        """Decide how a placed visit was arranged, and meet whoever comes for the first time."""
        dice = self._dice
        if visit.person is None and not visit.first:
            return
        if not dice.chance(walk_in):
            visit.booked = self._booked(visit)
        if visit.first:
            self._to_meet -= not visit.name
            visit.person = self._people.new(
                visit.kind, visit.booked or visit.start, name=visit.name, note=visit.about
            )
        elif visit.person and visit.person.last and visit.content and dice.chance(_TWO_SOURCES):
            self._met_before(visit, visit.person.last)
        if visit.person and visit.person.worker < 0:
            visit.person.worker = visit.parts[0].worker.index

    def till(self, day: dt.date, placed: list[Visit]) -> None:
        """Write a day's visits down in the order in which they were paid."""
        dice = self._dice
        number = 0
        paid = sorted(
            (min(visit.end + dt.timedelta(minutes=dice.between(0, 6)), self._house.moment), at)
            for at, visit in enumerate(placed)
        )
        for sold_at, at in paid:
            visit = placed[at]
            appointment_id = self.counter.appointment(visit) if visit.booked else None
            if dice.chance(_VOID):
                number += 1
                wrong = dataclasses.replace(visit, kind="unknown", content=None, said=False, earlier=None)
                sale_number = f"{day:%Y%m%d}-{number:04d}"
                sale_id = self.counter.sale(wrong, sale_number, sold_at, appointment_id, stands=False)
                self._book.void(sale_id, dice.one(words.VOID_REASONS), sold_at + dt.timedelta(minutes=2))
            number += 1
            self.counter.sale(visit, f"{day:%Y%m%d}-{number:04d}", sold_at, appointment_id)
            if visit.person:
                self._people.leave(visit.person, visit.end)
        self._ledgers.evening(day)

    def _next_source(self, day: dt.date) -> str:
        """The source that has brought too few so far: left to chance, growth would drown in noise."""
        if self._sources[0] != day:
            self._sources = (day, season.source_weights(day, self._plan.today))
        weights = self._sources[1]
        whole = sum(weights.values())
        for kind, weight in weights.items():
            self._owed[kind] = self._owed.get(kind, self._dice.random.random()) + weight / whole
        kind = max(self._owed, key=self._owed.__getitem__)
        self._owed[kind] -= 1
        return kind

    def _room_for_more(self) -> bool:
        """Whether another customer may turn up, those counted who are planned but not yet met."""
        return self._people.count + self._to_meet < self._customers

    def _pace(self, day: dt.date) -> float:
        """How much likelier than usual a first visit must be for all customers to be met in time."""
        left = self._plan.first_timers.get(day, 0.0)
        wanted = self._customers - self._people.count
        return min(wanted / left, 3.0) if left > 1 else 1.0

    def _booked(self, visit: Visit) -> dt.datetime:
        lead = self._dice.random.expovariate(1 / _LEAD_DAYS)
        booked = visit.start - dt.timedelta(minutes=30 + int(min(lead, 14) * 24 * 60))
        if booked >= self._house.moment:
            booked = self._house.moment - dt.timedelta(minutes=self._dice.between(20, 3 * 24 * 60))
        if visit.person and visit.person.last:
            booked = max(booked, visit.person.last + dt.timedelta(minutes=15))
        if booked.hour >= _AWAKE_FROM:
            return booked
        return (booked - dt.timedelta(days=1)).replace(hour=_AWAKE_TO)

    def _met_before(self, visit: Visit, last: dt.datetime) -> None:
        at = visit.start - dt.timedelta(days=self._dice.between(1, 12), minutes=self._dice.between(0, 600))
        kind = self._dice.one(CONTENT_KINDS)
        other = self._library.seen(kind, at.date())
        if other is not None and at > last and other is not visit.content:
            visit.earlier = (other, at)

    def _stay_away(self, day: dt.date, chairs: DayChairs, booked: int) -> None:
        """Those who cancelled, and those who just did not come: their chair stayed empty."""
        for status, share in (("no_show", _NO_SHOW), ("cancelled", _CANCELLED)):
            for _ in range(booked):
                if self._dice.chance(share):
                    self._absent(day, chairs, status)

    def _absent(self, day: dt.date, chairs: DayChairs, status: str) -> None:
        dice = self._dice
        stranger = dice.chance(_STRANGERS) and self._room_for_more()
        self._to_meet += stranger
        person = None if stranger else self._people.due(day)
        if person is None and not stranger:
            return
        visit = Visit(person, "unknown", None, first=stranger, status=status)
        kind = dice.one(CONTENT_KINDS)
        if dice.chance(_ABSENT_BY_CONTENT):
            visit.kind, visit.content = kind, self._library.seen(kind, day)
        if self.place(visit, self.services(person), chairs):
            self.book(visit, walk_in=0.0)
            appointment_id = self.counter.appointment(visit)
            if dice.chance(0.4):
                self.counter.told_when_booking(visit, appointment_id)
        else:
            self._to_meet -= stranger
        if person is not None:
            self._people.expect(person, day + dt.timedelta(days=dice.between(3, 16)))
