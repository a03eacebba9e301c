"""What a visit is credited to: against the plain definition on random shops, and by example."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings

from merchant_desk.customers import store
from merchant_desk.insights import queries
from merchant_desk.insights.credit import day_number
from merchant_desk.insights.periods import Bucket, bucket_of
from merchant_desk.sources.store import visit_touches
from tests.insights.small_shop import CONTENTS, START, Sale, Shop, Touch, periods, refunds, shops, visits

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
Period = tuple[dt.date, dt.date]


def inside(day: dt.date, period: Period) -> bool:
    return period[0] <= day <= period[1]


@settings(max_examples=150)
@given(shops(), periods())
def test_takings_by_source_agree_with_the_plain_definition(shop: Shop, period: Period) -> None:
    reader = shop.reader()
    for bucket in ("day", "week", "month"):
        found = queries.takings_by_source(reader, *period, bucket)
        assert {(row.bucket, row.kind): (row.takings, row.visits) for row in found} == plain(
            shop, period, bucket
        )


def plain(shop: Shop, period: Period, bucket: Bucket) -> dict[tuple[str, str], tuple[int, int]]:
    takings: Counter[tuple[str, str]] = Counter()
    came: Counter[tuple[str, str]] = Counter()
    for visit in visits(shop):
        if inside(visit.day, period):
            takings[bucket_of(visit.day, bucket), visit.kind] += sum(sale.total for sale in visit.sales)
            came[bucket_of(visit.day, bucket), visit.kind] += 1
    for refund, source in refunds(shop):
        if inside(refund.at.date(), period):
            key = bucket_of(refund.at.date(), bucket), CONTENTS.get(source, source)
            takings[key] += refund.total
            came[key] += 0
    return {key: (takings[key], came[key]) for key in came}


@settings(max_examples=100)
@given(shops(), periods())
def test_the_sum_over_sources_is_the_books(shop: Shop, period: Period) -> None:
    reader = shop.reader()
    books = sum(sale.total for sale in shop.sales if sale.status == "paid" and inside(sale.at.date(), period))
    assert sum(row.takings for row in queries.takings_by_source(reader, *period)) == books
    assert queries.figures(reader, *period).now.takings == books
    assert sum(row.total for row in queries.sales_behind(reader, *period)) == books
    for day in {sale.at.date() for sale in shop.sales}:
        figures = queries.today(reader, day)
        assert sum(takings for _, takings in figures.by_source) == figures.takings


@settings(max_examples=100)
@given(shops(), periods())
def test_the_sales_behind_a_number_are_those_it_is_made_of(shop: Shop, period: Period) -> None:
    reader = shop.reader()
    wanted: dict[str, set[str]] = {}
    for visit in visits(shop):
        if inside(visit.day, period):
            wanted.setdefault(visit.source, set()).update(sale.id for sale in visit.sales)
    for refund, source in refunds(shop):
        if inside(refund.at.date(), period):
            wanted.setdefault(source, set()).add(refund.id)
    for content in CONTENTS:
        found = queries.sales_behind(reader, *period, content_id=content)
        assert {row.id for row in found} == wanted.get(content, set())
        assert {row.source_title for row in found} <= {content.title()}
    kinds = {CONTENTS.get(source, source) for source in wanted}
    for kind in kinds:
        ids = set().union(*(wanted[s] for s in wanted if CONTENTS.get(s, s) == kind))
        assert {row.id for row in queries.sales_behind(reader, *period, kind=kind)} == ids


@settings(max_examples=150)
@given(shops(), periods())
def test_new_customers_and_who_came_again_agree_with_the_plain_definition(shop: Shop, period: Period) -> None:
    reader = shop.reader()
    all_visits = visits(shop)
    days = {c: sorted(v.day for v in all_visits if v.customer == c) for c in ("ana", "bo", "cy")}
    new = [visit for visit in all_visits if visit.first and inside(visit.day, period)]
    old_enough = [visit for visit in new if visit.day + 30 * DAY <= period[1]]
    again = [v for v in old_enough if any(v.day < day <= v.day + 30 * DAY for day in days[v.customer or ""])]
    now = queries.figures(reader, *period).now
    assert now.new_customers == len(new)
    assert now.visits == sum(inside(visit.day, period) for visit in all_visits)
    shifted = [
        visit
        for visit in all_visits
        if visit.first and inside(visit.day, (period[0] - 30 * DAY, period[1] - 30 * DAY))
    ]
    assert now.returns.of == len(shifted)
    assert now.returns.returned == sum(
        any(v.day < day <= v.day + 30 * DAY for day in days[v.customer or ""]) for v in shifted
    )
    results = {row.content_id: row for row in queries.best_contents(reader, *period)}
    for content in CONTENTS:
        row = results.get(content)
        assert (row.new_customers if row else 0) == sum(visit.source == content for visit in new)
        assert (row.return_of if row else 0) == sum(visit.source == content for visit in old_enough)
        assert (row.returned if row else 0) == sum(visit.source == content for visit in again)
        spent = sum(amount for c, day, amount in shop.costs if c == content and inside(day, period))
        assert (row.cost if row else 0) == spent
        booked = {t.appointment for t in shop.touches if t.source == content and inside(t.at.date(), period)}
        assert (row.bookings if row else 0) == len(booked - {None})


def kinds(shop: Shop) -> list[str]:
    """The kinds of the visits, by day; refunds left out."""
    found = queries.takings_by_source(shop.reader(), dt.date(2024, 1, 1), dt.date(2024, 12, 31), "day")
    return [row.kind for row in found if row.visits]


def visit(at: dt.datetime, sale_id: str = "s1", customer: str | None = "ana", total: int = 100) -> Sale:
    return Sale(sale_id, customer, at, "paid", total)


def test_a_touch_in_the_minute_of_the_sale_counts_and_a_minute_later_does_not() -> None:
    assert kinds(Shop([visit(START)], [Touch("t", "ana", "video", START, "code")])) == ["short_video"]
    assert kinds(Shop([visit(START)], [Touch("t", "ana", "video", START + MINUTE, "code")])) == ["unknown"]


@pytest.mark.parametrize(("evidence", "days"), [("code", 30), ("voucher", 30), ("asked", 90)])
def test_the_window_holds_to_the_minute(evidence: str, days: int) -> None:
    at = START + 100 * DAY
    edge = Touch("t", "ana", "live", at - days * DAY, evidence)
    assert kinds(Shop([visit(at)], [edge])) == ["live_stream"]
    beyond = Touch("t", "ana", "live", at - days * DAY - MINUTE, evidence)
    assert kinds(Shop([visit(at)], [beyond])) == ["unknown"]


def test_a_visit_uses_up_the_touches_before_it() -> None:
    touches = [Touch("t", "ana", "post", START, "asked")]
    assert kinds(Shop([visit(START), visit(START + 5 * DAY, "s2")], touches)) == ["grass_post", "returning"]


def test_a_day_of_two_sales_uses_up_what_was_said_between_them() -> None:
    sales = [visit(START), visit(START + 60 * MINUTE, "s2"), visit(START + 5 * DAY, "s3")]
    touches = [Touch("t", "ana", "post", START + 30 * MINUTE, "asked")]
    assert kinds(Shop(sales, touches)) == ["grass_post", "returning"]


def test_the_stronger_evidence_of_one_minute_counts_then_the_later_note() -> None:
    touches = [Touch("t1", "ana", "video", START, "asked"), Touch("t0", "ana", "live", START, "code")]
    assert kinds(Shop([visit(START)], touches)) == ["live_stream"]
    touches = [Touch("t1", "ana", "video", START, "code"), Touch("t2", "ana", "live", START, "code")]
    assert kinds(Shop([visit(START)], touches)) == ["live_stream"]


def test_two_sales_of_a_day_are_one_visit_credited_up_to_the_later() -> None:
    sales = [visit(START), visit(START + 60 * MINUTE, "s2")]
    found = queries.takings_by_source(
        Shop(sales, [Touch("t", "ana", "video", START + MINUTE, "code")]).reader(),
        START.date(),
        START.date(),
    )
    assert [(row.kind, row.takings, row.visits) for row in found] == [("short_video", 200, 1)]


def test_a_passing_customers_sale_is_credited_to_its_own_touch() -> None:
    sales = [visit(START, "s1", None), visit(START, "s2", None)]
    assert kinds(Shop(sales, [Touch("t", None, "referral", START, "asked", "s2")])) == ["referral", "unknown"]


def test_a_refund_next_month_takes_from_the_source_of_the_sale() -> None:
    refund = Sale("r", "ana", START + 40 * DAY, "paid", -60, "s1")
    shop = Shop([visit(START), refund], [Touch("t", "ana", "video", START, "code")])
    found = queries.takings_by_source(shop.reader(), dt.date(2024, 1, 1), dt.date(2024, 3, 1))
    assert [(row.bucket, row.kind, row.takings, row.visits) for row in found] == [
        ("2024-01", "short_video", 100, 1),
        ("2024-02", "short_video", -60, 0),
    ]


def test_a_refund_is_no_visit_and_cuts_no_path() -> None:
    refund = Sale("r", "ana", START + 2 * DAY, "paid", -60, "s1")
    touches = [Touch("t", "ana", "video", START + DAY, "code")]
    shop = Shop([visit(START), refund, visit(START + 3 * DAY, "s2")], touches)
    assert kinds(shop) == ["unknown", "short_video"]


@pytest.mark.parametrize("first", [dt.date(1999, 12, 25), dt.date(2023, 12, 25), dt.date(2099, 12, 25)])
def test_day_numbers_are_those_of_the_calendar(first: dt.date) -> None:
    reader = Shop().reader()
    for day in (first + step * DAY for step in range(440)):
        assert reader.value(f"SELECT {day_number(':day')}", day=day.isoformat()) == day.toordinal()


@settings(max_examples=60)
@given(shops())
def test_the_counter_and_the_card_tell_of_a_visit_what_the_charts_do(shop: Shop) -> None:
    reader = shop.reader()
    credited = {(v.customer, v.day): v for v in visits(shop) if v.customer}
    for (customer, day), visit in credited.items():
        assert customer is not None
        known = visit_touches(reader, day, [customer])[customer]
        assert (known.kind or "unknown") == visit.kind
        assert known.returning != visit.first
    for customer in {customer for customer, _ in credited}:
        assert customer is not None
        shown = store.card(reader, customer)
        assert {(row.day, row.source_kind) for row in shown.visits if row.total >= 0} >= {
            (day, visit.kind) for (who, day), visit in credited.items() if who == customer
        }
