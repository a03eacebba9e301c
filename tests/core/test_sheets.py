"""Tables given out: what Excel and other readers find in them."""

from __future__ import annotations

import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.core import sheets
from merchant_desk.core.errors import DeskError
from merchant_desk.core.sheets import Amount, Table, plain_amount, write_book, write_csv, write_table

HEADER = ("单号", "顾客", "金额", "日期", "时间", "数量", "券码")
ROW = (
    "20250820-0001",
    "李悦",
    Amount(1_234_50),
    dt.date(2025, 8, 20),
    dt.datetime(2025, 8, 20, 14, 24),
    3,
    "0123456789012345678",
)


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]


def test_a_book_holds_chinese_amounts_days_and_long_numbers(tmp_path: Path) -> None:
    path = tmp_path / "账目.xlsx"
    write_table(path, HEADER, [ROW], "消费单")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["消费单"]
    head, row = book["消费单"].iter_rows()
    assert tuple(cell.value for cell in head) == HEADER
    assert [cell.value for cell in row] == [
        "20250820-0001",
        "李悦",
        1234.5,
        dt.datetime(2025, 8, 20),
        dt.datetime(2025, 8, 20, 14, 24),
        3,
        "0123456789012345678",
    ]
    assert row[2].number_format == "#,##0.00"
    assert row[6].data_type == "s"


def test_text_is_csv_that_excel_takes_for_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "账目.csv"
    write_table(path, HEADER, [ROW, ("", None, Amount(-5))], "消费单")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_csv(path) == [
        list(HEADER),
        [
            "20250820-0001",
            "李悦",
            "1234.50",
            "2025-08-20",
            "2025-08-20 14:24",
            "3",
            "0123456789012345678\t",
        ],
        ["", "", "-0.05"],
    ]


EVIL = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("x")')


@pytest.mark.parametrize("text", EVIL)
def test_no_text_is_a_formula(tmp_path: Path, text: str) -> None:
    write_table(tmp_path / "a.xlsx", ("a",), [(text,)], "a")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"]
    assert cell.data_type == "s"
    with ZipFile(tmp_path / "a.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    write_table(tmp_path / "a.csv", ("a",), [(text,)], "a")
    assert read_csv(tmp_path / "a.csv")[1][0].startswith("'")


def test_going_into_a_cell_makes_no_formula_of_it_either(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", ("a", "b"), [("=1+1", "plain")], "a")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet["A2"].quotePrefix
    assert not sheet["B2"].quotePrefix


def test_a_link_stays_text(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", ("a",), [("https://example.com",)], "a")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"].hyperlink is None


def test_sums_stand_out_and_are_no_rows_to_filter(tmp_path: Path) -> None:
    table = Table("a", ("x", "y"), [("1", Amount(100)), ("2", Amount(50))], [("all", Amount(150))])
    write_book(tmp_path / "a.xlsx", [table])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[4]] == ["all", 1.5]
    assert sheet["A4"].font.bold
    assert not sheet["A3"].font.bold
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.freeze_panes == "A2"


def test_sheets_have_names_that_excel_allows_and_none_twice(tmp_path: Path) -> None:
    names = ["a/b:c", "a b c", "A B C", "", "History", "长" * 40, "长" * 41, "'q'"]
    write_book(tmp_path / "a.xlsx", [Table(name, ("x",), []) for name in names])
    found = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert found[:5] == ["a b c", "a b c 2", "A B C 3", "1", "History 2"]
    assert found[5:] == ["长" * 31, "长" * 29 + " 2", "q"]
    assert len({name.casefold() for name in found}) == len(names)


def test_money_without_decimals_has_none(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", ("a",), [(Amount(1200),)], "a", "JPY")
    cell = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"]
    assert (cell.value, cell.number_format) == (1200, "#,##0")
    write_table(tmp_path / "a.csv", ("a",), [(Amount(1200),)], "a", "JPY")
    assert read_csv(tmp_path / "a.csv")[1] == ["1200"]


def test_too_many_rows_are_refused_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "_MOST_ROWS", 3)
    with pytest.raises(DeskError, match="too_large"):
        write_table(tmp_path / "a.xlsx", ("a",), [(1,)] * 4, "a")
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("name", ["away/a.xlsx", "away/a.csv", "shop.desk"])
def test_a_refused_place_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(DeskError, match="cannot_write"):
        write_table(tmp_path / name, ("a",), [(1,)], "a")
    assert left_in(tmp_path) == []


def test_what_stood_there_stays_where_the_rows_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def rows() -> object:
        yield (1,)
        raise DeskError("gone")

    with pytest.raises(DeskError, match="gone"):
        write_csv(path, Table("a", ("a",), rows()))  # type: ignore[arg-type]
    assert path.read_text() == "old"


@given(st.integers(-(10**14), 10**14))
def test_an_amount_for_machines_is_the_amount(minor: int) -> None:
    assert Decimal(plain_amount(minor)) * 100 == minor


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_whatever_was_typed_comes_back_from_a_book(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_table(path, ("a",) * len(texts), [texts], "a")
        row = next(openpyxl.load_workbook(path).active.iter_rows(min_row=2))
        # Control codes are written as _x0001_, which readers other than Excel show so.
        plain = [text for text in texts if text.isprintable() and "_x" not in text]
        found = [cell.value or "" for cell in row]
        assert [text for text in found if text in plain] == [
            text for text in texts if text in plain and text in found
        ]
        assert all(text in found for text in plain)
