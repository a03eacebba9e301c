"""What a worker does, and where they have a price or a time of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from merchant_desk.catalog.model import NO_TERMS, Terms
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.widgets.fields import MoneyField, NumberField
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service

_LONGEST = 24 * 60
_PRICE_WIDTH = 110
_MINUTES_WIDTH = 116


class TermsSection(QWidget):
    """A row for each service on sale; empty fields are as on the list."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._hint = plain_label(
            self.tr("Price and time are as on the list of services until they are told here."),
            role="hint",
            wrap=True,
        )
        column.addWidget(self._hint)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self.rows: dict[str, TermsRow] = {}
        self._was: object = None
        self._loaded: object = None

    def load(self, services: Sequence[Service], does: Collection[str], terms: Mapping[str, Terms]) -> None:
        """Show the services; `does` are the ids of those the worker does, `terms` their own by service id."""
        self._loaded = (services, does, terms)
        self._hint.setVisible(bool(services))
        if not services:
            self._grid.addWidget(plain_label(self.tr("There are no services yet."), role="hint"), 0, 0)
        else:
            for place, words in ((1, self.tr("Own price")), (2, self.tr("Own time"))):
                self._grid.addWidget(plain_label(words, role="hint"), 0, place)
        category = None
        line = 1
        for service in services:
            if service.category != category:
                category = service.category
                head = plain_label(category or self.tr("Without a category"), role="field-label")
                head.setContentsMargins(0, 8 if line > 1 else 0, 0, 0)
                self._grid.addWidget(head, line, 0, 1, 3)
                line += 1
            row = TermsRow(service, service.id in does, terms.get(service.id, NO_TERMS))
            self.rows[service.id] = row
            for place, widget in enumerate((row.does, row.price, row.minutes)):
                self._grid.addWidget(widget, line, place)
            self._grid.addWidget(row.error, line + 1, 0, 1, 3)
            line += 2
        self._was = self._typed()

    def renew(self, services: Sequence[Service], does: Collection[str], terms: Mapping[str, Terms]) -> None:
        """Others came in while the sheet is open; what is typed stays."""
        if self.touched() or (services, does, terms) == self._loaded:
            return
        emptied(self._grid)
        self.rows = {}
        self.load(services, does, terms)

    def touched(self) -> bool:
        """Whether anything differs from what was loaded."""
        return self._typed() != self._was

    def does(self) -> dict[str, Terms] | None:
        """Service id -> own terms of what is ticked; None after an amount that is none was said."""
        told: dict[str, Terms] = {}
        for key, row in self.rows.items():
            if not row.does.isChecked():
                continue
            try:
                told[key] = row.terms()
            except DeskError as error:
                row.refuse(error)
                return None
        return told

    def refuse(self, error: DeskError) -> bool:
        """Say what was refused at its service; False where the error names none."""
        row = self.rows.get(str(error.facts.get("service_id")))
        if row is None:
            return False
        row.refuse(error)
        return True

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self.rows.values():
            row.error.hide()

    def _typed(self) -> object:
        return [row.typed() for row in self.rows.values()]


class TermsRow:
    """One service: whether the worker does it, for how much, in what time."""

    def __init__(self, service: Service, does: bool, terms: Terms) -> None:
        self._service = service
        self.does = QCheckBox(service.name.replace("&", "&&"))
        self.does.setAccessibleName(service.name)
        self.does.setChecked(does)
        own_price = QCoreApplication.translate("TermsSection", "{service}, own price")
        own_time = QCoreApplication.translate("TermsSection", "{service}, own time")
        self.price = MoneyField(terms.price, language.currency(), own_price.format(service=service.name))
        self.price.setPlaceholderText(language.money(service.price))
        self.price.setFixedWidth(_PRICE_WIDTH)
        usual = language.minutes_text(service.minutes)
        # The unit as it stands behind a number: "1 min" without its 1.
        unit = language.minutes_text(1)[1:]
        self.minutes = NumberField(0, 0, _LONGEST, 5, unit, own_time.format(service=service.name))
        self.minutes.setSpecialValueText(usual)
        self.minutes.setValue(terms.minutes or 0)
        self.minutes.setFixedWidth(_MINUTES_WIDTH)
        self.error = plain_label(role="field-error", wrap=True)
        self.error.hide()
        self.does.toggled.connect(lambda _on: self._enable())
        self._enable()

    def terms(self) -> Terms:
        """What is typed. Raises DeskError "bad_amount", "bad_minutes"."""
        typed = self.price.text().strip()
        price = self.price.value() if typed else None
        if price is not None and price < 0:
            raise DeskError("bad_amount", text=typed)
        terms = Terms(price, self.minutes.value() or None)
        terms.check(self._service.before + self._service.after)
        return terms

    def typed(self) -> object:
        """What the row says, to see whether it was touched."""
        if not self.does.isChecked():
            return False
        return self.price.text().strip(), self.minutes.value()

    def refuse(self, error: DeskError) -> None:
        """Say what is wrong below the row."""
        self.error.setText(notices.sentence(error))
        self.error.show()
        fields: dict[str, QWidget] = {
            "bad_amount": self.price,
            "bad_minutes": self.minutes,
            "no_minutes": self.minutes,
        }
        fields.get(error.code, self.does).setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self) -> None:
        for field in (self.price, self.minutes):
            field.setEnabled(self.does.isChecked())
