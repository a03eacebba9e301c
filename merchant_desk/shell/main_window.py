"""The window: remembers its place, carries the keys of the whole program, shows one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from merchant_desk.shell.workbench import Workbench

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.places import Command
    from merchant_desk.shell.preferences import Preferences

LEAST = QSize(1024, 640)
FIRST = QSize(1440, 900)
FRAME = QSize(16, 40)  # what the system puts around a window, at most; it is not known before it is shown


class MainWindow(QMainWindow):
    """Shows a workbench, or one widget alone: the welcome, or why the file cannot be opened."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.setWindowTitle(self.tr("Merchant Desk"))
        self.setMinimumSize(LEAST)
        self.resize(FIRST.boundedTo(self.screen().availableSize() - FRAME))
        if not preferences.geometry.isEmpty():
            self.restoreGeometry(preferences.geometry)
        self._keys: list[QShortcut] = []
        QApplication.instance().focusChanged.connect(self._watch_focus)  # type: ignore[union-attr]

    def show_workbench(self, bench: Workbench, frame: Frame, commands: Sequence[Command]) -> None:
        """Show the pages of an open shop; the keys act on them from now on."""
        self.setCentralWidget(bench)
        self._bind(
            {
                **{command.shortcut: command.act for command in commands if command.shortcut},
                **{place.shortcut: partial(bench.go, place.key) for place in bench.places()},
                "Ctrl+K": bench.open_palette,
                "Ctrl+Z": lambda: self._turn(bench, frame.undo),
                "Ctrl+Shift+Z": lambda: self._turn(bench, frame.redo),
                "Ctrl+Y": lambda: self._turn(bench, frame.redo),
                "F6": bench.toasts.step_in,
                "Ctrl+Q": self.close,
            }
        )

    def show_alone(self, widget: QWidget) -> None:
        """Show one widget over the whole window, without the keys of the pages."""
        self.setCentralWidget(widget)
        self._bind({"Ctrl+Q": self.close})
        widget.setFocus()

    def bench(self) -> Workbench | None:
        """The pages, while a shop is open."""
        shown = self.centralWidget()
        return shown if isinstance(shown, Workbench) else None

    def come_forward(self) -> None:
        """Raise the window, for a second start of the program."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        bench = self.bench()
        if bench is not None and not bench.sheets.leave_all():
            event.ignore()
            return
        self._preferences.geometry = self.saveGeometry()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Ctrl+Z to the program where the field with the focus has nothing to undo itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(watched)
            redo = event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(watched)
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _bind(self, keys: dict[str, Callable[[], object]]) -> None:
        for old in self._keys:
            old.setEnabled(False)
            old.deleteLater()
        self._keys = []
        for sequence, act in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(act)
            self._keys.append(shortcut)

    def _turn(self, bench: Workbench, act: Callable[[], None]) -> None:
        # Most sheets show what they loaded; turning the shop around behind one would make it lie.
        sheet = bench.sheets.current()
        if sheet is None or sheet.follows:
            act()

    def _watch_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit | QPlainTextEdit | QTextEdit):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)


def _can_undo(editor: QObject) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable()
    return isinstance(editor, QPlainTextEdit | QTextEdit) and editor.document().isUndoAvailable()


def _can_redo(editor: QObject) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isRedoAvailable()
    return isinstance(editor, QPlainTextEdit | QTextEdit) and editor.document().isRedoAvailable()
