"""Which format a file has, where its header stands, and its rows as records of read values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.exchange.cells import READERS, Cell, LostDigitsError, ident, text, when
from merchant_desk.exchange.encoding import has_lost_characters
from merchant_desk.exchange.formats import FORMATS, Column, Format
from merchant_desk.exchange.reader import Row, Sheet, SourceFile

# Notices and preambles stand above the header, never more than this many rows.
_HEADER_WITHIN = 12
_TOTALS = frozenset({"合计", "总计", "小计", "汇总", "累计", "total", "grandtotal", "subtotal", "sum"})
_NOTICES = ("#", "*", "--", "==", "注", "说明", "提示", "导出", "最多", "共", "以上", "数据")
_MOST_HEADERS_TOLD = 12


@dataclass(frozen=True, slots=True)
class BadCell:
    """Why a row cannot be used: a reason code and what its sentence needs."""

    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table: its number in the file, its read values by field, or what is wrong with it."""

    number: int
    values: Mapping[str, object]
    row: Row
    bad: BadCell | None = None

    def words(self, field: str) -> str:
        """A field's text, empty where the row has none."""
        value = self.values.get(field)
        return value if isinstance(value, str) else ""

    def number_of(self, field: str) -> int | None:
        """A field's count or minor units, None where the row has none."""
        value = self.values.get(field)
        return value if isinstance(value, int) else None

    def moment(self, field: str) -> dt.datetime | None:
        """A field's naive shop time, None where the row has none."""
        value = self.values.get(field)
        return value if isinstance(value, dt.datetime) else None


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table of a file: the format, the sheet, and which column holds which field.

    `length` is how many rows there are below the header, those that are no rows included.
    """

    format: Format
    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    places: Mapping[str, int]
    length: int = 0

    def records(self, zone: str = DEFAULT_ZONE) -> Iterator[Record]:
        """The rows below the header; blank rows, totals, notices and repeated headers are no rows."""
        columns = [column for column in self.format.columns if column.field in self.places]
        readers = [(column, self.places[column.field], _reader(column, zone)) for column in columns]
        must = [place for column, place, _ in readers if column.required]
        for number, row in self.sheet.rows():
            if number > self.header_row and not self._is_no_row(row, must):
                yield self._record(number, row, readers)

    def said(self, record: Record, field: str) -> str:
        """What the file itself has in a field's cell, before it was read; empty without such a column."""
        place = self.places.get(field, len(record.row))
        return (text(record.row[place]) or "") if place < len(record.row) else ""

    def raw(self, row: Row) -> dict[str, str]:
        """A row as the file has it: header -> text, a repeated header with its place behind it."""
        told: dict[str, str] = {}
        for place, cell in enumerate(row):
            words = text(cell)
            if words is None:
                continue
            header = self.headers[place] if place < len(self.headers) else ""
            told[header if header and header not in told else f"{header} {place + 1}".strip()] = words
        return told

    def _record(
        self, number: int, row: Row, readers: Sequence[tuple[Column, int, Callable[[Cell], object]]]
    ) -> Record:
        values: dict[str, object] = {}
        width = len(row)
        for column, place, read in readers:
            cell = row[place] if place < width else None
            try:
                values[column.field] = read(cell)
            except (ValueError, OverflowError):
                facts = {"header": self.headers[place], "text": text(cell) or ""}
                code = "unknown_word" if column.kind == "word" else "bad_value"
                return Record(number, values, row, BadCell(code, facts))
            if column.filled and values[column.field] is None:
                return Record(number, values, row, BadCell("missing", {"header": self.headers[place]}))
        return Record(number, values, row)

    def _is_no_row(self, row: Row, must: Sequence[int]) -> bool:
        width = len(row)
        said = [text(row[place]) if place < width else None for place in must]
        if None not in said:
            # Exports put one below the other repeat their header.
            return said[0] == self.headers[must[0]] and said == [self.headers[place] for place in must]
        present = [words for words in map(text, row) if words is not None]
        if not present or normal(present[0]).rstrip(":") in _TOTALS:
            return True
        return len(present) == 1 and len(self.headers) > 2 and present[0].startswith(_NOTICES)


