"""What is read of the cards."""

from __future__ import annotations

import datetime as dt

from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardDraft, Correction, Liability, Moves
from tests.prepaid.shop import GEL, Shop


def test_the_cards_that_pay_come_first_and_the_soonest_to_expire(shop: Shop) -> None:
    for_ever = shop.sell(shop.balance_card())
    soon = shop.sell(shop.balance_card(expires_on=shop.today + dt.timedelta(days=9)))
    gone = shop.sell(shop.balance_card(expires_on=shop.today + dt.timedelta(days=1)))
    empty = shop.sell(shop.balance_card(0), 10_00)
    shop.spend(empty, 10_00)
    shop.later(days=5)
    found = store.cards_of(shop.file, shop.li, shop.today)
    assert [one.id for one in found[:2]] == [soon, for_ever]
    assert {one.id for one in found[2:]} == {gone, empty}
    assert [one.usable for one in found] == [True, True, False, False]


def test_cards_are_found_by_number_name_and_customer(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    other = shop.sell(shop.pass_card())
    shop.prepaid.transfer(other, shop.wang)
    shop.prepaid.pause(other)
    for text, wanted in (("c00001", card), ("次卡", other), ("wangfang", other), ("6621", card)):
        assert [one.id for one in store.cards(shop.file, shop.today, text)] == [wanted], text
    assert [one.id for one in store.cards(shop.file, shop.today, state="paused")] == [other]
    assert [one.id for one in store.cards(shop.file, shop.today, state="usable")] == [card]
    assert store.cards(shop.file, shop.today, "%") == []
    assert len(store.cards(shop.file, shop.today, limit=1)) == 1


def test_the_ledger_tells_what_was_left_after_each_entry(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.later(hours=1)
    spent = shop.spend(card, 300_00)
    shop.later(hours=1)
    shop.spend(card, 50_00)
    shop.undo()
    shop.prepaid.correct(card, Correction("x", bonus=-40_00))
    whole = store.card(shop.file, card, shop.today)
    assert whole is not None
    assert [(one.kind, one.left_principal, one.left_bonus, one.voided) for one in whole.entries] == [
        ("sold", 1000_00, 100_00, False),
        ("used", 700_00, 100_00, False),
        ("used", 700_00, 100_00, True),
        ("corrected", 700_00, 60_00, False),
    ]
    assert whole.entries[1].sale_id == spent
    assert whole.entries[1].sale_number == "20260820-0002"
    assert whole.entries[3].note == "x"
    assert store.card(shop.file, "nothing", shop.today) is None


def test_what_the_shop_owes_at_a_days_end(shop: Shop) -> None:
    first = shop.today
    card = shop.sell(shop.balance_card(expires_on=first))
    tens = shop.sell(shop.pass_card((shop.gel, 10, GEL, False)), 900_00)
    shop.sell(CardDraft("deposit", "Deposit 1"), 50_00)
    shop.sell(CardDraft("deposit", "Deposit 2"), 30_00)
    shop.spend(card, 200_00)
    shop.later(days=1)
    shop.use(tens, units=2)
    assert store.liability(shop.file, first) == [
        Liability("pass", "美甲次卡", 1, 900_00, 0, 10, 0),
        Liability("balance", "储值 1000", 1, 800_00, 100_00, 0, 0),
        Liability("deposit", "", 2, 80_00, 0, 0, 0),
    ]
    assert store.liability(shop.file, shop.today) == [
        Liability("balance", "储值 1000", 1, 800_00, 100_00, 0, 800_00),
        Liability("pass", "美甲次卡", 1, 720_00, 0, 8, 0),
        Liability("deposit", "", 2, 80_00, 0, 0, 0),
    ]
    assert store.liability(shop.file, first - dt.timedelta(days=1)) == []
    assert store.moves(shop.file, first, first) == Moves(sold=1980_00, earned=200_00)
    assert store.moves(shop.file, shop.today, shop.today) == Moves(earned=180_00)


def test_moves_explain_how_one_days_debt_became_anothers(shop: Shop) -> None:
    def owed() -> int:
        return sum(one.principal for one in store.liability(shop.file, shop.today))

    shop.sell(shop.balance_card())
    before = owed()
    shop.later(days=1)
    card = shop.sell(shop.balance_card(), 500_00)
    shop.spend(card, 120_00)
    shop.prepaid.correct(card, Correction("x", principal=-7_00))
    shop.take_card_back(card, 300_00)
    moved = store.moves(shop.file, shop.today, shop.today)
    assert moved == Moves(sold=500_00, earned=120_00, refunded=373_00, other=-7_00)
    assert owed() == before + moved.sold - moved.earned - moved.refunded + moved.other
