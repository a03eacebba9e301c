"""What every page and sheet is given: work in the background, sheets, notices, undo, the way elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices
from merchant_desk.shell.words import verb_name

if TYPE_CHECKING:
    from merchant_desk.core.changes import Changes
    from merchant_desk.core.clock import Clock
    from merchant_desk.db.history import Undone
    from merchant_desk.desk import Desk
    from merchant_desk.shell.background import Background
    from merchant_desk.shell.preferences import Preferences
    from merchant_desk.shell.sheet import Sheet

T = TypeVar("T")
Kind = Literal["info", "warn", "error"]


class Notice(NamedTuple):
    """One line at the bottom of the window; `undo` takes back what it tells of.

    `ways` are further buttons: their words, and what each does. `act` is the id of the act that it tells
    of: what is said of the same act later takes its place.
    """

    text: str
    kind: Kind = "info"
    undo: Callable[[], None] | None = None
    ways: tuple[tuple[str, Callable[[], object]], ...] = ()
    act: str = ""


class Frame(QObject):
    """The window as its pages know it.

    The window listens to the signals that end in `_wanted`; `changed` carries the topics of every
    finished act, on the GUI thread; `minute` comes when the clock's minute turns.
    """

    changed = Signal(object)
    minute = Signal(object)
    sheet_wanted = Signal(object)
    sheet_unwanted = Signal()
    notice_wanted = Signal(object)
    fault_wanted = Signal(object)
    place_wanted = Signal(str, object)
    follow_wanted = Signal(str, object)
    palette_wanted = Signal(str)
    look_wanted = Signal()
    reopen_wanted = Signal(object, object)

    def __init__(
        self,
        background: Background,
        clock: Clock,
        preferences: Preferences,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.background = background
        self.clock = clock
        self.preferences = preferences
        # Published on the writer thread; Qt carries the signal over to this one.
        self._unsubscribe = changes.subscribe(self.changed.emit)
        background.unanswered.connect(self.fail)
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self._tick)
        self._wind()

    def open_sheet(self, sheet: Sheet) -> None:
        """Slide `sheet` in, above one that is open already."""
        self.sheet_wanted.emit(sheet)

    def close_sheet(self) -> None:
        """Close the topmost sheet without asking."""
        self.sheet_unwanted.emit()

    def notice(self, text: str, undo: bool = False, kind: Kind = "info") -> None:
        """Say `text` at the bottom; `undo` offers to take back the last act."""
        self.notice_wanted.emit(Notice(text, kind, self.undo if undo else None))

    def fail(self, error: Exception) -> None:
        """Say why something was refused; what is no `DeskError` is a fault and goes to the log."""
        if isinstance(error, DeskError):
            self.notice_wanted.emit(Notice(notices.sentence(error), "error"))
        else:
            self.fault_wanted.emit(error)

    def act(
        self,
        work: Callable[[Desk], T],
        said: str | Callable[[T], str] = "",
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do `work` on the writer thread, then say `said` with Undo for exactly that act."""

        def done(outcome: tuple[T, str | None]) -> None:
            answer, act_id = outcome
            text = said(answer) if callable(said) else said
            if text:
                undo = None if act_id is None else (lambda: self._undo_act(act_id))
                self.notice_wanted.emit(Notice(text, "info", undo, act=act_id or ""))
            if then is not None:
                then(answer)

        self.background.run(lambda desk: _with_act(desk, work), done, failed, owner=owner)

    def undo(self) -> None:
        """Take back the last act."""
        self.background.run(lambda desk: desk.undo(), self._say_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.background.run(lambda desk: desk.redo(), self._say_redone)

    def go(self, page_key: str, **where: object) -> None:
        """Show the page `page_key`; `where` goes to its `arrive`."""
        self.place_wanted.emit(page_key, where)

    def follow(self, page_key: str, **where: object) -> None:
        """Let the page `page_key` show `where` when it is next on screen, without going there."""
        self.follow_wanted.emit(page_key, where)

    def open_palette(self, text: str = "") -> None:
        """Open the search over everything (Ctrl+K)."""
        self.palette_wanted.emit(text)

    def look_changed(self) -> None:
        """Build the window anew after the language or the look in the preferences changed."""
        self.look_wanted.emit()

    def reopen(self, path: Path | None = None, before: Callable[[], object] | None = None) -> None:
        """Close the shop's file, do `before` while nobody has it open, and open `path` (or the same) again.

        This frame and every page are replaced by new ones. What `before` raises is said, and the
        file is opened all the same.
        """
        self.reopen_wanted.emit(path, before)

    def close(self) -> None:
        """Hear of no more changes."""
        self._unsubscribe()
        self._ticker.stop()

    def _undo_act(self, act_id: str) -> None:
        def work(desk: Desk) -> Undone:
            from merchant_desk.db import history

            return history.undo_act(desk.file, act_id)

        self.background.run(work, self._say_undone)

    def _say_undone(self, undone: Undone) -> None:
        text = self.tr("Undone: {act}").format(act=_named(undone))
        self.notice_wanted.emit(Notice(text, act=undone.act_id))

    def _say_redone(self, redone: Undone) -> None:
        text = self.tr("Done again: {act}").format(act=_named(redone))
        self.notice_wanted.emit(Notice(text, undo=self.undo, act=redone.act_id))

    def _tick(self) -> None:
        self.minute.emit(self.clock.now())
        self._wind()

    def _wind(self) -> None:
        self._ticker.start((60 - self.clock.now().second) * 1000 + 50)


def _named(turned: Undone) -> str:
    name = verb_name(turned.verb)
    return f"{name} · {turned.subject}" if turned.subject else name


def _with_act(desk: Desk, work: Callable[[Desk], T]) -> tuple[T, str | None]:
    """The answer of `work`, and the id of the act it wrote, if it wrote one."""
    from merchant_desk.db import history

    before = history.last(desk.file)
    answer = work(desk)
    after = history.last(desk.file)
    fresh = after is not None and (before is None or before.id != after.id)
    return answer, after.id if fresh and after is not None else None
