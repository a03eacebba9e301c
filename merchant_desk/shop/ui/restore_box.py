"""Going back to a backup: what happens then, asked in the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.db.backup import Backup


class RestoreBox(Card):
    """Hidden until it is asked for; `confirmed` carries the Backup."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(role="warn-card", padding=14)
        self._backup: Backup | None = None
        self._question = plain_label(role="heading", wrap=True)
        self.body.addWidget(self._question)
        self.body.addWidget(
            plain_label(
                self.tr(
                    "The desk closes the shop's file, keeps the present one beside the backups, puts this"
                    " copy in its place and opens it again. What was recorded after this copy is then"
                    " only in the kept file; you can go back to that in the same way."
                ),
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        self.keep = Button(self.tr("Stay as it is"))
        self.keep.clicked.connect(self.give_up)
        self.confirm = Button(self.tr("Go back to this copy"), role="danger")
        self.confirm.clicked.connect(self._confirm)
        row.addWidget(self.keep)
        row.addWidget(self.confirm)
        self.body.addLayout(row)
        self.hide()

    def ask(self, backup: Backup, when: str) -> None:
        """Show what going back to `backup` means."""
        self._backup = backup
        self._question.setText(self.tr("Go back to the copy of {when}?").format(when=when))
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Leave everything as it is."""
        self._backup = None
        self.hide()
        self.left.emit()

    def _confirm(self) -> None:
        if self._backup is not None:
            self.confirm.setEnabled(False)
            self.confirmed.emit(self._backup)
