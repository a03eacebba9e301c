"""Files given out: written whole or not at all, beside the one they replace."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from merchant_desk.core.errors import DeskError
from merchant_desk.core.paths import SHOP_SUFFIX


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to a file under the name that was chosen; one that was there is replaced in one step.

    Raises what `made_whole` raises.
    """

    def write(part: Path) -> None:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())

    made_whole(path, write)


def made_whole(path: Path, make: Callable[[Path], object]) -> None:
    """Let `make` write a file beside `path`, and give it that name once it is whole.

    Raises DeskError "cannot_write" (facts: file) where the folder refuses, another program has the file open,
    or the name is a shop's file; "disk_full".
    """
    if path.suffix == SHOP_SUFFIX or not path.name:
        raise DeskError("cannot_write", file=path.name)
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        make(part)
        part.replace(path)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise DeskError("disk_full" if full else "cannot_write", file=path.name) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
