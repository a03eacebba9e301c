"""Tables and the accountant's month given out from the window."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.sheets import Amount
from merchant_desk.desk import Desk
from merchant_desk.exchange.ui.month_sheet import MonthSheet
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shell import choose_file, export_table
from merchant_desk.shell.frame import Frame, Notice

ROWS = [("20250820-0001", "=李悦", Amount(198_00)), ("20250820-0002", "", Amount(-5_50))]


@pytest.fixture
def notices(page_frame: Frame) -> list[Notice]:
    found: list[Notice] = []
    page_frame.notice_wanted.connect(found.append)
    return found


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Where the next file goes; what was proposed is put behind it."""
    answer: list[Path | None] = [tmp_path / "books.xlsx"]

    def choose(_parent: object, _title: str, proposed: str, _pattern: str) -> Path | None:
        answer.append(Path(proposed))
        return answer[0]

    monkeypatch.setattr(choose_file, "place_to_save", choose)
    monkeypatch.setattr(choose_file._Folder, "last", "")
    return answer


def test_a_table_goes_into_a_book(page_frame: Frame, notices: list[Notice], place: list[Path | None]) -> None:
    export_table.export_table(page_frame, "消费单 8/20", ("单号", "顾客", "合计"), ROWS)
    assert place[1] is not None
    assert place[1].name == "消费单 820.xlsx"
    sheet = openpyxl.load_workbook(str(place[0])).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["单号", "顾客", "合计"],
        ["20250820-0001", "=李悦", 198],
        ["20250820-0002", None, -5.5],
    ]
    assert notices[0].text == "books.xlsx saved."


def test_a_table_goes_into_text(
    page_frame: Frame, notices: list[Notice], place: list[Path | None], tmp_path: Path
) -> None:
    place[0] = tmp_path / "books.csv"
    export_table.export_table(page_frame, "消费单", ("单号", "顾客", "合计"), iter(ROWS))
    with (tmp_path / "books.csv").open(encoding="utf-8-sig", newline="") as text:
        assert list(csv.reader(text))[1:] == [
            ["20250820-0001", "'=李悦", "198.00"],
            ["20250820-0002", "", "-5.50"],
        ]


def test_a_name_without_an_ending_becomes_a_book_and_the_next_one_is_proposed_beside_it(
    page_frame: Frame, notices: list[Notice], place: list[Path | None], tmp_path: Path
) -> None:
    place[0] = tmp_path / "books"
    for _ in range(2):
        export_table.export_table(page_frame, "a", ("x",), [("1",)])
    assert (tmp_path / "books.xlsx").is_file()
    assert place[2] == tmp_path / "a.xlsx"


def test_thought_better_of(page_frame: Frame, notices: list[Notice], place: list[Path | None]) -> None:
    place[0] = None
    export_table.export_table(page_frame, "a", ("x",), [("1",)])
    assert notices == []


def test_a_refused_place_is_said(
    page_frame: Frame, notices: list[Notice], place: list[Path | None], tmp_path: Path
) -> None:
    place[0] = tmp_path / "away" / "a.xlsx"
    export_table.export_table(page_frame, "a", ("x",), [("1",)])
    assert notices[0].kind == "error"
    assert "a.xlsx" in notices[0].text


def test_the_name_ends_as_the_kind_that_is_chosen(
    dressed: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: QFileDialog) -> int:
        dialog.selectFile("mine.xlsx")
        dialog.selectNameFilter("CSV (*.csv)")
        dialog.filterSelected.emit("CSV (*.csv)")
        return QFileDialog.DialogCode.Accepted.value

    monkeypatch.setattr(QFileDialog, "exec", answer)
    found = choose_file.place_to_save(None, "t", str(tmp_path / "a.xlsx"), "Excel (*.xlsx);;CSV (*.csv)")
    assert found == tmp_path / "mine.csv"


# ---- the month


def sell(desk: Desk) -> None:
    desk.sales.check_out(SaleDraft((SaleLineDraft("法式", 198_00),), (PaymentDraft("cash", 198_00),)))


def test_a_month_for_the_accountant(
    page_frame: Frame, desk: Desk, qtbot: QtBot, notices: list[Notice], place: list[Path | None]
) -> None:
    sell(desk)
    sheet = MonthSheet(page_frame)
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.month.key() == dt.date(2025, 8, 1)
    assert "Sales 1" in sheet.count.text()
    sheet.words.choose("zh_CN")
    sheet.words.chosen.emit("zh_CN")
    assert "消费单 1" in sheet.count.text()
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    sheet.press_primary()
    assert place[1] is not None
    assert place[1].name == "小满美甲 2025-08.xlsx"
    book = openpyxl.load_workbook(str(place[0]))
    assert book["消费单"]["A2"].value == "20250820-0001"
    assert notices[0].text == "books.xlsx saved."
    assert closed


def test_at_a_months_beginning_the_month_before_is_proposed(
    page_frame: Frame, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.set(dt.datetime(2025, 1, 3, 10))
    sheet = MonthSheet(page_frame)
    qtbot.addWidget(sheet)
    assert sheet.month.key() == dt.date(2024, 12, 1)
    assert sheet.count.text() == "Nothing is in the books of this month."


def test_a_place_that_refuses_leaves_the_sheet_as_it_is(
    page_frame: Frame, desk: Desk, qtbot: QtBot, place: list[Path | None], tmp_path: Path
) -> None:
    sell(desk)
    place[0] = tmp_path / "away" / "a.xlsx"
    sheet = MonthSheet(page_frame)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.press_primary()
    assert sheet.primary is not None
    assert sheet.primary.isEnabled()
    assert any("a.xlsx" in label.text() for label in sheet.findChildren(QLabel))
