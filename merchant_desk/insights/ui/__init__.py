"""The charts' screens: the page, its cards, and the sentences that read them.

What is counted and drawn is in the room itself; here it only gets words, colours and a mouse.
"""
