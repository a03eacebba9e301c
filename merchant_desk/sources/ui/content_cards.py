"""The cards beside the list of contents: its code word, what came of it, and its money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.insights import content_queries
from merchant_desk.insights.content_queries import ContentStory
from merchant_desk.shell import language, words
from merchant_desk.shell.icons import icon
from merchant_desk.sources import store
from merchant_desk.sources.model import Content, ContentCost
from merchant_desk.sources.ui.content_words import content_line, how_to_use, opens, words_to_say
from merchant_desk.sources.ui.funnel_view import FunnelView
from merchant_desk.sources.ui.note_rows import CostForm, ViewsForm
from merchant_desk.sources.ui.qr_view import QrView
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import Card, CodeBadge
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import ElidedLabel, plain_label
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame


@dataclass(frozen=True, slots=True)
class ContentFacts:
    """One content with everything its cards show; `counted_at` is when the views were noted."""

    content: Content
    story: ContentStory
    costs: tuple[ContentCost, ...]
    counted_at: dt.datetime | None
    service: str
    worker: str


def content_facts(reader: Reader, content_id: str) -> ContentFacts:
    """Read one content. Raises DeskError "gone"."""
    content = store.content(reader, content_id)
    if content is None:
        raise DeskError("gone", table="content", id=content_id)
    counted = [stat.taken_at for stat in store.stats(reader, content_id) if stat.views is not None]
    service = reader.value("SELECT name FROM service WHERE id = :id", id=content.service_id)
    worker = reader.value("SELECT name FROM worker WHERE id = :id", id=content.worker_id)
    return ContentFacts(
        content,
        content_queries.story(reader, content_id),
        tuple(store.costs(reader, content_id)),
        counted[-1] if counted else None,
        service or "",
        worker or "",
    )


class CodeCard(Card):
    """What the content is, its code word large enough for a camera, and the QR code."""

    edit_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._content: Content | None = None
        top = QHBoxLayout()
        top.setSpacing(14)
        self.qr = QrView()
        top.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self._title = ElidedLabel(role="subtitle")
        self._line = plain_label(role="secondary", wrap=True)
        self.code = CodeBadge("", big=True)
        self._how = plain_label(role="hint", wrap=True)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        texts.addSpacing(6)
        texts.addWidget(self.code)
        texts.addWidget(self._how)
        texts.addStretch(1)
        top.addLayout(texts, 1)
        self.body.addLayout(top)
        self._more = plain_label(role="secondary", wrap=True)
        self.body.addWidget(self._more)
        buttons = QWidget()
        row = FlowLayout(buttons)
        self.copy = Button(self.tr("Copy words to say"), icon=icon("copy", 16))
        self.open = Button(self.tr("Open link"), icon=icon("external", 16))
        self.edit = Button(self.tr("Edit"), icon=icon("edit", 16))
        for button, pressed in ((self.copy, self._copy), (self.open, self._open), (self.edit, self._edit)):
            button.clicked.connect(pressed)
            row.addWidget(button)
        self.body.addSpacing(4)
        self.body.addWidget(buttons)

    def show_facts(self, facts: ContentFacts) -> None:
        """Show one content."""
        content = facts.content
        self._content = content
        self._title.set_text(content.title)
        self._line.setText(content_line(content, self._frame.clock.today()))
        self.code.setText(content.code)
        self.code.setAccessibleName(self.tr("Code word {code}").format(code=content.code))
        self._how.setText(how_to_use(content.kind))
        linked = opens(content.url)
        # A link too long for a QR code leaves the code word in it.
        if not (linked and self.qr.set_text(content.url)):
            self.qr.set_text(content.code)
        self.open.setVisible(linked)
        self._more.setText("\n".join(self._told(facts)))
        self._more.setVisible(bool(self._more.text()))

    def _told(self, facts: ContentFacts) -> list[str]:
        content = facts.content
        told = []
        if content.made_by == "influencer":
            name = content.maker_name or self.tr("an influencer")
            told.append(self.tr("Made by {name}").format(name=name))
        elif content.made_by == "worker" and (facts.worker or content.maker_name):
            told.append(self.tr("Made by {name}").format(name=facts.worker or content.maker_name))
        if facts.service:
            told.append(self.tr("For: {service}").format(service=facts.service))
        if content.paid_promotion:
            told.append(self.tr("Paid promotion"))
        if content.archived:
            told.append(self.tr("Archived: not in lists any more."))
        lines = [" · ".join(told)] if told else []
        return [*lines, content.note] if content.note else lines

    def _copy(self) -> None:
        if self._content is not None:
            QGuiApplication.clipboard().setText(words_to_say(self._content))
            self._frame.notice(self.tr("Copied. Paste it where you write the words of the content."))

    def _open(self) -> None:
        if self._content is not None and opens(self._content.url):
            QDesktopServices.openUrl(QUrl(self._content.url))

    def _edit(self) -> None:
        if self._content is not None:
            self.edit_wanted.emit(self._content.id)


class StoryCard(Card):
    """The funnel, and a line in which a new count of views is noted."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(QCoreApplication.translate("StoryCard", "From seen to return"))
        self._frame = frame
        self._id = ""
        self.add = Button(self.tr("Add views"), role="link")
        self.head.addWidget(self.add)
        self.body.setContentsMargins(16, 8, 16, 16)
        self.funnel = FunnelView()
        self.body.addWidget(self.funnel)
        self._reading = plain_label(role="hint", wrap=True)
        self.body.addWidget(self._reading)
        self.form = ViewsForm(frame)
        self.form.hide()
        self.body.addWidget(self.form)
        self.add.clicked.connect(lambda: self.form.begin(self._views))
        self.form.said.connect(self._note)
        self._views: int | None = None

    def show_facts(self, facts: ContentFacts) -> None:
        """Show what came of one content."""
        if facts.content.id != self._id:
            self.form.hide()
        self._id = facts.content.id
        self._views = facts.story.views
        self.funnel.show_story(facts.content.kind, facts.story)
        self._reading.setText(self._read(facts))

    def _read(self, facts: ContentFacts) -> str:
        story = facts.story
        told = []
        if story.views and story.came:
            one_in = language.number(round(story.views / story.came))
            told.append(self.tr("One in {n} views brought somebody in.").format(n=one_in))
        if story.came >= 5:
            share = language.percent(story.came_again / story.came)
            told.append(self.tr("{share} of those who came were here again so far.").format(share=share))
        elif not story.asked:
            told.append(self.tr("Nobody has named it yet."))
        if facts.counted_at is not None:
            when = language.near_day(facts.counted_at.date(), self._frame.clock.today())
            told.append(self.tr("Views counted: {day}.").format(day=when))
        return ("" if language.current() == "zh_CN" else " ").join(told)

    def _note(self, views: int) -> None:
        content_id, now = self._id, self._frame.clock.now()
        self._frame.act(
            lambda desk: desk.sources.add_views(content_id, now, views),
            self.tr("Views noted."),
            lambda _none: self.form.finish(),
            self.form.refuse,
            owner=self,
        )


