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
from merchant_desk.appointments.series.plan import SCOPES, PlannedDate, dates
from merchant_desk.appointments.waiting.model import WaitingDraft
from merchant_desk.catalog.model import NO_TERMS, PlaceDraft, ServiceDraft, Terms
from merchant_desk.catalog.store import own_terms
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.customers.model import CustomerDraft
from merchant_desk.db import health
from merchant_desk.db.records import TOPICS
from merchant_desk.desk import Desk, open_desk
from merchant_desk.exchange.calendar_in import CalendarChoice
from merchant_desk.exchange.imports import ImportActs
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.shop.holidays import Holiday
from merchant_desk.shop.model import BookingRules
from merchant_desk.sources.model import ContentDraft
from merchant_desk.team.model import WeekSpan, WorkerChange
from merchant_desk.team.repeats import times
from merchant_desk.team.store import note
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


def visit(desk: Desk, dice: random.Random) -> AppointmentDraft:
    """One or two services, here or at the customer's."""
    services = [one(desk, dice, "service") for _ in range(dice.choice((1, 1, 2)))]
    start, travel = at(dice), dice.choice((0, 0, 20))
    lines = tuple(
        LineDraft(service, one(desk, dice, "worker"), start + dt.timedelta(minutes=45 * number), 45)
        for number, service in enumerate(services)
    )
    customer = one(desk, dice, "customer")
    return AppointmentDraft(customer, lines, note=dice.choice(("", "tea")), travel_minutes=travel)


def book_series(desk: Desk, dice: random.Random) -> object:
    draft = visit(desk, dice)
    rule = dice.choice(("FREQ=DAILY;COUNT=4", "FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;COUNT=2"))
    planned = [
        PlannedDate(day, None if dice.random() < 0.2 else day, squeeze=dice.random() < 0.5)
        for day in dates(rule, draft.lines[0].start)
    ]
    return desk.series.book(draft, rule, planned)


def repeated(desk: Desk, dice: random.Random) -> str:
    return one(desk, dice, "appointment", "series_id IS NOT NULL")


def move_between_places(desk: Desk, dice: random.Random) -> None:
    return desk.appointments.move(
        one(desk, dice, "appointment"),
        at(dice),
        place_id=one(desk, dice, "place"),
        squeeze=dice.random() < 0.3,
    )


def wish(desk: Desk, dice: random.Random) -> WaitingDraft:
    first = NOW.date() + dt.timedelta(days=dice.randint(0, 3))
    worker = dice.choice((None, one(desk, dice, "worker")))
    hours = dice.choice((("00:00", "24:00"), ("10:00", "19:00")))
    return WaitingDraft(
        *(one(desk, dice, "customer"), one(desk, dice, "service"), first, first + dt.timedelta(days=2)),
        *(worker, *hours),
    )


def waiting(desk: Desk, dice: random.Random) -> str:
    return one(desk, dice, "waiting")


def place(dice: random.Random, service: str) -> PlaceDraft:
    services = (service,) if dice.random() < 0.5 else None
    return PlaceDraft(
        f"P{dice.randint(0, 9)}", dice.choice(("chair", "bed")), dice.randint(1, 2), "", services
    )


def hours(dice: random.Random) -> list[tuple[str, str]] | None:
    return dice.choice((None, [], [("10:00", "13:00"), ("14:00", "20:00")]))


def plan_week(desk: Desk, dice: random.Random) -> None:
    first = NOW.date() + dt.timedelta(days=dice.randint(0, 9))
    last = dice.choice((None, first + dt.timedelta(days=dice.randint(0, 20))))
    spans = [WeekSpan(day, "09:00", "20:00") for day in range(dice.randint(1, 7))]
    desk.team.set_week(one(desk, dice, "worker"), spans, [WeekSpan(0, "12:00", "13:00")], first, last)


