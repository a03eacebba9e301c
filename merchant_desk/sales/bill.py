"""What the lines of a sale come to, with passes, vouchers and the discount of the whole in them (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import parse_money, split
from merchant_desk.sales.discount import Way, read_discount
from merchant_desk.sales.model import DISCOUNTED, SaleLineDraft


@dataclass(frozen=True, slots=True)
class Cover:
    """What a pass or a voucher makes of `units` of a service: they come to `value` minor units together.

    `reason` is written where that is more than the line's own price.
    """

    service_id: str
    units: int
    value: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """The lines with everything taken off, in their order; `open_to` is what a discount may still take.

    `spare` are the covers that found no line of their service with enough units left.
    """

    lines: tuple[SaleLineDraft, ...]
    open_to: int
    spare: tuple[Cover, ...] = ()

    @property
    def total(self) -> int:
        """What the lines come to, in minor units."""
        return sum(line.amount for line in self.lines)


def bill(lines: Sequence[SaleLineDraft], covers: Sequence[Cover] = (), off: int = 0) -> Bill:
    """The lines with each cover laid on the first line of its service that has the units for it.

    `off` minor units are spread over the lines that may be reduced and are not covered, losing nothing.
    Raises DeskError "bad_amount" when it is negative or more than those lines come to.
    """
    placed, spare = _placed(lines, covers)
    done = [_laid_on(line, on) for line, on in zip(lines, placed, strict=True)]
    free = [at for at, line in enumerate(done) if line.kind in DISCOUNTED and not placed[at]]
    open_to = sum(done[at].amount for at in free)
    if not 0 <= off <= open_to:
        raise DeskError("bad_amount", text="")
    if off:
        parts = split(off, [done[at].amount for at in free])
        for at, part in zip(free, parts, strict=True):
            done[at] = replace(done[at], discount=done[at].discount + part)
    return Bill(tuple(done), open_to - off, tuple(spare))


def voucher_discount(list_price: int, customer_paid: int, open_to: int) -> int:
    """What a voucher without a line of its own takes off: it pays `customer_paid` for `list_price`."""
    return max(0, min(list_price, open_to) - customer_paid)


def read_whole(way: Way, text: str, open_to: int, total: int, currency: str = "CNY") -> int:
    """What comes off for what was typed for the whole: "make it" names what all lines come to together.

    `open_to` is what may be reduced of `total`, in minor units. Raises what `read_discount` raises.
    """
    if way == "make_it":
        try:
            wanted = parse_money(text, currency) if text.strip() else total
        except DeskError:
            return read_discount(way, text, open_to, currency)
        if not 0 <= total - wanted <= open_to:
            raise DeskError("discount_too_much", amount=open_to)
        return total - wanted
    return read_discount(way, text, open_to, currency)


def _placed(lines: Sequence[SaleLineDraft], covers: Sequence[Cover]) -> tuple[list[list[Cover]], list[Cover]]:
    """The covers on each line, and those that found none."""
    placed: list[list[Cover]] = [[] for _line in lines]
    spare = []
    for cover in covers:
        for line, on in zip(lines, placed, strict=True):
            left = line.quantity - sum(other.units for other in on)
            if line.service_id == cover.service_id and left >= cover.units:
                on.append(cover)
                break
        else:
            spare.append(cover)
    return placed, spare


def _laid_on(line: SaleLineDraft, covers: Sequence[Cover]) -> SaleLineDraft:
    """The line, its covered units at their value in place of their price and their part of its discount."""
    if not covers:
        return line
    listed, units = line.quantity * line.unit_price, sum(cover.units for cover in covers)
    rest = split(line.amount, [units, line.quantity - units])[1]
    amount = rest + sum(cover.value for cover in covers)
    if amount <= listed:
        return replace(line, discount=listed - amount)
    price = -(-amount // line.quantity)
    return replace(
        line,
        unit_price=price,
        discount=price * line.quantity - amount,
        list_price=line.unit_price if line.list_price is None else line.list_price,
        price_reason=line.price_reason or next((cover.reason for cover in covers if cover.reason), ""),
    )