class MoneyCard(Card):
    """What the content brought in and cost, with every cost, and a line to note another."""

    sales_wanted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(QCoreApplication.translate("MoneyCard", "Money"))
        self._frame = frame
        self._id = ""
        self.add = Button(self.tr("Add cost"), role="link")
        self.head.addWidget(self.add)
        self.body.setContentsMargins(16, 8, 16, 16)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        self._takings = plain_label(role="figure-small")
        self._cost = plain_label(role="figure-small")
        self._per_new = plain_label(role="figure-small")
        for label, figure in (
            (self.tr("Takings"), self._takings),
            (self.tr("Cost"), self._cost),
            (self.tr("Per new customer"), self._per_new),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(plain_label(label, role="hint"))
            column.addWidget(figure)
            figures.addLayout(column, 1)
        self.body.addLayout(figures)
        self._reading = plain_label(role="hint", wrap=True)
        self.body.addWidget(self._reading)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        self.form = CostForm(frame)
        self.form.hide()
        self.body.addWidget(self.form)
        self.sales = Button(self.tr("Show the sales behind it"), role="link")
        self.body.addWidget(self.sales, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.form.begin)
        self.form.said.connect(self._note)
        self.sales.clicked.connect(lambda: self.sales_wanted.emit(self._id))

    def show_facts(self, facts: ContentFacts) -> None:
        """Show one content's money."""
        if facts.content.id != self._id:
            self.form.hide()
        self._id = facts.content.id
        story, cost = facts.story, facts.content.cost
        self._takings.setText(language.money(story.takings, cents="never"))
        self._cost.setText(language.money(cost, cents="never"))
        each = cost // story.new_customers if story.new_customers and cost else None
        self._per_new.setText(language.money(each, cents="never") if each is not None else "–")
        told = [self.tr("%n new customer(s)", "", story.new_customers)]
        if cost and story.takings > 0:
            back = f"{story.takings / cost:,.1f}×"
            told.append(self.tr("takings are {times} the cost").format(times=back))
        self._reading.setText(" · ".join(told))
        self.sales.setVisible(story.takings != 0)
        emptied(self._list)
        for one in facts.costs:
            self._list.addWidget(self._cost_line(one))

    def _cost_line(self, cost: ContentCost) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        day = language.near_day(cost.day, self._frame.clock.today())
        row.addWidget(plain_label(words.cost_name(cost.kind)))
        row.addWidget(plain_label(day, role="hint"))
        row.addStretch(1)
        row.addWidget(plain_label(language.money(cost.amount)))
        return line

    def _note(self, kind: str, amount: int, day: dt.date) -> None:
        content_id = self._id
        self._frame.act(
            lambda desk: desk.sources.add_cost(content_id, day, kind, amount),
            self.tr("Cost noted."),
            lambda _id: self.form.finish(),
            self.form.refuse,
            owner=self,
        )
