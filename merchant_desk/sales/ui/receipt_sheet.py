"""A sale's receipt on the screen: which paper and language, printed or saved as a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.receipts.model import A4, Receipt, ReceiptSettings
from merchant_desk.sales.ui.receipt_print import read_receipt, send_receipt
from merchant_desk.sales.ui.receipt_view import ReceiptView, html_of, roll_of
from merchant_desk.shell import choose_file, paper
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class ReceiptSheet(Sheet):
    """Shows the receipt as the shop wants it; another paper or language holds for this once.

    Ctrl+Enter prints: a roll on the receipt printer where there is one, else on a printer that is asked for.
    """

    follows = True

    def __init__(self, frame: Frame, sale_id: str) -> None:
        super().__init__(frame, self.tr("Receipt"))
        self._sale_id = sale_id
        self._receipt: Receipt | None = None
        self._settings = ReceiptSettings()
        self._known = False
        self.paper = Segmented(
            [("58", self.tr("58 mm")), ("80", self.tr("80 mm")), (str(A4), self.tr("A4"))],
            name=self.tr("Paper"),
        )
        self.language = Segmented([("zh_CN", "中文"), ("en", "English")], name=self.tr("Language"))
        for choice in (self.paper, self.language):
            choice.chosen.connect(lambda _key: self._choose())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.paper)
        row.addWidget(self.language)
        row.addStretch(1)
        self.body.addLayout(row)
        self.where = plain_label(role="secondary", wrap=True)
        self.body.addWidget(self.where)
        self.view = ReceiptView(self.tr("Receipt"))
        self.body.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.pdf = Button(self.tr("Save PDF…"), icon=icon("download", 16))
        self.pdf.clicked.connect(self._save)
        self.other = Button(self.tr("Another printer…"), icon=icon("printer", 16))
        self.other.clicked.connect(self._print)
        for button in (self.pdf, self.other):
            button.setProperty("scale", "big")
            self.footer.addWidget(button)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Print"), self._press)
        self._allow(False)
        self.reload()
        frame.changed.connect(self._follow)

    def dirty(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def reload(self) -> None:
        """Read the sale again."""
        sale_id = self._sale_id
        self.frame.background.read(
            lambda reader: read_receipt(reader, sale_id), self._show, owner=self, key="receipt"
        )

    def _follow(self, topics: frozenset[str]) -> None:
        if topics & {"sales", "shop", "prepaid", "customers"}:
            self.reload()

    def _show(self, found: tuple[Receipt | None, ReceiptSettings]) -> None:
        receipt, settings = found
        if receipt is None:
            self.fail(DeskError("gone", table="sale", id=self._sale_id))
            self._allow(False)
            return
        if self._known:
            settings = replace(settings, paper=self._settings.paper, language=self._settings.language)
        self._known, self._receipt, self._settings = True, receipt, settings
        self.set_title(self.tr("Receipt"), receipt.number)
        self.paper.choose(str(settings.paper))
        self.language.choose(settings.language)
        self._allow(True)
        self._draw()

    def _choose(self) -> None:
        self._settings = replace(
            self._settings, paper=int(self.paper.current()), language=self.language.current()
        )
        self._draw()

    def _draw(self) -> None:
        if self._receipt is None:
            return
        self.clear_errors()
        self.view.show_receipt(self._receipt, self._settings)
        direct = self._direct()
        self.other.setVisible(direct)
        said = self.tr("Goes to the receipt printer {printer}.").format(printer=self._settings.printer)
        asks = self.tr("You are asked which printer. A receipt printer in the network is set up in Settings.")
        self.where.setText(said if direct else asks)
        self.where.setVisible(direct or not self._settings.printer)

    def _direct(self) -> bool:
        """Whether it goes to the receipt printer without a question."""
        return bool(self._settings.printer) and self._settings.paper != A4

    def _allow(self, on: bool) -> None:
        for button in (self.pdf, self.other):
            button.setEnabled(on)
        self.set_busy(not on)

    # ---- onto paper

    def _press(self) -> None:
        if self._receipt is not None and self._direct():
            send_receipt(self.frame, self._sale_id, self._receipt, self._settings)
            self.shut()
        else:
            self._print()

    def _print(self) -> None:
        receipt = self._receipt
        if receipt is None:
            return
        self.clear_errors()
        try:
            html, roll = html_of(receipt, self._settings), roll_of(self._settings)
            if paper.print_out(html, receipt.number, self._foot_of, self, roll):
                self.frame.notice(self.tr("Sent to the printer."))
                self.shut()
        except DeskError as error:
            self.fail(error)

    def _save(self) -> None:
        receipt = self._receipt
        if receipt is None:
            return
        self.clear_errors()
        path = choose_file.place_for(self, self.tr("Save PDF"), receipt.number, ".pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            html, roll = html_of(receipt, self._settings), roll_of(self._settings)
            paper.save_pdf(html, path, receipt.number, self._foot_of, roll)
        except DeskError as error:
            self.fail(error)
            return
        self.frame.notice(self.tr("{file} saved.").replace("{file}", path.name))
        self.shut()

    def _foot_of(self, page: int, pages: int) -> str:
        return f"{self._receipt.number if self._receipt else ''} · {page} / {pages}"
