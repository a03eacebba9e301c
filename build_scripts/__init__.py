"""What builds, checks and measures the house: set-up, translations, benchmarks, installers.

Nothing in here is shipped, and the program never imports it.
"""
