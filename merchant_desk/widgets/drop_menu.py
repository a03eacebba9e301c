"""A small menu that drops down from the button that asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


class Entry(NamedTuple):
    """A line of the menu; `on` shows whether it is chosen, `gap` puts a thin line above it."""

    text: str
    act: Callable[[], object]
    on: bool | None = None
    gap: bool = False


def drop_menu(button: QWidget, entries: Sequence[Entry]) -> QMenu:
    """Open the entries below the right edge of `button`; the menu goes when it is left."""
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if entry.gap:
            menu.addSeparator()
        action = menu.addAction(entry.text.replace("&", "&&"))
        if entry.on is not None:
            action.setCheckable(True)
            action.setChecked(entry.on)
        action.triggered.connect(lambda _checked=False, act=entry.act: act())
    menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 2)))
    return menu
