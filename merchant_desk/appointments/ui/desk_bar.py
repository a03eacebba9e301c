"""The Desk's bar: days, weeks and months back and on, what is shown and by whom, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QMenu

from merchant_desk.appointments.ui.board_heads import mark_words
from merchant_desk.appointments.ui.desk_views import EVERYBODY, ROOMS, Showing
from merchant_desk.shell import theme
from merchant_desk.shell.icons import icon
from merchant_desk.widgets.bar_fields import Choice, SearchField
from merchant_desk.widgets.buttons import Button, IconButton, Segmented
from merchant_desk.widgets.labels import plain_label, plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from merchant_desk.appointments.model import BoardPlace, DayMark
    from merchant_desk.appointments.ui.desk_menu import Entry
    from merchant_desk.appointments.ui.desk_views import By
    from merchant_desk.team.model import Worker


_LEAST = 640


class DeskBar(QObject):
    """Fills the page's bar; says what was pressed and shows what is on the board.

    Where the window is narrow, words give way to icons, step by step.
    """

    stepped = Signal(int)
    today_wanted = Signal()
    date_wanted = Signal()
    view_chosen = Signal(str)
    by_chosen = Signal(object)
    walk_in_wanted = Signal()
    booking_wanted = Signal()
    palette_wanted = Signal(str)
    more_wanted = Signal()

    def __init__(self, row: QHBoxLayout, title: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._row = row
        self._title = title
        self._showing: Showing | None = None
        self._today = dt.date.min
        self.buttons: dict[str, Button | IconButton] = {}
        self._fill_left()
        row.addStretch(1)
        self._fill_right()
        holder = row.parentWidget()
        if holder is not None:
            # As wide as the words now are, the bar must not keep the window from getting narrower.
            holder.setMinimumWidth(_LEAST)
        title.setCursor(Qt.CursorShape.PointingHandCursor)
        title.installEventFilter(self)

    def show_title(self, showing: Showing, today: dt.date, width: int) -> None:
        """Say what is shown, as long or as short as a bar of that width has room for."""
        self._showing, self._today = showing, today
        self.views.choose(showing.view)
        names = {
            "day": (self.tr("The day before"), self.tr("The day after")),
            "week": (self.tr("The week before"), self.tr("The week after")),
            "month": (self.tr("The month before"), self.tr("The month after")),
        }
        for key, name in zip(("back", "on"), names[showing.view], strict=True):
            self.buttons[key].setAccessibleName(name)
            plain_tip(self.buttons[key], name)
        self.fit(width)

    def fit(self, width: int) -> None:
        """Choose how much is said in words."""
        for level in range(4):
            self._set_level(level)
            if self._row.minimumSize().width() <= width:
                return

    def show_choices(self, showing: Showing, workers: Sequence[Worker], places: Sequence[BoardPlace]) -> None:
        """Whose columns there are to choose from: a day by worker or room, a week also of one of them."""
        options: list[tuple[By, str]]
        if showing.view == "day":
            options = [(EVERYBODY, self.tr("By worker")), (ROOMS, self.tr("By room"))] if places else []
        else:
            options = [(EVERYBODY, self.tr("Everybody"))]
            options += [(("worker", worker.id), worker.name) for worker in workers]
            options += [(("place", place.id), place.name) for place in places]
        if [self.by.itemData(index) for index in range(self.by.count())] != [key for key, _ in options] or [
            self.by.itemText(index) for index in range(self.by.count())
        ] != [text for _, text in options]:
            self.by.set_options(options)
        self.by.choose(showing.by)
        self.by.setVisible(len(options) > 1 and showing.view != "month")

    def show_mark(self, mark: DayMark | None, width: int) -> None:
        """Say beside the date which holiday it is, or that the shop is closed."""
        self.mark.setText(" · ".join(mark_words(mark)) if mark is not None else "")
        self.fit(width)

    def open_menu(self, entries: Sequence[Entry]) -> None:
        """Drop the "More" menu down."""
        menu = QMenu(self.buttons["more"])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in entries:
            if entry.gap:
                menu.addSeparator()
            action = menu.addAction(icon(entry.icon, 16), entry.text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, act=entry.act: act())
        more = self.buttons["more"]
        menu.popup(more.mapToGlobal(QPoint(more.width() - menu.sizeHint().width(), more.height() + 4)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on the date opens the month to choose from, as the arrow beside it does."""
        if (
            watched is self._title
            and event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.date_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _fill_left(self) -> None:
        back = IconButton(icon("chevron-left", 18), self.tr("The day before"), bordered=True)
        back.clicked.connect(lambda: self.stepped.emit(-1))
        today = Button(self.tr("Today"), hint=self.tr("Today (T)"))
        today.clicked.connect(self.today_wanted)
        on = IconButton(icon("chevron-right", 18), self.tr("The day after"), bordered=True)
        on.clicked.connect(lambda: self.stepped.emit(1))
        for index, button in enumerate((back, today, on)):
            self._row.insertWidget(index, button)
        date = IconButton(icon("chevron-down", 16), self.tr("Choose a date"), size=24)
        date.clicked.connect(self.date_wanted)
        self._row.addWidget(date)
        self.mark = plain_label(role="hint")
        self.mark.hide()
        self._row.addWidget(self.mark)
        self.views = Segmented(
            [("day", self.tr("Day")), ("week", self.tr("Week")), ("month", self.tr("Month"))],
            name=self.tr("What is shown"),
        )
        self.views.chosen.connect(self.view_chosen)
        self._row.addWidget(self.views)
        self.by = Choice(name=self.tr("Whose columns"))
        self.by.setMaximumWidth(132)
        self.by.chosen.connect(self.by_chosen)
        self.by.hide()
        self._row.addWidget(self.by)
        self.buttons |= {"back": back, "today": today, "on": on, "date": date}

    def _fill_right(self) -> None:
        self.search = PaletteField(self.tr("Search customers, phone tail, pinyin…"))
        self.search.opened.connect(self.palette_wanted)
        self.search.setMaximumWidth(264)
        self._row.addWidget(self.search, 2)
        find = IconButton(icon("search", 18), self.tr("Search customers, phone tail, pinyin…"), bordered=True)
        find.clicked.connect(lambda: self.palette_wanted.emit(""))
        self._row.addWidget(find)
        walk_in = Button(self.tr("Walk-in"), icon=icon("door", 16))
        walk_in.clicked.connect(self.walk_in_wanted)
        self._row.addWidget(walk_in)
        new = Button(
            self.tr("New appointment"), role="primary", icon=icon("plus", 16, theme.tokens().on_accent)
        )
        new.clicked.connect(self.booking_wanted)
        self._row.addWidget(new)
        more = IconButton(icon("more", 18), self.tr("More"), bordered=True)
        more.clicked.connect(self.more_wanted)
        self._row.addWidget(more)
        self.buttons |= {"find": find, "walk_in": walk_in, "new": new, "more": more}

    def _set_level(self, level: int) -> None:
        """0: everything in words; 1: the search an icon; 2: shorter words; 3: hardly any."""
        if self._showing is None:
            return
        self._title.setText(self._showing.title(self._today, short=level >= 2))
        self.mark.setVisible(bool(self.mark.text()) and level < 2)
        self.search.setVisible(level < 1)
        self.buttons["find"].setVisible(level >= 1)
        for key, words, most in (("walk_in", self.tr("Walk-in"), 2), ("new", self.tr("New"), 3)):
            button = self.buttons[key]
            if isinstance(button, Button):
                whole = self.tr("New appointment") if key == "new" and level < 2 else words
                button.setText("" if level >= most else whole)
                button.setAccessibleName(self.tr("New appointment") if key == "new" else words)
                plain_tip(button, "" if button.text() else button.accessibleName())
        self._row.invalidate()


class PaletteField(SearchField):
    """Looks like a search field and opens the search over everything, with what was typed."""

    opened = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, hint="Ctrl K")
        self.setReadOnly(True)
        self.setMinimumWidth(160)
        self.setTextMargins(24, 0, 54, 0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down} and not control:
            self.opened.emit("")
        elif event.text().strip() and event.text().isprintable() and not control:
            self.opened.emit(event.text())
        else:
            super().keyPressEvent(event)