def recognise(source: SourceFile, formats: Sequence[Format] = FORMATS) -> list[Table]:
    """The file's tables, all of the one format that fits best.

    Raises DeskError with fact `file`: "not_recognised" (headers), "broken_text", "lost_digits"
    (header, text: an id column that went through a spreadsheet as numbers), "empty_file".
    """
    found: list[Table] = []
    for sheet in source.sheets:
        table = _best_table(sheet, formats)
        if table is not None:
            found.append(table)
    if not found:
        raise _refusal(source)
    best = max(found, key=lambda table: len(table.places))
    tables = [table for table in found if table.format is best.format]
    # Text is offered once for each delimiter: only the reading that found most counts.
    if len({table.sheet.name for table in tables}) < len(tables):
        tables = [best]
    return [_looked_through(source.name, table) for table in tables]


@lru_cache(4096)
def normal(header: str) -> str:
    """A header as it is compared: width, case and blanks made alike, （） and () the same."""
    return fold(header).replace(" ", "")


def _best_table(sheet: Sheet, formats: Sequence[Format]) -> Table | None:
    best: Table | None = None
    for number, row in islice(sheet.rows(), _HEADER_WITHIN):
        headers = tuple(text(cell) or "" for cell in row)
        known: dict[str, int] = {}
        for place, header in enumerate(headers):
            if header:
                # The same header twice: the first is the one the platform documents.
                first = normal(header)
                known.setdefault(first if first not in known else f"{first}#2", place)
        for candidate in formats:
            places = _places(candidate, known)
            if places is not None and (best is None or len(places) > len(best.places)):
                best = Table(candidate, sheet, number, headers, places)
    return best


def _places(candidate: Format, known: Mapping[str, int]) -> dict[str, int] | None:
    places: dict[str, int] = {}
    for column in candidate.columns:
        place = next((known[normal(name)] for name in column.headers if normal(name) in known), None)
        if place is not None:
            places[column.field] = place
        elif column.required:
            return None
    return places


def _looked_through(file: str, table: Table) -> Table:
    """The table with its length and without id columns that lost digits.

    Raises DeskError where it cannot do without such a column.
    """
    ids = {c.field: c for c in table.format.columns if c.kind == "id" and c.field in table.places}
    lost: dict[str, str] = {}
    length = 0
    for number, row in table.sheet.rows():
        if number <= table.header_row:
            continue
        length += 1
        for field in ids.keys() - lost.keys():
            place = table.places[field]
            try:
                ident(row[place] if place < len(row) else None)
            except LostDigitsError as error:
                lost[field] = str(error)
    for field, example in lost.items():
        if ids[field].required:
            header = table.headers[table.places[field]]
            raise DeskError("lost_digits", file=file, header=header, text=example)
    places = {field: place for field, place in table.places.items() if field not in lost}
    return replace(table, places=places, length=length)


def _reader(column: Column, zone: str) -> Callable[[Cell], object]:
    if column.kind == "when":
        return partial(when, zone=zone)
    if column.kind == "word":
        return partial(_word, {normal(word): ours for word, ours in column.words.items()}, column.other)
    return READERS[column.kind]


def _word(words: Mapping[str, str], other: str | None, cell: Cell) -> str | None:
    said = text(cell)
    if said is None or said == "-":
        return None
    key = normal(said)
    # "视频-达人", "直播（职人）": the first part is the channel, the rest who sold it.
    head = key
    for mark in "-—(>·_|、":
        head = head.split(mark, 1)[0]
    found = words.get(key, words.get(head, other))
    if found is None:
        raise ValueError(said)
    return found


def _refusal(source: SourceFile) -> DeskError:
    widest: list[str] = []
    for sheet in source.sheets:
        for _, row in islice(sheet.rows(), _HEADER_WITHIN):
            headers = [words for words in map(text, row) if words is not None]
            widest = max(widest, headers, key=len)
    if not widest:
        return DeskError("empty_file", file=source.name)
    broken = sum(has_lost_characters(header) for header in widest)
    if broken * 3 > len(widest):
        return DeskError("broken_text", file=source.name)
    return DeskError("not_recognised", file=source.name, headers=tuple(widest[:_MOST_HEADERS_TOLD]))
