"""What a sale does to prepaid cards, each function within the sale's act.

Times are naive shop time, amounts minor units. What is taken and given back is written as entries of the
card's ledger that belong to the sale: they count as long as it does.
"""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.errors import DeskError
from merchant_desk.db.records import Act
from merchant_desk.prepaid import ledger
from merchant_desk.prepaid.model import CardDraft, CardState
from merchant_desk.prepaid.store import state
from merchant_desk.prepaid.write import enter, put_on, write_card


def sell_card(
    act: Act,
    card: CardDraft,
    customer_id: str | None,
    price: int,
    sale_id: str,
    at: dt.datetime,
    card_id: str | None = None,
    *,
    live: bool = True,
) -> str:
    """Write a card sold for `price` and give its id; with `live` False it waits for `make_live`.

    Raises DeskError "card_needs_customer" (facts: card), and what `CardDraft.check` raises.
    """
    if customer_id is None:
        raise DeskError("card_needs_customer", card=card.name)
    if price < 0:
        raise DeskError("bad_amount", text=card.name)
    made = write_card(act, card, customer_id, price, at.date(), card_id=card_id)
    if live:
        put_on(act, made, price, card.bonus, "sold", at, sale_id=sale_id)
    else:
        act.update("card", made, state="void")
    return made


def make_live(act: Act, card_id: str, sale_id: str, at: dt.datetime) -> None:
    """Put on a waiting card what its sale, now paid, sold; its days count from now on.

    Raises DeskError "gone".
    """
    card = _state(act, card_id, at)
    if card.state != "void":
        return
    moved: dict[str, object] = {"state": "live", "sold_on": at.date().isoformat()}
    if card.expires_on is not None:
        moved["expires_on"] = (card.expires_on + (at.date() - card.sold_on)).isoformat()
    act.update("card", card_id, **moved)
    bonus = act.value("SELECT bonus FROM card WHERE id = :id", id=card_id)
    put_on(act, card_id, card.price, bonus, "sold", at, sale_id=sale_id)


def use_balance(act: Act, card_id: str, amount: int, sale_id: str, at: dt.datetime) -> None:
    """Pay `amount` from a balance card or a deposit, in the card's order of principal and bonus.

    Raises DeskError "gone", "card_short" (facts: number, left, amount), "card_closed", "card_paused",
    "card_expired" (facts: number, on), "card_changed" for a pass.
    """
    card = _usable(act, card_id, at)
    if card.kind == "pass":
        raise DeskError("card_changed", number=card.number, worth=0, amount=amount)
    if amount > card.left:
        raise DeskError("card_short", number=card.number, left=card.left, amount=amount)
    principal, bonus = ledger.spend(card.principal, card.bonus, amount, card.spend_first)
    enter(act, card_id, "used", at, principal=-principal, bonus=-bonus, sale_id=sale_id)


def use_units(
    act: Act, card_id: str, counter_id: str, units: int, amount: int, sale_id: str, at: dt.datetime
) -> None:
    """Pay with `units` of a pass's counter, which are worth `amount` (0 for units given for free).

    Raises what `use_balance` raises, and "card_changed" (facts: number, worth, amount) when they are worth
    something else by now, or the card has no such counter.
    """
    card = _usable(act, card_id, at)
    counter = next((one for one in card.counters if one.id == counter_id), None)
    if counter is None:
        raise DeskError("card_changed", number=card.number, worth=0, amount=amount)
    if units > counter.left:
        raise DeskError("card_short", number=card.number, units_left=counter.left, units=units)
    worth = counter.worth(units)
    if worth != amount:
        raise DeskError("card_changed", number=card.number, worth=worth, amount=amount)
    enter(act, card_id, "used", at, principal=-worth, units=-units, counter_id=counter_id, sale_id=sale_id)


