"""The quick entry line by keyboard and mouse, on a real shop."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui.booking_sheet import BookingSheet
from merchant_desk.appointments.ui.quick_line import QuickLine, Understood
from merchant_desk.desk import Desk
from merchant_desk.shell import language
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Chip
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts
from tests.ui.salon import Bench, Hands, Salon, settle

THURSDAY = dt.date(2025, 8, 21)  # the clock stands on the Wednesday before


@pytest.fixture
def salon(desk: Desk) -> Salon:
    shop = Salon(desk)
    shop.customer("王女士", "13800001203")
    shop.customer("王丽", "13800006621")
    shop.customer("Ana", "13800000071")
    return shop


class Typist:
    """The line in a sheet of its own, what it handed over, and somebody at the keys."""

    def __init__(self, frame: Frame, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.sheet = Sheet(frame, "Booking")
        self.quick = QuickLine(frame)
        self.sheet.body.addWidget(self.quick)
        self.sheet.body.addStretch(1)
        qtbot.addWidget(self.sheet)
        self.sheet.resize(560, 700)
        with qtbot.waitActive(self.sheet):
            self.sheet.show()
            self.sheet.activateWindow()
        self.taken: list[Understood] = []
        self.closed: list[bool] = []
        self.quick.understood.connect(self.taken.append)
        self.sheet.closed.connect(lambda: self.closed.append(True))
        self.quick.line.setFocus()
        settle()

    def type(self, text: str) -> None:
        """Type where the focus is and wait until it is read."""
        type_text(focused(), text)
        self.read()

    def read(self) -> None:
        """Wait until the line is read."""
        self.qtbot.waitUntil(lambda: self.quick.reading() is not None)
        settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key where the focus is."""
        QTest.keyClick(focused(), key, modifier)
        settle()

    def alt(self, number: int) -> None:
        """Alt and a digit."""
        self.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def chips(self) -> list[str]:
        """The choices on screen."""
        return [chip.text() for chip in self.quick.findChildren(Chip) if chip.isVisible()]

    def said(self) -> list[str]:
        """Every text on screen below the line."""
        return texts(self.quick)


@pytest.fixture
def typist(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Typist:
    return Typist(page_frame, qtbot)


def test_a_whole_line_is_shown_before_it_is_taken_over(typist: Typist, salon: Salon) -> None:
    typist.type("明天下午三点半 王女士 法式美甲 小雨")
    assert typist.said()[:5] == ["Thu tomorrow", "15:30", "王女士", "法式美甲", "with 小雨"]
    assert typist.taken == []
    typist.key(Qt.Key.Key_Return)
    assert typist.taken == [
        Understood(
            customer_id=salon.customer("王女士"),
            service_ids=(salon.service("法式美甲"),),
            worker_id=salon.worker("小雨"),
            start=dt.datetime(2025, 8, 21, 15, 30),
            day=THURSDAY,
        )
    ]
    assert typist.quick.text() == ""
    assert not typist.quick.card.isVisible()


def test_english(typist: Typist, salon: Salon) -> None:
    typist.type("fri 4-5:30pm Ana 卸甲 with Momo")
    typist.key(Qt.Key.Key_Return)
    (said,) = typist.taken
    assert said.start == dt.datetime(2025, 8, 22, 16)
    assert said.minutes == 90
    assert said.customer_id == salon.customer("Ana")
    assert said.service_ids == (salon.service("卸甲"),)
    assert said.worker_id == salon.worker("Momo")


def test_enter_does_not_overtake_the_reading(typist: Typist) -> None:
    type_text(focused(), "fri 4pm Ana")
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].start == dt.datetime(2025, 8, 22, 16)


def test_an_unknown_day_is_asked_about_and_answered_by_key(typist: Typist) -> None:
    typist.type("frii 4pm Ana 卸甲")
    assert "“frii” is no day I know. Which day is meant?" in typist.said()
    assert typist.chips()[0] == "1  Fri 22 Aug"
    typist.key(Qt.Key.Key_Return)
    assert typist.taken == []
    assert isinstance(focused(), Chip)
    typist.alt(1)
    assert not typist.quick.card.isVisible()
    assert "Fri 22 Aug" in typist.said()
    assert focused() is typist.quick.line
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].start == dt.datetime(2025, 8, 22, 16)


