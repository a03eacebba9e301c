"""The log, and what happens when something breaks: a fault is written down, shown, and never hidden."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from merchant_desk import __version__
from merchant_desk.core.paths import log_dir

log = logging.getLogger("merchant_desk")
LARGEST = 1_000_000
KEPT = 3
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _State:
    """Whom to tell of a fault; one for the whole process, as the hooks are."""

    tell: Callable[[Exception], object] | None = None
    marker: Path | None = None
    native: object = None


def install() -> None:
    """Write the log from now on, and let no fault of any thread pass unseen.

    Where no log can be written it goes to stderr: the window has to come up all the same, to say what
    is wrong with the folder.
    """
    folder = log_dir()
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _turn_over(folder / "desk.log")
        # Kept open for the whole run: faulthandler writes into it while the process dies.
        _State.native = (folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(_State.native)
        handler = logging.FileHandler(folder / "desk.log", encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = _on_exception
    threading.excepthook = _on_thread_exception
    qInstallMessageHandler(_on_qt_message)


def tell_faults(tell: Callable[[Exception], object] | None) -> None:
    """Show faults with `tell(error)`, called on the thread that met them; None stops it."""
    _State.tell = tell


def log_fault(error: BaseException) -> str:
    """Write a fault into the log; gives the text to copy, with the version but none of the shop's data."""
    told = "".join(traceback.format_exception(error))
    log.error("fault\n%s", told)
    return f"Merchant Desk {__version__} · Python {sys.version.split()[0]} · {sys.platform}\n{told}"


def open_log() -> bool:
    """Show the log in the program that the system has for text files."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_dir() / "desk.log")))


def begin(name: str) -> bool:
    """Mark that the program runs on the shop `name`; True when the last run did not come to its end."""
    marker = log_dir() / f"running-{name}"
    left_over = marker.exists()
    try:
        marker.parent.mkdir(parents=True, exist_ok=True)
        marker.touch()
    except OSError as error:
        log.info("no mark of this run: %s", error)
        return left_over
    _State.marker = marker
    return left_over


def end() -> None:
    """The program comes to its end in good order."""
    if _State.marker is not None:
        _State.marker.unlink(missing_ok=True)
        _State.marker = None


def _on_exception(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, where)
        return
    if _State.tell is None:
        log_fault(error)
        sys.__excepthook__(kind, error, where)
        return
    _State.tell(error)


def _on_thread_exception(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log_fault(args.exc_value)


def _on_qt_message(level: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(level, logging.WARNING), "%s", text)


def _turn_over(file: Path) -> None:
    """Begin a new log where the old one is large; the last three are kept."""
    if not file.exists() or file.stat().st_size < LARGEST:
        return
    for age in range(KEPT - 1, 0, -1):
        older = file.with_suffix(f".{age}.log")
        if older.exists():
            older.replace(file.with_suffix(f".{age + 1}.log"))
    file.replace(file.with_suffix(".1.log"))
