"""One window for one shop's file: a second start raises the first window and leaves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from merchant_desk.core.paths import data_dir

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 5_000
_TRY_MS = 200


class SingleInstance(QObject):
    """Holds the shop's file for this process; `raised` says that somebody started the program again."""

    raised = Signal()

    def __init__(self, shop: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = key(shop)
        self._lock = QLockFile(str(data_dir() / f"running-{name}.lock"))
        # Held as long as the program runs: only a dead process makes it stale, no age.
        self._lock.setStaleLockTime(0)
        self._name = name
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the shop; False where another process has it.

        A folder in which nothing can be written holds nobody back here: opening the file says so.
        """
        try:
            data_dir().mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear of second starts from now on; after the first frame, since it imports QtNetwork."""
        from PySide6.QtNetwork import QLocalServer

        address = _address(self._name)
        QLocalServer.removeServer(address)  # left over by a process that died
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self._server.listen(address)

    def raise_other(self) -> bool:
        """Ask the process that has the shop to show its window; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket

        _let_others_come_forward()
        for _attempt in range(_PATIENCE_MS // _TRY_MS):
            socket = QLocalSocket()
            socket.connectToServer(_address(self._name))
            if socket.waitForConnected(_TRY_MS):
                heard = socket.waitForReadyRead(_PATIENCE_MS)
                socket.disconnectFromServer()
                return heard
            # The other one may only just have started, and listens after its first frame.
            self._lock.tryLock(_TRY_MS)
            if self._lock.isLocked():
                self._lock.unlock()
                return False
        return False

    def release(self) -> None:
        """Let the shop go."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _answer(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.write(b"here")
            socket.flush()
            socket.disconnected.connect(socket.deleteLater)
            self.raised.emit()


def key(shop: Path) -> str:
    """A short name for a shop's file, the same for every way of writing its path."""
    whole = str(shop.resolve())
    if sys.platform in {"win32", "darwin"}:
        whole = whole.casefold()
    # Qt's own, since hashlib would load OpenSSL before the first picture.
    made = QCryptographicHash.hash(whole.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(made.data()).hex()[:16]


def _address(name: str) -> str:
    """Where the first window of this user listens."""
    import getpass

    return f"merchant-desk-{getpass.getuser()}-{name}"


def _let_others_come_forward() -> None:
    """Windows lets only the process in front hand the front over."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
