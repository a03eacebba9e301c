"""Puts Python's own import back; import this module before any other of the window's.

PySide6 wraps `import` for the sake of `from __feature__ import snake_case`, which nobody here uses. The
wrapper looks for "PySide6" in the source text of every module it meets, and so reads and splits each
source file: a sixth of the whole start.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it sets the wrapper

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
