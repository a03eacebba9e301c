"""The one table of colours, light and dark, that everything that paints reads from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap


class Tokens(NamedTuple):
    """One look: colours as '#rrggbb', and one colour for each source kind."""

    name: str
    bg: str
    side: str
    surface: str
    muted: str
    line: str
    line_soft: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    danger: str
    danger_soft: str
    warn_soft: str
    warn_line: str
    good: str
    now: str
    source: Mapping[str, str]


LIGHT = Tokens(
    name="light",
    bg="#F6F5F2",
    side="#FBFAF8",
    surface="#FFFFFF",
    muted="#F6F6F4",
    line="#E5E2DB",
    line_soft="#EFEDE8",
    ink="#1F2328",
    ink2="#5B626B",
    ink3="#6A717A",
    accent="#0F6B5F",
    accent_hover="#0C5A50",
    accent_soft="#E1F0ED",
    on_accent="#FFFFFF",
    danger="#B42318",
    danger_soft="#FCECEA",
    warn_soft="#FFFBF3",
    warn_line="#F5D9A8",
    good="#00734F",
    now="#D92D20",
    source=MappingProxyType(
        {
            "short_video": "#C8500A",
            "live_stream": "#A64D8B",
            "grass_post": "#00815F",
            "search_map": "#0A66A8",
            "shelf": "#6A58C4",
            "scan": "#1E8294",
            "referral": "#B7820A",
            "passing_by": "#767D86",
            "other": "#8A6B52",
            "returning": "#44566C",
            "unknown": "#B9BEC4",
        }
    ),
)

DARK = Tokens(
    name="dark",
    bg="#17191B",
    side="#1B1D1F",
    surface="#1F2224",
    muted="#25282B",
    line="#33373A",
    line_soft="#2A2D30",
    ink="#ECEDEE",
    ink2="#A9B0B7",
    ink3="#8B929B",
    accent="#4FB3A3",
    accent_hover="#63C4B4",
    accent_soft="#1E3A36",
    on_accent="#0E1B19",
    danger="#F97066",
    danger_soft="#3B2220",
    warn_soft="#33291A",
    warn_line="#5C4A28",
    good="#3DBE97",
    now="#F97066",
    source=MappingProxyType(
        {
            "short_video": "#F08A4B",
            "live_stream": "#D68BC0",
            "grass_post": "#3DBE97",
            "search_map": "#5AA9E6",
            "shelf": "#A596F2",
            "scan": "#5CC3D4",
            "referral": "#E2B04A",
            "passing_by": "#9AA1A9",
            "other": "#C2A287",
            "returning": "#93A8C2",
            "unknown": "#5B626B",
        }
    ),
)


class _Current:
    """The look in use now; one for the whole program, as Qt's palette is."""

    tokens = LIGHT


def tokens() -> Tokens:
    """The colours of the look in use now."""
    return _Current.tokens


def use(chosen: Tokens) -> None:
    """Make `chosen` the look that everything painted from now on takes its colours from."""
    _Current.tokens = chosen


def source_colour(kind: str) -> QColor:
    """The one colour of a source kind; a kind it does not know gets the colour of "other"."""
    table = tokens().source
    return QColor(table.get(kind, table["other"]))


def source_brush(kind: str) -> QBrush:
    """The fill of a source kind: its colour, hatched for "unknown"."""
    colour = source_colour(kind)
    return hatched(colour) if kind == "unknown" else QBrush(colour)


def hatched(colour: QColor) -> QBrush:
    """A fill of slanting lines in `colour` on the surface, for what is not known."""
    return _hatched(colour.name(QColor.NameFormat.HexArgb), tokens().surface)


@cache
def _hatched(colour: str, surface: str) -> QBrush:
    tile = QPixmap(6, 6)
    tile.fill(QColor(surface))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(colour))
    pen.setWidthF(1.8)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for shift in (-6, 0, 6):
        painter.drawLine(shift - 1, 7, shift + 7, -1)
    painter.end()
    return QBrush(tile)
