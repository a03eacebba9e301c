"""The screens of the till and the books: checking out, the list of sales, one sale whole.

Adding up and writing down happen in the room itself, never here.
"""
