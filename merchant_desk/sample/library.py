"""What the shop published: videos, live streams and posts, what they cost, who watched, whom they bring."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, NamedTuple

from merchant_desk.core.clock import wall
from merchant_desk.core.pinyin import search_key
from merchant_desk.sample import words
from merchant_desk.sample.book import Book
from merchant_desk.sample.dice import Dice, Weighted
from merchant_desk.sample.house import House
from merchant_desk.sources.codes import new_code
from merchant_desk.sources.model import CONTENT_KINDS

WINDOW_DAYS: Final = 30
_SHARES: Final = {"short_video": 0.47, "live_stream": 0.24, "grass_post": 0.29}
_PLATFORMS: Final = {
    "short_video": Weighted({"douyin": 0.55, "kuaishou": 0.2, "wechat_channels": 0.25}),
    "live_stream": Weighted({"douyin": 0.6, "kuaishou": 0.25, "wechat_channels": 0.15}),
    "grass_post": Weighted({"xiaohongshu": 0.85, "douyin": 0.15}),
}
_TITLES: Final = {
    "short_video": words.VIDEO_TITLES,
    "live_stream": words.LIVE_TITLES,
    "grass_post": words.POST_TITLES,
}
_VIEWS: Final = {"short_video": 4200.0, "live_stream": 1600.0, "grass_post": 2600.0}
_FADES_DAYS: Final = {"short_video": 9.0, "live_stream": 5.0, "grass_post": 14.0}
_PAID_OFTEN: Final = {"short_video": 0.5, "live_stream": 0.8, "grass_post": 0.4}
_TITLES_APART: Final = 4
_LOOKED_AFTER_DAYS: Final = (1, 3, 7, 14, 30, 60, 90)


class Pin(NamedTuple):
    """A content that every sample shop has, so many days before its present."""

    days_ago: int
    kind: str
    platform: str
    title: str
    hour: int
    pull: float  # how strongly it draws customers; 1.0 is the middle
    views: int
    costs: tuple[tuple[str, int], ...] = ()
    code: str = ""
    minutes: int = 0  # of a live stream
    weekday: int = -1  # moved back to that day of the week


WENT_WELL: Final = "三分钟法式"
LOST_MONEY: Final = "超级团购夜"
PINS: Final = (
    Pin(17, "short_video", "douyin", WENT_WELL, 19, 22.0, 52_180, (("making", 120_00),), "A7K2"),
    Pin(4, "live_stream", "douyin", "周日晚 8 点直播", 20, 7.0, 8_412, (("ads", 400_00), ("gift", 200_00)),
        minutes=130, weekday=6),
    Pin(8, "short_video", "wechat_channels", "老板娘教卸甲", 12, 2.5, 3_204),
    Pin(23, "grass_post", "xiaohongshu", "通勤猫眼合集", 21, 4.0, 12_960, (("gift", 80_00),)),
    Pin(26, "live_stream", "kuaishou", LOST_MONEY, 19, 0.5, 1_118,
        (("ads", 3_200_00), ("host", 1_200_00), ("gift", 480_00)), minutes=240),
    Pin(31, "live_stream", "kuaishou", "开业周年庆", 19, 3.5, 2_118, (("ads", 900_00), ("gift", 300_00)),
        minutes=180),
    Pin(36, "short_video", "douyin", "显白的 5 个色", 18, 5.0, 18_733, (("ads", 60_00),)),
    Pin(43, "grass_post", "xiaohongshu", "美睫避雷指南", 20, 4.0, 6_021),
    Pin(45, "live_stream", "douyin", "闺蜜双人专场", 20, 3.0, 4_870, (("ads", 300_00),),
        minutes=100, weekday=6),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """One published content as the sample's customers meet it."""

    id: str
    title: str
    published: dt.datetime
    pull: float


