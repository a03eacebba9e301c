"""What a content that was just logged needs next: its code word, to be said and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell.icons import icon
from merchant_desk.sources.ui.content_words import how_to_use, words_to_say
from merchant_desk.sources.ui.qr_view import QrView
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.cards import CodeBadge
from merchant_desk.widgets.labels import plain_label

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.sources.model import Content


class LoggedView(QWidget):
    """The code word large, as a QR code, and in a sentence to copy."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(18)
        self.qr = QrView(120)
        top.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        self.code = CodeBadge("", big=True)
        self._how = plain_label(role="secondary", wrap=True)
        texts.addWidget(plain_label(self.tr("Its code word"), role="field-label"))
        texts.addWidget(self.code)
        texts.addWidget(self._how)
        texts.addStretch(1)
        top.addLayout(texts, 1)
        column.addLayout(top)
        self._words = plain_label(wrap=True)
        column.addWidget(self._words)
        self.copy = Button(self.tr("Copy words to say"), icon=icon("copy", 16))
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_content(self, content: Content) -> None:
        """Show the code word of a content."""
        self.qr.set_text(content.code)
        self.code.setText(content.code)
        self._how.setText(how_to_use(content.kind))
        self._words.setText(words_to_say(content))
        self.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words.text())
        self._frame.notice(self.tr("Copied. Paste it where you write the words of the content."))
