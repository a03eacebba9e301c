"""From HTML to paper: the one place that makes a PDF or prints. What is written on it is built elsewhere."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.files import made_whole
from merchant_desk.shell.pdf_text import put_right

_MARGINS = QMarginsF(14, 12, 14, 12)
_FOOT = 7.0  # millimetres, below the text
_A4_WIDTH, _A4_LENGTH = 210, 297
_ROLL_ENDS = 3.0  # millimetres, above and below what a roll says
_RESOLUTION = 600
_DOTS = 96.0
_POINTS, _FOOT_DOTS = 10.5, 11

# What stands at the foot of a page: its number and how many there are, both from 1.
Foot = Callable[[int, int], str]
# From the one to the other, down from the top of the document laid out as one endless page.
Slice = tuple[float, float]


class Spot(NamedTuple):
    """A place where a page may end, or (`forced`) must; `head` is of the table that goes on behind it."""

    at: float
    head: Slice | None
    forced: bool


class Roll(NamedTuple):
    """Paper from a roll, `width` millimetres wide and cut where the text ends; `margin` is at both sides."""

    width: int
    margin: float


# What the printers' heads reach: 48 and 72 millimetres.
ROLLS = {58: Roll(58, 5), 80: Roll(80, 4)}


def save_pdf(html: str, path: Path, title: str, foot: Foot, roll: Roll | None = None) -> int:
    """Write a PDF with its fonts in it, A4 or one page of a roll, and give how many pages it has.

    A roll has no foot.

    Raises DeskError "cannot_write" (facts: file), "disk_full"; nothing is left behind then.
    """
    pages = [0]

    def make(part: Path) -> None:
        part.touch()  # says at once where the folder refuses
        writer = QPdfWriter(str(part))
        writer.setResolution(_RESOLUTION)
        writer.setTitle(title)
        writer.setCreator("Merchant Desk")
        _lay(writer, html, roll)
        pages[0] = _draw(html, writer, foot, roll)
        if not part.is_file() or not part.stat().st_size:
            raise OSError(part)
        put_right(part, _text_of(html) + foot(1, pages[0]), families())

    made_whole(path, make)
    return pages[0]


def print_out(html: str, title: str, foot: Foot, parent: QWidget, roll: Roll | None = None) -> bool:
    """Ask for the printer and print; whether it was printed. Raises DeskError "no_printer"."""
    # Loaded when somebody prints: it looks for printers, which takes a moment on some networks.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise DeskError("no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    _lay(printer, html, roll)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    if not _draw(html, printer, foot, roll):
        raise DeskError("no_printer")
    return True


def picture(html: str, dots: int, roll: Roll | None = None) -> QImage:
    """How the paper looks, `dots` wide: the roll as long as it is, of A4 the first page."""
    millimetres = roll.width if roll else _A4_WIDTH
    side = roll.margin if roll else _MARGINS.left()
    top = _ROLL_ENDS if roll else _MARGINS.top()
    scale = dots / (millimetres * _DOTS / 25.4)
    document = _laid_out(html, _to_dots(millimetres - 2 * side))
    length = document.size().height() + 2 * _to_dots(top) if roll else _to_dots(_A4_LENGTH)
    image = QImage(dots, round(length * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    painter.translate(QPointF(_to_dots(side), _to_dots(top)))
    _draw_slice(painter, document, 0, length, 0)
    painter.end()
    return image


def families() -> list[str]:
    """The fonts of paper, a Chinese one by name: without it Qt takes one that may not be embedded."""
    if sys.platform == "win32":
        return ["Segoe UI", "Microsoft YaHei", "SimHei"]
    if sys.platform == "darwin":
        return ["Helvetica Neue", "PingFang SC", "Heiti SC"]
    return ["Noto Sans", "Noto Sans CJK SC", "WenQuanYi Zen Hei"]


def _text_of(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def _lay(device: QPagedPaintDevice, html: str, roll: Roll | None) -> None:
    size, margins = QPageSize(QPageSize.PageSizeId.A4), _MARGINS
    if roll is not None:
        document = _laid_out(html, _to_dots(roll.width - 2 * roll.margin))
        length = document.size().height() * 25.4 / _DOTS + 2 * _ROLL_ENDS
        # A page wider than long would be taken for one that lies on its side.
        dots = QSizeF(roll.width, max(math.ceil(length), roll.width + 1))
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        size = QPageSize(dots, QPageSize.Unit.Millimeter, "", exact)
        margins = QMarginsF(roll.margin, _ROLL_ENDS, roll.margin, 0)
    device.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )


def _to_dots(millimetres: float) -> float:
    return millimetres * _DOTS / 25.4


def _draw(html: str, device: QPagedPaintDevice, foot: Foot, roll: Roll | None = None) -> int:
    """Draw all pages and give their number, 0 where the device took none."""
    painter = QPainter()
    if not painter.begin(device):
        return 0
    try:
        # Lengths in HTML are for a screen's dots: it is laid out on one and drawn larger.
        painter.scale(device.logicalDpiX() / _DOTS, device.logicalDpiY() / _DOTS)
        width = painter.viewport().width() * _DOTS / device.logicalDpiX()
        height = painter.viewport().height() * _DOTS / device.logicalDpiY()
        foot_height = _FOOT * _DOTS / 25.4
        document = _laid_out(html, width)
        if roll is not None:
            _draw_slice(painter, document, 0, document.size().height(), 0)
            return 1
        pages = _slices(document, height - foot_height)
        small = _font(_POINTS)
        small.setPixelSize(_FOOT_DOTS)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                device.newPage()
            down = 0.0
            for top, bottom in page:
                _draw_slice(painter, document, top, bottom, down)
                down += bottom - top
            painter.setFont(small)
            painter.setPen(QColor("#444444"))
            below = QRectF(0, height - foot_height, width, foot_height)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignBottom), foot(number, len(pages)))
        return len(pages)
    finally:
        painter.end()


def _laid_out(html: str, width: float) -> QTextDocument:
    """The document as one endless page: Qt itself would cut rows of tables in two."""
    document = QTextDocument()
    screen = QImage(1, 1, QImage.Format.Format_RGB32)
    screen.setDotsPerMeterX(round(_DOTS / 0.0254))
    screen.setDotsPerMeterY(round(_DOTS / 0.0254))
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(_POINTS))
    document.documentLayout().setPaintDevice(screen)
    document.setHtml(html)
    document.setPageSize(QSizeF(width, -1))
    document.setProperty("screen", screen)  # the layout only borrows it
    return document


def _slices(document: QTextDocument, height: float) -> list[list[Slice]]:
    """What is drawn on each page, as slices of the document: a table's head comes again where it goes on.

    A page ends before a row or a heading; only a row longer than a page is cut.
    """
    ends = document.documentLayout().documentSize().height()
    pages: list[list[Slice]] = []
    begin, head = 0.0, None
    spots = [*_spots(document), Spot(ends, None, forced=False)]
    while begin < ends:
        room = height - (head[1] - head[0] if head else 0)
        ahead = [spot for spot in spots if spot.at > begin]
        forced = next((spot for spot in ahead if spot.forced), ahead[-1])
        fitting = [spot for spot in ahead if spot.at <= min(begin + room, forced.at)]
        stop = fitting[-1] if fitting else Spot(min(begin + room, ends), None, forced=False)
        pages.append([*([head] if head else []), (begin, stop.at)])
        begin, head = stop.at, stop.head
    return pages


def _spots(document: QTextDocument) -> list[Spot]:
    """Where a page may end: before headings, and in tables before every row but the first."""
    layout = document.documentLayout()
    found: list[Spot] = []
    seen: set[int] = set()
    block = document.begin()
    while block.isValid():
        table = _table_of(block)
        if table is None and block.blockFormat().headingLevel():
            breaks = block.blockFormat().pageBreakPolicy()
            forced = bool(breaks & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            found.append(Spot(layout.blockBoundingRect(block).top(), None, forced))
        elif table is not None and table.firstPosition() not in seen:
            seen.add(table.firstPosition())
            tops = [_row_top(document, table, row) for row in range(table.rows())]
            if len(tops) > 1:
                found += [Spot(top, (tops[0], tops[1]), forced=False) for top in tops[2:]]
        block = block.next()
    return found


def _table_of(block: QTextBlock) -> QTextTable | None:
    """The table that a block stands in, or None."""
    return QTextCursor(block).currentTable()


def _row_top(document: QTextDocument, table: QTextTable, row: int) -> float:
    """Where a row begins, its padding included."""
    layout = document.documentLayout()
    tops = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        padding = cell.format().toTableCellFormat().topPadding()
        tops.append(layout.blockBoundingRect(cell.firstCursorPosition().block()).top() - padding)
    return min(tops)


def _draw_slice(painter: QPainter, document: QTextDocument, top: float, bottom: float, down: float) -> None:
    """Draw what lies from `top` to `bottom` of the document, `down` from the top of the page."""
    context = QAbstractTextDocumentLayout.PaintContext()
    whole = QRectF(0, top, document.pageSize().width(), bottom - top)
    # What only touches the slice would be clipped, but its text would be in the PDF twice.
    context.clip = whole.adjusted(0, 1, 0, -1)
    # The window may be dark; paper is not.
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.Dark):
        context.palette.setColor(role, QColor("#000000"))
    painter.save()
    painter.translate(QPointF(0, down - top))
    painter.setClipRect(whole)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(families())
    font.setPointSizeF(points)
    # Widths as the font's maker drew them, not as they fit a screen's dots.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
