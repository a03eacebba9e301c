"""Random acts on series: refused ones leave the file as it was, and undoing all brings back the beginning."""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.appointments.series import plan
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.acts import SeriesActs
from merchant_desk.appointments.series.plan import SCOPES, PlannedDate, Scope
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.core.spans import Span, overlap
from merchant_desk.db import history
from tests.appointments.salon import DAY, Salon, at, open_salon

RULES = [
    "FREQ=DAILY;COUNT=6",
    "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=7",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4",
    "FREQ=MONTHLY;BYDAY=3TH;COUNT=4",
    "FREQ=MONTHLY;BYMONTHDAY=20;UNTIL=20261231",
]

numbers = st.integers(0, 1000)
scopes = st.sampled_from(SCOPES)
quarters = st.integers(9 * 4, 19 * 4)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("book"), st.sampled_from(RULES), quarters, st.sets(st.integers(0, 6))),
        st.tuples(st.just("move"), numbers, st.integers(-2, 3), quarters, st.booleans(), scopes),
        st.tuples(st.just("edit"), numbers, st.sampled_from([30, 60, 90]), st.booleans(), scopes),
        st.tuples(st.just("cancel"), numbers, scopes),
        st.tuples(st.just("alone"), numbers, st.integers(0, 40), quarters),
        st.tuples(st.just("wait"), st.integers(1, 9)),
    ),
    max_size=9,
)


def everything(salon: Salon) -> list[tuple[object, ...]]:
    """What the file says of appointments and series, without what counts changes."""
    counted = ("updated_at", "rev", "sequence")
    return [
        (table, *((name, row[name]) for name in row.keys() if name not in counted))  # noqa: SIM118
        for table in ("series", "appointment", "appointment_line")
        for row in salon.file.all(f"SELECT * FROM {table} ORDER BY id")
    ]


class Hand:
    """Does one random step."""

    def __init__(self, salon: Salon) -> None:
        self.salon = salon
        self.acts = SeriesActs(salon.file)

    def do(self, name: str, *facts: Any) -> None:
        step: Callable[..., object] = getattr(self, name)
        step(*facts)

    def book(self, rule: str, quarter: int, left_out: set[int]) -> None:
        salon = self.salon
        draft = salon.draft(salon.line(_text(quarter)))
        planned = [
            PlannedDate(one, None if number in left_out else one)
            for number, one in enumerate(plan.dates(rule, draft.lines[0].start))
        ]
        self.acts.book(draft, rule, planned)

    def move(self, number: int, days: int, quarter: int, other: bool, scope: Scope) -> None:
        if one := self._pick(number):
            known = self.salon.appointment(one)
            to = at(_text(quarter), known.start.date() + dt.timedelta(days=days))
            self.acts.move(one, to, self.salon.lin if other else None, scope)

    def edit(self, number: int, minutes: int, note: bool, scope: Scope) -> None:
        if one := self._pick(number):
            known = self.salon.appointment(one)
            line = known.lines[0]
            mine = self.salon.line(
                f"{line.start:%H:%M}", minutes, day=line.start.date(), worker_id=line.worker_id
            )
            self.acts.edit(one, self.salon.draft(mine, note="tea" if note else known.note), scope)

    def cancel(self, number: int, scope: Scope) -> None:
        if one := self._pick(number):
            self.acts.cancel(one, "customer", "", scope)

    def alone(self, worker: int, days: int, quarter: int) -> None:
        salon = self.salon
        salon.book(
            _text(quarter),
            day=DAY + dt.timedelta(days=days),
            worker_id=(salon.yu, salon.lin)[worker % 2],
            customer_id=salon.bo,
        )

    def wait(self, days: int) -> None:
        self.salon.clock.set(self.salon.clock.now() + dt.timedelta(days=days))

    def _pick(self, number: int) -> str:
        found = self.salon.file.all("SELECT id FROM appointment ORDER BY id")
        return found[number % len(found)]["id"] if found else ""


def _text(quarter: int) -> str:
    return f"{quarter // 4}:{quarter % 4 * 15:02}"


def check(salon: Salon) -> None:
    """Nobody is in two places at once, and each series has each of its dates once."""
    lines = salon.file.all(
        "SELECT worker_id, busy_from, busy_to FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " WHERE status NOT IN ('cancelled', 'no_show') ORDER BY worker_id, busy_from"
    )
    for one, following in itertools.pairwise(lines):
        if one["worker_id"] == following["worker_id"]:
            spans = [
                Span(dt.datetime.fromisoformat(row["busy_from"]), dt.datetime.fromisoformat(row["busy_to"]))
                for row in (one, following)
            ]
            assert not overlap(*spans)
    for row in salon.file.all("SELECT id FROM series"):
        whole = series_store.series(salon.file, row["id"])
        assert whole is not None
        dates = [one.at for one in series_store.members(salon.file, row["id"])] + list(whole.skipped)
        assert dates
        assert len(set(dates)) == len(dates)


@settings(max_examples=60)
@given(steps=steps)
def test_random_series(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        salon = open_salon(Path(folder) / "salon.desk", FixedClock(at("9:00")))
        hand, was = Hand(salon), [everything(salon)]
        marks = [_last(salon)]
        for step in steps:
            try:
                hand.do(*step)
            except DeskError:
                assert everything(salon) == was[-1]
            check(salon)
            if _last(salon) != marks[-1]:
                was.append(everything(salon))
                marks.append(_last(salon))
        for before in reversed(was[:-1]):
            history.undo(salon.file)
            assert everything(salon) == before
        salon.file.close()


def _last(salon: Salon) -> str:
    found = history.last(salon.file)
    return found.id if found is not None else ""
