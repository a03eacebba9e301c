"""F1: the keys of the whole program on one sheet, and what there is to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.shell.icons import icon
from merchant_desk.shell.places import Command, Keys, Place
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class Guide(Sheet):
    """Every place and command that has a key, and the keys of the rooms' own screens."""

    def __init__(
        self, frame: Frame, places: Sequence[Place], commands: Sequence[Command], rooms: Sequence[Keys] = ()
    ) -> None:
        super().__init__(frame, self.tr("Keys"), self.tr("everything works without the mouse"))
        self.body.setSpacing(8)
        for command in commands:
            if command.to_read:
                button = Button(command.words, icon=icon(command.icon, 16))
                button.clicked.connect(lambda _on=False, act=command.act: act())
                self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._part(self.tr("Go to"), [(place.words, (place.shortcut,)) for place in places])
        self._part(
            self.tr("Everywhere"),
            [
                (self.tr("Find anything"), ("Ctrl+K",)),
                *((command.words, (command.shortcut,)) for command in commands if command.shortcut),
                (self.tr("To the notice below, and back"), ("F6",)),
            ],
        )
        self._part(
            self.tr("In a sheet"),
            [
                (self.tr("Confirm"), ("Ctrl+Return",)),
                (self.tr("Close"), ("Esc",)),
                (self.tr("Next field"), ("Tab",)),
            ],
        )
        for part in rooms:
            self._part(part.heading, part.lines)
        self.body.addStretch(1)

    def _part(self, heading: str, lines: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.body.addWidget(plain_label(heading, role="field-label"))
        for words, keys in lines:
            row = QHBoxLayout()
            row.addWidget(plain_label(words), 1)
            for key in keys:
                row.addWidget(plain_label(_shown(key), role="key"))
            self.body.addLayout(row)
            self.body.addWidget(rule("soft-rule"))
        self.body.addSpacing(8)


def _shown(key: str) -> str:
    """A key as it stands on the keyboard; Qt would spell the arrows out."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    held, plus, last = key.rpartition("+")
    if last not in _ARROWS or (held and "+" not in native):
        return native
    return native.rpartition("+")[0] + plus + _ARROWS[last]
