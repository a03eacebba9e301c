"""One worker's statement: on the screen, and on a page for somebody outside the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout

from merchant_desk.commission.statements import store
from merchant_desk.commission.statements.paper import Page, html, title
from merchant_desk.commission.ui.rule_words import rule_words
from merchant_desk.commission.wording import how_much, percent, reach
from merchant_desk.core.errors import DeskError
from merchant_desk.insights import worker_queries
from merchant_desk.insights.worker_queries import OwnContent
from merchant_desk.sales.receipts import store as receipts
from merchant_desk.shell import choose_file, language
from merchant_desk.shell.icons import icon
from merchant_desk.shell.sheet import Sheet
from merchant_desk.shop import store as shop_store
from merchant_desk.widgets.buttons import Button, Segmented
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.commission.model import Source, Statement
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_TOPICS = {"sales", "commission", "team", "shop", "sources"}


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The statement, with what the shop is called and what own content brought."""

    statement: Statement | None
    own: OwnContent
    shop: str
    head: str


class StatementSheet(Sheet):
    """Shows what was earned; Ctrl+Enter saves the page as PDF, Ctrl+P prints it."""

    follows = True

    def __init__(self, frame: Frame, worker_id: str, from_day: dt.date, to_day: dt.date) -> None:
        super().__init__(frame, self.tr("Statement"), language.days_text(from_day, to_day))
        self._asked = (worker_id, from_day, to_day)
        self._loaded: _Loaded | None = None
        self.earned = Card(self.tr("Earned"))
        self.earned_rows = _grid(self.earned)
        self.work = Card(self.tr("The work behind it"))
        self.work_rows = _grid(self.work)
        self.language = Segmented(
            [("zh_CN", "中文"), ("en", "English")], language.current(), self.tr("Language of the page")
        )
        self.body.addWidget(self.earned)
        self.body.addWidget(self.work)
        self.body.addWidget(
            Field(
                self.tr("Language of the page"),
                self.language,
                self.tr("Below the shop's name stands what stands at the head of receipts."),
            )
        )
        self.body.addStretch(1)
        keys = QKeySequence(QKeySequence.StandardKey.Print)
        native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.print_button = Button(self.tr("Print…"), icon=icon("printer", 16), hint=native)
        self.print_button.setProperty("scale", "big")
        self.print_button.setShortcut(keys)
        self.print_button.clicked.connect(self._print)
        self.footer.addWidget(self.print_button)
        self.footer.addStretch(1)
        self.set_primary(self.tr("Save PDF…"), self._save)
        self._allow(False)
        frame.changed.connect(self._on_changed)
        self.reload()

    def dirty(self) -> bool:
        """Nothing is lost by closing it."""
        return False

    def reload(self) -> None:
        """Read it again."""
        asked = self._asked
        self.frame.background.read(lambda r: _read(r, *asked), self._show, owner=self, key="statement")

    def page(self) -> Page | None:
        """What is printed; None until it is read."""
        loaded = self._loaded
        if loaded is None or loaded.statement is None:
            return None
        return Page(
            statement=loaded.statement,
            shop=loaded.shop,
            head=loaded.head,
            issued=self.frame.clock.today(),
            currency=language.currency(),
            own_customers=loaded.own.customers,
            own_takings=loaded.own.takings,
        )

    # ---- what is shown

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.reload()

    def _show(self, loaded: _Loaded) -> None:
        statement = loaded.statement
        if statement is None:
            self.fail(DeskError("gone", table="worker", id=self._asked[0]))
            self._allow(False)
            return
        self._loaded = loaded
        self.set_title(statement.worker, language.days_text(statement.from_day, statement.to_day))
        self._show_earned(statement)
        self._show_work(statement, loaded.own)
        self._allow(True)

    def _show_earned(self, statement: Statement) -> None:
        emptied(self.earned_rows)
        _add(self.earned_rows, self.tr("Base pay"), _money(statement.base_pay))
        for source in sorted(statement.sources, key=lambda one: -one.amount):
            _add(self.earned_rows, _label(source), _money(source.amount), self._based(source))
        if not statement.sources:
            _add(self.earned_rows, self.tr("No commission in this period"), _money(0))
        if statement.requested:
            told = self.tr("Of the commission for customers who asked for them: {amount}")
            _add(self.earned_rows, "", "", told.format(amount=_money(statement.requested)))
        _add(self.earned_rows, self.tr("Tips"), _money(statement.tips))
        _add(self.earned_rows, self.tr("Income"), _money(statement.income), role="subtitle")

    def _based(self, source: Source) -> str:
        told = [
            self.tr("%n time(s)", "", source.lines),
            self.tr("of {amount}").format(amount=_money(source.base)),
        ]
        if source.rate is not None:
            told.append(self.tr("reached {rate}").format(rate=percent(source.rate)))
        return " · ".join(told)

    def _show_work(self, statement: Statement, own: OwnContent) -> None:
        emptied(self.work_rows)
        asked = statement.asked
        rows = self.work_rows
        _add(rows, self.tr("Their work came to"), _money(statement.work))
        _add(rows, self.tr("Customers served"), language.number(asked.customers))
        _add(rows, self.tr("Asked for them by name"), language.number(asked.requested))
        _add(rows, self.tr("Came back to them"), language.number(asked.again))
        _add(
            rows,
            self.tr("Paid by customers their own content brought"),
            _money(own.takings),
            self.tr("%n customer(s)", "", own.customers),
        )

    # ---- onto paper

    def _allow(self, on: bool) -> None:
        self.print_button.setEnabled(on)
        if self.primary is not None:
            self.primary.setEnabled(on)

    def _page_foot(self, page: int, pages: int) -> str:
        loaded = self._loaded
        return f"{loaded.shop if loaded else ''} · {page} / {pages}"

    def _print(self) -> None:
        # Loaded when somebody prints: the start of the program prints nothing.
        from merchant_desk.shell import paper

        page, said = self.page(), self.language.current()
        if page is None:
            return
        self.clear_errors()
        try:
            if paper.print_out(html(page, said), title(page, said), self._page_foot, self):
                self.frame.notice(self.tr("Sent to the printer."))
        except DeskError as error:
            self.fail(error)
            self._allow(True)

    def _save(self) -> None:
        from merchant_desk.shell import paper

        page, said = self.page(), self.language.current()
        if page is None:
            return
        self.clear_errors()
        named = title(page, said)
        path = choose_file.place_for(self, self.tr("Save PDF"), named, ".pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            paper.save_pdf(html(page, said), path, named, self._page_foot)
        except DeskError as error:
            self.fail(error)
            self._allow(True)
            return
        self.frame.notice(self.tr("{file} saved.").replace("{file}", path.name))


def _read(r: Reader, worker_id: str, from_day: dt.date, to_day: dt.date) -> _Loaded:
    own = worker_queries.own_content(r, from_day, to_day)
    shop = shop_store.shop(r)
    return _Loaded(
        store.statement(r, worker_id, from_day, to_day),
        own.get(worker_id, OwnContent()),
        shop.name if shop else "",
        receipts.settings(r).head,
    )


def _label(source: Source) -> str:
    words = rule_words()
    return f"{reach(source.rule, words)} · {how_much(source.rule.rule.terms, words)}"


def _money(minor: int) -> str:
    return language.money(minor, "always")


def _grid(card: Card) -> QGridLayout:
    rows = QGridLayout()
    rows.setHorizontalSpacing(12)
    rows.setVerticalSpacing(8)
    rows.setColumnStretch(0, 1)
    card.body.addLayout(rows)
    return rows


def _add(rows: QGridLayout, name: str, value: str, hint: str = "", role: str = "") -> None:
    """One more line: what it is, with small words below it, and its figure at the right."""
    at = rows.rowCount()
    if name:
        figure = plain_label(value, role=role or "strong")
        figure.setAccessibleName(f"{name} {value}")
        rows.addWidget(plain_label(name, role=role, wrap=True), at, 0)
        rows.addWidget(figure, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    if hint:
        rows.addWidget(plain_label(hint, role="hint", wrap=True), at + 1, 0, 1, 2)