def test_several_customers_are_listed_with_the_phones_tail(typist: Typist, salon: Salon) -> None:
    typist.type("明天15:00 王小姐 卸甲")
    assert {"1203", "6621"} <= {text[-4:] for text in typist.chips()}
    wanted = next(number for number, text in enumerate(typist.chips(), 1) if "王丽" in text)
    typist.alt(wanted)
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].customer_id == salon.customer("王丽")


def test_questions_come_one_after_the_other_and_by_mouse_too(typist: Typist, salon: Salon) -> None:
    typist.type("下周 15:00 Ana 法试美甲")
    assert len(typist.chips()) == 7
    QTest.mouseClick(typist.quick.findChildren(Chip)[0], Qt.MouseButton.LeftButton)
    settle()
    assert "Mon 25 Aug" in typist.said()
    assert typist.chips()[0] == "1  法式美甲"
    typist.alt(1)
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].service_ids == (salon.service("法式美甲"),)
    assert typist.taken[0].start == dt.datetime(2025, 8, 25, 15)


def test_a_name_nobody_has_is_offered_as_a_new_customer(typist: Typist) -> None:
    typist.type("明天15:00 赵敏 卸甲")
    assert typist.chips()[0] == "1  New customer “赵敏”"
    typist.alt(1)
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].new_name == "赵敏"
    assert typist.taken[0].customer_id is None


def test_how_an_hour_was_read_is_said_and_can_be_turned(typist: Typist) -> None:
    typist.type("明天三点 Ana")
    assert "15:00" in typist.said()
    assert typist.chips() == ["1  03:00"]
    typist.alt(1)
    assert "03:00" in typist.said()
    typist.key(Qt.Key.Key_Return)
    assert typist.taken[0].start == dt.datetime(2025, 8, 21, 3)


def test_an_answer_goes_with_its_word(typist: Typist) -> None:
    typist.type("frii")
    typist.alt(1)
    assert not typist.quick.card.isVisible()
    typist.key(Qt.Key.Key_Backspace)
    typist.read()
    typist.type("i")
    assert typist.quick.card.isVisible()


def test_the_rest_can_be_taken_and_loses_no_word(typist: Typist) -> None:
    typist.type("腊月二十八 15:00 Ana 卸甲 带图")
    typist.alt(0)
    (said,) = typist.taken
    assert said.start is None
    assert said.day is None
    assert said.note == "带图 腊月二十八 15:00"


def test_esc_empties_the_line_first_and_closes_then(typist: Typist) -> None:
    typist.type("frii 4pm Ana")
    typist.key(Qt.Key.Key_Escape)
    assert typist.quick.text() == ""
    assert not typist.quick.card.isVisible()
    assert typist.closed == []
    typist.key(Qt.Key.Key_Escape)
    assert typist.closed == [True]


def test_up_brings_the_last_line_back(typist: Typist) -> None:
    typist.type("fri 4pm Ana")
    typist.key(Qt.Key.Key_Return)
    typist.key(Qt.Key.Key_Up)
    assert typist.quick.text() == "fri 4pm Ana"


def test_a_line_can_be_handed_in(typist: Typist) -> None:
    typist.quick.set_text("  fri 4pm\nAna ")
    typist.read()
    assert typist.quick.text() == "fri 4pm Ana"
    typist.quick.take()
    assert typist.taken[0].day == dt.date(2025, 8, 22)


def test_typed_names_are_shown_as_they_are(typist: Typist, salon: Salon) -> None:
    salon.customer(MARKUP)
    salon.customer("<b>x</b>")
    typist.type(f"fri 4pm {MARKUP} & <i>no</i>")
    assert_plain(typist.quick)
    typist.quick.clear()
    typist.type("fri 4pm Zelda <img src=x>")
    assert_plain(typist.quick)


def test_it_speaks_to_who_cannot_see(typist: Typist) -> None:
    assert typist.quick.line.accessibleName() == "Quick entry"
    typist.type("frii 4pm Ana")
    assert "frii" in typist.quick.line.accessibleDescription()
    named = [chip.accessibleName() for chip in typist.quick.findChildren(Chip)]
    assert named[0] == "Fri 22 Aug, Alt+1"


def test_everything_fits_the_sheet(typist: Typist) -> None:
    typist.type("下周 9点 张三丰 法试美甲 阿琳 " + "很长的话" * 20)
    room = typist.quick.width()
    for chip in typist.quick.findChildren(Chip):
        assert chip.mapTo(typist.quick, chip.rect().topRight()).x() <= room
    assert typist.quick.minimumSizeHint().width() <= 508


