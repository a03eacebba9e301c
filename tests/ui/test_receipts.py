"""Receipts on the screen, on paper, and at a printer that listens on loopback."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from merchant_desk.desk import Desk
from merchant_desk.sales.model import PaymentDraft, SaleDraft, SaleLineDraft
from merchant_desk.sales.receipts import store
from merchant_desk.sales.receipts.escpos import KICK
from merchant_desk.sales.receipts.layout import blocks
from merchant_desk.sales.receipts.model import A4, Receipt, ReceiptSettings
from merchant_desk.sales.receipts.page import page, roll
from merchant_desk.sales.ui.receipt_print import open_drawer, print_receipt
from merchant_desk.sales.ui.receipt_sheet import ReceiptSheet
from merchant_desk.sales.ui.receipt_tab import ReceiptTab
from merchant_desk.sales.ui.receipt_view import html_of, text_of
from merchant_desk.shell import choose_file, paper
from merchant_desk.shell.frame import Frame, Notice
from merchant_desk.shell.sheet import Sheet
from tests.sales.receipts.papers import GIVEN_BACK, SOLD, printed, receipt

HOST = "127.0.0.1"
QR = "https://example.com/小满"


class Printer(QTcpServer):
    """Keeps all it is sent."""

    def __init__(self) -> None:
        super().__init__()
        self.data = b""
        self._sockets: list[QTcpSocket] = []
        self.newConnection.connect(self._take)
        assert self.listen(QHostAddress(HOST))

    @property
    def address(self) -> str:
        return f"{HOST}:{self.serverPort()}"

    def _take(self) -> None:
        socket = self.nextPendingConnection()
        self._sockets.append(socket)
        socket.readyRead.connect(self._read)

    def _read(self) -> None:
        self.data += b"".join(bytes(socket.readAll().data()) for socket in self._sockets)


class Window:
    """What the window would show."""

    def __init__(self, frame: Frame) -> None:
        self.sheets: list[Sheet] = []
        self.notices: list[Notice] = []
        frame.sheet_wanted.connect(self.sheets.append)
        frame.notice_wanted.connect(self.notices.append)


@pytest.fixture
def printer(qtbot: QtBot) -> Iterator[Printer]:
    made = Printer()
    yield made
    made.close()


@pytest.fixture
def window(page_frame: Frame) -> Window:
    return Window(page_frame)


def sell(desk: Desk, method: str = "cash") -> str:
    """A sale of two lines, 236 yuan."""
    lines = (SaleLineDraft("法式 <b>", 198_00), SaleLineDraft("加钻", 38_00, kind="add_on"))
    given = 300_00 if method == "cash" else None
    draft = SaleDraft(lines, (PaymentDraft(method, 236_00, given=given),), cashier="小雨")
    return desk.sales.check_out(draft)


def pdf_of(told: Receipt, settings: ReceiptSettings, path: Path) -> tuple[str, tuple[int, int], list[str]]:
    """Text, size in millimetres and QR codes of a receipt's PDF, which is one page."""
    width = paper.ROLLS.get(settings.paper)
    assert paper.save_pdf(html_of(told, settings), path, "t", lambda *_: "", width) == 1
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_bounded().replace("\r\n", "")
        size = document[0].get_size()
        image = document[0].render(scale=3).to_pil()
    codes = [found.text for found in zxingcpp.read_barcodes(image)]
    return text, (round(size[0] * 25.4 / 72), round(size[1] * 25.4 / 72)), codes


# ---- on paper


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("width", [58, 80, A4])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_pdf_has_all_that_the_receipt_says_and_a_code_that_reads(
    tmp_path: Path, width: int, language: str
) -> None:
    settings = ReceiptSettings(width, language, "湖滨路 12 号", "欢迎再来", QR)
    text, (across, down), codes = pdf_of(SOLD, settings, tmp_path / "a.pdf")
    chinese = language == "zh_CN"
    wanted = ("小满美甲", "湖滨路 12 号", "20250820-0007", "李悦", "1,325.40", "−20.00", "3.60", "欢迎再来")
    for words in (*wanted, "本单非发票" if chinese else "This is not an invoice", "2026-08-20"):
        assert words in text, words
    assert across == width
    assert down == 297 if width == A4 else 150 < down < 260
    assert codes == [QR]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("width", [58, 80, A4])
