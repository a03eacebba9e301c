"""What a day's money comes to and what was counted: the drawer's equation, its entries, the close (pure)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid.model import PREPAID_METHODS

CASH = "cash"
# What is counted or compared with somebody else's books, the drawer first.
COUNTED = (CASH, "wechat", "alipay", "card", "transfer", "voucher")

# More of one note than any drawer holds: a barcode typed into a count is refused.
MOST_PIECES = 100_000


@dataclass(frozen=True, slots=True)
class DrawerEntry:
    """The float laid in ("float"), or money put in ("in") or taken out ("out"); `amount` in minor units."""

    id: str
    kind: str
    at: dt.datetime
    amount: int
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What was paid one way on a day: how many payments, refunds among them, and what they come to."""

    method: str
    payments: int
    amount: int


@dataclass(frozen=True, slots=True)
class MethodCount:
    """One way of paying at the close: what should be there, what was, and why that differs."""

    method: str
    expected: int
    counted: int
    reason: str = ""

    @property
    def difference(self) -> int:
        """What is there too much; below zero what is missing."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class DayClose:
    """A closed day: amounts in minor units, `kept` is what stayed in the drawer for the next day.

    `pieces` are (value, how many), largest first.
    """

    id: str
    day: dt.date
    closed_at: dt.datetime
    who: str
    float: int
    kept: int
    note: str
    counts: tuple[MethodCount, ...]
    pieces: tuple[tuple[int, int], ...]

    @property
    def cash(self) -> int:
        """The cash that was counted."""
        return next((one.counted for one in self.counts if one.method == CASH), 0)

    @property
    def handed_over(self) -> int:
        """What was taken out of the drawer at the close."""
        return self.cash - self.kept


@dataclass(frozen=True, slots=True)
class OpenSales:
    """Sales that are not paid: put aside at the till, and owed."""

    held: int
    owed: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day's money, closed or not; amounts in minor units.

    `float` is what the drawer began with, from an entry of the day (`float_said`) or from what the last
    close kept. `sums` are the payments by method. `sales` (without `refunds`), `takings` (after them) and
    `tips` are of what was paid that day. `unclosed` are earlier days with money in them since the last close.
    """

    day: dt.date
    float: int
    float_said: bool
    entries: tuple[DrawerEntry, ...]
    sums: tuple[MethodSum, ...]
    sales: int
    refunds: int
    takings: int
    tips: int
    open_sales: OpenSales
    unclosed: tuple[dt.date, ...]
    close: DayClose | None

    @property
    def cash_in(self) -> int:
        """What was put into the drawer beside payments."""
        return sum(one.amount for one in self.entries if one.kind == "in")

    @property
    def cash_out(self) -> int:
        """What was taken out of the drawer beside refunds."""
        return sum(one.amount for one in self.entries if one.kind == "out")

    @property
    def expected(self) -> dict[str, int]:
        """What should be there by method: the drawer's content for cash, the day's payments for others."""
        paid = {one.method: one.amount for one in self.sums}
        cash = expected_cash(self.float, paid.get(CASH, 0), self.cash_in, self.cash_out)
        return {**paid, CASH: cash}


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a month: what its sales and payments come to, and its close where there is one.

    `sales` are without refunds, `takings` after them.
    `float` is 0 for an open day that nobody laid a float in for.
    """

    day: dt.date
    sales: int
    takings: int
    tips: int
    paid: Mapping[str, int]
    float: int
    cash_in: int
    cash_out: int
    close: DayClose | None

    @property
    def difference(self) -> int:
        """What was counted too much or, below zero, too little, over all ways of paying."""
        return 0 if self.close is None else sum(one.difference for one in self.close.counts)


@dataclass(frozen=True, slots=True)
class MonthSum:
    """What the days of a month come to together."""

    days: int
    closed: int
    sales: int
    takings: int
    tips: int
    paid: Mapping[str, int]
    cash_in: int
    cash_out: int
    difference: int


@dataclass(frozen=True, slots=True)
class CloseDraft:
    """A day as it was counted: amounts in minor units by method, why they differ, and the cash by piece.

    A method that is not in `counted` is as expected; cash has to be counted. `pieces` are value -> how
    many, and come to the counted cash. `seen` is what the sheet showed as expected: where something was
    paid since, nothing is closed. `clock_is_right` closes although something later is in the books.
    """

    day: dt.date
    counted: Mapping[str, int] = field(default_factory=dict)
    pieces: Mapping[int, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    kept: int = 0
    note: str = ""
    who: str = ""
    seen: Mapping[str, int] | None = None
    clock_is_right: bool = False

    def counts(self, expected: Mapping[str, int]) -> list[MethodCount]:
        """The count of each method against what is expected; methods without anything are left out.

        Raises DeskError "no_count", "bad_count" (facts: pieces, most), "negative_count",
        "pieces_do_not_add_up" (facts: total, paid), "kept_too_much" (facts: amount, paid) or
        "difference_unexplained" (facts: method, difference).
        """
        cash = self._cash(expected.get(CASH, 0))
        if not 0 <= self.kept <= cash:
            raise DeskError("kept_too_much", amount=self.kept, paid=cash)
        found = []
        for method in (*COUNTED, *PREPAID_METHODS):
            should = expected.get(method, 0)
            there = cash if method == CASH else self.counted.get(method, should)
            reason = self.reasons.get(method, "").strip()
            if there != should and not reason:
                raise DeskError("difference_unexplained", method=method, difference=there - should)
            if method == CASH or should or there:
                found.append(MethodCount(method, should, there, reason if there != should else ""))
        return found

    def _cash(self, expected: int) -> int:
        for value, many in self.pieces.items():
            if value <= 0 or not 0 <= many <= MOST_PIECES:
                raise DeskError("bad_count", pieces=many, most=MOST_PIECES)
        by_piece = sum(value * many for value, many in self.pieces.items())
        if CASH not in self.counted:
            if not self.pieces and expected:
                raise DeskError("no_count")
            return by_piece
        cash = self.counted[CASH]
        if cash < 0:
            raise DeskError("negative_count")
        if self.pieces and by_piece != cash:
            raise DeskError("pieces_do_not_add_up", total=by_piece, paid=cash)
        return cash


def expected_cash(float_: int, paid: int, put_in: int, taken_out: int) -> int:
    """What should lie in the drawer: float, cash payments less refunds, put in, less taken out."""
    return float_ + paid + put_in - taken_out


def month_sum(rows: Sequence[DayRow]) -> MonthSum:
    """The days together."""
    methods = sorted({method for row in rows for method in row.paid})
    return MonthSum(
        days=len(rows),
        closed=sum(row.close is not None for row in rows),
        sales=sum(row.sales for row in rows),
        takings=sum(row.takings for row in rows),
        tips=sum(row.tips for row in rows),
        paid={method: sum(row.paid.get(method, 0) for row in rows) for method in methods},
        cash_in=sum(row.cash_in for row in rows),
        cash_out=sum(row.cash_out for row in rows),
        difference=sum(row.difference for row in rows),
    )
