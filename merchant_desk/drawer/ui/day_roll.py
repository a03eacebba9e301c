"""A day's sheet on the shop's receipt printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from merchant_desk.drawer.paper import PaperLine
    from merchant_desk.sales.receipts.layout import Block
    from merchant_desk.sales.receipts.model import ReceiptSettings
    from merchant_desk.shell.frame import Frame

# Printers and their language are loaded when somebody prints: the start of the program prints nothing.


def send_day(frame: Frame, sheet: Iterable[PaperLine], settings: ReceiptSettings, paper: int) -> None:
    """Send the sheet to the receipt printer that the shop named; what it refuses is said in a notice.

    `paper` is the roll's width, 58 or 80 millimetres.
    """
    from merchant_desk.sales.receipts.escpos import receipt_bytes
    from merchant_desk.sales.receipts.model import read_address
    from merchant_desk.shell.receipt_printer import printer_of

    data = receipt_bytes(blocks(sheet), paper)
    said = QCoreApplication.translate("day close", "The day close is at the printer.")
    printer_of(frame).send(data, *read_address(settings.printer), lambda: frame.notice(said), frame.fail)


def blocks(sheet: Iterable[PaperLine]) -> Iterator[Block]:
    """The lines as a receipt printer takes them."""
    from merchant_desk.sales.receipts.layout import Row, Rule, Text

    for line in sheet:
        if line.kind == "title":
            yield Text(line.left, align="center", bold=True)
        elif line.kind == "heading":
            yield Rule()
            yield Text(line.left, bold=True)
        elif line.kind == "row":
            yield Row(line.left, line.right, bold=line.strong)
        elif line.left:
            yield Text(line.left)
