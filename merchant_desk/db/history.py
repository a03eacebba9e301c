"""Undo and redo, today and after a restart, from the trail that every act leaves.

An undo is an act of its own that replays the changes of another backwards. It refuses when a later
act stands on what it would take away. Money rows are never erased: undoing their making voids them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.db import voiding
from merchant_desk.db.faults import desk_error
from merchant_desk.db.records import TOPICS, Act, Reader
from merchant_desk.db.shop_file import ShopFile

# What undoing the insert of a row does instead of deleting it. A sale lets go of its appointment, so that
# the booking can be undone next; a voucher of its content, which the same act may have brought.
_KEPT: Mapping[str, Mapping[str, object]] = {
    "sale": {"status": "void", "void_reason": "undone", "appointment_id": None},
    "sale_line": {},
    "sale_share": {},
    "payment": {},
    "voucher": {"state": "reversed", "content_id": None},
    "card": {"state": "void", "paused_on": None},
    "card_counter": {},
    "card_entry": {"voided": 1},
    "commission_entry": {},
    "drawer_entry": {"voided": 1},
}
# Rows of a sale; they are changed and deleted as long as it is open, and stay as they are from then on.
_OF_A_SALE = frozenset({"sale_line", "sale_share", "payment"})
# Refusals that mean: something later stands on what would be taken away.
_STANDS = frozenset(
    {"in_use", "clash", "place_full", "phone_taken", "sale_has_refund", "card_short", "card_taken_back"}
)
# What the refusal of a line says is taken already: the column that names it.
_HELD: Mapping[str, str] = {"clash": "worker_id", "place_full": "place_id"}


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act of the trail; `at` is UTC epoch milliseconds."""

    id: str
    seq: int
    kind: str
    verb: str
    subject: str
    at: int
    who: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo turned around."""

    act_id: str
    verb: str
    subject: str


@dataclass(frozen=True, slots=True)
class _Change:
    table: str
    row_id: str
    before: dict[str, object] | None
    after: dict[str, object] | None


_ACT = "SELECT id, seq, kind, verb, subject, at, who FROM act "


def last(reader: Reader) -> ActRow | None:
    """The act that undo would turn around: the newest that still stands, or None."""
    row = reader.one(_ACT + "WHERE kind = 'do' AND undone_by IS NULL ORDER BY seq DESC LIMIT 1")
    if row is None or not reader.value("SELECT undoable FROM act WHERE id = :id", id=row["id"]):
        return None
    return ActRow(*row)


def next_redo(reader: Reader) -> ActRow | None:
    """The undo that redo would turn around: the newest that stands, unless something was done since."""
    row = reader.one(
        _ACT + "WHERE kind = 'undo' AND undone_by IS NULL"
        " AND seq > (SELECT coalesce(max(seq), 0) FROM act WHERE kind = 'do') ORDER BY seq DESC LIMIT 1"
    )
    return None if row is None else ActRow(*row)


def trail(reader: Reader, limit: int = 200) -> list[ActRow]:
    """The newest acts first."""
    return [ActRow(*row) for row in reader.all(_ACT + "ORDER BY seq DESC LIMIT :limit", limit=limit)]


def undo(file: ShopFile) -> Undone:
    """Turn the last standing act around. Raises DeskError "nothing_to_undo" or "undo_stands_on"."""
    found = last(file)
    if found is None:
        raise DeskError("nothing_to_undo")
    return undo_act(file, found.id)


def undo_act(file: ShopFile, act_id: str) -> Undone:
    """Turn one act around.

    Raises DeskError "gone" (no such act, or undone already), "cannot_undo" (a bulk load),
    "undo_stands_on" with what stands on it: later_verb, later_subject, later_at, or "undo_is_kept"
    where a void sale names what would go.
    """
    undone = _standing(file, act_id)
    changes = _changes(file, act_id)
    with file.act(undone.verb, undone.subject, kind="undo", undoes=act_id) as act:
        # Once more within the act: another window may have been faster.
        _standing(act, act_id)
        _refuse_if_stood_on(act, undone, changes)
        for step, kept in _backwards(changes):
            _turn(file, act, step, undone, kept=kept)
        file.conn.execute("UPDATE act SET undone_by = ? WHERE id = ?", (act.id, act_id))
    return Undone(act_id, undone.verb, undone.subject)


def redo(file: ShopFile) -> Undone:
    """Do again what the last undo took back. Raises DeskError "nothing_to_redo"."""
    found = next_redo(file)
    if found is None:
        raise DeskError("nothing_to_redo")
    original = file.value("SELECT undoes FROM act WHERE id = :id", id=found.id)
    with file.act(found.verb, found.subject, kind="redo", undoes=found.id) as act:
        if next_redo(act) != found:
            # Another window did something since, or did just this.
            raise DeskError("nothing_to_redo")
        for change in reversed(_changes(file, found.id)):
            _turn(file, act, change, found)
        file.conn.execute("UPDATE act SET undone_by = ? WHERE id = ?", (act.id, found.id))
        file.conn.execute("UPDATE act SET undone_by = NULL WHERE id = ?", (original,))
    return Undone(original, found.verb, found.subject)


def _standing(reader: Reader, act_id: str) -> ActRow:
    """The act, where it can be turned around as far as it goes itself."""
    row = reader.one("SELECT * FROM act WHERE id = :id AND kind = 'do' AND undone_by IS NULL", id=act_id)
    if row is None:
        raise DeskError("gone", table="act", id=act_id)
    if not row["undoable"]:
        raise DeskError("cannot_undo", verb=row["verb"])
    return ActRow(*(row[name] for name in ActRow.__slots__))


def _changes(reader: Reader, act_id: str) -> list[_Change]:
    rows = reader.all(
        "SELECT table_name, row_id, before, after FROM change WHERE act_id = :act ORDER BY seq", act=act_id
    )
    return [_Change(r["table_name"], r["row_id"], _columns(r["before"]), _columns(r["after"])) for r in rows]


def _columns(text: str | None) -> dict[str, object] | None:
    return None if text is None else json.loads(text)


def _backwards(changes: list[_Change]) -> Iterable[tuple[_Change, bool]]:
    """The changes in the order of undo, and whether the row stays; its later changes go with its making.

    A sale that the act made or finished is void afterwards, with the lines and payments it has; one that
    was open before and still is gets those back that it had.
    """
    made = {c.row_id for c in changes if c.table == "sale" and _is_final(c)}
    kept = {
        (c.table, c.row_id)
        for c in changes
        if c.table in _KEPT
        and (c.row_id in made or (c.before is None and (made or c.table not in _OF_A_SALE)))
    }
    voided: set[str] = set()
    for change in reversed(changes):
        if (change.table, change.row_id) not in kept:
            if not (made and change.table in _OF_A_SALE):
                yield change, False
        elif change.row_id in made:
            if change.row_id not in voided:
                voided.add(change.row_id)
                yield change, True
        elif change.before is None:
            yield change, True


def _is_final(change: _Change) -> bool:
    """Whether a change made a sale, or finished one that was open."""
    return change.before is None or (
        change.before.get("status") == "open" and (change.after or {}).get("status") == "paid"
    )


def _turn(file: ShopFile, act: Act, change: _Change, turned: ActRow, *, kept: bool = False) -> None:
    try:
        if kept:
            if _KEPT[change.table]:
                extra = {"voided_at": act.now_ms} if change.table == "sale" else {}
                if change.table == "sale":
                    voiding.take_entries_back(act, change.row_id)
                    voiding.let_go_of_vouchers(act, change.row_id)
                act.update(change.table, change.row_id, **_KEPT[change.table], **extra)
        elif change.before is None:
            act.delete(change.table, change.row_id)
        elif change.after is None:
            act.insert(change.table, change.before)
        else:
            act.update(change.table, change.row_id, **change.before)
    except sqlite3.Error as error:
        known = desk_error(error)
        if known is None or known.code not in _STANDS:
            raise
        raise _stands_on(file, turned, _holder(file, change, known.code)) from error


def _refuse_if_stood_on(reader: Reader, turned: ActRow, changes: list[_Change]) -> None:
    for change in changes:
        later = reader.one(
            "SELECT act.id FROM change JOIN act ON act.id = change.act_id WHERE change.row_id = :row"
            " AND change.table_name = :table AND act.kind = 'do' AND act.undone_by IS NULL AND act.seq > :seq"
            " ORDER BY act.seq DESC LIMIT 1",
            row=change.row_id,
            table=change.table,
            seq=turned.seq,
        )
        if later is not None:
            raise _stands_on(reader, turned, later["id"])


def _holder(reader: Reader, change: _Change, code: str) -> str | None:
    """The act that made the row which keeps `change` from being turned around."""
    if code in ("card_short", "card_taken_back"):
        return _maker(reader, "card_entry", _last_use(reader, change))
    if code in _HELD:
        return _maker(reader, "appointment_line", _line_in_the_way(reader, change, _HELD[code]))
    for table in TOPICS:
        for key in reader.all(f"PRAGMA foreign_key_list({table})"):
            if key["table"] != change.table:
                continue
            for row in reader.all(f"SELECT id FROM {table} WHERE {key['from']} = :id", id=change.row_id):
                maker = _maker(reader, table, row["id"])
                if maker is not None:
                    return maker
    return None


def _line_in_the_way(reader: Reader, change: _Change, held: str) -> str | None:
    """The newest line that holds the same worker or place (`held`) at the time that is to be taken again."""
    key = "appointment_id" if change.table == "appointment" else "id"
    columns = f"appointment_id, busy_from, busy_to, {held}"
    rows = reader.all(f"SELECT {columns} FROM appointment_line WHERE {key} = :id", id=change.row_id)
    wanted: list[dict[str, object]] = [dict(row) for row in rows] or [{}]
    if change.table == "appointment_line":
        wanted = [{**row, **(change.before or {})} for row in wanted]
    for row in wanted:
        found: str | None = reader.value(
            "SELECT o.id FROM appointment_line o JOIN appointment a ON a.id = o.appointment_id"
            f" WHERE o.{held} = :held AND o.busy_from < :busy_to AND o.busy_to > :busy_from"
            " AND o.appointment_id <> :own AND a.status NOT IN ('cancelled', 'no_show')"
            " ORDER BY o.updated_at DESC LIMIT 1",
            held=row.get(held),
            busy_from=row.get("busy_from"),
            busy_to=row.get("busy_to"),
            own=row.get("appointment_id"),
        )
        if found is not None:
            return found
    return None


def _last_use(reader: Reader, change: _Change) -> str | None:
    """The newest entry that lowered the card which taking `change` back would leave short."""
    found: str | None = reader.value(
        "SELECT used.id FROM card_entry AS entry JOIN card_entry AS used ON used.card_id = entry.card_id"
        " WHERE (entry.id = :row OR entry.sale_id = :row) AND used.voided = 0"
        " AND coalesce(used.sale_id, '') <> coalesce(entry.sale_id, '')"
        " AND (used.principal < 0 OR used.bonus < 0 OR used.units < 0)"
        " ORDER BY used.at DESC, used.id DESC LIMIT 1",
        row=change.row_id,
    )
    return found


def _maker(reader: Reader, table: str, row_id: str | None) -> str | None:
    found: str | None = reader.value(
        "SELECT act.id FROM change JOIN act ON act.id = change.act_id WHERE change.row_id = :row"
        " AND change.table_name = :table AND act.kind = 'do' AND act.undone_by IS NULL"
        " ORDER BY act.seq DESC LIMIT 1",
        row=row_id,
        table=table,
    )
    return found


def _stands_on(reader: Reader, turned: ActRow, later_id: str | None) -> DeskError:
    later = reader.one(_ACT + "WHERE id = :id", id=later_id)
    if later is None:
        # Nothing that could be undone first: a void sale is kept, and so is what it names.
        return DeskError("undo_is_kept", verb=turned.verb, subject=turned.subject)
    return DeskError(
        "undo_stands_on",
        verb=turned.verb,
        subject=turned.subject,
        at=turned.at,
        later_verb=later["verb"],
        later_subject=later["subject"],
        later_at=later["at"],
    )
