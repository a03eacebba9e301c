"""What Qt borrows from a Linux system, and how to get what is missing: a bare Debian has none of it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_scripts.environment import SetupError

# Shared library -> Debian package. Without a screen, Qt's offscreen platform needs only these.
OFFSCREEN_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN_LIBRARIES: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHINESE_FONT = "fonts-noto-cjk"

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_CHINESE_FONT_NAMES = (
    "cjk",
    "wqy",
    "droidsansfallback",
    "sourcehan",
    "uming",
    "ukai",
    "simsun",
    "simhei",
    "msyh",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """What this system lacks: library file names, and Debian packages that would bring everything."""

    libraries: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    font: bool = False

    @property
    def nothing(self) -> bool:
        """Whether all is there."""
        return not self.packages

    @property
    def stops(self) -> bool:
        """Whether the work cannot go on: without a Chinese font only Chinese text suffers."""
        return bool(set(self.packages) - {CHINESE_FONT})


def library_loads(name: str) -> bool:
    """Whether the system's loader finds this library and all it depends on."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether a font with Chinese characters is installed: asked of fontconfig, or of the font folders."""
    fc_list = shutil.which("fc-list")
    if fc_list:
        listed = subprocess.run([fc_list, ":lang=zh", "family"], capture_output=True, check=False)
        if listed.returncode == 0:
            return bool(listed.stdout.strip())
    files = (file for folder in _FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.[ot]t[fc]"))
    return any(name in file.name.lower().replace("-", "") for file in files for name in _CHINESE_FONT_NAMES)


def look(
    *,
    screen: bool,
    also: Iterable[str] = (),
    loads: Callable[[str], bool] = library_loads,
    font: Callable[[], bool] = has_chinese_font,
) -> Missing:
    """Say what is missing to draw offscreen or, with `screen`, on an X screen; `also` adds packages."""
    needed = {**OFFSCREEN_LIBRARIES, **SCREEN_LIBRARIES} if screen else OFFSCREEN_LIBRARIES
    libraries = tuple(name for name in needed if not loads(name))
    has_font = font()
    packages = [*also, *(needed[name] for name in libraries)]
    if not has_font:
        packages.append(CHINESE_FONT)
    return Missing(libraries, tuple(packages), font=not has_font)


def can_install() -> bool:
    """Whether this is root on a system with apt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_line(packages: Iterable[str]) -> str:
    """The one line that installs these packages by hand."""
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def advice(missing: Missing, *, apt: bool) -> str:
    """What to tell somebody for whom we cannot install."""
    if not missing.stops:
        what = "No Chinese font is installed: Chinese text will show as boxes."
    elif missing.libraries:
        what = "Qt needs system libraries that are missing here: " + ", ".join(missing.libraries) + "."
    else:
        what = "This Python cannot make a virtual environment."
    if apt:
        return f"{what} Run this line, then start again:\n    {apt_line(missing.packages)}"
    return f"{what} Install them with your package manager (Debian calls them: {' '.join(missing.packages)})."


def install(packages: Iterable[str]) -> None:
    """Install Debian packages as root; raise SetupError when apt cannot."""
    wanted = list(packages)
    print("Installing what Qt needs from the system: " + " ".join(wanted), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A failed update is no reason to stop: the lists at hand may do, and the install says if not.
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=False)
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *wanted]
    done = subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SetupError(f"apt-get could not install {' '.join(wanted)}; its reason is above.")


def ensure(*, screen: bool, also: Iterable[str] = ()) -> None:
    """See that Qt finds what it needs: as root with apt install it, otherwise say the line to run.

    Raises SetupError when the work cannot go on.
    """
    missing = look(screen=screen, also=also)
    if missing.nothing:
        return
    if can_install():
        install(missing.packages)
        left = look(screen=screen)
        if left.stops:
            raise SetupError("Still missing after installing: " + ", ".join(left.libraries))
        return
    said = advice(missing, apt=shutil.which("apt-get") is not None)
    if missing.stops:
        raise SetupError(said)
    print(said, flush=True)
