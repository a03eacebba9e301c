"""The cards, read: what a customer has, one card whole, what the shop offers and what it still owes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

from merchant_desk.core.clock import parse_day, parse_wall
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Reader, in_list, literal
from merchant_desk.prepaid import ledger
from merchant_desk.prepaid.model import (
    Card,
    CardDraft,
    CardState,
    CardType,
    Counter,
    CounterDraft,
    CounterState,
    LedgerEntry,
    Liability,
    Moves,
)

# A card counts from its sale or its opening on; one of a sale that was put aside or taken back does not.
_REAL = (
    " card.state <> 'void' AND EXISTS (SELECT 1 FROM card_entry made WHERE made.card_id = card.id"
    " AND made.voided = 0 AND made.kind IN ('sold', 'opening'))"
)
_CARD = (
    "SELECT card.*, customer.name AS customer FROM card"
    " JOIN customer ON customer.id = card.customer_id WHERE "
)
# The latest moment of a day as the file writes it.
_END = "T24:00"
_PORTION = 500


def cards_of(r: Reader, customer_id: str, day: dt.date) -> list[CardState]:
    """A customer's cards on that day: those that pay first, and of these the first to expire first."""
    found = r.all(_CARD + "card.customer_id = :customer AND" + _REAL, customer=customer_id)
    states = _states(r, found, day)
    return sorted(
        states, key=lambda one: (not one.usable, one.expires_on or dt.date.max, one.sold_on, one.number)
    )


def cards(r: Reader, day: dt.date, text: str = "", state: str = "all", limit: int = 500) -> list[CardState]:
    """The newest cards first; `text` finds numbers, names and customers.

    `state` is "all", "usable", "expired", "paused" or "empty" (nothing left, or closed).
    """
    typed = fold(text)
    found = r.all(
        _CARD + _REAL + " AND (:text = '' OR lower(card.number) LIKE :like ESCAPE '!'"
        " OR lower(card.name) LIKE :like ESCAPE '!' OR customer.search LIKE :like ESCAPE '!')"
        " ORDER BY card.sold_on DESC, card.id DESC",
        text=typed,
        like=f"%{literal(typed)}%",
    )
    # Read in portions: a question that is answered by the newest does not look at them all.
    wanted: list[CardState] = []
    for first in range(0, len(found), _PORTION):
        states = _states(r, found[first : first + _PORTION], day)
        wanted += [one for one in states if state == "all" or state_of(one) == state]
        if len(wanted) >= limit:
            break
    return wanted[:limit]


def any_card(r: Reader) -> bool:
    """Whether a card was ever sold or taken over."""
    return r.value("SELECT 1 FROM card WHERE state <> 'void' LIMIT 1") is not None


def state_of(card: CardState) -> str:
    """What holds of a card: "empty" (or closed), "paused", "expired" or "usable"."""
    if card.state == "closed" or card.empty:
        return "empty"
    if card.state == "paused":
        return "paused"
    return "expired" if card.expired else "usable"


def deposit_of(r: Reader, appointment_id: str, day: dt.date) -> CardState | None:
    """The deposit that was taken for an appointment and is not used up, or None."""
    found = r.all(
        _CARD + "card.appointment_id = :id AND" + _REAL + " ORDER BY card.id DESC", id=appointment_id
    )
    return next((one for one in _states(r, found, day) if one.usable), None)


def state(r: Reader, card_id: str, day: dt.date) -> CardState | None:
    """How one card stands, whatever its state, or None."""
    found = r.all(_CARD + "card.id = :id", id=card_id)
    return next(iter(_states(r, found, day)), None)


def card(r: Reader, card_id: str, day: dt.date) -> Card | None:
    """One card whole, whatever its state; `day` is when a refund would be. None where there is none."""
    stands = state(r, card_id, day)
    if stands is None:
        return None
    entries = _ledger(r, card_id)
    sale_id = next((one.sale_id for one in entries if one.kind == "sold" and not one.voided), None)
    return Card(stands, tuple(entries), _refund(stands, entries, day), sale_id)


def draft_of(r: Reader, card_id: str) -> CardDraft | None:
    """The card as a sale line carries it; for a sale that is opened again."""
    row = r.one("SELECT * FROM card WHERE id = :id", id=card_id)
    if row is None:
        return None
    counters = r.all("SELECT * FROM card_counter WHERE card_id = :id ORDER BY seq", id=card_id)
    return CardDraft(
        kind=row["kind"],
        name=row["name"],
        bonus=row["bonus"],
        counters=tuple(
            CounterDraft(one["service_id"], one["units"], one["unit_price"], bool(one["free"]))
            for one in counters
        ),
        card_type_id=row["card_type_id"],
        appointment_id=row["appointment_id"],
        expires_on=_day(row["expires_on"]),
        spend_first=row["spend_first"],
    )


