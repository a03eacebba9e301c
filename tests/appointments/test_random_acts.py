"""Random acts on appointments beside a model that knows nothing but minutes."""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from merchant_desk.appointments.board import store as board_store
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from tests.appointments.salon import DAY, Salon, at, open_salon

T = TypeVar("T")

OPENS, CLOSES = 10 * 60, 20 * 60
MIDNIGHT = at("0:00")

starts = st.integers(9 * 4, 20 * 4).map(lambda quarter: 15 * quarter)
lengths = st.sampled_from([15, 30, 60, 90])
buffers = st.sampled_from([0, 0, 15])
workers = st.sampled_from(["yu", "lin"])
picks = st.integers(0, 1000)


@dataclass(frozen=True)
class Kept:
    """One appointment as the model knows it, in minutes of the day."""

    worker: str
    start: int
    minutes: int
    before: int
    after: int
    live: bool = True
    squeezed: bool = False

    @property
    def busy(self) -> set[int]:
        return set(range(self.start - self.before, self.start + self.minutes + self.after))


def attempt(act: Callable[[], T]) -> tuple[T | None, DeskError | None]:
    """What the act gave, or how it was refused."""
    try:
        return act(), None
    except DeskError as error:
        return None, error


class Diary(RuleBasedStateMachine):
    """Whatever is done, the file holds what the model holds, and refuses what the model refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.salon: Salon = open_salon(Path(self.folder.name) / "salon.desk", FixedClock(at("21:00")))
        self.known: dict[str, Kept] = {}
        self.before: list[dict[str, Kept]] = []

    def teardown(self) -> None:
        self.salon.file.close()
        self.folder.cleanup()

    def pick(self, number: int) -> str:
        return list(self.known)[number % len(self.known)]

    def expected(self, wanted: Kept, own: str = "") -> str:
        """The refusal to expect, "" for none."""
        if min(wanted.busy) < OPENS or max(wanted.busy) >= CLOSES:
            return "off_shift"
        taken = (
            other.busy
            for key, other in self.known.items()
            if other.live and other.worker == wanted.worker and key != own
        )
        return "clash" if any(wanted.busy & busy for busy in taken) else ""

    def remember(self, appointment_id: str, now: Kept) -> None:
        self.before.append(dict(self.known))
        self.known[appointment_id] = now

    @rule(worker=workers, start=starts, minutes=lengths, before=buffers, after=buffers, squeeze=st.booleans())
    def book(self, worker: str, start: int, minutes: int, before: int, after: int, squeeze: bool) -> None:
        wanted = Kept(worker, start, minutes, before, after, squeezed=squeeze)
        code = "" if squeeze else self.expected(wanted)
        made, error = attempt(
            lambda: self.salon.book(
                f"{start // 60}:{start % 60:02}",
                minutes,
                worker_id=getattr(self.salon, worker),
                before=before,
                after=after,
                squeeze=squeeze,
            )
        )
        self.judge(error, code, wanted)
        if made is not None:
            self.remember(made, wanted)

    @precondition(lambda self: self.known)
    @rule(number=picks, start=starts, worker=workers)
    def move(self, number: int, start: int, worker: str) -> None:
        key = self.pick(number)
        old = self.known[key]
        if (start, worker) == (old.start, old.worker) and old.live:
            return
        wanted = Kept(worker, start, old.minutes, old.before, old.after)
        code = self.expected(wanted, key) if old.live else "appointment_closed"
        to = MIDNIGHT + dt.timedelta(minutes=start)
        _, error = attempt(lambda: self.salon.acts.move(key, to, getattr(self.salon, worker)))
        self.judge(error, code, wanted, key)
        if error is None:
            self.remember(key, wanted)

    @precondition(lambda self: self.known)
    @rule(number=picks, minutes=lengths)
    def resize(self, number: int, minutes: int) -> None:
        key = self.pick(number)
        old = self.known[key]
        if minutes == old.minutes and old.live:
            return
        wanted = Kept(old.worker, old.start, minutes, old.before, old.after, squeezed=old.squeezed)
        # Who gets shorter takes nobody's time, squeezed onto or not.
        code = "" if old.squeezed or minutes < old.minutes else self.expected(wanted, key)
        code = code if old.live else "appointment_closed"
        _, error = attempt(lambda: self.salon.acts.resize(key, minutes))
        self.judge(error, code, wanted, key)
        if error is None:
            self.remember(key, wanted)

    @precondition(lambda self: self.known)
    @rule(number=picks, missed=st.booleans())
    def let_go(self, number: int, missed: bool) -> None:
        key = self.pick(number)
        old = self.known[key]
        if not old.live:
            return
        if missed:
            self.salon.acts.no_show(key)
        else:
            self.salon.acts.cancel(key, "customer")
        self.remember(key, replace(old, live=False))

    @precondition(lambda self: self.known)
    @rule(number=picks)
    def reopen(self, number: int) -> None:
        key = self.pick(number)
        old = self.known[key]
        if old.live:
            return
        others = [
            one for name, one in self.known.items() if one.live and one.worker == old.worker and name != key
        ]
        taken = not old.squeezed and any(old.busy & one.busy for one in others)
        _, error = attempt(lambda: self.salon.acts.reopen(key))
        self.judge(error, "clash" if taken else "", old, key)
        if error is None:
            self.remember(key, replace(old, live=True))

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        history.undo(self.salon.file)
        self.known = self.before.pop()

    def judge(self, error: DeskError | None, code: str, wanted: Kept, own: str = "") -> None:
        """Refused exactly as expected; a time offered instead must be free, and later than what was asked."""
        assert (error.code if error else "") == code
        offered = error.facts.get("next_free") if error else None
        if isinstance(offered, dt.datetime) and offered.date() == DAY:
            minute = (offered - MIDNIGHT) // dt.timedelta(minutes=1)
            assert minute > wanted.start
            assert self.expected(replace(wanted, start=minute), own) == ""

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        names = {"Yu": "yu", "Lin": "lin"}
        found = {}
        for line in board_store.board(self.salon.file, DAY).lines:
            start = (line.start - MIDNIGHT) // dt.timedelta(minutes=1)
            found[line.appointment_id] = Kept(
                worker=names[line.worker],
                start=start,
                minutes=(line.end - line.start) // dt.timedelta(minutes=1),
                before=(line.start - line.busy_from) // dt.timedelta(minutes=1),
                after=(line.busy_to - line.end) // dt.timedelta(minutes=1),
                live=line.status not in ("cancelled", "no_show"),
                squeezed=line.squeezed,
            )
        assert found == self.known

    @invariant()
    def nobody_is_in_two_places_unless_squeezed(self) -> None:
        rows = self.salon.file.all(
            "SELECT line.worker_id, line.busy_from, line.busy_to FROM appointment_line line"
            " JOIN appointment ON appointment.id = line.appointment_id"
            " WHERE line.squeezed = 0 AND appointment.status NOT IN ('cancelled', 'no_show')"
        )
        for one, other in itertools.combinations(rows, 2):
            if one["worker_id"] == other["worker_id"]:
                assert one["busy_to"] <= other["busy_from"] or other["busy_to"] <= one["busy_from"]


TestDiary = Diary.TestCase
TestDiary.settings = settings(max_examples=15, stateful_step_count=25)
