"""One rule of commission: for whom, for what, and how much."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.catalog import store as catalog
from merchant_desk.commission import store
from merchant_desk.commission.model import LineMoney, RuleDraft, SoldLine
from merchant_desk.commission.reckon import earn
from merchant_desk.commission.ui.rule_fields import OpenDay, PercentField, StepRows, line_of
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.sheet import Sheet
from merchant_desk.team import store as team
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Chip, InUse, Segmented
from merchant_desk.widgets.fields import Field, MoneyField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.catalog.model import Category, Service
    from merchant_desk.commission.model import RuleRow
    from merchant_desk.db.records import Reader
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker

_WIDE = 130
_PRICE = 200_00  # of the sale in the example, where no service says it
_AMOUNTS = {
    "bad_amount",
    "commission_bad_rate",
    "commission_no_tiers",
    "commission_nothing",
    "commission_over_price",
    "commission_tiers_order",
    "commission_too_high",
}


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What the sheet starts from."""

    row: RuleRow | None
    workers: tuple[Worker, ...]
    categories: tuple[Category, ...]
    services: tuple[Service, ...]


class RuleSheet(Sheet):
    """Sets a rule, or changes the one with `rule_id`."""

    def __init__(self, frame: Frame, rule_id: str | None = None) -> None:
        super().__init__(
            frame, self.tr("Rule of commission") if rule_id else self.tr("New rule of commission")
        )
        self._id = rule_id
        self._loaded: _Loaded | None = None
        self._make_fields()
        self._build()
        self._was = self._typed()
        frame.background.read(lambda r: _read(r, rule_id), self._show, owner=self, key="rule")

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._typed() != self._was

    # ---- how it is made up

    def _make_fields(self) -> None:
        today = self.frame.clock.today()
        self.worker = Choice([(None, self.tr("Everybody"))], name=self.tr("For whom"))
        self.what = Choice(name=self.tr("What for"))
        self.kind = Segmented(
            [
                ("percent", self.tr("Percent")),
                ("fixed", self.tr("Fixed amount")),
                ("tiered", self.tr("Steps by month")),
            ],
            "percent",
            self.tr("How much"),
        )
        self.rate = PercentField(name=self.tr("Percent"))
        self.amount = MoneyField(currency=language.currency(), name=self.tr("Each time"))
        self.amount.setFixedWidth(_WIDE)
        self.steps = StepRows()
        self.whole = Segmented(
            [
                ("parts", self.tr("Each part at its rate")),
                ("whole", self.tr("The whole month at the rate reached")),
            ],
            "parts",
            self.tr("What a step counts for"),
        )
        self.basis = Choice(
            [
                ("paid", self.tr("What is paid, after discounts")),
                ("list", self.tr("The list price")),
                ("after_fee", self.tr("What is paid, less the platform's and influencers' fees")),
            ],
            "paid",
            self.tr("Of what"),
        )
        self.prepaid = Chip(self.tr("What prepaid cards pay counts too"), checkable=True)
        self.prepaid.setChecked(True)
        self.extra_rate = PercentField(name=self.tr("Extra percent when asked for"))
        self.extra_amount = MoneyField(
            currency=language.currency(), name=self.tr("Extra amount when asked for")
        )
        self.extra_amount.setFixedWidth(_WIDE)
        self.since = OpenDay(self.tr("From a day on"), today)
        self.until = OpenDay(self.tr("Until a day"), today)
        self.example = plain_label(role="hint", wrap=True)

    def _build(self) -> None:
        self._for = Field(
            self.tr("What for"), self.what, self.tr("Of several rules the most particular one holds.")
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(self.tr("For whom"), self.worker), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._for, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.much_box = self._much()
        self._much_field = Field(self.tr("How much"), self.much_box)
        self.body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._much_field)
        self._whole_field = Field(self.tr("A step counts for"), self.whole)
        self.body.addWidget(self._whole_field)
        self._basis_field = Field(self.tr("Of what"), self.basis)
        self.body.addWidget(self._basis_field)
        self.body.addWidget(self.prepaid, 0, Qt.AlignmentFlag.AlignLeft)
        extra = line_of(self.extra_rate, self.tr("% and"), self.extra_amount, self.tr("each time"))
        self._extra = Field(self.tr("On top when the customer asked for the worker"), extra)
        self.body.addWidget(self._extra)
        self.body.addWidget(self.example)
        self._valid = Field(self.tr("Holds"), self._valid_box(), self.tr("Always, where nothing is chosen."))
        self.body.addWidget(self._valid)
        self.used = plain_label(
            self.tr("What was earned by it so far stays as it is. Steps change best with a new month."),
            role="hint",
            wrap=True,
        )
        self.used.hide()
        self.body.addWidget(self.used)
        self.body.addStretch(1)
        self.in_use = InUse(self.tr("No longer use it"), self.tr("Use it again"))
        self.in_use.archive.clicked.connect(self._archive)
        self.in_use.restore.clicked.connect(self._restore)
        self.footer.addWidget(self.in_use)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save"), self._save)
        for line in (self.rate, self.amount, self.extra_rate, self.extra_amount):
            line.textChanged.connect(lambda _text: self._dress())
        self.steps.changed.connect(self._dress)
        for field in (self.kind, self.whole):
            field.chosen.connect(lambda _key: self._dress())
        for choice in (self.what, self.basis):
            choice.chosen.connect(lambda _key: self._dress())
        self._dress()

    def _much(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self._rate_row = line_of(self.rate, "%")
        self._amount_row = line_of(self.amount, self.tr("for each one sold"))
        for widget in (self._rate_row, self._amount_row, self.steps):
            column.addWidget(widget)
        return box

    def _valid_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.since)
        column.addWidget(self.until)
        return box

    def _show(self, loaded: _Loaded) -> None:
        row = loaded.row
        if self._id is not None and row is None:
            self.fail(DeskError("gone", table="commission_rule", id=self._id))
            self.set_busy(True)
            return
        self._loaded = loaded
        terms = row.rule.terms if row else RuleDraft()
        self.worker.set_options(
            [(None, self.tr("Everybody")), *((one.id, one.name) for one in loaded.workers)], terms.worker_id
        )
        self.what.set_options(
            [
                (_key("service"), self.tr("All services")),
                *(
                    (_key("service", category=one.id), self.tr("{name}: all of it").format(name=one.name))
                    for one in loaded.categories
                ),
                *((_key("service", service=one.id), one.name) for one in loaded.services),
                (_key("product"), self.tr("Products sold")),
                (_key("card"), self.tr("Prepaid cards sold")),
            ],
            _key(terms.line_kind, terms.service_id, terms.category_id),
        )
        self._fill(terms)
        if row is not None:
            self.in_use.show_archived(row.rule.archived)
            self.used.setVisible(row.used)
            if row.rule.archived:
                self.set_title(self.tr("Rule of commission"), self.tr("holds no more"))
                if self.primary is not None:
                    self.primary.setEnabled(False)
        self._dress()
        self._was = self._typed()

    def _fill(self, terms: RuleDraft) -> None:
        self.kind.choose(terms.kind)
        self.rate.set_rate(terms.rate)
        self.amount.set_value(terms.amount or None)
        self.steps.set_tiers(terms.tiers)
        self.whole.choose("whole" if terms.whole else "parts")
        self.basis.choose(terms.basis)
        self.prepaid.setChecked(terms.with_prepaid)
        self.extra_rate.set_rate(terms.requested_rate)
        self.extra_amount.set_value(terms.requested_amount or None)
        self.since.set_day(terms.valid_from if terms.valid_from > dt.date.min else None)
        self.until.set_day(terms.valid_to if terms.valid_to < dt.date.max else None)

    def _dress(self) -> None:
        """Show what this kind of rule needs, and what it comes to on a sale."""
        kind = self.kind.current()
        self._much_field.set_error("")
        self._rate_row.setVisible(kind == "percent")
        self._amount_row.setVisible(kind == "fixed")
        self.steps.setVisible(kind == "tiered")
        self._whole_field.setVisible(kind == "tiered")
        self._basis_field.setVisible(kind != "fixed")
        self.prepaid.setVisible(self._target()[0] != "card")
        self.example.setText(self._example())

    def _example(self) -> str:
        try:
            draft = self._draft()
            draft.check()
        except DeskError:
            return ""
        services = self._loaded.services if self._loaded else ()
        price = next((one.price for one in services if one.id == draft.service_id and one.price), _PRICE)
        line = SoldLine("", "service", 1, price, price, requested=True, workers=(("", 1),))
        earned = earn(line, LineMoney(), draft, 0)
        told = self.tr("A sale of {price} earns {amount}.").format(
            price=language.money(price), amount=language.money(earned.amount - earned.requested)
        )
        if draft.kind == "tiered":
            told = self.tr("What the steps come to is in the month's statement.")
        if earned.requested:
            told += " " + self.tr("Asked for by the customer: {amount} more.").format(
                amount=language.money(earned.requested)
            )
        return told

    # ---- what is typed

    def _typed(self) -> object:
        texts = [self.rate.text(), self.amount.text(), self.extra_rate.text(), self.extra_amount.text()]
        steps = [(start.text(), rate.text()) for start, rate in self.steps.rows()]
        chosen = (self.worker.key(), self.what.key(), self.kind.current(), self.whole.current())
        days = (self.since.day(), self.until.day())
        return texts, steps, chosen, self.basis.key(), self.prepaid.isChecked(), days

    def _target(self) -> tuple[str, str | None, str | None]:
        """The kind of line, and the service or the category."""
        kind, service, category = str(self.what.key() or _key("service")).split("|")
        return kind, service or None, category or None

    def _draft(self) -> RuleDraft:
        worker = self.worker.key()
        line_kind, service, category = self._target()
        kind = self.kind.current()
        return RuleDraft(
            kind=kind,
            worker_id=None if worker is None else str(worker),
            service_id=service,
            category_id=category,
            line_kind=line_kind,
            basis=str(self.basis.key()),
            rate=self.rate.rate() if kind == "percent" else 0,
            amount=self.amount.value() if kind == "fixed" else 0,
            tiers=self.steps.tiers() if kind == "tiered" else (),
            whole=kind == "tiered" and self.whole.current() == "whole",
            with_prepaid=self.prepaid.isChecked() or line_kind == "card",
            requested_rate=self.extra_rate.rate(),
            requested_amount=self.extra_amount.value(),
            valid_from=self.since.day() or dt.date.min,
            valid_to=self.until.day() or dt.date.max,
        )

    def _save(self) -> None:
        self.clear_errors()
        try:
            draft = self._draft()
            draft.check()
        except DeskError as error:
            self._refused(error)
            return
        self.set_busy(True)
        rule_id = self._id
        if rule_id is None:
            self.frame.act(
                lambda desk: desk.commission.add_rule(draft),
                self.tr("The rule holds from now on."),
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )
        else:
            self.frame.act(
                lambda desk: desk.commission.edit_rule(rule_id, draft),
                self.tr("The rule is changed."),
                lambda _id: self.shut(),
                self._refused,
                owner=self,
            )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self.fail(error)
            return
        field = {"commission_rule_exists": self._for, "bad_period": self._valid}.get(
            error.code, self._much_field if error.code in _AMOUNTS else None
        )
        if field is None:
            self.fail(error)
            return
        self.set_busy(False)
        self.set_error(notices.sentence(error), field)

    # ---- in and out of use

    def _archive(self) -> None:
        self._turn(
            lambda desk, rule_id: desk.commission.archive_rule(rule_id),
            self.tr("The rule holds no more. What was earned by it stays."),
        )

    def _restore(self) -> None:
        self._turn(
            lambda desk, rule_id: desk.commission.restore_rule(rule_id), self.tr("The rule holds again.")
        )

    def _turn(self, verb: Callable[[Desk, str], None], said: str) -> None:
        rule_id = self._id
        if rule_id is None:
            return
        self.set_busy(True)
        self.frame.act(
            lambda desk: verb(desk, rule_id), said, lambda _done: self.shut(), self._refused, owner=self
        )


def _read(r: Reader, rule_id: str | None) -> _Loaded:
    row = store.rule(r, rule_id) if rule_id else None
    workers = [one for one in team.workers(r, archived=True) if not one.archived or _names(row, one.id)]
    services = [one for one in catalog.services(r, archived=True) if not one.archived or _names(row, one.id)]
    return _Loaded(row, tuple(workers), tuple(catalog.categories(r)), tuple(services))


def _key(kind: str, service: str | None = None, category: str | None = None) -> str:
    """What a rule is for as one text: a choice keeps no others as they are."""
    return f"{kind}|{service or ''}|{category or ''}"


def _names(row: RuleRow | None, one: str) -> bool:
    return row is not None and one in {row.rule.terms.worker_id, row.rule.terms.service_id}
