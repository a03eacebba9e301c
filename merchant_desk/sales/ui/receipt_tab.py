"""Receipts in Settings: what stands on them, on which paper, and where they come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.sales.receipts import store
from merchant_desk.sales.receipts.example import example
from merchant_desk.sales.receipts.model import A4, ReceiptSettings
from merchant_desk.sales.ui.receipt_print import send_trial
from merchant_desk.sales.ui.receipt_view import ReceiptView
from merchant_desk.sales.ui.rounding_card import RoundingCard
from merchant_desk.shell import language, notices
from merchant_desk.shell.tabs import Tab
from merchant_desk.shop import store as shop_store
from merchant_desk.shop.ui.columns import scrolled
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field, NoteField, TextField

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


class _Facts(NamedTuple):
    shop: str
    settings: ReceiptSettings


def _read(reader: Reader) -> _Facts:
    shop = shop_store.shop(reader)
    return _Facts(shop.name if shop else "", store.settings(reader))


class ReceiptTab(Tab):
    """What is typed is shown at once on a made-up receipt; one button saves it."""

    key = "receipts"
    topics = frozenset({"shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shop = ""
        self._kept: ReceiptSettings | None = None
        self._at = frame.clock.now()
        self.paper = Segmented(
            [("58", self.tr("58 mm")), ("80", self.tr("80 mm")), (str(A4), self.tr("A4"))],
            name=self.tr("Paper"),
        )
        self.language = Segmented([("zh_CN", "中文"), ("en", "English")], name=self.tr("Language"))
        self.head = NoteField(lines=3, placeholder=self.tr("Address, telephone"))
        self.foot = NoteField(lines=3, placeholder=self.tr("Thank you, come again"))
        self.qr = TextField(placeholder="https://")
        self.head_field = Field(self.tr("Below the shop's name"), self.head)
        self.foot_field = Field(self.tr("At the end"), self.foot)
        self.qr_field = Field(
            self.tr("QR code"), self.qr, self.tr("A link or a few words that a phone reads; empty: none.")
        )
        self.printer = TextField(placeholder="192.168.1.50")
        self.printer_field = Field(
            self.tr("Address of the receipt printer"),
            self.printer,
            self.tr("One with a network cable or Wi-Fi that knows ESC/POS; empty: you are asked each time."),
        )
        self.kick = QCheckBox(self.tr("Open the drawer when cash changes hands"))
        self.trial = Button(self.tr("Test print"))
        self.trial.clicked.connect(self._try)
        self.view = ReceiptView(self.tr("How it looks"))
        self._lay_out()
        self.save = Button(
            self.tr("Save"),
            role="primary",
            hint=QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.save.clicked.connect(self._save)
        self.buttons.addWidget(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save.click)
        for choice in (self.paper, self.language):
            choice.chosen.connect(lambda _key: self._draw())
        for note in (self.head, self.foot):
            note.textChanged.connect(self._draw)
        self.qr.textChanged.connect(lambda _text: self._draw())
        self.printer.textChanged.connect(lambda _text: self._rest())

    def title(self) -> str:
        return self.tr("Receipts")

    def reload(self) -> None:
        self.frame.background.read(_read, self._show, owner=self, key="receipts")

    def typed(self) -> ReceiptSettings:
        """What is on the screen."""
        return ReceiptSettings(
            paper=int(self.paper.current()),
            language=self.language.current(),
            head=self.head.value(),
            foot=self.foot.value(),
            qr=self.qr.value(),
            printer=self.printer.value(),
            kick=self.kick.isChecked(),
        )

    def _lay_out(self) -> None:
        looks, prints, shows = (
            Card(self.tr("What stands on it")),
            Card(self.tr("Receipt printer")),
            Card(self.tr("How it looks")),
        )
        looks.body.addWidget(Field(self.tr("Paper"), self.paper))
        looks.body.addWidget(Field(self.tr("Language"), self.language))
        for field in (self.head_field, self.foot_field, self.qr_field):
            looks.body.addWidget(field)
        prints.body.addWidget(self.printer_field)
        prints.body.addWidget(self.kick)
        prints.body.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignLeft)
        shows.body.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (looks, prints, RoundingCard(self.frame))), (right, (shows,))):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        inside = scrolled(self)
        inside.addLayout(left, 1)
        inside.addLayout(right, 1)

    def _show(self, facts: _Facts) -> None:
        self._shop = facts.shop
        # What is typed and not saved yet stays, also while something else of the shop is saved.
        if self._kept is None or self.typed() == self._kept:
            self._fill(facts.settings)
            self._kept = self.typed()
        self._draw()
        self.loaded.emit()

    def _fill(self, settings: ReceiptSettings) -> None:
        self.paper.choose(str(settings.paper))
        self.language.choose(settings.language)
        for note, text in ((self.head, settings.head), (self.foot, settings.foot)):
            if note.value() != text:
                note.setPlainText(text)
        self.qr.setText(settings.qr)
        self.printer.setText(settings.printer)
        self.kick.setChecked(settings.kick)
        self._rest()

    def _rest(self) -> None:
        """Nothing to try without an address."""
        on = bool(self.printer.value()) and self.paper.current() != str(A4)
        self.trial.setEnabled(on)
        self.kick.setEnabled(bool(self.printer.value()))

    def _draw(self) -> None:
        self._rest()
        typed = self.typed()
        try:
            ReceiptSettings(head=typed.head, foot=typed.foot, qr=typed.qr).check()
        except DeskError:
            return  # it is said when it is saved
        shown = example(self._shop, language.currency(), self._at, typed.language)
        self.view.show_receipt(shown, typed)

    def _check(self) -> ReceiptSettings | None:
        """What is typed where it can be used; what cannot is said below it."""
        typed = self.typed()
        checks = (
            (self.head_field, ReceiptSettings(head=typed.head)),
            (self.foot_field, ReceiptSettings(foot=typed.foot)),
            (self.qr_field, ReceiptSettings(qr=typed.qr)),
            (self.printer_field, ReceiptSettings(printer=typed.printer)),
        )
        wrong = None
        for field, settings in checks:
            field.set_error("")
            try:
                settings.check()
            except DeskError as error:
                field.set_error(notices.sentence(error))
                wrong = wrong or field
        if wrong is None:
            return typed
        wrong.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _save(self) -> None:
        typed = self._check()
        if typed is None or typed == self._kept:
            return

        def saved(_done: object) -> None:
            self._kept = typed

        self.frame.act(lambda desk: desk.receipts.save(typed), self.tr("Receipts saved."), saved, owner=self)

    def _try(self) -> None:
        typed = self._check()
        if typed is not None:
            send_trial(self.frame, self._shop, typed)
