"""A worker's statement of a period: what it reads, and the page that is printed of it.

What a single line earns is reckoned in the room itself.
"""
