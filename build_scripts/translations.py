"""The program's sentences in other languages: gathered from the source, compiled for Qt.

python3 build_scripts/translations.py update     gather new sentences into resources/translations/*.ts
python3 build_scripts/translations.py compile    make the *.qm files the program reads, where stale
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from build_scripts.environment import Environment, SetupError

# English is the source language, so its file holds nothing but the plurals ("1 visit", "2 visits").
CHINESE = "merchant_desk_zh_CN.ts"
ENGLISH = "merchant_desk_en.ts"


def folder(environment: Environment) -> Path:
    """Where the .ts and .qm files live."""
    return environment.root / "resources" / "translations"


def update(environment: Environment, into: Path | None = None) -> None:
    """Gather every sentence of the program into the .ts files of `into` (default: the project's own).

    What is translated stays; what left the source goes.
    """
    target = into or folder(environment)
    target.mkdir(parents=True, exist_ok=True)
    sources = sorted((environment.root / "merchant_desk").rglob("*.py"))
    with tempfile.TemporaryDirectory() as scratch:
        # Hundreds of paths would not fit on a Windows command line.
        listing = Path(scratch) / "sources.lst"
        listing.write_text("".join(f"{source.as_posix()}\n" for source in sources), encoding="utf-8")
        # Without line numbers the files change only when a sentence does.
        common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en", f"@{listing}"]
        for name, language, more in ((CHINESE, "zh_CN", []), (ENGLISH, "en", ["-pluralonly"])):
            options = [*common, *more, "-target-language", language, "-ts", str(target / name)]
            _run(environment, "pyside6-lupdate", options)


def stale(environment: Environment) -> list[tuple[Path, Path]]:
    """The (.ts, .qm) pairs whose .qm is missing or older than its .ts."""
    pairs = [(ts, ts.with_suffix(".qm")) for ts in sorted(folder(environment).glob("*.ts"))]
    return [(ts, qm) for ts, qm in pairs if not qm.exists() or qm.stat().st_mtime_ns <= ts.stat().st_mtime_ns]


def compile_stale(environment: Environment) -> list[Path]:
    """Compile what is stale and return the .qm files made."""
    made = []
    for ts, qm in stale(environment):
        # Put in place as a whole: a window that is open has the old file mapped into its memory.
        fresh = qm.with_suffix(".new")
        _run(environment, "pyside6-lrelease", ["-silent", str(ts), "-qm", str(fresh)])
        fresh.replace(qm)
        made.append(qm)
    return made


def _run(environment: Environment, tool: str, options: Sequence[str]) -> None:
    command = [str(environment.command(tool)), *options]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    complaint = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise SetupError(f"{tool} failed (exit code {done.returncode}): {complaint}")
    if complaint:
        print(complaint, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Do `update` or `compile`; return the exit code."""
    environment = Environment()
    try:
        if list(arguments) == ["update"]:
            update(environment)
        elif list(arguments) == ["compile"]:
            for made in compile_stale(environment):
                print(made.relative_to(environment.root))
        else:
            print(__doc__, file=sys.stderr)
            return 2
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
