"""Series on a real file: booked, changed and called off with every scope, and taken back in one step."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence

import pytest

from merchant_desk.appointments.model import AppointmentDraft
from merchant_desk.appointments.series import plan
from merchant_desk.appointments.series import store as series_store
from merchant_desk.appointments.series.acts import SeriesActs
from merchant_desk.appointments.series.plan import PlannedDate, Scope
from merchant_desk.catalog.acts import CatalogActs
from merchant_desk.catalog.model import PlaceDraft, ServiceDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.sources import store as source_store
from merchant_desk.team.acts import TeamActs
from tests.appointments.salon import DAY, Salon, at

WEEK = dt.timedelta(weeks=1)
# Five Thursdays from the day on.
FIVE = "FREQ=WEEKLY;BYDAY=TH;COUNT=5"


def all_of(salon: Salon, draft: AppointmentDraft, rule: str) -> list[PlannedDate]:
    """Every date of the rule, when the rule has it."""
    return [PlannedDate(one.at, one.start) for one in plan.preview(salon.file, draft, rule)]


def book(salon: Salon, rule: str = FIVE, start: str = "10:00", **facts: object) -> tuple[str, list[str]]:
    """A series of Ana's gel with Yu: its id and its appointments."""
    draft = salon.draft(salon.line(start), **facts)
    made = SeriesActs(salon.file).book(draft, rule, all_of(salon, draft, rule))
    return made, ids(salon, made)


def ids(salon: Salon, series_id: str) -> list[str]:
    return [one.appointment_id for one in series_store.members(salon.file, series_id)]


def starts(salon: Salon, appointment_ids: Sequence[str]) -> list[str]:
    """'20 10:00 Yu' for each: the day of August and what comes after it, the time, the worker."""
    found = []
    for one in appointment_ids:
        line = salon.appointment(one).lines[0]
        found.append(f"{(line.start.date() - DAY).days:+d} {line.start:%H:%M} {line.worker}")
    return found


def again(salon: Salon, appointment_id: str, start: str = "", **facts: object) -> AppointmentDraft:
    """The draft of an appointment as its sheet would give it, changed."""
    known = salon.appointment(appointment_id)
    line = known.lines[0]
    worker = str(facts.pop("worker_id", line.worker_id))
    minutes = int(str(facts.pop("minutes", line.minutes)))
    day = facts.pop("day", known.start.date())
    assert isinstance(day, dt.date)
    begin = start or f"{known.start:%H:%M}"
    told = {"note": known.note, "deposit": known.deposit, **facts}
    return salon.draft(salon.line(begin, minutes, day=day, worker_id=worker), **told)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as error:
        act()
    return error.value


def everything(salon: Salon) -> list[tuple[object, ...]]:
    """What the file says of appointments and series, without what counts changes."""
    counted = ("updated_at", "rev", "sequence")
    return [
        tuple((name, row[name]) for name in row.keys() if name not in counted)  # noqa: SIM118
        for table in ("series", "appointment", "appointment_line")
        for row in salon.file.all(f"SELECT * FROM {table} ORDER BY id")
    ]


# ---- booking


def test_a_series_is_booked_in_one_act_and_taken_back_in_one(salon: Salon) -> None:
    empty = everything(salon)
    made, booked = book(salon, "FREQ=DAILY;COUNT=20")
    assert starts(salon, booked) == [f"+{day} 10:00 Yu" for day in range(20)]
    assert [salon.appointment(one).series_at for one in booked] == [
        at("10:00", DAY + dt.timedelta(days=day)) for day in range(20)
    ]
    whole = series_store.series(salon.file, made)
    assert whole is not None
    assert (whole.rule, whole.start, whole.skipped) == ("FREQ=DAILY;COUNT=20", at("10:00"), ())
    assert history.undo(salon.file).verb == "book_series"
    assert everything(salon) == empty