def test_a_refund_names_its_sale_and_its_invoice(tmp_path: Path, width: int) -> None:
    text, (_across, down), codes = pdf_of(GIVEN_BACK, ReceiptSettings(width), tmp_path / "a.pdf")
    for words in ("退款单", "20250819-0003", "过敏", "−¥178.00", "24312000000123456789"):
        assert words in text
    assert codes == []
    assert down == 297 if width == A4 else down < 120  # a short receipt takes little paper


@pytest.mark.parametrize("width", [58, A4])
def test_what_is_void_or_open_says_so(width: int) -> None:
    settings = ReceiptSettings(width)
    html = roll if width != A4 else None
    for told, words in (
        (receipt(status="void"), "已作废"),
        (receipt(status="open", payments=()), "未付"),
        (receipt(status="open", held=True, payments=()), "挂单"),
    ):
        shown = html(blocks(told, settings), width) if html else page(told, settings)
        assert words in shown
        assert words not in html_of(SOLD, settings)


def test_what_was_typed_is_no_markup() -> None:
    told = receipt(customer="<b>Ana</b>", shop="A & B", lines=())
    for shown in (html_of(told, ReceiptSettings()), html_of(told, ReceiptSettings(A4))):
        assert "&lt;b&gt;Ana&lt;/b&gt;" in shown
        assert "A &amp; B" in shown


# ---- to the printer


