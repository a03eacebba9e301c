"""A question to the books and what they answer: sales, payments, and what these come to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.sales.model import SaleRow

# What a sale's row says of it: what was paid, given back, is still open, or was taken out.
STATES = ("paid", "refund", "open", "void")


@dataclass(frozen=True, slots=True)
class BookFilter:
    """Which sales or payments are asked for; what is empty asks for all.

    `text` finds numbers, customers, services and workers. `state` is one of STATES, `kind` a line's
    kind. `sale_ids` holds only those sales. `way` of payments is "in" or "out".
    """

    text: str = ""
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    state: str = ""
    kind: str = ""
    method: str = ""
    worker_id: str = ""
    service_id: str = ""
    way: str = ""
    sale_ids: tuple[str, ...] | None = None

    @property
    def asks_for_lines(self) -> bool:
        """Whether it is narrowed by what the lines say."""
        return bool(self.kind or self.worker_id or self.service_id)


@dataclass(frozen=True, slots=True)
class BookRow:
    """A sale in the list; money in minor units.

    `refund_of` is the number of the sale it gives back, "" for none; `refunded` what was given back of
    this one, `paid` what has been paid of it so far. `held` is an open one that was put aside.
    """

    sale: SaleRow
    takings: int
    earned: int
    held: bool
    refund_of: str
    refunded: int
    paid: int

    @property
    def state(self) -> str:
        """One of STATES."""
        if self.sale.status == "paid" and self.refund_of:
            return "refund"
        return self.sale.status

    @property
    def due(self) -> int:
        """What an open sale still owes."""
        return self.sale.total - self.paid if self.sale.status == "open" else 0


@dataclass(frozen=True, slots=True)
class BookSums:
    """What sales come to, in minor units: paid ones less what was given back.

    `takings` is what came in as money without tips, `earned` the same with prepaid cards counted when
    they are used instead of when they are sold. `owed` is what open sales still owe. `lines` is what
    the lines come to that the question names, None where it names none.
    """

    sales: int
    refunds: int
    open: int
    void: int
    total: int
    takings: int
    earned: int
    owed: int
    lines: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment in the list; `at` is naive shop time, money in minor units.

    `paper` names the voucher's code or the card's number, `platform` the voucher's. `refund` says that
    it belongs to a sale that gives something back.
    """

    id: str
    at: dt.datetime
    method: str
    amount: int
    fee: int
    sale_id: str
    number: str
    customer: str
    status: str
    refund: bool
    platform: str
    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What came in and went out by one way of paying, and what it cost; minor units, void sales are out."""

    method: str
    payments: int
    amount: int
    fee: int


def sums_of(rows: list[BookRow]) -> BookSums:
    """What these rows come to, by the same rules as the sums of a whole question."""
    paid = [row for row in rows if row.sale.status == "paid"]
    refunds = [row for row in paid if row.refund_of]
    waiting = [row for row in rows if row.sale.status == "open"]
    return BookSums(
        sales=len(paid) - len(refunds),
        refunds=len(refunds),
        open=len(waiting),
        void=len(rows) - len(paid) - len(waiting),
        total=sum(row.sale.total for row in paid),
        takings=sum(row.takings for row in paid),
        earned=sum(row.earned for row in paid),
        owed=sum(row.due for row in waiting),
    )
