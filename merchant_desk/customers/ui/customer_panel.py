"""A customer's card: who it is, what brought them, what they had, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.customers import store
from merchant_desk.customers.model import Customer, CustomerCard
from merchant_desk.customers.phones import shown
from merchant_desk.customers.ui.card_lists import TouchList, UpcomingList, VisitList
from merchant_desk.customers.ui.consent_line import ConsentLine
from merchant_desk.customers.ui.customer_words import birthday_text, gender_name
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar, Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

WIDTH = 380


@dataclass(frozen=True, slots=True)
class CardFacts:
    """A card with what has to be looked up beside it: the number as people write it, who referred them."""

    card: CustomerCard
    phone: str
    referred_by: str


def card_facts(reader: Reader, customer_id: str) -> CardFacts:
    """Read one customer's card. Raises DeskError "gone"."""
    card = store.card(reader, customer_id)
    who = card.customer
    other = store.customer(reader, who.referred_by) if who.referred_by else None
    return CardFacts(
        card, shown(who.phone, store.region(reader)) if who.phone else "", other.name if other else ""
    )


class CustomerPanel(Card):
    """The card in a column of 380 pixels; its buttons say what is wanted, only consent is written here."""

    edit_wanted = Signal(str)
    booking_wanted = Signal(str)
    checkout_wanted = Signal(str)
    sale_wanted = Signal(str)
    shown = Signal(object)  # the customer's id, None when the panel is emptied

    def __init__(self, frame: Frame) -> None:
        super().__init__(padding=0)
        self._frame = frame
        self._customer: Customer | None = None
        self.setFixedWidth(WIDTH)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setProperty("role", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(6, 16, 6, 16)
        self._column.setSpacing(12)
        scroll.setWidget(self._inside)
        self.body.addWidget(scroll)
        self._scroll = scroll
        self._fill()
        self._inside.hide()

    @property
    def customer_id(self) -> str | None:
        """Whose card it is, or None."""
        return self._customer.id if self._customer else None

    def show_facts(self, facts: CardFacts | None) -> None:
        """Show a card; None empties the panel."""
        card = facts.card if facts else None
        other = card is None or card.customer.id != self.customer_id
        self._customer = card.customer if card else None
        self._inside.setVisible(facts is not None)
        self.shown.emit(self.customer_id)
        if facts is None or card is None:
            return
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        self._show_who(facts)
        now = self._frame.clock.now()
        visits = len({visit.day for visit in card.visits if visit.total >= 0})
        self._visits_figure.setText(language.number(visits))
        self._spent.setText(language.money(card.spent, cents="never"))
        self._no_shows.setText(language.number(card.no_shows))
        self._late.setText(self.tr("%n called off late", "", card.late_cancels))
        self._late.setVisible(card.late_cancels > 0)
        self.upcoming.set_upcoming(card.upcoming, now)
        self.touches.set_touches(card.touches, now.date())
        self.visits.set_visits(card.visits, now.date())
        self.consent.show_consent(card.customer.consent)

    def add_section(self, title: str, rows: QWidget) -> None:
        """Add another room's rows before the visits; like a table's they bring their own air at the sides."""
        for part in (rule("soft-rule"), plain_label(title, role="heading")):
            row = QHBoxLayout()
            row.setContentsMargins(12, 0, 12, 0)
            row.addWidget(part)
            self._sections.addLayout(row)
        self._sections.addWidget(rows)

    def focus_first(self) -> None:
        """Put the focus on the card's first button."""
        self.book.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        self._facts = plain_label(role="secondary", wrap=True)
        self._note = plain_label(wrap=True)
        self._note_box = Card(role="warn-card", padding=10)
        self._note_box.body.addWidget(self._note)
        self.upcoming = UpcomingList()
        self.touches = TouchList()
        self.visits = VisitList()
        self.visits.chosen.connect(self.sale_wanted)
        self.consent = ConsentLine()
        self.consent.given.connect(self._give_consent)
        self.consent.withdrawn.connect(self._withdraw_consent)
        for part in (self._head(), self._buttons(), self._facts, self._note_box, rule("soft-rule")):
            self._add(part)
        self._add(self._figures())
        self._sections = QVBoxLayout()
        self._sections.setSpacing(12)
        for title, rows in (
            (self.tr("Upcoming"), self.upcoming),
            (self.tr("What brought them"), self.touches),
            (self.tr("Visits"), self.visits),
            (self.tr("Consent"), self.consent),
        ):
            if rows is self.visits:
                self._column.addLayout(self._sections)
            self._add(rule("soft-rule"))
            self._add(plain_label(title, role="heading"))
            if rows is self.visits:
                # A table's rows bring their own air at the sides.
                self._column.addWidget(rows)
            else:
                self._add(rows)
        self._column.addStretch(1)

    def _add(self, part: QWidget | QLayout) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 0)
        if isinstance(part, QLayout):
            row.addLayout(part)
        else:
            row.addWidget(part)
        self._column.addLayout(row)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._avatar = Avatar("", 44)
        self._name = ElidedLabel(role="subtitle")
        self._phone = plain_label(role="secondary")
        self._phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._phone)
        row.addWidget(self._avatar)
        row.addLayout(texts, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.book = Button(self.tr("Book"), icon=icon("calendar", 16))
        self.check_out = Button(self.tr("Check out"), icon=icon("cash", 16))
        self.edit = Button(self.tr("Edit"), icon=icon("edit", 16))
        for button, wanted in (
            (self.book, self.booking_wanted),
            (self.check_out, self.checkout_wanted),
            (self.edit, self.edit_wanted),
        ):
            button.clicked.connect(lambda _on=False, wanted=wanted: self._want(wanted))
            row.addWidget(button, 1)
        return row

    def _figures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._visits_figure = plain_label(role="figure-small")
        self._spent = plain_label(role="figure-small")
        self._no_shows = plain_label(role="figure-small")
        self._late = plain_label(role="hint")
        for label, figure in (
            (self.tr("Visits"), self._visits_figure),
            (self.tr("Spent"), self._spent),
            (self.tr("No-shows"), self._no_shows),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(plain_label(label, role="hint"))
            column.addWidget(figure)
            if figure is self._no_shows:
                column.addWidget(self._late)
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _show_who(self, facts: CardFacts) -> None:
        who = facts.card.customer
        self._avatar.set_name(who.name)
        self._name.set_text(who.name)
        self._phone.setText(facts.phone or self.tr("No phone number"))
        pairs = (
            (self.tr("WeChat: {text}"), who.wechat),
            (self.tr("Birthday: {text}"), birthday_text(who.birthday)),
            (self.tr("Gender: {text}"), gender_name(who.gender) if who.gender else ""),
            (self.tr("Address: {text}"), who.address),
            (self.tr("Referred by {text}"), facts.referred_by),
        )
        told = [sentence.format(text=text) for sentence, text in pairs if text]
        if who.archived:
            told.append(self.tr("Archived: not in lists and search any more."))
        self._facts.setText("\n".join(told))
        self._facts.setVisible(bool(told))
        self._note.setText(who.note)
        self._note_box.setVisible(bool(who.note))

    def _want(self, wanted: SignalInstance) -> None:
        if self._customer is not None:
            wanted.emit(self._customer.id)

    def _give_consent(self, what: str, by: str) -> None:
        if self._customer is not None:
            customer_id = self._customer.id
            self._frame.act(
                lambda desk: desk.customers.record_consent(customer_id, what, by),
                self.tr("Consent noted."),
                owner=self,
            )

    def _withdraw_consent(self) -> None:
        if self._customer is not None:
            customer_id = self._customer.id
            self._frame.act(
                lambda desk: desk.customers.withdraw_consent(customer_id),
                self.tr("Consent withdrawn."),
                owner=self,
            )
