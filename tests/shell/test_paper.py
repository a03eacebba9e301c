"""HTML on paper: pages that end between rows, heads that come again, and text that can be found."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import paper, theme

pytestmark = pytest.mark.usefixtures("dressed")
NAMES = "小雨 阿琳 王女士 赵龙 金山 食用 长发 高马 骨里 首饰 对胶水过敏 一二三"


def table(rows: int, tall: int = 1) -> str:
    # Wide enough for the reader to see lines and not columns of letters.
    wide = "<td>some more words that stand beside it on the same line</td>"
    cells = "".join(
        f"<tr><td>row{row}{'<br/>x' * (tall - 1)}<br/>end{row}</td>{wide}</tr>" for row in range(rows)
    )
    return f"<table width='100%'><thead><tr><th>the head</th><th>more</th></tr></thead>{cells}</table>"


def pages_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def save(tmp_path: Path, html: str) -> list[str]:
    path = tmp_path / "a.pdf"
    count = paper.save_pdf(html, path, "t", lambda page, pages: f"foot {page} of {pages}")
    pages = pages_of(path)
    assert len(pages) == count
    return pages


def test_chinese_text_can_be_found_and_copied(tmp_path: Path) -> None:
    # Some of these have a glyph in common with an old radical, and Qt notes the radical.
    (page,) = save(tmp_path, f"<h3>{NAMES}</h3><p>{NAMES}</p>")
    assert page.count(NAMES) == 2
    assert "foot 1 of 1" in page


def test_the_fonts_are_in_the_file(tmp_path: Path) -> None:
    save(tmp_path, f"<p>{NAMES}</p>")
    data = (tmp_path / "a.pdf").read_bytes()
    fonts = re.findall(rb"/BaseFont /(\S+)", data)
    assert fonts
    assert len(re.findall(rb"/FontFile", data)) >= 1
    if QRawFont.fromFont(QFont("Noto Sans CJK SC")).familyName() == "Noto Sans CJK SC":
        assert any(b"CJK" in font for font in fonts)


@pytest.mark.parametrize("tall", [1, 3, 9])
def test_no_row_is_cut_and_the_head_comes_again(tmp_path: Path, tall: int) -> None:
    pages = save(tmp_path, f"<h1>Title</h1>{table(60, tall)}")
    assert len(pages) > 1
    for page in pages:
        assert page.count("the head") == 1
        assert re.findall(r"row(\d+)", page) == re.findall(r"end(\d+)", page)
    assert [int(row) for page in pages for row in re.findall(r"row(\d+)", page)] == list(range(60))


def test_a_heading_stays_with_its_table(tmp_path: Path) -> None:
    days = "".join(f"<h2>day{day}</h2>{table(4)}" for day in range(20))
    for page in save(tmp_path, days):
        for day in re.findall(r"day(\d+)", page):
            assert re.search(rf"day{day}\s+the head more\s+row0", page)


def test_a_new_sheet_begins_on_a_new_page(tmp_path: Path) -> None:
    pages = save(tmp_path, "<h1>one</h1><p>a</p><h1 style='page-break-before: always'>two</h1><p>b</p>")
    assert [re.findall("one|two", page) for page in pages] == [["one"], ["two"]]


def test_a_row_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    pages = save(tmp_path, table(3, 150))
    told = "".join(pages)
    assert [int(row) for row in re.findall(r"row(\d+)", told)] == [0, 1, 2]
    assert [int(row) for row in re.findall(r"end(\d+)", told)] == [0, 1, 2]


def test_nothing_at_all_is_still_a_page(tmp_path: Path) -> None:
    assert save(tmp_path, "") == ["foot 1 of 1"]


def test_paper_is_a4_and_white_in_a_dark_window(tmp_path: Path, qapp: QApplication) -> None:
    save(tmp_path, "<p>ink</p>")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        shown = document[0].render(scale=1).to_pil().convert("L")
    assert shown.getpixel((5, 5)) == 255
    assert shown.getextrema()[0] < 60


def test_a_roll_is_as_long_as_its_text_and_its_rules_are_black_in_a_dark_window(
    tmp_path: Path, qapp: QApplication
) -> None:
    theme.apply(qapp, "dark")
    lengths = []
    for lines in (1, 40):
        html = "<p>ink</p><hr/>" + "<p>ink</p>" * lines
        assert paper.save_pdf(html, tmp_path / "a.pdf", "t", lambda *_: "foot", paper.ROLLS[58]) == 1
        with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
            assert len(document) == 1
            across, down = (side * 25.4 / 72 for side in document[0].get_size())
            assert "foot" not in document[0].get_textpage().get_text_bounded()
            right = document[0].render(scale=4).to_pil().convert("L").crop((300, 0, 500, 240))
        assert round(across) == 58
        assert right.getextrema()[0] < 60  # right of the text only the rule is drawn
        lengths.append(down)
    assert lengths[0] < 62
    assert 200 < lengths[1] < 400


def test_a_picture_shows_the_paper(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    short, long = (paper.picture("<p>ink</p>" * lines, 300, paper.ROLLS[58]) for lines in (1, 30))
    assert short.width() == long.width() == 300
    assert short.height() < long.height()
    assert short.pixelColor(2, 2).name() == "#ffffff"
    page = paper.picture("<p>ink</p>", 420)
    assert (page.width(), page.height()) == (420, 594)


def test_a_refused_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="cannot_write"):
        paper.save_pdf("<p>a</p>", tmp_path / "away" / "a.pdf", "t", lambda *_: "")
    assert list(tmp_path.glob("*.p*")) == []


def test_no_printer_is_said_before_any_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(DeskError, match="no_printer"):
        paper.print_out("<p>a</p>", "t", lambda *_: "", parent)
