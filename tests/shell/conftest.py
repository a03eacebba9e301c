"""A shell without any room: a real file, a desk that is only the file, and pages made here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.db.open import open_shop
from merchant_desk.shell import language, theme
from merchant_desk.shell.background import Background
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.preferences import Preferences
from tests.blank import new_shop
from tests.shell.bare import open_bare


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2025, 8, 20, 14, 24))


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    language.install(qapp, "en")
    language.use_currency("CNY")
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def shop_path(home: Path, clock: FixedClock) -> Path:
    path = home / "shop.desk"
    new_shop(path, clock).close()
    return path


@pytest.fixture
def frame(dressed: QApplication, shop_path: Path, clock: FixedClock) -> Iterator[Frame]:
    changes = Changes()
    background = Background(
        lambda: open_bare(shop_path, clock, changes),
        lambda: open_shop(shop_path, clock, changes, read_only=True),
        inline=True,
    )
    made = Frame(background, clock, Preferences(), changes)
    yield made
    made.close()
    background.close()
