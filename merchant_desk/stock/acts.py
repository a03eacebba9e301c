"""What the owner does about products and their stock."""

from __future__ import annotations

import datetime as dt

from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.core.pinyin import fold
from merchant_desk.db.records import Act, Reader
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.shop.model import read_name
from merchant_desk.stock.model import Product, ProductDraft, check_pieces, read_code
from merchant_desk.stock.store import product, products, stock_of


class StockActs:
    """The acts on products and on what is there of them."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def add_product(self, draft: ProductDraft, pieces: int = 0) -> str:
        """Offer a new product, with so many pieces there already, and give its id.

        Raises DeskError "no_name", "name_taken" (facts: name), "product_code_taken" (facts: code, name),
        "bad_amount", "bad_pieces".
        """
        check_pieces(pieces, least=0)
        with self._file.act("add_product", subject=draft.name.strip()) as act:
            columns = _columns(act, draft, except_id="")
            last = act.value("SELECT coalesce(max(seq), 0) FROM product")
            product_id = act.insert("product", {**columns, "seq": last + 1})
            if pieces:
                _write(act, product_id, "in", pieces, unit_cost=draft.cost or None)
            return product_id

    def edit_product(self, product_id: str, draft: ProductDraft) -> None:
        """Make the product what the draft says; what is sold keeps its price.

        Raises DeskError "gone" and what `add_product` raises.
        """
        with self._file.act("edit_product", subject=self._known(product_id).name) as act:
            act.update("product", product_id, **_columns(act, draft, except_id=product_id))

    def archive_product(self, product_id: str) -> None:
        """Stop selling a product; what was sold keeps it. Raises DeskError "gone"."""
        with self._file.act("archive_product", subject=self._known(product_id).name) as act:
            act.update("product", product_id, archived_at=act.now_ms)

    def restore_product(self, product_id: str) -> None:
        """Sell a product again. Raises DeskError "gone", "name_taken", "product_code_taken"."""
        known = self._known(product_id)
        with self._file.act("restore_product", subject=known.name) as act:
            _refuse_taken(act, known.name, known.code, except_id=product_id)
            act.update("product", product_id, archived_at=None)

    def stock_in(self, product_id: str, pieces: int, unit_cost: int | None = None, note: str = "") -> None:
        """Take pieces in; `unit_cost` (minor units) is what one costs from now on, None leaves that alone.

        Raises DeskError "gone", "bad_pieces", "bad_amount".
        """
        check_pieces(pieces)
        if unit_cost is not None and unit_cost < 0:
            raise DeskError("bad_amount", amount=unit_cost)
        with self._file.act("stock_in", subject=self._known(product_id).name) as act:
            _write(act, product_id, "in", pieces, unit_cost=unit_cost, note=note.strip())
            if unit_cost is not None:
                act.update("product", product_id, cost=unit_cost)

    def stock_out(self, product_id: str, pieces: int, note: str) -> None:
        """Take pieces away that were not sold: used up, broken, a gift. `note` says why.

        Raises DeskError "gone", "bad_pieces", "no_reason", "stock_short" (facts: name, pieces, stock).
        """
        check_pieces(pieces)
        if not note.strip():
            raise DeskError("no_reason")
        with self._file.act("stock_out", subject=self._known(product_id).name) as act:
            there = stock_of(act, product_id)
            if pieces > there:
                raise DeskError(
                    "stock_short", name=self._known(product_id).name, pieces=pieces, stock=max(there, 0)
                )
            _write(act, product_id, "out", -pieces, note=note.strip())

    def count_stock(self, product_id: str, counted: int, note: str = "") -> int:
        """Say how many pieces are there; gives by how many that differs from what the books had.

        Raises DeskError "gone", "bad_pieces".
        """
        check_pieces(counted, least=0)
        with self._file.act("count_stock", subject=self._known(product_id).name) as act:
            difference = counted - stock_of(act, product_id)
            _write(act, product_id, "count", difference, counted=counted, note=note.strip())
            return difference

    def _known(self, product_id: str) -> Product:
        found = product(self._file, product_id)
        if found is None:
            raise DeskError("gone", table="product", id=product_id)
        return found


def sold(act: Act, product_id: str, quantity: int, sale_line_id: str, at: dt.datetime) -> None:
    """Within another act: `quantity` pieces left with that sale line; below zero they came back.

    `at` is naive shop time. What is not there can be sold as well: the counter comes first, and the stock
    falls below zero until it is counted. It counts as long as the line's sale is paid.
    """
    if quantity == 0:
        return
    row = {"product_id": product_id, "kind": "sold", "at": wall(at), "quantity": -quantity}
    act.insert("stock_entry", {**row, "sale_line_id": sale_line_id})


def _write(
    act: Act,
    product_id: str,
    kind: str,
    quantity: int,
    *,
    counted: int | None = None,
    unit_cost: int | None = None,
    note: str = "",
) -> None:
    row = {"product_id": product_id, "kind": kind, "at": wall(act.now), "quantity": quantity}
    act.insert("stock_entry", {**row, "counted": counted, "unit_cost": unit_cost, "note": note})


def _columns(act: Act, draft: ProductDraft, *, except_id: str) -> dict[str, object]:
    name, code = read_name(draft.name), read_code(draft.code)
    draft.check()
    _refuse_taken(act, name, code, except_id)
    return {
        "name": name,
        "code": code,
        "price": draft.price,
        "cost": draft.cost,
        "low_mark": draft.low_mark,
    }


def _refuse_taken(r: Reader, name: str, code: str, except_id: str) -> None:
    for one in products(r):
        if one.id == except_id:
            continue
        if fold(one.name) == fold(name):
            raise DeskError("name_taken", name=one.name, id=one.id)
        if code and one.code == code:
            raise DeskError("product_code_taken", code=code, name=one.name)
