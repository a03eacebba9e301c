"""The screens of the shop itself: the welcome at the first start, and the Settings tabs around it.

Also the grid of weekly hours, which the team's screens use as well.
"""
