"""Cards, empty states, avatars, badges and share bars: what holds and what shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.tokens import tokens


class Card(QFrame):
    """A surface with a thin border, radius 10 and 16 pixels of air; `role` "warn-card" is the nudge's."""

    def __init__(self, title: str = "", hint: str = "", role: str = "card", padding: int = 16) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.title_label = plain_label(title, role="heading")
        self.hint_label = plain_label(hint, role="hint")
        self.head.addWidget(self.title_label)
        self.head.addWidget(self.hint_label)
        self.head.addStretch(1)
        if title:
            self.setAccessibleName(title)
            self.body.addLayout(self.head)
            # Only now it has a parent: before, showing it would open a window of its own.
            self.hint_label.setVisible(bool(hint))

    def set_title(self, title: str, hint: str = "") -> None:
        """Another title, for a card that was made with one."""
        self.title_label.setText(title)
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))


class EmptyState(QWidget):
    """What an empty page says: what it is for, and the button that begins it."""

    pressed = Signal()

    def __init__(
        self, title: str, text: str = "", action: str = "", icon: QIcon | None = None, primary: bool = True
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        if icon is not None:
            picture = QLabel()
            picture.setPixmap(icon.pixmap(36, 36))
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(picture)
        self.title_label = plain_label(title, role="heading")
        self.title_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.title_label)
        self.text_label = plain_label(text, role="secondary", wrap=True)
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.text_label)
        self.text_label.setVisible(bool(text))
        self.button: Button | None = None
        if action:
            self.button = Button(action, role="primary" if primary else "")
            self.button.clicked.connect(self.pressed)
            column.addSpacing(8)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)


class Avatar(QLabel):
    """The first letter of a name in a round."""

    def __init__(self, name: str, size: int = 36) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(size, size)
        self.setProperty("role", "avatar")
        self.setStyleSheet(f"border-radius: {size // 2}px;")
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Another name."""
        self.setText(name.strip()[:1].upper())
        self.setAccessibleName(name)


class CodeBadge(QLabel):
    """A code word in a monospaced box; `big` is the one a camera may see."""

    def __init__(self, code: str, big: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(code)
        self.setProperty("role", "code-big" if big else "code")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ShareBar(QWidget):
    """One thin bar cut in proportion, with a small gap between the parts; its words stand below it."""

    def __init__(self, height: int = 8) -> None:
        super().__init__()
        self._parts: list[tuple[float, QBrush]] = []
        self.setFixedHeight(height)

    def set_parts(self, parts: Sequence[tuple[float, QBrush | QColor]]) -> None:
        """The sizes (parts that are not above zero are left out) and their fills."""
        self._parts = [(size, QBrush(fill)) for size, fill in parts if size > 0]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(clip)
        whole = sum(size for size, _ in self._parts)
        if whole <= 0:
            painter.fillRect(self.rect(), QColor(tokens().line_soft))
            return
        room = self.width() - 2 * (len(self._parts) - 1)
        x = 0.0
        for size, fill in self._parts:
            wide = room * size / whole
            painter.fillRect(QRectF(x, 0, wide, self.height()), fill)
            x += wide + 2


class ProgressLine(QWidget):
    """How far long work has come, 0 to 1, as a thin bar."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(6)

    def set_share(self, share: float) -> None:
        """Between 0 and 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().line_soft))
        painter.drawRoundedRect(self.rect(), 3, 3)
        if self._share > 0:
            painter.setBrush(QColor(tokens().accent))
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, self.width() * self._share), 6), 3, 3)
