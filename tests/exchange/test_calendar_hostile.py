"""Calendar files as they must not be: cut off, garbled, huge, or made to break something."""

from __future__ import annotations

import datetime as dt
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_desk.core.errors import DeskError
from merchant_desk.db.health import check
from merchant_desk.exchange.calendar_file import MOST_EVENTS
from merchant_desk.exchange.imports import ImportActs, preview
from tests.exchange.calendars import Salon, event
from tests.exchange.files import SAMPLES, snapshot

SAMPLE = SAMPLES / "预约.ics"


def raw(shop: Salon, data: bytes, name: str = "x.ics") -> Path:
    path = shop.folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5"]
)
def test_every_encoding_is_read(shop: Salon, encoding: str) -> None:
    many = [event(f"{n}@x", f"202508{25 + n}T100000", f"202508{25 + n}T110000") for n in range(3)]
    text = "\r\n".join(["BEGIN:VCALENDAR", *many, "END:VCALENDAR", ""])
    if encoding == "big5":
        text = text.replace("法式美甲", "法式美甲 預約時間")
    report = shop.take(raw(shop, text.encode(encoding)))
    assert report.unused == ()
    assert {row[2] for row in shop.diary()} <= {"王女士", "王女士 預約時間"}
    assert len(shop.diary()) == 3


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_every_line_end_is_one(shop: Salon, newline: str) -> None:
    text = newline.join(["BEGIN:VCALENDAR", *event().splitlines(), "END:VCALENDAR", ""])
    assert shop.take(raw(shop, text.encode())).added == 1


def test_a_file_that_breaks_off_gives_what_is_whole(shop: Salon) -> None:
    data = SAMPLE.read_bytes()
    cut = data[: data.index("郭萌".encode()) + 4]  # in the middle of a character
    report = shop.look(raw(shop, cut))
    assert report.unused[0].reason_code == "cut_off"
    assert report.added + len(report.unused) - 1 == 10 + 3 + 3
    assert shop.take(raw(shop, cut[:-1])).unused[0].reason_code == "cut_off"


@pytest.mark.parametrize(
    ("broken", "added", "code"),
    [
        ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:甲 法式美甲\r\n", 1, "cut_off"),
        ("BEGIN:VEVENT\r\nEND:VEVENT\r\n", 1, "no_start"),
        ("END:VEVENT\r\nEND:VALARM\r\nEND:VCALENDAR\r\n", 1, ""),
        ("BEGIN:VTODO\r\nDTSTART:20250801T100000\r\nEND:VTODO\r\n", 1, ""),
        ("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n", 1, ""),
        ("no colon at all\r\n;;;===\r\n:\r\n\x01\x02\r\n", 1, ""),
        ("BEGIN:VFREEBUSY\r\nBEGIN:VFREEBUSY\r\nBEGIN:VFREEBUSY\r\n", 1, ""),
    ],
)
def test_one_broken_part_spoils_no_other(shop: Salon, broken: str, added: int, code: str) -> None:
    text = f"BEGIN:VCALENDAR\r\n{broken}{event()}\r\nEND:VCALENDAR\r\n"
    report = shop.take(raw(shop, text.encode()))
    assert report.added == added
    assert [row.reason_code for row in report.unused] == ([code] if code else [])


def test_alarms_inside_an_event_are_not_the_event(shop: Salon) -> None:
    alarm = ["BEGIN:VALARM", "DESCRIPTION:提醒", "SUMMARY:别的", "DTSTART:19990101T000000", "END:VALARM"]
    text = event().replace("END:VEVENT", "\r\n".join([*alarm, "END:VEVENT"]))
    shop.take(shop.ics(text))
    assert [row[2] for row in shop.diary()] == ["王女士"]
    assert shop.desk.file.value("SELECT note FROM appointment") == ""


def test_zero_bytes_and_control_characters_are_passed_over(shop: Salon) -> None:
    data = shop.ics(event(SUMMARY="王\x07女士 法式美甲")).read_bytes()
    assert shop.take(raw(shop, data.replace(b"DTEND", b"\x00\x00DTEND"))).added == 1
    assert shop.diary()[0][2] == "王女士"


def test_a_calendar_by_another_name_is_one_and_another_file_by_its_name_is_none(shop: Salon) -> None:
    assert shop.take(shop.ics(event(), name="calendar.txt")).added == 1
    for data, code in [(b"", "empty_file"), (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "empty_file")]:
        refusal = preview(shop.desk.file, [raw(shop, data)]).files[0].refusal
        assert refusal is not None
        assert (refusal.code, refusal.facts["file"]) == (code, "x.ics")
    refusal = preview(shop.desk.file, [raw(shop, b"%PDF-1.4", "y.ics")]).files[0].refusal
    assert refusal is not None
    assert refusal.code == "not_what_its_name_says"


def test_one_uid_twice_is_one_appointment(shop: Salon) -> None:
    newer = event(start="20250826T100000", end="20250826T110000", SEQUENCE="3")
    report = shop.take(shop.ics(newer, event(SEQUENCE="1")))
    assert (report.added, [row[0] for row in shop.diary()]) == (1, ["08-26T10:00"])


