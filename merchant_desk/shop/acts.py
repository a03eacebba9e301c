"""What the owner does to the shop itself: sets it up, renames it, changes its hours and closed days."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import DEFAULT_OPENING, STEPS, TRADES, OpeningSpan, read_name, read_week


class ShopActs:
    """The acts on the shop's own facts."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def set_up(
        self,
        name: str,
        trade: str,
        currency: str = "CNY",
        zone: str = DEFAULT_ZONE,
        opening: Iterable[OpeningSpan] = DEFAULT_OPENING,
        furnish: Callable[[Act], object] | None = None,
    ) -> None:
        """Give a new file its shop; not undoable, as there is no shop without it.

        `furnish` writes what the other rooms begin with, in the same transaction. Raises DeskError
        "no_name" and what `set_opening` raises.
        """
        with self._file.act("set_up", subject=name.strip(), undoable=False) as act:
            write_shop(act, name=name, trade=trade, currency=currency, zone=zone)
            write_opening(act, opening)
            if furnish is not None:
                furnish(act)
        self._file.clock.move_to(zone)

    def edit(
        self,
        *,
        name: str | None = None,
        trade: str | None = None,
        currency: str | None = None,
        zone: str | None = None,
        step_minutes: int | None = None,
    ) -> None:
        """Change what is given and leave the rest; the clock follows the zone. Raises DeskError "no_name"."""
        with self._file.act("edit_shop") as act:
            write_shop(act, name=name, trade=trade, currency=currency, zone=zone, step_minutes=step_minutes)
        if zone is not None:
            self._file.clock.move_to(zone)

    def set_opening(self, spans: Iterable[OpeningSpan]) -> None:
        """Replace the weekly opening spans.

        Raises DeskError "bad_time", "end_before_start", "over_midnight".
        """
        with self._file.act("set_opening") as act:
            write_opening(act, spans)

    def add_closed_day(self, day: dt.date, name: str = "") -> str:
        """Close the shop on a date and give its id; a date that is closed already takes the new name."""
        with self._file.act("add_closed_day", subject=name or day.isoformat()) as act:
            known: str | None = act.value("SELECT id FROM closed_day WHERE day = :day", day=day.isoformat())
            if known is None:
                return act.insert("closed_day", {"day": day.isoformat(), "name": name.strip()})
            act.update("closed_day", known, name=name.strip())
            return known

    def remove_closed_day(self, closed_id: str) -> None:
        """Open on that date again. Raises DeskError "gone"."""
        row = self._file.one("SELECT day, name FROM closed_day WHERE id = :id", id=closed_id)
        with self._file.act("remove_closed_day", subject=(row["name"] or row["day"]) if row else "") as act:
            act.delete("closed_day", closed_id)


def write_shop(
    act: Act,
    *,
    name: str | None = None,
    trade: str | None = None,
    currency: str | None = None,
    zone: str | None = None,
    step_minutes: int | None = None,
) -> None:
    """Write the given facts of the shop inside an open act.

    Raises DeskError "no_name"; ValueError for a trade, currency, zone or step that no screen offers.
    """
    facts: dict[str, object] = {}
    if name is not None:
        facts["name"] = read_name(name)
    if trade is not None:
        if trade not in TRADES:
            raise ValueError(f"no such trade: {trade}")
        facts["trade"] = trade
    if currency is not None:
        if len(currency) != 3 or not currency.isalpha() or currency != currency.upper():
            raise ValueError(f"not an ISO 4217 code: {currency}")
        facts["currency"] = currency
    if zone is not None:
        facts["zone"] = ZoneInfo(zone).key
    if step_minutes is not None:
        if step_minutes not in STEPS:
            raise ValueError(f"no such step: {step_minutes}")
        facts["step_minutes"] = step_minutes
    for key, value in facts.items():
        write_setting(act, key, value)


def write_opening(act: Act, spans: Iterable[OpeningSpan]) -> None:
    """Make these the weekly opening spans inside an open act; what stays the same is not touched.

    Raises DeskError "bad_time", "end_before_start", "over_midnight".
    """
    wanted = set(read_week((span.weekday, span.start, span.end) for span in spans))
    for row in act.all("SELECT id, weekday, start, end FROM opening"):
        span = (row["weekday"], row["start"], row["end"])
        if span in wanted:
            wanted.remove(span)
        else:
            act.delete("opening", row["id"])
    for weekday, start, end in sorted(wanted):
        act.insert("opening", {"weekday": weekday, "start": start, "end": end})


def write_setting(act: Act, key: str, value: object) -> None:
    """Keep `value`, anything JSON can hold, under `key` inside an open act."""
    text = json.dumps(value, ensure_ascii=False)
    if act.value("SELECT 1 FROM setting WHERE id = :key", key=key) is None:
        act.insert("setting", {"id": key, "value": text})
    else:
        act.update("setting", key, value=text)