def give_back(act: Act, card_id: str, of_sale_id: str, amount: int, sale_id: str, at: dt.datetime) -> None:
    """Put back on a card `amount` of what a sale took from it, in the same shares; `sale_id` is the refund.

    Whole units of a pass come back, those given for free when all that was paid for is back. Raises
    DeskError "gone", "card_closed" (facts: number), "refund_too_much" (facts: amount) and
    "whole_units_only" (facts: number, worth: the worth of all that can come back).
    """
    card = _state(act, card_id, at)
    if card.state in ("closed", "void"):
        raise DeskError("card_closed", number=card.number)
    took = _taken(act, card_id, of_sale_id)
    if card.kind != "pass":
        whole, back = took.get(None, ((0, 0, 0), (0, 0, 0)))
        principal, bonus = ledger.returned(whole[:2], back[:2], amount)
        enter(act, card_id, "returned", at, principal=principal, bonus=bonus, sale_id=sale_id)
        return
    left = {
        counter: (whole[2] - back[2], whole[0] - back[0])
        for counter, (whole, back) in took.items()
        if whole[2] > back[2]
    }
    worth = sum(one for _, one in left.values())
    if not 0 <= amount <= worth:
        raise DeskError("refund_too_much", amount=worth)
    counts = ledger.units_returned(list(left.values()), amount)
    if counts is None:
        raise DeskError("whole_units_only", number=card.number, worth=worth)
    rest = amount
    coming = [(counter, n, *left[counter]) for counter, n in zip(left, counts, strict=True) if n]
    for index, (counter, n, units, carried) in enumerate(coming):
        last = index == len(coming) - 1
        principal = rest if last else min(rest, ledger.value_of_units(carried, units, n) if carried else 0)
        rest -= principal
        enter(act, card_id, "returned", at, principal=principal, units=n, counter_id=counter, sale_id=sale_id)


def refund_card(act: Act, card_id: str, amount: int, sale_id: str, at: dt.datetime) -> None:
    """Take a card back for `amount`: whatever is left on it goes off, and it is closed.

    `sale_id` is the refund. Raises DeskError "gone", "card_closed" (facts: number), "refund_too_much"
    (facts: amount) above what the card cost.
    """
    card = _state(act, card_id, at)
    if card.state in ("closed", "void"):
        raise DeskError("card_closed", number=card.number)
    if not 0 <= amount <= card.price:
        raise DeskError("refund_too_much", amount=card.price)
    for counter in card.counters:
        if counter.left or counter.principal:
            enter(
                act,
                card_id,
                "refunded",
                at,
                principal=-counter.principal,
                units=-counter.left,
                counter_id=counter.id,
                sale_id=sale_id,
            )
    if card.kind != "pass":
        enter(act, card_id, "refunded", at, principal=-card.principal, bonus=-card.bonus, sale_id=sale_id)
    act.update("card", card_id, state="closed", paused_on=None)


def refuse_taken_back(act: Act, sale_id: str) -> None:
    """Raise DeskError "card_taken_back" (facts: number) where a card that paid a sale is closed since."""
    number = act.value(
        "SELECT card.number FROM card_entry AS entry JOIN card ON card.id = entry.card_id"
        " WHERE entry.sale_id = :sale AND entry.kind = 'used' AND entry.voided = 0 AND card.state = 'closed'",
        sale=sale_id,
    )
    if number is not None:
        raise DeskError("card_taken_back", number=number)


def refuse_used_since(act: Act, sale_id: str) -> None:
    """Raise DeskError "card_short" (facts: number, sale) where what a sale put on a card has paid since."""
    found = act.one(
        "SELECT card.number, (SELECT sale.number FROM card_entry later JOIN sale ON sale.id = later.sale_id"
        " WHERE later.card_id = card.id AND later.kind = 'used' AND later.voided = 0"
        " ORDER BY later.at DESC, later.id DESC LIMIT 1) AS sale"
        " FROM card JOIN card_entry rest ON rest.card_id = card.id AND rest.voided = 0"
        " AND (rest.sale_id IS NULL OR rest.sale_id <> :sale) WHERE card.id IN"
        " (SELECT card_id FROM card_entry WHERE sale_id = :sale AND voided = 0)"
        " GROUP BY card.id, card.number"
        " HAVING sum(rest.principal) < 0 OR sum(rest.bonus) < 0 OR sum(rest.units) < 0",
        sale=sale_id,
    )
    if found is not None and found["sale"] is not None:
        raise DeskError("card_short", number=found["number"], sale=found["sale"])


