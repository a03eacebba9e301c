"""What the whole window says when the shop's file cannot be opened: why, and the ways out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX
from merchant_desk.shell import choose_file, language, notices
from merchant_desk.shell.icons import pixmap
from merchant_desk.shell.theme import tokens
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.db.backup import Backup

_MENDED_BY_RESTORE = frozenset({"damaged", "not_a_shop", "no_such_file"})
_SHOWN = 5


class Trouble(QWidget):
    """A calm message in the middle of the window."""

    again_wanted = Signal()
    file_wanted = Signal(object)  # the path of another shop's file
    restore_wanted = Signal(object)  # a Backup
    new_wanted = Signal()

    def __init__(self, error: DeskError, path: Path, copies: list[Backup], anew: bool) -> None:
        super().__init__()
        self._path = path
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        card = Card(padding=28)
        card.setFixedWidth(560)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        mark = plain_label()
        mark.setPixmap(pixmap("alert", 32, tokens().danger))
        card.body.addWidget(mark)
        card.body.addWidget(
            plain_label(self.tr("The shop's file could not be opened"), role="title", wrap=True)
        )
        self.reason = plain_label(notices.sentence(error), wrap=True)
        card.body.addWidget(self.reason)
        card.body.addWidget(ElidedLabel(str(path), role="hint"))
        card.body.addSpacing(8)
        if error.code in _MENDED_BY_RESTORE and copies:
            self._offer_copies(card, copies)
        self._offer_ways(card, anew)

    def _offer_copies(self, card: Card, copies: list[Backup]) -> None:
        card.body.addWidget(plain_label(self.tr("Go back to a backup"), role="heading"))
        card.body.addWidget(
            plain_label(
                self.tr("The file as it is now is kept beside the backups; nothing is thrown away."),
                role="hint",
                wrap=True,
            )
        )
        for number, copy in enumerate(copies[:_SHOWN]):
            text = self.tr("Restore {day} ({size} MB)").format(
                day=language.full_day(copy.at.date()), size=f"{copy.size / 1_000_000:.1f}"
            )
            button = Button(text, role="primary" if number == 0 else "")
            button.clicked.connect(lambda _on=False, copy=copy: self.restore_wanted.emit(copy))
            card.body.addWidget(button)
        card.body.addSpacing(8)

    def _offer_ways(self, card: Card, anew: bool) -> None:
        again = Button(self.tr("Try again"))
        again.clicked.connect(self.again_wanted)
        other = Button(self.tr("Open another file…"))
        other.clicked.connect(self._choose)
        buttons = [again, other]
        if anew:
            new = Button(self.tr("Start a new shop; this file is kept"))
            new.clicked.connect(self.new_wanted)
            buttons.append(new)
        for button in buttons:
            card.body.addWidget(button)

    def _choose(self) -> None:
        pattern = self.tr("Shop files") + f" (*{SHOP_SUFFIX})"
        chosen = choose_file.file_to_open(self, self.tr("Open another file"), str(self._path.parent), pattern)
        if chosen is not None:
            self.file_wanted.emit(chosen)
