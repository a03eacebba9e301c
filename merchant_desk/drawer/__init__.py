"""The cash drawer and the day's close: float, money in and out, counting, and locked days.

The payments are the sales'; this room only reads them.
"""
