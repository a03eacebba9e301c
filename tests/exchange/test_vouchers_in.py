"""A platform's redeemed vouchers: sales of what was paid, and those taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, ImportReport
from merchant_desk.insights import queries
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.books.store import rows as books
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft, SaleRow
from merchant_desk.sales.one_sale import sale
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team.acts import TeamActs
from tests.exchange.files import redemptions

HIDDEN = "9045********"
YEAR = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def take_in(file: ShopFile, folder: Path, *rows: Mapping[str, object]) -> ImportReport:
    (report,) = ImportActs(file).run([redemptions(folder, *rows)])
    return report


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.known, len(report.unused)


def vouchers(file: ShopFile) -> list[tuple[str, str]]:
    return [tuple(row) for row in file.all("SELECT code, state FROM voucher ORDER BY code")]


def listed(file: ShopFile) -> list[SaleRow]:
    return [row.sale for row in books(file, BookFilter())]


def takings(file: ShopFile) -> int:
    return sum(row.takings for row in queries.takings_by_source(file, *YEAR))


def test_a_redeemed_voucher_is_a_sale_of_what_the_customer_paid(desk_file: ShopFile, tmp_path: Path) -> None:
    worker = TeamActs(desk_file).add_worker("阿琳")
    service = CatalogActs(desk_file).add_service(
        ServiceDraft("闺蜜双人美甲", price=26_800, material_cost=1_500)
    )
    assert counts(take_in(desk_file, tmp_path, {})) == (1, 0, 0, 0)
    (row,) = listed(desk_file)
    assert (row.number, row.customer, row.total, row.methods, row.workers) == (
        "20250601-0001",
        "",
        22_900,
        ("voucher",),
        "阿琳",
    )
    assert row.sold_at == dt.datetime(2025, 6, 1, 12, 47)
    line = desk_file.one("SELECT * FROM sale_line")
    assert line is not None
    assert (line["service_id"], line["worker_id"], line["unit_price"], line["discount"]) == (
        service,
        worker,
        23_900,
        1_000,
    )
    assert line["material_cost"] == 1_500
    voucher = desk_file.one("SELECT * FROM voucher")
    assert voucher is not None
    assert dict(voucher) | {
        "platform": "douyin",
        "code": "904562191877",
        "product": "闺蜜双人美甲",
        "order_id": "1092918730273970225",
        "list_price": 23_900,
        "customer_paid": 22_900,
        "platform_fee": 598,
        "influencer_fee": 0,
        "worker_incentive": 717,
        "pays_out": 22_585,
        "state": "redeemed",
        "redeemed_at": "2025-06-01T12:47",
        "content_id": None,
        "channel_id": "live_stream",
    } == dict(voucher)
    touch = desk_file.one("SELECT * FROM touch")
    assert touch is not None
    assert (touch["evidence"], touch["strength"], touch["channel_id"], touch["customer_id"]) == (
        "voucher",
        6,
        "live_stream",
        None,
    )


def test_a_product_that_is_no_service_keeps_its_own_name(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"商品名称": "夏日套餐", "带货角色": "商家", "带货人": "小满美甲"})
    line = desk_file.one("SELECT title, service_id, worker_id FROM sale_line")
    assert line is not None
    assert tuple(line) == ("夏日套餐", None, None)


@pytest.mark.parametrize("paid", [0.0, 229.0, 300.0])
def test_whatever_was_paid_the_sale_adds_up(desk_file: ShopFile, tmp_path: Path, paid: float) -> None:
    take_in(desk_file, tmp_path, {"券用户实付金额": paid})
    assert takings(desk_file) == round(paid * 100)


def test_a_revoked_or_refunded_voucher_is_no_takings(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(
        desk_file,
        tmp_path,
        {"order": "1", "code": "1111********", "state": "已撤销核销"},
        {"order": "2", "code": "2222********", "state": "核销后退款"},
    )
    assert counts(report) == (2, 0, 0, 0)
    assert vouchers(desk_file) == [("1/1111********", "reversed"), ("2/2222********", "refunded")]
    assert listed(desk_file) == []
    assert takings(desk_file) == 0


@pytest.mark.parametrize(("said", "state"), [("已撤销核销", "reversed"), ("核销后退款", "refunded")])
def test_one_that_an_earlier_file_had_as_redeemed_is_taken_back(
    desk_file: ShopFile, tmp_path: Path, said: str, state: str
) -> None:
    take_in(desk_file, tmp_path, {}, {"order": "7", "code": "777777777777"})
    assert takings(desk_file) == 45_800
    report = take_in(
        desk_file, tmp_path, {"code": HIDDEN, "state": said}, {"order": "7", "code": "777777777777"}
    )
    assert counts(report) == (0, 1, 1, 0)
    assert vouchers(desk_file) == [("777777777777", "redeemed"), ("904562191877", state)]
    assert takings(desk_file) == 22_900
    voided = [row for row in listed(desk_file) if row.status == "void"]
    assert [row.number for row in voided] == ["20250601-0001"]
    found = sale(desk_file, voided[0].id)
    assert found is not None
    assert found.void_reason == said


def test_neither_file_again_changes_anything_afterwards(desk_file: ShopFile, tmp_path: Path) -> None:
    first: dict[str, object] = {}
    second: dict[str, object] = {"code": HIDDEN, "state": "核销后退款"}
    take_in(desk_file, tmp_path, first)
    take_in(desk_file, tmp_path, second)
    for row in (second, first, first, second):
        assert counts(take_in(desk_file, tmp_path, row)) == (0, 0, 1, 0)
    assert takings(desk_file) == 0


def test_an_older_file_read_after_a_newer_brings_no_takings_back(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"code": HIDDEN, "state": "核销后退款"})
    report = take_in(desk_file, tmp_path, {})
    assert counts(report) == (0, 1, 0, 0)
    assert vouchers(desk_file) == [("904562191877", "refunded")]
    assert takings(desk_file) == 0


def test_a_voucher_revoked_and_redeemed_again_is_sold_again(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {})
    take_in(desk_file, tmp_path, {"code": HIDDEN, "state": "已撤销核销"})
    report = take_in(desk_file, tmp_path, {"at": "2025-06-03 10:00:00"})
    assert counts(report) == (0, 1, 0, 0)
    assert vouchers(desk_file) == [("904562191877", "redeemed")]
    assert [(row.number, row.status) for row in listed(desk_file)] == [
        ("20250603-0001", "paid"),
        ("20250601-0001", "void"),
    ]
    # The revoked redemption of two days before, told once more, is old news.
    assert counts(take_in(desk_file, tmp_path, {"code": HIDDEN, "state": "已撤销核销"})) == (0, 0, 1, 0)
    assert takings(desk_file) == 22_900


def test_the_end_of_a_redemption_before_the_one_in_the_books_is_old_news(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    take_in(desk_file, tmp_path, {"at": "2025-06-03 10:00:00"})
    report = take_in(desk_file, tmp_path, {"code": HIDDEN, "state": "已撤销核销"})
    assert counts(report) == (0, 0, 1, 0)
    assert takings(desk_file) == 22_900


def test_both_ends_of_a_code_count(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"code": "111122223333"}, {"code": "111122224444"})
    take_in(desk_file, tmp_path, {"code": "1111****4444", "state": "核销后退款"})
    assert vouchers(desk_file) == [("111122223333", "redeemed"), ("111122224444", "refunded")]


def test_two_that_look_the_same_are_taken_back_one_each(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"code": "111122223333"}, {"code": "111122224444"})
    hidden = {"code": "1111********", "state": "核销后退款"}
    assert counts(take_in(desk_file, tmp_path, hidden, hidden)) == (0, 2, 0, 0)
    assert takings(desk_file) == 0


def test_a_code_told_twice_without_its_order_is_one_voucher(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, tmp_path, {"order": ""}, {"order": "", "state": "核销后退款"})
    assert counts(report) == (1, 1, 0, 0)
    assert vouchers(desk_file) == [("904562191877", "refunded")]


def test_vouchers_of_one_order_are_told_apart_by_their_digits(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"code": "111122223333"}, {"code": "444455556666"})
    report = take_in(desk_file, tmp_path, {"code": "4444********", "state": "核销后退款"})
    assert counts(report) == (0, 1, 0, 0)
    assert vouchers(desk_file) == [("111122223333", "redeemed"), ("444455556666", "refunded")]


def test_two_of_one_order_with_the_same_digits_are_two(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(
        desk_file, tmp_path, {"code": "111122223333"}, {"code": "111155556666", "at": "2025-06-02 09:00:00"}
    )
    hidden: dict[str, object] = {"code": "1111********", "state": "核销后退款"}
    one = take_in(desk_file, tmp_path, hidden | {"at": "2025-06-02 09:00:00"})
    assert counts(one) == (0, 1, 0, 0)
    assert vouchers(desk_file) == [("111122223333", "redeemed"), ("111155556666", "refunded")]
    both = take_in(desk_file, tmp_path, hidden | {"at": "2025-06-02 09:00:00"}, hidden)
    assert counts(both) == (0, 1, 1, 0)
    assert {state for _, state in vouchers(desk_file)} == {"refunded"}


def test_a_redeemed_row_and_its_refund_in_one_file(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, tmp_path, {}, {"code": HIDDEN, "state": "核销后退款"})
    assert counts(report) == (1, 1, 0, 0)
    assert takings(desk_file) == 0
    assert vouchers(desk_file) == [("904562191877", "refunded")]


def test_the_same_row_twice_in_one_file_counts_once(desk_file: ShopFile, tmp_path: Path) -> None:
    assert counts(take_in(desk_file, tmp_path, {}, {})) == (1, 0, 1, 0)
    assert takings(desk_file) == 22_900


def test_a_hidden_code_without_an_order_says_nothing(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, tmp_path, {"order": "", "code": HIDDEN, "state": "核销后退款"})
    assert [(row.row, row.reason_code, row.facts) for row in report.unused] == [
        (2, "masked_code", {"code": HIDDEN})
    ]


def test_a_redeemed_voucher_below_zero_is_not_understood(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, tmp_path, {"券用户实付金额": -229.0})
    assert [row.reason_code for row in report.unused] == ["bad_value"]
    assert report.unused[0].facts == {"header": "券用户实付金额", "text": "-229"}


def test_a_voucher_redeemed_at_the_counter_is_sold_once(desk_file: ShopFile, tmp_path: Path) -> None:
    with desk_file.act("redeem") as act:
        voucher = act.insert(
            "voucher",
            {
                "platform": "douyin",
                "code": "904562191877",
                "customer_paid": 20_000,
                "state": "redeemed",
                "redeemed_at": "2025-06-01T12:50",
            },
        )
    line = SaleLineDraft("闺蜜双人美甲", 20_000)
    paid = PaymentDraft("voucher", 20_000, voucher_id=voucher)
    SaleActs(desk_file).check_out(SaleDraft((line,), (paid,), sold_at=dt.datetime(2025, 6, 1, 12, 50)))
    assert counts(take_in(desk_file, tmp_path, {})) == (0, 1, 0, 0)
    assert takings(desk_file) == 20_000
    row = desk_file.one("SELECT customer_paid, platform_fee, pays_out, order_id FROM voucher")
    assert row is not None
    assert tuple(row) == (20_000, 598, 22_585, "1092918730273970225")
    report = take_in(desk_file, tmp_path, {"code": HIDDEN, "state": "已撤销核销"})
    assert counts(report) == (0, 1, 0, 0)
    assert takings(desk_file) == 0


def test_a_row_that_names_a_content_is_evidence_for_it(desk_file: ShopFile, tmp_path: Path) -> None:
    acts = SourceActs(desk_file)
    logged = {
        day: acts.log_content(
            ContentDraft("live_stream", "周日晚8点直播", dt.datetime(2025, 5, day, 20), "douyin")
        )
        for day in (4, 25)
    }
    later = acts.log_content(
        ContentDraft("live_stream", "周日晚8点直播", dt.datetime(2025, 6, 8, 20), "douyin")
    )
    take_in(
        desk_file,
        tmp_path,
        {"内容渠道": "周日晚8点直播"},
        {"code": "2", "order": "2", "内容渠道": "没有这个"},
    )
    found = desk_file.all("SELECT content_id, channel_id FROM voucher ORDER BY code DESC")
    assert [tuple(row) for row in found] == [(logged[25], None), (None, "live_stream")]
    (result,) = [row for row in queries.best_contents(desk_file, *YEAR) if row.takings]
    assert (result.content_id, result.takings) == (logged[25], 22_900)
    assert later != result.content_id


def test_numbers_go_on_from_the_days_own_sales(desk_file: ShopFile, tmp_path: Path) -> None:
    draft = SaleDraft(
        (SaleLineDraft("Gel", 100),), (PaymentDraft("cash", 100),), sold_at=dt.datetime(2025, 6, 1, 9, 0)
    )
    SaleActs(desk_file).check_out(draft)
    take_in(desk_file, tmp_path, *({"code": f"{at:012d}", "order": str(at)} for at in range(700)))
    numbers = [row["number"] for row in desk_file.all("SELECT number FROM sale ORDER BY number")]
    assert numbers == [f"20250601-{at:04d}" for at in range(1, 702)]
