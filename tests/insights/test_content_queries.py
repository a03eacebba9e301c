"""What came of one content: against the plain definition on random shops, and by example."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings

from merchant_desk.insights import queries
from merchant_desk.insights.content_queries import ContentStory, story
from tests.insights.small_shop import CONTENTS, START, Sale, Shop, Touch, refunds, shops, visits

DAY = dt.timedelta(days=1)
EVER = dt.date(2023, 1, 1), dt.date(2025, 12, 31)


def plain(shop: Shop, content: str) -> tuple[int, int, int, int]:
    """Came, came again, new customers, takings: worked out visit by visit."""
    all_visits = visits(shop)
    brought = [visit for visit in all_visits if visit.source == content]
    who = {
        visit.customer or visit.sales[0].id: visit
        for visit in sorted(brought, key=lambda v: v.day, reverse=True)
    }
    again = sum(
        any(other.customer == name and other.day > first.day for other in all_visits)
        for name, first in who.items()
    )
    takings = sum(sale.total for visit in brought for sale in visit.sales)
    takings += sum(refund.total for refund, source in refunds(shop) if source == content)
    return len(who), again, sum(visit.first for visit in brought), takings


@settings(max_examples=150)
@given(shops())
def test_it_agrees_with_the_plain_definition(shop: Shop) -> None:
    reader = shop.reader()
    for content in CONTENTS:
        found = story(reader, content)
        assert (found.came, found.came_again, found.new_customers, found.takings) == plain(shop, content)


@settings(max_examples=80)
@given(shops())
def test_it_agrees_with_the_list_of_all_contents(shop: Shop) -> None:
    reader = shop.reader()
    rows = {row.content_id: row for row in queries.best_contents(reader, *EVER)}
    for content in CONTENTS:
        found, row = story(reader, content), rows.get(content)
        listed = (row.takings, row.new_customers, row.bookings) if row else (0, 0, 0)
        assert (found.takings, found.new_customers, found.booked) == listed


def test_each_step_by_example() -> None:
    shop = Shop(
        sales=[
            Sale("s1", "ana", START + DAY, "paid", 100_00),
            Sale("s2", "ana", START + 60 * DAY, "paid", 50_00),
            Sale("s3", "bo", START + DAY, "void", 70_00),
            Sale("s4", None, START + 2 * DAY, "paid", 30_00),
            Sale("r1", "ana", START + 3 * DAY, "paid", -20_00, "s1"),
        ],
        touches=[
            Touch("t1", "ana", "video", START, "asked", appointment="a1"),
            Touch("t2", "bo", "video", START, "code", appointment="a2"),
            Touch("t3", None, "video", START + 2 * DAY, "qr", sale="s4"),
            Touch("t4", "cy", "post", START, "asked"),
        ],
    )
    found = story(shop.reader(), "video")
    assert found == ContentStory(
        views=None, asked=3, booked=2, came=2, came_again=1, new_customers=1, takings=110_00
    )


def test_the_newest_count_of_views_is_the_one() -> None:
    reader = Shop().reader()
    reader._conn.executemany(
        "INSERT INTO content_stat (id, content_id, taken_at, views, created_at, updated_at)"
        " VALUES (?, 'video', ?, ?, 0, 0)",
        [("1", "2024-02-01T10:00", 500), ("2", "2024-02-03T10:00", None), ("3", "2024-02-02T10:00", 900)],
    )
    assert story(reader, "video").views == 900
    assert story(reader, "post") == ContentStory(None, 0, 0, 0, 0, 0, 0)
