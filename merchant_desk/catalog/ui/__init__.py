"""The catalogue's screens: the list of services, the sheet of one, and services in the palette.

Who does what is chosen here; the workers themselves are in the team's screens.
"""
