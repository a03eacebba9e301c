"""Files in: dropped or chosen, looked at before anything is written, then imported as one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from merchant_desk.core.errors import DeskError
from merchant_desk.exchange.calendar_in import CalendarChoice
from merchant_desk.exchange.formats import CALENDAR
from merchant_desk.exchange.imports import ImportActs, ImportPlan, ImportReport, PlannedFile, preview
from merchant_desk.exchange.ui.calendar_card import CalendarCard
from merchant_desk.exchange.ui.drop_zone import DropZone
from merchant_desk.exchange.ui.import_words import FORMAT_KEYS, column_name, format_name, reason_sentence
from merchant_desk.shell import choose_file, language, notices, theme
from merchant_desk.shell.tabs import Tab
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.progress_row import ProgressRow
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_PATTERN = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xls *.ods *.ics"
_ROW = 50
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of the list: what it brings, or why it cannot be imported."""

    name: str
    report: ImportReport | None
    refusal: DeskError | None


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row (None: a whole file) that could not be used: where it stands, why, and what it says."""

    file: str
    row: int | None
    reason: str
    raw: str


class ImportTab(Tab):
    """Takes a platform's exports and spreadsheets; nothing is written before "Import" is pressed."""

    key = "import"

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._plan: ImportPlan | None = None
        self._choice = CalendarChoice()  # what the plan was made with
        self._writing = False
        # Where a browser puts what a platform's back office exports.
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        self.setAcceptDrops(True)
        self.choose = Button(self.tr("Choose files…"))
        self.choose.clicked.connect(self._choose_files)
        self.go = Button(
            self.tr("Import"),
            role="primary",
            hint=QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.go.setEnabled(False)
        self.go.clicked.connect(self._import)
        self.buttons.addWidget(self.choose)
        self.buttons.addWidget(self.go)
        # The button stands in the page's bar and is no child of the tab.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            for holder in (self, self.button_box):
                shortcut = QShortcut(QKeySequence(keys), holder)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self.go.click)
        self.progress = ProgressRow(self.tr("Stop"))
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.progress.give_up)
        self.zone = DropZone()
        self.zone.pressed.connect(self.choose.click)
        self.zone.say(self.tr("Drop files here, or choose them"), self._readable())
        self.body.addWidget(self.zone)
        self.body.addWidget(self.progress)
        self._build_files()
        self.calendar = CalendarCard(frame)
        self.calendar.changed.connect(self._look_again)
        self.body.addWidget(self.calendar, 2)
        self._build_lost()
        self._still = Card(role="plain", padding=0)
        self.body.addWidget(self._still, 1)

    def title(self) -> str:
        return self.tr("Import")

    def reload(self) -> None:
        self.loaded.emit()

    # ---- how it is made up

    def _build_files(self) -> None:
        def count(name: str) -> Column[FileRow]:
            titles = {
                "added": self.tr("New"),
                "updated": self.tr("Changed"),
                "known": self.tr("Known already"),
            }
            return Column(
                titles[name],
                lambda row: "" if row.report is None else language.number(getattr(row.report, name)),
                kind="figure",
                width=110,
            )

        self.files: Table[FileRow] = Table(
            [
                Column(self.tr("File"), self._file_cell),
                count("added"),
                count("updated"),
                count("known"),
                Column(self.tr("Not usable"), self._lost_count, kind="figure", width=110),
            ],
            row_height=_ROW,
            name=self.tr("Files"),
        )
        self._files_card = Card(padding=0)
        self._files_card.body.addWidget(self.files)
        self._files_card.hide()
        self.body.addWidget(self._files_card)

    def _build_lost(self) -> None:
        self.lost: Table[LostRow] = Table(
            [
                Column(self.tr("File"), lambda row: row.file, width=180),
                Column(self.tr("Row"), self._row_number, kind="figure", width=70),
                Column(self.tr("What cannot be used, and why"), lambda row: Cell(row.reason, row.raw)),
            ],
            row_height=_ROW,
            name=self.tr("What cannot be used"),
        )
        self._lost_card = Card(padding=0)
        self._lost_card.body.addWidget(self.lost)
        self._lost_card.hide()
        self.body.addWidget(self._lost_card, 1)

    def _file_cell(self, row: FileRow) -> Cell:
        if row.refusal is not None:
            return Cell(row.name, _why(row.refusal), bold=True, colour=theme.tokens().danger)
        return Cell(row.name, format_name(row.report.format) if row.report else "", bold=True)

    def _row_number(self, row: LostRow) -> str:
        return "" if row.row is None else language.number(row.row)

    def _lost_count(self, row: FileRow) -> Cell:
        if row.report is None:
            return Cell("")
        lost = len(row.report.unused)
        return Cell(language.number(lost), colour=theme.tokens().danger if lost else "")

    def _readable(self) -> str:
        names = [format_name(key) for key in FORMAT_KEYS]
        told = self.tr(
            "This desk reads: {names}. Files are recognised by what is in them, not by their names."
        )
        return told.format(names=language.joined(names))

    # ---- which files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.choose.isEnabled() and any(url.isLocalFile() for url in event.mimeData().urls()):
            self.zone.show_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.zone.show_over(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.zone.show_over(False)
        event.acceptProposedAction()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _choose_files(self) -> None:
        pattern = (
            self.tr("Exports, spreadsheets and calendars")
            + f" ({_PATTERN});;"
            + self.tr("All files")
            + " (*)"
        )
        chosen = choose_file.files_to_open(self, self.tr("Choose files"), self._folder, pattern)
        if chosen:
            self._folder = str(chosen[0].parent)
            self.take(chosen)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at these files and show what they would bring; writes nothing."""
        if not paths or not self.choose.isEnabled():
            return
        self._look(paths)

    def _look_again(self) -> None:
        """Look at the same files with what is said about a calendar's dates now."""
        if self._plan is not None and not self._writing:
            self.progress.give_up()
            self._look([file.path for file in self._plan.files])

    def _look(self, paths: Sequence[Path]) -> None:
        self._work(True)
        self._choice = choice = self.calendar.choice()
        way = self.progress.begin(self.tr("Reading %n file(s)…", "", len(paths)))
        if not self.calendar.isVisible():
            self.progress.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.frame.background.run(
            lambda desk: preview(desk.file, paths, way.tell, way.stopped, choice=choice),
            self._show_plan,
            self._failed,
            owner=self,
            key="import",
        )

    def _show_plan(self, plan: ImportPlan) -> None:
        self._work(False)
        self._plan = plan
        usable = [file.report for file in plan.files if file.report is not None]
        some = any(report.added or report.updated for report in usable)
        self.go.setEnabled(some)
        self._show_files([FileRow(file.name, file.report, file.refusal) for file in plan.files])
        asked = self.calendar.isAncestorOf(self.focusWidget())
        if some:
            self.zone.say(
                self.tr("This is what would come in. Nothing is written yet."),
                self.tr("“Import” writes all of it at once; one Undo takes it back."),
            )
            if not asked:
                self.go.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            said = (
                self.tr("There is nothing new in it.") if usable else self.tr("None of it can be imported.")
            )
            self.zone.say(said, self._readable())
            if not asked:
                self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.loaded.emit()

    # ---- writing it

    def _import(self) -> None:
        plan = self._plan
        if plan is None or not self.go.isEnabled():
            return
        self._work(True)
        self._writing = True
        paths, choice = plan.usable, self._choice
        way = self.progress.begin(self.tr("Importing…"))
        self.progress.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.frame.act(
            lambda desk: ImportActs(desk.file).run(paths, way.tell, way.stopped, choice=choice),
            self._told,
            lambda reports: self._show_result(plan, reports),
            self._failed,
            owner=self,
        )

    def _told(self, reports: list[ImportReport]) -> str:
        added = sum(report.added for report in reports)
        updated = sum(report.updated for report in reports)
        if not added and not updated:
            return ""
        return self.tr("Imported: {added} new, {updated} changed.").format(
            added=language.number(added), updated=language.number(updated)
        )

    def _show_result(self, plan: ImportPlan, reports: list[ImportReport]) -> None:
        self._work(False)
        self._plan = None
        came = dict(zip(plan.usable, reports, strict=True))
        self._show_files([_row(file, came.get(file.path)) for file in plan.files])
        lost = sum(len(report.unused) for report in reports)
        hint = (
            self.tr("%n row(s) could not be used; they are listed below and kept with the import.", "", lost)
            if lost
            else self.tr("Every row was used.")
        )
        self.zone.say(self.tr("Done. This is what came in."), hint)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.loaded.emit()

    def _failed(self, error: Exception) -> None:
        self._work(False)
        self.go.setEnabled(self._plan is not None)
        if isinstance(error, DeskError):
            self.zone.say(notices.sentence(error), self._readable())
        else:
            self.frame.fail(error)
        self.loaded.emit()

    def _work(self, on: bool) -> None:
        self.choose.setDisabled(on)
        self._writing = self._writing and on
        self.go.setDisabled(True)
        if not on:
            self.progress.end()

    def _show_dates(self, reports: Sequence[ImportReport]) -> None:
        """The dates of the calendars among the files, and what is asked about them."""
        calendars = [report for report in reports if report.format == CALENDAR.key]
        if calendars and not self.calendar.isVisible():
            self.calendar.offer()
        dates = [date for report in calendars for date in report.dates]
        counts = (one.added + one.updated + one.known + len(one.unused) for one in calendars)
        self.calendar.show_dates(dates, sum(counts))
        self.calendar.setVisible(bool(calendars))

    def _show_files(self, rows: list[FileRow]) -> None:
        self.files.set_rows(rows)
        self.files.setFixedHeight(40 + _ROW * min(max(len(rows), 1), _MOST_ROWS))
        self._files_card.show()
        self._show_dates([row.report for row in rows if row.report is not None])
        self.zone.make_room()
        lost = [
            LostRow(row.name, None, _why(row.refusal), _columns(row.refusal))
            for row in rows
            if row.refusal is not None
        ]
        lost += [
            LostRow(
                row.name,
                unused.row,
                reason_sentence(unused.reason_code, unused.facts),
                " · ".join(f"{column_name(header)}: {text}" for header, text in unused.raw.items()),
            )
            for row in rows
            for unused in (row.report.unused if row.report else ())
        ]
        self.lost.set_rows(lost)
        self._lost_card.setVisible(bool(lost))
        self._still.setVisible(not lost)


def _row(file: PlannedFile, report: ImportReport | None) -> FileRow:
    return FileRow(file.name, report, file.refusal)


def _why(refusal: DeskError) -> str:
    """The sentence without the columns, which stand in the list below."""
    return notices.sentence(DeskError(refusal.code, **{**refusal.facts, "headers": None}))


def _columns(refusal: DeskError) -> str:
    headers = refusal.facts.get("headers")
    return language.joined([str(header) for header in headers]) if isinstance(headers, tuple) else ""
