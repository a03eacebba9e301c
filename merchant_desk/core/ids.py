"""UUIDv7 text keys: unique everywhere, sorted by the time they were made (RFC 9562, section 5.7)."""

from __future__ import annotations

import random
import threading
import time

_lock = threading.Lock()
# The system's own chance, as `secrets` hands it out; that module would load OpenSSL at every start.
_chance = random.SystemRandom()
_last = (0, 0)
_COUNTER_BITS = 12
_COUNTER_END = 1 << _COUNTER_BITS


def new_id() -> str:
    """A new UUIDv7, later than every one this process made before."""
    global _last  # noqa: PLW0603 - one clock per process is the point
    with _lock:
        ms, counter = _last
        now = time.time_ns() // 1_000_000
        if now > ms:
            ms, counter = now, _chance.getrandbits(_COUNTER_BITS - 1)
        else:
            counter += 1
            if counter == _COUNTER_END:
                ms, counter = ms + 1, 0
        _last = (ms, counter)
    return id_from(ms, counter, _chance.getrandbits(62))


def id_from(epoch_ms: int, counter: int, random_bits: int) -> str:
    """The UUIDv7 made of a time in epoch milliseconds, a 12-bit counter and 62 random bits."""
    number = (epoch_ms & 0xFFFFFFFFFFFF) << 80
    number |= 0x7 << 76
    number |= (counter & 0xFFF) << 64
    number |= 0x2 << 62
    number |= random_bits & 0x3FFFFFFFFFFFFFFF
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