def plans_first_day(desk: Desk, dice: random.Random) -> dt.date:
    starts = desk.file.all("SELECT DISTINCT valid_from FROM shift WHERE valid_from IS NOT NULL ORDER BY 1")
    return dt.date.fromisoformat(dice.choice(starts)[0]) if starts else NOW.date()


def away_again(desk: Desk, dice: random.Random) -> object:
    start = at(dice)
    rule = dice.choice(("FREQ=WEEKLY;COUNT=3", "FREQ=DAILY;UNTIL=20260901"))
    return desk.team.add_time_off(
        one(desk, dice, "worker"), start, start + dt.timedelta(hours=2), "class", rule
    )


def skip_away(desk: Desk, dice: random.Random) -> None:
    off = note(desk.file, one(desk, dice, "time_off", "rule <> ''"))
    assert off is not None
    desk.team.skip_time_off(off.id, dice.choice(times(off, off.start, most=5)).start)


def close(desk: Desk, day: dt.date) -> object:
    """One day without customers."""
    return desk.shop.close_days(day, day, "Feast")


def booking_rules(dice: random.Random) -> BookingRules:
    return BookingRules(step=dice.choice((5, 15)), notice=dice.choice((0, 60)), horizon=dice.choice((30, 60)))


def holidays(desk: Desk, dice: random.Random) -> None:
    year = dice.choice((2026, 2027))
    if dice.random() < 0.3:
        desk.shop.forget_holidays(year)
        return
    days = {dt.date(year, 5, dice.randint(1, 9)), dt.date(year, 10, dice.randint(1, 9))}
    desk.shop.load_holidays(year, [Holiday(day, "Feast", dice.random() < 0.2) for day in sorted(days)])