def test_events_without_a_uid_are_known_again(shop: Salon) -> None:
    text = event().replace("UID:1@other\r\n", "")
    shop.take(shop.ics(text))
    assert shop.take(shop.ics(text)).known == 1


def test_a_foreign_uid_that_looks_like_ours_is_foreign(shop: Salon) -> None:
    uid = "01a20a87-5a18-726b-8d9f-441a4382f412@merchant-desk"
    file = shop.ics(event(uid, X_MERCHANT_DESK_ID="no such id"))
    assert shop.take(file).added == 1
    assert shop.take(file).known == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=DAILY;COUNT=999999",
        "FREQ=WEEKLY;INTERVAL=99999;COUNT=999999",
        "FREQ=WEEKLY;BYDAY=99MO",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
    ],
)
def test_rules_made_to_run_for_ever_end(shop: Salon, rule: str) -> None:
    started = time.process_time()
    report = shop.take(shop.ics(event(RRULE=rule, start="20250826T100000", end="20250826T110000")))
    assert report.added <= 400
    assert time.process_time() - started < 10


def test_far_exceptions_of_a_series_are_refused_by_name(shop: Salon) -> None:
    zoned = "TZID=Asia/Tokyo:20250825T100000"
    report = shop.take(
        shop.ics(
            event(start=zoned, end="20250825T030000Z", RRULE="FREQ=DAILY;COUNT=3", EXDATE="99991231T235900Z")
        )
    )
    assert [row.reason_code for row in report.unused] == ["out_of_range"]


def test_a_line_without_end_is_cut(shop: Salon) -> None:
    report = shop.take(shop.ics(event(DESCRIPTION="长" * 3_000_000)))
    assert report.added == 1
    assert shop.desk.file.value("SELECT length(note) FROM appointment") == 2000


def test_too_many_events_are_refused_at_once(shop: Salon) -> None:
    data = (
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * (MOST_EVENTS + 1) + b"END:VCALENDAR\r\n"
    )
    with pytest.raises(DeskError, match="too_large"):
        shop.take(raw(shop, data))


def many(count: int) -> str:
    first = dt.datetime(2025, 8, 25)
    made = []
    for number in range(count):
        start = first + dt.timedelta(minutes=20 * (number // 3))
        end = start + dt.timedelta(minutes=20)
        made.append(
            f"BEGIN:VEVENT\r\nUID:{number}@many\r\nDTSTART:{start:%Y%m%dT%H%M%S}\r\nDTEND:{end:%Y%m%dT%H%M%S}\r\n"
            f"SUMMARY:客{number % 50} 法式美甲\r\nEND:VEVENT\r\n"
        )
    return "BEGIN:VCALENDAR\r\n" + "".join(made) + "END:VCALENDAR\r\n"


@pytest.mark.parametrize("after", [0, 3, 9, 14])
def test_a_long_file_is_told_of_and_can_be_stopped_anywhere(shop: Salon, after: int) -> None:
    file = raw(shop, many(900).encode())
    before = snapshot(shop.desk.file)
    asked = iter(range(10_000))
    told: list[tuple[int, int]] = []
    with pytest.raises(DeskError, match="cancelled"):
        ImportActs(shop.desk.file).run(
            [file], lambda done, of: told.append((done, of)), lambda: next(asked) >= after
        )
    assert len(told) == after
    assert snapshot(shop.desk.file) == before


def test_progress_goes_from_nothing_to_all(shop: Salon) -> None:
    told: list[tuple[int, int]] = []
    file = raw(shop, many(500).encode())
    ImportActs(shop.desk.file).run([file], lambda done, of: told.append((done, of)), dry_run=True)
    assert told[0] == (0, 1000)
    assert told[-1] == (1000, 1000)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_dates_shown_are_bounded_and_the_counts_are_not(shop: Salon) -> None:
    report = shop.look(raw(shop, many(1200).encode()))
    assert (report.added, len(report.dates)) == (1200, 1000)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 2**32), where=st.floats(0, 1), how=st.sampled_from(["drop", "flip", "swap", "cut"])
)
def test_no_damage_breaks_it(shop: Salon, seed: int, where: float, how: str) -> None:
    """Whatever happens to the bytes, the answer is a report or a refusal, and the shop stays whole."""
    dice = random.Random(seed)
    data = bytearray(SAMPLE.read_bytes())
    at = int(where * (len(data) - 2))
    if how == "drop":
        del data[at : at + dice.randint(1, 200)]
    elif how == "cut":
        del data[at:]
    elif how == "flip":
        for _ in range(20):
            data[dice.randrange(len(data))] = dice.randrange(256)
    else:
        lines = bytes(data).split(b"\r\n")
        dice.shuffle(lines)
        data = bytearray(b"\r\n".join(lines))
    plan = preview(shop.desk.file, [raw(shop, bytes(data))])
    assert (plan.files[0].report is None) != (plan.files[0].refusal is None)
    assert check(shop.desk.file) == []
