"""The outlined icons of resources/icons, tinted in a colour of the look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from merchant_desk.core.paths import resource
from merchant_desk.widgets.tokens import tokens


def icon(name: str, size: int = 18, colour: QColor | str | None = None) -> QIcon:
    """The icon `name` at `size` logical pixels in `colour` (default: secondary ink).

    Raises FileNotFoundError for a name that is not there.
    """
    return QIcon(pixmap(name, size, colour))


def pixmap(name: str, size: int = 18, colour: QColor | str | None = None) -> QPixmap:
    """The same as a picture for a label."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    tint = QColor(colour) if colour is not None else QColor(tokens().ink2)
    return _drawn(name, size, tint.name(), ratio)


def names() -> list[str]:
    """All icons there are."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    # Imported at the first icon: QtSvg is no part of QtGui.
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
