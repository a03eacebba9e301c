"""What is booked in hours that somebody is about to give up: told before, moved by nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.appointments.booked import Booked

_NAMED = 6


class BookedLine(QWidget):
    """Says how many appointments lie there, and whose; nothing while there are none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(role="warn-card", padding=10)
        self.text = plain_label(wrap=True)
        self.names = plain_label(role="secondary", wrap=True)
        card.body.setSpacing(2)
        card.body.addWidget(self.text)
        card.body.addWidget(self.names)
        column.addWidget(card)
        self.hide()

    def tell(self, booked: Sequence[Booked], today: dt.date, still: bool = False) -> None:
        """Show these; none of them hides the line. With `still` they are all that is still to come."""
        self.setVisible(bool(booked))
        if not booked:
            return
        if still:
            said = self.tr("%n appointment(s) are still to come; they stay on the board.", "", len(booked))
        else:
            said = self.tr("%n appointment(s) lie in this time; they stay on the board.", "", len(booked))
        self.text.setText(said)
        named = [
            f"{one.customer} {language.near_day(one.start.date(), today)} {language.time_text(one.start)}"
            for one in booked[:_NAMED]
        ]
        more = len(booked) - len(named)
        names = language.joined(named)
        others = self.tr("and %n more", "", more)
        self.names.setText(f"{names} {others}" if more else names)
        self.setAccessibleName(self.text.text())
