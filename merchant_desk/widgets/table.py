"""A table over frozen rows: plain text, one or two lines a cell, keyboard and mouse alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from merchant_desk.widgets.labels import draw_dot
from merchant_desk.widgets.tokens import tokens

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Kind = Literal["text", "figure", "badge", "interval"]
_ROLE = Qt.ItemDataRole
_PAD = 12
_SHARE_WIDTH = 56


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: a text, a smaller line below it, and a coloured dot before it.

    `struck` draws a line through the text, for what does not count any more. `interval` is a share
    with the ends of what it may be: (low, share, high), for a column of the kind "interval".
    """

    text: str
    hint: str = ""
    dot: QBrush | QColor | None = None
    bold: bool = False
    colour: str = ""
    struck: bool = False
    interval: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `get` gives a row's text or Cell; `width` in pixels, 0 takes the room that is left.

    `kind` "figure" is right-aligned, "badge" a boxed code word, "interval" a share on a scale from 0
    to 1. With `sort` the header orders by it.
    """

    title: str
    get: Callable[[Row], str | Cell]
    align: Literal["left", "right", "centre"] = "left"
    kind: Kind = "text"
    width: int = 0
    sort: Callable[[Row], Any] | None = None


class RowModel(QAbstractTableModel, Generic[Row]):
    """The rows as Qt wants them; accessible texts included."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[Row] = []
        self._cells: dict[tuple[int, int], Cell] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self._cells.clear()
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """What stands there."""
        found = self._cells.get((row, column))
        if found is None:
            told = self.columns[column].get(self.rows[row])
            found = told if isinstance(told, Cell) else Cell(told)
            self._cells[(row, column)] = found
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole}:
            cell = self.cell(index.row(), index.column())
            return f"{cell.text}\n{cell.hint}" if cell.hint else cell.text
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].title
        if role == _ROLE.TextAlignmentRole:
            return _align(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort if 0 <= column < len(self.columns) else None
        if key is not None:
            rows = sorted(self.rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder)
            self.set_rows(rows)


class Table(QTableView, Generic[Row]):
    """Rows to choose from.

    `chosen(row)` comes on a click and on Enter, `moved(row)` whenever another row becomes the
    current one. `row_height` is 44 for one line, 54 for two.
    """

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(
        self, columns: Sequence[Column[Row]], empty: str = "", row_height: int = 44, name: str = ""
    ) -> None:
        super().__init__()
        self._empty = empty
        self._rows: RowModel[Row] = RowModel(columns)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(36)
        header.setMinimumSectionSize(40)
        for number, column in enumerate(columns):
            stretch = QHeaderView.ResizeMode.Stretch if column.width == 0 else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(number, stretch)
            if column.width:
                self.setColumnWidth(number, column.width)
        if any(column.sort for column in columns):
            header.setSectionsClickable(True)
            header.setSortIndicatorShown(True)
            header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
            header.setSortIndicatorClearable(True)
            header.sortIndicatorChanged.connect(self._rows.sort)
        self.clicked.connect(lambda index: self._choose(index.row()))

    def setColumnWidth(self, column: int, width: int) -> None:
        """Make a column this wide, or as wide as its title needs."""
        font = QFont(self.font())
        font.setPixelSize(11)
        title = QFontMetrics(font).horizontalAdvance(self._rows.columns[column].title)
        super().setColumnWidth(column, max(width, title + 2 * _PAD + 2))

    def set_rows(self, rows: Sequence[Row], keep: Callable[[Row], object] | None = None) -> None:
        """Show other rows; with `keep` (a row's key) the current row stays current."""
        key = keep(self.current_row()) if keep and self.current_row() is not None else None  # type: ignore[arg-type]
        place = self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        header = self.horizontalHeader()
        if header.sortIndicatorSection() >= 0 and header.isSortIndicatorShown():
            self._rows.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if keep is not None and key is not None:
            self.select(lambda row: keep(row) == key)
            self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def rows(self) -> list[Row]:
        """The rows shown, in their order."""
        return list(self._rows.rows)

    def current_row(self) -> Row | None:
        """The row that is marked."""
        number = self.currentIndex().row()
        return self._rows.rows[number] if 0 <= number < len(self._rows.rows) else None

    def select(self, wanted: Callable[[Row], bool]) -> bool:
        """Mark the first row that is `wanted`, and say whether there is one."""
        for number, row in enumerate(self._rows.rows):
            if wanted(row):
                self.setCurrentIndex(self._rows.index(number, 0))
                return True
        return False

    def step(self, by: int) -> None:
        """Mark the row `by` further down; for a search field that keeps the focus."""
        if self._rows.rows:
            number = min(max(self.currentIndex().row() + by, 0), len(self._rows.rows) - 1)
            self.setCurrentIndex(self._rows.index(number, 0))

    def choose_current(self) -> None:
        """Say that the marked row, or else the first one, was chosen."""
        self._choose(max(self.currentIndex().row(), 0))

    def set_empty_text(self, text: str) -> None:
        """What stands here when there are no rows."""
        self._empty = text
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.choose_current()
            return
        super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        row = self.current_row()
        if selected.indexes() and row is not None:
            self.moved.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 8, 8)
        if self._rows.rows or not self._empty:
            return
        painter.setPen(QColor(tokens().ink3))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._empty)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._rows.rows):
            self.chosen.emit(self._rows.rows[number])


