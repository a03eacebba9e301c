"""The drawing of takings: what stands where, and that it keeps its shape at any size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from merchant_desk.insights.figures import ChartStyle, Drawing, takings_chart
from merchant_desk.insights.model import SourceTakings
from merchant_desk.insights.periods import Bucket, buckets
from merchant_desk.insights.series import TakingsSeries, takings_series

JUNE, AUGUST = dt.date(2026, 6, 1), dt.date(2026, 8, 31)
COLOURS = {"short_video": "#c8500a", "live_stream": "#a64d8b", "unknown": "#b9bec4"}


def style(names: Mapping[str, str] | None = None) -> ChartStyle:
    return ChartStyle(
        surface="#ffffff",
        ink="#1f2328",
        hint="#737a83",
        line="#efede8",
        source=COLOURS,
        font=("DejaVu Sans",),
        amount=lambda minor: f"{minor // 100}",
        bucket=lambda name: name[2:],
        names=names or {},
    )


def series(rows: list[SourceTakings], bucket: Bucket = "month") -> TakingsSeries:
    return takings_series(rows, JUNE, AUGUST, bucket)


def three_months() -> TakingsSeries:
    return series(
        [
            SourceTakings("2026-06", "short_video", 10_000, 2),
            SourceTakings("2026-06", "unknown", 5_000, 1),
            SourceTakings("2026-08", "live_stream", 30_000, 3),
            SourceTakings("2026-08", "short_video", -2_000, 0),
        ]
    )


def drawn(drawing: Drawing, width: int = 760, height: int = 240, scale: float = 1.0) -> np.ndarray:
    """The picture at a size in pixels, as the window makes it."""
    figure: Figure = drawing.figure
    figure.set_dpi(100 * scale)
    figure.set_size_inches(width / 100, height / 100)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def pixel_of(picture: np.ndarray, drawing: Drawing, x: float, y: float) -> str:
    column, row = drawing.figure.axes[0].transData.transform((x, y))
    red, green, blue, _ = picture[round(picture.shape[0] - row), round(column)]
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_the_series_has_every_bucket_and_only_sources_with_something() -> None:
    found = three_months()
    assert found.buckets == ("2026-06", "2026-07", "2026-08")
    assert found.kinds == ("short_video", "live_stream", "unknown")
    assert found.takings["short_video"] == (10_000, 0, -2_000)
    assert found.visits["live_stream"] == (0, 0, 3)
    assert found.totals == (15_000, 0, 28_000)
    assert series([]).totals == (0, 0, 0)


def test_a_source_that_came_to_nothing_but_was_there_is_kept() -> None:
    assert series([SourceTakings("2026-07", "unknown", 0, 4)]).kinds == ("unknown",)


def test_segments_are_stacked_in_chart_order_and_refunds_hang_below() -> None:
    marks = dict(takings_chart(three_months(), style()).marks)
    assert set(marks) == {
        ("2026-06", "short_video"),
        ("2026-06", "unknown"),
        ("2026-08", "short_video"),
        ("2026-08", "live_stream"),
    }
    assert marks["2026-06", "short_video"][1::2] == (0, 10_000)
    assert marks["2026-06", "unknown"][1::2] == (10_000, 15_000)
    assert marks["2026-08", "live_stream"][1::2] == (0, 30_000)
    assert marks["2026-08", "short_video"][1::2] == (-2_000, 0)
    x0, _, x1, _ = marks["2026-08", "live_stream"]
    assert x0 < 2 < x1


@pytest.mark.parametrize(("width", "height", "scale"), [(760, 240, 1.0), (420, 180, 1.0), (900, 400, 2.0)])
def test_every_mark_shows_its_colour_at_any_size(width: int, height: int, scale: float) -> None:
    drawing = takings_chart(three_months(), style())
    picture = drawn(drawing, width, height, scale)
    for (_, kind), (x0, y0, x1, y1) in drawing.marks:
        if kind != "unknown":
            assert pixel_of(picture, drawing, (x0 + x1) / 2, (y0 + y1) / 2) == COLOURS[kind]


def test_one_pixel_of_surface_stands_between_segments_but_not_at_the_foot() -> None:
    drawing = takings_chart(three_months(), style())
    drawn(drawing)
    (gaps,) = [one for one in drawing.figure.axes[0].collections if isinstance(one, LineCollection)]
    heights = {segment[0][1] for segment in gaps.get_segments()}
    assert heights == {10_000, 15_000, 30_000, -2_000}
    assert np.ravel(gaps.get_linewidth()) == pytest.approx([0.72])


def test_only_the_unknown_is_hatched() -> None:
    axes = takings_chart(three_months(), style()).figure.axes[0]
    bars = [one for one in axes.collections if isinstance(one, PolyCollection)]
    assert [bool(one.get_hatch()) for one in bars] == [False, False, True]


def test_horizontal_grid_only_no_frame_and_money_at_the_axis() -> None:
    drawing = takings_chart(three_months(), style())
    drawn(drawing)
    axes = drawing.figure.axes[0]
    assert not any(spine.get_visible() for spine in axes.spines.values())
    assert all(line.get_visible() for line in axes.yaxis.get_gridlines())
    assert not any(line.get_visible() for line in axes.xaxis.get_gridlines())
    said = [label.get_text() for label in axes.get_yticklabels()]
    assert said == ["-100", "0", "100", "200", "300"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["26-06", "26-07", "26-08"]


def test_labels_under_the_axis_keep_apart_when_there_is_less_room() -> None:
    rows = [SourceTakings(day, "short_video", 100, 1) for day in buckets(JUNE, AUGUST, "day")]
    drawing = takings_chart(series(rows, "day"), style())
    for width in (300, 1200):
        drawn(drawing, width)
        axes = drawing.figure.axes[0]
        boxes = [label.get_window_extent() for label in axes.get_xticklabels() if label.get_text()]
        assert len(boxes) > 2
        assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def test_names_stand_beside_the_last_bar_where_there_is_room() -> None:
    rows = [
        SourceTakings("2026-08", "short_video", 60_000, 1),
        SourceTakings("2026-08", "live_stream", 1_000, 1),
        SourceTakings("2026-06", "unknown", 60_000, 1),
    ]
    names = {"short_video": "Short video", "live_stream": "Live stream", "unknown": "Unknown"}
    drawing = takings_chart(series(rows), style(names))
    drawn(drawing)
    said = drawing.figure.axes[0].texts
    assert [text.get_text() for text in said] == ["Short video"]
    assert said[0].get_window_extent().x1 <= 760


def test_nothing_to_show_is_an_empty_frame() -> None:
    drawing = takings_chart(series([]), style())
    drawn(drawing)
    assert drawing.marks == ()
    assert [label.get_text() for label in drawing.figure.axes[0].get_yticklabels()] == ["0"]


def test_a_figure_too_small_for_its_margins_is_drawn_all_the_same() -> None:
    drawn(takings_chart(three_months(), style({"short_video": "Short video"})), 30, 20)


def test_a_font_that_is_not_there_is_passed_over_without_a_word(style_without_font: ChartStyle) -> None:
    # The log is watched: matplotlib would complain at every text it draws.
    assert drawn(takings_chart(three_months(), style_without_font)).any()


@pytest.fixture
def style_without_font() -> ChartStyle:
    """A style that asks for a font nobody has."""
    return replace(style(), font=("No Such Font", "DejaVu Sans"))
