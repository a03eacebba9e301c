"""Which rows of a chain's file are this shop's own."""

from __future__ import annotations

from collections.abc import Collection

from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act
from merchant_desk.exchange.cells import LostDigitsError, ident, text
from merchant_desk.exchange.landing import Outcome
from merchant_desk.exchange.recognise import Record, Table
from merchant_desk.sales.vouchers.store import own_shops
from merchant_desk.shop.store import shop


class OwnShop:
    """Tells rows of other shops by the names and ids that the owner gave as this shop's own.

    Where none were given, all rows of a file are taken that names one shop only; of a file with several
    those whose shop is called as this one.
    """

    def __init__(self, act: Act, table: Table) -> None:
        self._own = frozenset(_plain(name) for name in own_shops(act))
        self._by_name = ""
        if not self._own and len(_named(table)) > 1:
            here = shop(act)
            self._by_name = _plain(here.name) if here is not None else ""

    def refuse(self, record: Record) -> Outcome | None:
        """Why a row is another shop's, or None."""
        name, number = record.words("shop"), record.words("shop_id")
        if not name and not number:
            return None
        if self._own:
            ours = bool(self._own & {_plain(name), _plain(number)})
        else:
            ours = not self._by_name or self._by_name in _plain(name)
        if ours:
            return None
        return Outcome("unused", reason="other_shop", facts={"shop": name or number})


def _named(table: Table) -> Collection[str]:
    """The shops that a file names, by id where it has ids."""
    place = table.places.get("shop_id", table.places.get("shop"))
    if place is None:
        return ()
    found: set[str] = set()
    for number, row in table.sheet.rows():
        if number > table.header_row and place < len(row):
            try:
                said = ident(row[place])
            except LostDigitsError:
                said = text(row[place])
            if said:
                found.add(said)
    return found


def _plain(name: str) -> str:
    return fold(name).replace(" ", "")
