"""Finds a customer while the name is typed, or adds a new one without leaving the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.customers import store
from merchant_desk.customers.ui.customer_words import CustomerCounts, came, masked
from merchant_desk.customers.ui.new_customer import NewCustomer
from merchant_desk.shell import language, theme
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Avatar, Card
from merchant_desk.widgets.labels import ElidedLabel, plain_label
from merchant_desk.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.customers.model import CustomerRow
    from merchant_desk.shell.frame import Frame

_MOST = 6
_ROW_HEIGHT = 44
_FRAME = 4


@dataclass(frozen=True, slots=True)
class _Offered:
    """A line of the list: somebody, or the offer to add what was typed as a new customer."""

    row: CustomerRow | None
    typed: str = ""


class CustomerPicker(QWidget):
    """A search field with the found customers under it; later the one who was chosen, with "Change".

    Enter takes the first one, Up and Down mark another; the last line adds a new customer in
    place. `chosen` carries the CustomerRow, `cleared` comes when the choice is taken back by hand. With
    `warns` it says quietly what the chosen one has missed.
    """

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, frame: Frame, placeholder: str = "", warns: bool = False) -> None:
        super().__init__()
        self._frame = frame
        self._warns = warns
        self._row: CustomerRow | None = None
        self._listed_for: str | None = None
        self._enter_waits = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.search = SearchField(placeholder or self.tr("Name, pinyin or phone tail"))
        self.search.setMaxLength(100)
        self.search.textChanged.connect(self._typed)
        self.search.moved.connect(self._move)
        self.search.accepted.connect(self._enter)
        column.addWidget(self.search)
        self.list = self._make_list()
        self._listed = Card(padding=2)
        self._listed.body.addWidget(self.list)
        column.addWidget(self._listed)
        self.new = NewCustomer(frame)
        self.new.added.connect(self._take)
        self.new.use_wanted.connect(lambda customer_id: self._fetch(customer_id, self._take))
        self.new.left.connect(self._back_to_search)
        column.addWidget(self.new)
        self._who = self._make_who()
        column.addWidget(self._who)
        self._show_part(self.search)

    @property
    def customer_id(self) -> str | None:
        """Who was chosen, or None."""
        return self._row.id if self._row else None

    @property
    def customer(self) -> CustomerRow | None:
        """The chosen customer's row, or None."""
        return self._row

    def choose(self, customer_id: str) -> None:
        """Show a customer as chosen, without saying so; one who is not there changes nothing."""
        self._fetch(customer_id, self._show_row)

    def add_new(self, name: str) -> None:
        """Begin to add somebody of that name, as the last line of the list does."""
        self._offered(_Offered(None, name))

    def clear(self) -> None:
        """Back to the empty search field."""
        self._row = None
        self._enter_waits = False
        self.search.clear()
        self._show_part(self.search)

    def _make_list(self) -> Table[_Offered]:
        def who(offered: _Offered) -> Cell:
            if offered.row is None:
                said = self.tr("New customer “{name}”").format(name=offered.typed)
                return Cell(said, colour=theme.tokens().accent)
            return Cell(offered.row.name, hint=masked(offered.row.phone_typed), bold=True)

        def when(offered: _Offered) -> Cell:
            if offered.row is None:
                return Cell("")
            day = offered.row.last_day
            words = language.near_day(day, self._frame.clock.today()) if day else self.tr("No visit yet")
            return Cell(words, colour=theme.tokens().ink3)

        table: Table[_Offered] = Table(
            [Column(self.tr("Name"), who), Column(self.tr("Last visit"), when, align="right", width=150)],
            row_height=_ROW_HEIGHT,
            name=self.tr("Customers found"),
        )
        table.horizontalHeader().hide()
        # The keys stay in the search field; the list follows them.
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.chosen.connect(self._offered)
        return table

    def _make_who(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._avatar = Avatar("")
        self._name = ElidedLabel(role="heading")
        self._phone = plain_label(role="secondary")
        self._hint = plain_label(role="hint")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        self.missed = plain_label(role="pill-warn")
        self.missed.hide()
        top.addWidget(self.missed, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._phone)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addLayout(top)
        texts.addWidget(self._hint)
        row.addWidget(self._avatar)
        row.addLayout(texts, 1)
        self.change = Button(self.tr("Change"))
        self.change.clicked.connect(self._change)
        row.addWidget(self.change)
        return line

    # ---- searching

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        if text.strip():
            self._read()
        else:
            self._listed.hide()
            self._listed_for = None

    def _read(self) -> None:
        text = self.search.text()
        self._frame.background.read(
            lambda reader: store.search(reader, text, _MOST),
            lambda found: self._show_found(text, found),
            owner=self,
            key="search",
        )

    def _show_found(self, text: str, found: list[CustomerRow]) -> None:
        if self.search.text() != text or self._row is not None:
            return
        offered = [_Offered(row) for row in found]
        if text.strip():
            offered.append(_Offered(None, text.strip()))
        self._listed_for = text
        self.list.set_rows(offered)
        self.list.setFixedHeight(len(offered) * _ROW_HEIGHT + _FRAME)
        self._listed.setVisible(bool(offered) and not self.search.isHidden())
        if offered:
            self.list.step(0)
            self.list.scrollToTop()
        if self._enter_waits:
            self._enter()

    def _move(self, by: int) -> None:
        if self._listed_for is None and by > 0:
            self._read()
        else:
            self.list.step(by)

    def _enter(self) -> None:
        """Take the marked line; where its rows are still on the way, as soon as they are here."""
        text = self.search.text()
        self._enter_waits = bool(text.strip()) and self._listed_for != text
        if not self._enter_waits and not self._listed.isHidden():
            self.list.choose_current()

    def _offered(self, offered: _Offered) -> None:
        if offered.row is None:
            self._show_part(self.new)
            self.new.begin(offered.typed)
        else:
            self._take(offered.row)

    def _back_to_search(self) -> None:
        self._show_part(self.search)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed(self.search.text())

    # ---- who it is

    def _take(self, row: CustomerRow | None) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._show_row(row)
        if row is None:
            return
        if had_focus:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(row)

    def _show_row(self, row: CustomerRow | None) -> None:
        if row is None:
            return
        self._row = row
        self._enter_waits = False
        self._avatar.set_name(row.name)
        self._name.set_text(row.name)
        self._phone.setText(masked(row.phone_typed))
        self._hint.setText(came(row, self._frame.clock.today()))
        self.missed.hide()
        if self._warns:
            self._frame.background.read(
                lambda reader: store.missed(reader, row.id), self._show_missed, owner=self, key="missed"
            )
        self._show_part(self._who)
        self.search.clear()

    def _show_missed(self, missed: tuple[int, int]) -> None:
        self.missed.setText(CustomerCounts().missed(*missed))
        self.missed.setVisible(any(missed))

    def _fetch(self, customer_id: str, then: Callable[[CustomerRow | None], object]) -> None:
        self._frame.background.read(
            lambda reader: store.row(reader, customer_id), then, owner=self, key="customer"
        )

    def _change(self) -> None:
        self.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cleared.emit()

    def _show_part(self, part: QWidget) -> None:
        """One of the search field, the new customer's fields and the chosen one at a time."""
        self._listed.hide()
        self._listed_for = None
        for other in (self.search, self.new, self._who):
            other.setVisible(other is part)
        keys = {id(self.new): self.new.name, id(self._who): self.change}
        self.setFocusProxy(keys.get(id(part), self.search))
