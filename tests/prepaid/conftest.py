"""A shop for every test of the room."""

from __future__ import annotations

import pytest

from merchant_desk.core.clock import FixedClock
from merchant_desk.db.shop_file import ShopFile
from tests.prepaid.shop import Shop, open_shop_with


@pytest.fixture
def shop(desk_file: ShopFile, clock: FixedClock) -> Shop:
    return open_shop_with(desk_file, clock)
