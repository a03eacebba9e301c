"""Asking for a file: what lies in the folder is shown, and never looked into."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell import choose_file

fcntl = pytest.importorskip("fcntl")

_IS_LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(3)
"""


def locked_for_others(path: Path) -> bool:
    """Whether another process finds the file locked."""
    return subprocess.run([sys.executable, "-c", _IS_LOCKED, str(path)], check=False).returncode == 3


def leave_when_shown(name: str, qtbot: QtBot) -> None:
    """Leave the dialog that opens next, once it knows all it wants to know of the file `name`."""

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        shown = dialog.findChild(QListView, "listView")
        assert isinstance(shown, QListView)
        model, root = shown.model(), shown.rootIndex()

        def known() -> bool:
            rows = range(model.rowCount(root))
            kinds = {model.index(row, 0, root).data(): model.index(row, 2, root).data() for row in rows}
            return bool(kinds.get(name))

        try:
            qtbot.waitUntil(known)
        finally:
            dialog.reject()

    QTimer.singleShot(0, leave)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system's own dialog is shown there")
def test_a_look_at_the_shops_folder_keeps_its_locks(tmp_path: Path, qtbot: QtBot) -> None:
    journal = tmp_path / "shop.desk-shm"
    journal.write_bytes(struct.pack("40000x"))
    (tmp_path / "2027.json").write_text("{}")
    parent = QWidget()
    qtbot.addWidget(parent)
    with journal.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        leave_when_shown(journal.name, qtbot)
        chosen = choose_file.file_to_open(parent, "Open", str(tmp_path), "Everything (*)")
        assert chosen is None
        assert locked_for_others(journal)


def test_what_qt_has_no_chinese_for_is_ours(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"Folder:": "文件夹：", "Kind:": "类型："}
    monkeypatch.setattr(QCoreApplication, "translate", lambda _context, text: told[text])
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = choose_file._dialog(parent, "Open", "", "Everything (*)")
    label = QFileDialog.DialogLabel
    assert [dialog.labelText(one) for one in (label.LookIn, label.FileType)] == list(told.values())
