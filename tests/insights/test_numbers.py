"""The rows of the charts by example: growth, few customers, money words, the list of contents."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.insights import queries
from merchant_desk.insights.model import Figures, ReturnRate, change
from merchant_desk.sources.model import SOURCE_KINDS
from tests.insights.small_shop import CONTENTS, START, Sale, Shop, Touch

DAY = dt.timedelta(days=1)
YEAR = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def by_video(customer: str, at: dt.datetime, total: int = 100) -> tuple[Sale, Touch]:
    name = f"{customer}{at:%y%m%d}"
    return Sale(name, customer, at, "paid", total), Touch(name, customer, "video", at, "code")


def shop_of(*pairs: tuple[Sale, Touch]) -> Shop:
    return Shop([sale for sale, _ in pairs], [touch for _, touch in pairs])


def test_growth_is_against_the_same_days_last_year() -> None:
    shop = shop_of(
        by_video("ana", START, 150),
        by_video("bo", START.replace(year=2023), 100),
        by_video("cy", START.replace(year=2023, month=2), 900),
    )
    month = dt.date(2024, 1, 1), dt.date(2024, 1, 31)
    video, live, post = queries.growth_by_kind(shop.reader(), *month)
    assert (video.kind, video.takings, video.last_year, video.industry) == ("short_video", 150, 100, 0.83)
    assert video.growth == pytest.approx(0.5)
    assert (live.kind, live.growth, live.industry) == ("live_stream", None, 1.23)
    assert (post.kind, post.growth, post.industry) == ("grass_post", None, 1.13)


def test_no_last_year_is_new_and_not_infinity() -> None:
    assert change(100, 0) is None
    assert change(100, -5) is None
    assert change(None, 5) is None
    assert change(150, 100) == pytest.approx(0.5)


def test_below_five_customers_there_is_no_rate() -> None:
    assert (ReturnRate(4, 4).rate, ReturnRate(4, 4).low, ReturnRate(4, 4).high) == (None, None, None)
    rate = ReturnRate(2, 5)
    assert rate.rate == pytest.approx(0.4)
    assert rate.low is not None
    assert rate.high is not None
    assert rate.low < 0.4 < rate.high


def test_a_content_without_cost_has_no_roas_and_one_with_cost_has() -> None:
    shop = shop_of(by_video("ana", START, 500))
    (row,) = queries.best_contents(shop.reader(), *YEAR)
    assert (row.content_id, row.takings, row.new_customers, row.roas) == ("video", 500, 1, None)
    shop.costs.append(("video", START.date(), 200))
    (row,) = queries.best_contents(shop.reader(), *YEAR)
    assert row.cost == 200
    assert row.roas == pytest.approx(2.5)


def test_a_content_that_only_cost_money_is_shown() -> None:
    shop = Shop(costs=[("live", START.date(), 60_000)])
    (row,) = queries.best_contents(shop.reader(), *YEAR)
    assert (row.content_id, row.takings, row.roas) == ("live", 0, 0.0)


def test_a_content_that_brought_nobody_is_shown_last_where_it_was_published() -> None:
    shop = shop_of(by_video("ana", START, 500))
    reader = shop.reader()
    published = dt.date(2024, 1, 1)
    rows = queries.best_contents(reader, published, YEAR[1], quiet=True)
    assert rows[0].content_id == "video"
    assert {row.content_id for row in rows} == set(CONTENTS)
    assert {row.takings for row in rows[1:]} == {0}
    assert [row.content_id for row in queries.best_contents(reader, published, YEAR[1])] == ["video"]
    later = queries.best_contents(reader, published + DAY, YEAR[1], quiet=True)
    assert [row.content_id for row in later] == ["video"]


def test_who_came_too_lately_to_come_again_is_not_counted_as_gone() -> None:
    shop = shop_of(by_video("ana", START), by_video("bo", START + 20 * DAY))
    shop.sales.append(Sale("again", "ana", START + 30 * DAY, "paid", 5))
    reader = shop.reader()
    (row,) = queries.best_contents(reader, *YEAR, until=START.date() + 30 * DAY)
    assert (row.new_customers, row.return_of, row.returned) == (2, 1, 1)
    (row,) = queries.best_contents(reader, *YEAR)
    assert (row.return_of, row.returned) == (2, 1)


def test_the_next_visit_says_whether_somebody_came_again() -> None:
    shop = shop_of(by_video("ana", START))
    shop.sales += [Sale(f"s{days}", "ana", START + days * DAY, "paid", 5) for days in (10, 200)]
    (row,) = queries.best_contents(shop.reader(), *YEAR)
    assert (row.return_of, row.returned) == (1, 1)


def test_a_booking_counts_once_and_on_the_last_day_too() -> None:
    at = START.replace(hour=23)
    touches = [
        Touch("t1", "ana", "video", at, "booking_note", appointment="a1"),
        Touch("t2", "ana", "video", at, "code", appointment="a1"),
        Touch("t3", "bo", "video", at, "asked", appointment="a2"),
    ]
    (row,) = queries.best_contents(Shop(touches=touches).reader(), at.date(), at.date())
    assert row.bookings == 2


def test_the_period_is_compared_with_the_one_before() -> None:
    shop = shop_of(by_video("ana", START, 100), by_video("bo", START + 31 * DAY, 300))
    shop.costs.append(("video", START.date() + 31 * DAY, 50))
    found = queries.figures(shop.reader(), dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert (found.before_from, found.before_to) == (dt.date(2024, 1, 1), dt.date(2024, 1, 31))
    assert (found.now.takings, found.now.new_customers, found.now.cost_per_new) == (300, 1, 50)
    assert (found.before.takings, found.before.new_customers, found.before.cost_per_new) == (100, 1, 0)


def test_no_new_customers_have_no_cost_each() -> None:
    assert Figures(0, 0, 0, 500, ReturnRate(0, 0)).cost_per_new is None


def test_an_empty_shop_has_zeros_and_nothing_else() -> None:
    reader = Shop().reader()
    assert queries.takings_by_source(reader, *YEAR) == []
    assert queries.best_contents(reader, *YEAR) == []
    assert queries.sales_behind(reader, *YEAR) == []
    assert queries.today(reader, START.date()).by_source == ()
    assert queries.figures(reader, *YEAR).now == Figures(0, 0, 0, 0, ReturnRate(0, 0))
    assert [row.growth for row in queries.growth_by_kind(reader, *YEAR)] == [None, None, None]


def test_sources_come_in_chart_order_within_a_bucket() -> None:
    sales = [Sale(f"s{at}", None, START, "paid", 1) for at in range(4)]
    touches = [
        Touch("t0", None, "referral", START, "asked", "s0"),
        Touch("t1", None, "video", START, "asked", "s1"),
        Touch("t2", None, "search_map", START, "asked", "s2"),
    ]
    found = [row.kind for row in queries.takings_by_source(Shop(sales, touches).reader(), *YEAR)]
    assert found == ["short_video", "search_map", "referral", "unknown"]
    assert found == sorted(found, key=SOURCE_KINDS.index)


def test_todays_sales_are_counted_without_refunds() -> None:
    sale, touch = by_video("ana", START, 100)
    refund = Sale("r", "ana", START, "paid", -30, sale.id)
    figures = queries.today(Shop([sale, refund], [touch]).reader(), START.date())
    assert (figures.takings, figures.sales, figures.new_customers) == (70, 1, 1)
    assert figures.by_source == (("short_video", 70),)


def test_the_list_of_contents_says_what_each_did_since() -> None:
    shop = shop_of(by_video("ana", START, 100), by_video("bo", START + 300 * DAY, 50))
    shop.touches[0].appointment = "a1"
    shop.costs.append(("post", START.date(), 70))
    rows = {row.content.id: row for row in queries.contents(shop.reader())}
    assert (rows["video"].takings, rows["video"].new_customers, rows["video"].bookings) == (150, 2, 1)
    assert (rows["post"].takings, rows["post"].cost, rows["post"].views) == (0, 70, None)
    assert [row.content.id for row in queries.contents(shop.reader(), kind="live_stream")] == ["live"]
    assert queries.contents(shop.reader(), text="nothing like it") == []
