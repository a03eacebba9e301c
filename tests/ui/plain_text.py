"""What every screen must hold: typed text is shown as it was typed, never read as markup."""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

MARKUP = "<b>x</b><img src=x>"


def texts(widget: QWidget) -> list[str]:
    """Every text that the labels inside show now."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def assert_plain(widget: QWidget) -> None:
    """Fail where something inside would read markup: labels, rich editors, tooltips."""
    for label in widget.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(label.text()), (
            label.text()
        )
    assert not widget.findChildren(QTextEdit)
    for inside in [widget, *widget.findChildren(QWidget)]:
        # Tooltips guess; what was typed may only stand in one escaped.
        assert "<img" not in inside.toolTip(), inside.toolTip()
