"""Typing of any script: QTest's own keyClicks knows Latin keys only and aborts on others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Send `text` to the widget character by character, as an input method would."""
    for char in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(widget, event)


def focused() -> QWidget:
    """The widget with the focus; there must be one."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
