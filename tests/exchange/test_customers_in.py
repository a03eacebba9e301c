"""A list of customers: doubles, what the owner typed, answers, and rows that cannot be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from merchant_desk.core.clock import wall
from merchant_desk.customers import store
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import Customer, CustomerDraft
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, ImportReport
from merchant_desk.insights import queries
from merchant_desk.sources.acts import SourceActs
from tests.conftest import NOW
from tests.customers.till import sell
from tests.exchange.files import csv_file, xlsx_file

HEADERS = ("姓名", "手机", "性别", "生日", "微信", "地址", "备注", "来源")


def take_in(
    file: ShopFile, folder: Path, *rows: Mapping[str, object], extra: tuple[str, ...] = ()
) -> ImportReport:
    headers = (*HEADERS, *extra)
    path = csv_file(folder, [headers, *([row.get(key, "") for key in headers] for row in rows)])
    (report,) = ImportActs(file).run([path])
    return report


def customers(file: ShopFile) -> list[Customer]:
    found = [store.customer(file, row["id"]) for row in file.all("SELECT id FROM customer ORDER BY id")]
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "0086 138 0013 8000",
        "１３８００１３８０００",
    ],
)
def test_a_phone_in_any_form_is_the_same_customer(desk_file: ShopFile, tmp_path: Path, typed: str) -> None:
    known = CustomerActs(desk_file).add(CustomerDraft("陈岚", "13800138000"))
    report = take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": typed, "微信": "lan"})
    assert (report.added, report.updated) == (0, 1)
    assert [one.id for one in customers(desk_file)] == [known]


def test_a_phone_kept_as_a_number_in_a_workbook(desk_file: ShopFile, tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, [("姓名", "手机"), ("陈岚", 13800138000), ("王莹", 13900139000.0)])
    (report,) = ImportActs(desk_file).run([path])
    assert report.added == 2
    assert {one.phone for one in customers(desk_file)} == {"+8613800138000", "+8613900139000"}


def test_what_the_owner_typed_stays_and_only_gaps_are_filled(desk_file: ShopFile, tmp_path: Path) -> None:
    acts = CustomerActs(desk_file)
    acts.add(CustomerDraft("陈岚", "13800138000", gender="female", birthday="1990-05-20", note="怕疼"))
    take_in(
        desk_file,
        tmp_path,
        {
            "姓名": "陈小姐",
            "手机": "138 0013 8000",
            "性别": "男",
            "生日": "1991-01-01",
            "微信": "chenlan",
            "地址": "人民路 1 号",
            "备注": "喜欢靠窗",
        },
    )
    (one,) = customers(desk_file)
    assert (one.name, one.phone_typed, one.gender, one.birthday) == (
        "陈岚",
        "13800138000",
        "female",
        "1990-05-20",
    )
    assert (one.wechat, one.address) == ("chenlan", "人民路 1 号")
    assert one.note == "怕疼\n陈小姐\n喜欢靠窗"
    assert [row.id for row in store.search(desk_file, "chenlan")] == [one.id]


def test_a_shared_phone_is_the_one_who_had_it_first(desk_file: ShopFile, tmp_path: Path) -> None:
    acts = CustomerActs(desk_file)
    mother = acts.add(CustomerDraft("陈岚", "13800138000"))
    daughter = acts.add(CustomerDraft("小雨", "13800138000"), same_phone_ok=True)
    take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": "13800138000", "微信": "lan"})
    wechat = {one.id: one.wechat for one in customers(desk_file)}
    assert wechat == {mother: "lan", daughter: ""}


def test_a_note_that_is_there_already_is_not_joined_again(desk_file: ShopFile, tmp_path: Path) -> None:
    CustomerActs(desk_file).add(CustomerDraft("陈岚", "13800138000", note="怕疼，喜欢靠窗"))
    report = take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": "13800138000", "备注": "喜欢靠窗"})
    assert (report.added, report.updated, report.known) == (0, 0, 1)


def test_doubles_within_a_file_are_merged_whatever_comes_between(desk_file: ShopFile, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"姓名": f"顾客{at}", "手机": f"138{at:08d}", "备注": "一"} for at in range(600)
    ]
    rows += [{"姓名": f"顾客{at}", "手机": f"138 {at:08d}", "备注": "二", "来源": "路过"} for at in (0, 599)]
    report = take_in(desk_file, tmp_path, *rows)
    assert (report.added, report.updated) == (600, 2)
    notes = {one.name: one.note for one in customers(desk_file)}
    assert (notes["顾客0"], notes["顾客599"], notes["顾客1"]) == ("一\n二", "一\n二", "一")
    assert desk_file.value("SELECT count(*) FROM touch WHERE channel_id = 'passing_by'") == 2


def test_the_same_name_with_another_phone_is_another_customer(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(
        desk_file, tmp_path, {"姓名": "董妍", "手机": "19683449786"}, {"姓名": "董妍", "手机": "15960306202"}
    )
    assert report.added == 2


def test_rows_that_cannot_be_used_are_listed_with_their_reason(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(
        desk_file,
        tmp_path,
        {"姓名": "陈岚", "手机": "138****8000", "备注": "美团"},
        {"姓名": "", "手机": "13800138001"},
        {"姓名": "王莹", "手机": "12"},
        {"姓名": "????", "手机": "13800138002"},
        {"姓名": "李雷", "手机": "13800138003"},
    )
    assert report.added == 1
    assert [(row.row, row.reason_code) for row in report.unused] == [
        (2, "masked_phone"),
        (3, "no_name"),
        (4, "bad_phone"),
        (5, "broken_text"),
    ]
    assert report.unused[0].raw == {"姓名": "陈岚", "手机": "138****8000", "备注": "美团"}
    kept = desk_file.all(
        "SELECT row_number, reason, raw FROM import_row WHERE outcome = 'unused' ORDER BY row_number"
    )
    assert [(row["row_number"], row["reason"]) for row in kept] == [
        (2, "masked_phone"),
        (3, "no_name"),
        (4, "bad_phone"),
        (5, "broken_text"),
    ]
    assert '"手机":"138****8000"' in kept[0]["raw"]


def test_unused_rows_are_told_again_but_noted_once(desk_file: ShopFile, tmp_path: Path) -> None:
    row = {"姓名": "陈岚", "手机": "138****8000"}
    take_in(desk_file, tmp_path, row)
    report = take_in(desk_file, tmp_path, row)
    assert len(report.unused) == 1
    assert desk_file.value("SELECT count(*) FROM import_row") == 1
    assert desk_file.value("SELECT count(*) FROM act") == 1


def test_a_birthday_nobody_can_count_goes_to_the_note(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": "13800138000", "生日": "属马", "备注": "怕疼"})
    (one,) = customers(desk_file)
    assert (one.birthday, one.note) == ("", "怕疼\n生日: 属马")


def test_customers_without_a_phone(desk_file: ShopFile, tmp_path: Path) -> None:
    CustomerActs(desk_file).add(CustomerDraft("陈岚"))
    rows: list[dict[str, object]] = [
        {"姓名": "陈岚", "微信": "lan"},
        {"姓名": "王女士", "备注": "一"},
        {"姓名": "王女士", "备注": "二"},
    ]
    report = take_in(desk_file, tmp_path, *rows)
    assert (report.added, report.updated) == (2, 1)
    assert sorted(one.name for one in customers(desk_file)) == ["王女士", "王女士", "陈岚"]
    again = take_in(desk_file, tmp_path, *rows)
    assert (again.added, again.updated, again.known) == (0, 0, 3)


def test_one_of_that_name_with_another_birthday_is_somebody_else(desk_file: ShopFile, tmp_path: Path) -> None:
    CustomerActs(desk_file).add(CustomerDraft("陈岚", birthday="1990-05-20"))
    assert take_in(desk_file, tmp_path, {"姓名": "陈岚", "生日": "1991-01-01"}).added == 1


def touches(file: ShopFile) -> list[tuple[str, str, str]]:
    rows = file.all("SELECT channel_id, at, note FROM touch ORDER BY at, id")
    return [(row["channel_id"], row["at"], row["note"]) for row in rows]


def test_an_undated_answer_is_dated_now_and_a_dated_one_by_the_list(
    desk_file: ShopFile, tmp_path: Path
) -> None:
    take_in(
        desk_file,
        tmp_path,
        {"姓名": "陈岚", "手机": "13800138000", "来源": "朋友介绍"},
        {"姓名": "王莹", "手机": "13900139000", "来源": "小红书", "登记时间": "2025/6/8"},
        {"姓名": "李雷", "手机": "13700137000", "来源": "火星"},
        {"姓名": "韩梅", "手机": "13600136000"},
        extra=("登记时间",),
    )
    assert touches(desk_file) == [
        ("grass_post", "2025-06-08T00:00", "小红书"),
        ("referral", wall(NOW), "朋友介绍"),
        ("other", wall(NOW), "火星"),
    ]


def test_an_undated_answer_changes_no_chart_of_the_past(desk_file: ShopFile, tmp_path: Path) -> None:
    known = CustomerActs(desk_file).add(CustomerDraft("陈岚", "13800138000"))
    sell(desk_file, known, NOW - dt.timedelta(days=5), 100)
    year = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    before = queries.takings_by_source(desk_file, *year)
    take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": "13800138000", "来源": "抖音"})
    assert touches(desk_file) == []
    assert queries.takings_by_source(desk_file, *year) == before


def test_who_was_asked_already_keeps_that_answer_alone(desk_file: ShopFile, tmp_path: Path) -> None:
    known = CustomerActs(desk_file).add(CustomerDraft("陈岚", "13800138000"))
    SourceActs(desk_file).say(channel_id="referral", customer_id=known)
    report = take_in(desk_file, tmp_path, {"姓名": "陈岚", "手机": "13800138000", "来源": "抖音"})
    assert (report.updated, report.known) == (0, 1)
    assert [touch[0] for touch in touches(desk_file)] == ["referral"]


def test_markup_in_a_name_is_a_name(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"姓名": "<b>x</b>=1+1", "手机": "13800138000"})
    assert [one.name for one in customers(desk_file)] == ["<b>x</b>=1+1"]
