"""The three sample files, counted and added up by another reader."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs
from merchant_desk.insights import queries
from tests.exchange.files import CUSTOMERS, REDEMPTIONS, WORKS

CHANNELS = {
    "视频": "short_video",
    "直播": "live_stream",
    "搜索": "search_map",
    "线下扫码": "scan",
    "获客卡": "other",
}
SOURCES = {
    "抖音": "short_video",
    "直播": "live_stream",
    "小红书": "grass_post",
    "大众点评": "search_map",
    "朋友介绍": "referral",
    "路过": "passing_by",
}


def redemptions() -> list[dict[str, object]]:
    book = openpyxl.load_workbook(REDEMPTIONS)
    header, *rows = book.active.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def minor(amount: object) -> int:
    assert isinstance(amount, int | float)
    return round(amount * 100)


def listed(path: Path, encoding: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding))))


def test_redemptions_become_vouchers_and_sales_to_the_cent(desk_file: ShopFile) -> None:
    rows = redemptions()
    kept = [row for row in rows if row["核销状态"] == "已核销"]
    (report,) = ImportActs(desk_file).run([REDEMPTIONS])
    assert (report.format, report.added, report.updated, report.known) == ("douyin_redemptions", 640, 0, 0)
    assert report.unused == ()
    states = {
        row["state"]: row["n"]
        for row in desk_file.all("SELECT state, count(*) AS n FROM voucher GROUP BY state")
    }
    assert states == {"redeemed": 605, "refunded": 18, "reversed": 17}
    assert len(kept) == 605
    paid = sum(minor(row["券用户实付金额"]) for row in kept)
    assert desk_file.value("SELECT sum(total) FROM sale WHERE status = 'paid'") == paid
    assert desk_file.value("SELECT count(*) FROM sale") == 605
    assert desk_file.value("SELECT sum(discount) FROM sale_line") == sum(
        minor(row["商品售价（单价）"]) - minor(row["券用户实付金额"]) for row in kept
    )
    money = desk_file.one(
        "SELECT sum(platform_fee) AS fee, sum(influencer_fee) AS influencer, sum(worker_incentive) AS worker,"
        " sum(pays_out) AS pays_out, sum(list_price) AS listed, sum(customer_paid) AS paid FROM voucher"
    )
    assert money is not None
    assert dict(money) == {
        "fee": sum(minor(row["软件服务费"]) for row in rows),
        "influencer": sum(minor(row["达人服务费"]) for row in rows),
        "worker": sum(minor(row["职人激励金"]) for row in rows),
        "pays_out": sum(minor(row["预计收入"]) for row in rows),
        "listed": sum(minor(row["商品售价（单价）"]) for row in rows),
        "paid": sum(minor(row["券用户实付金额"]) for row in rows),
    }
    codes = {row["code"] for row in desk_file.all("SELECT code FROM voucher WHERE state = 'redeemed'")}
    assert codes == {row["券码（已撤销核销加密）"] for row in kept}
    orders = {row["order_id"] for row in desk_file.all("SELECT order_id FROM voucher")}
    assert orders == {row["订单ID"] for row in rows}


def test_their_takings_are_in_the_charts_by_channel_and_month(desk_file: ShopFile) -> None:
    ImportActs(desk_file).run([REDEMPTIONS])
    wanted: Counter[tuple[str, str]] = Counter()
    for row in redemptions():
        if row["核销状态"] == "已核销":
            wanted[str(row["核销时间"])[:7], CHANNELS[str(row["成交渠道"])]] += minor(row["券用户实付金额"])
    found = queries.takings_by_source(desk_file, dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    assert {(row.bucket, row.kind): row.takings for row in found} == dict(wanted)
    assert sum(row.visits for row in found) == 605


def test_customers_are_one_for_each_phone(desk_file: ShopFile) -> None:
    rows = listed(CUSTOMERS, "gb18030")
    phones = {re.sub(r"\D", "", row["手机"])[-11:] for row in rows}
    (report,) = ImportActs(desk_file).run([CUSTOMERS])
    assert (len(rows), len(phones)) == (328, 320)
    assert (report.added, report.updated, report.known, report.unused) == (320, 8, 0, ())
    kept = {row["phone"] for row in desk_file.all("SELECT phone FROM customer")}
    assert kept == {f"+86{phone}" for phone in phones}
    first = {re.sub(r"\D", "", row["手机"])[-11:]: row for row in reversed(rows)}
    genders = Counter({"女": "female", "男": "male", "": ""}[row["性别"]] for row in first.values())
    assert Counter(r["gender"] for r in desk_file.all("SELECT gender FROM customer")) == genders
    birthdays = Counter(row["生日"] for row in first.values())
    assert Counter(r["birthday"] for r in desk_file.all("SELECT birthday FROM customer")) == birthdays


def test_what_brought_them_is_kept_as_their_answer(desk_file: ShopFile) -> None:
    rows = {re.sub(r"\D", "", row["手机"])[-11:]: row for row in reversed(listed(CUSTOMERS, "gb18030"))}
    ImportActs(desk_file).run([CUSTOMERS])
    found = Counter(
        (row["channel_id"], row["note"], row["evidence"])
        for row in desk_file.all("SELECT channel_id, note, evidence FROM touch")
    )
    wanted = Counter((SOURCES[r["来源"]], r["来源"], "asked") for r in rows.values() if r["来源"])
    assert found == wanted


def test_notes_of_doubles_are_joined(desk_file: ShopFile) -> None:
    ImportActs(desk_file).run([CUSTOMERS])
    row = desk_file.one("SELECT name, note FROM customer WHERE phone = '+8615038836859'")
    assert row is not None
    assert tuple(row) == ("胡梅蕾", "喜欢靠窗\n重复登记")


def test_works_become_contents_with_their_counts(desk_file: ShopFile) -> None:
    rows = listed(WORKS, "utf-8-sig")
    (report,) = ImportActs(desk_file).run([WORKS])
    assert (report.added, report.updated, report.known, report.unused) == (len(rows), 0, 0, ())
    kinds = Counter(row["kind"] for row in desk_file.all("SELECT kind FROM content"))
    assert kinds == {
        "short_video": sum(row["体裁"] == "视频" for row in rows),
        "grass_post": sum(row["体裁"] == "图文" for row in rows),
    }
    for ours, theirs in [
        ("views", "播放量"),
        ("likes", "点赞量"),
        ("comments", "评论量"),
        ("shares", "分享量"),
        ("saves", "收藏量"),
    ]:
        told = [row[theirs] for row in rows]
        wanted = sum(int(number) for number in told if number != "-")
        assert desk_file.value(f"SELECT sum({ours}) FROM content_stat") == wanted
        assert desk_file.value(f"SELECT count(*) FROM content_stat WHERE {ours} IS NULL") == told.count("-")
    published = {row["published_at"] for row in desk_file.all("SELECT published_at FROM content")}
    assert published == {row["发布时间"][:16].replace(" ", "T") for row in rows}
    assert desk_file.value("SELECT count(DISTINCT code) FROM content WHERE length(code) = 4") == len(rows)


@pytest.mark.parametrize("files", [[CUSTOMERS, WORKS, REDEMPTIONS], [REDEMPTIONS, WORKS, CUSTOMERS]])
def test_all_three_in_one_act_in_any_order(desk_file: ShopFile, files: list[Path]) -> None:
    reports = ImportActs(desk_file).run(files)
    assert [report.file_name for report in reports] == [path.name for path in files]
    assert desk_file.value("SELECT count(*) FROM act") == 1
    assert sorted(report.added for report in reports) == [44, 320, 640]
