"""From series to drawings: matplotlib figures in colours, font and words that the caller brings.

A figure keeps its margins in pixels at any size, so a window redraws it as it is when it grows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ticker import FixedLocator, FuncFormatter, Locator
from matplotlib.transforms import Bbox

from merchant_desk.insights.series import TakingsSeries

# A window shows figures at 100 dots per inch, times its screen's scale: a pixel is 0.72 points.
_DPI = 100
_POINTS = 72 / _DPI
_MOST_TICKS = 5
_GAP_BETWEEN_LABELS = 10
# A label stands beside its segment where the segment is at least this part of the axis high.
_ROOM_FOR_LABEL = 0.08
_MOST_WIDE_BARS = 31
_MOST_DIRECT = 40

Rect = tuple[float, float, float, float]
Mark = tuple[tuple[str, str], Rect]


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """What a figure looks like and says.

    Colours are '#rrggbb'; `source` has one for each kind of source, those in `hatched` are drawn
    hatched. `font` are families, the first that has a character draws it; `size` in pixels.
    `amount` writes minor units at the axis, `bucket` a bucket's name under it; `names` of the kinds
    stand beside the last bar where there is room (none: the caller shows a legend).
    """

    surface: str
    ink: str
    hint: str
    line: str
    source: Mapping[str, str]
    font: Sequence[str]
    amount: Callable[[int], str]
    bucket: Callable[[str], str]
    names: Mapping[str, str] = field(default_factory=dict)
    hatched: frozenset[str] = frozenset({"unknown"})
    size: int = 11


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure and its marks: ((bucket, kind), (x0, y0, x1, y1)) in the data of the first axes."""

    figure: Figure
    marks: tuple[Mark, ...]


def takings_chart(series: TakingsSeries, style: ChartStyle, width: int = 760, height: int = 240) -> Drawing:
    """Takings by bucket, stacked by source, the first kind at the bottom; refunds hang below the line.

    `width` and `height` in pixels are a first size, any other may be set on the figure.
    """
    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=style.surface)
    axes = figure.add_axes((0, 0, 1, 1), facecolor=style.surface)
    wide = len(series.buckets) <= _MOST_WIDE_BARS
    marks = _stack(series, 0.6 if wide else 0.9)
    ticks = _ticks([rect[1] for _, rect in marks], [rect[3] for _, rect in marks])
    _frame(axes, series, style, ticks)
    for kind in series.kinds:
        bars = PolyCollection(
            [_corners(rect) for (_, of), rect in marks if of == kind],
            facecolors=style.source[kind],
            edgecolors=style.surface,
            linewidths=0,
            hatch="////" if wide and kind in style.hatched else None,
            zorder=2,
        )
        axes.add_collection(bars, autolim=False)
    if wide:
        # One pixel of surface between the segments of a bar, never at its foot.
        gaps = [((x0, y), (x1, y)) for _, (x0, y0, x1, y1) in marks for y in (y0, y1) if y != 0]
        lines = LineCollection(gaps, colors=style.surface, linewidths=_POINTS, zorder=3)
        axes.add_collection(lines, autolim=False)
    labels = _direct_labels(axes, series, style, marks, ticks)
    _keep_margins(axes, style, ticks, labels)
    return Drawing(figure, tuple(marks))


class _WhatFits(Locator):
    """Ticks at every bucket, or every second, third ..., so that their labels keep apart."""

    def __init__(self, axes: Axes, labels: Sequence[str], size: int) -> None:
        self._axes = axes
        self._count = len(labels)
        self._width = max((_text_width(label, size) for label in labels), default=0) + _GAP_BETWEEN_LABELS

    def __call__(self) -> Sequence[float]:
        """The places of the ticks on an axis that is as wide as this one is now."""
        room = max(1, int(self._axes.bbox.width / _scale(self._axes) / self._width))
        return range(0, self._count, math.ceil(max(1, self._count) / room))

    def tick_values(self, vmin: float, vmax: float) -> Sequence[float]:  # noqa: ARG002 - matplotlib's own
        """The same ticks for any view: the axis always shows all buckets."""
        return self()


def _stack(series: TakingsSeries, width: float) -> list[Mark]:
    half = width / 2
    marks: list[Mark] = []
    for place, bucket in enumerate(series.buckets):
        up = down = 0.0
        for kind in series.kinds:
            value = series.takings[kind][place]
            if value > 0:
                marks.append(((bucket, kind), (place - half, up, place + half, up + value)))
                up += value
            elif value < 0:
                marks.append(((bucket, kind), (place - half, down + value, place + half, down)))
                down += value
    return marks