def test_dates_are_moved_squeezed_and_left_out(salon: Salon) -> None:
    salon.book("10:30", day=DAY + 3 * WEEK, customer_id=salon.bo)
    draft = salon.draft(salon.line("10:00"))
    planned = [
        PlannedDate(at("10:00"), at("10:00")),
        PlannedDate(at("10:00", DAY + WEEK), at("15:00", DAY + WEEK)),
        PlannedDate(at("10:00", DAY + 2 * WEEK), None),
        PlannedDate(at("10:00", DAY + 3 * WEEK), at("10:00", DAY + 3 * WEEK), squeeze=True),
    ]
    made = SeriesActs(salon.file).book(draft, FIVE, planned)
    booked = ids(salon, made)
    assert starts(salon, booked) == ["+0 10:00 Yu", "+7 15:00 Yu", "+21 10:00 Yu"]
    assert [salon.appointment(one).squeezed for one in booked] == [False, False, True]
    whole = series_store.series(salon.file, made)
    assert whole is not None
    assert whole.skipped == (at("10:00", DAY + 2 * WEEK), at("10:00", DAY + 4 * WEEK))


def test_only_the_first_date_has_the_deposit_and_what_brought_them(salon: Salon) -> None:
    _, booked = book(salon, deposit=5000, channel_id="scan")
    assert [salon.appointment(one).deposit for one in booked] == [5000, 0, 0, 0, 0]
    assert len(source_store.touches_said_for(salon.file, booked)) == 1


def test_what_is_taken_meanwhile_refuses_the_whole_series_by_name(salon: Salon) -> None:
    draft = salon.draft(salon.line("10:00"))
    planned = all_of(salon, draft, FIVE)
    salon.book("10:30", day=DAY + 2 * WEEK, customer_id=salon.bo)
    salon.book("9:30", 90, day=DAY + 4 * WEEK, customer_id=salon.bo, squeeze=True)
    before = everything(salon)
    error = refused(lambda: SeriesActs(salon.file).book(draft, FIVE, planned))
    assert error.code == "series_clashes"
    told = {name: error.facts[name] for name in ("count", "start", "worker", "customer", "service")}
    assert told == {
        "count": 2,
        "start": at("10:00", DAY + 2 * WEEK),
        "worker": "Yu",
        "customer": "Bo",
        "service": "Gel",
    }
    clashes = error.facts["clashes"]
    assert isinstance(clashes, tuple)
    assert [(start, why.code) for start, why in clashes] == [
        (at("10:00", DAY + 2 * WEEK), "clash"),
        (at("10:00", DAY + 4 * WEEK), "clash"),
    ]
    assert everything(salon) == before
    assert history.last(salon.file).verb == "book"  # type: ignore[union-attr]


def test_two_dates_of_a_series_never_share_a_worker(salon: Salon) -> None:
    draft = salon.draft(salon.line("10:00"))
    rule = "FREQ=HOURLY;COUNT=3;BYMINUTE=0,30"
    planned = [PlannedDate(at(text), at(text)) for text in ("10:00", "10:30", "11:00")]
    assert refused(lambda: SeriesActs(salon.file).book(draft, rule, planned)).code == "series_clashes"


def test_dates_are_those_of_the_rule(salon: Salon) -> None:
    acts, draft = SeriesActs(salon.file), salon.draft(salon.line("10:00"))
    with pytest.raises(ValueError, match="not a date"):
        acts.book(draft, FIVE, [PlannedDate(at("10:30"), at("10:30"))])
    with pytest.raises(ValueError, match="twice"):
        acts.book(draft, FIVE, [PlannedDate(at("10:00"), at("10:00"))] * 2)
    assert refused(lambda: acts.book(draft, FIVE, [PlannedDate(at("10:00"), None)])).code == "series_empty"
    assert refused(lambda: acts.book(draft, "FREQ=DAILY;COUNT=401", [])).code == "series_too_long"
    yearly = "FREQ=YEARLY;COUNT=20"
    far = [PlannedDate(one, one) for one in plan.dates(yearly, at("10:00"))]
    assert refused(lambda: acts.book(draft, yearly, far)).code == "far_ahead"


def test_each_date_finds_a_chair_of_its_own(salon: Salon) -> None:
    catalog = CatalogActs(salon.file)
    chairs = [catalog.add_place(PlaceDraft(name, "chair")) for name in ("Left", "Right")]
    wash = catalog.add_service(ServiceDraft("Wash", minutes=60, place_kind="chair"))
    salon.book("10:00", day=DAY + WEEK, service_id=wash, worker_id=salon.lin)
    draft = salon.draft(salon.line("10:00", service_id=wash))
    made = SeriesActs(salon.file).book(
        draft, "FREQ=WEEKLY;COUNT=2", all_of(salon, draft, "FREQ=WEEKLY;COUNT=2")
    )
    seats = [salon.appointment(one).lines[0].place_id for one in ids(salon, made)]
    assert seats == [chairs[0], chairs[1]]


