"""The program while its window is open: which shop it has, and what the window shows of it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX, data_dir, default_shop
from merchant_desk.shell import crash, language, safekeeping, theme
from merchant_desk.shell.main_window import MainWindow
from merchant_desk.shell.places import Command, Keys, Place
from merchant_desk.shell.session import OpenDesk, OpenFile, Session
from merchant_desk.shell.single_instance import SingleInstance, key
from merchant_desk.shell.tidy import Tidy
from merchant_desk.shell.workbench import Workbench

if TYPE_CHECKING:
    from merchant_desk.core.clock import Clock
    from merchant_desk.db.backup import Backup
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.page import Page
    from merchant_desk.shell.palette import Finder
    from merchant_desk.shell.preferences import Preferences

SOON_MS = 1_500


class Facts(NamedTuple):
    """What the window needs to know of the shop itself."""

    name: str
    currency: str
    zone: str


class House(NamedTuple):
    """The rooms, as functions: app.py hands them over, so that the shell knows none of them."""

    open_desk: OpenDesk
    open_file: OpenFile
    facts: Callable[[Reader], Facts | None]
    places: Callable[[Frame], Sequence[Place]]
    commands: Callable[[Frame], Sequence[Command]]
    finders: Callable[[Frame], Sequence[Finder]]
    wire: Callable[[Frame, Page], None]
    welcome: Callable[[Frame, Callable[[], None]], QWidget]
    keys: Callable[[], Sequence[Keys]]
    warm_up: Callable[[], object]


def sample_shop() -> Path:
    """Where the sample shop's file is kept."""
    return data_dir() / f"sample{SHOP_SUFFIX}"