def test_a_sale_goes_to_the_receipt_printer_and_opens_the_drawer(
    page_frame: Frame, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    desk.receipts.save(ReceiptSettings(printer=printer.address, kick=True))
    print_receipt(page_frame, sell(desk))
    qtbot.waitUntil(lambda: bool(window.notices))
    assert window.notices[0].text == "Receipt 20250820-0001 is at the printer."
    told = printed(printer.data)
    assert KICK in told.orders
    lines = [line for line, _ in told.lines]
    assert "法式 <b>                  198.00" in lines
    assert "合计    ￥236.00" in lines
    assert "  找零                     64.00" in lines
    assert window.sheets == []


def test_the_drawer_stays_shut_where_no_cash_changed_hands(
    page_frame: Frame, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    desk.receipts.save(ReceiptSettings(printer=printer.address, kick=True))
    print_receipt(page_frame, sell(desk, "wechat"))
    qtbot.waitUntil(lambda: bool(window.notices))
    assert printer.data
    assert KICK not in printer.data


def test_without_a_receipt_printer_the_sheet_asks(page_frame: Frame, desk: Desk, window: Window) -> None:
    print_receipt(page_frame, sell(desk))
    assert isinstance(window.sheets[0], ReceiptSheet)


def test_a_printer_that_is_off_is_said_with_another_way(
    page_frame: Frame, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    address = printer.address
    printer.close()
    desk.receipts.save(ReceiptSettings(printer=address))
    print_receipt(page_frame, sell(desk))
    qtbot.waitUntil(lambda: bool(window.notices))
    notice = window.notices[0]
    assert notice.kind == "error"
    assert address in notice.text
    ((_words, way),) = notice.ways
    way()
    assert isinstance(window.sheets[0], ReceiptSheet)


def test_the_drawer_alone(
    page_frame: Frame, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    open_drawer(page_frame)
    assert "Settings" in window.notices[0].text
    desk.receipts.save(ReceiptSettings(printer=printer.address))
    open_drawer(page_frame)
    qtbot.waitUntil(lambda: printer.data == KICK)


# ---- the sheet


def opened(frame: Frame, sale_id: str, qtbot: QtBot) -> ReceiptSheet:
    sheet = ReceiptSheet(frame, sale_id)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_another_paper_and_language_are_shown_at_once_and_not_kept(
    page_frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    sheet = opened(page_frame, sell(desk), qtbot)
    assert "消费单" in sheet.view.shown()
    QTest.mouseClick(button(sheet, "English"), Qt.MouseButton.LeftButton)
    assert "This is not an invoice" in sheet.view.shown()
    QTest.mouseClick(button(sheet, "A4"), Qt.MouseButton.LeftButton)
    assert sheet.paper.current() == str(A4)
    assert store.settings(desk.file) == ReceiptSettings()
    desk.shop.close_days(dt.date(2025, 9, 1), dt.date(2025, 9, 1))
    page_frame.changed.emit(frozenset({"shop"}))
    assert sheet.paper.current() == str(A4)


def test_ctrl_enter_sends_it(
    page_frame: Frame, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    desk.receipts.save(ReceiptSettings(80, "en", printer=printer.address, kick=True))
    sheet = opened(page_frame, sell(desk), qtbot)
    assert printer.address in sheet.where.text()
    with qtbot.waitActive(sheet):
        sheet.activateWindow()
    sheet.focus_first()
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.notices))
    assert "Total           ￥236.00" in [line for line, _ in printed(printer.data).lines]
    assert KICK not in printer.data  # printed again, the drawer stays shut


def test_a_pdf_is_saved_where_it_is_wanted(
    page_frame: Frame,
    desk: Desk,
    window: Window,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = opened(page_frame, sell(desk), qtbot)
    wanted: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _pattern: str) -> Path:
        wanted.append(Path(proposed).name)
        return tmp_path / "receipt"

    monkeypatch.setattr(choose_file, "place_to_save", choose)
    QTest.mouseClick(sheet.pdf, Qt.MouseButton.LeftButton)
    assert wanted == ["20250820-0001.pdf"]
    with pypdfium2.PdfDocument(tmp_path / "receipt.pdf") as document:
        assert "合计" in document[0].get_textpage().get_text_bounded()
    assert window.notices[0].text == "receipt.pdf saved."


def test_no_printer_is_said_in_the_sheet(
    page_frame: Frame, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    sheet = opened(page_frame, sell(desk), qtbot)
    sheet.press_primary()
    assert any("printer" in label for label in texts(sheet, "error"))


def test_a_voided_sale_shows_so_while_it_is_open(page_frame: Frame, desk: Desk, qtbot: QtBot) -> None:
    sale_id = sell(desk)
    sheet = opened(page_frame, sale_id, qtbot)
    assert "已作废" not in sheet.view.shown()
    desk.sales.void(sale_id, "打错了")
    assert "已作废" in sheet.view.shown()


def test_what_is_read_out_is_the_receipt() -> None:
    read = text_of(SOLD, ReceiptSettings(qr=QR)).splitlines()
    assert "合计 ¥1,325.40" in read
    assert QR in read


# ---- the settings


@pytest.fixture
def tab(page_frame: Frame, qtbot: QtBot) -> ReceiptTab:
    made = ReceiptTab(page_frame)
    qtbot.addWidget(made)
    qtbot.addWidget(made.button_box)
    made.resize(1100, 700)
    made.show()
    made.reload()
    return made


def test_what_is_typed_is_shown_at_once_and_saved_with_one_button(
    tab: ReceiptTab, desk: Desk, window: Window
) -> None:
    QTest.keyClicks(tab.head, "Lake Road 12")
    QTest.keyClicks(tab.qr, "https://example.com")
    assert "Lake Road 12" in tab.view.shown()
    QTest.mouseClick(button(tab, "80 mm"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(tab.printer, "192.168.1.50")
    tab.kick.click()
    QTest.keyClick(tab.printer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.settings(desk.file) == ReceiptSettings(
        80, "zh_CN", "Lake Road 12", "", "https://example.com", "192.168.1.50", kick=True
    )
    assert window.notices[0].text == "Receipts saved."
    desk.undo()
    tab.reload()
    assert tab.typed() == ReceiptSettings()


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(tab: ReceiptTab, desk: Desk) -> None:
    QTest.keyClicks(tab.printer, "not a printer")
    tab.save.click()
    assert "192.168.1.50" in tab.printer_field.error.text()
    assert tab.printer.value() == "not a printer"
    assert store.settings(desk.file) == ReceiptSettings()
    tab.reload()
    assert tab.printer.value() == "not a printer"


def test_a_test_print_comes_out_before_anything_is_saved(
    tab: ReceiptTab, desk: Desk, window: Window, printer: Printer, qtbot: QtBot
) -> None:
    assert not tab.trial.isEnabled()
    QTest.keyClicks(tab.printer, printer.address)
    QTest.mouseClick(tab.trial, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.notices))
    assert "打印测试" in [line for line, _ in printed(printer.data).lines]
    assert store.settings(desk.file) == ReceiptSettings()


def button(widget: ReceiptSheet | ReceiptTab, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName() == text)


def texts(widget: ReceiptSheet, role: str) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.property("role") == role]
