"""What a drag on the board does: one act, one undo; refused, it drops back and may be squeezed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from merchant_desk.core.errors import DeskError
from merchant_desk.shell import language, notices
from merchant_desk.shell.frame import Notice

if TYPE_CHECKING:
    from merchant_desk.appointments.ui.board_drag import Move
    from merchant_desk.appointments.ui.board_mouse import BoardMouse
    from merchant_desk.desk import Desk
    from merchant_desk.shell.frame import Frame

# What a person at the desk may overrule.
_SQUEEZED = frozenset({"clash", "off_shift", "place_full"})


class DeskActs(QObject):
    """Moves and resizes appointments; `mouse` lets its card go once that is written or refused."""

    def __init__(self, frame: Frame, mouse: BoardMouse, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._mouse = mouse

    def move(self, move: Move, squeeze: bool = False) -> None:
        """Move a visit; one of a series moves alone."""

        def work(desk: Desk) -> dt.datetime:
            # The board stands before any booking rule is needed.
            from merchant_desk.appointments import rules

            desk.appointments.move(
                move.appointment_id,
                move.start,
                move.worker_id,
                instead_of=move.instead_of,
                squeeze=squeeze,
                place_id=move.place_id,
            )
            return rules.existing(desk.file, move.start)

        def said(start: dt.datetime) -> str:
            at = language.moment_text(start, self._frame.clock.now())
            at = f"{at} · {move.into}" if move.into else at
            if start == move.start:
                return self.tr("Moved to {time}.").replace("{time}", at)
            words = self.tr("Moved to {time}: the clock skips {skipped} on this day.")
            return words.replace("{skipped}", language.time_text(move.start)).replace("{time}", at)

        self._frame.act(
            work,
            said,
            failed=lambda error: self._refused(error, lambda: self.move(move, squeeze=True)),
            owner=self,
        )

    def resize(self, appointment_id: str, minutes: int, squeeze: bool = False) -> None:
        """Let a visit's last service take `minutes`."""
        self._frame.act(
            lambda desk: desk.appointments.resize(appointment_id, minutes, squeeze=squeeze),
            self.tr("Takes {length} now.").replace("{length}", language.minutes_text(minutes)),
            failed=lambda error: self._refused(
                error, lambda: self.resize(appointment_id, minutes, squeeze=True)
            ),
            owner=self,
        )

    def _refused(self, error: Exception, squeeze: Callable[[], None]) -> None:
        self._mouse.settle()
        if isinstance(error, DeskError) and error.code in _SQUEEZED:
            ways = ((self.tr("Squeeze in"), squeeze),)
            self._frame.notice_wanted.emit(Notice(notices.sentence(error), "error", ways=ways))
        else:
            self._frame.fail(error)
