"""Where the money came from: takings by period, stacked by source, alive under the mouse."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt, Signal

from merchant_desk.insights.periods import Bucket, bucket_days
from merchant_desk.insights.series import TakingsSeries
from merchant_desk.insights.ui.readings import Readings
from merchant_desk.shell import language, theme, words
from merchant_desk.widgets.buttons import Chip
from merchant_desk.widgets.cards import Card
from merchant_desk.widgets.figure_view import FigureView
from merchant_desk.widgets.flow import FlowLayout
from merchant_desk.widgets.labels import plain_label

_TIP_GAP = 14


class TakingsCard(Card):
    """The chart, its legend and its reading; `picked` carries a kind and the days of what was clicked."""

    picked = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Where the money came from"), self.tr("last touch, 30 days (90 when asked)"))
        self._series: TakingsSeries | None = None
        self._bucket: Bucket = "month"
        self._days = (dt.date.min, dt.date.min)
        self.legend = FlowLayout(gap=4)
        self.body.addLayout(self.legend)
        self.view = FigureView(self.tr("Takings by source"))
        self.view.hovered.connect(self._hover)
        self.view.pressed.connect(self._press)
        self.body.addWidget(self.view, 1)
        self.reading = plain_label(role="hint", wrap=True)
        self.body.addWidget(self.reading)
        self.tip = plain_label("", role="chart-tip")
        self.tip.setParent(self.view)
        self.tip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tip.hide()

    def show_series(self, series: TakingsSeries, bucket: Bucket, from_day: dt.date, to_day: dt.date) -> None:
        """Draw the takings of a period cut into `bucket`s."""
        # Imported here: this is the first time that matplotlib is needed.
        from merchant_desk.insights.figures import ChartStyle, takings_chart

        self._series, self._bucket, self._days = series, bucket, (from_day, to_day)
        look = theme.tokens()
        style = ChartStyle(
            surface=look.surface,
            ink=look.ink,
            hint=look.ink3,
            line=look.line_soft,
            source=look.source,
            font=theme.families(),
            amount=language.short_money,
            bucket=self._bucket_name,
        )
        drawing = takings_chart(series, style)
        self.view.show_figure(drawing.figure, drawing.marks)
        self.reading.setText(Readings().takings(series) or self.tr("No takings in this period yet."))
        self.view.setAccessibleDescription(self.reading.text())
        self._show_legend(series)

    def _show_legend(self, series: TakingsSeries) -> None:
        self.legend.clear()
        for kind in series.kinds:
            chip = Chip(words.source_name(kind), theme.source_brush(kind), key=kind)
            chip.setProperty("role", "legend")
            chip.setAccessibleName(f"{words.source_name(kind)}: {language.money(sum(series.takings[kind]))}")
            chip.clicked.connect(lambda _checked=False, kind=kind: self.picked.emit(kind, *self._days))
            self.legend.addWidget(chip)

    def _bucket_name(self, bucket: str) -> str:
        first, _ = bucket_days(bucket, self._bucket)
        if self._bucket == "month":
            return language.short_month(first)
        return language.short_day(first)

    def _span(self, bucket: str) -> tuple[dt.date, dt.date]:
        """The days of a bucket that lie in the period."""
        first, last = bucket_days(bucket, self._bucket)
        return max(first, self._days[0]), min(last, self._days[1])

    def _hover(self, key: object, point: QPoint) -> None:
        if self._series is None or not isinstance(key, tuple):
            self.tip.hide()
            return
        bucket, kind = key
        place = self._series.buckets.index(bucket)
        first, last = self._span(bucket)
        days = language.full_day(first)
        if self._bucket == "month":
            days = language.month_title(first)
        elif first != last:
            days = f"{days} – {language.short_day(last)}"
        visits = self.tr("%n visit(s)", "", self._series.visits[kind][place])
        amount = language.money(self._series.takings[kind][place])
        self.tip.setText(f"{days}\n{words.source_name(kind)}  {amount}\n{visits}")
        self.tip.adjustSize()
        x = point.x() + _TIP_GAP
        if x + self.tip.width() > self.view.width():
            x = point.x() - _TIP_GAP - self.tip.width()
        y = min(max(0, point.y() - self.tip.height() // 2), self.view.height() - self.tip.height())
        self.tip.move(x, y)
        self.tip.show()

    def _press(self, key: object) -> None:
        if isinstance(key, tuple):
            bucket, kind = key
            self.picked.emit(kind, *self._span(bucket))
