"""Which dates of a series a change is for: this one, this and later ones, all."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_desk.appointments.ui.series_words import series_line
from merchant_desk.shell.repeat_words import sentence_case
from merchant_desk.widgets.buttons import Segmented
from merchant_desk.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from merchant_desk.appointments.series.plan import Scope
    from merchant_desk.appointments.series.store import Standing


class ScopeBox(QWidget):
    """Hidden for an appointment that is not one of a series; `changed` comes when another scope is chosen.

    `stays` says what more than one date leaves alone; "" for a change of them.
    """

    changed = Signal(str)

    def __init__(self, question: str = "", stays: str = "") -> None:
        super().__init__()
        self._stays = stays or self.tr("What is over stays, and so does what was changed for one date alone.")
        asked = question or self.tr("For which dates?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(asked, role="field-label"))
        self.choice = Segmented(
            [
                ("this", self.tr("This one")),
                ("later", self.tr("This and later")),
                ("all", self.tr("All")),
            ],
            name=asked,
        )
        self.choice.chosen.connect(self._chosen)
        column.addWidget(self.choice)
        self.line = ElidedLabel(role="hint")
        column.addWidget(self.line)
        self.told = plain_label(role="hint", wrap=True)
        column.addWidget(self.told)
        self.hide()

    def know(self, standing: Standing | None) -> None:
        """Show it for one of a series with more than this date; `standing` is `series_store.standing`."""
        self.setVisible(standing is not None and standing.count > 1)
        if standing is None:
            self.choice.choose("this")
            return
        self.line.set_text(sentence_case(series_line(standing)))
        self._say()

    def scope(self) -> Scope:
        """What was chosen; "this" while it is hidden."""
        return "this" if self.isHidden() else cast("Scope", self.choice.current())

    def _chosen(self, key: str) -> None:
        self._say()
        self.changed.emit(key)

    def _say(self) -> None:
        alone = self.choice.current() == "this"
        self.told.setText("" if alone else self._stays)
        self.told.setVisible(not alone)
