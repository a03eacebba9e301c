"""The one question at the counter: what brought them this time?"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices, theme
from merchant_desk.sources import store
from merchant_desk.sources.codes import find, normal
from merchant_desk.sources.ui.source_words import channel_words, content_words
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.buttons import Button, Chip
from merchant_desk.widgets.chip_row import ChipRow
from merchant_desk.widgets.fields import TextField
from merchant_desk.widgets.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from merchant_desk.core.clock import Clock
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Channel, Content

Said = tuple[str | None, str | None, str]  # content id, channel id, evidence

_FEW = 4  # contents that are offered before "More…"
_FOUND = 8  # contents that a search shows
_SHORT_LIST = ("referral", "search_map", "passing_by")
_TITLE_WIDTH = 116


@dataclass(frozen=True, slots=True)
class _Offer:
    """What the chips are made of; `codes` maps each live code word to its content's id."""

    likely: tuple[Content, ...]
    channels: tuple[Channel, ...]
    codes: dict[str, str]


class SourcePicker(QWidget):
    """Chips for the likeliest contents and the channels, a code-word field, and all the rest on demand.

    `said` carries what was chosen, (content id, channel id, evidence) with exactly one id, or None
    where a choice was taken back. Nothing is written here.
    """

    said = Signal(object)

    def __init__(
        self,
        frame: Frame,
        service_id: str | None = None,
        customer_id: str | None = None,
        question: str = "",
    ) -> None:
        super().__init__()
        self._frame = frame
        self._service_id = service_id
        self._customer_id = customer_id
        self._offer = _Offer((), (), {})
        self._contents: dict[str, Content] = {}
        self._value: Said | None = None
        self._known: Said | None = None
        self._nearest = ""
        # What takes a text that was scanned here and is for something else; it says whether it is.
        self.elsewhere: Callable[[str], bool] | None = None
        self._build(question or self.tr("What brought them this time?"))
        self._load()

    def value(self) -> Said | None:
        """What is chosen: (content id, channel id, evidence), or None."""
        return self._value

    def new_value(self) -> Said | None:
        """What is chosen, unless it is only what was known before."""
        return None if self._value == self._known else self._value

    def know(self, said: Said | None, how: str = "") -> None:
        """Show what is on record already as chosen, unless more was said; `how` says how it is known."""
        untold = self._value == self._known
        self._known = said
        self._how.setText(how)
        self._how.setVisible(bool(how) and untold)
        if untold:
            self._set(said)

    def settled(self) -> bool:
        """Whether a typed code word names its content (none typed is fine); else it is asked about."""
        self._entered()
        settled = self._named() or not self.code.text().strip()
        if not settled:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        return settled

    def choose(self, content_id: str | None = None, channel_id: str | None = None) -> None:
        """Choose as if its chip had been pressed."""
        self._take((content_id, channel_id, "asked"))

    def set_subject(self, service_id: str | None = None, customer_id: str | None = None) -> None:
        """Another service or customer: the chips are ordered anew, the choice stays."""
        if (service_id, customer_id) != (self._service_id, self._customer_id):
            self._service_id, self._customer_id = service_id, customer_id
            self._load()

    def _build(self, question: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(question, role="field-label"))
        self._how = plain_label(role="hint")
        self._how.hide()
        head.addWidget(self._how)
        head.addStretch(1)
        self.code = TextField(placeholder=self.tr("or type the code word"), name=self.tr("Code word"))
        self.code.setFixedWidth(180)
        self.code.setMaxLength(24)
        self.code.textEdited.connect(self._typing)
        self.code.returnPressed.connect(self._entered)
        self.code.editingFinished.connect(self._entered)
        head.addWidget(self.code)
        column.addLayout(head)
        column.addLayout(self._answer_line())
        self.chips = ChipRow(question)
        self.chips.chosen.connect(self._pressed)
        column.addWidget(self.chips)
        self._rest = QWidget()
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(8)
        self.search = SearchField(self.tr("Search all contents by title or code word"))
        self.search.textEdited.connect(self._look_up)
        self.search.moved.connect(self._into_results)
        self.search.accepted.connect(self._first_result)
        rest.addWidget(self.search)
        self.results = ChipRow(self.tr("Contents found"))
        self.results.chosen.connect(self._pressed)
        rest.addWidget(self.results)
        self._none_found = plain_label(self.tr("No content is called that."), role="hint")
        self._none_found.hide()
        rest.addWidget(self._none_found)
        self._rest.hide()
        column.addWidget(self._rest)

    def _answer_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        self._asked = plain_label(wrap=True)
        self.yes = Button("")
        self.yes.clicked.connect(self._accept_nearest)
        line.addWidget(self._asked, 1)
        line.addWidget(self.yes)
        self._asked.hide()
        self.yes.hide()
        return line

    # ---- what is offered

    def _load(self) -> None:
        clock, service_id, customer_id = self._frame.clock, self._service_id, self._customer_id
        self._frame.background.read(
            lambda reader: _offer(reader, clock, service_id, customer_id),
            self._show_offer,
            owner=self,
            key="offer",
        )

    def _show_offer(self, offer: _Offer) -> None:
        self._offer = offer
        for content in offer.likely:
            self._contents[content.id] = content
        self._show_chips()
        if self.code.isModified() and self.code.text():
            self._typing(self.code.text())

    def _show_chips(self) -> None:
        more = not self._rest.isHidden()
        likely = [content.id for content in (self._offer.likely if more else self._offer.likely[:_FEW])]
        chosen = self._value[0] if self._value else None
        ids = [chosen, *likely] if chosen in self._contents and chosen not in likely else likely
        chips = [self._content_chip(self._contents[content_id]) for content_id in ids]
        chips += [_channel_chip(channel) for channel in self._channels(more)]
        if not more:
            chips.append(Chip(self.tr("More…"), key="more"))
        self.chips.set_chips(chips)
        self.chips.choose(_key(self._value))

    def _channels(self, everything: bool) -> list[Channel]:
        by_id = {channel.id: channel for channel in self._offer.channels}
        first = [by_id[channel_id] for channel_id in _SHORT_LIST if channel_id in by_id]
        chosen = by_id.get((self._value and self._value[1]) or "")
        if not everything:
            return first if chosen is None or chosen in first else [*first, chosen]
        return [*first, *(channel for channel in self._offer.channels if channel not in first)]

    def _content_chip(self, content: Content) -> Chip:
        day = content.published_at.date()
        whole = content_words(content.kind, content.title, day)
        title = QFontMetrics(theme.font(13)).elidedText(
            content.title, Qt.TextElideMode.ElideRight, _TITLE_WIDTH
        )
        chip = Chip(
            content_words(content.kind, title, day),
            theme.source_brush(content.kind),
            checkable=True,
            key=f"content:{content.id}",
        )
        chip.setAccessibleName(f"{whole}, {content.code}" if content.code else whole)
        plain_tip(chip, whole if title != content.title else "")
        return chip

    # ---- choosing

    def _pressed(self, key: str) -> None:
        if key == "more":
            self._rest.show()
            self._show_chips()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._forget_code()
        what, _, row_id = key.partition(":")
        if not row_id:
            self._take(None)
        else:
            self._take((row_id, None, "asked") if what == "content" else (None, row_id, "asked"))

    def _take(self, said: Said | None) -> None:
        # The same answer as the one on record keeps the evidence that it has there.
        if (
            said is not None
            and self._known is not None
            and said[:2] == self._known[:2]
            and said[2] == "asked"
        ):
            said = self._known
        changed = said != self._value
        self._set(said)
        if changed:
            self.said.emit(said)

    def _set(self, said: Said | None) -> None:
        self._value = said
        self._how.setVisible(bool(self._how.text()) and said == self._known)
        content_id = said[0] if said else None
        if content_id is not None and content_id not in self._contents:
            self._fetch(content_id)
        elif said is not None and self.chips.chip(_key(said)) is None:
            self._show_chips()
        self.chips.choose(_key(said))
        self.results.choose(_key(said))

    def _fetch(self, content_id: str) -> None:
        def show(content: Content | None) -> None:
            if content is None:
                return
            self._contents[content.id] = content
            if self._value is not None and self._value[0] == content.id:
                self._set(self._value)

        self._frame.background.read(
            lambda reader: store.content(reader, content_id), show, owner=self, key="content"
        )

    # ---- the code word

    def _typing(self, text: str) -> None:
        self._say("")
        match = find(text, self._offer.codes)
        if match is not None and match.exact:
            self._take((match.content_id, None, "code"))
        elif self._value is not None and self._value[2] == "code" and self._value != self._known:
            self._take(self._known)

    def _named(self) -> bool:
        """Whether what stands in the field is the code word of what is chosen."""
        match, chosen = find(self.code.text(), self._offer.codes), self._value and self._value[0]
        return match is not None and match.exact and match.content_id == chosen

    def _entered(self) -> None:
        text = self.code.text().strip()
        if not text or self._named():
            return
        if self.elsewhere is not None and self.elsewhere(text):
            self._forget_code()
            return
        match = find(text, self._offer.codes)
        self._nearest = match.code if match else _nearest(text, self._offer.codes)
        content_id = self._offer.codes.get(self._nearest)
        if content_id is None:
            self._say(notices.sentence(DeskError("unknown_code", typed=text)))
            return
        self._frame.background.read(
            lambda reader: store.content(reader, content_id),
            lambda content: self._ask_nearest(text, content, near=match is not None),
            owner=self,
            key="nearest",
        )

    def _ask_nearest(self, typed: str, content: Content | None, *, near: bool) -> None:
        if self.code.text().strip() != typed:
            return
        code, title = self._nearest, content.title if content is not None else ""
        if near:
            text = self.tr("Did you mean {code} “{title}”?").format(code=code, title=title)
        else:
            error = DeskError("unknown_code", typed=typed, nearest=code, nearest_title=title)
            text = notices.sentence(error)
        self._say(text, code, wrong=not near)

    def _accept_nearest(self) -> None:
        content_id = self._offer.codes.get(self._nearest)
        self.code.setText(self._nearest)
        self._say("")
        if content_id is not None:
            self._take((content_id, None, "code"))
        self.chips.take_focus()

    def _say(self, text: str, offered: str = "", *, wrong: bool = True) -> None:
        """The line about the code word, with a button for the word that is offered instead."""
        self._asked.setText(text)
        self._asked.setProperty("role", "field-error" if wrong else "secondary")
        self._asked.style().unpolish(self._asked)
        self._asked.style().polish(self._asked)
        self._asked.setVisible(bool(text))
        self.code.setAccessibleDescription(text)
        self.yes.set_text(self.tr("Yes, {code}").format(code=offered))
        self.yes.setVisible(bool(offered))

    def _forget_code(self) -> None:
        self.code.clear()
        self._say("")

    # ---- search over everything

    def _look_up(self, text: str) -> None:
        if not text.strip():
            self._show_found([], "")
            return
        self._frame.background.read(
            lambda reader: store.contents(reader, text=text)[:_FOUND],
            lambda found: self._show_found(found, text),
            owner=self,
            key="search",
        )

    def _show_found(self, found: list[Content], text: str) -> None:
        for content in found:
            self._contents[content.id] = content
        self.results.set_chips([self._content_chip(content) for content in found])
        self.results.choose(_key(self._value))
        self._none_found.setVisible(bool(text.strip()) and not found)

    def _into_results(self, by: int) -> None:
        chips = self.results.chips()
        if by > 0 and chips:
            self.results.take_focus()

    def _first_result(self) -> None:
        chips = self.results.chips()
        if chips and not chips[0].isChecked():
            chips[0].click()


def _offer(reader: Reader, clock: Clock, service_id: str | None, customer_id: str | None) -> _Offer:
    likely = store.likely(reader, clock.now(), service_id=service_id, limit=12)
    if customer_id:
        # What this customer named lately is likelier than anything else.
        named = {touch.content_id for touch in store.touches_of(reader, customer_id)}
        likely = sorted(likely, key=lambda content: content.id not in named)
    return _Offer(tuple(likely), tuple(store.channels(reader)), store.live_codes(reader, clock.epoch_ms()))


def _key(said: Said | None) -> str:
    if said is None:
        return ""
    return f"content:{said[0]}" if said[0] else f"channel:{said[1]}"


def _channel_chip(channel: Channel) -> Chip:
    return Chip(
        channel_words(channel.kind, channel.name),
        theme.source_brush(channel.kind),
        checkable=True,
        key=f"channel:{channel.id}",
    )


def _nearest(typed: str, codes: dict[str, str]) -> str:
    """The live code word that looks most like what was typed, "" when there is none at all."""
    return next(iter(difflib.get_close_matches(normal(typed), list(codes), n=1, cutoff=0.0)), "")
