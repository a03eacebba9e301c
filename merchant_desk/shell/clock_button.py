"""The answer to a refusal because something later is in the books already: the clock is right."""

from __future__ import annotations

from merchant_desk.core.errors import DeskError
from merchant_desk.widgets.buttons import Button


class ClockButton(Button):
    """Stands in a sheet's foot, hidden until the clock was found set back; a press goes on all the same."""

    def __init__(self) -> None:
        super().__init__(self.tr("The clock is right"))
        self.setProperty("scale", "big")
        self.hide()

    def answers(self, error: Exception) -> bool:
        """Show it where the clock was the reason of a refusal, and only there; gives whether it was."""
        asked = isinstance(error, DeskError) and error.code == "clock_set_back"
        self.setVisible(asked)
        return asked
