"""A worker's statement: by rule, with tips, customers who came again, and on one page."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.commission.model import Asked, Statement, Tier
from merchant_desk.commission.statements import store
from merchant_desk.commission.statements.paper import Page, html, title
from merchant_desk.commission.statements.words import LANGUAGES
from merchant_desk.insights.worker_queries import OwnContent, own_content
from merchant_desk.sales.model import SaleLineDraft
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import ContentDraft
from tests.commission.shop import GEL, LASHES, Shop

TIERS = (Tier(0, 3000), Tier(300_00, 5000))


def _tip(shop: Shop, amount: int, **more: object) -> SaleLineDraft:
    return shop.line(amount, kind="tip", service_id=None, **more)


def test_a_month_by_its_sources(shop: Shop) -> None:
    shop.rule()
    shop.rule(4000, service_id=shop.lashes, requested_amount=10_00)
    shop.commission.set_base_pay(shop.rain, 3_000_00, dt.date(2026, 8, 1))
    shop.sell(shop.line(), shop.line(LASHES, service_id=shop.lashes, requested=True), _tip(shop, 20_00))
    shop.sell(shop.line(discount=8_00), _tip(shop, 9_00, shares=((shop.rain, 1), (shop.lin, 2))))
    month = shop.month(shop.rain)
    assert [(one.rule.service, one.lines, one.base, one.amount) for one in month.sources] == [
        ("", 2, 388_00, 116_40),
        ("Lashes", 1, LASHES, 130_00),
    ]
    assert (month.work, month.tips, month.requested) == (388_00 + LASHES, 23_00, 10_00)
    assert month.income == 3_000_00 + 246_40 + 23_00
    assert (shop.month(shop.lin).tips, shop.month(shop.lin).income) == (6_00, 6_00)
    assert shop.month(shop.rain, 9).income == 3_000_00


def test_steps_reach_over_the_month_and_are_taken_back_at_its_rate(shop: Shop) -> None:
    shop.rule(0, kind="tiered", tiers=TIERS, whole=True)
    sale = shop.sell()
    assert shop.month(shop.rain).commission == 59_40
    shop.clock.set(dt.datetime(2026, 8, 25, 10))
    shop.sell(shop.line(202_00))
    assert shop.month(shop.rain).commission == 200_00
    assert shop.month(shop.rain).sources[0].rate == 5000
    shop.clock.set(dt.datetime(2026, 9, 2, 10))
    shop.sell(shop.line(100_00))
    shop.give_back(sale, GEL)
    assert shop.month(shop.rain).commission == 200_00
    assert shop.month(shop.rain, 9).commission == 30_00 - 99_00
    assert [one.commission for one in _span(shop, (2026, 8, 1), (2026, 8, 22))] == [59_40, 0]
    assert [one.commission for one in _span(shop, (2026, 8, 23), (2026, 9, 30))] == [71_60, 0]


def _span(shop: Shop, first: tuple[int, int, int], last: tuple[int, int, int]) -> list[Statement]:
    return store.statements(shop.file, dt.date(*first), dt.date(*last))


def test_who_asked_and_who_came_again(shop: Shop) -> None:
    shop.sell(shop.line(requested=True))
    shop.sell(shop.line(worker_id=shop.lin), customer_id=shop.wang)
    shop.sell(customer_id=None)
    assert shop.month(shop.rain).asked == Asked(customers=1, requested=1, again=0)
    shop.clock.set(dt.datetime(2026, 9, 3, 10))
    shop.sell(shop.line(shares=((shop.lin, 1), (shop.rain, 1))))
    # She was with Lin before, not with Rain.
    shop.sell(customer_id=shop.wang)
    assert shop.month(shop.rain, 9).asked == Asked(customers=2, requested=0, again=1)
    assert shop.month(shop.lin, 9).asked == Asked(customers=1, requested=0, again=0)


def test_who_left_is_there_as_long_as_there_is_something_to_state(shop: Shop) -> None:
    shop.rule()
    shop.sell()
    with shop.file.act("archive_worker") as act:
        act.update("worker", shop.rain, archived_at=1)
    assert [one.worker for one in _span(shop, (2026, 8, 1), (2026, 8, 31))] == ["阿琳", "小雨"]
    assert [one.worker for one in _span(shop, (2026, 9, 1), (2026, 9, 30))] == ["阿琳"]
    assert store.statement(shop.file, "nobody", dt.date(2026, 8, 1), dt.date(2026, 8, 31)) is None


def test_own_content_brings_its_maker_credit(shop: Shop) -> None:
    mine, shops = (
        SourceActs(shop.file).log_content(
            ContentDraft(
                kind="short_video",
                platform="douyin",
                title=name,
                published_at=dt.datetime(2026, 8, 1, 10),
                made_by=made_by,
                worker_id=worker,
            )
        )
        for name, made_by, worker in (("三分钟法式", "worker", shop.rain), ("店里的", "shop", None))
    )
    sale = shop.sell(content_id=mine)
    shop.sell(customer_id=shop.wang, content_id=shops)
    shop.sell(customer_id=None, content_id=mine)
    august = (dt.date(2026, 8, 1), dt.date(2026, 8, 31))
    assert own_content(shop.file, *august) == {shop.rain: OwnContent(2, 2 * GEL)}
    shop.give_back(sale, GEL)
    assert own_content(shop.file, *august) == {shop.rain: OwnContent(2, GEL)}


def _page(shop: Shop) -> Page:
    return Page(
        shop.month(shop.rain),
        "小满 <b>美甲",
        "愚园路 108 号\n021-5555 6666",
        dt.date(2026, 9, 1),
        "CNY",
        3,
        500_00,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_all_that_a_landlord_asks(shop: Shop, language: str) -> None:
    shop.rule()
    shop.commission.set_base_pay(shop.rain, 3_000_00, dt.date(2026, 8, 1))
    shop.sell(shop.line(), _tip(shop, 20_00))
    page = _page(shop)
    said = html(page, language)
    day = {"zh_CN": "2026年8月31日", "en": "31 August 2026"}[language]
    for wanted in (
        "小满 &lt;b&gt;美甲",
        "愚园路 108 号",
        "小雨",
        day,
        {"zh_CN": "单位为人民币元，", "en": "in CNY (yuan), "}[language],
        "¥3,000.00",
        "¥198.00",
        "¥59.40",
        "¥20.00",
        "¥3,079.40",
        "¥500.00",
        "_____",
    ):
        assert wanted in said
    assert "小雨" in title(page, language)


def test_many_rules_are_summed_up_so_that_it_stays_one_page(shop: Shop) -> None:
    for at in range(20):
        service = CatalogActs(shop.file).add_service(ServiceDraft(f"Style {at}", minutes=30, price=100_00))
        shop.rule(1000 + at, service_id=service)
        shop.sell(shop.line(100_00, service_id=service))
    said = html(_page(shop), "en")
    assert said.count("Style") == 9
    assert "11 others" in said
    assert "Style 0" not in said
