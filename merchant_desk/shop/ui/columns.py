"""Cards side by side that scroll over the whole of a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from merchant_desk.shell.tabs import Tab


def scrolled(tab: Tab) -> QHBoxLayout:
    """A row of columns that scrolls, over the whole tab."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setProperty("role", "plain")
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    scroll.setWidget(inside)
    tab.body.addWidget(scroll, 1)
    return row
