"""Which format a file has, and which of its rows are rows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.formats import FORMATS, Column, Format
from merchant_desk.exchange.reader import read_file
from merchant_desk.exchange.recognise import Table, recognise
from tests.exchange.files import CUSTOMERS, REDEMPTIONS, SAMPLES, WORKS, csv_file, redemptions, xlsx_file

NOTES = Format(
    key="xiaohongshu_notes",
    makes="contents",
    platform="xiaohongshu",
    columns=(
        Column("title", ("笔记标题",), required=True, filled=True),
        Column("published_at", ("首次发布时间",), kind="when", required=True, filled=True),
        Column("kind", ("体裁",), kind="word", words={"视频": "short_video", "图文": "grass_post"}),
        Column("views", ("观看量",), kind="count", required=True),
        Column("click_rate", ("封面点击率",), kind="share"),
    ),
)


def table_of(path: Path, *more: Format) -> Table:
    (table,) = recognise(read_file(path), (*FORMATS, *more))
    return table


def refusal(path: Path) -> DeskError:
    with pytest.raises(DeskError) as refused:
        recognise(read_file(path))
    return refused.value


@pytest.mark.parametrize(
    ("path", "key", "length"),
    [
        (CUSTOMERS, "customer_list", 328),
        (WORKS, "douyin_works", 44),
        (REDEMPTIONS, "douyin_redemptions", 640),
    ],
)
def test_the_samples_are_known_by_their_headers(path: Path, key: str, length: int) -> None:
    table = table_of(path)
    assert (table.format.key, table.header_row, table.length) == (key, 1, length)
    assert not [record for record in table.records() if record.bad]


def test_a_platform_is_a_table_and_a_notice_may_stand_above_its_header() -> None:
    table = table_of(SAMPLES / "笔记列表明细表.xlsx", NOTES)
    assert (table.format.key, table.header_row) == ("xiaohongshu_notes", 2)
    first, *rest = table.records()
    assert len(rest) == 27
    assert first.number == 3
    assert first.values == {
        "title": "三分钟法式",
        "published_at": dt.datetime(2025, 7, 3, 19, 5),
        "kind": "short_video",
        "views": 48_346,
        "click_rate": pytest.approx(0.1072),
    }


def test_a_file_of_another_kind_is_told_by_its_headers() -> None:
    refused = refusal(SAMPLES / "笔记列表明细表.xlsx")
    assert refused.code == "not_recognised"
    assert refused.facts["file"] == "笔记列表明细表.xlsx"
    headers = refused.facts["headers"]
    assert isinstance(headers, tuple)
    assert headers[:2] == ("笔记标题", "首次发布时间")


def test_text_broken_to_question_marks_is_refused(tmp_path: Path) -> None:
    broken = [("??", "???", "??"), ("??", "13800138000", "????")]
    assert refusal(csv_file(tmp_path, broken)).code == "broken_text"
    lost = [("锟斤拷锟斤拷", "锟街伙拷"), ("锟斤拷", "13800138000")]
    assert refusal(csv_file(tmp_path, lost)).code == "broken_text"


def test_headers_match_whatever_their_width_case_and_blanks(tmp_path: Path) -> None:
    rows = [(" 姓 名 ", "手机号\t", "wechat"), ("陈岚", "13800138000", "lan")]
    (record,) = table_of(csv_file(tmp_path, rows)).records()
    assert (record.words("name"), record.words("wechat")) == ("陈岚", "lan")
    narrow = redemptions(tmp_path, {})
    table = table_of(narrow)
    assert table.headers[table.places["list_price"]] == "商品售价（单价）"
    swapped = xlsx_file(
        tmp_path,
        [
            ("券码(已撤销核销加密)", "核销状态", "核销时间", "商品名称", "券用户实付金额", "商品售价(单价)"),
            ("1", "已核销", "2025-06-01 12:00:00", "美甲", 1.0, 2.0),
        ],
    )
    (record,) = table_of(swapped).records()
    assert record.values["list_price"] == 200


def test_a_column_more_or_less_and_another_order_do_no_harm(tmp_path: Path) -> None:
    rows = [("新列", "手机", "姓名"), ("x", "13800138000", "陈岚")]
    (record,) = table_of(csv_file(tmp_path, rows)).records()
    assert dict(record.values) == {"name": "陈岚", "phone": "13800138000"}


def test_the_same_header_twice_reads_the_first_and_keeps_both(tmp_path: Path) -> None:
    rows = [("姓名", "手机", "备注", "备注"), ("陈岚", "13800138000", "一", "二")]
    table = table_of(csv_file(tmp_path, rows))
    (record,) = table.records()
    assert record.words("note") == "一"
    assert table.raw(record.row) == {"姓名": "陈岚", "手机": "13800138000", "备注": "一", "备注 4": "二"}


def test_rows_that_are_no_rows_are_left_out(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("门店", "小满美甲", ""),
        ("姓名", "手机", "备注"),
        ("陈岚", "13800138000", ""),
        ("", "", ""),
        ("姓名", "手机", "备注"),
        ("王莹", "13900139000", ""),
        ("合计", "", "2"),
        ("总计：", "", "2"),
        ("注：以上数据仅供参考", "", ""),
        ("#-----------", "", ""),
    ]
    found = [(r.number, r.words("name")) for r in table_of(csv_file(tmp_path, rows)).records()]
    assert found == [(3, "陈岚"), (6, "王莹")]


def test_somebody_called_total_is_somebody(tmp_path: Path) -> None:
    rows = [("姓名", "手机"), ("合计", "13800138000"), ("#1 店长", "13900139000")]
    found = [record.words("name") for record in table_of(csv_file(tmp_path, rows)).records()]
    assert found == ["合计", "#1 店长"]


def test_a_row_that_starts_like_a_notice_but_says_more_is_a_row(tmp_path: Path) -> None:
    rows = [("姓名", "手机", "备注"), ("共同朋友", "", "怕疼"), ("共 1 人", "", "")]
    found = [record.words("name") for record in table_of(csv_file(tmp_path, rows)).records()]
    assert found == ["共同朋友"]


def test_a_header_below_twelve_rows_is_not_looked_for(tmp_path: Path) -> None:
    def listed(above: int) -> list[tuple[str, str]]:
        return [("公告", "")] * above + [("姓名", "手机"), ("陈岚", "13800138000")]

    assert table_of(csv_file(tmp_path, listed(11))).header_row == 12
    assert refusal(csv_file(tmp_path, listed(12))).code == "not_recognised"


def test_a_needed_id_column_that_lost_digits_refuses_the_file(tmp_path: Path) -> None:
    refused = refusal(redemptions(tmp_path, {"code": "9.04562E+11"}))
    assert (refused.code, refused.facts["header"], refused.facts["text"]) == (
        "lost_digits",
        "券码（已撤销核销加密）",
        "9.04562E+11",
    )


def test_another_id_column_that_lost_digits_is_left_out(tmp_path: Path) -> None:
    table = table_of(redemptions(tmp_path, {}, {"order": 1092918730273970225.0, "code": "2"}))
    assert "order_id" not in table.places
    assert [record.words("code") for record in table.records()] == ["904562191877", "2"]


def test_what_cannot_be_read_names_its_header_and_text(tmp_path: Path) -> None:
    path = redemptions(
        tmp_path,
        {"核销时间": "soon"},
        {"核销状态": "飞走了"},
        {"商品名称": ""},
        {"券用户实付金额": "abc"},
        {"成交渠道": "火星"},
    )
    found = [record.bad for record in table_of(path).records()]
    assert [(bad.code, dict(bad.facts)) if bad else None for bad in found] == [
        ("bad_value", {"header": "核销时间", "text": "soon"}),
        ("unknown_word", {"header": "核销状态", "text": "飞走了"}),
        ("missing", {"header": "商品名称"}),
        ("bad_value", {"header": "券用户实付金额", "text": "abc"}),
        None,
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("视频", "short_video"),
        ("视频-达人", "short_video"),
        ("直播（职人）", "live_stream"),
        ("线下扫码", "scan"),
        ("搜索", "search_map"),
        ("搜索/商城", "search_map"),
        ("商城", "shelf"),
        ("获客卡", "other"),
        ("以后才有的", "other"),
        ("-", None),
        ("", None),
    ],
)
def test_the_platforms_channels(tmp_path: Path, said: str, kind: str | None) -> None:
    (record,) = table_of(redemptions(tmp_path, {"成交渠道": said})).records()
    assert record.values["channel"] == kind


def test_every_format_has_a_key_of_its_own_and_fields_once() -> None:
    assert len({one.key for one in FORMATS}) == len(FORMATS)
    for one in FORMATS:
        fields = [column.field for column in one.columns]
        assert len(set(fields)) == len(fields)
        assert any(column.required for column in one.columns)
