"""The focus ring: one for each control, and nothing of the style's own inside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from merchant_desk.shell import theme
from merchant_desk.widgets.buttons import Button, Chip


@pytest.mark.parametrize("made", [Chip, Button])
def test_the_ring_of_a_button_is_its_border_alone(
    made: type[Chip | Button], qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, button = QPushButton(), made("l")
    column.addWidget(first)
    column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
    button.setMinimumWidth(120)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    picture = QImage(button.size(), QImage.Format.Format_RGB32)
    button.render(picture, QPoint())
    tall = button.height()
    ring = {picture.pixelColor(60, y).name() for y in (0, tall - 1)}
    assert ring == {theme.tokens().accent.lower()}
    inside = {picture.pixelColor(x, y).name() for x in range(20, 50) for y in range(3, tall - 3)}
    assert inside == {theme.tokens().surface.lower()}
