"""The sample's present: today's board with the same faces in every sample shop, and what is booked next."""

from __future__ import annotations

import datetime as dt
import json
import math
from typing import Final, NamedTuple

from merchant_desk.core.clock import wall
from merchant_desk.sample import words
from merchant_desk.sample.diary import Diary
from merchant_desk.sample.dice import Dice
from merchant_desk.sample.house import House, Service
from merchant_desk.sample.library import WENT_WELL, Content, Library
from merchant_desk.sample.people import People, Person
from merchant_desk.sample.plan import Plan
from merchant_desk.sample.visit import Part, Visit
from merchant_desk.sources.model import CONTENT_KINDS

CAST_WORKERS: Final = 3
_TIDY: Final = dt.timedelta(minutes=5)  # the longest that any service needs afterwards
AHEAD_DAYS: Final = 14
_AGAIN: Final = 6  # dates of a series
# Who waits for which service, of whom, from what time of day on, within how many days.
_WAITING: Final = (
    ("周婷", "法式美甲", 0, "17:00", 4),
    ("郑好", "日式美睫", None, "00:00", 7),
    ("赵敏", "足部护理", 2, "00:00", 10),
)
_NEARLY: Final = dt.timedelta(minutes=10)


class Card(NamedTuple):
    """One appointment of today: who, with whom, when, for what; `came` are earlier visits, days ago."""

    name: str
    worker: int
    start: dt.time
    services: tuple[tuple[str, int], ...]  # with minutes
    kind: str
    title: str = ""
    came: tuple[int, ...] = ()
    note: str = ""
    said: bool = True
    every: int = 0  # weeks, for who comes again and again


CARDS: Final = (
    Card("王女士", 0, dt.time(9, 30), (("法式美甲", 60),), "short_video", WENT_WELL, (62, 29)),
    Card("陈晓", 0, dt.time(11), (("猫眼美甲", 60), ("手部护理", 30)), "live_stream", "周日晚 8 点直播",
         (40,)),
    Card("李悦", 0, dt.time(14), (("法式美甲", 75),), "short_video", WENT_WELL, (71, 34)),
    Card("赵敏", 0, dt.time(16), (("卸甲", 20), ("单色美甲", 40)), "referral", "", (95, 66, 31)),
    Card("孙佳", 1, dt.time(10), (("日式美睫", 90),), "grass_post", "通勤猫眼合集", (54,), every=2),
    Card("周婷", 1, dt.time(13, 30), (("单色美甲", 60),), "unknown", "", (35,), said=False),
    Card("吴倩", 1, dt.time(15), (("甲片延长", 90), ("局部彩绘", 30)), "live_stream", "周日晚 8 点直播",
         (58, 27), "对胶水过敏"),
    Card("郑好", 1, dt.time(18), (("手部护理", 60),), "unknown", said=False),
    Card("冯雪", 2, dt.time(10, 30), (("足部护理", 60),), "passing_by", "", (21,), every=1),
    Card("何静", 2, dt.time(14, 30), (("日式美睫", 90),), "short_video", WENT_WELL),
    Card("许愿", 2, dt.time(17), (("法式美甲", 90),), "grass_post", "通勤猫眼合集"),
)  # fmt: skip


