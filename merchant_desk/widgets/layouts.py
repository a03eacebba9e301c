"""Emptying a layout that is filled anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, and out of the layouts in it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()  # it goes when the event loop comes round, and would be seen until then
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            emptied(inner)
