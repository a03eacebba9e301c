"""Who can do it when, as the booking sheet works it out."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.availability import fits, in_a_row
from merchant_desk.appointments.model import Appointment, AppointmentLine
from merchant_desk.appointments.ui.booking_plan import (
    Pick,
    any_team,
    free_time,
    kept_lines,
    line_drafts,
    matching,
    starts,
    team_for,
    visit_end,
)
from merchant_desk.catalog.model import Service
from tests.appointments.ui.boards import at, board, line

EVERYBODY = ("ana", "ben")


def service(name: str = "French", minutes: int = 60, before: int = 0, after: int = 0) -> Service:
    return Service(
        id=name.lower(),
        name=name,
        category_id=None,
        category="Nails",
        minutes=minutes,
        before=before,
        after=after,
        price=19800,
        material_cost=0,
        at_home=False,
        archived=False,
    )


def pick(
    minutes: int = 60, worker: str = "", able: tuple[str, ...] = EVERYBODY, before: int = 0, after: int = 0
) -> Pick:
    return Pick(service("French", minutes, before, after), minutes, worker, able)


def test_free_time_is_the_shift_without_what_is_booked() -> None:
    day = board(line("mia", "ana", 11, 12, before=0.25), line("eva", "ana", 15, 16, "cancelled"))
    free = free_time(day)
    assert [(span.start, span.end) for span in free["ana"]] == [(at(10), at(10.75)), (at(12), at(20))]
    assert [(span.start, span.end) for span in free["ben"]] == [(at(10), at(20))]


def test_the_appointment_that_is_changed_is_not_in_its_own_way() -> None:
    day = board(line("mia", "ana", 11, 12))
    assert team_for([pick(worker="ana")], at(11), free_time(day)) is None
    assert team_for([pick(worker="ana")], at(11), free_time(day, besides="mia")) == ["ana"]


def test_anyone_is_the_first_who_is_free() -> None:
    free = free_time(board(line("mia", "ana", 11, 12)))
    assert team_for([pick()], at(10), free) == ["ana"]
    assert team_for([pick()], at(11), free) == ["ben"]
    assert team_for([pick(able=("ana",))], at(11), free) is None


def test_one_worker_stays_with_the_visit_where_that_is_possible() -> None:
    free = free_time(board(line("mia", "ana", 12, 13)))
    assert team_for([pick(), pick(30)], at(10), free) == ["ana", "ana"]
    assert team_for([pick(worker="ana"), pick(30)], at(11), free) == ["ana", "ben"]


def test_nobody_free_asks_who_was_named_or_is_there() -> None:
    assert any_team([pick(worker="ben"), pick()], ["ana"]) == ["ben", "ben"]
    assert any_team([pick()], ["ben"]) == ["ben"]
    assert any_team([pick(able=())], ["ben"]) == [""]


def test_lines_follow_each_other() -> None:
    picks = [pick(60, after=10), pick(30, before=5)]
    same = line_drafts(picks, ["ana", "ana"], at(10))
    assert [(one.start, one.minutes) for one in same] == [(at(10), 60), (at(11.25), 30)]
    two = line_drafts(picks, ["ana", "ben"], at(10))
    assert two[1].start == at(11)
    assert (two[0].before, two[0].after, two[1].before) == (0, 10, 5)
    assert visit_end(picks, ["ana", "ben"], at(10)) == at(11.5)


def agreed(worker: str, start: float, end: float, busy: tuple[float, float]) -> AppointmentLine:
    return AppointmentLine(
        id=f"line-{start}",
        service_id="french",
        service="French",
        worker_id=worker,
        worker=worker.title(),
        place_id="chair",
        start=at(start),
        end=at(end),
        busy_from=at(busy[0]),
        busy_to=at(busy[1]),
        squeezed=False,
    )


def visit(*lines: AppointmentLine, travel: int = 0) -> Appointment:
    return Appointment(
        id="visit",
        customer_id="mia",
        customer="Mia",
        status="booked",
        lines=lines,
        note="",
        customer_note="",
        address="",
        travel_minutes=travel,
        deposit=0,
        cancelled_by="",
        cancelled_at=None,
        cancel_reason="",
        sale_id=None,
        source="",
        content_id=None,
        channel_id=None,
        evidence="",
        source_title="",
        first_visit=False,
    )


def test_a_visit_that_only_moves_keeps_its_pauses_and_buffers() -> None:
    old = visit(agreed("ana", 10, 11, (9.25, 11)), agreed("ana", 11.5, 12, (11.5, 12.75)), travel=30)
    kept = kept_lines(old, [pick(60), pick(30)], ["ana", "ana"], at(14))
    assert kept is not None
    assert [(one.start, one.minutes, one.before, one.after, one.place_id) for one in kept] == [
        (at(14), 60, 15, 0, "chair"),
        (at(15.5), 30, 0, 15, "chair"),
    ]


def test_a_visit_with_other_services_lengths_or_workers_is_laid_out_anew() -> None:
    old = visit(agreed("ana", 10, 11, (10, 11)))
    assert kept_lines(old, [pick(60)], ["ana"], at(10)) is not None
    assert kept_lines(old, [pick(75)], ["ana"], at(10)) is None
    assert kept_lines(old, [pick(60)], ["ben"], at(10)) is None
    assert kept_lines(old, [pick(60), pick(30)], ["ana", "ana"], at(10)) is None


def test_services_are_found_by_name_pinyin_and_initials() -> None:
    catalogue = [service("法式美甲"), service("日式美睫"), service("Gel removal")]
    assert matching(catalogue, "") == catalogue
    assert matching(catalogue, "美甲") == [catalogue[0]]
    assert matching(catalogue, "fsmj") == [catalogue[0]]
    assert matching(catalogue, "rishi") == [catalogue[1]]
    assert matching(catalogue, "REMOVAL gel") == [catalogue[2]]
    assert matching(catalogue, "100%") == []


busy_hours = st.lists(
    st.tuples(st.sampled_from(EVERYBODY), st.integers(40, 76), st.integers(1, 12)), max_size=6
)


@given(busy_hours, st.lists(st.sampled_from([15, 45, 90]), min_size=1, max_size=2), st.integers(0, 20))
def test_offered_starts_are_just_those_that_fit(
    busy: list[tuple[str, int, int]], lengths: list[int], travel: int
) -> None:
    lines = [
        line(f"c{number}", worker, start / 4, (start + quarters) / 4)
        for number, (worker, start, quarters) in enumerate(busy)
    ]
    free = free_time(board(*lines))
    picks = [pick(minutes, before=5) for minutes in lengths]
    offered = starts(picks, free, 15, at(0), travel)
    teams = [[a, b] for a in EVERYBODY for b in EVERYBODY] if len(picks) > 1 else [["ana"], ["ben"]]

    def possible(start: dt.datetime) -> bool:
        for team in teams:
            steps = [one.wish.step(worker) for one, worker in zip(picks, team, strict=True)]
            placed = in_a_row(start, steps, travel)
            if all(fits(p.busy, free[s.worker_id]) for p, s in zip(placed, steps, strict=True)):
                return True
        return False

    assert all(possible(start) for start in offered)
    # Every quarter of the day that would fit is offered; buffers may offer other minutes besides.
    quarters = [at(10) + dt.timedelta(minutes=15 * step) for step in range(40)]
    free_quarters = {start for start in quarters if possible(start)}
    assert free_quarters <= set(offered)


def test_no_start_lies_in_the_past() -> None:
    free = free_time(board())
    assert min(starts([pick()], free, 15, at(14.4))) == at(14.5)


def test_a_typed_time_need_not_lie_on_the_step() -> None:
    free = free_time(board(line("mia", "ana", 11, 12)))
    assert team_for([pick()], at(12) + dt.timedelta(minutes=7), free) == ["ana"]
    assert team_for([pick()], at(10) + dt.timedelta(minutes=7), free) == ["ben"]
    assert team_for([], at(12), free) is None