def take_calendar(desk: Desk, dice: random.Random) -> object:
    """A file of a few events; the same ones come again, with other times and sequences."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for _ in range(dice.randint(1, 3)):
        start = at(dice)
        # A customer made by the file would be kept by a sale that is undone before it.
        known = one(desk, dice, "customer", "archived_at IS NULL")
        who = desk.file.value("SELECT name FROM customer WHERE id = :id", id=known)
        what = desk.file.value("SELECT name FROM service WHERE id = :id", id=one(desk, dice, "service"))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{dice.randint(0, 4)}@elsewhere",
            f"SEQUENCE:{dice.randint(0, 20)}",
            f"DTSTART:{start:%Y%m%dT%H%M%S}",
            f"DTEND:{start + dt.timedelta(minutes=dice.choice((30, 60))):%Y%m%dT%H%M%S}",
            f"SUMMARY:{who} {what}",
            dice.choice(("STATUS:CONFIRMED", "STATUS:CONFIRMED", "STATUS:CANCELLED")),
            *dice.choice(((), (), ("RRULE:FREQ=DAILY;COUNT=3",))),
            "END:VEVENT",
        ]
    file = desk.file.path.with_name(f"{dice.random()}.ics")
    file.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return ImportActs(desk.file).run([file], choice=CalendarChoice(squeeze=dice.random() < 0.3))


CALENDAR: tuple[Act, ...] = (
    book_series,
    book_series,
    lambda desk, dice: desk.series.edit(repeated(desk, dice), visit(desk, dice), dice.choice(SCOPES)),
    lambda desk, dice: desk.series.move(
        repeated(desk, dice), at(dice), one(desk, dice, "worker"), dice.choice(SCOPES)
    ),
    lambda desk, dice: desk.series.cancel(repeated(desk, dice), "shop", "", dice.choice(SCOPES)),
    lambda desk, dice: desk.appointments.edit(one(desk, dice, "appointment"), visit(desk, dice)),
    lambda desk, dice: desk.appointments.no_show(one(desk, dice, "appointment")),
    move_between_places,
    lambda desk, dice: desk.waiting.add(wish(desk, dice)),
    lambda desk, dice: desk.waiting.add(wish(desk, dice)),
    lambda desk, dice: desk.waiting.edit(waiting(desk, dice), wish(desk, dice)),
    lambda desk, dice: desk.waiting.withdraw(waiting(desk, dice)),
    lambda desk, dice: desk.waiting.book(waiting(desk, dice), visit(desk, dice)),
    lambda desk, dice: desk.reminders.mark_reminded(
        [one(desk, dice, "appointment"), one(desk, dice, "appointment")], sent=dice.random() < 0.7
    ),
    lambda desk, dice: desk.catalog.add_place(place(dice, one(desk, dice, "service"))),
    lambda desk, dice: desk.catalog.edit_place(
        one(desk, dice, "place"), place(dice, one(desk, dice, "service"))
    ),
    lambda desk, dice: desk.catalog.archive_place(one(desk, dice, "place")),
    lambda desk, dice: desk.catalog.restore_place(one(desk, dice, "place")),
    lambda desk, dice: desk.catalog.set_terms(
        one(desk, dice, "worker"), {one(desk, dice, "service"): Terms(dice.randint(0, 99), 30)}
    ),
    lambda desk, dice: desk.team.set_hours(one(desk, dice, "worker"), {at(dice).date(): hours(dice)}),
    plan_week,
    plan_week,
    lambda desk, dice: desk.team.drop_plan(one(desk, dice, "worker"), plans_first_day(desk, dice)),
    away_again,
    skip_away,
    lambda desk, dice: desk.team.end_time_off(one(desk, dice, "time_off", "rule <> ''"), at(dice).date()),
    lambda desk, dice: desk.team.remove_time_off(one(desk, dice, "time_off")),
    lambda desk, dice: desk.shop.save(rules=booking_rules(dice)),
    holidays,
    lambda desk, dice: desk.shop.choose_holidays(dice.choice(("", "cn"))),
    take_calendar,
    take_calendar,
)

ACTS: tuple[Act, ...] = (
    *CALENDAR,
    *(book,) * 6,
    *(check_out,) * 4,
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
    lambda desk, dice: close(desk, NOW.date() + dt.timedelta(days=dice.randint(9, 20))),
)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop's file with two customers and a video; what each random day begins with."""
    path = tmp_path_factory.mktemp("desk") / "shop.desk"
    desk = open_desk(path, FixedClock(NOW), Changes())
    desk.set_up("Nails", "nails_lashes", "en", ["Momo", "Ana"])
    for name in ("Bo", "Cy"):
        desk.customers.add(CustomerDraft(name))
    gel = desk.file.value("SELECT id FROM service ORDER BY seq LIMIT 1")
    desk.catalog.add_place(PlaceDraft("Window", "chair", service_ids=(gel,)))
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


def test_a_worker_with_week_and_services_is_saved_in_one_act(founded: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.desk"
    shutil.copy(founded, path)
    desk = open_desk(path, FixedClock(NOW), Changes())
    service = desk.catalog.add_service(ServiceDraft(name="新项目", minutes=60, price=100_00))
    before = content(desk)
    mine = {service: Terms(158_00, 50)}
    new = WorkerChange("小周", week=(WeekSpan(0, "09:00", "12:00"),))
    made = desk.save_worker(None, new, mine)
    assert own_terms(desk.file)[made, service] == mine[service]
    joined = content(desk)
    desk.save_worker(made, WorkerChange("周周", week=(WeekSpan(1, "09:00", "12:00"),)), {service: NO_TERMS})
    for known in (joined, before):
        desk.undo()
        assert content(desk) == known
    for who in (None, desk.team.add_worker("小吴")):
        known = content(desk)
        with pytest.raises(DeskError, match="bad_amount"):
            desk.save_worker(who, WorkerChange("小郑"), {service: Terms(-1, None)})
        assert content(desk) == known, "neither the worker nor what they do"
    with pytest.raises(DeskError, match="gone"):
        desk.save_worker("nobody", WorkerChange("小郑"))
    desk.file.close()
