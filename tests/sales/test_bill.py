"""The bill: covers, the discount of the whole, and that nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.bill import Cover, bill, read_whole, voucher_discount
from merchant_desk.sales.model import DISCOUNTED, SaleLineDraft


def line(
    price: int, service: str = "gel", quantity: int = 1, kind: str = "service", **more: int
) -> SaleLineDraft:
    return SaleLineDraft(
        service,
        price,
        kind,
        service if kind == "service" else None,
        quantity=quantity,
        **more,  # type: ignore[arg-type]
    )


def test_a_pass_makes_its_line_what_a_unit_is_worth() -> None:
    whole = bill([line(198_00), line(68_00, "care")], [Cover("gel", 1, 98_00)])
    assert [one.amount for one in whole.lines] == [98_00, 68_00]
    assert (whole.lines[0].unit_price, whole.lines[0].discount) == (198_00, 100_00)
    assert whole.open_to == 68_00


def test_two_covers_share_a_line_of_several() -> None:
    whole = bill([line(100_00, quantity=3)], [Cover("gel", 1, 33_33), Cover("gel", 1, 33_34)])
    assert whole.total == 100_00 + 66_67
    assert whole.open_to == 0


def test_a_cover_worth_more_than_the_price_sets_it_with_its_reason() -> None:
    (done,) = bill([line(90_00, quantity=2)], [Cover("gel", 2, 195_01, "Pass")]).lines
    assert done.amount == 195_01
    assert (done.unit_price, done.list_price, done.price_reason) == (97_51, 90_00, "Pass")
    assert 0 <= done.discount <= done.quantity * done.unit_price


def test_a_free_unit_is_worth_nothing() -> None:
    assert bill([line(90_00)], [Cover("gel", 1, 0)]).total == 0


def test_a_cover_without_its_line_is_spare() -> None:
    lost = Cover("brows", 1, 10_00)
    whole = bill([line(90_00)], [lost, Cover("gel", 2, 10_00)])
    assert whole.spare == (lost, Cover("gel", 2, 10_00))
    assert whole.total == 90_00


def test_the_discount_of_the_whole_leaves_tips_cards_and_covered_lines_alone() -> None:
    lines = [
        line(100_00),
        line(50_00, kind="tip"),
        line(500_00, kind="card"),
        line(80_00, "care"),
        line(20_00, "x"),
    ]
    whole = bill(lines, [Cover("gel", 1, 60_00)], 30_00)
    assert [one.amount for one in whole.lines] == [60_00, 50_00, 500_00, 56_00, 14_00]
    with pytest.raises(DeskError, match="bad_amount"):
        bill(lines, [Cover("gel", 1, 60_00)], 100_01)


@given(
    st.lists(
        st.builds(
            line,
            st.integers(0, 10**6),
            st.sampled_from(["gel", "care"]),
            st.integers(1, 5),
            st.sampled_from(["service", "tip", "card", "product", "free", "add_on"]),
        ),
        max_size=6,
    ),
    st.lists(
        st.builds(Cover, st.sampled_from(["gel", "care"]), st.integers(1, 3), st.integers(0, 10**6)),
        max_size=4,
    ),
    st.data(),
)
def test_nothing_is_made_or_lost(
    lines: list[SaleLineDraft], covers: list[Cover], data: st.DataObject
) -> None:
    before = bill(lines, covers)
    off = data.draw(st.integers(0, before.open_to))
    after = bill(lines, covers, off)
    assert after.total == before.total - off
    assert after.open_to == before.open_to - off
    for was, now in zip(lines, after.lines, strict=True):
        assert now.quantity == was.quantity
        assert 0 <= now.discount <= now.quantity * now.unit_price
        if was.kind not in DISCOUNTED:
            assert now == was
    laid = [cover for cover in covers if cover not in after.spare]
    if len(set(laid)) == len(laid) and laid:
        assert sum(one.amount for one in before.lines) >= sum(cover.value for cover in laid)


def test_a_voucher_without_a_line_stands_for_its_list_price() -> None:
    assert voucher_discount(268_00, 129_00, 300_00) == 139_00
    assert voucher_discount(268_00, 129_00, 198_00) == 69_00
    assert voucher_discount(268_00, 129_00, 100_00) == 0


@pytest.mark.parametrize(
    ("way", "text", "off"),
    [
        ("off", "20", 20_00),
        ("percent", "10", 10_00),
        ("make_it", "120", 30_00),
        ("make_it", "9折", 10_00),
        ("make_it", "", 0),
        ("off", "8.5折", 15_00),
    ],
)
def test_what_is_typed_for_the_whole(way: str, text: str, off: int) -> None:
    assert read_whole(way, text, 100_00, 150_00) == off  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("way", "text", "code"),
    [
        ("make_it", "49", "discount_too_much"),
        ("make_it", "151", "discount_too_much"),
        ("off", "101", "discount_too_much"),
        ("off", "x", "bad_amount"),
    ],
)
def test_what_the_whole_cannot_take(way: str, text: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        read_whole(way, text, 100_00, 150_00)  # type: ignore[arg-type]