def card_types(r: Reader, *, archived: bool = False) -> list[CardType]:
    """What the shop sells ahead, in its order; with `archived` those as well that it no longer does."""
    found = r.all(
        "SELECT card_type.*, (SELECT count(*) FROM card WHERE card.card_type_id = card_type.id"
        " AND card.state <> 'void') AS sold FROM card_type"
        " WHERE archived_at IS NULL OR :archived ORDER BY archived_at IS NOT NULL, seq, name, id",
        archived=int(archived),
    )
    counters: dict[str, list[Counter]] = {}
    for row in r.all(
        "SELECT counter.*, service.name AS service FROM card_type_counter counter"
        " JOIN service ON service.id = counter.service_id ORDER BY counter.card_type_id, counter.seq"
    ):
        counters.setdefault(row["card_type_id"], []).append(
            Counter(row["service_id"], row["service"], row["units"], row["unit_price"], bool(row["free"]))
        )
    return [
        CardType(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            price=row["price"],
            bonus=row["bonus"],
            valid_days=row["valid_days"],
            spend_first=row["spend_first"],
            archived=row["archived_at"] is not None,
            sold=row["sold"],
            counters=tuple(counters.get(row["id"], ())),
        )
        for row in found
    ]


def liability(r: Reader, day: dt.date) -> list[Liability]:
    """What the shop owes on its cards at the end of that day, by type, the most first.

    Expired cards are in it: what was paid for them is still the customers'.
    """
    found = r.all(
        "SELECT card.kind, CASE WHEN card.kind = 'deposit' THEN '' ELSE card.name END AS name,"
        " count(*) AS cards, sum(has.principal) AS principal, sum(has.bonus) AS bonus,"
        " sum(has.units) AS units,"
        " sum(CASE WHEN card.expires_on < :day THEN has.principal ELSE 0 END) AS expired"
        " FROM (SELECT card_id, sum(principal) AS principal, sum(bonus) AS bonus, sum(units) AS units"
        " FROM card_entry WHERE voided = 0 AND at < :after GROUP BY card_id) has"
        " JOIN card ON card.id = has.card_id"
        " WHERE card.state <> 'void' AND (has.principal <> 0 OR has.bonus <> 0 OR has.units <> 0)"
        " GROUP BY card.kind, CASE WHEN card.kind = 'deposit' THEN '' ELSE card.name END"
        " ORDER BY sum(has.principal) DESC, card.kind, name",
        day=day.isoformat(),
        after=day.isoformat() + _END,
    )
    return [Liability(*row) for row in found]


def moves(r: Reader, from_day: dt.date, to_day: dt.date) -> Moves:
    """What happened on the cards from one day to another, both of them counted."""
    sums = {
        row["kind"]: int(row["principal"])
        for row in r.all(
            "SELECT kind, sum(principal) AS principal FROM card_entry"
            " WHERE voided = 0 AND at >= :from_day AND at < :after GROUP BY kind",
            from_day=from_day.isoformat(),
            after=to_day.isoformat() + _END,
        )
    }

    def of(*kinds: str) -> int:
        return sum(sums.get(kind, 0) for kind in kinds)

    return Moves(
        sold=of("sold"),
        earned=-of("used", "returned"),
        refunded=-of("refunded"),
        other=of("opening", "corrected"),
    )


_ENTRIES = (
    "SELECT entry.*, coalesce(sale.number, '') AS sale_number, coalesce(service.name, '') AS service"
    " FROM card_entry entry LEFT JOIN sale ON sale.id = entry.sale_id"
    " LEFT JOIN card_counter counter ON counter.id = entry.counter_id"
    " LEFT JOIN service ON service.id = counter.service_id WHERE "
)


def _ledger(r: Reader, card_id: str) -> list[LedgerEntry]:
    rows = r.all(_ENTRIES + "entry.card_id = :id ORDER BY entry.at, entry.id", id=card_id)
    principal = bonus = units = 0
    entries = []
    for row in rows:
        if not row["voided"]:
            principal, bonus, units = principal + row["principal"], bonus + row["bonus"], units + row["units"]
        entries.append(entry_of(row, principal, bonus, units))
    return entries