def _leads(table: QTableView, row: int) -> bool:
    """Whether the keyboard is in that row."""
    return table.hasFocus() and table.currentIndex().row() == row


class _Painter(QStyledItemDelegate):
    """Draws every cell itself, so that no text is ever read as markup."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, 44)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RowModel):
            return
        column: Column[Any] = model.columns[index.column()]
        cell = model.cell(index.row(), index.column())
        look = tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        widget: QWidget | None = option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(look.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(look.muted))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(look.line_soft))
        # Whichever cell was pressed, the mark stands before its row.
        if index.column() == 0 and isinstance(widget, QTableView) and _leads(widget, index.row()):
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(look.accent))
        if column.kind == "badge":
            self._badge(painter, rect, cell)
        elif column.kind == "interval" and cell.interval is not None:
            _interval(painter, rect, cell, column, option.font)
        else:
            _texts(painter, rect, cell, column, option.font)
        painter.restore()

    def _badge(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if not cell.text:
            return
        font = QFont(self._code)
        font.setPixelSize(12)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(cell.text) + 16
        box = QRectF(rect.left() + _PAD, rect.center().y() - 10, wide, 21)
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(QColor(tokens().surface))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(tokens().ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), cell.text)


def _interval(painter: QPainter, rect: QRect, cell: Cell, column: Column[Any], base: QFont) -> None:
    """The share in words, and beside it where it lies between 0 and 1 with its interval."""
    low, share, high = cell.interval or (0.0, 0.0, 0.0)
    look = tokens()
    words = QRect(rect.left(), rect.top(), _SHARE_WIDTH, rect.height())
    _texts(painter, words, Cell(cell.text), column, base)
    left, wide = words.right(), rect.width() - _SHARE_WIDTH - _PAD
    middle = rect.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.line_soft))
    painter.drawRoundedRect(QRectF(left, middle - 4, wide, 8), 4, 4)
    span = QColor(look.accent)
    span.setAlpha(70)
    painter.setBrush(span)
    painter.drawRoundedRect(QRectF(left + wide * low, middle - 4, max(4.0, wide * (high - low)), 8), 4, 4)
    painter.fillRect(QRectF(left + wide * share - 1.5, middle - 7, 3, 14), QColor(look.accent))


def _align(column: Column[Any]) -> Qt.AlignmentFlag:
    if column.kind == "figure" or column.align == "right":
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if column.align == "centre":
        return Qt.AlignmentFlag.AlignCenter
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _texts(painter: QPainter, rect: QRect, cell: Cell, column: Column[Any], base: QFont) -> None:
    look = tokens()
    room = rect.adjusted(_PAD, 0, -_PAD, 0)
    main = QFont(base)
    main.setPixelSize(13)
    main.setBold(cell.bold)
    main.setStrikeOut(cell.struck)
    painter.setFont(main)
    tall = painter.fontMetrics().height()
    hint = QFont(base)
    hint.setPixelSize(11)
    both = tall + (15 if cell.hint else 0)
    top = rect.top() + (rect.height() - both) // 2
    if cell.dot is not None:
        draw_dot(painter, QRectF(room.left(), top + tall / 2 - 4, 8, 8), cell.dot)
        room.setLeft(room.left() + 16)
    flags = int(_align(column) | Qt.TextFlag.TextSingleLine)
    painter.setPen(QColor(cell.colour or look.ink))
    elide = Qt.TextElideMode.ElideRight
    text = painter.fontMetrics().elidedText(cell.text, elide, room.width())
    painter.drawText(QRect(room.left(), top, room.width(), tall), flags, text)
    if cell.hint:
        painter.setFont(hint)
        painter.setPen(QColor(look.ink3))
        small = painter.fontMetrics().elidedText(cell.hint, elide, room.width())
        painter.drawText(QRect(room.left(), top + tall, room.width(), 16), flags, small)
