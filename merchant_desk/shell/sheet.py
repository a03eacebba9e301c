"""A side sheet: what used to be a dialog, without stopping the world."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import notices
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.buttons import Button
from merchant_desk.widgets.fields import Field
from merchant_desk.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

WIDTH = 560


class Sheet(QFrame):
    """A panel at the right of the window: header, a body that scrolls, a footer with one primary act.

    Ctrl+Enter presses the primary button, Esc closes; where something typed would be lost, the
    footer asks first. Show it with `frame.open_sheet(sheet)`. One that `follows` reads again whatever
    changes, so that undo and redo work with it open.
    """

    closed = Signal()
    follows = False

    def __init__(self, frame: Frame, title: str, hint: str = "") -> None:
        super().__init__()
        self.frame = frame
        self.primary: Button | None = None
        self._began: QWidget | None = None
        self.setProperty("role", "sheet")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFixedWidth(WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._header(title, hint))
        self._scroll, self.body = _scrolled()
        whole.addWidget(self._scroll, 1)
        self._error = plain_label(role="error", wrap=True)
        self._error.setContentsMargins(26, 8, 26, 8)
        self._error.hide()
        whole.addWidget(self._error)
        self._foot = QWidget()
        self._ask = QWidget()
        whole.addWidget(self._footer())
        whole.addWidget(self._question())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.press_primary)

    def set_title(self, title: str, hint: str = "") -> None:
        """Another title and the small words after it."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(title)

    def set_primary(self, text: str, slot: Callable[[], object], role: str = "primary") -> Button:
        """The one filled button, at the right of the footer; Ctrl+Enter presses it."""
        keys = "⌘ ↵" if sys.platform == "darwin" else "Ctrl ↵"
        self.primary = Button(f"{text}   {keys}", role=role)
        self.primary.setAccessibleName(text)
        self.primary.setProperty("scale", "big")
        self.primary.clicked.connect(lambda _checked=False: slot())
        self.footer.addWidget(self.primary)
        self._foot.show()
        return self.primary

    def press_primary(self) -> None:
        """What Ctrl+Enter does."""
        if self._ask.isVisible() or self.primary is None or not self.primary.isEnabled():
            return
        self.primary.click()

    def set_busy(self, busy: bool) -> None:
        """While it is saved the primary button rests, so that nothing is saved twice."""
        if self.primary is not None:
            self.primary.setEnabled(not busy)

    def set_error(self, text: str, field: Field | None = None) -> None:
        """Say what is wrong, at `field` or else above the footer; an empty text takes it away."""
        if field is None:
            self._error.setText(text)
            self._error.setVisible(bool(text))
            return
        field.set_error(text)
        if text:
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(field)

    def clear_errors(self) -> None:
        """Take every error line away."""
        self.set_error("")
        for field in self.findChildren(Field):
            field.set_error("")

    def fail(self, error: Exception) -> None:
        """A refusal in the sheet itself; a fault goes to the log. For `failed=` of frame.act."""
        self.set_busy(False)
        if isinstance(error, DeskError):
            self.set_error(notices.sentence(error))
        else:
            self.frame.fail(error)

    def dirty(self) -> bool:
        """Whether something the user typed would be lost; texts set by the program do not count."""
        lines = (
            line.isModified() and line.text().strip()
            for line in self.findChildren(QLineEdit)
            if line.property("role") != "search" and not line.isReadOnly()
        )
        notes = (
            note.document().isModified() and note.toPlainText().strip()
            for note in self.findChildren(QPlainTextEdit)
        )
        return any(lines) or any(notes)

    def leave(self) -> bool:
        """Close, or ask first where something would be lost; whether it closed."""
        if self.dirty():
            self._foot.hide()
            self._ask.show()
            self._keep.setFocus()
            return False
        self.shut()
        return True

    def shut(self) -> None:
        """Close without asking."""
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Left alone it would go on to the scrim below, where a press closes the sheet.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._ask.isVisible():
                self._go_on()
            else:
                self.leave()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside the sheet."""
        chain = [w for w in _chain(self) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and _reachable(w)]
        here = self.focusWidget()
        if not chain:
            return False
        at = chain.index(here) if here in chain else (-1 if forward else 0)
        following = chain[(at + (1 if forward else -1)) % len(chain)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        following.setFocus(reason)
        self._scroll.ensureWidgetVisible(following)
        return True

    def focus_first(self) -> None:
        """Put the focus into the first field of the body."""
        fields = [w for w in _chain(self) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and _reachable(w)]
        first = next((w for w in fields if self._scroll.isAncestorOf(w)), None)
        (first or self.primary or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def refocus(self) -> None:
        """Begin anew now that more is known: for the end of a first reading; a focus moved by hand stays."""
        # What is hidden while it has the focus hands it on, as far as to the way out.
        if self.parent() is None:
            return
        if self._began is None or self.focusWidget() in {self._began, self._close}:
            self.focus_first()
            self._began = self.focusWidget()

    def _header(self, title: str, hint: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(26, 18, 18, 8)
        row.setSpacing(10)
        self._title = plain_label(title, role="title")
        self._hint = plain_label(hint, role="hint")
        row.addWidget(self._title)
        row.addWidget(self._hint)
        row.addStretch(1)
        self._close = Button(self.tr("Esc"), role="ghost", icon=icon("x", 16), hint=self.tr("Close"))
        self._close.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.leave)
        row.addWidget(self._close)
        return row

    def _footer(self) -> QWidget:
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(26, 0, 26, 20)
        column.setSpacing(16)
        column.addWidget(rule())
        self.footer = QHBoxLayout()
        self.footer.setSpacing(10)
        column.addLayout(self.footer)
        self._foot.hide()
        return self._foot

    def _question(self) -> QWidget:
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(26, 0, 26, 20)
        column.setSpacing(16)
        column.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("What you typed is not saved yet."), wrap=True), 1)
        self._keep = Button(self.tr("Go on editing"))
        self._keep.clicked.connect(self._go_on)
        discard = Button(self.tr("Discard"), role="danger")
        discard.clicked.connect(self.shut)
        row.addWidget(self._keep)
        row.addWidget(discard)
        column.addLayout(row)
        self._ask.hide()
        return self._ask

    def _go_on(self) -> None:
        self._ask.hide()
        self._foot.setVisible(self.footer.count() > 0)
        QTimer.singleShot(0, self, self.focus_first)


def _scrolled() -> tuple[QScrollArea, QVBoxLayout]:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setProperty("role", "sheet-body")
    body = QVBoxLayout(inside)
    body.setContentsMargins(26, 8, 26, 16)
    body.setSpacing(14)
    scroll.setWidget(inside)
    return scroll, body


def _chain(root: QWidget) -> list[QWidget]:
    """The widgets inside `root` in the order of Tab."""
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _reachable(widget: QWidget) -> bool:
    off = (
        isinstance(widget, QAbstractButton)
        and widget.property("role") == "segment"
        and not widget.isChecked()
    )
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None and not off