def test_standing(salon: Salon) -> None:
    made, booked = book(salon)
    salon.acts.move(booked[3], at("12:00", DAY + 3 * WEEK))
    found = [series_store.standing(salon.file, one) for one in booked]
    assert [(one.number, one.count, one.moved) for one in found if one] == [
        (1, 5, False),
        (2, 5, False),
        (3, 5, False),
        (4, 5, True),
        (5, 5, False),
    ]
    assert found[0] is not None
    assert (found[0].series_id, found[0].rule, found[0].start) == (made, FIVE, at("10:00"))
    assert series_store.standing(salon.file, salon.book("18:00")) is None
    assert [series_store.left(salon.file, one) for one in booked] == [4, 3, 2, 1, 0]


# ---- moving and editing


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("this", ["+0 10:00 Yu", "+7 10:00 Yu", "+14 12:30 Yu", "+21 10:00 Yu", "+28 10:00 Yu"]),
        ("later", ["+0 10:00 Yu", "+7 10:00 Yu", "+14 12:30 Yu", "+21 12:30 Yu", "+28 12:30 Yu"]),
        ("all", ["+0 12:30 Yu", "+7 12:30 Yu", "+14 12:30 Yu", "+21 12:30 Yu", "+28 12:30 Yu"]),
    ],
)
def test_another_time(salon: Salon, scope: Scope, expected: list[str]) -> None:
    _, booked = book(salon)
    before = everything(salon)
    SeriesActs(salon.file).edit(booked[2], again(salon, booked[2], "12:30"), scope)
    assert starts(salon, booked) == expected
    history.undo(salon.file)
    assert everything(salon) == before
    SeriesActs(salon.file).move(booked[2], at("12:30", DAY + 2 * WEEK), scope=scope)
    assert starts(salon, booked) == expected


def test_later_parts_the_series(salon: Salon) -> None:
    made, booked = book(salon)
    SeriesActs(salon.file).edit(booked[2], again(salon, booked[2], "12:30"), "later")
    first, rest = ids(salon, made), ids(salon, salon.appointment(booked[2]).series_id or "")
    assert (first, rest) == (booked[:2], booked[2:])
    one = series_store.series(salon.file, made)
    other = series_store.series(salon.file, salon.appointment(booked[2]).series_id or "")
    assert one is not None
    assert other is not None
    assert one.rule == "FREQ=WEEKLY;BYDAY=TH;COUNT=2"
    assert (other.rule, other.start) == ("FREQ=WEEKLY;BYDAY=TH;COUNT=3", at("12:30", DAY + 2 * WEEK))
    # What comes after is of the rest alone.
    SeriesActs(salon.file).move(booked[3], at("15:00", DAY + 3 * WEEK), scope="all")
    assert starts(salon, booked) == [
        "+0 10:00 Yu",
        "+7 10:00 Yu",
        "+14 15:00 Yu",
        "+21 15:00 Yu",
        "+28 15:00 Yu",
    ]


def test_later_from_the_first_date_is_all(salon: Salon) -> None:
    made, booked = book(salon, "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260930")
    SeriesActs(salon.file).move(booked[0], at("11:00"), scope="later")
    assert ids(salon, made) == booked
    assert len(salon.file.all("SELECT id FROM series")) == 1
    assert starts(salon, booked) == [f"+{7 * week} 11:00 Yu" for week in range(6)]


def test_until_stays_with_the_rest(salon: Salon) -> None:
    made, booked = book(salon, "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260930T235900")
    SeriesActs(salon.file).edit(booked[2], again(salon, booked[2], worker_id=salon.lin), "later")
    rules = {row["id"]: row["rule"] for row in salon.file.all("SELECT id, rule FROM series")}
    assert rules.pop(made) == "FREQ=WEEKLY;BYDAY=TH;COUNT=2"
    assert list(rules.values()) == ["FREQ=WEEKLY;BYDAY=TH;UNTIL=20260930T235900"]
    assert starts(salon, booked)[1:4] == ["+7 10:00 Yu", "+14 10:00 Lin", "+21 10:00 Lin"]


