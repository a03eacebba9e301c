"""The first start: three answers open the shop, and the sample shop is one press away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from merchant_desk.app import HOUSE
from merchant_desk.catalog import store as catalog
from merchant_desk.core.changes import Changes
from merchant_desk.core.clock import FixedClock
from merchant_desk.core.errors import DeskError
from merchant_desk.db.open import open_shop
from merchant_desk.desk import Desk, open_desk
from merchant_desk.sample import make
from merchant_desk.shell import language, theme
from merchant_desk.shell.background import Background
from merchant_desk.shell.frame import Frame
from merchant_desk.shell.preferences import Preferences
from merchant_desk.shell.program import Program, sample_shop
from merchant_desk.shell.tabs import TabbedPage
from merchant_desk.shell.workbench import Workbench
from merchant_desk.shop import store
from merchant_desk.shop.ui.backups_tab import BackupsTab
from merchant_desk.shop.ui.settings_tabs import LookTab
from merchant_desk.shop.ui.welcome import Welcome
from merchant_desk.team import store as team
from merchant_desk.widgets.buttons import Chip
from tests.blank import known_shop
from tests.ui.keys import focused, type_text
from tests.ui.plain_text import MARKUP, assert_plain, texts

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def new_frame(dressed: QApplication, home: Path, clock: FixedClock) -> Iterator[Frame]:
    """A frame on a file that has no shop yet."""
    path, changes = home / "shop.desk", Changes()
    preferences = Preferences()
    preferences.language = "en"
    background = Background(
        lambda: open_desk(path, clock, changes),
        lambda: open_shop(path, clock, changes, read_only=True),
        inline=True,
    )
    frame = Frame(background, clock, preferences, changes)
    yield frame
    frame.close()
    background.close()


@pytest.fixture
def welcome(new_frame: Frame, qtbot: QtBot) -> Welcome:
    """The welcome in a window of the least size, with the focus."""
    return _shown(new_frame, qtbot)


def _shown(frame: Frame, qtbot: QtBot) -> Welcome:
    made = Welcome(frame)
    qtbot.addWidget(made)
    made.resize(1180, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _trade(welcome: Welcome, key: str) -> Chip:
    chip = welcome.trades.chip(key)
    assert chip is not None
    return chip


def _desk(frame: Frame) -> Desk:
    found: list[Desk] = []
    frame.background.run(found.append)
    return found[0]


def test_three_answers_by_keyboard_open_the_shop(welcome: Welcome, new_frame: Frame, qtbot: QtBot) -> None:
    assert welcome.name.hasFocus()
    type_text(welcome.name, "小满美甲")
    QTest.keyClick(welcome.name, Key.Key_Tab)
    chip = focused()
    assert chip is welcome.trades.chip("nails_lashes")
    QTest.keyClick(chip, Key.Key_Right)
    QTest.keyClick(focused(), Key.Key_Space)
    QTest.keyClick(focused(), Key.Key_Tab)
    line = focused()
    assert line is welcome.workers.line
    for name in ("小雨", "阿琳"):
        type_text(line, name)
        QTest.keyClick(line, Key.Key_Return)
    type_text(line, "Momo")  # Enter is forgotten for the last one
    with qtbot.waitSignal(welcome.done):
        QTest.keyClick(line, Key.Key_Return, CTRL)
    file = _desk(new_frame).file
    shop = store.shop(file)
    assert shop is not None
    assert (shop.name, shop.trade) == ("小满美甲", "hair")
    assert [worker.name for worker in team.workers(file)] == ["小雨", "阿琳", "Momo"]
    assert "Men's cut" in [service.name for service in catalog.services(file)]


def test_a_missing_name_and_trade_are_said_at_their_fields(welcome: Welcome, new_frame: Frame) -> None:
    QTest.mouseClick(welcome.open, Qt.MouseButton.LeftButton)
    assert welcome._name_field.error.isVisible()
    assert welcome._trade_field.error.isVisible()
    assert welcome.name.hasFocus()
    type_text(welcome.name, "店")
    assert not welcome._name_field.error.isVisible()
    QTest.mouseClick(welcome.open, Qt.MouseButton.LeftButton)
    assert store.shop(_desk(new_frame).file) is None
    assert focused() is welcome.trades.chip("nails_lashes")


def test_a_name_of_nothing_printable_is_refused_by_the_desk(welcome: Welcome, new_frame: Frame) -> None:
    welcome.name.setText("\u200b")
    welcome.trades.choose("hair")
    QTest.mouseClick(welcome.open, Qt.MouseButton.LeftButton)
    assert welcome._name_field.error.text()
    assert welcome.open.isEnabled()
    assert store.shop(_desk(new_frame).file) is None


def test_a_worker_is_taken_off_by_press_and_taken_back_by_backspace(welcome: Welcome) -> None:
    welcome.workers.set_names(["小雨", "阿琳", "Momo"])
    QTest.mouseClick(welcome.workers.chips()[1], Qt.MouseButton.LeftButton)
    assert welcome.workers.names() == ("小雨", "Momo")
    QTest.keyClick(welcome.workers.line, Key.Key_Backspace)
    assert welcome.workers.line.text() == "Momo"
    assert len(welcome.workers.chips()) == 1


def test_what_is_typed_outlives_another_language(welcome: Welcome, new_frame: Frame, qtbot: QtBot) -> None:
    type_text(welcome.name, "阿强汽修")
    QTest.mouseClick(_trade(welcome, "home_repair"), Qt.MouseButton.LeftButton)
    type_text(welcome.workers.line, "阿强")
    with qtbot.waitSignal(new_frame.look_wanted):
        QTest.mouseClick(welcome.languages.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert new_frame.preferences.language == "zh_CN"
    anew = _shown(new_frame, qtbot)
    assert anew.name.value() == "阿强汽修"
    assert anew.trades.current() == "home_repair"
    assert anew.workers.names() == ("阿强",)


def test_the_services_to_begin_with_are_named(welcome: Welcome) -> None:
    QTest.mouseClick(_trade(welcome, "nails_lashes"), Qt.MouseButton.LeftButton)
    assert "French manicure" in welcome._trade_field.hint.text()
    assert language.current() == "en"


def test_the_sample_shop_is_made_whole_and_opened(
    welcome: Welcome, new_frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares: list[float] = []
    small = make.make_sample_shop

    def made(path: Path, progress: Callable[[float], object]) -> None:
        def tell(share: float) -> None:
            shares.append(share)
            progress(share)

        small(path, months=1, sales=40, progress=tell)

    monkeypatch.setattr(make, "make_sample_shop", made)
    with qtbot.waitSignal(new_frame.reopen_wanted) as asked:
        QTest.mouseClick(welcome.sample.button, Qt.MouseButton.LeftButton)
    assert asked.args[0] == sample_shop()
    assert sample_shop().is_file()
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
    with qtbot.waitSignal(new_frame.reopen_wanted):  # the second time it is there already
        QTest.keyClick(welcome.sample.button, Key.Key_Return)


def test_a_stopped_sample_shop_leaves_no_file(
    welcome: Welcome, new_frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = make.make_sample_shop

    def stopped_half_way(path: Path, progress: Callable[[float], object]) -> None:
        def tell(share: float) -> None:
            if share > 0.5:
                QTest.mouseClick(welcome.sample.progress.button, Qt.MouseButton.LeftButton)
            progress(share)

        small(path, months=1, sales=40, progress=tell)

    monkeypatch.setattr(make, "make_sample_shop", stopped_half_way)
    wanted: list[object] = []
    new_frame.reopen_wanted.connect(lambda path, _before: wanted.append(path))
    QTest.mouseClick(welcome.sample.button, Qt.MouseButton.LeftButton)
    assert wanted == []
    assert [path.name for path in sample_shop().parent.iterdir() if "sample" in path.name] == []
    assert welcome.sample.button.isVisible()
    assert welcome.open.isEnabled()


def test_why_the_sample_shop_could_not_be_made_is_said_there(
    welcome: Welcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, progress: object) -> None:
        raise DeskError("disk_full")

    monkeypatch.setattr(make, "make_sample_shop", full)
    QTest.mouseClick(welcome.sample.button, Qt.MouseButton.LeftButton)
    assert "disk is full" in welcome.sample.error.text()
    assert welcome.sample.error.isVisible()


def test_markup_in_a_name_stays_text(welcome: Welcome) -> None:
    welcome.workers.set_names([MARKUP])
    assert_plain(welcome)


# ---- through the real window


@pytest.fixture
def program(dressed: QApplication, home: Path, clock: FixedClock, qtbot: QtBot) -> Iterator[Program]:
    """The program at its first start, with its threads."""
    preferences = Preferences()
    preferences.language, preferences.look = "en", "light"
    made = Program(dressed, preferences, HOUSE._replace(warm_up=lambda: None), clock)
    qtbot.addWidget(made.window)
    made.start(home / "shop.desk")
    qtbot.waitUntil(lambda: isinstance(made.window.centralWidget(), Welcome))
    yield made
    made.close()
    made.window.close()


def _bench(program: Program, qtbot: QtBot) -> Workbench:
    qtbot.waitUntil(lambda: program.window.bench() is not None)
    bench = program.window.bench()
    assert bench is not None
    return bench


def _welcome(program: Program) -> Welcome:
    shown = program.window.centralWidget()
    assert isinstance(shown, Welcome)
    return shown


def _set_up(program: Program, qtbot: QtBot) -> Workbench:
    welcome = _welcome(program)
    welcome.name.setText("小满美甲")
    welcome.trades.choose("hair")
    welcome.workers.set_names(["小雨"])
    QTest.mouseClick(welcome.open, Qt.MouseButton.LeftButton)
    bench = _bench(program, qtbot)
    qtbot.waitUntil(lambda: "小满美甲" in texts(bench.sidebar))
    return bench


def test_the_shop_opens_and_its_name_follows_the_settings(program: Program, qtbot: QtBot) -> None:
    bench = _set_up(program, qtbot)
    assert bench.page() is not None
    assert program.session is not None
    program.session.frame.act(
        lambda desk: desk.shop.save(known_shop(desk.file)._replace(name="小满美学")), owner=bench
    )
    qtbot.waitUntil(lambda: "小满美学" in texts(bench.sidebar))
    program.session.frame.act(lambda desk: desk.shop.save(known_shop(desk.file)._replace(currency="JPY")))
    qtbot.waitUntil(lambda: language.money(1234) == "¥1,234")


def test_a_switched_look_stays_on_its_tab(program: Program, qtbot: QtBot) -> None:
    bench = _set_up(program, qtbot)
    bench.go("settings", {"tab": "look"})
    page = bench.page()
    assert isinstance(page, TabbedPage)
    tab = page.tab("look")
    assert isinstance(tab, LookTab)
    QTest.mouseClick(tab.looks.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    fresh = _bench(program, qtbot).page()
    assert theme.is_dark()
    assert isinstance(fresh, TabbedPage)
    assert fresh is not page
    qtbot.waitUntil(fresh.tab("look").isVisible)


def test_typed_answers_are_still_there_in_the_other_language(program: Program, qtbot: QtBot) -> None:
    welcome = _welcome(program)
    type_text(welcome.name, "阿强")
    QTest.mouseClick(welcome.languages.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.centralWidget() is not welcome)
    assert language.current() == "zh_CN"
    assert _welcome(program).name.value() == "阿强"


def test_into_the_sample_shop_and_back_to_the_own_one(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = make.make_sample_shop
    monkeypatch.setattr(
        make, "make_sample_shop", lambda path, progress: small(path, months=1, sales=30, progress=progress)
    )
    QTest.mouseClick(_welcome(program).sample.button, Qt.MouseButton.LeftButton)
    bench = _bench(program, qtbot)
    assert program.session is not None
    assert program.session.path == sample_shop()
    back = next(button for button in bench.sidebar.findChildren(QPushButton) if "own shop" in button.text())
    qtbot.waitUntil(back.isVisible)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.window.centralWidget(), Welcome))
    assert sample_shop().is_file()


def test_going_back_to_a_copy_through_the_window(program: Program, qtbot: QtBot) -> None:
    bench = _set_up(program, qtbot)
    bench.go("settings", {"tab": "backups"})
    page = bench.page()
    assert isinstance(page, TabbedPage)
    copies = page.tab("backups")
    assert isinstance(copies, BackupsTab)
    QTest.mouseClick(copies.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(copies.table.rows()) == 1)
    assert program.session is not None
    program.session.frame.act(lambda desk: desk.shop.save(known_shop(desk.file)._replace(name="后来的名字")))
    qtbot.waitUntil(lambda: "后来的名字" in texts(bench.sidebar))
    copies.table.choose_current()
    QTest.mouseClick(copies.box.confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.bench() not in {None, bench})
    qtbot.waitUntil(lambda: "小满美甲" in texts(_bench(program, qtbot).sidebar))
