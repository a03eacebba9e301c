"""The Settings tabs: the shop, language and look, backups, and what this program is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk import __version__
from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX
from merchant_desk.shell import language, notices, safekeeping, theme
from merchant_desk.shell.icons import icon
from merchant_desk.shell.program import sample_shop
from merchant_desk.shell.tabs import Tab
from merchant_desk.shop import store
from merchant_desk.shop.model import ClosedDay, OpeningSpan, Shop
from merchant_desk.shop.ui.backup_copies import Copy, copy_now, copy_to, read_copies
from merchant_desk.shop.ui.closed_days import ClosedDays
from merchant_desk.shop.ui.look_choice import language_switch, look_switch
from merchant_desk.shop.ui.restore_box import RestoreBox
from merchant_desk.shop.ui.sample_box import SampleBox
from merchant_desk.shop.ui.shop_facts import ShopFacts
from merchant_desk.shop.ui.week_grid import WeekGrid
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from merchant_desk.db.backup import Backup
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_CARD = 560
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the shop tab shows."""

    shop: Shop | None
    opening: tuple[OpeningSpan, ...]
    closed: tuple[ClosedDay, ...]


class ShopTab(Tab):
    """Name, trade, currency and step; opening hours; closed days."""

    key = "shop"
    topics = frozenset({"shop"})

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._shop: Shop | None = None
        self._hours: object = None
        self.facts = ShopFacts()
        self.hours = WeekGrid()
        self.closed = ClosedDays(frame)
        opening = Card(self.tr("Opening hours"))
        opening.body.addWidget(self.hours)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.facts, self.closed)), (right, (opening,))):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        inside = _scrolled(self)
        inside.addLayout(left, 1)
        inside.addLayout(right, 1)
        self.save = Button(
            self.tr("Save"),
            role="primary",
            hint=QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText),
        )
        self.save.clicked.connect(self._save)
        self.buttons.addWidget(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save.click)

    def title(self) -> str:
        return self.tr("Shop")

    def reload(self) -> None:
        self.frame.background.read(_read_facts, self._show, owner=self, key="shop")

    def _show(self, facts: _Facts) -> None:
        # What is typed and not saved yet stays, also while a closed day is added beside it.
        if facts.shop is not None and (self._shop is None or self.facts.typed() == self._shop):
            self.facts.show_shop(facts.shop)
            self._shop = self.facts.typed()
        if self._hours is None or self.hours.shown() == self._hours:
            self.hours.load((span.weekday, span.start, span.end) for span in facts.opening)
            self._hours = self.hours.shown()
        self.closed.show_days(facts.closed)
        self.loaded.emit()

    def _save(self) -> None:
        self.facts.name_field.set_error("")
        self.hours.clear_errors()
        shop, hours = self.facts.typed(), self.hours.shown()
        if shop != self._shop:
            self._save_shop(shop)
        if hours != self._hours:
            self._save_hours(hours)

    def _save_shop(self, shop: Shop) -> None:
        def saved(_done: object) -> None:
            self._shop = shop
            self.reload()

        self.frame.act(
            lambda desk: desk.shop.edit(
                name=shop.name,
                trade=shop.trade,
                currency=shop.currency,
                zone=shop.zone,
                step_minutes=shop.step_minutes,
            ),
            self.tr("Shop saved."),
            saved,
            self._refused,
            owner=self,
        )

    def _save_hours(self, hours: object) -> None:
        def saved(_done: object) -> None:
            self._hours = hours
            self.reload()

        spans = [OpeningSpan(*span) for span in self.hours.spans()]
        self.frame.act(
            lambda desk: desk.shop.set_opening(spans),
            self.tr("Opening hours saved. Shifts stay as they are."),
            saved,
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            said = notices.sentence(error)
            if error.code == "no_name":
                self.facts.name_field.set_error(said)
                self.facts.name.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if self.hours.set_error(said, error.facts.get("weekday")):
                return
        self.frame.fail(error)


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
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Copy to another disk"), name, self.tr("Shop files") + f" (*{SHOP_SUFFIX})"
        )
        if chosen:
            self.copy_to(Path(chosen))

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
        inside = _scrolled(self)
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


def _scrolled(tab: Tab) -> QHBoxLayout:
    """A row of columns that scrolls, over the whole tab."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setProperty("role", "plain")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    scroll.setWidget(inside)
    tab.body.addWidget(scroll, 1)
    return row


def _read_facts(r: Reader) -> _Facts:
    return _Facts(store.shop(r), tuple(store.opening(r)), tuple(store.closed_days(r)))


def _size(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB"
