"""The screens of files in: dropping or choosing them, what they would bring, and what came of it.

Reading and writing happen in the room itself, beside the window.
"""
