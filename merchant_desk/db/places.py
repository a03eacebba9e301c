"""Where a shop's file may not lie: network shares and folders that a cloud service copies behind our back.

SQLite's locks do not hold on either, and a sync service replaces the file under an open program: both
lose bookings without a word, so such a place is refused with the reason.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_CLOUD_PREFIXES = (
    "onedrive",
    "dropbox",
    "icloud",
    "google drive",
    "googledrive",
    "my drive",
    "mobile documents",
    "com~apple~clouddocs",
    "cloudstorage",
    "nutstore",
    "坚果云",
    "baidusyncdisk",
    "baidunetdisk",
    "百度网盘",
    "wps云盘",
    "wpsdrive",
    "腾讯微云",
    "阿里云盘",
    "pcloud",
    "box sync",
)
_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "ncpfs", "afs"}
)
_WINDOWS_REMOTE_DRIVE = 4


def cloud_service(path: Path) -> str | None:
    """The folder in `path` that a cloud service keeps in step, by its name, or None."""
    for part in path.parts[:-1]:
        name = part.casefold()
        if name == "box" or name.startswith(_CLOUD_PREFIXES):
            return part
    return None


def on_network(path: Path) -> bool:
    """Whether the file would lie on a network share."""
    if sys.platform == "win32":
        return _windows_remote(path)
    try:
        table = _mounts()
    except OSError:
        return False  # no list of mounts to read: nothing speaks against the place
    return network_mount(path.resolve(), table)


def network_mount(path: Path, mounts: list[tuple[str, str]]) -> bool:
    """Whether the longest of `mounts` (mount point, file system type) that holds `path` is a share."""
    best, kind = "", ""
    for point, filesystem in mounts:
        inside = path == Path(point) or Path(point) in path.parents
        if inside and len(point) >= len(best):
            best, kind = point, filesystem
    return kind in _NETWORK_TYPES


def linux_mounts(text: str) -> list[tuple[str, str]]:
    """(mount point, type) of each line of /proc/mounts."""
    fields = [line.split(" ") for line in text.splitlines()]
    return [(f[1].replace("\\040", " "), f[2]) for f in fields if len(f) > 2]


def mac_mounts(text: str) -> list[tuple[str, str]]:
    """(mount point, type) of each line that macOS's `mount` prints."""
    found = []
    for line in text.splitlines():
        head, _, options = line.rpartition(" (")
        _, _, point = head.partition(" on ")
        if point:
            found.append((point, options.split(",")[0].rstrip(")")))
    return found


def _mounts() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        import subprocess  # not on the way to the first picture of the others

        done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
        return mac_mounts(done.stdout)
    return linux_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))


def _windows_remote(path: Path) -> bool:
    full = os.path.abspath(path)  # noqa: PTH100 - resolve() would turn a mapped drive into its share
    if full.startswith("\\\\"):
        return True
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return bool(kernel.GetDriveTypeW(full[:3]) == _WINDOWS_REMOTE_DRIVE)
