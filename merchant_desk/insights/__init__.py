"""What the numbers say: reads every room, writes nothing.

`queries` turns SQL into frozen rows, `series` rows into named series, `figures` series into drawings.
"""