def test_one_date_may_take_the_time_that_another_leaves(salon: Salon) -> None:
    made, booked = book(salon, "FREQ=DAILY;COUNT=6")
    SeriesActs(salon.file).move(booked[0], at("10:00", DAY + dt.timedelta(days=1)), scope="all")
    assert starts(salon, booked) == [f"+{day} 10:00 Yu" for day in range(1, 7)]
    SeriesActs(salon.file).move(booked[5], at("10:00", DAY + dt.timedelta(days=5)), scope="all")
    assert starts(salon, booked) == [f"+{day} 10:00 Yu" for day in range(6)]
    assert [salon.appointment(one).status for one in booked] == ["booked"] * 6
    whole = series_store.series(salon.file, made)
    assert whole is not None
    assert whole.start == at("10:00")


def test_another_weekday_turns_the_rule(salon: Salon) -> None:
    made, booked = book(salon, "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4")
    SeriesActs(salon.file).move(booked[1], at("10:00", DAY + dt.timedelta(days=6)), scope="all")
    assert [start[:3] for start in starts(salon, booked)] == ["+1 ", "+6 ", "+8 ", "+13"]
    whole = series_store.series(salon.file, made)
    assert whole is not None
    assert whole.rule == "FREQ=WEEKLY;BYDAY=WE,FR;COUNT=4"
    assert [one.at for one in series_store.members(salon.file, made)] == plan.dates(whole.rule, whole.start)


@pytest.mark.parametrize(
    ("rule", "first", "to", "rule_after", "expected"),
    [
        # The 2nd Tuesday becomes the 2nd Wednesday, not the day after each 2nd Tuesday.
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-09-08", "2026-09-09", "FREQ=MONTHLY;BYDAY=2WE;COUNT=3",
         ["2026-09-09", "2026-10-14", "2026-11-11"]),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=4", "2026-10-31", "2026-10-30",
         "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;COUNT=4",
         ["2026-10-30", "2026-11-30", "2026-12-30", "2027-01-30"]),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-08-28", "2026-08-21", "FREQ=MONTHLY;BYDAY=3FR;COUNT=3",
         ["2026-08-21", "2026-09-18", "2026-10-16"]),
        ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1;COUNT=3", "2026-09-01", "2026-09-03",
         "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=3;COUNT=3", ["2026-09-03", "2027-09-03", "2028-09-03"]),
        # A rule of its own has no words that could follow: all dates shift alike.
        ("FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3", "2026-09-07", "2026-09-08",
         "FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=3", ["2026-09-08", "2026-09-22", "2026-10-06"]),
    ],
)  # fmt: skip
def test_what_comes_monthly_or_yearly_follows_its_new_rule(
    salon: Salon, rule: str, first: str, to: str, rule_after: str, expected: list[str]
) -> None:
    draft = salon.draft(salon.line("10:00", day=dt.date.fromisoformat(first)))
    made = SeriesActs(salon.file).book(draft, rule, all_of(salon, draft, rule))
    booked = ids(salon, made)
    SeriesActs(salon.file).move(booked[0], at("11:00", dt.date.fromisoformat(to)), scope="all")
    assert [salon.appointment(one).start for one in booked] == [
        at("11:00", dt.date.fromisoformat(day)) for day in expected
    ]
    whole = series_store.series(salon.file, made)
    assert whole is not None
    assert whole.rule == rule_after


def test_what_was_changed_by_hand_stays(salon: Salon) -> None:
    _, booked = book(salon, note="soft light")
    salon.acts.move(booked[1], at("16:00", DAY + WEEK))
    salon.acts.edit(booked[2], again(salon, booked[2], worker_id=salon.lin, note="with Lin"))
    change = again(salon, booked[0], "11:00", minutes=75, note="soft light, tea")
    SeriesActs(salon.file).edit(booked[0], change, "all")
    assert starts(salon, booked) == [
        "+0 11:00 Yu",
        "+7 16:00 Yu",  # moved by hand: its own time
        "+14 11:00 Lin",  # another worker by hand: its own worker
        "+21 11:00 Yu",
        "+28 11:00 Yu",
    ]
    assert [salon.appointment(one).lines[0].minutes for one in booked] == [75, 75, 60, 75, 75]
    notes = [salon.appointment(one).note for one in booked]
    assert notes == ["soft light, tea", "soft light, tea", "with Lin", "soft light, tea", "soft light, tea"]


def test_a_date_moved_by_hand_is_shifted_when_it_is_the_one_edited(salon: Salon) -> None:
    _, booked = book(salon)
    salon.acts.move(booked[1], at("16:00", DAY + WEEK))
    SeriesActs(salon.file).move(booked[1], at("17:00", DAY + WEEK), scope="all")
    assert starts(salon, booked)[:3] == ["+0 11:00 Yu", "+7 17:00 Yu", "+14 11:00 Yu"]


