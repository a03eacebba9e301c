"""Where things are on this PC: the shop's data, its backups, the log, and what the program ships."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_FOLDER = "Merchant Desk"
_PACKAGE = Path(__file__).resolve().parents[1]
SHOP_SUFFIX = ".desk"


def data_dir() -> Path:
    """The folder of this user's data; MERCHANT_DESK_HOME in the environment wins."""
    chosen = os.environ.get("MERCHANT_DESK_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / APP_FOLDER
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / APP_FOLDER
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "merchant-desk"


def default_shop() -> Path:
    """The shop's file where nobody named another."""
    return data_dir() / f"shop{SHOP_SUFFIX}"


def backup_dir(shop: Path) -> Path:
    """Where the backups of that shop's file are kept: beside it, so that they move with it."""
    return shop.parent / "backups" / shop.stem


def log_dir() -> Path:
    """The folder of the log files."""
    return data_dir() / "logs"


def resource(*parts: str) -> Path:
    """A file or folder that the program ships.

    Looked up in the frozen program, then in an installed package, then beside the package in
    a source tree.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    roots = ([Path(frozen)] if frozen else []) + [_PACKAGE, _PACKAGE.parent]
    for root in roots:
        found = root.joinpath("resources", *parts)
        if found.exists():
            return found
    return roots[-1].joinpath("resources", *parts)