def _frame(axes: Axes, series: TakingsSeries, style: ChartStyle, ticks: Sequence[float]) -> None:
    """Horizontal grid only, no frame, no tick marks."""
    axes.set_xlim(-0.6, max(1, len(series.buckets)) - 0.4)
    axes.set_ylim(ticks[0], ticks[-1] if len(ticks) > 1 else 1.0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, pad=6 * _POINTS, colors=style.hint)
    axes.set_axisbelow(True)
    axes.yaxis.grid(True, color=style.line, linewidth=_POINTS)
    axes.xaxis.grid(False)
    axes.yaxis.set_major_locator(FixedLocator(list(ticks)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: style.amount(round(value))))
    labels = [style.bucket(bucket) for bucket in series.buckets]
    axes.xaxis.set_major_locator(_WhatFits(axes, labels, style.size))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: labels[round(value)]))
    axes.xaxis.set_tick_params(labelfontfamily=_families(style), labelsize=style.size * _POINTS)
    axes.yaxis.set_tick_params(labelfontfamily=_families(style), labelsize=style.size * _POINTS)


def _direct_labels(
    axes: Axes, series: TakingsSeries, style: ChartStyle, marks: Sequence[Mark], ticks: Sequence[float]
) -> list[str]:
    """Name the last bar's segments beside it; gives the names that were written."""
    written: list[str] = []
    if not series.buckets or len(series.buckets) > _MOST_DIRECT:
        return written
    room = _ROOM_FOR_LABEL * (ticks[-1] - ticks[0])
    for (bucket, kind), (_, y0, x1, y1) in marks:
        if bucket == series.buckets[-1] and y1 - y0 >= room and kind in style.names:
            axes.annotate(
                style.names[kind],
                (x1, (y0 + y1) / 2),
                xytext=(6 * _POINTS, 0),
                textcoords="offset points",
                va="center",
                color=style.ink,
                fontproperties=_font(style),
                annotation_clip=False,
            )
            written.append(style.names[kind])
    return written


def _keep_margins(axes: Axes, style: ChartStyle, ticks: Sequence[float], labels: Sequence[str]) -> None:
    """Lay the axes out in pixels each time they are drawn, whatever size the figure has by then."""
    left = max(_text_width(style.amount(round(tick)), style.size) for tick in ticks) + 12
    right = max((_text_width(label, style.size) for label in labels), default=0) + 8
    bottom, top = style.size + 14, style.size

    def place(_axes: object, _renderer: object) -> Bbox:
        box = axes.figure.bbox
        width, height = box.width / _scale(axes), box.height / _scale(axes)
        inner_right = max(width - right, left + 1)
        inner_top = max(height - top, bottom + 1)
        return Bbox.from_extents(left / width, bottom / height, inner_right / width, inner_top / height)

    axes.set_axes_locator(place)


def _ticks(lows: Sequence[float], highs: Sequence[float]) -> list[float]:
    """Round numbers from at or below the lowest to at or above the highest, zero among them.

    Zero alone where nothing was taken: the axis would otherwise say "0" twice.
    """
    low, high = min((0.0, *lows)), max((0.0, *highs))
    if low == high:
        return [0.0]
    rough = max(high - low, 100.0) / (_MOST_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * 0.999)
    first, last = math.floor(low / step), max(math.ceil(high / step), 1)
    return [step * index for index in range(first, last + 1)]


def _scale(axes: Axes) -> float:
    """How many of the screen's own dots make one pixel of the layout."""
    return axes.figure.dpi / _DPI


def _corners(rect: Rect) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = rect
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def _font(style: ChartStyle) -> FontProperties:
    return FontProperties(family=_families(style), size=style.size * _POINTS)


def _families(style: ChartStyle) -> list[str]:
    """The wanted fonts that this system has, and at the end the one that matplotlib brings itself."""
    here = set(fontManager.get_font_names())
    return [*(family for family in style.font if family in here), "DejaVu Sans"]


def _text_width(text: str, size: int) -> float:
    """About how many pixels wide a text is: Chinese characters are square, others six tenths."""
    return size * sum(1.0 if ord(char) > 0x2E7F else 0.6 for char in text)
