"""Receipts: what stands on one, as HTML for a roll or a page and as the bytes of a receipt printer.

Nothing here draws or sends; how the shop wants its receipts is a setting.
"""
