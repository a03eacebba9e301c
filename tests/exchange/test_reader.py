"""Files by what they are: workbooks, text, and what is neither."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.reader import read_file
from merchant_desk.exchange.recognise import recognise
from tests.exchange.files import CUSTOMERS, REDEMPTIONS, csv_file, text_of, xlsx_file

ROWS = [("姓名", "手机"), ("陈岚", "13800138000"), ("王莹", "13900139000")]


def names(path: Path) -> list[str]:
    (table,) = recognise(read_file(path))
    return [record.words("name") for record in table.records()]


def refusal(path: Path) -> DeskError:
    with pytest.raises(DeskError) as refused:
        recognise(read_file(path))
    assert refused.value.facts["file"] == path.name
    return refused.value


def test_a_csv_that_is_really_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(xlsx_file(tmp_path, ROWS).read_bytes())
    assert names(path) == ["陈岚", "王莹"]


def test_a_workbook_that_is_really_text(tmp_path: Path) -> None:
    assert names(csv_file(tmp_path, ROWS, "gbk", "list.xlsx")) == ["陈岚", "王莹"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert names(csv_file(tmp_path, ROWS, encoding)) == ["陈岚", "王莹"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_every_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text_of(ROWS, delimiter), encoding="utf-8")
    assert names(path) == ["陈岚", "王莹"]


def test_cells_padded_with_tabs_are_not_taken_for_tab_separated(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("姓名\t,手机\t\n陈岚\t,13800138000\t\n", encoding="utf-8")
    assert names(path) == ["陈岚"]


def test_a_line_break_inside_quotes_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('姓名,手机,备注\n陈岚,13800138000,"怕疼\n靠窗"\n王莹,13900139000,\n', encoding="utf-8")
    (table,) = recognise(read_file(path))
    assert [(r.number, r.words("note")) for r in table.records()] == [(2, "怕疼\n靠窗"), (3, "")]


def test_a_workbook_that_states_a_dimension_of_one_cell(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(REDEMPTIONS) as whole, zipfile.ZipFile(out, "w") as cut:
        for part in whole.infolist():
            data = whole.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                data, changed = re.subn(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A1"', data)
                data = (
                    data if changed else data.replace(b"<sheetData", b'<dimension ref="A1:A1"/><sheetData', 1)
                )
                assert b'ref="A1:A1"' in data
            cut.writestr(part, data)
    path = tmp_path / "cut.xlsx"
    path.write_bytes(out.getvalue())
    (table,) = recognise(read_file(path))
    assert len(list(table.records())) == 640


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for at, row in enumerate(ROWS):
        sheet.cell(row=4 + 2 * at, column=3, value=row[0])
        sheet.cell(row=4 + 2 * at, column=4, value=row[1])
    path = tmp_path / "list.xlsx"
    book.save(path)
    (table,) = recognise(read_file(path))
    assert [record.number for record in table.records()] == [6, 8]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n \t\n", b"\x00" * 64])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert refusal(path).code == "empty_file"


def test_a_workbook_without_cells_is_empty(tmp_path: Path) -> None:
    assert refusal(xlsx_file(tmp_path, [])).code == "empty_file"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xff\xd8\xff\xe0 jpeg", "picture"),
        (b"SQLite format 3\x00....", "data_file"),
        (b"<html><body><table>", "web_page"),
        (b"\r\n<!DOCTYPE html><html>", "web_page"),
        (b"BEGIN:VCALENDAR\r\n", "calendar"),
        (b"MZ\x90\x00", "program"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "damaged"),
    ],
)
def test_what_holds_no_rows_says_what_it_is(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "作品列表.csv"
    path.write_bytes(content)
    refused = refusal(path)
    assert (refused.code, refused.facts["found"]) == ("not_what_its_name_says", found)


def test_another_kind_of_archive(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    refused = refusal(path)
    assert (refused.code, refused.facts["found"]) == ("not_what_its_name_says", "archive")


@pytest.mark.parametrize(("at", "byte"), [(6, 250), (46, 0xDA)])
def test_an_archive_whose_directory_is_garbled(tmp_path: Path, at: int, byte: int) -> None:
    data = bytearray(xlsx_file(tmp_path, ROWS).read_bytes())
    entry = data.index(b"PK\x01\x02")
    # As if names were written in UTF-8: the flag that makes a broken one unreadable.
    data[entry + 9] |= 0x08
    data[entry + at] = byte
    path = tmp_path / "garbled.xlsx"
    path.write_bytes(bytes(data))
    refused = refusal(path)
    assert (refused.code, refused.facts["found"]) == ("not_what_its_name_says", "damaged")


def test_a_small_archive_that_unpacks_to_gigabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("merchant_desk.exchange.reader._MOST_UNPACKED", 1_000)
    assert refusal(xlsx_file(tmp_path, ROWS)).code == "too_large"


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    path.write_bytes(head + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(path).code == "needs_password"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.csv").code == "no_such_file"


def test_a_shops_own_file_is_not_even_touched(tmp_path: Path) -> None:
    shop = tmp_path / "shop.desk"
    shop.mkdir()  # reading it would be "cannot_read"
    assert refusal(shop).code == "not_recognised"


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "list.csv"
    folder.mkdir()
    assert refusal(folder).code == "cannot_read"


def test_a_cell_without_end_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('姓名,手机\n"陈岚,138' + "x" * (2 << 20), encoding="utf-8")
    refused = refusal(path)
    assert (refused.code, refused.facts["found"]) == ("not_what_its_name_says", "damaged")


def test_the_same_bytes_have_the_same_fingerprint(tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    copy.write_bytes(CUSTOMERS.read_bytes())
    assert read_file(copy).fingerprint == read_file(CUSTOMERS).fingerprint
    copy.write_bytes(copy.read_bytes() + b"\n")
    assert read_file(copy).fingerprint != read_file(CUSTOMERS).fingerprint
