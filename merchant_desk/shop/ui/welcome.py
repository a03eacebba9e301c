"""The first start: the shop's name, its trade, who works there; or a look around in the sample shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, words
from merchant_desk.shop.model import TRADES
from merchant_desk.shop.presets import preset
from merchant_desk.shop.ui.look_choice import language_switch, look_switch
from merchant_desk.shop.ui.name_chips import NameChips
from merchant_desk.shop.ui.sample_box import SampleBox
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import Field, TextField
from merchant_desk.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_WIDTH = 640
_KEPT = "welcome"


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the fields."""

    name: str = ""
    trade: str = ""
    workers: tuple[str, ...] = ()


class Welcome(QWidget):
    """One calm card over the whole window; `done` comes when the shop is set up."""

    done = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.name = TextField(placeholder=self.tr("as it stands over the door"))
        self.name.setMaxLength(80)
        self.trades = ChipRow(self.tr("Trade"))
        self.workers = NameChips(self.tr("a name, then Enter"), self.tr("Workers"))
        self.sample = SampleBox(frame)
        self.open = Button(
            self.tr("Open the shop"),
            role="primary",
            hint=QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText),
        )
        self._error = plain_label(role="field-error", wrap=True)
        self._build()
        self._fill()
        self.open.clicked.connect(self._set_up)
        self.sample.working.connect(self.open.setDisabled)
        self.trades.chosen.connect(self._trade_chosen)
        self.name.textEdited.connect(self._name_typed)
        self.workers.changed.connect(self._keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.open.click)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocusProxy(self.name)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- how it is made up

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(20, 12, 20, 12)
        top.setSpacing(10)
        top.addStretch(1)
        self.looks = look_switch(self._frame)
        self.languages = language_switch(self._frame)
        top.addWidget(self.looks)
        top.addWidget(self.languages)
        whole.addLayout(top)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 8, 20, 24)
        column.addStretch(2)
        # Not by alignment: that would take no notice of heights that follow from the width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card())
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        scroll.setWidget(inside)
        whole.addWidget(scroll, 1)

    def _card(self) -> Card:
        card = Card(padding=32)
        card.setFixedWidth(_WIDTH)
        card.body.setSpacing(18)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(plain_label(self.tr("Welcome to Merchant Desk"), role="title"))
        head.addWidget(
            plain_label(
                self.tr("Three answers, and the desk is open. Everything stays on this PC."),
                role="secondary",
                wrap=True,
            )
        )
        card.body.addLayout(head)
        self._name_field = Field(self.tr("What is your shop called?"), self.name)
        self._trade_field = Field(self.tr("What does it do?"), self.trades)
        card.body.addWidget(self._name_field)
        card.body.addWidget(self._trade_field)
        card.body.addWidget(
            Field(
                self.tr("Who works there?"),
                self.workers,
                self.tr("One column each on the day board. More can come later."),
            )
        )
        self.trades.set_chips([Chip(words.trade_name(key), checkable=True, key=key) for key in TRADES])
        card.body.addWidget(self._error)
        self._error.hide()
        card.body.addWidget(rule("soft-rule"))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.sample, 1)
        self.open.setProperty("scale", "big")
        foot.addWidget(self.open)
        card.body.addLayout(foot)
        return card

    # ---- what is typed outlives a switch of language or look, for which this window is made anew

    def _fill(self) -> None:
        kept = self._frame.property(_KEPT)
        if isinstance(kept, _Typed):
            self.name.setText(kept.name)
            self.trades.choose(kept.trade)
            self.workers.set_names(kept.workers)
        self._show_services()

    def _keep(self) -> None:
        typed = _Typed(self.name.value(), self.trades.current(), self.workers.names())
        self._frame.setProperty(_KEPT, typed)

    def _name_typed(self) -> None:
        self._name_field.set_error("")
        self._keep()

    def _trade_chosen(self) -> None:
        self._trade_field.set_error("")
        self._show_services()
        self._keep()

    def _show_services(self) -> None:
        """Say what the list of services begins with."""
        trade = self.trades.current()
        if not trade:
            self._trade_field.set_hint(self.tr("Its usual services are put on the list; change them later."))
            return
        services = preset(trade, language.current())
        some = language.joined([service.name for service in services[:4]])
        text = self.tr("{count} services to begin with: {some} …")
        self._trade_field.set_hint(text.format(count=len(services), some=some))

    # ---- opening

    def _set_up(self) -> None:
        if not self.open.isEnabled():
            return
        name, trade, names = self.name.value(), self.trades.current(), self.workers.names()
        self._error.hide()
        self._name_field.set_error("" if name else notices.sentence(DeskError("no_name")))
        self._trade_field.set_error("" if trade else self.tr("Choose the one that comes nearest."))
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not trade:
            self.trades.take_focus()
        else:
            self.open.setEnabled(False)
            spoken, zone = self._frame.preferences.language, self._frame.preferences.zone
            self._frame.act(
                lambda desk: desk.set_up(name, trade, spoken, names, zone=zone),
                "",
                lambda _done: self.done.emit(),
                self._refused,
                owner=self,
            )

    def _refused(self, error: Exception) -> None:
        self.open.setEnabled(True)
        if isinstance(error, DeskError) and error.code == "no_name":
            self._name_field.set_error(notices.sentence(error))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, DeskError):
            self._error.setText(notices.sentence(error))
            self._error.show()
        else:
            self._frame.fail(error)
