"""The text behind the glyphs of a PDF that Qt wrote, put right.

Chinese fonts draw some characters and old radicals with one glyph (小 and ⼩). Of those Qt notes the first,
the radical: on paper all is well, but the text cannot be found or copied. The notes are plain hexadecimal of
one length, so they are put right in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QFont, QRawFont

_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_LIST = re.compile(rb"\[[^\]]*\]")
_SINGLE = re.compile(rb"(<([0-9A-Fa-f]{4})> <\2> )<([0-9A-Fa-f]{4})>")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_LAST = 0x10000
_SURROGATES = range(0xD800, 0xE000)


def put_right(path: Path, text: str, families: Iterable[str]) -> None:
    """Let the PDF say `text`'s own characters where another one shares the glyph in one of the fonts.

    `text` is all that was drawn. Raises OSError.
    """
    wanted = _instead(text, families)
    data = path.read_bytes()
    path.write_bytes(_MAP.sub(lambda found: _mended(found[0], wanted), data))


def _mended(cmap: bytes, wanted: Mapping[int, int]) -> bytes:
    def code(found: re.Match[bytes]) -> bytes:
        here = int(found[1], 16)
        return b"<%04X>" % wanted.get(here, here)

    cmap = _LIST.sub(lambda found: _CODE.sub(code, found[0]), cmap)
    return _SINGLE.sub(lambda found: found[1] + _CODE.sub(code, b"<" + found[3] + b">"), cmap)


def _instead(text: str, families: Iterable[str]) -> dict[int, int]:
    """The code that Qt notes for a glyph -> the one of the character that was meant."""
    drawn = {char for char in text if "\u2e80" <= char < "\U00010000"}
    # The same with blanks: the first of them is the tab.
    found = {0x09: 0x20}
    if not drawn:
        return found
    for family in families:
        font = QFont(family)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        raw = QRawFont.fromFont(font)
        if not raw.isValid():
            continue
        codes = [code for code in range(0x2E80, _LAST) if code not in _SURROGATES]
        glyphs = raw.glyphIndexesForString("".join(map(chr, codes)))
        if len(glyphs) != len(codes):
            continue
        first: dict[int, int] = {}
        for code, glyph in zip(codes, glyphs, strict=True):
            if glyph:
                first.setdefault(glyph, code)
        of = dict(zip(codes, glyphs, strict=True))
        for char in drawn:
            noted = first.get(of[ord(char)])
            if noted is not None and noted != ord(char) and chr(noted) not in drawn:
                found[noted] = ord(char)
    return found
