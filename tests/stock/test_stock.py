"""Products and their stock: what is there is always the sum of what happened and counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.stock import store
from merchant_desk.stock.acts import StockActs, sold
from merchant_desk.stock.model import MOST_PIECES, Product, ProductDraft, read_code
from tests.blank import new_shop

OIL = ProductDraft("护甲油", 68_00, cost=21_50, code="6901 234-567892", low_mark=3)


@pytest.fixture
def acts(desk_file: ShopFile) -> StockActs:
    return StockActs(desk_file)


def known(file: ShopFile, product_id: str) -> Product:
    found = store.product(file, product_id)
    assert found is not None
    return found


def sale(file: ShopFile, product_id: str, quantity: int, number: int = 1) -> str:
    """A paid sale of the product, with the stock entry that goes along; gives the sale's id."""
    at = file.clock.now()
    total = quantity * 68_00
    with file.act("check_out") as act:
        moment = at.isoformat(timespec="minutes")
        day = {
            "sold_at": moment,
            "day": moment[:10],
            "number": f"{moment[:10].replace('-', '')}-{number:04d}",
        }
        sale_id = act.insert("sale", {**day, "status": "open", "total": total, "takings": total})
        line = {"sale_id": sale_id, "seq": 1, "kind": "product", "product_id": product_id, "title": "护甲油"}
        amounts = {"quantity": quantity, "unit_price": 68_00, "list_price": 68_00, "amount": total}
        line_id = act.insert("sale_line", {**line, **amounts})
        act.insert("payment", {"sale_id": sale_id, "seq": 1, "at": moment, "method": "cash", "amount": total})
        sold(act, product_id, quantity, line_id, at)
        act.update("sale", sale_id, status="paid")
    return sale_id


def void(file: ShopFile, sale_id: str) -> None:
    with file.act("void") as act:
        act.update("sale", sale_id, status="void", void_reason="x", voided_at=act.now_ms)


def test_a_product_is_offered_with_what_is_there(desk_file: ShopFile, acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=12)
    expected = Product(made, "护甲油", "6901234567892", 68_00, 21_50, 3, 12, False)
    assert store.products(desk_file) == [expected]
    assert store.product(desk_file, made) == expected
    assert store.product(desk_file, "none") is None


@pytest.mark.parametrize("typed", ["6901234567892", " 6901 2345 67892 ", "6901-234567892"])
def test_a_barcode_is_kept_alike_however_it_is_typed(
    desk_file: ShopFile, acts: StockActs, typed: str
) -> None:
    made = acts.add_product(replace(OIL, code=typed))
    kept = store.product(desk_file, made)
    assert kept is not None
    assert kept.code == "6901234567892"


def test_no_code_is_nobodys_code(desk_file: ShopFile, acts: StockActs) -> None:
    acts.add_product(replace(OIL, code=""))
    acts.add_product(replace(OIL, name="棉片", code=" "))
    assert [one.code for one in store.products(desk_file)] == ["", ""]
    assert read_code("ab-1 2") == "AB12"


@pytest.mark.parametrize(
    ("change", "pieces", "code"),
    [
        ({"name": " "}, 0, "no_name"),
        ({"price": -1}, 0, "bad_amount"),
        ({"cost": -1}, 0, "bad_amount"),
        ({"low_mark": -1}, 0, "bad_pieces"),
        ({}, -1, "bad_pieces"),
        ({}, MOST_PIECES + 1, "bad_pieces"),
        ({"name": "棉片", "code": ""}, 0, "name_taken"),
        ({"code": "777"}, 0, "product_code_taken"),
    ],
)
def test_what_cannot_be_is_refused(
    desk_file: ShopFile, acts: StockActs, change: dict[str, Any], pieces: int, code: str
) -> None:
    acts.add_product(ProductDraft("棉片", 5_00, code="777"))
    with pytest.raises(DeskError) as refused:
        acts.add_product(replace(OIL, **change), pieces)
    assert refused.value.code == code
    assert len(store.products(desk_file)) == 1, "nothing is half-written"


def test_a_product_given_up_leaves_its_name_and_code_free(desk_file: ShopFile, acts: StockActs) -> None:
    first = acts.add_product(OIL)
    acts.archive_product(first)
    second = acts.add_product(OIL)
    with pytest.raises(DeskError) as refused:
        acts.restore_product(first)
    assert refused.value.code == "name_taken"
    acts.edit_product(second, replace(OIL, name="新护甲油"))
    with pytest.raises(DeskError) as refused:
        acts.restore_product(first)
    assert refused.value.code == "product_code_taken"
    assert [one.id for one in store.products(desk_file, archived=True)] == [second, first]


def test_in_out_and_count(desk_file: ShopFile, acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=5)
    acts.stock_in(made, 10, unit_cost=19_00, note="送货单 12")
    acts.stock_out(made, 2, "打碎")
    assert acts.count_stock(made, 11) == -2
    found = known(desk_file, made)
    assert (found.stock, found.cost) == (11, 19_00)
    told = [(one.kind, one.quantity, one.counted, one.after) for one in store.entries(desk_file, made)]
    assert told == [("count", -2, 11, 11), ("out", -2, None, 13), ("in", 10, None, 15), ("in", 5, None, 5)]


