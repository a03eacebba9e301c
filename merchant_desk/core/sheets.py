"""Tables given out as xlsx or csv: Excel opens them with their Chinese, and no text in them is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from merchant_desk.core.errors import DeskError
from merchant_desk.core.files import made_whole
from merchant_desk.core.money import digits

_MOST_ROWS = 1_048_575  # of a sheet, below its head
_LONGEST_TEXT = 32_767
_LONGEST_TITLE = 31
_NARROWEST, _WIDEST = 8, 48
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_DIGITS = re.compile(r"0\d+|\d{12,}")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in minor units: a number in the sheet, with its decimals."""

    minor: int


Cell = str | int | float | Decimal | dt.date | dt.datetime | Amount | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to give out: its title, its head, its rows, and rows that stand out below them."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    sums: Sequence[Sequence[Cell]] = ()


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], title: str, currency: str = "CNY"
) -> None:
    """Write one table, as csv where the name ends so and else as xlsx.

    Raises DeskError "cannot_write" (fact `file`), "disk_full", "too_large" (fact `file`); nothing is left
    behind then.
    """
    table = Table(title, header, rows)
    if path.suffix.lower() == ".csv":
        write_csv(path, table, currency)
    else:
        write_book(path, [table], currency)


def write_csv(path: Path, table: Table, currency: str = "CNY") -> None:
    """Write a table as text that Excel knows for UTF-8; raises what `write_table` raises."""

    def make(part: Path) -> None:
        with part.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out)
            for row in (table.header, *table.rows, *table.sums):
                writer.writerow([_words(cell, currency) for cell in row])

    made_whole(path, make)


def write_book(path: Path, tables: Sequence[Table], currency: str = "CNY") -> None:
    """Write tables as the sheets of one xlsx, row by row; raises what `write_table` raises."""
    # Loaded when something is given out: the start of the program writes no sheets.
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    def make(part: Path) -> None:
        part.touch()  # says at once where the folder refuses
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        try:
            # The rows wait in files of their own, which stay behind where the book cannot be closed.
            with (
                TemporaryDirectory(ignore_cleanup_errors=True) as folder,
                Workbook(str(part), {**options, "tmpdir": folder}) as book,
            ):
                looks = _Looks(book, currency)
                titles: set[str] = set()
                for table in tables:
                    _write_sheet(book.add_worksheet(_title(table.title, titles)), table, looks, path.name)
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else OSError(str(error))) from error

    made_whole(path, make)


class _Looks:
    """How the cells of a book look, plain ones and those that stand out."""

    def __init__(self, book: Any, currency: str) -> None:
        self.unit = 10 ** digits(currency)
        money = "#,##0.00" if self.unit > 1 else "#,##0"
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}

        def made(**more: object) -> tuple[Any, Any]:
            stands_out = {"bold": True, "top": 1}
            return book.add_format({**font, **more}), book.add_format({**font, **more, **stands_out})

        self.head = book.add_format({**font, "bold": True, "bg_color": "#EFEDE8", "bottom": 1})
        self.text = made()
        # Stays text also when somebody goes into the cell and leaves it.
        self.kept = made(quote_prefix=True)
        self.money = made(num_format=money)
        self.count = made(num_format="0")
        self.number = made(num_format="General")
        self.day = made(num_format="yyyy-mm-dd", align="left")
        self.moment = made(num_format="yyyy-mm-dd hh:mm", align="left")


def _write_sheet(sheet: Any, table: Table, looks: _Looks, file: str) -> None:
    widths = [_cells(title) + 2 for title in table.header]
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(table.header):
        sheet.write_string(0, column, title, looks.head)
    last = 0
    for bold, rows in enumerate((table.rows, table.sums)):
        for row in rows:
            last += 1
            if last > _MOST_ROWS:
                raise DeskError("too_large", file=file)
            for column, cell in enumerate(row):
                width = _write_cell(sheet, last, column, cell, looks, bold)
                if column < len(widths):
                    widths[column] = max(widths[column], width)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width + 1, _NARROWEST), _WIDEST))
    if last - len(table.sums) > 0 and table.header:
        sheet.autofilter(0, 0, last - len(table.sums), len(table.header) - 1)


def _write_cell(sheet: Any, row: int, column: int, cell: Cell, looks: _Looks, bold: int) -> int:
    """Write a cell and give how many places it takes."""
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, looks.text[bold])
        return 0
    if isinstance(cell, Amount):
        sheet.write_number(row, column, cell.minor / looks.unit, looks.money[bold])
        return len(f"{cell.minor / looks.unit:,.2f}")
    if isinstance(cell, dt.datetime):
        sheet.write_datetime(row, column, cell, looks.moment[bold])
        return 16
    if isinstance(cell, dt.date):
        sheet.write_datetime(row, column, cell, looks.day[bold])
        return 10
    if isinstance(cell, str):
        text = cell[:_LONGEST_TEXT]
        look = looks.kept if text.startswith(_FORMULA) or _DIGITS.fullmatch(text) else looks.text
        sheet.write_string(row, column, text, look[bold])
        return max(_cells(line) for line in text.split("\n"))
    sheet.write_number(row, column, cell, (looks.count if isinstance(cell, int) else looks.number)[bold])
    return len(str(cell))


def _words(cell: Cell, currency: str) -> str:
    """A cell as text; a spreadsheet takes none of it for a formula, and keeps all its digits."""
    if cell is None:
        return ""
    if isinstance(cell, Amount):
        return plain_amount(cell.minor, currency)
    if isinstance(cell, dt.datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, str):
        if cell.lstrip(" \u3000\u00a0").startswith(_FORMULA):
            return f"'{cell}"
        # The platforms' own files end long numbers so, and spreadsheets then leave them alone.
        return f"{cell}\t" if _DIGITS.fullmatch(cell) else cell
    return str(cell)


def plain_amount(minor: int, currency: str = "CNY") -> str:
    """An amount for machines: "-1234.50", no sign of the currency and no separators."""
    places = digits(currency)
    whole, rest = divmod(abs(minor), 10**places)
    number = f"{whole}.{rest:0{places}d}" if places else str(whole)
    return f"-{number}" if minor < 0 else number


def _cells(text: str) -> int:
    """How wide a text is; Chinese takes two places a character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _title(wanted: str, taken: set[str]) -> str:
    """A sheet's name as Excel allows it, none twice."""
    plain = _NOT_IN_A_TITLE.sub(" ", wanted).strip(" '") or "1"
    title, count = plain[:_LONGEST_TITLE], 1
    while title.casefold() in taken or title.casefold() == "history":
        count += 1
        tail = f" {count}"
        title = plain[: _LONGEST_TITLE - len(tail)] + tail
    taken.add(title.casefold())
    return title
