"""A sale's receipt: to the receipt printer at once, or the sheet that asks which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell.frame import Notice

if TYPE_CHECKING:
    from merchant_desk.core.errors import DeskError
    from merchant_desk.db.records import Reader
    from merchant_desk.sales.receipts.model import Receipt, ReceiptSettings
    from merchant_desk.shell.frame import Frame

# Everything about paper and printers is loaded when somebody prints: the start of the program prints nothing.


def print_receipt(frame: Frame, sale_id: str) -> None:
    """Print the receipt of a sale that was just made, at once where there is a receipt printer; else ask how.

    Opens the drawer where the shop wants that and cash changed hands. What the printer refuses is said in a
    notice with another way beside it; the sale is not touched by it.
    """

    def shown(found: tuple[Receipt | None, ReceiptSettings]) -> None:
        from merchant_desk.sales.receipts.model import A4

        receipt, settings = found
        if receipt is None:
            return
        if settings.printer and settings.paper != A4:
            kick = settings.kick and receipt.with_cash
            send_receipt(frame, sale_id, receipt, settings, kick=kick)
        else:
            open_receipt(frame, sale_id)

    frame.background.read(lambda reader: read_receipt(reader, sale_id), shown, owner=frame)


def open_receipt(frame: Frame, sale_id: str) -> None:
    """Open the sheet that shows a sale's receipt, prints it on any paper and saves it as a PDF."""
    from merchant_desk.sales.ui.receipt_sheet import ReceiptSheet

    frame.open_sheet(ReceiptSheet(frame, sale_id))


def open_drawer(frame: Frame) -> None:
    """Let the receipt printer open the drawer; where there is none, say so."""

    def found(settings: ReceiptSettings) -> None:
        from merchant_desk.sales.receipts.escpos import KICK

        if settings.printer:
            _send(frame, KICK, settings, "", lambda: None)
        else:
            no_printer = QCoreApplication.translate(
                "receipts", "Say in Settings, Receipts, where the receipt printer is: the drawer hangs on it."
            )
            frame.notice(no_printer, kind="warn")

    frame.background.read(_settings, found, owner=frame)


def read_receipt(reader: Reader, sale_id: str) -> tuple[Receipt | None, ReceiptSettings]:
    """What stands on a sale's receipt, and how the shop wants it."""
    from merchant_desk.sales.receipts import store

    return store.receipt(reader, sale_id), store.settings(reader)


def send_receipt(
    frame: Frame, sale_id: str, receipt: Receipt, settings: ReceiptSettings, *, kick: bool = False
) -> None:
    """Send a receipt to the shop's receipt printer and say what came of it."""
    from merchant_desk.sales.receipts.escpos import receipt_bytes
    from merchant_desk.sales.receipts.layout import blocks

    data = receipt_bytes(blocks(receipt, settings), settings.paper, kick=kick)
    said = QCoreApplication.translate("receipts", "Receipt {number} is at the printer.")
    _send(frame, data, settings, said.format(number=receipt.number), lambda: open_receipt(frame, sale_id))


def send_trial(frame: Frame, shop: str, settings: ReceiptSettings) -> None:
    """Send a test print to the printer that these settings name, and open the drawer if they say so."""
    from merchant_desk.sales.receipts.escpos import receipt_bytes
    from merchant_desk.sales.receipts.layout import trial_blocks

    data = receipt_bytes(trial_blocks(shop, settings), settings.paper, kick=settings.kick)
    said = QCoreApplication.translate("receipts", "The test print is at the printer.")
    _send(frame, data, settings, said, None)


def _settings(reader: Reader) -> ReceiptSettings:
    from merchant_desk.sales.receipts import store

    return store.settings(reader)


def _send(frame: Frame, data: bytes, settings: ReceiptSettings, said: str, otherwise: object) -> None:
    from merchant_desk.sales.receipts.model import read_address
    from merchant_desk.shell.notices import sentence
    from merchant_desk.shell.receipt_printer import printer_of

    def done() -> None:
        if said:
            frame.notice(said)

    def failed(error: DeskError) -> None:
        another = QCoreApplication.translate("receipts", "Another way…")
        ways = ((another, otherwise),) if callable(otherwise) else ()
        frame.notice_wanted.emit(Notice(sentence(error), "error", ways=ways))

    printer_of(frame).send(data, *read_address(settings.printer), done, failed)
