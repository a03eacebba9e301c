"""Bytes to a receipt printer, against one that listens on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot

from merchant_desk.core.errors import DeskError
from merchant_desk.shell.receipt_printer import ReceiptPrinter, printer_of

HOST = "127.0.0.1"
# More than the systems' buffers take on their own.
MUCH = b"x" * 30_000_000


class Printer(QTcpServer):
    """A printer in the network: keeps what each connection sends it."""

    def __init__(self) -> None:
        super().__init__()
        self.receipts: list[bytes] = []
        self.reads = True
        self.says = b""
        self.hangs_up_after: int | None = None
        self._sockets: list[QTcpSocket] = []
        self.newConnection.connect(self._take)
        assert self.listen(QHostAddress(HOST))

    def _take(self) -> None:
        socket = self.nextPendingConnection()
        self._sockets.append(socket)
        at = len(self.receipts)
        self.receipts.append(b"")
        if not self.reads:
            socket.setReadBufferSize(16)
            return
        if self.says:
            socket.write(self.says)

        def read() -> None:
            self.receipts[at] += bytes(socket.readAll().data())
            if self.hangs_up_after is not None and len(self.receipts[at]) >= self.hangs_up_after:
                socket.abort()

        socket.readyRead.connect(read)
        read()


class Told:
    """What came of the receipts, in order."""

    def __init__(self) -> None:
        self.outcomes: list[str] = []

    def done(self) -> None:
        self.outcomes.append("done")

    def failed(self, error: DeskError) -> None:
        self.outcomes.append(error.code)


@pytest.fixture
def printer() -> Iterator[Printer]:
    made = Printer()
    yield made
    made.close()


def send(queue: ReceiptPrinter, data: bytes, port: int, told: Told, host: str = HOST) -> None:
    queue.send(data, host, port, told.done, told.failed)


def test_every_byte_arrives(qtbot: QtBot, printer: Printer) -> None:
    queue, told = ReceiptPrinter(), Told()
    data = bytes(range(256)) * 400
    send(queue, data, printer.serverPort(), told)
    assert told.outcomes == []  # nobody waited for it
    qtbot.waitUntil(lambda: told.outcomes == ["done"] and printer.receipts == [data])
    assert queue.waiting == 0


def test_receipts_come_out_one_after_the_other(qtbot: QtBot, printer: Printer) -> None:
    queue, told = ReceiptPrinter(), Told()
    for text in (b"one", b"two", b"three"):
        send(queue, text, printer.serverPort(), told)
    qtbot.waitUntil(lambda: printer.receipts == [b"one", b"two", b"three"])
    qtbot.waitUntil(lambda: told.outcomes == ["done"] * 3)


def test_a_printer_that_talks_back_still_gets_everything(qtbot: QtBot, printer: Printer) -> None:
    printer.says = b"\x10\x00\x00\x00" * 100
    queue, told = ReceiptPrinter(), Told()
    data = b"receipt" * 20_000
    send(queue, data, printer.serverPort(), told)
    qtbot.waitUntil(lambda: printer.receipts == [data])
    qtbot.waitUntil(lambda: told.outcomes == ["done"])


def test_nobody_listens_there(qtbot: QtBot, printer: Printer) -> None:
    port = printer.serverPort()
    printer.close()
    queue, told = ReceiptPrinter(), Told()
    send(queue, b"receipt", port, told)
    qtbot.waitUntil(lambda: told.outcomes == ["printer_refuses"])


def test_no_such_name(qtbot: QtBot) -> None:
    queue, told = ReceiptPrinter(patience_ms=20_000), Told()
    send(queue, b"receipt", 9100, told, host="no-such-printer.invalid")
    qtbot.waitUntil(lambda: told.outcomes == ["printer_unknown"], timeout=20_000)


def test_one_that_takes_nothing_is_given_up_and_the_next_receipt_tried(
    qtbot: QtBot, printer: Printer
) -> None:
    printer.reads = False
    queue, told = ReceiptPrinter(patience_ms=300), Told()
    send(queue, MUCH, printer.serverPort(), told)
    other = Printer()
    send(queue, b"next", other.serverPort(), told)
    qtbot.waitUntil(lambda: told.outcomes == ["printer_silent", "done"])
    qtbot.waitUntil(lambda: other.receipts == [b"next"])
    other.close()


def test_one_that_hangs_up_in_the_middle_is_no_success(qtbot: QtBot, printer: Printer) -> None:
    printer.hangs_up_after = 1000
    queue, told = ReceiptPrinter(), Told()
    send(queue, MUCH, printer.serverPort(), told)
    qtbot.waitUntil(lambda: told.outcomes != [])
    assert told.outcomes == ["printer_lost"]


def test_the_address_is_told(qtbot: QtBot, printer: Printer) -> None:
    port = printer.serverPort()
    printer.close()
    errors: list[DeskError] = []
    queue = ReceiptPrinter()
    queue.send(b"receipt", HOST, port, lambda: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].facts == {"printer": f"{HOST}:{port}"}


def test_there_is_one_queue_for_a_window(qtbot: QtBot) -> None:
    window = QObject()
    queue = printer_of(window)
    assert printer_of(window) is queue
    assert printer_of(QObject()) is not queue


def test_one_that_never_hangs_up_has_it_all_the_same(qtbot: QtBot) -> None:
    # A plain socket that nobody reads: the system takes the bytes, and the other end never closes.
    with socket.create_server((HOST, 0)) as quiet:
        queue, told = ReceiptPrinter(patience_ms=200), Told()
        send(queue, b"receipt", quiet.getsockname()[1], told)
        qtbot.waitUntil(lambda: told.outcomes == ["done"])
