"""A day's close on paper: A4 or from a roll, printed or saved as a PDF, again whenever it is wanted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QLabel

from merchant_desk.core.errors import DeskError
from merchant_desk.drawer import store
from merchant_desk.drawer.paper import html, lines
from merchant_desk.drawer.ui.day_roll import send_day
from merchant_desk.drawer.ui.day_words import paper_words
from merchant_desk.sales.receipts import store as receipt_store
from merchant_desk.sales.receipts.model import ReceiptSettings
from merchant_desk.shell import choose_file, language
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.drawer.model import Day
    from merchant_desk.drawer.paper import PaperLine
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.paper import Roll

_SHOWN = 480  # dots
_ROLLS = (58, 80)  # millimetres


class _Loaded(NamedTuple):
    shop: str
    day: Day
    receipts: ReceiptSettings


def _read(r: Reader, day: dt.date) -> _Loaded:
    shop = shop_store.shop(r)
    return _Loaded(shop.name if shop else "", store.day(r, day), receipt_store.settings(r))


class DayPaperSheet(Sheet):
    """Shows how the day looks on paper; Ctrl+Enter saves the PDF, Ctrl+P prints."""

    def __init__(self, frame: Frame, day: dt.date) -> None:
        super().__init__(frame, self.tr("Print or PDF"), language.full_day(day))
        self._on = day
        self._loaded: _Loaded | None = None
        self.paper_size = Segmented([("a4", "A4"), ("80", "80 mm"), ("58", "58 mm")], "a4", self.tr("Paper"))
        self.paper_size.chosen.connect(lambda _key: self._look())
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("How it looks on paper"))
        card = Card(padding=8)
        card.body.addWidget(self.picture)
        self.body.addWidget(self.paper_size, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(card)
        self.body.addStretch(1)
        keys = QKeySequence(QKeySequence.StandardKey.Print)
        self.print_button = Button(
            self.tr("Print…"),
            icon=icon("printer", 16),
            hint=keys.toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.print_button.setProperty("scale", "big")
        self.print_button.setShortcut(keys)
        self.print_button.clicked.connect(self._print)
        self.footer.addWidget(self.print_button)
        self.direct = Button(self.tr("Receipt printer"), icon=icon("receipt", 16))
        self.direct.setProperty("scale", "big")
        self.direct.clicked.connect(self._send)
        self.direct.hide()
        self.footer.addWidget(self.direct)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save PDF…"), self._save)
        self._allow(False)
        frame.background.read(lambda r: _read(r, day), self._show, owner=self, key="day")

    def _show(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._allow(True)
        self.direct.setVisible(bool(loaded.receipts.printer))
        self._look()

    def _allow(self, on: bool) -> None:
        self.print_button.setEnabled(on)
        self.set_busy(not on)

    def _look(self) -> None:
        # Loaded when somebody wants paper: the start of the program prints nothing.
        from merchant_desk.shell import paper

        if self._loaded is None:
            return
        roll = self._roll()
        dots = round(_SHOWN * self.devicePixelRatioF() * (1 if roll is None else roll.width / 100))
        pixmap = QPixmap.fromImage(paper.picture(self._html(self._loaded), dots, roll))
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)

    def _roll(self) -> Roll | None:
        from merchant_desk.shell import paper

        size = self.paper_size.current()
        return None if size == "a4" else paper.ROLLS[int(size)]

    def _lines(self, loaded: _Loaded) -> list[PaperLine]:
        return lines(loaded.shop, loaded.day, paper_words(loaded.day, self.frame.clock.now()))

    def _html(self, loaded: _Loaded) -> str:
        return html(self._lines(loaded), roll=self.paper_size.current() != "a4")

    def _paper_title(self, loaded: _Loaded) -> str:
        return paper_words(loaded.day, self.frame.clock.now()).title

    def _print(self) -> None:
        from merchant_desk.shell import paper

        loaded = self._loaded
        if loaded is None:
            return
        self.clear_errors()
        title = self._paper_title(loaded)
        try:
            printed = paper.print_out(
                self._html(loaded), title, lambda page, pages: f"{page} / {pages}", self, self._roll()
            )
        except DeskError as error:
            self.fail(error)
            return
        if printed:
            self.frame.notice(self.tr("Sent to the printer."))
            self.shut()

    def _send(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        size = self.paper_size.current()
        usual = loaded.receipts.paper if loaded.receipts.paper in _ROLLS else _ROLLS[-1]
        send_day(self.frame, self._lines(loaded), loaded.receipts, usual if size == "a4" else int(size))
        self.shut()

    def _save(self) -> None:
        from merchant_desk.shell import paper

        loaded = self._loaded
        if loaded is None:
            return
        self.clear_errors()
        title = self._paper_title(loaded)
        path = choose_file.place_for(self, self.tr("Save PDF"), title, ".pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            paper.save_pdf(
                self._html(loaded), path, title, lambda page, pages: f"{page} / {pages}", self._roll()
            )
        except DeskError as error:
            self.fail(error)
            return
        self.frame.notice(self.tr("{file} saved.").replace("{file}", path.name))
        self.shut()
