"""Who made a content: the shop, an influencer with a name, or one of the team."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.buttons import Segmented
from merchant_desk.widgets.fields import TextField


class MakerChoice(QWidget):
    """One of sources.model.MAKERS, and who it is."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        makers = (
            ("shop", self.tr("The shop")),
            ("influencer", self.tr("Influencer")),
            ("worker", self.tr("Worker")),
        )
        self.made_by = Segmented(makers, "shop", self.tr("Made by"))
        self.made_by.chosen.connect(self._show_who)
        self.name = TextField(placeholder=self.tr("Name"), name=self.tr("Influencer's name"))
        self.name.setMaxLength(80)
        self.worker = Choice(name=self.tr("Worker"))
        row.addWidget(self.made_by)
        row.addWidget(self.name, 1)
        row.addWidget(self.worker, 1)
        row.addStretch(0)
        self._show_who("shop")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_workers(self, workers: Sequence[tuple[str, str]]) -> None:
        """The (id, name) of those to choose from."""
        self.worker.set_options(workers)

    def show_maker(self, made_by: str, name: str, worker_id: str | None) -> None:
        """Show who it was."""
        self.made_by.choose(made_by)
        self.name.setText(name)
        if worker_id is not None:
            self.worker.choose(worker_id)
        self._show_who(made_by)

    def value(self) -> tuple[str, str, str | None]:
        """Kind of maker, the influencer's name, the worker's id."""
        made_by = self.made_by.current()
        worker_id = self.worker.key()
        return (
            made_by,
            self.name.value() if made_by == "influencer" else "",
            str(worker_id) if made_by == "worker" and worker_id else None,
        )

    def _show_who(self, made_by: str) -> None:
        self.name.setVisible(made_by == "influencer")
        self.worker.setVisible(made_by == "worker")
