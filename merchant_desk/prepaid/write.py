"""How cards and their entries get into the file, within an act that is open already."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.clock import wall
from merchant_desk.db.records import Act
from merchant_desk.prepaid import ledger
from merchant_desk.prepaid.model import CardDraft

_LETTER = {"balance": "C", "pass": "P", "deposit": "D"}


def write_card(
    act: Act,
    card: CardDraft,
    customer_id: str,
    price: int,
    sold_on: dt.date,
    *,
    card_id: str | None = None,
    carries: int | None = None,
    number: str = "",
    note: str = "",
) -> str:
    """Write a card with nothing on it yet and give its id; `number` "" is the next one.

    Its counters carry `carries` minor units together, None: the whole price.
    """
    card.check()
    made = act.insert(
        "card",
        {
            "id": card_id,
            "number": number or _next_number(act, card.kind),
            "kind": card.kind,
            "name": card.name.strip(),
            "card_type_id": card.card_type_id,
            "customer_id": customer_id,
            "appointment_id": card.appointment_id if card.kind == "deposit" else None,
            "price": price,
            "bonus": card.bonus,
            "spend_first": card.spend_first,
            "sold_on": sold_on.isoformat(),
            "expires_on": card.expires_on.isoformat() if card.expires_on else None,
            "note": note,
        },
    )
    if card.counters:
        carries = price if carries is None else carries
        parts = ledger.carried(carries, [(one.units, one.unit_price, one.free) for one in card.counters])
        for seq, (one, principal) in enumerate(zip(card.counters, parts, strict=True), start=1):
            act.insert(
                "card_counter",
                {
                    "card_id": made,
                    "seq": seq,
                    "service_id": one.service_id,
                    "units": one.units,
                    "unit_price": one.unit_price,
                    "principal": principal,
                    "free": int(one.free),
                },
            )
    return made


def put_on(
    act: Act,
    card_id: str,
    principal: int,
    bonus: int,
    kind: str,
    at: dt.datetime,
    *,
    sale_id: str | None = None,
    note: str = "",
    who: str = "",
) -> None:
    """Write what comes on a new card: its money, or the units of each counter with what they carry."""
    counters = act.all(
        "SELECT id, units, principal FROM card_counter WHERE card_id = :id ORDER BY seq", id=card_id
    )
    if not counters:
        enter(act, card_id, kind, at, principal=principal, bonus=bonus, sale_id=sale_id, note=note, who=who)
        return
    for one in counters:
        enter(
            act,
            card_id,
            kind,
            at,
            principal=one["principal"],
            units=one["units"],
            counter_id=one["id"],
            sale_id=sale_id,
            note=note,
            who=who,
        )


def enter(
    act: Act,
    card_id: str,
    kind: str,
    at: dt.datetime,
    *,
    principal: int = 0,
    bonus: int = 0,
    units: int = 0,
    counter_id: str | None = None,
    sale_id: str | None = None,
    note: str = "",
    who: str = "",
) -> None:
    """Write one entry of a card's ledger."""
    act.insert(
        "card_entry",
        {
            "card_id": card_id,
            "counter_id": counter_id,
            "kind": kind,
            "at": wall(at),
            "principal": principal,
            "bonus": bonus,
            "units": units,
            "sale_id": sale_id,
            "note": note,
            "who": who,
        },
    )


def _next_number(act: Act, kind: str) -> str:
    """The next number of a kind: its letter and at least five digits; one typed by hand is passed over."""
    count = int(act.value("SELECT count(*) FROM card WHERE kind = :kind", kind=kind)) + 1
    while act.value("SELECT 1 FROM card WHERE number = :number", number=f"{_LETTER[kind]}{count:05d}"):
        count += 1
    return f"{_LETTER[kind]}{count:05d}"
