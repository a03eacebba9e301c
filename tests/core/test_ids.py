"""Keys: version 7, and in the order they were made."""

from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from merchant_desk.core.ids import id_from, new_id


def test_keys_are_uuid_version_7_of_now() -> None:
    key = uuid.UUID(new_id())
    assert key.version == 7
    assert key.variant == uuid.RFC_4122
    assert abs((key.int >> 80) - time.time_ns() // 1_000_000) < 60_000


def test_keys_rise_within_a_process_even_past_a_full_counter() -> None:
    keys = [new_id() for _ in range(20_000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_keys_from_many_threads_differ() -> None:
    with ThreadPoolExecutor(4) as pool:
        keys = list(pool.map(lambda _: new_id(), range(4_000)))
    assert len(set(keys)) == 4_000


def test_parts_land_where_the_standard_puts_them() -> None:
    assert id_from(0x0123456789AB, 0xCDE, 0) == "01234567-89ab-7cde-8000-000000000000"
