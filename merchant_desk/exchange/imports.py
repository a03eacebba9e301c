"""Files in, as one act: everything of all files is written together with its history, or not at all."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.exchange.calendar_file import CalendarTable, is_calendar
from merchant_desk.exchange.calendar_in import CalendarChoice, CalendarIn, CalendarRow
from merchant_desk.exchange.contents_in import ContentsIn
from merchant_desk.exchange.customers_in import CustomersIn
from merchant_desk.exchange.formats import FORMATS, Format
from merchant_desk.exchange.landing import Landing, Outcome, RowNotes
from merchant_desk.exchange.reader import read_bytes, source_of
from merchant_desk.exchange.recognise import Record, Table, recognise
from merchant_desk.exchange.settlement_in import SettlementsIn
from merchant_desk.exchange.vouchers_in import VouchersIn
from merchant_desk.shop import store as shop_store

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

# What later files refer to comes first: a voucher's row names a content, an appointment a customer.
# Settlements find their vouchers.
_ORDER = ("customers", "contents", "vouchers", "settlements", "appointments")
_STEP = 100


@dataclass(frozen=True, slots=True)
class UnusedRow:
    """A row that could not be used: its number in the file, why, and the row as the file has it."""

    row: int
    reason_code: str
    facts: Mapping[str, object]
    raw: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of one file: how many rows made something, changed something, or were known, and the rest.

    `dates` are the first thousand dates of a calendar file.
    """

    file_name: str
    format: str
    added: int
    updated: int
    known: int
    unused: tuple[UnusedRow, ...]
    dates: tuple[CalendarRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """What importing one file would do, or why it cannot be imported.

    `columns` are (field, the header it was found under), `ignored` the headers nothing is made of.
    """

    path: Path
    report: ImportReport | None
    refusal: DeskError | None
    columns: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing some files would do, file by file."""

    files: tuple[PlannedFile, ...]

    @property
    def usable(self) -> tuple[Path, ...]:
        """The files that can be imported."""
        return tuple(file.path for file in self.files if file.refusal is None)


class ImportActs:
    """The act of taking files in."""

    def __init__(self, file: ShopFile, formats: Sequence[Format] = FORMATS) -> None:
        self._file = file
        self._formats = formats

    def run(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        dry_run: bool = False,
        choice: CalendarChoice | None = None,
    ) -> list[ImportReport]:
        """Import the files as one act that can be undone, and report on each, in the order given.

        Files that change nothing leave no act behind; with `dry_run` nothing is written at all.
        `choice` is what calendar files are completed with.
        `progress` hears of rows done and rows in all. Raises DeskError "cancelled", with nothing
        kept, when `cancelled` says so, and what `reader.read_file`, `recognise` and `CalendarTable.of`
        raise, with fact `file`, before anything is written.
        """
        today = self._file.clock.today()
        sources = [_Recognised(path, self._formats, today) for path in paths]
        watch = _Watch(sum(source.length for source in sources), progress, cancelled)
        subject = ", ".join(source.name for source in sources)
        ordered = sorted(sources, key=lambda source: _ORDER.index(source.format.makes))
        try:
            with self._file.act("import", subject, history=not dry_run) as act:
                written = 0
                for source in ordered:
                    written += self._take_in(act, source, watch, choice or CalendarChoice())
                watch.finish()
                if dry_run or not written:
                    raise _NothingToKeepError
        except _NothingToKeepError:
            pass
        return [source.report for source in sources if source.report is not None]

    def _take_in(self, act: Act, source: _Recognised, watch: _Watch, choice: CalendarChoice) -> int:
        """Write what a file's rows become; gives how many rows were noted."""
        run_id = act.insert(
            "import_run",
            {
                "file_name": source.name,
                "fingerprint": source.fingerprint,
                "format": source.format.key,
                "at": act.now_ms,
                "added": 0,
                "updated": 0,
                "known": 0,
                "unused": 0,
            },
        )
        zone = shop_store.zone(act)
        notes = RowNotes(act, source.format.key, run_id)
        counts = {"added": 0, "updated": 0, "known": 0}
        unused: list[UnusedRow] = []
        dates: tuple[CalendarRow, ...] = ()
        for table in source.tables:
            landing = self._landing(act, table, notes, choice)
            for record in _records(table, zone, watch):
                watch.step()
                if record.bad is None:
                    outcome = landing.take(record)
                else:
                    outcome = Outcome("unused", reason=record.bad.code, facts=record.bad.facts)
                if outcome.result == "unused":
                    raw = table.raw(record.row)
                    unused.append(UnusedRow(record.number, outcome.reason, outcome.facts, raw))
                    notes.note_unused(record, outcome, raw)
                    continue
                counts[outcome.result] += 1
                if outcome.result != "known":
                    notes.note(record, outcome)
            landing.finish()
            if isinstance(landing, CalendarIn):
                dates = tuple(landing.rows)
        notes.finish()
        act.update("import_run", run_id, **counts, unused=len(unused))
        source.report = ImportReport(
            source.name, source.format.key, **counts, unused=tuple(unused), dates=dates
        )
        return notes.written

    def _landing(
        self, act: Act, table: Table | CalendarTable, notes: RowNotes, choice: CalendarChoice
    ) -> Landing:
        now = self._file.clock.now()
        if isinstance(table, CalendarTable):
            return CalendarIn(act, table, notes, choice)
        if table.format.makes == "customers":
            return CustomersIn(act, table, notes, now)
        if table.format.makes == "contents":
            return ContentsIn(act, table, notes, now)
        if table.format.makes == "settlements":
            return SettlementsIn(act, table, notes, now)
        return VouchersIn(act, table, notes, now)


def preview(
    file: ShopFile,
    paths: Iterable[Path],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    formats: Sequence[Format] = FORMATS,
    choice: CalendarChoice | None = None,
) -> ImportPlan:
    """What importing the files would do; writes nothing. A file that cannot be imported says why."""
    planned: dict[Path, PlannedFile] = {}
    usable: list[Path] = []
    for path in dict.fromkeys(paths):
        try:
            source = _Recognised(path, formats, file.clock.today())
        except DeskError as error:
            planned[path] = PlannedFile(path, None, error)
            continue
        planned[path] = PlannedFile(path, None, None, *_headers(source.tables[0]))
        usable.append(path)
    reports = ImportActs(file, formats).run(usable, progress, cancelled, dry_run=True, choice=choice)
    for path, report in zip(usable, reports, strict=True):
        plan = planned[path]
        planned[path] = PlannedFile(path, report, None, plan.columns, plan.ignored)
    return ImportPlan(tuple(planned.values()))


def _headers(table: Table | CalendarTable) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Which fields were found under which headers, and the headers nothing is made of."""
    if isinstance(table, CalendarTable):
        return (), ()
    used = set(table.places.values())
    columns = tuple((field, table.headers[place]) for field, place in table.places.items())
    return columns, tuple(h for place, h in enumerate(table.headers) if h and place not in used)


def _records(table: Table | CalendarTable, zone: str, watch: _Watch) -> Iterable[Record]:
    """A table's rows; a calendar is read as a whole first, and that is half of its way."""
    return table.records(zone, watch.step) if isinstance(table, CalendarTable) else table.records(zone)


class _Recognised:
    """One file on its way in."""

    def __init__(self, path: Path, formats: Sequence[Format], today: dt.date) -> None:
        data = read_bytes(path)
        self.name = path.name
        self.fingerprint = hashlib.sha256(data).hexdigest()
        self.tables: Sequence[Table | CalendarTable]
        if is_calendar(path, data):
            self.tables = [CalendarTable.of(path.name, data, today)]
        else:
            self.tables = recognise(source_of(path, data), formats)
        self.format: Format = self.tables[0].format
        self.length = sum(table.length for table in self.tables)
        self.report: ImportReport | None = None


class _Watch:
    """Tells how far the rows are, and stops the work when it is no longer wanted."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0

    def step(self) -> None:
        """One row more. Raises DeskError "cancelled"."""
        if self._done % _STEP == 0:
            if self._cancelled is not None and self._cancelled():
                raise DeskError("cancelled")
            if self._progress is not None:
                # A repeated event has more dates than its file has events.
                self._progress(min(self._done, self._total), self._total)
        self._done += 1

    def finish(self) -> None:
        """All rows are done, those that were no rows too."""
        if self._progress is not None:
            self._progress(self._total, self._total)


class _NothingToKeepError(Exception):
    """Leaves the act without keeping what it wrote."""
