"""What a refused booking says, and the two ways on: another time, or squeezing in on purpose."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label

CODES = frozenset({"clash", "off_shift", "place_full", "no_place"})


class ClashBox(Card):
    """Hidden until a booking was refused for its time; `taken` carries the time that was taken instead."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__(role="warn-card", padding=14)
        self._next: dt.datetime | None = None
        self.sentence = plain_label(wrap=True)
        self.body.addWidget(self.sentence)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.next = Chip("")
        self.next.clicked.connect(self._take)
        row.addWidget(self.next)
        self.squeeze = QCheckBox(self.tr("Squeeze in anyway"))
        self.squeeze.setAccessibleName(self.tr("Squeeze in anyway"))
        row.addWidget(self.squeeze)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(
            plain_label(
                self.tr("It stays on the record and is drawn hatched on the board."), role="hint", wrap=True
            )
        )
        self.hide()

    def refuse(self, error: DeskError, today: dt.date) -> None:
        """Show why, and offer the next free time where the refusal names one."""
        self.sentence.setText(notices.sentence(error))
        found = error.facts.get("next_free")
        self._next = found if isinstance(found, dt.datetime) else None
        if self._next is not None:
            day = language.near_day(self._next.date(), today)
            words = self.tr("Take {time}").replace("{time}", f"{day} {language.time_text(self._next)}")
            self.next.setText(words)
            self.next.setAccessibleName(words)
        self.next.setVisible(self._next is not None)
        self.squeeze.setChecked(False)
        self.show()
        (self.next if self._next else self.squeeze).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Something was changed: the refusal no longer holds."""
        self.squeeze.setChecked(False)
        self.hide()

    def squeezes(self) -> bool:
        """Whether it is to be squeezed in."""
        return not self.isHidden() and self.squeeze.isChecked()

    def _take(self) -> None:
        if self._next is not None:
            self.taken.emit(self._next)
