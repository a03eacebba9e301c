"""A product sold by the piece, what happened to its stock, and what the owner types about both."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from merchant_desk.core.errors import DeskError

# More pieces than any counter holds: a barcode scanned into the wrong field is refused.
MOST_PIECES = 1_000_000


@dataclass(frozen=True, slots=True)
class Product:
    """A thing that is sold; `price` and `cost` of one piece are minor units, `code` its barcode or "".

    `stock` may be below zero where more was sold than was ever taken in. `low_mark` 0 never warns.
    """

    id: str
    name: str
    code: str
    price: int
    cost: int
    low_mark: int
    stock: int
    archived: bool

    @property
    def is_low(self) -> bool:
        """Whether it is time to order: the stock is at the low mark or below it."""
        return self.low_mark > 0 and self.stock <= self.low_mark


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A product as it is typed; `price` and `cost` of one piece in minor units."""

    name: str
    price: int
    cost: int = 0
    code: str = ""
    low_mark: int = 0

    def check(self) -> None:
        """Raise DeskError "bad_amount" (facts: amount) or "bad_pieces" (facts: pieces, most)."""
        for amount in (self.price, self.cost):
            if amount < 0:
                raise DeskError("bad_amount", amount=amount)
        check_pieces(self.low_mark, least=0)


@dataclass(frozen=True, slots=True)
class StockEntry:
    """One thing that happened to a stock; `quantity` is what it added, `after` what was there then.

    `counted` is what a count found, `unit_cost` (minor units) what a piece that came in cost. A sale's
    entry names the sale; where that is void it stands in the list, `counts` is False and it adds nothing.
    """

    id: str
    kind: str
    at: dt.datetime
    quantity: int
    counted: int | None
    unit_cost: int | None
    note: str
    sale_id: str | None
    sale_number: str
    counts: bool
    after: int


def check_pieces(pieces: int, least: int = 1) -> None:
    """Raise DeskError "bad_pieces" (facts: pieces, least, most) where so many pieces cannot be."""
    if not least <= pieces <= MOST_PIECES:
        raise DeskError("bad_pieces", pieces=pieces, least=least, most=MOST_PIECES)


def read_code(typed: str) -> str:
    """A barcode as it is kept: without blanks and hyphens, in capitals."""
    return "".join(typed.replace("-", "").split()).upper()
