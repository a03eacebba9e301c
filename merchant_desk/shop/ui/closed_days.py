"""The dates on which the shop stays closed: the list, and a line to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import DayField, TextField
from merchant_desk.widgets.labels import ElidedLabel, plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shop.model import ClosedDay


class ClosedDays(Card):
    """Each change is written at once."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Closed days"))
        self._frame = frame
        self.day = DayField(frame.clock.today(), self.tr("Closed on"))
        self.day.setFixedWidth(130)
        self.name = TextField(placeholder=self.tr("What for, like Spring Festival"), name=self.tr("What for"))
        self.name.setMaxLength(60)
        self.name.returnPressed.connect(self._add)
        self.add = Button(self.tr("Add"), icon=icon("plus", 16))
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)

    def show_days(self, days: Sequence[ClosedDay]) -> None:
        """Show these, those gone by left out."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        coming = [day for day in days if day.day >= self._frame.clock.today()]
        for day in coming:
            self._list.addWidget(self._line(day))
        if not coming:
            self._list.addWidget(
                plain_label(self.tr("None. On a closed day nobody can be booked."), role="hint", wrap=True)
            )

    def _line(self, day: ClosedDay) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        when = language.full_day(day.day)
        row.addWidget(plain_label(when))
        row.addWidget(ElidedLabel(day.name, role="hint"), 1)
        remove = IconButton(icon("trash", 16), self.tr("Open again on {day}").format(day=when), size=28)
        remove.clicked.connect(lambda: self._remove(day.id, when))
        row.addWidget(remove)
        column.addWidget(rule("soft-rule"))
        column.addLayout(row)
        return line

    def _add(self) -> None:
        day, name = self.day.day(), self.name.value()
        self._frame.act(
            lambda desk: desk.shop.add_closed_day(day, name),
            self.tr("Closed on {day}.").format(day=language.full_day(day)),
            lambda _id: self.name.clear(),
            owner=self,
        )

    def _remove(self, closed_id: str, when: str) -> None:
        self._frame.act(
            lambda desk: desk.shop.remove_closed_day(closed_id),
            self.tr("Open again on {day}.").format(day=when),
            owner=self,
        )
