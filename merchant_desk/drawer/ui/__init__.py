"""The screens of the drawer: the day close in the books, the counting, and the month.

Single payments are the sales' screens.
"""
