"""Ctrl+K: one line that finds any customer, appointment, content, service or command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import SearchField
from merchant_desk.widgets.labels import plain_label, rule
from merchant_desk.widgets.tokens import tokens

if TYPE_CHECKING:
    from merchant_desk.db.records import Reader
    from merchant_desk.shell.frame import Frame
    from merchant_desk.shell.places import Command

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
WIDTH = 560
_MOST_ROWS = 9


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found; `open` goes there."""

    title: str
    hint: str
    icon: QIcon
    open: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks in one place: `find(text, answer)` calls `answer(rows)` at once or later.

    An empty text asks for the usual ones.
    """

    heading: str
    find: Callable[[str, Callable[[Sequence[Found]], None]], object]


def rows_finder(
    frame: Frame,
    heading: str,
    icon_name: str,
    read: Callable[[Reader, str], Sequence[Row]],
    shown: Callable[[Row], tuple[str, str]],
    go: Callable[[Row], object],
) -> Finder:
    """A finder over the shop's rows: `shown` gives title and hint of a row, `go` opens it."""
    picture = icon(icon_name)

    def find(text: str, answer: Callable[[Sequence[Found]], None]) -> None:
        def told(rows: Sequence[Row]) -> None:
            answer([Found(*shown(row), picture, partial(go, row)) for row in rows])

        frame.background.read(lambda reader: read(reader, text), told, owner=frame, key=f"find {icon_name}")

    return Finder(heading, find)


def commands_finder(heading: str, commands: Sequence[Command], most: int = 8) -> Finder:
    """A finder over commands; every typed word must be in the command's words."""
    all_of_them = [
        (one.words.casefold(), Found(one.words, _native(one.shortcut), icon(one.icon), one.act))
        for one in commands
    ]

    def find(text: str, answer: Callable[[Sequence[Found]], None]) -> None:
        parts = text.casefold().split()
        answer([found for words, found in all_of_them if all(part in words for part in parts)][:most])

    return Finder(heading, find)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class _Rows(QAbstractListModel):
    """What was found, finder by finder in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, Found]] = []

    def show(self, rows: list[tuple[str, Found]]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        heading, found = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.title}, {found.hint}, {heading}"
        return None


class Palette(QWidget):
    """Covers the window while it is open; a press beside it, or Esc, closes it."""

    def __init__(self, parent: QWidget, finders: Sequence[Finder]) -> None:
        super().__init__(parent)
        self._finders = list(finders)
        self._asked = 0
        self._answers: dict[int, Sequence[Found]] = {}
        self._before: QWidget | None = None
        self._panel = QFrame(self)
        self._panel.setProperty("role", "palette")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(6, 4, 6, 6)
        column.setSpacing(0)
        self.field = SearchField(self.tr("Find a customer, an appointment, a content, a service, a command"))
        self.field.setProperty("role", "bare")
        self.field.setTextMargins(36, 0, 8, 0)
        column.addWidget(self.field)
        column.addWidget(rule())
        self._rows = _Rows()
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        column.addWidget(self.list, 1)
        self._nothing = plain_label(self.tr("Nothing found."), role="hint")
        self._nothing.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._ask)
        self.field.moved.connect(self._move)
        self.field.accepted.connect(self._open_current)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self.field.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, text: str = "") -> None:
        """Show the palette with `text` in its line."""
        self._before = self.window().focusWidget() if not self.isVisible() else self._before
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        if self.field.text() == text:
            self._ask(text)
        else:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def shut(self) -> None:
        """Close, and give the focus back."""
        if not self.isVisible():
            return
        self._asked += 1  # what is still looked for is not wanted any more
        self.hide()
        try:
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # the widget went with its page meanwhile
            self._before = None

    def rows(self) -> list[Found]:
        """What is shown now."""
        return [found for _, found in self._rows.rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.shut()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes down the list; there is one field only."""
        self._move(1 if forward else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = tokens().name == "dark"
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110) if dark else QColor(31, 35, 40, 36))

    def _ask(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        self._answers = {}
        for number, finder in enumerate(self._finders):
            finder.find(text.strip(), partial(self._hear, asked, number))

    def _hear(self, asked: int, number: int, rows: Sequence[Found]) -> None:
        if asked != self._asked:
            return
        self._answers[number] = rows
        shown = [
            (finder.heading, found)
            for at, finder in enumerate(self._finders)
            for found in self._answers.get(at, ())
        ]
        here = self.list.currentIndex().row()
        self._rows.show(shown)
        if shown:
            self.list.setCurrentIndex(self._rows.index(min(max(here, 0), len(shown) - 1)))
        self._place()

    def _place(self) -> None:
        count = len(self._rows.rows)
        self._nothing.setVisible(count == 0)
        self.list.setVisible(count > 0)
        tall = 52 + (min(count, _MOST_ROWS) * _Painter.TALL + 10 if count else 40)
        wide = min(WIDTH, self.width() - 48)
        self._panel.setGeometry((self.width() - wide) // 2, max(24, self.height() // 9), wide, tall)

    def _move(self, by: int) -> None:
        count = len(self._rows.rows)
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self._rows.index(row))

    def _open_current(self) -> None:
        self._open(self.list.currentIndex().row())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows.rows):
            found = self._rows.rows[row][1]
            self.shut()
            found.open()


class _Painter(QStyledItemDelegate):
    """Icon, title and hint in one line, the finder's heading at the right; nothing is read as markup."""

    TALL = 40

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _Rows):
            return
        heading, found = model.rows[index.row()]
        look = tokens()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.accent_soft))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.muted))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        found.icon.paint(painter, QRect(rect.left() + 12, rect.center().y() - 8, 18, 18))
        small = QFont(option.font)
        small.setPixelSize(11)
        painter.setFont(small)
        wide = painter.fontMetrics().horizontalAdvance(heading)
        painter.setPen(QColor(look.ink3))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(
            QRect(rect.right() - wide - 12, rect.top(), wide + 2, rect.height()), middle, heading
        )
        left, right = rect.left() + 40, rect.right() - wide - 24
        painter.setFont(option.font)
        painter.setPen(QColor(look.ink))
        title = painter.fontMetrics().elidedText(found.title, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, title)
        left += painter.fontMetrics().horizontalAdvance(title) + 10
        if found.hint and right - left > 30:
            painter.setFont(small)
            painter.setPen(QColor(look.ink3))
            hint = painter.fontMetrics().elidedText(found.hint, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, hint)
        painter.restore()
