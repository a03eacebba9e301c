"""What is about to begin is said once, in the window and, where nobody looks at it, in the tray."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from merchant_desk.appointments.ui import alerts
from merchant_desk.core.clock import FixedClock
from merchant_desk.desk import Desk
from merchant_desk.shell.frame import Frame
from merchant_desk.shop.acts import write_setting
from tests.ui.salon import Bench, Salon, at, settle


@pytest.fixture
def salon(desk: Desk) -> Salon:
    return Salon(desk)


@pytest.fixture
def minute(page_frame: Frame, clock: FixedClock) -> Callable[[float], None]:
    """Lets the clock show another time, as the frame tells it."""

    def turn(hour: float) -> None:
        clock.set(at(hour))
        page_frame.minute.emit(at(hour))
        settle()

    return turn


def test_each_appointment_is_said_once(
    salon: Salon, page_frame: Frame, qtbot: QtBot, minute: Callable[[float], None]
) -> None:
    booked = salon.book("吴倩", 15, "阿琳", ("甲片延长", "单色美甲"))
    bench = Bench(page_frame, qtbot)
    minute(14 + 49 / 60)
    assert bench.notices() == []
    minute(14 + 50 / 60)
    assert bench.notices() == ["15:00 吴倩 甲片延长, 单色美甲 · 阿琳 · in 10 min"]
    bench.toasts.close_latest()
    minute(14 + 51 / 60)
    assert bench.notices() == []
    salon.desk.appointments.move(booked, at(15.5))
    minute(15 + 20 / 60)
    assert bench.notices() == ["15:30 吴倩 甲片延长, 单色美甲 · 阿琳 · in 10 min"]


def test_what_is_about_to_begin_is_said_when_the_desk_is_opened(
    salon: Salon, page_frame: Frame, qtbot: QtBot
) -> None:
    salon.book("吴倩", 14.5, "阿琳")
    assert Bench(page_frame, qtbot).notices() == ["14:30 吴倩 单色美甲 · 阿琳 · in 6 min"]


def test_many_at_once_are_one_notice(
    salon: Salon, page_frame: Frame, qtbot: QtBot, minute: Callable[[float], None]
) -> None:
    for customer, worker in (("吴倩", "阿琳"), ("赵敏", "小雨"), ("冯雪", "Momo")):
        salon.book(customer, 15, worker)
    bench = Bench(page_frame, qtbot)
    minute(14 + 55 / 60)
    (said,) = bench.notices()
    assert said.startswith("15:00 · 3 appointment")
    assert all(name in said for name in ("吴倩", "赵敏", "冯雪"))


def test_a_shop_that_wants_none_hears_none(
    salon: Salon, page_frame: Frame, qtbot: QtBot, minute: Callable[[float], None]
) -> None:
    with salon.desk.file.act("rules") as act:
        write_setting(act, "alert_minutes", 0)
    salon.book("吴倩", 15, "阿琳")
    bench = Bench(page_frame, qtbot)
    minute(14 + 55 / 60)
    assert bench.notices() == []


def test_there_is_one_for_a_window_however_often_its_pages_are_built(page_frame: Frame, qtbot: QtBot) -> None:
    kept = [Bench(page_frame, qtbot)]
    first = alerts.attach(page_frame)
    kept.append(Bench(page_frame, qtbot))
    assert alerts.attach(page_frame) is first
    assert len(page_frame.findChildren(alerts.Alerts)) == 1


@pytest.mark.parametrize("tray", [True, False])
def test_the_tray_tells_it_where_nobody_looks_at_the_window(
    salon: Salon,
    page_frame: Frame,
    qtbot: QtBot,
    minute: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
    tray: bool,
) -> None:
    told: list[tuple[str, str]] = []
    away = Qt.ApplicationState.ApplicationInactive
    monkeypatch.setattr(QApplication, "applicationState", staticmethod(lambda: away))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: tray))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, title, text: told.append((title, text)))
    salon.book("吴倩", 15, "阿琳")
    bench = Bench(page_frame, qtbot)
    minute(14 + 55 / 60)
    assert len(bench.notices()) == 1
    assert told == ([("Next appointment", "15:00 吴倩 单色美甲 · 阿琳 · in 5 min")] if tray else [])
    if tray:
        icon = alerts.attach(page_frame).tray
        assert icon is not None
        bench.showMinimized()
        icon.messageClicked.emit()
        assert not bench.isMinimized()


def test_an_active_window_needs_no_tray(
    salon: Salon,
    page_frame: Frame,
    qtbot: QtBot,
    minute: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: pytest.fail("asked")))
    here = Qt.ApplicationState.ApplicationActive
    monkeypatch.setattr(QApplication, "applicationState", staticmethod(lambda: here))
    salon.book("吴倩", 15, "阿琳")
    bench = Bench(page_frame, qtbot)
    minute(14 + 55 / 60)
    assert len(bench.notices()) == 1
