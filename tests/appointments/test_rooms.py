"""Rooms and chairs: chosen where a service needs one, never beyond what they hold, named when full."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from merchant_desk.appointments import offers
from merchant_desk.appointments.availability import Wish
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import PlaceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import Salon, at, next_free
from tests.appointments.test_book import refusal


class Rooms:
    """Gel needs a chair: there is one for one and one for two. A bed is of another kind."""

    def __init__(self, salon: Salon) -> None:
        catalog = CatalogActs(salon.file)
        self.one = catalog.add_place(PlaceDraft("Window", "chair", service_ids=(salon.gel,)))
        self.two = catalog.add_place(PlaceDraft("Sofa", "chair", capacity=2))
        self.bed = catalog.add_place(PlaceDraft("Bed", "bed"))
        self.salon = salon

    def of(self, appointment_id: str) -> list[str]:
        return [line.place for line in self.salon.appointment(appointment_id).lines]


@pytest.fixture
def rooms(salon: Salon) -> Rooms:
    return Rooms(salon)


def test_a_service_that_needs_a_chair_gets_the_first_with_room(salon: Salon, rooms: Rooms) -> None:
    assert rooms.of(salon.book("11:00")) == ["Window"]
    assert rooms.of(salon.book("11:30", worker_id=salon.lin)) == ["Sofa"]
    assert rooms.of(salon.book("12:00")) == ["Window"]
    assert rooms.of(salon.book("15:00", service_id=salon.lash, worker_id=salon.momo)) == [""]


def test_a_chair_that_was_asked_for_is_the_one(salon: Salon, rooms: Rooms) -> None:
    assert rooms.of(salon.book("11:00", place_id=rooms.two)) == ["Sofa"]
    salon.book("14:00", place_id=rooms.one)
    error = refusal(
        lambda: salon.book("14:30", worker_id=salon.lin, place_id=rooms.one, customer_id=salon.bo)
    )
    told = {name: error.facts[name] for name in ("place", "kind", "customer", "service", "start", "end")}
    assert error.code == "place_full"
    assert told == {
        "place": "Window",
        "kind": "chair",
        "customer": "Ana",
        "service": "Gel",
        "start": at("14:00"),
        "end": at("15:00"),
    }
    # Only that chair is looked for: the other one would be free at once.
    assert error.facts["next_free"] == at("15:00")


def test_when_all_are_full_it_says_whose_they_are_and_when_one_is_free(salon: Salon, rooms: Rooms) -> None:
    salon.book("11:00", 120, place_id=rooms.one)
    salon.book("11:00", 60, worker_id=salon.lin, place_id=rooms.two)
    salon.book("11:00", 75, worker_id=salon.momo, place_id=rooms.two, customer_id=salon.bo)
    kim = TeamActs(salon.file).add_worker("Kim")
    error = refusal(lambda: salon.book("11:30", worker_id=kim))
    assert (error.code, error.facts["place"], error.facts["customer"]) == ("place_full", "Window", "Ana")
    assert error.facts["next_free"] == at("12:00")


def test_a_chair_for_two_takes_two_and_buffers_count(salon: Salon, rooms: Rooms) -> None:
    CatalogActs(salon.file).archive_place(rooms.one)
    salon.book("11:00", after=15)
    salon.book("11:00", worker_id=salon.lin)
    error = refusal(lambda: salon.book("11:30", worker_id=salon.momo))
    assert (error.code, error.facts["place"], error.facts["capacity"]) == ("place_full", "Sofa", 2)
    salon.book("12:00", 10, worker_id=salon.momo)
    # Now one is cleaned until 12:15 and one is in use until 12:10.
    error = refusal(lambda: salon.book("12:05", worker_id=salon.lin, customer_id=salon.bo))
    assert (error.code, error.facts["busy_until"]) == ("place_full", at("12:15"))
    salon.book("12:10", worker_id=salon.lin, customer_id=salon.bo)


def test_squeezing_in_goes_beyond_what_a_chair_holds(salon: Salon, rooms: Rooms) -> None:
    CatalogActs(salon.file).archive_place(rooms.two)
    salon.book("11:00")
    assert refusal(lambda: salon.book("11:00", worker_id=salon.lin)).code == "place_full"
    made = salon.book("11:00", worker_id=salon.lin, squeeze=True)
    assert rooms.of(made) == ["Window"]
    assert salon.appointment(made).squeezed


def test_without_any_of_its_kind_it_says_so(salon: Salon, rooms: Rooms) -> None:
    for place in (rooms.one, rooms.two):
        CatalogActs(salon.file).archive_place(place)
    error = refusal(lambda: salon.book("11:00"))
    assert (error.code, error.facts["kind"], error.facts["next_free"]) == ("no_place", "chair", None)
    assert rooms.of(salon.book("11:00", squeeze=True)) == [""]
    given_up = refusal(lambda: salon.book("15:00", place_id=rooms.one))
    assert (given_up.code, given_up.facts["place"]) == ("place_archived", "Window")


def test_a_home_visit_needs_no_chair(salon: Salon, rooms: Rooms) -> None:
    assert rooms.of(salon.book("12:00", travel_minutes=30)) == [""]


def test_moving_takes_another_chair_where_its_own_is_taken(salon: Salon, rooms: Rooms) -> None:
    salon.book("14:00")
    made = salon.book("11:00", worker_id=salon.lin)
    assert rooms.of(made) == ["Window"]
    salon.acts.move(made, at("14:00"))
    assert rooms.of(made) == ["Sofa"]
    salon.acts.move(made, at("16:00"))
    assert rooms.of(made) == ["Sofa"]


def test_dragged_onto_a_chair_it_goes_there_or_is_refused(salon: Salon, rooms: Rooms) -> None:
    made = salon.book("11:00")
    salon.acts.move(made, at("11:00"), place_id=rooms.two)
    assert rooms.of(made) == ["Sofa"]
    history.undo(salon.file)
    assert rooms.of(made) == ["Window"]
    salon.book("14:00", worker_id=salon.lin, place_id=rooms.two)
    salon.book("14:00", worker_id=salon.momo, place_id=rooms.two)
    error = refusal(lambda: salon.acts.move(made, at("14:30"), place_id=rooms.two))
    assert (error.code, error.facts["place"]) == ("place_full", "Sofa")
    salon.acts.move(made, at("16:00"), place_id=rooms.bed)
    assert rooms.of(made) == ["Window"], "a bed is of another kind"


def test_taking_a_cancelled_one_up_again_needs_its_chair(salon: Salon, rooms: Rooms) -> None:
    made = salon.book("11:00", place_id=rooms.one)
    salon.acts.cancel(made, "customer")
    salon.book("11:30", worker_id=salon.lin, place_id=rooms.one, customer_id=salon.bo)
    error = refusal(lambda: salon.acts.reopen(made))
    assert (error.code, error.facts["customer"], error.facts["place"]) == ("place_full", "Bo", "Window")


def test_a_note_is_edited_whatever_became_of_its_chair(salon: Salon, rooms: Rooms) -> None:
    made = salon.book("11:00")
    CatalogActs(salon.file).archive_place(rooms.one)
    CatalogActs(salon.file).archive_place(rooms.two)
    line = salon.line("11:00")
    salon.acts.edit(made, salon.draft(line, note="Allergy"))
    assert (salon.appointment(made).note, rooms.of(made)) == ("Allergy", ["Window"])


def test_a_visit_side_by_side_takes_room_for_both(salon: Salon, rooms: Rooms) -> None:
    both = salon.draft(salon.line("11:00"), salon.line("11:00", worker_id=salon.lin))
    assert rooms.of(salon.acts.book(both)) == ["Window", "Sofa"]
    one = salon.draft(
        salon.line("14:00", place_id=rooms.one), salon.line("14:00", worker_id=salon.lin, place_id=rooms.one)
    )
    assert refusal(lambda: salon.acts.book(one)).code == "place_full"


def test_a_visit_side_by_side_leaves_others_their_room(salon: Salon, rooms: Rooms) -> None:
    kim = TeamActs(salon.file).add_worker("Kim")
    salon.book("11:00", place_id=rooms.two)
    salon.book("11:00", worker_id=salon.momo, place_id=rooms.one)
    both = (salon.line("11:30", worker_id=salon.lin), salon.line("11:30", worker_id=kim))
    refused = refusal(lambda: salon.acts.book(salon.draft(*both, customer_id=salon.bo)))
    assert (refused.code, refused.facts["customer"]) == ("place_full", "Ana")
    assert salon.file.value("SELECT count(*) FROM appointment") == 2


def test_the_file_counts_both_lines_of_a_visit_side_by_side(salon: Salon, rooms: Rooms) -> None:
    made = salon.acts.book(
        salon.draft(
            salon.line("11:00", place_id=rooms.two),
            salon.line("11:00", worker_id=salon.lin, place_id=rooms.two),
        )
    )
    salon.acts.cancel(made, "customer")
    salon.book("11:30", worker_id=salon.momo, place_id=rooms.two)
    with pytest.raises(DeskError) as refused, salon.file.act("revive") as act:
        act.update("appointment", made, status="booked")
    assert refused.value.code == "place_full"
    second = dict(salon.file.all("SELECT * FROM appointment_line WHERE appointment_id = :id", id=made)[1])
    with salon.file.act("one") as act:
        act.delete("appointment_line", second["id"])
        act.update("appointment", made, status="booked")
    with pytest.raises(DeskError) as refused, salon.file.act("both") as act:
        act.insert("appointment_line", second)
    assert refused.value.code == "place_full"


def test_one_service_after_the_other_stays_in_the_same_chair(salon: Salon, rooms: Rooms) -> None:
    salon.book("10:00", place_id=rooms.one)
    draft = salon.draft(salon.line("10:30", worker_id=salon.lin), salon.line("11:30", worker_id=salon.lin))
    assert rooms.of(salon.acts.book(draft)) == ["Sofa", "Sofa"]


# -------------------- the database itself
def test_the_file_refuses_what_is_cancelled_nothing(salon: Salon, rooms: Rooms) -> None:
    salon.book("11:00", place_id=rooms.one)
    with salon.file.act("import") as act:
        gone = act.insert("appointment", {"customer_id": salon.bo, "status": "cancelled"})
        start, end = "2026-08-20T11:30", "2026-08-20T12:30"
        times = {"start": start, "end": end, "busy_from": start, "busy_to": end}
        who = {"service_id": salon.gel, "worker_id": salon.lin, "place_id": rooms.one}
        act.insert("appointment_line", {"appointment_id": gone, "seq": 0, **who, **times})
    with pytest.raises(DeskError) as refused, salon.file.act("revive") as act:
        act.update("appointment", gone, status="booked")
    assert refused.value.code == "place_full"


def test_the_file_refuses_a_line_that_is_sent_to_a_full_chair(salon: Salon, rooms: Rooms) -> None:
    salon.book("11:00", place_id=rooms.one)
    made = salon.book("11:00", worker_id=salon.lin, place_id=rooms.two)
    line = salon.appointment(made).lines[0].id
    with pytest.raises(DeskError) as refused, salon.file.act("move") as act:
        act.update("appointment_line", line, place_id=rooms.one)
    assert refused.value.code == "place_full"
    with salon.file.act("squeeze") as act:
        act.update("appointment_line", line, place_id=rooms.one, squeezed=1)
    with pytest.raises(DeskError) as refused, salon.file.act("move") as act:
        act.update("appointment_line", line, squeezed=0)
    assert refused.value.code == "place_full"
    with salon.file.act("shorter") as act:
        act.update("appointment_line", salon.appointment(made).lines[0].id, busy_to="2026-08-20T12:00")


# -------------------- what is offered
def test_full_chairs_are_not_offered(salon: Salon, rooms: Rooms) -> None:
    CatalogActs(salon.file).archive_place(rooms.two)
    salon.book("10:00", 90)
    found = next_free(salon.file, at("09:00"), (salon.gel,), limit=2)
    assert [(one.start, one.places) for one in found] == [(at("11:30"), (rooms.one,))] * 2
    wanted = offers.wishes(salon.file, [salon.gel])
    assert wanted[0].places == (rooms.one,)
    CatalogActs(salon.file).archive_place(rooms.one)
    assert next_free(salon.file, at("09:00"), (salon.gel,)) == []


def test_notice_and_horizon_bound_what_is_offered_and_not_what_is_typed(salon: Salon) -> None:
    with salon.file.act("rules") as act:
        act.insert("setting", {"id": "notice_minutes", "value": "150"})
        act.insert("setting", {"id": "horizon_days", "value": "3"})
    salon.clock.set(at("09:00"))
    found = next_free(salon.file, at("09:00"), (salon.gel,), worker_id=salon.yu, days=60, limit=10_000)
    assert found[0].start == at("11:30")
    assert found[-1].start == at("19:00") + dt.timedelta(days=3)
    made = salon.book("10:00")
    assert refusal(lambda: salon.book("10:30")).facts["next_free"] == at("11:30")
    salon.book("10:00", day=at("09:00").date() + dt.timedelta(days=5))
    assert salon.appointment(made).start == at("10:00")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_offered_has_room_and_nothing_with_room_is_left_out(
    salon: Salon, rooms: Rooms, seed: int
) -> None:
    dice = random.Random(seed)
    CatalogActs(salon.file).archive_place(rooms.one)
    team = (salon.yu, salon.lin, salon.momo)

    def try_to_book(start: str, minutes: int, worker: str) -> bool:
        try:
            salon.book(start, minutes, worker_id=worker, after=5)
        except DeskError:
            return False
        return True

    for _ in range(40):
        try_to_book(f"{dice.randrange(10, 20)}:{dice.randrange(0, 60, 5):02}", 30, dice.choice(team))
    wanted = [Wish(30, 0, 5, team, places=(rooms.two,))]
    found = offers.offers(salon.file, at("09:00"), wanted, days=1, step=5, limit=999)
    told = {(one.start, one.worker_id) for one in found}
    booked = {
        (at(start), worker)
        for start in (f"{10 + minute // 60}:{minute % 60:02}" for minute in range(0, 600, 5))
        for worker in team
        if try_to_book(start, 30, worker) and history.undo(salon.file).verb == "book"
    }
    assert told == booked
    unseated = offers.offers(salon.file, at("09:00"), [Wish(30, 0, 5, team)], days=1, step=5, limit=999)
    assert len(unseated) > len(found), "the chair was never full: nothing was tried"
