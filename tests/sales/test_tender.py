"""What is handed over, what goes back, what is left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.sales.model import METHODS, PaymentDraft
from merchant_desk.sales.tender import Tender, settle

tenders = st.lists(
    st.builds(Tender, st.sampled_from(METHODS), st.none() | st.integers(0, 100_000)), max_size=5
)


@given(st.integers(0, 100_000), tenders)
def test_nothing_is_lost_between_the_drawer_and_the_books(total: int, given_: list[Tender]) -> None:
    settled = settle(total, given_)
    paid = sum(payment.amount for payment in settled.payments)
    assert paid + settled.left == total
    assert all(payment.amount > 0 for payment in settled.payments)
    assert settled.change >= 0
    handed = sum(tender.given or 0 for tender in given_)
    rest = [at for at, tender in enumerate(given_) if tender.given is None]
    filled = settled.amounts[rest[0]] if rest else 0
    assert handed + filled == paid + settled.change
    assert settled.change <= sum(tender.given or 0 for tender in given_ if tender.method == "cash")
    if rest:
        assert settled.left <= 0
    if settled.change:
        assert settled.left <= 0, "money went back while something was still to pay"
    assert len(settled.amounts) == len(given_)
    for tender, amount in zip(given_, settled.amounts, strict=True):
        if tender.given is not None and tender.method != "cash":
            assert amount == tender.given


def test_one_way_pays_it_all() -> None:
    assert settle(246_00, [Tender("wechat")]).payments == (PaymentDraft("wechat", 246_00),)


def test_the_rest_follows_what_was_typed() -> None:
    settled = settle(246_00, [Tender("cash", 100_00), Tender("wechat")])
    assert settled.payments == (PaymentDraft("cash", 100_00), PaymentDraft("wechat", 146_00))
    assert (settled.left, settled.change) == (0, 0)


def test_cash_gives_change() -> None:
    settled = settle(246_00, [Tender("cash", 300_00)])
    assert (settled.payments, settled.change, settled.left) == ((PaymentDraft("cash", 246_00),), 54_00, 0)


def test_a_card_gives_no_change() -> None:
    settled = settle(246_00, [Tender("card", 300_00)])
    assert (settled.change, settled.left) == (0, -54_00)


def test_cash_beside_a_card_gives_back_what_is_over() -> None:
    settled = settle(246_00, [Tender("card", 200_00), Tender("cash", 50_00)])
    assert settled.payments == (PaymentDraft("card", 200_00), PaymentDraft("cash", 46_00))
    assert (settled.change, settled.left) == (4_00, 0)


def test_a_gift_needs_nothing() -> None:
    assert settle(0, []).left == 0
    assert settle(0, [Tender("wechat")]).payments == ()


def test_too_little_says_how_much_is_left() -> None:
    assert settle(246_00, [Tender("cash", 200_00)]).left == 46_00


def test_a_card_pays_what_is_on_it_and_another_way_the_rest() -> None:
    settled = settle(400_00, [Tender("stored_value", limit=320_00), Tender("wechat")])
    assert settled.amounts == (320_00, 80_00)
    assert settled.left == 0
    short = settle(400_00, [Tender("stored_value", limit=320_00)])
    assert (short.amounts, short.left) == ((320_00,), 80_00)
    assert settle(200_00, [Tender("stored_value", limit=320_00), Tender("wechat")]).amounts == (200_00, 0)
