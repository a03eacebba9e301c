"""A receipt in the language of receipt printers: ESC/POS, GB18030, a Chinese character two cells wide.

Only what printers of every make know: bold, double size, alignment, the QR code of model 2, cut, drawer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from merchant_desk.sales.receipts.layout import Block, Code, Row, Rule, Text

# How many half characters fit beside each other.
CELLS = {58: 32, 80: 48}
_DOTS = {58: 384, 80: 576}

_START = b"\x1b@\x1c&"  # forget what was set before; Chinese on
_CUT = b"\x1bd\x04\x1dVB\x00"  # feed past the knife first
KICK = b"\x1bp\x00\x19\xfa"  # the drawer at the first socket, 50 ms
_ALIGN = {"left": b"\x1ba\x00", "center": b"\x1ba\x01"}
_BOLD, _THIN = b"\x1bE\x01", b"\x1bE\x00"
_BIG, _USUAL = b"\x1d!\x11", b"\x1d!\x00"

# What GBK lacks has the sign beside it that it knows: ¥ is four bytes there, which printers print as rubbish.
_INSTEAD = str.maketrans({"¥": "￥", "−": "-", "£": "￡", "–": "-", "\u00a0": " ", "\t": " "})


def receipt_bytes(blocks: Iterable[Block], paper: int, *, kick: bool = False) -> bytes:
    """All of a receipt for a printer with `paper` millimetres (58 or 80); `kick` opens the drawer first."""
    body = b"".join(part for block in blocks for part in _block(block, paper))
    return _START + (KICK if kick else b"") + body + _CUT


def _block(block: Block, paper: int) -> Iterator[bytes]:
    cells = CELLS[paper]
    if isinstance(block, Code):
        yield _ALIGN["center"] + _qr(block.text, paper) + b"\n" + _ALIGN["left"]
    elif isinstance(block, Rule):
        yield b"-" * cells + b"\n"
    elif isinstance(block, Text):
        wide = cells // 2 if block.big else cells
        lines = wrapped(plain(block.text), wide)
        if block.align == "left":
            yield _looking(lines, bold=block.bold, big=block.big)
        else:
            yield _ALIGN[block.align] + _looking(lines, bold=block.bold, big=block.big) + _ALIGN["left"]
    else:
        wide = cells // 2 if block.big else cells
        yield _looking(_row(block, wide), bold=block.bold, big=block.big)


def plain(text: str) -> str:
    """Text without anything that a printer would take for an order, in characters that it has."""
    composed = unicodedata.normalize("NFC", text).translate(_INSTEAD)
    return "".join(char for char in composed if char == " " or _prints(char))


def width(text: str) -> int:
    """How many cells a text takes: whatever is not ASCII takes two."""
    return sum(1 if char.isascii() else 2 for char in text)


def wrapped(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`, between words where there are any; never none."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    lines, line = [], ""
    for word in _words(text):
        if width(line) + width(word.rstrip(" ")) <= cells:
            line += word
            continue
        if line.strip():
            lines.append(line.rstrip(" "))
            line = indent
        for char in word if width(line) + width(word.rstrip(" ")) > cells else (word,):
            if width(line) + width(char) > cells and line.strip():
                lines.append(line.rstrip(" "))
                line = indent
            line += char
    return [*lines, line.rstrip(" ")] if line.strip() or not lines else lines


def _row(row: Row, cells: int) -> list[str]:
    """Words and amount on one line where they fit, else the amount at the right of the last line."""
    left, right = plain(row.left), plain(row.right)
    room = cells - width(right) - (1 if right else 0)
    if room < cells // 3 or (row.big and width(left) > room):
        return [*wrapped(left, cells), " " * max(0, cells - width(right)) + right]
    lines = wrapped(left, room)
    if right:
        lines[-1] += " " * (cells - width(lines[-1]) - width(right)) + right
    return lines


def _words(text: str) -> Iterator[str]:
    """Pieces that a line may end behind: ASCII words with their blanks, other characters one by one."""
    word = ""
    for char in text:
        if char.isascii() and not (word.endswith(" ") and char != " " and word.strip()):
            word += char
            continue
        if word:
            yield word
        word = char if char.isascii() else ""
        if not char.isascii():
            yield char
    if word:
        yield word


def _prints(char: str) -> bool:
    """Whether a printer has the character: no control code, no mark, nothing of four bytes beyond Chinese."""
    if unicodedata.category(char)[0] in {"C", "M"}:
        return False
    return char.isascii() or len(char.encode("gb18030")) == 2 or "\u3400" <= char <= "\u9fff"


def _looking(lines: list[str], *, bold: bool, big: bool) -> bytes:
    """The lines' bytes, between the orders that make them stand out and those that end it."""
    body = b"".join(line.encode("gb18030") + b"\n" for line in lines)
    if big:
        body = _BIG + body + _USUAL
    return _BOLD + body + _THIN if bold else body


def _qr(text: str, paper: int) -> bytes:
    """A QR code of model 2, level M, as large as fits into two thirds of the paper."""
    data = text.encode()
    size = max(2, min(8, _DOTS[paper] * 2 // 3 // _modules(len(data))))

    def order(function: int, *more: int, tail: bytes = b"") -> bytes:
        length = 2 + len(more) + len(tail)
        return b"\x1d(k" + bytes((length & 255, length >> 8, 49, function, *more)) + tail

    return (
        order(65, 50, 0)  # model 2
        + order(67, size)
        + order(69, 49)  # level M
        + order(80, 48, tail=data)
        + order(81, 48)
    )


def _modules(length: int) -> int:
    """How many dots wide the code of so many bytes is, its quiet zone included."""
    # Bytes that versions 1, 2, ... hold at level M (ISO/IEC 18004).
    held = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)
    version = next((at for at, most in enumerate(held, start=1) if length <= most), len(held))
    return 17 + 4 * version + 8
