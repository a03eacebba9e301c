"""The screens of what brings customers: contents, their sheets, and the question at the counter.

What a content earned is read from insights; what was said is written by sources' acts.
"""
