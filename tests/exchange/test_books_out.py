"""A month for the accountant, read back from the file that was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from merchant_desk import cli
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.desk import Desk, open_desk
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.exchange.books_out import month_book, month_of, save_month
from merchant_desk.exchange.books_words import word
from merchant_desk.prepaid.model import CardDraft
from merchant_desk.sales.books.model import BookFilter
from merchant_desk.sales.books.store import sums
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.refunds import RefundDraft, RefundLine
from merchant_desk.sales.vouchers.model import VoucherDraft

AUGUST = dt.date(2025, 8, 1)
Sheet = list[dict[str, Any]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(dt.datetime(2025, 7, 31, 20))
    desk = open_desk(tmp_path / "shop.desk", clock, Changes())
    desk.set_up("小满美甲", "nails_lashes", "zh_CN", ["小雨", "阿琳"])
    yield desk
    desk.file.close()


def at(desk: Desk, month: int, day: int, hour: int, minute: int = 0) -> None:
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.set(dt.datetime(2025, month, day, hour, minute))


def a_month(desk: Desk) -> None:
    """A sale before it, then a card sold and used, a voucher, a refund, a void sale, and one after it."""
    worker = desk.file.value("SELECT id FROM worker ORDER BY seq LIMIT 1")
    service = desk.file.value("SELECT id FROM service ORDER BY seq LIMIT 1")
    customer = desk.customers.add(CustomerDraft("=李悦", phone="13812346621"))

    def line(price: int, **more: Any) -> SaleLineDraft:
        return SaleLineDraft("美甲", price, service_id=service, worker_id=worker, **more)

    def sell(payments: tuple[PaymentDraft, ...], *lines: SaleLineDraft) -> str:
        return desk.sales.check_out(SaleDraft(lines, payments, customer_id=customer, cashier="小雨"))

    sell((PaymentDraft("cash", 50_00),), line(50_00))
    at(desk, 8, 1, 10)
    card = CardDraft("balance", "储值卡", bonus=100_00)
    sell(
        (PaymentDraft("wechat", 1000_00),),
        SaleLineDraft("储值卡", 1000_00, kind="card", card=card, worker_id=worker),
    )
    at(desk, 8, 20, 14, 24)
    card_id = desk.file.value("SELECT id FROM card")
    sell(
        (PaymentDraft("stored_value", 198_00, card_id=card_id), PaymentDraft("cash", 10_00, given=50_00)),
        line(218_00, discount=20_00),
        SaleLineDraft("小费", 10_00, kind="tip", worker_id=worker),
    )
    voucher = VoucherDraft(
        "douyin", "0123456789012345678", 99_00, list_price=168_00, platform_fee=5_00, pays_out=94_00
    )
    sold = sell((PaymentDraft("voucher", 99_00, voucher=voucher),), line(99_00))
    cash = sell((PaymentDraft("cash", 120_00),), line(120_00))
    given = desk.file.value("SELECT id FROM sale_line WHERE sale_id = :id", id=cash)
    desk.sales.refund(RefundDraft(cash, (RefundLine(given, 20_00),), (PaymentDraft("cash", 20_00),), "过敏"))
    desk.sales.void(sell((PaymentDraft("alipay", 70_00),), line(70_00)), "打错了")
    desk.drawer.pay_out(30_00, "买咖啡")
    at(desk, 9, 1, 0)
    sell((PaymentDraft("cash", 60_00),), line(60_00))
    assert sold


def written(desk: Desk, tmp_path: Path, language: str = "zh_CN") -> dict[str, Sheet]:
    """The sheets of August by title, each row by the head of its column; sums have the key "Sum"."""
    path = tmp_path / f"{language}.xlsx"
    save_month(path, month_book(desk.file, AUGUST, language))
    found: dict[str, Sheet] = {}
    for sheet in openpyxl.load_workbook(path):
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def summary_of(sheets: dict[str, Sheet], title: str) -> dict[str, Any]:
    return {name: value for name, value in (tuple(row.values()) for row in sheets[title])}  # noqa: C416


def test_the_summary_reckons_both_views_and_what_is_owed(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    told = summary_of(written(desk, tmp_path), "汇总")
    # 1000 card, 99 voucher, 120 cash, 20 given back; the tip is no takings, nor what the card pays.
    assert told["收款口径营业额"] == 1199
    assert told["其中退款"] == -20
    assert (told["减：售卡本金"], told["加：耗卡本金"]) == (-1000, 198)
    assert told["消耗口径营业额"] == 397
    assert told["小费（归员工）"] == 10
    assert (told["现金"], told["微信"], told["储值卡"], told["团购券"]) == (110, 1000, 198, 99)
    assert (told["月末本金"], told["月末赠送"]) == (802, 100)
    assert told["商家应得"] == 94
    assert (told["消费单数"], told["退款单数"], told["作废单数"]) == (4, 1, 1)
    assert told["店铺"] == "小满美甲"


def test_the_summary_agrees_with_the_books_on_the_screen(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    told = summary_of(written(desk, tmp_path), "汇总")
    shown = sums(desk.file, BookFilter(from_day=AUGUST, to_day=dt.date(2025, 8, 31)))
    assert (told["收款口径营业额"] * 100, told["消耗口径营业额"] * 100) == (shown.takings, shown.earned)


def test_every_sale_of_the_month_is_there_and_only_paid_ones_are_summed(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    *rows, sums = written(desk, tmp_path)["消费单"]
    assert [row["单号"] for row in rows] == [
        "20250801-0001",
        *(f"20250820-000{number}" for number in range(1, 6)),
    ]
    assert [row["状态"] for row in rows] == ["已付"] * 5 + ["作废"]
    assert [row["营业额"] for row in rows] == [1000, 0, 99, 120, -20, 70]
    assert (sums["单号"], sums["营业额"], sums["合计"]) == ("合计", 1199, 1407)
    assert rows[1]["优惠"] == 20
    assert rows[1]["预付卡支付"] == 198
    assert rows[4]["原单号"] == "20250820-0003"
    assert (rows[4]["原因"], rows[5]["原因"]) == ("过敏", "打错了")


def test_the_other_sheets_have_their_rows(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    sheets = written(desk, tmp_path)
    payments = sheets["收款"]
    assert payments[-1]["金额"] == sum(row["金额"] for row in payments[:-1] if row["单据状态"] != "作废")
    voucher = sheets["团购券"][0]
    assert (voucher["券码"], voucher["平台"], voucher["商家应得"]) == ("0123456789012345678", "抖音", 94)
    assert [(row["事项"], row["本金"]) for row in sheets["卡流水"]] == [
        ("售出", 1000),
        ("使用", -198),
        (None, 802),
    ]
    assert [(row["名称"], row["金额"]) for row in sheets["退款"][:-1]] == [("美甲", -20)]
    assert [row["金额"] for row in sheets["钱箱"]] == [-30, -30]
    assert sheets["员工"][0]["小费"] == 10
    assert sheets["日结"] == []


def test_every_sum_is_that_of_its_rows(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    lines = written(desk, tmp_path)["明细"]
    assert lines[-1]["金额"] == sum(row["金额"] for row in lines[:-1] if row["状态"] == "已付") == 1407


def test_a_closed_day_tells_what_was_counted(desk: Desk, tmp_path: Path) -> None:
    at(desk, 8, 20, 20)
    desk.drawer.set_float(100_00)
    desk.drawer.close_day(
        CloseDraft(dt.date(2025, 8, 20), {"cash": 98_00}, reasons={"cash": "少找"}, kept=50_00)
    )
    (row, _sums) = written(desk, tmp_path)["日结"]
    assert (row["日期"], row["方式"]) == (dt.datetime(2025, 8, 20), "现金")
    assert (row["应有"], row["实点"], row["差异"], row["原因"]) == (100, 98, -2, "少找")
    assert (row["备用金"], row["留存"]) == (100, 50)


def test_no_name_is_a_formula(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    written(desk, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "zh_CN.xlsx")["消费单"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=李悦"]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_in_english(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    sheets = written(desk, tmp_path, "en")
    assert list(sheets) == [
        *("Summary", "Workers", "Sales", "Lines", "Payments", "Refunds"),
        *("Vouchers", "Card entries", "Commission", "Drawer", "Day closes"),
    ]
    assert summary_of(sheets, "Summary")["Takings, earned view"] == 397
    assert sheets["Sales"][-1]["Sale"] == "Sum"
    text = [str(value) for rows in sheets.values() for row in rows for value in row.values()]
    assert not [value for value in text if value in {"已付", "作废", "现金", "抖音"}]


def test_an_empty_month_has_its_heads(desk: Desk, tmp_path: Path) -> None:
    sheets = written(desk, tmp_path)
    assert summary_of(sheets, "汇总")["收款口径营业额"] == 0
    assert sheets["消费单"] == []


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-8", "202508", "0000-01", "August", ""])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(DeskError, match="bad_day"):
        month_of(text)


def test_unknown_codes_stand_as_they_are() -> None:
    assert word("status", "odd", "zh_CN") == "odd"
    assert word("platform", "other", "en") == "other"
    assert word("method", None, "en") == ""


def test_the_command_writes_it_and_replaces_nothing(desk: Desk, tmp_path: Path) -> None:
    a_month(desk)
    to = tmp_path / "august.xlsx"
    arguments = ["books", "--shop", str(desk.file.path), "--month", "2025-08", "--xlsx", str(to)]
    done = CliRunner().invoke(cli.commands, [*arguments, "--language", "en"])
    assert done.exit_code == 0, done.output
    assert "6 Sales" in done.output
    assert openpyxl.load_workbook(to).sheetnames[0] == "Summary"
    before = to.read_bytes()
    again = CliRunner().invoke(cli.commands, arguments)
    assert again.exit_code == 1
    assert "there already" in again.output
    assert to.read_bytes() == before
    wrong = CliRunner().invoke(
        cli.commands, [*arguments[:3], "--month", "13", "--xlsx", str(tmp_path / "b.xlsx")]
    )
    assert "write it like" in wrong.output
