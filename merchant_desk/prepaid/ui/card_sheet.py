"""One prepaid card whole: what is on it, its ledger, its refund, and what is done to it by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.prepaid import store
from merchant_desk.prepaid.ui.card_doings import Correct, Doing, Extend, Pause, Transfer
from merchant_desk.prepaid.ui.card_parts import Ledger, OnIt, RefundBox
from merchant_desk.prepaid.ui.card_words import ends, kind_name, spend_name, standing
from merchant_desk.shell import language
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.prepaid.model import Card, CardState
    from merchant_desk.shell.frame import Frame

_TOPICS = frozenset({"prepaid", "sales", "customers", "catalog"})


class CardSheet(Sheet):
    """A card as it stands. `sale_wanted` and `refund_wanted` carry a sale, `customer_wanted` its owner."""

    follows = True
    sale_wanted = Signal(str)
    refund_wanted = Signal(str)
    customer_wanted = Signal(str)

    def __init__(self, frame: Frame, card_id: str) -> None:
        super().__init__(frame, self.tr("Prepaid card"))
        self._card_id = card_id
        self.card: Card | None = None
        self.doing: Doing | None = None
        self._content = QWidget()
        self._boxes = QVBoxLayout()
        self._below = QWidget()
        self._build()
        frame.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Read the card again."""
        card_id, today = self._card_id, self.frame.clock.today()
        self.frame.background.read(
            lambda r: store.card(r, card_id, today), self._show, owner=self, key="card"
        )

    def press_primary(self) -> None:
        """Do what is asked for in the open box."""
        if self.doing is not None and self.doing.does.isEnabled() and not self._ask.isVisible():
            self.doing.press()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.reload()

    # ---- how it is made

    def _build(self) -> None:
        self.body.addWidget(self._content)
        bar = QWidget()
        flow = FlowLayout(bar)
        self.transfer = Button(self.tr("Give away…"))
        self.pause = Button(self.tr("Pause…"))
        self.resume = Button(self.tr("Let it go on"))
        self.extend = Button(self.tr("Last day…"))
        self.correct = Button(self.tr("Correct…"))
        for button, box in (
            (self.transfer, Transfer),
            (self.pause, Pause),
            (self.extend, Extend),
            (self.correct, Correct),
        ):
            button.clicked.connect(lambda _on=False, box=box: self._begin(box))
            flow.addWidget(button)
        self.resume.clicked.connect(self._resume)
        flow.addWidget(self.resume)
        self._bar = bar
        self.body.addWidget(bar)
        self.body.addLayout(self._boxes)
        self.body.addWidget(self._below)
        self.body.addStretch(1)

    # ---- what is shown

    def _show(self, card: Card | None) -> None:
        if card is None:
            self.fail(DeskError("gone", table="card", id=self._card_id))
            return
        first = self.card is None
        self.card = card
        state = card.state
        self.set_title(f"{state.name} {state.number}", kind_name(state.kind))
        self._fill(self._content, self._top(state))
        self._fill(self._below, self._rest(card))
        open_to = state.state in {"live", "paused"}
        self._bar.setVisible(open_to)
        self.pause.setVisible(state.state == "live" and not state.expired)
        self.resume.setVisible(state.state == "paused")
        if not open_to:
            self._end()
        if first:
            self.refocus()

    def _fill(self, place: QWidget, parts: list[QWidget]) -> None:
        layout = place.layout()
        if not isinstance(layout, QVBoxLayout):
            layout = QVBoxLayout(place)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(14)
        emptied(layout)
        for part in parts:
            layout.addWidget(part)
            part.show()

    def _top(self, state: CardState) -> list[QWidget]:
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.customer = Button(state.customer, role="link")
        self.customer.clicked.connect(lambda: self.customer_wanted.emit(state.customer_id))
        role = "pill" if state.usable else "pill-warn"
        self.pill = plain_label(standing(state), role=role)
        row.addWidget(self.customer)
        row.addWidget(self.pill)
        row.addStretch(1)
        today = self.frame.clock.today()
        told = [
            self.tr("sold on {day}").format(day=language.full_day(state.sold_on)),
            ends(state.expires_on, today),
        ]
        if state.paused_on is not None:
            told.append(self.tr("paused since {day}").format(day=language.full_day(state.paused_on)))
        parts: list[QWidget] = [who, plain_label(" · ".join(told), role="secondary", wrap=True), OnIt(state)]
        if state.bonus:
            spends = self.tr("Spends first: {what}").format(what=spend_name(state.spend_first))
            parts.append(plain_label(spends, role="hint", wrap=True))
        if state.note:
            parts.append(plain_label(state.note, wrap=True))
        return parts

    def _rest(self, card: Card) -> list[QWidget]:
        parts: list[QWidget] = []
        if card.state.state in {"live", "paused"}:
            self.refund = RefundBox(card, self.frame.clock.today())
            self.refund.wanted.connect(lambda: self.refund_wanted.emit(card.sale_id))
            parts.append(self.refund)
        self.ledger = Ledger(card.entries, self.frame.clock.now())
        self.ledger.sale_wanted.connect(self.sale_wanted)
        return [*parts, rule("soft-rule"), plain_label(self.tr("Ledger"), role="heading"), self.ledger]

    # ---- what is done

    def _begin(self, box: type[Transfer | Pause | Extend | Correct]) -> None:
        if self.card is None:
            return
        self._end()
        self.doing = box(self.frame, self.card.state)
        self.doing.ended.connect(self._end)
        self._boxes.addWidget(self.doing)
        self.doing.show()
        first = self.doing.picker.search if isinstance(self.doing, Transfer) else None
        target = first or next(
            (
                field
                for field in self.doing.findChildren(QWidget)
                if field.focusPolicy() and field.isVisibleTo(self)
            ),
            self.doing.does,
        )
        target.setFocus()

    def _end(self) -> None:
        if self.doing is not None:
            self.doing.hide()
            self.doing.deleteLater()
            self.doing = None

    def _resume(self) -> None:
        card_id, number = self._card_id, self.card.state.number if self.card else ""
        self.frame.act(
            lambda desk: desk.prepaid.resume(card_id),
            self.tr("Card {number} goes on.").format(number=number),
            failed=self.fail,
            owner=self,
        )
