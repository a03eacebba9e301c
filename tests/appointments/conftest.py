from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from merchant_desk.core.clock import FixedClock
from tests.appointments.salon import Salon, at, open_salon


@pytest.fixture
def salon(tmp_path: Path) -> Iterator[Salon]:
    """The salon on Thursday 20 August 2026, at 09:00."""
    opened = open_salon(tmp_path / "salon.desk", FixedClock(at("09:00")))
    yield opened
    opened.file.close()
