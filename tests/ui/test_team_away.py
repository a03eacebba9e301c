"""Time off and dates of a worker on screen: noted, repeated, taken back, and what is booked in them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from merchant_desk.catalog.model import ServiceDraft, Terms
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.team import store
from merchant_desk.team.model import DateHours, WorkerChange
from merchant_desk.team.ui.away_section import AwayLine, AwaySection
from merchant_desk.team.ui.worker_sheet import WorkerSheet
from tests.ui.keys import type_text
from tests.ui.plain_text import texts
from tests.ui.salon import Salon
from tests.ui.test_team_weeks import press, show

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TODAY = dt.date(2025, 8, 20)
TUESDAY = dt.date(2025, 8, 26)
ONE_DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def yu(salon: Salon) -> str:
    return salon.worker("小雨")


def away_of(frame: Frame, qtbot: QtBot, worker_id: str) -> tuple[WorkerSheet, AwaySection]:
    sheet = show(WorkerSheet(frame, worker_id, "away"), qtbot)
    assert sheet.away is not None
    return sheet, sheet.away


def starts(desk: Desk, worker_id: str, days: int = 60) -> list[dt.datetime]:
    found = store.away(desk.file, TODAY, TODAY + dt.timedelta(days=days), worker_id)
    return [one.span.start for one in found.get(worker_id, [])]


def test_every_tuesday_afternoon_until_a_day(page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot) -> None:
    sheet, away = away_of(page_frame, qtbot, yu)
    box = away.off
    box.first.set_day(TUESDAY)
    QTest.keyClick(box.part, Key.Key_Space)
    box.start.set_value(dt.time(14))
    box.end.set_value(dt.time(18))
    box.repeat.setFocus()
    QTest.keyClick(box.repeat, Key.Key_Down)
    assert box.repeat.key() == "week"
    QTest.keyClick(box.ends, Key.Key_Space)
    box.until.set_day(dt.date(2025, 9, 9))
    box.reason.setFocus()
    type_text(box.reason, "培训")
    QTest.keyClick(box.reason, Key.Key_Return)
    first = dt.datetime(2025, 8, 26, 14)
    assert starts(desk, yu) == [first, first + WEEK, first + 2 * WEEK]
    assert "Every week on Tuesday 14:00–18:00, until 9 Sep" in texts(sheet)
    assert not box.reason.isUndoAvailable(), "Ctrl+Z takes back what was noted, not the field's text"
    assert not sheet.dirty()


def test_the_thirty_first_of_each_month_says_what_short_months_do(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    _, away = away_of(page_frame, qtbot, yu)
    away.off.first.set_day(dt.date(2025, 8, 31))
    away.off.repeat.setFocus()
    QTest.keyClick(away.off.repeat, Key.Key_End)
    QTest.keyClick(away.off.repeat, Key.Key_Up)
    assert away.off.repeat.key() == "month"
    assert "Where there is no day 31, it is the last of the month." in texts(away)
    QTest.mouseClick(away.off.add, LEFT)
    assert [at.date().isoformat() for at in starts(desk, yu, 80)] == [
        "2025-08-31",
        "2025-09-30",
        "2025-10-31",
    ]
    assert "Every month on the 31st, or the last day of a shorter month" in texts(away)


def test_one_time_is_taken_back_and_the_rest_ended(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    first = dt.datetime.combine(TUESDAY, dt.time(14))
    desk.team.add_time_off(yu, first, first + ONE_DAY / 6, "培训", "FREQ=WEEKLY;BYDAY=TU")
    _, away = away_of(page_frame, qtbot, yu)

    def line() -> AwayLine:
        found = away.lines[0]
        assert isinstance(found, AwayLine)
        return found

    line().more.setFocus()
    QTest.keyClick(line().more, Key.Key_Return)
    chips = line().times.chips()
    assert [chip.text() for chip in chips][:2] == ["26 Aug", "2 Sep"]
    QTest.mouseClick(chips[1], LEFT)
    assert starts(desk, yu, 20) == [first, first + 2 * WEEK]
    assert [chip.text() for chip in line().times.chips()][:2] == ["26 Aug", "9 Sep"]
    line().day.set_day(dt.date(2025, 9, 16))
    QTest.mouseClick(line().end, LEFT)
    assert starts(desk, yu) == [first, first + 2 * WEEK]
    desk.undo()
    assert len(starts(desk, yu)) > 2
    line().day.set_day(dt.date(1900, 1, 1))
    QTest.mouseClick(line().end, LEFT)
    assert "too far away" in line()._day.error.text()
    QTest.mouseClick(line().remove, LEFT)
    assert starts(desk, yu) == []
    assert "Nothing noted from today on." in texts(away)


def test_what_is_booked_in_it_is_told_before_and_stays(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    salon.book("王女士", 11, day=TUESDAY)
    salon.book("李悦", 15, day=TUESDAY + WEEK)
    salon.book("何静", 11, day=TUESDAY, worker="阿琳")
    _, away = away_of(page_frame, qtbot, yu)
    assert not away.off.booked.isVisible()
    away.off.first.set_day(TUESDAY)
    qtbot.waitUntil(away.off.booked.isVisible)
    assert away.off.booked.names.text() == "王女士 26 Aug 11:00"
    assert away.off.booked.text.text().startswith("1 ")
    away.off.repeat.choose("week")
    away.off.repeat.chosen.emit("week")
    assert away.off.booked.names.text() == "王女士 26 Aug 11:00, 李悦 2 Sep 15:00"
    QTest.mouseClick(away.off.add, LEFT)
    assert len(salon.lines()) == 3


def test_time_off_noted_twice_is_refused_in_words(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    start = dt.datetime.combine(TUESDAY, dt.time())
    desk.team.add_time_off(yu, start, start + 3 * ONE_DAY)
    _, away = away_of(page_frame, qtbot, yu)
    away.off.first.set_day(TUESDAY)
    QTest.mouseClick(away.off.add, LEFT)
    assert away.off._last.error.text().startswith("小雨 is away from 26 Aug 00:00 to 29 Aug 00:00 already")
    away.off.first.set_day(dt.date(1900, 2, 28))
    QTest.mouseClick(away.off.add, LEFT)
    assert "28 February 1900 is too far away" in away.off._first.error.text()


def test_a_date_with_two_stretches_then_off_then_as_usual(
    page_frame: Frame, desk: Desk, salon: Salon, yu: str, qtbot: QtBot
) -> None:
    salon.book("王女士", 14, day=TUESDAY)
    sheet, away = away_of(page_frame, qtbot, yu)
    press(away, "Other hours on a date")
    box = away.date
    box.day.set_day(TUESDAY)
    assert "Tuesday, usually 10:00–21:00" in texts(away)
    box.rows[0].end.set_value(dt.time(13))
    QTest.mouseClick(box.more, LEFT)
    box.rows[1].start.set_value(dt.time(16))
    box.rows[1].end.set_value(dt.time(20))
    qtbot.waitUntil(box.booked.isVisible)
    assert box.booked.names.text() == "王女士 26 Aug 14:00"
    QTest.mouseClick(box.add, LEFT)
    noted = store.dates(desk.file, yu, TODAY)
    assert noted == [DateHours(TUESDAY, (("10:00", "13:00"), ("16:00", "20:00")))]
    assert {"26 Aug Tue", "10:00–13:00, 16:00–20:00"} <= set(texts(sheet))
    press(box, "Off")
    QTest.mouseClick(box.add, LEFT)
    assert store.dates(desk.file, yu, TODAY) == [DateHours(TUESDAY, ())]
    (usual,) = (
        one
        for one in away.findChildren(QToolButton)
        if one.isVisible() and one.accessibleName() == "Usual hours again on 26 Aug Tue"
    )
    usual.setFocus()
    QTest.keyClick(usual, Key.Key_Return)
    assert store.dates(desk.file, yu, TODAY) == []
    assert len(salon.lines()) == 1


def test_a_night_on_a_date_is_noted_for_both_days(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    _, away = away_of(page_frame, qtbot, yu)
    press(away, "Other hours on a date")
    box = away.date
    box.day.set_day(TUESDAY)
    box.rows[0].start.set_value(dt.time(20))
    box.rows[0].end.set_value(dt.time(2))
    assert "20:00–02:00: goes on after midnight. What comes then is noted for 27 Aug." in texts(away)
    QTest.mouseClick(box.add, LEFT)
    night = store.working_spans(desk.file, TUESDAY, TUESDAY + ONE_DAY)[yu]
    assert [(span.start.hour, span.end.hour) for span in night] == [(20, 2), (10, 21)]
    desk.undo()
    assert store.dates(desk.file, yu, TODAY) == []


def test_hours_that_cannot_be_are_said_and_stay_typed(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    _, away = away_of(page_frame, qtbot, yu)
    press(away, "Other hours on a date")
    box = away.date
    box.rows[0].end.set_value(dt.time(10))
    QTest.mouseClick(box.add, LEFT)
    assert "The end must be after the start." in texts(away)
    box.rows[0].start.set_value(dt.time(18))
    QTest.mouseClick(box.add, LEFT)
    assert "A day's hours end at midnight. Split them over the two days." in texts(away)
    assert box.rows[0].hours() == ("18:00", "10:00")
    box.day.set_day(dt.date(1900, 1, 1))
    QTest.mouseClick(box.add, LEFT)
    assert "1 January 1900 is too far away. Check the year." in texts(away)
    assert store.dates(desk.file, yu, dt.date.min) == []


def test_a_closed_shop_is_said_where_extra_work_is_noted(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    desk.shop.close_days(TUESDAY, TUESDAY, "盘点")
    _, away = away_of(page_frame, qtbot, yu)
    press(away, "Other hours on a date")
    away.date.day.set_day(TUESDAY)
    assert any("The shop is closed that day" in text for text in texts(away))


def test_the_focus_stays_where_one_was_noting_and_never_goes_to_the_way_out(
    page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot
) -> None:
    _, away = away_of(page_frame, qtbot, yu)
    away.off.repeat.choose("week")
    away.off.add.setFocus()
    QTest.keyClick(away.off.add, Key.Key_Space)
    assert away.off.reason.hasFocus()
    line = away.lines[0]
    assert isinstance(line, AwayLine)
    line.more.setFocus()
    QTest.keyClick(line.more, Key.Key_Space)
    line = away.lines[0]
    assert isinstance(line, AwayLine)
    chip = line.times.chips()[1]
    chip.setFocus()
    QTest.mouseClick(chip, LEFT)
    line = away.lines[0]
    assert isinstance(line, AwayLine)
    assert line.more.hasFocus()
    line.remove.setFocus()
    QTest.keyClick(line.remove, Key.Key_Space)
    assert starts(desk, yu) == []
    assert away.off.reason.hasFocus()
    away.kind.choose("date")
    away._turn("date")
    away.date.add.setFocus()
    QTest.keyClick(away.date.add, Key.Key_Space)
    assert away.date.day.hasFocus()


def test_undo_with_the_sheet_open_is_seen_in_it(page_frame: Frame, desk: Desk, yu: str, qtbot: QtBot) -> None:
    cut = desk.catalog.add_service(ServiceDraft(name="修甲", minutes=30, price=50_00))
    desk.save_worker(yu, WorkerChange("小雨雨"), {cut: Terms(88_00, None)})
    sheet, _ = away_of(page_frame, qtbot, yu)
    assert sheet.follows, "or Ctrl+Z would do nothing"
    assert sheet.terms.rows[cut].price.text() == "88"
    desk.undo()
    assert (sheet.name.text(), sheet.terms.rows[cut].price.text()) == ("小雨", "")
    assert not sheet.dirty()
