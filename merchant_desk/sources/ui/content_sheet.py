"""A short video, live stream or grass post logged or changed; a new one gets its code word here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from merchant_desk.catalog import store as catalog
from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices, words
from merchant_desk.shell.sheet import Sheet
from merchant_desk.sources import store
from merchant_desk.sources.model import COST_KINDS, PLATFORMS, Content, ContentDraft
from merchant_desk.sources.ui.content_words import read_link
from merchant_desk.sources.ui.kind_choice import KindChoice
from merchant_desk.sources.ui.logged_view import LoggedView
from merchant_desk.sources.ui.maker_choice import MakerChoice
from merchant_desk.sources.ui.when_fields import WhenFields
from merchant_desk.team import store as team
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field, MoneyField, NoteField, TextField

if TYPE_CHECKING:
    from merchant_desk.catalog.model import Service
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.team.model import Worker


@dataclass(frozen=True, slots=True)
class _Offer:
    content: Content | None
    services: tuple[Service, ...]
    workers: tuple[Worker, ...]


class ContentSheet(Sheet):
    """New or edit. After a new one is logged the sheet shows its code word, to be copied.

    `saved(id)` comes once it is written. What it cost later on is noted on the content's page.
    """

    saved = Signal(str)

    def __init__(self, frame: Frame, content_id: str | None = None, kind: str = "") -> None:
        super().__init__(frame, "")
        self._id = content_id
        self.set_title(self.tr("Edit content") if content_id else self.tr("Log content"))
        self._kept: Content | None = None
        self._draft_before: ContentDraft | None = None
        self._logged = False
        self._fill(kind or "short_video")
        self.set_primary(self.tr("Save") if content_id else self.tr("Log it"), self._press)
        self.set_busy(bool(content_id))
        frame.background.read(
            lambda reader: _offer(reader, content_id), self._show, failed=self.fail, owner=self, key="offer"
        )

    def dirty(self) -> bool:
        """Whether something chosen or typed would be lost."""
        if self._logged:
            return False
        changed = self._draft_before is not None and self._draft(0) != self._draft_before
        return changed or super().dirty()

    def focus_first(self) -> None:
        """Begin with the title; what kind it is stands above it, a Shift+Tab away."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, kind: str) -> None:
        self.kind = KindChoice(kind)
        self.kind.chosen.connect(self._on_kind)
        self.title = TextField(placeholder=self.tr("What it is called, or its first words"))
        self.title.setMaxLength(200)
        self._title_field = Field(self.tr("Title"), self.title)
        self.title.textEdited.connect(lambda _text: self._title_field.set_error(""))
        self.platform = Choice([(key, words.platform_name(key)) for key in PLATFORMS], PLATFORMS[0])
        self.when = WhenFields(self.frame.clock.now())
        self.maker = MakerChoice()
        self.link = TextField(placeholder="https://")
        self.link.setMaxLength(2000)
        self._link_field = Field(
            self.tr("Link"), self.link, self.tr("Paste the app's share text; the address is taken out of it.")
        )
        self.link.editingFinished.connect(self._check_link)
        self.link.textEdited.connect(lambda _text: self._link_field.set_error(""))
        self.service = Choice([(None, self.tr("None in particular"))])
        self.paid = QCheckBox(self.tr("Paid promotion"))
        self.note = NoteField(lines=2)
        self.body.addWidget(Field(self.tr("What is it?"), self.kind))
        self.body.addWidget(self._title_field)
        self.body.addWidget(Field(self.tr("Platform"), self.platform))
        self.body.addWidget(self.when)
        self.body.addWidget(Field(self.tr("Made by"), self.maker))
        self.body.addWidget(self._link_field)
        self.body.addWidget(Field(self.tr("Service it promotes"), self.service))
        self._cost = self._cost_row()
        if self._id is not None:
            self._cost.hide()
        self.body.addWidget(self._cost)
        self.body.addWidget(self.paid)
        self.body.addWidget(Field(self.tr("Note"), self.note))
        self.body.addStretch(1)
        self.done = LoggedView(self.frame)
        self.done.hide()
        self.body.insertWidget(0, self.done)
        self.archive = Button(self.tr("Archive"), role="danger")
        self.archive.clicked.connect(self._archive)
        self.archive.setVisible(bool(self._id))
        self.footer.addWidget(self.archive)
        self.footer.addStretch(1)
        self._on_kind(kind)

    def _cost_row(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.cost = MoneyField(currency=language.currency())
        self.cost_kind = Choice([(kind, words.cost_name(kind)) for kind in COST_KINDS], "making")
        self._cost_field = Field(self.tr("Cost (may be empty)"), self.cost)
        self.cost.textEdited.connect(lambda _text: self._cost_field.set_error(""))
        row.addWidget(self._cost_field, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(self.tr("Spent on"), self.cost_kind), 1, Qt.AlignmentFlag.AlignTop)
        return line

    # ---- what is known

    def _show(self, offer: _Offer) -> None:
        self.maker.set_workers([(worker.id, worker.name) for worker in offer.workers])
        services = [(service.id, service.name) for service in offer.services]
        self.service.set_options([(None, self.tr("None in particular")), *services])
        if self._id is not None:
            self.set_busy(False)
            if offer.content is None:
                self.fail(DeskError("gone", table="content", id=self._id))
                return
            self._show_content(offer.content)
        self._draft_before = self._draft(0)

    def _show_content(self, content: Content) -> None:
        self._kept = content
        self.kind.choose(content.kind)
        self.title.setText(content.title)
        self.platform.choose(content.platform)
        self.when.set_span(content.published_at, content.ended_at)
        self.maker.show_maker(content.made_by, content.maker_name, content.worker_id)
        self.link.setText(content.url)
        self.service.choose(content.service_id)
        self.paid.setChecked(content.paid_promotion)
        self.note.setPlainText(content.note)
        self.archive.setVisible(not content.archived)
        self._on_kind(content.kind)

    def _on_kind(self, kind: str) -> None:
        self.when.set_live(kind == "live_stream")

    # ---- saving

    def _draft(self, cost: int) -> ContentDraft:
        made_by, maker_name, worker_id = self.maker.value()
        service_id = self.service.key()
        return ContentDraft(
            kind=self.kind.current(),
            title=self.title.value(),
            published_at=self.when.start(),
            platform=str(self.platform.key()),
            ended_at=self.when.end(),
            url=self.link.value(),
            made_by=made_by,
            maker_name=maker_name,
            worker_id=worker_id,
            service_id=str(service_id) if service_id else None,
            paid_promotion=self.paid.isChecked(),
            note=self.note.value(),
            cost=cost,
            cost_kind=str(self.cost_kind.key()),
        )

    def _press(self) -> None:
        if self._logged:
            self.shut()
        else:
            self._save()

    def _save(self) -> None:
        self.clear_errors()
        if not self._check_link():
            self.link.setFocus()
            return
        content_id = self._id
        try:
            draft = self._draft(self._kept.cost if self._kept else self.cost.value())
        except DeskError as error:
            self.set_error(notices.sentence(error), self._cost_field)
            return
        self.set_busy(True)
        if content_id is None:
            self.frame.act(
                lambda desk: desk.sources.log_content(draft),
                self.tr("“{title}” logged.").format(title=draft.title),
                self._show_logged,
                self._refused,
                owner=self,
            )
            return
        self.frame.act(
            lambda desk: desk.sources.edit_content(content_id, draft),
            self.tr("“{title}” saved.").format(title=draft.title),
            lambda _none: self._done(content_id),
            self._refused,
            owner=self,
        )

    def _done(self, content_id: str) -> None:
        self.saved.emit(content_id)
        self.shut()

    def _show_logged(self, content_id: str) -> None:
        self._logged = True
        self.frame.background.run(
            lambda desk: store.content(desk.file, content_id), self._show_code, owner=self, key="logged"
        )
        self.saved.emit(content_id)

    def _show_code(self, content: Content | None) -> None:
        if content is None:
            self.shut()
            return
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            part = item.widget() if item is not None else None
            if part is not None:
                part.setVisible(part is self.done)
        self.set_title(self.tr("Logged"), content.title)
        self.done.show_content(content)
        self.set_busy(False)
        if self.primary is not None:
            self.primary.set_text(self.tr("Done"))
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        self.set_busy(False)
        if not isinstance(error, DeskError):
            self.fail(error)
        elif error.code == "no_title":
            self.set_error(notices.sentence(error), self._title_field)
        elif error.code == "end_before_start":
            self.set_error(notices.sentence(error), self.when.end_field)
        elif error.code == "bad_amount":
            self.set_error(notices.sentence(error), self._cost_field)
        else:
            self.fail(error)

    def _check_link(self) -> bool:
        """Take the address out of what was pasted; say so where there is none."""
        link = read_link(self.link.text())
        if link is None and self._kept is not None and self.link.value() == self._kept.url:
            return True
        if link is None:
            self._link_field.set_error(self.tr("This is no link. It begins with https://"))
            return False
        if link != self.link.text():
            self.link.setText(link)
            self.link.setModified(True)
        self._link_field.set_error("")
        return True

    def _archive(self) -> None:
        content_id, title = self._id, self._kept.title if self._kept else ""
        if content_id is not None:
            self.frame.act(
                lambda desk: desk.sources.archive_content(content_id),
                self.tr("“{title}” archived.").format(title=title),
                lambda _none: self.shut(),
                self.fail,
                owner=self,
            )


def _offer(reader: Reader, content_id: str | None) -> _Offer:
    content = store.content(reader, content_id) if content_id else None
    services = catalog.services(reader)
    workers = team.workers(reader)
    if content is not None:
        # What was chosen when it was logged stays choosable after it was archived.
        if content.service_id and all(one.id != content.service_id for one in services):
            services = [*services, *(o for o in [catalog.service(reader, content.service_id)] if o)]
        if content.worker_id and all(one.id != content.worker_id for one in workers):
            workers = [*workers, *(o for o in [team.worker(reader, content.worker_id)] if o)]
    return _Offer(content, tuple(services), tuple(workers))
