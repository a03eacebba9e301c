"""What the platforms pay out, beside the vouchers in the books."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, ImportReport
from merchant_desk.sales import one_sale
from merchant_desk.sales import store as sales
from merchant_desk.sales.acts import SaleActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import whole_refund
from merchant_desk.sales.vouchers import store
from merchant_desk.sales.vouchers.back_office import VoucherActs
from merchant_desk.sales.vouchers.model import ProductDraft, Voucher, VoucherDraft, VoucherFilter
from merchant_desk.shop.acts import ShopActs
from tests.exchange.files import REDEMPTIONS, SAMPLES, redemptions
from tests.exchange.payouts import DOUYIN, MEITUAN, douyin, meituan, turned, workbook

DOUYIN_SAMPLE = SAMPLES / "分账明细_20250601_20250831.xlsx"
MEITUAN_SAMPLE = SAMPLES / "团购收益明细_20250601~20250831.xlsx"
JUNE = dt.datetime(2025, 6, 1, 12, 47)


def take_in(file: ShopFile, path: Path) -> ImportReport:
    (report,) = ImportActs(file).run([path])
    return report


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.known, len(report.unused)


def at_the_till(
    file: ShopFile, code: str, platform: str = "douyin", paid: int = 229_00, more: int = 0, promised: int = 0
) -> str:
    """A voucher redeemed at the counter in June; what it pays out is known where it is `promised`."""
    lines = [SaleLineDraft("双人", paid)] + ([SaleLineDraft("护理", more)] if more else [])
    voucher = VoucherDraft(
        platform, code, paid, platform_fee=10 if promised else 0, pays_out=promised or paid
    )
    payments = [PaymentDraft("voucher", paid, voucher=voucher)]
    if more:
        payments.append(PaymentDraft("cash", more))
    return SaleActs(file).check_out(SaleDraft(tuple(lines), tuple(payments), sold_at=JUNE))


def voucher(file: ShopFile, code: str) -> Voucher:
    found = store.voucher(file, file.value("SELECT id FROM voucher WHERE code = :code", code=code))
    assert found is not None
    return found


def close(file: ShopFile, day: dt.date) -> None:
    with file.act("close_day") as act:
        act.insert("day_close", {"day": day.isoformat(), "closed_at": f"{day}T21:00", "who": ""})


@pytest.mark.parametrize("payouts_first", [False, True])
def test_the_samples_meet_to_the_cent(desk_file: ShopFile, payouts_first: bool) -> None:
    both = [REDEMPTIONS, DOUYIN_SAMPLE]
    for path in reversed(both) if payouts_first else both:
        take_in(desk_file, path)
    found = {
        row["kind"]: (row["n"], row["out"], row["alone"])
        for row in desk_file.all(
            "SELECT kind, count(*) AS n, sum(pays_out) AS out, sum(voucher_id IS NULL) AS alone"
            " FROM settlement GROUP BY kind"
        )
    }
    assert found == {"settled": (623, 10_828_402, 0), "refunded": (18, -320_592, 0)}
    sums = store.totals(desk_file)
    assert (sums.redeemed, sums.pays_out, sums.settled) == (605, 10_507_810, 10_507_810)
    assert store.differences(desk_file) == []
    assert store.unmatched(desk_file) == []
    # Those revoked before they were settled are owed nothing and got nothing.
    assert store.vouchers(desk_file, VoucherFilter(settlement="waiting")) == []


def test_the_same_files_again_count_nothing_twice(desk_file: ShopFile) -> None:
    for path in (DOUYIN_SAMPLE, MEITUAN_SAMPLE):
        first = take_in(desk_file, path)
        assert counts(first)[1:] == (0, 0, 0)
        before = desk_file.all("SELECT id, rev FROM settlement ORDER BY id")
        assert counts(take_in(desk_file, path)) == (0, 0, first.added, 0)
        assert desk_file.all("SELECT id, rev FROM settlement ORDER BY id") == before


def test_meituans_amounts_are_the_rows_own(desk_file: ShopFile) -> None:
    take_in(desk_file, MEITUAN_SAMPLE)
    found = desk_file.one("SELECT * FROM settlement WHERE code = '133559207589'")
    assert found is not None
    assert (found["platform"], found["kind"], found["platform_fee"], found["pays_out"]) == (
        "meituan",
        "settled",
        9_48,
        148_52,
    )
    rows = desk_file.all("SELECT * FROM settlement WHERE code = '045026472870' ORDER BY settled_at")
    assert [(row["kind"], row["platform_fee"], row["pays_out"]) for row in rows] == [
        ("settled", 9_48, 148_52),
        ("refunded", -9_48, -148_52),
    ]


def test_a_fee_that_stands_there_twice_is_summed(desk_file: ShopFile, tmp_path: Path) -> None:
    headers = [*MEITUAN, "合作商商业支持费用", "核销订单推广费", "合作商商业支持费用"]
    row = [*{**MEITUAN, "商家应得": 143.52}.values(), -2.0, 0.0, -3.0]
    path = tmp_path / "twice.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([headers, [f"{cell}\t" for cell in row]])
    take_in(desk_file, path)
    found = desk_file.one("SELECT platform_fee, pays_out FROM settlement")
    assert found is not None
    assert tuple(found) == (14_48, 143_52)


def test_a_promotion_the_shop_gives_is_no_fee(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(
        desk_file,
        meituan(tmp_path, {"商家承担促销费-随单抵扣": -10.0, "商家应得": 138.52, "顾客实际支付": 148.0}),
    )
    found = desk_file.one("SELECT customer_paid, platform_fee, pays_out FROM settlement")
    assert found is not None
    assert tuple(found) == (148_00, 9_48, 138_52)


def test_a_voucher_of_the_till_learns_the_fees_it_did_not_know(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877")
    (waits,) = store.vouchers(desk_file, VoucherFilter(settlement="waiting"))
    assert waits.code == "904562191877"
    take_in(desk_file, douyin(tmp_path, {}))
    found = voucher(desk_file, "904562191877")
    assert (found.platform_fee, found.worker_incentive, found.pays_out) == (5_98, 7_17, 225_85)
    assert (found.order_id, found.differs) == ("1092918730273970225", False)


def test_what_the_offer_promised_is_kept_and_the_difference_listed(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    at_the_till(desk_file, "904562191877", promised=219_00)
    take_in(desk_file, douyin(tmp_path, {}))
    (row,) = store.differences(desk_file)
    assert (row.pays_out, row.settled, row.settlement) == (219_00, 225_85, "differs")
    assert voucher(desk_file, row.code).differs
    acts = VoucherActs(desk_file)
    acts.accept([row.id], "平台活动补贴")
    assert store.differences(desk_file) == []
    assert not voucher(desk_file, row.code).differs
    history.undo(desk_file)
    assert len(store.differences(desk_file)) == 1


def test_a_pass_through_vouchers_two_rows_are_summed_and_count_once(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    at_the_till(desk_file, "904562191877", promised=225_85)
    halves: list[dict[str, object]] = [{"商家应得": 125.85, "订单实收金额": 139.0}, {"商家应得": 100.0}]
    path = douyin(tmp_path, *halves)
    assert counts(take_in(desk_file, path)) == (2, 0, 0, 0)
    assert voucher(desk_file, "904562191877").paid_out == 225_85
    assert counts(take_in(desk_file, path)) == (0, 0, 2, 0)
    again = douyin(tmp_path, *halves, {"核销ID": "2", "券码": "2", "订单编号": "2"}, name="longer.xlsx")
    assert counts(take_in(desk_file, again)) == (1, 0, 2, 0)
    assert store.differences(desk_file) == []


def test_a_row_the_platform_corrected_is_brought_up_to_date(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877", promised=225_85)
    take_in(desk_file, douyin(tmp_path, {}))
    VoucherActs(desk_file).accept([voucher(desk_file, "904562191877").id])
    assert counts(take_in(desk_file, douyin(tmp_path, {"商家应得": 220.0}))) == (0, 1, 0, 0)
    assert voucher(desk_file, "904562191877").differs


def test_what_is_not_paid_out_yet_waits_for_a_later_file(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, douyin(tmp_path, {"结算状态": "待结算"}))
    assert [row.reason_code for row in report.unused] == ["not_settled"]
    assert counts(take_in(desk_file, douyin(tmp_path, {}))) == (1, 0, 0, 0)


def test_a_refund_takes_the_sale_back(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877", promised=225_85)
    take_in(desk_file, douyin(tmp_path, {}))
    assert sales.takings(desk_file, JUNE.date()) == 229_00
    take_in(desk_file, douyin(tmp_path, {}, back=[{"分账时间": "2025-06-05 10:00:00"}], name="b.xlsx"))
    found = voucher(desk_file, "904562191877")
    assert (found.state, found.state_reason, found.paid_out) == ("refunded", "分账明细-退款-团购", 0)
    assert sales.takings(desk_file, JUNE.date()) == 0
    assert store.differences(desk_file) == []
    history.undo(desk_file)
    assert voucher(desk_file, "904562191877").state == "redeemed"


def test_a_refund_of_a_mixed_sale_leaves_what_was_paid_in_cash(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877", more=68_00)
    take_in(desk_file, douyin(tmp_path, {}, back=[{"分账时间": "2025-06-05 10:00:00"}]))
    today = desk_file.clock.today()
    assert (sales.takings(desk_file, JUNE.date()), sales.takings(desk_file, today)) == (297_00, -229_00)


def test_a_refund_sheet_may_hold_what_the_main_one_lacks(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877")
    path = workbook(tmp_path, {"分账明细-退款-团购": [turned(DOUYIN)]})
    take_in(desk_file, path)
    assert voucher(desk_file, "904562191877").state == "refunded"


def test_part_of_a_refund_is_a_difference_and_no_refund(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877", promised=225_85)
    part = {"用户实付金额": -100.0, "订单实收金额": -100.0, "软件服务费": 0.0, "职人激励佣金": 0.0}
    take_in(desk_file, douyin(tmp_path, {}, back=[{**part, "商家应得": -100.0}]))
    assert voucher(desk_file, "904562191877").state == "redeemed"
    assert [row.settled for row in store.differences(desk_file)] == [125_85]


def test_a_reversed_voucher_of_meituan_may_be_used_again(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "045026472870", "dianping", 158_00)
    back = {**turned(MEITUAN), "流水类型": "撤销", "收益时间": "2025-06-21 11:37:00"}
    take_in(desk_file, meituan(tmp_path, {}, back))
    assert voucher(desk_file, "045026472870").state == "reversed"
    at_the_till(desk_file, "045026472870", "meituan", 158_00)
    assert voucher(desk_file, "045026472870").state == "redeemed"


def test_when_today_is_closed_a_refund_waits(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877", promised=225_85)
    today = desk_file.clock.today()
    close(desk_file, today)
    path = douyin(tmp_path, {}, back=[{"分账时间": "2025-06-05 10:00:00"}])
    take_in(desk_file, path)
    assert [row.settled for row in store.differences(desk_file)] == [0]
    with desk_file.act("reopen") as act:
        act.delete("day_close", str(act.value("SELECT id FROM day_close")))
    take_in(desk_file, path)
    assert voucher(desk_file, "904562191877").state == "refunded"


def test_a_hidden_code_is_known_by_its_order(desk_file: ShopFile, tmp_path: Path) -> None:
    order = "1092918730273970225"
    take_in(desk_file, redemptions(tmp_path, {"code": "9045********", "state": "核销后退款"}))
    take_in(desk_file, douyin(tmp_path, {}, back=[{}]))
    (row,) = store.vouchers(desk_file)
    found = store.voucher(desk_file, row.id)
    assert found is not None
    assert [(one.order_id, one.pays_out) for one in found.settled] == [(order, 225_85), (order, -225_85)]
    assert store.unmatched(desk_file) == []


def test_another_voucher_of_the_same_order_is_not_taken_for_it(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, redemptions(tmp_path, {"code": "111111111111"}))
    take_in(desk_file, douyin(tmp_path, {}))
    assert [row.code for row in store.unmatched(desk_file)] == ["904562191877"]


def test_a_row_of_nobody_stays_and_can_be_matched(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191870", promised=225_85)
    take_in(desk_file, douyin(tmp_path, {}))
    (row,) = store.unmatched(desk_file)
    assert (row.code, store.unmatched(desk_file, VoucherFilter(text="9999"))) == ("904562191877", [])
    (guess,) = store.likely(desk_file, row)
    assert guess.code == "904562191870"
    acts = VoucherActs(desk_file)
    acts.match(row.id, guess.id)
    assert store.unmatched(desk_file) == []
    assert voucher(desk_file, "904562191870").paid_out == 225_85
    acts.unmatch(row.id)
    acts.accept_rows([row.id], "不是我们的")
    assert store.unmatched(desk_file) == []
    for _ in range(3):
        history.undo(desk_file)
    assert [one.id for one in store.unmatched(desk_file)] == [row.id]


def test_what_never_passed_the_till_is_written_down(desk_file: ShopFile, tmp_path: Path) -> None:
    gone = {"券号": "2", "订单号": "2"}
    back = {**turned(MEITUAN), **gone, "流水类型": "撤销", "收益时间": "2025-06-21 11:37:00"}
    take_in(desk_file, meituan(tmp_path, {}, gone, back))
    rows = store.unmatched(desk_file)
    (sale_id,) = VoucherActs(desk_file).write_down([row.id for row in rows])
    sale = one_sale.sale(desk_file, sale_id)
    assert sale is not None
    assert (sale.total, sale.sold_at) == (158_00, dt.datetime(2025, 6, 21, 9, 37))
    found = voucher(desk_file, "045026472870")
    assert (found.platform_fee, found.pays_out, found.paid_out, found.differs) == (
        9_48,
        148_52,
        148_52,
        False,
    )
    assert store.unmatched(desk_file) == []
    history.undo(desk_file)
    assert len(store.unmatched(desk_file)) == 3
    assert sales.takings(desk_file, dt.date(2025, 6, 21)) == 0


def test_what_falls_on_a_closed_day_is_written_down_today(desk_file: ShopFile, tmp_path: Path) -> None:
    for day in (dt.date(2025, 6, 21), dt.date(2025, 6, 1)):
        close(desk_file, day)
    take_in(desk_file, meituan(tmp_path, {}))
    VoucherActs(desk_file).write_down([row.id for row in store.unmatched(desk_file)])
    take_in(desk_file, redemptions(tmp_path, {}))
    today = desk_file.clock.today()
    found = desk_file.all("SELECT day, of_day FROM sale ORDER BY of_day DESC")
    assert [tuple(row) for row in found] == [
        (today.isoformat(), "2025-06-21"),
        (today.isoformat(), "2025-06-01"),
    ]


def test_where_today_is_closed_too_the_row_waits(desk_file: ShopFile, tmp_path: Path) -> None:
    for day in (dt.date(2025, 6, 1), desk_file.clock.today()):
        close(desk_file, day)
    path = redemptions(tmp_path, {})
    report = take_in(desk_file, path)
    assert [row.reason_code for row in report.unused] == ["today_closed"]
    assert store.vouchers(desk_file) == []


def test_rows_of_another_shop_stay_visible_as_unused(desk_file: ShopFile, tmp_path: Path) -> None:
    VoucherActs(desk_file).set_own_shops([" 73310285 ", "", "小满美甲（万达店）"])
    assert store.own_shops(desk_file) == ("73310285", "小满美甲（万达店）")
    other = {"核销ID": "2", "券码": "2", "核销门店": "小满美甲(天街店)", "核销门店ID": "99"}
    same = {"核销ID": "3", "券码": "3", "核销门店": "小满美甲(万达店)", "核销门店ID": "98"}
    report = take_in(desk_file, douyin(tmp_path, {}, other, same))
    assert counts(report) == (2, 0, 0, 1)
    assert report.unused[0].reason_code == "other_shop"
    assert report.unused[0].facts["shop"] == "小满美甲(天街店)"
    names = {"核销门店": "小满美甲(天街店)", "核销门店ID": "99"}
    assert counts(take_in(desk_file, redemptions(tmp_path, names))) == (0, 0, 0, 1)


def test_unsaid_a_file_of_one_shop_is_ours_and_of_several_what_is_called_so(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    ShopActs(desk_file).set_up("小满美甲", "nails_lashes")
    other = {"核销ID": "2", "券码": "2", "核销门店": "大满美甲", "核销门店ID": "99"}
    assert counts(take_in(desk_file, douyin(tmp_path, other))) == (1, 0, 0, 0)
    third = {**other, "核销ID": "4", "券码": "4"}
    report = take_in(desk_file, douyin(tmp_path, {}, third, name="several.xlsx"))
    assert counts(report) == (1, 0, 0, 1)


def test_an_imported_voucher_is_linked_to_its_offer(desk_file: ShopFile, tmp_path: Path) -> None:
    product_id = VoucherActs(desk_file).add_product(ProductDraft("douyin", "闺蜜双人美甲", 229_00))
    take_in(desk_file, redemptions(tmp_path, {}))
    assert desk_file.value("SELECT voucher_product_id FROM voucher") == product_id


def test_undo_of_an_import_takes_its_rows_away(desk_file: ShopFile, tmp_path: Path) -> None:
    path = douyin(tmp_path, {})
    take_in(desk_file, path)
    history.undo(desk_file)
    assert desk_file.value("SELECT count(*) FROM settlement") == 0
    assert counts(take_in(desk_file, path)) == (1, 0, 0, 0)


def test_what_the_platform_says_brought_a_till_voucher_is_noted(desk_file: ShopFile, tmp_path: Path) -> None:
    sale_id = at_the_till(desk_file, "904562191877")
    report = take_in(desk_file, redemptions(tmp_path, {}))
    assert counts(report) == (0, 1, 0, 0)
    touch = desk_file.one("SELECT sale_id, channel_id, evidence, at FROM touch")
    assert touch is not None
    assert tuple(touch) == (sale_id, "live_stream", "voucher", "2025-06-01T12:47")
    assert voucher(desk_file, "904562191877").platform_fee == 5_98
    assert desk_file.value("SELECT count(*) FROM sale") == 1


def test_a_voucher_on_an_open_sale_is_not_taken_back(desk_file: ShopFile, tmp_path: Path) -> None:
    known = VoucherDraft("douyin", "904562191877", 229_00, pays_out=229_00)
    SaleActs(desk_file).owe(
        SaleDraft(
            (SaleLineDraft("双人", 300_00),), (PaymentDraft("voucher", 229_00, voucher=known),), sold_at=JUNE
        )
    )
    for path in (redemptions(tmp_path, {"code": "904562191877", "state": "核销后退款"}),):
        report = take_in(desk_file, path)
        assert [row.reason_code for row in report.unused] == ["open_sale"]
    take_in(desk_file, douyin(tmp_path, {}, back=[{"分账时间": "2025-06-05 10:00:00"}]))
    assert voucher(desk_file, "904562191877").state == "redeemed"
    with pytest.raises(DeskError) as error:
        VoucherActs(desk_file).set_state(voucher(desk_file, "904562191877").id, "refunded", "x")
    assert error.value.code == "voucher_on_open_sale"


@pytest.mark.parametrize("closed", [[JUNE], []])
def test_a_take_back_that_needs_today_waits_while_today_is_closed(
    desk_file: ShopFile, clock: FixedClock, tmp_path: Path, closed: list[dt.datetime]
) -> None:
    now = desk_file.clock.now()
    at_the_till(desk_file, "904562191877", more=68_00)
    for day in (*closed, now):
        close(desk_file, day.date())
    gone: dict[str, object] = {"code": "904562191877", "state": "核销后退款", "at": "2025-06-02 09:00:00"}
    path = redemptions(tmp_path, gone, {"code": "2", "order": "2", "at": "2025-06-03 09:00:00"})
    report = take_in(desk_file, path)
    assert counts(report) == (1, 0, 0, 1)
    assert [(row.row, row.reason_code) for row in report.unused] == [(2, "refund_today_closed")]
    assert voucher(desk_file, "904562191877").state == "redeemed"
    clock.set(now + dt.timedelta(days=1))
    assert counts(take_in(desk_file, path)) == (0, 1, 1, 0)
    assert voucher(desk_file, "904562191877").state == "refunded"
    back = desk_file.one("SELECT total, takings, day FROM sale WHERE refund_of IS NOT NULL")
    assert back is not None
    assert tuple(back) == (-229_00, -229_00, clock.today().isoformat())


def test_a_sale_of_an_open_day_is_void_although_today_is_closed(desk_file: ShopFile, tmp_path: Path) -> None:
    at_the_till(desk_file, "904562191877")
    close(desk_file, desk_file.clock.today())
    path = redemptions(tmp_path, {"code": "904562191877", "state": "核销后退款", "at": "2025-06-02 09:00:00"})
    assert counts(take_in(desk_file, path)) == (0, 1, 0, 0)
    assert [tuple(row) for row in desk_file.all("SELECT status, refund_of FROM sale")] == [("void", None)]


def test_a_payout_finds_the_voucher_that_is_taken_at_the_till_later(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    take_in(desk_file, meituan(tmp_path, {"券号": "1"}, {"券号": "2"}))
    at_the_till(desk_file, "1", "dianping", 158_00, promised=148_52)
    assert [row.code for row in store.unmatched(desk_file)] == ["2"]
    found = voucher(desk_file, "1")
    assert (found.paid_out, found.differs) == (148_52, False)


@pytest.mark.parametrize("by", ["the shop", "a payout"])
def test_a_voucher_that_was_given_back_is_not_sold_again(
    desk_file: ShopFile, tmp_path: Path, by: str
) -> None:
    sale_id = at_the_till(desk_file, "904562191877", more=68_00)
    if by == "the shop":
        sale = one_sale.sale(desk_file, sale_id)
        assert sale is not None
        SaleActs(desk_file).refund(whole_refund(sale, "不满意"))
    else:
        take_in(desk_file, douyin(tmp_path, {}, back=[{"分账时间": "2025-06-05 10:00:00"}]))
    before = desk_file.value("SELECT sum(takings) FROM sale WHERE status = 'paid'")
    assert counts(take_in(desk_file, redemptions(tmp_path, {}))) == (0, 1, 0, 0)
    assert voucher(desk_file, "904562191877").state == "refunded"
    assert desk_file.value("SELECT sum(takings) FROM sale WHERE status = 'paid'") == before


def test_what_was_written_down_and_undone_can_be_written_down_again(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    take_in(desk_file, meituan(tmp_path, {}))
    acts = VoucherActs(desk_file)
    (row,) = store.unmatched(desk_file)
    acts.write_down([row.id])
    history.undo(desk_file)
    assert voucher(desk_file, "045026472870").state == "reversed"
    acts.write_down([row.id])
    again = voucher(desk_file, "045026472870")
    assert (again.state, again.sale_status, again.paid_out, again.differs) == (
        "redeemed",
        "paid",
        148_52,
        False,
    )
    assert desk_file.value("SELECT sum(takings) FROM sale WHERE status = 'paid'") == 158_00
    assert store.unmatched(desk_file) == []
