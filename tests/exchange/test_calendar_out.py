"""Calendar files given out: what the standard asks, what calendars need, the way back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event, Timezone

from merchant_desk.appointments import store
from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.core.errors import DeskError
from merchant_desk.db import history
from merchant_desk.exchange.calendar_out import CalendarWish, calendar, save_calendar
from merchant_desk.exchange.calendar_zones import vtimezone
from tests.exchange.calendars import UTC_NOW, YEAR, Salon, salon
from tests.exchange.files import SAMPLES, snapshot

LONG = "喜欢靠窗，" * 30 + "怕疼; 对胶水过敏, 见 C:\\note\n第二行"


def events(data: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(data.decode()).walk("VEVENT") if isinstance(event, Event)]


def begins(event: Event) -> dt.datetime:
    start = event.start
    assert isinstance(start, dt.datetime)
    return start


def at(hour: int, day: int = 21) -> dt.datetime:
    return dt.datetime(2025, 8, day, hour)


def test_an_appointment_is_an_event_that_any_calendar_reads(shop: Salon) -> None:
    made = shop.book("王女士", at(14), note="靠窗")
    (event,) = events(shop.give().data)
    assert str(event["uid"]) == f"{made}@merchant-desk"
    assert event.start == dt.datetime(2025, 8, 21, 14, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert event.end - event.start == dt.timedelta(hours=1)
    assert (str(event["summary"]), str(event["description"])) == ("王女士 · 法式美甲 · 小雨", "靠窗")
    assert (event["sequence"], str(event["status"])) == (0, "TENTATIVE")
    assert event.DTSTAMP == UTC_NOW
    assert event.LAST_MODIFIED == UTC_NOW


def test_lines_are_folded_at_75_bytes_and_end_as_they_must(shop: Salon) -> None:
    shop.book("王女士", at(14), note=LONG)
    data = shop.give().data
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    data.decode("utf-8")
    for line in data.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut in two
    (event,) = events(data)
    assert str(event["description"]) == LONG
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert r"怕疼\; 对胶水过敏\, 见 C:\\note\n第二行" in unfolded


def test_states_are_told(shop: Salon) -> None:
    ids = [shop.book(name, at(10 + hour)) for hour, name in enumerate(["甲", "乙", "丙", "丁"])]
    shop.desk.appointments.confirm(ids[1])
    shop.desk.appointments.cancel(ids[2], "customer", "病了")
    shop.desk.file.clock.set(at(15))  # type: ignore[attr-defined]
    shop.desk.appointments.no_show(ids[3])
    told = {str(event["uid"])[:36]: event for event in events(shop.give().data)}
    assert [str(told[one]["status"]) for one in ids] == ["TENTATIVE", "CONFIRMED", "CANCELLED", "CANCELLED"]
    assert [told[one]["sequence"] for one in ids] == [0, 1, 1, 1]
    assert shop.give().cancelled == 2


def test_every_change_raises_the_sequence_and_so_does_undo(shop: Salon) -> None:
    made = shop.book("王女士", at(14))
    seen = []
    shop.desk.appointments.move(made, at(15))
    seen.append(events(shop.give().data)[0]["sequence"])
    history.undo(shop.desk.file)
    seen.append(events(shop.give().data)[0]["sequence"])
    assert seen == [1, 2]


def test_a_visit_with_two_workers_is_one_event_for_the_shop_and_each_ones_part(shop: Salon) -> None:
    made = shop.book(
        "王女士", at(14), ("法式美甲", "小雨"), ("日式美睫", "阿琳"), ("手部护理", "小雨"), note="急"
    )
    (whole,) = events(shop.give().data)
    assert whole.end - whole.start == dt.timedelta(hours=3)
    assert str(whole["description"]).splitlines() == [
        "14:00-15:00 · 法式美甲 · 小雨",
        "15:00-16:00 · 日式美睫 · 阿琳",
        "16:00-17:00 · 手部护理 · 小雨",
        "急",
    ]
    worker = shop.id("worker", "小雨")
    mine = events(shop.give("小雨").data)
    assert [(begins(event).hour, str(event["summary"])) for event in mine] == [
        (14, "王女士 · 法式美甲"),
        (16, "王女士 · 手部护理"),
    ]
    assert [str(event["uid"]) for event in mine] == [
        f"{made}.{worker}@merchant-desk",
        f"{made}.{worker}.2@merchant-desk",
    ]
    assert events(shop.give("Momo").data) == []


def test_what_another_worker_does_now_is_called_off_in_the_former_ones_calendar(shop: Salon) -> None:
    yu, lin = shop.id("worker", "小雨"), shop.id("worker", "阿琳")
    made = shop.book("王女士", at(14))
    shop.desk.appointments.move(made, at(16), lin)
    (gone,) = events(shop.give("小雨").data)
    assert (str(gone["uid"]), str(gone["status"])) == (f"{made}.{yu}@merchant-desk", "CANCELLED")
    assert (gone["sequence"], begins(gone).hour) == (1, 14)
    assert shop.give("小雨").cancelled == 1
    (mine,) = events(shop.give("阿琳").data)
    assert (str(mine["uid"]), str(mine["status"])) == (f"{made}.{lin}@merchant-desk", "TENTATIVE")
    # Taken back, it is the former one's again, and what the other had is called off.
    history.undo(shop.desk.file)
    (mine,) = events(shop.give("小雨").data)
    assert (str(mine["status"]), mine["sequence"], begins(mine).hour) == ("TENTATIVE", 2, 14)
    (gone,) = events(shop.give("阿琳").data)
    assert (str(gone["status"]), gone["sequence"], begins(gone).hour) == ("CANCELLED", 2, 16)
    assert shop.give("Momo").events == 0


def test_the_part_of_a_visit_that_was_taken_away_or_left_out_is_called_off(shop: Salon) -> None:
    yu = shop.id("worker", "小雨")
    made = shop.book("王女士", at(14), ("法式美甲", "小雨"), ("日式美睫", "阿琳"), ("手部护理", "小雨"))
    found = store.appointment(shop.desk.file, made)
    assert found is not None
    lines = tuple(LineDraft(one.service_id, one.worker_id, one.start, one.minutes) for one in found.lines)
    shop.desk.appointments.edit(made, AppointmentDraft(found.customer_id, lines[:2]))
    told = {str(one["uid"]): one for one in events(shop.give("小雨").data)}
    assert {uid: str(one["status"]) for uid, one in told.items()} == {
        f"{made}.{yu}@merchant-desk": "TENTATIVE",
        f"{made}.{yu}.2@merchant-desk": "CANCELLED",
    }
    before = snapshot(shop.desk.file)
    report = shop.take(shop.give_file("小雨"))
    assert (report.added, report.updated, report.unused) == (0, 0, ())
    assert snapshot(shop.desk.file) == before


def test_names_can_be_left_out(shop: Salon) -> None:
    shop.book("王女士", at(14), note="王女士怕疼", address="湖滨路 8 号")
    data = shop.give(names=False).data.decode().replace("\r\n ", "")
    assert "王女士" not in data
    assert "湖滨" not in data
    assert "SUMMARY:法式美甲 · 小雨" in data
    assert "LOCATION:湖滨路 8 号" in shop.give().data.decode().replace("\r\n ", "")


def test_a_period_holds_both_its_days_and_no_more(shop: Salon) -> None:
    for day in (20, 21, 22, 23):
        shop.book(f"客{day}", at(18, day))
    told = calendar(shop.desk.file, CalendarWish(dt.date(2025, 8, 21), dt.date(2025, 8, 22)), UTC_NOW)
    assert told.events == 2
    with pytest.raises(DeskError, match="bad_period"):
        calendar(shop.desk.file, CalendarWish(dt.date(2025, 8, 22), dt.date(2025, 8, 21)), UTC_NOW)


@pytest.mark.parametrize("worker", ["", "小雨", "阿琳"])
@pytest.mark.parametrize("names", [True, False])
def test_our_own_file_changes_nothing(shop: Salon, worker: str, names: bool) -> None:
    shop.book("王女士", at(14), ("法式美甲", "小雨"), ("日式美睫", "阿琳"), note=LONG)
    moved = shop.book("李悦", at(18))
    shop.desk.appointments.move(moved, at(19), shop.id("worker", "阿琳"))
    gone = shop.book("陈晓", at(11))
    shop.desk.appointments.cancel(gone, "shop", "")
    shop.take(SAMPLES / "预约.ics")
    before = snapshot(shop.desk.file)
    report = shop.take(shop.give_file(worker, names=names))
    assert (report.added, report.updated, report.unused) == (0, 0, ())
    assert report.known == shop.give(worker).events
    assert snapshot(shop.desk.file) == before


def test_what_was_imported_keeps_its_uid_and_dates_of_a_series_get_their_own(shop: Salon) -> None:
    sample = Calendar.from_ical((SAMPLES / "预约.ics").read_bytes())
    shop.take(SAMPLES / "预约.ics")
    theirs = {str(one["uid"]) for one in sample.walk("VEVENT") if "RRULE" not in one}
    known = {str(one["uid"]) for one in events(shop.give().data)}
    assert len(known) == shop.give().events, "no UID comes twice"
    named = {str(one["uid"]) for one in sample.walk("VEVENT") if "双人" in str(one["summary"])}
    assert theirs - named <= known
    assert all(uid in theirs or uid.endswith("@merchant-desk") for uid in known)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Australia/Sydney", "Europe/London"])
def test_the_zone_is_defined_as_it_is(tmp_path: Path, zone: str) -> None:
    written = vtimezone(zone, dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    read = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + written.to_ical() + b"END:VCALENDAR\r\n").walk(
        "VTIMEZONE"
    )
    assert isinstance(read[0], Timezone)
    tz, real = read[0].to_tz(), ZoneInfo(zone)
    hour = dt.datetime(2025, 1, 1)
    while hour < dt.datetime(2026, 6, 1):
        told, wanted = hour.replace(tzinfo=tz).utcoffset(), hour.replace(tzinfo=real).utcoffset()
        twice = hour.replace(tzinfo=real, fold=1).utcoffset() != wanted
        assert told == wanted or twice, hour
        hour += dt.timedelta(hours=1)


def test_a_clock_change_does_not_move_appointments(tmp_path: Path) -> None:
    shop = salon(tmp_path, "America/New_York")
    shop.book("Ana", dt.datetime(2025, 10, 31, 14))
    shop.book("Bea", dt.datetime(2025, 11, 3, 14))
    told = [begins(event) for event in events(shop.give().data)]
    assert [one.replace(tzinfo=None).hour for one in told] == [14, 14]
    assert [one.utcoffset() for one in told] == [dt.timedelta(hours=-4), dt.timedelta(hours=-5)]
    shop.desk.file.close()


def test_a_file_is_written_whole_or_not_at_all(shop: Salon, tmp_path: Path) -> None:
    shop.book("王女士", at(14))
    kept = tmp_path / "kept.ics"
    kept.write_text("before")
    with pytest.raises(DeskError, match="cannot_write"):
        save_calendar(tmp_path / "nowhere" / "a.ics", shop.give())
    with pytest.raises(DeskError, match="cannot_write"):
        save_calendar(shop.desk.file.path, shop.give())
    save_calendar(kept, shop.give())
    assert kept.read_bytes() == shop.give().data
    assert list(tmp_path.glob(".*")) == []
    assert YEAR[0].year == 2025
