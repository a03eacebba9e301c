"""The import as one act: once, undone, cancelled, refused, and never by halves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.customers.acts import CustomerActs
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import history
from merchant_desk.db.health import check
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.imports import ImportActs, preview
from merchant_desk.insights import queries
from merchant_desk.sources.acts import SourceActs
from merchant_desk.sources.model import ContentDraft
from tests.exchange.files import CUSTOMERS, REDEMPTIONS, WORKS, csv_file, redemptions, snapshot

ALL = [CUSTOMERS, WORKS, REDEMPTIONS]
YEAR = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


@pytest.fixture
def own_rows(desk_file: ShopFile) -> None:
    """What the shop had before: a customer and a video that the files know too."""
    CustomerActs(desk_file).add(CustomerDraft("胡小姐", "15038836859", note="VIP"))
    video = ContentDraft("short_video", "三分钟法式", dt.datetime(2025, 6, 10, 8, 2), "douyin")
    SourceActs(desk_file).log_content(video)


def test_the_same_files_again_change_nothing(desk_file: ShopFile) -> None:
    ImportActs(desk_file).run(ALL)
    before = snapshot(desk_file)
    acts = desk_file.value("SELECT count(*) FROM act")
    reports = ImportActs(desk_file).run(ALL)
    assert [(r.added, r.updated, r.known) for r in reports] == [(0, 0, 328), (0, 0, 44), (0, 0, 640)]
    assert snapshot(desk_file) == before
    assert desk_file.value("SELECT count(*) FROM act") == acts


def test_an_overlapping_file_adds_only_what_is_new(desk_file: ShopFile, tmp_path: Path) -> None:
    rows = [line.split(",") for line in CUSTOMERS.read_text("gb18030").splitlines()]
    ImportActs(desk_file).run([csv_file(tmp_path, rows[:201])])
    (report,) = ImportActs(desk_file).run([csv_file(tmp_path, [rows[0], *rows[101:]])])
    assert report.known >= 100
    assert desk_file.value("SELECT count(*) FROM customer") == 320


@pytest.mark.usefixtures("own_rows")
def test_undo_leaves_the_shop_as_it_was(desk_file: ShopFile) -> None:
    before = snapshot(desk_file, without_voids=True)
    ImportActs(desk_file).run(ALL)
    assert snapshot(desk_file, without_voids=True) != before
    history.undo(desk_file)
    assert snapshot(desk_file, without_voids=True) == before
    assert queries.takings_by_source(desk_file, *YEAR) == []
    assert check(desk_file) == []


@pytest.mark.usefixtures("own_rows")
def test_an_undone_import_can_be_done_again(desk_file: ShopFile) -> None:
    first = ImportActs(desk_file).run(ALL)
    takings = queries.takings_by_source(desk_file, *YEAR)
    history.undo(desk_file)
    again = ImportActs(desk_file).run(ALL)
    assert [(r.added, r.updated) for r in again] == [(r.added, r.updated) for r in first]
    assert queries.takings_by_source(desk_file, *YEAR) == takings
    assert [r.known for r in ImportActs(desk_file).run(ALL)] == [328, 44, 640]
    assert check(desk_file) == []


def test_redo_brings_an_undone_import_back(desk_file: ShopFile) -> None:
    ImportActs(desk_file).run(ALL)
    takings = queries.takings_by_source(desk_file, *YEAR)
    history.undo(desk_file)
    history.redo(desk_file)
    assert queries.takings_by_source(desk_file, *YEAR) == takings
    assert [r.known for r in ImportActs(desk_file).run(ALL)] == [328, 44, 640]


def test_a_refund_learnt_later_is_undone_alone(desk_file: ShopFile, tmp_path: Path) -> None:
    ImportActs(desk_file).run([redemptions(tmp_path, {})])
    before = snapshot(desk_file, without_voids=True)
    ImportActs(desk_file).run([redemptions(tmp_path, {"code": "9045********", "state": "核销后退款"})])
    assert queries.takings_by_source(desk_file, *YEAR) == []
    history.undo(desk_file)
    assert snapshot(desk_file, without_voids=True) == before
    assert sum(row.takings for row in queries.takings_by_source(desk_file, *YEAR)) == 22_900


@pytest.mark.parametrize("after", [0, 1, 5, 9])
def test_cancelling_keeps_nothing(desk_file: ShopFile, after: int) -> None:
    before = snapshot(desk_file)
    asked = iter(range(10_000))
    with pytest.raises(DeskError) as cancelled:
        ImportActs(desk_file).run(ALL, cancelled=lambda: next(asked) >= after)
    assert cancelled.value.code == "cancelled"
    assert snapshot(desk_file) == before
    assert desk_file.value("SELECT count(*) FROM act") == 0


def test_contents_come_before_the_vouchers_that_name_them(desk_file: ShopFile, tmp_path: Path) -> None:
    named = redemptions(tmp_path, {"内容渠道": "三分钟法式", "at": "2025-07-01 10:00:00"})
    ImportActs(desk_file).run([named, WORKS])
    (result,) = queries.best_contents(desk_file, *YEAR)
    assert (result.title, result.takings) == ("三分钟法式", 22_900)


def test_progress_counts_the_rows_of_all_files(desk_file: ShopFile) -> None:
    told: list[tuple[int, int]] = []
    ImportActs(desk_file).run(ALL, progress=lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {328 + 44 + 640}
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[0][0] == 0
    assert told[-1] == (1012, 1012)


def test_one_wrong_file_keeps_all_of_them_out(desk_file: ShopFile, tmp_path: Path) -> None:
    wrong = tmp_path / "通讯录.vcf"
    wrong.write_text("BEGIN:VCARD\r\nFN:李悦\r\nEND:VCARD\r\n", "utf-8")
    with pytest.raises(DeskError) as refused:
        ImportActs(desk_file).run([CUSTOMERS, wrong])
    assert (refused.value.code, refused.value.facts["file"]) == ("not_what_its_name_says", "通讯录.vcf")
    assert desk_file.value("SELECT count(*) FROM customer") == 0
    assert desk_file.value("SELECT count(*) FROM act") == 0


def test_a_fault_in_the_middle_keeps_nothing(desk_file: ShopFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("disk gone")

    monkeypatch.setattr("merchant_desk.exchange.vouchers_in.write_sales", broken)
    with pytest.raises(OSError, match="disk gone"):
        ImportActs(desk_file).run(ALL)
    assert desk_file.value("SELECT count(*) FROM customer") == 0
    assert desk_file.value("SELECT count(*) FROM import_run") == 0


def test_a_dry_run_reports_and_writes_nothing(desk_file: ShopFile) -> None:
    before = snapshot(desk_file)
    told: list[frozenset[str]] = []
    desk_file.changes.subscribe(told.append)
    reports = ImportActs(desk_file).run(ALL, dry_run=True)
    assert [report.added for report in reports] == [320, 44, 640]
    assert snapshot(desk_file) == before
    assert told == []


def test_pages_hear_of_what_an_import_touched(desk_file: ShopFile) -> None:
    told: list[frozenset[str]] = []
    desk_file.changes.subscribe(told.append)
    ImportActs(desk_file).run(ALL)
    assert told == [frozenset({"customers", "sources", "sales", "exchange"})]


def test_the_run_is_noted_with_its_counts(desk_file: ShopFile) -> None:
    ImportActs(desk_file).run([CUSTOMERS])
    row = desk_file.one("SELECT file_name, format, added, updated, known, unused FROM import_run")
    assert row is not None
    assert tuple(row) == ("顾客名单.csv", "customer_list", 320, 8, 0, 0)
    act = history.last(desk_file)
    assert act is not None
    assert (act.verb, act.subject) == ("import", "顾客名单.csv")


def test_the_plan_says_what_each_file_would_do(desk_file: ShopFile, tmp_path: Path) -> None:
    before = snapshot(desk_file)
    other = csv_file(tmp_path, [("a", "b"), ("1", "2")], name="other.csv")
    plan = preview(desk_file, [CUSTOMERS, other, WORKS])
    assert snapshot(desk_file) == before
    first, second, third = plan.files
    assert first.report is not None
    assert (first.name, first.report.added, first.report.updated) == ("顾客名单.csv", 320, 8)
    assert ("phone", "手机") in first.columns
    assert second.refusal is not None
    assert (second.refusal.code, second.refusal.facts["headers"]) == ("not_recognised", ("a", "b"))
    assert third.ignored[:2] == ("完播率", "5s完播率")
    assert plan.usable == (CUSTOMERS, WORKS)
    ImportActs(desk_file).run([CUSTOMERS])
    planned = preview(desk_file, [CUSTOMERS]).files[0].report
    assert planned is not None
    assert (planned.added, planned.known) == (0, 328)
