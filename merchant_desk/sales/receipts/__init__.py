"""Receipts: what stands on one, as a page and as the bytes of a receipt printer.
"""