class Present:
    """Today's cards, the people on them with their earlier visits, and the days ahead."""

    def __init__(
        self, dice: Dice, house: House, library: Library, people: People, diary: Diary, plan: Plan
    ) -> None:
        self._dice = dice
        self._house = house
        self._library = library
        self._people = people
        self._diary = diary
        self._plan = plan
        self._earlier: dict[str, Visit] = {}
        self._faces: dict[str, Person] = {}
        self._again: list[Visit] = []

    def guests(self, day: dt.date) -> list[tuple[Visit, list[Service]]]:
        """The visits of today's people on an earlier day."""
        ago = (self._house.moment.date() - day).days
        visits = []
        for card in CARDS:
            if ago in card.came:
                visit = self._visit(card, self._fresh(card.kind, day))
                visit.said = True
                self._earlier[card.name] = visit
                visits.append((visit, [self._house.services[name] for name, _ in card.services]))
        return visits

    def today(self) -> None:
        """Today's board: done what is over, arrived who is here, booked who is yet to come."""
        day, moment = self._house.moment.date(), self._house.moment
        visits = [self._on_card(card, day) for card in CARDS]
        visits += self._on_other_chairs(day)
        if moment.time() > dt.time(12, 40):
            visits.append(self._passing(day))
        done = []
        for visit in visits:
            if visit.end <= moment + _NEARLY:
                done.append(visit)
                continue
            visit.status = "arrived" if visit.start <= moment + _NEARLY else self._coming()
            self._write(visit)
        self._diary.till(day, done)
        self._wait(day)

    def ahead(self) -> None:
        """The appointments of the days to come, fewer the further away they are."""
        for offset in range(1, AHEAD_DAYS + 1):
            day = self._house.moment.date() + dt.timedelta(days=offset)
            chairs = self._house.chairs(day)
            for visit in self._again:
                if visit.start.date() == day:
                    chairs.take_span(visit.parts[0].worker.index, visit.start, visit.end + _TIDY)
            for _ in range(round(self._plan.busyness(day) * 0.8 * math.exp(-offset / 6))):
                visit, services = self._diary.somebody(day)
                if (visit.person or visit.first) and self._diary.place(visit, services, chairs):
                    self._diary.book(visit, walk_in=0.0)
                    visit.status = self._coming() if offset <= 3 else "booked"
                    self._write(visit)
        for visit in self._again:
            self._write(visit)

    def _wait(self, today: dt.date) -> None:
        """Some of today's faces would come sooner if a time opened."""
        for hours, (name, service, worker, from_time, days) in enumerate(_WAITING, start=2):
            self._diary.keep(
                "waiting",
                self._house.moment - dt.timedelta(hours=hours),
                customer_id=self._faces[name].id,
                service_id=self._house.services[service].id,
                worker_id=None if worker is None else self._house.workers[worker].id,
                first_day=today.isoformat(),
                last_day=(today + dt.timedelta(days=days)).isoformat(),
                from_time=from_time,
                note=words.WAITING_NOTE,
            )

    def _write(self, visit: Visit) -> None:
        appointment_id = self._diary.counter.appointment(visit)
        if visit.said:
            self._diary.counter.told_when_booking(visit, appointment_id)

    def _coming(self) -> str:
        return "confirmed" if self._dice.chance(0.55) else "booked"

    def _fresh(self, kind: str, day: dt.date) -> Content | None:
        return self._library.seen(kind, day) if kind in CONTENT_KINDS else None

    def _visit(self, card: Card, content: Content | None) -> Visit:
        before = self._earlier.get(card.name)
        person = before.person if before else None
        return Visit(
            person,
            card.kind,
            content,
            first=person is None,
            said=card.said,
            name=card.name,
            about=card.note,
        )

    def _on_card(self, card: Card, day: dt.date) -> Visit:
        content = self._library.named(card.title) if card.title else None
        visit = self._visit(card, content or self._fresh(card.kind, day))
        start = dt.datetime.combine(day, card.start)
        for name, minutes in card.services:
            end = start + dt.timedelta(minutes=minutes)
            visit.parts.append(Part(self._house.services[name], self._house.workers[card.worker], start, end))
            start = end
        self._diary.book(visit, walk_in=0.0)
        if visit.person:
            self._faces[card.name] = visit.person
        if card.every:
            self._repeat(card, visit)
        return visit

    def _repeat(self, card: Card, first: Visit) -> None:
        """Let that visit be the first of many: the same hour, worker and services."""
        dates = [first.start + dt.timedelta(weeks=card.every * count) for count in range(_AGAIN)]
        later = dates[1:]
        there = [at for at in later if self._house.works(first.parts[0].worker, at.date())]
        if not there or first.booked is None:
            return
        first.series = self._diary.keep(
            "series",
            first.booked,
            rule=f"FREQ=WEEKLY;INTERVAL={card.every};COUNT={_AGAIN}",
            start=wall(first.start),
            skipped=json.dumps([wall(at) for at in later if at not in there]),
        )
        for at in there:
            shift = at - first.start
            parts = [Part(p.service, p.worker, p.start + shift, p.end + shift) for p in first.parts]
            self._again.append(
                Visit(first.person, "returning", None, parts, first.booked, "booked", series=first.series)
            )

    def _passing(self, day: dt.date) -> Visit:
        start = dt.datetime.combine(day, dt.time(12, 5))
        worker, service = self._house.workers[2], self._house.services["眉形设计"]
        part = Part(service, worker, start, start + dt.timedelta(minutes=30))
        return Visit(None, "passing_by", None, [part])

    def _on_other_chairs(self, day: dt.date) -> list[Visit]:
        """What the rest of a larger team does today."""
        chairs = self._house.chairs(day)
        for worker in range(CAST_WORKERS):
            chairs.close(worker)
        others = len(self._house.workers) - CAST_WORKERS
        visits = []
        for _ in range(round(self._plan.busyness(day) * others / len(self._house.workers))):
            visit, services = self._diary.somebody(day)
            if (visit.person or visit.first) and self._diary.place(visit, services, chairs):
                self._diary.book(visit, walk_in=0.0)
                visits.append(visit)
        return visits
