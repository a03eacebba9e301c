"""Charts: where the money came from, what grew, and which contents bring the best customers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from merchant_desk.insights import queries
from merchant_desk.insights.model import ContentResult, Growth, PeriodFigures
from merchant_desk.insights.periods import Bucket, Period
from merchant_desk.insights.series import TakingsSeries, takings_series
from merchant_desk.insights.ui.contents_card import ContentsCard
from merchant_desk.insights.ui.figure_cards import FigureCards
from merchant_desk.insights.ui.growth_card import GrowthCard
from merchant_desk.insights.ui.takings_card import TakingsCard
from merchant_desk.shell.page import Page
from merchant_desk.widgets.buttons import Segmented
from merchant_desk.widgets.fields import DayField
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame

_MOST_DAYS = 31
_MOST_WEEKS = 120
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Charts:
    """Everything the page shows of one period."""

    from_day: dt.date
    to_day: dt.date
    bucket: Bucket
    figures: PeriodFigures
    series: TakingsSeries
    growth: tuple[Growth, ...]
    contents: tuple[ContentResult, ...]


class ChartsPage(Page):
    """The period's figures and charts.

    `sales_wanted` carries a kind of source and the first and last day of what was clicked,
    `content_wanted` a content's id and the period's days.
    """

    key = "charts"
    topics = frozenset({"sales", "sources", "customers"})
    sales_wanted = Signal(str, object, object)
    content_wanted = Signal(str, object, object)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        today = frame.clock.today()
        self._period: Period = _months(today, 12)
        self.period = Segmented(
            [
                ("week", self.tr("7 days")),
                ("month", self.tr("This month")),
                ("quarter", self.tr("3 months")),
                ("year", self.tr("12 months")),
                ("any", self.tr("Any…")),
            ],
            current="year",
            name=self.tr("Period"),
        )
        self.period.chosen.connect(self._chosen)
        self.first = DayField(self._period[0])
        self.first.setAccessibleName(self.tr("First day"))
        self.last = DayField(self._period[1])
        self.last.setAccessibleName(self.tr("Last day"))
        self.first.changed.connect(lambda *_: self._chosen("any"))
        self.last.changed.connect(lambda *_: self._chosen("any"))
        self.wrong = plain_label(role="field-error")
        self._dates = QWidget()
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, 0)
        for widget in (self.first, plain_label("–", role="hint"), self.last, self.wrong):
            dates.addWidget(widget)
        self._dates.hide()
        self.bar.addWidget(self.period)
        self.bar.addWidget(self._dates)
        self.bar.addStretch(1)
        self.figures = FigureCards()
        self.takings = TakingsCard()
        self.takings.picked.connect(self.sales_wanted)
        self.growth = GrowthCard()
        self.contents = ContentsCard()
        self.contents.picked.connect(lambda content: self.content_wanted.emit(content, *self._period))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._scrolled())

    def title(self) -> str:
        return self.tr("Charts")

    def reload(self) -> None:
        from_day, to_day = self._period
        today = self.frame.clock.today()
        self.frame.background.read(
            lambda reader: _read(reader, from_day, to_day, today), self._show, owner=self, key="charts"
        )

    def _scrolled(self) -> QScrollArea:
        """The cards at their natural height; a small window scrolls them."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.figures)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self.takings, 64)
        upper.addWidget(self.growth, 36)
        self.takings.setMinimumHeight(330)
        self.growth.setMinimumWidth(330)
        column.addLayout(upper, 5)
        self.contents.setMinimumHeight(330)
        column.addWidget(self.contents, 6)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _chosen(self, key: str) -> None:
        self._dates.setVisible(key == "any")
        today = self.frame.clock.today()
        self.wrong.setText("")
        if key == "any":
            first, last = self.first.day(), self.last.day()
            if first > last:
                self.wrong.setText(self.tr("The first day comes after the last."))
                return
            self._period = first, last
        elif key == "week":
            self._period = today - dt.timedelta(days=6), today
        else:
            self._period = _months(today, _MONTHS[key])
        self.reload()

    def _show(self, charts: Charts) -> None:
        self.figures.show_figures(charts.figures)
        self.takings.show_series(charts.series, charts.bucket, charts.from_day, charts.to_day)
        self.growth.show_growth(charts.growth)
        self.contents.show_contents(charts.contents)
        self.loaded.emit()


def _months(today: dt.date, count: int) -> Period:
    """This month and the `count - 1` before it, up to today."""
    index = today.year * 12 + today.month - count
    return dt.date(index // 12, index % 12 + 1, 1), today


def _read(reader: Reader, from_day: dt.date, to_day: dt.date, today: dt.date) -> Charts:
    span = (to_day - from_day).days
    bucket: Bucket = "day" if span <= _MOST_DAYS else "week" if span <= _MOST_WEEKS else "month"
    rows = queries.takings_by_source(reader, from_day, to_day, bucket)
    return Charts(
        from_day=from_day,
        to_day=to_day,
        bucket=bucket,
        figures=queries.figures(reader, from_day, to_day, today),
        series=takings_series(rows, from_day, to_day, bucket),
        growth=tuple(queries.growth_by_kind(reader, from_day, to_day)),
        contents=tuple(queries.best_contents(reader, from_day, to_day, today, quiet=True)),
    )
