"""Files in and out: a platform's export or a spreadsheet becomes rows of the shop's own rooms.

A platform is a table of headers in `formats`; what it makes is decided in `*_in`. No screens here.
"""
