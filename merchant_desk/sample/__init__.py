"""The sample shop: an invented nail and lash salon, made from a seed, as large as one asks.

Here live its invented words, its seasons and people, and what writes them into a new file. Nothing in here is
used by a real shop, and nothing of a real shop is in here.
"""
