"""A table of the books given out as a file: asks where, writes beside the window, says what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from merchant_desk.shell import choose_file, language

if TYPE_CHECKING:
    from merchant_desk.core.sheets import Cell
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


def export_table(frame: Frame, title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Ask for a place and write `rows` there as xlsx or csv; amounts are `core.sheets.Amount`.

    `title` names the sheet and is proposed as the file's name. Rows that have not been made yet are made on
    the reading thread, so an iterable may not touch widgets.
    """
    path = ask_place(title)
    if path is None:
        return
    currency = language.currency()

    def work(_reader: Reader) -> None:
        # Loaded when something is given out: the start of the program writes no sheets.
        from merchant_desk.core.sheets import write_table

        write_table(path, header, rows, title, currency)

    def saved(_done: None) -> None:
        said = QCoreApplication.translate("export_table", "{file} saved.")
        frame.notice(said.replace("{file}", path.name))

    frame.background.read(work, saved, frame.fail, owner=frame)


def ask_place(title: str, *, csv: bool = True) -> Path | None:
    """Where a table called `title` goes, None where somebody thought better of it."""
    books = QCoreApplication.translate("export_table", "Excel sheets") + " (*.xlsx)"
    texts = QCoreApplication.translate("export_table", "CSV text") + " (*.csv)"
    head = QCoreApplication.translate("export_table", "Export")
    pattern = f"{books};;{texts}" if csv else books
    return choose_file.place_for(QApplication.activeWindow(), head, title, ".xlsx", pattern)
