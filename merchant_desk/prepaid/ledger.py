"""The sums of a prepaid card: what a payment takes, what units are worth, what a refund comes to (pure).

All money in minor units. Principal is what was paid for the card, bonus what the shop gave on top; only
principal is ever earned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import split

# So long after the day of sale an unused card may be given back whole.
COOLING_OFF = dt.timedelta(days=7)
# One card above this is worth a note: five thousand yuan.
_LARGE = {"CNY": 500_000}


@dataclass(frozen=True, slots=True)
class RefundDue:
    """What a card's refund comes to: `paid` less `used` at the stated price of a unit, never below zero.

    `bonus` is the bonus left, which goes with the card and is not paid out. `whole` says that the full price
    is due: nothing was used, and the card is not older than seven days. `off` is the principal that goes off.
    """

    paid: int
    used: int
    due: int
    bonus: int
    whole: bool
    off: int


def spend(principal: int, bonus: int, amount: int, first: str) -> tuple[int, int]:
    """How much of `principal` and of `bonus` a payment of `amount` takes; `first` is the card's order.

    Raises DeskError "card_short" (facts: left, amount), "bad_amount" for less than nothing.
    """
    if amount < 0:
        raise DeskError("bad_amount", text="")
    if amount > principal + bonus:
        raise DeskError("card_short", left=principal + bonus, amount=amount)
    if first == "bonus":
        from_bonus = min(bonus, amount)
        return amount - from_bonus, from_bonus
    if first == "share" and amount:
        from_principal, from_bonus = split(amount, [principal, bonus])
        return from_principal, from_bonus
    from_principal = min(principal, amount)
    return from_principal, amount - from_principal


def value_of_units(principal: int, left: int, units: int) -> int:
    """What the next `units` of `left` are worth that carry `principal` together; the last one takes the rest.

    Raises DeskError "card_short" (facts: units_left, units) where there are not so many, "bad_amount".
    """
    if units < 1:
        raise DeskError("bad_amount", text=str(units))
    if units > left:
        raise DeskError("card_short", units_left=left, units=units)
    return (2 * principal * units + left) // (2 * left)


def value_of_more(principal: int, left: int, units: int, unit_price: int) -> int:
    """What `units` that come on top carry: as much each as those `left` do, `unit_price` where none is."""
    return (2 * principal * units + left) // (2 * left) if left else units * unit_price


def carried(price: int, parts: Sequence[tuple[int, int, bool]]) -> list[int]:
    """The part of a pass's price that each counter carries; `parts` are (units, unit price, free).

    After what the units cost by their stated price, or after their number where that is nothing.
    """
    weights = [0 if free else units * unit_price for units, unit_price, free in parts]
    if not any(weights):
        weights = [0 if free else units for units, _, free in parts]
    return split(price, weights)


def returned(took: tuple[int, int], back: tuple[int, int], amount: int) -> tuple[int, int]:
    """Principal and bonus that giving `amount` back puts on a card: in the shares in which a sale took them.

    `took` and `back` are (principal, bonus) that the sale took and that went back before. Giving all back in
    any steps gives back exactly what was taken. Raises DeskError "refund_too_much" (facts: amount).
    """
    open_principal, open_bonus = took[0] - back[0], took[1] - back[1]
    if not 0 <= amount <= open_principal + open_bonus:
        raise DeskError("refund_too_much", amount=open_principal + open_bonus)
    together = sum(back) + amount
    if not together:
        return 0, 0
    principal = split(together, list(took))[0] - back[0]
    principal = max(principal, amount - open_bonus, 0)
    principal = min(principal, amount, open_principal)
    return principal, amount - principal


def units_returned(uses: Sequence[tuple[int, int]], amount: int) -> list[int] | None:
    """How many units of each counter come back with `amount`, or None where that is no whole number of them.

    `uses` are (units, worth) by counter that the sale took and that did not come back yet; one unit comes
    back by an equal part of the worth, give or take a minor unit. Units that are worth nothing come back
    when all others have.
    """
    reach: dict[int, list[int]] = {0: []}
    for units, worth in uses:
        steps = [(n, value_of_units(worth, units, n)) for n in range(1, units + 1)] if worth else []
        found: dict[int, list[int]] = {}
        for value, so_far in reach.items():
            for n, step in [(0, 0), *steps]:
                found.setdefault(value + step, [*so_far, n])
        reach = found
    near = min(reach, key=lambda value: (abs(value - amount), value))
    if abs(near - amount) > sum(reach[near]):
        return None
    if near == sum(worth for _, worth in uses):
        return [units for units, _ in uses]
    return reach[near]


def refund_due(
    *, paid: int, used: int, principal: int, bonus: int, untouched: bool, sold_on: dt.date, day: dt.date
) -> RefundDue:
    """What giving the card back on `day` comes to; `untouched` where nothing is used of it.

    `used` is the principal that is gone from a balance, or the used units of a pass at their stated price.
    """
    whole = untouched and day <= sold_on + COOLING_OFF
    return RefundDue(
        paid=paid,
        used=used,
        due=paid if whole else max(0, paid - used),
        bonus=bonus,
        whole=whole,
        off=principal,
    )


def used_at_stated_price(counters: Iterable[tuple[int, int, bool]]) -> int:
    """What the used units of a pass come to; `counters` are (used units, unit price, free)."""
    return sum(max(0, used) * unit_price for used, unit_price, free in counters if not free)


def is_large(price: int, currency: str) -> bool:
    """Whether one card of that price is worth a note: above five thousand yuan."""
    return price > _LARGE.get(currency, price)
