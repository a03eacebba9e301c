"""The sample shop of the screenshots, made once for all tests that only read it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.db.open import open_shop
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.sample.make import make_sample_shop

MOMENT = dt.datetime(2025, 8, 20, 14, 24)


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop of the screenshots: the default size, Wednesday 20 August 2025, 14:24."""
    made = tmp_path_factory.mktemp("sample") / "sample.desk"
    make_sample_shop(made, until=MOMENT.date())
    return made


@pytest.fixture(scope="session")
def file(path: Path) -> Iterator[ShopFile]:
    opened = open_shop(path, FixedClock(MOMENT), Changes(), read_only=True)
    yield opened
    opened.close()
