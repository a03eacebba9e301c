"""Merchant Desk: the counter, the books and the charts of a small shop, in one window.

A house of rooms: a line of code finds its place by the business noun first (which room?), by its job second
(which file?). ARCHITECTURE.md has the map.
"""

__version__ = "0.1.0"
