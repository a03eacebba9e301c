"""Vouchers at the counter and in the back office: redeemed once, given back, offered, taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.core.errors import DeskError
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sales import one_sale
from merchant_desk.sales import store as sales
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.acts import check_unused, give_back, redeem
from merchant_desk.sales.vouchers.back_office import VoucherActs
from merchant_desk.sales.vouchers.model import ProductDraft, VoucherDraft, VoucherFilter
from tests.sales.shop import Shop, open_shop_with

DRAFT = VoucherDraft(
    "douyin", "1098 2210 4471", 129_00, list_price=198_00, platform_fee=7_74, pays_out=121_26, product="单人"
)


@pytest.fixture
def shop(desk_file: ShopFile) -> Shop:
    return open_shop_with(desk_file)


def offers(shop: Shop) -> VoucherActs:
    return VoucherActs(shop.file)


def sold(shop: Shop, voucher: VoucherDraft = DRAFT, more: int = 0, **fields: Any) -> str:
    """A sale that the voucher pays, and `more` in cash for something else."""
    lines = [
        SaleLineDraft("Gel", 198_00, service_id=shop.service, discount=198_00 - voucher.customer_paid),
        *([SaleLineDraft("手部护理", more, kind="free")] if more else []),
    ]
    payments = [
        PaymentDraft("voucher", voucher.customer_paid, voucher=voucher),
        *([PaymentDraft("cash", more)] if more else []),
    ]
    return shop.sales.check_out(SaleDraft(tuple(lines), tuple(payments), **fields))


def only(shop: Shop) -> Any:
    (row,) = store.vouchers(shop.file)
    return store.voucher(shop.file, row.id)


def close(shop: Shop, day: dt.date) -> None:
    with shop.file.act("close_day") as act:
        act.insert("day_close", {"day": day.isoformat(), "closed_at": f"{day}T21:00", "who": ""})


def test_a_voucher_is_kept_with_all_its_amounts(shop: Shop) -> None:
    sale_id = sold(shop, customer_id=shop.customer)
    found = only(shop)
    assert (found.code, found.state, found.sale_id, found.customer) == (
        "109822104471",
        "redeemed",
        sale_id,
        "李悦",
    )
    assert (found.list_price, found.customer_paid, found.platform_fee, found.pays_out) == (
        198_00,
        129_00,
        7_74,
        121_26,
    )
    assert store.last_platform(shop.file) == "douyin"


@pytest.mark.parametrize("typed", ["109822104471", "1098-2210-4471", "１０９８２２１０４４７１"])
def test_the_same_code_twice_is_refused_with_where_it_was_used(shop: Shop, typed: str) -> None:
    sale = one_sale.sale(shop.file, sold(shop, customer_id=shop.customer))
    assert sale is not None
    with pytest.raises(DeskError) as error:
        sold(shop, replace(DRAFT, code=typed))
    assert error.value.code == "voucher_used"
    assert error.value.facts["number"] == sale.number
    assert error.value.facts["day"] == sale.sold_at.date()
    assert error.value.facts["customer"] == "李悦"
    assert shop.file.value("SELECT count(*) FROM sale") == 1


def test_twice_on_one_sale_is_refused_too(shop: Shop) -> None:
    line = SaleLineDraft("Gel", 258_00)
    twice = tuple(PaymentDraft("voucher", 129_00, voucher=DRAFT) for _ in range(2))
    with pytest.raises(DeskError) as error:
        shop.sales.check_out(SaleDraft((line,), twice))
    assert error.value.code == "voucher_used"
    assert store.vouchers(shop.file) == []


def test_one_code_of_platforms_that_share_vouchers_is_one_voucher(shop: Shop) -> None:
    sold(shop, replace(DRAFT, platform="meituan"))
    with pytest.raises(DeskError):
        sold(shop, replace(DRAFT, platform="dianping"))
    sold(shop)
    assert len(store.vouchers(shop.file)) == 2


def test_a_void_sale_gives_its_voucher_back_and_it_pays_again(shop: Shop) -> None:
    shop.sales.void(sold(shop), "wrong customer")
    assert only(shop).state == "reversed"
    again = sold(shop, customer_id=shop.customer)
    assert (only(shop).state, only(shop).sale_id) == ("redeemed", again)
    shop.undo()
    assert only(shop).state == "reversed"


@pytest.mark.parametrize(
    ("state", "refused"), [("refunded", "voucher_refunded"), ("expired", "voucher_expired")]
)
def test_what_pays_no_more_is_refused(shop: Shop, state: str, refused: str) -> None:
    now = shop.file.clock.now()
    with shop.file.act("check_out") as act:
        voucher_id = redeem(act, DRAFT, now)
        give_back(act, voucher_id, state, " too late ", now)
    assert only(shop).state_reason == "too late"
    with pytest.raises(DeskError) as error:
        check_unused(shop.file, "douyin", "109822104471", now)
    assert error.value.code == refused


def test_a_voucher_past_its_day_is_refused(shop: Shop) -> None:
    now = shop.file.clock.now()
    with shop.file.act("import") as act:
        last = (now - dt.timedelta(days=1)).date()
        act.insert(
            "voucher",
            {"platform": "douyin", "code": "55555555", "state": "issued", "expires_on": last.isoformat()},
        )
    with pytest.raises(DeskError) as error:
        sold(shop, replace(DRAFT, code="5555 5555"))
    assert (error.value.code, error.value.facts["day"]) == ("voucher_expired", last)


@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"platform": ""}, "no_platform"),
        ({"code": "1.09822E+13"}, "code_lost_digits"),
        ({"code": "1098****4471"}, "code_masked"),
        ({"platform_fee": -1}, "bad_amount"),
        ({"customer_paid": 0}, "bad_amount"),
    ],
)
def test_a_voucher_that_cannot_be_is_refused(shop: Shop, wrong: dict[str, Any], refused: str) -> None:
    with pytest.raises(DeskError) as error, shop.file.act("check_out") as act:
        redeem(act, replace(DRAFT, **wrong), shop.file.clock.now())
    assert error.value.code == refused
    assert store.vouchers(shop.file) == []


def test_offers_are_kept_changed_and_withdrawn(shop: Shop) -> None:
    acts = offers(shop)
    draft = ProductDraft("douyin", " 法式单人 ", 129_00, platform_fee=7_74, service_id=shop.service)
    product_id = acts.add_product(draft)
    (one,) = store.templates(shop.file)
    assert (one.name, one.pays_out, one.service, one.service_gone) == ("法式单人", 121_26, "Gel", False)
    with pytest.raises(DeskError) as error:
        acts.add_product(replace(draft, name="法式单人"))
    assert error.value.code == "name_taken"
    acts.edit_product(product_id, replace(draft, customer_paid=139_00))
    assert store.templates(shop.file)[0].pays_out == 131_26
    acts.archive_product(product_id)
    assert store.templates(shop.file) == []
    acts.restore_product(product_id)
    for _ in range(4):
        shop.undo()
    assert store.templates(shop.file, archived=True) == []


@pytest.mark.parametrize(
    ("wrong", "refused"),
    [
        ({"platform": ""}, "no_platform"),
        ({"name": " "}, "no_name"),
        ({"customer_paid": 0}, "bad_amount"),
        ({"list_price": -1}, "bad_amount"),
        ({"platform_fee": 130_00}, "fees_above_paid"),
    ],
)
def test_an_offer_that_cannot_be_is_refused(shop: Shop, wrong: dict[str, Any], refused: str) -> None:
    with pytest.raises(DeskError) as error:
        offers(shop).add_product(replace(ProductDraft("douyin", "单人", 129_00), **wrong))
    assert error.value.code == refused


def test_an_offer_of_a_service_no_longer_sold_takes_another(shop: Shop) -> None:
    product_id = offers(shop).add_product(
        ProductDraft("douyin", "单人", 129_00, list_price=198_00, service_id=shop.service)
    )
    one = store.template(shop.file, product_id)
    assert one is not None
    assert one.redeemed("1").service_id == shop.service
    CatalogActs(shop.file).archive_service(shop.service)
    gone = store.template(shop.file, product_id)
    assert gone is not None
    assert gone.service_gone
    assert gone.redeemed("1").service_id is None
    assert gone.redeemed("1", service_id="another").service_id == "another"


def test_taking_a_voucher_back_voids_the_sale_it_paid_alone(shop: Shop) -> None:
    sale_id = sold(shop)
    offers(shop).set_state(only(shop).id, "refunded", "客人在平台退款")
    assert (only(shop).state, only(shop).state_reason) == ("refunded", "客人在平台退款")
    assert sales.takings(shop.file, shop.file.clock.today()) == 0
    assert shop.file.value("SELECT status FROM sale WHERE id = :id", id=sale_id) == "void"
    shop.undo()
    assert only(shop).state == "redeemed"
    assert sales.takings(shop.file, shop.file.clock.today()) == 129_00


def test_of_a_mixed_sale_only_the_vouchers_part_goes_back(shop: Shop) -> None:
    sold(shop, more=68_00)
    offers(shop).set_state(only(shop).id, "refunded", "退款")
    assert sales.takings(shop.file, shop.file.clock.today()) == 68_00
    refund = shop.file.one("SELECT * FROM sale WHERE refund_of IS NOT NULL")
    assert refund is not None
    assert (refund["total"], only(shop).state) == (-129_00, "refunded")
    lines = shop.file.all("SELECT title FROM sale_line WHERE sale_id = :id", id=refund["id"])
    assert [row["title"] for row in lines] == ["Gel"]


def test_on_a_closed_day_it_is_given_back_today(shop: Shop) -> None:
    yesterday = shop.file.clock.now() - dt.timedelta(days=1)
    sold(shop, sold_at=yesterday)
    close(shop, yesterday.date())
    offers(shop).set_state(only(shop).id, "refunded", "退款")
    assert sales.takings(shop.file, yesterday.date()) == 129_00
    assert sales.takings(shop.file, shop.file.clock.today()) == -129_00


def test_a_voucher_cannot_be_redeemed_by_hand(shop: Shop) -> None:
    sold(shop)
    for state, reason, refused in (("redeemed", "x", "bad_state"), ("reversed", " ", "no_reason")):
        with pytest.raises(DeskError) as error:
            offers(shop).set_state(only(shop).id, state, reason)
        assert error.value.code == refused


def test_vouchers_are_found_by_code_order_product_sale_and_state(shop: Shop) -> None:
    sold(shop, customer_id=shop.customer)
    sold(shop, replace(DRAFT, platform="meituan", code="77778888", product="双人"))
    number = shop.file.value("SELECT max(number) FROM sale")

    def codes(**asked: Any) -> list[str]:
        return [row.code for row in store.vouchers(shop.file, VoucherFilter(**asked))]

    assert codes(text="1098 2210") == ["109822104471"]
    assert codes(text="双人") == codes(text=number) == codes(platform="meituan") == ["77778888"]
    assert codes(text="李悦") == ["109822104471"]
    assert codes(state="reversed") == codes(text="%") == []
    today = shop.file.clock.today()
    assert len(codes(from_day=today, to_day=today)) == 2
    assert codes(to_day=today - dt.timedelta(days=1)) == []
    sums = store.totals(shop.file)
    assert (sums.count, sums.redeemed, sums.customer_paid, sums.fees, sums.pays_out) == (
        2,
        2,
        258_00,
        15_48,
        242_52,
    )
    assert [row.settlement for row in store.vouchers(shop.file, VoucherFilter(settlement="waiting"))] == [
        "waiting",
        "waiting",
    ]
