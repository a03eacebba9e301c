"""The nudge at the right of the Desk page: whose source is not known, and one touch to say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell import language, theme
from merchant_desk.sources.ui.source_words import channel_words, content_words
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import ElidedLabel, plain_tip, rule
from merchant_desk.widgets.layouts import emptied

if TYPE_CHECKING:
    import datetime as dt

    from merchant_desk.sources.model import Channel, Content, Unasked

_AT_ONCE = 2  # contents that are offered without asking for more
_TITLE_WIDTH = 118
_FIRST = ("referral", "search_map", "passing_by")


class Unknowns(NamedTuple):
    """Who was not asked yet, and the answers that are offered, likeliest first."""

    people: tuple[Unasked, ...] = ()
    contents: tuple[Content, ...] = ()
    channels: tuple[Channel, ...] = ()


class UnknownCard(Card):
    """One row per customer of today whose source nobody has said yet.

    `said` carries the Unasked, the content's id or None, the channel's id or None, and the answer in words.
    """

    said = Signal(object, object, object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Source unknown"), role="warn-card")
        self.body.setSpacing(12)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        self._shown: tuple[Unknowns, tuple[bool, ...]] | None = None
        self._open = ""
        self.hide()

    def show_unknowns(self, unknowns: Unknowns, now: dt.datetime) -> None:
        """Show these; whoever is still to come today is asked later, with one chip to do it now."""
        begun = tuple(one.start is None or one.start <= now for one in unknowns.people)
        if self._shown == (unknowns, begun):
            return
        had_focus = any(chip.hasFocus() for row in self.rows() for chip in row.chips())
        self._shown = (unknowns, begun)
        self.set_title(self.tr("%n customer(s) whose source is unknown", "", len(unknowns.people)))
        emptied(self._rows)
        for person, here in zip(unknowns.people, begun, strict=True):
            row = AskRow(person, unknowns, here, opened=_key(person) == self._open)
            row.opened.connect(self._keep_open)
            row.said.connect(self.said)
            self._rows.addWidget(row)
        self.setVisible(bool(unknowns.people))
        rows = self.rows()
        if had_focus and rows:
            rows[0].chips()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def rows(self) -> list[AskRow]:
        """The rows in their order."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [widget for item in items if isinstance(widget := item.widget() if item else None, AskRow)]

    def _keep_open(self, key: str) -> None:
        self._open = key


class AskRow(QWidget):
    """A customer at the left, the likeliest answers at the right; all the others on demand below."""

    said = Signal(object, object, object, str)
    opened = Signal(str)

    def __init__(self, person: Unasked, unknowns: Unknowns, here: bool, opened: bool = False) -> None:
        super().__init__()
        self._person = person
        self._unknowns = unknowns
        self._chips: list[Chip] = []
        self.setAccessibleName(person.name)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        who = QVBoxLayout()
        who.setSpacing(1)
        who.addWidget(ElidedLabel(person.name))
        parts = [language.time_text(person.start)] if person.start else []
        who.addWidget(
            ElidedLabel(" · ".join([*parts, *([person.service] if person.service else [])]), role="hint")
        )
        who.addStretch(1)
        top.addLayout(who, 1)
        box = QWidget()
        flow = FlowLayout(box, align_right=True)
        first = unknowns.contents[:_AT_ONCE] if here else ()
        for content in first:
            self._offer(flow, self._content_chip(content, short=True))
        self.more = Chip(self.tr("Other…") if first else self.tr("Ask…"))
        self.more.clicked.connect(self._toggle)
        flow.addWidget(self.more)
        top.addWidget(box, 2)
        whole.addLayout(top)
        self._all = QWidget()
        self._fill_all()
        whole.addWidget(self._all)
        self._all.setVisible(opened)

    def chips(self) -> list[Chip]:
        """The chips that are on screen, in their order."""
        return [chip for chip in [*self._chips, self.more] if not chip.isHidden()]

    def _toggle(self) -> None:
        opens = self._all.isHidden()
        self._all.setVisible(opens)
        self.opened.emit(_key(self._person) if opens else "")
        if opens:
            first = next((chip for chip in self._chips if self._all.isAncestorOf(chip)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_all(self) -> None:
        column = QVBoxLayout(self._all)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(rule("soft-rule"))
        flow = FlowLayout(gap=6)
        column.addLayout(flow)
        for content in self._unknowns.contents:
            self._offer(flow, self._content_chip(content))
        for channel in _ordered(self._unknowns.channels):
            words = channel_words(channel.kind, channel.name)
            chip = Chip(words, theme.source_brush(channel.kind), key=f"channel:{channel.id}")
            chip.clicked.connect(
                lambda _checked=False, channel=channel, words=words: self.said.emit(
                    self._person, None, channel.id, words
                )
            )
            self._offer(flow, chip)

    def _offer(self, flow: FlowLayout, chip: Chip) -> None:
        flow.addWidget(chip)
        self._chips.append(chip)

    def _content_chip(self, content: Content, short: bool = False) -> Chip:
        whole = content_words(content.kind, content.title, content.published_at.date())
        text = content.title if short else content_words(content.kind, content.title)
        wide = _TITLE_WIDTH if short else 2 * _TITLE_WIDTH
        shown = QFontMetrics(theme.font(13)).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        chip = Chip(shown, theme.source_brush(content.kind), key=f"content:{content.id}")
        chip.setAccessibleName(whole)
        plain_tip(chip, whole)
        chip.clicked.connect(lambda: self.said.emit(self._person, content.id, None, whole))
        return chip


def _key(person: Unasked) -> str:
    return person.customer_id or person.sale_id or ""


def _ordered(channels: Sequence[Channel]) -> list[Channel]:
    """The usual answers first, "doesn't remember" last."""
    return sorted(
        channels,
        key=lambda channel: (
            channel.kind == "unknown",
            _FIRST.index(channel.id) if channel.id in _FIRST else len(_FIRST),
        ),
    )
