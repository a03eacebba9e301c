"""The line at the bottom of the window that says what was done, and goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_desk.shell.frame import Notice
from merchant_desk.shell.icons import icon, pixmap
from merchant_desk.widgets.buttons import Button, IconButton
from merchant_desk.widgets.labels import plain_label
from merchant_desk.widgets.tokens import tokens

STAYS_MS = 6_000
MOST = 3
_NARROWEST = 120
_ICONS = {"info": "check", "warn": "alert", "error": "alert"}


class Toast(QFrame):
    """One notice; an error stays until it is closed, the others until nobody points at them or is in them."""

    gone = Signal()

    def __init__(self, notice: Notice, more: list[tuple[str, Callable[[], object]]] | None = None) -> None:
        super().__init__()
        self.notice = notice
        self.setProperty("role", "toast")
        self.setAccessibleName(notice.text)
        surface = tokens().surface
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        mark = plain_label()
        mark.setPixmap(pixmap(_ICONS[notice.kind], 16, surface))
        row.addWidget(mark)
        self.label = plain_label(notice.text, wrap=True)
        self._wished = min(420, self.label.fontMetrics().horizontalAdvance(notice.text) + 12)
        self.label.setMinimumWidth(self._wished)
        row.addWidget(self.label, 1)
        for text, press in (*notice.ways, *(more or [])):
            row.addWidget(self._button(text, press))
        self.undo_button: Button | None = None
        if notice.undo is not None:
            self.undo_button = self._button(self.tr("Undo"), notice.undo)
            row.addWidget(self.undo_button)
        close = IconButton(icon("x", 16, surface), self.tr("Close"), size=28)
        close.clicked.connect(self.gone)
        row.addWidget(close)
        self.first: QWidget = self.findChildren(Button)[0] if self.findChildren(Button) else close
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.gone)
        for part in (self, mark, self.label):
            part.setMouseTracking(True)
        if notice.kind != "error":
            self._timer.start()

    def wishes(self) -> int:
        """How wide it would like to be, in pixels."""
        self.label.setMinimumWidth(self._wished)
        return self.sizeHint().width()

    def fit(self, wide: int) -> None:
        """Let the text take more lines where the room is too narrow for it and the buttons."""
        self.label.setMinimumWidth(self._wished)
        over = max(0, self.minimumSizeHint().width() - wide)
        self.label.setMinimumWidth(max(min(_NARROWEST, self._wished), self._wished - over))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not as soon as the mouse is over it: it may only rest where the notice came up.
        super().mouseMoveEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.notice.kind != "error":
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def hold(self, held: bool) -> None:
        """The keyboard is in it, or has left it again."""
        if held:
            self._timer.stop()
        elif self.notice.kind != "error":
            self._timer.start()

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text)

        def pressed() -> None:
            self.gone.emit()
            press()

        button.clicked.connect(pressed)
        return button


class Toasts(QWidget):
    """The notices at the bottom of the page, beside an open sheet, newest lowest, at most three."""

    def __init__(self, parent: QWidget, room: Callable[[], QRect]) -> None:
        super().__init__(parent)
        self._room = room
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: list[Toast] = []
        self._came_from: QWidget | None = None
        self._held: Toast | None = None
        QApplication.instance().focusChanged.connect(self._watch_focus)  # type: ignore[union-attr]
        parent.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> Toast:
        """Show a notice; a new one takes the place of one of the same words, or about the same act.

        What an old one still offered to do was about what stood there before: that goes as well.
        """
        for old in [toast for toast in self._shown if _is_past(toast.notice, notice)]:
            self._drop(old)
        return self._add(Toast(notice))

    def say_fault(self, told: str, open_log: Callable[[], object]) -> Toast:
        """Show that something broke: `told` is what "copy" puts on the clipboard."""
        notice = Notice(
            self.tr("Something went wrong inside the program. Nothing in the shop's file was changed by it."),
            "error",
        )
        for old in [toast for toast in self._shown if toast.notice.text == notice.text]:
            self._drop(old)
        more: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(told)),
            (self.tr("Open the log"), open_log),
        ]
        return self._add(Toast(notice, more))

    def shown(self) -> list[Toast]:
        """The notices on screen, oldest first."""
        return list(self._shown)

    def step_in(self) -> None:
        """Give the keyboard to the newest notice; from there, back to where it was."""
        if self._held is not None:
            self._give_back()
        elif self._shown:
            self._shown[-1].first.setFocus(Qt.FocusReason.TabFocusReason)

    def close_latest(self) -> bool:
        """Close the newest notice, and say whether there was one; for Esc."""
        if self._shown:
            self._drop(self._shown[-1])
            return True
        return False

    def place(self) -> None:
        """Stand at the bottom centre of the room there is."""
        self.setVisible(bool(self._shown))
        if not self._shown:
            return
        room = self._room()
        wide = min(max(toast.wishes() for toast in self._shown), max(240, room.width() - 32))
        tall = 8 * (len(self._shown) - 1)
        for toast in self._shown:
            toast.fit(wide)
            height = toast.heightForWidth(wide) if toast.hasHeightForWidth() else toast.sizeHint().height()
            tall += max(height, toast.minimumSizeHint().height())
        self.setGeometry(room.center().x() - wide // 2, room.bottom() - tall - 20, wide, tall)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _add(self, toast: Toast) -> Toast:
        self._shown.append(toast)
        self._column.addWidget(toast)
        toast.gone.connect(lambda: self._drop(toast))
        passing = [old for old in self._shown[:-1] if old.notice.kind != "error"]
        for old in (passing or self._shown[:-1])[: max(0, len(self._shown) - MOST)]:
            self._drop(old)
        self.place()
        _announce(toast)
        return toast

    def _drop(self, toast: Toast) -> None:
        if toast not in self._shown:
            return
        self._shown.remove(toast)
        if toast is self._held:
            # Else Qt would give it to whatever comes next, far from where the work is.
            self._give_back()
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        self.place()

    def _watch_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Know in which notice the keyboard is, and where it came from."""
        held = next((toast for toast in self._shown if new is not None and toast.isAncestorOf(new)), None)
        if held is not None and self._held is None:
            self._came_from = old
        if held is not self._held:
            for toast in (self._held, held):
                if toast in self._shown:
                    toast.hold(toast is held)
            self._held = held

    def _give_back(self) -> None:
        # shiboken raises where the widget that had the focus went with its page meanwhile.
        try:
            if self._came_from is not None and self._came_from.isVisible():
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            self._came_from = None


def _is_past(old: Notice, new: Notice) -> bool:
    return old.text == new.text or bool(old.ways) or (bool(old.act) and old.act == new.act)


def _announce(toast: Toast) -> None:
    """Let a screen reader say it."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, toast.notice.text))
