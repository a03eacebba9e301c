"""Several workers did one thing together: who, and in which parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.money import split
from merchant_desk.sales.ui.inline_fields import QuietNumber, inline
from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.team.model import Worker

_WHOLE = 100


class ShareRow(QWidget):
    """One who did a part of it, the part in percent, and what that comes to."""

    changed = Signal()
    removed = Signal()

    def __init__(self, workers: Sequence[Worker], worker_id: str, part: int, of: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(4)
        self.worker = Choice([("", "—"), *((one.id, one.name) for one in workers)], worker_id)
        self.worker.setAccessibleName(self.tr("Who did a part of {service}").format(service=of))
        self.part = QuietNumber(part, 1, _WHOLE, " %")
        self.part.setAccessibleName(self.tr("Part of {service}").format(service=of))
        inline(self.worker)
        for field, width in ((self.worker, 126), (self.part, 72)):
            field.setFixedWidth(width)
        self._amount = plain_label(role="secondary")
        self.remove = IconButton(icon("x", 16), self.tr("Take this worker out"), size=28)
        row.addWidget(self.worker)
        row.addWidget(self.part)
        row.addStretch(1)
        row.addWidget(self._amount)
        row.addWidget(self.remove)
        self.worker.chosen.connect(lambda _key: self.changed.emit())
        self.part.valueChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def worker_id(self) -> str:
        """Who it is, "" while nobody is chosen."""
        return str(self.worker.key() or "")

    def show_amount(self, amount: int | None) -> None:
        """What the part comes to in minor units; None while nobody is named."""
        self._amount.setText("" if amount is None else language.money(amount, "always"))


class SharesBox(QWidget):
    """The workers of one line; `changed` when one or a part is another, `given_up` when one is left over."""

    changed = Signal()
    given_up = Signal()

    def __init__(self, workers: Sequence[Worker], of: str) -> None:
        super().__init__()
        self._workers, self._of = list(workers), of
        self.rows: list[ShareRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 0, 0)
        self.more = Button(self.tr("One more"), role="link", icon=icon("plus", 14))
        self.more.clicked.connect(self._one_more)
        line.addWidget(self.more)
        line.addStretch(1)
        column.addLayout(line)

    def show_shares(self, shares: Sequence[tuple[str, int]]) -> None:
        """Show these (worker id, part), as percent of the whole."""
        parts = split(_WHOLE, [part for _worker, part in shares])
        for (worker_id, _part), percent in zip(shares, parts, strict=True):
            self._add(worker_id, max(1, percent))

    def shares(self) -> tuple[tuple[str, int], ...]:
        """(worker id, part) of everybody named; one who is named twice has both parts."""
        parts: dict[str, int] = {}
        for row in self.rows:
            if row.worker_id():
                parts[row.worker_id()] = parts.get(row.worker_id(), 0) + row.part.value()
        return tuple(parts.items())

    def show_amount(self, amount: int) -> None:
        """Show what each part of `amount` minor units comes to."""
        named = [row for row in self.rows if row.worker_id()]
        parts = iter(split(amount, [row.part.value() for row in named]) if named else [])
        for row in self.rows:
            row.show_amount(next(parts) if row.worker_id() else None)

    def take_focus(self) -> None:
        """Put the focus on the first worker still to be named."""
        open_rows = [row for row in self.rows if not row.worker_id()]
        (open_rows or self.rows)[0].worker.setFocus()

    def _one_more(self) -> None:
        row = self._add("", 1)
        for one, part in zip(self.rows, split(_WHOLE, [1] * len(self.rows)), strict=True):
            self._set_part(one, part)
        row.worker.setFocus()
        self.changed.emit()

    def _add(self, worker_id: str, part: int) -> ShareRow:
        row = ShareRow(self._workers, worker_id, part, self._of)
        row.changed.connect(lambda: self._edited(row))
        row.removed.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        return row

    def _edited(self, row: ShareRow) -> None:
        if len(self.rows) == 2:
            other = self.rows[1 - self.rows.index(row)]
            self._set_part(other, max(1, _WHOLE - row.part.value()))
        self.changed.emit()

    def _set_part(self, row: ShareRow, part: int) -> None:
        row.part.blockSignals(True)
        row.part.setValue(part)
        row.part.blockSignals(False)

    def _take_out(self, row: ShareRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        if len(self.rows) < 2:
            self.given_up.emit()
            return
        for one, part in zip(self.rows, split(_WHOLE, [one.part.value() for one in self.rows]), strict=True):
            self._set_part(one, max(1, part))
        self.more.setFocus()
        self.changed.emit()
