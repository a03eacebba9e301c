"""Who does a service: everybody, or some."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from merchant_desk.team.model import Worker


class Doers(QWidget):
    """Chips of which any may be on; with none of the workers on, "Everybody" is."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        column.addWidget(self._box)
        self.everybody = Chip(self.tr("Everybody"), checkable=True)
        self.everybody.setChecked(True)
        self.everybody.clicked.connect(self._all)
        self._flow.addWidget(self.everybody)
        self.chips: list[Chip] = []

    def set_workers(self, workers: Sequence[Worker], chosen: Collection[str]) -> None:
        """Offer these workers; nobody chosen means everybody."""
        for chip in self.chips:
            chip.setParent(None)
            chip.deleteLater()
        self.chips = []
        for worker in workers:
            words = self.tr("{name} (left)").format(name=worker.name) if worker.archived else worker.name
            chip = Chip(words, QColor(worker.colour), checkable=True, key=worker.id)
            chip.setChecked(worker.id in chosen)
            chip.clicked.connect(self._settle)
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._settle()

    def chosen_ids(self) -> tuple[str, ...]:
        """The workers that are on, () for everybody."""
        return tuple(chip.key for chip in self.chips if chip.isChecked())

    def _all(self) -> None:
        for chip in self.chips:
            chip.setChecked(False)
        self.everybody.setChecked(True)

    def _settle(self) -> None:
        self.everybody.setChecked(not self.chosen_ids())