def entry_of(row: sqlite3.Row, principal: int = 0, bonus: int = 0, units: int = 0) -> LedgerEntry:
    """A row of card_entry with its sale_number and service; what was left after it comes from the caller."""
    return LedgerEntry(
        id=row["id"],
        at=parse_wall(row["at"]),
        kind=row["kind"],
        principal=row["principal"],
        bonus=row["bonus"],
        units=row["units"],
        counter_id=row["counter_id"],
        service=row["service"],
        sale_id=row["sale_id"],
        sale_number=row["sale_number"],
        note=row["note"],
        who=row["who"],
        voided=bool(row["voided"]),
        left_principal=principal,
        left_bonus=bonus,
        left_units=units,
    )


def _refund(stands: CardState, entries: Iterable[LedgerEntry], day: dt.date) -> ledger.RefundDue:
    """Used is whatever is gone of what was paid for; corrections and the time before the desk count."""
    touched = [one for one in entries if one.kind in ("used", "returned") and not one.voided]
    if stands.kind == "pass":
        before = stands.price - sum(one.carried for one in stands.counters)
        used = before + ledger.used_at_stated_price(
            (one.units - one.left, one.unit_price, one.free) for one in stands.counters
        )
    else:
        used = stands.price - stands.principal
    gone = [sum(getattr(one, part) for one in touched) for part in ("principal", "bonus", "units")]
    return ledger.refund_due(
        paid=stands.price,
        used=max(0, used),
        principal=stands.principal,
        bonus=stands.bonus,
        untouched=used <= 0 and not any(gone),
        sold_on=stands.sold_on,
        day=day,
    )


def _states(r: Reader, found: list[sqlite3.Row], day: dt.date) -> list[CardState]:
    if not found:
        return []
    marks, ids = in_list("card", [row["id"] for row in found])
    sums = {
        row["card_id"]: row
        for row in r.all(
            "SELECT card_id, sum(principal) AS principal, sum(bonus) AS bonus FROM card_entry"
            f" WHERE voided = 0 AND card_id IN {marks} GROUP BY card_id",
            **ids,
        )
    }
    counters: dict[str, list[CounterState]] = {}
    if any(row["kind"] == "pass" for row in found):
        counters = _counters(r, marks, ids)
    states = []
    for row in found:
        has = sums.get(row["id"])
        expires_on = _day(row["expires_on"])
        states.append(
            CardState(
                id=row["id"],
                number=row["number"],
                kind=row["kind"],
                name=row["name"],
                customer_id=row["customer_id"],
                customer=row["customer"],
                state=row["state"],
                price=row["price"],
                principal=has["principal"] if has else 0,
                bonus=has["bonus"] if has else 0,
                spend_first=row["spend_first"],
                sold_on=parse_day(row["sold_on"]),
                expires_on=expires_on,
                paused_on=_day(row["paused_on"]),
                expired=expires_on is not None and expires_on < day,
                card_type_id=row["card_type_id"],
                appointment_id=row["appointment_id"],
                note=row["note"],
                counters=tuple(counters.get(row["id"], ())),
            )
        )
    return states


def _counters(r: Reader, marks: str, ids: dict[str, object]) -> dict[str, list[CounterState]]:
    counters: dict[str, list[CounterState]] = {}
    for row in r.all(
        "SELECT counter.*, service.name AS service, coalesce(has.units, 0) AS has_units,"
        " coalesce(has.principal, 0) AS has_principal FROM card_counter counter"
        " JOIN service ON service.id = counter.service_id"
        " LEFT JOIN (SELECT counter_id, sum(units) AS units, sum(principal) AS principal FROM card_entry"
        f" WHERE voided = 0 AND card_id IN {marks} AND counter_id IS NOT NULL GROUP BY counter_id) has"
        f" ON has.counter_id = counter.id WHERE counter.card_id IN {marks}"
        " ORDER BY counter.card_id, counter.seq",
        **ids,
    ):
        counters.setdefault(row["card_id"], []).append(
            CounterState(
                id=row["id"],
                service_id=row["service_id"],
                service=row["service"],
                units=row["units"],
                unit_price=row["unit_price"],
                free=bool(row["free"]),
                left=row["has_units"],
                principal=row["has_principal"],
                carried=row["principal"],
            )
        )
    return counters


def _day(text: str | None) -> dt.date | None:
    return None if text is None else parse_day(text)
