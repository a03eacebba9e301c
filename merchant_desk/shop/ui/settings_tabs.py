"""The tabs of Settings that tell rather than ask: language and look, and what this program is.

The others have files of their own and are named here, so that Settings is put together from one place.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk import __version__
from merchant_desk.shell.icons import icon
from merchant_desk.shell.program import sample_shop
from merchant_desk.shell.tabs import Tab
from merchant_desk.shop.ui.columns import scrolled
from merchant_desk.shop.ui.look_choice import language_switch, look_switch
from merchant_desk.shop.ui.sample_box import SampleBox
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


_CARD = 560


class LookTab(Tab):
    """Language and look; both switch at once."""

    key = "look"

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        card = Card()
        card.setFixedWidth(_CARD)
        card.body.setSpacing(16)
        self.languages, self.looks = language_switch(frame), look_switch(frame)
        for label, switch in ((self.tr("Language"), self.languages), (self.tr("Look"), self.looks)):
            row = QHBoxLayout()
            row.addWidget(switch)
            row.addStretch(1)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            card.body.addWidget(Field(label, holder))
            # The window is built anew on its first tab; whoever switches wants to stay here.
            switch.chosen.connect(lambda _key: frame.go("settings", tab=self.key))
        card.body.addWidget(
            plain_label(
                self.tr("Names of customers, services and contents are yours and are never translated."),
                role="hint",
                wrap=True,
            )
        )
        self.body.addWidget(card)
        self.body.addStretch(1)

    def title(self) -> str:
        return self.tr("Language and look")

    def reload(self) -> None:
        self.loaded.emit()


class AboutTab(Tab):
    """Which program this is, where the data is, and the keys."""

    key = "about"

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._path: Path | None = None
        card = Card(self.tr("Merchant Desk"), self.tr("version {number}").format(number=__version__))
        card.setMaximumWidth(_CARD)
        card.body.setSpacing(12)
        self.place = ElidedLabel()
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(Field(self.tr("Everything is in this one file"), self.place))
        self.folder = Button(self.tr("Open its folder"), icon=icon("folder", 16))
        self.folder.clicked.connect(self._open_folder)
        card.body.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(rule("soft-rule"))
        self.sample = SampleBox(frame)
        card.body.addWidget(self.sample)
        for text in (
            self.tr("No account, no network, nothing sent anywhere."),
            self.tr("Free software under the MIT licence; Qt is used under the LGPL."),
        ):
            card.body.addWidget(plain_label(text, role="hint", wrap=True))
        keys = Card(self.tr("Keys"), self.tr("F1 shows them everywhere"))
        keys.setMaximumWidth(_CARD)
        for words, sequence in self._keys():
            row = QHBoxLayout()
            row.addWidget(plain_label(words), 1)
            row.addWidget(plain_label(sequence, role="key"))
            keys.body.addLayout(row)
        inside = scrolled(self)
        for shown in (card, keys):
            column = QVBoxLayout()
            column.addWidget(shown)
            column.addStretch(1)
            inside.addLayout(column, 1)
        inside.addStretch()

    def title(self) -> str:
        return self.tr("About")

    def reload(self) -> None:
        self.frame.background.run(lambda desk: desk.file.path, self._show, owner=self, key="path")

    def _show(self, path: Path) -> None:
        self._path = path
        self.place.set_text(str(path))
        self.sample.setVisible(path != sample_shop())
        self.loaded.emit()

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _keys(self) -> list[tuple[str, str]]:
        native = QKeySequence.SequenceFormat.NativeText
        lines = (
            (self.tr("Find anything"), "Ctrl+K"),
            (self.tr("New appointment"), "Ctrl+N"),
            (self.tr("The places at the left"), "Ctrl+1 … Ctrl+6"),
            (self.tr("Settings"), "Ctrl+,"),
            (self.tr("Confirm a sheet"), "Ctrl+Return"),
            (self.tr("Close a sheet"), "Esc"),
            (self.tr("Undo, also tomorrow"), "Ctrl+Z"),
            (self.tr("Do it again"), "Ctrl+Shift+Z"),
        )
        return [
            (words, keys if "…" in keys else QKeySequence(keys).toString(native)) for words, keys in lines
        ]
