"""Work off the GUI thread: one thread owns the shop's file, a second one only reads."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from functools import cache
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from merchant_desk.core.errors import DeskError

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.db.shop_file import ShopFile
    from merchant_desk.desk import Desk

T = TypeVar("T")
_OPENED = 0


class Unfurnished(NamedTuple):
    """An open file, and how to make a desk of it: the rooms' acts are imported for the first act only."""

    file: ShopFile
    furnish: Callable[[], Desk]


class _Job:
    """One piece of work, its owner, and who wants the answer.

    It is created and let go on the GUI thread: a widget that its callbacks hold must not
    die on another one.
    """

    __slots__ = ("answer", "dropped", "error", "failed", "owner", "slot", "then", "work")

    def __init__(
        self,
        work: Callable[[Any], Any],
        then: Callable[[Any], object] | None,
        failed: Callable[[Exception], object] | None,
        owner: QObject | None,
        slot: tuple[int, str] | None,
    ) -> None:
        self.work = work
        self.then = then
        self.failed = failed
        self.owner = owner
        self.slot = slot
        self.dropped = False
        self.answer: Any = None
        self.error: Exception | None = None

    def carry_out(self, source: Callable[[], object]) -> None:
        """Do the work with what the thread owns; the answer or the error stays here."""
        try:
            self.answer = self.work(source())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told on the GUI thread
            self.error = error

    def let_go(self) -> None:
        """Hold nothing any more: an error's traceback leads back here, in a circle."""
        self.work = _nothing
        self.then = self.failed = self.owner = self.answer = self.error = None


_Opened = tuple[Callable[[], Any], "ShopFile"]


class _Line(threading.Thread):
    """A thread that opens its file once and then works through its queue in order."""

    def __init__(
        self,
        name: str,
        opener: Callable[[], _Opened],
        tell: Callable[[int], object],
        may_skip: bool,
    ) -> None:
        super().__init__(name=name, daemon=True)
        self._opener = opener
        self._tell = tell
        self._may_skip = may_skip
        self._queue: SimpleQueue[tuple[int, _Job] | None] = SimpleQueue()
        self.opened = threading.Event()
        self.refusal: Exception | None = None

    def add(self, token: int, job: _Job) -> None:
        """Queue a job; `tell(token)` comes when it is done."""
        self._queue.put((token, job))

    def finish(self) -> None:
        """End after what is queued."""
        self._queue.put(None)

    def run(self) -> None:
        """Open, say so with token 0, then work until `finish`."""
        source: Callable[[], Any] = _nobody
        file: ShopFile | None = None
        try:
            source, file = self._opener()
        except Exception as error:  # noqa: BLE001 - told on the GUI thread, as `refused`
            self.refusal = error
        self.opened.set()
        self._tell(_OPENED)
        while (item := self._queue.get()) is not None:
            token, job = item
            if self.refusal is None and not (job.dropped and self._may_skip):
                job.carry_out(source)
            # The last hold on the job must be the GUI thread's, before it hears of it.
            del item, job
            self._tell(token)
        if file is not None:
            file.close()


class Background(QObject):
    """Runs work beside the GUI and brings the answers back to it.

    `open_writer` makes the `Desk` on the writer thread, `open_reader` the read-only file on the
    other one, after the writer has opened. `inline=True` does everything at once on the calling
    thread; then the openers' errors are raised here.
    """

    opened = Signal()
    refused = Signal(object)  # the error that kept the file from opening; no answer comes after it
    unanswered = Signal(object)  # an error that nobody took with `failed`
    _told = Signal(int)

    def __init__(
        self,
        open_writer: Callable[[], Desk | Unfurnished],
        open_reader: Callable[[], ShopFile],
        inline: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = itertools.count(_OPENED + 1)
        self._waiting: dict[int, _Job] = {}
        self._latest: dict[tuple[int, str], _Job] = {}
        self._closed = False
        self._inline: tuple[_Opened, _Opened] | None = None

        def writing() -> _Opened:
            desk = open_writer()
            if isinstance(desk, Unfurnished):
                return cache(desk.furnish), desk.file
            return lambda: desk, desk.file

        if inline:
            writer, file = writing(), open_reader()
            self._inline = (writer, (lambda: file, file))
            return

        def reading() -> _Opened:
            # A new file has no tables, and an old one not the right ones, before the writer has opened it.
            self._writer.opened.wait()
            if self._writer.refusal is not None:
                raise self._writer.refusal
            file = open_reader()
            return lambda: file, file

        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._writer = _Line("writer", writing, self._told.emit, may_skip=False)
        self._reader = _Line("reader", reading, self._told.emit, may_skip=True)
        self._refused = False
        self._lines_open = 0
        self._writer.start()
        self._reader.start()

    def run(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Do `work` on the writer thread, in order; `then(answer)` or `failed(error)` on the GUI thread.

        A newer request of the same owner and key drops the older one's answer, never its work.
        Answers for a destroyed owner are dropped.
        """
        self._ask(writing=True, job=_Job(work, then, failed, owner, _slot(owner, key)))

    def read(
        self,
        work: Callable[[Reader], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Do `work` on the read-only thread; a newer request of the same owner and key replaces it."""
        self._ask(writing=False, job=_Job(work, then, failed, owner, _slot(owner, key)))

    def close(self) -> None:
        """Finish what is queued and close the file; waits for it. Answers still to come are dropped."""
        if self._closed:
            return
        self._closed = True
        if self._inline is not None:
            for _source, file in reversed(self._inline):
                file.close()
            return
        self._writer.finish()
        self._reader.finish()
        self._reader.join()
        self._writer.join()
        self._waiting.clear()

    @property
    def waiting(self) -> int:
        """How many answers are still to come."""
        return len(self._waiting)

    def _ask(self, writing: bool, job: _Job) -> None:
        if job.slot is not None:
            older = self._latest.get(job.slot)
            if older is not None:
                older.dropped = True
            self._latest[job.slot] = job
        if self._inline is not None:
            job.carry_out(self._inline[0 if writing else 1][0])
            self._answer(job)
            return
        token = next(self._tokens)
        self._waiting[token] = job
        (self._writer if writing else self._reader).add(token, job)

    def _deliver(self, token: int) -> None:
        if self._closed:
            return
        if token == _OPENED:
            self._line_opened()
            return
        job = self._waiting.pop(token)
        try:
            if not self._refused:
                self._answer(job)
        finally:
            job.let_go()

    def _line_opened(self) -> None:
        """Say once both lines are open that they are, or why one of them is not."""
        self._lines_open += 1
        refusal = self._writer.refusal or self._reader.refusal
        if refusal is not None and not self._refused:
            self._refused = True
            self.refused.emit(refusal)
        elif refusal is None and self._lines_open == 2:
            self.opened.emit()

    def _answer(self, job: _Job) -> None:
        if job.slot is not None and self._latest.get(job.slot) is job:
            del self._latest[job.slot]
        wanted = not job.dropped and (job.owner is None or shiboken6.isValid(job.owner))
        if job.error is None:
            if wanted and job.then is not None:
                job.then(job.answer)
        elif wanted and job.failed is not None:
            job.failed(job.error)
        elif wanted or not isinstance(job.error, DeskError):
            # Nobody waits for a dropped answer, but a fault is worth the log in any case.
            self.unanswered.emit(job.error)


def _nobody() -> object:
    raise RuntimeError("the file is not open")


def _nothing(_source: object) -> None:
    """The work of a job that is done."""


def _slot(owner: QObject | None, key: str) -> tuple[int, str] | None:
    return (id(owner), key) if key else None
