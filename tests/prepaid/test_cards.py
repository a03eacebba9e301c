"""Cards sold, spent, given back and taken back, in the sales where that happens."""

from __future__ import annotations

import datetime as dt

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardDraft, Correction, CounterDraft, OpeningDraft
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from tests.prepaid.shop import CARE, GEL, Shop


def test_a_balance_card_keeps_principal_and_bonus_apart(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    assert shop.on(card) == (1000_00, 100_00, 0)
    assert shop.card(card).number == "C00001"
    assert (shop.takings(), shop.earned()) == (1000_00, 0)
    shop.spend(card, 300_00)
    assert shop.on(card) == (700_00, 100_00, 0)
    assert (shop.takings(), shop.earned()) == (1000_00, 300_00)


@pytest.mark.parametrize(
    ("first", "left"),
    [("principal", (0, 50_00)), ("bonus", (50_00, 0)), ("share", (45_45, 4_55))],
)
def test_what_is_spent_first_is_the_cards_choice(shop: Shop, first: str, left: tuple[int, int]) -> None:
    card = shop.sell(shop.balance_card(spend_first=first))
    shop.spend(card, 1050_00)
    assert shop.on(card)[:2] == left
    shop.spend(card, 50_00)
    assert shop.on(card) == (0, 0, 0)
    assert shop.earned() == shop.takings() == 1000_00


def test_a_pass_carries_its_price_on_what_was_paid_for(shop: Shop) -> None:
    card = shop.sell(shop.pass_card(), 900_00)
    gel, care, gift = shop.card(card).counters
    full = 5 * GEL + 3 * CARE
    assert gel.principal == round(900_00 * 5 * GEL / full)
    assert (gel.principal + care.principal, gift.principal) == (900_00, 0)
    assert (gel.next_value, gift.next_value) == (round(gel.principal / 5), 0)


def test_the_last_unit_takes_the_rest(shop: Shop) -> None:
    card = shop.sell(shop.pass_card((shop.gel, 3, GEL, False)), 100_00)
    worth = []
    for _ in range(3):
        worth.append(shop.card(card).counters[0].next_value)
        shop.use(card)
    assert worth == [33_33, 33_34, 33_33]
    assert shop.on(card) == (0, 0, 0)
    assert shop.earned() == 100_00


def test_free_units_are_worth_nothing(shop: Shop) -> None:
    card = shop.sell(shop.pass_card(), 900_00)
    gift = shop.card(card).counters[2]
    line = SaleLineDraft("Care", CARE, service_id=shop.care, discount=CARE, list_price=CARE)
    payment = PaymentDraft("pass", 0, card_id=card, counter_id=gift.id, units=1)
    shop.sales.check_out(SaleDraft((line,), (payment,), customer_id=shop.li))
    assert shop.card(card).counters[2].left == 0
    assert shop.card(card).principal == 900_00


def test_a_deposit_pays_at_its_appointment(shop: Shop) -> None:
    with shop.file.act("book") as act:
        appointment = act.insert("appointment", {"customer_id": shop.li, "status": "booked"})
    card = shop.sell(CardDraft("deposit", "Deposit", appointment_id=appointment), 50_00)
    deposit = store.deposit_of(shop.file, appointment, shop.today)
    assert deposit is not None
    assert (deposit.id, deposit.left, deposit.number) == (card, 50_00, "D00001")
    shop.pay(GEL, PaymentDraft("deposit", 50_00, card_id=card), appointment_id=appointment)
    assert store.deposit_of(shop.file, appointment, shop.today) is None
    assert shop.takings() == shop.earned() == GEL


def _refuse(shop: Shop, code: str, card: str, amount: int) -> DeskError:
    with pytest.raises(DeskError) as refused:
        shop.spend(card, amount)
    assert refused.value.code == code
    assert shop.file.value("SELECT count(*) FROM sale WHERE total = :amount", amount=amount) == 0
    return refused.value


def test_more_than_what_is_left_is_refused(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    error = _refuse(shop, "card_short", card, 1100_01)
    assert error.facts == {"number": "C00001", "left": 1100_00, "amount": 1100_01}


def test_the_last_day_still_counts(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(expires_on=shop.today + dt.timedelta(days=30)))
    shop.later(days=30)
    shop.spend(card, 100_00)
    shop.later(days=1)
    error = _refuse(shop, "card_expired", card, 101_00)
    assert error.facts["on"] == shop.today - dt.timedelta(days=1)
    assert not shop.card(card).usable


def test_the_file_itself_refuses_an_expired_card(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(expires_on=shop.today))
    sale = shop.file.value("SELECT sale_id FROM sale_line WHERE card_id = :id", id=card)
    entry = {"card_id": card, "kind": "used", "at": "2026-08-21T10:00", "principal": -1, "sale_id": sale}
    with pytest.raises(DeskError, match="card_expired"), shop.file.act("check_out") as act:
        act.insert("card_entry", entry)
    with pytest.raises(DeskError, match="card_short"), shop.file.act("check_out") as act:
        act.insert("card_entry", {**entry, "at": "2026-08-20T15:00", "principal": -1000_01})
    found = shop.file.value("SELECT id FROM card_entry WHERE card_id = :id", id=card)
    with pytest.raises(DeskError, match="ledger_is_kept"), shop.file.act("check_out") as act:
        act.update("card_entry", found, principal=2000_00)


def test_units_that_became_worth_something_else_are_refused(shop: Shop) -> None:
    card = shop.sell(shop.pass_card(), 900_00)
    counter = shop.card(card).counters[0]
    worth = counter.next_value
    for amount, counter_id in ((worth + 1, counter.id), (worth - 1, counter.id), (worth, "nothing")):
        payment = PaymentDraft("pass", amount, card_id=card, counter_id=counter_id, units=1)
        with pytest.raises(DeskError, match="card_changed"):
            shop.pay(amount, payment)
    payment = PaymentDraft("pass", 1_00, card_id=card, counter_id=counter.id, units=6)
    with pytest.raises(DeskError) as refused:
        shop.pay(1_00, payment)
    assert refused.value.code == "card_short"
    assert (refused.value.facts["units_left"], refused.value.facts["units"]) == (5, 6)


def test_a_card_has_an_owner(shop: Shop) -> None:
    line = SaleLineDraft("Card", 100_00, kind="card", card=shop.balance_card())
    with pytest.raises(DeskError, match="card_needs_customer"):
        shop.sales.check_out(SaleDraft((line,), (PaymentDraft("wechat", 100_00),)))


def test_a_pass_with_gifts_only_is_none(shop: Shop) -> None:
    with pytest.raises(DeskError, match="no_counters"):
        shop.sell(shop.pass_card((shop.gel, 3, GEL, True)))
    with pytest.raises(DeskError, match="bad_amount"):
        shop.sell(CardDraft("balance", "x", -1))


# ---- given back


def test_what_a_card_paid_comes_back_in_the_same_shares(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(spend_first="share"))
    sale = shop.spend(card, 330_00)
    assert shop.on(card)[:2] == (700_00, 70_00)
    back = PaymentDraft("stored_value", 110_00, card_id=card)
    shop.give_back(sale, 110_00, back)
    assert shop.on(card)[:2] == (800_00, 80_00)
    assert shop.earned() == 200_00
    shop.give_back(sale, 220_00, PaymentDraft("stored_value", 220_00, card_id=card))
    assert shop.on(card)[:2] == (1000_00, 100_00)
    assert shop.earned() == 0


def test_uses_come_back_whole(shop: Shop) -> None:
    card = shop.sell(shop.pass_card(), 900_00)
    before = shop.on(card)
    sale = shop.use(card, units=2)
    worth, _bonus = shop.took(sale)
    with pytest.raises(DeskError, match="whole_units_only"):
        shop.give_back(sale, 10_00, PaymentDraft("pass", 10_00, card_id=card))
    one = -worth // 2
    shop.give_back(sale, one, PaymentDraft("pass", one, card_id=card))
    assert shop.on(card)[2] == before[2] - 1
    rest = -worth - one
    shop.give_back(sale, rest, PaymentDraft("pass", rest, card_id=card))
    assert shop.on(card) == before


def test_a_refund_that_is_voided_takes_off_again(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    sale = shop.spend(card, 300_00)
    refund = shop.give_back(sale, 300_00, PaymentDraft("stored_value", 300_00, card_id=card))
    assert shop.on(card)[0] == 1000_00
    shop.sales.void(refund, "by mistake")
    assert shop.on(card)[0] == 700_00


def test_a_card_taken_back_is_empty_and_closed(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.spend(card, 300_00)
    whole = store.card(shop.file, card, shop.today)
    assert whole is not None
    due = whole.refund
    assert (due.paid, due.used, due.due, due.bonus, due.whole, due.off) == (
        1000_00,
        300_00,
        700_00,
        100_00,
        False,
        700_00,
    )
    refund = shop.take_card_back(card, 650_00)
    assert shop.on(card) == (0, 0, 0)
    assert shop.card(card).state == "closed"
    # What the shop kept of the rest is earned; over the card's life both views say the same.
    assert shop.takings() == shop.earned() == 350_00
    _refuse(shop, "card_closed", card, 1_00)
    with pytest.raises(DeskError):
        shop.take_card_back(card, 1_00)
    shop.sales.void(refund, "by mistake")
    assert shop.card(card).state == "live"
    assert shop.on(card) == (700_00, 100_00, 0)
    shop.spend(card, 700_00)


def test_a_pass_is_taken_back_at_the_stated_price_of_a_use(shop: Shop) -> None:
    card = shop.sell(shop.pass_card(), 900_00)
    shop.use(card, units=2)
    shop.use(card, counter=1)
    shop.later(days=20)
    whole = store.card(shop.file, card, shop.today)
    assert whole is not None
    assert whole.refund.used == 2 * GEL + CARE
    assert whole.refund.due == 900_00 - 2 * GEL - CARE
    shop.take_card_back(card, whole.refund.due)
    assert shop.on(card) == (0, 0, 0)
    assert shop.takings() == shop.earned()


def test_corrections_and_the_time_before_count_in_a_refund(shop: Shop) -> None:
    def due(card: str) -> tuple[int, int]:
        found = store.card(shop.file, card, shop.today)
        assert found is not None
        return found.refund.used, found.refund.due

    card = shop.sell(shop.balance_card())
    shop.spend(card, 300_00)
    shop.prepaid.correct(card, Correction("twice", principal=20_00))
    assert due(card) == (280_00, 720_00)
    old = OpeningDraft(
        CardDraft("balance", "old"), shop.li, 500_00, 120_00, shop.today - dt.timedelta(days=1)
    )
    assert due(shop.prepaid.open_card(old)) == (380_00, 120_00)
    uses = (CounterDraft(shop.gel, 3, GEL),)
    old = OpeningDraft(CardDraft("pass", "old", counters=uses), shop.li, 1000_00, 600_00, shop.today)
    tens = shop.prepaid.open_card(old)
    shop.use(tens)
    assert due(tens) == (400_00 + GEL, 600_00 - GEL)


@pytest.mark.parametrize(("days", "whole"), [(0, True), (7, True), (8, False)])
def test_seven_days(shop: Shop, days: int, whole: bool) -> None:
    card = shop.sell(shop.balance_card())
    shop.later(days=days)
    found = store.card(shop.file, card, shop.today)
    assert found is not None
    assert found.refund.whole is whole
    assert found.refund.due == 1000_00


def test_a_voided_sale_takes_its_card_away(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    sale = shop.file.value("SELECT sale_id FROM sale_line WHERE card_id = :id", id=card)
    spent = shop.spend(card, 100_00)
    with pytest.raises(DeskError, match="card_short"):
        shop.sales.void(sale, "by mistake")
    shop.sales.void(spent, "by mistake")
    shop.sales.void(sale, "by mistake")
    assert shop.on(card) == (0, 0, 0)
    assert store.cards_of(shop.file, shop.li, shop.today) == []
    assert shop.takings() == shop.earned() == 0


# ---- open sales


def test_a_card_put_aside_is_none_until_it_is_paid(shop: Shop) -> None:
    expires = shop.today + dt.timedelta(days=365)
    line = SaleLineDraft("Card", 500_00, kind="card", card=shop.balance_card(expires_on=expires))
    draft = SaleDraft((line,), (), customer_id=shop.li)
    sale = shop.sales.hold(draft)
    assert store.cards_of(shop.file, shop.li, shop.today) == []
    assert store.liability(shop.file, shop.today) == []
    shop.later(days=1)
    paid = SaleDraft((line,), (PaymentDraft("cash", 500_00),), customer_id=shop.li, id=sale)
    assert shop.sales.check_out(paid) == sale
    (card,) = store.cards_of(shop.file, shop.li, shop.today)
    assert (card.state, card.principal, card.bonus) == ("live", 500_00, 100_00)
    assert (card.sold_on, card.expires_on) == (shop.today, expires + dt.timedelta(days=1))


# ---- undone and done again


def test_undo_and_redo_of_everything_about_a_card(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.undo()
    assert shop.on(card) == (0, 0, 0)
    assert store.cards_of(shop.file, shop.li, shop.today) == []
    shop.redo()
    assert shop.on(card) == (1000_00, 100_00, 0)
    sale = shop.spend(card, 1050_00)
    shop.undo()
    assert shop.on(card) == (1000_00, 100_00, 0)
    shop.redo()
    assert shop.on(card) == (0, 50_00, 0)
    shop.give_back(sale, 1050_00, PaymentDraft("stored_value", 1050_00, card_id=card))
    shop.undo()
    assert shop.on(card) == (0, 50_00, 0)
    shop.redo()
    assert shop.on(card) == (1000_00, 100_00, 0)
    shop.take_card_back(card, 1000_00)
    shop.undo()
    assert (shop.on(card), shop.card(card).state) == ((1000_00, 100_00, 0), "live")
    shop.redo()
    assert (shop.on(card), shop.card(card).state) == ((0, 0, 0), "closed")
    assert shop.takings() == shop.earned() == 0


def test_the_sale_of_a_card_in_use_is_not_undone_first(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    sold = shop.file.value("SELECT id FROM act WHERE undoes IS NULL ORDER BY seq DESC LIMIT 1")
    shop.spend(card, 10_00)
    with pytest.raises(DeskError) as refused:
        history.undo_act(shop.file, sold)
    assert refused.value.code == "undo_stands_on"
    assert refused.value.facts["later_verb"] == "check_out"


def test_a_resting_card_that_was_taken_back_rests_again_after_the_void(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(expires_on=shop.today + dt.timedelta(days=100)))
    shop.prepaid.pause(card)
    rests_since = shop.today
    shop.later(days=10)
    refund = shop.take_card_back(card, 900_00)
    assert (shop.card(card).state, shop.card(card).paused_on) == ("closed", None)
    shop.sales.void(refund, "changed her mind")
    assert (shop.card(card).state, shop.card(card).paused_on) == ("paused", rests_since)
    assert shop.prepaid.resume(card) == rests_since + dt.timedelta(days=110)
    refund = shop.take_card_back(card, 900_00)
    shop.sales.void(refund, "changed her mind")
    assert (shop.card(card).state, shop.card(card).paused_on) == ("live", None)
