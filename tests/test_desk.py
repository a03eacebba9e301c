"""The desk as a whole: whatever was done at it can be undone, and done again, exactly."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import health
from merchant_desk.db.records import TOPICS
from merchant_desk.desk import Desk, open_desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team.model import WeekSpan
from tests.conftest import NOW

MONEY = {"sale", "sale_line", "payment"}
Act = Callable[[Desk, random.Random], object]


def content(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row but those of money, without the marks of its versions."""
    state = {}
    for table in sorted(set(TOPICS) - MONEY):
        names = [
            row["name"]
            for row in desk.file.all(f"PRAGMA table_info({table})")
            if row["name"] not in {"rev", "updated_at", "sequence"}
        ]
        rows = desk.file.all(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")
        state[table] = [tuple(row) for row in rows]
    return state


def takings(desk: Desk) -> list[tuple[object, ...]]:
    return [
        tuple(row) for row in desk.file.all("SELECT number, total FROM sale WHERE status = 'paid' ORDER BY 1")
    ]


def one(desk: Desk, dice: random.Random, table: str, where: str = "1 = 1") -> str:
    """Somebody or something at random."""
    ids = [row["id"] for row in desk.file.all(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]
    if not ids:
        raise DeskError("gone", table=table)
    return str(dice.choice(ids))


def at(dice: random.Random) -> dt.datetime:
    return NOW + dt.timedelta(days=dice.randint(0, 3), minutes=15 * dice.randint(-12, 20))


def book(desk: Desk, dice: random.Random) -> object:
    line = LineDraft(one(desk, dice, "service"), one(desk, dice, "worker"), at(dice), 45)
    channel = "referral" if dice.random() < 0.3 else None
    customer = one(desk, dice, "customer")
    return desk.appointments.book(
        AppointmentDraft(customer, (line,), squeeze=dice.random() < 0.3, channel_id=channel)
    )


def check_out(desk: Desk, dice: random.Random) -> object:
    price = dice.randint(1, 50_000)
    channel, video = dice.choice([(None, None), ("scan", None), (None, one(desk, dice, "content"))])
    appointment = None
    if dice.random() < 0.5:
        appointment = one(desk, dice, "appointment", "status IN ('booked', 'confirmed', 'arrived')")
    return desk.sales.check_out(
        SaleDraft(
            lines=(SaleLineDraft("Gel", price), SaleLineDraft("Tip", 500, kind="tip")),
            payments=(PaymentDraft("cash", price), PaymentDraft("wechat", 500)),
            customer_id=one(desk, dice, "customer"),
            appointment_id=appointment,
            channel_id=channel,
            content_id=video,
        )
    )


ACTS: tuple[Act, ...] = (
    book,
    book,
    check_out,
    check_out,
    lambda desk, dice: desk.appointments.move(one(desk, dice, "appointment"), at(dice)),
    lambda desk, dice: desk.appointments.resize(one(desk, dice, "appointment"), dice.choice((15, 90))),
    lambda desk, dice: desk.appointments.confirm(one(desk, dice, "appointment")),
    lambda desk, dice: desk.appointments.arrive(one(desk, dice, "appointment")),
    lambda desk, dice: desk.appointments.cancel(one(desk, dice, "appointment"), "customer", "ill"),
    lambda desk, dice: desk.appointments.reopen(one(desk, dice, "appointment")),
    lambda desk, dice: desk.sales.void(one(desk, dice, "sale"), "wrong"),
    lambda desk, dice: desk.customers.edit(
        one(desk, dice, "customer"), CustomerDraft(f"C{dice.randint(0, 9)}", note=str(dice.random()))
    ),
    lambda desk, dice: desk.customers.archive(one(desk, dice, "customer")),
    lambda desk, dice: desk.catalog.edit_service(
        one(desk, dice, "service"),
        ServiceDraft(f"S{dice.randint(0, 99)}", minutes=30, price=dice.randint(0, 999)),
    ),
    lambda desk, dice: desk.team.set_week(
        one(desk, dice, "worker"), [WeekSpan(dice.randint(0, 6), "09:00", "18:00")]
    ),
    lambda desk, dice: desk.team.add_time_off(one(desk, dice, "worker"), NOW, NOW + dt.timedelta(days=1)),
    lambda desk, dice: desk.sources.log_content(
        ContentDraft(kind="live_stream", platform="douyin", title="Live", published_at=NOW, cost=900)
    ),
    lambda desk, dice: desk.sources.add_cost(
        one(desk, dice, "content"), NOW.date(), "ads", dice.randint(0, 999)
    ),
    lambda desk, dice: desk.sources.archive_content(one(desk, dice, "content")),
    lambda desk, dice: desk.sources.say(
        customer_id=one(desk, dice, "customer"), content_id=one(desk, dice, "content")
    ),
    lambda desk, dice: desk.shop.add_closed_day(NOW.date() + dt.timedelta(days=dice.randint(9, 20)), "Feast"),
)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop's file with two customers and a video; what each random day begins with."""
    path = tmp_path_factory.mktemp("desk") / "shop.desk"
    desk = open_desk(path, FixedClock(NOW), Changes())
    desk.set_up("Nails", "nails_lashes", "en", ["Momo", "Ana"])
    for name in ("Bo", "Cy"):
        desk.customers.add(CustomerDraft(name))
    desk.sources.log_content(
        ContentDraft(kind="short_video", platform="douyin", title="Three minutes", published_at=NOW)
    )
    desk.file.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    desk.file.close()
    return path


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 25))
def test_whatever_was_done_at_the_desk_can_be_undone_and_done_again(
    tmp_path_factory: pytest.TempPathFactory, founded: Path, seed: int, count: int
) -> None:
    path = tmp_path_factory.mktemp("desk") / "shop.desk"
    shutil.copyfile(founded, path)
    desk = open_desk(path, FixedClock(NOW), Changes())
    dice = random.Random(seed)
    states = [(content(desk), takings(desk))]
    before = desk.file.value("SELECT count(*) FROM act")
    for _ in range(count):
        try:
            dice.choice(ACTS)(desk, dice)
        except DeskError:
            assert (content(desk), takings(desk)) == states[-1], "a refusal changes nothing"
            continue
        if desk.file.value("SELECT count(*) FROM act") > before:
            before += 1
            states.append((content(desk), takings(desk)))
    for state in reversed(states[:-1]):
        desk.undo()
        assert (content(desk), takings(desk)) == state
    for state in states[1:]:
        desk.redo()
        assert (content(desk), takings(desk)) == state
    assert health.check(desk.file) == []
    desk.file.close()
