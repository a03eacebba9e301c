"""Numbers about numbers: how sure a share is (pure)."""

from __future__ import annotations

import math

# Two-sided 90 %.
Z_90 = 1.6448536269514722


def wilson(k: int, n: int, z: float = Z_90) -> tuple[float, float]:
    """The Wilson score interval of the share k / n, as (low, high) within 0..1.

    (k + z²/2 ± z √(k (n - k) / n + z²/4)) / (n + z²). No cases give (0, 1). Source: E. B. Wilson,
    "Probable inference", JASA 22 (1927). Raises ValueError unless 0 <= k <= n.
    """
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n}")
    if n == 0:
        return 0.0, 1.0
    middle = k + z * z / 2
    half = z * math.sqrt(k * (n - k) / n + z * z / 4)
    low, high = (middle - half) / (n + z * z), (middle + half) / (n + z * z)
    # Exactly at the ends, which rounding would miss by a hair.
    return 0.0 if k == 0 else low, 1.0 if k == n else high