class Library:
    """All contents; says which one of a kind a customer of that day has seen."""

    def __init__(self, dice: Dice, book: Book, house: House) -> None:
        self._dice = dice
        self._book = book
        self._house = house
        self._shelves: dict[str, list[Content]] = {kind: [] for kind in CONTENT_KINDS}
        self._codes: list[str] = []
        self._titles: list[str] = []
        self._today: dict[str, tuple[dt.date, Weighted[Content] | None]] = {}

    def fill(self, total: int) -> None:
        """Publish about `total` contents between the shop's first day and its present."""
        pins = PINS if total >= 3 * len(PINS) else PINS[:1] + PINS[4:5]
        start = self._house.moment.date()
        for pin in pins:
            day = start - dt.timedelta(days=pin.days_ago)
            if pin.weekday >= 0:
                day -= dt.timedelta(days=(day.weekday() - pin.weekday) % 7)
            self._publish(pin, dt.datetime.combine(day, dt.time(pin.hour)))
        for kind in CONTENT_KINDS:
            fixed = sum(pin.kind == kind for pin in pins)
            for at in self._dates(max(round(total * _SHARES[kind]) - fixed, 1)):
                pin = self._invent(kind, at)
                self._publish(pin, at.replace(hour=pin.hour, minute=0 if pin.minutes else at.minute))
            self._shelves[kind].sort(key=lambda content: (content.published, content.id))

    def seen(self, kind: str, day: dt.date) -> Content | None:
        """A content of that kind that brings somebody on that day, or None where there is nothing fresh."""
        known = self._today.get(kind)
        if known is None or known[0] != day:
            known = self._today[kind] = (day, self._fresh(kind, day))
        return None if known[1] is None else self._dice.draw(known[1])

    def named(self, title: str) -> Content | None:
        """The newest content with that title."""
        found = [content for shelf in self._shelves.values() for content in shelf if content.title == title]
        return max(found, key=lambda content: content.published, default=None)

    def _fresh(self, kind: str, day: dt.date) -> Weighted[Content] | None:
        midnight = dt.datetime.combine(day, dt.time())
        shelf = self._shelves[kind]
        oldest = midnight - dt.timedelta(days=WINDOW_DAYS - 1)
        first = bisect_left(shelf, oldest, key=lambda content: content.published)
        last = bisect_left(shelf, midnight, key=lambda content: content.published)
        if first == last:
            return None
        weights = {}
        for content in shelf[first:last]:
            age = (midnight - content.published).total_seconds() / 86_400
            weights[content] = content.pull * math.exp(-age / _FADES_DAYS[kind])
        return Weighted(weights)

    def _dates(self, count: int) -> list[dt.datetime]:
        """Evenly spread wall times, closer together towards the present."""
        start = self._house.first - dt.timedelta(days=25)
        days = (self._house.moment.date() - start).days - 1
        dates = []
        for index in range(count):
            part = (index + self._dice.random.random()) / count
            place = part * (1.35 - 0.35 * part)
            at = dt.datetime.combine(start, dt.time()) + dt.timedelta(days=int(place * days))
            dates.append(
                at + dt.timedelta(hours=self._dice.between(11, 20), minutes=self._dice.between(0, 59))
            )
        return dates

    def _invent(self, kind: str, at: dt.datetime) -> Pin:
        dice = self._dice
        pull = dice.around(1.0, 0.9)
        service = dice.one([line.name for line in words.SERVICES if line.main > 4])
        title = ""
        while not title or title in self._titles[-_TITLES_APART:]:
            title = dice.one(_TITLES[kind]).format(
                month=words.MONTH_WORDS[at.month - 1],
                n=dice.between(3, 9),
                service=service,
                worker=dice.one(self._house.workers).name,
                weekday="周" + words.WEEKDAYS[at.weekday()],
            )
        return Pin(
            days_ago=0,
            kind=kind,
            platform=dice.draw(_PLATFORMS[kind]),
            title=title,
            hour=20 if kind == "live_stream" else at.hour,
            pull=pull,
            views=round(_VIEWS[kind] * pull * dice.around(1.0, 0.5)),
            costs=self._costs(kind),
            minutes=dice.between(5, 13) * 15 if kind == "live_stream" else 0,
        )

    def _costs(self, kind: str) -> tuple[tuple[str, int], ...]:
        dice = self._dice
        if not dice.chance(_PAID_OFTEN[kind]):
            return ()
        if kind == "live_stream":
            parts = {"ads": (100, 500), "host": (100, 300), "gift": (40, 200)}
        else:
            parts = {"ads": (40, 220), "making": (50, 300), "gift": (20, 120)}
        chosen = [name for name in parts if dice.chance(0.5)] or ["ads"]
        return tuple((name, dice.between(*parts[name]) * 100) for name in chosen)

    def _publish(self, pin: Pin, at: dt.datetime) -> None:
        dice = self._dice
        code = pin.code or new_code(self._codes, dice.random)
        self._codes.append(code)
        self._titles.append(pin.title)
        maker = Weighted({"shop": 0.62, "worker": 0.23, "influencer": 0.15})
        made_by = "shop" if pin.code else dice.draw(maker)
        worker = dice.one(self._house.workers) if made_by == "worker" else None
        name = worker.name if worker else dice.one(words.INFLUENCERS) if made_by == "influencer" else ""
        service = next((s for s in self._house.services.values() if s.words.name[:2] in pin.title), None)
        content_id = self._book.add(
            "content",
            at,
            kind=pin.kind,
            platform=pin.platform,
            title=pin.title,
            published_at=wall(at),
            ended_at=wall(at + dt.timedelta(minutes=pin.minutes)) if pin.minutes else None,
            code=code,
            made_by=made_by,
            maker_name=name,
            worker_id=worker.id if worker else None,
            service_id=service.id if service else None,
            paid_promotion=int(any(kind == "ads" for kind, _ in pin.costs)),
            search=search_key(pin.title, code, name),
        )
        for kind, amount in pin.costs:
            self._book.add(
                "content_cost", at, content_id=content_id, day=wall(at)[:10], kind=kind, amount=amount
            )
        self._views(content_id, pin, at)
        self._shelves[pin.kind].append(Content(content_id, pin.title, at, pin.pull))

    def _views(self, content_id: str, pin: Pin, at: dt.datetime) -> None:
        fades = _FADES_DAYS[pin.kind] / 2
        present = self._house.moment
        # A fixed content's number is the one it shows at present.
        known = 1 - math.exp(-max((present - at).days, 1) / fades) if pin.days_ago else 1.0
        for days in _LOOKED_AFTER_DAYS:
            looked = at + dt.timedelta(days=days)
            if looked >= present:
                break
            views = round(pin.views * (1 - math.exp(-days / fades)) / known)
            self._stat(content_id, looked, views)
        if pin.days_ago:
            self._stat(content_id, present, pin.views)

    def _stat(self, content_id: str, looked: dt.datetime, views: int) -> None:
        self._book.add(
            "content_stat",
            looked,
            content_id=content_id,
            taken_at=wall(looked),
            views=views,
            likes=round(views * 0.031),
            comments=round(views * 0.004),
            shares=round(views * 0.006),
            saves=round(views * 0.012),
            orders=round(views * 0.0006),
        )
