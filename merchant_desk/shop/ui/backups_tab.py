"""The copies of the shop's file: what there is, a new one, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX
from merchant_desk.shell import choose_file, language, safekeeping, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.tabs import Tab
from merchant_desk.shop.ui.backup_copies import Copy, copy_now, copy_to, read_copies
from merchant_desk.shop.ui.restore_box import RestoreBox
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.db.backup import Backup
    from merchant_desk.shell.frame import Frame

_MEGABYTE = 1_000_000


class BackupsTab(Tab):
    """The copies there are; a new one at once, or elsewhere; and going back to one."""

    key = "backups"

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._path: Path | None = None
        self.elsewhere = Button(self.tr("Copy to another disk…"), icon=icon("download", 16))
        self.elsewhere.clicked.connect(self._choose_place)
        self.now = Button(self.tr("Back up now"), role="primary")
        self.now.clicked.connect(self._back_up)
        self.buttons.addWidget(self.elsewhere)
        self.buttons.addWidget(self.now)
        self.box = RestoreBox()
        self.box.confirmed.connect(self._restore)
        self.box.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.body.addWidget(self.box)
        self.table: Table[Copy] = Table(
            [
                Column(self.tr("Written"), lambda copy: Cell(self._when(copy), bold=True)),
                Column(self.tr("Kind"), lambda copy: self._kind(copy.backup)),
                Column(self.tr("Size"), lambda copy: _size(copy.backup.size), kind="figure", width=110),
                Column("", self._way_back, align="right", width=150),
            ],
            empty=self.tr("No copy yet. One is made each day when the desk is opened."),
            name=self.tr("Backups"),
        )
        self.table.chosen.connect(lambda copy: self.box.ask(copy.backup, self._when(copy)))
        card = Card(padding=0)
        card.body.addWidget(self.table)
        self.body.addWidget(card, 1)
        self.body.addWidget(
            plain_label(
                self.tr("Each copy is opened and checked when it is made. 14 days and 12 months are kept."),
                role="hint",
            )
        )

    def title(self) -> str:
        return self.tr("Backups")

    def reload(self) -> None:
        self.frame.background.run(read_copies, self._show, owner=self, key="copies")

    def _show(self, found: tuple[Path, list[Copy]]) -> None:
        self._path, copies = found
        self.table.set_rows(copies, keep=lambda copy: copy.backup.path)
        self.loaded.emit()

    def _when(self, copy: Copy) -> str:
        return language.moment_text(copy.written, self.frame.clock.now())

    def _way_back(self, _copy: Copy) -> Cell:
        return Cell(self.tr("Go back to it…"), colour=theme.tokens().accent)

    def _kind(self, backup: Backup) -> str:
        kinds = {
            "daily": self.tr("the day's copy"),
            "migration": self.tr("before an upgrade of the file"),
            "replaced": self.tr("what stood here before going back"),
        }
        return kinds.get(backup.kind, backup.kind)

    def _back_up(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # a button that rests would lose it elsewhere
        self.now.setEnabled(False)
        self.frame.background.run(copy_now, self._copied, self._not_copied, owner=self)

    def _choose_place(self) -> None:
        name = f"{self.frame.clock.today().isoformat()}{SHOP_SUFFIX}"
        chosen = choose_file.place_to_save(
            self, self.tr("Copy to another disk"), name, self.tr("Shop files") + f" (*{SHOP_SUFFIX})"
        )
        if chosen is not None:
            self.copy_to(chosen)

    def copy_to(self, place: Path) -> None:
        """Make a checked copy at `place`."""
        if place == self._path:
            self.frame.fail(DeskError("file_exists", path=str(place)))
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.elsewhere.setEnabled(False)
        self.frame.background.run(
            lambda desk: copy_to(desk, place), self._copied, self._not_copied, owner=self
        )

    def _copied(self, place: Path) -> None:
        self._rest()
        self.frame.notice(self.tr("Copied and checked: {path}").format(path=place))
        self.reload()

    def _not_copied(self, error: Exception) -> None:
        self._rest()
        self.frame.fail(error)

    def _rest(self) -> None:
        self.now.setEnabled(True)
        self.elsewhere.setEnabled(True)

    def _restore(self, backup: Backup) -> None:
        path, clock = self._path, self.frame.clock
        if path is not None:
            self.frame.reopen(path, lambda: safekeeping.put_back(path, backup, clock))


def _size(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB"
