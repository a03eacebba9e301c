"""From a file to sheets of cells, by what the file is and not by what its name says."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX
from merchant_desk.exchange.cells import Cell
from merchant_desk.exchange.encoding import decode

Row = Sequence[Cell]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file starts with that surely holds no rows, and what to call it.
_NOT_ROWS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"RIFF", "picture"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"SQLite format 3", "data_file"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"<!doctype html", "web_page"),
    (b"<html", "web_page"),
    (b"<?xml", "web_page"),
    (b"BEGIN:VCALENDAR", "calendar"),
    (b"BEGIN:VCARD", "contacts"),
)
# A workbook says how large it is unpacked: one of a few kilobytes that claims gigabytes is a trap.
_MOST_UNPACKED = 2 << 30
_LONGEST_CELL = 1 << 20
_DELIMITERS = ",\t;|"


class Sheet(Protocol):
    """A table of cells; may be read again and again."""

    @property
    def name(self) -> str:
        """The sheet's name, empty for text."""

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every row with its number as a spreadsheet shows it, from 1."""


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of a workbook."""

    sheet: CalamineSheet

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every row with its number, from 1; empty rows above the data are counted."""
        return enumerate(self.sheet.iter_rows(), start=1)


@dataclass(frozen=True, slots=True)
class TextSheet:
    """Delimited text of a file, read with one delimiter."""

    file: str
    text: str
    delimiter: str
    name: str = ""

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every record with its number, from 1; line breaks inside quotes belong to their cell."""
        csv.field_size_limit(_LONGEST_CELL)
        lines = io.StringIO(self.text, newline="")
        reader = csv.reader(lines, delimiter=self.delimiter)
        try:
            yield from enumerate(reader, start=1)
        except csv.Error as error:
            raise DeskError("not_what_its_name_says", file=self.file, found="damaged") from error


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What a file holds: its sheets, or for text one sheet for each delimiter it may be written with."""

    path: Path
    fingerprint: str
    sheets: tuple[Sheet, ...]

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name


def read_file(path: Path) -> SourceFile:
    """Open a platform's file or a spreadsheet.

    Raises DeskError with fact `file`: what `read_bytes` raises, "empty_file", "needs_password",
    "broken_text", "not_what_its_name_says" (fact `found`).
    """
    return source_of(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises DeskError with fact `file`: "no_such_file", "cannot_read" (held by another program, or no
    right to), "not_recognised" (a shop's file).
    """
    if path.suffix == SHOP_SUFFIX:
        # It may be the one that is open, and closing it here would drop the locks on it.
        raise DeskError("not_recognised", file=path.name)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DeskError("no_such_file", file=path.name, path=str(path)) from error
    except OSError as error:
        raise DeskError("cannot_read", file=path.name) from error


def source_of(path: Path, data: bytes) -> SourceFile:
    """The tables in a file's bytes; raises what `read_file` does."""
    try:
        sheets = _sheets(path.name, data)
    except DeskError as error:
        raise DeskError(error.code, **{"file": path.name, **error.facts}) from error
    return SourceFile(path, hashlib.sha256(data).hexdigest(), sheets)


def _sheets(file: str, data: bytes) -> tuple[Sheet, ...]:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise DeskError("empty_file")
    if data.startswith((_ZIP, _OLE)):
        return _book(data)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, found in _NOT_ROWS:
        if start.startswith(magic.lower()):
            raise DeskError("not_what_its_name_says", found=found)
    words = decode(data)
    # Excel writes "sep=;" above the header; it is a row like any other and names no column.
    return tuple(TextSheet(file, words, delimiter) for delimiter in _DELIMITERS)


def _book(data: bytes) -> tuple[Sheet, ...]:
    if data.startswith(_ZIP):
        _check_archive(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(BookSheet(book.get_sheet_by_name(name)) for name in book.sheet_names)
    except PasswordError as error:
        raise DeskError("needs_password") from error
    except CalamineError as error:
        if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
            raise DeskError("needs_password") from error
        raise DeskError("not_what_its_name_says", found="damaged") from error


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        # The last two: a directory whose versions or names are garbled.
        raise DeskError("not_what_its_name_says", found="damaged") from error
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise DeskError("too_large")
    if not any(part.filename.startswith(("xl/", "content.xml")) for part in parts):
        raise DeskError("not_what_its_name_says", found="archive")
