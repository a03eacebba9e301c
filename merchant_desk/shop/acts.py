"""What the owner does to the shop itself: its name, hours and closed days, booking rules, holidays."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.holidays import CALENDARS, Holiday, check_year
from merchant_desk.shop.model import (
    DEFAULT_OPENING,
    TRADES,
    BookingRules,
    OpeningSpan,
    Shop,
    read_name,
    read_week,
)
from merchant_desk.shop.store import CALENDAR_KEY, RULE_KEYS, YEARS_KEY, loaded_years

MOST_CLOSED = 366


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

    def save(
        self,
        shop: Shop | None = None,
        opening: Iterable[OpeningSpan] | None = None,
        rules: BookingRules | None = None,
    ) -> None:
        """Change what is given in one act, or nothing of it; the step is one of the rules.

        The clock follows the shop's zone. Raises DeskError "no_name", what `write_opening` raises, and what
        `BookingRules.check` raises.
        """
        if rules is not None:
            rules.check()
        verb = "edit_shop" if shop is not None else "set_opening" if opening is not None else ""
        with self._file.act(verb or "set_booking_rules") as act:
            if shop is not None:
                write_shop(act, name=shop.name, trade=shop.trade, currency=shop.currency, zone=shop.zone)
            if opening is not None:
                write_opening(act, opening)
            if rules is not None:
                write_rules(act, rules)
        if shop is not None:
            self._file.clock.move_to(shop.zone)

    def close_days(self, first: dt.date, last: dt.date, name: str = "") -> list[str]:
        """Close the shop from `first` to `last`, both included, and give the ids by date.

        Dates that are closed already take the new name. Raises DeskError "bad_period", "too_many_days"
        (facts: days, most).
        """
        count = (last - first).days + 1
        if count < 1:
            raise DeskError("bad_period", first=first, last=last)
        if count > MOST_CLOSED:
            raise DeskError("too_many_days", days=count, most=MOST_CLOSED)
        with self._file.act("add_closed_day", subject=name.strip() or first.isoformat()) as act:
            return [write_closed(act, first + dt.timedelta(days=number), name) for number in range(count)]

    def open_days(self, closed_ids: Iterable[str]) -> None:
        """Open on these dates again, in one act. Raises DeskError "gone"."""
        ids = list(closed_ids)
        row = self._file.one("SELECT day, name FROM closed_day WHERE id = :id", id=ids[0] if ids else "")
        with self._file.act("remove_closed_day", subject=(row["name"] or row["day"]) if row else "") as act:
            for closed_id in ids:
                act.delete("closed_day", closed_id)

    def choose_holidays(self, calendar: str) -> None:
        """Say whose built-in holidays the calendar marks: one of CALENDARS, or "" for none.

        Raises ValueError for a calendar that is not shipped.
        """
        if calendar and calendar not in CALENDARS:
            raise ValueError(f"no such calendar: {calendar}")
        with self._file.act("choose_holidays") as act:
            write_setting(act, CALENDAR_KEY, calendar)

    def load_holidays(self, year: int, days: Iterable[Holiday]) -> None:
        """Make these the holidays of the year, in the place of what was known of it.

        Raises what `holidays.check_year` raises.
        """
        tidy = check_year(year, days)
        with self._file.act("load_holidays", subject=str(year)) as act:
            _write_holidays(act, year, tidy)

    def forget_holidays(self, year: int) -> None:
        """Take a loaded year away again; what was built in for it holds as before."""
        with self._file.act("forget_holidays", subject=str(year)) as act:
            _write_holidays(act, year, [])


def write_shop(act: Act, *, name: str, trade: str, currency: str, zone: str) -> None:
    """Write the facts of the shop inside an open act.

    Raises DeskError "no_name"; ValueError for a trade, currency or zone that no screen offers.
    """
    if trade not in TRADES:
        raise ValueError(f"no such trade: {trade}")
    if len(currency) != 3 or not currency.isalpha() or currency != currency.upper():
        raise ValueError(f"not an ISO 4217 code: {currency}")
    facts = {"name": read_name(name), "trade": trade, "currency": currency, "zone": ZoneInfo(zone).key}
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


def write_rules(act: Act, rules: BookingRules) -> None:
    """Write how the shop gives its time away inside an open act."""
    for key, name in RULE_KEYS.items():
        write_setting(act, key, getattr(rules, name))


def write_closed(act: Act, day: dt.date, name: str) -> str:
    """Close the shop on a date inside an open act and give its id; a closed one takes the name."""
    known: str | None = act.value("SELECT id FROM closed_day WHERE day = :day", day=day.isoformat())
    if known is None:
        return act.insert("closed_day", {"day": day.isoformat(), "name": name.strip()})
    act.update("closed_day", known, name=name.strip())
    return known


def _write_holidays(act: Act, year: int, days: list[Holiday]) -> None:
    """Make these the loaded days of a year; none of them: the year is not loaded any more.

    What another year's notice brought into this one stays, and so does what this one's brought elsewhere
    only as long as it is named.
    """
    loaded = loaded_years(act)
    mine = set(loaded.pop(year, ()))
    others = {day for outside in loaded.values() for day in outside}
    wanted = {one.day: one for one in days}
    for row in act.all("SELECT id, day FROM holiday"):
        day = dt.date.fromisoformat(row["day"])
        if day in wanted:
            one = wanted.pop(day)
            act.update("holiday", row["id"], name=one.name, works=int(one.works))
        elif day not in others and (day.year == year or day in mine):
            act.delete("holiday", row["id"])
    for day, one in sorted(wanted.items()):
        act.insert("holiday", {"day": day.isoformat(), "name": one.name, "works": int(one.works)})
    if days:
        loaded[year] = tuple(one.day for one in days if one.day.year != year)
    kept = {str(key): [day.isoformat() for day in outside] for key, outside in sorted(loaded.items())}
    write_setting(act, YEARS_KEY, kept)


def write_setting(act: Act, key: str, value: object) -> None:
    """Keep `value`, anything JSON can hold, under `key` inside an open act."""
    text = json.dumps(value, ensure_ascii=False)
    if act.value("SELECT 1 FROM setting WHERE id = :key", key=key) is None:
        act.insert("setting", {"id": key, "value": text})
    else:
        act.update("setting", key, value=text)