def test_what_is_over_or_has_begun_is_left_alone(salon: Salon) -> None:
    _, booked = book(salon)
    salon.acts.cancel(booked[3], "customer")
    salon.clock.set(at("10:30", DAY + WEEK))
    salon.acts.no_show(booked[0])
    SeriesActs(salon.file).move(booked[2], at("12:00", DAY + 2 * WEEK), scope="all")
    assert starts(salon, booked) == [
        "+0 10:00 Yu",
        "+7 10:00 Yu",
        "+14 12:00 Yu",
        "+21 10:00 Yu",
        "+28 12:00 Yu",
    ]
    error = refused(lambda: SeriesActs(salon.file).move(booked[0], at("12:00"), scope="all"))
    assert error.code == "appointment_closed"


def test_worker_and_services_follow_and_confirmed_stays_confirmed(salon: Salon) -> None:
    _, booked = book(salon)
    salon.acts.confirm(booked[1])
    lash = salon.line("10:30", 90, service_id=salon.lash, worker_id=salon.momo, before=10, after=15)
    gel = salon.line("12:15", 60, worker_id=salon.yu)
    SeriesActs(salon.file).edit(booked[0], salon.draft(lash, gel), "all")
    for one in booked:
        assert salon.times(one) == ["10:30-12:00 Momo", "12:15-13:15 Yu"]
        assert salon.busy(one) == ["10:20-12:15", "12:15-13:15"]
    assert [salon.appointment(one).status for one in booked][:3] == ["booked", "confirmed", "booked"]


def test_a_new_worker_for_all_by_a_drag(salon: Salon) -> None:
    _, booked = book(salon)
    SeriesActs(salon.file).move(booked[2], at("10:00", DAY + 2 * WEEK), salon.lin, "later")
    assert [start[-3:] for start in starts(salon, booked)] == [" Yu", " Yu", "Lin", "Lin", "Lin"]


def test_a_date_that_does_not_fit_refuses_all_and_names_it(salon: Salon) -> None:
    _, booked = book(salon)
    salon.book("12:00", day=DAY + 3 * WEEK, customer_id=salon.bo)
    TeamActs(salon.file).add_time_off(
        salon.yu, at("0:00", DAY + 4 * WEEK), at("0:00", DAY + 4 * WEEK + dt.timedelta(days=1)), "away"
    )
    before = everything(salon)
    error = refused(lambda: SeriesActs(salon.file).move(booked[1], at("12:00", DAY + WEEK), scope="later"))
    assert error.code == "series_clashes"
    clashes = error.facts["clashes"]
    assert isinstance(clashes, tuple)
    assert [(start.date(), why.code, why.facts.get("customer")) for start, why in clashes] == [
        (DAY + 3 * WEEK, "clash", "Bo"),
        (DAY + 4 * WEEK, "off_shift", None),
    ]
    assert everything(salon) == before


def test_where_only_the_edited_date_does_not_fit_it_is_refused_as_any_other(salon: Salon) -> None:
    _, booked = book(salon)
    salon.book("12:00", day=DAY + WEEK, customer_id=salon.bo)
    before = everything(salon)
    error = refused(lambda: SeriesActs(salon.file).edit(booked[1], again(salon, booked[1], "12:00"), "all"))
    assert (error.code, error.facts["customer"]) == ("clash", "Bo")
    assert error.facts["next_free"] == at("13:00", DAY + WEEK)
    assert everything(salon) == before


def test_squeezing_in_holds_for_that_date_alone(salon: Salon) -> None:
    _, booked = book(salon)
    salon.book("12:00", day=DAY + WEEK, customer_id=salon.bo)
    SeriesActs(salon.file).edit(booked[1], again(salon, booked[1], "12:00", squeeze=True), "all")
    assert [salon.appointment(one).squeezed for one in booked] == [False, True, False, False, False]
    assert [start[-8:-3] for start in starts(salon, booked)] == ["12:00"] * 5


def test_a_note_alone_questions_no_time(salon: Salon) -> None:
    _, booked = book(salon)
    # Meanwhile Yu left the shift of these days.
    TeamActs(salon.file).add_time_off(salon.yu, at("0:00"), at("0:00", DAY + 5 * WEEK), "away")
    SeriesActs(salon.file).edit(booked[0], again(salon, booked[0], note="ring twice"), "all")
    assert [salon.appointment(one).note for one in booked] == ["ring twice"] * 5


