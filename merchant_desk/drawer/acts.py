"""What is done at the drawer: the float, money in and out, and the day's close."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer.model import CloseDraft
from merchant_desk.drawer.store import close_of, day, latest_money

# So far a clock may lag behind what is in the books before it is asked about.
_LAG = dt.timedelta(minutes=5)
# Where an entry of an earlier day stands within it: the float at its beginning, all else at its end.
_MORNING, _NIGHT = dt.time(0, 0), dt.time(23, 59)


class DrawerActs:
    """The acts on the drawer and on the day, each in one transaction."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def set_float(
        self, amount: int, which: dt.date | None = None, who: str = "", *, clock_is_right: bool = False
    ) -> str:
        """Say what lies in the drawer at the beginning of the day (None: today); an earlier word is struck.

        `amount` in minor units; gives the entry's id. Raises DeskError "bad_amount", "future_day",
        "day_closed" (fact `day`) and "clock_set_back" (facts: now, last).
        """
        if amount < 0:
            raise DeskError("bad_amount", amount=amount)
        with self._file.act("set_float", subject=self._subject(which)) as act:
            at = self._moment(act, which, _MORNING, clock_is_right)
            for entry in day(act, at.date()).entries:
                if entry.kind == "float":
                    act.update("drawer_entry", entry.id, voided=1)
            return _insert(act, "float", at, amount, "", who)

    def pay_in(
        self,
        amount: int,
        reason: str,
        which: dt.date | None = None,
        who: str = "",
        *,
        clock_is_right: bool = False,
    ) -> str:
        """Put money into the drawer that nobody paid for anything: change from the bank. Gives the id.

        Raises DeskError "bad_amount", "no_reason" and what `set_float` raises.
        """
        return self._move("pay_in", "in", amount, reason, which, who, clock_is_right)

    def pay_out(
        self,
        amount: int,
        reason: str,
        which: dt.date | None = None,
        who: str = "",
        *,
        clock_is_right: bool = False,
    ) -> str:
        """Take money out of the drawer: cotton pads from next door. Gives the id; raises as `pay_in`."""
        return self._move("pay_out", "out", amount, reason, which, who, clock_is_right)

    def strike(self, entry_id: str) -> None:
        """Strike an entry that was wrong while its day is open; it stays in the file and does not count.

        Raises DeskError "gone", "day_closed" (fact `day`).
        """
        row = self._file.one("SELECT at, reason, voided FROM drawer_entry WHERE id = :id", id=entry_id)
        if row is None or row["voided"]:
            raise DeskError("gone", table="drawer_entry", id=entry_id)
        with self._file.act("strike_entry", subject=row["reason"]) as act:
            _refuse_closed(act, dt.date.fromisoformat(row["at"][:10]))
            act.update("drawer_entry", entry_id, voided=1)

    def close_day(self, draft: CloseDraft) -> str:
        """Write down what was counted and close the day: it takes no more money. Gives the close's id.

        Open sales do not keep a day from being closed; they count on the day they are paid. Raises
        DeskError "already_closed" (facts: day, closed_at), "future_day" (fact `day`), "clock_set_back"
        (facts: now, last), "day_changed" and what `CloseDraft.counts` raises.
        """
        with self._file.act("close_day", subject=draft.day.isoformat()) as act:
            known = close_of(act, draft.day)
            if known is not None:
                raise DeskError("already_closed", day=draft.day, closed_at=known.closed_at)
            if draft.day > act.now.date():
                raise DeskError("future_day", day=draft.day)
            if not draft.clock_is_right:
                _refuse_slow_clock(act)
            found = day(act, draft.day)
            expected = found.expected
            if draft.seen is not None and _some(draft.seen) != _some(expected):
                raise DeskError("day_changed")
            counts = draft.counts(expected)
            close_id = act.insert(
                "day_close",
                {
                    "day": draft.day.isoformat(),
                    "closed_at": wall(act.now),
                    "who": draft.who.strip(),
                    "float": found.float,
                    "kept": draft.kept,
                    "note": draft.note.strip(),
                },
            )
            for one in counts:
                row = {"method": one.method, "expected": one.expected, "counted": one.counted}
                act.insert("day_count", {**row, "day_close_id": close_id, "reason": one.reason})
            for value, many in draft.pieces.items():
                if many:
                    act.insert("day_piece", {"day_close_id": close_id, "value": value, "pieces": many})
            return close_id

    def reopen_day(self, which: dt.date) -> None:
        """Open today again, because a customer came after the close; an earlier day stays closed.

        What was counted is taken away with it and stays in the history. Raises DeskError "not_closed"
        (fact `day`), "day_is_past" (fact `day`).
        """
        with self._file.act("reopen_day", subject=which.isoformat()) as act:
            known = close_of(act, which)
            if known is None:
                raise DeskError("not_closed", day=which)
            if which != act.now.date():
                raise DeskError("day_is_past", day=which)
            for table in ("day_piece", "day_count"):
                for row in act.all(f"SELECT id FROM {table} WHERE day_close_id = :id", id=known.id):
                    act.delete(table, row["id"])
            act.delete("day_close", known.id)

    def _move(
        self,
        verb: str,
        kind: str,
        amount: int,
        reason: str,
        which: dt.date | None,
        who: str,
        clock_is_right: bool,
    ) -> str:
        if amount <= 0:
            raise DeskError("bad_amount", amount=amount)
        if not reason.strip():
            raise DeskError("no_reason")
        with self._file.act(verb, subject=reason.strip()) as act:
            at = self._moment(act, which, _NIGHT, clock_is_right)
            return _insert(act, kind, at, amount, reason.strip(), who)

    def _moment(
        self, act: Act, which: dt.date | None, otherwise: dt.time, clock_is_right: bool
    ) -> dt.datetime:
        """When an entry is of: now, or the given time of an earlier day that is still open."""
        now = act.now
        if which is not None and which > now.date():
            raise DeskError("future_day", day=which)
        if not clock_is_right:
            _refuse_slow_clock(act)
        at = now if which is None or which == now.date() else dt.datetime.combine(which, otherwise)
        _refuse_closed(act, at.date())
        return at

    def _subject(self, which: dt.date | None) -> str:
        return (which or self._file.clock.today()).isoformat()


def _refuse_closed(act: Act, which: dt.date) -> None:
    if close_of(act, which) is not None:
        today = {"today": which} if which == act.now.date() else {}
        raise DeskError("day_closed", day=which, **today)


def _refuse_slow_clock(act: Act) -> None:
    last = latest_money(act)
    if last is not None and last > act.now + _LAG:
        raise DeskError("clock_set_back", now=act.now, last=last)


def _some(amounts: Mapping[str, int]) -> dict[str, int]:
    """The amounts that are not nothing."""
    return {method: amount for method, amount in amounts.items() if amount}


def _insert(act: Act, kind: str, at: dt.datetime, amount: int, reason: str, who: str) -> str:
    row = {"kind": kind, "at": wall(at), "amount": amount, "reason": reason}
    return act.insert("drawer_entry", {**row, "who": who.strip()})
