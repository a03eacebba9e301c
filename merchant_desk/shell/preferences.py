"""What this PC remembers about its user: language, look, which shop, the window's place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from merchant_desk.core.clock import DEFAULT_ZONE
from merchant_desk.core.paths import data_dir
from merchant_desk.shell.theme import LOOKS, Look

LANGUAGES = ("zh_CN", "en")


class Preferences:
    """An ini file in the data folder; everything in it may be lost without harm to the shop."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = path or data_dir() / "preferences.ini"
        self._kept = QSettings(str(self._file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The code "zh_CN" or "en"; the system's where nobody chose."""
        chosen = str(self._kept.value("language", ""))
        if chosen in LANGUAGES:
            return chosen
        return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"

    @language.setter
    def language(self, chosen: str) -> None:
        self._keep("language", chosen)

    @property
    def look(self) -> Look:
        """One of "light", "dark" and "system"."""
        chosen = str(self._kept.value("look", "system"))
        return next((look for look in LOOKS if look == chosen), "system")

    @look.setter
    def look(self, chosen: Look) -> None:
        self._keep("look", chosen)

    @property
    def shop(self) -> Path | None:
        """The shop's file opened last."""
        chosen = str(self._kept.value("shop", ""))
        return Path(chosen) if chosen else None

    @shop.setter
    def shop(self, path: Path) -> None:
        self._keep("shop", str(path))

    @property
    def zone(self) -> str:
        """The zone of the shop opened last: the clock runs before the file is read."""
        return str(self._kept.value("zone", DEFAULT_ZONE))

    @zone.setter
    def zone(self, name: str) -> None:
        self._keep("zone", name)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, in Qt's own form; empty at first."""
        kept = self._kept.value("geometry", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._keep("geometry", place)

    @property
    def zoom(self) -> int:
        """How tall the hours of the calendar are, in percent."""
        kept = str(self._kept.value("zoom", "100"))
        return int(kept) if kept.isdecimal() else 100

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._keep("zoom", str(percent))

    @property
    def receipt(self) -> bool:
        """Whether a receipt is printed with every sale."""
        return str(self._kept.value("receipt", "no")) == "yes"

    @receipt.setter
    def receipt(self, wanted: bool) -> None:
        self._keep("receipt", "yes" if wanted else "no")

    def _keep(self, key: str, value: object) -> None:
        if self._kept.value(key) == value:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._kept.setValue(key, value)
        self._kept.sync()
