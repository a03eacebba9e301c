"""What a worker is paid each month in any case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.commission import store
from merchant_desk.core.clock import parse_day
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.widgets.fields import DayField, Field, MoneyField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class BasePaySheet(Sheet):
    """Notes the base pay of one worker from a day on; what held before stays in earlier statements."""

    def __init__(self, frame: Frame, worker_id: str, name: str) -> None:
        super().__init__(frame, self.tr("Base pay"), name)
        self._worker_id, self._name = worker_id, name
        self.amount = MoneyField(currency=language.currency(), name=self.tr("Each month"))
        self.since = DayField(frame.clock.today().replace(day=1), self.tr("From"))
        self._amount = Field(
            self.tr("Each month"), self.amount, self.tr("It stands on their statements; 0 is none.")
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._amount, 1)
        row.addWidget(
            Field(self.tr("From"), self.since, self.tr("A part of a month is paid by its days.")), 1
        )
        self.body.addLayout(row)
        self.before = plain_label(role="secondary", wrap=True)
        self.body.addWidget(self.before)
        self.body.addStretch(1)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)
        frame.background.read(store.base_pays, self._show, owner=self, key="pays")

    def _show(self, pays: dict[str, list[tuple[str, int]]]) -> None:
        known = pays.get(self._worker_id, [])
        told = [
            self.tr("From {day}: {amount} a month").format(
                day=language.full_day(parse_day(day)), amount=language.money(amount)
            )
            for day, amount in known
        ]
        self.before.setText("\n".join(told))
        if known:
            self.amount.set_value(known[-1][1])

    def _save(self) -> None:
        self.clear_errors()
        try:
            amount = self.amount.value()
        except DeskError as error:
            self.set_error(notices.sentence(error), self._amount)
            return
        worker_id, since = self._worker_id, self.since.day()
        self.set_busy(True)
        self.frame.act(
            lambda desk: desk.commission.set_base_pay(worker_id, amount, since),
            self.tr("Base pay of {name} noted.").format(name=self._name),
            lambda _done: self.shut(),
            self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DeskError) and error.code == "bad_amount":
            self.set_busy(False)
            self.set_error(notices.sentence(error), self._amount)
        else:
            self.fail(error)
