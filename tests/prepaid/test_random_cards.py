"""Cards through random lives: never below zero, what was taken in is earned, beside a plain tally."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import store
from merchant_desk.prepaid.model import SPEND_FIRST
from merchant_desk.sales.model import PaymentDraft
from tests.blank import new_shop
from tests.conftest import NOW
from tests.prepaid.shop import CARE, GEL, Shop, open_shop_with

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "back",
                "sell",
                "spend",
                "use",
                "back",
                "undo",
                "redo",
                "sell_pass",
                "spend",
                "back",
                "void",
                "undo",
            ]
        ),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
    ),
    min_size=3,
    max_size=16,
)

BEGUN = (("sell", 79190, 9970), ("sell_pass", 104729, 7919), ("spend", 0, 4321), ("spend", 0, 22222))

# What a card owes: principal, bonus, units by counter.
Tally = dict[str, tuple[int, int, tuple[int, ...]]]


class Life:
    """One shop's cards, with a tally kept by hand and the way back through what was done."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.tally: Tally = {}
        self.spent: list[tuple[str, str, int]] = []
        self.done: list[tuple[Tally, list[tuple[str, str, int]]]] = []
        self.undone: list[tuple[Tally, list[tuple[str, str, int]]]] = []

    def step(self, what: str, one: int, other: int) -> None:
        before = (dict(self.tally), list(self.spent))
        if what in ("undo", "redo"):
            self._turn(what, before)
        elif getattr(self, f"_{what}")(one, other):
            self.done.append(before)
            self.undone.clear()

    def _turn(self, what: str, now: tuple[Tally, list[tuple[str, str, int]]]) -> None:
        taken, given = (self.done, self.undone) if what == "undo" else (self.undone, self.done)
        if taken:
            getattr(self.shop, what)()
            given.append(now)
            self.tally, self.spent = taken.pop()

    def _sell(self, one: int, other: int) -> bool:
        price, bonus = 1 + one % 500_00, other % 100_00
        first = SPEND_FIRST[one % 3]
        card = self.shop.sell(self.shop.balance_card(bonus, spend_first=first), price)
        self.tally[card] = (price, bonus, ())
        return True

    def _sell_pass(self, one: int, other: int) -> bool:
        counters = (
            (self.shop.gel, 1 + one % 4, GEL, False),
            (self.shop.care, 1 + other % 3, CARE, bool(one % 2)),
        )
        card = self.shop.sell(self.shop.pass_card(*counters), 1 + other % 500_00)
        self.tally[card] = (1 + other % 500_00, 0, (1 + one % 4, 1 + other % 3))
        return True

    def _spend(self, one: int, other: int) -> bool:
        cards = sorted(card for card, (principal, bonus, units) in self.tally.items() if not units)
        if not cards:
            return False
        card = cards[one % len(cards)]
        principal, bonus, _ = self.tally[card]
        amount = 1 + other % (principal + bonus + 10)
        if amount > principal + bonus:
            with pytest.raises(DeskError, match="card_short"):
                self.shop.spend(card, amount)
            return False
        sale = self.shop.spend(card, amount)
        left, left_bonus, _ = self.shop.on(card)
        first = self.shop.card(card).spend_first
        if first == "principal":
            assert (left, left_bonus) == (max(0, principal - amount), bonus - max(0, amount - principal))
        elif first == "bonus":
            assert (left, left_bonus) == (principal - max(0, amount - bonus), max(0, bonus - amount))
        assert principal + bonus - amount == left + left_bonus
        self.tally[card] = (left, left_bonus, ())
        self.spent.append((card, sale, amount))
        return True

    def _use(self, one: int, other: int) -> bool:
        cards = sorted(card for card, (_, _, units) in self.tally.items() if any(units))
        if not cards:
            return False
        card = cards[one % len(cards)]
        principal, _, units = self.tally[card]
        at = next(n for n in (other % 2, 1 - other % 2) if units[n])
        took = 1 + other % units[at]
        worth = self.shop.card(card).counters[at].worth(took)
        self.shop.use(card, at, took)
        rest = tuple(left - took if n == at else left for n, left in enumerate(units))
        self.tally[card] = (principal - worth, 0, rest)
        return True

    def _back(self, one: int, other: int) -> bool:
        if not self.spent:
            return False
        card, sale, amount = self.spent[one % len(self.spent)]
        back = 1 + other % amount
        took, _ = self.shop.took(sale)
        self.shop.give_back(sale, back, PaymentDraft("stored_value", back, card_id=card))
        self.spent.remove((card, sale, amount))
        principal, bonus, _ = self.tally[card]
        now, now_bonus, _ = self.shop.on(card)
        # In the shares in which it was taken, to a minor unit.
        assert (now - principal) + (now_bonus - bonus) == back
        assert abs((now - principal) * amount + took * back) < amount
        self.tally[card] = (now, now_bonus, ())
        return True

    def _void(self, one: int, _other: int) -> bool:
        if not self.spent:
            return False
        card, sale, _amount = self.spent[one % len(self.spent)]
        took, took_bonus = self.shop.took(sale)
        self.shop.sales.void(sale, "by mistake")
        self.spent = [each for each in self.spent if each[1] != sale]
        principal, bonus, _ = self.tally[card]
        self.tally[card] = (principal - took, bonus - took_bonus, ())
        return True

    def check(self) -> None:
        """The file says what the tally says, and nothing is below zero."""
        rows = self.shop.file.all(
            "SELECT card_id, sum(principal), sum(bonus), sum(units) FROM card_entry WHERE voided = 0"
            " GROUP BY card_id"
        )
        found = {row[0]: tuple(row)[1:] for row in rows if any(tuple(row)[1:])}
        kept = {
            card: (p, b, sum(units)) for card, (p, b, units) in self.tally.items() if p or b or any(units)
        }
        assert found == kept
        owed = store.liability(self.shop.file, self.shop.today)
        assert sum(one.principal for one in owed) == sum(one[0] for one in kept.values())
        assert self.shop.takings() - self.shop.earned() == sum(one[0] for one in kept.values())
        for card, (principal, _, units) in self.tally.items():
            state = self.shop.card(card)
            assert tuple(one.left for one in state.counters) == units
            assert all(one.principal >= 0 and (one.left or not one.principal) for one in state.counters)
            if units:
                assert sum(one.principal for one in state.counters) == principal


