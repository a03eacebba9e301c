"""Weeks, months and rooms on the Desk, by mouse and keyboard, on a real shop."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.model import AppointmentDraft, LineDraft
from merchant_desk.appointments.ui import desk_menu
from merchant_desk.appointments.ui.board_geometry import GUTTER, HEADER
from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.desk_menu import Entry
from merchant_desk.appointments.ui.jump_box import JumpBox
from merchant_desk.appointments.ui.month_view import MonthView
from merchant_desk.catalog.model import PlaceDraft
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.widgets.buttons import Button
from tests.ui.salon import DAY, Bench, Hands, Salon, at, move, settle

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MON, TUE, WED, THU, FRI = range(5)


def on(days: int) -> dt.date:
    """So many days from Wednesday, the clock's today."""
    return DAY + dt.timedelta(days=days)


class Diary(Bench):
    """The window with the Desk in it, and points of whatever it shows."""

    def at(self, column: int, hour: float, down: int = 4, aside: float = 0.5) -> QPoint:
        """The viewport point of a column at a time."""
        grid, bar = self.board.grid, self.board.verticalScrollBar()
        assert grid is not None
        if not 0 < grid.y(hour * 60) - bar.value() < self.board.viewport().height() - 120:
            bar.setValue(round(grid.y(hour * 60) - 200))
        x = GUTTER + (column + aside) * grid.column_width - self.board.horizontalScrollBar().value()
        return QPoint(round(x), round(HEADER + grid.y(hour * 60) - bar.value()) + down)

    def month(self) -> MonthView:
        """The month on the screen."""
        (found,) = self.desk_page.findChildren(MonthView)
        assert found.isVisible()
        return found

    def squeeze(self) -> Button:
        """The newest notice's button that squeezes in."""
        toast = self.toasts.shown()[-1]
        (found,) = [button for button in toast.findChildren(Button) if button.text() == "Squeeze in"]
        return found


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def open_diary(page_frame: Frame, qtbot: QtBot) -> Callable[[], Diary]:
    """Opens the window once the shop is prepared."""
    return lambda: Diary(page_frame, qtbot)


def starts(salon: Salon) -> list[tuple[str, str, str]]:
    """(customer, worker, start) of every line in the file."""
    rows = salon.desk.file.all(
        "SELECT customer.name AS customer, worker.name AS worker, line.start FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN customer ON customer.id = appointment.customer_id"
        " JOIN worker ON worker.id = line.worker_id ORDER BY line.start, line.seq"
    )
    return [(row["customer"], row["worker"], row["start"]) for row in rows]


def acts(salon: Salon) -> int:
    """How many acts the file's history holds."""
    return int(salon.desk.file.value("SELECT count(*) FROM act"))


# ---- a week


def test_a_week_shows_seven_days_and_everybody(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 16, "阿琳", day=on(2))
    salon.book("赵敏", 16, "Momo", day=on(7))
    diary = open_diary()
    hands.click(diary.desk_page.strip.views._buttons["week"])
    assert diary.desk_page.title_label.text() == "18–24 August"
    assert {(card.line.customer, card.column) for card in diary.board.cards} == {
        ("李悦", WED),
        ("王女士", FRI),
    }
    hands.click(diary.desk_page.buttons["on"])
    assert [(card.line.customer, card.column) for card in diary.board.cards] == [("赵敏", WED)]
    assert diary.desk_page.title_label.text() == "25–31 August"


