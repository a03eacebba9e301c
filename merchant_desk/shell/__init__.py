"""The frame around every screen: window, page, sheet, notices, background work, look and language.

It knows no room: pages and palette providers are handed to it by app.py.
"""
