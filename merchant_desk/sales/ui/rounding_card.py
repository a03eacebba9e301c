"""How the till rounds what is to pay, chosen in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_desk.sales import rounding
from merchant_desk.widgets.bar_fields import Choice
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame


class RoundingCard(Card):
    """One choice, kept as soon as it is made; it follows what undo takes back."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(self.tr("Rounding at the till"))
        self._frame = frame
        names = {
            "none": self.tr("To the cent"),
            "dime_down": self.tr("Down to ten cents"),
            "yuan_down": self.tr("Down to a whole amount"),
            "yuan_nearest": self.tr("To the nearest whole amount"),
        }
        self.rule = Choice(
            [(rule, names[rule]) for rule in rounding.RULES], name=self.tr("Rounding at the till")
        )
        self.rule.chosen.connect(self._keep)
        self.body.addWidget(self.rule)
        self.body.addWidget(
            plain_label(
                self.tr("It stands on the sale as a line of its own, and any sale can go without it."),
                role="hint",
                wrap=True,
            )
        )
        frame.changed.connect(self._changed)
        self._read()

    def _read(self) -> None:
        self._frame.background.read(rounding.rule_of, self.rule.choose, owner=self, key="rounding")

    def _changed(self, topics: frozenset[str]) -> None:
        if "shop" in topics:
            self._read()

    def _keep(self, rule: object) -> None:
        self._frame.act(
            lambda desk: desk.sales.set_rounding(str(rule)),
            self.tr("The till rounds: {rule}").format(rule=self.rule.currentText()),
            failed=self._refused,
            owner=self,
        )

    def _refused(self, error: Exception) -> None:
        self._read()
        self._frame.fail(error)
