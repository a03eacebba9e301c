"""The row of figures at the top of the charts: what the period came to, and its change."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_desk.insights.model import Figures, PeriodFigures, ReturnRate, change
from merchant_desk.shell import language
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.labels import plain_label, plain_tip

_NOTHING = "–"


class FigureCards(QWidget):
    """Six figures of a period, each with its change against the period before."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._cards = {
            "takings": _FigureCard(self.tr("Takings")),
            "visits": _FigureCard(self.tr("Visits")),
            "new": _FigureCard(self.tr("New customers")),
            "cost_per_new": _FigureCard(self.tr("Cost per new customer"), more_is_better=False),
            "returns": _FigureCard(self.tr("Came again in 30 days")),
            "cost": _FigureCard(self.tr("Content cost"), more_is_better=False),
        }
        for card in self._cards.values():
            row.addWidget(card, 1)

    def show_figures(self, figures: PeriodFigures) -> None:
        """Show a period beside the one before it."""
        now, before = figures.now, figures.before
        against = self.tr("against {from_day} – {to_day}").format(
            from_day=language.full_day(figures.before_from), to_day=language.full_day(figures.before_to)
        )
        self._cards["takings"].tell(
            language.money(now.takings, "never"), change(now.takings, before.takings), against
        )
        self._cards["visits"].tell(language.number(now.visits), change(now.visits, before.visits), against)
        self._cards["new"].tell(
            language.number(now.new_customers), change(now.new_customers, before.new_customers), against
        )
        self._cards["cost_per_new"].tell(
            _cost_per_new(now), change(now.cost_per_new, before.cost_per_new), against
        )
        self._cards["cost"].tell(
            language.money(now.content_cost, "never"), change(now.content_cost, before.content_cost), against
        )
        self._tell_returns(now.returns)

    def _tell_returns(self, returns: ReturnRate) -> None:
        card = self._cards["returns"]
        if returns.rate is None or returns.low is None or returns.high is None:
            card.tell(_NOTHING, None, "")
            card.add(self.tr("too few yet"))
            return
        card.tell(language.percent(returns.rate), None, "")
        card.add(
            self.tr("{low}–{high}, of {n}").format(
                low=language.percent(returns.low),
                high=language.percent(returns.high),
                n=language.number(returns.of),
            )
        )


class _FigureCard(Card):
    def __init__(self, name: str, *, more_is_better: bool = True) -> None:
        super().__init__(padding=14)
        self._name = name
        self._more_is_better = more_is_better
        self.body.setSpacing(2)
        self.body.addWidget(plain_label(name, role="secondary"))
        self._figure = plain_label(_NOTHING, role="figure-small")
        self._change = plain_label(role="hint")
        self.body.addWidget(self._figure)
        self.body.addWidget(self._change)

    def tell(self, figure: str, growth: float | None, against: str) -> None:
        """Show a figure and its change; `against` names the period it is held beside."""
        self._figure.setText(figure)
        told = (
            ""
            if growth is None
            else self.tr("{change} on before").format(change=language.percent(growth, signed=True))
        )
        good = growth is not None and (growth > 0) == self._more_is_better
        self._dress("hint" if not growth else "good" if good else "bad")
        self.add(told)
        plain_tip(self, against if told else "")

    def add(self, text: str) -> None:
        """The small line under the figure."""
        self._change.setText(text or " ")
        self.setAccessibleName(f"{self._name}: {self._figure.text()} {text}".strip())

    def _dress(self, role: str) -> None:
        if self._change.property("role") != role:
            self._change.setProperty("role", role)
            self._change.style().unpolish(self._change)
            self._change.style().polish(self._change)


def _cost_per_new(figures: Figures) -> str:
    return _NOTHING if figures.cost_per_new is None else language.money(figures.cost_per_new)
