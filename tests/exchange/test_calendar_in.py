"""Calendar files taken in: every program's way of writing times, series, changes, and who is meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from merchant_desk.appointments.series.plan import Scope
from merchant_desk.catalog.model import ServiceDraft
from merchant_desk.db import history
from merchant_desk.db.health import check
from merchant_desk.exchange.calendar_in import CalendarChoice
from merchant_desk.exchange.imports import ImportReport
from tests.exchange.calendars import NOW, Salon, event, salon
from tests.exchange.files import SAMPLES, snapshot

SAMPLE = SAMPLES / "预约.ics"
WINDOWS_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE"""


def reasons(report: ImportReport) -> list[str]:
    return [row.reason_code for row in report.unused]


def starts(shop: Salon) -> list[str]:
    return [row[0] for row in shop.diary()]


class TestTheSample:
    def test_what_comes_in_is_what_another_reader_finds(self, shop: Salon) -> None:
        for name in ("猫眼+手部护理", "日式美睫自然款", "闺蜜双人美甲", "法式美甲单人"):
            shop.desk.catalog.add_service(ServiceDraft(name, minutes=60))
        wanted = []
        for one in Calendar.from_ical(SAMPLE.read_bytes()).walk("VEVENT"):
            first = one.decoded("dtstart").replace(tzinfo=None)
            rule = one.get("rrule")
            dates = list(rrulestr(rule.to_ical().decode(), dtstart=first)) if rule else [first]
            customer, service = str(one["summary"]).split()
            wanted += [(at.isoformat(timespec="minutes")[5:], customer, service) for at in dates]
        report = shop.look(SAMPLE)
        assert (len(wanted), report.added, report.unused) == (33, 33, ())
        assert shop.diary() == []
        shop.take(SAMPLE)
        assert sorted((start, who, what) for start, _, who, what, _ in shop.diary()) == sorted(wanted)
        rules = [row["rule"] for row in shop.desk.file.all("SELECT rule FROM series")]
        assert rules == ["FREQ=WEEKLY;COUNT=4"] * 3
        phone = shop.desk.file.value("SELECT phone FROM customer WHERE name = '董妍敏'")
        assert phone == "+8618708733304"
        assert shop.desk.file.value("SELECT count(*) FROM appointment WHERE note <> ''") == 0
        assert check(shop.desk.file) == []

    def test_the_same_file_again_changes_nothing(self, shop: Salon) -> None:
        choice = CalendarChoice(service_id=shop.id("service", "法式美甲"))
        shop.take(SAMPLE, choice=choice)
        before, acts = snapshot(shop.desk.file), shop.desk.file.value("SELECT count(*) FROM act")
        report = shop.take(SAMPLE, choice=choice)
        assert (report.added, report.updated, report.known) == (0, 0, 33)
        assert snapshot(shop.desk.file) == before
        assert shop.desk.file.value("SELECT count(*) FROM act") == acts

    def test_undo_takes_all_of_it_back_and_it_can_come_again(self, shop: Salon) -> None:
        choice = CalendarChoice(service_id=shop.id("service", "法式美甲"))
        before = snapshot(shop.desk.file)
        shop.take(SAMPLE, choice=choice)
        history.undo(shop.desk.file)
        assert snapshot(shop.desk.file) == before
        assert shop.take(SAMPLE, choice=choice).added == 33
        history.undo(shop.desk.file)
        history.redo(shop.desk.file)
        assert len(shop.diary()) == 33
        assert shop.take(SAMPLE, choice=choice).known == 33

    def test_without_a_service_the_rest_says_so(self, shop: Salon) -> None:
        report = shop.take(SAMPLE)
        named = Calendar.from_ical(SAMPLE.read_bytes()).walk("VEVENT")
        assert set(reasons(report)) == {"no_service_named"}
        assert report.added + len(report.unused) == 33
        # "日式美睫自然款" is the shop's 日式美睫, and no part of a name.
        assert {row[2] for row in shop.diary()} <= {str(one["summary"]).split()[0] for one in named}


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("TZID=Asia/Shanghai:20250825T100000", "TZID=Asia/Shanghai:20250825T110000", "08-25T10:00"),
        ("20250825T020000Z", "20250825T030000Z", "08-25T10:00"),
        ("20250825T100000", "20250825T110000", "08-25T10:00"),
        (
            "TZID=China Standard Time:20250825T100000",
            "TZID=China Standard Time:20250825T110000",
            "08-25T10:00",
        ),
        (
            'TZID="Tokyo Standard Time":20250825T110000',
            'TZID="Tokyo Standard Time":20250825T120000',
            "08-25T10:00",
        ),
        ("TZID=America/New_York:20250824T220000", "TZID=America/New_York:20250824T230000", "08-25T10:00"),
        (
            "TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20250825T040000",
            "TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20250825T050000",
            "08-25T10:00",
        ),
        (
            "TZID=Customized Time Zone:20250825T110000",
            "TZID=Customized Time Zone:20250825T120000",
            "08-25T10:00",
        ),
        ("TZID=Asia/Shanghai:20250825T100000", "20250825T030000Z", "08-25T10:00"),
    ],
)
def test_every_way_to_write_a_time(shop: Salon, start: str, end: str, wanted: str) -> None:
    report = shop.take(shop.ics(event(start=start, end=end), head=WINDOWS_ZONE))
    assert report.unused == ()
    assert shop.diary() == [(wanted, "11:00", "王女士", "法式美甲", "小雨")]


