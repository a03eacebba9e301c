"""A receipt as a picture of its paper: white in the dark look too, as paper is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from merchant_desk.sales.receipts.layout import Code, Row, Rule, blocks
from merchant_desk.sales.receipts.model import A4, Receipt, ReceiptSettings
from merchant_desk.sales.receipts.page import page, roll
from merchant_desk.shell import paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Screen dots across, near enough to the real sizes.
_WIDTHS = {58: 260, 80: 350, A4: 440}


class ReceiptView(QFrame):
    """Shows one receipt; what stands on it is read out as text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self._picture = QLabel()
        self._picture.setAccessibleName(name)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def show_receipt(self, receipt: Receipt, settings: ReceiptSettings) -> None:
        """Draw it as these settings want it."""
        width, ratio = _WIDTHS[settings.paper], self.devicePixelRatioF()
        # Drawn finer than shown: small print on a coarse screen is hard to read otherwise.
        fine = max(2.0, ratio)
        image = paper.picture(html_of(receipt, settings), round(width * fine), roll_of(settings))
        pixmap = QPixmap.fromImage(
            image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        )
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
        self._picture.setAccessibleDescription(text_of(receipt, settings))

    def shown(self) -> str:
        """What is read out."""
        return self._picture.accessibleDescription()


def html_of(receipt: Receipt, settings: ReceiptSettings) -> str:
    """The receipt for the paper that the settings name."""
    if settings.paper == A4:
        return page(receipt, settings)
    return roll(blocks(receipt, settings), settings.paper)


def roll_of(settings: ReceiptSettings) -> paper.Roll | None:
    """The roll that the settings name, None for A4."""
    return paper.ROLLS.get(settings.paper)


def text_of(receipt: Receipt, settings: ReceiptSettings) -> str:
    """The receipt as lines of plain text."""
    lines = []
    for block in blocks(receipt, settings):
        if isinstance(block, Row):
            lines.append(f"{block.left.strip()} {block.right}".strip())
        elif isinstance(block, Code):
            lines.append(block.text)
        elif not isinstance(block, Rule):
            lines.append(block.text.strip())
    return "\n".join(lines)
