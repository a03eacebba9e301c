"""Who can do it when, as the booking sheet works it out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from merchant_desk.appointments.availability import Diary, fits, free_spans, in_a_row
from merchant_desk.appointments.model import Appointment, AppointmentLine, BoardLine
from merchant_desk.appointments.ui.booking_plan import (
    Pick,
    any_team,
    kept_lines,
    line_drafts,
    matching,
    starts,
    visit_end,
    visit_for,
)
from merchant_desk.catalog.model import Service, Terms
from merchant_desk.core.spans import Span
from tests.appointments.ui.boards import at, line

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


def diary(*lines: BoardLine) -> Diary:
    """Everybody works from ten to eight, but where they have one of the lines."""
    free = {}
    for worker in EVERYBODY:
        busy = [Span(one.busy_from, one.busy_to) for one in lines if one.worker_id == worker]
        free[worker] = free_spans([Span(at(10), at(20))], busy)
    return Diary(free)


def team(picks: list[Pick], start: dt.datetime, day: Diary, travel: int = 0) -> list[str] | None:
    found = visit_for(picks, start, day, travel)
    return None if found is None else list(found.workers)


def test_anyone_is_the_first_who_is_free() -> None:
    day = diary(line("mia", "ana", 11, 12))
    assert team([pick()], at(10), day) == ["ana"]
    assert team([pick()], at(11), day) == ["ben"]
    assert team([pick(able=("ana",))], at(11), day) is None


def test_one_worker_stays_with_the_visit_where_that_is_possible() -> None:
    day = diary(line("mia", "ana", 12, 13))
    assert team([pick(), pick(30)], at(10), day) == ["ana", "ana"]
    assert team([pick(worker="ana"), pick(30)], at(11), day) == ["ana", "ben"]


def test_each_worker_has_their_own_minutes_and_price_until_minutes_are_typed() -> None:
    terms = {("ben", "french"): Terms(15000, 45)}
    own = Pick(service("French", 60), None, "", EVERYBODY, terms)
    assert [own.minutes_with(one) for one in ("ana", "ben", "")] == [60, 45, 60]
    assert [own.price_with(one) for one in ("ana", "ben", "")] == [19800, 15000, 19800]
    day = diary(line("mia", "ana", 10.75, 12), line("eva", "ben", 10.75, 12))
    assert team([own], at(10), day) == ["ben"]
    assert line_drafts([own], ["ben"], at(10))[0].minutes == 45
    typed = replace(own, minutes=50)
    assert [typed.minutes_with(one) for one in ("ana", "ben")] == [50, 50]
    assert team([typed], at(10), day) is None


def test_a_length_that_cannot_be_is_offered_no_time() -> None:
    for minutes in (0, 40 * 60):
        odd = pick(minutes)
        assert not odd.lasts
        assert starts([odd], diary(), 15, at(0), at(24)) == []
        assert visit_for([odd], at(10), diary()) is None


def test_a_place_is_wished_for_where_one_is_needed() -> None:
    seated = replace(pick(), places=("red", "blue"))
    assert seated.wish.places == ("red", "blue")
    assert replace(seated, place_id="blue").wish.places == ("blue",)
    assert pick().wish.places is None


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
    assert [(one.start, one.minutes, one.before, one.after) for one in kept] == [
        (at(14), 60, 15, 0),
        (at(15.5), 30, 0, 15),
    ]


def test_a_way_back_that_was_cut_short_is_whole_again() -> None:
    old = visit(agreed("ana", 10, 11, (9.5, 11.25)), travel=30)
    kept = kept_lines(old, [pick(60, after=10)], ["ana"], at(14))
    assert kept is not None
    assert (kept[0].before, kept[0].after) == (0, 10)


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
    day = diary(*lines)
    picks = [pick(minutes, before=5) for minutes in lengths]
    offered = starts(picks, day, 15, at(0), at(24), travel)
    teams = [[a, b] for a in EVERYBODY for b in EVERYBODY] if len(picks) > 1 else [["ana"], ["ben"]]

    def possible(start: dt.datetime) -> bool:
        for team in teams:
            steps = [one.wish.step(worker) for one, worker in zip(picks, team, strict=True)]
            placed = in_a_row(start, steps, travel)
            if all(fits(p.busy, day.free[s.worker_id]) for p, s in zip(placed, steps, strict=True)):
                return True
        return False

    assert all(possible(start) for start in offered)
    # Every quarter of the day that would fit is offered; buffers may offer other minutes besides.
    quarters = [at(10) + dt.timedelta(minutes=15 * step) for step in range(40)]
    free_quarters = {start for start in quarters if possible(start)}
    assert free_quarters <= set(offered)


def test_no_start_lies_in_the_past_or_on_the_next_day() -> None:
    found = starts([pick()], diary(), 15, at(14.4), at(16))
    assert (found[0], found[-1]) == (at(14.5), at(15.75))


def test_a_typed_time_need_not_lie_on_the_step() -> None:
    day = diary(line("mia", "ana", 11, 12))
    assert team([pick()], at(12) + dt.timedelta(minutes=7), day) == ["ana"]
    assert team([pick()], at(10) + dt.timedelta(minutes=7), day) == ["ben"]
    assert team([], at(12), day) is None
