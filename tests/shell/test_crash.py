"""The log: faults of every thread, turned over when large, and a mark for a run that did not end."""

from __future__ import annotations

import faulthandler
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler

from merchant_desk.core.paths import log_dir
from merchant_desk.shell import crash


@pytest.fixture
def installed(home: Path) -> Iterator[Path]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    hook, thread_hook = sys.excepthook, threading.excepthook
    crash.install()
    yield log_dir() / "desk.log"
    for handler in [added for added in root.handlers if added not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook, threading.excepthook = hook, thread_hook
    qInstallMessageHandler(None)
    faulthandler.disable()
    native = crash._State.native
    assert native is not None
    native.close()  # type: ignore[attr-defined]


@pytest.mark.log_warnings("fault")
def test_a_fault_is_written_with_its_trace(installed: Path) -> None:
    try:
        raise ValueError("broken")
    except ValueError as error:
        told = crash.log_fault(error)
    assert "ValueError: broken" in installed.read_text(encoding="utf-8")
    assert "test_crash.py" in told
    assert told.startswith("Merchant Desk ")


@pytest.mark.log_warnings("fault")
def test_faults_of_other_threads_are_written_too(installed: Path) -> None:
    def work() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "RuntimeError: in a thread" in installed.read_text(encoding="utf-8")


@pytest.mark.log_warnings("fault")
def test_a_fault_is_told_once_a_window_listens(installed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told: list[Exception] = []
    crash.tell_faults(told.append)
    error = ValueError("a")
    sys.excepthook(ValueError, error, None)
    assert told == [error]
    crash.tell_faults(None)
    sys.excepthook(ValueError, ValueError("b"), None)
    assert "ValueError: b" in capsys.readouterr().err


def test_a_large_log_is_turned_over_and_three_are_kept(home: Path) -> None:
    log_dir().mkdir(parents=True)
    file = log_dir() / "desk.log"
    for number in range(5):
        file.write_text(f"{number}" * (crash.LARGEST + 1), encoding="utf-8")
        crash._turn_over(file)
        assert not file.exists()
    kept = {path.name: path.read_text(encoding="utf-8")[0] for path in log_dir().iterdir()}
    assert kept == {"desk.1.log": "4", "desk.2.log": "3", "desk.3.log": "2"}
    file.write_text("small", encoding="utf-8")
    crash._turn_over(file)
    assert file.exists()


def test_the_mark_tells_of_a_run_that_did_not_end(home: Path) -> None:
    assert not crash.begin("shop")
    crash.end()
    assert not crash.begin("shop")
    assert crash.begin("shop"), "the run before this one never said its end"
    crash.end()


def test_where_nothing_can_be_written_it_goes_to_stderr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MERCHANT_DESK_HOME", str(tmp_path / "file" / "folder"))
    code = (
        "from merchant_desk.shell import crash; crash.install(); print(crash.begin('shop')); crash.end()\n"
        "crash.log_fault(ValueError('broken'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert "ValueError: broken" in done.stderr


def test_a_hard_crash_leaves_its_trace(home: Path) -> None:
    code = (
        "from merchant_desk.shell import crash; crash.install(); import faulthandler; faulthandler._sigsegv()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode != 0
    assert "Segmentation fault" in (log_dir() / "crash.log").read_text(encoding="utf-8")