def sale_taken_back(act: Act, sale_id: str) -> None:
    """After a sale was voided: the cards it sold are void, those it had closed by a refund are as before."""
    for row in act.all(
        "SELECT DISTINCT entry.card_id, entry.kind FROM card_entry entry JOIN card ON card.id = entry.card_id"
        " WHERE entry.sale_id = :sale AND (entry.kind = 'sold'"
        " OR (entry.kind = 'refunded' AND card.state = 'closed'))",
        sale=sale_id,
    ):
        rested = None if row["kind"] == "sold" else _rested_since(act, row["card_id"])
        state_now = "void" if row["kind"] == "sold" else "live" if rested is None else "paused"
        act.update("card", row["card_id"], state=state_now, paused_on=rested)


def _rested_since(act: Act, card_id: str) -> str | None:
    """The day since which a card rests by its ledger, None where it does not."""
    last = act.one(
        "SELECT kind, substr(at, 1, 10) AS day FROM card_entry WHERE card_id = :id AND voided = 0"
        " AND kind IN ('paused', 'resumed') ORDER BY at DESC, id DESC LIMIT 1",
        id=card_id,
    )
    return str(last["day"]) if last is not None and last["kind"] == "paused" else None


# Principal, bonus and units.
_Sum = tuple[int, int, int]


def _taken(act: Act, card_id: str, sale_id: str) -> dict[str | None, tuple[_Sum, _Sum]]:
    """By counter what a sale took from a card, and what its refunds put back so far."""
    rows = act.all(
        "SELECT entry.counter_id,"
        " -sum(CASE WHEN entry.sale_id = :sale THEN entry.principal ELSE 0 END) AS took,"
        " -sum(CASE WHEN entry.sale_id = :sale THEN entry.bonus ELSE 0 END) AS took_bonus,"
        " -sum(CASE WHEN entry.sale_id = :sale THEN entry.units ELSE 0 END) AS took_units,"
        " sum(CASE WHEN entry.sale_id <> :sale THEN entry.principal ELSE 0 END) AS back,"
        " sum(CASE WHEN entry.sale_id <> :sale THEN entry.bonus ELSE 0 END) AS back_bonus,"
        " sum(CASE WHEN entry.sale_id <> :sale THEN entry.units ELSE 0 END) AS back_units"
        " FROM card_entry entry JOIN sale ON sale.id = entry.sale_id"
        " WHERE entry.card_id = :card AND entry.voided = 0"
        " AND ((entry.sale_id = :sale AND entry.kind = 'used')"
        " OR (sale.refund_of = :sale AND entry.kind = 'returned')) GROUP BY entry.counter_id"
        " ORDER BY min(entry.id)",
        card=card_id,
        sale=sale_id,
    )
    return {row[0]: ((row[1], row[2], row[3]), (row[4], row[5], row[6])) for row in rows}


def _usable(act: Act, card_id: str, at: dt.datetime) -> CardState:
    card = _state(act, card_id, at)
    if card.state in ("closed", "void"):
        raise DeskError("card_closed", number=card.number)
    if card.state == "paused":
        raise DeskError("card_paused", number=card.number, on=card.paused_on)
    if card.expired:
        raise DeskError("card_expired", number=card.number, on=card.expires_on)
    return card


def _state(act: Act, card_id: str, at: dt.datetime) -> CardState:
    card = state(act, card_id, at.date())
    if card is None:
        raise DeskError("gone", table="card", id=card_id)
    return card
