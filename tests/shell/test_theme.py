"""The look: readable colours, one sheet without loose ends, a ring around what has the focus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QListView, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell import icons, theme
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice, SearchField
from merchant_desk.widgets.buttons import Button, Chip, IconButton, Segmented
from merchant_desk.widgets.fields import DayField, MoneyField, NoteField, NumberField, TextField, TimeField
from merchant_desk.widgets.table import Column, Table
from merchant_desk.widgets.tokens import DARK, LIGHT, Tokens

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    seen = QColor(colour)
    red, green, blue = (linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@LOOKS
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "surface", 7.0),
        ("ink2", "surface", 4.5),
        ("ink3", "surface", 4.5),
        ("ink3", "side", 4.5),
        ("ink3", "bg", 4.5),
        ("ink", "warn_soft", 7.0),
        ("ink", "accent_soft", 7.0),
        ("ink2", "side", 4.5),
        ("accent", "surface", 4.5),
        ("accent", "accent_soft", 4.5),
        ("on_accent", "accent", 4.5),
        ("on_accent", "accent_hover", 4.5),
        ("danger", "surface", 4.5),
        ("danger", "danger_soft", 4.5),
        ("good", "surface", 4.5),
    ],
)
def test_text_can_be_read(look: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(getattr(look, ink), getattr(look, ground)) >= least


@LOOKS
def test_source_colours_can_be_told_apart_and_from_the_surface(look: Tokens) -> None:
    assert len(set(look.source.values())) == len(look.source)
    weak = [kind for kind, colour in look.source.items() if contrast(colour, look.surface) < 3.0]
    assert set(weak) <= {"unknown"}, "the hatched one is quiet on purpose"


def test_both_looks_name_the_same_sources() -> None:
    assert LIGHT.source.keys() == DARK.source.keys()


@LOOKS
def test_the_sheet_has_no_placeholder_left(look: Tokens, dressed: QApplication) -> None:
    text = theme.style_sheet(look)
    assert theme._PLACEHOLDER.search(text) is None
    assert look.accent in text


def test_looks_switch(dressed: QApplication) -> None:
    theme.apply(dressed, "dark")
    assert theme.is_dark()
    assert dressed.palette().window().color() == QColor(DARK.bg)
    theme.apply(dressed, "light")
    assert not theme.is_dark()
    assert dressed.font().pixelSize() == 13


def test_unknown_is_hatched(dressed: QApplication) -> None:
    assert not theme.source_brush("unknown").texture().isNull()
    assert theme.source_brush("short_video").texture().isNull()
    assert theme.source_colour("never heard of") == theme.source_colour("other")


def test_every_icon_draws_something(dressed: QApplication) -> None:
    assert len(icons.names()) > 40
    for name in icons.names():
        image = icons.pixmap(name, 18, "#ff0000").toImage()
        inked = [QColor(image.pixelColor(x, y)) for x in range(18) for y in range(18)]
        assert any(colour.alpha() > 100 and colour.red() > 200 for colour in inked), name


def test_an_icon_that_is_not_there(dressed: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: Button("Save"),
    "primary": lambda: Button("Save", role="primary"),
    "ghost": lambda: Button("Save", role="ghost"),
    "danger": lambda: Button("Save", role="danger"),
    "link": lambda: Button("Save", role="link"),
    "icon": lambda: IconButton(icon("x"), "Close"),
    "chip": lambda: Chip("Save"),
    "dotted chip": lambda: Chip("Save", dot=QColor("#C8500A"), checkable=True),
    "text": TextField,
    "search": lambda: SearchField("Find"),
    "money": MoneyField,
    "number": NumberField,
    "day": lambda: DayField(dt.date(2025, 8, 20)),
    "time": lambda: TimeField(dt.time(9)),
    "choice": lambda: Choice([("a", "A")]),
    "note": NoteField,
    "check": lambda: QCheckBox("Paid"),
    "radio": lambda: QRadioButton("Paid"),
    "list": QListView,
    "table": lambda: Table([Column("Name", str)]),
    "segment": lambda: Segmented([("a", "A"), ("b", "B")]),
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", CONTROLS)
def test_the_focus_is_seen_on_every_control(
    name: str, look: theme.Look, dressed: QApplication, qtbot: QtBot
) -> None:
    theme.apply(dressed, look)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    control, other = CONTROLS[name](), Button("elsewhere")
    column.addWidget(control)
    column.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    focusable = control
    if name == "segment":
        focusable = next(child for child in control.findChildren(QWidget) if hasattr(child, "isChecked"))
    other.setFocus()
    without = control.grab().toImage()
    focusable.setFocus()
    with_focus = control.grab().toImage()
    ring = QColor(theme.tokens().ink if name == "primary" else theme.tokens().accent)
    assert count(with_focus, ring) >= count(without, ring) + 2 * control.height() * 0.6


def count(image: QImage, colour: QColor) -> int:
    """How many pixels have nearly this colour."""

    def near(point: QPoint) -> bool:
        seen = image.pixelColor(point)
        parts = zip(seen.getRgb()[:3], colour.getRgb()[:3], strict=True)  # type: ignore[index]
        return all(abs(one - two) < 24 for one, two in parts)

    return sum(near(QPoint(x, y)) for x in range(image.width()) for y in range(image.height()))


def test_tokens_are_colours() -> None:
    for look in (LIGHT, DARK):
        values = [value for key, value in look._asdict().items() if key not in {"name", "source"}]
        assert all(QColor(value).isValid() for value in [*values, *look.source.values()])
