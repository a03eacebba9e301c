"""From argv to the window or to the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Window(NamedTuple):
    """What the window is to be opened with."""

    shop: Path | None
    time_start: bool


def window_only(arguments: Sequence[str]) -> Window | None:
    """What to open when the arguments ask for nothing but the window, else None.

    The counter waits for this: the command line's library is loaded for commands only.
    """
    shop: Path | None = None
    time_start = False
    rest = iter(arguments)
    for argument in rest:
        name, _, value = argument.partition("=")
        if argument == "--time-start":
            time_start = True
        elif name == "--shop":
            text = value or next(rest, "")
            if not text or text.startswith("-"):
                return None
            shop = Path(text)
        else:
            return None
    return Window(shop, time_start)


def main() -> int:
    """Run the program; gives the exit code: 0 fine, 1 refused or problems found, 2 wrong usage."""
    window = window_only(sys.argv[1:])
    if window is not None:
        # Nearly all that the start makes stays; looking through it again and again for what does not
        # took a tenth of it. The window collects by itself once it is there (shell/tidy.py).
        gc.disable()
        from merchant_desk.app import run

        return run(shop=window.shop, time_start=window.time_start)
    from merchant_desk import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
