"""Whatever happens at the till and the drawer: the equation holds, and a month is its days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.db.shop_file import ShopFile
from merchant_desk.drawer import store
from merchant_desk.drawer.acts import DrawerActs
from merchant_desk.drawer.model import COUNTED, CloseDraft, month_sum
from tests.blank import new_shop
from tests.drawer.till import pay, void

FIRST = dt.datetime(2026, 8, 1, 10, 0)
DAYS = 31
METHODS = ("cash", "wechat", "alipay", "card", "transfer")

MONEY = st.integers(1, 500_00)
STEPS = st.one_of(
    st.tuples(st.just("pay"), st.lists(st.tuples(st.sampled_from(METHODS), MONEY), min_size=1, max_size=3)),
    st.tuples(st.just("tip"), MONEY),
    st.tuples(st.just("void"), st.integers(0, 6)),
    st.tuples(st.just("in"), MONEY),
    st.tuples(st.just("out"), MONEY),
    st.tuples(st.just("float"), st.integers(0, 500_00)),
    st.tuples(st.just("close"), st.integers(-5_00, 5_00)),
    st.tuples(st.just("undo"), st.just(0)),
    st.tuples(st.just("next day"), st.integers(1, 3)),
)


class Paper:
    """The same bookkeeping on paper: what came in and went out of each day, and what was counted."""

    def __init__(self) -> None:
        self.lines: list[tuple[dt.date, str, str, int]] = []
        self.floats: dict[dt.date, int] = {}
        self.closed: dict[dt.date, tuple[int, int, int]] = {}
        self.tips: dict[str, int] = {}

    def paid(self, day: dt.date, method: str) -> int:
        return sum(amount for on, kind, _, amount in self.lines if on == day and kind == method)

    def begun(self, day: dt.date) -> int:
        earlier = [on for on in self.closed if on < day]
        return self.floats.get(day, self.closed[max(earlier)][1] if earlier else 0)

    def cash(self, day: dt.date) -> int:
        paid, put, taken = (self.paid(day, kind) for kind in ("cash", "in", "out"))
        return self.begun(day) + paid + put - taken


def step(file: ShopFile, clock: FixedClock, paper: Paper, kind: str, what: object, sales: list[str]) -> None:
    """One step in the file and on paper; a closed day refuses in the file, and nothing is on the paper."""
    acts, day = DrawerActs(file), clock.today()
    if kind == "next day":
        assert isinstance(what, int)
        clock.set(min(clock.now() + dt.timedelta(days=what), FIRST + dt.timedelta(days=DAYS - 1)))
        return
    if day in paper.closed and kind != "undo":
        with pytest.raises(DeskError) as refused:
            act(file, acts, paper, kind, what, sales, day)
        assert refused.value.code in {"day_closed", "already_closed"}
        return
    act(file, acts, paper, kind, what, sales, day)


def act(
    file: ShopFile, acts: DrawerActs, paper: Paper, kind: str, what: object, sales: list[str], day: dt.date
) -> None:
    if kind in {"pay", "tip"}:
        tip = what if isinstance(what, int) else 0
        paid = [("cash", tip)] if tip else list(what)  # type: ignore[call-overload]
        sale = pay(file, paid, tip=tip)
        sales.append(sale)
        paper.tips[sale] = tip
        paper.lines += [(day, method, sale, amount) for method, amount in paid]
    elif kind == "void":
        there = [sale for sale in sales if any(line[0] == day and line[2] == sale for line in paper.lines)]
        if not there and day in paper.closed:
            raise DeskError("day_closed")
        if there:
            assert isinstance(what, int)
            gone = there[what % len(there)]
            void(file, gone)
            paper.lines = [line for line in paper.lines if line[2] != gone]
    elif kind == "float":
        assert isinstance(what, int)
        acts.set_float(what)
        paper.floats[day] = what
    elif kind in {"in", "out"}:
        assert isinstance(what, int)
        (acts.pay_in if kind == "in" else acts.pay_out)(what, "x")
        paper.lines.append((day, kind, "", what))
    elif kind == "close":
        assert isinstance(what, int)
        counted = max(0, paper.cash(day) + what)
        acts.close_day(CloseDraft(day, {"cash": counted}, reasons={"cash": "x"}, kept=counted // 2))
        paper.closed[day] = (counted, counted // 2, counted - paper.cash(day))
    elif kind == "undo" and day in paper.closed:
        history.undo(file)
        del paper.closed[day]


@given(steps=st.lists(STEPS, max_size=25))
def test_the_drawer_is_what_the_paper_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, object]]
) -> None:
    clock = FixedClock(FIRST)
    file = new_shop(tmp_path_factory.mktemp("s") / "shop.desk", clock)
    paper, sales = Paper(), list[str]()
    undoable = False
    for kind, what in steps:
        if kind == "undo" and not undoable:
            continue
        step(file, clock, paper, kind, what, sales)
        # Only a close that was just done is undone here.
        undoable = kind == "close" and clock.today() in paper.closed
        day = clock.today()
        found = store.day(file, day)
        assert found.expected["cash"] == paper.cash(day)
        for method in METHODS[1:]:
            assert found.expected.get(method, 0) == paper.paid(day, method)
    check_month(file, paper)
    file.close()


def check_month(file: ShopFile, paper: Paper) -> None:
    """The month's rows are its days as each is read alone, and the sums are those of the rows."""
    rows = {row.day: row for row in store.month(file, FIRST.date())}
    for at in range(DAYS):
        on = FIRST.date() + dt.timedelta(days=at)
        one = store.day(file, on)
        row = rows.get(on)
        if row is None:
            assert (one.sales, one.sums, one.entries, one.close) == (0, (), (), None)
            continue
        assert (row.sales, row.takings, row.tips) == (one.sales, one.takings, one.tips)
        assert dict(row.paid) == {each.method: each.amount for each in one.sums}
        assert (row.cash_in, row.cash_out, row.close) == (one.cash_in, one.cash_out, one.close)
        if one.close is not None:
            counted, kept, difference = paper.closed[on]
            assert (one.close.cash, one.close.kept, row.difference) == (counted, kept, difference)
            assert row.float == one.float
    total = month_sum(list(rows.values()))
    assert total.closed == len(paper.closed)
    assert total.difference == sum(difference for _, _, difference in paper.closed.values())
    assert sum(total.paid.values()) == sum(amount for _, kind, _, amount in paper.lines if kind in COUNTED)
    assert total.takings + total.tips == sum(total.paid.values())
    assert total.cash_in - total.cash_out == sum(
        amount if kind == "in" else -amount for _, kind, _, amount in paper.lines if kind in {"in", "out"}
    )
    assert store.month(file, dt.date(2026, 9, 1)) == []


@pytest.mark.parametrize("day", [dt.date(2026, 2, 28), dt.date(2026, 12, 31), dt.date(2028, 2, 29)])
def test_a_month_has_its_last_day_and_not_the_next_ones_first(desk_file: ShopFile, day: dt.date) -> None:
    pay(desk_file, [("cash", 7_00)], dt.datetime.combine(day, dt.time(23, 59)))
    pay(desk_file, [("cash", 9_00)], dt.datetime.combine(day + dt.timedelta(days=1), dt.time(0, 0)))
    (row,) = store.month(desk_file, day.replace(day=11))
    assert (row.day, row.takings) == (day, 7_00)
