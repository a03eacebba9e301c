"""Real windows on a real temporary shop, with a clock that stands still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_desk.app import HOUSE
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.db.open import open_shop
from merchant_desk.desk import Desk, open_desk
from merchant_desk.shell import language, theme
from merchant_desk.shell.background import Background
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Program
from merchant_desk.shell.sheet import Sheet
from tests.blank import closed_bytes

NOW = dt.datetime(2025, 8, 20, 14, 24)  # a Wednesday


@pytest.fixture
def clock() -> FixedClock:
    """Wednesday 20 August 2025, 14:24; `clock.set(...)` moves it."""
    return FixedClock(NOW)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in English and the light look, whatever the test before left."""
    language.install(qapp, "en")
    language.use_currency("CNY")
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def shop_path(home: Path) -> Path:
    """A shop that is set up: three workers, a nail and lash salon's services, open every day."""
    path = home / "shop.desk"
    path.write_bytes(_set_up())
    return path


@cache
def _set_up() -> bytes:
    with TemporaryDirectory() as folder:
        desk = open_desk(Path(folder) / "shop.desk", FixedClock(NOW), Changes())
        desk.set_up("小满美甲", "nails_lashes", "zh_CN", ["小雨", "阿琳", "Momo"])
        return closed_bytes(desk.file)


@pytest.fixture
def page_frame(dressed: QApplication, shop_path: Path, clock: FixedClock) -> Iterator[Frame]:
    """What pages and sheets are given, doing all its work at once on this thread."""
    changes = Changes()
    background = Background(
        lambda: open_desk(shop_path, clock, changes),
        lambda: open_shop(shop_path, clock, changes, read_only=True),
        inline=True,
    )
    frame = Frame(background, clock, Preferences(), changes)
    yield frame
    frame.close()
    background.close()


@pytest.fixture
def sheets(page_frame: Frame) -> list[Sheet]:
    """The sheets that were asked for."""
    asked: list[Sheet] = []
    page_frame.sheet_wanted.connect(asked.append)
    return asked


@pytest.fixture
def said(page_frame: Frame) -> list[Notice]:
    """The notices that were given."""
    heard: list[Notice] = []
    page_frame.notice_wanted.connect(heard.append)
    return heard


@pytest.fixture
def desk_window(dressed: QApplication, shop_path: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Program]:
    """The whole program on its window, doing all its work at once on this thread.

    `.window` is the window, `.window.bench()` the pages, `.session.frame` what they were given.
    """
    program = Program(dressed, Preferences(), HOUSE._replace(warm_up=lambda: None), clock, inline=True)
    qtbot.addWidget(program.window)
    with qtbot.waitActive(program.window):
        assert program.start(shop_path)
        program.window.activateWindow()
    yield program
    program.close()
    program.window.close()


@pytest.fixture
def desk(page_frame: Frame) -> Desk:
    """The desk behind `page_frame`, for preparing a shop and for looking at what was written."""
    found: list[Desk] = []
    page_frame.background.run(found.append)
    return found[0]
