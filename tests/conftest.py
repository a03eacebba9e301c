"""What every test gets: a screen that is not there, a data folder of its own, and a watch over the log."""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from merchant_desk.core.clock import FixedClock
from merchant_desk.db.shop_file import ShopFile
from tests.blank import new_shop

# Before anything imports Qt. Whoever wants to watch names a platform: QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test is timed: a slow machine must not fail a property.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


class _Warnings(logging.Handler):
    """Keeps what the log says at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def log_complaints(said: list[str], expected: tuple[str, ...]) -> list[str]:
    """What is wrong with these log lines: those nobody expected, and expectations that nothing met."""
    unexpected = [line for line in said if not any(re.search(pattern, line) for pattern in expected)]
    unmet = [pattern for pattern in expected if not any(re.search(pattern, line) for line in said)]
    return [f"unexpected in the log: {line}" for line in unexpected] + [
        f"expected in the log, but not there: {pattern}" for pattern in unmet
    ]


@pytest.fixture(autouse=True)
def _log_watch(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, or worse, which its `log_warnings` mark does not announce."""
    mark = request.node.get_closest_marker("log_warnings")
    expected: tuple[str, ...] = mark.args if mark else ()
    watch = _Warnings()
    root = logging.getLogger()
    root.addHandler(watch)
    yield
    root.removeHandler(watch)
    complaints = log_complaints(watch.said, expected)
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """Delete the windows a test leaves; else each change of the look would go through those of all before."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    for window in widgets.QApplication.topLevelWidgets():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's data folder for this test alone; nobody's real shop is ever touched."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("MERCHANT_DESK_HOME", str(folder))
    return folder


# A Thursday afternoon in summer, far from any clock change or holiday.
NOW = dt.datetime(2026, 8, 20, 14, 0)


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at NOW until a test sets it."""
    return FixedClock(NOW)


@pytest.fixture
def desk_file(tmp_path: Path, clock: FixedClock) -> Iterator[ShopFile]:
    """An empty shop file, open."""
    file = new_shop(tmp_path / "shop.desk", clock)
    yield file
    file.close()
