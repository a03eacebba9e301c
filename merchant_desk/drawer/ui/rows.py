"""Rows of a label and an amount."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from merchant_desk.widgets.labels import ElidedLabel, plain_label


def amount_row(
    label: str, amount: str, *, strong: bool = False, role: str = "", hint: str = ""
) -> QHBoxLayout:
    """A label at the left, small words after it, an amount at the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    name = plain_label(label, role="strong" if strong else "secondary")
    row.addWidget(name)
    if hint:
        row.addWidget(ElidedLabel(hint, role="hint"), 1)
    else:
        row.addStretch(1)
    row.addWidget(plain_label(amount, role=role or ("strong" if strong else "")))
    return row
