"""Asks for files to open or a place to save, without touching what lies in the folders shown."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileInfo, QStandardPaths
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENDING = re.compile(r"\*(\.\w+)")
_IN_NO_NAME = '\\/:*?"<>|'


class _Folder:
    """Where the last file went; the next one is proposed beside it."""

    last = ""


class PlainIcons(QAbstractFileIconProvider):
    """A picture for folders and one for files, told apart by their names alone.

    Qt's own looks into files to see what they are. To open and close the shop's file or its journal drops
    the locks that this process holds on them (POSIX), and the next program that reads the shop takes the
    journal away: what is written after that is lost.
    """

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        """The picture of a kind of place, or of one file."""
        if isinstance(of, QFileInfo):
            return self._folder if of.isDir() else self._file
        return self._file if of is QAbstractFileIconProvider.IconType.File else self._folder

    def type(self, info: QFileInfo) -> str:
        """What stands in the column of kinds."""
        return "" if info.isDir() else info.suffix()


def files_to_open(parent: QWidget, title: str, folder: str, pattern: str) -> list[Path]:
    """The files chosen, none where somebody thought better of it; `pattern` as QFileDialog takes it."""
    dialog = _dialog(parent, title, folder, pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask(dialog)


def file_to_open(parent: QWidget, title: str, folder: str, pattern: str) -> Path | None:
    """The one file chosen, None where somebody thought better of it."""
    dialog = _dialog(parent, title, folder, pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _first(_ask(dialog))


def place_to_save(parent: QWidget | None, title: str, proposed: str, pattern: str) -> Path | None:
    """Where to save, `proposed` where it is as good as any; a file that stands there was asked about.

    Of several kinds in `pattern` (`*.xlsx`, `*.csv`) the name ends as the one that is chosen.
    """
    at = Path(proposed)
    dialog = _dialog(parent, title, str(at.parent) if at.is_absolute() else "", pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(at.name)
    dialog.filterSelected.connect(lambda kind: _end_as(dialog, kind))
    return _first(_ask(dialog))


def place_for(parent: QWidget | None, title: str, name: str, ending: str, pattern: str) -> Path | None:
    """Where a file of that name goes, proposed beside the last one or among the documents; None for nowhere.

    `name` may be anything, a customer's for one. What is chosen gets `ending` (".pdf") where it has none.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = _Folder.last or QStandardPaths.writableLocation(documents)
    named = "".join(char for char in name if char not in _IN_NO_NAME).strip() or "1"
    chosen = place_to_save(parent, title, str(Path(folder) / f"{named}{ending}"), pattern)
    if chosen is None:
        return None
    _Folder.last = str(chosen.parent)
    return chosen if chosen.suffix else Path(f"{chosen}{ending}")


def _end_as(dialog: QFileDialog, kind: str) -> None:
    """Let the name typed so far end as files of this kind do."""
    ending = _ENDING.search(kind)
    names = dialog.selectedFiles()
    if ending and names and names[0]:
        dialog.selectFile(str(Path(names[0]).with_suffix(ending[1])))


def _dialog(parent: QWidget | None, title: str, folder: str, pattern: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    # The systems' dialogs of Windows and macOS drop no locks; GTK's looks into files within this process.
    native = sys.platform in {"win32", "darwin"}
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not native)
    dialog.setIconProvider(_icons())
    dialog.setNameFilter(pattern)
    # Qt's own Chinese does not have these two.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("choose_file", "Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("choose_file", "Kind:"))
    dialog.setDirectory(folder or str(Path.home()))
    return dialog


def _ask(dialog: QFileDialog) -> list[Path]:
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    paths = [Path(name) for name in dialog.selectedFiles()] if chosen else []
    # Its thread may be asking for an icon just now: only the event loop waits for that without the
    # interpreter's lock.
    dialog.deleteLater()
    return paths


@cache
def _icons() -> PlainIcons:
    return PlainIcons()


def _first(paths: Sequence[Path]) -> Path | None:
    return paths[0] if paths else None
