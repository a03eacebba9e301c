"""The service list a new shop of each trade starts with, in both languages (resources/trades.json)."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any

from merchant_desk.core.paths import resource


@dataclass(frozen=True, slots=True)
class PresetService:
    """A service to start with: minutes, and money in fen."""

    name: str
    category: str
    minutes: int
    before: int
    after: int
    price: int
    material_cost: int
    at_home: bool


@functools.cache
def _trades() -> dict[str, list[dict[str, Any]]]:
    trades: dict[str, list[dict[str, Any]]] = json.loads(resource("trades.json").read_text(encoding="utf-8"))
    return trades


def preset(trade: str, language: str) -> list[PresetService]:
    """What a shop of this trade usually sells, in the order it is shown; "zh_CN", else English.

    Raises KeyError for a trade that is not in TRADES.
    """
    words = "zh_CN" if language == "zh_CN" else "en"
    return [
        PresetService(
            name=entry[words][1],
            category=entry[words][0],
            minutes=entry["minutes"],
            before=entry.get("before", 0),
            after=entry.get("after", 0),
            price=entry["price"],
            material_cost=entry.get("material_cost", 0),
            at_home=entry.get("at_home", False),
        )
        for entry in _trades()[trade]
    ]
