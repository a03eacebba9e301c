"""A salon for the calendar files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.calendars import Salon, salon


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Salon]:
    """A salon in Shanghai on 20 August 2025."""
    made = salon(tmp_path)
    yield made
    made.desk.file.close()
