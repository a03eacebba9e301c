"""Giving money back: what of a sale is left to refund, and the way it came (pure)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError
from merchant_desk.core.money import split
from merchant_desk.sales.model import MONEY_METHODS, PaymentDraft, Sale, SaleLine

# They go back whole or not at all, as far as that can be helped.
_WHOLE = ("voucher", "pass")

_Way = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class RefundLine:
    """What is given back of one line: `amount` minor units (below zero only for a rounding).

    `quantity` pieces come back; 0 is all that are left where the amount is, else none. With `restock` a
    product goes back on the shelf.
    """

    sale_line_id: str
    amount: int
    quantity: int = 0
    restock: bool = False


@dataclass(frozen=True, slots=True)
class RefundDraft:
    """A refund of lines of one sale; `payments` are the (positive) amounts given back.

    A payment that does not go back the way it came has its own `reason`. `id` makes a second
    confirmation the same refund. `sold_at` None is now; naive shop time.
    """

    sale_id: str
    lines: tuple[RefundLine, ...]
    payments: tuple[PaymentDraft, ...]
    reason: str
    id: str | None = None
    cashier: str = ""
    sold_at: dt.datetime | None = None

    @property
    def total(self) -> int:
        """What is given back, in minor units, above zero."""
        return sum(line.amount for line in self.lines)


def left_of(line: SaleLine) -> int:
    """What can still be given back of a line, in minor units; a card sold goes back only once."""
    if line.kind == "card" and line.refunded_quantity:
        return 0
    return line.amount - line.refunded


def pieces_left(line: SaleLine) -> int:
    """How many pieces of a line have not come back."""
    return line.quantity - line.refunded_quantity


def pieces_back(line: SaleLine, back: RefundLine) -> int:
    """How many pieces of a line come back: those named, or all where nothing is left of its money."""
    if back.quantity:
        return back.quantity
    return pieces_left(line) if back.amount == left_of(line) else 0


def left_to_refund(sale: Sale) -> int:
    """What can still be given back of a sale, in minor units."""
    if sale.status != "paid" or sale.refund_of is not None:
        return 0
    return sum(left_of(line) for line in sale.lines)


def way_back(sale: Sale, amount: int, lines: Sequence[RefundLine] = ()) -> tuple[PaymentDraft, ...]:
    """How `amount` minor units go back as they came, what was given back before taken off, losing nothing.

    In proportion to what each way paid. A voucher and the uses of a pass go back whole: where everything
    does, where one of `lines` is what they were used for, or where the other ways do not suffice. Raises
    DeskError "refund_too_much" (amount).
    """
    left = _left_by_way(sale)
    most = sum(left.values())
    if not 0 <= amount <= most:
        raise DeskError("refund_too_much", amount=most)
    back: Counter[_Way] = Counter()
    for way in _used_for(sale, lines):
        if 0 < left[way] <= amount - back.total():
            back[way] = left.pop(way)
    for whole in (False, True):
        ways = [way for way in left if (way[0] in _WHOLE) == whole and left[way] > 0]
        here = sum(left[way] for way in ways)
        taken = min(here, amount - back.total())
        if taken > 0:
            for way, part in zip(ways, split(taken, [left[way] for way in ways]), strict=True):
                back[way] += part
    return tuple(_draft(way, back[way]) for way in _left_by_way(sale) if back[way] > 0)


def whole_refund(sale: Sale, reason: str) -> RefundDraft:
    """The refund of all that is left of a sale, the way it came.

    Raises DeskError "not_refundable" (number).
    """
    _refuse_unpaid(sale)
    lines = tuple(
        RefundLine(line.id, left_of(line), pieces_left(line), restock=line.kind == "product")
        for line in sale.lines
        if pieces_left(line) > 0 or left_of(line) != 0
    )
    amount = sum(line.amount for line in lines)
    return RefundDraft(sale.id, lines, way_back(sale, amount, lines), reason)


def check_refund(sale: Sale, draft: RefundDraft) -> None:
    """Raise DeskError where this cannot be given back.

    "no_reason", "not_refundable" (number), "nothing_to_refund", "already_refunded" (number),
    "refund_too_much" (amount: the most), "payments_do_not_add_up" (total, paid, difference),
    "other_way_reason", "bad_amount".
    """
    if not draft.reason.strip():
        raise DeskError("no_reason")
    _refuse_unpaid(sale)
    if not draft.lines:
        raise DeskError("nothing_to_refund")
    if draft.total > 0 and left_to_refund(sale) <= 0:
        raise DeskError("already_refunded", number=sale.number)
    lines = {line.id: line for line in sale.lines}
    if len({back.sale_line_id for back in draft.lines}) < len(draft.lines):
        raise DeskError("bad_amount", text="")
    for back in draft.lines:
        if back.sale_line_id not in lines:
            raise DeskError("gone", table="sale_line", id=back.sale_line_id)
        _check_line(lines[back.sale_line_id], back)
    most = left_to_refund(sale)
    if not 0 <= draft.total <= most:
        raise DeskError("refund_too_much", amount=most)
    _check_payments(sale, draft)


def _refuse_unpaid(sale: Sale) -> None:
    if sale.status != "paid" or sale.refund_of is not None:
        raise DeskError("not_refundable", number=sale.number)


def _check_line(line: SaleLine, back: RefundLine) -> None:
    left = left_of(line)
    if line.kind == "rounding":
        fits = min(left, 0) <= back.amount <= max(left, 0)
    else:
        fits = 0 <= back.amount <= left
    if not fits:
        raise DeskError("refund_too_much", amount=left)
    if not 0 <= back.quantity <= max(0, pieces_left(line)):
        raise DeskError("bad_amount", text=line.title)
    if back.amount == 0 and pieces_left(line) <= 0:
        raise DeskError("nothing_to_refund")


def _check_payments(sale: Sale, draft: RefundDraft) -> None:
    paid = sum(payment.amount for payment in draft.payments)
    if paid != draft.total:
        raise DeskError("payments_do_not_add_up", total=draft.total, paid=paid, difference=draft.total - paid)
    left = _left_by_way(sale)
    wanted: Counter[_Way] = Counter()
    for payment in draft.payments:
        if payment.amount <= 0 or (payment.method in MONEY_METHODS) != (
            payment.card_id is None and payment.voucher_id is None
        ):
            raise DeskError("bad_amount", text="")
        way = (payment.method, payment.voucher_id or "", payment.card_id or "")
        wanted[way] += payment.amount
        if wanted[way] > left[way]:
            if payment.method not in MONEY_METHODS:
                raise DeskError("refund_too_much", amount=left[way])
            if not payment.reason.strip():
                raise DeskError("other_way_reason")


def _left_by_way(sale: Sale) -> Counter[_Way]:
    """What each way of paying can still take back, in the order of the payments."""
    left: Counter[_Way] = Counter()
    for payment in sale.payments:
        left[payment.way] += payment.amount
    over = 0
    for back in sale.given_back:
        left[back.way] += back.amount
    for way in list(left):
        # What went back another way than it came is missing from the ways it did come.
        if left[way] < 0:
            over -= left.pop(way)
    for way in list(left):
        gone = min(over, left[way])
        left[way] -= gone
        over -= gone
    return left


def _used_for(sale: Sale, lines: Sequence[RefundLine]) -> list[_Way]:
    """The vouchers and passes that paid for what comes back now."""
    chosen = {line.sale_line_id for line in lines}
    services = {line.service_id for line in sale.lines if line.id in chosen and line.service_id}
    return [
        payment.way
        for payment in sale.payments
        if payment.method in _WHOLE and services.intersection(payment.service_ids)
    ]


def _draft(way: _Way, amount: int) -> PaymentDraft:
    method, voucher_id, card_id = way
    return PaymentDraft(method, amount, voucher_id=voucher_id or None, card_id=card_id or None)