@pytest.mark.parametrize("pieces", [0, -3, MOST_PIECES + 1])
def test_no_pieces_or_fewer_never_go_in_or_out(desk_file: ShopFile, acts: StockActs, pieces: int) -> None:
    made = acts.add_product(OIL, pieces=5)
    with pytest.raises(DeskError, match="bad_pieces"):
        acts.stock_in(made, pieces)
    with pytest.raises(DeskError, match="bad_pieces"):
        acts.stock_out(made, pieces, "x")
    assert known(desk_file, made).stock == 5


def test_what_goes_out_has_a_reason_and_is_there(acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=1)
    with pytest.raises(DeskError) as refused:
        acts.stock_out(made, 1, " ")
    assert refused.value.code == "no_reason"
    with pytest.raises(DeskError) as refused:
        acts.stock_out(made, 2, "送人")
    assert (refused.value.code, refused.value.facts["stock"]) == ("stock_short", 1)
    with pytest.raises(DeskError) as refused:
        acts.count_stock(made, -1)
    assert refused.value.code == "bad_pieces"
    with pytest.raises(DeskError) as refused:
        acts.stock_in("none", 1)
    assert refused.value.code == "gone"


def test_a_sale_takes_pieces_while_it_counts(desk_file: ShopFile, acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=4)
    first = sale(desk_file, made, 1)
    sale(desk_file, made, 5, number=2)
    assert known(desk_file, made).stock == -2, "the counter comes first"
    void(desk_file, first)
    assert known(desk_file, made).stock == -1
    (newest, struck, _) = store.entries(desk_file, made)
    assert (newest.sale_number, newest.after) == ("20260820-0002", -1)
    assert (struck.sale_id, struck.counts, struck.after) == (first, False, 4)


def test_what_comes_back_is_there_again(desk_file: ShopFile, acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=4)
    sale_id = sale(desk_file, made, 2)
    line = desk_file.value("SELECT id FROM sale_line WHERE sale_id = :id", id=sale_id)
    with desk_file.act("refund") as act:
        sold(act, made, -1, line, desk_file.clock.now())
        sold(act, made, 0, line, desk_file.clock.now())
    assert known(desk_file, made).stock == 3
    assert len(store.entries(desk_file, made)) == 3


@pytest.mark.parametrize(
    ("mark", "pieces", "is_low"), [(0, 0, False), (3, 4, False), (3, 3, True), (3, 0, True)]
)
def test_low_stock_is_told(
    desk_file: ShopFile, acts: StockActs, mark: int, pieces: int, is_low: bool
) -> None:
    made = acts.add_product(replace(OIL, low_mark=mark), pieces)
    assert [one.id for one in store.low(desk_file)] == ([made] if is_low else [])
    acts.archive_product(made)
    assert store.low(desk_file) == []


def test_every_act_is_undone_and_done_again(desk_file: ShopFile, acts: StockActs) -> None:
    made = acts.add_product(OIL, pieces=5)
    acts.stock_in(made, 10, unit_cost=20_00)
    acts.stock_out(made, 2, "打碎")
    acts.count_stock(made, 11)
    acts.edit_product(made, replace(OIL, price=70_00))
    acts.archive_product(made)
    acts.restore_product(made)
    seen = [store.products(desk_file, archived=True)]
    while store.products(desk_file, archived=True):
        history.undo(desk_file)
        seen.append(store.products(desk_file, archived=True))
    assert len(seen) == 8
    for expected in reversed(seen[:-1]):
        history.redo(desk_file)
        assert store.products(desk_file, archived=True) == expected


STEPS = st.one_of(
    st.tuples(st.just("in"), st.integers(1, 30)),
    st.tuples(st.just("out"), st.integers(1, 30)),
    st.tuples(st.just("count"), st.integers(0, 40)),
    st.tuples(st.just("sold"), st.integers(1, 5)),
    st.tuples(st.just("void"), st.integers(0, 5)),
)


@given(steps=st.lists(STEPS, max_size=12))
def test_the_stock_is_what_a_list_on_paper_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    """Beside the database runs the simplest bookkeeping there is: a list of what counts."""
    file = new_shop(tmp_path_factory.mktemp("s") / "shop.desk", FixedClock(dt.datetime(2026, 8, 20, 14)))
    acts = StockActs(file)
    made = acts.add_product(OIL)
    paper: list[tuple[str, int]] = []
    sales: list[str] = []
    for kind, number in steps:
        there = sum(pieces for _, pieces in paper)
        if kind == "in":
            acts.stock_in(made, number)
            paper.append(("", number))
        elif kind == "out" and number <= there:
            acts.stock_out(made, number, "x")
            paper.append(("", -number))
        elif kind == "count":
            assert acts.count_stock(made, number) == number - there
            paper.append(("", number - there))
        elif kind == "sold":
            sales.append(sale(file, made, number, len(sales) + 1))
            paper.append((sales[-1], -number))
        elif kind == "void" and number < len(sales) and (sales[number] in dict(paper)):
            void(file, sales[number])
            paper = [one for one in paper if one[0] != sales[number]]
        assert known(file, made).stock == sum(pieces for _, pieces in paper)
        found = store.entries(file, made)
        assert not found or found[0].after == store.stock_of(file, made)
    file.close()