def test_a_date_of_two_readings_follows_the_language(typist: Typist) -> None:
    typist.type("9/10 4pm Ana")
    assert typist.chips()[:2] == ["1  Wed 10 Sep", "2  Thu 9 Oct"]
    typist.key(Qt.Key.Key_Escape)
    app = QApplication.instance()
    assert app is not None
    language.install(app, "zh_CN")
    try:
        typist.type("9/10 4pm Ana")
        reading = typist.quick.reading()
        assert reading is not None
        assert reading.day == dt.date(2025, 9, 10)
    finally:
        language.install(app, "en")


# ---- in the booking sheet


@pytest.fixture
def bench(salon: Salon, page_frame: Frame, qtbot: QtBot) -> Bench:
    return Bench(page_frame, qtbot)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def open_line(bench: Bench, qtbot: QtBot, typed: str) -> BookingSheet:
    """A new appointment with a line typed into it, read."""
    bench.desk_page.buttons["new"].click()
    sheet = bench.sheet()
    assert isinstance(sheet, BookingSheet)
    sheet.quick.line.setFocus()
    type_text(focused(), typed)
    qtbot.waitUntil(lambda: sheet.quick.reading() is not None)
    settle()
    return sheet


def test_a_typed_line_is_booked(bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot) -> None:
    sheet = open_line(bench, qtbot, "今天下午五点半 王女士 法式美甲 阿琳")
    hands.chord(Qt.Key.Key_Return)
    assert salon.lines() == []  # first it is shown
    assert sheet.customer.customer_id == salon.customer("王女士")
    hands.confirm()
    assert salon.lines() == [("王女士", "阿琳", "法式美甲", "17:30", "18:45")]


def test_a_second_line_changes_the_length_of_what_is_chosen(
    bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot
) -> None:
    sheet = open_line(bench, qtbot, "tomorrow 5pm Ana 卸甲 with Momo")
    hands.chord(Qt.Key.Key_Return)
    sheet.quick.line.setFocus()
    type_text(focused(), "50 min")
    qtbot.waitUntil(lambda: sheet.quick.reading() is not None)
    hands.chord(Qt.Key.Key_Return)
    assert [pick.minutes for pick in sheet.lines.picks()] == [50]
    hands.confirm()
    assert salon.lines() == [("Ana", "Momo", "卸甲", "17:00", "17:50")]


def test_another_day_keeps_the_time_and_takes_the_complaint_away(
    bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot
) -> None:
    sheet = open_line(bench, qtbot, "tomorrow 5pm Ana 卸甲 with Momo")
    hands.chord(Qt.Key.Key_Return)
    sheet.when.set_start(dt.datetime(1999, 2, 28, 17))
    hands.confirm()
    assert sheet.when_field.error.isVisible()
    sheet.quick.line.setFocus()
    type_text(focused(), "tomorrow")
    qtbot.waitUntil(lambda: sheet.quick.reading() is not None)
    hands.chord(Qt.Key.Key_Return)
    assert not sheet.when_field.error.isVisible()
    assert sheet.when.start() == dt.datetime.combine(THURSDAY, dt.time(17))


def test_confirming_takes_the_line_over_before_it_books(
    bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot
) -> None:
    open_line(bench, qtbot, "today 5pm Ana 卸甲 with Momo")
    hands.confirm()
    assert salon.lines() == []
    hands.confirm()
    assert salon.lines() == [("Ana", "Momo", "卸甲", "17:00", "17:30")]


def test_a_worker_and_a_length_wait_for_their_service(
    bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot
) -> None:
    sheet = open_line(bench, qtbot, "today 5-6:30pm Ana with Momo")
    hands.chord(Qt.Key.Key_Return)
    assert focused() is sheet.lines.search.field
    hands.word("卸甲")
    hands.chord(Qt.Key.Key_Return)
    hands.confirm()
    assert salon.lines() == [("Ana", "Momo", "卸甲", "17:00", "18:30")]


def test_a_new_customer_is_added_on_the_way(bench: Bench, salon: Salon, hands: Hands, qtbot: QtBot) -> None:
    sheet = open_line(bench, qtbot, "today 5pm Zelda 卸甲")
    hands.chord(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.chord(Qt.Key.Key_Return)
    assert sheet.customer.new.name.value() == "Zelda"
    hands.click(sheet.customer.new.add)
    hands.confirm()
    assert [line[0] for line in salon.lines()] == ["Zelda"]
