"""Reminders: whom, with which words, ticked once; and what is about to begin."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.reminders import store as reminder_store
from merchant_desk.appointments.reminders.acts import ReminderActs
from merchant_desk.appointments.reminders.model import fill
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.shop.acts import write_setting
from merchant_desk.shop.model import REMINDER_FIELDS
from tests.appointments.salon import DAY, Salon, at

TOMORROW = DAY + dt.timedelta(days=1)


def due(salon: Salon, day: dt.date = TOMORROW) -> list[tuple[str, list[str]]]:
    return [
        (one.customer, [f"{visit.start:%H:%M} {'+'.join(visit.services)}" for visit in one.visits])
        for one in reminder_store.due(salon.file, day).reminders
    ]


# ---- the words


def test_a_template_is_filled_in() -> None:
    facts = {"name": "王女士", "day": "明天", "time": "15:30"}
    assert fill("{name}您好，{day}{time}见", facts) == "王女士您好，明天15:30见"


def test_other_braces_stay_as_they_were_typed() -> None:
    facts = {"name": "Ana", "time": "15:30"}
    assert fill("{name} {Name} {nmae} {} { name } {{name}} {0} {time", facts) == (
        "Ana {Name} {nmae} {} { name } {Ana} {0} {time"
    )


@pytest.mark.parametrize(
    "wild", ["{time}", "{name}", "{", "}{", "{0.__class__}", "%s \\1 \\g<0>", "{{time}}"]
)
def test_a_customer_may_be_called_anything(wild: str) -> None:
    assert fill("{name} at {time}", {"name": wild, "time": "15:30"}) == f"{wild} at 15:30"


@given(
    st.lists(st.one_of(st.sampled_from(REMINDER_FIELDS), st.text(max_size=6)), max_size=8),
    st.dictionaries(st.sampled_from(REMINDER_FIELDS), st.text(max_size=9), min_size=len(REMINDER_FIELDS)),
)
def test_what_is_put_in_is_never_read_again(parts: list[str], facts: dict[str, str]) -> None:
    """Pieces between names come through as they are, names as their facts, whatever either holds."""
    texts = [part.replace("{", "").replace("}", "") for part in parts]
    template = "".join(
        f"{{{part}}}" if part in REMINDER_FIELDS else text for part, text in zip(parts, texts, strict=True)
    )
    wanted = "".join(
        facts[part] if part in REMINDER_FIELDS else text for part, text in zip(parts, texts, strict=True)
    )
    assert fill(template, facts) == wanted


# ---- who


def test_one_row_for_a_customer_with_all_their_visits(salon: Salon) -> None:
    salon.book("15:00", day=TOMORROW, customer_id=salon.bo)
    salon.book("16:00", day=TOMORROW)
    salon.acts.book(
        salon.draft(
            salon.line("10:00", day=TOMORROW),
            salon.line("11:10", 90, day=TOMORROW, service_id=salon.lash, worker_id=salon.momo),
        )
    )
    salon.book("10:00")
    assert due(salon) == [("Ana", ["10:00 Gel+Lash", "16:00 Gel"]), ("Bo", ["15:00 Gel"])]
    assert due(salon, DAY) == [("Ana", ["10:00 Gel"])]
    assert due(salon, TOMORROW + dt.timedelta(days=1)) == []


def test_only_who_is_still_to_come(salon: Salon) -> None:
    ids = [salon.book(f"{hour}:00", day=TOMORROW) for hour in (10, 11, 12, 13)]
    salon.acts.cancel(ids[0], "customer")
    salon.acts.arrive(ids[1])
    salon.acts.confirm(ids[2])
    assert due(salon) == [("Ana", ["12:00 Gel", "13:00 Gel"])]


def test_ticked_once_and_taken_back(salon: Salon) -> None:
    first, second = salon.book("10:00", day=TOMORROW), salon.book("16:00", day=TOMORROW)
    acts = ReminderActs(salon.file)
    acts.mark_reminded([first])
    (row,) = reminder_store.due(salon.file, TOMORROW).reminders
    assert row.reminded_at is None  # of the second nobody has told them
    salon.clock.set(at("09:30"))
    acts.mark_reminded(row.appointment_ids)
    (row,) = reminder_store.due(salon.file, TOMORROW).reminders
    assert [visit.reminded_at for visit in row.visits] == [at("09:00"), at("09:30")]
    assert row.reminded_at == at("09:30")
    count = len(history.trail(salon.file))
    acts.mark_reminded(row.appointment_ids)
    assert len(history.trail(salon.file)) == count
    acts.mark_reminded(row.appointment_ids, sent=False)
    assert salon.appointment(first).reminded_at is None
    assert salon.appointment(second).reminded_at is None
    history.undo(salon.file)
    assert salon.appointment(second).reminded_at == at("09:30")
    with pytest.raises(DeskError) as refused:
        acts.mark_reminded(["nobody"])
    assert refused.value.code == "gone"


def test_another_time_is_to_be_told_again(salon: Salon) -> None:
    booked = salon.book("10:00", day=TOMORROW)
    acts = ReminderActs(salon.file)
    acts.mark_reminded([booked])
    salon.acts.resize(booked, 90)
    assert salon.appointment(booked).reminded_at == at("09:00")
    salon.acts.move(booked, at("11:00", TOMORROW))
    assert salon.appointment(booked).reminded_at is None
    history.undo(salon.file)
    assert salon.appointment(booked).reminded_at == at("09:00")


def test_a_reminder_changes_nothing_for_other_calendars(salon: Salon) -> None:
    booked = salon.book("10:00", day=TOMORROW)
    ReminderActs(salon.file).mark_reminded([booked])
    assert salon.appointment(booked).sequence == 0


def test_the_shops_own_template(salon: Salon) -> None:
    assert reminder_store.due(salon.file, DAY).template == ""
    with salon.file.act("rules") as act:
        write_setting(act, "reminder_text", " {name}, see you! ")
    found = reminder_store.due(salon.file, DAY)
    assert (found.template, found.shop) == ("{name}, see you!", "Small")


# ---- what is about to begin


def soon(salon: Salon, now: str) -> list[str]:
    return [
        f"{one.visits[0].start:%H:%M} {one.customer} {'+'.join(one.visits[0].services)}"
        for one in reminder_store.soon(salon.file, at(now))
    ]


def test_what_begins_within_the_notice(salon: Salon) -> None:
    salon.acts.book(salon.draft(salon.line("10:00"), salon.line("11:00", 30)))
    salon.book("10:05", worker_id=salon.lin, customer_id=salon.bo)
    assert soon(salon, "09:49") == []
    assert soon(salon, "09:50") == ["10:00 Ana Gel"]
    assert soon(salon, "09:55") == ["10:00 Ana Gel", "10:05 Bo Gel"]
    assert soon(salon, "10:00") == ["10:05 Bo Gel"]
    assert soon(salon, "10:55") == []  # the second service of a visit that runs is no news


def test_whoever_is_there_needs_no_notice_and_a_shop_may_want_none(salon: Salon) -> None:
    first = salon.book("10:00")
    salon.acts.arrive(first)
    salon.book("10:00", worker_id=salon.lin, customer_id=salon.bo)
    assert soon(salon, "09:55") == ["10:00 Bo Gel"]
    with salon.file.act("rules") as act:
        write_setting(act, "alert_minutes", 0)
    assert soon(salon, "09:55") == []
