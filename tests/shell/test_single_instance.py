"""A second start raises the first window, whichever way the shop's path is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from merchant_desk.shell.single_instance import SingleInstance, key

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from merchant_desk.shell.single_instance import SingleInstance
app = QCoreApplication([])
only = SingleInstance(Path(sys.argv[1]))
print("got it" if only.claim() else "raised" if only.raise_other() else "nobody answered")
"""


def second(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", SECOND, str(path)], stdout=subprocess.PIPE, text=True)


def ended(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    out, _ = process.communicate()
    return out.strip()


@pytest.fixture
def first(home: Path, qapp: object) -> SingleInstance:
    return SingleInstance(home / "shop.desk")


def test_a_second_start_raises_the_first(qtbot: QtBot, first: SingleInstance, home: Path) -> None:
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raised, timeout=20_000):
        process = second(home / "." / "shop.desk")
    assert ended(qtbot, process) == "raised"
    first.release()


def test_a_second_start_waits_for_a_first_that_only_begins(
    qtbot: QtBot, first: SingleInstance, home: Path
) -> None:
    assert first.claim()
    process = second(home / "shop.desk")
    qtbot.wait(700)  # the first one listens only after its first frame
    first.listen()
    assert ended(qtbot, process) == "raised"
    first.release()


def test_another_shop_is_another_window(qtbot: QtBot, first: SingleInstance, home: Path) -> None:
    assert first.claim()
    assert ended(qtbot, second(home / "other.desk")) == "got it"
    first.release()


def test_what_a_dead_process_held_is_free(qtbot: QtBot, first: SingleInstance, home: Path) -> None:
    process = second(home / "shop.desk")
    assert ended(qtbot, process) == "got it"
    assert first.claim()
    first.release()


def test_a_folder_without_room_for_the_lock_is_no_other_window(
    home: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "file"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    monkeypatch.setenv("MERCHANT_DESK_HOME", str(file / "folder"))
    assert SingleInstance(file / "folder" / "shop.desk").claim()
    monkeypatch.setenv("MERCHANT_DESK_HOME", str(home))
    # Root may write anywhere, so the answer of the system is what is set here.
    monkeypatch.setattr(QLockFile, "tryLock", lambda *_: False)
    monkeypatch.setattr(QLockFile, "error", lambda _: QLockFile.LockError.PermissionError)
    assert SingleInstance(home / "shop.desk").claim()


def test_keys(home: Path) -> None:
    assert key(home / "shop.desk") == key(home / "x" / ".." / "shop.desk")
    assert key(home / "shop.desk") != key(home / "other.desk")
