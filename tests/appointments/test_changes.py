from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from merchant_desk.appointments import rules
from merchant_desk.appointments.board import store as board_store
from merchant_desk.core.clock import wall
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.sources import store as source_store
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import DAY, Salon, at
from tests.customers.till import sell


def refusal(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as refused:
        act()
    return refused.value


def two_services(salon: Salon) -> str:
    """Gel with Yu from 11:00, then lashes with Momo."""
    lash = salon.line("12:00", 90, service_id=salon.lash, worker_id=salon.momo, before=10, after=15)
    return salon.acts.book(salon.draft(salon.line("11:00", after=5), lash))


def set_status(salon: Salon, appointment_id: str, status: str) -> None:
    with salon.file.act("prepare") as act:
        act.update("appointment", appointment_id, status=status)


# -------------------- move
def test_a_move_shifts_all_lines_and_keeps_lengths_and_buffers(salon: Salon) -> None:
    made = two_services(salon)
    salon.acts.move(made, at("13:30"))
    assert salon.times(made) == ["13:30-14:30 Yu", "14:30-16:00 Momo"]
    assert salon.busy(made) == ["13:30-14:35", "14:20-16:15"]
    history.undo(salon.file)
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-13:30 Momo"]
    history.redo(salon.file)
    assert salon.times(made) == ["13:30-14:30 Yu", "14:30-16:00 Momo"]


def test_a_move_ignores_itself(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.acts.move(made, at("11:15"))
    salon.acts.move(made, at("10:45"))
    assert salon.times(made) == ["10:45-11:45 Yu"]


def test_a_move_may_touch_but_not_overlap_another(salon: Salon) -> None:
    salon.book("12:00", customer_id=salon.bo)
    made = salon.book("14:00")
    salon.acts.move(made, at("13:00"))
    error = refusal(lambda: salon.acts.move(made, at("12:45")))
    assert (error.code, error.facts["customer"]) == ("clash", "Bo")
    assert error.facts["next_free"] == at("13:00")
    assert salon.times(made) == ["13:00-14:00 Yu"]


def test_a_move_to_another_day_and_worker(salon: Salon) -> None:
    made = salon.book("11:00")
    tomorrow = DAY + dt.timedelta(days=1)
    salon.acts.move(made, at("17:00", tomorrow), salon.lin)
    assert salon.times(made) == ["17:00-18:00 Lin"]
    assert not board_store.board(salon.file, DAY).lines
    assert [line.worker for line in board_store.board(salon.file, tomorrow).lines] == ["Lin"]


def test_a_move_gives_all_of_one_workers_lines_to_another(salon: Salon) -> None:
    made = salon.acts.book(
        salon.draft(
            salon.line("11:00"),
            salon.line("12:00", worker_id=salon.lin),
            salon.line("13:00", worker_id=salon.yu),
        )
    )
    salon.acts.move(made, at("11:00"), salon.momo)
    assert salon.times(made) == ["11:00-12:00 Momo", "12:00-13:00 Lin", "13:00-14:00 Momo"]
    salon.acts.move(made, at("12:00"), salon.yu, instead_of=salon.lin)
    assert salon.times(made) == ["12:00-13:00 Momo", "13:00-14:00 Yu", "14:00-15:00 Momo"]


def test_a_move_off_shift_or_to_who_cannot_is_refused(salon: Salon) -> None:
    made = two_services(salon)
    assert refusal(lambda: salon.acts.move(made, at("17:30"))).code == "off_shift"
    assert refusal(lambda: salon.acts.move(made, at("11:00"), salon.yu, instead_of=salon.momo)).code == (
        "not_their_service"
    )
    TeamActs(salon.file).archive_worker(salon.yu)
    assert refusal(lambda: salon.acts.move(made, at("11:30"))).code == "worker_left"
    salon.acts.move(made, at("11:30"), salon.lin)
    assert salon.times(made) == ["11:30-12:30 Lin", "12:30-14:00 Momo"]


def test_what_was_squeezed_in_is_so_no_more_at_a_free_time(salon: Salon) -> None:
    salon.book("11:00", customer_id=salon.bo)
    made = salon.book("11:30", squeeze=True)
    assert refusal(lambda: salon.acts.move(made, at("11:45"))).code == "clash"
    salon.acts.move(made, at("11:45"), squeeze=True)
    assert salon.appointment(made).squeezed
    salon.acts.move(made, at("12:00"))
    assert not salon.appointment(made).squeezed


def test_a_move_to_where_it_is_writes_nothing(salon: Salon) -> None:
    made = salon.book("11:00")
    before = history.last(salon.file)
    salon.acts.move(made, at("11:00"))
    salon.acts.move(made, at("11:00"), salon.yu)
    assert history.last(salon.file) == before


# -------------------- resize
def test_a_resize_changes_the_last_service(salon: Salon) -> None:
    made = two_services(salon)
    salon.acts.resize(made, 120)
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-14:00 Momo"]
    assert salon.busy(made)[1] == "11:50-14:15"
    history.undo(salon.file)
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-13:30 Momo"]


def test_a_resize_into_another_is_refused(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.book("12:00", customer_id=salon.bo)
    assert refusal(lambda: salon.acts.resize(made, 61)).code == "clash"
    salon.acts.resize(made, 75, squeeze=True)
    assert salon.appointment(made).squeezed
    salon.acts.resize(made, 90)
    assert salon.times(made) == ["11:00-12:30 Yu"]


@pytest.mark.parametrize(
    ("minutes", "code"), [(0, "no_minutes"), (-5, "no_minutes"), (24 * 60 + 1, "bad_minutes")]
)
def test_a_length_must_make_sense(salon: Salon, minutes: int, code: str) -> None:
    made = salon.book("11:00")
    assert refusal(lambda: salon.acts.resize(made, minutes)).code == code


def test_only_what_a_resize_changes_is_questioned(salon: Salon) -> None:
    made = two_services(salon)
    TeamActs(salon.file).add_time_off(salon.yu, at("10:00"), at("15:00"))
    salon.acts.resize(made, 60)
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-13:00 Momo"]


# -------------------- edit
def test_an_edit_replaces_what_the_draft_says(salon: Salon) -> None:
    made = two_services(salon)
    salon.acts.confirm(made)
    lines = (
        salon.line("15:00", worker_id=salon.lin),
        salon.line("16:00", 30, worker_id=salon.lin),
        salon.line("16:30", 90, service_id=salon.lash, worker_id=salon.momo),
    )
    salon.acts.edit(made, salon.draft(*lines, customer_id=salon.bo, note="later", deposit=100))
    found = salon.appointment(made)
    assert (found.customer, found.note, found.deposit, found.status) == ("Bo", "later", 100, "confirmed")
    assert salon.times(made) == ["15:00-16:00 Lin", "16:00-16:30 Lin", "16:30-18:00 Momo"]
    salon.acts.edit(made, salon.draft(lines[0]))
    assert salon.times(made) == ["15:00-16:00 Lin"]
    history.undo(salon.file)
    history.undo(salon.file)
    assert salon.times(made) == ["11:00-12:00 Yu", "12:00-13:30 Momo"]
    assert salon.appointment(made).customer == "Ana"


def test_an_edit_ignores_itself_but_no_other(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.book("13:00", customer_id=salon.bo)
    salon.acts.edit(made, salon.draft(salon.line("11:30")))
    assert refusal(lambda: salon.acts.edit(made, salon.draft(salon.line("12:30")))).code == "clash"
    salon.acts.edit(made, salon.draft(salon.line("12:30"), squeeze=True))
    assert salon.appointment(made).squeezed


def test_a_note_can_be_changed_whatever_became_of_the_time(salon: Salon) -> None:
    salon.book("11:00", customer_id=salon.bo)
    made = salon.book("11:30", squeeze=True)
    TeamActs(salon.file).archive_worker(salon.yu)
    draft = salon.draft(salon.line("11:30"), note="allergic")
    salon.acts.edit(made, draft)
    found = salon.appointment(made)
    assert (found.note, found.squeezed) == ("allergic", True)
    set_status(salon, made, "done")
    salon.acts.edit(made, draft._replace(note="happy"))
    assert salon.appointment(made).note == "happy"
    for wrong in (salon.draft(salon.line("11:45")), draft._replace(customer_id=salon.bo)):
        error = refusal(lambda wrong=wrong: salon.acts.edit(made, wrong))  # type: ignore[misc]
        assert (error.code, error.facts) == ("appointment_closed", {"status": "done"})


def test_the_order_in_which_lines_are_told_does_not_matter(salon: Salon) -> None:
    first, second = salon.line("11:00"), salon.line("12:00", worker_id=salon.lin)
    made = salon.acts.book(salon.draft(second, first))
    assert salon.file.all("SELECT seq FROM appointment_line ORDER BY start")[0]["seq"] == 0
    TeamActs(salon.file).archive_worker(salon.yu)
    salon.acts.edit(made, salon.draft(second, first, note="x"))
    assert salon.appointment(made).note == "x"


def test_an_edit_notes_a_source_only_when_it_is_another(salon: Salon) -> None:
    made = salon.book("11:00", channel_id="referral")
    draft = salon.draft(salon.line("11:00"), channel_id="referral")
    salon.acts.edit(made, draft)
    assert len(source_store.touches_of(salon.file, salon.ana)) == 1
    salon.acts.edit(made, draft._replace(channel_id=None))
    assert len(source_store.touches_of(salon.file, salon.ana)) == 1
    salon.clock.set(at("09:30"))
    salon.acts.edit(made, draft._replace(channel_id="passing_by"))
    assert len(source_store.touches_of(salon.file, salon.ana)) == 2
    assert salon.appointment(made).source == "passing_by"


# -------------------- what becomes of it
def test_the_usual_way(salon: Salon) -> None:
    made = salon.book("11:00")
    for act, status in ((salon.acts.confirm, "confirmed"), (salon.acts.arrive, "arrived")):
        act(made)
        act(made)
        assert salon.appointment(made).status == status
    history.undo(salon.file)
    assert salon.appointment(made).status == "confirmed"


@pytest.mark.parametrize(
    ("status", "verb"),
    [
        ("arrived", "confirm"),
        ("arrived", "no_show"),
        ("done", "confirm"),
        ("done", "arrive"),
        ("done", "no_show"),
        ("done", "cancel"),
        ("done", "reopen"),
        ("no_show", "arrive"),
        ("no_show", "cancel"),
        ("cancelled", "confirm"),
        ("cancelled", "arrive"),
        ("cancelled", "no_show"),
    ],
)
def test_only_some_steps_lead_on(salon: Salon, status: str, verb: str) -> None:
    made = salon.book("11:00")
    set_status(salon, made, status)
    salon.clock.set(at("11:00"))
    act = getattr(salon.acts, verb)
    facts = ("customer",) if verb == "cancel" else ()
    error = refusal(lambda: act(made, *facts))
    assert (error.code, error.facts["status"]) == ("wrong_status", status)
    assert salon.appointment(made).status == status


def test_nobody_is_missing_before_their_time(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.clock.set(at("10:59"))
    error = refusal(lambda: salon.acts.no_show(made))
    assert (error.code, error.facts) == ("not_begun", {"start": at("11:00")})
    salon.clock.set(at("11:00"))
    salon.acts.confirm(made)
    salon.acts.no_show(made)
    assert salon.appointment(made).status == "no_show"
    salon.book("11:00", customer_id=salon.bo)


@pytest.mark.parametrize("by", ["customer", "shop"])
def test_a_cancelled_time_is_free_and_says_by_whom_when_and_why(salon: Salon, by: str) -> None:
    made = salon.book("11:00")
    salon.acts.cancel(made, by, " ill ")
    found = salon.appointment(made)
    assert (found.status, found.cancelled_by, found.cancelled_at) == ("cancelled", by, at("09:00"))
    assert found.cancel_reason == "ill"
    salon.book("11:00", customer_id=salon.bo)


def test_cancelled_by_somebody_else_is_a_fault(salon: Salon) -> None:
    made = salon.book("11:00")
    with pytest.raises(ValueError, match="weather"):
        salon.acts.cancel(made, "weather")


@pytest.mark.parametrize("status", ["confirmed", "arrived", "no_show", "cancelled"])
def test_taken_up_again(salon: Salon, status: str) -> None:
    made = salon.book("11:00")
    if status == "cancelled":
        salon.acts.cancel(made, "customer", "ill")
    else:
        set_status(salon, made, status)
    salon.acts.reopen(made)
    found = salon.appointment(made)
    assert (found.status, found.cancelled_by, found.cancelled_at, found.cancel_reason) == (
        "booked",
        "",
        None,
        "",
    )
    assert refusal(lambda: salon.book("11:30", customer_id=salon.bo)).code == "clash"


def test_taken_up_again_where_somebody_else_is_now(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.acts.cancel(made, "customer")
    salon.book("11:30", customer_id=salon.bo)
    error = refusal(lambda: salon.acts.reopen(made))
    assert (error.code, error.facts["customer"], error.facts["next_free"]) == ("clash", "Bo", at("12:30"))
    assert salon.appointment(made).status == "cancelled"


def test_undo_of_a_cancel_is_refused_when_the_time_was_taken(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.acts.cancel(made, "customer")
    cancelled = history.last(salon.file)
    salon.book("11:30", customer_id=salon.bo)
    assert cancelled is not None
    error = refusal(lambda: history.undo_act(salon.file, cancelled.id))
    assert error.code == "undo_stands_on"
    assert (error.facts["verb"], error.facts["later_verb"], error.facts["later_subject"]) == (
        "cancel",
        "book",
        "Bo",
    )
    assert salon.appointment(made).status == "cancelled"
    history.undo(salon.file)
    history.undo(salon.file)
    assert salon.appointment(made).status == "booked"


@pytest.mark.parametrize("status", ["done", "no_show", "cancelled"])
def test_what_is_over_is_not_moved(salon: Salon, status: str) -> None:
    made = salon.book("11:00")
    set_status(salon, made, status)
    for act in (lambda: salon.acts.move(made, at("12:00")), lambda: salon.acts.resize(made, 30)):
        error = refusal(act)
        assert (error.code, error.facts) == ("appointment_closed", {"status": status})


def test_what_is_not_there_is_gone(salon: Salon) -> None:
    acts = salon.acts
    for act in (
        lambda: acts.move("no", at("12:00")),
        lambda: acts.resize("no", 30),
        lambda: acts.edit("no", salon.draft(salon.line("11:00"))),
        lambda: acts.confirm("no"),
        lambda: acts.arrive("no"),
        lambda: acts.no_show("no"),
        lambda: acts.cancel("no", "shop"),
        lambda: acts.reopen("no"),
    ):
        assert refusal(act).code == "gone"


def test_every_act_says_what_it_was(salon: Salon) -> None:
    made = salon.book("11:00")
    salon.acts.confirm(made)
    salon.acts.move(made, at("12:00"))
    salon.acts.resize(made, 30)
    salon.acts.edit(made, salon.draft(salon.line("12:00", 30), note="x"))
    salon.acts.arrive(made)
    salon.acts.reopen(made)
    salon.acts.cancel(made, "shop")
    said = [(row.verb, row.subject) for row in history.trail(salon.file, 8)]
    verbs = ("cancel", "reopen", "arrive", "edit_appointment", "resize", "move", "confirm", "book")
    assert said == [(verb, "Ana") for verb in verbs]


def test_a_paid_appointment_knows_its_sale(salon: Salon) -> None:
    made = salon.book("11:00")
    sale = sell(salon.file, salon.ana, at("12:00"), 100)
    with salon.file.act("prepare") as act:
        act.update("sale", sale, appointment_id=made)
    assert salon.appointment(made).sale_id == sale
    assert wall(salon.appointment(made).end) == "2026-08-20T12:00"


# -------------------- two windows
def test_a_change_of_what_was_changed_meanwhile_is_refused_until_it_is_known(salon: Salon) -> None:
    made = salon.book("11:00")
    known = salon.appointment(made)
    salon.acts.edit(made, salon.draft(salon.line("11:00"), note="red", sequence=known.sequence))
    late = salon.draft(salon.line("12:00"), note="blue", sequence=known.sequence)
    error = refusal(lambda: salon.acts.edit(made, late))
    assert (error.code, error.facts["sequence"]) == ("changed_meanwhile", salon.appointment(made).sequence)
    assert salon.appointment(made).note == "red"
    assert (
        refusal(lambda: salon.acts.move(made, at("15:00"), sequence=known.sequence)).code
        == "changed_meanwhile"
    )
    assert salon.times(made) == ["11:00-12:00 Yu"]
    salon.acts.edit(made, late._replace(sequence=salon.appointment(made).sequence))
    assert salon.appointment(made).note == "blue"


@pytest.mark.parametrize("what", ["note", "address", "deposit", "travel", "status", "time", "worker"])
def test_every_change_that_matters_is_noticed(salon: Salon, what: str) -> None:
    made = salon.book("11:00")
    before = salon.appointment(made).sequence
    changes: dict[str, dict[str, object]] = {
        "note": {"note": "x"},
        "address": {"address": "x"},
        "deposit": {"deposit": 1},
        "travel": {"travel_minutes": 5},
    }
    if what == "status":
        salon.acts.confirm(made)
    elif what in ("time", "worker"):
        salon.acts.move(made, at("12:00" if what == "time" else "11:00"), salon.lin)
    else:
        salon.acts.edit(made, salon.draft(salon.line("11:00"), **changes[what]))
    assert salon.appointment(made).sequence > before
    history.undo(salon.file)
    assert salon.appointment(made).sequence > before, "a window that saw the change must hear of its undo"


def test_somebody_who_changes_it_between_the_look_and_the_write_is_noticed(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = salon.book("11:00")
    real = rules.settled

    def slow(*facts: object) -> object:
        monkeypatch.setattr(rules, "settled", real)
        salon.acts.confirm(made)
        return real(*facts)  # type: ignore[arg-type]

    monkeypatch.setattr(rules, "settled", slow)
    assert refusal(lambda: salon.acts.move(made, at("15:00"))).code == "changed_meanwhile"
    assert salon.times(made) == ["11:00-12:00 Yu"]


def test_what_gets_shorter_clashes_with_nobody(salon: Salon) -> None:
    made = salon.book("11:00", 90)
    salon.book("11:30", 30, squeeze=True, customer_id=salon.bo)
    salon.acts.resize(made, 60)
    assert salon.times(made) == ["11:00-12:00 Yu"]
    assert refusal(lambda: salon.acts.resize(made, 75)).code == "clash"


def test_calling_off_under_a_squeezed_one_can_be_undone(salon: Salon) -> None:
    below = salon.book("10:00", 60)
    salon.book("10:30", 60, squeeze=True)
    salon.acts.cancel(below, "customer")
    salon.acts.move(salon.book("14:00", 30), at("15:00"))
    for _ in range(3):
        history.undo(salon.file)
    assert salon.file.value("SELECT status FROM appointment WHERE id = :id", id=below) == "booked"
