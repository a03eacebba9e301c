"""Who does a service: everybody, or some; and what it costs and takes with each of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.catalog.model import NO_TERMS, Terms
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.terms_row import TermsRow

if TYPE_CHECKING:
    from merchant_desk.team.model import Worker


class Doers(QWidget):
    """Chips of which any may be on; with none of the workers on, "Everybody" is.

    Below them, once it is asked for or somebody has them, each one's own price and minutes.
    """

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        column.addWidget(self._box)
        self.everybody = Chip(self.tr("Everybody"), checkable=True)
        self.everybody.setChecked(True)
        self.everybody.clicked.connect(self._all)
        self._flow.addWidget(self.everybody)
        self.more = Button(self.tr("Own price or time of one of them…"), role="link")
        self.more.clicked.connect(self._open)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._own = QWidget()
        self._own_column = QVBoxLayout(self._own)
        self._own_column.setContentsMargins(0, 0, 0, 0)
        self._own_column.setSpacing(0)
        self._own.hide()
        column.addWidget(self._own)
        self.hint = plain_label(
            self.tr("With an own price or time they are named one by one: add here whoever joins later."),
            role="hint",
            wrap=True,
        )
        self.hint.hide()
        column.addWidget(self.hint)
        self.chips: list[Chip] = []
        self.rows: list[TermsRow] = []
        self._here: set[str] = set()

    def set_workers(
        self, workers: Sequence[Worker], chosen: Collection[str], terms: Mapping[str, Terms] | None = None
    ) -> None:
        """Offer these workers, with their own terms; nobody chosen means everybody."""
        for old in (*self.chips, *self.rows):
            old.setParent(None)
            old.deleteLater()
        self.chips, self.rows = [], []
        self._here = {worker.id for worker in workers if not worker.archived}
        for worker in workers:
            words = self.tr("{name} (left)").format(name=worker.name) if worker.archived else worker.name
            chip = Chip(words, QColor(worker.colour), checkable=True, key=worker.id)
            chip.setChecked(worker.id in chosen)
            chip.clicked.connect(self._settle)
            self._flow.addWidget(chip)
            self.chips.append(chip)
            row = TermsRow(worker.id, words, language.currency(), QColor(worker.colour))
            own = (terms or {}).get(worker.id, NO_TERMS)
            row.set_value(own.price, own.minutes)
            row.changed.connect(self._settle)
            self._own_column.addWidget(row)
            self.rows.append(row)
        self.more.setVisible(bool(workers) and self._own.isHidden())
        if terms:
            self._show_own()
        self._settle()

    def set_usual(self, price: int | None, minutes: int) -> None:
        """What the service itself costs, in minor units, and takes; None while that is no amount."""
        for row in self.rows:
            row.set_usual("" if price is None else language.money(price), str(minutes))

    def chosen_ids(self) -> tuple[str, ...]:
        """The workers that are on, () for everybody."""
        return tuple(chip.key for chip in self.chips if chip.isChecked())

    def terms(self) -> dict[str, Terms]:
        """The own terms of those who do it. Raises DeskError "bad_amount" with the fact `worker_id`."""
        found = {}
        for row in self._doing():
            try:
                own = Terms(*row.value())
            except DeskError as error:
                raise DeskError(error.code, **error.facts, worker_id=row.key) from error
            if own != NO_TERMS:
                found[row.key] = own
        return found

    def typed(self) -> object:
        """What is chosen and typed, to see whether anything was."""
        return self.chosen_ids(), tuple((row.key, *row.typed()) for row in self._doing())

    def row_of(self, worker_id: object) -> TermsRow | None:
        """The row of a worker's own terms."""
        return next((row for row in self.rows if row.key == worker_id), None)

    def _doing(self) -> list[TermsRow]:
        """The rows of those who do it."""
        does = set(self.chosen_ids()) or self._here
        return [row for row in self.rows if row.key in does]

    def _open(self) -> None:
        self._show_own()
        doing = self._doing()
        if doing:
            doing[0].price.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_own(self) -> None:
        self.more.hide()
        self._own.show()
        self._settle()

    def _all(self) -> None:
        for chip in self.chips:
            chip.setChecked(False)
        self._settle()

    def _settle(self) -> None:
        everybody = not self.chosen_ids()
        self.everybody.setChecked(everybody)
        doing = self._doing()
        for row in self.rows:
            row.setVisible(row in doing)
        own = any(any(row.typed()) for row in doing)
        self.hint.setVisible(not self._own.isHidden() and everybody and own)