def test_a_duration_stands_for_the_end(shop: Salon) -> None:
    shop.take(shop.ics(event(end="", DURATION="PT1H30M")))
    assert shop.diary()[0][:2] == ("08-25T10:00", "11:30")


def test_a_time_that_a_clock_change_skips_moves_on_and_stays_known(tmp_path: Path) -> None:
    shop = salon(tmp_path, "America/New_York")
    file = shop.ics(event(start="20260308T023000", end="20260308T033000"))
    shop.take(file)
    assert starts(shop) == ["03-08T03:00"]
    assert shop.take(file).known == 1
    shop.desk.file.close()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"start": "VALUE=DATE:20250825", "end": "VALUE=DATE:20250826"}, "all_day"),
        ({"end": "20250825T100000"}, "no_length"),
        ({"end": "20250825T090000"}, "no_length"),
        ({"end": ""}, "no_length"),
        ({"end": "", "DURATION": "-PT1H"}, "no_length"),
        ({"end": "20250827T100000"}, "too_long"),
        ({"end": "", "DURATION": "PT9999999999999H"}, "bad_moment"),
        ({"start": "2025-08-25 10:00"}, "bad_moment"),
        ({"start": "20250231T100000"}, "bad_moment"),
        ({"start": "TZID=Nowhere/Atall:20250825T100000"}, "unknown_zone"),
        ({"start": "TZID=../../etc/passwd:20250825T100000"}, "unknown_zone"),
        ({"start": "19000101T100000", "end": "19000101T110000"}, "out_of_range"),
        ({"start": "99991231T230000Z", "end": "99991231T235900Z"}, "out_of_range"),
        ({"start": "00010101T000000Z", "end": "00010101T010000Z"}, "out_of_range"),
        ({"SUMMARY": "法式美甲"}, "no_customer"),
        ({"SUMMARY": "牙医"}, "no_service_named"),
        ({"SUMMARY": ""}, "no_service_named"),
        ({"STATUS": "CANCELLED"}, "cancelled_there"),
        ({"RRULE": "FREQ=SECONDLY"}, "bad_rule"),
        ({"RRULE": "FREQ=HOURLY;COUNT=3"}, "bad_rule"),
        ({"RRULE": "FREQ=WEEKLY;COUNT=0"}, "bad_rule"),
        ({"RRULE": "every tuesday"}, "bad_rule"),
        ({"RRULE": "FREQ=WEEKLY;UNTIL=soon"}, "bad_rule"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(shop: Salon, more: dict[str, str], code: str) -> None:
    report = shop.take(shop.ics(event("bad", **more), event("good", "20250826T100000", "20250826T110000")))
    assert reasons(report) == [code]
    assert starts(shop) == ["08-26T10:00"], "the event beside it comes in"


class TestSeries:
    def test_exceptions_and_moved_dates(self, shop: Salon) -> None:
        file = shop.ics(
            event(RRULE="FREQ=WEEKLY;COUNT=5", EXDATE="20250908T100000", RDATE="20250910T150000"),
            event(start="20250916T140000", end="20250916T160000", RECURRENCE_ID="20250915T100000"),
            event(start="20250922T100000", RECURRENCE_ID="20250922T100000", STATUS="CANCELLED"),
        )
        report = shop.take(file)
        assert starts(shop) == ["08-25T10:00", "09-01T10:00", "09-10T15:00", "09-16T14:00"]
        assert (report.added, reasons(report)) == (4, ["cancelled_there"])
        row = shop.desk.file.one("SELECT rule, start, skipped FROM series")
        assert row is not None
        assert tuple(row) == (
            "FREQ=WEEKLY;COUNT=5",
            "2025-08-25T10:00",
            '["2025-09-08T10:00", "2025-09-22T10:00"]',
        )
        at = shop.desk.file.value("SELECT series_at FROM appointment WHERE series_at LIKE '2025-09-15%'")
        assert at == "2025-09-15T10:00"
        assert shop.take(file).known == 4

    def test_until_in_utc_is_read_on_the_events_own_clock(self, shop: Salon) -> None:
        shop.take(
            shop.ics(
                event(
                    start="TZID=Asia/Shanghai:20250825T100000",
                    end="TZID=Asia/Shanghai:20250825T110000",
                    RRULE="FREQ=DAILY;UNTIL=20250827T020000Z",
                )
            )
        )
        assert starts(shop) == ["08-25T10:00", "08-26T10:00", "08-27T10:00"]

    def test_a_series_on_another_zones_clock_keeps_that_clock(self, shop: Salon) -> None:
        shop.take(
            shop.ics(
                event(
                    start="TZID=America/New_York:20251027T220000",
                    end="TZID=America/New_York:20251027T230000",
                    RRULE="FREQ=WEEKLY;COUNT=2",
                )
            )
        )
        # New York puts its clocks back in between: at the counter in Shanghai that is an hour later.
        assert starts(shop) == ["10-28T10:00", "11-04T11:00"]
        assert shop.desk.file.value("SELECT count(*) FROM series") == 0

    def test_one_without_an_end_is_taken_for_a_year_and_says_so(self, shop: Salon) -> None:
        file = shop.ics(event(start="20190107T100000", end="20190107T110000", RRULE="FREQ=WEEKLY"))
        report = shop.take(file)
        assert reasons(report) == ["series_goes_on"]
        assert starts(shop)[0] == "08-25T10:00"
        assert report.added == 52
        shop.desk.file.clock.set(NOW + dt.timedelta(days=70))  # type: ignore[attr-defined]
        again = shop.take(file)
        assert (again.added, again.updated) == (10, 0), "later it goes on where it was left"

    def test_no_more_than_400_dates(self, shop: Salon) -> None:
        report = shop.take(shop.ics(event(RRULE="FREQ=DAILY;COUNT=1000")))
        assert report.added == 400
        (rest,) = report.unused
        assert (rest.reason_code, rest.facts["count"]) == ("series_goes_on", 400)

    def test_a_shorter_series_calls_off_the_rest(self, shop: Salon) -> None:
        shop.take(shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=4")))
        report = shop.take(shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=2", SEQUENCE="1")))
        assert starts(shop) == ["08-25T10:00", "09-01T10:00"]
        assert [row.result for row in report.dates].count("cancelled") == 2
        assert shop.desk.file.value("SELECT rule FROM series") == "FREQ=WEEKLY;COUNT=2"

    def test_a_cancelled_series_calls_off_all_of_it(self, shop: Salon) -> None:
        shop.take(shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=4")))
        shop.take(shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=4", STATUS="CANCELLED", SEQUENCE="1")))
        assert starts(shop) == []

    def test_a_date_that_becomes_a_series_is_its_first(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        shop.take(shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=3", SEQUENCE="1")))
        assert starts(shop) == ["08-25T10:00", "09-01T10:00", "09-08T10:00"]

    def test_the_31st_is_only_where_there_is_one(self, shop: Salon) -> None:
        shop.take(
            shop.ics(event(start="20250831T100000", end="20250831T110000", RRULE="FREQ=MONTHLY;COUNT=3"))
        )
        assert starts(shop) == ["08-31T10:00", "10-31T10:00", "12-31T10:00"]


class TestChanges:
    def test_the_same_uid_moves_the_appointment(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        report = shop.take(shop.ics(event(start="20250826T140000", end="20250826T160000", SEQUENCE="2")))
        assert (report.added, report.updated) == (0, 1)
        assert shop.diary() == [("08-26T14:00", "16:00", "王女士", "法式美甲", "小雨")]
        assert shop.desk.file.value("SELECT sequence FROM appointment") == 2

    def test_what_changed_here_since_is_left_alone_and_said(self, shop: Salon) -> None:
        file = shop.ics(event())
        shop.take(file)
        made = shop.desk.file.value("SELECT id FROM appointment")
        shop.desk.appointments.move(made, dt.datetime(2025, 8, 27, 16))
        report = shop.take(file)
        assert (report.updated, report.known) == (0, 1)
        assert [row.result for row in report.dates] == ["older"]
        assert starts(shop) == ["08-27T16:00"]

    @pytest.mark.parametrize("scope", ["later", "all"])
    def test_a_series_that_moved_here_is_not_made_twice(self, shop: Salon, scope: Scope) -> None:
        file = shop.ics(event(RRULE="FREQ=WEEKLY;COUNT=4"))
        shop.take(file)
        second = shop.desk.file.value("SELECT id FROM appointment WHERE series_at LIKE '2025-09-01%'")
        shop.desk.series.move(second, dt.datetime(2025, 9, 1, 12), None, scope)
        moved = starts(shop)
        rules = [tuple(row) for row in shop.desk.file.all("SELECT rule, start FROM series ORDER BY start")]
        report = shop.take(file)
        assert (report.added, report.updated, starts(shop)) == (0, 0, moved)
        assert rules == [
            tuple(row) for row in shop.desk.file.all("SELECT rule, start FROM series ORDER BY start")
        ], "its rule is the shop's own now"

    def test_the_later_dates_of_a_series_move_onto_its_earlier_ones(self, shop: Salon) -> None:
        shop.take(shop.ics(event(RRULE="FREQ=DAILY;COUNT=4")))
        third = shop.desk.file.value("SELECT id FROM appointment WHERE series_at LIKE '2025-08-27%'")
        shop.desk.appointments.cancel(
            shop.desk.file.value("SELECT id FROM appointment WHERE series_at LIKE '2025-08-26%'"), "shop"
        )
        shop.desk.series.move(third, dt.datetime(2025, 8, 26, 10), None, "later")
        assert starts(shop) == ["08-25T10:00", "08-26T10:00", "08-27T10:00"]

    def test_a_newer_service_and_worker_are_taken_over(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        shop.take(shop.ics(event(SUMMARY="王女士 日式美睫 Momo", SEQUENCE="1")))
        assert shop.diary() == [("08-25T10:00", "11:00", "王女士", "日式美睫", "Momo")]
        assert shop.desk.file.value("SELECT count(*) FROM customer") == 1

    def test_cancelled_calls_it_off_and_leaves_the_customers_record_clean(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        shop.take(shop.ics(event(STATUS="CANCELLED", SEQUENCE="1")))
        row = shop.desk.file.one("SELECT status, cancelled_by, late_cancel, sequence FROM appointment")
        assert row is not None
        assert tuple(row) == ("cancelled", "shop", 0, 1)

    def test_a_cancelling_file_needs_no_status(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        shop.take(shop.ics(event(SEQUENCE="1"), head="METHOD:CANCEL"))
        assert starts(shop) == []

    def test_what_is_over_is_not_changed(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        made = shop.desk.file.value("SELECT id FROM appointment")
        shop.desk.appointments.cancel(made, "customer", "")
        report = shop.take(shop.ics(event(start="20250826T140000", end="20250826T160000", SEQUENCE="9")))
        assert reasons(report) == ["appointment_closed"]

    def test_our_own_event_moved_elsewhere_comes_back_moved(self, shop: Salon) -> None:
        made = shop.book("王女士", dt.datetime(2025, 8, 25, 10), ("法式美甲", "小雨"), ("日式美睫", "阿琳"))
        text = shop.give_file().read_bytes()
        text = text.replace(b"20250825T1", b"20250826T1").replace(b"SEQUENCE:1", b"SEQUENCE:4")
        back = shop.folder / "back.ics"
        back.write_bytes(text)
        assert shop.take(back).updated == 1
        assert [row[0] for row in shop.diary()] == ["08-26T10:00", "08-26T11:00"]
        assert shop.desk.file.value("SELECT sequence FROM appointment WHERE id = :id", id=made) >= 4

    def test_a_part_of_a_visit_is_not_moved_alone(self, shop: Salon) -> None:
        shop.book("王女士", dt.datetime(2025, 8, 25, 10), ("法式美甲", "小雨"), ("日式美睫", "阿琳"))
        text = shop.give_file("阿琳").read_bytes().replace(b"20250825T1", b"20250826T1")
        back = shop.folder / "back.ics"
        back.write_bytes(text)
        assert reasons(shop.take(back)) == ["part_of_visit"]

    def test_undoing_a_change_never_lowers_the_sequence(self, shop: Salon) -> None:
        shop.take(shop.ics(event()))
        shop.take(shop.ics(event(start="20250826T140000", end="20250826T160000", SEQUENCE="7")))
        history.undo(shop.desk.file)
        assert starts(shop) == ["08-25T10:00"]
        assert shop.desk.file.value("SELECT sequence FROM appointment") > 7


class TestWhoAndWhat:
    @pytest.mark.parametrize(
        ("summary", "more", "wanted"),
        [
            ("王女士 法式美甲", {}, ("王女士", "法式美甲", "小雨")),
            ("王女士法式美甲", {}, ("王女士", "法式美甲", "小雨")),
            ("法式美甲 - 王女士（阿琳）", {}, ("王女士", "法式美甲", "阿琳")),
            ("Ana lash fill with Momo", {}, ("Ana", "Lash fill", "Momo")),
            ("LASH FILL: Ana Maria Lopez", {}, ("Ana Maria Lopez", "Lash fill", "小雨")),
            ("预约 法式美甲", {"ATTENDEE": "CN=王女士:mailto:w@example.com"}, ("王女士", "法式美甲", "小雨")),
            ("王女士", {"DESCRIPTION": "项目：日式美睫"}, ("王女士", "日式美睫", "小雨")),
            ("日式美睫自然款 王女士", {}, ("王女士", "日式美睫", "小雨")),
            ("王女士 13812345678 法式美甲", {}, ("王女士", "法式美甲", "小雨")),
            ("法式美甲 138 1234 5678", {}, ("138 1234 5678", "法式美甲", "小雨")),
        ],
    )
    def test_names_are_found(
        self, shop: Salon, summary: str, more: dict[str, str], wanted: tuple[str, str, str]
    ) -> None:
        shop.take(shop.ics(event(SUMMARY=summary, **more)))
        assert [row[2:] for row in shop.diary()] == [wanted]

    def test_a_number_says_who_it_is_whatever_the_name(self, shop: Salon) -> None:
        shop.customer("王晓梅", "13812345678")
        report = shop.take(shop.ics(event(DESCRIPTION="电话 138-1234-5678\\n靠窗")))
        assert (report.dates[0].customer, report.dates[0].new_customer) == ("王晓梅", False)
        assert shop.desk.file.value("SELECT note FROM appointment") == "靠窗"

    def test_a_known_name_with_another_number_is_somebody_else(self, shop: Salon) -> None:
        shop.customer("王女士", "13812345678")
        report = shop.take(shop.ics(event(DESCRIPTION="13987654321")))
        assert report.dates[0].new_customer
        assert shop.desk.file.value("SELECT count(*) FROM customer") == 2

    def test_two_of_one_name_are_asked_about(self, shop: Salon) -> None:
        shop.customer("王女士", "13812345678")
        shop.customer("王女士", "13987654321")
        (unused,) = shop.take(shop.ics(event())).unused
        assert (unused.reason_code, unused.facts["count"]) == ("several_customers", 2)

    def test_two_services_share_the_time(self, shop: Salon) -> None:
        shop.take(shop.ics(event(SUMMARY="王女士 法式美甲+手部护理", end="20250825T120000")))
        assert [(start, end, what) for start, end, _, what, _ in shop.diary()] == [
            ("08-25T10:00", "11:00", "法式美甲"),
            ("08-25T11:00", "12:00", "手部护理"),
        ]

    def test_the_owner_says_what_and_who(self, shop: Salon) -> None:
        choice = CalendarChoice(shop.id("worker", "Momo"), shop.id("service", "手部护理"))
        shop.take(shop.ics(event(SUMMARY="王女士")), choice=choice)
        assert shop.diary() == [("08-25T10:00", "11:00", "王女士", "手部护理", "Momo")]

    def test_a_calendar_called_by_a_workers_name_is_that_workers(self, shop: Salon) -> None:
        shop.take(shop.ics(event(), head="X-WR-CALNAME:小满美甲 · 阿琳"))
        assert shop.diary()[0][4] == "阿琳"

    def test_whoever_is_free_does_it_and_nobody_twice(self, shop: Salon) -> None:
        files = shop.ics(*(event(f"{n}@other", SUMMARY=f"客{n} 法式美甲") for n in range(4)))
        report = shop.take(files)
        assert [row[4] for row in shop.diary()] == ["Momo", "小雨", "阿琳"]
        (unused,) = report.unused
        assert (unused.reason_code, unused.facts["customer"]) == ("clash", "客0")

    def test_squeezed_in_only_when_said(self, shop: Salon) -> None:
        shop.book("李悦", dt.datetime(2025, 8, 25, 10))
        file = shop.ics(event())
        mine = CalendarChoice(worker_id=shop.id("worker", "小雨"))
        assert reasons(shop.look(file, choice=mine)) == ["clash"]
        squeeze = CalendarChoice(worker_id=shop.id("worker", "小雨"), squeeze=True)
        report = shop.take(file, choice=squeeze)
        assert report.dates[0].squeezed
        assert shop.desk.file.value("SELECT squeezed FROM appointment_line ORDER BY id DESC LIMIT 1") == 1

    def test_a_time_outside_the_hours_is_taken_and_said(self, shop: Salon) -> None:
        report = shop.take(shop.ics(event(start="20250825T040000", end="20250825T050000")))
        (row,) = report.dates
        assert (row.result, row.off_shift, row.squeezed) == ("added", True, False)

    def test_who_does_not_do_it_is_not_given_it(self, shop: Salon) -> None:
        service = shop.id("service", "法式美甲")
        shop.desk.catalog.edit_service(
            service, ServiceDraft("法式美甲", minutes=60, worker_ids=(shop.id("worker", "阿琳"),))
        )
        usual = CalendarChoice(worker_id=shop.id("worker", "Momo"))
        shop.take(shop.ics(event()), choice=usual)
        assert shop.diary()[0][4] == "阿琳"
        assert reasons(shop.take(shop.ics(event("2", SUMMARY="王女士 法式美甲 Momo")))) == [
            "not_their_service"
        ]
