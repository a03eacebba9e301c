"""What presses a button, and what does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from merchant_desk.widgets.buttons import Button, Chip, IconButton


@pytest.mark.parametrize(
    "made", [lambda: Button("l"), lambda: Chip("l"), lambda: IconButton(QIcon(), "l")], ids=["b", "c", "i"]
)
def test_enter_presses_it_and_ctrl_enter_is_left_to_the_sheet(made: object, qtbot: QtBot) -> None:
    button: QAbstractButton = made()  # type: ignore[operator]
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    # The second of a double Ctrl+Enter, when the sheet is gone and what opened it has the focus again.
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]
