"""Several windows on one file: whoever is second is refused, and nobody's time is given away twice."""

from __future__ import annotations

import datetime as dt
import itertools
import multiprocessing
import random
from collections import Counter
from pathlib import Path

from merchant_desk.appointments.acts import AppointmentActs
from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.open import open_shop
from tests.appointments.salon import DAY, Salon, at

PROCESSES = 4
TRIES = 200


def try_to_book(path: Path, seed: int, ids: tuple[str, str, str]) -> Counter[str]:
    """Book the same chair at random again and again; tells what came of it."""
    worker, service, customer = ids
    file = open_shop(path, FixedClock(at("09:00")), Changes())
    acts, dice = AppointmentActs(file), random.Random(seed)
    came: Counter[str] = Counter()
    for _ in range(TRIES):
        start = at("10:00") + dt.timedelta(minutes=5 * dice.randrange(110), days=dice.randrange(6))
        line = LineDraft(service, worker, start, dice.choice((15, 30)), after=dice.choice((0, 5)))
        try:
            acts.book(AppointmentDraft(customer, (line,)))
            came["booked"] += 1
        except DeskError as error:
            named = error.facts.get("customer") == "Ana" and isinstance(error.facts.get("start"), dt.datetime)
            came[error.code if named else f"{error}"] += 1
    file.close()
    return came


def test_four_processes_book_one_chair_without_an_overlap(salon: Salon) -> None:
    ids = (salon.yu, salon.gel, salon.ana)
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        jobs = [(salon.file.path, seed, ids) for seed in range(PROCESSES)]
        came = sum(pool.starmap(try_to_book, jobs), Counter[str]())
    assert set(came) == {"booked", "clash"}
    assert came.total() == PROCESSES * TRIES
    rows = salon.file.all("SELECT busy_from, busy_to FROM appointment_line ORDER BY busy_from")
    assert len(rows) == came["booked"] > 50
    for one, after in itertools.pairwise(rows):
        assert one["busy_to"] <= after["busy_from"]
    days = {row["busy_from"][:10] for row in rows}
    assert len(days) == 6
    assert min(days) == DAY.isoformat()
    acts = salon.file.value("SELECT count(*) FROM act WHERE verb = 'book'")
    assert acts == came["booked"] == salon.file.value("SELECT count(*) FROM appointment")
