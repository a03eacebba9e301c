"""Card types, and what is done to cards outside a sale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import CardDraft, CardTypeDraft, Correction, CounterDraft, OpeningDraft
from tests.prepaid.shop import CARE, GEL, Shop

YEAR = dt.timedelta(days=365)


def _pass_type(shop: Shop, name: str = "10 次") -> CardTypeDraft:
    counters = (CounterDraft(shop.gel, 10, GEL), CounterDraft(shop.care, 1, CARE, free=True))
    return CardTypeDraft("pass", name, 1500_00, counters=counters, valid_days=180)


def test_a_type_makes_the_card_that_is_sold(shop: Shop) -> None:
    shop.prepaid.add_card_type(
        CardTypeDraft("balance", " 储值 1000 ", 1000_00, bonus=150_00, spend_first="share")
    )
    made = shop.prepaid.add_card_type(_pass_type(shop))
    balance, tens = store.card_types(shop.file)
    assert (balance.name, balance.bonus, balance.valid_days) == ("储值 1000", 150_00, None)
    assert tens.id == made
    draft = tens.draft(shop.today)
    assert draft.expires_on == shop.today + dt.timedelta(days=180)
    card = shop.sell(draft, tens.price)
    assert shop.card(card).card_type_id == made
    assert [one.left for one in shop.card(card).counters] == [10, 1]
    assert [one.sold for one in store.card_types(shop.file)] == [0, 1]
    assert store.draft_of(shop.file, card) == draft


def test_a_changed_type_leaves_its_cards_alone(shop: Shop) -> None:
    made = shop.prepaid.add_card_type(_pass_type(shop))
    card = shop.sell(store.card_types(shop.file)[0].draft(shop.today), 1500_00)
    before = shop.card(card)
    other = CardTypeDraft("pass", "12 次", 1600_00, counters=(CounterDraft(shop.care, 12, CARE),))
    shop.prepaid.edit_card_type(made, other)
    (changed,) = store.card_types(shop.file)
    assert (changed.name, len(changed.counters), changed.valid_days) == ("12 次", 1, None)
    assert shop.card(card) == before
    shop.undo()
    (again,) = store.card_types(shop.file)
    assert (again.name, len(again.counters)) == ("10 次", 2)
    shop.redo()
    assert store.card_types(shop.file) == [changed]


def test_types_are_given_up_and_taken_back(shop: Shop) -> None:
    made = shop.prepaid.add_card_type(_pass_type(shop))
    shop.prepaid.archive_card_type(made)
    assert store.card_types(shop.file) == []
    second = shop.prepaid.add_card_type(_pass_type(shop))
    with pytest.raises(DeskError, match="name_taken"):
        shop.prepaid.restore_card_type(made)
    shop.undo()
    shop.prepaid.restore_card_type(made)
    assert [one.id for one in store.card_types(shop.file)] == [made]
    with pytest.raises(DeskError, match="gone"):
        shop.prepaid.archive_card_type(second)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (CardTypeDraft("balance", " ", 100), "no_name"),
        (CardTypeDraft("balance", "x", -1), "bad_amount"),
        (CardTypeDraft("balance", "x", 1, bonus=-1), "bad_amount"),
        (CardTypeDraft("pass", "x", 1), "no_counters"),
        (CardTypeDraft("pass", "x", 1, bonus=5, counters=(CounterDraft("s", 1, 1),)), "bad_amount"),
        (CardTypeDraft("pass", "x", 1, counters=(CounterDraft("s", 0, 1),)), "bad_amount"),
        (CardTypeDraft("balance", "x", 1, valid_days=0), "bad_days"),
    ],
)
def test_a_type_that_cannot_be(shop: Shop, draft: CardTypeDraft, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        shop.prepaid.add_card_type(draft)
    assert store.card_types(shop.file) == []


# ---- cards


def test_a_card_goes_to_another_customer(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.prepaid.transfer(card, shop.wang, "母女")
    assert store.cards_of(shop.file, shop.li, shop.today) == []
    (taken,) = store.cards_of(shop.file, shop.wang, shop.today)
    assert taken.principal == 1000_00
    whole = store.card(shop.file, card, shop.today)
    assert whole is not None
    assert (whole.entries[-1].kind, whole.entries[-1].note) == ("transferred", "李悦 → 王芳 · 母女")
    with pytest.raises(DeskError, match="same_customer"):
        shop.prepaid.transfer(card, shop.wang)
    with pytest.raises(DeskError, match="gone"):
        shop.prepaid.transfer(card, "nobody")
    shop.undo()
    assert [one.id for one in store.cards_of(shop.file, shop.li, shop.today)] == [card]
    shop.redo()
    assert [one.id for one in store.cards_of(shop.file, shop.wang, shop.today)] == [card]


def test_a_paused_card_pays_nothing_and_loses_no_days(shop: Shop) -> None:
    ends = shop.today + YEAR
    card = shop.sell(shop.balance_card(expires_on=ends))
    shop.prepaid.pause(card, "出国")
    shop.later(days=40)
    with pytest.raises(DeskError) as refused:
        shop.spend(card, 10_00)
    assert refused.value.code == "card_paused"
    assert refused.value.facts["on"] == shop.today - dt.timedelta(days=40)
    with pytest.raises(DeskError, match="card_paused"):
        shop.prepaid.pause(card)
    assert shop.prepaid.resume(card) == ends + dt.timedelta(days=40)
    shop.spend(card, 10_00)
    with pytest.raises(DeskError, match="card_not_paused"):
        shop.prepaid.resume(card)
    shop.undo()
    shop.undo()
    assert (shop.card(card).state, shop.card(card).expires_on) == ("paused", ends)
    shop.redo()
    assert shop.card(card).state == "live"


def test_an_expired_card_is_extended(shop: Shop) -> None:
    card = shop.sell(shop.balance_card(expires_on=shop.today))
    shop.later(days=3)
    with pytest.raises(DeskError, match="day_is_over"):
        shop.prepaid.extend(card, shop.today - dt.timedelta(days=1))
    shop.prepaid.extend(card, shop.today, "春节")
    shop.spend(card, 10_00)
    shop.prepaid.extend(card, None)
    shop.later(days=3000)
    assert shop.card(card).usable
    shop.undo()
    assert shop.card(card).expired


def test_a_correction_says_why(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    with pytest.raises(DeskError, match="no_reason"):
        shop.prepaid.correct(card, Correction(" ", principal=-10_00))
    with pytest.raises(DeskError, match="bad_amount"):
        shop.prepaid.correct(card, Correction("nothing"))
    with pytest.raises(DeskError, match="card_short"):
        shop.prepaid.correct(card, Correction("too much", bonus=-100_01))
    shop.prepaid.correct(card, Correction("上次多扣", principal=-30_00, bonus=5_00))
    assert shop.on(card) == (970_00, 105_00, 0)
    # What has no sale is neither taken nor earned.
    assert shop.earned() == 0
    shop.undo()
    assert shop.on(card) == (1000_00, 100_00, 0)
    shop.redo()
    assert shop.on(card) == (970_00, 105_00, 0)


def test_corrected_units_bring_and_take_what_they_are_worth(shop: Shop) -> None:
    card = shop.sell(shop.pass_card((shop.gel, 4, GEL, False), (shop.care, 2, CARE, True)), 400_00)
    gel, gift = shop.card(card).counters
    shop.prepaid.correct(card, Correction("没登记", units={gel.id: -1, gift.id: -1}))
    assert shop.on(card) == (300_00, 0, 4)
    shop.prepaid.correct(card, Correction("补", units={gel.id: 2}))
    assert shop.on(card) == (500_00, 0, 6)
    shop.prepaid.correct(card, Correction("清", units={gel.id: -5}))
    assert shop.card(card).principal == 0
    with pytest.raises(DeskError, match="card_short"):
        shop.prepaid.correct(card, Correction("清", units={gel.id: -1}))
    shop.prepaid.correct(card, Correction("补", units={gel.id: 1}))
    assert shop.card(card).principal == GEL


def test_a_card_from_before(shop: Shop) -> None:
    sold = shop.today - YEAR
    draft = OpeningDraft(
        CardDraft("balance", "旧卡", bonus=20_00),
        shop.li,
        paid=1000_00,
        principal=300_00,
        sold_on=sold,
        number="88-6",
    )
    card = shop.prepaid.open_card(draft)
    assert shop.on(card) == (300_00, 20_00, 0)
    assert (shop.card(card).number, shop.card(card).sold_on) == ("88-6", sold)
    assert (shop.takings(), shop.earned()) == (0, 0)
    shop.spend(card, 300_00)
    assert (shop.takings(), shop.earned()) == (0, 300_00)
    with pytest.raises(DeskError, match="number_taken"):
        shop.prepaid.open_card(draft)
    shop.undo()
    shop.undo()
    assert store.cards_of(shop.file, shop.li, shop.today) == []
    shop.redo()
    assert shop.on(card) == (300_00, 20_00, 0)


def test_a_pass_from_before_carries_what_is_left(shop: Shop) -> None:
    counters = (CounterDraft(shop.gel, 3, GEL), CounterDraft(shop.care, 1, CARE, free=True))
    card = shop.prepaid.open_card(
        OpeningDraft(CardDraft("pass", "旧", counters=counters), shop.li, 1000_00, 300_00, shop.today)
    )
    gel, gift = shop.card(card).counters
    assert (gel.left, gel.principal, gift.left, gift.principal) == (3, 300_00, 1, 0)
    shop.use(card)
    assert shop.earned() == 100_00


@pytest.mark.parametrize(("paid", "principal"), [(100, 101), (100, -1)])
def test_a_card_from_before_that_cannot_be(shop: Shop, paid: int, principal: int) -> None:
    with pytest.raises(DeskError, match="bad_amount"):
        shop.prepaid.open_card(OpeningDraft(CardDraft("balance", "x"), shop.li, paid, principal, shop.today))
    tomorrow = shop.today + dt.timedelta(days=1)
    with pytest.raises(DeskError, match="day_to_come"):
        shop.prepaid.open_card(OpeningDraft(CardDraft("balance", "x"), shop.li, 100, 100, tomorrow))


def test_nothing_is_done_to_a_card_that_was_taken_back(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    shop.take_card_back(card, 1000_00)
    acts: tuple[Callable[[], None], ...] = (
        lambda: shop.prepaid.transfer(card, shop.wang),
        lambda: shop.prepaid.pause(card),
        lambda: shop.prepaid.extend(card, None),
        lambda: shop.prepaid.correct(card, Correction("x", principal=1)),
    )
    for act in acts:
        with pytest.raises(DeskError, match="card_closed"):
            act()


def test_a_closed_day_takes_no_correction(shop: Shop) -> None:
    card = shop.sell(shop.balance_card())
    with shop.file.act("close_day") as act:
        day = shop.today.isoformat()
        act.insert("day_close", {"day": day, "closed_at": f"{day}T21:00"})
    with pytest.raises(DeskError, match="day_closed"):
        shop.prepaid.correct(card, Correction("x", principal=1))
    shop.later(days=1)
    shop.prepaid.correct(card, Correction("x", principal=1))
    assert shop.on(card)[0] == 1000_01


@pytest.mark.parametrize("verb", ["transfer", "pause", "extend", "correct"])
def test_a_card_that_another_window_closed_meanwhile_stays_closed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    card = shop.sell(shop.balance_card())
    more: dict[str, tuple[object, ...]] = {
        "transfer": (shop.wang,),
        "extend": (shop.today,),
        "correct": (Correction("wrong", principal=1),),
    }
    begin = shop.file.act

    def late(name: str, **facts: Any) -> Any:
        monkeypatch.undo()
        with begin("elsewhere") as act:
            act.update("card", card, state="closed")
        return begin(name, **facts)

    monkeypatch.setattr(shop.file, "act", late)
    with pytest.raises(DeskError, match="card_closed"):
        getattr(shop.prepaid, verb)(card, *more.get(verb, ()))
    assert shop.card(card).state == "closed"
    whole = store.card(shop.file, card, shop.today)
    assert whole is not None
    assert [one.kind for one in whole.entries] == ["sold"]