def test_a_card_is_dragged_to_another_day_and_taken_back_at_once(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    diary = open_diary()
    diary.desk_page.show_view("week")
    before = acts(salon)
    hands.drag(diary.board, diary.at(WED, 16.25), diary.at(FRI, 17.75))
    assert starts(salon) == [("李悦", "小雨", "2025-08-22T17:30")]
    assert acts(salon) == before + 1
    (card,) = diary.board.cards
    assert card.column == FRI
    assert diary.board.mouse.outcome is None
    undo = diary.toasts.shown()[-1].undo_button
    assert undo is not None
    hands.click(undo)
    assert starts(salon) == [("李悦", "小雨", "2025-08-20T16:00")]


def test_esc_takes_a_drag_in_a_week_back(salon: Salon, open_diary: Callable[[], Diary], hands: Hands) -> None:
    salon.book("李悦", 16)
    diary = open_diary()
    diary.desk_page.show_view("week")
    start, end = diary.at(WED, 16.25), diary.at(MON, 18)
    with hands.holding(diary.board, start) as port:
        move(port, start, end)
        assert diary.board.mouse.lifted
        QTest.keyClick(diary.board, Qt.Key.Key_Escape)
        assert not diary.board.mouse.lifted
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert starts(salon) == [("李悦", "小雨", "2025-08-20T16:00")]
    assert diary.notices() == []


def test_a_clash_on_another_day_is_seen_refused_and_squeezed_in_on_purpose(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 16, day=on(1))
    diary = open_diary()
    diary.desk_page.show_view("week")
    start, end = diary.at(WED, 16.25), diary.at(THU, 16.75)
    with hands.holding(diary.board, start) as port:
        move(port, start, end)
        outcome = diary.board.mouse.outcome
        assert outcome is not None
        assert outcome.against == "王女士"
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert starts(salon)[0] == ("李悦", "小雨", "2025-08-20T16:00")
    assert "王女士" in diary.notices()[-1]
    before = acts(salon)
    hands.click(diary.squeeze())
    assert starts(salon)[1] == ("李悦", "小雨", "2025-08-21T16:30")
    assert acts(salon) == before + 1
    assert [card.line.squeezed for card in diary.board.cards] == [False, True]
    assert all("already" not in text for text in diary.notices())


def test_what_an_old_notice_offers_goes_with_the_next_act(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 18)
    diary = open_diary()
    hands.drag(diary.board, diary.at(0, 16.25), diary.at(0, 17.75))
    assert diary.squeeze().isVisible()
    hands.drag(diary.board, diary.at(0, 16.25), diary.at(1, 16.25))
    assert [button.text() for toast in diary.toasts.shown() for button in toast.findChildren(Button)] == [
        "Undo"
    ]


def test_a_longer_end_that_clashes_can_be_squeezed_in(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 17)
    diary = open_diary()
    hands.drag(diary.board, diary.at(0, 17, down=-3), diary.at(0, 17.5))
    assert salon.lines("李悦") == [("李悦", "小雨", "单色美甲", "16:00", "17:00")]
    hands.click(diary.squeeze())
    assert salon.lines("李悦") == [("李悦", "小雨", "单色美甲", "16:00", "17:30")]


def test_drawing_over_free_time_of_a_week_books_on_that_day(
    open_diary: Callable[[], Diary], hands: Hands
) -> None:
    diary = open_diary()
    diary.desk_page.show_view("week")
    hands.drag(diary.board, diary.at(THU, 15), diary.at(THU, 16, down=-4))
    sheet = diary.sheet()
    assert isinstance(sheet, BookingSheet)
    assert sheet.when.start() == at(15, on(1))


def test_one_workers_week_moves_only_theirs(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    salon.book("王女士", 16, "阿琳")
    diary = open_diary()
    diary.desk_page.show_view("week")
    choice = diary.desk_page.strip.by
    assert [choice.itemText(index) for index in range(choice.count())] == [
        "Everybody",
        "小雨",
        "阿琳",
        "Momo",
    ]
    choice.setFocus()
    hands.chord(Qt.Key.Key_Down)
    hands.chord(Qt.Key.Key_Down)
    choice.activated.emit(choice.currentIndex())
    assert [card.line.customer for card in diary.board.cards] == ["王女士"]
    hands.drag(diary.board, diary.at(WED, 16.25), diary.at(TUE, 16.25))
    assert starts(salon) == [("王女士", "阿琳", "2025-08-19T16:00"), ("李悦", "小雨", "2025-08-20T16:00")]
    hands.click(diary.desk_page.strip.views._buttons["day"])
    assert {card.line.customer for card in diary.board.cards} == {"李悦"}


def test_a_week_by_keyboard(salon: Salon, open_diary: Callable[[], Diary], hands: Hands) -> None:
    salon.book("李悦", 16)
    diary = open_diary()
    diary.board.setFocus(Qt.FocusReason.TabFocusReason)
    hands.chord(Qt.Key.Key_W)
    assert diary.desk_page.title_label.text() == "18–24 August"
    diary.board.keys.put(WED, at(16))
    assert "李悦" in diary.board.accessibleName()
    hands.chord(Qt.Key.Key_Right, ALT)
    assert starts(salon) == [("李悦", "小雨", "2025-08-21T16:00")]
    assert "Thursday 21 August" in diary.board.accessibleName()
    hands.chord(Qt.Key.Key_Down, ALT | SHIFT)
    assert salon.lines() == [("李悦", "小雨", "单色美甲", "16:00", "17:15")]
    hands.chord(Qt.Key.Key_Right)
    assert "Friday 22 August" in diary.board.accessibleName()
    hands.chord(Qt.Key.Key_Right, ALT)
    assert diary.desk_page.title_label.text() == "25–31 August"
    hands.chord(Qt.Key.Key_T)
    hands.chord(Qt.Key.Key_D)
    assert diary.desk_page.title_label.text() == "Wednesday 20 August"


def test_the_head_of_a_day_leads_to_it(open_diary: Callable[[], Diary], hands: Hands) -> None:
    diary = open_diary()
    diary.desk_page.show_view("week")
    hands.click(diary.board.viewport(), QPoint(diary.at(FRI, 12).x(), 20))
    assert diary.desk_page.showing().view == "day"
    assert diary.desk_page.title_label.text() == "Friday 22 August"


def test_the_cards_beside_a_week_give_way(open_diary: Callable[[], Diary]) -> None:
    diary = open_diary()
    page = diary.desk_page
    assert page.column.takings.isVisible()
    page.show_view("week")
    assert not page.column.takings.isVisible()
    page.show_view("day")
    assert page.column.takings.isVisible()


# ---- rooms


@pytest.fixture
def chairs(salon: Salon) -> list[str]:
    """Two chairs of one kind, which a colour needs one of, and a room of another kind."""
    made = [salon.desk.catalog.add_place(PlaceDraft(name, "美甲台")) for name in ("红椅", "蓝椅")]
    made.append(salon.desk.catalog.add_place(PlaceDraft("大房", "房间")))
    with salon.desk.file.act("note") as act:
        act.update("service", salon.service("单色美甲"), place_kind="美甲台")
    return made


def seat(salon: Salon, customer: str, hour: float, worker: str, place_id: str) -> str:
    """An hour's appointment in that chair."""
    line = LineDraft(salon.service("单色美甲"), salon.worker(worker), at(hour), 60, place_id=place_id)
    return salon.desk.appointments.book(AppointmentDraft(salon.customer(customer), (line,)))


def seats(salon: Salon) -> list[tuple[str, str, str]]:
    """(customer, place, start) of every line in the file."""
    rows = salon.desk.file.all(
        "SELECT customer.name AS customer, place.name AS place, line.start FROM appointment_line line"
        " JOIN appointment ON appointment.id = line.appointment_id"
        " JOIN customer ON customer.id = appointment.customer_id"
        " LEFT JOIN place ON place.id = line.place_id ORDER BY customer.name, line.start"
    )
    return [(row["customer"], row["place"], row["start"][11:]) for row in rows]


def test_a_card_is_dragged_to_another_chair(
    salon: Salon, chairs: list[str], open_diary: Callable[[], Diary], hands: Hands
) -> None:
    seat(salon, "李悦", 16, "小雨", chairs[0])
    diary = open_diary()
    diary.desk_page.show_view("day", by=("place", ""))
    spread = diary.board.spread
    assert spread is not None
    names = [strip.name for strip in spread.strips]
    red, blue = names.index("红椅"), names.index("蓝椅")
    hands.drag(diary.board, diary.at(red, 16.25), diary.at(blue, 17.25))
    assert seats(salon) == [("李悦", "蓝椅", "17:00")]
    hands.drag(diary.board, diary.at(blue, 17.25), diary.at(names.index("大房"), 17.25))
    assert seats(salon) == [("李悦", "蓝椅", "17:00")]


def test_a_full_chair_is_seen_and_refused(
    salon: Salon, chairs: list[str], open_diary: Callable[[], Diary], hands: Hands
) -> None:
    seat(salon, "李悦", 16, "小雨", chairs[0])
    seat(salon, "王女士", 16, "阿琳", chairs[1])
    diary = open_diary()
    diary.desk_page.show_view("day", by=("place", ""))
    assert diary.board.spread is not None
    names = [strip.name for strip in diary.board.spread.strips]
    start, end = diary.at(names.index("红椅"), 16.25), diary.at(names.index("蓝椅"), 16.75)
    with hands.holding(diary.board, start) as port:
        move(port, start, end)
        outcome = diary.board.mouse.outcome
        assert outcome is not None
        assert outcome.trouble.full == "蓝椅"
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert ("李悦", "红椅", "16:00") in seats(salon)
    assert diary.squeeze().isVisible()


# ---- a month


def test_a_month_counts_and_a_click_leads_to_the_day(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16, day=on(5))
    gone = salon.book("王女士", 18, day=on(5))
    salon.desk.appointments.cancel(gone, "shop")
    salon.desk.shop.close_days(on(6), on(6), "盘点")
    diary = open_diary()
    hands.click(diary.desk_page.strip.views._buttons["month"])
    month = diary.month()
    assert diary.desk_page.title_label.text() == "August 2025"
    month.stand(on(5))
    assert "1 appointment" in month.accessibleName()
    month.stand(on(6))
    assert "盘点" in month.accessibleName()
    diary.grab()
    hands.click(month, month.cell(on(5)).center().toPoint())
    assert diary.desk_page.showing().view == "day"
    assert [card.line.customer for card in diary.board.cards] == ["李悦"]


def test_a_month_by_keyboard(open_diary: Callable[[], Diary], hands: Hands) -> None:
    diary = open_diary()
    diary.board.setFocus()
    hands.chord(Qt.Key.Key_M)
    month = diary.month()
    assert month.hasFocus()
    hands.chord(Qt.Key.Key_Down)
    assert month.day() == on(7)
    hands.chord(Qt.Key.Key_Down)
    assert diary.desk_page.title_label.text() == "September 2025"
    assert month.day() == on(14)
    hands.chord(Qt.Key.Key_PageDown)
    assert diary.desk_page.title_label.text() == "October 2025"
    month.stand(dt.date(2025, 10, 1))
    assert "National Day" in month.accessibleName()
    month.stand(dt.date(2025, 10, 3))
    hands.chord(Qt.Key.Key_Home)
    hands.chord(Qt.Key.Key_Return)
    assert diary.desk_page.title_label.text() == "Monday 29 September"
    assert diary.board.hasFocus()


def test_a_year_without_holidays_says_so(open_diary: Callable[[], Diary]) -> None:
    diary = open_diary()
    diary.desk_page.show_view("month", dt.date(2031, 3, 1))
    assert diary.month()._foot() == "The public holidays of 2031 are not yet announced."
    diary.desk_page.show_view("month", dt.date(2025, 3, 1))
    assert diary.month()._foot() == ""


def test_the_calendars_ends_hold(open_diary: Callable[[], Diary], hands: Hands) -> None:
    diary = open_diary()
    page = diary.desk_page
    for view in ("day", "week", "month"):
        for day in (dt.date(1, 1, 3), dt.date(1900, 2, 28), dt.date(9999, 12, 29)):
            page.show_view(view, day)
            page.step(-1)
            page.step(1)
            diary.grab()


# ---- to a date


def test_the_date_drops_a_month_down(
    page_frame: Frame, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    diary = open_diary()
    hands.click(diary.desk_page.title_label)
    (box,) = diary.desk_page.findChildren(JumpBox)
    box.grab()
    box.month.setFocus()
    QTest.keyClick(box.month, Qt.Key.Key_PageDown)
    QTest.keyClick(box.month, Qt.Key.Key_Right)
    QTest.keyClick(box.month, Qt.Key.Key_Return)
    settle()
    assert diary.desk_page.title_label.text() == "Sunday 21 September"
    assert diary.desk_page.findChildren(JumpBox) == []


def test_g_opens_it_too_and_a_click_chooses(open_diary: Callable[[], Diary], hands: Hands) -> None:
    diary = open_diary()
    diary.board.setFocus()
    hands.chord(Qt.Key.Key_G)
    (box,) = diary.desk_page.findChildren(JumpBox)
    hands.click(box.month, box.month.cell(on(2)).center().toPoint())
    assert diary.desk_page.title_label.text() == "Friday 22 August"


# ---- how tall the hours are


def test_zoom_by_keys_and_wheel_is_kept(
    page_frame: Frame, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    diary = open_diary()
    assert diary.board.grid is not None
    usual = diary.board.grid.hour_height
    diary.board.setFocus()
    hands.chord(Qt.Key.Key_Plus, CTRL)
    assert diary.board.grid.hour_height > usual
    assert page_frame.preferences.zoom == 120
    hands.chord(Qt.Key.Key_0, CTRL)
    assert diary.board.grid.hour_height == usual
    hands.chord(Qt.Key.Key_Minus, CTRL)
    assert diary.board.grid.hour_height < usual
    hands.chord(Qt.Key.Key_0, CTRL)
    spot = QPointF(diary.at(0, 14, down=0))
    turn = QWheelEvent(
        spot,
        QPointF(diary.board.viewport().mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(diary.board.viewport(), turn)
    assert page_frame.preferences.zoom == 120
    grid, bar = diary.board.grid, diary.board.verticalScrollBar()
    assert abs(HEADER + grid.y(14 * 60) - bar.value() - spot.y()) <= 1


def test_the_cursor_goes_along_when_the_hours_grow(
    salon: Salon, open_diary: Callable[[], Diary], hands: Hands
) -> None:
    salon.book("李悦", 16)
    diary = open_diary()
    diary.board.setFocus(Qt.FocusReason.TabFocusReason)
    diary.board.keys.put(0, at(16))
    diary.board.zoom_by(2)
    seen = diary.board.keys.seen
    assert seen is not None
    assert seen.card == diary.board.cards[0]


# ---- after a booking


def test_the_board_follows_a_booking_to_its_day(open_diary: Callable[[], Diary]) -> None:
    diary = open_diary()
    page = diary.desk_page
    page.follow(day=on(3))
    assert page.day() == on(3)
    page.show_view("week")
    page.follow(day=on(4))
    assert page.day() == on(3)
    page.follow(day=on(5))
    assert page.day() == on(5)


def test_a_link_may_name_a_view(open_diary: Callable[[], Diary]) -> None:
    diary = open_diary()
    diary.desk_page.arrive(day=on(9), view="week")
    assert diary.desk_page.title_label.text() == "25–31 August"
    diary.desk_page.arrive(day=on(1))
    assert diary.desk_page.title_label.text() == "18–24 August"


def test_midnight_moves_todays_week_on(
    page_frame: Frame, clock: FixedClock, open_diary: Callable[[], Diary]
) -> None:
    diary = open_diary()
    diary.desk_page.show_view("week")
    clock.set(at(24, on(4)))
    page_frame.minute.emit(clock.now())
    settle()
    assert diary.desk_page.title_label.text() == "25–31 August"


def test_another_year_is_said(open_diary: Callable[[], Diary]) -> None:
    diary = open_diary()
    page = diary.desk_page
    page.show_day(dt.date(2026, 3, 2))
    assert page.title_label.text() == "Monday 2 March 2026"
    page.show_view("week")
    assert page.title_label.text() == "2–8 March 2026"


def test_the_week_of_who_left_becomes_everybodys(salon: Salon, open_diary: Callable[[], Diary]) -> None:
    salon.book("王女士", 16, "阿琳")
    diary = open_diary()
    lin = salon.worker("阿琳")
    diary.desk_page.show_view("week", by=("worker", lin))
    assert [card.line.customer for card in diary.board.cards] == ["王女士"]
    salon.desk.team.archive_worker(lin)
    settle()
    assert diary.desk_page.showing().by == ("team", "")
    assert diary.desk_page.strip.by.currentText() == "Everybody"


@pytest.mark.parametrize("width", [1024, 1180, 1440, 1700])
def test_the_bar_fits_and_says_what_it_can(open_diary: Callable[[], Diary], width: int) -> None:
    diary = open_diary()
    diary.resize(width, 720)
    settle()
    for view in ("day", "week", "month"):
        diary.desk_page.arrive(view=view)
        settle()
        assert diary.desk_page.width() <= width - 184
        new = diary.desk_page.buttons["new"]
        assert new.accessibleName() == "New appointment"
        assert new.geometry().right() < diary.desk_page.buttons["more"].geometry().left()
    assert diary.desk_page.search.isVisible() == (width > 1300)


def test_drawing_in_a_chairs_column_books_there(
    salon: Salon, chairs: list[str], open_diary: Callable[[], Diary], hands: Hands
) -> None:
    diary = open_diary()
    diary.desk_page.show_view("day", by=("place", ""))
    assert diary.board.spread is not None
    column = [strip.id for strip in diary.board.spread.strips].index(chairs[1])
    wanted: list[tuple[object, ...]] = []
    diary.board.booking_wanted.connect(lambda *told: wanted.append(told))
    hands.drag(diary.board, diary.at(column, 15), diary.at(column, 16, down=-4))
    assert wanted == [(at(15), "", 60, chairs[1])]
    assert isinstance(diary.sheet(), BookingSheet)


def test_more_lists_what_else_can_be_done(
    open_diary: Callable[[], Diary], hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    lines = [
        Entry("plus", "Bake & ice", lambda: done.append("baked")),
        Entry("x", "Rest", lambda: None, gap=True),
    ]
    monkeypatch.setattr(desk_menu, "entries", lambda page: lines)
    diary = open_diary()
    hands.click(diary.desk_page.buttons["more"])
    (menu,) = diary.desk_page.findChildren(QMenu)
    shown = [action.text() for action in menu.actions()]
    assert shown == ["Bake && ice", "", "Rest"]
    menu.actions()[0].trigger()
    menu.close()
    assert done == ["baked"]
