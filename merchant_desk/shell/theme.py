"""The look: light, dark, or the system's; palette, style sheet and fonts for the whole program."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from merchant_desk.core.paths import resource
from merchant_desk.widgets.tokens import DARK, LIGHT, Tokens, source_brush, source_colour, tokens, use

__all__ = [
    "LOOKS",
    "SIZES",
    "Look",
    "Tokens",
    "application",
    "apply",
    "font",
    "is_dark",
    "source_brush",
    "source_colour",
    "tokens",
]

Look = Literal["light", "dark", "system"]
LOOKS: tuple[Look, ...] = ("system", "light", "dark")
SIZES = (11, 13, 15, 18, 22, 28)
# Fusion with our own palette looks the same on every system; app-wide style sheets break "windows11".
_STYLE = "Fusion"
_STYLED = "styled"
_PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")


def application(arguments: Sequence[str]) -> QApplication:
    """The program's QApplication, in the style that `apply` dresses."""
    # Asked for in this way since setStyle() hands out the style, and PySide then builds all of QStyle.
    app = QApplication([*arguments, "-style", _STYLE])
    app.setProperty(_STYLED, True)
    return app


def apply(app: QApplication, look: Look) -> None:
    """Dress the whole program in a look; widgets that hold painted icons must be made anew."""
    dark = look == "dark" or (look == "system" and system_is_dark(app))
    use(DARK if dark else LIGHT)
    if not app.property(_STYLED):
        app.setStyle(_STYLE)
        app.setProperty(_STYLED, True)
    app.setPalette(_palette(tokens()))
    app.setFont(font(13))
    sheet = style_sheet(tokens())
    if app.styleSheet() != sheet:  # Qt goes through every widget there is, even where nothing changes
        app.setStyleSheet(sheet)


def is_dark() -> bool:
    """Whether the look in use now is the dark one."""
    return tokens().name == "dark"


def system_is_dark(app: QApplication) -> bool:
    """Whether the system asks for dark windows."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def font(size: int, bold: bool = False) -> QFont:
    """The system's UI font with its Chinese companion, `size` in pixels, figures all of one width."""
    return QFont(_font(size, bold))


@cache
def _font(size: int, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(families())
    made.setPixelSize(size)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def families() -> list[str]:
    """The font families to ask for, in order; the charts' text uses the same."""
    if sys.platform == "win32":
        return ["Segoe UI", "Microsoft YaHei UI"]
    if sys.platform == "darwin":
        return [".AppleSystemUIFont", "PingFang SC"]
    return ["Noto Sans", "Noto Sans CJK SC"]


def style_sheet(look: Tokens) -> str:
    """The one style sheet with the colours of `look` filled in.

    Raises KeyError when it names a token that does not exist.
    """
    text = resource("styles", "desk.qss").read_text(encoding="utf-8")
    words = look._asdict()
    words["mono"] = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    words["arrows"] = resource("icons", "arrows", look.name).as_posix()
    return _PLACEHOLDER.sub(lambda found: str(words[found.group(1)]), text)


def _palette(look: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.bg),
        (role.WindowText, look.ink),
        (role.Base, look.surface),
        (role.AlternateBase, look.muted),
        (role.Text, look.ink),
        (role.Button, look.surface),
        (role.ButtonText, look.ink),
        (role.BrightText, look.danger),
        (role.ToolTipBase, look.surface),
        (role.ToolTipText, look.ink),
        (role.PlaceholderText, look.ink3),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.Accent, look.accent),
        (role.Light, look.surface),
        (role.Midlight, look.line_soft),
        (role.Mid, look.line),
        (role.Dark, look.ink3),
        (role.Shadow, look.ink3),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.ink3))
    return palette
