"""The switches of language and look; both take effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from merchant_desk.shell.theme import LOOKS
from merchant_desk.widgets.buttons import Segmented

if TYPE_CHECKING:
    from merchant_desk.shell.frame import Frame

# Each in its own words: whoever cannot read the one in use must find theirs.
LANGUAGE_NAMES = (("zh_CN", "中文"), ("en", "English"))


def language_switch(frame: Frame) -> Segmented:
    """Writes the language into the preferences and has the window built anew."""
    switch = Segmented(
        LANGUAGE_NAMES, frame.preferences.language, QCoreApplication.translate("look_choice", "Language")
    )

    def choose(key: str) -> None:
        if key != frame.preferences.language:
            frame.preferences.language = key
            frame.look_changed()

    switch.chosen.connect(choose)
    return switch


def look_switch(frame: Frame) -> Segmented:
    """Writes the look into the preferences and has the window dressed anew."""
    names = {
        "system": QCoreApplication.translate("look_choice", "As the system"),
        "light": QCoreApplication.translate("look_choice", "Light"),
        "dark": QCoreApplication.translate("look_choice", "Dark"),
    }
    switch = Segmented(
        [(look, names[look]) for look in LOOKS],
        frame.preferences.look,
        QCoreApplication.translate("look_choice", "Look"),
    )

    def choose(key: str) -> None:
        look = next(look for look in LOOKS if look == key)
        if look != frame.preferences.look:
            frame.preferences.look = look
            frame.look_changed()

    switch.chosen.connect(choose)
    return switch
