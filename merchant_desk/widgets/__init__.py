"""Dumb shared widgets: buttons, fields, tables, chips, cards.

They know no room and no database, show typed text as plain text only, and take every colour
from tokens.py. What knows a page, a sheet or the language lives in shell/.
"""
