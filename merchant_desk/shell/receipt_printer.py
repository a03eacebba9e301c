"""Sends bytes to a receipt printer in the shop's network, one receipt after the other, and never waits."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from merchant_desk.core.errors import DeskError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QTcpSocket

PATIENCE_MS = 5_000  # to answer, and again to take what it is sent


class _Job(NamedTuple):
    data: bytes
    host: str
    port: int
    done: Callable[[], object]
    failed: Callable[[DeskError], object]


class ReceiptPrinter(QObject):
    """A queue of receipts: printers take one connection at a time, and close it themselves as a rule.

    A job ends with `done` once the printer has all bytes; whether there is paper in it only the printer
    knows. `failed` gets DeskError "printer_unknown", "printer_refuses", "printer_silent" or "printer_lost"
    (fact `printer`), and nothing is tried again: half a receipt may be on paper.
    """

    def __init__(self, parent: QObject | None = None, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._jobs: deque[_Job] = deque()
        self._socket: QTcpSocket | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self._give_up)
        self._all_said = False

    @property
    def waiting(self) -> int:
        """How many receipts are not through yet."""
        return len(self._jobs)

    def send(
        self,
        data: bytes,
        host: str,
        port: int,
        done: Callable[[], object],
        failed: Callable[[DeskError], object],
    ) -> None:
        """Send `data` after what is queued already."""
        self._jobs.append(_Job(data, host, port, done, failed))
        if len(self._jobs) == 1:
            self._begin()

    def _begin(self) -> None:
        # Loaded when something is printed: the start of the program prints nothing.
        from PySide6.QtNetwork import QNetworkProxy, QTcpSocket

        job = self._jobs[0]
        wire = QTcpSocket(self)
        # A proxy for the web knows nothing of a printer in the next room.
        wire.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        # Methods and no lambdas: one that held the queue would let it go from within its own socket.
        wire.connected.connect(self._write)
        wire.bytesWritten.connect(self._written)
        # What a printer says of itself is let go: bytes left unread would end the connection at once, and
        # with it what is still on its way.
        wire.readyRead.connect(wire.readAll)
        wire.errorOccurred.connect(self._refused)
        wire.disconnected.connect(self._disconnected)
        self._socket = wire
        self._timer.start()
        wire.connectToHost(job.host, job.port)

    def _write(self) -> None:
        self._timer.start()
        if self._socket is not None:
            self._socket.write(self._jobs[0].data)

    def _written(self, _count: int) -> None:
        if self._socket is None:
            return
        self._timer.start()
        if not self._socket.bytesToWrite() and not self._all_said:
            self._all_said = True
            # Says that this is all, and listens on: the printer hangs up when it has everything.
            handle, kind = self._socket.socketDescriptor(), (socket.AF_INET, socket.SOCK_STREAM)
            # Where the printer hung up just now the system refuses this; `disconnected` follows.
            with suppress(OSError), socket.fromfd(handle, *kind) as end:
                end.shutdown(socket.SHUT_WR)

    def _give_up(self) -> None:
        """The printer has not moved for too long; one that has everything and stays on is well served."""
        if self._socket is not None and self._all_said:
            # To close lets go of what the system still holds of the receipt; to cut it off would not.
            self._socket.close()
        else:
            self._fail("printer_silent")

    def _disconnected(self) -> None:
        if self._socket is None:
            return
        if self._all_said:
            self._end().done()
        else:
            self._fail("printer_lost")

    def _refused(self, error: object) -> None:
        from PySide6.QtNetwork import QAbstractSocket

        if self._socket is None:
            return
        kinds = QAbstractSocket.SocketError
        if error == kinds.RemoteHostClosedError and self._all_said:
            return  # it has everything; `disconnected` follows
        codes = {
            kinds.HostNotFoundError: "printer_unknown",
            kinds.ConnectionRefusedError: "printer_refuses",
            kinds.RemoteHostClosedError: "printer_lost",
        }
        self._fail(codes.get(error, "printer_silent") if isinstance(error, kinds) else "printer_silent")

    def _fail(self, code: str) -> None:
        if self._socket is None:
            return
        job = self._end()
        job.failed(DeskError(code, printer=f"{job.host}:{job.port}"))

    def _end(self) -> _Job:
        """Let go of the socket and take up the next receipt; gives the job that ended."""
        self._timer.stop()
        wire, self._socket = self._socket, None
        self._all_said = False
        if wire is not None:
            # Not now: this may be one of its own signals. Deleted, it is cut off.
            wire.deleteLater()
        job = self._jobs.popleft()
        if self._jobs:
            # Printers need a moment to be ready for the next connection.
            QTimer.singleShot(0, self, self._begin)
        return job


def printer_of(owner: QObject) -> ReceiptPrinter:
    """The one queue that belongs to `owner` (the frame), made where there is none yet."""
    found = owner.findChild(ReceiptPrinter)
    return found if isinstance(found, ReceiptPrinter) else ReceiptPrinter(owner)