@given(STEPS)
@settings(max_examples=80)
def test_over_a_cards_life_what_was_taken_in_is_what_was_earned(steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        clock = FixedClock(NOW)
        file = new_shop(Path(folder) / "shop.desk", clock)
        life = Life(open_shop_with(file, clock))
        for what, one, other in (*BEGUN, *steps):
            life.step(what, one, other)
            life.check()
        shop = life.shop
        clock.set(clock.now() + dt.timedelta(days=30))
        for index, card in enumerate(life.tally):
            due = store.card(file, card, shop.today)
            assert due is not None
            shop.take_card_back(card, due.refund.due if index % 2 else 0)
        assert shop.takings() == shop.earned()
        assert store.liability(file, shop.today) == []
        file.close()


ENTRY = st.tuples(st.integers(-60, 60), st.integers(-30, 30), st.integers(-3, 3), st.integers(0, 2))


@given(st.lists(st.tuples(ENTRY, st.booleans()), max_size=25))
@settings(max_examples=30)
def test_the_file_keeps_every_card_above_nothing(steps: list[tuple[tuple[int, int, int, int], bool]]) -> None:
    """Rows written past the acts: the file takes what a plain tally allows, and nothing else."""
    with TemporaryDirectory() as folder:
        clock = FixedClock(NOW)
        file = new_shop(Path(folder) / "shop.desk", clock)
        shop = open_shop_with(file, clock)
        card = shop.sell(shop.pass_card((shop.gel, 2, GEL, False), (shop.care, 2, CARE, False)), 0)
        counters = [one.id for one in shop.card(card).counters]
        # Those that count: (id, principal, bonus, units, counter); the sale's own carry nothing but units.
        kept: list[tuple[str, int, int, int, int]] = [("", 0, 0, 2, 1), ("", 0, 0, 2, 2)]
        for (principal, bonus, units, at), voids in steps:
            changed = list(kept)
            if voids and len(kept) > 2:
                changed.pop(2 + abs(principal) % (len(kept) - 2))
            else:
                changed.append(("new", principal, bonus, units if at else 0, at))
            fine = sum(one[1] for one in changed) >= 0 and sum(one[2] for one in changed) >= 0
            for counter in (1, 2):
                mine = [one for one in changed if one[4] == counter]
                fine = fine and sum(one[3] for one in mine) >= 0 and sum(one[1] for one in mine) >= 0
            try:
                with file.act("correct_card") as act:
                    if len(changed) > len(kept):
                        row = {"card_id": card, "kind": "corrected", "at": "2026-08-20T15:00"}
                        on = {"counter_id": counters[at - 1] if at else None, "units": units if at else 0}
                        made = act.insert("card_entry", {**row, **on, "principal": principal, "bonus": bonus})
                        changed[-1] = (made, *changed[-1][1:])
                    else:
                        gone = ({one[0] for one in kept} - {one[0] for one in changed}).pop()
                        act.update("card_entry", gone, voided=1)
            except DeskError as refused:
                taken, code = False, refused.code
            else:
                taken, code = True, ""
            assert (taken, code) == ((True, "") if fine else (False, "card_short"))
            kept = changed if taken else kept
        file.close()
