"""A platform's list of works: recognised, counted, and never doubled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from merchant_desk.core.clock import FixedClock
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, ImportReport
from merchant_desk.sources import store
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import Content, ContentDraft
from tests.exchange.files import csv_file

HEADERS = ("作品名称", "发布时间", "体裁", "审核状态", "播放量", "点赞量", "收藏量", "作品ID", "作品链接")
WORK = {
    "作品名称": "三分钟法式",
    "发布时间": "2025-06-10 08:02:00",
    "体裁": "视频",
    "审核状态": "通过",
    "播放量": "1.2万",
    "点赞量": "131",
    "收藏量": "-",
}


def take_in(file: ShopFile, folder: Path, *rows: Mapping[str, object]) -> ImportReport:
    full = [{**WORK, **row} for row in rows]
    path = csv_file(folder, [HEADERS, *([row.get(key, "") for key in HEADERS] for row in full)])
    (report,) = ImportActs(file).run([path])
    return report


def contents(file: ShopFile) -> list[Content]:
    return store.contents(file, archived=True)


def test_a_work_becomes_a_content_with_a_code_word(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(
        desk_file, tmp_path, {"作品ID": "7311000000000000001", "作品链接": "https://v.example/1"}
    )
    assert report.added == 1
    (one,) = contents(desk_file)
    assert (one.title, one.kind, one.platform, one.published_at, one.url) == (
        "三分钟法式",
        "short_video",
        "douyin",
        dt.datetime(2025, 6, 10, 8, 2),
        "https://v.example/1",
    )
    assert store.live_codes(desk_file) == {one.code: one.id}
    assert [row.id for row in store.contents(desk_file, text="sfzfs")] == [one.id]
    (stat,) = store.stats(desk_file, one.id)
    assert (stat.taken_at, stat.views, stat.likes, stat.saves) == (
        dt.datetime(2026, 8, 20, 14, 0),
        12_000,
        131,
        None,
    )


def test_counts_that_changed_are_noted_with_their_time(
    desk_file: ShopFile, clock: FixedClock, tmp_path: Path
) -> None:
    take_in(desk_file, tmp_path, {})
    clock.set(dt.datetime(2026, 8, 21, 9, 0))
    assert take_in(desk_file, tmp_path, {}).known == 1
    assert take_in(desk_file, tmp_path, {"播放量": "15000"}).updated == 1
    (one,) = contents(desk_file)
    assert [(stat.taken_at.day, stat.views) for stat in store.stats(desk_file, one.id)] == [
        (20, 12_000),
        (21, 15_000),
    ]


def test_counts_that_changed_within_a_minute_are_corrected(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {})
    assert take_in(desk_file, tmp_path, {"播放量": "15000"}).updated == 1
    (one,) = contents(desk_file)
    assert [stat.views for stat in store.stats(desk_file, one.id)] == [15_000]


def test_a_work_without_counts_is_a_content_all_the_same(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(desk_file, tmp_path, {"播放量": "-", "点赞量": ""})
    assert report.added == 1
    assert store.stats(desk_file, contents(desk_file)[0].id) == []


def test_a_video_logged_by_hand_that_day_is_the_same(desk_file: ShopFile, tmp_path: Path) -> None:
    at = dt.datetime(2025, 6, 10, 21, 30)
    by_hand = SourceActs(desk_file).log_content(ContentDraft("short_video", "三分钟法式", at, "douyin"))
    report = take_in(desk_file, tmp_path, {})
    assert (report.added, report.updated) == (0, 1)
    assert [one.id for one in contents(desk_file)] == [by_hand]
    assert take_in(desk_file, tmp_path, {}).known == 1


def test_one_logged_by_hand_is_one_work_and_not_two(desk_file: ShopFile, tmp_path: Path) -> None:
    at = dt.datetime(2025, 6, 10, 21, 30)
    SourceActs(desk_file).log_content(ContentDraft("short_video", "三分钟法式", at, "douyin"))
    report = take_in(desk_file, tmp_path, {}, {"发布时间": "2025-06-10 20:00:00"})
    assert (report.added, report.updated) == (1, 1)


def test_another_platform_or_day_is_another_content(desk_file: ShopFile, tmp_path: Path) -> None:
    acts = SourceActs(desk_file)
    acts.log_content(ContentDraft("short_video", "三分钟法式", dt.datetime(2025, 6, 10, 8, 2), "kuaishou"))
    acts.log_content(ContentDraft("short_video", "三分钟法式", dt.datetime(2025, 6, 11, 8, 2), "douyin"))
    assert take_in(desk_file, tmp_path, {}).added == 1


def test_two_works_of_one_title_and_day_are_two(desk_file: ShopFile, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{}, {"发布时间": "2025-06-10 20:00:00"}]
    assert take_in(desk_file, tmp_path, *rows).added == 2
    assert take_in(desk_file, tmp_path, *rows).known == 2


def test_the_platforms_id_outlives_a_new_title(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {"作品ID": "7311000000000000001"})
    report = take_in(desk_file, tmp_path, {"作品ID": "7311000000000000001", "作品名称": "改了名"})
    assert (report.added, report.known) == (0, 1)
    assert [one.title for one in contents(desk_file)] == ["三分钟法式"]


def test_an_archived_work_does_not_come_back(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, {})
    SourceActs(desk_file).archive_content(contents(desk_file)[0].id)
    assert take_in(desk_file, tmp_path, {}).known == 1
    assert store.contents(desk_file) == []


def test_works_that_cannot_be_used_say_why(desk_file: ShopFile, tmp_path: Path) -> None:
    report = take_in(
        desk_file,
        tmp_path,
        {"审核状态": "不通过"},
        {"作品名称": "???"},
        {"作品名称": ""},
        {"发布时间": "-"},
        {"体裁": "音频"},
        {"播放量": "很多"},
        {"审核状态": "以后才有的"},
    )
    assert report.added == 1
    assert [(row.row, row.reason_code) for row in report.unused] == [
        (2, "not_published"),
        (3, "broken_text"),
        (4, "missing"),
        (5, "missing"),
        (6, "unknown_word"),
        (7, "bad_value"),
    ]


def test_code_words_of_many_works_differ(desk_file: ShopFile, tmp_path: Path) -> None:
    take_in(desk_file, tmp_path, *({"作品名称": f"第 {at} 期"} for at in range(120)))
    assert len({one.code for one in contents(desk_file)}) == 120