def test_what_was_changed_meanwhile_is_not_overwritten(salon: Salon) -> None:
    _, booked = book(salon)
    typed = again(salon, booked[0], "11:00", sequence=salon.appointment(booked[0]).sequence)
    salon.acts.move(booked[0], at("13:00"))
    assert refused(lambda: SeriesActs(salon.file).edit(booked[0], typed, "all")).code == "changed_meanwhile"


def test_home_visits_keep_their_way(salon: Salon) -> None:
    _, booked = book(salon, "FREQ=DAILY;COUNT=3", address="5 Lake Road", travel_minutes=30, start="12:00")
    SeriesActs(salon.file).move(booked[0], at("13:00"), scope="all")
    assert [salon.busy(one) for one in booked] == [["12:30-14:30"]] * 3
    change = again(salon, booked[0], "13:00", address="9 Hill Street", travel_minutes=45)
    SeriesActs(salon.file).edit(booked[0], change, "all")
    assert [salon.busy(one) for one in booked] == [["12:15-14:45"]] * 3
    assert [salon.appointment(one).address for one in booked] == ["9 Hill Street"] * 3


def test_without_a_series_every_scope_is_this(salon: Salon) -> None:
    alone = salon.book("10:00")
    acts = SeriesActs(salon.file)
    acts.move(alone, at("11:00"), scope="all")
    acts.edit(alone, again(salon, alone, "12:00"), "later")
    assert salon.times(alone) == ["12:00-13:00 Yu"]
    assert acts.cancel(alone, "shop", scope="all") == 1
    with pytest.raises(ValueError, match="scope"):
        acts.cancel(alone, "shop", scope="some")  # type: ignore[arg-type]


# ---- calling off


@pytest.mark.parametrize(("scope", "left"), [("this", [0, 1, 3, 4]), ("later", [0, 1]), ("all", [])])
def test_calling_off(salon: Salon, scope: Scope, left: list[int]) -> None:
    _, booked = book(salon)
    before = everything(salon)
    count = SeriesActs(salon.file).cancel(booked[2], "customer", " moved away ", scope)
    assert count == 5 - len(left)
    states = [salon.appointment(one).status for one in booked]
    assert [number for number, state in enumerate(states) if state == "booked"] == left
    gone = salon.appointment(booked[2])
    assert (gone.cancelled_by, gone.cancel_reason, gone.cancelled_at) == (
        "customer",
        "moved away",
        at("9:00"),
    )
    history.undo(salon.file)
    assert everything(salon) == before


def test_each_date_called_off_is_late_by_its_own_time(salon: Salon) -> None:
    _, booked = book(salon, "FREQ=DAILY;COUNT=3", start="12:00")
    SeriesActs(salon.file).cancel(booked[0], "customer", scope="all")
    # It is nine on the first day; late is less than 24 hours before.
    assert [salon.appointment(one).late_cancel for one in booked] == [True, False, False]


def test_calling_off_leaves_what_is_over(salon: Salon) -> None:
    _, booked = book(salon)
    salon.acts.cancel(booked[1], "shop", "ill")
    assert SeriesActs(salon.file).cancel(booked[0], "customer", "", "all") == 4
    assert salon.appointment(booked[1]).cancelled_by == "shop"
    error = refused(lambda: SeriesActs(salon.file).cancel(booked[0], "customer", "", "all"))
    assert error.code == "wrong_status"


def test_what_was_left_out_stays_left_out_when_the_series_parts(salon: Salon) -> None:
    draft = salon.draft(salon.line("10:00"))
    planned = [one for one in all_of(salon, draft, FIVE) if one.at.date() not in {DAY + WEEK, DAY + 3 * WEEK}]
    made = SeriesActs(salon.file).book(draft, FIVE, planned)
    booked = ids(salon, made)
    SeriesActs(salon.file).move(booked[1], at("11:00", DAY + 2 * WEEK), scope="later")
    rows = {
        row["rule"]: json.loads(row["skipped"]) for row in salon.file.all("SELECT rule, skipped FROM series")
    }
    assert rows == {
        "FREQ=WEEKLY;BYDAY=TH;COUNT=2": ["2026-08-27T10:00"],
        "FREQ=WEEKLY;BYDAY=TH;COUNT=3": ["2026-09-10T11:00"],
    }
