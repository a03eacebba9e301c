"""The arithmetic of commission in minor units: what a line earns, what tiers make, what a refund takes."""

from __future__ import annotations

from collections.abc import Sequence

from merchant_desk.commission.model import WHOLE, Earned, LineMoney, Paid, RuleDraft, SoldLine, Tier
from merchant_desk.core.money import split

# What prepaid money and vouchers without a service of their own pay.
_WORK = frozenset({"service", "add_on", "product", "free"})


def part(value: int, share: int, whole: int) -> int:
    """`value` times `share` over `whole`, rounded half away from zero; `whole` above 0."""
    product = value * share
    rounded = (2 * abs(product) + whole) // (2 * whole)
    return -rounded if product < 0 else rounded


def spread(lines: Sequence[SoldLine], payments: Sequence[Paid]) -> dict[str, LineMoney]:
    """Line id -> what prepaid cards pay of it and which voucher fees it carries.

    A pass and a voucher for a service pay its lines first. The rest of them, and balance cards, pay services,
    add-ons, products and free lines by what is left of each. Fees lie where their voucher pays.
    """
    left = {line.id: max(0, line.amount) for line in lines}
    prepaid = dict.fromkeys(left, 0)
    fees = dict.fromkeys(left, 0)
    pool: list[tuple[Paid, int, int]] = []
    for paid in payments:
        own = [line.id for line in lines if paid.service_id and line.service_id == paid.service_id]
        covered = _pay(paid, paid.amount, own, left, prepaid)
        done = sum(covered.values())
        if done:
            for name, carried in zip(covered, split(paid.fees, list(covered.values())), strict=True):
                fees[name] += carried
        pool.append((paid, paid.amount - done, 0 if done else paid.fees))
    work = [line.id for line in lines if line.kind in _WORK]
    bounds = dict(left)
    for paid, rest, fee in pool:
        if fee and sum(bounds[name] for name in work):
            for name, carried in zip(work, split(fee, [bounds[name] for name in work]), strict=True):
                fees[name] += carried
        if paid.prepaid:
            _pay(paid, rest, work, left, prepaid)
    return {line.id: LineMoney(prepaid[line.id], fees[line.id]) for line in lines}


def _pay(
    paid: Paid, amount: int, names: Sequence[str], left: dict[str, int], prepaid: dict[str, int]
) -> dict[str, int]:
    """Take up to `amount` off what is left of these lines, by what is left of each; gives what each took."""
    room = sum(left[name] for name in names)
    if not room or amount <= 0:
        return dict.fromkeys(names, 0)
    taken = dict(zip(names, split(min(amount, room), [left[name] for name in names]), strict=True))
    for name, some in taken.items():
        left[name] -= some
        if paid.prepaid:
            prepaid[name] += some
    return taken


def earn(line: SoldLine, money: LineMoney, terms: RuleDraft, worker: int) -> Earned:
    """What the worker at that place in `line.workers` earns by the line under these terms.

    The basis, and a fixed amount, are split by the shares without loss; percents are of one's own part and
    rounded half up.
    """
    basis = _counted(_basis(line, money, terms), line, money, terms)
    base = _share(basis, line, worker)
    requested = 0
    if line.requested:
        extra = _counted(terms.requested_amount * line.quantity, line, money, terms)
        requested = part(base, terms.requested_rate, WHOLE) + _share(extra, line, worker)
    own = 0
    if terms.kind == "percent":
        own = part(base, terms.rate, WHOLE)
    elif terms.kind == "fixed":
        own = _share(_counted(terms.amount * line.quantity, line, money, terms), line, worker)
    return Earned(base, own + requested, requested)


def _basis(line: SoldLine, money: LineMoney, terms: RuleDraft) -> int:
    if terms.basis == "list":
        return line.quantity * line.list_price
    if terms.basis == "after_fee":
        return max(0, line.amount - money.fees)
    return line.amount


def _counted(value: int, line: SoldLine, money: LineMoney, terms: RuleDraft) -> int:
    """Without what prepaid cards pay, where that does not count: in the proportion as they pay the line."""
    if terms.with_prepaid or not money.prepaid:
        return value
    return part(value, line.amount - money.prepaid, line.amount)


def _share(value: int, line: SoldLine, worker: int) -> int:
    return split(value, [share for _worker, share in line.workers])[worker]


def tiered(base: int, tiers: Sequence[Tier], *, whole: bool) -> int:
    """What a month's `base` earns: all of it at the rate it reaches, or each part at its own."""
    if base <= 0:
        return 0
    if whole:
        reached = [tier.rate for tier in tiers if tier.start <= base]
        return part(base, reached[-1] if reached else 0, WHOLE)
    ends = [*(tier.start for tier in tiers[1:]), base]
    slices = (
        tier.rate * (min(end, base) - tier.start)
        for tier, end in zip(tiers, ends, strict=True)
        if base > tier.start
    )
    return part(sum(slices), 1, WHOLE)


def taken_back(earned: Earned, returned: tuple[int, int], before: Earned) -> Earned:
    """What a refund takes back of an entry, so that a whole refund and the entry are exactly zero together.

    `returned` is how much of the line is given back by now and how much the line was; `before` is what
    earlier refunds took back of the entry (below zero).
    """
    share, whole = returned
    taken = [-part(value, share, whole) - gone for value, gone in zip(earned, before, strict=True)]
    return Earned(*taken)
