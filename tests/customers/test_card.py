"""The card: visits with what brought them, touches, what is coming, what was not kept."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.customers import store
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft, Upcoming
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.acts import write_setting
from merchant_desk.team.acts import TeamActs
from tests.conftest import NOW
from tests.customers.till import book, content, sell, touch, void

DAY = dt.timedelta(days=1)


@pytest.fixture
def li(desk_file: ShopFile) -> str:
    return CustomerActs(desk_file).add(CustomerDraft("李悦"))


def sources(file: ShopFile, customer_id: str) -> list[tuple[str, str]]:
    """(kind, title) of each visit, newest first."""
    return [(visit.source_kind, visit.source_title) for visit in store.card(file, customer_id).visits]


def test_a_new_customers_card_is_empty(desk_file: ShopFile, li: str) -> None:
    card = store.card(desk_file, li)
    assert card.customer == store.customer(desk_file, li)
    assert (card.visits, card.touches, card.upcoming) == ((), (), ())
    assert (card.no_shows, card.late_cancels, card.spent) == (0, 0, 0)
    with pytest.raises(DeskError, match="gone"):
        store.card(desk_file, "nobody")


def test_visits_newest_first_in_words(desk_file: ShopFile, li: str) -> None:
    team = TeamActs(desk_file)
    yu, lin = team.add_worker("小雨"), team.add_worker("阿琳")
    first = sell(desk_file, li, NOW - 40 * DAY, 246_00, lines=(("猫眼", yu), ("手部护理", lin), ("猫眼", yu)))
    second = sell(desk_file, li, NOW, 98_00, lines=(("卸甲", None),))
    void(desk_file, sell(desk_file, li, NOW, 500_00))
    card = store.card(desk_file, li)
    assert [(v.sale_id, v.day, v.services, v.workers, v.total) for v in card.visits] == [
        (second, NOW.date(), "卸甲", "", 98_00),
        (first, (NOW - 40 * DAY).date(), "猫眼 + 手部护理", "小雨, 阿琳", 246_00),
    ]
    assert card.spent == 344_00
    assert card.visits[0].number == desk_file.value("SELECT number FROM sale WHERE id = :id", id=second)


def test_the_last_touch_before_a_visit_brought_it(desk_file: ShopFile, li: str) -> None:
    video, live = content(desk_file, "三分钟法式"), content(desk_file, "周日直播", "live_stream")
    touch(desk_file, li, NOW - 10 * DAY, content_id=video, evidence="code")
    touch(desk_file, li, NOW - 2 * DAY, content_id=live, evidence="code")
    sell(desk_file, li, NOW, 100)
    touch(desk_file, li, NOW + DAY, content_id=video)
    assert sources(desk_file, li) == [("live_stream", "周日直播")]
    assert [(t.title, t.evidence, t.strength, t.content_id) for t in store.card(desk_file, li).touches] == [
        ("三分钟法式", "asked", 2, video),
        ("周日直播", "code", 5, live),
        ("三分钟法式", "code", 5, video),
    ]


def test_of_one_minute_the_stronger_evidence_counts(desk_file: ShopFile, li: str) -> None:
    touch(desk_file, li, NOW, content_id=content(desk_file, "A"), evidence="voucher")
    touch(desk_file, li, NOW, channel_id="referral", evidence="asked")
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [("short_video", "A")]


@pytest.mark.parametrize(
    ("evidence", "age", "source"),
    [
        ("code", 30 * DAY, ("referral", "")),
        ("code", 30 * DAY + dt.timedelta(minutes=1), ("unknown", "")),
        ("asked", 90 * DAY, ("referral", "")),
        ("asked", 90 * DAY + dt.timedelta(minutes=1), ("unknown", "")),
    ],
)
def test_a_touch_counts_inside_its_window(
    desk_file: ShopFile, li: str, evidence: str, age: dt.timedelta, source: tuple[str, str]
) -> None:
    touch(desk_file, li, NOW - age, channel_id="referral", evidence=evidence)
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [source]


def test_a_touch_is_used_up_by_its_visit(desk_file: ShopFile, li: str) -> None:
    touch(desk_file, li, NOW - 5 * DAY, channel_id="passing_by")
    sell(desk_file, li, NOW - 4 * DAY, 100)
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [("returning", ""), ("passing_by", "")]


def test_a_touch_at_the_till_belongs_to_that_visit(desk_file: ShopFile, li: str) -> None:
    touch(desk_file, li, NOW - 4 * DAY, channel_id="passing_by")
    sell(desk_file, li, NOW - 4 * DAY, 100)
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [("returning", ""), ("passing_by", "")]


def test_sales_of_one_day_are_one_visit(desk_file: ShopFile, li: str) -> None:
    sell(desk_file, li, NOW - dt.timedelta(hours=2), 100)
    touch(desk_file, li, NOW - dt.timedelta(hours=1), channel_id="search_map")
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [("search_map", ""), ("search_map", "")]


def test_a_refund_carries_the_source_of_its_sale_and_is_no_visit(desk_file: ShopFile, li: str) -> None:
    touch(desk_file, li, NOW - 5 * DAY, channel_id="referral")
    sale = sell(desk_file, li, NOW - 5 * DAY, 100)
    touch(desk_file, li, NOW - 3 * DAY, channel_id="search_map")
    sell(desk_file, li, NOW - 2 * DAY, -100, refund_of=sale)
    touch(desk_file, li, NOW - 4 * DAY, channel_id="scan")
    sell(desk_file, li, NOW, 50)
    assert sources(desk_file, li) == [("search_map", ""), ("referral", ""), ("referral", "")]
    assert store.card(desk_file, li).spent == 50


def test_a_channel_of_the_shops_own_has_its_name(desk_file: ShopFile, li: str) -> None:
    with desk_file.act("channel") as act:
        own = act.insert("channel", {"kind": "other", "name": "社区群"})
    touch(desk_file, li, NOW, channel_id=own)
    sell(desk_file, li, NOW, 100)
    assert sources(desk_file, li) == [("other", "社区群")]


def test_what_is_coming_and_what_was_not_kept(desk_file: ShopFile, li: str) -> None:
    team, catalog = TeamActs(desk_file), CatalogActs(desk_file)
    yu, lin = team.add_worker("小雨"), team.add_worker("阿琳")
    gel, lashes = catalog.add_service(ServiceDraft("猫眼")), catalog.add_service(ServiceDraft("美睫"))
    later = book(desk_file, li, NOW + 8 * DAY, ((gel, yu),), status="confirmed")
    sooner = book(desk_file, li, NOW + DAY, ((lashes, lin), (gel, yu)))
    book(desk_file, li, NOW - 3 * DAY, ((gel, yu),), status="no_show")
    book(desk_file, li, NOW - 5 * DAY, ((gel, yu),), status="done")
    for at, by, late in [(1, "customer", 1), (2, "customer", 0), (3, "shop", 0), (4, "customer", 1)]:
        start = NOW - (20 + at) * DAY
        told = {"cancelled_by": by, "cancelled_at": (start - DAY).isoformat()[:16], "late_cancel": late}
        book(desk_file, li, start, ((gel, yu),), status="cancelled", **told)
    card = store.card(desk_file, li)
    assert card.upcoming == (
        Upcoming(sooner, NOW + DAY, "美睫 + 猫眼", "阿琳, 小雨", "booked"),
        Upcoming(later, NOW + 8 * DAY, "猫眼", "小雨", "confirmed"),
    )
    assert (card.no_shows, card.late_cancels) == (1, 2)
    assert store.missed(desk_file, li) == (1, 2)


def test_who_never_missed_anything(desk_file: ShopFile, li: str) -> None:
    assert store.missed(desk_file, li) == (0, 0)
    assert store.missed(desk_file, "nobody") == (0, 0)


def test_another_limit_does_not_change_what_was_late_before(desk_file: ShopFile, li: str) -> None:
    yu, gel = TeamActs(desk_file).add_worker("小雨"), CatalogActs(desk_file).add_service(ServiceDraft("猫眼"))
    told = {"cancelled_by": "customer", "cancelled_at": NOW.isoformat()[:16], "late_cancel": 0}
    book(desk_file, li, NOW + DAY, ((gel, yu),), status="cancelled", **told)
    with desk_file.act("hours") as act:
        write_setting(act, "late_cancel_hours", 48)
    assert store.card(desk_file, li).late_cancels == 0


def test_the_card_is_about_one_customer(desk_file: ShopFile, li: str) -> None:
    other = CustomerActs(desk_file).add(CustomerDraft("王静"))
    touch(desk_file, other, NOW, channel_id="referral")
    sell(desk_file, other, NOW, 100)
    card = store.card(desk_file, li)
    assert (card.visits, card.touches, card.spent) == ((), (), 0)