class Program(QObject):
    """Opens a shop, shows its pages, the welcome or the trouble, and closes it in good order."""

    stuck = Signal()  # there are no pages to show: the shop is not set up, or does not open

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        house: House,
        clock: Clock | None = None,
        inline: bool = False,
    ) -> None:
        super().__init__()
        self._inline = inline
        self._app = app
        self._preferences = preferences
        self._house = house
        self._clock = clock
        self._only: SingleInstance | None = None
        self._facts: Facts | None = None
        self._warming: threading.Thread | None = None
        self._copied: dt.date | None = None
        self._closed = False
        self._tidy = Tidy(self)
        self.session: Session | None = None
        self.window = MainWindow(preferences)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        crash.tell_faults(self._tell_fault)

    def start(self, path: Path) -> bool:
        """Take the shop and show the window; False where another process has it, which is raised then."""
        only = SingleInstance(path, self)
        if not only.claim():
            only.raise_other()
            return False
        self._open(path, only)
        self.window.show()
        QTimer.singleShot(SOON_MS, self, self._settle)
        return True

    def close(self) -> None:
        """Let the shop go; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._warming is not None:
            self._warming.join()
        self._let_go()
        self._tidy.stop()
        crash.tell_faults(None)
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow_system)

    def _open(self, path: Path, only: SingleInstance) -> None:
        self._only = only
        only.raised.connect(self.window.come_forward)
        crashed = crash.begin(key(path))
        self.session = Session(
            path, self._preferences, self._house.open_desk, self._house.open_file, self._clock, self._inline
        )
        self.session.background.refused.connect(self._show_trouble)
        frame = self.session.frame
        frame.look_wanted.connect(self._dress)
        frame.reopen_wanted.connect(self._reopen)
        frame.minute.connect(self._keep_safe)
        frame.changed.connect(self._shop_changed)
        frame.fault_wanted.connect(self._lonely_fault)
        self._facts = None
        self._copied = None
        if self.session.is_new:
            self.window.show_alone(QWidget())
        else:
            self._show_bench()
        self._ask_facts()
        if crashed:
            told = self.tr("The desk was not closed in good order last time. Your data is safe.")
            frame.notice(told, kind="warn")

    def _let_go(self) -> None:
        if self.session is not None:
            self.session.close()
            self.session = None
        if self._only is not None:
            self._only.release()
            self._only = None
        crash.end()

    def _reopen(self, path: Path | None, before: Callable[[], object] | None) -> None:
        if self.session is None or self._only is None:
            return
        target = path or self.session.path
        only = self._only
        if target != self.session.path:
            only = SingleInstance(target, self)
            if not only.claim():
                self.session.frame.fail(DeskError("locked"))
                return
            self._only.release()
        self._only = None
        self._let_go()
        refusal: DeskError | None = None
        try:
            if before is not None:
                before()
        except DeskError as error:
            refusal = error
        self._open(target, only)
        only.listen()
        if refusal is not None:
            self.session.frame.fail(refusal)
        elif before is not None:
            self.session.frame.notice(self.tr("Done. The file that stood here is kept."))

    def _ask_facts(self) -> None:
        session = self.session
        if session is not None:
            session.background.read(self._house.facts, self._hear_facts, owner=session.frame, key="facts")

    def _hear_facts(self, facts: Facts | None) -> None:
        session = self.session
        if session is None:
            return
        if facts is None:
            self.window.show_alone(self._house.welcome(session.frame, self._ask_facts))
            self.stuck.emit()
            return
        if facts.zone != session.zone:
            # The clock ran in another zone than the shop's; it is opened again with the right one.
            self._preferences.zone = facts.zone
            session.frame.reopen()
            return
        other_money = self._facts is not None and facts.currency != self._facts.currency
        self._facts = facts
        language.use_currency(facts.currency)
        if session.path != sample_shop():
            self._preferences.shop = session.path
        bench = self.window.bench()
        if bench is None or other_money:
            page = bench.page() if bench is not None else None
            self._show_bench(page.key if page is not None else "")
        else:
            self._name_shop()

    def _shop_changed(self, topics: frozenset[str]) -> None:
        """The sidebar follows a new name, every page another currency."""
        if "shop" in topics and self._facts is not None:
            self._ask_facts()

    def _lonely_fault(self, error: Exception) -> None:
        """A fault while there is no workbench that could tell of it."""
        if self.window.bench() is None:
            crash.log_fault(error)

    def _show_bench(self, place: str = "") -> None:
        session = self.session
        if session is None:
            return
        places = self._house.places(session.frame)
        commands = self._commands(session.frame, places)
        bench = Workbench(session.frame, places, lambda: self._finders(session.frame, places, commands))
        bench.page_made.connect(lambda page: self._house.wire(session.frame, page))
        bench.sidebar.home_wanted.connect(
            lambda: session.frame.reopen(self._preferences.shop or default_shop())
        )
        self.window.show_workbench(bench, session.frame, commands)
        bench.go(place or places[0].key)
        self._name_shop()
        page = bench.page()
        if place or page is None:
            self._ask_copies()
        else:
            # At the start the day board comes first.
            page.painted.connect(self._ask_copies, Qt.ConnectionType.QueuedConnection)

    def _name_shop(self) -> None:
        bench, session = self.window.bench(), self.session
        if bench is None or session is None or self._facts is None:
            return
        bench.sidebar.set_shop(self._facts.name, sample=session.path == sample_shop())
        program = self.tr("Merchant Desk")
        self.window.setWindowTitle(f"{self._facts.name} — {program}")

    def _show_trouble(self, error: Exception) -> None:
        from merchant_desk.shell.trouble import Trouble

        session = self.session
        if session is None:
            return
        if not isinstance(error, DeskError):
            crash.log_fault(error)
            error = DeskError("cannot_open")
        frame, path, usual = session.frame, session.path, default_shop()
        copies = safekeeping.copies(path)
        in_the_way = path == usual and usual.exists()
        hopeless = error.code in {"damaged", "not_a_shop"} and not copies
        trouble = Trouble(error, path, copies, anew=not in_the_way or hopeless)
        trouble.again_wanted.connect(partial(frame.reopen, None))
        trouble.file_wanted.connect(frame.reopen)
        aside = partial(safekeeping.set_aside, usual, frame.clock) if in_the_way else None
        trouble.new_wanted.connect(lambda: frame.reopen(usual, aside))
        trouble.restore_wanted.connect(lambda copy: self._restore(path, copy))
        self.window.show_alone(trouble)
        self.stuck.emit()

    def _restore(self, path: Path, copy: Backup) -> None:
        session = self.session
        if session is not None:
            clock = session.frame.clock
            session.frame.reopen(path, lambda: safekeeping.put_back(path, copy, clock))

    def _dress(self) -> None:
        """Show everything anew in the language and the look of the preferences, at the same place."""
        bench = self.window.bench()
        page = bench.page() if bench is not None else None
        language.install(self._app, self._preferences.language)
        theme.apply(self._app, self._preferences.look)
        if bench is not None:
            self._show_bench(page.key if page is not None else "")
        else:
            self._ask_facts()

    def _follow_system(self) -> None:
        if self._preferences.look == "system" and theme.system_is_dark(self._app) != theme.is_dark():
            self._dress()

    def _settle(self) -> None:
        """What can wait until the window is there: second starts, the daily copy, the charts' library."""
        if self._only is None:
            return  # closed within its first second and a half
        self._only.listen()
        self._keep_safe()
        self._warming = threading.Thread(target=self._house.warm_up, name="warm-up", daemon=True)
        self._warming.start()

    def _keep_safe(self) -> None:
        """The day's first copy, also where the desk stays open over midnight; and the line about it."""
        session = self.session
        if session is None or self._facts is None or session.path == sample_shop():
            return
        today = session.frame.clock.today()
        if self._copied != today:
            self._copied = today
            path, clock = session.path, session.frame.clock
            # On the reader's thread, so that the counter goes on writing meanwhile.
            session.background.read(
                lambda _reader: safekeeping.make_daily_copy(path, clock),
                lambda _done: self._ask_copies(),
                owner=self,
                key="copy",
            )
        else:
            self._ask_copies()

    def _ask_copies(self) -> None:
        session, bench = self.session, self.window.bench()
        if session is None or bench is None:
            return
        path, clock = session.path, session.frame.clock
        session.background.read(
            lambda _reader: safekeeping.last_copy(path),
            lambda written: bench.sidebar.set_backup(safekeeping.copy_words(written, clock)),
            owner=bench,
            key="copies",
        )

    def _commands(self, frame: Frame, places: Sequence[Place]) -> Sequence[Command]:
        commands = [
            *self._house.commands(frame),
            Command("undo", self.tr("Undo the last act"), "Ctrl+Z", frame.undo),
            Command("redo", self.tr("Do it again"), "Ctrl+Shift+Z", frame.redo),
        ]
        commands.append(
            Command("info", self.tr("All keys"), "F1", lambda: self._guide(frame, places, commands))
        )
        return commands

    def _guide(self, frame: Frame, places: Sequence[Place], commands: Sequence[Command]) -> None:
        from merchant_desk.shell.guide import Guide

        frame.open_sheet(Guide(frame, places, commands, self._house.keys()))

    def _finders(
        self, frame: Frame, places: Sequence[Place], commands: Sequence[Command]
    ) -> Sequence[Finder]:
        from merchant_desk.shell.palette import commands_finder

        ways = [
            Command(place.icon, place.words, place.shortcut, partial(frame.go, place.key)) for place in places
        ]
        return *self._house.finders(frame), commands_finder(self.tr("Command"), [*commands, *ways])

    def _tell_fault(self, error: Exception) -> None:
        bench = self.window.bench()
        told = crash.log_fault(error)
        if bench is not None:
            bench.toasts.say_fault(told, crash.open_log)
